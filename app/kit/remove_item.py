"""Taking an item of a document away, for every block: see removal.py for what holds of all that is taken away."""

from collections.abc import Callable, Mapping, Sequence

import flet as ft

from app.document import bring_back
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Wanted
from app.kit.removal import RemovedItem, standing


def takes_away(
    context: EditorContext,
    item: str,
    name: str,
    changes: Wanted,
    undo_scope: str,
    *,
    actor: str = "",
    group: str = "",
    backwards: bool = False,
    among: Sequence[str] = (),
    then: Callable[[], None] = lambda: None,
) -> Handler:
    """Return the handler that takes an item away, once.

    name: what it is called to whoever sees the list ("" for nothing). changes, undo_scope, actor: as
    EditorContext.make has them.
    group: the list that it stands in, where not the undo scope; backwards: what came last stands first in it. among:
    the keys in its order, where not all are items. then: what is done when it is
    gone.
    """

    def away() -> None:
        document = context.now()
        held = document.items.get(item)
        if held is None or not context.removals.heeds():
            return
        by = actor or context.actor
        there = list(among) or [
            i.id for i in document.children(held.parent, section=held.section, item_type=held.item_type)
        ]
        if not context.make(changes, undo_scope, actor) or item in context.now().items:
            return
        then()

        def back() -> None:
            change = bring_back(context.now(), item)
            if change is not None:
                context.make([change], undo_scope, by)

        order = tuple(reversed(there)) if backwards else tuple(there)
        context.removals.add(RemovedItem(item, name, group or undo_scope, order, back))

    return context.handler(away)


def all_standing(context: EditorContext, shown: Mapping[str, ft.Control], group: str) -> list[ft.Control]:
    """Return the controls of a list by their items' ids, and a line for each that was taken away from it here."""
    return standing(context.removals, shown, group, context.handler, context.document.items)
