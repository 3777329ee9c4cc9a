"""How a worry reads on paper and in `show`: every part a sentence, and of what people think only what they show."""

from app.blocks.answered import numbers_said, told_answers, view_said, written_note
from app.blocks.spoken import Line, Told, name_of
from app.blocks.worries.line import picture
from app.blocks.worries.reading import (
    GOAL,
    SCALE,
    WORRY,
    Worry,
    ends,
    known_said,
    marks,
    title,
    weeks_said,
    worries,
    worry_of,
)
from app.document import Document, Item, Person, Section, people, who_then
from app.document.answer import latest_shown, movements
from app.document.saying import SOMEBODY
from app.document.sorts import visible
from app.language import _, isolate
from app.sheet import Heading, Items, Part, Words

WIDTH = 471.0
"""Of the number line: a page of paper has so many points between its margins."""


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the worries with their goals, number lines and shown views; none where there are none."""
    declared = document.kind.section(section)
    found = [(at, w) for at, w in enumerate(worries(document, section)) if w.spoken]
    if declared is None or not found:
        return ()
    return (Heading(_(declared.title)), *(part for at, w in found for part in _worry(document, w, at)))


def _worry(document: Document, worry: Worry, at: int) -> list[Part]:
    who = people(document)
    view, number = marks(worry)
    told: list[Part] = [Heading(worried_said(worry, at, who), level=3)]
    told += _said(_("What has happened"), worry.happened, known_said(worry))
    told += _said(_("What we fear could happen to the child"), worry.fear)
    for a in latest_shown(document, worry.id):
        said, note = view_said(a, who), written_note(a, who, of=view)
        told.append(Words(a.words, said, note) if visible(a.words) else Words(f"{said}.", note=note))
    told += _said(_("What the grown-ups will be doing"), worry.goal.doing)
    told += _said(_("What the child will see and feel"), worry.goal.sees)
    told += [Words(weeks)] if (weeks := weeks_said(worry.goal)) else []
    moved = movements(document, worry.scale.id) if worry.scale.id else ()
    line = (*ends(worry.scale), *(numbers_said(m, who) for m in moved))
    if line:
        told.append(Heading(_("Number line"), level=4))
        # Only where somebody shows a number: an empty line would ask who did not.
        told += [picture(moved, worry.scale, who, width=WIDTH)] if moved else []
        told.append(Items(line))
    for m in moved:
        a = m.latest
        name = isolate(name_of(a.by, who))
        note = written_note(a, who, of=number)
        told += _said(_("{name}: what makes it that high").format(name=name), a.words, note)
        told += _said(_("{name}: what would make it one higher").format(name=name), a.higher)
    return told


def worried_said(worry: Worry, at: int, who: dict[str, Person]) -> str:
    """Return who is worried, as a heading: "Nan is worried"; its place among the others where nobody said."""
    if worry.by == SOMEBODY:
        return title(worry, at)
    return _("{name} is worried").format(name=isolate(name_of(worry.by, who)))


def _said(who: str, words: str, note: str = "") -> list[Part]:
    return [Words(words, who, note)] if visible(words) else []


def tell(document: Document, section: str) -> tuple[Told, ...]:
    """Return all that is in the section, what people keep too: for the worker alone, with the PIN."""
    declared = document.kind.section(section)
    found = [(at, w) for at, w in enumerate(worries(document, section)) if w.spoken]
    if declared is None or not found:
        return ()
    who = people(document)
    lines = [Told(section, "page", "", _(declared.title), "", declared.for_whom.reach)]
    for at, w in found:
        reach = document.items[w.id].for_whom.reach
        name = title(w, at) if w.by == SOMEBODY else name_of(w.by, who_then(document, w.id, who))
        said = (
            (_("What has happened"), w.happened, known_said(w)),
            (_("What we fear could happen to the child"), w.fear, ""),
            (_("What the grown-ups will be doing"), w.goal.doing, ""),
            (_("What the child will see and feel"), w.goal.sees, ""),
            (_("How long"), weeks_said(w.goal), ""),
            *((_("Number line"), end, "") for end in ends(w.scale)),
        )
        for label, words, note in said:
            if visible(words):
                lines.append(Told(section, "worry", name, f"{label}: {words}", note, reach))
        lines += told_answers(document, section, w.id)
        lines += told_answers(document, section, w.scale.id) if w.scale.id else ()
    return tuple(lines)


def line(document: Document, section: Section, item: Item) -> Line | None:
    """Return how a part of a worry reads in a line; None where it says nothing yet.

    What somebody thinks of it, or which number they gave, is theirs to tell, and never told as a change.
    """
    worry = worry_of(document, item.id)
    if worry is None:
        return None
    said, one, name = {
        WORRY.slug: ((worry.happened, known_said(worry), worry.fear), _("A worry"), _worrier(document, worry)),
        GOAL.slug: ((worry.goal.doing, worry.goal.sees, weeks_said(worry.goal)), _("A goal"), ""),
        SCALE.slug: (ends(worry.scale), _("A number line"), ""),
    }.get(item.sort, ((), "", ""))
    words = " · ".join(" ".join(part.split()) for part in said if visible(part))
    return Line(words, one, name) if words else None


def _worrier(document: Document, worry: Worry) -> str:
    return name_of(worry.by, who_then(document, worry.id, people(document))) if worry.by != SOMEBODY else ""
