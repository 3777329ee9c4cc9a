"""Words into lines: broken where a reader expects it, each line in the order in which it is drawn.

Set left (right in right-to-left scripts), never justified, never hyphenated (docs/domain/plain-language.md,
T5). A word longer than a line is broken where the line ends: nothing is lost, nothing cut off.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from app.language.clean_text import unseen
from app.language.graphemes import graphemes
from app.pdf.bidi import levels, visual
from app.pdf.font_fallback import Means, Substitution, substitute
from app.pdf.scripts import breaks_anywhere
from app.pdf.shaping import GlyphRun, Shaper


class Line(NamedTuple):
    """Pieces in reading order, and where each begins.

    The space at the end stays, unseen: read aloud, the last word and the next line's first must not run together.
    """

    pieces: tuple[GlyphRun, ...]
    """Words and spaces, in reading order."""
    lefts: tuple[float, ...]
    """Where each piece begins from the line's left end, in sizes (em)."""
    width: float
    """Of what is seen, in sizes."""
    trailing: float
    """The width of the space at the end, which right to left stands first, in sizes."""
    right_to_left: bool
    """The paragraph runs right to left, whichever way the sheet does."""
    broken: bool = False
    """It ends within a word that is longer than a line."""


_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_GAP = re.compile(f"[{_SPACES}\u200b]+")
# Where a word longer than a line is best parted: a web address, a chain of names. Never otherwise (T5).
_SEAM = re.compile("(?<=[-/\u2013\u2014_.@?&=:])(?=\\w)")
# Not a comma: "12, 14" are two numbers, to be read in the sentence's own direction.
_NUMBER = re.compile(r"[+(]?\d(?:[ \u00a0().:/+\u2013-]{1,3}\d|\d)*")
_LONGEST_NUMBER = 20
_ISOLATE, _END = "\u2066", "\u2069"


def lines(text: str, shaper: Shaper, *, width: float, most: int, right_to_left: bool, bold: bool = False) -> list[Line]:
    """Return text as lines, at least one.

    width: of the column, in sizes (em). most: characters a line, marks apart (T4). right_to_left: of
    the sheet; words that run the other way are set the other way.
    """
    found: list[Line] = []
    paragraphs = spell_paragraphs(text, shaper.means)
    for at, paragraph in enumerate(paragraphs):
        setter = _Setter(paragraph, shaper, width, most, right_to_left, bold)
        found += setter.lines(more=at + 1 < len(paragraphs))
    return found


def spell_paragraphs(text: str, means: Means) -> list[Substitution]:
    """Return a text's paragraphs as they can be drawn, numbers in one piece."""
    whole = substitute(text, means).text
    return [substitute(_keep_numbers(part), means) for part in whole.split("\n")]


def _keep_numbers(text: str) -> str:
    """Isolate numbers among right-to-left words, or among none, where a phone number's groups would change places.

    No-break spaces between the groups: readers that put lines in order by themselves keep those in order.
    """
    ways = {unicodedata.bidirectional(c) for c in text}
    if "L" in ways and not ways & {"R", "AL", "AN"}:
        return text
    return _NUMBER.sub(_isolated, text)


def _isolated(number: re.Match[str]) -> str:
    if number[0].isdigit():
        return number[0]
    return _ISOLATE + number[0].replace(" ", "\u00a0") + _END


def runs_right_to_left(text: str, sheet: bool) -> bool:
    """Whether a paragraph runs right to left: the way most of its words begin, else the sheet's."""
    votes = {True: 0, False: 0}
    for word in text.split():
        strong = (unicodedata.bidirectional(c) for c in word)
        kind = next((k for k in strong if k in ("L", "R", "AL")), None)
        if kind is not None:
            votes[kind != "L"] += 1
    return sheet if votes[True] == votes[False] else votes[True] > votes[False]


class _Setter:
    """One paragraph on its way into lines."""

    def __init__(
        self, spelled: Substitution, shaper: Shaper, width: float, most: int, right_to_left: bool, bold: bool
    ) -> None:
        self.text = spelled.text
        self.families = spelled.families
        self.shaper = shaper
        self.width = width
        self.most = most
        self.bold = bold
        self.right_to_left = runs_right_to_left(self.text, right_to_left)
        self.levels = levels(self.text, int(self.right_to_left))
        # All in one font and one way, as most paragraphs are: no need to look at each letter.
        self.plain = len(set(self.families)) <= 1 and not any(self.levels)
        self.words = tuple(self._words())

    def lines(self, *, more: bool) -> list[Line]:
        """more: whether another paragraph follows, so that the last line, too, ends with a space."""
        spans = list(self._spans())
        last = len(spans) - 1
        return [
            self._line(start, end, gap=more and i == last)._replace(broken=broken)
            for i, (start, end, broken) in enumerate(spans)
        ]

    def _spans(self) -> Iterator[tuple[int, int, bool]]:
        """Yield where each line starts and ends in the text, the spaces after its last word included, and whether that
        word goes on in the next line."""
        begin = seen = 0
        wide, count = 0.0, 0
        for start, end, spaces in self.words:
            size, letters = self._measure(start, end), _count(self.text[start:end])
            if seen > begin and (wide + size > self.width or count + letters > self.most):
                yield begin, seen, False
                begin, wide, count = start, 0.0, 0
            if size > self.width or letters > self.most:
                *full, (start, end) = self._broken(start, end)
                yield from ((*one, True) for one in full)
                begin = start
                size, letters = self._measure(start, end), _count(self.text[start:end])
            wide += size + self._measure(end, spaces)
            count += letters + spaces - end
            seen = spaces
        yield begin, len(self.text), False

    def _words(self) -> Iterator[tuple[int, int, int]]:
        """Yield each word: where it starts, where it ends, and where the spaces after it end.

        A phone number is one word: nobody should have to put it together again.
        """
        numbers = [m.span() for m in _NUMBER.finditer(self.text) if m.end() - m.start() <= _LONGEST_NUMBER]
        inside = {at for start, end in numbers for at in range(start, end)}
        begin = 0
        for gap in _GAP.finditer(self.text):
            if gap.start() not in inside:
                yield from self._parted(begin, gap.start(), gap.end())
                begin = gap.end()
        if begin < len(self.text):
            yield from self._parted(begin, len(self.text), len(self.text))

    def _parted(self, start: int, end: int, spaces: int) -> Iterator[tuple[int, int, int]]:
        """Yield a word as one; of a script whose words have no spaces between them, in the pieces that it may be in."""
        if not self.text.isascii():
            for at in range(start + 1, end):
                if _may_end_between(self.text[at - 1], self.text[at]):
                    yield start, at, at
                    start = at
        yield start, end, spaces

    def _is_space(self, at: int) -> bool:
        return _GAP.match(self.text[at]) is not None

    def _broken(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return a word too long for a line in pieces that fit, between one whole letter and the next."""
        found: list[tuple[int, int]] = []
        ends = [start]
        for letter in graphemes(self.text[start:end]):
            ends.append(ends[-1] + len(letter))
        seams = {start + m.start() for m in _SEAM.finditer(self.text[start:end])}
        at = 0
        while at < len(ends) - 1:
            upto, wide, count = at, 0.0, 0
            while upto < len(ends) - 1:
                wide += self._measure(ends[upto], ends[upto + 1])
                count += 1
                if upto > at and (wide > self.width or count > self.most):
                    break
                upto += 1
            # Letters side by side may be a little wider than each alone.
            while upto > at + 1 and self._measure(ends[at], ends[upto]) > self.width:
                upto -= 1
            if upto < len(ends) - 1:
                upto = next((i for i in range(upto, at, -1) if ends[i] in seams), upto)
            found.append((ends[at], ends[upto]))
            at = upto
        return found

    def _pieces(self, start: int, end: int) -> list[GlyphRun]:
        """Return part of the text (a word, or spaces) in pieces of one font and level, in reading order."""
        if self.plain and start < end:
            return [self.shaper.piece(self.text[start:end], self.families[start], 0, bold=self.bold)]
        found: list[GlyphRun] = []
        while start < end:
            stop = start + 1
            family, level, space = self.families[start], self.levels[start], self._is_space(start)
            while (
                stop < end
                and self.families[stop] is family
                and self.levels[stop] == level
                and self._is_space(stop) == space
            ):
                stop += 1
            found.append(self.shaper.piece(self.text[start:stop], family, level, bold=self.bold))
            start = stop
        return found

    def _measure(self, start: int, end: int) -> float:
        return sum(piece.width for piece in self._pieces(start, end))

    def _line(self, start: int, end: int, *, gap: bool) -> Line:
        inner = end
        while inner > start and (self._is_space(inner - 1) or unseen(self.text[inner - 1])):
            inner -= 1
        ends_with_space = any(map(self._is_space, range(inner, end)))
        if not ends_with_space:
            inner = end  # A joiner at the end of a word is part of it.
        words = [piece for a, b in self._units(start, inner) for piece in self._pieces(a, b) if piece.glyphs]
        base = int(self.right_to_left)
        # L1: what ends the line stands where the line ends, whichever way it runs.
        tail = [self.shaper.piece(" ", self.shaper.means.first, base, bold=self.bold)] if gap or ends_with_space else []
        width = sum(piece.width for piece in words)
        pieces = words + tail
        lefts = [0.0] * len(pieces)
        at = 0.0
        for i in visual([piece.level for piece in pieces]):
            lefts[i] = at
            at += pieces[i].width
        trailing = sum(piece.width for piece in tail)
        return Line(tuple(pieces), tuple(lefts), width, trailing, self.right_to_left)

    def _units(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the words and the spaces of a line, apart, as they were measured."""
        cuts = sorted({start, end, *(cut for word in self.words for cut in word if start < cut < end)})
        return list(pairwise(cuts))


_OPENS = frozenset("（［｛「『【〈《〔〖“‘(﹁﹃")
_SMALL = "ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_CLOSES = frozenset("）］｝」』】〉》〕〗”’)，。、！？：；・…—～％,.!?:;﹂﹄" + _SMALL)
"""No line ends with the first or begins with the second. Source: W3C, Requirements for Chinese and Japanese Layout."""


def _may_end_between(before: str, after: str) -> bool:
    """Whether a line may end between two letters that no space parts."""
    if before in _OPENS or after in _CLOSES or unseen(after) or unicodedata.category(after)[0] == "M":
        return False
    return breaks_anywhere(before) or breaks_anywhere(after)


def _count(text: str) -> int:
    return sum(1 for c in text if unicodedata.category(c)[0] != "M" and not unseen(c))
