"""One person is asked one thing, alone, with the tablet in their hands. Nothing waits for an answer.

Source: field/safety-plan.md ("Views and numbers can be dangerous"). The page begins empty every time, whatever its
owner kept before: the wrong hands may have touched the face, and are to learn nothing, not even that there is an
answer. Only what everyone may see already stands on it, with the touch that takes it back.
"""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

import flet as ft

from app.blocks.answered import numbers_said, view_said
from app.blocks.spoken import name_of
from app.document import WORKER, Change, Document, Value, new_id
from app.document.answer import (
    HIGHEST,
    LOWEST,
    Answer,
    Movement,
    alone_scene,
    answer,
    answer_of,
    keep,
    show,
    shown_answers,
)
from app.language import N_, _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made
from app.ui.kit.faces import face_button
from app.ui.kit.field import DraftField
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler

Ask: TypeAlias = Literal["stand", "number"]

_STANDS = (("agree", N_("I agree")), ("not", N_("I do not agree")), ("unsure", N_("I am not sure")))
_NONES = (("rather-not", N_("I would rather not say")), ("not-today", N_("Not today")))


@component
def Alone(hand: Hand, *, about: str, ask: Ask, of: str) -> ft.Control:
    """The answer of the hand's holder about an item: a view or a number, own words, who sees it; or none at all.

    hand.document: what the holder may see (seen_by), in which nothing is that anybody keeps. of: the mark of the words
    that are asked about. Each time that somebody is asked makes an answer of its own.
    """
    id, _set_id = made(new_id)
    scene, holder = alone_scene(about), hand.holder
    now = answer_of(hand.now(), id) or Answer(id, holder, about)

    def say(**said: Value) -> bool:
        return hand.make(lambda: answer(hand.now(), id, about=about, by=holder, of=of, **said), scene, holder)

    def choose(name: str, value: str | int, chosen: bool) -> Handler:
        return hand.handler(lambda: say(**{name: None if chosen else value}))

    def field(name: str, label: str, kept_words: str) -> ft.Control:
        drawn = DraftField(
            key=f"answer-{name}-field",
            name=label,
            kept=kept_words,
            keep=lambda words: say(**{name: words}) if words or kept_words else True,
            draft=hand.draft,
            field_key=f"answer-{name}",
        )
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    def buttons(name: str, of_: tuple[tuple[str | int, str], ...], value: str | int | None) -> ft.Control:
        return ft.Row(
            [
                parts.button(
                    words,
                    choose(name, slug, slug == value),
                    key=f"{name}-{slug}",
                    height=theme.CHILD_TARGET,
                    chosen=slug == value,
                )
                for slug, words in of_
            ],
            wrap=True,
            spacing=theme.GAP_S,
            run_spacing=theme.GAP_S,
        )

    controls: list[ft.Control] = [*_shown_now(hand, about, id, scene)]
    if ask == "number":
        numbers = tuple((n, str(n)) for n in range(LOWEST, HIGHEST + 1))
        controls.append(buttons("number", numbers, now.number))
    else:
        controls.append(buttons("stand", tuple((slug, _(words)) for slug, words in _STANDS), now.stand))
    controls.append(buttons("none", tuple((slug, _(words)) for slug, words in _NONES), now.none))
    controls.append(parts.words(_("Nobody waits for this. You can stop whenever you like."), size=theme.CONTROL))
    if not now.none:
        mine = _("What makes it that high?") if ask == "number" else _("In my own words")
        controls.append(field("words", mine, now.words))
        if ask == "number":
            controls.append(field("higher", _("What would make it one higher?"), now.higher))
        controls += [] if holder == WORKER else [_scribe(hand, now, say)]
    if now.says_something:
        controls += _who_sees(hand, now, scene)
    controls.append(
        parts.words(
            _("If you might not be safe, I have to tell people who can help. I will try to tell you first."),
            size=theme.CONTROL,
            quiet=True,
        )
    )
    return ft.Column(controls, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _scribe(hand: Hand, now: Answer, say: Callable[..., bool]) -> ft.Control:
    """Who writes: the worker may, for somebody who would rather talk. It then says so wherever it is read."""
    written = now.scribe not in ("", hand.holder)
    name = _("I write this myself") if written else _("{name} writes this for me").format(name=_worker(hand))
    return ft.Row(
        [
            *([parts.quiet(_("Written down by {name}").format(name=_worker(hand)))] if written else []),
            parts.link(
                name,
                hand.handler(lambda: say(scribe=hand.holder if written else WORKER)),
                key="who-writes",
            ),
        ],
        wrap=True,
        spacing=theme.GAP_S,
    )


def _who_sees(hand: Hand, now: Answer, scene: str) -> list[ft.Control]:
    """Kept, unless its owner shows it."""

    def do(act: Callable[[Document, str], Sequence[Change]]) -> Handler:
        return hand.handler(lambda: hand.make(lambda: act(hand.now(), now.id), scene, hand.holder))

    told = (
        _("Everyone at the table can see it, and everyone with a copy. You can take that back.")
        if now.shown
        else _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=_worker(hand))
    )
    return [
        parts.heading(_("Who may see this?")),
        ft.Row(
            [
                parts.button(
                    _("Keep it"),
                    do(keep),
                    key="keep-it",
                    icon=ft.Icons.VISIBILITY_OFF_OUTLINED,
                    height=theme.CHILD_TARGET,
                    chosen=not now.shown,
                ),
                parts.button(
                    _("Show it to everyone"),
                    do(show),
                    key="show-it",
                    icon=ft.Icons.PEOPLE_OUTLINE,
                    height=theme.CHILD_TARGET,
                    chosen=now.shown,
                ),
            ],
            wrap=True,
            spacing=theme.GAP_S,
            run_spacing=theme.GAP_S,
        ),
        parts.words(told, size=theme.CONTROL),
    ]


def _shown_now(hand: Hand, about: str, id: str, scene: str) -> list[ft.Control]:
    """What everyone may see of the holder's already, each with the touch that takes it back."""

    def take_back(shown: str) -> Handler:
        return hand.handler(lambda: hand.make(lambda: keep(hand.now(), shown), scene, hand.holder))

    lines: list[ft.Control] = []
    for a in shown_answers(hand.document, about):
        if a.by != hand.holder or a.id == id:
            continue
        said = view_said(a, hand.who) if a.number is None else numbers_said(Movement(a.by, (a.number,), a), hand.who)
        lines.append(parts.words(said + (f": {a.words}" if a.words else "")))
        back = parts.button(_("Do not show this any more"), take_back(a.id), key=f"take-back-{a.id}")
        lines.append(ft.Row([back], wrap=True))
    return [parts.heading(_("What everyone can see now")), *lines] if lines else []


def _worker(hand: Hand) -> str:
    return name_of(WORKER, hand.who)


def ask_alone(hand: Hand, about: str, *, children: bool, key: str) -> list[ft.Control]:
    """Return the faces by which each person is asked about an item alone; none where nobody can hand the tablet over.

    The same faces, whoever was asked and whatever they said. children: whether children are asked too: they do
    not judge grown-ups' worries.
    """
    if hand.alone or hand.holder or hand.talking:
        return []

    def ask(person: str) -> Handler:
        return hand.handler(lambda: hand.ask_alone(about, person))

    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            ask(p.id),
            key=f"{key}-{p.id}",
            label=_("Ask {name} alone").format(name=p.name),
            size=theme.TARGET,
        )
        for p in hand.who.values()
        if children or p.role != "child"
    ]
    return [
        parts.words(_("Ask somebody alone. They choose whether to answer, and who sees it."), size=theme.CONTROL),
        ft.Row(faces, wrap=True, spacing=4, run_spacing=4),
    ]
