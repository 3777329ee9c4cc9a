"""The device's sealed settings, as a session reads and keeps them. They can be had only while it is unlocked."""

from collections.abc import Callable
from typing import Any

from app.workspace.workspace import Workspace


class Settings:
    """The sealed settings of one device. workspace(): the workspace that is unlocked now; raises Locked."""

    def __init__(self, workspace: Callable[[], Workspace]) -> None:
        self._workspace = workspace

    async def get(self, name: str, default: Any = None) -> Any:
        """Return a setting's JSON value; default where none was kept. Raises Locked."""
        workspace = self._workspace()
        return await workspace.thread.run(workspace.vault.setting, name, default)

    async def keep(self, name: str, value: Any) -> None:
        """Keep a setting. Raises Locked, NotSaved."""
        workspace = self._workspace()
        await workspace.thread.run(workspace.vault.keep_setting, name, value)

    async def remember(self, name: str, value: Any) -> None:
        """Keep a setting; where nothing can be written just now, only until the lock. Raises Locked."""
        workspace = self._workspace()
        await workspace.thread.run(workspace.vault.remember, name, value)
