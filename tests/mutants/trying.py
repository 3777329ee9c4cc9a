"""One fault after the other in a copy of the tree: the tests that run its line, the types, and tests of other rooms."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutants.apart import Run
from tests.mutants.collected import Collected
from tests.mutants.covered import Covered
from tests.mutants.faults import Fault
from tests.mutants.rooms import OF_CONSTANTS, ROOT, own
from tests.mutants.types import Types

SECONDS = 12.0
"""Of processor time, without the fault: so many of the tests of its line are asked, the quickest ones first."""
FAR = 0.25
"""So much of that for tests that run the file, and not the line."""
SPARE, SPARE_ANEW = 8, 30
"""Of processor time, for what a run needs beside its tests; and for one that reads the program anew."""


OWN, TYPES, OTHERS = "own", "types", "others"
"""Who is asked, in this order: the tests of the rooms themselves, the types (`make check`), tests of other rooms."""


@dataclass(frozen=True)
class Tried:
    """A fault, and how it ended."""

    fault: Fault
    """What was tried."""
    end: str
    """"red" and "clock" have caught it, "green" has not."""
    by: str
    """Who caught it: OWN, TYPES or OTHERS; "" where nobody did."""
    asked: int
    """How many tests were asked."""

    def sentence(self) -> str:
        """Return how it ended, in words."""
        how = {"red": f"Caught by {self.by}", "clock": f"Caught by the clock of {self.by}", "green": "NOT CAUGHT"}
        return f"{how[self.end]} ({self.asked} tests)"


class Chosen:
    """A plugin for pytest: these tests only, in this order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.order = {name: at for at, name in enumerate(names)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        items[:] = sorted((i for i in items if i.nodeid in self.order), key=lambda item: self.order[item.nodeid])


class Workspace:
    """A copy of the tree in which one fault at a time is tried."""

    def __init__(self, tree: Path, covered: Covered, *, sound: bool, seconds: float) -> None:
        """Take a copy. sound: the faults are not put into it. seconds: how long a fault's tests may take without it."""
        self.tree, self.covered, self.sound, self.seconds = tree, covered, sound, seconds
        self.said = tree.parent / "said.txt"
        self.fault: Fault | None = None
        self.run: Run | Collected | Types | None = None
        self.rounds: list[tuple[str, list[str]]] = []
        self.anew = False
        self.asked: set[str] = set()
        self.stamp = 0
        files = sorted({name.partition("::")[0] for name in covered.seconds})
        self.collected = Collected(tree, self.said, files)
        self.types = Types(tree)

    @property
    def free(self) -> bool:
        """Whether the next fault can be begun."""
        return self.fault is None

    def begin(self, fault: Fault) -> None:
        """Take a fault, and get ready to try it."""
        self.fault = fault
        self.anew = False
        self.asked = set()
        near, far = self.covered.tests(fault.path, fault.line, fault.last)
        if not near:
            near = [name for name in self.covered.seconds if name.startswith(OF_CONSTANTS)]
            far = [name for name in far if name not in near]
        ours, theirs = (
            self._within([name for name in near if own(name) is mine], self.seconds)
            + self._within([name for name in far if own(name) is mine], FAR * self.seconds)
            for mine in (True, False)
        )
        self.rounds = [
            (who, names) for who, names in ((OWN, ours), (TYPES, []), (OTHERS, theirs)) if names or who == TYPES
        ]

    def look(self) -> Tried | None:
        """Return the fault that was tried, where it is done; else go on with it."""
        if self.fault is None:
            return None
        if self.run is not None:
            end = self.run.ended()
            if end is None:
                return None
            self.run = None
            if end == "outside":
                # Most faults are put into a program that was read without them, which is quick. What is done while a
                # module is read shows only in one that is read anew.
                self.anew = True
            elif end == "green":
                self.rounds.pop(0)
            else:
                return self._done(end, self.rounds[0][0])
        if not self.rounds:
            return self._done("green", "")
        self.run = self._begun(self.fault, *self.rounds[0])
        return None

    def close(self) -> None:
        """End what waits for more faults."""
        self.collected.close()
        self.types.close()

    def _begun(self, fault: Fault, who: str, names: list[str]) -> Run | Collected | Types:
        """Begin to ask the types, or these tests."""
        if who == TYPES:
            if not self.sound:
                self._write(fault.path, fault.text.encode(), fault=True)
            self.types.begin()
            return self.types
        self._write(fault.path, (ROOT / fault.path).read_bytes(), fault=False)
        self.asked.update(names)
        seconds = (SPARE_ANEW if self.anew else SPARE) + 4 * sum(self.covered.seconds[name] for name in names)
        if not self.anew:
            self.collected.begin(fault.path, None if self.sound else fault.text, names, seconds)
            return self.collected
        if not self.sound:
            self._write(fault.path, fault.text.encode(), fault=True)
        files = list(dict.fromkeys(name.partition("::")[0] for name in names))
        return Run(self.tree, self.said, [Chosen(names)], files, seconds)

    def _within(self, names: Sequence[str], seconds: float) -> list[str]:
        """Return as many of the tests as fit into so many seconds, one at least."""
        found: list[str] = []
        for name in names:
            seconds -= self.covered.seconds[name]
            if found and seconds < 0:
                break
            found.append(name)
        return found

    def _done(self, end: str, by: str) -> Tried:
        assert self.fault is not None
        done = Tried(self.fault, end, by, len(self.asked))
        self._write(self.fault.path, (ROOT / self.fault.path).read_bytes(), fault=False)
        self.fault, self.rounds = None, []
        return done

    def _write(self, path: str, data: bytes, *, fault: bool) -> None:
        """Write a file of the copy, with a time by which Python tells that it is another than the one it compiled."""
        (self.tree / path).write_bytes(data)
        when = (ROOT / path).stat().st_mtime_ns
        self.stamp += 1
        when += self.stamp * 10**9 if fault else 0
        os.utime(self.tree / path, ns=(when, when))
