"""The command line as somebody starts it: the PIN, wrong usage, and beside other processes."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.cli.command import PIN, ROOT, Folder, in_its_own_process
from tests.cli.terminal import answered
from tests.patience import PATIENCE

pytestmark = pytest.mark.usefixtures("at_home")


def test_a_wrong_pin_opens_nothing_and_is_counted(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path / "data")
    monkeypatch.setenv("ALONGSIDE_PIN", "111222")
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.out) == (1, "")
    assert "does not open the plans" in answer.err
    assert "4" in answer.err
    assert "3" in run("list", "--data", folder.path).err


def test_the_pin_is_no_argument(run: Any, folder: Folder) -> None:
    assert run("list", "--pin", PIN, "--data", folder.path).status == 2


def test_without_a_keyboard_a_pin_is_asked_for_in_one_sentence(folder: Folder) -> None:
    answer = in_its_own_process("list", "--data", folder.path, ALONGSIDE_PIN="")
    assert "ALONGSIDE_PIN" in answer.sentence()


def test_the_pin_is_asked_for_and_not_shown(folder: Folder) -> None:
    status, said = answered(folder, PIN.encode() + b"\n")
    assert status == 0
    assert b"Our story" in said
    assert PIN.encode() not in said


def test_where_there_are_no_plans_it_says_so_and_makes_nothing(run: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    assert "There are no plans here yet." in run("list", "--data", empty).err
    assert not empty.exists()
    assert run("list", "--data", empty).status == 1


def test_the_folder_may_be_named_by_the_environment(run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", str(folder.path))
    assert "Our story" in run("list").out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-command",),
        ("show",),
        ("export", "plan"),
        ("export", "--out", "x.pdf"),
        ("list", "--no-such-option"),
        ("start", "--port", "99999"),
        ("start", "--port", "eight"),
    ],
)
def test_wrong_usage_is_status_2_with_a_word_on_stderr(run: Any, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "usage: alongside" in answer.err


def test_every_command_has_help(run: Any) -> None:
    for arguments in ((), ("start",), ("demo",), ("list",), ("show",), ("export",)):
        answer = run(*arguments, "--help")
        assert answer.status == 0
        assert "usage: alongside" in answer.out


# In a process of its own.


@contextlib.contextmanager
def another_writer(folder: Path) -> Iterator[None]:
    """Another process of this app that has the folder open for writing."""
    code = (
        "import sys; from pathlib import Path; from app.store import Store;"
        " from app.workspace.practice import keyring_of; p = Path(sys.argv[1]);"
        " s = Store.open(p, keyring=keyring_of(p));"
        " v = s.unlock(sys.argv[2]); v.keep_setting('x', 1); print('open', flush=True); sys.stdin.read(); s.close()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), PIN], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"open\n"
        yield
    finally:
        child.stdin.close()
        assert child.wait(PATIENCE) == 0
        child.stdout.close()


def test_reading_goes_on_beside_a_process_that_writes(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    with another_writer(folder.path):
        held = FileLock(folder.path / "plans.lock")
        with pytest.raises(TimeoutError):
            held.acquire(timeout=0)
        assert "Our story" in run("list", "--data", folder.path).out
        assert "Nan saw it." in run("show", folder.plan, "--data", folder.path).out
        out = tmp_path / "copy.pdf"
        assert run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path).status == 0


def test_no_command_but_start_ever_loads_a_screen_or_a_server(folder: Folder, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom app.cli.main import main\n"
        "status = main(sys.argv[1:])\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'flet', 'flet_web', 'uvicorn', 'fastapi'})"
        " + [m for m in sys.modules if m.startswith('app.ui')])\n"
        "sys.exit(status)"
    )
    for command in (("list",), ("export", folder.plan, "--anybody", "--out", str(tmp_path / "x.pdf"))):
        done = subprocess.run(
            [sys.executable, "-c", code, *command, "--data", str(folder.path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_console_without_emoji_still_gets_the_whole_plan(folder: Folder) -> None:
    answer = in_its_own_process("show", folder.plan, "--data", folder.path, PYTHONIOENCODING="ascii")
    assert (answer.status, answer.err) == (0, "")
    assert "Nan saw it. \\U0001f98a" in answer.out


def test_a_reader_that_leaves_early_is_no_fault(folder: Folder) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "app", "list", "--data", str(folder.path)],
            cwd=ROOT,
            # Held back until the end, as it is for everybody who did not ask for anything else.
            env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")
