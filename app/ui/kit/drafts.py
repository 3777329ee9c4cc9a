"""Words that stand in a field and are not yet in the document: what a field tells of them, and what it asks."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """Words in a field that are not yet an edit. keep(): makes them one; False where they were refused.

    refused: they were, and stand in their field until they are changed, or somebody leaves without them. instead: what
    an empty field stands for that has another name each time that it comes; "" for every other.
    """

    words: str
    keep: Callable[[], bool]
    refused: bool = False
    instead: str = ""


@dataclass(frozen=True)
class Drafting:
    """How a field and whoever keeps its words speak with one another.

    name(spot): the name of a field for ever, from what tells it from every other on its page. put(name, draft): words
    wait there, or none any more (None). waits(name): whether they do. given_back(name): the refused words that wait
    for a field that comes again, or None. comes_again(instead): the spot of an empty field that stood for this and has
    such words, or "".
    """

    name: Callable[[str], Hashable]
    put: Callable[[Hashable, Draft | None], None]
    waits: Callable[[Hashable], bool]
    given_back: Callable[[Hashable], str | None]
    comes_again: Callable[[str], str]
