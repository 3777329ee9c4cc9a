"""How alike two pictures of ink are, and the pictures of a printed copy, to be looked at."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

ZOOM = 3.0
"""Dots to a point of paper."""


def overlap(one: Image.Image, other: Image.Image) -> float:
    """Return the ink that two pictures of one size share, as a part of all the ink in either (IoU, 0 to 1)."""
    a, b = _ink(one), _ink(other)
    shared, either = ImageChops.darker(a, b), ImageChops.lighter(a, b)
    return shared.histogram()[255] / max(1, either.histogram()[255])


def _ink(image: Image.Image) -> Image.Image:
    """Return where a picture is far from white in any colour: 255 there, 0 elsewhere."""
    apart = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, "white"))
    red, green, blue = apart.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda v: 255 if v > 90 else 0)


class Figure(NamedTuple):
    """A picture of a copy. page: from 0; box: left, bottom, right, top, in points; alt: its text alternative."""

    page: int
    box: tuple[float, float, float, float]
    alt: str


def figures_of(copy: bytes) -> list[Figure]:
    """Return every picture of a copy, in reading order."""
    with pikepdf.open(io.BytesIO(copy)) as opened:
        numbers = {page.obj.objgen: n for n, page in enumerate(opened.pages)}
        return list(_below(opened.Root["/StructTreeRoot"], 0, numbers))


def cut_out(copy: bytes, figure: Figure) -> Image.Image:
    """Return a picture of a copy as it lies on the paper, drawn by another library than made it."""
    left, bottom, right, top = figure.box
    with pypdfium2.PdfDocument(copy) as document:
        page = document[figure.page]
        height = page.get_height()
        box = [round(v * ZOOM) for v in (left, height - top, right, height - bottom)]
        return page.render(scale=ZOOM).to_pil().crop((box[0], box[1], box[2], box[3])).convert("RGB")


def _below(element: pikepdf.Object, page: int, numbers: dict[tuple[int, int], int]) -> Iterator[Figure]:
    if "/Pg" in element:
        page = numbers[element["/Pg"].objgen]
    if element.get("/S") == "/Figure":
        left, bottom, right, top = (float(edge) for edge in element["/A"]["/BBox"])
        yield Figure(page, (left, bottom, right, top), str(element["/Alt"]))
    kids = element.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _below(kid, page, numbers)
