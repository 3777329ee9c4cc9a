"""A store that is being worked on says so in its own file, from the unlocking on."""

import shutil
from pathlib import Path

from app.store.log_ends import TruncatedLog
from tests.store.making import again, kept, made, sayings, short


def alone(folder: Path, to: Path) -> tuple[TruncatedLog, ...]:
    """Return what a copy of the file by itself says is missing."""
    to.mkdir()
    shutil.copy2(folder / "plans.db", to / "plans.db")
    return short(to, reading=True)


def test_the_file_alone_says_that_it_is_worked_on_as_soon_as_it_is_unlocked(tmp_path: Path) -> None:
    store, vault = made(tmp_path / "first")
    kept(vault, sayings(3))
    store.close()
    assert alone(tmp_path / "first", tmp_path / "closed") == ()
    store, _vault = again(tmp_path / "first")
    assert alone(tmp_path / "first", tmp_path / "unlocked") == (("", 0, 0),), "of what and how much, nobody can tell"
    store.close()
    assert alone(tmp_path / "first", tmp_path / "closed again") == ()
