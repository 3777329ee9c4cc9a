"""A worry on the screen: who is worried, what happened, what we fear; then what good looks like, and what each thinks.

A first visit has room for one worry and its first part (field/safety-plan.md). What people think stands here
only where they show it, and nobody answers here: each is asked alone (app/asking/screen/page.py).
"""

from collections.abc import Callable

import flet as ft

from app.blocks.worries.model import (
    GOAL,
    MOST,
    SCALE,
    WORRY,
    Worry,
    add_worry,
    open_worries,
    remove_worry,
    title,
    weeks_said,
    worried,
    worries,
    write,
)
from app.blocks.worries.screen import close
from app.blocks.worries.screen.shown_views import WIDEST, number_line_part, views_part
from app.document import Document, Section, Value, new_id
from app.document.saying import SOMEBODY
from app.document.schema import Sort
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.component import component, made, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import WRITE, Hand, Step
from app.kit.remove_item import all_standing, takes_away
from app.kit.tappable import touchable
from app.language import _, as_typed, isolate
from app.sayings.outline import name_of

LATER = 1
"""The stage from which a worry is more than its first part. Stage 0 is the first visit."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return a step a worry; the first, or the place for it, is the section's own. What is none any more has one."""
    all_ = worries(document, section.slug)
    found = [(at, w) for at, w in enumerate(all_) if w.done is None]
    first = title(found[0][1], found[0][0]) if found and len(all_) > 1 else _(section.title)
    return (
        Step(key=section.slug, title=first, spoken=bool(found) and found[0][1].spoken),
        *(Step(key=w.id, title=title(w, at), spoken=w.spoken) for at, w in found[1:]),
        *close.steps(document, section),
    )


def sheet(hand: Hand, section: Section, step: str, *, stage: int = LATER) -> ft.Control:
    """Return one worry, or the empty place for the first. stage: how far the plan is opened."""
    if step == close.done_step(section):
        return close.sheet(hand, section)
    found = open_worries(hand.document, section.slug)
    at = next((n for n, w in enumerate(found) if w.id == step), 0)
    return WorrySheet(hand, section, found[at] if found else None, step, at, len(found), stage, key=f"worry-{step}")


@component
def WorrySheet(
    hand: Hand, section: Section, worry: Worry | None, scene: str, at: int, many: int, stage: int
) -> ft.Control:
    """One worry. It becomes an item with its first words; scene is its step's key, and stays."""
    blank, set_blank = made(new_id)
    if worry is not None and worry.id == blank:
        blank = new_id()
        set_blank(blank)
    # Whose face is touched is about to say what happened: a new field takes the keyboard.
    spoke, set_spoke = state((hand.speaker, 0))
    if worry is None and hand.speaker != spoke[0]:
        spoke = (hand.speaker, spoke[1] + 1)
        set_spoke(spoke)
    arrived, _same = made(lambda: worry is None and hand.at == WRITE and not hand.talking)
    question = controls.question(_(section.question or section.title), talking=hand.talking)
    if worry is not None and hand.holder not in ("", worry.by):
        # Somebody was given this page to write on, and the words on it are another's.
        return ft.Column([question, controls.words(_("Please tell it to the worker, who can write it down here."))])
    id = worry.id if worry is not None else blank
    held = worry or Worry(id, hand.speaker)

    def say(sort: Sort, **said: Value) -> bool:
        whom = section.for_whom
        return hand.make(
            lambda: write(hand.now(), section.slug, id, sort, by=hand.speaker, for_whom=whom, **said), scene, ""
        )

    def say_weeks(words: str) -> bool:
        return say(GOAL, weeks=as_typed(words))

    def field(
        sort: Sort,
        name: str,
        label: str,
        kept: str,
        hint: str = "",
        *,
        lines: bool = True,
        keep: Callable[[str], bool] | None = None,
        first: bool = False,
    ) -> ft.Control:
        drawn = DraftField(
            key=f"{sort.slug}-{name}-{scene}" + (f"-{spoke[1]}" if first else ""),
            autofocus=first and (arrived or spoke[1] > 0),
            name=label,
            kept=kept,
            keep=keep or (lambda words: say(sort, **{name: words})),
            draft=hand.draft,
            field_key=f"{sort.slug}-{name}",
            spot=f"{sort.slug}-{name}-{scene}",
            hint=hint,
            lines=lines,
        )
        # Its label stands above its edge.
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    if hand.talking:
        return ft.Column([question, *_talked(held)], spacing=theme.GAP_L)
    children: list[ft.Control] = [
        question,
        *all_standing(hand, {}, section.slug),
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
        _who(hand, worry, held, scene),
        field(
            WORRY,
            "happened",
            _("What has happened?"),
            held.happened,
            _("Say what somebody did. What did people see or hear?"),
            first=True,
        ),
        ft.Row(
            [_known(held, say, hand, "seen", _("We saw it")), _known(held, say, hand, "heard", _("We heard about it"))],
            wrap=True,
            spacing=theme.GAP_S,
            run_spacing=theme.GAP_S,
        ),
        field(WORRY, "when", _("When was that?"), held.when, lines=False),
        field(
            WORRY,
            "fear",
            _("What are we afraid could happen to the child?"),
            held.fear,
            _("If nothing changes, …"),
        ),
    ]
    if stage >= LATER and worry is not None and not hand.holder:
        children += [controls.heading(_("What good would look like")), *_goal(held, field, say_weeks)]
        children += [
            controls.heading(_("Number line")),
            field(SCALE, "low", _("What is it like at 0?"), held.scale.low),
            field(SCALE, "high", _("What is it like at 10?"), held.scale.high),
            *number_line_part(hand, held),
            controls.heading(_("What each thinks")),
            *views_part(hand, held),
        ]
    if not hand.holder and worry is not None:
        if worry.spoken and not hand.alone:  # The worker closes it, and nobody else.
            children.append(close.CloseWorry(hand, section, worry, key=f"close-{worry.id}"))
        children.append(_more(hand, section, worry, many, stage))
    return ft.Column(
        children,
        spacing=theme.GAP,
        width=WIDEST if hand.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _who(hand: Hand, worry: Worry | None, held: Worry, scene: str) -> ft.Control:
    """Who is worried: a worry always has somebody's face."""
    nobody = held.by == SOMEBODY
    known = hand.then(held.id).get(held.by)
    name = name_of(held.by, hand.then(held.id))
    told = _("Who is worried? Touch to say.") if nobody else _("{name} is worried").format(name=isolate(name))
    drawn = ft.Row(
        [
            face(known.name if known else "?", known.colour if known else 2, known.shape if known else "square"),
            controls.words(told, bold=True),
        ],
        spacing=theme.GAP_S,
        tight=True,
    )

    def give(person: str) -> None:
        if worry is not None:
            hand.make(lambda: worried(hand.now(), worry.id, person), scene, "")

    if worry is None or hand.holder:
        begin = _("Touch a face below, or just write")
        invited = ft.Container(controls.words(begin, quiet=True), expand=True)
        return ft.Row([drawn] if not nobody else [drawn.controls[0], invited])
    asked = hand.handler(lambda: hand.ask_who(_("Who is worried?"), give, ""))
    return ft.Row([touchable(drawn, told, asked, key="who-is-worried", padding=theme.GAP_S)])


def _known(held: Worry, say: Callable[..., bool], hand: Hand, slug: str, label: str) -> ft.Control:
    chosen = held.known == slug
    return controls.button(
        label,
        hand.handler(lambda: say(WORRY, known=None if chosen else slug)),
        key=f"known-{slug}",
        chosen=chosen,
    )


def _goal(held: Worry, field: Callable[..., ft.Control], keep_weeks: Callable[[str], bool]) -> list[ft.Control]:
    goal = held.goal
    return [
        field(
            GOAL,
            "doing",
            _("What will the grown-ups be doing?"),
            goal.doing,
            _("Say what people will do, not what will stop."),
        ),
        field(GOAL, "sees", _("What will the child see and feel?"), goal.sees),
        field(
            GOAL,
            "weeks",
            _("For how many weeks?"),
            str(goal.weeks or ""),
            lines=False,
            keep=keep_weeks,
        ),
    ]


def _more(hand: Hand, section: Section, worry: Worry, many: int, stage: int) -> ft.Control:
    """Another worry, while there is room for one; and taking this one away."""
    new = new_id()

    def add() -> None:
        whom = section.for_whom
        added = hand.make(
            lambda: add_worry(hand.now(), section.slug, new, by=hand.speaker, for_whom=whom), section.slug, ""
        )
        if added:
            hand.go(new)

    away = takes_away(
        hand,
        worry.id,
        title(worry, [w.id for w in worries(hand.document, section.slug)].index(worry.id)),
        lambda: remove_worry(hand.now(), worry.id),
        section.slug,
        # Brought back where it leads: in the section's own step.
        then=lambda: hand.go(section.slug),
    )
    links = [controls.link(_("Take this worry away"), away, key="remove-worry")]
    if stage >= LATER and many < MOST:
        links.insert(0, controls.link(_("Another worry"), hand.handler(add), key="add-worry", icon=ft.Icons.ADD))
    return ft.Row(links, wrap=True, spacing=theme.GAP_S)


def _talked(held: Worry) -> list[ft.Control]:
    """The worry's words, large, with nothing to type."""
    told = (held.happened, held.fear, held.goal.doing, held.goal.sees, weeks_said(held.goal))
    return [controls.words(words, size=theme.CHILD) for words in told if words]
