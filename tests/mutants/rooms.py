"""Which rooms get faults, and which tests are asked about them. Where a room moves, only this file changes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ROOMS: dict[str, tuple[str, ...]] = {
    "document": ("app/document",),
    "export": ("app/export",),
    "store": ("app/store",),
}
"""The files and folders of each room, from the project's folder."""

TESTS = (
    "tests/document/**/test_*.py",
    "tests/store/**/test_*.py",
    "tests/export/**/test_*.py",
)
"""The tests that are asked about a fault first: those of the rooms themselves."""

OTHERS = tuple(
    f"tests/{folder}/**/test_*.py" for folder in ("areas", "asking", "blocks", "pdf", "plans", "sayings", "workspace")
)
"""Tests of other rooms, which are asked where those notice nothing: the quick ones of `make test` that are not about a
screen, a browser or another process."""

OF_CONSTANTS = ("tests/document/test_kept_for_ever.py", "tests/store/test_samples.py")
"""Of these, those that are asked about every line that runs only while its file is read: no test is known to run it."""

AIM = 0.9
"""How many of the faults the tests have to catch."""


def sources() -> dict[str, str]:
    """Return every source file of the rooms, from the project's folder, with the name of its room."""
    found = {}
    for room, places in ROOMS.items():
        for place in places:
            path = ROOT / place
            for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
                found[file.relative_to(ROOT).as_posix()] = room
    return found


def asked_files() -> list[str]:
    """Return every file of tests that is asked, from the project's folder."""
    return sorted({file.relative_to(ROOT).as_posix() for pattern in (*TESTS, *OTHERS) for file in ROOT.glob(pattern)})


def own(test: str) -> bool:
    """Whether a test (its name, or its file) is one of the rooms' own."""
    return test.startswith(tuple(pattern.partition("**")[0] for pattern in TESTS))
