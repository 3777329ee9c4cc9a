"""Rules that run: who may know whom, and what every file looks like."""

import ast
import re
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

LONGEST_FUNCTION = 60
"""Lines, with its docstring. A long table is no function's: it stands in the module. How many ways may lead through a
function is C901 in pyproject.toml.
"""


def lint(folder: Path) -> tuple[int, str]:
    """Run the contracts of pyproject.toml on a copy of the house."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_everybody_knows_only_whom_they_may_know() -> None:
    status, said = lint(ROOT)
    assert status == 0, said


LAYERS = "Every room knows only the rooms below it"
FLET = "Only what shows something on a screen knows Flet"
KIT = "Only screens know the kit and other screens"
LIST = "Screens find a block through the one list"
QUIET = "Blocks keep, print and send nothing themselves"

BREACHES = [
    ("app/document", "app.store.vault", LAYERS),
    ("app/sheet", "app.pdf.canvas", LAYERS),
    ("app/language", "plans.catalogue", LAYERS),
    ("app/areas", "app.document.fold", ""),
    ("app/areas", "app.store.vault", LAYERS),
    ("app/photo", "app.pdf.canvas", LAYERS),
    ("app/store", "app.blocks.words.model", LAYERS),
    ("app/pdf", "app.blocks.words.model", LAYERS),
    ("app/kit", "app.blocks.words.model", LAYERS),
    ("app/server", "app.store.vault", LAYERS),
    ("app/system", "app.document.fold", LAYERS),
    ("app/export", "app.ui.session.routes", LAYERS),
    ("app/ui/screens", "plans.safety_plan", LAYERS),
    ("app/ui/session", "app.ui.screens.home", LAYERS),
    ("app/ui/actions", "app.ui.screens.home", LAYERS),
    ("app/document", "flet", FLET),
    ("app/sheet", "flet", FLET),
    ("app/blocks/words", "flet", FLET),
    ("app/asking", "flet", FLET),
    ("app/sayings", "flet", FLET),
    ("plans", "flet", FLET),
    ("app/cli", "flet", FLET),
    ("app/store", "flet", FLET),
    ("app/blocks/star", "app.kit.theme", KIT),
    ("app/blocks/rings", "app.blocks.rings.screen.editor", KIT),
    ("plans", "app.blocks.words.screen", LIST),
    ("app/ui/screens", "app.blocks.words.print", LIST),
    ("app/ui/screens", "app.blocks.rows.screen.cells", LIST),
    ("app/blocks/words", "app.blocks.storyboard.model", "Blocks do not know each other"),
    ("app/blocks/words", "app.blocks.registry", "Blocks do not know each other"),
    ("app/blocks/rows/screen", "app.store.vault", QUIET),
    ("app/blocks/words", "app.store.vault", QUIET),
    ("app/blocks/cards", "app.pdf.canvas", QUIET),
    ("app/kit", "app.store.vault", QUIET),
    ("plans", "app.store.vault", "Plans are declared with documents"),
    ("app/export/leaks", "app.document.sharing", "The leak check works out by itself"),
    ("app/export/leaks", "app.document", "The leak check works out by itself"),
    ("app/cli", "app.ui.session.session", "The command line runs without Flet"),
    ("app/ui/screens", "sqlite3", "Only the store speaks SQL"),
    ("app/workspace", "sqlite_utils", "Only the store speaks SQL"),
    ("app/store", "reportlab", "Only the PDF writer knows reportlab"),
    ("app/export", "reportlab", "Only the PDF writer knows reportlab"),
    ("app/ui/screens", "PIL", "Only photos, painted ink"),
    ("app/ink", "PIL", "Only photos, painted ink"),
]
"""A new file in a folder, what it imports, and the contract that must notice ("": none, for it may)."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what each contract says of a copy of the house in which every breach was planted, by its name."""
    house = tmp_path_factory.mktemp("house")
    for name in ("app", "plans"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    for number, (folder, imported, _contract) in enumerate(BREACHES):
        (house / folder / f"planted_{number}.py").write_text(f"import {imported}\n", "utf-8")
    (house / "app" / "ink" / "round_1.py").write_text("import app.ink.round_2\n", "utf-8")
    (house / "app" / "ink" / "round_2.py").write_text("import app.ink.round_1\n", "utf-8")
    status, said = lint(house)
    assert status == 1, said
    details = said.partition("Broken contracts")[2]
    _before, *parts = re.split(r"^(\S.*)\n-{5,}$", details, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize(("number", "breach"), list(enumerate(BREACHES)), ids=str)
def test_each_rule_notices_a_new_file_that_breaks_it(
    broken: dict[str, str], number: int, breach: tuple[str, str, str]
) -> None:
    folder, _imported, contract = breach
    planted = f"{folder.replace('/', '.')}.planted_{number}"
    noticed = [name for name, said in broken.items() if re.search(rf"{re.escape(planted)}\b", said)]
    assert any(name.startswith(contract) for name in noticed) if contract else noticed == []


def test_two_files_that_know_each_other_are_noticed(broken: dict[str, str]) -> None:
    assert any(name.startswith("Nothing goes round") and "app.ink" in said for name, said in broken.items())


def test_the_command_line_runs_without_flet() -> None:
    program = "import sys; sys.modules['flet'] = None; import app.cli.main; print('fine')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "fine\n", done.stderr


def test_the_lock_is_drawn_before_the_store_and_pixels_are_loaded() -> None:
    """They come on the store's thread, or behind the lock: whoever waits for the first screen waits for less."""
    program = (
        "import sys, app.cli.main, app.cli.start\n"
        "late = {'sqlite_utils', 'cryptography', 'argon2', 'filelock', 'PIL', 'reportlab', 'app.ui.screens.router'}\n"
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
    assert "TODO" not in source
    assert "FIXME" not in source


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function of a file, those within others too."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has from its name on, its decorators apart."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_function_can_be_read_at_a_glance(path: Path) -> None:
    long = [f for f in functions(path) if lines_of(f) > LONGEST_FUNCTION]
    assert [f"{f.name}: {lines_of(f)} lines" for f in long] == [], "split it into parts that can be named"


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
    assert {".git", ".venv", "tests", "build", "dev.py", "app/server/serve.py"} <= excluded
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


def test_a_tablet_build_needs_nothing_that_it_leaves_out() -> None:
    """What is imported when a module is: not what a function imports, nor what only a type checker reads."""
    left_out = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]["app"]["exclude"]
    server = {"flet_web", "starlette", "uvicorn", "websockets"}
    needed: list[str] = []
    for path in OURS:
        own = path.relative_to(ROOT).as_posix()
        if any(own == name or own.startswith(f"{name}/") for name in left_out):
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{name}" for name in names)]
            for name in names:
                place = name.replace(".", "/")
                if name.partition(".")[0] in server or place in left_out or f"{place}.py" in left_out:
                    needed.append(f"{own} needs {name}")
    assert needed == []
