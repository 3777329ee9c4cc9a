"""A worry on the screen: who is worried, what happened, what we fear; then what good looks like, and what each thinks.

A first visit has room for one worry and its first part (docs/domain/safety-plan.md). What people think stands here
only where they show it, and nobody answers here: each is asked alone (app/asking/screen/page.py).
"""

from collections.abc import Callable, Sequence

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
from app.document import Change, Document, Section, Value, new_id
from app.document.saying import SOMEBODY
from app.document.schema import ItemType
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.component import component, made, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import WRITE, EditorContext, Step
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


def sheet(context: EditorContext, section: Section, step: str, *, stage: int = LATER) -> ft.Control:
    """Return one worry, or the empty place for the first. stage: how far the plan is opened."""
    if step == close.done_step(section):
        return close.sheet(context, section)
    found = open_worries(context.document, section.slug)
    at = next((n for n, w in enumerate(found) if w.id == step), 0)
    return WorrySheet.keyed(f"worry-{step}")(
        context, section, found[at] if found else None, step, at, len(found), stage
    )


class WorryFields:
    """The fields in which one worry is written. It becomes an item with its first words.

    id: the item's id, from before there is one. undo_scope: the worry's step, in which its edits can be undone.
    arrived: one came here to write, so the first field takes the keyboard. renewed: how often a face was touched before
    there was a word: each time the first field is a new one, which takes the keyboard.
    """

    def __init__(
        self, context: EditorContext, section: Section, id: str, undo_scope: str, *, arrived: bool, renewed: int
    ) -> None:
        self._context = context
        self._section = section
        self._id = id
        self._undo_scope = undo_scope
        self._arrived = arrived
        self._renewed = renewed

    def say(self, item_type: ItemType, **said: Value) -> bool:
        """Keep what was said of the worry, its goal or its number line. False: it could not be kept."""
        context, section = self._context, self._section

        def changes() -> Sequence[Change]:
            whom, by = section.for_whom, context.speaker
            return write(context.now(), section.slug, self._id, item_type, by=by, for_whom=whom, **said)

        return context.make(changes, self._undo_scope, "")

    def say_weeks(self, words: str) -> bool:
        """Keep for how many weeks the goal must hold, as it was typed."""
        return self.say(GOAL, weeks=as_typed(words))

    def field(
        self,
        item_type: ItemType,
        name: str,
        label: str,
        kept: str,
        hint: str = "",
        *,
        lines: bool = True,
        keep: Callable[[str], bool] | None = None,
        first: bool = False,
    ) -> ft.Control:
        """Return the field of one part. name: the item's field. kept: its words. lines: it has room for several.

        keep: what keeps its words, where they are not kept as they are. first: it is the first field of the worry.
        """
        key = f"{item_type.slug}-{name}-{self._undo_scope}"
        drawn = DraftField.keyed(f"{key}-{self._renewed}" if first else key)(
            autofocus=first and (self._arrived or self._renewed > 0),
            name=label,
            kept=kept,
            keep=keep or (lambda words: self.say(item_type, **{name: words})),
            draft=self._context.draft,
            field_key=f"{item_type.slug}-{name}",
            spot=key,
            hint=hint,
            lines=lines,
        )
        # Its label stands above its edge.
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))


@component
def WorrySheet(
    context: EditorContext, section: Section, worry: Worry | None, undo_scope: str, at: int, many: int, stage: int
) -> ft.Control:
    """One worry. It becomes an item with its first words; undo_scope is its step's key, and stays."""
    blank, set_blank = made(new_id)
    if worry is not None and worry.id == blank:
        blank = new_id()
        set_blank(blank)
    # Whose face is touched is about to say what happened: a new field takes the keyboard.
    spoke, set_spoke = state((context.speaker, 0))
    if worry is None and context.speaker != spoke[0]:
        spoke = (context.speaker, spoke[1] + 1)
        set_spoke(spoke)
    arrived, _same = made(lambda: worry is None and context.at == WRITE and not context.talking)
    question = controls.question(_(section.question or section.title), talking=context.talking)
    if worry is not None and context.holder not in ("", worry.by):
        # Somebody was given this page to write on, and the words on it are another's.
        return ft.Column([question, controls.words(_("Please tell it to the worker, who can write it down here."))])
    held = worry or Worry(blank, context.speaker)
    if context.talking:
        return ft.Column([question, *_talked(held)], spacing=theme.GAP_L)
    fields = WorryFields(context, section, held.id, undo_scope, arrived=arrived, renewed=spoke[1])
    children: list[ft.Control] = [
        question,
        *all_standing(context, {}, section.slug),
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
        _who(context, worry, held, undo_scope),
        *_happened(context, held, fields),
    ]
    if stage >= LATER and worry is not None and not context.holder:
        children += _later(context, held, fields)
    if not context.holder and worry is not None:
        if worry.spoken and not context.alone:  # The worker closes it, and nobody else.
            children.append(close.CloseWorry.keyed(f"close-{worry.id}")(context, section, worry))
        children.append(_more(context, section, worry, many, stage))
    return ft.Column(
        children,
        spacing=theme.GAP,
        width=WIDEST if context.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _happened(context: EditorContext, held: Worry, fields: WorryFields) -> list[ft.Control]:
    """The first part, for which there is room at a first visit: what happened, when, and what we fear."""
    return [
        fields.field(
            WORRY,
            "happened",
            _("What has happened?"),
            held.happened,
            _("Say what somebody did. What did people see or hear?"),
            first=True,
        ),
        ft.Row(
            [
                _known(held, fields, context, "seen", _("We saw it")),
                _known(held, fields, context, "heard", _("We heard about it")),
            ],
            wrap=True,
            spacing=theme.GAP_S,
            run_spacing=theme.GAP_S,
        ),
        fields.field(WORRY, "when", _("When was that?"), held.when, lines=False),
        fields.field(
            WORRY,
            "fear",
            _("What are we afraid could happen to the child?"),
            held.fear,
            _("If nothing changes, …"),
        ),
    ]


def _later(context: EditorContext, held: Worry, fields: WorryFields) -> list[ft.Control]:
    """What comes after the first visit: what good looks like, the number line, and what each thinks."""
    return [
        controls.heading(_("What good would look like")),
        *_goal(held, fields),
        controls.heading(_("Number line")),
        fields.field(SCALE, "low", _("What is it like at 0?"), held.scale.low),
        fields.field(SCALE, "high", _("What is it like at 10?"), held.scale.high),
        *number_line_part(context, held),
        controls.heading(_("What each thinks")),
        *views_part(context, held),
    ]


def _who(context: EditorContext, worry: Worry | None, held: Worry, undo_scope: str) -> ft.Control:
    """Who is worried: a worry always has somebody's face."""
    nobody = held.by == SOMEBODY
    known = context.then(held.id).get(held.by)
    name = name_of(held.by, context.then(held.id))
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
            context.make(lambda: worried(context.now(), worry.id, person), undo_scope, "")

    if worry is None or context.holder:
        begin = _("Touch a face below, or just write")
        invited = ft.Container(controls.words(begin, quiet=True), expand=True)
        return ft.Row([drawn] if not nobody else [drawn.controls[0], invited])
    asked = context.handler(lambda: context.ask_who(_("Who is worried?"), give, ""))
    return ft.Row([touchable(drawn, told, asked, key="who-is-worried", padding=theme.GAP_S)])


def _known(held: Worry, fields: WorryFields, context: EditorContext, slug: str, label: str) -> ft.Control:
    chosen = held.known == slug
    return controls.button(
        label,
        context.handler(lambda: fields.say(WORRY, known=None if chosen else slug)),
        key=f"known-{slug}",
        chosen=chosen,
    )


def _goal(held: Worry, fields: WorryFields) -> list[ft.Control]:
    goal = held.goal
    return [
        fields.field(
            GOAL,
            "doing",
            _("What will the grown-ups be doing?"),
            goal.doing,
            _("Say what people will do, not what will stop."),
        ),
        fields.field(GOAL, "sees", _("What will the child see and feel?"), goal.sees),
        fields.field(
            GOAL,
            "weeks",
            _("For how many weeks?"),
            str(goal.weeks or ""),
            lines=False,
            keep=fields.say_weeks,
        ),
    ]


def _more(context: EditorContext, section: Section, worry: Worry, many: int, stage: int) -> ft.Control:
    """Another worry, while there is room for one; and taking this one away."""
    new = new_id()

    def add() -> None:
        whom = section.for_whom
        added = context.make(
            lambda: add_worry(context.now(), section.slug, new, by=context.speaker, for_whom=whom), section.slug, ""
        )
        if added:
            context.go(new)

    away = takes_away(
        context,
        worry.id,
        title(worry, [w.id for w in worries(context.document, section.slug)].index(worry.id)),
        lambda: remove_worry(context.now(), worry.id),
        section.slug,
        # Brought back where it leads: in the section's own step.
        then=lambda: context.go(section.slug),
    )
    links = [controls.link(_("Take this worry away"), away, key="remove-worry")]
    if stage >= LATER and many < MOST:
        links.insert(0, controls.link(_("Another worry"), context.handler(add), key="add-worry", icon=ft.Icons.ADD))
    return ft.Row(links, wrap=True, spacing=theme.GAP_S)


def _talked(held: Worry) -> list[ft.Control]:
    """The worry's words, large, with nothing to type."""
    told = (held.happened, held.fear, held.goal.doing, held.goal.sees, weeks_said(held.goal))
    return [controls.words(words, size=theme.CHILD) for words in told if words]
