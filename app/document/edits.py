"""The edits of a document in their order, and what is asked of them. What comes behind makes new ones. Pure.

A document of a year has tens of thousands, and each touch adds one: so new ones share with the old all that was there,
and nothing that a touch asks goes through them all.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar, overload

from app.document.edit import Add, Change, Edit, Move, Remove, Set

Key = TypeVar("Key", bound=Hashable)


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


class _Index(Generic[Key]):
    """At which places edits stand that have something in common. Each is filled by whoever asks for it first."""

    def __init__(self, common: Callable[[Edit], Key | None]) -> None:
        """common: what those under one key have in common; None for an edit that is under none."""
        self._common = common
        self._places: dict[Key, list[int]] = {}
        self._looked = 0

    def of(self, edits: list[Edit], lock: Lock) -> Mapping[Key, Sequence[int]]:
        """Return the places under each key, the first one first. lock: held while those that came since are noted."""
        if self._looked != len(edits):
            with lock:
                places = self._places
                for at in range(self._looked, len(edits)):
                    found = self._common(edits[at])
                    if found is not None:
                        places.setdefault(found, []).append(at)
                self._looked = len(edits)
        return self._places


class _Shared:
    """What all share that came from one: one list that grows at its end, and places in it."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits
        self.lock = Lock()
        """Held by whoever adds or looks further: the store's thread reads documents too."""
        self.ids: _Index[str] = _Index(_id_of)
        self.items: _Index[str] = _Index(lambda edit: changed_item(edit.change))
        self.added: _Index[str] = _Index(lambda edit: edit.change.item.id if isinstance(edit.change, Add) else None)
        self.reaches: _Index[UndoReach] = _Index(reach_of)
        self.transactions: _Index[str] = _Index(_transaction_of)


_id_of: Callable[[Edit], str] = attrgetter("id")
_transaction_of: Callable[[Edit], str] = attrgetter("transaction")


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
        return next(iter(self._places(self._shared.ids, id)), None)

    def find(self, ids: Iterable[str]) -> tuple[Edit, ...]:
        """Return those of these ids that are here, in their order."""
        places = {at for id in ids if (at := self.place(id)) is not None}
        return tuple(self._shared.edits[at] for at in sorted(places))

    def of_item(self, id: str) -> tuple[Edit, ...]:
        """Return those that made, changed or took away an item."""
        return tuple(self._shared.edits[at] for at in self._places(self._shared.items, id))

    def within(self, reach: UndoReach) -> Iterator[Edit]:
        """Yield those within a reach, the last first."""
        places = self._places(self._shared.reaches, reach)
        for n in range(len(places) - 1, -1, -1):
            yield self._shared.edits[places[n]]

    def transaction(self, id: str) -> tuple[Edit, ...]:
        """Return those that one undo takes back together."""
        return tuple(self._shared.edits[at] for at in self._places(self._shared.transactions, id))

    def made_of(self, items: Iterable[str]) -> dict[str, int]:
        """Return the clock of the edit that added each of these items first; those that none here adds are left out."""
        edits, count = self._shared.edits, self._count
        added = self._shared.added.of(edits, self._shared.lock)
        return {id: edits[at[0]].clock for id in items if (at := added.get(id)) is not None and at[0] < count}

    def _places(self, index: "_Index[Key]", key: Key) -> Sequence[int]:
        """Return the places under a key, of those that are among these."""
        places = index.of(self._shared.edits, self._shared.lock).get(key, ())
        return places if not places or places[-1] < self._count else places[: bisect_left(places, self._count)]

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
