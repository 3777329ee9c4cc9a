"""Which test runs which line of the rooms, and how long it takes: asked once, and kept in build/mutants/.

What is kept is of one file of tests. It holds as long as that file is the same, and all of app/, plans/ and what the
tests share: a new test costs a run of its own file only.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.mutants.apart import Run
from tests.mutants.rooms import ROOT, asked_files, sources

KEPT = ROOT / "build" / "mutants"
ANY = "*"
"""Stands for every test of a file: what the fixture of a whole file runs."""
SECONDS = 3600.0


@dataclass
class Covered:
    """The tests that pass without a fault."""

    seconds: dict[str, float] = field(default_factory=dict)
    """By the test's name: processor time."""
    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    """By file and line: the names of the tests that run it."""

    def tests(self, path: str, first: int, last: int) -> tuple[list[str], list[str]]:
        """Return the tests that run one of these lines, and those that run others of the file; quick ones first."""
        lines = self.lines.get(path, {})
        near: set[str] = set().union(*(lines.get(line, ()) for line in range(first, last + 1)))
        far: set[str] = set().union(*lines.values()) - near
        return sorted(near, key=self._order), sorted(far, key=self._order)

    def _order(self, name: str) -> tuple[float, str]:
        return self.seconds[name], name


def spent() -> float:
    """Return the processor time of this process and of those that it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Watch:
    """A plugin for pytest that notes what every test runs."""

    def __init__(self, tree: Path, result: Path) -> None:
        """Watch the rooms of this tree, and write what was seen into one file."""
        self.tree, self.result = tree, result
        files = [str(tree / path) for path in sources()]
        self.coverage = coverage.Coverage(data_file=None, include=files, config_file=False, messages=False)
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_sessionstart(self) -> None:
        """Begin to watch."""
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what one test runs."""
        self.coverage.switch_context(item.nodeid)
        begun = spent()
        done: Any = yield
        self.seconds[item.nodeid] = spent() - begun
        self.coverage.switch_context("")
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[None]:
        """What is made once for a file is every test's of that file."""
        if fixturedef.scope == "function":
            return (yield)
        name = request.node.nodeid.partition("::")[0]
        self.coverage.switch_context(f"{name}::{ANY}")
        try:
            return (yield)
        finally:
            self.coverage.switch_context(os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails, or is left out, catches nothing."""
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write what was seen."""
        self.coverage.stop()
        data = self.coverage.get_data()
        lines: dict[str, dict[str, list[int]]] = {}
        for file in data.measured_files():
            path = Path(file).relative_to(self.tree).as_posix()
            for line, names in data.contexts_by_lineno(file).items():
                for name in filter(None, names):
                    lines.setdefault(name, {}).setdefault(path, []).append(line)
        seen = {"seconds": self.seconds, "failed": sorted(self.failed), "lines": lines}
        self.result.write_text(json.dumps(seen), "utf-8")


def mark_of(paths: Sequence[Path]) -> str:
    """Return a mark that changes with any of these files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def shared_mark() -> str:
    """Return the mark of everything that any test may read, but for the files of tests."""
    paths = [path for folder in ("app", "plans") for path in (ROOT / folder).rglob("*.py")]
    paths += [path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_")]
    return mark_of([path for path in paths if path.parent.name != "mutants"])


def ask(tree: Path, said: Path) -> Covered:
    """Return what every test runs; what is not known yet is asked of a run in the copy of the tree."""
    shared = shared_mark()
    places = {path: KEPT / f"{mark_of([ROOT / path])}-{shared}.json" for path in asked_files()}
    missing = [path for path, place in places.items() if not place.exists()]
    if missing:
        KEPT.mkdir(parents=True, exist_ok=True)
        print(f"What do the tests run? {len(missing)} files of tests, this once …", flush=True)
        result = said.with_suffix(".json")
        result.unlink(missing_ok=True)
        # Not with -x: a test that fails without a fault is told, and not asked.
        Run(tree, said, [Watch(tree, result)], ["--maxfail=1000", *missing], SECONDS).wait()
        keep(json.loads(result.read_text("utf-8")), {path: places[path] for path in missing})
    covered = Covered()
    for place in places.values():
        add(covered, json.loads(place.read_text("utf-8")))
    return covered


def keep(seen: dict[str, Any], places: dict[str, Path]) -> None:
    """Keep what was seen, each file of tests by itself."""
    parts: dict[str, dict[str, Any]] = {path: {"seconds": {}, "failed": [], "lines": {}} for path in places}
    for name in seen["failed"]:
        parts[name.partition("::")[0]]["failed"].append(name)
        print(f"Fails or is left out without any fault, and is not asked: {name}")
    for what in ("seconds", "lines"):
        for name, value in seen[what].items():
            parts[name.partition("::")[0]][what][name] = value
    for path, part in parts.items():
        places[path].write_text(json.dumps(part), "utf-8")


def add(covered: Covered, part: dict[str, Any]) -> None:
    """Add what one file of tests runs."""
    good = {name: seconds for name, seconds in part["seconds"].items() if name not in set(part["failed"])}
    covered.seconds.update(good)
    for name, files in part["lines"].items():
        names = good if name.endswith(f"::{ANY}") else {name} & good.keys()
        for path, lines in files.items():
            of_file = covered.lines.setdefault(path, {})
            for line in lines:
                of_file.setdefault(line, set()).update(names)
