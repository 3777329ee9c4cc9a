"""What is still to talk about in a safety plan: one small check for each line of the field guide, for the worker.

Only what is open is looked at: a part that nobody opened is not missing. Nothing waits for any of it.
Source: docs/domain/safety-plan.md ("Plan health").
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from app.blocks.rings.model import members
from app.blocks.rows.follow_up import instead_words
from app.blocks.rows.model import Row, filled, rows
from app.blocks.rows.outcome import NOT_KEPT
from app.blocks.storyboard.model import pages, spoken_on
from app.blocks.worries.model import open_worries
from app.document import CHILD, WORKER, Document, people
from app.document.header import header, open_sections
from app.document.kind import ToTalkAbout
from app.document.saying import SAYING
from app.document.schema import visible
from app.language import _, isolate
from plans.safety_lines import promised

LOOK_AGAIN_WITHIN = 28
"""Days (the field guide's number)."""

UNPAID = 2
"""So many people whose job it is not, or more."""

NOT_DOING = re.compile(r"\b(?:not|never|no|stop|stops|avoid)\b|n['’]t\b", re.IGNORECASE)
"""What people will not do, in English. A rule says what they will do: that can be seen."""

Check: TypeAlias = Callable[[Document, date], Iterator[ToTalkAbout]]


def to_talk_about(document: Document, today: date) -> tuple[ToTalkAbout, ...]:
    """Return what is still to talk about in the sections that are open, in the order of the field guide."""
    open_ = {s.slug for s in open_sections(document)}
    return tuple(one for check in CHECKS for one in check(document, today) if one.section in open_)


def worry_without_goal(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Every worry has a goal."""
    if header(document).stage and any(
        w.spoken and not (visible(w.goal.doing) or visible(w.goal.sees)) for w in open_worries(document, "worries")
    ):
        yield ToTalkAbout("worry-goal", _("What would good look like? A worry has no goal yet."), "worries")


def worry_without_scale(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Every worry has a number line with words at both ends."""
    if header(document).stage and any(
        w.spoken and not (visible(w.scale.low) and visible(w.scale.high)) for w in open_worries(document, "worries")
    ):
        yield ToTalkAbout("worry-scale", _("What do 0 and 10 mean? A worry has no number line yet."), "worries")


def rule_without_people(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Every rule has somebody who does it, somebody who checks, and a back-up."""
    asked = (
        ("who", "rule-doer", _("Who does it? A rule has no name beside it yet.")),
        ("checks", "rule-checker", _("Who checks? A rule has nobody for that yet.")),
        ("steps-in", "rule-backup", _("Who steps in if it goes wrong? One rule has nobody for that yet.")),
    )
    for column, slug, words in asked:
        if any(not row.cells.get(column) for row in _rules(document)):
            yield ToTalkAbout(slug, words, "rules")


def too_few_people(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Two or more people whose job it is not, one of them living elsewhere."""
    unpaid = [m for m in members(document, "network") if not m.paid]
    if len(unpaid) < UNPAID:
        words = _("Who else is there for the child? Try for two or more people who are not paid to help.")
        yield ToTalkAbout("people-unpaid", words, "network")
    if not any(m.elsewhere for m in unpaid):
        words = _("Is there somebody who lives in another home?")
        yield ToTalkAbout("people-elsewhere", words, "network")


def rule_for_a_child(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """No rule is addressed to a child."""
    who = people(document)
    for row in _rules(document):
        person = str(row.cells.get("who") or "")
        if person == CHILD or (person in who and who[person].role == "child"):
            name = isolate(who[person].name) if person in who else _("The child")
            words = _("A rule stands beside {name}. Which grown-up could do it?").format(name=name)
            yield ToTalkAbout("rule-child", words, "rules")


def if_without_then(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Every "if" has a "then"."""
    if any(r.cells.get("if") and not r.cells.get("then") for r in rows(document, "if-then")):
        yield ToTalkAbout("if-then", _("What will you do then? One “if” has no “then” yet."), "if-then")


def no_next_day(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """There is a day on which we look again, within the set number of days."""
    kept = header(document).next
    day = date.fromisoformat(kept) if kept else None
    if day is None or not today <= day <= today + timedelta(days=LOOK_AGAIN_WITHIN):
        words = _("When do we look again? A day in the next {n} days is good.").format(n=LOOK_AGAIN_WITHIN)
        yield ToTalkAbout("next-day", words, "reviews")


def worded_as_not_doing(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Rules and steps say what people will do."""
    for section, column in (("rules", "rule"), ("steps", "what")):
        if any(NOT_DOING.search(str(row.cells.get(column) or "")) for row in rows(document, section)):
            words = _("Can we say what people will do? One line says what they will not do.")
            yield ToTalkAbout("will-do", words, section)


def nothing_from_the_child(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """There is a line from the child: a page of their own, or something they said."""
    who = people(document)
    children = {CHILD, *(p.id for p in who.values() if p.role == "child")}
    said = any(i.item_type == SAYING.slug and i.by in children for i in document.items.values())
    if not said and not any(spoken_on(document, page.id) for page in pages(document, "child")):
        words = _("What does the child say? There is no line from the child yet.")
        yield ToTalkAbout("child-line", words, "going-well")


def no_promise_from_a_professional(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """There is a promise from a professional."""
    who = people(document)
    professional = {WORKER, *(p.id for p in who.values() if p.role == "professional")}
    if not any(str(row.cells.get("who") or "") in professional for row in rows(document, "promises")):
        words = _("What do you promise? There is no promise from a worker yet.")
        yield ToTalkAbout("promise-worker", words, "promises")


def must_have_without_label(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """What has to happen says who set it."""
    if any(filled(r) and not r.cells.get("set-by") for r in rows(document, "must-haves")):
        words = _("Who set it? One thing that has to happen does not say so yet.")
        yield ToTalkAbout("must-have-set-by", words, "must-haves")


def day_is_over(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Of what was to be there by a day that is over, somebody says how it went."""
    over = [document.items[p.item].section for p in promised(document) if p.until and p.until < today.isoformat()]
    for section in dict.fromkeys(over):
        words = _("How did it go? The date for something has passed.")
        yield ToTalkAbout(f"over-{section}", words, section)


def nothing_instead(document: Document, today: date) -> Iterator[ToTalkAbout]:
    """Where something did not happen, there is something instead."""
    for section in ("promises", "steps"):
        there = rows(document, section)
        if any(_not_kept(row) and not instead_words(document, row) for row in there):
            words = _("What could come instead? Something that we said did not happen.")
            yield ToTalkAbout(f"instead-{section}", words, section)


CHECKS: tuple[Check, ...] = (
    worry_without_goal,
    worry_without_scale,
    rule_without_people,
    too_few_people,
    rule_for_a_child,
    if_without_then,
    no_next_day,
    worded_as_not_doing,
    nothing_from_the_child,
    no_promise_from_a_professional,
    must_have_without_label,
    day_is_over,
    nothing_instead,
)


def _not_kept(row: Row) -> bool:
    return any(said.how == NOT_KEPT for said in row.went.values())


def _rules(document: Document) -> list[Row]:
    return [row for row in rows(document, "rules") if row.cells.get("rule")]
