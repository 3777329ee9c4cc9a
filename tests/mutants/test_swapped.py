"""A fault is put into functions that were imported already; what a module does when it is read is left alone."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutants.swapped import Outside, swap

BEFORE = """
from functools import cache

LIMIT = 3


class Day:
    least = 1

    @property
    def early(self) -> bool:
        return 2 < LIMIT

    def all(self) -> list[int]:
        return [n for n in range(4) if n > self.least]


@cache
def doubled(n: int, by: int = 2) -> int:
    return (lambda: n * by)()
"""


@pytest.fixture
def module(tmp_path: Path) -> ModuleType:
    path = tmp_path / "swapped_here.py"
    path.write_text(BEFORE, "utf-8")
    spec = importlib.util.spec_from_file_location("swapped_here", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def put(module: ModuleType, old: str, new: str) -> None:
    assert BEFORE.count(old) == 1
    assert module.__file__ is not None
    swap(module.__file__, BEFORE, BEFORE.replace(old, new))


def test_a_property_a_method_and_what_stands_within_another_function_get_it(module: ModuleType) -> None:
    day, doubled = module.Day(), module.doubled
    put(module, "2 < LIMIT", "2 > LIMIT")
    assert day.early is False
    put(module, "n > self", "n < self")
    assert day.all() == [0]
    put(module, "n * by", "n // by")
    assert doubled(4) == 2


def test_lines_that_move_with_it_change_nothing_else(module: ModuleType) -> None:
    put(module, "        return 2 < LIMIT", "        return None\n        return 2 < LIMIT")
    assert module.Day().early is None
    assert module.doubled(3) == 6


@pytest.mark.parametrize(
    ("old", "new"), [("LIMIT = 3", "LIMIT = 4"), ("least = 1", "least = 2"), ("int = 2", "int = 3")]
)
def test_a_constant_or_a_default_cannot_be_put_in(module: ModuleType, old: str, new: str) -> None:
    with pytest.raises(Outside):
        put(module, old, new)


def test_a_file_that_was_never_imported_gets_none() -> None:
    with pytest.raises(Outside):
        swap("nowhere.py", BEFORE, BEFORE.replace("n * by", "n + by"))
