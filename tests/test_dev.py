"""The one door: what it asks for, what it says when something is missing, and in which order it works."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
from tests import lanes

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Note every command instead of running it; each goes well."""
    noted: list[tuple[str, ...]] = []

    def call(*command: object, env: object = None) -> int:
        noted.append(tuple(str(part) for part in command))
        return 0

    monkeypatch.setattr(dev, "call", call)
    return noted


def test_it_needs_nothing_but_python() -> None:
    program = "import dev; print(dev.OLDEST)"
    done = subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "(3, 11)\n", done.stderr


def test_an_older_python_gets_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit) as ended:
        dev.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err.count("\n") == 1


def without(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    find: Any = dev.importlib.util.find_spec
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None if name == missing else find(name))


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_without_venv_a_guest_gets_one_sentence_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    calls: list[tuple[str, ...]],
    missing: str,
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "is_debian_root", lambda: False)
    without(monkeypatch, missing)
    with pytest.raises(SystemExit):
        dev.make_venv()
    said = capsys.readouterr().err
    assert "sudo apt install python3." in said
    assert said.count("\n") == 1
    assert calls == []


def test_without_venv_root_on_debian_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calls: list[tuple[str, ...]]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "is_debian_root", lambda: True)
    without(monkeypatch, "ensurepip")
    dev.make_venv()
    assert [command[:2] for command in calls[:2]] == [("apt-get", "update"), ("apt-get", "install")]
    assert calls[1][-1].endswith("-venv")
    assert calls[2][1:3] == ("-m", "venv")


def test_the_second_start_fetches_nothing_and_a_changed_pin_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calls: list[tuple[str, ...]]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "make_venv", lambda: None)
    dev.install(dev.RUN)
    assert "flet==1.0.5" in calls[0]
    assert not [part for part in calls[0] if part.startswith(("pytest", "flet-desktop"))]
    dev.install(dev.RUN)
    assert len(calls) == 1
    pins = tmp_path / "constraints.txt"
    pins.write_text("flet==1.0.5\n", "utf-8")
    monkeypatch.setattr(dev, "CONSTRAINTS", pins)
    dev.install(dev.RUN)
    assert len(calls) == 2


def test_what_could_not_be_fetched_is_asked_for_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "make_venv", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *command, env=None: 1)
    for _turn in range(2):
        with pytest.raises(SystemExit):
            dev.install(dev.RUN)


def test_no_browser_is_a_failure_and_never_a_skip(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ALONGSIDE_BROWSER", raising=False)
    monkeypatch.setattr(dev, "installed_browser", lambda: None)
    monkeypatch.setattr(dev, "is_debian_root", lambda: False)
    monkeypatch.setattr(dev, "call", lambda *command, env=None: 1)
    with pytest.raises(SystemExit) as ended:
        dev.browser()
    assert ended.value.code == 1
    assert "need a browser" in capsys.readouterr().err
    monkeypatch.setenv("ALONGSIDE_BROWSER", "/no/such/browser")
    with pytest.raises(SystemExit):
        dev.browser()


def test_a_missing_program_is_a_failure_where_it_cannot_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "is_debian_root", lambda: False)
    with pytest.raises(SystemExit):
        dev.tools()


@pytest.fixture
def nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave of `dev.py test` only what it gives to pytest."""
    for name in ("install", "tools", "check"):
        monkeypatch.setattr(dev, name, lambda *arguments: None)
    monkeypatch.setattr(dev, "browser", lambda: "")


def outcome(*given: str) -> int:
    return dev.test(dev.parser().parse_args(["test", *given]))


PYTEST = """
import os, sys
lane = {"tests": "quick"}.get(sys.argv[-1].rpartition("/")[0]) or sys.argv[-1].split("/")[1]
print(lane, "ran")
print("That is all.")
sys.exit(int(os.environ[lane]))
"""
"""What stands in for pytest: it says which of the lanes it was given, and ends as it is told."""

FILES = ("tests/test_x.py", "tests/headless/test_y.py", "tests/journeys/test_z.py")


@pytest.mark.usefixtures("nothing_else")
@pytest.mark.parametrize(
    ("ends", "status"),
    [((0, 0, 0), 0), ((1, 0, 0), 1), ((0, 1, 0), 1), ((0, 0, 1), 1), ((5, 0, 5), 0), ((5, 5, 5), 5), ((5, 5, 1), 1)],
)
def test_no_lane_is_forgotten_and_one_that_fails_fails_the_whole(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    ends: tuple[int, int, int],
    status: int,
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "python", lambda: sys.executable)
    for lane, end in zip(("quick", "headless", "journeys"), ends, strict=True):
        monkeypatch.setenv(lane, str(end))
    (tmp_path / "pytest.py").write_text(PYTEST)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "lanes.py", tmp_path / "tests")
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert outcome() == status
    said = capfd.readouterr().out
    assert said.index("quick ran") < said.index("headless ran") < said.index("journeys ran")


def test_each_test_file_is_in_one_part() -> None:
    files = [file for _name, files in lanes.parts(ROOT) for file in files]
    assert sorted(files) == sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py"))
    for name, inside in lanes.parts(ROOT):
        assert {lanes.lane_of(ROOT, ROOT / file) for file in inside} == {name.partition(",")[0]}


@pytest.mark.usefixtures("nothing_else")
def test_what_is_named_is_all_that_runs(calls: list[tuple[str, ...]]) -> None:
    assert outcome("--", "tests/test_dev.py::test_x") == 0
    assert [call[-2:] for call in calls] == [("pytest", "tests/test_dev.py::test_x")]


def test_start_is_told_where_and_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = dev.parser().parse_args(["run", "--window", "--port", "9000", "--data", str(tmp_path)])
    assert dev.door(options) == ["--window", "--port", "9000", "--data", str(tmp_path)]
    assert dev.door(dev.parser().parse_args(["run"])) == []


@pytest.mark.parametrize("command", ["run", "demo"])
@pytest.mark.parametrize("given", ["", " "])
def test_an_empty_name_of_a_folder_is_wrong_usage_and_not_this_very_folder(
    command: str, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.parser().parse_args([command, "--data", given])
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("given", ["-1", "65536", "x", "9" * 5000])
def test_what_is_no_port_is_left_to_the_app_to_refuse(given: str) -> None:
    assert dev.door(dev.parser().parse_args(["run", f"--port={given}"])) == ["--port", given]


def test_a_folder_is_meant_from_where_somebody_stands_and_a_ring_of_links_is_left_to_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "round").symlink_to("round")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/jo")
    for given, meant in (("round", str(tmp_path / "round")), ("./x/../y", str(tmp_path / "y")), ("~/z", "/home/jo/z")):
        assert dev.door(dev.parser().parse_args(["run", "--data", given])) == ["--data", meant]
