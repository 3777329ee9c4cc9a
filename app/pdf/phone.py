"""A picture for a phone: few words, large, in the shape of a phone's screen. PNG, and nothing in it but pixels.

The upper part stays free: on a locked screen the hour stands there. What has no room in the smallest letters makes the
picture longer; nothing is cut. Words are broken into lines as on paper.
"""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont, features

from app.language.clean_text import drawn
from app.pdf.columns import Setting, Span
from app.pdf.fonts import FOLDER
from app.pdf.shaping import GlyphRun, Shaper
from app.pdf.style import Style
from app.sheet import Sheet, Words

WIDTH, HEIGHT = 1080, 1920
"""In pixels, 9 to 16: no phone that is in use shows less than that."""

FREE = 460
"""Of the height, for the hour."""
SIDE = 90
SIZES = (72.0, 64.0, 58.0, 52.0, 46.0)
"""Of the letters, in pixels: at 46, a line of a phone that is held in a hand is as high as 14 points."""

FOOT = 34.0
"""Of the letters that say which copy it is, below all else: to tell it by, not to read it."""

_GROUND, _INK, _ACCENT = "#12202F", "#FFFFFF", "#A9CDF3"
_LEADING, _BETWEEN = 1.35, 0.7


def phone_picture(sheet: Sheet, shaper: Shaper) -> bytes:
    """Return the sheet's words as a PNG file without any metadata."""
    said = [part for part in sheet.parts if isinstance(part, Words)]
    for size in SIZES:
        setting = Setting(shaper, Style(size, size, size, size, 70), sheet.right_to_left)
        entries = [_spans(words, setting, size) for words in said]
        needed = sum(_height(entry) for entry in entries) + _BETWEEN * size * max(0, len(entries) - 1)
        if FREE + needed + SIDE <= HEIGHT:
            break
    image = Image.new("RGB", (WIDTH, max(HEIGHT, round(FREE + needed + SIDE))), _GROUND)
    draw = ImageDraw.Draw(image)
    y = float(FREE)
    for entry in entries:
        for span in entry:
            for line in span.lines:
                flush_right = sheet.right_to_left or line.right_to_left
                x = WIDTH - SIDE - line.width * size if flush_right else SIDE
                x -= line.trailing * size if line.right_to_left else 0
                for piece, left in zip(line.pieces, line.lefts, strict=True):
                    _piece(draw, piece, x + left * size, y + size, size, span.ink)
                y += size * _LEADING
        y += size * _BETWEEN
    if sheet.made_for:
        setting = Setting(shaper, Style(FOOT, FOOT, FOOT, FOOT, 70), sheet.right_to_left)
        line = setting.span(sheet.made_for, WIDTH - 2 * SIDE, FOOT, _ACCENT).lines[0]
        x = WIDTH - SIDE - line.width * FOOT if sheet.right_to_left or line.right_to_left else SIDE
        for piece, left in zip(line.pieces, line.lefts, strict=True):
            _piece(draw, piece, x + left * FOOT, image.height - (SIDE - FOOT) / 2, FOOT, _ACCENT)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _spans(words: Words, setting: Setting, size: float) -> list[Span]:
    width = WIDTH - 2 * SIDE
    spans = [setting.span(words.who, width, size, _ACCENT, bold=True)] if words.who else []
    return [*spans, *(setting.span(text, width, size, _INK) for text in (words.words, words.note) if text)]


def _height(entry: list[Span]) -> float:
    return sum(len(span.lines) * span.size * _LEADING for span in entry)


def _piece(draw: ImageDraw.ImageDraw, piece: GlyphRun, x: float, baseline: float, size: float, ink: str) -> None:
    rightwards = piece.level % 2 == 0
    # Pillow takes a direction only where it can shape; where it cannot, nothing comes that asks for it.
    direction = None if not shapes_pictures() else "ltr" if rightwards else "rtl"
    text = drawn(piece.text)
    font = _font(piece.file, round(size * piece.scale))
    draw.text((x, baseline), text, fill=ink, font=font, anchor="ls", direction=direction)


@cache
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FOLDER / f"{file}.ttf", size)


@cache
def shapes_pictures() -> bool:
    """Whether Pillow can shape letters here, and set words that run right to left."""
    return bool(features.check("raqm"))
