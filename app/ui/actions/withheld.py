"""What is kept for the worker, over all families: gathered for the worker's own room, and what of it was read.

That something was read is a sealed setting of this tablet, no edit of a plan: a plan's day, its place on Home, its
copies and what changed in it stay as they were. It stands there from the room's first opening on, whether there is
anything to read or not, so that not even a name in the store tells.
"""

from collections.abc import AsyncIterator
from typing import Any, NamedTuple

from app.document import Document
from app.document.header import header
from app.document.people import with_names
from app.document.withheld import WithheldReading, is_new, readings_of, with_reading
from app.store import StoreError
from app.ui.actions.withheld_lines import KeptTold, told_kept
from app.ui.session.session import Session

KEPT_READ = "kept-read"
"""The name of the sealed setting that keeps what was read, and when."""


class Kept(NamedTuple):
    """One thing that is kept, where it stands, and when the worker read it."""

    document: Document
    """The plan in which it stands, with its family's names."""
    told: KeptTold
    """The thing itself, in words."""
    family: str
    """The id of the family's document, or ""."""
    family_name: str
    """What the family is called; "" for none, or one that could not be read."""
    readings: tuple[WithheldReading, ...]
    """Each time that the worker read it, the earliest first; () for never."""

    @property
    def key(self) -> str:
        """Which it is among all."""
        return f"{self.document.id}-{self.told.kept.id}"

    @property
    def new(self) -> bool:
        """Whether it was not read yet as it stands now."""
        return is_new(self.told.kept, self.readings)

    @property
    def plan(self) -> str:
        """The title of the plan."""
        return header(self.document).title

    @property
    def in_bin(self) -> bool:
        """Whether the plan is in the bin: it is gone when its days are over."""
        return bool(header(self.document).binned)


class All(NamedTuple):
    """All that is kept."""

    kept: tuple[Kept, ...]
    """What was changed last comes first."""
    unread: int = 0
    """How many plans could not be read at all."""


async def all_kept(session: Session) -> All:
    """Return all that is kept on this tablet, in plans that are in the bin too. Raises StoreError."""
    if await session.settings.get(KEPT_READ) is None:
        await session.settings.remember(KEPT_READ, {})
    found: list[Kept] = []
    faults: list[str] = []
    async for kept in _each(session, faults):
        found.append(kept)
    return All(tuple(sorted(found, key=lambda k: (-k.told.kept.at, k.key))), len(faults))


async def anything_new(session: Session) -> bool:
    """Whether there is anything that the worker has not read: no more than that. Raises StoreError."""
    async for kept in _each(session, []):
        if kept.new:
            return True
    return False


async def was_read(session: Session, kept: Kept) -> None:
    """Record that the worker reads this now; where nothing can be kept, until the lock: reading is what counts."""
    vault, now = session.workspace.vault, int(session.application.now() * 1000)

    def record() -> None:
        before, plans = vault.setting(KEPT_READ, {}), set(vault.documents())
        vault.remember(KEPT_READ, with_reading(before, kept.document.id, kept.told.kept, now=now, plans=plans))

    await session.workspace.thread.run(record)


async def _each(session: Session, faults: list[str]) -> AsyncIterator[Kept]:
    """Yield what is kept, plan by plan. faults: gets the ids of those that could not be read."""
    workspace, kinds = session.workspace, session.application.kinds
    record: Any = await session.settings.get(KEPT_READ)
    families: dict[str, Document | None] = {}
    for id in await workspace.thread.run(workspace.vault.documents):
        document = await _read(session, id, faults)
        if document is None or document.kind.slug == kinds.family.slug:
            continue
        family = header(document).family
        if family and family not in families:
            families[family] = await _read(session, family, [])
        named = families.get(family)
        if named is not None:
            document = with_names(document, named)
        title = header(named).title if named is not None else ""
        for told in told_kept(document):
            yield Kept(document, told, family, title, readings_of(record, id, told.kept.id))


async def _read(session: Session, id: str, faults: list[str]) -> Document | None:
    try:
        return await session.workspace.read(id)
    except StoreError:
        faults.append(id)
        return None
