"""The documents that one session has open: each is opened once, and all are closed by the lock."""

from collections.abc import Callable

from app.document.header import header
from app.store import InTheBin
from app.ui.session.open_plan import OpenPlan
from app.workspace.workspace import Workspace


class OpenPlans:
    """The open documents of one session, by id.

    workspace(): the workspace that is unlocked now; raises Locked. undo_session(): the id of the current undo session.
    worker_here(): whether the worker writes what is said. run: does something on the session's own page.
    """

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        undo_session: Callable[[], str],
        worker_here: Callable[[], bool],
        run: Callable[[Callable[[], None]], None],
    ) -> None:
        self._workspace, self._undo_session, self._worker_here, self._run = workspace, undo_session, worker_here, run
        self._open: dict[str, OpenPlan] = {}

    async def open(self, document: str) -> OpenPlan:
        """Open a document, or return it where it is open. Raises StoreFault, InTheBin among them, and Locked."""
        held = self._open.get(document)
        if held is None:
            news = await self._workspace().open(document)
            held = self._open.get(document)  # Somebody else may have asked for it meanwhile.
            if held is None:
                held = OpenPlan(
                    document,
                    news.document,
                    news.saving,
                    worker_here=self._worker_here(),
                    _workspace=self._workspace(),
                    _undo_session=self._undo_session(),
                )
                held.listen(self._run)
                self._open[document] = held
        if header(held.document).binned:
            raise InTheBin
        return held

    def opened(self, document: str) -> OpenPlan | None:
        """Return a document that is open already."""
        return self._open.get(document)

    def begin_undo_session(self, undo_session: str) -> None:
        """From now on Undo reaches no further back than this, in each of them."""
        for plan in self._open.values():
            plan.begin_undo_session(undo_session)

    def close(self) -> None:
        """Close all."""
        for plan in self._open.values():
            plan.close()
        self._open = {}
