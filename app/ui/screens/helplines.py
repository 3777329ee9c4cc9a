"""Who can help, as the worker chooses it: the numbers of this town, beside or instead of the usual ones."""

from collections.abc import Callable
from typing import Protocol

import flet as ft

from app.document import new_id
from app.kit import controls, theme
from app.kit.component import at_once, component, made, state
from app.kit.controls import Handler
from app.kit.removal import RemovedItem, taken_line, use_removals
from app.language import _, number_as_rung, unmarked
from app.store.helplines import MOST, Helpline, HelplinesChanged
from app.ui.actions.helplines import EMPTY, HelplineDraft, Unkept, as_kept, taken_up
from app.ui.session.session import Session

GROUP = "helplines"


class HelplineNumbers:
    """The numbers as they are written, and what is done with them. A part of the component that makes it.

    What is not kept yet waits, as words in every other field do; a line that is taken away stays where it stood, until
    it is brought back or the numbers are kept.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.drawn, self._put, self._latest = at_once(HelplineDraft())
        self.wrong, self.set_wrong = state("")
        self.kept, self.set_kept = state(False)
        self.before, self.set_before = made(tuple[Helpline, ...])
        self._mine, _same = made(lambda: session.drafts.to_field.name(f"{GROUP}-{new_id()}"))
        self.removals = use_removals()
        ft.use_effect(self._look, [])

    def now(self) -> HelplineDraft:
        """What is written at this moment."""
        return self._latest()._replace(gone=frozenset(int(t.id) for t in self.removals.taken))

    def _wait(self) -> None:
        written = self.now()
        words = "\n".join(written.unkept)
        waits = Unkept(words, self._still, refused=True, written=written) if words else None
        self.session.drafts.put(self._mine, waits)

    def _still(self) -> bool:
        self._wait()
        return False

    def _stand(self, written: HelplineDraft) -> None:
        """These lines are shown."""
        self.removals.clear()
        self._put(written)
        for n in sorted(written.gone):
            self.removals.add(_taken(n, written.lines[n], lambda: self.set_kept(False)))
        self._wait()

    async def _look(self) -> None:
        session = self.session
        with session.minding(self.set_wrong):
            door = await session.application.door()
            written = as_kept(door.helplines)
            aside = taken_up(session.application.aside)
            for waited in (*aside, self.now()):
                written = waited.onto(written)
            self._stand(written)
            others = [HelplinesChanged().sentence()] if any(w.read != door.helplines for w in aside) else []
            self.set_wrong(" ".join([*others, *door.told_of_helplines]))

    def change(self, n: int, **new: str) -> None:
        """A line is written in."""
        self.set_kept(False)
        lines = [*self._latest().lines]
        lines += [EMPTY] * (n + 1 - len(lines))
        lines[n] = lines[n]._replace(**new)
        self._put(self._latest()._replace(lines=tuple(lines)))
        self._wait()

    def add(self) -> None:
        """One more line."""
        if len(self.now().left) < MOST:
            self._put(self._latest()._replace(lines=(*self._latest().lines, EMPTY)))

    def remove(self, n: int) -> Handler:
        """Return what takes a line away."""

        def away() -> None:
            if self.removals.heeds():
                self.set_kept(False)
                self.removals.add(_taken(n, self._latest().lines[n], lambda: self.set_kept(False)))
                self._wait()

        return self.session.handler(away)

    async def keep(self, chosen: tuple[Helpline, ...]) -> bool:
        """Return whether these are kept. What is written while they are being kept stands in its line, and waits."""
        self.set_wrong("")
        self.set_kept(False)
        at_touch = self.now()
        with self.session.minding(self.set_wrong):
            try:
                there = await self.session.application.keep_helplines(chosen, read=at_touch.read)
            except HelplinesChanged as changed:
                self._stand(self.now().onto(as_kept(changed.now)))
                raise
            self._stand(self.now()._replace(first=at_touch.lines).onto(as_kept(there)))
            self.set_kept(not self.now().unkept)
            return True
        return False

    async def first_ones(self) -> None:
        """They are kept at once; one's own can be brought back until the screen is left."""
        if self.removals.heeds():
            own = self.now().left
            if await self.keep(()):
                self.set_before(own)

    async def own_ones(self) -> None:
        """They stand here again even where they cannot be kept, with what was written since."""
        own = (*self.before, *(line for line in self.now().mine if line not in self.before))
        self.set_before(())
        self._stand(self.now()._replace(lines=own, gone=frozenset()))
        await self.keep(own)


@component
def HelplinesChoice(session: Session) -> ft.Control:
    """A line for each: who answers, and the number. They change when "Keep these numbers" is touched."""
    numbers = HelplineNumbers(session)
    gone = {t.id: t for t in numbers.removals.taken}
    return ft.Column(
        [
            controls.heading(_("Who can help")),
            controls.words(
                _("Anybody can read these numbers, even when the tablet is locked. Write no secret address here."),
                size=theme.CONTROL,
            ),
            *[
                taken_line(numbers.removals, gone[str(n)], session.handler)
                if str(n) in gone
                else _line(session, n, line, numbers.change, numbers.remove(n))
                for n, line in enumerate(numbers.drawn.lines)
            ],
            *([controls.fault(numbers.wrong)] if numbers.wrong else []),
            *([controls.words(_("These numbers are kept."), bold=True)] if numbers.kept else []),
            _ways(session, numbers, full=len(numbers.drawn.lines) - len(gone) >= MOST),
        ],
        spacing=theme.GAP,
    )


def _ways(session: Session, numbers: HelplineNumbers, *, full: bool) -> ft.Control:
    """One more, keep them, and back to the first ones or one's own. full: there is no room for one more."""
    keep = session.handler(lambda: numbers.keep(numbers.now().left), once="keep")
    first = session.handler(numbers.first_ones, once=True)
    own = controls.link(_("Bring back yours"), session.handler(numbers.own_ones), key="own-helplines")
    return ft.Row(
        [
            controls.button(_("Add a number"), numbers.add, key="add-helpline", disabled=full),
            controls.button(_("Keep these numbers"), keep, key="keep-helplines"),
            controls.link(_("Bring back the first ones"), first, key="first-helplines"),
            *([own] if numbers.before else []),
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )


def _taken(n: int, line: Helpline, back: Callable[[], None]) -> RemovedItem[str]:
    return RemovedItem(str(n), line.who, GROUP, (), back)


class _Change(Protocol):
    """Put new words (who, number) into a line, counted from 0."""

    def __call__(self, n: int, **new: str) -> None: ...


def _line(session: Session, n: int, line: Helpline, change: _Change, remove: Handler) -> ft.Control:
    who = controls.text_field(
        _("Who answers"),
        key=f"helpline-who-{n}",
        value=line.who,
        lines=True,
        on_change=lambda e: change(n, who=e.control.value or ""),
    )
    number = controls.text_field(
        _("Number"),
        key=f"helpline-number-{n}",
        # A number runs from the left in every language. What makes it do so is not a part of it.
        value=number_as_rung(line.number),
        on_change=lambda e: change(n, number=unmarked(e.control.value or "")),
    )
    away = controls.icon_button(ft.Icons.CLOSE, _("Take this number away"), remove, key=f"remove-helpline-{n}")
    if session.window.shape == "phone":
        ring: ft.Control = ft.Row([ft.Container(number, expand=True), away], spacing=theme.GAP_S)
        return ft.Column([who, ring], key=f"helpline-{n}", spacing=theme.GAP_S)
    return ft.Row(
        [ft.Container(who, expand=3), ft.Container(number, expand=2), away], key=f"helpline-{n}", spacing=theme.GAP_S
    )
