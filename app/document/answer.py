"""What one person thinks of one thing: a view, a number, their own words; or that they would rather not say.

Asked in front of somebody who frightens them, people say what is safe (docs/domain/safety-plan.md, "Views and numbers
can be dangerous"). So an answer is given alone, is its owner's alone, and starts withheld: in nobody's copy and on no
shared screen, its owner's own copy included, for paper lies about at home. Only its owner shows it, and may take that
back. Whoever was not asked, keeps it, would rather not say or says "not today" looks the same everywhere: they are not
there. Nothing counts answers, nothing is reckoned from them, and no order tells when one was given.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from app.document.edit import AUDIENCE, Change, Set
from app.document.fold import Document
from app.document.item import EVERYONE, ONLY_ME, Item, Value, id_of
from app.document.people import people
from app.document.schema import Choice, Day, ItemType, Number, Someone, Text, stored_day, visible
from app.document.visit_days import ANSWER_SLUG, given_on, in_order, visit
from app.document.visit_days import REVIEW as REVIEW
from app.document.visit_days import rounds as rounds

LOWEST, HIGHEST = 0, 10
"""The ends of a number line, where what is asked about says no other ones; none has an end beyond them."""

STANDS = ("agree", "not", "unsure")
NONES = ("rather-not", "not-today")

ANSWER = ItemType(
    ANSWER_SLUG,
    {
        "round": Text(longest=64, lines=False, written=False),
        "day": Day(),
        "number": Number(LOWEST, HIGHEST),
        "stand": Choice(STANDS),
        "none": Choice(NONES),
        "words": Text(longest=5_000),
        "higher": Text(longest=5_000),
        "scribe": Someone(),
        "of": Text(longest=64, lines=False, written=False),
    },
)
"""An answer hangs below what it is about. Who may see it is its audience: ONLY_ME is kept, EVERYONE shown.

day: on which it was given (document.visit_days). round: the look-again (an item's id) before it, "" before any.
higher: what would make the number one higher. scribe: who wrote it down, "" for its owner. of: the mark of the words
that were asked about. number: between the ends of what it is about (ends_of).
"""


class Ends(NamedTuple):
    """The ends of a number line, both included."""

    lowest: int = LOWEST
    """The lowest number on the line."""
    highest: int = HIGHEST
    """The highest number on the line."""
    faces: bool = False
    """Each number is a face, for children."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return every number on the line, the lowest first."""
        return tuple(range(self.lowest, self.highest + 1))


class Answer(NamedTuple):
    """One answer, read."""

    id: str
    """The id of the item that holds it."""
    by: str
    """Whose it is (a person id)."""
    about: str
    """The id of the item that was asked about; "" where it hangs below none."""
    round: str = ""
    """The look-again (an item's id) before it, "" before any."""
    number: int | None = None
    """Between the ends of what it is about (ends_of), or None."""
    stand: str = ""
    """One of STANDS, or "" for no view."""
    none: str = ""
    """Why nothing is said: one of NONES or a newer version's slug; "" where something may be."""
    words: str = ""
    """Their own words, "" for none."""
    higher: str = ""
    """What would make the number one higher, "" for nothing."""
    scribe: str = ""
    """Who wrote it down (a person id), "" for its owner."""
    of: str = ""
    """The mark of the words that were asked about (mark_of), "" where it has none."""
    shown: bool = False
    """Everyone may see it, and it says something."""
    day: date | None = None
    """On which it was given (document.visit_days); None where nobody can tell."""

    @property
    def visit(self) -> str:
        """Which visit it belongs to (document.visit_days): one for all that was given on a day."""
        return visit(self.day, self.round)

    @property
    def says_something(self) -> bool:
        """Whether there is anything that could be shown: "rather not say" and "not today" never are."""
        told = self.number is not None or bool(self.stand) or visible(self.words) or visible(self.higher)
        return told and not self.none


class Movement(NamedTuple):
    """The numbers of one thing that one person shows."""

    person: str
    """Whose they are (a person id)."""
    numbers: tuple[int, ...]
    """The earliest first."""
    latest: Answer
    """The answer that the last of them stands in."""
    days: tuple[date | None, ...] = ()
    """That of each number; None where it is not known."""


def ends_of(document: Document, about: str) -> Ends:
    """Return the ends of what is asked about: `lowest` and `highest` of the item, or of the nearest one above it."""
    item = document.items.get(about)
    for i in (item, *document.ancestors(item)) if item is not None else ():
        low, high = i.fields.get("lowest"), i.fields.get("highest")
        if isinstance(low, int) and isinstance(high, int) and LOWEST <= low < high <= HIGHEST:
            return Ends(low, high, i.fields.get("faces") is True)
    return Ends()


def read_answer(item: Item, ends: Ends = Ends()) -> Answer:  # noqa: B008 - a value, never changed
    """Return the answer that an item holds; what is missing or odd, or beyond the ends, reads as nothing said."""
    f = item.fields
    number, stand, none = f.get("number"), f.get("stand"), f.get("none")
    whole = isinstance(number, int) and not isinstance(number, bool) and ends.lowest <= number <= ends.highest
    answer = Answer(
        item.id,
        item.by,
        item.parent or "",
        str(f.get("round") or ""),
        number if isinstance(number, int) and whole else None,
        stand if isinstance(stand, str) and stand in STANDS else "",
        # A newer version's way of not saying is one too.
        str(none or ""),
        str(f.get("words") or ""),
        str(f.get("higher") or ""),
        str(f.get("scribe") or ""),
        str(f.get("of") or ""),
        day=stored_day(f.get("day")),
    )
    return answer._replace(shown=item.for_whom == EVERYONE and answer.says_something)


def withheld(item: Item) -> bool:
    """Whether an item is an answer that is not for others: the one question that every screen and copy asks."""
    return item.item_type == ANSWER.slug and not read_answer(item).shown


def answer_of(document: Document, id: str) -> Answer | None:
    """Return the answer of an id, kept or shown, or None: for the page on which its owner gives it, and no other."""
    item = document.items.get(id)
    if item is None or item.item_type != ANSWER.slug:
        return None
    read = read_answer(item, ends_of(document, item.parent or ""))
    return read._replace(day=given_on(document, (item,))[id])


def all_answers(document: Document, about: str) -> tuple[Answer, ...]:
    """Return every answer about an item, kept ones too, as they were given: for the worker's `show`, and no screen."""
    ends = ends_of(document, about)
    found = [i for i in document.items.values() if i.parent == about and i.item_type == ANSWER.slug]
    days = given_on(document, found)
    return tuple(read_answer(i, ends)._replace(day=days[i.id]) for i in found)


def shown_answers(document: Document, about: str) -> tuple[Answer, ...]:
    """Return the answers about an item that everyone may see: person by person, and each one's visits in order.

    The only way by which screens and papers come to answers. People stand in the plan's order, not in that in which
    they answered; one person has at most one in a visit: the last, where somebody was typed twice and answered twice.
    """
    order = {person: n for n, person in enumerate(people(document))}
    when = in_order(document)
    shown = [a for a in all_answers(document, about) if a.shown]
    made = document.made_of(a.id for a in shown) if document.same else {}
    ordered = sorted(
        shown,
        key=lambda a: (order.get(a.by, len(order)), a.by, when(a.visit), a.visit, made.get(a.id, 0), a.id),
    )
    return tuple({(a.by, a.visit): a for a in ordered}.values())


def latest_shown(document: Document, about: str) -> tuple[Answer, ...]:
    """Return the last answer that each person shows: it stands with its day until they show another.

    So no visit has a gap: who is not asked, keeps theirs or says "not today" has what they showed last, all alike.
    """
    return tuple({a.by: a for a in shown_answers(document, about)}.values())


def movements(document: Document, about: str) -> tuple[Movement, ...]:
    """Return the numbers that people show, each person's in order."""
    found: dict[str, Movement] = {}
    for a in shown_answers(document, about):
        if a.number is not None:
            before = found.get(a.by) or Movement(a.by, (), a)
            found[a.by] = Movement(a.by, (*before.numbers, a.number), a, (*before.days, a.day))
    return tuple(found.values())


def answer(
    document: Document, id: str, *, about: str, by: str, of: str = "", day: date | None = None, **said: Value
) -> tuple[Change, ...]:
    """Return the changes that make an answer say this: an Add (withheld), or Sets; "" or None empties a field.

    A view, a number or words take "rather not say" away; and that takes all of them away. An answer that is shown and
    is left with nothing to show is kept again. of: the mark of the words that it is about (mark_of). day: on which it
    is given; None leaves it to the time of the edit. Raises NotAccepted.
    """
    if said.get("none"):
        said |= {"number": None, "stand": None, "words": "", "higher": ""}
    elif any(v not in ("", None) for v in said.values()):
        said["none"] = None
    emptied = {k: None for k, v in said.items() if v in ("", None)}
    checked: dict[str, Value] = ANSWER.check({k: v for k, v in said.items() if k not in emptied}) | emptied
    if checked.get("number") is not None:
        ends = ends_of(document, about)
        Number(ends.lowest, ends.highest).check("number", checked["number"])
    item = document.items.get(id)
    if item is None:
        full = {k: v for k, v in checked.items() if v not in ("", None)}
        asked = document.items.get(about)
        if not full or asked is None:
            return ()
        # One place for all: places that leave one out would tell that somebody kept an answer.
        fields = {"round": rounds(document)[-1], "of": of, **({"day": day.isoformat()} if day else {}), **full}
        return (ANSWER.add(fields, section=asked.section, by=by, parent=about, for_whom=ONLY_ME, id=id),)
    sets: list[Change] = [Set(id, k, v) for k, v in checked.items() if _said(item.fields.get(k)) != _said(v)]
    then = item._replace(fields={**item.fields, **checked})
    if item.for_whom == EVERYONE and not read_answer(then).says_something:
        sets.append(Set(id, AUDIENCE, ONLY_ME))
    return tuple(sets)


def _said(value: Value) -> Value:
    return None if value == "" else value


def show(document: Document, id: str) -> tuple[Change, ...]:
    """Return the changes with which its owner shows an answer to everyone; none where there is nothing to show.

    What the same person showed of the same thing on the same day is kept again; what they showed on another stays.
    """
    mine = answer_of(document, id)
    if mine is None or mine.shown or not mine.says_something:
        return ()
    before = [
        a
        for a in all_answers(document, mine.about)
        if a.shown and a.by == mine.by and a.visit == mine.visit and a.id != id
    ]
    return (*(Set(a.id, AUDIENCE, ONLY_ME) for a in before), Set(id, AUDIENCE, EVERYONE))


def keep(document: Document, id: str) -> tuple[Change, ...]:
    """Return the change with which its owner keeps an answer again; none where it is kept."""
    item = document.items.get(id)
    return (Set(id, AUDIENCE, ONLY_ME),) if item is not None and item.for_whom != ONLY_ME else ()


def mark_of(words: Mapping[str, str]) -> str:
    """Return a mark of words, by which an answer knows later whether it was given to these or to other ones."""
    told = "\n".join(f"{name}:{words[name]}" for name in sorted(words) if words[name])
    return sha256(told.encode()).hexdigest()[:16]


def answer_id(asked: str, about: str) -> str:
    """Return the id of the answer about one of several things. asked: another word each time that somebody is asked."""
    return id_of(f"{asked}:{about}")


def alone_scope(about: str) -> str:
    """Return the undo scope of the page on which somebody is asked about an item: Undo there stays there."""
    return f"{_ALONE}{about}"


def was_alone(undo_scope: str) -> bool:
    """Whether an undo scope is such a page: when that was, and that it was, is nobody's matter."""
    return undo_scope.startswith(_ALONE)


_ALONE = "alone:"
