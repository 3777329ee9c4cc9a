"""A council's own set of areas, read from TOML: all of it, or every fault in a sentence that says what to do.

Nothing is half loaded: a set with one fault is no set. The form is in docs/guide.md, "Areas of your own".
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from app.areas import FACES, FEWEST, GREATEST, LEAST, MOST, Area, AreaSet
from app.language import _, isolate
from app.language.clean_text import cleaned, steers, visible
from app.language.name_search import alike
from app.system.small_files import Unreadable, parse_toml, shown_name

LONGEST = 100_000
"""Letters of a file: a set has some thousand, and what is larger was not meant to be one."""
LONGEST_TITLE, LONGEST_NAME, LONGEST_PROMPT, LONGEST_SLUG = 60, 40, 200, 40
"""Letters of a set's title, of an area's (it stands at an arm), of a prompt and of a slug."""
MOST_PROMPTS = 5

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AREA = re.compile(r"\s*\[\[\s*area\s*\]\]")
_SET_KEYS = ("slug", "version", "title", "lowest", "highest", "faces", "area")
_AREA_KEYS = ("slug", "title", "prompts")
_LARGEST_VERSION = 1_000_000


class NotASet(ValueError):
    """A file holds no whole set. sentences: every fault, each with where it is and what to do. Nothing was loaded."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def read_set(text: str, *, taken: Collection[str] = ()) -> AreaSet:
    """Return the set that a TOML text holds. taken: slugs that other sets have for ever. Raises NotASet."""
    if len(text) > LONGEST:
        raise NotASet((_("This file is too long to be a set of areas. Please check that it is the right one."),))
    try:
        # A byte order mark is what some editors begin a file with.
        read = parse_toml(text.removeprefix("\ufeff"))
    except Unreadable as fault:
        raise NotASet((_unreadable(fault.line),)) from None
    return _Reading(text, taken).whole(read)


def _unreadable(line: int | None) -> str:
    if line is None:
        return _("The file ends too early, or something in it is not closed. Check its last lines.")
    sentence = _("Line {n} cannot be read. Check its quotes and brackets, and that nothing is there twice.")
    return sentence.format(n=line)


class _Reading:
    """One reading: it goes on after a fault, so that all of them are told at once."""

    def __init__(self, text: str, taken: Collection[str]) -> None:
        self._taken = taken
        self._lines = [n for n, line in enumerate(text.splitlines(), start=1) if _AREA.match(line)]
        self._faults: list[str] = []

    def whole(self, read: Mapping[str, Any]) -> AreaSet:
        """Return the set, or raise NotASet with every fault."""
        where = _("The set")
        self._unknown(read, _SET_KEYS, where)
        slug = self._slug(read, where)
        if slug in self._taken:
            self._fault(where, _("its slug {slug} is taken already. Choose another one."), slug=slug)
        version = self._number(read, "version", where, 1, _LARGEST_VERSION)
        title = self._words(read, "title", where, LONGEST_TITLE)
        lowest = self._number(read, "lowest", where, LEAST, GREATEST)
        highest = self._number(read, "highest", where, LEAST, GREATEST)
        faces = read.get("faces", False)
        if not isinstance(faces, bool):
            self._fault(where, _("write faces = true, or faces = false."))
            faces = False
        if lowest is not None and highest is not None:
            if faces and (lowest, highest) != FACES:
                self._fault(where, _("there are five faces. Write lowest = 1 and highest = 5, or faces = false."))
            elif highest < lowest + 2:
                self._fault(where, _("highest must be at least two above lowest."))
        areas = self._areas(read.get("area"))
        if self._faults:
            raise NotASet(tuple(self._faults))
        return AreaSet(slug, version or 0, title, lowest or 0, highest or 0, faces, areas)

    def _areas(self, found: object) -> tuple[Area, ...]:
        if found is None:
            found = []
        if not isinstance(found, list) or not all(isinstance(a, dict) for a in found):
            self._faults.append(_("Begin each area with a line [[area]], and its slug, title and prompts below."))
            return ()
        if not FEWEST <= len(found) <= MOST:
            sentence = _("A star has from {few} to {many} areas. This file has {n}.")
            self._faults.append(sentence.format(few=FEWEST, many=MOST, n=len(found)))
        areas = []
        for n, table in enumerate(found):
            where = self._where(n, len(found))
            self._unknown(table, _AREA_KEYS, where)
            title = self._words(table, "title", where, LONGEST_NAME)
            areas.append(Area(self._slug(table, where), title, self._prompts(table, where)))
        self._alike([a.slug for a in areas], "slug")
        self._alike([a.title for a in areas], "title")
        return tuple(areas)

    def _where(self, n: int, count: int) -> str:
        if len(self._lines) != count:
            return _("Area {n}").format(n=n + 1)
        return _("Area {n}, which begins in line {line}").format(n=n + 1, line=self._lines[n])

    def _fault(self, where: str, told: str, **said: object) -> None:
        words = told.format(**{name: isolate(str(value)) for name, value in said.items()})
        # Translators: where in a file something is, and what is to be done, as in "Area 3: its title is missing."
        self._faults.append(_("{where}: {words}").format(where=where, words=words))

    def _unknown(self, table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in known:
                sentence = _("nobody knows what {key} is. Only these can stand here: {known}.")
                self._fault(where, sentence, key=shown_name(key), known=", ".join(known))

    def _words(self, table: Mapping[str, Any], key: str, where: str, longest: int) -> str:
        if key not in table:
            self._fault(where, _("its {key} is missing. Write {key} = and then its words in quotes."), key=key)
            return ""
        return self._checked(table[key], key, where, longest)

    def _checked(self, value: object, key: str, where: str, longest: int) -> str:
        if not isinstance(value, str):
            self._fault(where, _("write the words of its {key} in quotes."), key=key)
            return ""
        words = unicodedata.normalize("NFC", value).strip()
        if not visible(words):
            self._fault(where, _("its {key} has no words."), key=key)
        elif len(words) > longest:
            sentence = _("its {key} has {n} letters. There is room for {most}.")
            self._fault(where, sentence, key=key, n=len(words), most=longest)
        elif steers(words):
            self._fault(where, _("its {key} must be one line, with nothing in it but words."), key=key)
        else:
            return cleaned(words, lines=False)
        return ""

    def _slug(self, table: Mapping[str, Any], where: str) -> str:
        slug = table.get("slug")
        if isinstance(slug, str) and len(slug) <= LONGEST_SLUG and _SLUG.fullmatch(slug):
            return slug
        sentence = _(
            "it needs a slug, a short name that never changes. Write it in small letters, as in slug = {like}."
        )
        self._fault(where, sentence, like='"our-home"')
        return ""

    def _number(self, table: Mapping[str, Any], key: str, where: str, least: int, most: int) -> int | None:
        value = table.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        sentence = _("its {key} must be a whole number from {least} to {most}, without quotes.")
        self._fault(where, sentence, key=key, least=least, most=most)
        return None

    def _prompts(self, table: Mapping[str, Any], where: str) -> tuple[str, ...]:
        value = table.get("prompts")
        if not isinstance(value, list) or not 1 <= len(value) <= MOST_PROMPTS:
            sentence = _("it needs from 1 to {most} prompts. Write prompts = [ ] with each of them in quotes.")
            self._fault(where, sentence, most=MOST_PROMPTS)
            return ()
        return tuple(self._checked(prompt, _("prompt"), where, LONGEST_PROMPT) for prompt in value)

    def _alike(self, words: list[str], key: str) -> None:
        """Tell which areas have the same slug or title as one before."""
        first: dict[str, int] = {}
        for n, word in enumerate(words):
            plain = alike(word)
            if plain and first.setdefault(plain, n) != n:
                where = self._where(n, len(words))
                sentence = _("its {key} is that of area {n} too. Give it one of its own.")
                self._fault(where, sentence, key=key, n=first[plain] + 1)
