"""A store of every format that was ever written opens for ever. These samples are never made again."""

import shutil
from pathlib import Path

import pytest

from app.store import Cost, NoKeyring, Store, StoreReadOnly, Vault, keys
from app.store.database import FORMAT
from tests.samples import make_format_1 as made_by

SAMPLES = Path(made_by.__file__).parent
SPARE_KEYS = {
    1: "P7GT I5TH 4YXA AMAA 73KM TDWU DNOL A5Z6",
    2: "VVK4 YA6M RYPY TEGE JPJZ H4S7 F4HC P444",
}
EVERY = pytest.mark.parametrize("number", SPARE_KEYS)


def sample(folder: Path, number: int) -> Store:
    shutil.copy(SAMPLES / f"format_{number}" / "plans.db", folder)
    return Store.open(folder, keyring=NoKeyring())


def holds_what_it_held(vault: Vault) -> None:
    loaded = vault.load(made_by.STORYBOARD)
    expected = sorted([*made_by.edits("tablet-1"), *made_by.edits_elsewhere()], key=lambda e: (e.clock, e.device))
    assert (loaded.kind, list(loaded.edits), loaded.faults) == ("storyboard", expected, ())
    story, family = vault.cards()
    assert (story.title, story.family, dict(story.extra)) == (
        "Our story · قصتنا",
        made_by.FAMILY,
        {"look": "2026-12-01"},
    )
    assert (family.kind, family.title, family.changed) == ("family", "The Otters", 5)
    assert vault.setting("today") == {"family": made_by.FAMILY, "sizes": [1, 2.5, None, True]}
    assert vault.get_blob(made_by.STORYBOARD, vault.setting("photo")) == b"a photograph" * 40


def test_there_is_a_sample_of_every_format() -> None:
    found = sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "plans.db").exists())
    assert found == [f"format_{n}" for n in range(1, FORMAT + 1)]


@EVERY
def test_every_format_opens_for_ever_and_takes_new_edits(tmp_path: Path, number: int) -> None:
    store = sample(tmp_path, number)
    assert store.protection == "passphrase"
    vault = store.unlock(made_by.PASSPHRASE)
    holds_what_it_held(vault)
    last = list(made_by.edits("tablet-1"))[-1]
    vault.append(made_by.STORYBOARD, [last._replace(id="new", clock=99, device=vault.device)])
    assert vault.load(made_by.STORYBOARD).edits[-1].id == "new"
    assert vault.load(made_by.STORYBOARD).faults == ()
    store.close()


@EVERY
@pytest.mark.parametrize("way", ["spare key", "organisation"])
def test_every_format_opens_by_its_other_ways_too(tmp_path: Path, way: str, number: int) -> None:
    store = sample(tmp_path, number)
    if way == "spare key":
        holds_what_it_held(store.unlock_with_spare_key(SPARE_KEYS[number]))
    else:
        holds_what_it_held(store.open_with_organisation_key(made_by.ORGANISATION))
    store.close()


DEVICE = b"d" * 32
SLOTS = [
    keys.Slot(
        "pin",
        Cost("argon2id", 8, 1),
        bytes.fromhex("2364de51120363745c929ca9f698fe42"),
        bytes.fromhex("55be200e76966fd47f5d542fbdf3a807"),
        bytes.fromhex(
            "33186cce38fbc9722044d08a0aa69f87bf6b742832b75c3fd470cd218ddd5eeb"
            "b394bd91f47729b81ee783467f70a440c165a23a49567532350f2166"
        ),
    ),
    keys.Slot(
        "passphrase",
        Cost("scrypt", 8, 1),
        bytes.fromhex("0949f7c06998e2ea91c30ec078ec5e63"),
        b"",
        bytes.fromhex(
            "6a8f4d98f63c75a89a73097bfc193d55f58c96a65454f3a5ff5aa9758cf9dd03"
            "2b97dbd0d083e75e8ac7c058d7d997e436ef7c73b154da6d7bcea154"
        ),
    ),
]
"""What the samples lack: a PIN, which opens on its own tablet alone, and a secret that was stretched without argon2."""


@pytest.mark.parametrize(
    ("slot", "secret", "device"), [(SLOTS[0], "829301", DEVICE), (SLOTS[1], "patio rhubarb velvet otter", None)]
)
def test_a_pin_and_a_secret_without_argon2_that_were_kept_once_open_for_ever(
    slot: keys.Slot, secret: str, device: bytes | None
) -> None:
    assert keys.knows_device(slot, device), "else it is said to be lost, and nobody asks for it"
    assert not keys.knows_device(slot, b"another" if device else DEVICE)
    assert keys.open_with_secret(slot, secret, device) == bytes(range(32))
    with pytest.raises(keys.WrongKey):
        keys.open_with_secret(slot, secret + "0", device)


@EVERY
def test_every_format_is_read_where_it_cannot_be_written(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.folder._in_the_way", lambda file: StoreReadOnly("for the test"))
    store = sample(tmp_path, number)
    before = (tmp_path / "plans.db").read_bytes()
    holds_what_it_held(store.unlock(made_by.PASSPHRASE))
    store.close()
    assert (tmp_path / "plans.db").read_bytes() == before


def test_this_version_still_writes_what_the_sample_holds(tmp_path: Path) -> None:
    made_by.make(tmp_path)
    store = Store.open(tmp_path, keyring=NoKeyring())
    holds_what_it_held(store.unlock(made_by.PASSPHRASE))
    store.close()
