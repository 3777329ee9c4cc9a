"""Private family time: the family has the tablet, and the worker is kept out until they give it back.

While the program runs, the family's four digits open the store (app.store.visit_code). What is kept on the disk, so
that a restart does not end their time, only tells the code again: it shuts a random key and not the plans, for
four digits are soon tried out. Source: docs/domain/toolkit.md ("a private mode that locks the worker's view").
"""

from collections.abc import Mapping
from typing import Any

from app.store.encryption import Cipher
from app.store.errors import TooWeak
from app.store.keys import Cost, Slot, WrongKey, open_with_secret, shut_with_secret
from app.store.passwords import plain_code
from app.store.settings import JSON
from app.store.vault import Vault
from app.store.visit_code import VisitCode

SETTING = "family-time"
"""The name of the sealed setting: which plan, what tells the code, and how earlier times ended."""


def begin(vault: Vault, plan: str, code: str) -> VisitCode:
    """A family has this plan to itself from now on. Returns what their four digits open. Raises TooWeak, NotSaved."""
    opens = vault.visit_code(code)
    slot = shut_with_secret("passphrase", Cipher.new_key(), plain_code(code), None, opens.cost)
    c = slot.cost
    told: list[JSON] = [c.kdf, c.memory, c.passes, c.lanes, slot.salt.hex(), slot.body.hex()]
    vault.keep_setting(SETTING, {"plan": plan, "slot": told, "ended": _ended(vault)})
    return opens


def plan_of(vault: Vault) -> str:
    """Return the plan (an id) that a family has to itself now, or ""."""
    return str(_kept(vault).get("plan", ""))


def is_code(vault: Vault, code: str) -> bool:
    """Whether these are the four digits of the family that has the tablet. Takes about 0.2 s."""
    kept = _kept(vault)
    if "slot" not in kept:
        return False
    kdf, memory, passes, lanes, salt, body = kept["slot"]
    cost = Cost(kdf, memory, passes, lanes)
    slot = Slot("passphrase", cost, bytes.fromhex(salt), b"", bytes.fromhex(body))
    try:
        open_with_secret(slot, plain_code(code), None)
    except (WrongKey, TooWeak):
        return False
    return True


def end(vault: Vault, *, by_worker_at: int | None = None) -> None:
    """The time is over: given back, or ended by the worker (ms since 1970), which is told for ever. Raises NotSaved."""
    more: list[JSON] = [[plan_of(vault), by_worker_at]] if by_worker_at is not None else []
    vault.keep_setting(SETTING, {"plan": "", "ended": [*_ended(vault), *more]})


def ended_by_worker(vault: Vault, plan: str) -> tuple[int, ...]:
    """Return when the worker ended a plan's family times without the family (ms since 1970)."""
    return tuple(at for p, at in _kept(vault).get("ended", ()) if p == plan)


def _kept(vault: Vault) -> Mapping[str, Any]:
    found = vault.setting(SETTING)
    return found if isinstance(found, Mapping) else {}


def _ended(vault: Vault) -> list[JSON]:
    return list(_kept(vault).get("ended", ()))
