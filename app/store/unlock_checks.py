"""What is looked at when a store is unlocked, and left behind when it is locked: is it whole, and which device is it.

A store says of itself while it is worked on, where a copy of the file alone has it too. A copy that says so, has
nothing beside it and is not where it was, was made in the middle of work: its end is missing, and how much of it
nobody can tell.
"""

from contextlib import suppress
from typing import NamedTuple

from sqlite_utils import Database

from app.document.item import new_id
from app.store.clone_detection import device_at, is_elsewhere, kept_device
from app.store.database import explained
from app.store.encryption import Cipher
from app.store.errors import StoreError, StoreFull, StoreLost, StoreReadOnly
from app.store.folder import Folder
from app.store.log_ends import LogEnds, TruncatedLog
from app.store.settings import JSON, keep_settings, read_setting

UNWRITTEN = (StoreFull, StoreReadOnly, StoreLost)
"""What keeps everything from being written, and nothing from being read."""

_AT_WORK, _SHORT = "@at-work", "@short"
"""Settings of the store's own: whether it is worked on; what lacks its end, until the worker has read it."""


class UnlockChecks(NamedTuple):
    """How a store was taken up at an unlocking."""

    device: str
    """The id as which edits are made."""
    short: tuple[TruncatedLog, ...]
    """What lacks its end."""
    trouble: StoreError | None = None
    """Why nothing could be kept, or None."""


def take_up(db: Database, settings: Cipher, folder: Folder, ends: LogEnds) -> UnlockChecks:
    """Return how a store is taken up at an unlocking. Raises StoreError where it cannot be read."""
    with explained():
        found = ends.short(db)
    alone = not folder.had_log and not ends.there
    if alone and read_setting(db, settings, _AT_WORK) and is_elsewhere(db, settings, folder.file):
        found = (*found, TruncatedLog(""))
    short = _joined(db, settings, found)
    if folder.reading or folder.unwritten:
        return UnlockChecks(kept_device(db, settings), short)
    told: dict[str, JSON] = {_AT_WORK: True}
    if found:
        told[_SHORT] = [list(s) for s in short]
    try:
        # What is lost may turn up elsewhere one day: what is written from now on is another device's.
        device = device_at(db, settings, folder.file, fresh=bool(found), besides=told)
        with explained():
            db.execute("pragma wal_checkpoint(passive)")  # So that the file alone says that it is worked on.
    except UNWRITTEN as fault:
        # For this time alone: a device that could not be kept has a chain of its own, should there be room soon.
        return UnlockChecks(new_id(), short, fault)
    folder.had_log = True
    ends.begin(db)
    return UnlockChecks(device, short)


def put_down(db: Database, settings: Cipher, folder: Folder) -> None:
    """A store is locked: from now on the file alone is whole. Where it cannot be written, it says what it said."""
    if folder.reading or folder.unwritten:
        return
    with suppress(StoreError):
        folder.check_here()
        keep_settings(db, settings, {_AT_WORK: False})
        with explained():
            db.execute("pragma wal_checkpoint(truncate)")


def short_was_read(db: Database, settings: Cipher) -> None:
    """The worker has read what lacks its end. Raises StoreError."""
    keep_settings(db, settings, {_SHORT: []})


def _joined(db: Database, settings: Cipher, found: tuple[TruncatedLog, ...]) -> tuple[TruncatedLog, ...]:
    """Return what was told before and not read, and what was found now; each once."""
    kept = read_setting(db, settings, _SHORT, [])
    told = [TruncatedLog(*one) for one in kept] if isinstance(kept, list) else []
    return tuple(dict.fromkeys((*told, *found)))
