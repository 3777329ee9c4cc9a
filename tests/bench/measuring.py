"""What the benches share: a figure beside its baseline, both timed by turns, and the machine on which that was."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import flet as ft


class Figure(NamedTuple):
    """One measurement. A bench is a function that takes nothing and returns one."""

    name: str
    """What was measured / what it is compared with, and the unit where it is not seconds."""
    ours: float
    """A median, in seconds where the name says nothing else."""
    baseline: float
    """The same of what it is compared with, measured in the same run."""
    aim: float
    """The most that ours may be, in baselines."""

    @property
    def ratio(self) -> float:
        """Ours in baselines."""
        return self.ours / self.baseline


def by_turns(
    name: str, ours: Callable[[int], object], baseline: Callable[[int], object], *, turns: int, aim: float
) -> Figure:
    """Time both by turns, each first half of the times: what the machine does meanwhile falls on both.

    ours, baseline: get the number of the turn. The first tenth of the turns warms caches and is left out.
    """
    took: dict[bool, list[float]] = {True: [], False: []}
    for n in range(turns):
        for mine in (True, False) if n % 2 else (False, True):
            began = time.perf_counter()
            (ours if mine else baseline)(n)
            took[mine].append(time.perf_counter() - began)
    own, other = (took[which][turns // 10 :] for which in (True, False))
    return compared(name, own, other, aim=aim)


def compared(name: str, ours: Sequence[float], baseline: Sequence[float], *, aim: float) -> Figure:
    """Return the figure of two series: their medians."""
    return Figure(name, statistics.median(ours), statistics.median(baseline), aim)


def seconds(work: Callable[[], object], *, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how long some work takes. clock: time.process_time where only this process counts."""
    began = clock()
    work()
    return clock() - began


def machine() -> dict[str, str | int | float]:
    """Return what the figures were measured on. load: how many processes wanted a core in the minute before."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "memory_gb": _memory(),
        "system": platform.system(),
        "python": platform.python_version(),
        "flet": ft.__version__,
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0,
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    for line in told.read_text("utf-8").splitlines() if told.exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> float:
    """Return its memory in GB, 0 where the system does not tell."""
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return 0.0
    return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9, 1)
