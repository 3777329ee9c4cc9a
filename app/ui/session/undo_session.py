"""How far Undo reaches: to the last time that the device changed hands or was locked, also over a restart."""

from app.document import new_id
from app.ui.session.settings import Settings

UNDO_SESSION = "spell"
"""The name of the sealed setting that keeps the current undo session, over a restart: stored for ever."""


class UndoSession:
    """The undo session that every edit is made in now. id: its id, which the edits have too."""

    def __init__(self) -> None:
        self.id = new_id()

    async def resume(self, settings: Settings) -> None:
        """Unlocked: go on with the undo session of before a restart; a lock has ended it. Raises Locked."""
        self.id = str(await settings.get(UNDO_SESSION, "") or new_id())
        await self.keep(settings)

    def renew(self) -> str:
        """Begin another one, so that Undo reaches no further back than this. Returns its id, which is to be kept."""
        self.id = new_id()
        return self.id

    async def keep(self, settings: Settings) -> None:
        """Keep which one it is, for a restart. Raises Locked."""
        await settings.remember(UNDO_SESSION, self.id)
