"""A mapping that is never changed: what changes makes another, which shares all that did not. Pure.

Ours and no library's: a plan's readings go over all items again and again, and those that are pure Python are thirty
times slower there than a dict (docs/decisions/0027-a-tree-that-is-kept.md). What changed lies in a small dict over a
large one, until it has grown.
"""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from math import isqrt
from typing import Any, TypeVar, cast, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

_GONE: Any = object()
"""Stands for a key that was taken out: it keeps its place among the others, for it may come back."""
_NONE: Any = object()

LEAST = 64
"""So many changes lie over the large dict at least, before both are made one."""


class SharedMap(Mapping[K, V]):
    """Keys and values, in the order in which the keys came first."""

    __slots__ = ("_count", "_live", "_parts")

    def __init__(self, content: Mapping[K, V] | None = None) -> None:
        """content: what is in it; it is copied."""
        base: dict[K, V] = dict(content or {})
        over: dict[K, V] = {}
        self._parts = base, over
        self._count = len(base)
        self._live: dict[K, V] | None = None

    def with_changes(self, changes: Mapping[K, V | None]) -> "SharedMap[K, V]":
        """Return this with other values, or more. None: the key is gone."""
        base, over = self._parts
        there = sum(key in self for key in changes)
        stay = sum(value is not None for value in changes.values())
        over = {**over, **{key: cast(V, _GONE) if value is None else value for key, value in changes.items()}}
        made: SharedMap[K, V] = SharedMap.__new__(SharedMap)
        made._parts = ({**base, **over}, {}) if len(over) > max(LEAST, 2 * isqrt(len(base))) else (base, over)
        made._count = self._count - there + stay
        made._live = None
        return made

    @classmethod
    def of(cls, content: Mapping[K, V]) -> "SharedMap[K, V]":
        """Return what is in a mapping; itself where it is one of these."""
        return content if isinstance(content, SharedMap) else cls(content)

    def __getitem__(self, key: K) -> V:
        base, over = self._parts
        value: V = over.get(key, _NONE)
        if value is _NONE:
            value = base[key]
        if value is _GONE:
            raise KeyError(key)
        return value

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | T) -> V | T: ...
    def get(self, key: K, /, default: Any = None) -> Any:
        base, over = self._parts
        value = over.get(key, _NONE)
        if value is _NONE:
            value = base.get(key, _NONE)
        return default if value is _NONE or value is _GONE else value

    def __contains__(self, key: object) -> bool:
        return self.get(cast(K, key), _NONE) is not _NONE

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def values(self) -> ValuesView[V]:
        """Return the values, in the order of their keys."""
        return self._whole().values()

    def items(self) -> ItemsView[K, V]:
        """Return keys and values."""
        return self._whole().items()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, SharedMap):
            return self._whole() == other._whole()
        return self._whole() == dict(other) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"SharedMap({self._whole()!r})"

    def _whole(self) -> dict[K, V]:
        """Return all that is in it as one dict, which nobody changes. Whoever goes over all has it made, once."""
        if self._live is None:
            base, over = self._parts
            if over:
                base = {**base, **over}
                self._parts = base, {}
            whole = len(base) == self._count
            self._live = base if whole else {key: value for key, value in base.items() if value is not _GONE}
        return self._live
