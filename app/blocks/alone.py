"""One person is asked one thing, alone, with the tablet in their hands. Nothing waits for an answer.

Source: field/safety-plan.md ("Views and numbers can be dangerous"). The page begins empty every time, whatever its
owner kept before: the wrong hands may have touched the face, and are to learn nothing, not even that there is an
answer. Only what everyone may see already stands on it, with the touch that takes it back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import flet as ft

from app.blocks.answered import numbers_said, view_said
from app.blocks.spoken import name_of
from app.document import WORKER, Change, Document, Value, new_id
from app.document.answer import (
    Answer,
    Ends,
    Movement,
    alone_scene,
    answer,
    answer_of,
    ends_of,
    keep,
    show,
    shown_answers,
)
from app.language import N_, _
from app.sheet.feelings import feeling_name
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made
from app.ui.kit.faces import face_button
from app.ui.kit.feelings import feeling_face
from app.ui.kit.field import DraftField
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable

Ask: TypeAlias = Literal["stand", "number"]

_STANDS = (("agree", N_("I agree")), ("not", N_("I do not agree")), ("unsure", N_("I am not sure")))
_FACE = 88
"""How large a face that is chosen is, in pixels."""
_NONES = (("rather-not", N_("I would rather not say")), ("not-today", N_("Not today")))


@component
def Alone(hand: Hand, *, about: str, ask: Ask, of: str) -> ft.Control:
    """The answer of the hand's holder about an item: a view or a number, own words, who sees it; or none at all.

    hand.document: what the holder may see (seen_by), in which nothing is that anybody keeps. of: the mark of the words
    that are asked about. Each time that somebody is asked makes an answer of its own.
    """
    id, _set_id = made(new_id)
    giving = Giving(hand, about, id, alone_scene(about), of)
    now = giving.now
    controls: list[ft.Control] = [*shown_now(hand, about, id, giving.scene)]
    controls.append(giving.numbers() if ask == "number" else giving.stands())
    controls += [giving.nones(), nobody_waits()]
    if not now.none:
        controls += giving.words(_("What makes it that high?") if ask == "number" else _("In my own words"), ask)
    if now.says_something:
        controls += _who_sees(hand, now, giving.scene)
    controls.append(if_not_safe())
    return ft.Column(controls, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@dataclass(frozen=True)
class Giving:
    """One answer in the hands of its owner, who gives it: the controls for its parts.

    about: the item that is asked about. id: of the answer, which is made with the first thing that is said. scene:
    of the page. of: the mark of the words that are asked about.
    """

    hand: Hand
    about: str
    id: str
    scene: str
    of: str

    @property
    def now(self) -> Answer:
        """Return the answer as it stands."""
        return answer_of(self.hand.now(), self.id) or Answer(self.id, self.hand.holder, self.about)

    @property
    def ends(self) -> Ends:
        """Return the ends of the number line."""
        return ends_of(self.hand.document, self.about)

    def say(self, **said: Value) -> bool:
        """Make the answer say this. False: it could not be made."""
        hand, holder = self.hand, self.hand.holder
        return hand.make(
            lambda: answer(hand.now(), self.id, about=self.about, by=holder, of=self.of, **said), self.scene, holder
        )

    def choose(self, name: str, value: str | int) -> Handler:
        """Return the touch that chooses a value; where it holds already, it is taken back."""
        chosen = getattr(self.now, name) == value
        return self.hand.handler(lambda: self.say(**{name: None if chosen else value}))

    def stands(self) -> ft.Control:
        """A button for each view."""
        return self._buttons("stand", tuple((slug, _(words)) for slug, words in _STANDS))

    def nones(self) -> ft.Control:
        """The ways of not saying."""
        return self._buttons("none", tuple((slug, _(words)) for slug, words in _NONES))

    def numbers(self) -> ft.Control:
        """A button for each number; for children, a face for each."""
        if self.ends.faces:
            return _row([self._face(n) for n in self.ends.numbers])
        return self._buttons("number", tuple((n, str(n)) for n in self.ends.numbers))

    def written(self, name: str) -> ft.Control:
        """A field in which the number is written. name: stands above it."""
        kept = self.now.number

        def keep(words: str) -> bool:
            text = words.strip()
            return self.say(number=int(text) if text.isdecimal() else text or None)

        drawn = DraftField(
            key=f"answer-number-{self.about}",
            name=name,
            kept="" if kept is None else str(kept),
            keep=keep,
            draft=self.hand.draft,
            field_key="answer-number",
            lines=False,
        )
        return ft.Container(drawn, width=240, padding=ft.Padding.only(top=theme.GAP_S))

    def words(self, label: str, ask: Ask) -> list[ft.Control]:
        """The fields for own words, and who writes them. label: stands above the first."""
        higher = [self._field("higher", _("What would make it one higher?"))] if ask == "number" else []
        scribe = [] if self.hand.holder == WORKER else [self._scribe()]
        return [self._field("words", label), *higher, *scribe]

    def _buttons(self, name: str, of_: tuple[tuple[str | int, str], ...]) -> ft.Control:
        value = getattr(self.now, name)
        return _row(
            [
                parts.button(
                    words,
                    self.choose(name, slug),
                    key=f"{name}-{slug}",
                    height=theme.CHILD_TARGET,
                    chosen=slug == value,
                )
                for slug, words in of_
            ]
        )

    def _face(self, number: int) -> ft.Control:
        chosen, highest = self.now.number == number, self.ends.highest
        return touchable(
            feeling_face(number, size=_FACE, chosen=chosen),
            # Translators: one of some faces, as in "glad, 4 of 5"
            _("{feeling}, {n} of {most}").format(feeling=feeling_name(number), n=number, most=highest),
            self.choose("number", number),
            key=f"number-{number}",
            chosen=chosen,
            padding=theme.GAP_S,
            edge=ft.BorderSide(3, theme.ACCENT) if chosen else ft.BorderSide(1, theme.EDGE),
        )

    def _field(self, name: str, label: str) -> ft.Control:
        kept = str(getattr(self.now, name))
        drawn = DraftField(
            key=f"answer-{name}-{self.about}",
            name=label,
            kept=kept,
            keep=lambda words: self.say(**{name: words}) if words or kept else True,
            draft=self.hand.draft,
            field_key=f"answer-{name}",
        )
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    def _scribe(self) -> ft.Control:
        """Who writes: the worker may, for somebody who would rather talk. It then says so wherever it is read."""
        hand = self.hand
        written = self.now.scribe not in ("", hand.holder)
        name = _("I write this myself") if written else _("{name} writes this for me").format(name=_worker(hand))
        touched = hand.handler(lambda: self.say(scribe=hand.holder if written else WORKER))
        return ft.Row(
            [
                *([parts.quiet(_("Written down by {name}").format(name=_worker(hand)))] if written else []),
                parts.link(name, touched, key="who-writes"),
            ],
            wrap=True,
            spacing=theme.GAP_S,
        )


def not_said(now: Answer) -> str:
    """Return the words of a way of not saying, for its owner alone; "" for any other answer."""
    return _(dict(_NONES).get(now.none, ""))


def nobody_waits() -> ft.Control:
    """Say that nothing has to be answered."""
    return parts.words(_("Nobody waits for this. You can stop whenever you like."), size=theme.CONTROL)


def if_not_safe() -> ft.Control:
    """Say when what is kept cannot stay between two people."""
    words = _("If you might not be safe, I have to tell people who can help. I will try to tell you first.")
    return parts.words(words, size=theme.CONTROL, quiet=True)


def _who_sees(hand: Hand, now: Answer, scene: str) -> list[ft.Control]:
    """Kept, unless its owner shows it."""
    told = (
        _("Everyone at the table can see it, and everyone with a copy. You can take that back.")
        if now.shown
        else _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=_worker(hand))
    )
    return [
        parts.heading(_("Who may see this?")),
        keep_or_show(hand, now, scene),
        parts.words(told, size=theme.CONTROL),
    ]


def keep_or_show(hand: Hand, now: Answer, scene: str, *, key: str = "", label: str = "") -> ft.Control:
    """The two buttons by which its owner keeps an answer, or shows it; off where there is nothing to show.

    key, label: of one of several, what stands behind the buttons' keys, and before what a screen reader is told of
    them.
    """

    def do(act: Callable[[Document, str], Sequence[Change]]) -> Handler:
        return hand.handler(lambda: hand.make(lambda: act(hand.now(), now.id), scene, hand.holder))

    ways = (
        ("keep-it", _("Keep it"), ft.Icons.VISIBILITY_OFF_OUTLINED, keep, not now.shown),
        ("show-it", _("Show it to everyone"), ft.Icons.PEOPLE_OUTLINE, show, now.shown),
    )
    made_ = [
        parts.button(
            name,
            do(act),
            key=f"{slug}{key}",
            icon=icon,
            height=theme.CHILD_TARGET,
            chosen=holds,
            disabled=not now.says_something,
            told=f"{label}: {name}" if label else "",
        )
        for slug, name, icon, act, holds in ways
    ]
    return _row(made_)


def shown_now(hand: Hand, about: str, id: str, scene: str) -> list[ft.Control]:
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


def _row(controls: list[ft.Control]) -> ft.Control:
    return ft.Row(controls, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def _worker(hand: Hand) -> str:
    return name_of(WORKER, hand.who)


def ask_alone(hand: Hand, about: str, *, children: bool, key: str, grown_ups: bool = True) -> list[ft.Control]:
    """Return the faces by which each person is asked about an item alone; none where nobody can hand the tablet over.

    The same faces, whoever was asked and whatever they said. children: whether children are asked too: they do
    not judge grown-ups' worries. grown_ups: whether anybody else is.
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
        if (children if p.role == "child" else grown_ups)
    ]
    if not faces:
        return []
    return [
        parts.words(_("Ask somebody alone. They choose whether to answer, and who sees it."), size=theme.CONTROL),
        ft.Row(faces, wrap=True, spacing=4, run_spacing=4),
    ]
