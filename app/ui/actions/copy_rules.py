"""Who may hold a copy, as the screens ask and the worker says it: in the family's document, for all its plans."""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from app.document import WORKER, Document, Person, people
from app.document.copies_due import copies_due
from app.document.copy_rules import Holding, copy_rules, decide, give_reason, no_more_owed
from app.document.header import header
from app.export.outline import summary_line
from app.language.clean_text import visible
from app.language.name_search import stands_in
from app.store import ReadOnlyPlan
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session
from app.workspace.workspace import NotAllowed

UNDO_SCOPE = "copy-rules"
"""Where rules are made; and, in a plan, where a copy that was promised is crossed out because of one."""


class Notes(NamedTuple):
    """What the worker wrote on copies in one plan, in free words: notes, and no rule."""

    title: str
    """What the plan is called."""
    lines: tuple[str, ...]
    """What stands there, a line each; never none."""


class AboutCopies(NamedTuple):
    """What the worker's page needs of a family's plans."""

    notes: tuple[Notes, ...] = ()
    """Those of each plan that has some."""
    named: Mapping[str, Person] = {}
    """Everybody who is named in the family or in one of its plans, by person id."""
    owed: Mapping[str, tuple[str, ...]] = {}
    """The titles of the plans of which a copy was promised to somebody, by person id."""


def rules_of(family: OpenPlan) -> Document | None:
    """Return the document whose rules hold, as it stands now. None where it is damaged: what is missing in it may be
    the very change that forbids a copy.
    """
    return family.now if family.saving != "read-only" else None


async def about_copies(session: Session, family: OpenPlan) -> AboutCopies:
    """Read the plans of a family: what was noted in each on copies, and whom it names.

    A copy that is still owed to somebody who must not have one (a kill came in between) is owed no more.
    """
    notes, named = [], dict(people(family.document))
    owed: dict[str, tuple[str, ...]] = {}
    forbidden = [r.who for r in copy_rules(family.document).values() if r.holding == "must-not"]
    for id in await _plans(session, family.id):
        document = (await session.workspace.open(id)).document
        lines = noted(document)
        if lines:
            notes.append(Notes(header(document).title, lines))
        named |= {id: p for id, p in people(document).items() if id not in named}
        for person in forbidden:
            _cross_out(session, id, person)
        for promise in copies_due(session.workspace.document(id)):
            owed[promise.whom] = (*owed.get(promise.whom, ()), header(document).title)
    return AboutCopies(tuple(notes), named, owed)


async def say_who_may(session: Session, family: OpenPlan, person: str, holding: Holding) -> None:
    """The worker says whether somebody may hold a copy: in every plan of the family, from now on.

    Whoever may hold none is owed none: what was promised them is crossed out, in plans that are in the bin too.
    """
    _for_the_worker(session)
    changes = decide(family.now, person, holding)
    family.make(changes, undo_scope=UNDO_SCOPE)
    if holding == "must-not" or (holding == "not-decided" and changes):
        for id in await _plans(session, family.id):
            await session.workspace.open(id)
            _cross_out(session, id, person)
    session.version += 1


def say_why(session: Session, family: OpenPlan, person: str, why: str) -> None:
    """The worker writes down why. Raises NotAccepted for too many words."""
    _for_the_worker(session)
    family.make(give_reason(family.now, person, why), undo_scope=UNDO_SCOPE)


def noted(document: Document) -> tuple[str, ...]:
    """Return what stands in a plan's own notes on copies, a line each."""
    sections = {s.slug for s in document.kind.sections if s.on_copies}
    top = (i for slug in sorted(sections) for i in document.children(None, section=slug))
    lines = (summary_line(document, i) for t in top for i in (t, *document.below(t.id)))
    return tuple(line.whole() for line in lines if line is not None and visible(line.whole()))


def named_in(name: str, notes: tuple[Notes, ...]) -> bool:
    """Whether the worker's notes on copies have a person's name in them, as a word of its own."""
    return any(stands_in(name, line) for note in notes for line in note.lines)


async def _plans(session: Session, family: str) -> list[str]:
    """Return every document that belongs to a family, or the one that is its own."""
    found = [
        c.document for c in await session.workspace.thread.run(session.workspace.vault.cards) if c.family == family
    ]
    return found or [family]


def _cross_out(session: Session, plan: str, person: str) -> None:
    changes = no_more_owed(session.workspace.document(plan), person)
    if changes:
        with suppress(ReadOnlyPlan):  # No copy is made of a damaged plan's promise either: the rule holds.
            session.workspace.make(plan, changes, actor=WORKER, undo_scope=UNDO_SCOPE, undo_session=UNDO_SCOPE)


def _for_the_worker(session: Session) -> None:
    if session.handed or session.family_time:
        raise NotAllowed("somebody else has the tablet")
