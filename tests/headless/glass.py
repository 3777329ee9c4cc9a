"""What is on the glass: the tree of controls that a client holds, and what a patch does to it.

As Flutter does it (flet.controls.object_patch, `to_message`); test_flet_contract.py holds both together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]
"""A control as the client has it: its properties by name, "_i" its number, "_c" its type."""


def nodes_of(tree: Any) -> Iterator[Node]:
    """Yield the controls in a tree, the root first, top to bottom."""
    if isinstance(tree, dict):
        if "_i" in tree:
            yield tree
        for value in tree.values():
            yield from nodes_of(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes_of(value)


def off(tree: Any, *, above: bool = False) -> Iterator[int]:
    """Yield the numbers of the controls that are switched off: what is inside of one that is, is too."""
    if isinstance(tree, dict):
        above = above or bool(tree.get("disabled"))
        if above and "_i" in tree:
            yield tree["_i"]
        for value in tree.values():
            yield from off(value, above=above)
    elif isinstance(tree, list):
        for value in tree:
            yield from off(value, above=above)


def key_of(node: Node) -> str:
    """Return a control's key, "" where it has none."""
    key = node.get("key")
    return str(key["value"]) if isinstance(key, Mapping) else str(key or "")


_READ = ("value", "label", "hint_text", "content", "tooltip", "semantics_label")


def words_of(controls: Iterable[Node]) -> Iterator[str]:
    """Yield what can be read, or is read out."""
    for node in controls:
        for name in _READ:
            if isinstance(node.get(name), str):
                yield node[name]


def values_of(tree: Any) -> Iterator[str | bytes]:
    """Yield every text and every picture's bytes, in whatever property."""
    if isinstance(tree, str | bytes):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from values_of(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from values_of(value)


_REPLACE, _ADD, _REMOVE, _MOVE = range(4)


def do_patch(node: Node, patch: list[Any]) -> None:
    """Do to a control what the client does with a patch."""
    table, *changes = patch
    ways = dict(_ways(table, ()))
    for kind, at, name, *rest in changes:
        holder = _at(node, (*ways[at], name))
        if kind == _MOVE:
            to, route = rest
            value = holder.pop(name)
            _at(node, (*ways[to], route)).insert(route, value)
        elif kind == _REMOVE:
            holder.pop(name)
        elif kind == _ADD and isinstance(holder, list):
            holder.insert(name, rest[0])
        else:
            holder[name] = rest[0]


def _ways(table: list[Any], way: tuple[Any, ...]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield where each holder of the patch is: its number, and the way to it."""
    yield table[0], way
    for part, below in (table[1] if len(table) > 1 else {}).items():
        yield from _ways(below, (*way, part))


def _at(node: Any, way: Sequence[Any]) -> Any:
    """Return what holds the last part of a way."""
    for part, following in pairwise(way):
        if isinstance(node, dict) and part not in node:
            # What was empty was not sent.
            node[part] = [] if isinstance(following, int) else {}
        node = node[part]
    return node
