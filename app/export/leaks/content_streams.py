"""What a stream of a page shows, speaks or hides: strings that are shown, read with their fonts, and all beside them.

Where letters are placed one by one nobody can tell from the bytes which of them are one word: both ways are read.
Source: ISO 32000-1, 9.4 and 14.9.4.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from app.export.leaks.font_codes import Font
from app.export.leaks.matching import spelled_out, words
from app.export.leaks.pdf_objects import UnreadablePdf
from app.export.leaks.pdf_tokens import text_of, tokens

SPOKEN = ("ActualText", "Alt", "E")
"""What a reader says in place of what is shown."""

_SHOWING = (b"Tj", b"TJ", b"'", b'"')
_PARTING = frozenset((b"Td", b"TD", b"T*", b"Tm", b"BT", b"ET", b"'", b'"'))
_FORGETTING = frozenset((b"Q", b"gs"))
"""After these the font may be another one, which is told elsewhere."""
OPERATORS = frozenset(
    b"BDC BMC BT BX CS DP Do EI EMC ET EX ID MP SC SCN TD TJ TL Td Tf Tj Tm Tr Ts Tw Tz T* Tc BI cm cs d0 d1 gs re rg"
    b" ri RG ry sc scn sh Q b* B* W* f* true false null ' \"".split()
)
"""Words that tell a reader what to do (ISO 32000-1, annex A)."""


class ShownText(NamedTuple):
    """What a stream shows, and what is in it beside that."""

    shown: tuple[str, ...]
    """The text, in the readings that are possible."""
    spoken: tuple[str, ...]
    """What is said in place of it."""
    beside: tuple[str, ...]
    """Strings, comments and words that no page shows."""
    names: tuple[bytes, ...]
    """The PDF names in it, without their slash."""


def read(content: bytes, fonts: Mapping[str, list[Font]], *, drawn: bool) -> ShownText:
    """Return all that is in the content of a stream, whatever of it a page shows.

    drawn: a page shows it. Then Unreadable is raised where it does not say itself in which of the fonts.
    """
    told = _Reading(fonts, drawn)
    last_name = b""
    for token in tokens(content):
        match token.kind:
            case "comment":
                told.beside.append(text_of(token.value))
            case "name":
                told.names.append(token.value)
                last_name = token.value
            case "string" if token.key:
                (told.spoken if token.key in SPOKEN else told.beside).append(text_of(token.value))
                if token.key == "ActualText":
                    told.say(text_of(token.value))
            case "string":
                told.show(token.value)
            case "word" if token.value == b"Tf":
                told.take(last_name.decode("latin-1"))
            case "word":
                told.word(token.value)
    return told.done()


class _Reading:
    def __init__(self, fonts: Mapping[str, list[Font]], drawn: bool) -> None:
        self._fonts = fonts
        self._strict = drawn
        self._now: list[Font] = []
        self._told = _Lines()  # With what is spoken in its place.
        self._drawn = _Lines()
        self._said = False
        self.spoken: list[str] = []
        self.beside: list[str] = []
        self.names: list[bytes] = []

    def take(self, font: str) -> None:
        self._now = self._fonts.get(font, [])

    def say(self, text: str) -> None:
        """What follows is read as this text; its letters are read for themselves, too."""
        self._told.put(_turned(text))  # As its letters would be drawn.
        self._said = True

    def show(self, shown: bytes) -> None:
        if self._strict and not self._now:
            raise UnreadablePdf
        if not self._now or not all(font.wide for font in self._now):
            self.beside.append(text_of(shown))
        self.beside += [font.reads(shown) for font in self._now[1:]]
        text = self._now[0].reads(shown) if self._now else text_of(shown)
        self._drawn.put(text)
        if not self._said:
            self._told.put(text)

    def word(self, word: bytes) -> None:
        if word == b"EMC" and self._said:
            self._said = False
        elif word in _PARTING or word[:1] == b"-":
            for lines in (self._told, self._drawn):
                lines.part(ends=word == b"ET")
        elif word in _FORGETTING:
            self._now = []
        elif word not in OPERATORS:
            self.beside.append(text_of(word))

    def done(self) -> ShownText:
        # What is below spoken words is seen as well: it is a page's text as all other is, and told apart as that is.
        readings = (*self._told.readings(), *self._drawn.readings())
        return ShownText(
            tuple(dict.fromkeys(_turned(r) for r in readings if r)),
            tuple(self.spoken),
            tuple(t for t in (*self.beside, "\n".join(self.beside)) if t.strip()),
            tuple(self.names),
        )


class _Lines:
    """What is shown, in its order: with a space wherever the next is placed anew, and without."""

    def __init__(self) -> None:
        self._apart: list[str] = []
        self._together: list[str] = []

    def put(self, text: str) -> None:
        self._apart.append(text)
        self._together.append(text)

    def part(self, *, ends: bool) -> None:
        self._apart.append(" ")
        if ends:
            self._together.append("\n")

    def readings(self) -> list[str]:
        apart, together = "".join(self._apart), "".join(self._together)
        parted = words(apart)
        return [together] if parted == words(together) else [together, apart, spelled_out(parted)]


def _turned(text: str) -> str:
    """Return text with its right-to-left words turned round, for their letters are drawn from left to right.

    What runs from left to right is never turned ("bed" is no Deb), and words are never put in another order: they are
    drawn in that in which they are said.
    """
    kinds = "" if text.isascii() else "".join(map(_kind, text))
    if "r" not in kinds:
        return text
    runs = ((text[found.start() : found.end()], found[0]) for found in _RUNS.finditer(kinds))
    return "".join(run[::-1] if "r" in kind else run for run, kind in runs)


# Letters from right to left, letters from left to right, or a sign: where it stands between words, there it was drawn.
_RUNS = re.compile("m*r[rm]*|[lm]+|n")


@cache
def _kind(letter: str) -> str:
    """Return how a letter runs: "r" to the left, "l" to the right, "m" a mark, "n" a space or a sign."""
    direction = unicodedata.bidirectional(letter)
    return {"R": "r", "AL": "r", "NSM": "m", "L": "l", "EN": "l", "AN": "l"}.get(direction, "n")
