"""What the served door remembers over a restart, so that a page that lost the program comes back by itself.

Two things, in the file `plans.door` beside the plans. The key: a page was given it, and asks whoever answers at its
address to sign with it, so that another program that has taken the address is not taken for this one. And a hash of
each secret with which a browser was let in: that browser is let in again, to the lock. The secret itself is in the
browser alone, and ends when the browser is closed. Neither opens a plan.
"""

import hashlib
import hmac
import json
import logging
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.system.small_files import Unreadable, parse_json, read_small, write_small

FILE = "plans.door"
MOST = 20
"""Starts of the program whose browsers are known."""
_LONGEST = 16_384
"""Bytes of the file."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KnownBrowsers:
    """What is remembered: the program's own key, and who was let in."""

    key: str = field(default_factory=lambda: secrets.token_hex(32))
    """In hexadecimal digits, 64 of them."""
    browsers: tuple[str, ...] = ()
    """SHA-256 of the secrets of those that were let in, in hexadecimal digits, the latest last; MOST at most."""

    def knows(self, secret: str) -> bool:
        """Whether a browser with this secret was let in before."""
        given = hashed(secret)
        return any(hmac.compare_digest(given, known) for known in self.browsers)

    def proof(self, challenge: str) -> str:
        """Return what only this program says to a page's challenge."""
        return hmac.new(self.key.encode(), challenge.encode("utf-8", "replace"), "sha256").hexdigest()

    def and_browser(self, secret: str) -> "KnownBrowsers":
        """Return the same, with one more browser."""
        return replace(self, browsers=(*self.browsers, hashed(secret))[-MOST:])


def hashed(secret: str) -> str:
    """Return the hash of a secret of 32 random bytes: nothing can be guessed from it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def known_browsers(folder: Path) -> KnownBrowsers:
    """Return what is remembered in a folder; a new key and nobody where there is nothing that can be read."""
    try:
        kept = parse_json(read_small(folder / FILE, _LONGEST))
        key, browsers = kept["key"], kept["browsers"]
    except (Unreadable, KeyError, TypeError):
        return KnownBrowsers()
    if not (isinstance(key, str) and len(key) == 64 and key.isascii() and isinstance(browsers, list)):
        return KnownBrowsers()
    return KnownBrowsers(key, tuple(b for b in browsers if isinstance(b, str) and len(b) == 64 and b.isascii())[-MOST:])


def remember(folder: Path, told: KnownBrowsers) -> None:
    """Keep it. Where that cannot be done, a page does not come back by itself, and nothing else is wrong."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_small(folder / FILE, json.dumps({"key": told.key, "browsers": list(told.browsers)}))
    except OSError as fault:
        _log.info("the door is not remembered: %s", fault.strerror)
