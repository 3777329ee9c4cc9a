"""Trying a plan out: one "if … then" after the other, before it is needed. What did not work yet becomes a step.

Where the cases stand, and what is kept of them, the kind of plan says: this block keeps nothing of its own.
Source: docs/domain/safety-plan.md ("Trying it out: practice runs, dates, what we learned").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.document import Change, Document, Section


class Case(NamedTuple):
    """One thing to try."""

    id: str
    """Of the item that it comes from."""
    how_bad: str
    """How bad it is, in a few words, or ""."""
    if_: str
    """What happens, as it stands after the word if."""
    then: str
    """What is done, as it stands after the word then."""
    people: tuple[str, ...]
    """Whom we turn to, by name, the first one first."""


def _none(document: Document) -> tuple[Case, ...]:
    return ()


def _nothing(document: Document, case: Case, by: str, day: date) -> Sequence[Change]:
    return ()


class Gap(NamedTuple):
    """What is missing yet in a case."""

    ids: tuple[str, str]
    """Of what is kept of it: first the step, then what was learned; new at first, the same again for other words."""
    words: str
    """As typed; without any, what was kept of it goes."""
    by: str
    """Who says so (a person id)."""
    day: date
    """On which it was tried."""


def _no_gap(document: Document, case: Case, gap: Gap) -> Sequence[Change]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Trying:
    """What the block needs to know of a section."""

    cases: Callable[[Document], tuple[Case, ...]] = _none
    """cases(document): what there is to try, in order."""
    worked: Callable[[Document, Case, str, date], Sequence[Change]] = _nothing
    """worked(document, case, by, day): the changes that keep that it worked."""
    gap: Callable[[Document, Case, Gap], Sequence[Change]] = _no_gap
    """gap(document, case, gap): the changes that keep what is missing yet, and make a step of it."""


def shape_of(section: Section) -> Trying:
    """Return what a section tries; nothing where it says nothing of it."""
    return section.shape if isinstance(section.shape, Trying) else Trying()
