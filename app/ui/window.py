"""How large the window is, and which of the three layouts it gets."""

from dataclasses import dataclass

PHONE_WIDTH = 600
"""Narrower than this (in logical pixels) is a phone: one column."""


@dataclass(frozen=True)
class Window:
    """The window's size in logical pixels, and whether an on-screen keyboard covers some of it."""

    width: float = 1180
    height: float = 820
    keyboard: bool = False

    @property
    def shape(self) -> str:
        """ "wide", "tall" or "phone": the three layouts of DESIGN.md."""
        if min(self.width, self.height) < PHONE_WIDTH and self.width < 900:
            return "phone"
        return "wide" if self.width >= self.height else "tall"
