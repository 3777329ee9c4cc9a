"""Who may see what, worked out a second time, by no line of app.document.sharing: a mistake there is to be found."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple, TypeAlias

# Not from app.document as a whole, which brings the sharing rules along.
from app.document.fold import Document
from app.document.header import HEADER
from app.document.item import WORKER, Item
from app.document.people import PEOPLE, read_person
from app.export.leaks.matching import mails, numbers, postcodes, sentences, words

Written: TypeAlias = Callable[[Document, Item, str], bool]
"""Whether people write what stands in a field of an item: the item types say so (app.document.schema.Text.written)."""


def all_is_written(document: Document, item: Item, field: str) -> bool:
    """Return True: as long as nobody says what is no writing, nothing is left out of the search."""
    return True


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A kept date (document.schema.Day). Alone it gives nothing away, and every file says on which day it was made."""

_SHORTEST = 4
"""Letters of a sentence of one word that is looked for: fewer (yes, mum) say nothing of whose they are."""

_NOT_A_NAME = frozenset(
    (
        *("aunt", "auntie", "uncle", "nan", "nana", "nanna", "gran", "granny", "grandma", "grandpa", "grandad"),
        *("granddad", "mum", "mummy", "mom", "dad", "daddy", "mother", "father", "miss", "mrs", "doctor", "nurse"),
        *("teacher", "sister", "brother", "cousin", "friend", "neighbour", "the", "and", "from", "next", "door"),
        *("school", "social", "worker", "little", "big", "old", "our", "his", "her"),
    )
)
"""Words of a name that are nobody's alone."""


class Allowed(NamedTuple):
    """What somebody may see."""

    texts: tuple[str, ...]
    """All that is written in it, whole."""
    names: tuple[str, ...]
    """Those of the people whom it names."""


def wrongly_shown(document: Document, shown: Set[str], person: str | None, *, with_private: bool) -> tuple[Item, ...]:
    """Return the items of a document that were put before a person and that they must not see.

    shown: the ids of all that was. person: a person id, or "office"; None is nobody in particular. with_private: the
    copy of who holds a plan has what is private too.
    """
    shut = _shut(document, person if with_private else None)
    told = (i for i in document.items.values() if i.id in shown and i.section != PEOPLE)
    return tuple(i for i in told if _withheld(document, i, person, shut))


def allowed(document: Document, person: str | None, *, with_private: bool) -> Allowed:
    """Return what a person may see (wrongly_shown tells the shapes)."""
    texts, named, _hidden = _told_apart(document, person, with_private)
    everybody = (read_person(i) for i in document.items.values() if i.section == PEOPLE)
    return Allowed(tuple(texts), tuple(p.name for p in everybody if p.id in named))


def withheld(
    document: Document, person: str | None, *, with_private: bool, written: Written = all_is_written
) -> tuple[str, ...]:
    """Return what must not stand in a person's copy: texts, sentences, numbers, postcodes, addresses, people's names.

    Words of one sentence that another's text has too are among them: which of both stands in a file, its place tells.
    """
    _texts, named, hidden = _told_apart(document, person, with_private, written)
    everybody = [read_person(i) for i in document.items.values() if i.section == PEOPLE]
    unnamed = [p.name for p in everybody if p.id not in named]
    found = [piece for text in hidden for piece in _telling(text)]
    found += [piece for name in unnamed for piece in (name, *_parts_of(name))]
    known = {tuple(words(p.name)) for p in everybody if p.id in named}
    return tuple(dict.fromkeys(f for f in found if tuple(words(f)) not in known))


def _told_apart(
    document: Document, person: str | None, with_private: bool, is_written: Written = all_is_written
) -> tuple[list[str], set[str | None], list[str]]:
    """Return the texts that a person may see, whom those name (ids), and the texts that they may not see."""
    seen: list[str] = []
    hidden: list[str] = []
    named: set[str | None] = {person}
    shut = _shut(document, person if with_private else None)
    for item in document.items.values():
        if item.section == PEOPLE:
            continue
        texts = {k: v for k, v in item.fields.items() if isinstance(v, str) and not DAY.fullmatch(v)}
        if _withheld(document, item, person, shut):
            hidden += [v for k, v in texts.items() if is_written(document, item, k)]
        else:
            seen += texts.values()
            named |= {item.by, *texts.values()}
    return seen, named, hidden


def _telling(text: str) -> Iterator[str]:
    """Yield what gives a text away: all of it, its sentences, and the numbers, postcodes and addresses in it."""
    if len(words(text)) > 1:
        yield text
    for sentence in sentences(text):
        found = words(sentence)
        if len(found) > 1 or (found and len(found[0]) >= _SHORTEST):
            yield sentence
    yield from (*numbers(text), *postcodes(text), *mails(text))


def _parts_of(name: str) -> Iterator[str]:
    """Yield the words of a name that tell who it is, each by itself."""
    found = words(name)
    yield from (word for word in found if len(found) > 1 and len(word) > 2 and word not in _NOT_A_NAME)


def _shut(document: Document, person: str | None) -> set[str]:
    """Return the sections that are private, where a person does not hold the plan."""
    if not document.kind.owned:
        return set()
    holders = [i.fields.get("whose") for i in document.items.values() if i.section == HEADER and i.parent is None]
    if person is not None and person in holders[:1]:
        return set()
    shut = {s.slug for s in document.kind.sections if s.private}
    switched: dict[str, list[bool]] = {}
    for i in document.items.values():
        if i.item_type == "privacy" and i.parent is None:
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
        if at.item_type == "answer" and (at.for_whom.reach != "everyone" or at.fields.get("none")):
            return True  # Kept: in nobody's copy, its owner's own not either.
        if at.section != HEADER and (section is None or not section.in_copies):
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
