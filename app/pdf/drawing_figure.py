"""A drawing on paper: its ink, frame and caption, and the words for somebody who cannot see it."""

from typing import NamedTuple

from app.language import _
from app.language.clean_text import visible
from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span
from app.pdf.ink import operators
from app.pdf.style import INK, LEADING, QUIET, SOFT
from app.pdf.tags import Node
from app.sheet import Picture, Words

_GAP = 6.0
_ROUND = 10.0


class Figure(NamedTuple):
    """A picture, sized for its place, with its caption and the line that says who drew it in lines."""

    picture: Picture
    """What is drawn."""
    width: float
    """Of the frame, in points."""
    height: float
    """Of the frame, in points."""
    below: tuple[Span, ...]
    """The caption and the line of who drew it, those that say something; () where they stand overleaf."""
    mirrored: bool = False
    """The lines below keep to the frame's right edge."""
    overleaf: tuple[Words, ...] = ()
    """A caption too long to stand below it, with who drew it; () where all stands below."""

    @property
    def whole(self) -> float:
        """The height with all that stands below the frame."""
        return self.height + sum(_GAP + s.size * LEADING * len(s.lines) for s in self.below)


def figure(picture: Picture, setting: Setting, width: float, height: float) -> Figure:
    """Return a picture as large as its place (points) allows, caption and all."""
    shape = picture.height / picture.width
    wide = min(width, height / shape)
    texts = [(text, ink) for text, ink in ((picture.alt, INK), (picture.by, QUIET)) if visible(text)]
    # A caption asks for a smaller picture, below which it may need another line.
    for _attempt in range(4):
        below = tuple(setting.span(text, wide, setting.look.small, ink) for text, ink in texts)
        made = Figure(picture, wide, wide * shape, below, setting.right_to_left)
        if made.whole <= height:
            return made
        wide = min(wide, (height - (made.whole - made.height)) / shape)
        if wide * shape < height / 2:
            break
    wide = min(width, height / shape)
    over = (Words(picture.alt, note=picture.by),)
    return Figure(picture, wide, wide * shape, (), overleaf=over)


def draw_figure(canvas: Canvas, made: Figure, parent: Node, left: float, top: float) -> float:
    """Draw a picture with its top left corner there, and return where its lowest line ends."""
    picture = made.picture
    bottom = top - made.height
    with canvas.decoration():
        canvas.shape(left, bottom, made.width, made.height, radius=_ROUND, edge=SOFT, line=2)
    node = parent
    if picture.marks:
        node = parent.add("Figure", _alternative(picture))
        node.box = (round(left, 2), round(bottom, 2), round(left + made.width, 2), round(top, 2))
        with canvas.mark(node):
            canvas.draw(
                operators(
                    picture.marks,
                    picture.width,
                    picture.height,
                    left=left,
                    top=top,
                    scale=made.width / picture.width,
                    corner=_ROUND,
                    name_of=canvas.images.name_of,
                )
            )
    y = bottom
    for span in made.below:
        y -= _GAP
        caption = node is not parent and span is made.below[0] and visible(picture.alt)
        element = node.add("Caption") if caption else parent.add("P")
        with canvas.mark(element):
            for line in span.lines:
                x = left + made.width - line.width * span.size if made.mirrored else left
                canvas.line(line, x, y - span.size * BASELINE, span.size, span.ink)
                y -= span.size * LEADING
    return y


def _alternative(picture: Picture) -> str:
    """Return the words for a picture that somebody cannot see: its caption, else who drew it."""
    if visible(picture.alt):
        return picture.alt
    return " ".join((_("A drawing without words yet."), picture.by)).strip()
