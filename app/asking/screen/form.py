"""One answer, in the hands of its owner, who gives it: the controls for its number, its view, its words, or none.

Source: docs/domain/safety-plan.md ("Views and numbers can be dangerous").
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import flet as ft

from app.document import WORKER, Change, Document, Value
from app.document.answer import Answer, Ends, all_answers, answer, answer_id, answer_of, ends_of
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.feelings import feeling_face
from app.kit.tappable import touchable
from app.language import N_, _, as_typed
from app.sayings.outline import name_of
from app.sheet.feelings import feeling_name

Ask: TypeAlias = Literal["stand", "number"]

_STANDS = (("agree", N_("I agree")), ("not", N_("I do not agree")), ("unsure", N_("I am not sure")))
_FACE = 88
"""How large a face that is chosen is, in pixels."""
_NONES = (("rather-not", N_("I would rather not say")), ("not-today", N_("Not today")))


WHO_SEES = "end"
"""What the page is called (EditorContext.at) on which somebody says who may see what they gave."""


def id_for(context: EditorContext, about: str) -> str:
    """Return the id of the answer about an item that the holder gives now: another one each day."""
    return answer_id(_asking(context), about)


def given_now(context: EditorContext, document: Document) -> tuple[Answer, ...]:
    """Return what the holder has given since they were asked, as far as there is anything to show.

    Only for the page in their own hands.
    """
    mine = [i for i in document.items.values() if i.by == context.holder and i.parent is not None]
    about = dict.fromkeys(i.parent or "" for i in mine if i.id == id_for(context, i.parent or ""))
    found = (a for x in about for a in all_answers(document, x) if a.id == id_for(context, x))
    return tuple(a for a in found if a.says_something)


def _asking(context: EditorContext) -> str:
    return f"{context.asked}:{context.today.isoformat()}"


@dataclass(frozen=True)
class AnswerForm:
    """One answer in the hands of its owner, who gives it: the controls for its parts."""

    context: EditorContext
    """What the page is given; its holder is the answer's owner."""
    about: str
    """The item (an id) that is asked about."""
    id: str
    """Of the answer, which is made with the first thing that is said."""
    undo_scope: str
    """Of the page."""
    of: str
    """The mark of the words that are asked about (document.answer.mark_of)."""
    then: Callable[[], None] = lambda: None
    """Called when a touch has chosen something; not when it took something back."""
    turning: Callable[[], bool] = lambda: False
    """Whether the page is about to be another one: then a second touch on the same takes nothing back."""

    @property
    def now(self) -> Answer:
        """Return the answer as it stands."""
        return answer_of(self.context.now(), self.id) or Answer(self.id, self.context.holder, self.about)

    @property
    def ends(self) -> Ends:
        """Return the ends of the number line."""
        return ends_of(self.context.document, self.about)

    def say(self, **said: Value) -> bool:
        """Make the answer say this. False: it could not be made."""
        context, holder, day = self.context, self.context.holder, self.context.today

        def changes() -> tuple[Change, ...]:
            return answer(context.now(), self.id, about=self.about, by=holder, of=self.of, day=day, **said)

        return context.make(changes, self.undo_scope, holder)

    def choose(self, name: str, value: str | int) -> Handler:
        """Return the touch that chooses a value; where it holds already, it is taken back."""

        def act() -> None:
            chosen = getattr(self.now, name) == value
            if not (chosen and self.turning()) and self.say(**{name: None if chosen else value}) and not chosen:
                self.then()

        return self.context.handler(act)

    def stands(self) -> ft.Control:
        """A button for each view."""
        return self._buttons("stand", tuple((slug, _(words)) for slug, words in _STANDS))

    def nones(self) -> ft.Control:
        """The ways of not saying."""
        return self._buttons("none", tuple((slug, _(words)) for slug, words in _NONES))

    def numbers(self) -> ft.Control:
        """A button for each number; for children, a face for each."""
        if self.ends.faces:
            return row([self._face(n) for n in self.ends.numbers])
        return self._buttons("number", tuple((n, str(n)) for n in self.ends.numbers))

    def written(self, name: str) -> ft.Control:
        """A field in which the number is written. name: stands above it."""
        kept = self.now.number

        def keep(words: str) -> bool:
            return self.say(number=as_typed(words))

        drawn = DraftField.keyed(f"answer-number-{self.about}")(
            name=name,
            kept="" if kept is None else str(kept),
            keep=keep,
            draft=self.context.draft,
            field_key="answer-number",
            spot=f"answer-number-{self.about}",
            lines=False,
        )
        return ft.Container(drawn, width=240, padding=ft.Padding.only(top=theme.GAP_S))

    def words(self, label: str, ask: Ask) -> list[ft.Control]:
        """The fields for own words, and who writes them. label: stands above the first."""
        higher = [self._field("higher", _("What would make it one higher?"))] if ask == "number" else []
        scribe = [] if self.context.holder == WORKER else [self._scribe()]
        return [self._field("words", label), *higher, *scribe]

    def _buttons(self, name: str, of_: tuple[tuple[str | int, str], ...]) -> ft.Control:
        value = getattr(self.now, name)
        return row(
            [
                controls.button(
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
        drawn = DraftField.keyed(f"answer-{name}-{self.about}")(
            name=label,
            kept=kept,
            keep=lambda words: self.say(**{name: words}) if words or kept else True,
            draft=self.context.draft,
            field_key=f"answer-{name}",
            spot=f"answer-{name}-{self.about}",
        )
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    def _scribe(self) -> ft.Control:
        """Who writes: the worker may, for somebody who would rather talk. It then says so wherever it is read."""
        context = self.context
        written = self.now.scribe not in ("", context.holder)
        name = _("I write this myself") if written else _("{name} writes this for me").format(name=worker_of(context))
        touched = context.handler(lambda: self.say(scribe=context.holder if written else WORKER))
        return ft.Row(
            [
                *([controls.quiet(_("Written down by {name}").format(name=worker_of(context)))] if written else []),
                controls.link(name, touched, key="who-writes"),
            ],
            wrap=True,
            spacing=theme.GAP_S,
        )


def not_said(now: Answer) -> str:
    """Return the words of a way of not saying, for its owner alone; "" for any other answer."""
    return _(dict(_NONES).get(now.none, ""))


def stand_said(now: Answer) -> str:
    """Return the words of a view, as its owner touched them; "" for none."""
    return _(dict(_STANDS).get(now.stand, ""))


def row(children: list[ft.Control]) -> ft.Control:
    """Return buttons that stand side by side where there is room."""
    return ft.Row(children, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def worker_of(context: EditorContext) -> str:
    """Return the worker's name, as it stands in sentences."""
    return name_of(WORKER, context.who)
