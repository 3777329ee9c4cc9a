"""What every picture of a sheet says of itself: its words, and how it is drawn.

A new picture is a frozen dataclass that inherits from `Drawn`, in one file: in the folder of its block, or here where
several blocks have it. Where `drawing` says all of it, paper and screen paint it without knowing it. A picture that
needs more has a painter of its own for each: one line in app/pdf/pictures.py, and one in app/kit/pictures.py.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Protocol, Self

from app.sheet.drawing import Drawing, Room


class Teller(Protocol):
    """Who says what stands where. Each is asked in the order in which a sheet is read."""

    def at(self, heading: str, page: int) -> None:
        """What comes stands below a heading ("" for none); page: of a book, from 1; 0 where there is none."""

    def said(self, words: str) -> str:
        """Return what stands for what somebody said: a paragraph."""

    def line(self, words: str) -> str:
        """Return what stands for one line of many: an item of a list, a cell."""

    def named(self, words: str) -> str:
        """Return what stands for a name, a heading, a caption: words that are told apart by their place."""


class Drawn(ABC):
    """A picture that is worked out from a plan, as a part of a page.

    alt: the words for somebody who cannot see it: all that it shows.
    words_beside: the same stands in words beside it, so that a page that is to hold a whole plan goes without it.
    """

    alt: str
    words_beside: ClassVar[bool] = False

    @abstractmethod
    def texts(self) -> Iterator[str]:
        """Yield the strings that a reader meets, alt among them, in reading order."""

    def letters(self) -> Iterator[str]:
        """Yield what stands in it besides its texts: the letters of faces, the numbers of scales."""
        return iter(())

    @abstractmethod
    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words: every string that texts or letters come from."""

    def drawing(self, room: Room) -> Drawing:
        """Return it in shapes. Raises NotImplementedError where paper and screen have painters of their own for it."""
        raise NotImplementedError(f"{type(self).__name__} says neither how it is drawn, nor has painters of its own.")
