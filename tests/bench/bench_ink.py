"""What a stroke weighs, and what it costs to show one more on a page that is full."""

import statistics
import struct
import time

from app.document import EVERYONE, Add, Edit, Item, new_id
from app.document import pack as pack_edit
from app.ink import pack
from app.ink.tiles import Raster
from tests.bench.drawn import line, lines
from tests.bench.measuring import Figure, compared

POINTS = 60
STROKES = 200
ON_THE_PAGE = 1_000
TURNS = 60
SEAL = 12 + 16
"""AES-GCM's nonce and tag."""


def stroke_payload() -> Figure:
    """The sealed payload of one stroke's edit, beside its reports alone (mean bytes).

    A report is x, y and width as 16-bit numbers: six bytes. All the pens; a highlighter's line has no widths to keep.
    """
    ours: list[int] = []
    baseline: list[int] = []
    for seed, drawn in enumerate(lines(STROKES, POINTS)):
        ink = pack(drawn.stroke)
        actor, edit, page = new_id(), new_id(), new_id()
        item = Item(edit, "story", page, "a0V", "stroke", actor, EVERYONE, {"ink": ink})
        made = Edit(edit, new_id(), seed + 1, actor, 1_790_000_000_000, edit, new_id(), "abcdefgh", Add(item))
        ours.append(len(pack_edit(made)) + SEAL)
        reports = zip(drawn.points, drawn.widths, strict=True)
        baseline.append(len(b"".join(struct.pack("<hhh", x, y, round(width)) for (x, y), width in reports)))
    return Figure(
        "sealed payload of a stroke of 60 points / int16, bytes",
        statistics.mean(ours),
        statistics.mean(baseline),
        aim=1.0,
    )


def pen_up_tiles() -> Figure:
    """From pen up to the touched tiles drawn and encoded: a page of 1,000 strokes, beside the empty page."""
    full, empty = Raster(), Raster()
    full.show([(f"s{n}", drawn.stroke) for n, drawn in enumerate(lines(ON_THE_PAGE, POINTS))])
    pages = (full, empty)
    seconds: tuple[list[float], list[float]] = ([], [])
    for page in pages:
        for tile in page.add("first", line(1, 2_000).stroke):
            page.png(tile)
        for tile in page.remove(["first"]):
            page.png(tile)
    for turn in range(TURNS):
        drawn = line(ON_THE_PAGE + turn, POINTS)
        for page, taken in zip(pages, seconds, strict=True):
            start = time.perf_counter()
            for tile in page.add("new", drawn.stroke):
                page.png(tile)
            taken.append(time.perf_counter() - start)
            # As it was, and ready: what is taken away again is not part of the figure.
            for tile in page.remove(["new"]):
                page.png(tile)
    return compared("pen up to touched tiles, 1,000 strokes / empty page", *seconds, aim=1.5)


BENCHES = (stroke_payload, pen_up_tiles)
