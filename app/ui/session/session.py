"""One person's sitting at the device: where they are, what is unlocked, what is open. One a browser tab."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any, cast

import flet as ft

from app.kit.handlers import Action, EventHandler
from app.kit.notice import Kind
from app.store import Locked, NotSaved
from app.ui.session import resume
from app.ui.session.access import Access
from app.ui.session.auto_lock import LOCK_AFTER, LOCK_SETTING, AutoLock, minutes_of
from app.ui.session.drafts import Drafts, Leaving
from app.ui.session.drawing_tool import Habits
from app.ui.session.error_boundary import Touches, minding_of
from app.ui.session.keys import HIDE_KEY, Keys
from app.ui.session.navigation import after_unlocking, may_go
from app.ui.session.open_plan import OpenPlan
from app.ui.session.open_plans import OpenPlans
from app.ui.session.proof import Proof
from app.ui.session.routes import FamilyTime, Lock, Route, in_hands
from app.ui.session.settings import Settings
from app.ui.session.storage_status import state_of_disk
from app.ui.session.undo_session import UNDO_SESSION, UndoSession
from app.ui.session.window import Window, draw_on
from app.workspace.application import Application
from app.workspace.workspace import Workspace


@ft.observable
@dataclass
class Session:
    """What one browser tab knows, put together from its parts. Screens watch its public fields, which are replaced.

    Those are observed, so that what shows them is drawn again. Behind the short ways below are parts, one job each:
    whether it is unlocked (Access), when it locks by itself (AutoLock), what is open (OpenPlans), how far Undo reaches
    (UndoSession), where the PIN leads (WayBack), touches (Touches) and keys (Keys).
    """

    route: Route = field(default_factory=Lock)
    """Where it is."""
    window: Window = field(default_factory=Window)
    """How large it is shown."""
    notice: str = ""
    """A sentence for everybody in the room, shown until it is touched away; "" for none."""
    said: Kind = "fault"
    """What the notice says of."""
    typing: bool = False
    """Words stand in fields and are not yet an edit."""
    refused: tuple[str, ...] = ()
    """Those that could not be kept: nothing may say "Saved"."""
    leaving: Leaving | None = None
    """What somebody was about to do who has such words (see asks_first); None for nobody."""
    version: int = 0
    """Counted up when something outside (a card, a setting) has changed and lists must be read again."""
    demo: str = ""
    """The PIN to show on the lock, in the demo only; else ""."""
    hidden: bool = False
    """Locked, with a harmless drawing page in front."""
    cover_words: str = ""
    """What stands on that page; "" for nothing."""
    lock_after: int = LOCK_AFTER
    """Minutes without a touch after which it locks."""
    family_time: str = ""
    """The id of the plan that a family has to itself now (see family_time.py); "" for none."""
    habits: Habits = field(default_factory=Habits)
    """How a child draws here."""
    proof: Proof = field(default_factory=Proof)
    """When the worker last showed that it is them."""
    drafts: Drafts = field(init=False)
    """Words that wait in fields."""
    settings: Settings = field(init=False)
    """The device's sealed settings."""
    _page: ft.Page | None = None
    _application: Application | None = None
    _access: Access = field(default_factory=Access)
    _auto_lock: AutoLock = field(init=False)
    _plans: OpenPlans = field(init=False)
    _undo: UndoSession = field(default_factory=UndoSession)
    _way_back: resume.WayBack = field(default_factory=resume.WayBack)
    _touches: Touches = field(init=False)
    _keys: Keys = field(default_factory=Keys)

    def __post_init__(self) -> None:
        self.drafts = Drafts(lambda: self.route, self._drafts_changed, lambda: self.application.aside)
        self.settings = Settings(lambda: self.workspace)
        self._auto_lock = AutoLock(lambda: self.lock_after)
        self._plans = OpenPlans(
            lambda: self.workspace, lambda: self._undo.id, lambda: not self.family_time, self._do_here
        )
        self._touches = Touches(self)

    # --- What it stands on -------------------------------------------------------------------

    @property
    def page(self) -> ft.Page:
        """The session's page."""
        assert self._page is not None
        return self._page

    @property
    def application(self) -> Application:
        """The application that the session is at."""
        assert self._application is not None
        return self._application

    def attach(self, page: ft.Page, application: Application) -> None:
        """Stand on a page, at an application: before anything else."""
        self._page, self._application = page, application

    def run_here(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something on this session's page, asked from another's: Flet's run_task makes its page the asker's.

        A tab whose line is cut is locked already, and catches up when it is back.
        """
        if self.page.session.connection is not None:
            copy_context().run(self.page.run_task, cast(Any, act))

    def _do_here(self, act: Callable[[], None]) -> None:
        async def run() -> None:
            with self.minding():
                act()

        self.run_here(run)

    # --- Where it is -------------------------------------------------------------------------

    @property
    def handed(self) -> bool:
        """Whether somebody else holds the device: nothing but the page in hand can be reached, until the PIN."""
        return in_hands(self.route)

    def go(self, route: Route) -> None:
        """Go somewhere, half-written words kept first: nowhere while somebody else has the device or a new secret is
        due, and in a family's own time only about their plan.
        """
        if not may_go(self.route, route, self.family_time):
            self.keep_drafts()
        elif not self.asks_first(lambda: self.go(route)):
            self.notice = ""
            self.route = route

    def say(self, sentence: str, kind: Kind = "fault") -> None:
        """Show a sentence until somebody touches it away. kind: what it says of, a fault where nobody tells.

        Behind a lock only a fault is said: what was done for the worker is nothing for whoever finds the device.
        """
        if self.unlocked or kind == "fault":
            self.notice, self.said = sentence, kind

    # --- Unlocking, hiding, locking ----------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """The workspace; only there while this session is unlocked. Raises Locked."""
        return self._access.workspace

    @property
    def unlocked(self) -> bool:
        """Whether this session is unlocked."""
        return self._access.unlocked

    async def begin(self, opening: Awaitable[Workspace]) -> None:
        """Unlock this session. opening: gives its workspace. The undo session of before a restart goes on.

        Raises what opening raises; and Locked, where it was locked or hidden meanwhile: then nothing is open.
        """
        workspace = await self._access.begin(opening, self.application.leave)
        await self._undo.resume(self.settings)
        self.lock_after = minutes_of(await self.settings.get(LOCK_SETTING, LOCK_AFTER))
        from app.store import family_time  # By now the store is loaded; the lock shows without it.

        self.family_time = await workspace.thread.run(family_time.plan_of, workspace.vault)
        back = await resume.found(self, self.settings, self.application, self._way_back)
        if not self.unlocked:
            raise Locked
        self._way_back.route = back
        self._auto_lock.begin()
        self.proof.forget()  # What was asked before a lock, and answered after it, proves nobody.

    async def hide(self) -> None:
        """Show a harmless page, at once, and lock behind it. The PIN leads back to where this was."""
        await self.cover(resume.after_hide(self.route))

    async def cover(self, back: Route, words: str = "") -> None:
        """Hide, so that the PIN leads to this route. words: what stands on the harmless page."""
        if self.unlocked or self._access.opening:
            self.hidden, self.cover_words = True, words
            await self.lock(back=back)

    def come_back(self, *, family: bool = False) -> None:
        """Unlocked again: go on where it was hidden, or with today's family.

        family: it was the code of a family's own time. Whoever else unlocks then sees nothing but that it is.
        """
        back = self._way_back.take()
        self.hidden, self.cover_words = False, ""
        if self.family_time and not family:
            self.route = FamilyTime()
        else:
            self.go(after_unlocking(back, self.family_time))
            if not self.family_time and (words_wait := self.drafts.still_waiting):
                self.say(words_wait, "hint")
        self.notice = self.notice or state_of_disk(self)

    async def lock(self, *, back: Route | None = None) -> None:
        """Keep what is half-written, close what is open, and show the lock. Undo reaches no further back.

        back: where the PIN leads then, if not to where this was.
        """
        self.drafts.set_aside()
        self.application.uploads.drop(self)
        self.leaving, self._access.opening = None, False
        somewhere = self.unlocked and not isinstance(self.route, Lock)
        if somewhere:
            self._way_back.leave(back or resume.resumed(self.route), self.application.now())
        self._plans.close()
        was = self._access.end()
        self.notice = ""
        self.route = Lock()
        self.proof.forget()
        draw_on(self.page)
        if was is not None:
            left = self._way_back.kept() if somewhere else {}
            with suppress(NotSaved):  # Then undo reaches a little too far back: worth less than locking now.
                # In one go: the lock says what is not saved as soon as it shows.
                await was.thread.run(was.vault.keep_settings, {UNDO_SESSION: "", **left})
            await self.application.leave()

    def touched(self) -> None:
        """Somebody is there: too late, where it was left for so long that it is to lock."""
        if not self.left:
            self._auto_lock.begin()

    @property
    def left(self) -> bool:
        """Whether nobody touched or wrote anything for as long as was chosen, in sleep too: it is to lock first."""
        return self.unlocked and self._auto_lock.due

    async def lock_if_left(self) -> None:
        """Lock where it was left."""
        if self.left:
            await self.lock()

    # --- What is open, and how far Undo reaches ----------------------------------------------

    async def open(self, document: str) -> OpenPlan:
        """Open a document for this session, or return it where it is open. Raises StoreFault, InTheBin among them."""
        return await self._plans.open(document)

    def opened(self, document: str) -> OpenPlan | None:
        """Return a document that this session has open already."""
        return self._plans.opened(document)

    async def new_undo_session(self) -> None:
        """The device changes hands: Undo reaches no further back than this."""
        self._plans.begin_undo_session(self._undo.renew())
        await self._undo.keep(self.settings)

    # --- Words and strokes that are not yet an edit ------------------------------------------

    def keep_drafts(self) -> None:
        """Make every half-written field and the stroke in hand an edit: before any other action, before leaving."""
        self.drafts.keep()

    def asks_first(self, then: Callable[[], Awaitable[None] | None]) -> bool:
        """Whether words cannot be kept, so that who leaves is asked. then: what they were about to do."""
        self.drafts.keep(again=True)
        self.leaving = Leaving(then) if self.refused else None
        return self.leaving is not None

    def in_hand(self, keep: Callable[[], None] | None) -> None:
        """A stroke is being drawn (keep makes what there is of it a stroke), or none any more (None)."""
        self.drafts.in_hand = keep
        self.touched()

    def _drafts_changed(self) -> None:
        self.touched()
        self.typing, self.refused = self.drafts.typing, self.drafts.refused

    # --- Touches and keys --------------------------------------------------------------------

    def handler(self, act: Action, *, once: bool | str = False) -> EventHandler:
        """Return the handler that does this for a touch; what goes wrong becomes a sentence. once: see Touches."""
        return self._touches.handler(act, once=once)

    def minding(
        self, say: Callable[[str], None] | None = None, *, back: Route | None = None
    ) -> AbstractContextManager[None]:
        """Do something at the edge of the app: whatever goes wrong inside becomes a sentence on the screen.

        say: shows it, where not the notice. back: where to go when it failed.
        """
        return minding_of(self, say, back=back)

    def on_keys(self, act: Callable[[str], None] | None) -> None:
        """The screen does something with keys (act is told each one's name, but Hide's), or no more (None)."""
        self._keys.act = None if act is None else self.handler(act)

    async def pressed(self, key: str) -> None:
        """A key was pressed: it counts as a touch; Hide's hides, and any other is for the screen that shows."""
        self.touched()
        await self.lock_if_left()
        if key == HIDE_KEY:
            await self.hide()
        elif self.unlocked:
            await self._keys.press(key)
