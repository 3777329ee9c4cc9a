"""Words as they are looked for: whole, in any spelling. Capitals, accents, stops, line ends and unseen letters do not
count; numbers and postcodes are found however they are grouped, and in whichever script's digits.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from app.language import counted
from app.language.clean_text import unseen
from app.language.name_search import STROKED

RUN = 5
"""So many words of a withheld text, one after the other, give it away; fewer stand in any text."""

LONG = 12
"""A run of words of so many letters is found too where a file has lost the spaces between them."""

CHANCE = 6
"""Fewer letters than this stand by chance among bytes that are no text: a picture's, a font's."""

_FEWEST_DIGITS = 6
_CHANCE_DIGITS = 9
"""Fewer digits than this stand there by chance."""

_IN_ORDER = "0123456789"
"""A font that has sixty letters and more has its letters' numbers one after the other, and these are some of them."""

_NUMBER = re.compile(r"\d(?:(?:[^\S\n]*(?:[^\w\s]|_)){0,3}[^\S\n]*\d)+")
"""Between two digits any spaces, and three signs at most."""

_GAP = r"[\W_]{0,5}"
_LAST = rf"{_GAP}[ABD-HJLNP-UW-Z]"
_POSTCODE = re.compile(
    rf"(?<![A-Z\d])[A-Z](?:{_GAP}[A-Z])?{_GAP}\d(?:{_GAP}[A-Z\d])?{_GAP}\d{_LAST}{_LAST}(?![A-Z\d])", re.IGNORECASE
)
"""However it was typed. Its last two letters are never one of C I K M O V: so "at 10 am" is none."""

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_ALONE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that put no space between words: each letter counts as one."""

_LEFTWARDS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Scripts that run from right to left: on paper they stand apart from what they were joined to ("לTom")."""

_WORD = re.compile(rf"[{_ALONE}]|(?:(?![\W_])[{_LEFTWARDS}])+|[^\W_{_ALONE}{_LEFTWARDS}]+")
_ABROAD = re.compile(r"(?:00|\+)?44(?:0)?(?=\d{9,10}$)")


def plain(text: str) -> str:
    """Return text in small letters, without marks and unseen letters, its digits 0 to 9."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(None, map(_plain_letter, unicodedata.normalize("NFKD", folded))))


@cache
def _plain_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category[0] == "M" or category == "Cf" or unseen(letter):
        return ""
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter.translate(STROKED)


def words(text: str) -> list[str]:
    """Return the words of a text as they are looked for."""
    return _WORD.findall(plain(text))


def sentences(text: str) -> Iterator[str]:
    """Yield a text's sentences, each line one of its own."""
    yield from (s.strip() for s in re.split(r"[\n.!?]+", text) if s.strip())


def numbers(text: str) -> list[str]:
    """Return the numbers in a text that could be somebody's (six digits and more), as digits alone."""
    return [number.digits for number in _numbers(plain(text))]


class _Number(NamedTuple):
    """Digits, and where each of them stands in a text."""

    digits: str
    places: tuple[int, ...]


def _numbers(plain: str) -> Iterator[_Number]:
    there = counted(plain)
    for found in _NUMBER.finditer(there):
        places = tuple(at for at in range(*found.span()) if there[at].isdecimal())
        if len(places) >= _FEWEST_DIGITS:
            yield _Number("".join(there[at] for at in places), places)


def core(number: str) -> str:
    """Return the digits of a telephone number that stay whatever is dialled before them (+44, 0044, 0)."""
    short = _ABROAD.sub("", number)
    short = short.lstrip("0")
    return short if len(short) >= _FEWEST_DIGITS else number


def postcodes(text: str) -> list[str]:
    """Return the postcodes in a text, in small letters without spaces."""
    return ["".join(words(found)) for found in _POSTCODE.findall(unicodedata.normalize("NFKC", text))]


def mails(text: str) -> list[str]:
    """Return the e-mail addresses in a text."""
    return _MAIL.findall(text)


class Needles:
    """What is looked for: of each withheld text what gives it away, and which text that is."""

    def __init__(self, withheld: Iterable[str]) -> None:
        self.runs: dict[tuple[str, ...], str] = {}
        self.numbers: dict[str, str] = {}
        self.postcodes: dict[str, str] = {}
        self.fewest = _FEWEST_DIGITS
        self.among_bytes = False
        for text in withheld:
            self._add(text)

    def _add(self, text: str) -> None:
        found = words(text)
        for number in numbers(text):
            self.numbers.setdefault(core(number), text)
        for postcode in postcodes(text):
            self.postcodes.setdefault(postcode, text)
        for mail in mails(text):
            self.runs.setdefault(tuple(words(mail)), text)
        # One letter alone stands anywhere; a number is looked for as one.
        if len(found) > 1 or (found and (len(found[0]) > 1 or not found[0].isascii())):
            for at in range(max(1, len(found) - RUN + 1)):
                run = tuple(found[at : at + RUN])
                if not "".join(run).isdigit():
                    self.runs.setdefault(run, text)

    def without(self, shown: "SearchText") -> "Needles":
        """Return those that do not stand in texts which the reader may see."""
        left = Needles(())
        inside = {hit.needle for hit in shown.found(self)}
        left.runs = {k: v for k, v in self.runs.items() if k not in inside}
        left.numbers = {k: v for k, v in self.numbers.items() if (k,) not in inside}
        left.postcodes = {k: v for k, v in self.postcodes.items() if (k,) not in inside}
        return left

    def longer(self, least: int) -> "Needles":
        """Return those that do not stand by chance among bytes: of so many letters at least. A postcode is looked for
        there as words by themselves: where signs between letters do not count, bytes make up any.
        """
        left = Needles(())
        apart = {run: v for k, v in self.postcodes.items() for run in ((k,), (k[:-3], k[-3:]))}
        left.runs = {k: v for k, v in (apart | self.runs).items() if len("".join(k)) >= least}
        left.fewest, left.among_bytes = _CHANCE_DIGITS, True
        left.numbers = {k: v for k, v in self.numbers.items() if len(k) >= left.fewest and k not in _IN_ORDER}
        return left

    def text_of(self, needle: tuple[str, ...]) -> str:
        """Return the withheld text that a needle is of."""
        one = needle[0] if len(needle) == 1 else ""
        return self.runs.get(needle) or self.numbers.get(one) or self.postcodes[one]

    def __bool__(self) -> bool:
        return bool(self.runs or self.numbers or self.postcodes)


class Hit(NamedTuple):
    """A needle that stands in a text."""

    needle: tuple[str, ...]
    """What was looked for (Needles): words in a row, or a number or a postcode by itself."""
    at: int = -1
    """From which word on (0 is the first), -1 where that cannot be told."""
    length: int = 0
    """In how many words, 0 where that cannot be told."""


class SearchText:
    """Texts in which needles are looked for. Words of one are never put together with those of the next, unless
    across: then they follow each other (one sheet's, in their order)."""

    def __init__(self, texts: Iterable[str], *, across: bool = False) -> None:
        self.words: list[str] = []
        self._numbers: list[_Number] = []
        for text in texts:
            there = plain(text)
            found = [*_WORD.finditer(there)]
            begins = [word.start() for word in found]
            for number in _numbers(there):
                # From here on the place of a digit is the word in which it stands.
                places = tuple(len(self.words) + bisect_right(begins, at) - 1 for at in number.places)
                self._numbers.append(_Number(number.digits, places))
            self.words += (*(word[0] for word in found), *(() if across else ("\n",)))

    def has(self, needles: Needles) -> bool:
        """Whether any of the needles stands here."""
        return next(self.found(needles), None) is not None

    def found(self, needles: Needles) -> Iterator[Hit]:
        """Yield each needle that stands here."""
        yield from self._runs(needles)
        joined = "".join(self.words)
        ends = {0, *accumulate(map(len, self.words))}
        for run in needles.runs:
            letters = "".join(run)
            if len(letters) >= LONG and _stands(letters, joined, set() if needles.among_bytes else ends):
                yield Hit(run)
        for postcode in needles.postcodes:
            if _stands(postcode, joined, ends):
                yield Hit((postcode,))
        for there in self._numbers:
            if len(there.digits) >= needles.fewest:
                yield from self._within(there, needles)

    def _within(self, there: _Number, needles: Needles) -> Iterator[Hit]:
        end = core(there.digits)
        for number in needles.numbers:
            places = there.places
            if number in there.digits:
                begin = there.digits.index(number)
                places = places[begin : begin + len(number)]
            elif not (len(there.digits) < len(number) and number.endswith(end)):
                continue
            yield Hit((number,), places[0], places[-1] - places[0] + 1)

    def _runs(self, needles: Needles) -> Iterator[Hit]:
        for length in {len(run) for run in needles.runs}:
            ways = [self.words[i:] for i in range(length)]
            for at, run in enumerate(zip(*ways, strict=False)):
                if run in needles.runs:
                    yield Hit(run, at, length)
                elif run[-1][-1] == "s" and (*run[:-1], run[-1][:-1]) in needles.runs and len(run[-1]) > 2:
                    yield Hit((*run[:-1], run[-1][:-1]), at, length)  # Darrens, for Darren's.


def _stands(letters: str, joined: str, ends: Collection[int]) -> bool:
    """Whether letters stand among words that were joined, which end at these places: as whole words, or within one.

    "There with me at night" does not say "here with me at night", nor "cabin 37 ab" the postcode N3 7AB.
    """
    at = joined.find(letters)
    while at >= 0:
        over = at + len(letters)
        if (at in ends and over in ends) or not any(at < end < over for end in ends):
            return True
        at = joined.find(letters, at + 1)
    return False


def spelled_out(found: list[str]) -> str:
    """Return the words that stand in a text letter by letter, as "D a d s"; "" where there is none. Digits are a number
    as they stand, where they are one.
    """
    told, letters = [], ""
    for word in [*found, "\n\n"]:
        if len(word) == 1 and word != "\n" and not word.isdigit():
            letters += word
            continue
        if len(letters) > 2:
            told.append(letters)
        letters = ""
    return "\n".join(told)
