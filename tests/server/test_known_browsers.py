"""What the door remembers over a restart: who was let in, by hashes alone, and how a page knows the program again."""

import json
import os
import stat
from pathlib import Path

import pytest

from app.server.known_browsers import FILE, MOST, KnownBrowsers, known_browsers, remember

SECRET = "the-secret-of-a-browser"


def test_what_is_kept_is_read_back_and_tells_no_secret(tmp_path: Path) -> None:
    told = known_browsers(tmp_path / "new").and_browser(SECRET)
    remember(tmp_path / "new", told)
    assert known_browsers(tmp_path / "new") == told
    assert told.knows(SECRET)
    assert not told.knows("another")
    assert not told.knows(told.browsers[0])
    assert SECRET not in (tmp_path / "new" / FILE).read_text()
    assert [f.name for f in (tmp_path / "new").iterdir()] == [FILE]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "new" / FILE).stat().st_mode) == 0o600


def test_the_program_is_known_again_by_its_key_after_a_restart(tmp_path: Path) -> None:
    told = known_browsers(tmp_path).and_browser(SECRET)
    remember(tmp_path, told)
    assert known_browsers(tmp_path).proof("1234") == told.proof("1234") != KnownBrowsers().proof("1234")


def test_only_the_last_ones_are_known(tmp_path: Path) -> None:
    told = KnownBrowsers()
    for n in range(MOST + 1):
        told = told.and_browser(f"secret {n}")
    remember(tmp_path, told)
    assert not known_browsers(tmp_path).knows("secret 0")
    assert known_browsers(tmp_path).knows("secret 1")


@pytest.mark.parametrize(
    "there", ["", "{}", "[]", '{"key": 1, "browsers": []}', '{"key": "ab", "browsers": 3}', "\x00"]
)
def test_a_file_that_cannot_be_read_lets_nobody_in_and_stops_nothing(tmp_path: Path, there: str) -> None:
    (tmp_path / FILE).write_text(there)
    told = known_browsers(tmp_path)
    assert told.browsers == ()
    assert len(told.key) == 64


def test_what_is_no_hash_in_it_is_left_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"key": "a" * 64, "browsers": ["", None, "b" * 64]}))
    assert known_browsers(tmp_path).browsers == ("b" * 64,)


def test_where_nothing_can_be_written_the_program_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file", KnownBrowsers())
    assert known_browsers(tmp_path / "file").browsers == ()
