"""The number of a copy: one after the other on this tablet, and none twice, whatever is killed in between.

A number is kept as taken, on the disk, before anything is made with it: a gap is fine, a repeat is not. It is kept
under two names, so that one damaged value does not begin the count anew.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.vault import Vault

_NAMES = ("copy-number", "copy-number-again")
"""Sealed settings."""


def take_number(vault: "Vault", *, above: int = 0) -> int:
    """Take the next number. above: the highest that is known from elsewhere. Raises NotSaved: then none was taken.

    One call at a time, on the store's thread.
    """
    kept = [vault.setting(name, 0) for name in _NAMES]
    number = 1 + max(above, *(n for n in kept if isinstance(n, int)), 0)
    vault.keep_settings(dict.fromkeys(_NAMES, number))
    return number
