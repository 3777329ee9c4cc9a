"""Edits sealed, in order, kept; cards; keys; migrations. The only SQL of the project.

`Store.open(folder, keyring=…)` finds a store, `set_up` or `unlock` gives its `Vault`, and all of both is
called on one `StoreThread`. Whatever goes wrong is a `StoreFault`, whose `sentence()` is for the person in
front of it.
"""

from app.store.cards import Card
from app.store.chain import Fault, Loaded
from app.store.device_secret import DeviceSecret, MemoryKeyring, NoKeyring, Patient, system_keyring
from app.store.faults import (
    BlobDamaged,
    Locked,
    MustWait,
    NoStore,
    NoSuchDocument,
    NotSaved,
    PartMissing,
    ReadOnlyPlan,
    SecretLost,
    StoreBusy,
    StoreDamaged,
    StoreFault,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
    TooWeak,
    WrongOrganisationKey,
    WrongSecret,
    WrongSpareKey,
)
from app.store.keys import ARGON2ID, SCRYPT, Cost
from app.store.passphrase import Protection, check_secret, suggest_passphrase
from app.store.settings import JSON
from app.store.store import State, Store
from app.store.thread import StoreThread
from app.store.vault import Vault

__all__ = [
    "ARGON2ID",
    "JSON",
    "SCRYPT",
    "BlobDamaged",
    "Card",
    "Cost",
    "DeviceSecret",
    "Fault",
    "Loaded",
    "Locked",
    "MemoryKeyring",
    "MustWait",
    "NoKeyring",
    "NoStore",
    "NoSuchDocument",
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
    "StoreFault",
    "StoreFull",
    "StoreReadOnly",
    "StoreThread",
    "StoreTooNew",
    "TooWeak",
    "Vault",
    "WrongOrganisationKey",
    "WrongSecret",
    "WrongSpareKey",
    "check_secret",
    "suggest_passphrase",
    "system_keyring",
]
