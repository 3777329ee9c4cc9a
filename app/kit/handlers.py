"""What a touch or a typed letter is given: the types of handlers, and of the functions that handlers are made of."""

from collections.abc import Awaitable, Callable
from typing import Never, Protocol, TypeAlias

import flet as ft

Handler: TypeAlias = Callable[[], object] | None
"""What a control calls when it is touched, or None where a touch does nothing. Flet awaits what it returns."""

TextHandler: TypeAlias = Callable[[ft.Event[ft.TextField]], object] | None
"""What a field calls at each letter."""

Action: TypeAlias = Callable[[], object] | Callable[[Never], object]
"""What a handler is made of: a function of nothing or of the control's event, async or not."""


class EventHandler(Protocol):
    """A handler for any control: it may be called with the control's event or without."""

    def __call__(self, event: object = None, /) -> Awaitable[None]:
        """Do what the touch asks for."""
        ...
