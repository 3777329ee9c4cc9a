"""All tests in parts, several at once: what `dev.py test` runs. Needs nothing but Python.

A part is a pytest of its own with some files of one lane: tests of two lanes never share a process, and whichever part
is left begins as soon as another has ended, so that all cores have something to do up to the end.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

LANES = {"tests": 4, "tests/headless": 4, "tests/journeys": 3}
"""Folders of tests, and into how many parts each is split: all others, the screens without a browser, and the
journeys in one. A part is a pytest of its own."""
SHARED_MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that must be free there before the tests put their folders in it (they take a twentieth of it)."""
PYTEST = (sys.executable, "-m", "pytest")
NOTHING_TO_RUN = 5
"""What pytest ends with when no test was chosen."""


@contextlib.contextmanager
def folder_in_memory() -> Iterator[str]:
    """Give a folder in memory for as long as the block lasts, or "" where there is no room for one.

    The store waits for the disk at every commit, thousands of times in the tests.
    """
    if SHARED_MEMORY.is_dir() and os.access(SHARED_MEMORY, os.W_OK) and shutil.disk_usage(SHARED_MEMORY).free > ROOM:
        with tempfile.TemporaryDirectory(prefix="alongside-", dir=SHARED_MEMORY, ignore_cleanup_errors=True) as place:
            yield place
    else:
        yield ""


def parts(root: Path) -> list[tuple[str, list[str]]]:
    """Return the parts in the order in which they begin: (name, files). Each test file is in one of them.

    The parts of a lane are about as long as each other, by the size of their files. Lanes take turns: a journey waits
    for its browser for half of its time, and others work meanwhile.
    """
    every = sorted((root / "tests").rglob("test_*.py"), key=lambda file: (-file.stat().st_size, file))
    found: list[list[tuple[str, list[str]]]] = []
    for lane, count in LANES.items():
        inside = [file for file in every if lane_of(root, file) == lane]
        sized: list[tuple[int, list[str]]] = [(0, []) for _ in range(min(count, len(inside)))]
        for file in inside:
            least = min(range(len(sized)), key=lambda n: sized[n][0])
            size, files = sized[least]
            sized[least] = size + file.stat().st_size, [*files, file.relative_to(root).as_posix()]
        found.append([(f"{lane}, part {n} of {len(sized)}", files) for n, (_size, files) in enumerate(sized, start=1)])
    return [part for turn in itertools.zip_longest(*reversed(found)) for part in turn if part is not None]


def lane_of(root: Path, file: Path) -> str:
    """Return the lane that a test file belongs to: the innermost folder that is one."""
    return next(lane for lane in sorted(LANES, key=len, reverse=True) if file.is_relative_to(root / lane))


def in_parts(root: Path, given: Sequence[str], environment: dict[str, str]) -> int:
    """Run all parts, one more at once than there are cores, and show what each said when all have ended."""
    waiting = parts(root)
    at_once = int(os.environ.get("ALONGSIDE_AT_ONCE", "0")) or (os.cpu_count() or 1) + 1
    said: dict[str, str] = {}
    ended: set[int] = set()
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        running = {pool.submit(heard, root, (*PYTEST, *given, *files), environment): name for name, files in waiting}
        try:
            for done in concurrent.futures.as_completed(running):
                status, words = done.result()
                ended.add(status)
                said[running[done]] = words
                lines = words.strip().splitlines() or ["nothing was said"]
                print(f"{running[done]}: {lines[-1]}", flush=True)
                # What went wrong is told at once; the whole of it stands at the end.
                print(
                    "".join(f"  {line}\n" for line in lines if line.startswith(("FAILED", "ERROR"))), end="", flush=True
                )
        finally:
            pool.shutdown(cancel_futures=True)
    for name in sorted(said):
        print(f"\n=== {name}\n{said[name]}", flush=True)
    # An expression such as -k may well leave one of them nothing to run.
    return max(ended - {NOTHING_TO_RUN}, default=NOTHING_TO_RUN)


def heard(root: Path, command: Sequence[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run a command, and return its status and all that it said."""
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def main() -> int:
    """Run all tests; what is on the command line is given to each pytest."""
    with folder_in_memory() as place:
        return in_parts(Path(__file__).resolve().parents[1], sys.argv[1:], {"TMPDIR": place} if place else {})


if __name__ == "__main__":
    sys.exit(main())
