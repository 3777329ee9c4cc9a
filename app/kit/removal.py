"""Taking something away: one touch takes one thing, and where it stood there is a line that brings it back.

For every list in which things can be taken away. The line keeps the others where they were, so that a second touch
at the same place meets nothing that is taken away too; and for a moment after a touch none is heeded anywhere on the
screen. What nobody can bring back in its place (a whole plan, the bin) asks for the PIN instead.
"""

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, TypeVar

import flet as ft

from app.kit import controls, theme
from app.kit.component import made, state
from app.kit.controls import Handler
from app.language import _

MOMENT = 0.7
"""Seconds after a touch that takes something away in which another is that same touch once more."""

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True)
class RemovedItem(Generic[Id]):
    """What was taken away."""

    id: Id
    """Which it was in its list."""
    name: str
    """What it is called to whoever sees the list; "" for nothing."""
    group: str
    """The list in which it stood."""
    among: tuple[Id, ...]
    """The ids of that list, in its order: the line stands behind those that were before it."""
    back: Callable[[], object]
    """Brings it back."""


@dataclass(eq=False)
class Removals(Generic[Id]):
    """What was taken away on one screen since it showed."""

    changed: Callable[[], None] = lambda: None
    """Has the screen drawn again."""
    taken: tuple[RemovedItem[Id], ...] = ()
    """What was not brought back, the latest at the end."""
    _at: float = field(default=float("-inf"))

    def heeds(self) -> bool:
        """Whether a touch that takes something away counts: not in the moment after another. Asked once a touch."""
        now = monotonic()
        before, self._at = self._at, now
        return now - before >= MOMENT

    def add(self, taken: RemovedItem[Id]) -> None:
        """Something was taken away."""
        self.taken = (*(t for t in self.taken if t.id != taken.id), taken)
        self.changed()

    def forget(self, id: Id) -> None:
        """It is back."""
        self.taken = tuple(t for t in self.taken if t.id != id)
        self.changed()

    def clear(self) -> None:
        """Another page shows."""
        if self.taken:
            self.taken = ()
            self.changed()


def use_removals() -> Removals[str]:
    """Return what was taken away on this screen. A hook: for components."""
    removals, _same = made(lambda: Removals[str]())
    count, again = state(0)
    removals.changed = lambda: again(count + 1)
    return removals


def with_removed(ids: Sequence[Id], taken: Sequence[RemovedItem[Id]]) -> tuple[Id, ...]:
    """Return the ids of what is there with those of what was taken away, each where it stood."""
    order = list(ids)
    for one in reversed(taken):  # What went last stood among all others that are known here.
        if one.id in order:
            continue
        before = one.among[: one.among.index(one.id)] if one.id in one.among else ()
        at = next((order.index(b) + 1 for b in reversed(before) if b in order), 0)
        order.insert(at, one.id)
    return tuple(order)


def standing(
    removals: Removals[Id],
    shown: Mapping[Id, ft.Control],
    group: str,
    handler: Callable[[Callable[[], object]], Handler],
    there: Container[Id] = (),
) -> list[ft.Control]:
    """Return the controls of a list, and a line for each thing that was taken away from it, where it stood.

    there: what is not taken away (any more), shown or not.
    """
    gone = {t.id: t for t in removals.taken if t.group == group and t.id not in shown and t.id not in there}
    return [
        shown[id] if id in shown else taken_line(removals, gone[id], handler)
        for id in with_removed(tuple(shown), tuple(gone.values()))
    ]


def taken_line(
    removals: Removals[Id], taken: RemovedItem[Id], handler: Callable[[Callable[[], object]], Handler]
) -> ft.Control:
    """What was taken away, and the touch that brings it back: at the other end from where it was taken away."""

    def back() -> None:
        taken.back()
        removals.forget(taken.id)

    told = _("Taken away: {thing}").format(thing=taken.name) if taken.name else _("Taken away")
    return ft.Semantics(
        live_region=True,
        content=ft.Container(
            ft.Row(
                [
                    controls.button(_("Undo"), handler(back), key=f"back-{taken.id}", icon=ft.Icons.UNDO),
                    ft.Container(controls.quiet(told, size=theme.CONTROL), expand=True),
                ],
                spacing=theme.GAP_S,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            key=f"taken-{taken.id}",
            padding=ft.Padding.symmetric(vertical=4),
        ),
    )
