"""How a document becomes a sheet: the parts of its blocks, and what stands round them: cover, foot, whose it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.blocks.registry import BLOCKS, block_of
from app.document import PEOPLE, WORKER, Document, Kind, Person, Section, people, who_then
from app.document.header import HEADER, header
from app.document.kind import Printed
from app.language import _, current, full_date, isolate, right_to_left
from app.sayings.outline import name_of
from app.sheet import Cover, Part, Sheet, Words
from app.sheet.small_papers import in_large, on_a_card, who_can_help

SMALL: Mapping[str, Callable[[Sequence[Part]], Sequence[Part]]] = {
    "fridge": in_large,
    "card": on_a_card,
    "phone": on_a_card,
}
"""What becomes of the parts on papers that hang or are carried where others see them."""


def sheet(
    document: Document,
    *,
    for_name: str,
    made: date,
    printed: str = "",
    version: date | None = None,
    helplines: Sequence[tuple[str, str]] = (),
    number: int | None = None,
    office: bool = False,
) -> Sheet:
    """Return the sheet of a document that is already only what its reader may see (document.seen_by).

    for_name: the name of the person it is for, or "" for nobody in particular. printed: which of its kind's papers
    (a slug); "" is the first. version: of a copy, the day on which what is in it was last changed; its front then says
    that, and who may hold it. helplines: who answers, and the number; for papers that hang or are carried.
    number: the copy's own, for its foot, which tells no more of whose it is. office: it is for the office's record.
    """
    chosen = document.kind.paper(printed)
    for block in BLOCKS.values():
        document = block.put_on(document, chosen)
    found: list[Part] = [*_front(document, names=chosen.shape == "plan")] if chosen.shape in ("plan", "fridge") else []
    if chosen.shape == "plan" and version is not None:
        found.append(_whose_copy(document, for_name, version, office=office))
    cover: Cover | None = None
    for section in _standing_on(document.kind, chosen):
        standing = block_of(section)
        if standing is None or not section.in_copies:
            continue
        found += standing.parts(document, section.slug)
        cover = cover or standing.cover(document, section)
    if chosen.shape in SMALL:
        found = [*SMALL[chosen.shape](found), *who_can_help(found, helplines, close=chosen.shape == "card")]
    title = _("A card") if chosen.shape in ("card", "phone") else cover.title if cover else header(document).title
    if chosen.shape == "storybook" and version is not None:
        cover = _whose_book(cover or Cover(title, Words("")), for_name, office=office)
    return Sheet(
        # What somebody carries about says nothing to whoever finds it.
        title=title,
        cover=cover,
        language=current(),
        parts=tuple(found),
        made_for=_foot(made, number, chosen),
        reader=chosen.reader,
        shape=chosen.shape,
        layout=chosen.layout,
        right_to_left=right_to_left(current()),
        look=document.kind.look,
    )


def _front(document: Document, *, names: bool) -> tuple[Words, ...]:
    """Return who made a plan (with names), and when it is looked at again: those whose lines its reader sees.

    Of one that somebody holds it is said whose it is.
    """
    who, day, whose = people(document), header(document).next, header(document).whose
    told = ", ".join(map(isolate, _makers(document, who)))
    said = [_("Made by: {names}.").format(names=told)] if told and names else []
    if document.kind.owned and whose in who:
        said = [_("This plan belongs to {name}.").format(name=isolate(who[whose].name))]
    said += [_("We look again on {date}.").format(date=full_date(date.fromisoformat(day)))] if day else []
    return (Words(" ".join(said)),) if said else ()


def _makers(document: Document, who: Mapping[str, Person]) -> list[str]:
    """Return the names of those who made a plan: each once, as they are called now.

    But the worker, as they were called then: who has a colleague's work now has the same place.
    """
    made = [i for i in document.items.values() if i.by in who and i.section not in (PEOPLE, HEADER)]
    names: dict[str, dict[str, None]] = {}
    when = document.made_of(i.id for i in made)
    for item in sorted(made, key=lambda i: when.get(i.id, 0)):
        named = who_then(document, item.id, who) if item.by == WORKER else who
        names.setdefault(item.by, {})[named[item.by].name] = None
    return [name for person in who if person in names for name in names[person]]


def _foot(made: date, number: int | None, chosen: Printed) -> str:
    """Return what stands on every page's foot: which copy it is, and when it was made. Never whose, nor of what."""
    copy = _("Copy {number}").format(number=number) if number is not None else ""
    if chosen.shape == "phone":
        return copy
    day = _("Made on {date}.").format(date=full_date(made))
    return f"{copy}. {day}" if copy else day


def _whose_book(cover: Cover, for_name: str, *, office: bool) -> Cover:
    """Return a book's cover that says for whom this copy is; for nobody in particular, as it is."""
    whose = _office_words() if office else _("For {name}").format(name=isolate(for_name)) if for_name else ""
    note = " · ".join(t for t in (cover.said.note, whose) if t)
    return replace(cover, said=replace(cover.said, note=note))


def _office_words() -> str:
    return _("This is the office's own record. It is not to be handed on.")


def _whose_copy(document: Document, for_name: str, version: date, *, office: bool) -> Words:
    """Return which version a copy is, and who may hold it. Nobody but who is named; else the worker says who."""
    dated = _("This is the version of {date}.").format(date=full_date(version))
    if office:
        return Words(f"{_office_words()} {dated}")
    worker = isolate(name_of(WORKER, people(document)))
    holder = (
        _("Only {name} may hold this copy.").format(name=isolate(for_name))
        if for_name
        else _("{name} tells you who may hold this copy.").format(name=worker)
    )
    return Words(f"{dated} {holder}")


def _standing_on(kind: Kind, printed: Printed) -> list[Section]:
    """Return the sections of a paper: what stands on top of everything first, the others in the paper's order."""
    named = [s for slug in printed.sections for s in kind.sections if s.slug == slug]
    return sorted(named or kind.sections, key=lambda s: not s.on_top)
