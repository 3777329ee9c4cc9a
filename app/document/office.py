"""What a worker has to know at the office, of all families at once: what is due, what is out, what has rested.

For the worker alone, behind the PIN: who gets a copy, and what was promised to one person, is told here whoever may
read it at the table. Each document is looked at by itself (`look`), so that none has to stay in memory, and what was
read of all of them is put together (`at_office`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from app.document.copies_due import COPY_DUE, promised
from app.document.copy_log import COPY_MADE, LoggedCopy, copies_made
from app.document.copy_rules import OFFICE, copy_rules
from app.document.edit import Add
from app.document.fold import Document, fold
from app.document.header import HEADER, header
from app.document.item import WORKER, Item
from app.document.kind import Printed, Promised
from app.document.local_day import local_day
from app.document.people import people
from app.document.private_matter import last_worked_on
from app.document.schema import stored_day
from app.document.sharing import changed_at, seen_by
from app.language.name_search import finds

RESTED = 90
"""Days after which a plan that nobody worked on is told at the office."""

NOT_ON_PAPER = ("binned", "closed", "family", "stage", "youngest")
"""What a front says that stands on no paper."""


class MyPromise(NamedTuple):
    """A promise of the worker's that is open."""

    promised: Promised
    """The promise, as its plan has it."""
    section: str
    """Where in its plan it stands (a section's slug); "" where its item is not there."""
    whom: str
    """The name of whom it was made to, "" for nobody named, or nobody that the plan names."""
    day: date | None
    """Until when, or None."""


class CopyOut(NamedTuple):
    """A copy that was made."""

    copied: LoggedCopy
    """What the plan's record says of it."""
    whom: str
    """Whose it is, as the plan calls them, or ""."""
    paper: str
    """The paper's name, to be translated."""
    version: date | None
    """The day on which what it holds was last changed, or None."""
    newer: bool
    """The plan has changed for its reader since."""
    may: bool = True
    """False where the worker's rule is by now that its holder may have none."""


@dataclass(frozen=True)
class Looked:
    """What is told of one document."""

    id: str
    """The id of the document."""
    kind: str = ""
    """The slug of its kind."""
    family: str = ""
    """The family's document id, "" for a family itself or a plan that belongs to none."""
    title: str = ""
    """As its front says it."""
    next: date | None = None
    """The day on which the plan is next taken up, or None."""
    worked: date | None = None
    """The day on which it was last worked on, or None."""
    closed: date | None = None
    """Of a family, the day on which the work with it ended; None where it goes on."""
    binned: bool = False
    """It is in the bin."""
    names: tuple[tuple[str, str], ...] = ()
    """Its people, each an id and a name, without the worker."""
    promises: tuple[MyPromise, ...] = ()
    """The worker's promises that are open, but for copies."""
    to_bring: tuple[MyPromise, ...] = ()
    """The copies that the worker said they would bring."""
    out: tuple[CopyOut, ...] = ()
    """The copies that were made, the newest first."""
    may_hold: frozenset[str] = frozenset()
    """Of a family, who may hold a copy of its plans (person ids)."""
    whole: bool = True
    """False where a part of it could not be read. All but `id` may be empty then."""


@dataclass(frozen=True)
class Office:
    """What is told of all: each line with the plan that it is of."""

    families: tuple[Looked, ...] = ()
    """Those with which the work goes on, by nickname."""
    closed: tuple[Looked, ...] = ()
    """The families with which the work has ended, by nickname."""
    plans: tuple[Looked, ...] = ()
    """All but those in the bin or of a closed family, by title."""
    dates: tuple[Looked, ...] = ()
    """The plans with a next date, the soonest first, so that what is over comes before all else."""
    promises: tuple[tuple[Looked, MyPromise], ...] = ()
    """The worker's: those with a day first, the soonest first."""
    to_bring: tuple[tuple[Looked, MyPromise], ...] = ()
    """The copies that may be made: those with a day first, the soonest first."""
    out: tuple[tuple[Looked, CopyOut], ...] = ()
    """The copies that were made: those of an older version first, then the newest first."""
    rested: tuple[Looked, ...] = ()
    """Plans that nobody worked on for RESTED days, the longest first."""
    damaged: tuple[Looked, ...] = ()
    """What could not be read as a whole."""


What: TypeAlias = Literal["family", "person", "plan"]


class SearchHit(NamedTuple):
    """What was found by a name."""

    what: What
    """Which of the three has the name."""
    at: Looked
    """The family, or the plan, in which it is."""
    words: str
    """What has that name: the title of a family or a plan, or a person's name."""


def look(document: Document) -> Looked:
    """Return what is told of a document at the office."""
    f, who, at = header(document), people(document), last_worked_on(document)

    def mine(p: Promised) -> MyPromise:
        whom = who[p.whom].name if p.whom in who else ""
        item = document.items.get(p.item)
        return MyPromise(p, item.section if item is not None else "", whom, stored_day(p.until))

    open_ = [mine(p) for p in promised(document) if p.who == WORKER or p.owed]
    return Looked(
        document.id,
        document.kind.slug,
        f.family,
        f.title,
        stored_day(f.next),
        local_day(at) if at else None,
        stored_day(f.closed),
        bool(f.binned),
        tuple((p.id, p.name) for p in who.values() if p.id != WORKER and p.name),
        tuple(m for m in open_ if not m.promised.owed),
        tuple(m for m in open_ if m.promised.owed),
        tuple(_out(document, copied) for copied in copies_made(document)),
        frozenset(who for who, rule in copy_rules(document).items() if rule.holding == "may"),
    )


def at_office(looked: Iterable[Looked], *, today: date, families: str, apart: Sequence[str] = ()) -> Office:
    """Return what is told of all that was looked at.

    families: the slug of what a family is. apart: the slugs of kinds of document that are no plans. What is in the bin
    is told nowhere, nor is a plan of a family that is closed: only that there is such a family.
    """
    there = sorted((one for one in looked if not one.binned), key=lambda one: (one.title.casefold(), one.id))
    theirs = [one for one in there if one.kind == families]
    shut = {one.id for one in theirs if one.closed is not None}
    # Of a family that cannot be read as a whole, nobody knows the rules.
    holders = {one.id: one.may_hold if one.whole else frozenset() for one in theirs}
    plans = [
        _as_ruled(one, holders.get(one.family, frozenset()))
        for one in there
        if one.kind and one.kind not in (families, *apart) and one.family not in shut
    ]
    return Office(
        families=tuple(one for one in theirs if one.id not in shut),
        closed=tuple(one for one in theirs if one.id in shut),
        plans=tuple(plans),
        dates=tuple(sorted((one for one in plans if one.next), key=lambda one: one.next or date.max)),
        promises=_by_day((one, m) for one in plans for m in one.promises),
        to_bring=_by_day((one, m) for one in plans for m in one.to_bring),
        out=tuple(sorted(((one, c) for one in plans for c in one.out), key=_older_versions_first)),
        rested=tuple(sorted((one for one in plans if rests(one, today)), key=lambda one: one.worked or date.min)),
        damaged=tuple(one for one in there if not one.whole and one.family not in shut),
    )


def _as_ruled(plan: Looked, holders: frozenset[str]) -> Looked:
    """Return a plan as the rules are: no copy to bring that may not be made; and who has one, whether they may."""
    anybody = frozenset({"", OFFICE})
    return replace(
        plan,
        to_bring=tuple(m for m in plan.to_bring if m.promised.whom in holders | anybody),
        out=tuple(c._replace(may=c.copied.whom in holders | anybody) for c in plan.out),
    )


def rests(one: Looked, today: date) -> bool:
    """Whether nobody has worked on a plan for so long that it is told."""
    return one.worked is not None and (today - one.worked).days >= RESTED


def plans_of(looked: Iterable[Looked], family: str) -> tuple[Looked, ...]:
    """Return what was looked at and belongs to a family (an id), the one worked on last first."""
    theirs = [one for one in looked if one.family == family and not one.binned]
    return tuple(sorted(theirs, key=lambda one: (-(one.worked or date.min).toordinal(), one.id)))


def find(looked: Iterable[Looked], sought: str, *, families: str, apart: Sequence[str] = ()) -> tuple[SearchHit, ...]:
    """Return what has the name that somebody looks for: families, then people, then plans.

    families, apart: as at_office takes them. Somebody whom their family names is found there, once; else in the plan
    that names them. The worker, whom every plan names, is found nowhere.
    """
    there = [one for one in looked if not one.binned and one.kind not in apart]
    theirs = {one.id: one for one in there if one.kind == families}
    plans = [one for one in there if one.id not in theirs]
    known = {(family.id, *named) for family in theirs.values() for named in family.names}
    people_ = [SearchHit("person", family, name) for family in theirs.values() for _id, name in family.names]
    people_ += [
        SearchHit("person", plan, name)
        for plan in plans
        for id, name in plan.names
        if (plan.family, id, name) not in known
    ]
    all_ = [
        *(SearchHit("family", family, family.title) for family in theirs.values()),
        *people_,
        *(SearchHit("plan", plan, plan.title) for plan in plans),
    ]
    return tuple(found for found in all_ if finds(sought, found.words))


def _by_day(found: Iterable[tuple[Looked, MyPromise]]) -> tuple[tuple[Looked, MyPromise], ...]:
    return tuple(sorted(found, key=lambda pair: pair[1].day or date.max))


def _older_versions_first(pair: tuple[Looked, CopyOut]) -> tuple[bool, int]:
    _plan, copy = pair
    return not copy.newer, -(copy.copied.day or date.min).toordinal()


def _out(document: Document, copied: LoggedCopy) -> CopyOut:
    who, paper = people(document), document.kind.paper(copied.paper)
    then = _as_made(document, copied.id)
    reader = copied.whom or None
    seen = seen_by(then, reader, with_private=paper.private)
    at = changed_at(then, seen, reader, with_private=paper.private)
    now = seen if then is document else seen_by(document, reader, with_private=paper.private)
    return CopyOut(
        copied,
        who[copied.whom].name if copied.whom in who else "",
        paper.name,
        local_day(at) if at is not None else None,
        now is not seen and _on_paper(seen, paper) != _on_paper(now, paper),
    )


def _as_made(document: Document, copy: str) -> Document:
    """Return a document as it was when a copy (an item's id) was recorded; itself where only copies came since."""
    recorded = next(e for e in document.edits.of_item(copy) if isinstance(e.change, Add))
    behind = (document.edits.place(recorded.id) or 0) + 1
    if all(_of_copies(e.change) for e in document.edits[behind:]):
        return document
    return fold(document.id, document.kind, document.edits[:behind])


def _of_copies(change: object) -> bool:
    return isinstance(change, Add) and change.item.item_type in (COPY_MADE.slug, COPY_DUE.slug)


def _on_paper(seen: Document, paper: Printed) -> dict[str, Item]:
    """Return the items that stand on a paper of a document, as its reader may see them (seen)."""
    declared = {s.slug for s in seen.kind.sections}
    left_out = declared.difference(paper.sections) if paper.sections else frozenset[str]()
    return {
        id: _printed(item)
        for id, item in seen.items.items()
        if item.section not in left_out and item.item_type != COPY_DUE.slug
    }


def _printed(item: Item) -> Item:
    if item.section != HEADER:
        return item
    return item._replace(fields={name: value for name, value in item.fields.items() if name not in NOT_ON_PAPER})
