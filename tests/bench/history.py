"""What earlier runs measured: a line of JSON for each whole run, kept in the repository beside the benches.

A ratio is compared with the newest one that a machine of the same kind measured. Whoever has seen an aim met, or a
figure grow worse, commits the line together with the change that made it so.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HISTORY = Path(__file__).with_name("history.jsonl")

SAME = ("processor", "cores", "system")
"""What makes two machines of one kind."""

NOISE = 1.1
"""How far above the worst of an earlier run the best of this one must be before it counts as slower."""


class Spread(NamedTuple):
    """A ratio over several runs."""

    low: float
    """The smallest."""
    median: float
    """The middle one, which the aim is held against."""
    high: float
    """The largest."""


def last(machine: Mapping[str, object], *, file: Path = HISTORY) -> dict[str, Spread]:
    """Return the newest ratio of each figure on a machine of this kind, {} where it is the first of its kind."""
    found: dict[str, Spread] = {}
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        run = json.loads(line)
        if all(run["machine"].get(name) == machine.get(name) for name in SAME):
            found |= {name: Spread(*ratios) for name, ratios in run["ratios"].items()}
    return found


def keep(day: str, machine: Mapping[str, object], ratios: Mapping[str, Spread], *, file: Path = HISTORY) -> None:
    """Add a run."""
    kept = {name: [round(ratio, 3) for ratio in spread] for name, spread in ratios.items()}
    line = json.dumps({"day": day, "machine": machine, "ratios": kept}, ensure_ascii=False)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")


def is_slower(now: Spread, before: Spread) -> bool:
    """Whether a figure has grown worse by more than its own noise."""
    return now.low > before.high * NOISE
