"""Who is who. A family's people live in the family's document; a plan keeps a copy of the names it uses."""

from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from app.document.edit import Change, Set
from app.document.fold import Document
from app.document.item import WORKER, Item, Value
from app.document.sorts import Choice, Number, Someone, Sort, Text

PEOPLE = "people"
"""The section of every document in which its people stand."""

SHAPES = ("circle", "square", "hexagon")
COLOURS = 5
"""How many face colours there are; the kit's palette has as many (tests hold them together)."""

DRAWN = "drawn"
"""What somebody's `face` says who drew their own: it hangs below their item. "" is their letter; else, a sticker."""

ROLES = ("child", "parent", "carer", "family", "friend", "professional")

PERSON = Sort(
    "person",
    {
        "ref": Someone(),
        "name": Text(longest=60, lines=False, needed=True),
        "role": Choice(ROLES),
        "colour": Number(0, COLOURS - 1),
        "shape": Choice(SHAPES),
        "face": Text(longest=40, lines=False),
    },
)


class Person(NamedTuple):
    """Somebody, as the child names them. id is the same in the family and in all its plans.

    face: "" for their letter, DRAWN, or a sticker's slug. Plans keep no copy of it: the family's document has it.
    """

    id: str
    name: str
    role: str
    colour: int
    shape: str
    face: str = ""


def people(document: Document) -> dict[str, Person]:
    """Return everybody whom this document names, by person id, in the order in which they came."""
    found: dict[str, Person] = {}
    for item in document.children(None, section=PEOPLE, sort=PERSON.slug):
        person = read_person(item)
        found.setdefault(person.id, person)
    return found


def read_person(item: Item) -> Person:
    """Return the person that an item tells of; what is missing or odd reads as something harmless."""
    f = item.fields
    colour, shape, role = f.get("colour"), f.get("shape"), f.get("role")
    return Person(
        id=str(f.get("ref") or item.id),
        name=str(f.get("name") or ""),
        role=role if isinstance(role, str) and role in ROLES else "family",
        colour=colour % COLOURS if isinstance(colour, int) else 0,
        shape=shape if isinstance(shape, str) and shape in SHAPES else SHAPES[0],
        face=str(f.get("face") or ""),
    )


def item_of(document: Document, person: str) -> Item | None:
    """Return the item that names a person (an id), the first where there are several; None where nobody named them."""
    there = document.children(None, section=PEOPLE, sort=PERSON.slug)
    return next((item for item in there if read_person(item).id == person), None)


def choose_face(document: Document, person: str, face: str) -> tuple[Change, ...]:
    """Return the change that gives a person (an id) a face: "" for their letter, DRAWN, or a sticker's slug.

    None where they have it, or where nobody named them. Raises NotAccepted for what no sticker is called.
    """
    item = item_of(document, person)
    if item is None or read_person(item).face == face:
        return ()
    return tuple(Set(item.id, name, value) for name, value in PERSON.check({"face": face}).items())


def name_person(document: Document, person: Person, *, place: str) -> tuple[Change, ...]:
    """Return the changes that make a document name somebody as they are now: an Add, some Sets, or none."""
    known = item_of(document, person.id)
    wanted: dict[str, Value] = {
        "name": person.name,
        "role": person.role,
        "colour": person.colour,
        "shape": person.shape,
    }
    if known is None:
        return (PERSON.add({"ref": person.id, **wanted}, section=PEOPLE, by=WORKER, place=place),)
    return tuple(
        Set(known.id, name, value) for name, value in PERSON.check(wanted).items() if known.fields.get(name) != value
    )


def with_names(document: Document, family: Document) -> Document:
    """Return a document that names its family's other people too: for the worker, who reads what some of them keep.

    Somebody who was asked alone, and shows nothing, is not named in the plan itself.
    """
    known = people(document)
    others = (i for i in family.children(None, section=PEOPLE, sort=PERSON.slug) if read_person(i).id not in known)
    return replace(document, items=MappingProxyType({**document.items, **{i.id: i for i in others}}))
