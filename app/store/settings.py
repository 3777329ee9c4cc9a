"""What the app remembers of itself: today's family, its device id. Sealed values under the marks of their names.

An older version kept them under the names themselves, which tell what was done here; each goes when it is kept again.
"""

import logging
from collections.abc import Mapping
from typing import Any, TypeAlias

import msgpack
from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.encryption import Cipher, NotOpened, bound

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

_log = logging.getLogger(__name__)


def read_setting(db: Database, cipher: Cipher, name: str, default: JSON = None) -> Any:
    """Return a setting's JSON value; the default where none was kept or it is damaged. Raises StoreFault."""
    with explained():
        names = (_marked(cipher, name), name)
        found = rows(db, "select body from setting where name in (?, ?) order by name = ? desc", (*names, names[0]))
    if not found:
        return default
    try:
        return msgpack.unpackb(cipher.decrypt_padded(found[0][0], bound(("setting", name))))
    except NotOpened:
        _log.warning("A setting is damaged, and counts as never kept")
        return default


def keep_settings(db: Database, cipher: Cipher, values: Mapping[str, JSON]) -> None:
    """Keep settings, all or none. Raises StoreFault."""
    with writing(db):
        for name, value in values.items():
            write_setting(db, cipher, name, value)


def write_setting(db: Database, cipher: Cipher, name: str, value: JSON) -> None:
    """Keep a setting, inside a transaction of the caller's."""
    db.execute("delete from setting where name = ?", (name,))
    db.execute(
        "insert into setting (name, body) values (?, ?) on conflict (name) do update set body = excluded.body",
        (_marked(cipher, name), cipher.encrypt_padded(msgpack.packb(value), bound(("setting", name)))),
    )


def _marked(cipher: Cipher, name: str) -> str:
    return cipher.mark(name).hex()
