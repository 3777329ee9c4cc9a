"""How people are named when they speak, the same on screen, on paper and in `show`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.document import CHILD, WORKER, Document, Item, Person, Section, people, who_then
from app.document.kind import Promised
from app.document.saying import SAYING, SOMEBODY, Saying, read_saying, sayings
from app.document.sharing import shown_promises
from app.language import _, full_date, isolate
from app.sheet import Words


def name_of(person: str, who: Mapping[str, Person]) -> str:
    """Return the name that the family sees for a person id."""
    known = who.get(person)
    if known is not None and known.name:
        return known.name
    if person == WORKER:
        return _("The worker")
    if person == CHILD:
        return _("The child")
    return _("Somebody")


def writes_in(section: Section) -> str:
    """Return who alone writes in a section: on the worker's own sheet the worker, whoever's face was touched last.

    "" is whoever speaks.
    """
    return "" if section.in_copies else WORKER


def who_reads(worker: str) -> str:
    """Return what is said, before the first word, wherever somebody keeps something: who reads it, and what must be.

    worker: the worker's name. The one home of this sentence.
    """
    sentence = _(
        "{worker} reads it. If you or somebody else might not be safe, {worker} must tell people who can help, "
        "and tries to tell you first."
    )
    return sentence.format(worker=isolate(worker))


def says(person: str, who: Mapping[str, Person]) -> str:
    """Return what stands before a person's words: "Nan says"."""
    if person == SOMEBODY:
        return _("Somebody says")
    # Translators: stands before what a person said, as in "Nan says"
    return _("{name} says").format(name=isolate(name_of(person, who)))


def written_down_by(scribe: str, who: Mapping[str, Person]) -> str:
    """Return the mark of words that another wrote down: "Written down by Jo"."""
    return _("Written down by {name}").format(name=isolate(name_of(scribe, who)))


def written_how(saying: Saying, who: Mapping[str, Person]) -> str:
    """Return the mark of words that are not somebody's own words (yet): who wrote them down, or where."""
    return _("A draft from the office") if saying.office else written_down_by(saying.scribe, who)


class OutlineLine(NamedTuple):
    """One line of all that is in a document."""

    section: str
    """The slug of the section it is of."""
    item_type: str
    """What it tells: "page" (a heading), "saying", "row", "member", "drawing", "move" (who took part in a stage) …"""
    who: str
    """The name of whose it is, "" for nobody's."""
    words: str
    """What it says."""
    note: str
    """What stands behind it in brackets (who wrote it down, on which day), or ""."""
    for_whom: str
    """Who may see it (a slug): a reach (ForWhom.reach), or "private"."""


class SummaryLine(NamedTuple):
    """How one item reads by itself, in a line: among what stands on top, and in what changed since a day."""

    words: str
    """What it says."""
    one: str
    """What it is, without saying what is in it ("A rule"): so it is told of when it is gone."""
    who: str = ""
    """The name of the person whose matter it is (who does it, who said it), or ""."""
    state: str = ""
    """How it went, where it is over ("It was kept"), or ""."""

    def whole(self) -> str:
        """Return the line with its person, and how it went."""
        words = " · ".join(part for part in (self.words, self.state) if part)
        if not (self.who and words):
            return self.who or words
        # Translators: a name, and what this person says or does
        return _("{name}: {words}").format(name=isolate(self.who), words=words)


def said_line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how a saying reads in a line; None for any other item."""
    if item.item_type != SAYING.slug:
        return None
    said = read_saying(item)
    who = name_of(said.by, who_then(document, item.id, people(document))) if said.by != SOMEBODY else ""
    return SummaryLine(" ".join(said.words.split()), _("Something that was said"), who)


def promise_line(promise: Promised, name: str, today: date) -> str:
    """Return how a promise that is open reads: "Jo: Bring a bed. By Friday 8 May 2026." name: of who promised, or "".

    A day that is over takes nobody to task.
    """
    line = SummaryLine(" ".join((promise.what or _("Bring a copy of this plan")).split()), "", name).whole()
    if not promise.until:
        return line
    until = date.fromisoformat(promise.until)
    by = _("By {date}") if until >= today else _("Was due by {date}")
    return " · ".join((line, by.format(date=full_date(until))))


def promise_lines(document: Document, today: date) -> tuple[str, ...]:
    """Return the promises that are open, for everybody in the room: a line each, the worker's own first."""
    who = people(document)
    return tuple(promise_line(p, name_of(p.who, who) if p.who else "", today) for p in shown_promises(document))


def no_line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return None: who agreed, and that we looked again, are no changes of the plan."""
    return None


def told_sayings(document: Document, section: str, parent: str | None) -> tuple[OutlineLine, ...]:
    """Return what was said below an item (or at the top of a section) as lines, each with the answers to it."""
    who = people(document)
    found: list[OutlineLine] = []
    for s in sayings(document, parent, section=section):
        then = who_then(document, s.id, who)
        how = _("own words") if s.own else written_how(s, then)
        found.append(OutlineLine(section, "saying", name_of(s.by, then), s.words, how, s.for_whom.reach))
        found += told_sayings(document, section, s.id)
    return tuple(found)


def said_words(document: Document, saying: Saying, who: Mapping[str, Person]) -> Iterator[Words]:
    """Yield a saying as a paragraph of paper, and then the answers to it."""
    then = who_then(document, saying.id, who)
    yield Words(saying.words, says(saying.by, then), "" if saying.own else written_how(saying, then))
    yield from answer_words(document, saying.id, who)


def named_once(said: Sequence[Words]) -> tuple[Words, ...]:
    """Return paragraphs with a speaker's name once before several, and who wrote them down once after the last.

    A page of a child's book with five lines of Mum's is no page of five "Mum says". Own words and words that another
    wrote down are never run together.
    """
    return tuple(
        replace(
            words,
            who="" if n and (said[n - 1].who, said[n - 1].note) == (words.who, words.note) else words.who,
            note="" if n + 1 < len(said) and said[n + 1].note == words.note else words.note,
        )
        for n, words in enumerate(said)
    )


def answer_words(document: Document, item: str, who: Mapping[str, Person]) -> Iterator[Words]:
    """Yield the answers to what somebody wrote (an item), each as a paragraph of paper."""
    for answer in sayings(document, item):
        name = name_of(answer.by, who_then(document, answer.id, who))
        # Translators: stands before what a person said to somebody else's words, as in "Jo answers"
        yield Words(answer.words, _("{name} answers").format(name=isolate(name)))
        yield from answer_words(document, answer.id, who)
