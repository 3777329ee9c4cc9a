"""Small files that others may have written are read whole or not at all, and never wait, whatever stands there."""

import contextlib
import json
import os
import socket
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.small_files import Unreadable, parse_json, parse_toml, read_small, shown_name, write_small
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")


def why(path: Path, longest: int = 100) -> str:
    with pytest.raises(Unreadable) as refused:
        read_small(path, longest)
    assert refused.value.sentence().endswith("Nothing has been changed.")
    return refused.value.reason


@pytest.mark.parametrize(
    "saved",
    [
        b"\xef\xbb\xbfMia \xc5\x82",
        "Mia ł".encode(),
        "Mia ł".encode("utf-16"),
        b"\xfe\xff" + "Mia ł".encode("utf-16-be"),
    ],
)
def test_a_text_is_read_as_editors_save_it(tmp_path: Path, saved: bytes) -> None:
    (tmp_path / "x").write_bytes(saved)
    assert read_small(tmp_path / "x", 100) == "Mia ł"


@posix
def test_what_is_no_file_is_told_from_a_file_that_is_not_there_and_nothing_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "endless").symlink_to("/dev/zero")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("file")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)  # A socket's name may be a hundred letters long and no more.
        listening.bind("socket")
        found = {p.name: why(p) for p in sorted(tmp_path.iterdir()) if p.name not in ("file", "link")}
    assert found == {
        "endless": "odd", "folder": "odd", "nowhere": "missing", "pipe": "odd", "round": "shut", "socket": "odd",
    }  # fmt: skip
    assert read_small(tmp_path / "link", 0) == ""
    assert why(tmp_path / "file" / "x") == "shut"


@pytest.mark.parametrize(
    ("name", "reason"), [("a\0b", "odd"), ("\ud800", "odd"), ("x" * 300, "shut"), ("none", "missing")]
)
def test_a_name_that_cannot_be_one_is_told(tmp_path: Path, name: str, reason: str) -> None:
    assert why(tmp_path / name) == reason


@pytest.mark.parametrize("saved", [b"\xff", b"\xff\xfe\x00", b"\xff\xfe\x00\xd8", b"\xed\xa0\x80", b"caf\xe9"])
def test_letters_that_cannot_be_read_are_told(tmp_path: Path, saved: bytes) -> None:
    (tmp_path / "x").write_bytes(saved)
    assert why(tmp_path / "x") == "letters"


def test_no_more_is_read_than_a_small_file_has(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 100)
    assert len(read_small(tmp_path / "x", 100)) == 100
    assert why(tmp_path / "x", 99) == "long"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_open_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    (tmp_path / "x").chmod(0)
    assert why(tmp_path / "x") == "shut"


def test_no_file_stays_open(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    before = os.dup(0)
    os.close(before)
    for path in (tmp_path, tmp_path / "x", tmp_path / "none") * 3:
        with contextlib.suppress(Unreadable):
            read_small(path, 0)
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_a_name_steers_no_terminal_and_fits_a_line() -> None:
    assert shown_name("x\x1b[2J\n\u202e\udcff.toml") == "x?[2J???.toml"
    assert len(shown_name("x" * 300)) == 61


def test_what_is_written_is_read_again_and_only_its_owner_may(tmp_path: Path) -> None:
    for text in ("one", "ł\n"):
        write_small(tmp_path / "x", text)
        assert read_small(tmp_path / "x", 100) == text
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
    if os.name == "posix":
        assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


# what stands in them


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 5_000,
        "NaN",
        "[-Infinity]",
        '{"a":1,"a":1}',
        "{'a':1}",
        "[1,]",
        "\ufeff1",
    ],
)
def test_json_that_is_nested_huge_or_odd_is_one_fault(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_json(text)


@given(st.text())
def test_any_text_is_json_or_one_fault(text: str) -> None:
    found: list[Any] = []
    with contextlib.suppress(Unreadable):
        found = [parse_json(text)]
    assert not found or found == [json.loads(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000,
        "a = " + "{a=" * 30_000,
        ".".join("a" * 50_000) + " = 1",
        "[" + " . ".join("a" * 30_000) + "]",
        '"a".' * 20_000 + "a = 1",
        '"\\"a".' * 16_000 + "a = 1",
        '["\\\\".' + '\'"\'."\\\\\\"".' * 8_000 + "a]",
        "\n".join(f"[a{n}{'.a' * 298}]" for n in range(160)),
        "\n".join(f"a{n}{'.a' * 298} = 1" for n in range(160)),
        "[a" + ".a" * 298 + "]\n" + "\n".join(f"a{n} = 1" for n in range(10_000)),
        "a = {" + ",".join("a" + ".a" * 298 + f"{n}=1" for n in range(160)) + "}",
        "a" * 100_000,
        "a-" * 50_000,
        '"' * 100_000,
        "a = " + "9" * 5_000,
        "a = 1\na = 2",
        "[a]\n[a]",
        "a = 2026-99-99",
    ],
)
def test_toml_that_is_nested_huge_or_odd_is_one_fault_and_soon(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_toml(text)


def test_a_set_of_areas_as_large_as_one_can_be_is_no_odd_toml() -> None:
    asked = '"' + "What goes well... And who helps? " * 6 + '", '
    area = f'[[area]]\nslug = "a"\ntitle = "A. B. C."\nprompts = [{asked * 5}]\n# {"." * 100}\n'
    assert len(parse_toml("a.b.c = 1\n" + "# Of our own. " * 20 + "\n" + area * 12)["area"]) == 12


# What TOML is made of, put together anyhow: more of it is nearly right than of any text.
BITS = st.sampled_from(
    [
        " = ",
        "\n",
        *[
            "a",
            '"b"',
            ".",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            ",",
            "1",
            "1e9",
            "true",
            '"""',
            "#",
            "\\",
            "2026-01-01",
            "0x",
            "-",
            "inf",
        ],
        "'c'",
    ]
)


@given(st.lists(BITS, max_size=25).map("".join))
def test_any_toml_is_read_as_it_is_or_one_fault(text: str) -> None:
    try:
        right = tomllib.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(Unreadable):
            parse_toml(text)
    else:
        assert repr(parse_toml(text)) == repr(right)
