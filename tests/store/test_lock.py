"""Tries are counted before they are made, waits are never shorter, and each way in opens the same store."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.store import (
    Cost,
    MemoryKeyring,
    MustWait,
    NoKeyring,
    SecretLost,
    Store,
    TooWeak,
    WrongOrganisationKey,
    WrongSecret,
    WrongSpareKey,
    keys,
)
from app.store.lock import keep_slot
from app.store.rate_limit import FREE, WAITS
from tests.store.making import (
    CHEAP,
    PASSPHRASE,
    PIN,
    Clock,
    asked,
    kept,
    made,
    opened,
    pin_store,
    sayings,
    tampered,
)

WRONG = "not it at all"


def use_up(store: Store, tries: int = FREE) -> None:
    for _ in range(tries):
        with pytest.raises(WrongSecret):
            store.unlock(WRONG)


def test_five_tries_are_free_then_waits_grow_to_an_hour(tmp_path: Path) -> None:
    clock = Clock()
    made(tmp_path)[0].close()
    store = opened(tmp_path, now=clock)
    left = []
    for _ in range(FREE):
        with pytest.raises(WrongSecret) as told:
            store.unlock(WRONG)
        left.append(told.value.tries_left)
    assert left == [4, 3, 2, 1, 0]
    assert "30 seconds" in told.value.sentence()
    for wait in (*WAITS, WAITS[-1]):
        with pytest.raises(MustWait) as waiting:
            store.unlock(PASSPHRASE)
        assert waiting.value.seconds == wait
        clock.at += wait - 1
        with pytest.raises(MustWait):
            store.unlock(PASSPHRASE)
        clock.at += 1
        with pytest.raises(WrongSecret):
            store.unlock(WRONG)
    clock.at += WAITS[-1]
    store.unlock(PASSPHRASE).close()
    use_up(store, 4)
    store.unlock(PASSPHRASE)
    store.close()


def test_a_wait_survives_a_restart_and_a_clock_set_back(tmp_path: Path) -> None:
    clock = Clock()
    made(tmp_path)[0].close()
    store = opened(tmp_path, now=clock)
    use_up(store)
    clock.at += 20
    store.close()
    store = opened(tmp_path, now=clock)
    with pytest.raises(MustWait) as waiting:
        store.unlock(PASSPHRASE)
    assert waiting.value.seconds == 10
    for back in (1_000, 1_000_000, 60):
        clock.at -= back
        with pytest.raises(MustWait) as waiting:
            store.unlock(PASSPHRASE)
        assert waiting.value.seconds == 30
    store.close()
    store = opened(tmp_path, now=clock)
    clock.at += 29
    with pytest.raises(MustWait):
        store.unlock(PASSPHRASE)
    clock.at += 1
    store.unlock(PASSPHRASE)
    store.close()


def test_a_try_is_counted_before_it_is_made(tmp_path: Path) -> None:
    """The process dies while the key is being derived: the try is used up."""
    made(tmp_path)[0].close()
    for _ in range(FREE):
        child = os.fork()
        if child == 0:
            try:
                vars(keys)["hash_secret_raw"] = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
                opened(tmp_path).unlock(PASSPHRASE)
            finally:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    store = opened(tmp_path)
    with pytest.raises(MustWait):
        store.unlock(PASSPHRASE)
    store.close()


def test_tries_made_while_reading_count_too(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    for _ in range(FREE):
        reader = opened(tmp_path, reading=True)
        with pytest.raises(WrongSecret):
            reader.unlock(WRONG)
        reader.close()
    with pytest.raises(MustWait):
        vault.verify(PASSPHRASE)
    store.close()


def test_the_pin_again_is_counted_like_an_unlock(tmp_path: Path) -> None:
    clock = Clock()
    store, vault, _ = pin_store(tmp_path, MemoryKeyring(), clock)
    assert vault.verify(PIN)
    for _ in range(FREE):
        assert not vault.verify("111222")
    with pytest.raises(MustWait):
        vault.verify(PIN)
    clock.at += 30
    assert vault.verify(PIN)
    kept(vault, sayings(1))
    store.close()


def test_a_pin_opens_only_with_the_device_it_was_made_on(tmp_path: Path) -> None:
    keyring, clock = MemoryKeyring(), Clock()
    store, vault, spare_key = pin_store(tmp_path, keyring, clock)
    document = kept(vault, sayings(1))
    assert store.protection == "pin"
    store.close()
    for other in (MemoryKeyring(), MemoryKeyring(b"x" * 32), NoKeyring()):
        store = opened(tmp_path, keyring=other, now=clock)
        for _ in range(FREE + 1):
            # Nothing was tried, so nothing is counted.
            with pytest.raises(SecretLost) as told:
                store.unlock(PIN)
        assert "spare key" in told.value.sentence()
        store.close()
    store = opened(tmp_path, keyring=NoKeyring(), now=clock)
    vault = store.unlock_with_spare_key(spare_key)
    assert len(vault.load(document).edits) == 1
    assert vault.next_protection == "passphrase"
    vault.change_secret(PASSPHRASE)
    assert store.protection == "passphrase"
    vault.close()
    assert len(store.unlock(PASSPHRASE).load(document).edits) == 1
    store.close()


def test_the_device_secret_is_in_the_key_not_only_in_the_check(tmp_path: Path) -> None:
    slot = keys.shut_with_secret("pin", b"k" * 32, PIN, b"d" * 32, CHEAP)
    assert keys.open_with_secret(slot, PIN, b"d" * 32) == b"k" * 32
    for other in (b"e" * 32, None):
        with pytest.raises(keys.WrongKey):
            keys.open_with_secret(slot, PIN, other)


def test_a_changed_secret_opens_and_the_old_one_does_not_nor_is_its_slot_left(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    (old,) = asked(tmp_path, "select body from keyslot where kind = 'passphrase'")[0]
    with pytest.raises(TooWeak):
        vault.change_secret("too short")
    vault.change_secret("Unwashed-violin  saddle THICKET")
    for file in tmp_path.iterdir():
        assert old not in file.read_bytes()
    vault.close()
    with pytest.raises(WrongSecret):
        store.unlock(PASSPHRASE)
    store.unlock("unwashed violin saddle thicket")
    store.close()


def test_the_spare_key_opens_however_it_is_typed_and_ends_a_wait(tmp_path: Path) -> None:
    store = opened(tmp_path)
    vault, spare_key = store.set_up(PASSPHRASE)
    document = kept(vault, sayings(3))
    vault.close()
    use_up(store)
    # Not an A for a 4: letters that look alike may be taken for one another. H and W look like no other.
    for wrong in ("", "AAAA", spare_key[:-1], spare_key[:-1] + ("W" if spare_key[-1] != "W" else "H")):
        with pytest.raises(WrongSpareKey):
            store.unlock_with_spare_key(wrong)
    typed = spare_key.lower().replace(" ", "-").replace("o", "0").replace("i", "1")
    vault = store.unlock_with_spare_key(typed)
    assert len(vault.load(document).edits) == 3
    vault.close()
    store.unlock(PASSPHRASE)
    store.close()


def test_an_organisation_can_open_what_was_set_up_for_it_and_nobody_else(tmp_path: Path) -> None:
    private = X25519PrivateKey.generate()
    store = opened(tmp_path)
    vault, _ = store.set_up(PASSPHRASE, organisation_key=private.public_key().public_bytes_raw())
    document = kept(vault, sayings(2))
    store.close()
    store = opened(tmp_path)
    for other in (X25519PrivateKey.generate().private_bytes_raw(), b"short", bytes(32)):
        with pytest.raises(WrongOrganisationKey):
            store.open_with_organisation_key(other)
    vault = store.open_with_organisation_key(private.private_bytes_raw())
    assert len(vault.load(document).edits) == 2
    store.close()
    without, _ = made(tmp_path / "without")
    without.close()
    without = opened(tmp_path / "without")
    with pytest.raises(WrongOrganisationKey):
        without.open_with_organisation_key(private.private_bytes_raw())
    without.close()


@pytest.mark.parametrize("key", [b"short", bytes(32)])
def test_a_bad_organisation_key_makes_no_store(tmp_path: Path, key: bytes) -> None:
    store = opened(tmp_path)
    with pytest.raises(ValueError, match=r"key"):
        store.set_up(PASSPHRASE, organisation_key=key)
    assert store.state == "new"
    assert not list(tmp_path.glob("plans.db*"))
    store.close()


@pytest.mark.parametrize(
    "change",
    [
        "memory = memory * 2",
        "salt = flipped(salt, 3)",
        "body = flipped(body, 30)",
        "digest = flipped(digest, 0)",
        "hint = x'00'",
    ],
)
def test_a_damaged_slot_is_not_taken_for_a_wrong_passphrase(tmp_path: Path, change: str) -> None:
    store = opened(tmp_path)
    _, spare_key = store.set_up(PASSPHRASE)
    store.close()
    tampered(tmp_path, f"update keyslot set {change} where kind = 'passphrase'")
    store = opened(tmp_path)
    for _ in range(FREE + 1):
        with pytest.raises(SecretLost):
            store.unlock(PASSPHRASE)
    vault = store.unlock_with_spare_key(spare_key)
    vault.change_secret(PASSPHRASE)
    vault.close()
    store.unlock(PASSPHRASE)
    store.close()


def test_a_slot_of_another_kind_or_cost_does_not_open() -> None:
    slot = keys.shut_with_secret("passphrase", bytes(32), PASSPHRASE, None, CHEAP)
    for other in (
        keys.Slot("pin", slot.cost, slot.salt, slot.hint, slot.body),
        keys.Slot(slot.kind, Cost("argon2id", 16, 1), slot.salt, slot.hint, slot.body),
        keys.Slot(slot.kind, slot.cost, slot.salt, b"x", slot.body),
    ):
        with pytest.raises(keys.WrongKey):
            keys.open_with_secret(other, PASSPHRASE, None)


def test_a_second_unlocking_gives_the_same_vault_and_needs_the_secret_too(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    assert store.state == "open"
    with pytest.raises(WrongSecret):
        store.unlock(WRONG)
    assert store.unlock(PASSPHRASE) is vault
    document = kept(vault, sayings(1))
    assert len(vault.load(document).edits) == 1
    vault.close()
    assert opened(tmp_path, reading=True).state == "locked"
    assert store.unlock(PASSPHRASE) is not vault
    store.close()


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("mum dad cat fish", "Mum-Dad  cat fish"),
        ("aaaa bbbb cccc d", "aaaa bbbb cccc d"),
        ("kor\u00adall patio otter rhubarb", "Kor\u00adall patio otter rhubarb"),
        ("نمی\u200cدانم کتاب دریا پتنگ", "نمی\u200cدانم کتاب دریا پتنگ"),
        ("otter – patio rhubarb velvet", "otter – patio rhubarb velvet"),
    ],
)
def test_a_secret_of_an_older_version_opens_as_it_was_kept_then(tmp_path: Path, kept: str, typed: str) -> None:
    store, vault = made(tmp_path)
    slot = keys.shut_with_secret("passphrase", bytes(vault._key), kept, None, CHEAP)
    vault._db.execute("delete from keyslot where kind = 'passphrase'")
    keep_slot(vault._db, slot)
    vault.close()
    store.unlock(typed)
    store.close()


def test_a_weak_pin_of_an_older_version_opens_and_cannot_be_chosen_again(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    store, vault, _ = pin_store(tmp_path, keyring, Clock())
    slot = keys.shut_with_secret("pin", bytes(vault._key), "112233", keyring.get(), CHEAP)
    vault._db.execute("delete from keyslot where kind = 'pin'")
    keep_slot(vault._db, slot)
    vault.close()
    vault = store.unlock("11 22 33")
    with pytest.raises(TooWeak):
        vault.change_secret("112233")
    assert vault.verify("112233")
    store.close()


def test_what_judges_secrets_is_not_loaded_by_an_unlocking(tmp_path: Path) -> None:
    made(tmp_path)[0].close()
    unlocks = (
        "import sys; from pathlib import Path; from tests.store.making import again;"
        f" again(Path({str(tmp_path)!r}))[0].close(); print('zxcvbn' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", unlocks], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
