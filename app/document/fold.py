"""Edits in, document out. The only code that turns edits into items, for every block.

The fold never raises: what it does not understand it keeps and leaves alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType

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
from app.document.item import ForWhom, Item, Value
from app.document.kind import Kind
from app.document.merged_people import NOBODY, as_one, may_join, same_people
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
    edits: tuple[Edit, ...] = ()
    """Those that made it, in order, voided ones too; () in a document for a copy (sharing.seen_by)."""
    newer: bool = False
    """True where an edit of a newer version was met; the screen then says so."""
    void: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of the edits that an undo took back and no redo brought again."""
    _tree: Mapping[str, Item] = field(default_factory=lambda: _NOTHING, repr=False)
    """All items, those below a removed one too: a later edit may bring them back under another."""
    _known: frozenset[str] = field(default=frozenset(), repr=False)
    same: Mapping[str, str] = field(default_factory=lambda: NOBODY, repr=False)
    """Whom each id of somebody who was typed twice is read as (document.merged_people)."""
    _made: Mapping[str, int] | None = field(default=None, repr=False)

    @cached_property
    def made(self) -> Mapping[str, int]:
        """When each item came into the document, in ticks of its clock. A document for a copy keeps them: it has no
        edits (sharing.seen_by), and what somebody said stays under the name that they had then.
        """
        if self._made is not None:
            return self._made
        first: dict[str, int] = {}
        for edit in self.edits:
            if isinstance(edit.change, Add):
                first.setdefault(edit.change.item.id, edit.clock)
        return first

    @property
    def clock(self) -> int:
        """The highest clock met: the next edit's is one more."""
        return self.edits[-1].clock if self.edits else 0

    @property
    def unrooted(self) -> tuple[Item, ...]:
        """The items that nobody took away, but something that they hang below: no reading of the plan has them."""
        return tuple(i for id, i in self._tree.items() if id not in self.items)

    def children(self, parent: str | None, *, section: str = "", item_type: str = "") -> tuple[Item, ...]:
        """Return the items right below one (or at the top of a section), in order. Empty filters match all."""
        found = [
            i
            for i in self.items.values()
            if i.parent == parent
            and (not section or i.section == section)
            and (not item_type or i.item_type == item_type)
        ]
        return tuple(sorted(found, key=_by_place))

    def below(self, parent: str) -> tuple[Item, ...]:
        """Return all items below one, at any depth, parents before their children."""
        under: dict[str | None, list[Item]] = {}
        for item in self.items.values():
            under.setdefault(item.parent, []).append(item)
        found: list[Item] = []
        ahead = sorted(under.get(parent, ()), key=_by_place, reverse=True)
        while ahead:
            item = ahead.pop()
            found.append(item)
            ahead += sorted(under.get(item.id, ()), key=_by_place, reverse=True)
        return tuple(found)

    def knows(self, edit: str) -> bool:
        """Whether an edit of this id is part of the document already, voided or not."""
        return edit in self._known

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
    log: dict[str, Edit] = {}
    for edit in sorted(edits, key=_order):
        log.setdefault(edit.id, edit)
    ordered = tuple(log.values())
    # Most plans have no undo in them and nothing newer: one look at all says so.
    met = {type(edit.change) for edit in ordered}
    void = voided(ordered) if Void in met else frozenset()
    tree: dict[str, Item] = {}
    for edit in ordered:
        if edit.id not in void:
            _apply(tree, edit)
    newer = Unknown in met and any(isinstance(e.change, Unknown) and e.id not in void for e in ordered)
    items = _rooted(tree)
    same = same_people(items.values())
    return Document(id, kind, as_one(items, same), ordered, newer, void, tree, frozenset(log), same)


def extend(document: Document, edits: Iterable[Edit]) -> Document:
    """Return the document with more edits: this touch's, another tab's, later another tablet's.

    Edits that come behind all others, the common case, are applied alone; anything else folds afresh.
    """
    new: dict[str, Edit] = {}
    for edit in sorted((e for e in edits if e.id not in document._known), key=order):
        new.setdefault(edit.id, edit)
    fresh = tuple(new.values())
    if not fresh:
        return document
    late = bool(document.edits) and order(fresh[0]) < order(document.edits[-1])
    if late or any(isinstance(e.change, Void | Restore | Unknown) or e.id in document.void for e in fresh):
        return fold(document.id, document.kind, (*document.edits, *fresh))
    tree = dict(document._tree)
    joins = False
    for edit in fresh:
        joins = joins or may_join(edit.change, tree)
        _apply(tree, edit)
    items = _grown(document, tree, fresh)
    same = same_people(items.values()) if joins else document.same
    return replace(
        document,
        items=as_one(items, same),
        same=same,
        edits=document.edits + fresh,
        _tree=tree,
        _known=document._known | {e.id for e in fresh},
    )


def voided(edits: Iterable[Edit]) -> frozenset[str]:
    """Return the ids of the edits that an undo took back and no redo brought again."""
    void: set[str] = set()
    for edit in edits:
        if isinstance(edit.change, Void):
            void.update(edit.change.edits)
        elif isinstance(edit.change, Restore):
            void.difference_update(edit.change.edits)
    return frozenset(void)


def _by_place(item: Item) -> tuple[str, str]:
    return (item.position, item.id)


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


def _grown(document: Document, tree: dict[str, Item], fresh: tuple[Edit, ...]) -> Mapping[str, Item]:
    """Return the rooted items after some edits; at once where they only added to what hangs well: each stroke does."""
    if len(document.items) != len(document._tree):
        return _rooted(tree)
    new: set[str] = set()
    for edit in fresh:
        change = edit.change
        if isinstance(change, Add):
            parent = change.item.parent
            if parent is not None and parent not in document.items and parent not in new:
                return _rooted(tree)
            new.add(change.item.id)
        elif not isinstance(change, Set):
            return _rooted(tree)
    return MappingProxyType(tree)


def _rooted(tree: dict[str, Item]) -> Mapping[str, Item]:
    """Return the items that hang below nothing that is gone. A removed parent, or a loop, hides what is below it."""
    hangs: dict[str, bool] = {}
    for start, item in tree.items():
        if item.parent is None:
            hangs[start] = True
            continue
        above = hangs.get(item.parent)
        if above is not None:  # Nearly always: what something hangs below came before it.
            hangs[start] = above
            continue
        path: dict[str, None] = {}  # An ordered set: a chain may be long.
        at: str | None = start
        while at is not None and at not in hangs and at in tree and at not in path:
            path[at] = None
            at = tree[at].parent
        good = at is None or hangs.get(at, False)
        for item_id in path:
            hangs[item_id] = good
    return MappingProxyType({k: v for k, v in tree.items() if hangs[k]})
