"""Run every bench three times, show a table, write build/bench.json, and add a line to tests/bench/history.jsonl.

`python -m tests.bench [WORD …]` runs only the files whose names hold one of the words, and writes nothing. Each figure
is the middle one of three runs, with the lowest and the highest ratio beside it. Ends with status 1 where an aim is
missed, so that nobody has to read the table to know.
"""

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.history import Spread, is_slower, keep, last
from tests.bench.measuring import Figure, machine

HERE = Path(__file__).resolve().parent
RESULT = HERE.parents[1] / "build" / "bench.json"
RUNS = 3

Bench = Callable[[], Figure]


def benches(words: list[str]) -> Iterator[Bench]:
    """Yield the benches of every bench_*.py here, in the order of the files."""
    for path in sorted(HERE.glob("bench_*.py")):
        if not words or any(word in path.stem for word in words):
            yield from importlib.import_module(f"tests.bench.{path.stem}").BENCHES


def measured(bench: Bench) -> tuple[Figure, Spread]:
    """Return the run whose ratio is the middle one, and all runs' ratios."""
    runs = sorted((bench() for _ in range(RUNS)), key=lambda figure: figure.ratio)
    ratios = [figure.ratio for figure in runs]
    return runs[RUNS // 2], Spread(ratios[0], statistics.median(ratios), ratios[-1])


def shown(value: float) -> str:
    """Return a figure with three digits that count."""
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def line(figure: Figure, spread: Spread, before: Spread | None) -> str:
    """Return one line of the table."""
    told = "met" if spread.median <= figure.aim else "MISSED"
    if before is not None and is_slower(spread, before):
        told += f", SLOWER than before ({shown(before.median)})"
    columns = (
        shown(figure.ours),
        shown(figure.baseline),
        shown(spread.median),
        f"{shown(spread.low)}–{shown(spread.high)}",
        shown(figure.aim),
    )
    return f"{figure.name[:58]:<58}" + "".join(f"{column:>12}" for column in columns) + f"  {told}"


def main(words: list[str]) -> int:
    """Run, show, write; returns 1 where an aim is missed."""
    words = [word for word in words if word != "--"]
    on, began = machine(), time.monotonic()
    before = last(on)
    print(", ".join(f"{name} {value}" for name, value in on.items()))
    print(f"{'what':<58}" + "".join(f"{name:>12}" for name in ("ours", "baseline", "ratio", "of three", "aim")))
    found: list[tuple[Figure, Spread]] = []
    for bench in benches(words):
        found.append(measured(bench))
        print(line(*found[-1], before.get(found[-1][0].name)), flush=True)
    print(f"\n{len(found)} figures in {time.monotonic() - began:.0f} s")
    if not words:
        _write(on, found)
    return int(not found or any(spread.median > figure.aim for figure, spread in found))


def _write(on: dict[str, Any], found: list[tuple[Figure, Spread]]) -> None:
    told = [{**figure._asdict(), "ratio": spread.median, "spread": list(spread)} for figure, spread in found]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"machine": on, "figures": told}, indent=2, ensure_ascii=False) + "\n", "utf-8")
    keep(date.today().isoformat(), on, {figure.name: spread for figure, spread in found})
    print(f"written to {RESULT}, and a line to tests/bench/history.jsonl")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
