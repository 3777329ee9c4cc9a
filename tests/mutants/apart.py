"""A copy of the tree, and pytest run in it by a process of its own.

The process is forked from one that has read the libraries already: starting Python and reading them anew costs more
than most tests. So the command runs on Linux and macOS, and not on Windows.
"""

import contextlib
import importlib
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest

from tests.mutants.rooms import ROOT

LEFT_OUT = (".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis")
READ_BEFORE = (
    "babel.core",
    "PIL.Image",
    "argon2",
    "cryptography.fernet",
    "msgpack",
    "pypdf",
    "reportlab.pdfgen.canvas",
)
"""Libraries that most tests need: read once, and forked with."""

MEMORY = 6 << 30
"""Bytes that one run may take: a fault may well make a list without end."""


def read_libraries() -> None:
    """Read what most tests need, before anything is forked."""
    for name in READ_BEFORE:
        importlib.import_module(name)
    hypothesis.settings.register_profile(
        "mutants",
        deadline=None,
        max_examples=40,
        derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )


@contextlib.contextmanager
def copied_tree(folder: Path) -> Iterator[Path]:
    """Give a copy of the tree in a new folder, and take it away afterwards."""
    tree = folder / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    with contextlib.suppress(FileNotFoundError):
        (tree / ".venv").symlink_to((ROOT / ".venv").resolve(strict=True))
    try:
        yield tree
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def enter(tree: Path) -> None:
    """Make this process one that lives in the copy: nothing of the original is imported from here on."""
    os.chdir(tree)
    sys.path[:] = [str(tree), *(part for part in sys.path if part and Path(part).resolve() != ROOT)]
    for name in [name for name in sys.modules if name.split(".")[0] in ("app", "plans", "tests")]:
        del sys.modules[name]
    os.environ["PWD"] = str(tree)


def bound(seconds: float) -> None:
    """Give this process a group of its own, and bounds: so many seconds of processor time, and not all memory."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 6))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))


def end_of(status: int) -> str:
    """Return how a process ended that os.waitpid gave this status of: "green", "red", or "clock"."""
    if os.WIFSIGNALED(status):
        return "clock" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "red"
    return "green" if os.WEXITSTATUS(status) == 0 else "red"


class Run:
    """A pytest in a process of its own, in the copy of the tree."""

    def __init__(self, tree: Path, said: Path, plugins: Sequence[object], files: Sequence[str], seconds: float) -> None:
        """Begin it. `seconds` of processor time, and four times as many of the clock, are all that it gets."""
        self.until = time.monotonic() + 4 * seconds
        self.pid = os.fork()
        if self.pid == 0:
            self._live(tree, said, plugins, files, seconds)

    def _live(self, tree: Path, said: Path, plugins: Sequence[object], files: Sequence[str], seconds: float) -> None:
        """Be the new process: never returns."""
        status = 70
        try:
            with said.open("wb") as file:
                os.dup2(file.fileno(), 1)
                os.dup2(file.fileno(), 2)
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            bound(seconds)
            enter(tree)
            hypothesis.settings.load_profile("mutants")
            temporary = f"--basetemp={tree.parent / 'tmp'}"
            status = pytest.main(["-x", "-p", "no:cacheprovider", "--tb=line", temporary, *files], plugins=plugins)
        finally:
            sys.stdout.flush()
            os._exit(int(status))

    def ended(self) -> str | None:
        """Return how it ended: "green", "red", or "clock" where its time was over; None while it runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid == 0 and time.monotonic() < self.until:
            return None
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        if pid == 0:
            os.waitpid(self.pid, 0)
            return "clock"
        return end_of(status)

    def wait(self) -> str:
        """Wait for the end, and return how it ended."""
        while (end := self.ended()) is None:
            time.sleep(0.05)
        return end
