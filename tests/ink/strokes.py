"""Made-up strokes for hypothesis: anything that may be kept, and lines as a hand draws them."""

from hypothesis import strategies as st

from app.ink import PALETTE, WIDTHS, Point, Stroke, simplify
from app.ink.handwriting import scribble

POINTS: st.SearchStrategy[Point] = st.tuples(st.integers(-400, 2000), st.integers(-400, 1600))


@st.composite
def any_stroke(draw: st.DrawFn) -> Stroke:
    """Any stroke that the contract allows."""
    points = tuple(draw(st.lists(POINTS, min_size=1, max_size=40)))
    width = st.integers(1, 1000)
    widths = draw(st.one_of(st.just(()), st.tuples(*[width] * len(points))))
    pen = draw(st.sampled_from(("felt", "pencil", "highlighter", "crayon")))
    return Stroke(points, draw(st.integers(0, 255)), draw(width), pen, widths)


@st.composite
def drawn_stroke(draw: st.DrawFn) -> Stroke:
    """A stroke as the pad makes one; some with a width at each point, some only a dot."""
    points = simplify(scribble(draw(st.integers(1, 50)), draw(st.integers(0, 10_000))))
    widths: tuple[int, ...] = ()
    if draw(st.booleans()):
        widths = tuple(draw(st.integers(4, 40)) for _ in points)
    colour = draw(st.integers(0, len(PALETTE) - 1))
    return Stroke(points, colour, draw(st.sampled_from(WIDTHS)), "felt", widths)
