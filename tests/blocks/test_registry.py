"""The one list of blocks: each is whole, and its screen is there when it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.asking.screen.block_screen import BlockScreen
from app.blocks.registry import BLOCKS, FOLDERS, block_of
from app.document import Section
from app.ui.screens.step_list import screen_of

ROOT = Path(__file__).resolve().parents[2]


def test_every_folder_of_a_block_is_in_the_list_and_the_list_names_no_other() -> None:
    folders = {p.name for p in (ROOT / "app" / "blocks").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert set(FOLDERS) == folders
    assert len(set(FOLDERS)) == len(FOLDERS)


def test_nothing_is_loose_among_the_folders_of_the_blocks() -> None:
    assert {p.name for p in (ROOT / "app" / "blocks").glob("*.py")} == {"__init__.py", "registry.py"}


@pytest.mark.parametrize("slug", BLOCKS)
def test_the_screen_of_every_block_can_be_loaded(slug: str) -> None:
    assert isinstance(screen_of(Section(slug="any", block=slug, title="Any")), BlockScreen)


def test_a_block_that_a_newer_version_knows_is_none() -> None:
    newer = Section(slug="any", block="of-a-newer-version", title="Any")
    assert block_of(newer) is None
    assert screen_of(newer) is None
    assert block_of(None) is None


def test_the_list_is_read_without_flet() -> None:
    program = "import sys; sys.modules['flet'] = None; import app.blocks.registry, app.export.sheet; print('fine')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "fine\n", done.stderr
