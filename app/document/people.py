"""Who is who. A family's people live in the family's document; a plan keeps a copy of the names it uses."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from app.document.edit import Change, Set
from app.document.fold import Document
from app.document.item import WORKER, Fields, Item, Value
from app.document.merged_people import PEOPLE as PEOPLE
from app.document.merged_people import PERSON_SORT, SAME
from app.document.schema import Choice, Day, ItemType, Number, Someone, Text, Tick, stored_day

SHAPES = ("circle", "square", "hexagon")
COLOURS = 5
"""How many face colours there are; the kit's palette has as many (tests hold them together)."""

DRAWN = "drawn"
"""What somebody's `face` says who drew their own: it hangs below their item. "" is their letter; else, a sticker."""

ROLES = ("child", "parent", "carer", "family", "friend", "professional")

LEFT = ("moved", "died", "not-ours", "handed-on")
"""Why somebody is not among a family's people any more. handed-on: a worker whose work a colleague does now."""

OLDEST_PERSON = 120
LONGEST_NAME = 60

PERSON = ItemType(
    PERSON_SORT,
    {
        "ref": Someone(),
        "name": Text(longest=LONGEST_NAME, lines=False, needed=True),
        "role": Choice(ROLES),
        "colour": Number(0, COLOURS - 1),
        "shape": Choice(SHAPES),
        "face": Text(longest=40, lines=False, written=False),
        "age": Number(0, OLDEST_PERSON),
        "age-day": Day(),
        "left": Choice(LEFT),
        "left-day": Day(),
        SAME: Someone(),
        "aside": Tick(),
    },
)
"""age: in years, as it was said on age-day: it grows from there. left, left-day: why somebody is not here any more, and
since when. same: the person whom this one is too, typed twice (document.merged_people). aside: in a plan, somebody
who is named in it and stands in it no more.
"""

EARLIER = ItemType(
    "earlier-name", {"ref": Someone(), "name": Text(longest=LONGEST_NAME, lines=False, needed=True), "now": Someone()}
)
"""What somebody (ref) was called until this came into the document: what is older stands under that name.

now: the person who has that name since: a worker whose place a colleague took.
"""


class Person(NamedTuple):
    """Somebody, as the child names them."""

    id: str
    """The same in the family and in all its plans."""
    name: str
    """What they are called now, "" where it is missing."""
    role: str
    """One of ROLES."""
    colour: int
    """Of their face: a number from 0 to COLOURS - 1."""
    shape: str
    """Of their face: one of SHAPES."""
    face: str = ""
    """ "" for their letter, DRAWN, or a sticker's slug. Plans keep no copy of it: the family's document has it."""
    age: int | None = None
    """In years, as it was said on age_day; None where it is not known. The family's document has it, no plan."""
    age_day: str = ""
    """The day on which the age was said, YYYY-MM-DD; "" where it is not known."""
    left: str = ""
    """Why they are here no more: one of LEFT; "" for somebody who is here."""
    left_day: str = ""
    """Since when, YYYY-MM-DD, or ""."""
    aside: bool = False
    """In a plan: they are named in it and stand in it no more."""
    earlier: tuple[tuple[int, str], ...] = ()
    """Earlier names, the first one first, each with the tick of the document's clock until which it counts."""

    @property
    def here(self) -> bool:
        """Whether they can be chosen: they have not left, and were not taken out of this plan."""
        return not (self.left or self.aside)


def as_name(words: str) -> str:
    """Return a name as it is kept: one line, no spaces at its ends. Raises NotAccepted for an empty or too long one."""
    return str(PERSON.check({"name": words.strip()})["name"]).strip()


def people(document: Document) -> dict[str, Person]:
    """Return everybody whom this document names, by person id, in the order in which they came.

    Somebody who was typed twice is there once. Who left is there too: what they said shows their name.
    """
    found: dict[str, Person] = {}
    for item in document.children(None, section=PEOPLE, item_type=PERSON.slug):
        person = read_person(item)
        if person.id not in document.same:
            found.setdefault(person.id, person)
    for ref, earlier in _earlier(document).items():
        if ref in found:
            found[ref] = found[ref]._replace(earlier=earlier)
    return found


def read_person(item: Item) -> Person:
    """Return the person that an item tells of; what is missing or odd reads as something harmless."""
    f = item.fields
    colour, shape, role = f.get("colour"), f.get("shape"), f.get("role")
    age, said, left, gone = f.get("age"), stored_day(f.get("age-day")), f.get("left"), stored_day(f.get("left-day"))
    known = isinstance(age, int) and not isinstance(age, bool) and 0 <= age <= OLDEST_PERSON
    return Person(
        id=str(f.get("ref") or item.id),
        name=str(f.get("name") or ""),
        role=role if isinstance(role, str) and role in ROLES else "family",
        colour=colour % COLOURS if isinstance(colour, int) else 0,
        shape=shape if isinstance(shape, str) and shape in SHAPES else SHAPES[0],
        face=str(f.get("face") or ""),
        age=age if isinstance(age, int) and known else None,
        age_day=said.isoformat() if said is not None and known else "",
        left=left if isinstance(left, str) and left in LEFT else "",
        left_day=gone.isoformat() if gone is not None else "",
        aside=f.get("aside") is True,
    )


def _earlier(document: Document) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return everybody's earlier names, the first one first."""
    there = document.children(None, section=PEOPLE, item_type=EARLIER.slug)
    if not there:
        return {}
    # A plan as it was once has its people as they are now (document.withheld): it has no time for a name of later.
    made = document.made_of(i.id for i in there)
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for item in sorted(there, key=lambda i: (made.get(i.id, 0), i.id)):
        ref, name = str(item.fields.get("ref") or ""), str(item.fields.get("name") or "")
        found[ref] = (*found.get(ref, ()), (made.get(item.id, 0), name))
    return found


def fits_a_name(name: str) -> bool:
    """Whether words could be somebody's name here: in one line, and no longer than one may be."""
    return "\n" not in name and len(name) <= LONGEST_NAME


def who_then(document: Document, item: str, who: Mapping[str, Person]) -> Mapping[str, Person]:
    """Return everybody under the names that they had when an item came into the document.

    who: everybody under the names of today; their earlier names are this document's own.
    """
    changed = {id: p for id, p in who.items() if p.earlier}
    if not changed:
        return who
    at = document.made_of((item,)).get(item)
    if at is None:
        return who
    then = {
        id: p._replace(name=next((name for until, name in p.earlier if at < until), p.name))
        for id, p in changed.items()
    }
    return {**who, **then}


def with_earlier(who: Mapping[str, Person], document: Document) -> dict[str, Person]:
    """Return a family's people with the earlier names that a plan knows of them: its clock is another one."""
    known = people(document)
    return {id: p._replace(earlier=known[id].earlier if id in known else ()) for id, p in who.items()}


def here(document: Document, who: Mapping[str, Person]) -> dict[str, Person]:
    """Return who stands in a plan: those whom it names and the worker, in the order of `who`, without who left."""
    known = people(document)
    aside = {id for id, p in known.items() if not p.here}
    return {id: p for id, p in who.items() if p.here and id not in aside and (id == WORKER or id in known)}


def age_on(person: Person, today: date) -> int | None:
    """Return how old somebody is: as it was said, and a year more for each that has passed since. None: not known."""
    said = stored_day(person.age_day)
    if person.age is None or said is None or today < said:
        return person.age
    years = today.year - said.year - ((today.month, today.day) < (said.month, said.day))
    return person.age + years


def youngest_on(document: Document, today: date) -> int | None:
    """Return the age of a family's youngest child, of those whose age is known and who are here; None for none."""
    children = (p for p in people(document).values() if p.role == "child" and p.here)
    return min((age for p in children if (age := age_on(p, today)) is not None), default=None)


def for_the_worker(item: Item, fields: Fields) -> bool:
    """Whether what changes is for the worker alone to say: who left, and who was typed twice."""
    return item.section == PEOPLE and any(fields.get(name) for name in (SAME, "left", "left-day"))


def item_of(document: Document, person: str) -> Item | None:
    """Return the item that names a person (an id), the first where there are several; None where nobody named them."""
    there = document.children(None, section=PEOPLE, item_type=PERSON.slug)
    return next((item for item in there if read_person(item).id == person), None)


def choose_face(document: Document, person: str, face: str) -> tuple[Change, ...]:
    """Return the change that gives a person (an id) a face: "" for their letter, DRAWN, or a sticker's slug.

    None where they have it, or where nobody named them. Raises NotAccepted for what no sticker is called.
    """
    item = item_of(document, person)
    if item is None or read_person(item).face == face:
        return ()
    return tuple(Set(item.id, name, value) for name, value in PERSON.check({"face": face}).items())


def name_person(document: Document, person: Person, *, position: str) -> tuple[Change, ...]:
    """Return the changes that make a document name somebody as they are now: an Add, some Sets, or none.

    Whoever stood in a plan no more does again.
    """
    known = item_of(document, person.id)
    wanted: dict[str, Value] = {
        "name": person.name,
        "role": person.role,
        "colour": person.colour,
        "shape": person.shape,
    }
    if known is None:
        return (PERSON.add({"ref": person.id, **wanted}, section=PEOPLE, by=WORKER, position=position),)
    if read_person(known).aside:
        wanted["aside"] = False
    return tuple(
        Set(known.id, name, value) for name, value in PERSON.check(wanted).items() if known.fields.get(name) != value
    )


def with_names(document: Document, family: Document) -> Document:
    """Return a document that names its family's other people too: for the worker, who reads what some of them keep.

    Somebody who was asked alone, and shows nothing, is not named in the plan itself.
    """
    known = people(document)
    others = (i for i in family.children(None, section=PEOPLE, item_type=PERSON.slug) if read_person(i).id not in known)
    return replace(document, items=MappingProxyType({**document.items, **{i.id: i for i in others}}))
