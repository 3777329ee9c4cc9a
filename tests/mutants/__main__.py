"""Seed faults in the rooms, and tell how many of them the tests and the types catch.

`python -m tests.mutants` tries a sample of 200, writes build/mutants.json, and ends with status 1 where fewer are
caught than the aim says. The same seed tries the same faults, as far as their lines are still the same. What changes
nothing that anybody could notice is named in unnoticeable.toml, and is not in the sample.
"""

import argparse
import contextlib
import json
import re
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.mutants.apart import copied_tree, read_libraries
from tests.mutants.covered import Covered, ask
from tests.mutants.faults import Fault, every_fault
from tests.mutants.rooms import AIM, ROOMS, ROOT, sources
from tests.mutants.trying import OTHERS, OWN, SECONDS, TYPES, Tried, Workspace
from tests.mutants.unnoticeable import unnoticeable

RESULT = ROOT / "build" / "mutants.json"


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="dev.py mutants --", description="Seed faults, and count what is caught.")
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="how many faults (200); 0 for all")
    parser.add_argument("--seed", default="1", help="which faults (1)")
    parser.add_argument("--room", action="append", choices=ROOMS, help="only this room; may be said several times")
    parser.add_argument("--only", default="", metavar="TEXT", help="only faults whose line in the list holds this")
    parser.add_argument("--missed", action="store_true", help="only what the last run did not catch")
    parser.add_argument("--at-once", type=int, default=2, metavar="N", help="how many are tried at once (2)")
    parser.add_argument("--seconds", type=float, default=SECONDS, metavar="S", help="of tests for each fault (12)")
    parser.add_argument("--minutes", type=float, default=0, help="try no more of the sample after so many minutes")
    parser.add_argument("--list", action="store_true", help="only list the faults, and try none")
    parser.add_argument("--sound", action="store_true", help="seed none of the faults: nothing may be caught then")
    return parser.parse_args([argument for argument in arguments if argument != "--"])


def sample(chosen: argparse.Namespace) -> list[Fault]:
    """Return the faults to try, in the order of their lots."""
    passed_over = unnoticeable()
    rooms = {path for path, room in sources().items() if not chosen.room or room in chosen.room}
    found = [f for f in every_fault(sorted(rooms)) if f.key not in passed_over and chosen.only in told(f)]
    if chosen.missed:
        missed = set(json.loads(RESULT.read_text("utf-8"))["missed"])
        found = [fault for fault in found if told(fault) in missed]
    drawn = sorted(found, key=lambda fault: fault.drawn(chosen.seed))
    return drawn[: chosen.sample or None]


def told(fault: Fault) -> str:
    """Return a fault in a line."""
    before, after = (re.sub(r"\s+", " ", line) for line in (fault.before, fault.after))
    return f"{fault.path}:{fault.line} [{fault.kind}] {before} → {after}"


def tried(
    faults: Sequence[Fault], covered: Covered, trees: Sequence[Path], chosen: argparse.Namespace
) -> Iterator[Tried]:
    """Try the faults, so many at once, and yield each that is done."""
    waiting, begun = deque(faults), time.monotonic()
    desks = [Workspace(tree, covered, sound=chosen.sound, seconds=chosen.seconds) for tree in trees]
    while True:
        if chosen.minutes and time.monotonic() - begun > 60 * chosen.minutes:
            waiting.clear()
        for workspace in desks:
            if workspace.free and waiting:
                workspace.begin(waiting.popleft())
            if (done := workspace.look()) is not None:
                yield done
        if not waiting and all(workspace.free for workspace in desks):
            break
        time.sleep(0.02)
    for workspace in desks:
        workspace.close()


def figures(done: Sequence[Tried]) -> dict[str, dict[str, float]]:
    """Return, by room, how many faults were tried, what part of them was caught, by whom, and how many by the clock."""
    rooms = sources()
    rows = {}
    for room in (*ROOMS, "all"):
        here = [one for one in done if room in (rooms[one.fault.path], "all")]
        if here:
            by = Counter(one.by for one in here)
            caught = {who: round(by[who] / len(here), 4) for who in (OWN, TYPES, OTHERS)}
            clock = sum(one.end == "clock" for one in here)
            rows[room] = {
                "faults": len(here),
                "caught": round(1 - by[""] / len(here), 4),
                "by_the_clock": clock,
                **caught,
            }
    return rows


def write(done: Sequence[Tried]) -> None:
    """Write down what is known by now: whoever stops it early has that."""
    missed = [told(one.fault) for one in done if one.end == "green"]
    RESULT.parent.mkdir(exist_ok=True)
    found = {"rooms": figures(done), "missed": missed}
    RESULT.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Try, show, write; returns 1 where the aim is missed."""
    chosen = options(arguments)
    faults = sample(chosen)
    if chosen.list:
        print("\n".join(told(fault) for fault in sorted(faults, key=lambda fault: (fault.path, fault.line))))
        return 0
    read_libraries()
    done: list[Tried] = []
    with tempfile.TemporaryDirectory(prefix="alongside-mutants-") as folder, contextlib.ExitStack() as stack:
        places = [Path(folder) / str(n) for n in range(max(1, chosen.at_once))]
        trees = [stack.enter_context(copied_tree(place)) for place in places]
        covered = ask(trees[0], places[0] / "said.txt")
        with contextlib.suppress(KeyboardInterrupt):
            for one in tried(faults, covered, trees, chosen):
                done.append(one)
                write(done)
                if one.end != "red" or one.by != OWN or chosen.sound:
                    print(f"{len(done)}. {one.sentence()}: {told(one.fault)}", flush=True)
    rows = figures(done)
    for room, row in rows.items():
        print(
            f"{room:<10} {row['faults']:>5} faults, {row['caught']:>6.1%} caught: {row[OWN]:.1%} by tests of its own, "
            f"{row[TYPES]:.1%} by the types, {row[OTHERS]:.1%} by other tests; {row['by_the_clock']} by the clock"
        )
    return 0 if chosen.sound or (rows and rows["all"]["caught"] >= AIM) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
