"""Who must agree to a story's words before its pictures open, and who has: each for themselves, and no child.

Who must is on the worker's set-up sheet, in the order in which they are asked; where nobody is chosen there, it is
each parent and carer whom the plan names. Who has agreed is on the worker's record (method.py). What one person said
stands nowhere at the table: the pictures open when all have agreed, and until then everything looks the same.
Source: docs/domain/words-and-pictures.md ("which adults must agree first").
"""

from collections.abc import Mapping
from datetime import date

from app.blocks.storyboard.method import AGREED, OPENS, method_of, moves, record, record_of
from app.document import WORKER, Change, Document, ItemType, Person, Remove, Section, people, position_between
from app.document.schema import Someone
from app.ink.drawing import SLUGS

AGREES_FIRST = ItemType("agrees-first", {"person": Someone()})
"""Somebody who must agree: an item each on the set-up sheet, in their order."""

ASKED_BY_ROLE = ("parent", "carer")


def chosen(document: Document, section: str) -> dict[str, str]:
    """Return who was chosen on the set-up sheet (the slug of its section), in order: the item's id by the person's."""
    there = document.children(None, section=section, item_type=AGREES_FIRST.slug)
    found: dict[str, str] = {}
    for item in there:
        found.setdefault(str(item.fields.get("person") or ""), item.id)
    return {person: id for person, id in found.items() if person}


def choose(document: Document, section: Section, person: str) -> tuple[Change, ...]:
    """Return the change by which somebody must agree, after those who must already; none for a child."""
    known = people(document).get(person)
    if person in chosen(document, section.slug) or (known is not None and known.role == "child"):
        return ()
    there = document.children(None, section=section.slug)
    position = position_between(there[-1] if there else None, None)
    return (
        AGREES_FIRST.add(
            {"person": person}, section=section.slug, by=WORKER, position=position, for_whom=section.for_whom
        ),
    )


def leave_out(document: Document, section: str, person: str) -> tuple[Change, ...]:
    """Return the change by which somebody need not agree."""
    items = document.children(None, section=section, item_type=AGREES_FIRST.slug)
    return tuple(Remove(i.id) for i in items if i.fields.get("person") == person)


def who_must(document: Document, story: str) -> tuple[str, ...]:
    """Return who must agree to the words of a storyboard (the slug of its section), in the order of asking.

    Nobody who has left: they are asked nothing any more, and the pictures would never open.
    """
    declared = document.kind.section(record_of(document, story))
    named = chosen(document, method_of(declared).first) if declared is not None else {}
    who = people(document)
    asked = tuple(p for p in named if p not in who or not (who[p].role == "child" or who[p].left))
    return asked or tuple(p.id for p in who.values() if p.role in ASKED_BY_ROLE and p.here)


def who_can(document: Document, story: str, who: Mapping[str, Person]) -> tuple[str, ...]:
    """Return whose faces are there to be asked: those who must, in their order, then every other grown-up.

    The same, whoever has agreed; and whom the worker chose is not told by who is there. The worker stands last, where
    the worker need not agree.
    """
    must = [p for p in who_must(document, story) if p in who and not who[p].left]
    others = [p.id for p in who.values() if p.role != "child" and not p.left and p.id not in must]
    return (*must, *sorted(others, key=lambda person: person == WORKER))


def have_agreed(document: Document, story: str) -> frozenset[str]:
    """Return who has agreed, each for themselves: no child, whatever is recorded."""
    who = people(document)
    said = {m.person for m in moves(document, story) if m.stage == AGREED and m.each}
    return frozenset(person for person in said if person not in who or who[person].role != "child")


def still_to_ask(document: Document, story: str) -> tuple[str, ...]:
    """Return who must agree and has not, in order: for the worker alone."""
    said = have_agreed(document, story)
    return tuple(p for p in who_must(document, story) if p not in said)


def all_agreed(document: Document, story: str) -> bool:
    """Whether the words are agreed by all who must; by somebody, where nobody must."""
    return bool(have_agreed(document, story)) and not still_to_ask(document, story)


def agrees(document: Document, story: str, person: str, *, day: date) -> tuple[Change, ...]:
    """Return the change by which one person agrees, for nobody else. None for a child, or where it is known."""
    known = people(document).get(person)
    if person in have_agreed(document, story) or (known is not None and known.role == "child"):
        return ()
    return record(document, story, AGREED, person, day=day)


def agrees_not(document: Document, story: str, person: str) -> tuple[Change, ...]:
    """Return the changes by which one person agrees no more; none where they had not."""
    return tuple(Remove(m.id) for m in moves(document, story) if (m.stage, m.person, m.each) == (AGREED, person, True))


def open_for_drawing(document: Document, story: str) -> bool:
    """Whether the pictures of a storyboard are open: always so where no method is kept (My pages, Just draw).

    One agreement is enough where it is older than that each is asked. Where something is drawn already they stay
    open: that story began another way, or before words-first was kept.
    """
    if not record_of(document, story) or all_agreed(document, story):
        return True
    if any(m.stage in OPENS and not m.each for m in moves(document, story)):
        return True
    return any(i.item_type in SLUGS and i.section == story for i in document.items.values())
