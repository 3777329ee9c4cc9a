"""What somebody came for is brought into sight: whatever scrolls round it turns to it, once, as it comes."""

import asyncio
from contextlib import suppress

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.kit import theme
from app.kit.component import component


@component
def InSight(content: ft.Control, *, name: str) -> ft.Control:
    """Content that is scrolled to as it comes. name: no other thing on the screen has it."""
    shown: MutableRef[ft.Control] = ft.use_ref(None)

    async def turn() -> None:
        await asyncio.sleep(theme.FADE / 1000)  # Until Flutter has laid it out there is no place to turn to.
        above: object = shown.current
        while above is not None and getattr(above, "scroll", None) is None:
            above = getattr(above, "parent", None)
        if isinstance(above, ft.ScrollableControl):
            with suppress(RuntimeError, TimeoutError):  # The page may be gone, or what was to be shown.
                await above.scroll_to(scroll_key=name)

    ft.use_effect(turn, [])
    shown.current = ft.Container(content, key=ft.ScrollKey(name))  # type: ignore[call-arg]
    return shown.current
