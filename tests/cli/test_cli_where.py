"""Wherever a command is run: in a zone that is none, and in a folder that is gone, it does what it does anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import PIN, ROOT, Folder, in_its_own_process, text_of

pytestmark = [
    pytest.mark.usefixtures("at_home"),
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="zones by TZ, and folders that go while somebody is in them"),
]


@pytest.mark.parametrize("zone", ["Europe", "/etc/passwd", ":/etc/passwd", "/tmp", "/dev/null", "../", "XYZ-25"])
def test_a_zone_that_is_none_costs_the_hour_of_this_place_and_nothing_else(
    folder: Folder, tmp_path: Path, zone: str
) -> None:
    out = tmp_path / "x.pdf"
    made = in_its_own_process("export", folder.plan, "--office", "--out", out, "--data", folder.path, TZ=zone)
    assert (made.status, made.err) == (0, "")
    listed = in_its_own_process("list", "--data", folder.path, TZ=zone)
    assert (listed.status, listed.err) == (0, "")
    assert "  2023-11-14  " in listed.out


@pytest.mark.parametrize("zone", ["Europe", "/dev/null"])
def test_words_of_every_language_are_there_in_a_zone_that_is_none(zone: str) -> None:
    code = (
        "from datetime import date; from app.language import *; import babel.util;"
        " print(full_date(date(2026, 5, 4)), right_to_left('ar'), days_of_the_week()[0], names_a_day('in May 4'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "TZ": zone}, capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"Monday 4 May 2026 True (0, 'Mo') True\n", b"")


@pytest.fixture
def nowhere(tmp_path: Path) -> list[str]:
    """Begin a command in a folder that is gone by then."""
    return ["sh", "-c", 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"', str(tmp_path / "gone"), sys.executable]


def test_a_copy_is_made_where_the_folder_that_somebody_works_in_is_gone(
    folder: Folder, tmp_path: Path, nowhere: list[str]
) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "ALONGSIDE_PIN": PIN}
    export = [*nowhere, "-m", "app", "export", folder.plan, "--office", "--data", str(folder.path), "--out"]
    out = tmp_path / "x.pdf"
    made = subprocess.run([*export, str(out)], env=env, capture_output=True, check=False)
    assert (made.returncode, made.stderr) == (0, b"")
    assert "Our story" in text_of(out)
    lost = subprocess.run([*export, "x.pdf"], env=env, capture_output=True, check=False)
    assert (lost.returncode, lost.stdout) == (1, b"")
    assert lost.stderr == b"The file could not be written there. The plan is safe. Try another folder.\n"


def test_a_copy_is_made_where_that_folder_goes_after_the_start(tmp_path: Path) -> None:
    code = (
        "import os, sys, app.cli.main; os.mkdir(sys.argv[1]); os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]);"
        " asked = os.getcwd; import app.pdf; assert os.getcwd is asked, 'left as it was'"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "gone")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
