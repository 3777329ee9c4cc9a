"""Keys of a keyboard: the one that hides, from anywhere, and those that a screen listens to."""

from collections.abc import Awaitable, Callable

HIDE_KEY = "Escape"
"""The key that hides: the largest in its corner, and the one that people try."""


class Keys:
    """What the screen that shows does with keys. act: is told each one's name; None: nothing."""

    def __init__(self) -> None:
        self.act: Callable[[str], Awaitable[None]] | None = None

    async def press(self, key: str) -> None:
        """A key other than HIDE_KEY was pressed."""
        if self.act is not None:
            await self.act(key)
