"""What becomes of a family's people: a name corrected or changed, an age, somebody who leaves or was typed twice; and
how a plan learns of it. Every change is of the family's document, but for `as_the_family_says`. Pure.

A mistake is put right everywhere. A name that changes is another matter: what somebody said stays under the name that
they had then (docs/domain/sharing.md: the words of one person never stand under another's name).
"""

from datetime import date

from app.document.edit import Add, Change, Set
from app.document.fold import Document
from app.document.header import change_header, header
from app.document.item import IN_NO_COPY, WORKER, Item, Value
from app.document.merged_people import PEOPLE, SAME
from app.document.people import (
    EARLIER,
    PERSON,
    Person,
    as_name,
    item_of,
    name_person,
    people,
    read_person,
    youngest_on,
)
from app.document.schema import ItemType, Text, position_between

AS_IT_IS = ItemType("left-as-it-is", {"of": Text(longest=140, lines=False, written=False)})
"""In the family's document: something that somebody who left was to do stays theirs. of: which (as a list names it)."""


def correct(document: Document, person: str, **fields: Value) -> tuple[Change, ...]:
    """Return the changes that put right what is said of somebody: their name, role, colour, shape. Raises NotAccepted.

    The name is the right one for all that they said.
    """
    item = item_of(document, person)
    if item is None:
        return ()
    if isinstance(name := fields.get("name"), str):
        fields["name"] = as_name(name)
    return tuple(Set(item.id, k, v) for k, v in PERSON.check(fields).items() if item.fields.get(k) != v)


def rename_from_now(document: Document, person: str, name: str, *, now: str = "") -> tuple[Change, ...]:
    """Return the changes after which somebody has another name, and what is older keeps the one that they had.

    now: the person who has the earlier name since (EARLIER). Raises NotAccepted.
    """
    item = item_of(document, person)
    changed = correct(document, person, name=name)
    if item is None or not changed:
        return ()
    before = {"ref": person, "name": read_person(item).name, **({"now": now} if now else {})}
    return (EARLIER.add(before, section=PEOPLE, by=WORKER, position=_behind(document)), *changed)


def say_age(document: Document, person: str, age: int | None, day: date) -> tuple[Change, ...]:
    """Return the changes that say how old somebody is on a day; None: it is not known. Raises NotAccepted."""
    item = item_of(document, person)
    if item is None:
        return ()
    said: dict[str, Value] = {"age": None, "age-day": None}
    if age is not None:
        said = PERSON.check({"age": age, "age-day": day.isoformat()})
    return tuple(Set(item.id, k, v) for k, v in said.items() if item.fields.get(k) != v)


def leave(document: Document, person: str, why: str, day: date) -> tuple[Change, ...]:
    """Return the changes after which somebody is not among the family's people any more; why "": they are again.

    Raises NotAccepted.
    """
    item = item_of(document, person)
    if item is None or person == WORKER:
        return ()
    said: dict[str, Value] = {"left": None, "left-day": None}
    if why:
        said = PERSON.check({"left": why, "left-day": day.isoformat()})
    return tuple(Set(item.id, k, v) for k, v in said.items() if item.fields.get(k) != v)


def join(document: Document, person: str, same: str) -> tuple[Change, ...]:
    """Return the changes after which somebody (person) is read as another one (same): they were typed twice.

    None for the worker, for one and the same, and where one is not known. An age that only one of both has is kept.
    """
    known = people(document)
    item, other = item_of(document, person), item_of(document, same)
    if item is None or other is None or person == same or WORKER in (person, same):
        return ()
    if person not in known or same not in known:
        return ()
    age: tuple[Change, ...] = ()
    if known[same].age is None and known[person].age is not None:
        age = tuple(Set(other.id, k, item.fields.get(k)) for k in ("age", "age-day"))
    return (*age, Set(item.id, SAME, same))


def are_two(document: Document, person: str) -> tuple[Change, ...]:
    """Return the change after which somebody who was joined to another is a person of their own again."""
    item = item_of(document, person)
    return (Set(item.id, SAME, None),) if item is not None and item.fields.get(SAME) else ()


def joined_to(document: Document, person: str) -> tuple[Person, ...]:
    """Return those who were joined to a person, under the names that were typed."""
    there = document.children(None, section=PEOPLE, item_type=PERSON.slug)
    found = {read_person(i).id: read_person(i) for i in reversed(there) if read_person(i).id in document.same}
    return tuple(p for p in reversed(found.values()) if document.same[p.id] == person)


def leave_as_it_is(document: Document, of: str) -> tuple[Change, ...]:
    """Return the change after which something of somebody who left is not offered to anybody any more."""
    if of in left_as_it_is(document):
        return ()
    return (AS_IT_IS.add({"of": of}, section=PEOPLE, by=WORKER, for_whom=IN_NO_COPY, position=_behind(document)),)


def left_as_it_is(document: Document) -> frozenset[str]:
    """Return what is left as it is."""
    there = document.children(None, section=PEOPLE, item_type=AS_IT_IS.slug)
    return frozenset(str(i.fields.get("of") or "") for i in there)


def ids_of(document: Document, person: str) -> frozenset[str]:
    """Return every id that is one person: theirs, and those that were joined to them.

    For rules that are kept by person id (who must not have a copy): what holds for one of these ids holds for the
    person, so that joining two takes the stricter rule of both.
    """
    first = document.same.get(person, person)
    return frozenset({first, *(id for id, one in document.same.items() if one == first)})


def worker_hands_on(document: Document, name: str, earlier: Person, day: date) -> tuple[Change, ...]:
    """Return the changes after which a colleague (name) is the family's worker.

    earlier: the worker until now, under an id of their own: what they said stays under their name, and what they
    promised is theirs until it is given to somebody. Raises NotAccepted.
    """
    position = _behind(document)
    known = item_of(document, WORKER)
    begun: tuple[Change, ...] = ()
    if known is None:
        # The tablet's setting named them until now.
        now = Person(WORKER, as_name(name), "professional", earlier.colour, earlier.shape)
        begun = name_person(document, now, position=position)
    elif read_person(known).name == as_name(name):
        return ()
    gone: dict[str, Value] = {
        "ref": earlier.id,
        "name": earlier.name,
        "role": "professional",
        "colour": earlier.colour,
        "shape": earlier.shape,
        "left": "handed-on",
        "left-day": day.isoformat(),
    }
    left = PERSON.add(gone, section=PEOPLE, by=WORKER, position=position)
    if begun:
        before = {"ref": WORKER, "name": earlier.name, "now": earlier.id}
        return (left, EARLIER.add(before, section=PEOPLE, by=WORKER, position=position), *begun)
    return (left, *rename_from_now(document, WORKER, name, now=earlier.id))


def as_the_family_says(plan: Document, family: Document, worker: Person | None, today: date) -> tuple[Change, ...]:
    """Return the changes by which a plan learns what its family says of the people whom it names, and of no others.

    worker: as the tablet names them, where the family's document does not; None where nobody said their name. The
    youngest's age comes along where the children's ages are known.
    """
    theirs = {**({WORKER: worker} if worker is not None else {}), **people(family)}
    changes: list[Change] = []
    for item in plan.children(None, section=PEOPLE, item_type=PERSON.slug):
        known = read_person(item)
        one = family.same.get(known.id, "")
        if one or item.fields.get(SAME):
            changes += _learn_same(plan, item, theirs, one)
        if known.id in theirs:
            changes += _learn(plan, family, item, theirs[known.id])
    youngest = youngest_on(family, today)
    if youngest is not None and header(plan).youngest is not None:
        changes += change_header(plan, youngest=youngest)
    return tuple(changes)


def _learn(plan: Document, family: Document, item: Item, now: Person) -> list[Change]:
    """What a plan learns of one person: where the family says that their name changed, what is older keeps it."""
    before = read_person(item)
    changes: list[Change] = []
    if before.name != now.name:
        told = next((e for e in _earlier_names(family, now.id) if e.fields.get("name") == before.name), None)
        if told is not None:
            fields = {k: v for k, v in told.fields.items() if k in EARLIER.fields and v}
            changes.append(EARLIER.add(fields, section=PEOPLE, by=WORKER, position=_behind(plan)))
            gone = people(family).get(str(told.fields.get("now") or ""))
            if gone is not None and item_of(plan, gone.id) is None:
                changes += name_person(plan, gone, position=_behind(plan))
                changes += _left_at_once(changes, gone)
    wanted: dict[str, Value] = {"name": now.name, "role": now.role, "colour": now.colour, "shape": now.shape}
    wanted |= {"left": now.left or None, "left-day": now.left_day or None}
    return [*changes, *(Set(item.id, k, v) for k, v in wanted.items() if (item.fields.get(k) or None) != (v or None))]


def _left_at_once(changes: list[Change], gone: Person) -> list[Change]:
    added = changes[-1]
    if not isinstance(added, Add) or not gone.left:
        return []
    return [Set(added.item.id, "left", gone.left), Set(added.item.id, "left-day", gone.left_day or None)]


def _learn_same(plan: Document, item: Item, theirs: dict[str, Person], one: str) -> list[Change]:
    """What a plan learns of somebody who was typed twice: the other one is named in it too, or they are two again."""
    if (item.fields.get(SAME) or "") == one:
        return []
    named: list[Change] = []
    if one and item_of(plan, one) is None and one in theirs:
        named += name_person(plan, theirs[one], position=_behind(plan))
    return [*named, Set(item.id, SAME, one or None)]


def _earlier_names(document: Document, person: str) -> list[Item]:
    there = document.children(None, section=PEOPLE, item_type=EARLIER.slug)
    theirs = [i for i in there if i.fields.get("ref") == person]
    made = document.made_of(i.id for i in theirs)
    return sorted(theirs, key=lambda i: (made.get(i.id, 0), i.id))


def _behind(document: Document) -> str:
    there = document.children(None, section=PEOPLE)
    return position_between(there[-1] if there else None, None)
