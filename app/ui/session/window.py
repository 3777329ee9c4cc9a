"""How large the window is, which of the three layouts it gets, and what makes it draw again."""

from contextlib import suppress
from dataclasses import dataclass

import flet as ft

PHONE_WIDTH = 600
"""Narrower than this (in logical pixels) is a phone: one column."""


@dataclass(frozen=True)
class Window:
    """The window's size, and whether an on-screen keyboard covers some of it."""

    width: float = 1180
    """In logical pixels."""
    height: float = 820
    """In logical pixels."""
    keyboard: bool = False
    """One on the screen covers some of it."""

    @property
    def shape(self) -> str:
        """ "wide", "tall" or "phone": the three layouts of docs/screen-design.md."""
        if min(self.width, self.height) < PHONE_WIDTH and self.width < 900:
            return "phone"
        return "wide" if self.width >= self.height else "tall"


def draw_on(page: ft.Page) -> None:
    """Have Flet draw where a fault has stopped it (it then draws a page no more): the lock must show."""
    with suppress(RuntimeError):  # The page is gone for good: there is nothing to draw, and all else of locking is due.
        page.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
