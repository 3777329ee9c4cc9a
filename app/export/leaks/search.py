"""What of the withheld stands in a sheet or in a file, and where."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.export.leaks.extract import ExtractedText, pieces
from app.export.leaks.independent_rules import Allowed
from app.export.leaks.matching import Needles, SearchText, words
from app.language import N_, _

UNSAID = "…"
"""What stands in a text of the program's own for all that somebody wrote."""

BESIDE = " · "
"""What stands between things side by side in one line."""

ON_A_PAGE = N_("on its pages")


class LeakFound(NamedTuple):
    """Withheld words that stand where they must not. For the worker alone."""

    words: str
    """The withheld text of which they are, whole."""
    position: str
    """The place in which they stand, in words."""


def in_sheet(
    texts: Sequence[str], *, withheld: Iterable[str], allowed: Allowed, own: Iterable[str]
) -> tuple[LeakFound, ...]:
    """Return what of the withheld stands in a sheet's texts, and is neither what its reader may see nor the program's.

    own: the same sheet's texts with UNSAID for all that somebody wrote.
    """
    needles = Needles(withheld)
    if not SearchText(texts).has(needles):
        return ()
    innocent = _Innocent(allowed, own)
    found: dict[str, None] = {}
    for text in texts:
        hits = _hits(text, needles)
        if hits and not innocent(text):
            # Things side by side in one line: those that have no such words in them are no matter.
            parts = [(part, _hits(part, needles)) for part in text.split(BESIDE)]
            guilty = {hit for part, there in parts if there and not innocent(part) for hit in there}
            guilty |= hits.difference(*(there for _part, there in parts))
            found |= dict.fromkeys(needles.text_of(hit) for hit in guilty)
    return tuple(LeakFound(text, _(ON_A_PAGE)) for text in found)


def _hits(text: str, needles: Needles) -> set[tuple[str, ...]]:
    return {hit.needle for hit in SearchText([text]).found(needles)}


def in_file(
    file: bytes,
    *,
    withheld: Iterable[str],
    shown: Sequence[str] = (),
    drawn: Iterable[str] = (),
    language: str = "",
) -> tuple[LeakFound, ...]:
    """Return what of the withheld stands in a finished file (PDF, or PNG) beside the texts of its own sheet.

    shown: those, in order, searched already (in_sheet). drawn: the letters and numbers in its pictures, each
    by itself.
    language: the file's own tag. Raises Unreadable.
    """
    needles = Needles(withheld).without(SearchText(shown, across=True))
    sheet = _Whole((*shown, *drawn))
    found: dict[LeakFound, None] = {}
    pages: list[str] = []
    waiting: dict[tuple[str, int, int, bool], list[ExtractedText]] = {}
    # All of it is read, also where nothing is looked for: what cannot be read stops a copy.
    for piece in pieces(file, language):
        waiting.setdefault((piece.position, piece.page, piece.least, piece.ours), []).append(piece)
        if piece.position == "page" and piece.ours:
            pages.append(piece.text)
    if not needles:
        return ()
    for (_position, _page, least, ours), group in waiting.items():
        wanted = needles.longer(least) if least else needles
        texts = SearchText(dict.fromkeys(piece.text for piece in group))
        for hit in texts.found(wanted):
            if not (ours and sheet.ends_meet(texts.words, hit.at, hit.length)):
                found.setdefault(LeakFound(wanted.text_of(hit.needle), group[0].told()))
    told = {f.words for f in found}
    for hit in SearchText(pages, across=True).found(needles):
        if hit.at < 0 and needles.text_of(hit.needle) not in told:
            found.setdefault(LeakFound(needles.text_of(hit.needle), _(ON_A_PAGE)))
    return tuple(found)


class _Whole:
    """A sheet's texts, to tell whether words of a page are the end of one of them and the beginning of another."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = {tuple(words(text)) for text in texts} - {()}
        self._by_word: dict[str, list[tuple[tuple[str, ...], int]]] | None = None

    def ends_meet(self, page: Sequence[str], at: int, length: int) -> bool:
        """Whether the words from `at` on are whole texts of the sheet, or parts of such that stand there whole."""
        if at < 0:
            return False
        if self._by_word is None:
            self._by_word = {}
            for text in self._texts:
                for i, word in enumerate(text):
                    self._by_word.setdefault(word, []).append((text, i))
        reached = at
        while reached < at + length:
            upto = max(
                (
                    reached - i + len(text)
                    for text, i in self._by_word.get(page[reached], ())
                    if tuple(page[max(0, reached - i) : reached - i + len(text)]) == text
                ),
                default=0,
            )
            if upto <= reached:
                return False
            reached = upto
        return True


class _Innocent:
    """Whether a text of a sheet is one that its reader may see: somebody's words whole or in part, the program's own,
    or the program's own around somebody's.
    """

    def __init__(self, allowed: Allowed, own: Iterable[str]) -> None:
        written = [tuple(words(t)) for t in (*allowed.texts, *allowed.names)]
        self._written = "|".join(f" {' '.join(t)} " for t in written)
        self._whole = {t for t in written if t}
        # Things side by side are looked at one by one as well: one of them can stand otherwise than in the template.
        ours = dict.fromkeys(piece for text in own for piece in (text, *text.split(BESIDE)))
        self._own = [[tuple(words(part)) for part in text.split(UNSAID)] for text in ours]
        self._whole |= {own[0] for own in self._own if len(own) == 1 and own[0]}
        self._lengths = sorted({len(t) for t in self._whole})

    def __call__(self, text: str) -> bool:
        # Names that a paper leaves out stand as UNSAID in words that somebody wrote.
        parts = [tuple(words(part)) for part in text.split(UNSAID)]
        said = tuple(words(text))
        if said in self._whole or all(not p or self._within(p) for p in parts):
            return True
        return any(self._fits(said, own) for own in self._own)

    def _within(self, said: Sequence[str]) -> bool:
        return f" {' '.join(said)} " in self._written

    def _fits(self, said: tuple[str, ...], own: Sequence[tuple[str, ...]]) -> bool:
        """Whether what the program says stands in a text as in its own, and only what may be seen between."""
        first, *others = own
        reached = {len(first)} if said[: len(first)] == first else set()
        for part in others:
            ends = {end for at in reached for end in self._ends(said, at)}
            reached = {end + len(part) for end in ends if said[end : end + len(part)] == part}
        return len(said) in reached

    def _ends(self, said: tuple[str, ...], at: int) -> set[int]:
        """Return where words that begin here may end: those of one text, or of several whole ones in a row."""
        found, waiting = {at}, [at]
        while waiting:
            begin = waiting.pop()
            ends = {begin + n for n in self._lengths if said[begin : begin + n] in self._whole} - found
            found |= ends
            waiting += ends
        end = at + 2
        # A part of a text: as soon as so many words stand in none, more of them stand in none.
        while end <= len(said) and self._within(said[at:end]):
            found.add(end)
            end += 1
        return found
