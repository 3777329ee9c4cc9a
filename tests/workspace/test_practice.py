"""Practice folders never touch the system's keyring, and real folders are never taken for one."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.workspace.practice
from app.system.data_folder import data_folder
from app.system.small_files import Unreadable
from app.workspace.practice import PRACTICE, forget_pin, keyring_of, mark, practice


@pytest.fixture(autouse=True)
def _no_system_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.workspace.practice, "system_keyring", lambda: "the system's")
    for name in ("ALONGSIDE_DATA", "FLET_APP_STORAGE_DATA"):
        monkeypatch.delenv(name, raising=False)


def test_a_practice_folder_keeps_its_secret_beside_itself(tmp_path: Path) -> None:
    made = mark(tmp_path / "demo", pin="274916")
    assert practice(tmp_path / "demo") == made
    keyring = keyring_of(tmp_path / "demo")
    assert keyring.get() == made.secret
    assert len(made.secret) == 32
    assert not keyring.put(b"another")
    assert keyring.put(made.secret)
    assert keyring.get() == made.secret


def test_two_practice_folders_have_two_secrets(tmp_path: Path) -> None:
    assert mark(tmp_path / "a", pin="").secret != mark(tmp_path / "b", pin="").secret


def test_a_real_folder_has_the_systems_keyring(tmp_path: Path) -> None:
    assert practice(tmp_path) is None
    assert keyring_of(tmp_path) == "the system's"
    assert keyring_of(tmp_path / "not there") == "the system's"


@pytest.mark.parametrize("told", ["", "{", "[]", "7", '{"secret": "x", "pin": ""}', '{"pin": "1"}', '{"secret": 5}'])
def test_a_file_that_does_not_say_what_it_should_is_no_practice(tmp_path: Path, told: str) -> None:
    (tmp_path / PRACTICE).write_text(told)
    assert practice(tmp_path) is None


def test_a_pin_of_somebodys_own_is_not_written_down(tmp_path: Path) -> None:
    mark(tmp_path, pin="")
    assert json.loads((tmp_path / PRACTICE).read_text())["pin"] == ""


def test_a_pin_that_was_changed_is_shown_no_more_and_the_folder_is_one_for_practice_still(tmp_path: Path) -> None:
    made = mark(tmp_path, pin="274916")
    forget_pin(tmp_path)
    assert practice(tmp_path) == made._replace(pin="")
    assert [file.name for file in tmp_path.iterdir()] == [PRACTICE]
    forget_pin(tmp_path / "real")
    assert not (tmp_path / "real").exists()


def test_the_folder_is_the_one_chosen_then_the_environments_then_the_tablets_then_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = data_folder()
    assert system.name == "alongside"
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", "/tablet")
    assert data_folder() == Path("/tablet")
    monkeypatch.setenv("ALONGSIDE_DATA", "/named")
    assert data_folder() == Path("/named")
    assert data_folder("") == Path("/named")
    assert data_folder("/chosen") == Path("/chosen")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("what", ["pipe", "link"])
def test_a_pin_is_forgotten_whatever_lies_where_the_new_file_is_made(tmp_path: Path, what: str) -> None:
    made = mark(tmp_path, pin="274916")
    fresh, elsewhere = tmp_path / f"{PRACTICE}.new", tmp_path / "elsewhere"
    if what == "pipe":
        os.mkfifo(fresh)
    else:
        fresh.symlink_to(elsewhere)
    forget_pin(tmp_path)
    assert practice(tmp_path) == made._replace(pin="")
    assert not elsewhere.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("what", ["folder", "pipe", "device"])
def test_where_no_file_has_that_name_the_lock_of_the_folder_cannot_be_known(tmp_path: Path, what: str) -> None:
    there = tmp_path / PRACTICE
    match what:
        case "folder":
            there.mkdir()
        case "pipe":
            os.mkfifo(there)
        case "device":
            there.symlink_to("/dev/zero")
    for ask in (practice, keyring_of):
        with pytest.raises(Unreadable):
            ask(tmp_path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80) | st.just("ab" * 32),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["secret", "pin", "x"]), inner),
)


@given(VALUES)
def test_any_value_in_the_file_is_a_practice_or_none(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    folder = tmp_path_factory.mktemp("folder")
    (folder / PRACTICE).write_text(json.dumps(value), "utf-8")
    told = practice(folder)
    right = isinstance(value, dict) and value.get("secret") == "ab" * 32 and isinstance(value.get("pin"), str)
    assert (told is not None) == right


@pytest.mark.parametrize(
    "text", ["[" * 4_000, '{"secret":' + "9" * 4_000 + "}", '{"pin": "1"}' + " " * 5_000, "\ufeff"]
)
def test_a_nested_or_a_huge_file_is_no_practice(tmp_path: Path, text: str) -> None:
    (tmp_path / PRACTICE).write_text(text, "utf-8")
    assert practice(tmp_path) is None
