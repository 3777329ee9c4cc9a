"""Rules that run: who may know whom, and what every file looks like."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app import store

ROOT = Path(__file__).resolve().parents[1]
OURS = sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "plans").rglob("*.py"), ROOT / "main.py", ROOT / "dev.py"])
LINT = "import sys; from importlinter.cli import lint_imports_command as lint; lint()"

LONGEST = 330
"""Lines. The house rule is "not much over 300"."""

EMPTY_NAMES = ("Manager", "Helper", "Utils", "Util", "Base", "Data", "Handler", "Service", "Common", "Misc")


def lint(folder: Path) -> tuple[int, str]:
    """Run the contracts of pyproject.toml on a copy of the house."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the house that may be broken."""
    for name in ("app", "plans"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_everybody_knows_only_whom_they_may_know() -> None:
    status, said = lint(ROOT)
    assert status == 0, said


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        (
            "app/document/fold.py",
            "import app.store",
            "Documents, sheets, ink and language know nothing above them",
        ),
        (
            "app/sheet/__init__.py",
            "import flet",
            "Documents, sheets, ink and language know nothing above them",
        ),
        (
            "app/language/voice.py",
            "import plans",
            "Documents, sheets, ink and language know nothing above them",
        ),
        ("app/blocks/storyboard/reading.py", "import flet", "A block's reading and paper know only"),
        ("app/blocks/words/paper.py", "import app.store", "A block's reading and paper know only"),
        ("app/blocks/storyboard/method.py", "import flet", "A block's reading and paper know only"),
        ("app/blocks/storyboard/hints.py", "import flet", "A block's reading and paper know only"),
        ("app/blocks/rings/picture.py", "import flet", "A block's reading and paper know only"),
        ("app/blocks/star/picture.py", "import flet", "A block's reading and paper know only"),
        ("app/areas/toml.py", "import app.document", "Sets of areas know only language"),
        ("app/blocks/words/editor.py", "import app.store", "A block's editor knows the kit besides"),
        ("app/blocks/rows/cells.py", "import app.store", "A block's editor knows the kit besides"),
        ("app/ui/screens/__init__.py", "import app.blocks.rows.cells", "Screens find editors through"),
        (
            "app/blocks/words/paper.py",
            "import app.blocks.storyboard.reading",
            "Blocks do not know each other",
        ),
        (
            "app/store/__init__.py",
            "import app.blocks.words.reading",
            "The store knows documents, never a block",
        ),
        ("app/paper/__init__.py", "import app.blocks.words.reading", "Paper knows sheets, ink and language"),
        ("app/ui/kit/__init__.py", "import app.blocks.words.reading", "The kit knows no block"),
        ("app/ui/screens/__init__.py", "import app.blocks.words.editor", "Screens find editors through"),
        ("app/ui/screens/__init__.py", "import plans", "Screens know no kind of plan"),
        (
            "plans/__init__.py",
            "import app.blocks.words.editor",
            "Plans know documents, language and the readings",
        ),
        ("app/web.py", "import app.store", "The served door knows nothing of plans"),
        ("app/cli.py", "import flet", "The command line never imports flet"),
        ("app/ui/screens/__init__.py", "import sqlite3", "Only the store speaks SQL"),
        ("app/store/__init__.py", "import reportlab", "Only paper knows reportlab"),
        ("app/photo/taking.py", "import app.ink.stroke", "Photos are bytes in and bytes out"),
        ("app/ui/screens/__init__.py", "import PIL.Image", "Only photos, tiles of ink and a phone"),
        ("app/ink/drawing.py", "from PIL import Image", "Only photos, tiles of ink and a phone"),
        ("app/blocks/cards/goals.py", "import app.store", "A block's editor knows the kit besides"),
    ],
)
def test_each_rule_notices_when_it_is_broken(copy: Path, file: str, line: str, contract: str) -> None:
    broken = copy / file
    broken.write_text(f"{broken.read_text('utf-8')}\n{line}\n", "utf-8")
    status, said = lint(copy)
    kept = [found for found in said.splitlines() if found.startswith(contract) and "BROKEN" in found]
    assert (status, len(kept)) == (1, 1), said


def test_the_command_line_runs_without_flet() -> None:
    program = "import sys; sys.modules['flet'] = None; import app.cli; print('fine')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "fine\n", done.stderr


def test_the_lock_is_drawn_before_the_store_and_pixels_are_loaded() -> None:
    """They come on the store's thread, or behind the lock: whoever waits for the first screen waits for less."""
    program = (
        "import sys, app.cli, app.start\n"
        "late = {'sqlite_utils', 'cryptography', 'argon2', 'filelock', 'PIL', 'reportlab', 'app.ui.screens.rooms'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr


def test_all_that_the_store_offers_is_there_when_it_is_asked_for() -> None:
    assert [name for name in store.__all__ if not hasattr(store, name)] == []
    assert not hasattr(store, "Nonsense")


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_says_why_it_exists_and_stays_readable(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "the first line says why the module exists"
    lines = len(source.splitlines())
    assert lines <= LONGEST, "split it where a reader would"
    names = [n.name for n in ast.walk(tree) if isinstance(n, ast.ClassDef | ast.FunctionDef)]
    empty = tuple(word for word in EMPTY_NAMES)
    assert [name for name in [*names, path.stem.title()] if name.endswith(empty)] == []
    assert "TODO" not in source
    assert "FIXME" not in source


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_others_may_call_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_no_file_of_ours_names_the_host_of_a_package_registry() -> None:
    registries = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "crates" + ".io"]
    told = [*OURS, ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".ci" / "run", ROOT / "constraints.txt"]
    assert [str(p) for p in told if any(name in p.read_text("utf-8") for name in registries)] == []


def test_a_tablet_build_leaves_out_what_only_a_workshop_needs() -> None:
    """`flet build` ships everything in the root that is not named in its exclude list."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]
    excluded = set(tool["app"]["exclude"])
    assert {".git", ".venv", "tests", "build", "dev.py", "app/web.py"} <= excluded
    shipped = {"app", "plans", "assets", "locales", "main.py", "pyproject.toml", "LICENSE", "README.md"}
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
        assert top <= shipped | excluded
    assert tool["android"]["permission"] == {"android.permission.INTERNET": False}
    assert tool["android"]["manifest_application"]["allowBackup"] == "false"


@pytest.mark.parametrize("path", [p for p in OURS if "app" in p.parts], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_field_changes_what_a_keyboard_writes(path: Path) -> None:
    """Flet's capitals, filters and longest lengths are formatters: they end and double what a keyboard composes.

    A device's keyboard sets capitals by itself; what is too long is said, with the words in their field.
    """
    made = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    fights = {"capitalization", "input_filter", "max_length"}
    assert [f"{path.name}:{call.lineno}" for call in made if fights & {k.arg for k in call.keywords}] == []
