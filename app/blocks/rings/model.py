"""Our people as typed values, and the pure functions that change them.

Source: docs/domain/safety-plan.md, "Our network".
"""

from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from app.blocks.rings.layout import RINGS, free_place, layout, place_at, ring_at, settled
from app.document import (
    AUDIENCE,
    EVERYONE,
    WORKER,
    Add,
    Change,
    Document,
    ForWhom,
    Item,
    ItemType,
    Person,
    Remove,
    Section,
    Set,
    Value,
    position_between,
)
from app.document.people import COLOURS, SHAPES
from app.document.schema import Choice, Number, Someone, Text, Tick, visible
from app.language import N_, _, unmarked

KNOWS = ("everything", "most", "little")
"""How much somebody knows, and so the ring in which they stand, the inmost first."""

KNOWS_WORDS = (N_("Knows everything"), N_("Knows most of it"), N_("Knows a little"))

MEMBER = ItemType(
    "member",
    {
        "person": Someone(),
        "name": Text(longest=60, lines=False),
        "to-child": Text(longest=120, lines=False),
        "knows": Choice(KNOWS),
        "spot": Number(0, 999),
        "yes": Text(longest=500),
        "when": Text(longest=500),
        "phone": Text(longest=40, lines=False),
        "backup": Someone(),
        "backup-name": Text(longest=60, lines=False),
        "pick": Tick(),
        "paid": Tick(),
        "elsewhere": Tick(),
    },
)
"""Somebody who is there for the child. person: who they are, or name: what they are called.

spot: where in their ring they stand (picture.py). yes: what they said yes to. phone: as it was typed. backup: who
comes if they cannot, or what that person is called. pick: the child's own. paid: it is their job. elsewhere: they
live in another home.
"""

MIDDLE = ItemType("middle", {"person": Someone()})
"""A child whom these people are there for."""


class Member(NamedTuple):
    """Somebody in the rings."""

    id: str
    """The item's."""
    person: str
    """Who they are (a person id); "" for somebody who is only a name."""
    name: str
    """What is written where there is no person id, or ""."""
    ring: int
    """How much they know (KNOWS), 0 being the inmost."""
    spot: int | None
    """The place in the ring that they ask for; None for any."""
    to_child: str
    """Who they are to the child, in words, or ""."""
    yes: str
    """What they said yes to, or ""."""
    when: str
    """When they can come, in words, or ""."""
    phone: str
    """Their number as it was typed, or ""."""
    backup: str
    """Who comes if they cannot (a person id), or ""."""
    backup_name: str
    """What that one is called where there is no person id, or ""."""
    pick: bool
    """The child chose them."""
    paid: bool
    """It is their job."""
    elsewhere: bool
    """They live in another home."""
    by: str
    """Whose item it is (a person id)."""
    for_whom: ForWhom
    """Who may see them, and all that is written of them."""


def members(document: Document, section: str) -> tuple[Member, ...]:
    """Return everybody in the rings, in the order in which they came."""
    return tuple(_read(item) for item in document.children(None, section=section, item_type=MEMBER.slug))


def member_of(document: Document, id: str) -> Member | None:
    """Return the one of that id, or None where they are not there any more."""
    item = document.items.get(id)
    return _read(item) if item is not None and item.item_type == MEMBER.slug else None


def by_ring(everybody: tuple[Member, ...]) -> tuple[tuple[Member, ...], ...]:
    """Return them ring by ring, the inmost first."""
    return tuple(tuple(m for m in everybody if m.ring == ring) for ring in range(RINGS))


def middle(document: Document, section: str) -> tuple[str, ...]:
    """Return the children in the middle, as person ids."""
    found = (str(i.fields.get("person") or "") for i in document.children(None, section=section, item_type=MIDDLE.slug))
    return tuple(dict.fromkeys(person for person in found if person))


def called(member: Member, who: Mapping[str, Person]) -> str:
    """Return what somebody in the rings is called."""
    return _called(member.person, member.name, who)


def names_written(document: Document, section: str) -> tuple[str, ...]:
    """Return the names that are written in the rings, of people who have no face there, and of who comes instead."""
    there = members(document, section)
    return tuple(n for m in there for n in (*([] if m.person else [m.name]), *([] if m.backup else [m.backup_name])))


def backup_called(member: Member, who: Mapping[str, Person]) -> str:
    """Return what the one is called who comes if they cannot; "" where nobody is named."""
    return _called(member.backup, member.backup_name, who) if member.backup or member.backup_name else ""


def face_of(person: str, id: str, who: Mapping[str, Person]) -> tuple[int, str]:
    """Return a face's colour and shape; who is only a name has one by the id, so that two of one name differ."""
    known = who.get(person)
    if known is not None:
        return known.colour, known.shape
    drawn = crc32(id.encode())
    return drawn % COLOURS, SHAPES[drawn // COLOURS % len(SHAPES)]


def add_member(
    document: Document,
    section: Section,
    *,
    id: str,
    person: str = "",
    name: str = "",
    ring: int = RINGS - 1,
    children: tuple[str, ...] = (),
) -> tuple[Change, ...]:
    """Return the changes that add somebody, a person or only a name, in a free place of a ring.

    None where that person is there already. children: who comes into the middle with the first.
    """
    there = members(document, section.slug)
    if person and any(m.person == person for m in there):
        return ()
    fields: dict[str, Value] = {"knows": KNOWS[ring], "spot": free_place(ring, _taken(there, ring))}
    if person:
        fields["person"] = person
    if visible(name):
        fields["name"] = name.strip()
    last = document.children(None, section=section.slug)
    add = MEMBER.add(
        fields,
        section=section.slug,
        by=WORKER,
        position=position_between(last[-1] if last else None, None),
        for_whom=section.for_whom,
        id=id,
    )
    return (*(() if middle(document, section.slug) else _into_middle(section, children)), add)


def in_or_out_of_middle(document: Document, section: Section, person: str) -> tuple[Change, ...]:
    """Return the change that puts a child into the middle; or takes them out, where they are in it."""
    there = document.children(None, section=section.slug, item_type=MIDDLE.slug)
    found = tuple(Remove(i.id) for i in there if i.fields.get("person") == person)
    return found or _into_middle(section, (person,))


def stand(document: Document, id: str, ring: int, spot: int | None = None) -> tuple[Change, ...]:
    """Return the changes that let somebody stand in a ring: at a place, or at a free one. None where they do.

    spot: a place that nobody has; taken after all, whoever came first keeps it.
    """
    member = member_of(document, id)
    if member is None or (member.ring == ring and spot in (None, member.spot)):
        return ()
    others = tuple(m for m in members(document, document.items[id].section) if m.id != id)
    if spot is None:
        spot = free_place(ring, _taken(others, ring))
    knows = (Set(id, "knows", KNOWS[ring]),) if member.ring != ring else ()
    return (*knows, Set(id, "spot", spot))


def let_go(document: Document, id: str, x: float, y: float) -> tuple[Change, ...]:
    """Return the changes that let somebody stand where they were let go of: in that ring, in the free place nearest.

    x, y: in steps from the middle (picture.py). Nowhere is outside: beyond the rings is the outmost.
    """
    item = document.items.get(id)
    if item is None:
        return ()
    everybody = members(document, item.section)
    there = layout([[m.spot for m in ring] for ring in by_ring(everybody)])
    ring = ring_at(there, x, y)
    taken = _taken(tuple(m for m in everybody if m.id != id), ring)
    return stand(document, id, ring, place_at(there, x, y, taken))


def write(document: Document, id: str, field: str, words: str) -> tuple[Change, ...]:
    """Return the change that gives a field these words; none where it has them. Raises NotAccepted.

    Marks of direction are no part of a telephone number: a screen that runs from the right adds them.
    """
    if field == "phone":
        words = unmarked(words)
    clean = MEMBER.check({field: words})[field]
    member = document.items.get(id)
    if member is None or (member.fields.get(field) or "") == clean:
        return ()
    return (Set(id, field, clean),)


def tick(document: Document, id: str, field: str) -> tuple[Change, ...]:
    """Return the change that turns a tick over."""
    item = document.items.get(id)
    return (Set(id, field, not item.fields.get(field)),) if item is not None else ()


def name_backup(document: Document, id: str, person: str) -> tuple[Change, ...]:
    """Return the changes that name who comes if somebody cannot; "" is nobody."""
    member = member_of(document, id)
    if member is None or member.backup == person:
        return ()
    emptied = (Set(id, "backup-name", ""),) if member.backup_name else ()
    return (*emptied, Set(id, "backup", person or None))


def show_to(member: Member, whom: ForWhom) -> tuple[Change, ...]:
    """Return the change that says who may see somebody, and all that is written of them."""
    return (Set(member.id, AUDIENCE, whom),) if whom != member.for_whom else ()


def remove_member(id: str) -> tuple[Change, ...]:
    """Return the change that takes somebody out of the rings. Undo brings them back, with all that was written."""
    return (Remove(id),)


def for_everyone(everybody: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return those whom everyone may see: who may be on a screen that anybody can look at."""
    return tuple(m for m in everybody if m.for_whom == EVERYONE)


def _called(person: str, name: str, who: Mapping[str, Person]) -> str:
    known = who.get(person)
    return (known.name if known is not None else "") or name or _("Somebody")


def _into_middle(section: Section, children: tuple[str, ...]) -> tuple[Add, ...]:
    return tuple(
        MIDDLE.add({"person": child}, section=section.slug, by=WORKER, for_whom=section.for_whom) for child in children
    )


def _taken(everybody: tuple[Member, ...], ring: int) -> tuple[int, ...]:
    return settled(ring, [m.spot for m in everybody if m.ring == ring])


def _read(item: Item) -> Member:
    f = item.fields
    knows, spot = f.get("knows"), f.get("spot")

    def text(field: str) -> str:
        return str(f.get(field) or "")

    return Member(
        id=item.id,
        person=text("person"),
        name=text("name"),
        ring=KNOWS.index(knows) if isinstance(knows, str) and knows in KNOWS else RINGS - 1,
        spot=spot if isinstance(spot, int) and not isinstance(spot, bool) else None,
        to_child=text("to-child"),
        yes=text("yes"),
        when=text("when"),
        phone=text("phone"),
        backup=text("backup"),
        backup_name=text("backup-name"),
        pick=f.get("pick") is True,
        paid=f.get("paid") is True,
        elsewhere=f.get("elsewhere") is True,
        by=item.by,
        for_whom=item.for_whom,
    )


ITEM_TYPES = (MEMBER, MIDDLE)
