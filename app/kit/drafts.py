"""Words that stand in a field and are not yet in the document: what a field tells of them, and what it asks."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """Words in a field that are not yet an edit. keep(): makes them one; False where they were refused.

    refused: they were, or only a touch of its own keeps them: they stand in their field until they are changed, or
    somebody leaves without them. over: so many letters they are too long; 0 where that is not why. instead: what an
    empty field stands for that has another name each time that it comes; "" for every other.
    """

    words: str
    keep: Callable[[], bool]
    refused: bool = False
    over: int = 0
    instead: str = ""


@dataclass(frozen=True)
class Drafting:
    """How a field and whoever keeps its words speak with one another.

    name(spot): the name of a field for ever, from what tells it from every other on its page. put(name, draft): words
    wait there, or none any more (None). waits(name): whether they do. given_back(name, instead, between): the refused
    words that wait for a field that comes again, or None; between parts those of several tabs. left(stem): the spots of
    this page's empty fields in which words wait, by what they stand for (`instead`) behind this beginning of it.
    tried(keep): do what keeps words; whether they are kept, and how many letters they are too long, if that is why.
    """

    name: Callable[[str], Hashable]
    put: Callable[[Hashable, Draft | None], None]
    waits: Callable[[Hashable], bool]
    given_back: Callable[[Hashable, str, str], Draft | None]
    left: Callable[[str], Mapping[str, str]]
    tried: Callable[[Callable[[], bool]], tuple[bool, int]]
