"""Whether a session is unlocked, and the workspace that it has then."""

from collections.abc import Awaitable, Callable

from app.store import Locked
from app.workspace.workspace import Workspace


class Access:
    """The workspace of one session, while it is unlocked. opening: whether it is being unlocked now."""

    def __init__(self) -> None:
        self._workspace: Workspace | None = None
        self.opening = False

    @property
    def workspace(self) -> Workspace:
        """The workspace. Raises Locked."""
        if self._workspace is None:
            raise Locked
        return self._workspace

    @property
    def unlocked(self) -> bool:
        """Whether there is a workspace."""
        return self._workspace is not None

    async def begin(self, opening: Awaitable[Workspace], leave: Callable[[], Awaitable[None]]) -> Workspace:
        """Unlock. opening: gives the workspace. leave: gives it back, where it was locked or hidden meanwhile.

        Returns the workspace. Raises what opening raises; Locked where it was locked meanwhile: then nothing is open.
        """
        self.opening = True
        try:
            workspace = await opening
        finally:
            wanted, self.opening = self.opening, False
        if not wanted:
            await leave()
            raise Locked
        self._workspace = workspace
        return workspace

    def end(self) -> Workspace | None:
        """Lock. Returns the workspace that was unlocked, None where none was."""
        was, self._workspace = self._workspace, None
        return was
