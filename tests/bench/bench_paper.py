"""How long a copy takes: our tagged storybook beside the same words and drawing with fpdf2, by turns.

fpdf2 draws no tags, no bidi, no captions as alternatives; it gets the same points, pens and fonts. A line that
changes its width is, with fpdf2, a polyline for every run of points of one width: the least that shows the same,
straight from point to point and with a step where ours is smooth.
"""

import logging
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter

from fpdf import FPDF

from app.ink import PALETTE, Point, Stroke
from app.pdf import pdf
from app.pdf.fonts import FOLDER
from app.sheet import Items, Panel, Picture, Sheet, Words
from tests.bench.drawn import line
from tests.bench.measuring import Figure, by_turns

PAGES, STROKES, POINTS = 12, 200, 60
TURNS = 5
MADE = date(2026, 5, 4)

logging.getLogger("fontTools").setLevel(logging.ERROR)  # fpdf2 says on every file which table it leaves out.


def drawing(page: int, kept: bool) -> tuple[Stroke, ...]:
    """Return a page's 200 lines: of 60 reports each, or (kept) so long that 60 points stay of each."""
    seeds = range(page * STROKES, (page + 1) * STROKES)
    if not kept:
        return tuple(line(seed, POINTS).stroke for seed in seeds)
    long = (line(seed, 4 * POINTS).stroke for seed in seeds)
    return tuple(s._replace(points=s.points[:POINTS], widths=s.widths[:POINTS]) for s in long)


def storyboard(*, kept: bool) -> Sheet:
    """Return the storyboard of the figure: 12 pages with words by several people and a drawing each (see drawing)."""
    said = (
        Words("We all live together, and on Sundays we make pancakes.", who="Nan says"),
        Words("When I feel cross I ring Nan on 0808 800 5000. She comes over and we have tea.", who="Dad says"),
    )
    listed = Items(("Nan has a key.", "Mrs Okafor at school listens.", "Dad phones back."))
    panels = tuple(
        Panel(f"What page {n} tells", (*said, listed), Picture(drawing(n, kept), f"Our picture {n}", "Drawn by Mia"))
        for n in range(1, PAGES + 1)
    )
    return Sheet(
        title="Our story",
        language="en-GB",
        parts=panels,
        made_for="Made for Mia on Monday 4 May 2026",
        reader="child",
        shape="storybook",
    )


def with_fpdf2(sheet: Sheet) -> bytes:
    """Return the same pages made with fpdf2, in the same places and sizes."""
    paper = FPDF(orientation="landscape", unit="pt", format="A4")
    paper.set_auto_page_break(False)
    paper.add_font("Andika", "", str(FOLDER / "Andika-Regular.ttf"))
    paper.add_font("Andika", "B", str(FOLDER / "Andika-Bold.ttf"))
    paper.add_page()
    _say(paper, sheet.title, 110, 240, 600, 46, bold=True)
    _say(paper, sheet.made_for, 52, 555, 600, 10.5)
    for panel in sheet.parts:
        assert isinstance(panel, Panel)
        assert panel.picture is not None
        paper.add_page()
        _say(paper, panel.heading, 52, 54, 700, 28, bold=True)
        scale = 430 / 1600
        for stroke in panel.picture.marks:
            assert isinstance(stroke, Stroke)
            paper.set_draw_color(PALETTE[stroke.colour][1])
            for width, points in _runs(stroke):
                paper.set_line_width(width * scale)
                paper.polyline([(52 + x * scale, 110 + y * scale) for x, y in points])
        _say(paper, panel.picture.alt, 52, 440, 430, 18)
        _say(paper, panel.picture.by, 52, 468, 430, 18)
        paper.set_y(130)
        for part in panel.words:
            for who, words in [("", i) for i in part.items] if isinstance(part, Items) else [(part.who, part.words)]:
                if who:
                    _say(paper, who, 512, paper.get_y(), 278, 18, bold=True)
                _say(paper, words, 512, paper.get_y(), 278, 20)
        _say(paper, sheet.made_for, 52, 555, 600, 10.5)
    return bytes(paper.output())


def _runs(stroke: Stroke) -> list[tuple[int, list[Point]]]:
    """Return a line as runs of points of one width, each beginning where the last one ended."""
    runs: list[tuple[int, list[Point]]] = []
    widths = stroke.widths or (stroke.width,) * len(stroke.points)
    for width, run in groupby(zip(widths, stroke.points, strict=True), key=itemgetter(0)):
        runs.append((width, [*(runs[-1][1][-1:] if runs else []), *(point for _width, point in run)]))
    return runs


def _say(paper: FPDF, words: str, x: float, y: float, width: float, size: float, *, bold: bool = False) -> None:
    paper.set_font("Andika", "B" if bold else "", size)
    paper.set_xy(x, y)
    paper.multi_cell(width, size * 1.5, words, align="L", new_x="LEFT", new_y="NEXT")


def storyboard_pdf(name: str, *, kept: bool) -> Figure:
    """Return seconds for the whole file: ours, tagged and shaped, and fpdf2's."""
    sheet = storyboard(kept=kept)
    return by_turns(
        f"tagged PDF of 12 pages × 200 {name} (s; fpdf2)",
        lambda _: pdf(sheet, made=MADE),
        lambda _: with_fpdf2(sheet),
        turns=TURNS,
        aim=1.0,
    )


BENCHES = (
    partial(storyboard_pdf, "strokes of a second", kept=False),
    partial(storyboard_pdf, "strokes of 60 points", kept=True),
)
