"""A pytest that has collected every test once and waits: each fault is tried by a fork of it, which begins at once."""

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import hypothesis
import pytest

from tests.mutants.apart import bound, end_of, enter
from tests.mutants.rooms import sources
from tests.mutants.swapped import Outside, swap

NOT_HERE = 71
"""What a fork ends with when its fault cannot be put into a program that runs already."""


class Waiting:
    """A plugin for pytest: instead of running all tests it waits for faults to try. In a fork it runs what is asked."""

    def __init__(self, tree: Path, line: Connection) -> None:
        self.tree, self.line = tree, line

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Try what is asked; True where there is no more to try, and None in the fork, whose tests are then run."""
        for path in sources():
            importlib.import_module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        # All is compiled now; what runs with a fault in it writes nothing of that kind.
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        items = {item.nodeid: item for item in session.items}
        self.line.send("ready")
        while (asked := self.line.recv()) is not None:
            path, text, names, seconds = asked
            pid = os.fork()
            if pid == 0:
                self.prepare(path, text, seconds)
                session.items = [items[name] for name in names if name in items]
                return None
            self.line.send(self.wait(pid, 4 * seconds))
        os._exit(0)

    def prepare(self, path: str, text: str | None, seconds: float) -> None:
        """Make a fork what is to be tried."""
        bound(seconds)
        if text is not None:
            try:
                swap(str(self.tree / path), (self.tree / path).read_text("utf-8"), text)
            except Outside:
                os._exit(NOT_HERE)

    def wait(self, pid: int, seconds: float) -> str:
        """Return how a fork ended: as Run.ended says, or "outside"."""
        until = time.monotonic() + seconds
        while (done := os.waitpid(pid, os.WNOHANG))[0] == 0 and time.monotonic() < until:
            time.sleep(0.02)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        if done[0] == 0:
            os.waitpid(pid, 0)
            return "clock"
        return "outside" if os.waitstatus_to_exitcode(done[1]) == NOT_HERE else end_of(done[1])


class Collected:
    """The waiting pytest, in a process of its own."""

    def __init__(self, tree: Path, said: Path, files: Sequence[str]) -> None:
        """Begin to collect these files of tests."""
        self.line, theirs = multiprocessing.Pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self.line.close()
            live(tree, said, files, theirs)
        theirs.close()
        assert self.line.recv() == "ready"

    def begin(self, path: str, text: str | None, names: Sequence[str], seconds: float) -> None:
        """Begin to try a fault. text: the whole file with it; None: without any."""
        self.line.send((path, text, names, seconds))

    def ended(self) -> str | None:
        """Return how it ended, None while it runs."""
        return str(self.line.recv()) if self.line.poll() else None

    def close(self) -> None:
        """End the waiting pytest."""
        with contextlib.suppress(ProcessLookupError, BrokenPipeError):
            self.line.send(None)
            os.waitpid(self.pid, 0)


def live(tree: Path, said: Path, files: Sequence[str], line: Connection) -> None:
    """Be the new process, and each of its forks: never returns."""
    status = 70
    try:
        with said.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        enter(tree)
        hypothesis.settings.load_profile("mutants")
        temporary = f"--basetemp={tree.parent / 'tmp'}"
        plugins = [Waiting(tree, line)]
        status = int(pytest.main(["-x", "-p", "no:cacheprovider", "--tb=line", temporary, *files], plugins=plugins))
    finally:
        sys.stdout.flush()
        os._exit(status)
