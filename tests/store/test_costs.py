"""What a try of a secret costs whoever guesses, and how much a file may ask of this tablet."""

import subprocess
import sys
from pathlib import Path

import pytest
from argon2.profiles import RFC_9106_LOW_MEMORY

from app.store import Cost, NoKeyring, PartMissing, Store, StoreDamaged, WrongSecret, keys
from app.store.keys import SCRYPT
from tests.store.making import PASSPHRASE, asked, made, opened

WRONG = "four other plain words"
MOST_MEMORY = 256 * 1024  # KiB: more would stop a tablet.
MOST_PASSES, MOST_LANES = 16, 8
COST = "select kdf, memory, passes, lanes from keyslot where kind = 'passphrase'"


def test_a_new_store_asks_of_whoever_guesses_what_rfc_9106_recommends(tmp_path: Path) -> None:
    """Its second option; in one lane, for a tablet."""
    store = Store.open(tmp_path, keyring=NoKeyring())
    store.set_up(PASSPHRASE)
    store.close()
    memory, passes = RFC_9106_LOW_MEMORY.memory_cost, RFC_9106_LOW_MEMORY.time_cost
    assert asked(tmp_path, COST) == [("argon2id", memory, passes, 1)]
    assert asked(tmp_path, "select distinct length(salt) from keyslot") == [(RFC_9106_LOW_MEMORY.salt_len,)]


def test_scrypt_stands_in_where_argon2_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "argon2")[0].close()
    monkeypatch.setattr(keys, "ARGON2", False)
    assert keys.usual_cost() == SCRYPT
    store = Store.open(tmp_path / "scrypt", keyring=NoKeyring())
    vault, _ = store.set_up(PASSPHRASE)
    vault.close()
    assert asked(tmp_path / "scrypt", COST) == [("scrypt", RFC_9106_LOW_MEMORY.memory_cost, 1, 1)], "as much memory"
    with pytest.raises(WrongSecret):
        store.unlock(WRONG)
    store.unlock(PASSPHRASE)
    store.close()
    store = opened(tmp_path / "argon2")
    with pytest.raises(PartMissing):
        store.unlock(PASSPHRASE)
    store.close()
    monkeypatch.undo()
    store = opened(tmp_path / "scrypt")
    store.unlock(PASSPHRASE)
    store.close()


def test_an_installation_without_argon2_sets_up_a_store_and_opens_it(tmp_path: Path) -> None:
    sets_up = (
        "import sys; sys.modules['argon2.low_level'] = None; from pathlib import Path; from tests.store import making;"
        f" store = making.Store.open(Path({str(tmp_path)!r}), keyring=making.NoKeyring());"
        " store.set_up(making.PASSPHRASE)[0].close(); store.unlock(making.PASSPHRASE); store.close()"
    )
    subprocess.run([sys.executable, "-c", sets_up], check=True)
    assert asked(tmp_path, COST)[0][0] == "scrypt"


@pytest.mark.parametrize(
    "cost",
    [
        Cost("argon2id", 1 << 30, 3),
        Cost("argon2id", 8, 10**9),
        Cost("argon2id", 1 << 16, 3, 10**6),
        Cost("scrypt", 1 << 30, 1),
        Cost("scrypt", 1 << 16, 10**6),
        Cost("scrypt", 1000, 1),
        Cost("md5", 8, 1),
        # One too many, and one too few.
        *(Cost("argon2id", memory, 1) for memory in (MOST_MEMORY + 1, 7, 0, -8)),
        *(Cost("argon2id", 8, passes) for passes in (MOST_PASSES + 1, 0, -1)),
        *(Cost("argon2id", 8 * (MOST_LANES + 1), 1, lanes) for lanes in (MOST_LANES + 1, 0, -1)),
        Cost("argon2id", 8 * MOST_LANES - 1, 1, MOST_LANES),
    ],
)
def test_what_a_file_asks_for_is_capped(cost: Cost) -> None:
    slot = keys.Slot("passphrase", cost, bytes(16), b"", bytes(60))
    with pytest.raises(StoreDamaged):
        keys.open_with_secret(slot, PASSPHRASE, None)


@pytest.mark.parametrize(
    "cost",
    [
        Cost("argon2id", MOST_MEMORY, 1),
        Cost("argon2id", 8, MOST_PASSES),
        Cost("argon2id", 8 * MOST_LANES, 1, MOST_LANES),
        Cost("scrypt", 8, MOST_PASSES),
        Cost("scrypt", 1 << 16, 1),
    ],
)
def test_a_secret_that_was_kept_at_any_cost_up_to_the_caps_opens(cost: Cost) -> None:
    slot = keys.shut_with_secret("passphrase", bytes(32), PASSPHRASE, None, cost)
    assert keys.open_with_secret(slot, PASSPHRASE, None) == bytes(32)
