"""Whether this store is the one that was here, or a copy, which needs another device id.

Two stores that both go on as the same device would number their edits alike, and their chains could never
be joined. So at each unlocking a fresh random marker is written into the store (sealed) and into a small
file beside it, together with the store file's inode. A copied store is another inode; one that was put back
over the old file has an older marker. A fresh device id costs nothing: a new chain, and an undo that
reaches less far back.

Not noticed: a whole disk, or the whole folder with inodes kept, set back to an earlier day.
"""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from app.document.item import new_id
from app.store.database import explain_os
from app.store.encryption import Cipher
from app.store.settings import JSON, keep_settings, read_setting
from app.system.small_files import Unreadable, read_small, write_small

_DEVICE, _PLACE = "@device", "@place"
"""Settings of the store's own."""

_LONGEST = 256
"""Bytes of the file beside the store."""


class CloneMark(NamedTuple):
    """Where a store was."""

    marker: str
    """Random, in hexadecimal digits; it stands in the file beside the store, too."""
    disk: int
    """The device number of the store's file."""
    inode: int
    """The number of the store's file on that disk."""


def kept_device(db: Database, settings: Cipher) -> str:
    """Return the device id under which this store made edits last, "" where it made none. Raises StoreFault."""
    return str(read_setting(db, settings, _DEVICE, ""))


def device_at(db: Database, settings: Cipher, file: Path, *, fresh: bool, besides: Mapping[str, JSON]) -> str:
    """Return the device id under which this store makes edits: a fresh one where it must be.

    fresh: it must be, for another reason than its place. besides: settings that are kept in the same commit.

    Where the marker beside the store cannot be written, it is another device each time. Raises StoreFault.
    """
    device = kept_device(db, settings)
    kept = read_setting(db, settings, _PLACE)
    try:
        if fresh or not (device and kept and is_here(CloneMark(*kept), file)):
            device = new_id()
        place = place_now(file)
    except OSError as error:
        raise explain_os(error) from error
    keep_settings(db, settings, {_DEVICE: device, _PLACE: list(place), **besides})
    with suppress(OSError):
        mark(place, file)
    return device


def is_elsewhere(db: Database, settings: Cipher, file: Path) -> bool:
    """Whether a store is not, as far as can be told, where it was unlocked last. Raises StoreFault."""
    kept = read_setting(db, settings, _PLACE)
    try:
        return not (kept and is_here(CloneMark(*kept), file))
    except OSError as error:
        raise explain_os(error) from error


def place_now(file: Path) -> CloneMark:
    """Return a place with a fresh marker. Raises OSError."""
    found = file.stat()
    return CloneMark(secrets.token_hex(), found.st_dev, found.st_ino)


def is_here(place: CloneMark, file: Path) -> bool:
    """Whether the store file is the one, and as old as the one, that was marked so. Raises OSError."""
    found = file.stat()
    try:
        marker = read_small(_beside(file), _LONGEST)
    except Unreadable:
        marker = ""
    return marker == place.marker and (found.st_dev, found.st_ino) == (place.disk, place.inode)


def mark(place: CloneMark, file: Path) -> None:
    """Write the marker beside the store file, all of it or nothing. Raises OSError."""
    write_small(_beside(file), place.marker)


def _beside(file: Path) -> Path:
    return file.with_name("plans.place")
