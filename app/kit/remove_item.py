"""Taking an item of a document away, for every block: see removal.py for what holds of all that is taken away."""

from collections.abc import Callable, Mapping, Sequence

import flet as ft

from app.document import bring_back
from app.kit.controls import Handler
from app.kit.editor_context import Hand, Wanted
from app.kit.removal import Taken, standing


def takes_away(
    hand: Hand,
    item: str,
    name: str,
    changes: Wanted,
    scene: str,
    *,
    actor: str = "",
    group: str = "",
    backwards: bool = False,
    among: Sequence[str] = (),
    then: Callable[[], None] = lambda: None,
) -> Handler:
    """Return the handler that takes an item away, once.

    name: what it is called to whoever sees the list ("" for nothing). changes, scene, actor: as Hand.make has them.
    group: the list that it stands in, where not the scene; backwards: what came last stands first in it. among:
    the keys in its order, where not all are items. then: what is done when it is
    gone.
    """

    def away() -> None:
        document = hand.now()
        held = document.items.get(item)
        if held is None or not hand.removals.heeds():
            return
        by = actor or hand.actor
        there = list(among) or [i.id for i in document.children(held.parent, section=held.section, sort=held.sort)]
        if not hand.make(changes, scene, actor) or item in hand.now().items:
            return
        then()

        def back() -> None:
            change = bring_back(hand.now(), item)
            if change is not None:
                hand.make([change], scene, by)

        order = tuple(reversed(there)) if backwards else tuple(there)
        hand.removals.add(Taken(item, name, group or scene, order, back))

    return hand.handler(away)


def all_standing(hand: Hand, shown: Mapping[str, ft.Control], group: str) -> list[ft.Control]:
    """Return the controls of a list by their items' ids, and a line for each that was taken away from it here."""
    return standing(hand.removals, shown, group, hand.handler, hand.document.items)
