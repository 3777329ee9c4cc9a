"""Edits sealed, in order, kept; cards; keys; migrations. The only SQL of the project.

`Store.open(folder, keyring=…)` finds a store, `set_up` or `unlock` gives its `Vault`, and all of both is
called on one `StoreThread`. Whatever goes wrong is a `StoreError`, whose `sentence()` is for the person in
front of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from app.store.device_secret import DeviceSecret, MemoryKeyring, NoKeyring, Patient, system_keyring
from app.store.errors import (
    BlobDamaged,
    InTheBin,
    Locked,
    MustWait,
    NoStore,
    NoSuchDocument,
    NotASecret,
    NotSaved,
    PartMissing,
    ReadOnlyPlan,
    SecretLost,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLost,
    StoreReadOnly,
    StoreTooNew,
    TooWeak,
    WrongOrganisationKey,
    WrongSecret,
    WrongSpareKey,
)
from app.store.passwords import Protection, check_secret, same_secret, suggest
from app.store.summaries import Summary
from app.store.thread import StoreThread

if TYPE_CHECKING:
    from app.store.edit_log import Fault, Loaded
    from app.store.keys import ARGON2ID, SCRYPT, Cost
    from app.store.log_ends import TruncatedLog
    from app.store.settings import JSON
    from app.store.store import State, Store
    from app.store.vault import Vault
else:
    # What knows SQLite and the ciphers comes when it is first asked for, on the store's thread: the lock is
    # drawn without it, and shows a tenth of a second earlier.
    _LATER = {
        "Fault": "edit_log",
        "Loaded": "edit_log",
        "ARGON2ID": "keys",
        "SCRYPT": "keys",
        "TruncatedLog": "log_ends",
        "Cost": "keys",
        "JSON": "settings",
        "State": "store",
        "Store": "store",
        "Vault": "vault",
    }

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = [
    "ARGON2ID",
    "JSON",
    "SCRYPT",
    "BlobDamaged",
    "Cost",
    "DeviceSecret",
    "Fault",
    "InTheBin",
    "Loaded",
    "Locked",
    "MemoryKeyring",
    "MustWait",
    "NoKeyring",
    "NoStore",
    "NoSuchDocument",
    "NotASecret",
    "NotSaved",
    "PartMissing",
    "Patient",
    "Protection",
    "ReadOnlyPlan",
    "SecretLost",
    "State",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreLost",
    "StoreReadOnly",
    "StoreThread",
    "StoreTooNew",
    "Summary",
    "TooWeak",
    "TruncatedLog",
    "Vault",
    "WrongOrganisationKey",
    "WrongSecret",
    "WrongSpareKey",
    "check_secret",
    "same_secret",
    "suggest",
    "system_keyring",
]
