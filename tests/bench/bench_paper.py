"""How long a copy takes: our tagged storybook beside the same words and drawing with fpdf2, by turns.

fpdf2 draws no tags, no bidi, no captions as alternatives; it gets the same points, pens and fonts.
"""

import math
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from fpdf import FPDF

from app.ink import PALETTE, WIDTHS, Stroke
from app.paper import pdf
from app.paper.faces import FOLDER
from app.sheet import Items, Panel, Picture, Sheet, Words

PAGES, STROKES, POINTS = 12, 200, 60
TURNS = 5
MADE = date(2026, 5, 4)


def drawing(seed: int) -> tuple[Stroke, ...]:
    """Return 200 strokes of 60 points, as a hand makes them: each turns a little from where it went."""
    chance = random.Random(seed)
    strokes: list[Stroke] = []
    for _ in range(STROKES):
        x, y, way = chance.uniform(200, 1400), chance.uniform(200, 1000), chance.uniform(0, 2 * math.pi)
        points: list[tuple[int, int]] = []
        for _ in range(POINTS):
            way += chance.uniform(-0.4, 0.4)
            x = min(1590.0, max(10.0, x + 14 * math.cos(way)))
            y = min(1190.0, max(10.0, y + 14 * math.sin(way)))
            points.append((round(x), round(y)))
        strokes.append(Stroke(tuple(points), chance.randrange(len(PALETTE)), chance.choice(WIDTHS)))
    return tuple(strokes)


def storyboard() -> Sheet:
    """Return the storyboard of the figure: 12 pages with words by several people and a drawing each."""
    said = (
        Words("We all live together, and on Sundays we make pancakes.", who="Nan says"),
        Words("When I feel cross I ring Nan on 0808 800 5000. She comes over and we have tea.", who="Dad says"),
    )
    listed = Items(("Nan has a key.", "Mrs Okafor at school listens.", "Dad phones back."))
    panels = tuple(
        Panel(f"What page {n} tells", (*said, listed), Picture(drawing(n), f"Our picture {n}", "Drawn by Mia"))
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
        for stroke in panel.picture.strokes:
            paper.set_draw_color(PALETTE[stroke.colour][1])
            paper.set_line_width(stroke.width * scale)
            paper.polyline([(52 + x * scale, 110 + y * scale) for x, y in stroke.points])
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


def _say(paper: FPDF, words: str, x: float, y: float, width: float, size: float, *, bold: bool = False) -> None:
    paper.set_font("Andika", "B" if bold else "", size)
    paper.set_xy(x, y)
    paper.multi_cell(width, size * 1.5, words, align="L", new_x="LEFT", new_y="NEXT")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def storyboard_pdf() -> dict[str, Any]:
    """Return seconds for the whole file: ours, tagged and shaped, and fpdf2's."""
    sheet = storyboard()
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(TURNS + 1):
        mine, other = _seconds(lambda: pdf(sheet, made=MADE)), _seconds(lambda: with_fpdf2(sheet))
        if turn:  # The first turn reads the fonts.
            ours.append(mine)
            theirs.append(other)
    median, baseline = statistics.median(ours), statistics.median(theirs)
    return {
        "name": "tagged PDF of 12 pages × 200 strokes (s; fpdf2)",
        "ours": median,
        "baseline": baseline,
        "ratio": median / baseline,
        "aim": 1.0,
    }


BENCHES = (storyboard_pdf,)
