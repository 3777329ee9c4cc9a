"""The faces that people chose or drew: what stands for somebody where else their letter would.

A face is read from the family's document: a sticker that the person's item names, or the drawing below it. No photo
is a face (docs/domain/sharing.md: no faces, no bodies).
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from app.document import Document, people
from app.document.people import DRAWN, item_of
from app.ink.drawing import marks
from app.ink.mark import Mark, box
from app.ink.outline import Box
from app.ink.photo import Photo
from app.ink.sticker import Sticker
from app.ink.sticker_art import ART
from app.ink.sticker_art.paths import SIDE
from app.ink.stroke import Stroke

_HEADS = MappingProxyType(
    {
        "baby": (100, 70, 64),
        "girl": (100, 66, 64),
        "boy": (100, 62, 60),
        "child-wheelchair": (92, 64, 60),
        "woman": (82, 54, 54),
        "woman-scarf": (92, 60, 56),
        "man": (109, 52, 52),
        "grandma": (100, 60, 56),
        "grandma-bun": (94, 54, 56),
        "grandma-curls": (109, 56, 56),
        "grandpa": (106, 54, 58),
        "grandpa-turban": (108, 60, 60),
        "grandpa-glasses": (100, 56, 52),
    }
)
"""Where the head is on the stickers of people, in their square: its middle, and half the side of what shows it."""

OFFERED = (
    *_HEADS,
    "face-happy",
    "face-sad",
    "face-worried",
    "face-angry",
    "face-calm",
    "dog",
    "cat",
    "heart",
    "star",
    "sun",
)
"""The stickers that can be a face, in the order in which they are offered."""

_ROOM = 12
"""Page units left round what was drawn."""

_LEAST = 300
"""Page units that a drawn face shows at least, each way: a dot is not blown up."""

_BOLDEST = 2.5
"""How much wider its lines become at most."""


class Avatar(NamedTuple):
    """What a face shows: a square part of a page, and what lies on it."""

    marks: tuple[Mark, ...]
    """What lies on it, the lowest first."""
    around: Box
    """The square part of the page that is shown, in page units; it may reach beyond the page."""


class Portrait(NamedTuple):
    """A face, and its picture as PNG."""

    face: Avatar
    """What it shows."""
    png: bytes
    """Its picture, ready to show."""


def faces(document: Document) -> dict[str, Avatar]:
    """Return the faces of a family, by person id. Whoever has none, or one of a newer version, keeps their letter."""
    found: dict[str, Avatar] = {}
    for person in people(document).values():
        item = item_of(document, person.id) if person.face == DRAWN else None
        if item is not None:
            drawn = tuple(mark for _id, mark in marks(document, item.id) if not isinstance(mark, Photo))
            if drawn:
                found[person.id] = _close_up(drawn)
        elif person.face in ART:
            found[person.id] = sticker_face(person.face)
    return found


def sticker_face(art: str) -> Avatar:
    """Return a sticker as a face: a figure's head, all of anything else."""
    x, y, half = _HEADS.get(art, (SIDE // 2, SIDE // 2, SIDE // 2))
    return Avatar((Sticker(art, SIDE // 2, SIDE // 2, SIDE),), Box(x - half, y - half, x + half, y + half))


def _close_up(drawn: Sequence[Mark]) -> Avatar:
    """Return a drawing as a face. Its lines are bolder the larger it was drawn: it is shown smaller than a thumb."""
    around = _square(drawn)
    bolder = min(max((around.right - around.left) / _LEAST, 1.0), _BOLDEST)
    bold = tuple(_bold(mark, bolder) if isinstance(mark, Stroke) else mark for mark in drawn)
    return Avatar(bold, _square(bold))


def _bold(stroke: Stroke, by: float) -> Stroke:
    return stroke._replace(width=round(stroke.width * by), widths=tuple(round(width * by) for width in stroke.widths))


def _square(drawn: Sequence[Mark]) -> Box:
    """Return the square round all of a drawing, which is in its middle."""
    boxes = [box(mark) for mark in drawn]
    left, top = min(b.left for b in boxes), min(b.top for b in boxes)
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    half = max(right - left + 2 * _ROOM, bottom - top + 2 * _ROOM, _LEAST) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return Box(x - half, y - half, x + half, y + half)
