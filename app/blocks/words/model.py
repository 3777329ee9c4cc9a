"""Several questions that one page asks, each with its own room for what people say to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One of a page's questions. Words are marked, not translated."""

    slug: str
    """Stored for ever, in each saying to it."""
    words: str
    """What is asked."""
    prompt: str = ""
    """A quiet line below it, or ""."""
    starters: tuple[str, ...] = ()
    """What can be said with one touch."""


@dataclass(frozen=True)
class Questions:
    """What the words block needs to know of a section that asks more than one thing (Section.shape)."""

    asked: tuple[Question, ...]


def questions_of(shape: object) -> tuple[Question, ...]:
    """Return the questions of a section's shape; none where the section itself is the question."""
    return shape.asked if isinstance(shape, Questions) else ()
