"""The faults that `make mutants` seeds, and what it keeps of them. The tests themselves are run by no test."""

import ast

import pytest

from tests.mutants import __main__ as command
from tests.mutants.covered import Covered
from tests.mutants.faults import every_fault, faults
from tests.mutants.rooms import ROOT, TESTS, asked_files, sources
from tests.mutants.unnoticeable import entries

SOURCE = '''"""What a day says."""

def early(day: int, of: str = "week") -> bool:
    """Whether it is early."""
    if day < 3 and of == "week":
        return True
    note(day)
    return not late(day)
'''


def seeded(source: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.after) for fault in faults("app/day.py", source)]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (3, 'def early(day: int, of: str = "") -> bool:'),
        (5, 'if day <= 3 and of == "week":'),
        (5, 'if day >= 3 and of == "week":'),
        (5, 'if day < 4 and of == "week":'),
        (5, 'if day < 3 or of == "week":'),
        (5, 'if day < 3 and of != "week":'),
        (5, 'if day < 3 and of == "":'),
        (5, 'if (not (day < 3 and of == "week")):'),
        (6, "return False"),
        (7, "pass"),
        (8, "return bool(late(day))"),
        (8, "return None"),
    ],
)
def test_each_of_these_slips_is_seeded(line: int, after: str) -> None:
    assert (line, after) in seeded(SOURCE)


def test_a_fault_changes_one_place_and_the_file_still_compiles() -> None:
    for fault in faults("app/day.py", SOURCE):
        ast.parse(fault.text)
        lines = zip(SOURCE.split("\n"), fault.text.split("\n"), strict=True)
        assert [at for at, (before, after) in enumerate(lines, 1) if before != after] == [fault.line]


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""\n',
        "from app.document import Item\n",
        "Name = str | None\n",
        "def f(a: 'int | None') -> 'int | None': ...\n",
        "told = f'{a + 1}'\n",
        "words = 'A sentence that somebody reads.'\n",
        "__all__ = ['slug']\n",
    ],
)
def test_what_is_no_behaviour_gets_no_fault(source: str) -> None:
    assert not seeded(source)


def test_a_function_that_gives_nothing_may_return_at_once() -> None:
    assert faults("a.py", "def f() -> None:\n    a = b()\n")[0].text == "def f() -> None:\n    return\n    a = b()\n"


def test_letters_of_two_bytes_before_a_place_do_not_move_it() -> None:
    assert (1, "ä = 'é', b < 1") in seeded("ä = 'é', b <= 1")


def test_every_room_has_sources_and_every_fault_in_them_compiles() -> None:
    assert {*sources().values()} == {"document", "export", "store"}
    for fault in every_fault(sorted(sources()))[::20]:
        ast.parse(fault.text)


def test_every_pattern_of_tests_finds_some() -> None:
    for pattern in TESTS:
        assert [*ROOT.glob(pattern)], pattern
    assert asked_files()


def test_the_same_seed_draws_the_same_faults_and_another_draws_others() -> None:
    def drawn(seed: str) -> list[str]:
        chosen = command.options(["--", "--seed", seed, "--sample", "20", "--room", "export"])
        return [command.told(fault) for fault in command.sample(chosen)]

    assert drawn("1") == drawn("1")
    assert drawn("1") != drawn("2")


def test_what_nobody_could_notice_has_a_reason_and_is_still_there() -> None:
    there = {fault.key for fault in every_fault(sorted(sources()))}
    for entry in entries():
        assert entry.keys() == {"where", "within", "before", "after", "why"}
        assert len(entry["why"].split()) > 3, entry
        assert (entry["where"], entry["within"], entry["before"], entry["after"]) in there, entry


def test_the_tests_of_a_line_come_before_those_of_its_file_and_quick_ones_first() -> None:
    covered = Covered({"slow": 2.0, "quick": 0.1, "far": 0.2}, {"a.py": {3: {"slow", "quick"}, 9: {"far", "slow"}}})
    assert covered.tests("a.py", 3, 3) == (["quick", "slow"], ["far"])
    assert covered.tests("b.py", 1, 1) == ([], [])
