"""The edits of a document in their order, and what is asked of them. What comes behind makes new ones. Pure.

A document of a year has tens of thousands, and each touch adds one: so new ones share with the old all that was there,
and nothing that a touch asks goes through them all.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple, overload

from app.document.edit import Add, Change, Edit, Move, Remove, Set


class UndoReach(NamedTuple):
    """How far undo reaches: one device, one undo scope, one undo session, one person."""

    device: str
    """The id under which this store makes edits (Edit.device)."""
    undo_scope: str
    """Where on the screen: a pad, a section (Edit.undo_scope)."""
    undo_session: str
    """The stretch between two hand-overs, hides or locks (Edit.undo_session)."""
    actor: str
    """Who made the edits (a person id)."""


def changed_item(change: Change) -> str:
    """Return the id of the item that a change makes, changes or takes away; "" for one that is about edits."""
    if isinstance(change, Add):
        return change.item.id
    return change.item if isinstance(change, Set | Move | Remove) else ""


class _Shared:
    """What all share that came from one: one list that grows at its end, and places in it."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits
        self.at: dict[str, int] = {}
        self.of_item: dict[str, list[int]] = {}
        self.within: dict[UndoReach, list[int]] = {}
        self.transactions: dict[str, list[int]] = {}
        self.lock = Lock()
        """Held by whoever adds or looks further: the store's thread reads documents too."""
        self._looked = 0

    def look(self) -> None:
        """Note the places of those that came since. Not before somebody asks: opening a plan waits for nothing."""
        if self._looked == len(self.edits):
            return
        with self.lock:
            for at in range(self._looked, len(self.edits)):
                edit = self.edits[at]
                self.at[edit.id] = at
                self.of_item.setdefault(changed_item(edit.change), []).append(at)
                self.within.setdefault(reach_of(edit), []).append(at)
                self.transactions.setdefault(edit.transaction, []).append(at)
            self._looked = len(self.edits)


def reach_of(edit: Edit) -> UndoReach:
    """Return how far an undo would have to reach for this edit."""
    return UndoReach(edit.device, edit.undo_scope, edit.undo_session, edit.actor)


class Edits(Sequence[Edit]):
    """Edits in their order, each of them once. They never change."""

    __slots__ = ("_count", "_shared")

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self._shared = _Shared([*edits])
        self._count = len(self._shared.edits)

    def then(self, more: Sequence[Edit]) -> "Edits":
        """Return these with more behind them."""
        made = Edits.__new__(Edits)
        with self._shared.lock:
            if len(self._shared.edits) == self._count:
                made._shared = self._shared
                made._shared.edits.extend(more)
                made._count = self._count + len(more)
                return made
        # Others came behind these already: two ways from here on.
        made._shared = _Shared([*self, *more])
        made._count = len(made._shared.edits)
        return made

    def place(self, id: str) -> int | None:
        """Return at which place an edit stands, None where it is not among these."""
        self._shared.look()
        at = self._shared.at.get(id)
        return at if at is not None and at < self._count else None

    def find(self, ids: Iterable[str]) -> tuple[Edit, ...]:
        """Return those of these ids that are here, in their order."""
        places = {at for id in ids if (at := self.place(id)) is not None}
        return tuple(self._shared.edits[at] for at in sorted(places))

    def of_item(self, id: str) -> tuple[Edit, ...]:
        """Return those that made, changed or took away an item."""
        self._shared.look()
        return self._those(self._shared.of_item.get(id, ()))

    def within(self, reach: UndoReach) -> Iterator[Edit]:
        """Yield those within a reach, the last first."""
        self._shared.look()
        places = self._shared.within.get(reach, [])
        for n in range(bisect_left(places, self._count) - 1, -1, -1):
            yield self._shared.edits[places[n]]

    def transaction(self, id: str) -> tuple[Edit, ...]:
        """Return those that one undo takes back together."""
        self._shared.look()
        return self._those(self._shared.transactions.get(id, ()))

    @property
    def made(self) -> Mapping[str, int]:
        """When each item was added first, by its id: the clock of that edit."""
        return _Made(self)

    def _those(self, places: Sequence[int]) -> tuple[Edit, ...]:
        return tuple(self._shared.edits[at] for at in places if at < self._count)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Edit]:
        return islice(self._shared.edits, self._count)

    def __reversed__(self) -> Iterator[Edit]:
        return (self._shared.edits[at] for at in range(self._count - 1, -1, -1))

    @overload
    def __getitem__(self, at: int) -> Edit: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Edit, ...]: ...
    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(self._shared.edits[n] for n in range(*at.indices(self._count)))
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._shared.edits[at if at >= 0 else self._count + at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Edits) and other._shared is self._shared:
            return other._count == self._count
        return tuple(self) == tuple(other) if isinstance(other, Edits | tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Edits({[*self]!r})"


class _Made(Mapping[str, int]):
    """When each item was added first: looked up, for few are asked for."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits

    def __getitem__(self, id: str) -> int:
        for edit in self._edits.of_item(id):
            if isinstance(edit.change, Add):
                return edit.clock
        raise KeyError(id)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(e.change.item.id for e in self._edits if isinstance(e.change, Add)))

    def __len__(self) -> int:
        return sum(1 for _ in self)
