"""What CONTRIBUTING promises, done in a copy of the app: a new kind of plan is one file and one line, a new block that
draws is one folder and one line. Both are then on the screen, on paper, in `show` and in the checks.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.test_architecture import lint

ROOT = Path(__file__).resolve().parents[1]
PROMISED = ROOT / "tests" / "promised"
SECRET = "Grandpa hid the grey letters"


class House(NamedTuple):
    """A copy of the app to which something was added. told: what try_kind.py says of it."""

    path: Path
    told: dict[str, Any]


def copied(to: Path) -> Path:
    for name in ("app", "plans"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("assets", "locales"):
        (to / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pyproject.toml", to)
    return to


def line_behind(path: Path, last: str, new: str) -> None:
    """Put a line into a list, behind its last one."""
    source = path.read_text("utf-8")
    assert source.count(last) == 1
    path.write_text(source.replace(last, f"{last}\n{new}"), "utf-8")


def add_kind(house: Path, name: str, value: str) -> None:
    shutil.copy(PROMISED / f"{name}.py", house / "plans")
    line_behind(house / "plans" / "catalogue.py", '    "plans.good_lives:GOOD_LIVES",', f'    "plans.{name}:{value}",')


def add_block(house: Path) -> None:
    shutil.copytree(
        PROMISED / "family_tree",
        house / "app" / "blocks" / "family_tree",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    line_behind(house / "app" / "blocks" / "registry.py", '    "worries",', '    "family_tree",')


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=house, capture_output=True, text=True, check=False)


def told(house: Path, kind: str) -> dict[str, Any]:
    shutil.copy(PROMISED / "try_kind.py", house)
    done = run(house, "try_kind.py", kind)
    (house / "try_kind.py").unlink()
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def differences(house: Path) -> tuple[set[str], dict[str, list[str]]]:
    """Return the files that are new in a copy, and the lines that are new in the others; none may be gone."""
    new: set[str] = set()
    changed: dict[str, list[str]] = {}
    for path in (p for name in ("app", "plans") for p in (house / name).rglob("*.py")):
        name = str(path.relative_to(house))
        if not (ROOT / name).exists():
            new.add(name)
            continue
        before, now = ((at / name).read_text("utf-8").splitlines() for at in (ROOT, house))
        if before != now:
            more = list(now)
            for line in before:
                more.remove(line)
            changed[name] = more
    return new, changed


@pytest.fixture(scope="module")
def with_a_kind(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = copied(tmp_path_factory.mktemp("kind"))
    add_kind(house, "this_is_me", "THIS_IS_ME")
    return House(house, told(house, "this-is-me"))


@pytest.fixture(scope="module")
def with_a_block(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = copied(tmp_path_factory.mktemp("block"))
    add_block(house)
    add_kind(house, "our_tree", "OUR_TREE")
    return House(house, told(house, "our-tree"))


def test_a_fifth_kind_is_one_file_and_one_line(with_a_kind: House) -> None:
    new, changed = differences(with_a_kind.path)
    assert new == {"plans/this_is_me.py"}
    assert changed == {"plans/catalogue.py": ['    "plans.this_is_me:THIS_IS_ME",']}
    assert with_a_kind.told["plans"][-1] == "this-is-me"
    assert len(with_a_kind.told["plans"]) == 5


def test_a_block_that_draws_is_one_folder_and_one_line(with_a_block: House) -> None:
    new, changed = differences(with_a_block.path)
    assert {name.rpartition("/")[0] for name in new} == {"app/blocks/family_tree", "plans"}
    assert changed.pop("plans/catalogue.py") == ['    "plans.our_tree:OUR_TREE",']  # The kind that uses it.
    assert changed == {"app/blocks/registry.py": ['    "family_tree",']}
    assert "family-tree" in with_a_block.told["blocks"]


def test_a_fifth_kind_is_on_the_screen_on_paper_and_in_show(with_a_kind: House) -> None:
    it = with_a_kind.told
    assert it["steps"] == ["What I like", "What helps"]
    assert {"What do you like?", "What helps you?"} <= set(it["screen"])
    for words in ("We love the likes of the river", "We love the helps of the river"):
        assert words in it["sheet"]
        assert words in it["pdf"]
        assert words in it["show"]
        assert words in it["preview"]


def test_a_block_that_draws_is_on_the_screen_on_paper_and_in_show(with_a_block: House) -> None:
    it = with_a_block.told
    alternative = "In the tree: Nan Okafor, Uncle Rowan."
    assert it["steps"] == ["Our family tree", "About us"]
    assert "Who belongs to whom?" in it["screen"]
    assert alternative in it["sheet"]
    assert alternative in it["preview"]
    assert it["figures"] == 1
    for name in ("Nan Okafor", "Uncle Rowan"):
        assert all(name in it[where] for where in ("screen", "sheet", "pdf", "show", "preview"))
    for where in ("sheet", "pdf", "preview"):
        assert SECRET not in str(it[where])


@pytest.mark.parametrize("which", ["with_a_kind", "with_a_block"])
def test_what_was_added_keeps_the_contracts(which: str, request: pytest.FixtureRequest) -> None:
    status, said = lint(request.getfixturevalue(which).path)
    assert status == 0, said


@pytest.mark.parametrize("which", ["with_a_kind", "with_a_block"])
def test_the_leak_check_finds_what_is_hidden_in_what_was_added(which: str, request: pytest.FixtureRequest) -> None:
    assert SECRET in request.getfixturevalue(which).told["leak"]


def test_what_nobody_writes_in_a_new_block_is_known_by_its_declaration(with_a_block: House) -> None:
    assert "relative.line" in with_a_block.told["unwritten"]
    assert "relative.name" not in with_a_block.told["unwritten"]


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('slug="likes"', 'slug="front"', r"NotDeclared: .*'front'.*choose another"),
        ('slug="likes", block="words"', 'slug="likes", block="wrods"', r"NotDeclared: .*'wrods'.*Name one of"),
    ],
)
def test_a_kind_that_cannot_be_is_refused_as_soon_as_the_app_is_loaded(
    tmp_path: Path, wrong: str, right: str, said: str
) -> None:
    house = copied(tmp_path)
    add_kind(house, "this_is_me", "THIS_IS_ME")
    path = house / "plans" / "this_is_me.py"
    source = path.read_text("utf-8")
    assert wrong in source
    path.write_text(source.replace(wrong, right), "utf-8")
    done = run(house, "-c", "import plans.catalogue")
    assert done.returncode == 1
    assert re.search(said, done.stderr)


def test_a_folder_without_a_block_is_refused_in_a_sentence(tmp_path: Path) -> None:
    house = copied(tmp_path)
    add_block(house)
    (house / "app" / "blocks" / "family_tree" / "block.py").write_text('"""Nothing yet."""\n\nBLOCKS = ()\n', "utf-8")
    done = run(house, "-c", "import app.blocks.registry")
    assert done.returncode == 1
    assert "app/blocks/family_tree/block.py must offer BLOCKS" in done.stderr
