"""Cards for a wallet: as large as a bank card, eight to a page of A4 to cut out.

A heading begins a card of its own: two lie side by side, to fold. What does not fit on one card in the smallest letters
goes on to the next; nothing is cut. The same words are read out once: the further cards are for the eye.
Size: ISO/IEC 7810, ID-1 (85.60 × 53.98 mm), rounded down.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.ink.photo import Photos
from app.language import _
from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span, TextColumn, foot
from app.pdf.plan import PAGE
from app.pdf.shaping import Shaper
from app.pdf.style import ACCENT, EDGE, INK, LEADING, Style
from app.pdf.tags import Node
from app.sheet import Heading, Part, Sheet, Words

MM = 72 / 25.4
WIDTH, HEIGHT = 85 * MM, 54 * MM
ACROSS, DOWN = 2, 4
SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Of the letters, in points: the largest in which all has room on one card. Below 14 it is for near eyes (T1)."""

_PAD = 4 * MM
_SIDE = (PAGE[0] - ACROSS * WIDTH) / 2
_TOP = PAGE[1] - 20 * MM
_TIGHT = 1.25
"""Line spacing: a card is glanced at, and T3's would take a size of letters."""
_BETWEEN = 0.35
"""White between two people, in sizes."""


class Entry(NamedTuple):
    """Somebody on a card, in lines: their name, and what belongs to them."""

    spans: tuple[Span, ...]

    def height(self) -> float:
        """Return how high it is, in points."""
        return sum(len(span.lines) * span.size * _TIGHT for span in self.spans)


def card(sheet: Sheet, shaper: Shaper, made: date, photos: Photos) -> bytes:
    """Return the page of cards as a file."""
    made_of = [fitted(group, shaper, sheet.right_to_left) for group in _groups(sheet.parts)]
    cards = [(size, card_) for size, several in made_of for card_ in several]
    size = min((size for size, _card in cards), default=SIZES[-1])
    setting = Setting(shaper, _look(size), sheet.right_to_left)
    canvas = Canvas(PAGE, title=sheet.title, language=sheet.language, made=made, photos=photos, look=sheet.look)
    letters = _("Letters of {n} points: the largest that fit.").format(n=f"{size:.0f}")
    last: Node | None = None
    slots = ACROSS * DOWN
    for first in range(0, len(cards), slots):
        canvas.turn()
        at_foot = foot(canvas, setting, f"{sheet.made_for} {letters}".strip(), _SIDE)
        last = last or at_foot
        on_page = cards[first : first + slots]
        for slot in range(slots):
            node = canvas.root.add("Sect") if slot < len(on_page) else None
            letters_of, entries = on_page[slot % len(on_page)]
            _draw(canvas, entries, letters_of, _place(slot, sheet.right_to_left), node, sheet.right_to_left)
    if last is not None:
        canvas.root.kids.append(last)
    return canvas.finish()


def fitted(said: Sequence[Words], shaper: Shaper, right_to_left: bool) -> tuple[float, list[list[Entry]]]:
    """Return the size of the letters and the cards: one in the largest size in which all fits it, else several."""
    for size in SIZES:
        entries = list(_entries(said, Setting(shaper, _look(size), right_to_left), size))
        cards = list(_cards(entries, size))
        if len(cards) == 1:
            break
    return size, cards


def _groups(parts: Sequence[Part]) -> list[list[Words]]:
    """Return what stands on cards of its own: what comes before a heading, and each heading with what comes after."""
    found: list[list[Words]] = []
    for part in parts:
        if isinstance(part, Heading) or (isinstance(part, Words) and not found):
            found.append([])
        if isinstance(part, Heading | Words):
            found[-1].append(Words("", part.words) if isinstance(part, Heading) else part)
    return found


def _entries(said: Sequence[Words], setting: Setting, size: float) -> Iterator[Entry]:
    width = WIDTH - 2 * _PAD
    for words in said:
        spans = [setting.span(words.who, width, size, ACCENT, bold=True)] if words.who else []
        spans += [setting.span(words.words, width, size, INK)] if words.words else []
        spans += [setting.span(words.note, width, size, INK)] if words.note else []
        for span in spans:  # What is higher than a card is parted, line by line.
            if len(span.lines) * size * _TIGHT > HEIGHT - 2 * _PAD:
                yield from (Entry((Span((line,), span.size, span.ink),)) for one in spans for line in one.lines)
                break
        else:
            yield Entry(tuple(spans))


def _cards(entries: Sequence[Entry], size: float) -> Iterator[list[Entry]]:
    room, card_ = HEIGHT - 2 * _PAD, list[Entry]()
    for entry in entries:
        needs = entry.height() + (size * _BETWEEN if card_ else 0)
        if card_ and needs > room + 0.01:
            yield card_
            room, card_, needs = HEIGHT - 2 * _PAD, [], entry.height()
        card_.append(entry)
        room -= needs
    yield card_


def _place(slot: int, right_to_left: bool) -> TextColumn:
    row, column = divmod(slot, ACROSS)
    column = ACROSS - 1 - column if right_to_left else column
    top = _TOP - row * HEIGHT
    return TextColumn(_SIDE + column * WIDTH, WIDTH, top, top - HEIGHT)


def _draw(
    canvas: Canvas, entries: Sequence[Entry], size: float, place: TextColumn, node: Node | None, right_to_left: bool
) -> None:
    """Draw one card. node: what its words belong to; None where they stood before, and are for the eye."""
    with canvas.decoration():
        canvas.shape(place.left, place.bottom, WIDTH, HEIGHT, radius=0, edge=EDGE, line=0.5)
    y = place.top - _PAD
    left, right = place.left + _PAD, place.left + WIDTH - _PAD
    for n, entry in enumerate(entries):
        y -= size * _BETWEEN if n else 0
        with canvas.mark(node.add("P")) if node is not None else canvas.decoration():
            for span in entry.spans:
                for line in span.lines:
                    x = right - line.width * size if right_to_left or line.right_to_left else left
                    canvas.line(line, x, y - size * (BASELINE - (LEADING - _TIGHT) / 2), size, span.ink)
                    y -= size * _TIGHT


def _look(size: float) -> Style:
    return Style(size, size, size, size, 70)
