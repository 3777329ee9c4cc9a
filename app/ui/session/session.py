"""One person's sitting at the application: where they are, what is unlocked, what is open. One a browser tab."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any, cast

import flet as ft

from app.document import new_id
from app.document.header import header
from app.kit.handlers import Action, EventHandler
from app.kit.notice import Kind
from app.store import InTheBin, Locked, NotSaved
from app.system.clock import monotonic
from app.ui.session import resume, routes
from app.ui.session.auto_lock import LOCK_AFTER, LOCK_SETTING, minutes_of
from app.ui.session.drafts import Drafts, Leaving
from app.ui.session.drawing_tool import Habits
from app.ui.session.error_boundary import handler_of, minding_of
from app.ui.session.open_plan import OpenPlan
from app.ui.session.proof import Proof
from app.ui.session.routes import AtPlan, FamilyTime, Home, Lock, Route, in_hands, within
from app.ui.session.storage_status import state_of_disk
from app.ui.session.window import Window, draw_on
from app.workspace.application import Application
from app.workspace.workspace import Workspace

HIDE_KEY = "Escape"
"""The key that hides, from anywhere: the largest in its corner, and the one that people try."""

UNDO_SESSION = "spell"
"""The name of the sealed setting that keeps how far undo reaches, over a restart."""


@ft.observable
@dataclass
class Session:
    """What one session knows. Screens watch it; its public fields are only ever replaced.

    notice is a sentence for everybody in the room, shown until it is touched away; said is what it says of. version
    is counted up when something outside (a card, a setting) has changed and lists must be read again.
    drafts: words that stand in fields and are not yet an edit. typing: there are such, refused: those that could not be
    kept: nothing may say "Saved". leaving: what somebody was about to do who has such words (see asks_first).
    hidden: locked, with a harmless drawing page in front; cover_words: what stands on it.
    lock_after: minutes without a touch.
    family_time: the plan that a family has to itself now (see family_time.py). habits: how a child draws here.
    proof: when the worker last showed that it is them.
    """

    route: Route = field(default_factory=Lock)
    window: Window = field(default_factory=Window)
    notice: str = ""
    said: Kind = "fault"
    typing: bool = False
    refused: tuple[str, ...] = ()
    leaving: Leaving | None = None
    version: int = 0
    demo: str = ""
    hidden: bool = False
    cover_words: str = ""
    lock_after: int = LOCK_AFTER
    family_time: str = ""
    habits: Habits = field(default_factory=Habits)
    proof: Proof = field(default_factory=Proof)
    drafts: Drafts = field(init=False)
    _page: ft.Page | None = None
    _application: Application | None = None
    _workspace: Workspace | None = None
    _opening: bool = False
    _open: dict[str, OpenPlan] = field(default_factory=dict)
    _under_way: set[object] = field(default_factory=set)
    _keys: Callable[[str], Awaitable[None]] | None = None
    _way_back: Route | None = None
    _left: resume.Moment = resume.NEVER
    _touched: float = field(default_factory=monotonic)
    _undo_session: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        self.drafts = Drafts(lambda: self.route, self._drafts_changed, lambda: self.application.aside)

    @property
    def page(self) -> ft.Page:
        """The session's page."""
        assert self._page is not None
        return self._page

    @property
    def application(self) -> Application:
        """The tablet that the session is at."""
        assert self._application is not None
        return self._application

    @property
    def workspace(self) -> Workspace:
        """The desk; only there while this session is unlocked. Raises Locked."""
        if self._workspace is None:
            raise Locked
        return self._workspace

    @property
    def unlocked(self) -> bool:
        """Whether this session is unlocked."""
        return self._workspace is not None

    @property
    def handed(self) -> bool:
        """Whether somebody else holds the application: nothing but the page in hand can be reached, until the PIN."""
        return in_hands(self.route)

    def go(self, route: Route) -> None:
        """Go somewhere, half-written words kept first: nowhere while somebody else has the tablet or a new secret is
        due, and in a family's own time only about their plan.
        """
        if routes.shut_in(self.route) or (self.family_time and not within(route, self.family_time)):
            self.keep_drafts()
        elif not self.asks_first(lambda: self.go(route)):
            self.notice = ""
            self.route = route

    def say(self, sentence: str, kind: Kind = "fault") -> None:
        """Show a sentence until somebody touches it away. kind: what it says of, a fault where nobody tells.

        Behind a lock only a fault is said: what was done for the worker is nothing for whoever finds the tablet.
        """
        if self.unlocked or kind == "fault":
            self.notice, self.said = sentence, kind

    async def begin(self, opening: Awaitable[Workspace]) -> None:
        """Unlock this session. opening: gives its desk. The spell goes on where a program was stopped; a lock ends it.

        Raises what opening raises; and Locked, where it was locked or hidden meanwhile: then nothing is open.
        """
        self._opening = True
        try:
            workspace = await opening
        finally:
            wanted, self._opening = self._opening, False
        if not wanted:
            await self.application.leave()
            raise Locked
        self._workspace = workspace
        self._undo_session = str(await self.setting(UNDO_SESSION, "") or new_id())
        await self.remember(UNDO_SESSION, self._undo_session)
        self.lock_after = minutes_of(await self.setting(LOCK_SETTING, LOCK_AFTER))
        from app.store import family_time  # By now the store is loaded; the lock shows without it.

        self.family_time = await workspace.thread.run(family_time.plan_of, workspace.vault)
        back = await resume.found(self, self._way_back, self._left)
        if not self.unlocked:
            raise Locked
        self._way_back, self._touched = back, monotonic()
        self.proof.forget()  # What was asked before a lock, and answered after it, proves nobody.

    async def hide(self) -> None:
        """Show a harmless page, at once, and lock behind it. The PIN leads back to where this was."""
        await self.cover(resume.after_hide(self.route))

    async def cover(self, back: Route, words: str = "") -> None:
        """Hide, so that the PIN leads to this place. words: what stands on the harmless page."""
        if self.unlocked or self._opening:
            self.hidden, self.cover_words = True, words
            await self.lock(back=back)

    def come_back(self, *, family: bool = False) -> None:
        """Unlocked again: go on where it was hidden, or with today's family.

        family: it was the code of a family's own time. Whoever else unlocks then sees nothing but that it is.
        """
        route, self._way_back = self._way_back or Home(), None
        self.hidden, self.cover_words = False, ""
        if self.family_time and not family:
            self.route = FamilyTime()
        else:
            self.go(AtPlan(self.family_time) if self.family_time and not within(route, self.family_time) else route)
            if not self.family_time and (words_wait := self.drafts.still_waiting):
                self.say(words_wait, "hint")
        self.notice = self.notice or state_of_disk(self)

    async def new_undo_session(self) -> None:
        """The tablet changes hands: Undo reaches no further back than this."""
        self._undo_session = new_id()
        for plan in self._open.values():
            plan.begin_undo_session(self._undo_session)
        await self.remember(UNDO_SESSION, self._undo_session)

    def in_hand(self, keep: Callable[[], None] | None) -> None:
        """A stroke is being drawn (keep makes what there is of it a stroke), or none any more (None)."""
        self.drafts.in_hand = keep
        self.touched()

    def on_keys(self, act: Callable[[str], None] | None) -> None:
        """The screen does something with keys (act is told each one's name, but Hide's), or no more (None)."""
        self._keys = None if act is None else self.handler(act)

    def touched(self) -> None:
        """Somebody is there: too late, where it was left for so long that it is to lock."""
        if not self.left:
            self._touched = monotonic()

    @property
    def left(self) -> bool:
        """Whether nobody touched or wrote anything for as long as was chosen, in sleep too: it is to lock first."""
        return self.unlocked and monotonic() - self._touched > self.lock_after * 60

    async def lock_if_left(self) -> None:
        """Lock where it was left."""
        if self.left:
            await self.lock()

    async def lock(self, *, back: Route | None = None) -> None:
        """Keep what is half-written, close what is open, and show the lock. Undo reaches no further back.

        back: where the PIN leads then, if not to where this was.
        """
        self.drafts.set_aside()
        self.application.uploads.drop(self)
        self.leaving, self._opening = None, False
        somewhere = self.unlocked and not isinstance(self.route, Lock)
        if somewhere:
            self._way_back = back or resume.resumed(self.route)
            self._left = resume.Moment(self.application.now(), monotonic())
        for plan in self._open.values():
            plan.close()
        self._open = {}
        was, self._workspace = self._workspace, None
        self.notice = ""
        self.route = Lock()
        self.proof.forget()
        draw_on(self.page)
        if was is not None:
            left = {resume.SETTING: resume.packed(self._way_back or Home(), self._left.at)} if somewhere else {}
            with suppress(NotSaved):  # Then undo reaches a little too far back: worth less than locking now.
                # In one go: the lock says what is not saved as soon as it shows.
                await was.thread.run(was.vault.keep_settings, {UNDO_SESSION: "", **left})
            await self.application.leave()

    async def open(self, document: str) -> OpenPlan:
        """Open a document for this session, or return it where it is open. Raises StoreFault, InTheBin among them."""
        held = self._open.get(document)
        if held is None:
            news = await self.workspace.open(document)
            held = self._open.get(document)
            if held is None:
                held = OpenPlan(
                    document,
                    news.document,
                    news.saving,
                    worker_here=not self.family_time,
                    _workspace=self.workspace,
                    _undo_session=self._undo_session,
                )
                held.listen(self._run)
                self._open[document] = held
        if header(held.document).binned:
            raise InTheBin
        return held

    def opened(self, document: str) -> OpenPlan | None:
        """Return a document that this session has open already."""
        return self._open.get(document)

    async def setting(self, name: str, default: Any = None) -> Any:
        """Return one of the tablet's sealed settings."""
        return await self.workspace.thread.run(self.workspace.vault.setting, name, default)

    async def keep_setting(self, name: str, value: Any) -> None:
        """Keep a setting, sealed. Raises NotSaved."""
        await self.workspace.thread.run(self.workspace.vault.keep_setting, name, value)

    async def remember(self, name: str, value: Any) -> None:
        """Keep a setting; where nothing can be kept just now, only until the lock."""
        await self.workspace.thread.run(self.workspace.vault.remember, name, value)

    def _drafts_changed(self) -> None:
        self.touched()
        self.typing, self.refused = self.drafts.typing, self.drafts.refused

    def keep_drafts(self) -> None:
        """Make every half-written field and the stroke in hand an edit: before any other action, before leaving."""
        self.drafts.keep()

    def asks_first(self, then: Callable[[], Awaitable[None] | None]) -> bool:
        """Whether words cannot be kept, so that who leaves is asked. then: what they were about to do."""
        self.drafts.keep(again=True)
        self.leaving = Leaving(then) if self.refused else None
        return self.leaving is not None

    def handler(self, act: Action, *, once: bool | str = False) -> EventHandler:
        """Return the handler that does this for a touch; what goes wrong becomes a sentence. once: see handling.py."""
        return handler_of(self, act, once=once)

    def minding(
        self, say: Callable[[str], None] | None = None, *, back: Route | None = None
    ) -> AbstractContextManager[None]:
        """Do something at the edge of the app: whatever goes wrong inside becomes a sentence on the screen.

        say: shows it, where not the notice. back: where to go when it failed.
        """
        return minding_of(self, say, back=back)

    def _run(self, act: Callable[[], None]) -> None:
        async def run() -> None:
            with self.minding():
                act()

        self.run_here(run)

    def run_here(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something on this session's page, asked from another's: Flet's run_task makes its page the asker's.

        A tab whose line is cut is locked already, and catches up when it is back.
        """
        if self.page.session.connection is not None:
            copy_context().run(self.page.run_task, cast(Any, act))
