"""Ink on paper: the very line that the screen shows, as vectors."""

import io
import math
import re
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, Stroke, smooth
from app.ink.mark import Mark
from app.ink.photo import NONE, Photo, Photos
from app.ink.sticker import Sticker
from app.ink.tiles import picture
from app.pdf import pdf
from app.pdf.ink import FINE, operators
from app.sheet import Panel, Picture
from tests.bench.drawn import line
from tests.pdf.checker import checked_pdf
from tests.pdf.sheets import MADE, STORY, house


def _drawn(marks: tuple[Mark, ...], photos: Photos = NONE) -> tuple[bytes, tuple[float, float, float, float]]:
    sheet = replace(STORY, parts=(Panel("", (), Picture(marks, "")),))
    made = checked_pdf(pdf(sheet, made=MADE, photos=photos))
    with pikepdf.open(io.BytesIO(made)) as opened:
        (figure,) = (e for e in _below(opened.Root["/StructTreeRoot"]) if e.get("/S") == "/Figure")
        left, bottom, right, top = (float(edge) for edge in figure["/A"]["/BBox"])
    return made, (left, bottom, right, top)


def _below(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    found = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    return [one for kid in found for one in (kid, *_below(kid))]


def _dark(image: Image.Image) -> Image.Image:
    """Return where there is ink: anything far from white."""
    difference = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, "white"))
    red, green, blue = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda v: 255 if v > 90 else 0).convert("1")


def _scrawl() -> tuple[Stroke, ...]:
    """Return lines with curves, corners, a turn back on itself, two points that are one, and widths."""
    wave = tuple((100 + 35 * i, round(600 + 300 * math.sin(i / 2.2))) for i in range(40))
    zigzag = tuple((200 + 60 * i, 200 if i % 2 else 330) for i in range(16))
    return (
        Stroke(wave, 0, 16),
        Stroke(zigzag, 3, 8),
        Stroke(((300, 900), (900, 900), (310, 902)), 8, 32),
        Stroke(((1000, 1000), (1000, 1000), (1100, 1050), (1100, 1050)), 10, 16),
        Stroke(tuple((x, y + 350) for x, y in wave[:12]), 6, 16, widths=tuple(range(6, 54, 4))),
    )


def _on_paper(marks: tuple[Mark, ...], photos: Photos = NONE) -> Image.Image:
    """Return a drawing as another library shows it from the file."""
    made, (left, bottom, right, top) = _drawn(marks, photos)
    document = pypdfium2.PdfDocument(made)
    page, zoom = document[1], 3.0
    whole = page.render(scale=zoom).to_pil()
    height = page.get_height()
    box = [round(v * zoom) for v in (left, height - top, right, height - bottom)]
    document.close()
    return whole.crop((box[0], box[1], box[2], box[3]))


def _photo() -> bytes:
    """Return a photo in which no side and no corner is like another."""
    image = Image.new("RGB", (400, 300), "#F2C928")
    image.paste("#2B6CB8", (0, 0, 200, 150))
    image.paste("#3B8C4A", (300, 200, 400, 300))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=95)
    return kept.getvalue()


def test_pens_stickers_and_photos_on_paper_are_those_on_screen() -> None:
    marks: tuple[Mark, ...] = (
        Photo("a", 500, 500, 600, 450, 30, True),
        Stroke(((100, 1000), (1500, 1000)), 5, 60, "highlighter"),
        Stroke(((100, 1000), (1500, 900)), 8, 16, "felt", (16, 4)),
        Stroke(tuple((900 + 20 * n, 700 + (n % 5) * 10) for n in range(20)), 3, 9, "pencil"),
        Sticker("dog", 1200, 300, 400, 345, True),
        Stroke(((1050, 150), (1350, 450)), 5, 60, "highlighter", (60, 36)),
        Sticker("house of a newer version", 200, 200, 200, 0, False),
        Photo("not there", 1300, 800, 200, 100, 0, False),
    )
    photos = {"a": _photo()}
    paper = _on_paper(marks, photos).convert("RGB")
    screen = Image.open(io.BytesIO(picture(marks, paper.size, "#FFFFFF", photos=photos))).convert("RGB")
    apart = ImageChops.difference(paper, screen).convert("L")
    # Edges differ by how each library smooths them, and the frame is not ink.
    assert sum(n * value for value, n in enumerate(apart.histogram())) / (paper.width * paper.height) < 2.5
    assert sum(apart.histogram()[64:]) / (paper.width * paper.height) < 0.02
    for x, y in ((500, 620), (1200, 300), (300, 1000), (1300, 800), (420, 380)):
        spot = (round(x * paper.width / PAGE_WIDTH), round(y * paper.width / PAGE_WIDTH))
        assert paper.getpixel(spot) == pytest.approx(screen.getpixel(spot), abs=6)


def _as_drawn() -> tuple[Stroke, ...]:
    """Return lines as the pad keeps them: quick and slow, so as wide as they are."""
    return tuple(line(seed, 90).stroke for seed in range(12))


def _tapering() -> tuple[Stroke, ...]:
    """Return lines whose width changes most where they bend and turn back, and dots with a width of their own."""
    wave = tuple((100 + 60 * i, round(300 + 150 * math.sin(i / 1.5))) for i in range(22))
    zigzag = tuple((100 + 80 * i, 700 if i % 2 else 830) for i in range(16))
    return (
        Stroke(wave, 0, 32, widths=tuple(32 if i % 2 else 12 for i in range(22))),
        Stroke(zigzag, 3, 16, widths=tuple((16, 16, 12, 8)[i % 4] for i in range(16))),
        Stroke(((200, 1000), (900, 1000), (210, 1002)), 8, 32, widths=(32, 20, 16)),
        Stroke(((1000, 1000), (1000, 1000), (1100, 1050), (1100, 1050)), 10, 16, widths=(16, 12, 12, 8)),
        Stroke(((1300, 1000),), 6, 16, widths=(48,)),
    )


@pytest.mark.parametrize(
    "strokes", [house(), _scrawl(), _as_drawn(), _tapering()], ids=["house", "scrawl", "as drawn", "tapering"]
)
def test_the_ink_on_paper_is_the_ink_on_screen(strokes: tuple[Stroke, ...]) -> None:
    paper = _on_paper(strokes)
    screen = Image.open(io.BytesIO(picture(strokes, paper.size, "#FFFFFF")))
    on_paper, on_screen = _dark(paper), _dark(screen)
    # The picture's frame is not ink.
    both = sum(ImageChops.logical_and(on_paper, on_screen).get_flattened_data()) / 255
    either = sum(ImageChops.logical_or(on_paper, on_screen).get_flattened_data()) / 255
    assert both / either > 0.95


@pytest.mark.parametrize("stroke", [Stroke(((800, 600),), 0, 32), Stroke(((700, 600), (760, 600)), 0, 32)])
def test_dots_and_ends_are_round(stroke: Stroke) -> None:
    made, (left, bottom, right, _top) = _drawn((stroke,))
    document = pypdfium2.PdfDocument(made)
    page, zoom = document[1], 8.0
    ink = _dark(page.render(scale=zoom).to_pil()).convert("L")
    height = page.get_height()
    document.close()
    unit = (right - left) / PAGE_WIDTH
    inside = ink.crop(
        (
            round((left + 5) * zoom),
            round((height - bottom - PAGE_HEIGHT * unit + 5) * zoom),
            round((right - 5) * zoom),
            round((height - bottom - 5) * zoom),
        )
    )
    box = inside.getbbox()
    assert box is not None
    length = stroke.points[-1][0] - stroke.points[0][0]
    assert box[2] - box[0] == pytest.approx((length + 32) * unit * zoom, abs=3)
    assert box[3] - box[1] == pytest.approx(32 * unit * zoom, abs=3)
    area = inside.histogram()[255]
    assert area == pytest.approx((length * 32 + math.pi * 16**2) * (unit * zoom) ** 2, rel=0.03)


def _along(path: str) -> list[tuple[float, float]]:
    """Return points along a path of m, l and c, in page units."""
    found: list[tuple[float, float]] = []
    numbers: list[float] = []
    for word in path.split():
        if re.fullmatch(r"-?\d+", word):
            numbers.append(int(word) / FINE)
        elif word in ("m", "l"):
            found.append((numbers[0], numbers[1]))
            numbers = []
        elif word == "c":
            (ax, ay), (bx, by, cx, cy, dx, dy) = found[-1], numbers
            for k in range(1, 17):
                t = k / 16
                u = 1 - t
                weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                xs, ys = (ax, bx, cx, dx), (ay, by, cy, dy)
                found.append(
                    (
                        sum(w * x for w, x in zip(weights, xs, strict=True)),
                        sum(w * y for w, y in zip(weights, ys, strict=True)),
                    )
                )
            numbers = []
    return found


def _apart(spot: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """Return how far a place is from a line."""
    nearest = math.inf
    for (ax, ay), (bx, by) in pairwise(line):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        t = max(0.0, min(1.0, ((spot[0] - ax) * dx + (spot[1] - ay) * dy) / length)) if length else 0.0
        nearest = min(nearest, math.hypot(spot[0] - ax - t * dx, spot[1] - ay - t * dy))
    return nearest


@given(st.lists(st.tuples(st.integers(0, 1600), st.integers(0, 1200)), min_size=3, max_size=30))
def test_a_curve_never_leaves_the_screens_line(points: list[tuple[int, int]]) -> None:
    drawn = operators([Stroke(tuple(points))], PAGE_WIDTH, PAGE_HEIGHT, left=0, top=0, scale=1)
    (path,) = (one for one in drawn if one.endswith(" S"))
    paper, screen = _along(path), list(smooth(points))
    # The screen's places are on the curve; a unit is a sixth of a millimetre.
    assert max(_apart(spot, paper) for spot in screen) < 1.0
    # Where it turns so little that the screen draws it straight, both ends bend the curve by 1.2 units at most.
    assert max(_apart(spot, screen) for spot in paper) < 2.1


def test_a_dot_is_a_line_of_no_length_and_no_points_are_nothing() -> None:
    drawn = operators([Stroke(((5, 7),)), Stroke(())], 1600, 1200, left=0, top=0, scale=1)
    assert [one for one in drawn if one.endswith(" S")] == ["20 28 m 20 28 l S"]


def test_a_colour_of_a_newer_version_is_drawn_as_on_screen() -> None:
    newer = operators([Stroke(((5, 7),), colour=99)], 1600, 1200, left=0, top=0, scale=1)
    assert newer == operators([Stroke(((5, 7),), colour=0)], 1600, 1200, left=0, top=0, scale=1)
