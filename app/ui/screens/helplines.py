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


@component
def HelplinesChoice(session: Session) -> ft.Control:
    """A line for each: who answers, and the number. They change when "Keep these numbers" is touched."""
    drawn, put, latest = at_once(HelplineDraft())
    wrong, set_wrong = state("")
    kept, set_kept = state(False)
    before, set_before = made(tuple[Helpline, ...])
    mine, _same = made(lambda: session.drafts.to_field.name(f"{GROUP}-{new_id()}"))
    removals = use_removals()
    gone = {t.id: t for t in removals.taken}

    def now() -> HelplineDraft:
        return latest()._replace(gone=frozenset(int(t.id) for t in removals.taken))

    def wait() -> None:
        """What is not kept yet waits, as words in every other field do."""
        written = now()
        words = "\n".join(written.unkept)
        session.drafts.put(mine, Unkept(words, still, refused=True, written=written) if words else None)

    def still() -> bool:
        wait()
        return False

    def stand(written: HelplineDraft) -> None:
        """These lines are shown."""
        removals.clear()
        put(written)
        for n in sorted(written.gone):
            removals.add(_taken(n, written.lines[n], lambda: set_kept(False)))
        wait()

    async def look() -> None:
        with session.minding(set_wrong):
            door = await session.application.door()
            written = as_kept(door.helplines)
            aside = taken_up(session.application.aside)
            for waited in (*aside, now()):
                written = waited.onto(written)
            stand(written)
            others = [HelplinesChanged().sentence()] if any(w.read != door.helplines for w in aside) else []
            set_wrong(" ".join([*others, *door.told_of_helplines]))

    def change(n: int, **new: str) -> None:
        set_kept(False)
        lines = [*latest().lines]
        lines += [EMPTY] * (n + 1 - len(lines))
        lines[n] = lines[n]._replace(**new)
        put(latest()._replace(lines=tuple(lines)))
        wait()

    def add() -> None:
        if len(now().left) < MOST:
            put(latest()._replace(lines=(*latest().lines, EMPTY)))

    def remove(n: int) -> Handler:
        """A line that is taken away stays where it stood, until it is brought back or the numbers are kept."""

        def away() -> None:
            if removals.heeds():
                set_kept(False)
                removals.add(_taken(n, latest().lines[n], lambda: set_kept(False)))
                wait()

        return session.handler(away)

    async def keep(chosen: tuple[Helpline, ...]) -> bool:
        """Return whether these are kept. What is written while they are being kept stands in its line, and waits."""
        set_wrong("")
        set_kept(False)
        at_touch = now()
        with session.minding(set_wrong):
            try:
                there = await session.application.keep_helplines(chosen, read=at_touch.read)
            except HelplinesChanged as changed:
                stand(now().onto(as_kept(changed.now)))
                raise
            stand(now()._replace(first=at_touch.lines).onto(as_kept(there)))
            set_kept(not now().unkept)
            return True
        return False

    async def first_ones() -> None:
        """They are kept at once; one's own can be brought back until the screen is left."""
        if removals.heeds():
            own = now().left
            if await keep(()):
                set_before(own)

    async def own_ones() -> None:
        """They stand here again even where they cannot be kept, with what was written since."""
        own = (*before, *(line for line in now().mine if line not in before))
        set_before(())
        stand(now()._replace(lines=own, gone=frozenset()))
        await keep(own)

    ft.use_effect(look, [])
    return ft.Column(
        [
            controls.heading(_("Who can help")),
            controls.words(
                _("Anybody can read these numbers, even when the tablet is locked. Write no secret address here."),
                size=theme.CONTROL,
            ),
            *[
                taken_line(removals, gone[str(n)], session.handler)
                if str(n) in gone
                else _line(session, n, line, change, remove(n))
                for n, line in enumerate(drawn.lines)
            ],
            *([controls.fault(wrong)] if wrong else []),
            *([controls.words(_("These numbers are kept."), bold=True)] if kept else []),
            ft.Row(
                [
                    controls.button(
                        _("Add a number"),
                        add,
                        key="add-helpline",
                        disabled=len(drawn.lines) - len(gone) >= MOST,
                    ),
                    controls.button(
                        _("Keep these numbers"),
                        session.handler(lambda: keep(now().left), once="keep"),
                        key="keep-helplines",
                    ),
                    controls.link(
                        _("Bring back the first ones"), session.handler(first_ones, once=True), key="first-helplines"
                    ),
                    *(
                        [controls.link(_("Bring back yours"), session.handler(own_ones), key="own-helplines")]
                        if before
                        else []
                    ),
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
        ],
        spacing=theme.GAP,
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
