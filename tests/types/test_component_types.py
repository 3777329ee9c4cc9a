"""A component keeps the types of what it is given, and so do handlers: mypy rejects what is called wrongly."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WRONG, RIGHT = HERE / "wrong_calls.py", HERE / "right_calls.py"

_ERROR = re.compile(r"^(?P<file>[^:]+\.py):(?P<line>\d+): error: .*\[(?P<code>[a-z-]+)\]$")
_MARK = re.compile(r"# rejected: (?P<codes>[a-z -]+)$")


@cache
def rejected() -> dict[Path, dict[int, frozenset[str]]]:
    """Return the codes of mypy's errors by file and line: one run, with the project's settings and its cache."""
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-pretty", "--no-error-summary", str(WRONG), str(RIGHT)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    found: dict[Path, dict[int, frozenset[str]]] = {}
    for line in run.stdout.splitlines():
        error = _ERROR.match(line)
        if error is None:
            assert ": note: " in line, line
            continue
        lines = found.setdefault((ROOT / error["file"]).resolve(), {})
        lines[int(error["line"])] = lines.get(int(error["line"]), frozenset()) | {error["code"]}
    return found


def marked() -> dict[int, frozenset[str]]:
    marks = ((n, _MARK.search(line)) for n, line in enumerate(WRONG.read_text("utf-8").splitlines(), start=1))
    return {n: frozenset(mark["codes"].split()) for n, mark in marks if mark is not None}


def test_every_wrong_call_is_rejected_for_what_is_wrong_with_it() -> None:
    assert len(marked()) > 20
    assert rejected().get(WRONG, {}) == marked()


def test_no_right_call_is_rejected() -> None:
    assert rejected().get(RIGHT, {}) == {}
    assert set(rejected()) == {WRONG}
