"""How a worry reads on paper and in `show`: every part a sentence, and of what people think only what they show."""

from app.asking.sentences import numbers_said, told_answers, view_said, written_note
from app.blocks.worries.closed import done_worries, from_first_to_last, says_so, was_worried
from app.blocks.worries.model import (
    GOAL,
    SCALE,
    WORRY,
    Worry,
    asked,
    ends,
    known_said,
    marks,
    title,
    weeks_said,
    worries,
    worry_of,
)
from app.blocks.worries.number_line import picture
from app.document import Document, Item, Person, Section, people, who_then
from app.document.answer import latest_shown, movements
from app.document.saying import SAYING, SOMEBODY, sayings
from app.document.schema import visible
from app.language import _, isolate
from app.sayings.outline import OutlineLine, SummaryLine, name_of, said_line, said_words, told_sayings
from app.sheet import Heading, Items, Part, Words

WIDTH = 471.0
"""Of the number line: a page of paper has so many points between its margins."""


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the worries with their goals, number lines and shown views; none where there are none."""
    declared = document.kind.section(section)
    found = [(at, w) for at, w in enumerate(worries(document, section)) if w.spoken or _answered(document, w)]
    if declared is None or not found:
        return ()
    now = [part for at, w in found if w.done is None for part in _worry(document, w, at)]
    done = [part for w in done_worries(document, section) for part in _done(document, w)]
    return (
        *((Heading(_(declared.title)), *now) if now else ()),
        *((Heading(_("Not a worry any more")), *done) if done else ()),
    )


def _answered(document: Document, worry: Worry) -> bool:
    """Whether somebody shows what they think of a worry, where its own words are not for this reader."""
    return any(latest_shown(document, about) for about in (worry.id, worry.scale.id) if about)


def _done(document: Document, worry: Worry) -> list[Part]:
    """A worry that is none any more: what it was, from which number to which, what did it, and who is proud of what."""
    who = people(document)
    told: list[Part] = [Heading(was_worried(worry, who), level=3)]
    told += _happened(worry)
    told += _said(_("What we feared could happen to the child"), worry.fear)
    moved = movements(document, worry.scale.id) if worry.scale.id else ()
    if moved:
        told.append(picture(moved, worry.scale, who, width=WIDTH))
        told.append(Items((*ends(worry.scale), *from_first_to_last(document, worry, who))))
    told += _said(_("What did it"), worry.did)
    told.append(Words(says_so(worry, who)))
    proud = sayings(document, worry.id)
    told += [Heading(_("What we are proud of"), level=4)] if proud else []
    told += [words for said in proud for words in said_words(document, said, who)]
    return told


def _worry(document: Document, worry: Worry, at: int) -> list[Part]:
    who = people(document)
    view, number = marks(worry)
    told: list[Part] = [Heading(worried_said(worry, at, who), level=3)]
    told += _happened(worry)
    told += _said(_("What we are afraid could happen to the child"), worry.fear)
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
    numbered = {m.person: m.latest for m in moved}
    # What somebody says later without a number stands beside the number, which is theirs until they show another.
    later = [a for a in latest_shown(document, worry.scale.id) if worry.scale.id and a.number is None]
    for a in (*numbered.values(), *later):
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


def _happened(worry: Worry) -> list[Part]:
    known = known_said(worry)
    # When it was is told too where nobody has said yet what it was.
    words = worry.happened if visible(worry.happened) else ""
    return [Words(words, _("What has happened"), known)] if words or visible(known) else []


def _said(who: str, words: str, note: str = "") -> list[Part]:
    return [Words(words, who, note)] if visible(words) else []


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return all that is in the section, what people keep too: for the worker alone, with the PIN."""
    declared = document.kind.section(section)
    found = [(at, w) for at, w in enumerate(worries(document, section)) if w.spoken]
    if declared is None or not found:
        return ()
    who = people(document)
    lines = [OutlineLine(section, "page", "", _(declared.title), "", declared.for_whom.reach)]
    for at, w in found:
        reach = document.items[w.id].for_whom.reach
        name = title(w, at) if w.by == SOMEBODY else name_of(w.by, who_then(document, w.id, who))
        said = (
            (_("What has happened"), w.happened, known_said(w)),
            (_("What we are afraid could happen to the child"), w.fear, ""),
            (_("What the grown-ups will be doing"), w.goal.doing, ""),
            (_("What the child will see and feel"), w.goal.sees, ""),
            (_("How long"), weeks_said(w.goal), ""),
            *((_("Number line"), end, "") for end in ends(w.scale)),
            (_("What did it"), w.did, ""),
            (_("Not a worry any more"), says_so(w, who) if w.done is not None else "", ""),
        )
        for label, words, note in said:
            if visible(words):
                lines.append(OutlineLine(section, "worry", name, f"{label}: {words}", note, reach))
        lines += told_answers(document, section, w.id)
        lines += told_answers(document, section, w.scale.id) if w.scale.id else ()
        lines += told_sayings(document, section, w.id)
    return tuple(lines)


def line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how a part of a worry reads in a line; None where it says nothing yet.

    What somebody thinks of it, or which number they gave, is theirs to tell, and never told as a change.
    """
    worry = worry_of(document, item.id)
    if worry is None:
        return None
    if item.item_type == SAYING.slug:
        return said_line(document, section, item)
    closed = (worry.did, says_so(worry, people(document))) if worry.done is not None else ()
    state = _("Not a worry any more") if item.item_type == WORRY.slug and closed else ""
    said, one, name = {
        WORRY.slug: ((worry.happened, known_said(worry), worry.fear, *closed), _("A worry"), _worrier(document, worry)),
        GOAL.slug: ((worry.goal.doing, worry.goal.sees, weeks_said(worry.goal)), _("A goal"), ""),
        SCALE.slug: (ends(worry.scale), _("A number line"), ""),
    }.get(item.item_type, ((), "", ""))
    words = " · ".join(" ".join(part.split()) for part in said if visible(part))
    return SummaryLine(words, one, name, state) if words else None


def asked_about(document: Document, section: Section, about: str) -> tuple[str, ...]:
    """Return what somebody is asked about an item (an id): the question, then the words it is about."""
    worry = worry_of(document, about)
    return asked(worry, about) if worry is not None else ()


def _worrier(document: Document, worry: Worry) -> str:
    return name_of(worry.by, who_then(document, worry.id, people(document))) if worry.by != SOMEBODY else ""
