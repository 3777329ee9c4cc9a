"""Practice folders: a made-up family to try the app on. Their lock is for show, so its secret lies beside them.

A folder is one for practice when it holds the file PRACTICE. Real folders never do: nothing but
`alongside demo` writes it, and only into an empty folder.
"""

import json
import secrets
from pathlib import Path
from typing import NamedTuple

from app.store import DeviceSecret, system_keyring
from app.system.small_files import Unreadable, parse_json, read_small, write_small

PRACTICE = "practice.json"
PIN = "274916"
"""The PIN of a made-up family, when ALONGSIDE_PIN names no other."""

_SECRET = 32
"""Bytes of the secret."""
_LONGEST = 4096
"""Bytes of the file."""


class Practice(NamedTuple):
    """What a practice folder says of itself."""

    secret: bytes
    """The folder's device secret, 32 bytes."""
    pin: str
    """The PIN to show; "" where somebody chose one of their own."""


class _Beside:
    """The device secret of a practice folder, which stands in the folder itself."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def get(self) -> bytes | None:
        return self._secret

    def put(self, secret: bytes) -> bool:
        return secret == self._secret


def mark(folder: Path, *, pin: str) -> Practice:
    """Make an empty folder one for practice. pin: the one to show, or "" for none. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Practice(secrets.token_bytes(_SECRET), pin)
    write_small(folder / PRACTICE, json.dumps({"secret": made.secret.hex(), "pin": pin}))
    return made


def practice(folder: Path) -> Practice | None:
    """Return what a folder says of itself, or None for a real one.

    Raises Unreadable where something stands there under that name that is no file, or that nobody may read: which lock
    the folder has cannot be known then. A file that says something else is none of ours.
    """
    try:
        told = parse_json(read_small(folder / PRACTICE, _LONGEST))
        secret, pin = bytes.fromhex(told["secret"]), told["pin"]
    except Unreadable as fault:
        if fault.reason in ("shut", "odd"):
            raise
        return None
    except (ValueError, KeyError, TypeError):
        return None
    return Practice(secret, pin) if len(secret) == _SECRET and isinstance(pin, str) else None


def forget_pin(folder: Path) -> None:
    """A practice folder has another PIN from now on, which is nobody's to show; a real folder has nothing to forget.

    Raises OSError.
    """
    told = practice(folder)
    if told and told.pin:
        write_small(folder / PRACTICE, json.dumps({"secret": told.secret.hex(), "pin": ""}))


def keyring_of(folder: Path) -> DeviceSecret:
    """Return the keyring for a folder: the system's, or, for practice, the folder's own. Raises Unreadable."""
    told = practice(folder)
    return _Beside(told.secret) if told else system_keyring()
