"""Practice folders: a made-up family to try the app on. Their lock is for show, so its secret lies beside them.

A folder is one for practice when it holds the file PRACTICE. Real folders never do: nothing but
`alongside demo` writes it, and only into an empty folder.
"""

import json
import os
import secrets
from pathlib import Path
from typing import NamedTuple

from app.store import DeviceSecret, system_keyring

PRACTICE = "practice.json"
PIN = "274916"
"""The PIN of a made-up family, when ALONGSIDE_PIN names no other."""


class Practice(NamedTuple):
    """What a practice folder says of itself. pin: "" where somebody chose one of their own."""

    secret: bytes
    pin: str


class _Beside:
    """The device secret of a practice folder, which stands in the folder itself."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def get(self) -> bytes | None:
        return self._secret

    def put(self, secret: bytes) -> bool:
        return secret == self._secret


def mark(folder: Path, *, pin: str) -> Practice:
    """Make an empty folder one for practice. pin: the one to show, or "" for none."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Practice(secrets.token_bytes(32), pin)
    (folder / PRACTICE).write_text(json.dumps({"secret": made.secret.hex(), "pin": pin}))
    return made


def practice(folder: Path) -> Practice | None:
    """Return what a folder says of itself, or None for a real one."""
    try:
        told = json.loads((folder / PRACTICE).read_text())
        return Practice(bytes.fromhex(told["secret"]), str(told["pin"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return None


def forget_pin(folder: Path) -> None:
    """A practice folder has another PIN from now on, which is nobody's to show; a real folder has nothing to forget.

    Raises OSError.
    """
    told = practice(folder)
    if told and told.pin:
        fresh = folder / f"{PRACTICE}.new"
        fresh.write_text(json.dumps({"secret": told.secret.hex(), "pin": ""}))
        os.replace(fresh, folder / PRACTICE)


def keyring_of(folder: Path) -> DeviceSecret:
    """Return the keyring for a folder: the system's, or, for practice, the folder's own."""
    told = practice(folder)
    return _Beside(told.secret) if told else system_keyring()
