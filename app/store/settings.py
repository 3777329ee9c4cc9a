"""What the app remembers of itself: today's family, its device id. Sealed values under plain slugs."""

import logging
from collections.abc import Mapping
from typing import Any, TypeAlias

import msgpack
from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.seal import NotOpened, Seal, bound

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

_log = logging.getLogger("alongside.store")


def read_setting(db: Database, seal: Seal, name: str, default: JSON = None) -> Any:
    """Return a setting's JSON value; the default where none was kept or it is damaged. Raises StoreFault."""
    with explained():
        found = rows(db, "select body from setting where name = ?", (name,))
    if not found:
        return default
    try:
        return msgpack.unpackb(seal.open(found[0][0], bound(("setting", name))))
    except NotOpened:
        _log.warning("A setting is damaged, and counts as never kept")
        return default


def keep_settings(db: Database, seal: Seal, values: Mapping[str, JSON]) -> None:
    """Keep settings, all or none. Raises StoreFault."""
    with writing(db):
        for name, value in values.items():
            write_setting(db, seal, name, value)


def write_setting(db: Database, seal: Seal, name: str, value: JSON) -> None:
    """Keep a setting, inside a transaction of the caller's."""
    db.execute(
        "insert into setting (name, body) values (?, ?) on conflict (name) do update set body = excluded.body",
        (name, seal.shut(msgpack.packb(value), bound(("setting", name)))),
    )
