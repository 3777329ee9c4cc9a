"""Run every bench, show a table, and write build/bench.json: name, ours, baseline, ratio, aim.

`python -m tests.bench [WORD …]` runs only the files whose names hold one of the words, and writes
nothing. Ends with status 1 where an aim is missed, so that nobody has to read the table to know.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULT = HERE.parents[1] / "build" / "bench.json"

Row = Mapping[str, Any]
FIGURES = ("name", "ours", "baseline", "ratio", "aim")


def benches(words: list[str]) -> Iterator[Callable[[], Row]]:
    """Yield the benches of every bench_*.py here, in the order of the files."""
    for path in sorted(HERE.glob("bench_*.py")):
        if not words or any(word in path.stem for word in words):
            yield from importlib.import_module(f"tests.bench.{path.stem}").BENCHES


def figure(value: float) -> str:
    """Return a figure with three digits that count."""
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def line(row: Row) -> str:
    """Return one line of the table."""
    met = "met" if row["ratio"] <= row["aim"] else "MISSED"
    figures = "".join(f"{figure(row[name]):>11}" for name in FIGURES[1:])
    return f"{row['name'][:58]:<58}{figures}  {met}"


def main(words: list[str]) -> int:
    """Run, show, write; returns 1 where an aim is missed."""
    print(f"{'what':<58}" + "".join(f"{name:>11}" for name in FIGURES[1:]))
    rows: list[dict[str, Any]] = []
    words = [word for word in words if word != "--"]
    for bench in benches(words):
        row = bench()
        rows.append({name: row[name] for name in FIGURES})
        print(line(row), flush=True)
    if not words:
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", "utf-8")
        print(f"\nwritten to {RESULT}")
    return int(not rows or any(row["ratio"] > row["aim"] for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
