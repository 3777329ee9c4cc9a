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
    """One thing to try. id: of the item that it comes from. how_bad: in a few words, or "". people: whom we turn to."""

    id: str
    how_bad: str
    if_: str
    then: str
    people: tuple[str, ...]


def _none(document: Document) -> tuple[Case, ...]:
    return ()


def _nothing(document: Document, case: Case, by: str, day: date) -> Sequence[Change]:
    return ()


class Gap(NamedTuple):
    """What is missing yet in a case. ids: two that nothing has yet, for what is kept of it; words: as typed."""

    ids: tuple[str, str]
    words: str
    by: str
    day: date


def _no_gap(document: Document, case: Case, gap: Gap) -> Sequence[Change]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Trying:
    """What the block needs to know of a section.

    cases(document): what there is to try, in order. worked(document, case, by, day): the changes that keep that it
    worked. gap(document, case, gap): those that keep what is missing yet, and make a step of it; with other words for
    the same ids it is the same step, and without any words it goes.
    """

    cases: Callable[[Document], tuple[Case, ...]] = _none
    worked: Callable[[Document, Case, str, date], Sequence[Change]] = _nothing
    gap: Callable[[Document, Case, Gap], Sequence[Change]] = _no_gap


def shape_of(section: Section) -> Trying:
    """Return what a section tries; nothing where it says nothing of it."""
    return section.shape if isinstance(section.shape, Trying) else Trying()
