"""The finished file, read back and searched for what its reader must not see.

Source: field/sharing.md ("A leak check on the finished file"). Who may see what is worked out here a
second time, and by no line of app.document.sharing: a mistake there is to be found here.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from app.document import PEOPLE, WORKER, Document, Item, read_person
from app.document.front import FRONT

LONG = 12
"""A sentence of so many letters is found too where a file has lost the spaces between its words."""

_NUMBER = re.compile(r"\+?\d(?:[ ()./-]*\d){5,}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A kept date (document.sorts.Day). Alone it gives nothing away, and every file says on which day it was made."""
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_POINTS = re.compile(rb"(?:-?[\d.]+\s+){2,6}[mlcvy]\s")
_SAID = re.compile(rb"/ActualText\s*<([0-9A-Fa-f\s]*)>")


def withheld(
    document: Document, person: str | None, *, own_words: Iterable[str] = (), with_private: bool = True
) -> tuple[str, ...]:
    """Return what must not stand in a person's copy: sentences, telephone numbers, postcodes and people's names.

    person: a person id, or "office"; None is nobody in particular. own_words: what the program itself prints (headings,
    dates). What stands in those, or in what the person may see, is left out; so are single words but for
    names: they stand in any text. with_private: the copy of who holds a plan has what is private too.
    """
    allowed, hidden = list(own_words), []
    named = {person}
    shut = _shut(document, person if with_private else None)
    for item in document.items.values():
        if item.section == PEOPLE:
            continue
        text = [v for v in item.fields.values() if isinstance(v, str) and not _DAY.fullmatch(v)]
        if _withheld(document, item, person, shut):
            hidden += [piece for words in text for piece in _telling(words)]
        else:
            allowed += text
            named |= {item.by, *text}
    everybody = [read_person(i) for i in document.items.values() if i.section == PEOPLE]
    allowed += [p.name for p in everybody if p.id in named]
    hidden += [p.name for p in everybody if p.id not in named]
    seen = _Text(allowed)
    return tuple(dict.fromkeys(words for words in hidden if _words(words) and words not in seen))


def leaks(file: bytes, *, withheld: tuple[str, ...]) -> tuple[str, ...]:
    """Return what of the withheld stands in a PDF: in its text, text alternatives, bookmarks, metadata, attachments."""
    if not withheld:
        return ()
    read = _Text(_everything(PdfReader(io.BytesIO(file))))
    return tuple(words for words in withheld if words in read)


class _Text:
    """Much text, in which words are looked for whole; capitals, accents, stops and line ends do not count."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = [word for text in texts for word in (*_words(text), "\n")]
        self._spaced = f" {' '.join(words)} "
        self._joined = "".join(words)
        self._across = self._joined.replace("\n", "")

    def __contains__(self, words: str) -> bool:
        looked_for = _words(words)
        joined = "".join(looked_for)
        if f" {' '.join(looked_for)} " in self._spaced or (joined.isdigit() and joined in self._joined):
            return True
        return len(joined) >= LONG and joined in self._across


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.category(c).startswith("M")))


def _telling(text: str) -> Iterator[str]:
    """Yield what gives a text away: its sentences, and the numbers and postcodes in it."""
    yield from (s.strip() for s in re.split(r"[\n.!?]+", text) if len(_words(s)) > 1)
    yield from (re.sub(r"\D", "", number) for number in _NUMBER.findall(text))
    yield from _POSTCODE.findall(text)


def in_words(texts: Iterable[str], *, withheld: tuple[str, ...]) -> tuple[str, ...]:
    """Return what of the withheld stands in texts: of a picture, whose letters nobody can read back from it."""
    read = _Text(texts)
    return tuple(words for words in withheld if words in read)


def _shut(document: Document, person: str | None) -> set[str]:
    """Return the sections that are private, where a person does not hold the plan."""
    if not document.kind.held:
        return set()
    holders = [i.fields.get("whose") for i in document.items.values() if i.section == FRONT and i.parent is None]
    if person is not None and person in holders[:1]:
        return set()
    shut = {s.slug for s in document.kind.sections if s.private}
    switched: dict[str, list[bool]] = {}
    for i in document.items.values():
        if i.sort == "privacy" and i.parent is None:
            switched.setdefault(i.section, []).append(i.fields.get("private") is not False)
    for section, says in switched.items():
        shut = shut | {section} if any(says) else shut - {section}
    return shut


def _withheld(document: Document, item: Item, person: str | None, shut: Iterable[str] = ()) -> bool:
    at: Item | None = item
    met: set[str] = set()
    while at is not None and at.id not in met:
        met.add(at.id)
        section = document.kind.section(at.section)
        if at.sort == "answer" and (at.for_whom.reach != "everyone" or at.fields.get("none")):
            return True  # Kept: in nobody's copy, its owner's own not either.
        if at.section != FRONT and (section is None or not section.in_copies):
            return True
        if at.section in shut:
            return True
        reach, people = at.for_whom
        others = [p for p in people if p not in (at.by, WORKER)]
        shown = reach == "people" and bool(others) and person in (*others, at.by, WORKER, "office")
        if not (reach == "everyone" or shown):
            return True
        at = document.items.get(at.parent) if at.parent else None
    return False


def _everything(reader: PdfReader) -> Iterator[str]:
    """Yield every text of a file: what its pages show, and every string that stands anywhere in it."""
    for page in reader.pages:
        content = page.get_contents()
        drawn = content.get_data() if content is not None else b""
        for said in _SAID.findall(drawn):
            yield bytes.fromhex(said.decode("ascii")).decode("utf-16", "replace")
        yield _shown(page, drawn)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield from _strings(found)


def _shown(page: PageObject, drawn: bytes) -> str:
    """Return a page's text, read without the points of its drawings: with them it takes sixteen times as long."""
    thin = DecodedStreamObject()
    thin.set_data(_POINTS.sub(b"", drawn))
    page[NameObject("/Contents")] = thin
    return page.extract_text()


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, TextStringObject):
        yield str(node)
    elif isinstance(node, ByteStringObject):
        yield node.decode("latin-1")
    elif isinstance(node, ArrayObject):
        for part in node:
            yield from _strings(part)
    elif isinstance(node, DictionaryObject):
        for part in node.values():
            yield from _strings(part)
        if isinstance(node, StreamObject) and node.get("/Type") in ("/Metadata", "/EmbeddedFile"):
            yield node.get_data().decode("utf-8", "replace")
