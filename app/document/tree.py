"""How items hang below one another: which of them are there, and what is right below which, in order. Pure.

Both are kept as a document goes: a touch changes what it is about, and asks nothing of all that was ever written.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as Set_
from typing import TypeAlias

from app.document.item import Item
from app.document.shared_map import SharedMap

Place: TypeAlias = tuple[str | None, str]
"""Where items stand side by side: below one (its id, ""), or at the top of a section (None, its slug)."""


def by_place(item: Item) -> tuple[str, str]:
    """What orders items that stand side by side."""
    return item.position, item.id


def place_of(item: Item) -> Place:
    """Return where an item stands."""
    return (None, item.section) if item.parent is None else (item.parent, "")


def rooted(tree: SharedMap[str, Item]) -> SharedMap[str, Item]:
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
    return tree if all(hangs.values()) else SharedMap({k: v for k, v in tree.items() if hangs[k]})


def outline_of(items: Iterable[Item]) -> SharedMap[Place, tuple[str, ...]]:
    """Return the ids of what stands at each place, in order."""
    found: dict[Place, list[Item]] = {}
    for item in items:
        found.setdefault(place_of(item), []).append(item)
    return SharedMap({place: tuple(i.id for i in sorted(there, key=by_place)) for place, there in found.items()})


def with_moved(
    outline: SharedMap[Place, tuple[str, ...]],
    before: Mapping[str, Item | None],
    after: Mapping[str, Item | None],
    items: Mapping[str, Item],
) -> SharedMap[Place, tuple[str, ...]]:
    """Return an outline where some items have come, gone or moved. items: all, as they are now."""
    changed: dict[Place, tuple[str, ...]] = {}

    def there(place: Place) -> tuple[str, ...]:
        return changed[place] if place in changed else outline.get(place, ())

    stays = {
        id
        for id, was in before.items()
        if was is not None and (now := after[id]) is not None and _spot(was) == _spot(now)
    }
    for id, was in before.items():
        if was is not None and id not in stays:
            place = place_of(was)
            changed[place] = tuple(i for i in there(place) if i != id)
    for id, now in after.items():
        if now is not None and id not in stays:
            place = place_of(now)
            side = there(place)
            at = bisect_left(side, by_place(now), key=lambda i: by_place(items[i]))
            changed[place] = (*side[:at], id, *side[at:])
    return outline.with_changes(changed) if changed else outline


def _spot(item: Item) -> tuple[Place, str]:
    return place_of(item), item.position


def regrown(
    items: Mapping[str, Item],
    below: Callable[[str], Iterable[Item]],
    missed: Set_[str],
    before: Mapping[str, Item | None],
    after: Mapping[str, Item | None],
) -> dict[str, Item | None] | None:
    """Return what becomes of items where some of the tree are others now, or gone: those, and what is below them.

    below: what is below one of them. missed: what hidden items hang below. None where it is not that simple (something
    has another parent, or is what hidden ones waited for): then the whole tree has to be looked at.
    """
    found: dict[str, Item | None] = {}
    for id, now in after.items():
        if now is None and id in items:
            found |= dict.fromkeys((id, *(i.id for i in below(id))))
    removes = bool(found)
    for id, now in after.items():
        was = before[id]
        if now is None or id in found:
            continue
        if was is None:
            above = now.parent is None or found.get(now.parent) is not None or now.parent in items
            if not above or id in missed or (removes and now.parent is not None):
                return None
        elif was.parent != now.parent:
            return None
        if was is None or id in items:
            found[id] = now
    return found


def missed_by(tree: Mapping[str, Item], items: Mapping[str, Item]) -> frozenset[str]:
    """Return the ids that hidden items hang below: those of which no reading has anything."""
    if len(tree) == len(items):
        return frozenset()
    return frozenset(i.parent for id, i in tree.items() if i.parent is not None and id not in items)
