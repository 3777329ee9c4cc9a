"""Edits in, document out. The only code that turns edits into items, for every block.

The fold never raises: what it does not understand it keeps and leaves alone.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as Set_
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import TypedDict

from app.document.edit import (
    AUDIENCE,
    OWNER,
    Add,
    Change,
    Edit,
    Move,
    Remove,
    Restore,
    Set,
    Unknown,
    Void,
)
from app.document.edits import Edits, changed_item
from app.document.item import ForWhom, Item, Value
from app.document.kind import Kind
from app.document.merged_people import NOBODY, PEOPLE, as_one, one_of, same_people
from app.document.shared_map import SharedMap
from app.document.tree import Place, by_place, missed_by, outline_of, regrown, rooted, with_moved
from app.language.clean_text import cleaned

_NOTHING: Mapping[str, Item] = MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """A plan (or a family) as it stands."""

    id: str
    """The store keeps the document under it."""
    kind: Kind
    """Its kind; for one that only a newer version knows, an empty kind (Catalogue.kind)."""
    items: Mapping[str, Item] = field(default_factory=lambda: _NOTHING)
    """By their ids; what hangs below a removed item is not among them."""
    edits: Edits = field(default_factory=Edits)
    """Those that made it, in order, voided ones too; none in a document for a copy (sharing.seen_by)."""
    newer: bool = False
    """True where an edit of a newer version was met; the screen then says so."""
    void: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of the edits that an undo took back and no redo brought again."""
    _tree: SharedMap[str, Item] = field(default_factory=SharedMap, repr=False)
    """All items, those below a removed one too: a later edit may bring them back under another."""
    _missed: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    """What those hang below that no reading has; an item that is there again is among them for good."""
    same: Mapping[str, str] = field(default_factory=lambda: NOBODY, repr=False)
    """Whom each id of somebody who was typed twice is read as (document.merged_people)."""
    _made: Mapping[str, int] | None = field(default=None, repr=False)

    def made_of(self, items: Iterable[str]) -> dict[str, int]:
        """Return when each of these items came into the document, in ticks of its clock; left out is what is not known.

        A document for a copy keeps them: it has no edits (sharing.seen_by), and what somebody said stays under the name
        that they had then.
        """
        if self._made is not None:
            return {id: self._made[id] for id in items if id in self._made}
        return self.edits.made_of(items)

    @property
    def clock(self) -> int:
        """The highest clock met: the next edit's is one more."""
        return self.edits[-1].clock if self.edits else 0

    @property
    def unrooted(self) -> tuple[Item, ...]:
        """The items that nobody took away, but something that they hang below: no reading of the plan has them."""
        if not self._missed:  # Not told by how many there are: a document may name its family's people too.
            return ()
        return tuple(i for id, i in self._tree.items() if id not in self.items)

    @cached_property
    def _below(self) -> SharedMap[Place, tuple[str, ...]]:
        """The ids of what is right below an item, or at the top of a section, in order."""
        return outline_of(self.items.values())

    def children(self, parent: str | None, *, section: str = "", item_type: str = "") -> tuple[Item, ...]:
        """Return the items right below one (or at the top of a section), in order. Empty filters match all."""
        if parent is None and not section:
            tops = [i for i in self.items.values() if i.parent is None]
            found: Iterable[Item] = sorted(tops, key=by_place)
        else:
            found = (self.items[id] for id in self._below.get((parent, section if parent is None else ""), ()))
        return tuple(
            i for i in found if (not section or i.section == section) and (not item_type or i.item_type == item_type)
        )

    def below(self, parent: str) -> tuple[Item, ...]:
        """Return all items below one, at any depth, parents before their children."""
        found: list[Item] = []
        ahead = [*reversed(self.children(parent))]
        while ahead:
            item = ahead.pop()
            found.append(item)
            ahead += reversed(self.children(item.id))
        return tuple(found)

    def knows(self, edit: str) -> bool:
        """Whether an edit of this id is part of the document already, voided or not."""
        return self.edits.place(edit) is not None

    def ancestors(self, item: Item) -> tuple[Item, ...]:
        """Return the items above one, nearest first. Stops at a loop or at an item that is not there."""
        found: dict[str, Item] = {}
        above = self.items.get(item.parent) if item.parent else None
        while above is not None and above.id not in found:
            found[above.id] = above
            above = self.items.get(above.parent) if above.parent else None
        return tuple(found.values())


def order(edit: Edit) -> tuple[int, str, str]:
    """The order in which edits count, the same on every tablet. Should a device give a clock twice, ids decide."""
    return _order(edit)


_order: Callable[[Edit], tuple[int, str, str]] = attrgetter("clock", "device", "id")


def fold(id: str, kind: Kind, edits: Iterable[Edit]) -> Document:
    """Return the document that these edits make, in whatever order and however often they came."""
    once: dict[str, Edit] = {}
    for edit in sorted(edits, key=_order):
        once.setdefault(edit.id, edit)
    ordered = Edits(once.values())
    # Most plans have no undo in them and nothing newer: one look at all says so.
    met = {type(edit.change) for edit in ordered}
    void = voided(ordered) if Void in met else frozenset()
    tree: dict[str, Item] = {}
    for edit in ordered:
        if edit.id not in void:
            _apply(tree, edit)
    newer = Unknown in met and any(isinstance(e.change, Unknown) and e.id not in void for e in ordered)
    return Document(id, kind, edits=ordered, newer=newer, void=void, **_grown(SharedMap(tree)))


class _Grown(TypedDict):
    """What a tree makes of a document, by the names of its fields."""

    items: Mapping[str, Item]
    _tree: SharedMap[str, Item]
    _missed: frozenset[str]
    same: Mapping[str, str]


def _grown(tree: SharedMap[str, Item]) -> _Grown:
    """Return what a whole tree makes of a document."""
    items = rooted(tree)
    same = same_people(items.values())
    return _Grown(items=as_one(items, same), _tree=tree, _missed=missed_by(tree, items), same=same)


def extend(document: Document, edits: Iterable[Edit]) -> Document:
    """Return the document with more edits: this touch's, another tab's, later another tablet's.

    Edits that come behind all others, the common case, change what they are about alone, however much there is; undo
    and redo too. Anything else folds afresh.
    """
    new: dict[str, Edit] = {}
    for edit in sorted((e for e in edits if not document.knows(e.id)), key=order):
        new.setdefault(edit.id, edit)
    fresh = tuple(new.values())
    if not fresh:
        return document
    late = bool(document.edits) and order(fresh[0]) < order(document.edits[-1])
    if late or any(isinstance(e.change, Unknown) or e.id in document.void for e in fresh):
        return fold(document.id, document.kind, (*document.edits, *fresh))
    log = document.edits.then(fresh)
    void = voided(fresh, document.void)
    turned = log.find(void ^ document.void)
    if any(isinstance(e.change, Unknown) for e in turned):
        return fold(document.id, document.kind, log)
    about = dict.fromkeys(changed_item(e.change) for e in (*fresh, *turned))
    about.pop("", None)
    tree: dict[str, Item] = {id: item for id in about if (item := document._tree.get(id)) is not None}
    if turned:
        # An item is what its own edits make it, whatever is done to others.
        tree = {}
        for edit in (e for id in about for e in log.of_item(id) if e.id not in void):
            _apply(tree, edit)
    else:
        for edit in fresh:
            _apply(tree, edit)
    after = {id: tree.get(id) for id in about}
    return _changed(document, log, void, after)


def _changed(document: Document, edits: Edits, void: frozenset[str], after: Mapping[str, Item | None]) -> Document:
    """Return the document where some items are others now, or gone (None)."""
    before = {id: document._tree.get(id) for id in after}
    tree = document._tree.with_changes(after)
    joins = any(i is not None and i.section == PEOPLE for i in (*before.values(), *after.values()))
    found = None if joins else regrown(document.items, document.below, document._missed, before, after)
    if found is None:
        return replace(document, edits=edits, void=void, **_grown(tree))
    shown = {id: one_of(item, document.same) if item is not None else None for id, item in found.items()}
    was = {id: document.items.get(id) for id in shown}
    lost = frozenset(i.parent for id, i in was.items() if i is not None and i.parent is not None and shown[id] is None)
    items = SharedMap.of(document.items).with_changes(shown)
    missed = document._missed | lost
    changed = replace(document, items=items, edits=edits, void=void, _tree=tree, _missed=missed)
    known: SharedMap[Place, tuple[str, ...]] | None = vars(document).get("_below")
    if known is not None:
        vars(changed)["_below"] = with_moved(known, was, shown, items)
    return changed


def as_if(document: Document, change: Void | Restore, id: str) -> Item | None:
    """Return what an item would be after an undo or a redo; None where it would not be there."""
    turned = {*change.edits}
    void = document.void | turned if isinstance(change, Void) else document.void - turned

    def alone(id: str) -> Item | None:
        made: dict[str, Item] = {}
        for edit in document.edits.of_item(id):
            if edit.id not in void:
                _apply(made, edit)
        return made.get(id)

    found = above = alone(id)
    met = {id}
    while above is not None and above.parent is not None:
        if above.parent in met:
            return None
        met.add(above.parent)
        above = alone(above.parent)
    return one_of(found, document.same) if found is not None and above is not None else None


def voided(edits: Iterable[Edit], before: Set_[str] = frozenset()) -> frozenset[str]:
    """Return the ids of the edits that an undo took back and no redo brought again. before: those of earlier edits."""
    void = set(before)
    for edit in edits:
        if isinstance(edit.change, Void):
            void.update(edit.change.edits)
        elif isinstance(edit.change, Restore):
            void.difference_update(edit.change.edits)
    return frozenset(void)


def _apply(items: dict[str, Item], edit: Edit) -> None:
    change = as_read(edit.change)
    if isinstance(change, Add):
        items.setdefault(change.item.id, change.item)
        return
    if isinstance(change, Set):
        item = items.get(change.item)
        if item is not None:
            items[change.item] = _with(item, change.field, change.value)
    elif isinstance(change, Remove):
        items.pop(change.item, None)
    elif isinstance(change, Move):
        item = items.get(change.item)
        if item is not None:
            items[change.item] = item._replace(parent=change.parent, position=change.position)


def as_read(change: Change) -> Change:
    """Return a change as it counts: words that an earlier version, or another tablet, took in as they were are read as
    they would be taken in here (language.clean_text): they steer nothing beside them. All else as it is.

    What was anything at all stays so: a newer version's word for something may be one that nobody here can see.
    """
    if isinstance(change, Set):
        return change._replace(value=_read(change.value)) if type(change.value) is str else change
    if not isinstance(change, Add):
        return change
    fields = change.item.fields
    told = {name: words for name, value in fields.items() if type(value) is str and (words := _read(value)) != value}
    return Add(change.item._replace(fields={**fields, **told})) if told else change


def _read(words: str) -> str:
    return cleaned(words) or (words and " ")


def _with(item: Item, field: str, value: Value | ForWhom) -> Item:
    """Return an item with another value in one field. Built whole: _replace takes twice as long."""
    id, section, parent, position, item_type, by, for_whom, fields = item
    if isinstance(value, ForWhom):
        return Item(id, section, parent, position, item_type, by, value, fields) if field == AUDIENCE else item
    if field == OWNER:
        return (
            Item(id, section, parent, position, item_type, value, for_whom, fields) if isinstance(value, str) else item
        )
    return Item(id, section, parent, position, item_type, by, for_whom, {**fields, field: value})
