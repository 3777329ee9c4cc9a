"""Wherever a command is run: in a zone that is none, and in a folder that is gone, it does what it does anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ROOT, Folder, in_its_own_process

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
