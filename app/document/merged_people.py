"""Somebody who was typed twice is one person: what names either id is read as the first one's. Pure.

A person's item says so (`same`). Nothing is written anew: the edits and both ids stay, and the two are two again when
`same` is emptied. It is done where edits become items (app.document.fold), so that whatever reads a document (who may
see, whose own it is, who answered, who promised) meets one person. The worker, and a child whom nobody has named yet,
are joined to nobody: what they may see and do is no other's.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.document.item import CHILD, WORKER, ForWhom, Item

PEOPLE = "people"
"""The section of every document in which its people stand."""

PERSON_SORT, SAME = "person", "same"
"""The type of a person's item, and its field that says which other person this is too."""

NOBODY: Mapping[str, str] = MappingProxyType({})

_NEVER = frozenset({WORKER, CHILD, "somebody"})


def same_people(items: Iterable[Item]) -> Mapping[str, str]:
    """Return whom each joined id is read as. Where a chain leads to nobody who is named here, or round, nobody is."""
    people = [i for i in items if i.section == PEOPLE and i.item_type == PERSON_SORT and i.parent is None]
    named: dict[str, Item] = {}
    for item in sorted(people, key=lambda i: (i.position, i.id)):
        named.setdefault(str(item.fields.get("ref") or item.id), item)
    wanted = {id: str(item.fields.get(SAME) or "") for id, item in named.items()}
    found: dict[str, str] = {}
    for id in wanted:
        met, at = {id}, wanted[id]
        while at and at not in met and wanted.get(at):
            met.add(at)
            at = wanted[at]
        if at and at not in met and at in named and not _NEVER & {id, at, *met}:
            found[id] = at
    return MappingProxyType(found) if found else NOBODY


def as_one(items: Mapping[str, Item], same: Mapping[str, str]) -> Mapping[str, Item]:
    """Return the items with every joined id read as the one that it is. People's own items keep their ids."""
    return MappingProxyType({id: one_of(item, same) for id, item in items.items()}) if same else items


def one_of(item: Item, same: Mapping[str, str]) -> Item:
    """Return an item with every joined id in it read as the one that it is."""
    if not same:
        return item
    fields = item.fields
    if item.section != PEOPLE and any(isinstance(v, str) and v in same for v in fields.values()):
        fields = {name: same.get(v, v) if isinstance(v, str) else v for name, v in fields.items()}
    reach, chosen = item.for_whom
    if any(person in same for person in chosen):
        chosen = tuple(dict.fromkeys(same.get(person, person) for person in chosen))
    by = same.get(item.by, item.by)
    if by == item.by and fields is item.fields and chosen is item.for_whom.people:
        return item
    return item._replace(by=by, fields=fields, for_whom=ForWhom(reach, chosen))
