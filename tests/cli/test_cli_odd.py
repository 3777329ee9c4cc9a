"""Whatever is named on the command line, and whatever it writes to: a sentence and status 1, never a traceback."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import app.cli.main as cli
from tests.cli.command import PIN, ROOT, Folder, in_its_own_process
from tests.cli.terminal import answered
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)
from tests.patience import PATIENCE

pytestmark = [
    pytest.mark.usefixtures("at_home"),
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes, links and devices of POSIX"),
]


# the folder


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, the one worked in, with everything in it that is no folder of plans."""
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("mine")
    Path("dead").symlink_to("gone")
    Path("round").symlink_to("round")
    Path("device").symlink_to("/dev/null")
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
    for name in ("asfolder", "aspipe"):
        Path(name).mkdir()
    Path("asfolder", "practice.json").mkdir()
    os.mkfifo("aspipe/practice.json")
    return tmp_path


ODD = {
    "file": "That is no folder",
    "pipe": "That is no folder",
    "socket": "That is no folder",
    "device": "That is no folder",
    "dead": "where it leads there is nothing",
    "round": "cannot be the name of a folder",
    "x" * 300: "cannot be the name of a folder",
    "y/" * 3000: "cannot be the name of a folder",
    "a\0b": "cannot be the name of a folder",
    "\ud800": "cannot be the name of a folder",
    "file/inner": "leads through something that is no folder",
    "none/../inner": "leads through one that is not there",
    r"C:\Users\jo": "a folder on Windows",
    "asfolder": "There is something called practice.json",
    "aspipe": "There is something called practice.json",
    "": "The name of the folder is empty",
    " ": "The name of the folder is empty",
    "~no-such-user-here/x": "a home that is not known here",
}


@pytest.mark.parametrize("named", ODD, ids=lambda named: repr(named[:12]))
@pytest.mark.parametrize(
    "command", [("list",), ("show", "x"), ("export", "x", "--out", "x.pdf", "--office"), ("start",)]
)
def test_what_is_no_folder_is_told_and_nothing_is_made(
    run: Any, odd: Path, named: str, command: tuple[str, ...]
) -> None:
    before = sorted(odd.rglob("*"))
    assert ODD[named] in run(*command, "--data", named).sentence()
    assert sorted(odd.rglob("*")) == before


@pytest.mark.parametrize("named", ODD, ids=lambda named: repr(named[:12]))
def test_no_practice_is_made_where_no_folder_can_be(run: Any, odd: Path, named: str) -> None:
    before = sorted(odd.rglob("*"))
    assert run("demo", "--data", named).sentence()
    assert sorted(odd.rglob("*")) == before
    assert Path("file").read_text() == "mine"


def test_where_nothing_can_be_made_it_is_said(run: Any) -> None:
    assert "may not write to the folder" in run("demo", "--data", "/proc/x").sentence()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may look everywhere")
def test_a_folder_that_nobody_may_look_into_is_told(run: Any, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    assert "may not look into that folder" in run("list", "--data", tmp_path / "shut").sentence()
    assert "may not look into that folder" in run("list", "--data", tmp_path / "shut" / "inner").sentence()


@pytest.mark.parametrize("way", ["data/../data/.", "link", "./data//"])
def test_a_roundabout_way_to_the_folder_is_a_way(
    run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.chdir(folder.path.parent)
    if way == "link":
        Path("link").symlink_to("data")
    assert "Our story" in run("list", "--data", way).out


def test_the_home_is_meant_by_its_sign_where_no_shell_has_said_so(
    run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder.path.parent))
    assert "Our story" in run("list", "--data=~/data").out
    monkeypatch.setenv("ALONGSIDE_DATA", "~/data")
    assert "Our story" in run("list").out


def test_a_folder_of_any_bytes_is_a_folder(run: Any, tmp_path: Path) -> None:
    there = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n\xe2\x82")
    assert run("list", "--data", there).sentence().startswith("There are no plans here yet.")
    folder = Folder(Path(there))
    assert "Our story" in run("list", "--data", folder.path).out


def test_odd_files_beside_the_plans_hold_nobody_up(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    (folder.path / "areas").mkdir()
    for name in ("helplines.json", "areas/x.toml", "plans.door", "plans.place.new", "helplines.json.new"):
        os.mkfifo(folder.path / name)
    assert "Our story" in run("list", "--data", folder.path).out
    answer = run("export", folder.plan, "--office", "--out", tmp_path / "x.pdf", "--data", folder.path)
    assert (answer.status, answer.out) == (0, "")
    assert "The numbers of Who can help could not be read" in answer.err


# everything else that is named


@pytest.mark.parametrize(
    ("out", "why"),
    [
        ("pipe.pdf", "There is a file of that name already"),
        ("dead.pdf", "There is a file of that name already"),
        ("inner.pdf", "That is a folder"),
        ("", "That is a folder"),
        ("file/x.pdf", "could not be written there"),
        ("none/x.pdf", "could not be written there"),
        ("x" * 300 + ".pdf", "could not be written there"),
        ("a\0.pdf", "could not be written there"),
        ("\ud800.pdf", "could not be written there"),
        ("/proc/x.pdf", "could not be written there"),
    ],
)
def test_a_copy_goes_only_where_nothing_is_yet(
    run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.pdf")
    Path("dead.pdf").symlink_to("elsewhere")
    Path("inner.pdf").mkdir()
    Path("file").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    assert why in run("export", folder.plan, "--office", "--out", out, "--data", folder.path).sentence()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_copy_that_was_stopped_in_the_middle_leaves_no_part_of_it(
    run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped:
        def __init__(self, path: Path, mode: str) -> None:
            self.file = open(path, mode)  # noqa: SIM115 (closed by the context that this stands for)

        def __enter__(self) -> "Stopped":
            return self

        def __exit__(self, *_fault: object) -> None:
            self.file.close()

        def write(self, _content: bytes) -> None:
            raise KeyboardInterrupt

    out = tmp_path / "copy.pdf"
    monkeypatch.setattr(cli, "open", Stopped, raising=False)
    assert (
        run("export", folder.plan, "--office", "--out", out, "--data", folder.path).sentence()
        == "Stopped. Nothing has been changed.\n"
    )
    assert not out.exists()


@pytest.mark.parametrize("file", ["", "none", "x" * 300, "a\0b", "\ud800", "/dev/zero", "/", "/proc/1/mem", "\x1b[2J"])
def test_a_set_of_areas_that_is_no_file_is_told(run: Any, file: str) -> None:
    answer = run("areas", "check", file)
    assert answer.sentence().isprintable() or answer.err.endswith(".\n")


@pytest.mark.parametrize("port", ["-1", "65536", "1.5", "", "8_0", "9" * 5000, "eight", "+80"])
def test_what_is_no_port_is_wrong_usage(run: Any, port: str) -> None:
    answer = run("start", f"--port={port}")
    assert (answer.status, answer.out) == (2, "")
    assert "a port is a number from 0 to 65535" in answer.err


def test_ports_that_are_all_taken_are_told(run: Any, tmp_path: Path) -> None:
    with socket.socket() as taken:
        try:
            taken.bind(("127.0.0.1", 65535))
        except OSError:
            pytest.skip("somebody has the last port already")
        taken.listen()
        answer = run("start", "--port", "65535", "--no-browser", "--data", tmp_path)
    assert "That port is taken" in answer.sentence()


@pytest.mark.parametrize("tag", ["\udcff", "../../etc", "x" * 5000, "a\0", "-", "en_XA.UTF-8", " "])
def test_a_language_that_is_none_is_english(run: Any, folder: Folder, tmp_path: Path, tag: str) -> None:
    assert "What are they worried about?" in run("show", folder.plan, f"--language={tag}", "--data", folder.path).out
    out = tmp_path / "x.pdf"
    asked = ("export", folder.plan, "--office", "--out", out, f"--language={tag}", "--data", folder.path)
    assert run(*asked).status == 0


NAMED = st.text(st.characters(exclude_categories=[]), max_size=12) | st.sampled_from(
    ["file", "pipe", "..", "/", "~", "-"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["list", "show", "export", "areas"]), st.lists(NAMED, min_size=4, max_size=4))
def test_nothing_that_is_named_ends_in_a_traceback(run: Any, odd: Path, command: str, named: list[str]) -> None:
    one, two, three, four = named
    asked = {
        "list": ("list", f"--data={one}"),
        "show": ("show", f"--data={one}", "--", two),
        "export": ("export", f"--data={one}", f"--out={two}", f"--for={three}", "--", four),
        "areas": ("areas", f"--language={one}", "--", "check", two),
    }[command]
    answer = run(*asked)
    assert answer.status in (1, 2)
    assert "Something did not work" not in answer.err


# the fault that nobody thought of


def test_a_fault_that_nobody_thought_of_says_what_is_safe_and_where_it_was_and_not_what_it_quotes(
    run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **_more: object) -> None:
        raise ZeroDivisionError("Nan saw it.")

    monkeypatch.setattr("app.cli.listing._row", broken)
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.out) == (1, "")
    said, where = answer.err.splitlines()
    assert said.startswith("Something did not work. What was saved is safe.")
    assert re.fullmatch(r"ZeroDivisionError at test_cli_odd\.py:\d+ < (\w+\.py:\d+( < )?)+", where)


# what it writes to, and reads the PIN from: in a process of its own


def ended(folder: Folder, command: str, *, closed: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a shell, which opens and closes what it is told to."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m app {command} --data "$1" {closed}', sys.executable, str(folder.path)],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}, "ALONGSIDE_PIN": PIN, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_takes_no_more_is_told(folder: Folder) -> None:
    done = ended(folder, "list", closed=">/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith(b"There was no room left")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", [">&-", "<&-", ">&- 2>&- <&-"])
def test_ends_that_are_closed_are_no_fault_and_no_file_takes_their_place(folder: Folder, closed: str) -> None:
    before = {p.name: p.read_bytes() for p in folder.path.iterdir() if p.name == "plans.db"}
    done = ended(folder, f"show {folder.plan}", closed=closed)
    assert (done.returncode, done.stderr) == (0, b"")
    assert {p.name: p.read_bytes() for p in folder.path.iterdir() if p.name == "plans.db"} == before


def test_a_refusal_that_nobody_can_read_is_not_taken_for_the_answer(folder: Folder) -> None:
    done = ended(folder, "show none", closed="2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.parametrize(
    "env", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii:strict"}, {"PYTHONUTF8": "0"}]
)
def test_a_terminal_of_any_coding_gets_every_sentence(folder: Folder, env: dict[str, str]) -> None:
    done = ended(folder, f"show {folder.plan} --language ar-XB", **env)
    assert (done.returncode, done.stderr) == (0, b"")
    done = ended(folder, "show none --language ar-XB", **env)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (b"\x03", "Stopped. Nothing has been changed."),
        (b"\x04", "A PIN is needed"),
        (b"\n", "A PIN is needed"),
        (b"\xff\xfe\n", "What was typed could not be read."),
    ],
    ids=["Ctrl-C", "Ctrl-D", "nothing", "no letters"],
)
def test_a_question_that_is_not_answered_ends_in_a_sentence_and_costs_no_try(
    folder: Folder, typed: bytes, said: str
) -> None:
    status, heard = answered(folder, typed)
    assert status == 1
    question, sentence, end = heard.decode().split("\r\n")
    assert (question, end) == ("PIN: ", "")
    assert sentence.startswith(said)
    assert "4 more times" in in_its_own_process("list", "--data", folder.path, ALONGSIDE_PIN="111222").err
    assert in_its_own_process("list", "--data", folder.path, ALONGSIDE_PIN=PIN).status == 0
