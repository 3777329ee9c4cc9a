"""One person's sitting at the tablet: where they are, what is unlocked, what is open. One a browser tab."""

import inspect
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import flet as ft

from app.document import NotAccepted, new_id
from app.language import _
from app.store import Locked, NotSaved, StoreFault
from app.store.desk import Desk, NotAllowed
from app.tablet import Tablet
from app.ui.open_plan import OpenPlan
from app.ui.places import Lock, Place

log = logging.getLogger("alongside")

SPELL = "spell"
"""The name of the sealed setting that keeps how far undo reaches, over a restart."""

PHONE_WIDTH = 600
"""Narrower than this (in logical pixels) is a phone: one column."""


@dataclass(frozen=True)
class Window:
    """The window's size in logical pixels, and whether an on-screen keyboard covers some of it."""

    width: float = 1180
    height: float = 820
    keyboard: bool = False

    @property
    def shape(self) -> str:
        """ "wide", "tall" or "phone": the three layouts of DESIGN.md."""
        if min(self.width, self.height) < PHONE_WIDTH and self.width < 900:
            return "phone"
        return "wide" if self.width >= self.height else "tall"


@ft.observable
@dataclass
class Session:
    """What one session knows. Screens watch it; its public fields are only ever replaced.

    notice is a sentence for everybody in the room, shown until it is touched away. version is
    counted up when something outside (a card, a setting) has changed and lists must be read again.
    typing: words are being written that are not yet an edit, so nothing may say "Saved".
    """

    place: Place = field(default_factory=Lock)
    window: Window = field(default_factory=Window)
    notice: str = ""
    typing: bool = False
    version: int = 0
    demo: str = ""
    _page: ft.Page | None = None
    _tablet: Tablet | None = None
    _desk: Desk | None = None
    _open: dict[str, OpenPlan] = field(default_factory=dict)
    _drafts: dict[str, Callable[[], None]] = field(default_factory=dict)
    _under_way: set[str] = field(default_factory=set)
    _spell: str = field(default_factory=new_id)

    @property
    def page(self) -> ft.Page:
        """The session's page."""
        assert self._page is not None
        return self._page

    @property
    def tablet(self) -> Tablet:
        """The tablet that the session is at."""
        assert self._tablet is not None
        return self._tablet

    @property
    def desk(self) -> Desk:
        """The desk; only there while this session is unlocked. Raises Locked."""
        if self._desk is None:
            raise Locked
        return self._desk

    @property
    def unlocked(self) -> bool:
        """Whether this session is unlocked."""
        return self._desk is not None

    def go(self, place: Place) -> None:
        """Go somewhere. Half-written words are kept first."""
        self.keep_drafts()
        self.notice = ""
        self.place = place

    def say(self, sentence: str) -> None:
        """Show a sentence until somebody touches it away."""
        self.notice = sentence

    async def begin(self, desk: Desk) -> None:
        """This session is unlocked now. The spell goes on where a program was stopped; a lock has ended it."""
        self._desk = desk
        self._spell = str(await self.setting(SPELL, "") or new_id())
        await self.keep_setting(SPELL, self._spell)

    async def lock(self) -> None:
        """Keep what is half-written, close what is open, and show the lock. Undo reaches no further back."""
        self.keep_drafts()
        for plan in self._open.values():
            plan.close()
        self._open = {}
        self._drafts = {}
        was, self._desk = self._desk, None
        self.notice = ""
        self.place = Lock()
        if was is not None:
            with suppress(NotSaved):  # Then undo reaches a little too far back: worth less than locking now.
                await was.thread.run(was.vault.keep_setting, SPELL, "")
            await self.tablet.leave()

    async def open(self, document: str) -> OpenPlan:
        """Open a document for this session, or return it where it is open. Raises StoreFault."""
        held = self._open.get(document)
        if held is None:
            news = await self.desk.open(document)
            held = self._open.get(document)
            if held is None:
                held = OpenPlan(document, news.document, news.saving, _desk=self.desk, _spell=self._spell)
                held.listen(self._run)
                self._open[document] = held
        return held

    def catch_up(self) -> None:
        """The tab is back after its line was cut: take what was changed meanwhile."""
        for id, plan in self._open.items():
            plan.receive(self.desk.news(id))

    def opened(self, document: str) -> OpenPlan | None:
        """Return a document that this session has open already."""
        return self._open.get(document)

    async def setting(self, name: str, default: Any = None) -> Any:
        """Return one of the tablet's sealed settings."""
        return await self.desk.thread.run(self.desk.vault.setting, name, default)

    async def keep_setting(self, name: str, value: Any) -> None:
        """Keep a setting, sealed. Raises NotSaved."""
        await self.desk.thread.run(self.desk.vault.keep_setting, name, value)

    def draft(self, key: str, keep: Callable[[], None] | None) -> None:
        """A field has words that are not yet an edit (keep makes them one), or has none any more (None)."""
        if keep is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = keep
        self.typing = bool(self._drafts)

    def keep_drafts(self) -> None:
        """Make every half-written field an edit, now: before any other action, and before leaving."""
        for keep in tuple(self._drafts.values()):
            keep()
        self._drafts = {}
        self.typing = False

    def handler(self, act: Callable[..., Any], *, once: bool = False) -> Callable[..., Awaitable[None]]:
        """Return the handler that does this for a touch: the boundary at which every fault becomes a sentence.

        Half-written words are kept first. act may take the event or nothing, and may be async.
        once: a second touch while the first is still being done does nothing (it would add a second family).
        """
        by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        takes_event = any(p.kind in by_place for p in inspect.signature(act).parameters.values())

        async def handle(event: Any = None) -> None:
            if once and act.__qualname__ in self._under_way:
                return
            self._under_way.add(act.__qualname__)
            with self.minding():
                self.keep_drafts()
                result = act(event) if takes_event else act()
                if inspect.isawaitable(result):
                    await result
            self._under_way.discard(act.__qualname__)

        return handle

    @contextmanager
    def minding(self, say: Callable[[str], None] | None = None, *, back: Place | None = None) -> Iterator[None]:
        """Do something at the edge of the app: whatever goes wrong inside becomes a sentence on the screen.

        Nothing that the family wrote is in that sentence, nor in the log. say: shows it, where not the
        notice. back: where to go when it failed.
        """
        try:
            yield
        except Exception as fault:  # noqa: BLE001 - here, and only here, everything becomes a sentence
            if isinstance(fault, Locked) and not self.unlocked:
                return  # Somebody locked while a screen was still being read: what it asked for is not wanted now.
            if back is not None:
                self.go(back)
            (say or self.say)(sentence_for(fault))

    def _run(self, act: Callable[[], None]) -> None:
        """Do something in this session's own page's context; a tab whose line is cut catches up when it is back."""
        if self.page.session.connection is None:
            return

        async def run() -> None:
            with self.minding():
                act()

        self.page.run_task(run)


def sentence_for(fault: Exception) -> str:
    """Return what to say for a fault: what happened, what is safe, what to do now."""
    if isinstance(fault, StoreFault):
        return fault.sentence()
    if isinstance(fault, NotAllowed):
        return _("This belongs to somebody else, so it was left as it is.")
    if isinstance(fault, NotAccepted):
        if fault.reason == "too-long":
            return _("That is too long to keep in one place. What was there before is safe. Please use fewer words.")
        if fault.reason == "empty":
            return _("A name is needed here. Nothing has been changed.")
        return _("That cannot be kept here. Nothing has been changed.")
    _log_fault(fault)
    return _("Something did not work. What was saved is safe. Please try again.")


def _log_fault(fault: Exception) -> None:
    """Log where a fault came from, without its message: messages can hold what somebody wrote."""
    frames = traceback.extract_tb(fault.__traceback__)
    trail = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    log.error("%s at %s", type(fault).__name__, trail)
