"""Words that stand in a field and are not yet in the document: what a field tells of them, and what it asks."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """Words in a field that are not yet an edit."""

    words: str
    """As they were written."""
    keep: Callable[[], bool]
    """keep(): makes them an edit; False where they were refused."""
    refused: bool = False
    """They were, or only a touch of its own keeps them: they stay until changed, or somebody leaves without them."""
    over: int = 0
    """So many letters they are too long; 0 where that is not why."""
    instead: str = ""
    """What an empty field stands for that has another name each time that it comes; "" for every other."""


@dataclass(frozen=True)
class Drafting:
    """How a field and whoever keeps its words speak with one another."""

    name: Callable[[str], Hashable]
    """name(spot): the name of a field for ever, from what tells it from every other on its page."""
    put: Callable[[Hashable, Draft | None], None]
    """put(name, draft): words wait there, or none any more (None)."""
    waits: Callable[[Hashable], bool]
    """waits(name): whether words wait there."""
    given_back: Callable[[Hashable, str, str], Draft | None]
    """given_back(name, instead, between): refused words that wait for it, or None; between parts those of each tab."""
    left: Callable[[str], Mapping[str, str]]
    """left(stem): the spots of this page's empty fields with words, by what follows stem in their `instead`."""
    tried: Callable[[Callable[[], bool]], tuple[bool, int]]
    """tried(keep): do what keeps words; whether they are kept, and how many letters too long, if that is why."""
