"""How a star reads on paper and in `show`: the picture with its numbers, the sentences, what moved, a child's faces."""

from collections.abc import Mapping, Sequence

from app.asking.sentences import told_answers, view_said, written_note
from app.blocks.star.model import (
    AGREED,
    AREA,
    PlanArea,
    agreed,
    ends_said,
    held,
    mark,
    question,
    round_names,
    sets_shown,
)
from app.blocks.star.movement import (
    TOGETHER,
    ShownNumbers,
    Way,
    arms_of,
    everybody,
    moved_said,
    numbers_said,
    over_time,
    shown,
    way_said,
    went_up,
    whose,
)
from app.blocks.star.picture import star_part
from app.document import Document, Item, Person, Section, people, who_then
from app.document.answer import latest_shown
from app.document.saying import sayings
from app.document.schema import visible
from app.language import _, isolate
from app.sayings.dated import on_day
from app.sayings.outline import OutlineLine, SummaryLine, name_of, says, told_sayings, written_how
from app.sheet import Heading, Items, Part, Table, Words
from app.sheet.feelings import feeling
from app.sheet.star import Star, StarShape
from app.sheet.star_geometry import STYLES

FEWEST = 3
"""On so many arms there is a shape to look at. What moved on fewer is read from the table."""


def area_parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return what is said of each area; with faces, as a child's page. None where nothing is said."""
    declared, there = document.kind.section(section), held(document, section)
    if declared is None or there is None:
        return ()
    who, all_ = people(document), shown(document, there)
    found: list[Part] = []
    for area in there.areas:
        found += _faces(document, all_, area, who) if there.ends.faces else _sentences(document, all_, area, who)
    return (Heading(_(declared.title)), *found) if found else ()


def _sentences(document: Document, all_: ShownNumbers, area: PlanArea, who: Mapping[str, Person]) -> list[Part]:
    ways = all_.of(area.id)
    lines = (*ends_said(area, all_.held.ends), *(way_said(w, all_.names, who) for w in ways))
    found: list[Part] = [Items(lines)] if lines else []
    for way in ways:
        found += _own_words(way, area, who, _("{name}: what makes it that high"))
    found += _words_alone(document, area, ways, who)
    words = [a.words for a in agreed(document, area.id)[-1:] if a.number is None and visible(a.words)]
    found += [Words(w, _("Together")) for w in words]
    return [Heading(area.title, level=3), *found] if found else []


def _own_words(way: Way, area: PlanArea, who: Mapping[str, Person], why: str) -> list[Part]:
    """Return the words that somebody shows with a number, or the sentence that explains an agreed one.

    why: what stands before the first, with {name} in it.
    """
    a = way.latest
    if a is None:
        return [Words(way.words, _("Together"))] if visible(way.words) else []
    name = isolate(name_of(a.by, who))
    found: list[Part] = []
    if visible(a.words):
        note = written_note(a, who, of=mark(area))
        found.append(Words(a.words, why.format(name=name), note))
    if visible(a.higher):
        found.append(Words(a.higher, _("{name}: what would make it one higher").format(name=name)))
    return found


def _words_alone(document: Document, area: PlanArea, ways: Sequence[Way], who: Mapping[str, Person]) -> list[Part]:
    """Return the words that somebody shows without a number."""
    found: list[Part] = []
    for a in latest_shown(document, area.id):
        if a.number is not None or any(way.latest is not None and way.latest.id == a.id for way in ways):
            continue
        if visible(a.words):
            found.append(Words(a.words, view_said(a, who), written_note(a, who, of=mark(area))))
        if visible(a.higher):
            found.append(Words(a.higher, _("{name}: what would make it one higher").format(name=_called(a.by, who))))
    return found


def _called(person: str, who: Mapping[str, Person]) -> str:
    return isolate(name_of(person, who))


def _faces(document: Document, all_: ShownNumbers, area: PlanArea, who: Mapping[str, Person]) -> list[Part]:
    """Return an area of a child's page: the face of each who shows one, and their words."""
    ways = all_.of(area.id)
    lines = ends_said(area, all_.held.ends) if ways else ()
    found: list[Part] = [Items(lines)] if lines else []
    for way in ways:
        found.append(feeling(whose(way.person, who), way.number))
        found.append(Words(way_said(way, all_.names, who)))
        found += _own_words(way, area, who, _("{name}: what makes it like that"))
    found += _words_alone(document, area, ways, who)
    return [Heading(area.title, level=3), *found] if found else []


def star_parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return a star of what everybody shows, with its numbers in a table; one for each set of which there is any."""
    found: list[Part] = []
    who = people(document)
    for all_ in _all(document, section):
        arms = arms_of(all_)
        shapes = everybody(all_, who, arms) or over_time(document, all_, TOGETHER, arms)[:1]
        if not shapes:
            continue
        found.append(Heading(all_.held.title))
        found += [Words(said)] if (said := all_.heading.said) else []
        # So many are told apart on one star; further people stand on another.
        for at in range(0, len(shapes), STYLES):
            found.append(_star(all_, shapes[at : at + STYLES]))
        found.append(_numbers(all_, who))
    return tuple(found)


def _star(all_: ShownNumbers, shapes: Sequence[StarShape]) -> Star:
    ends = all_.held.ends
    titles = [a.title for a in arms_of(all_)]
    return star_part(titles, shapes, lowest=ends.lowest, highest=ends.highest, faces=ends.faces)


def _numbers(all_: ShownNumbers, who: Mapping[str, Person]) -> Table:
    """Return who is where, area by area, an older number with its day.

    A cell in which nothing is shown is empty, for whatever reason.
    """
    over = all_.heading
    there = [*all_.people, *([TOGETHER] if any(w.person == TOGETHER for w in all_.ways) else [])]
    rows = []
    for area in all_.held.areas:
        by = {w.person: over.beside(str(w.number), w.points[-1].day) for w in all_.of(area.id)}
        rows += [(area.title, *(by.get(p, "") for p in there))] if by else []
    return Table((_("Area"), *(whose(p, who) for p in there)), tuple(rows))


def work_parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return what is picked to work on; none where nothing is."""
    declared = document.kind.section(section)
    sets = sets_shown(document, declared) if declared is not None else ()
    picked = [a.title for there in sets for a in there.there if a.work]
    return (Heading(_(declared.title)), Items(tuple(picked))) if declared is not None and picked else ()


def proud_parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return what moved, in words and as the last rounds of each person's star; then what there is to be proud of."""
    declared, who = document.kind.section(section), people(document)
    moved: list[Part] = []
    up: list[str] = []
    for all_ in _all(document, section):
        ways = [w for w in all_.ways if len(w.points) > 1]
        if not ways:
            continue
        columns = (_("Area"), _("Who"), _("Numbers"), _("What moved"))
        rows = tuple(
            (w.area.title, whose(w.person, who), numbers_said(w, all_.names), moved_said(w, all_.names)) for w in ways
        )
        moved += [Heading(all_.held.title, level=3), Table(columns, rows)]
        for person in dict.fromkeys(w.person for w in ways):
            shapes = over_time(document, all_, person, arms_of(all_))
            if max(sum(n is not None for n in s.numbers) for s in shapes) < FEWEST:
                continue
            moved += [Heading(whose(person, who), level=4), _star(all_, shapes)]
        up += [
            _("{area}: {words}").format(area=w.area.title, words=way_said(w, all_.names, who)) for w in went_up(all_)
        ]
    said = [
        Words(s.words, says(s.by, then), "" if s.own else written_how(s, then))
        for s in sayings(document, None, section=section)
        for then in (who_then(document, s.id, who),)
    ]
    found: list[Part] = [Heading(_("What has moved")), *moved] if moved else []
    if declared is not None and (up or said):
        found += [Heading(_(declared.title)), *([Items(tuple(up))] if up else []), *said]
    return tuple(found)


def _all(document: Document, section: str) -> tuple[ShownNumbers, ...]:
    declared = document.kind.section(section)
    sets = sets_shown(document, declared) if declared is not None else ()
    return tuple(shown(document, there) for there in sets)


def outline_areas(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return all that is in the section, what people keep too: for the worker alone, with the PIN."""
    declared, there = document.kind.section(section), held(document, section)
    if declared is None or there is None:
        return ()
    names, reach = round_names(document, there), declared.for_whom.reach
    found: list[OutlineLine] = []
    for area in there.areas:
        lines = [OutlineLine(section, "area", "", words, "", reach) for words in ends_said(area, there.ends)]
        lines += [OutlineLine(section, "area", "", _("We are working on this."), "", reach)] if area.work else []
        lines += told_answers(document, section, area.id)
        for a in agreed(document, area.id):
            words = "; ".join(t for t in (str(a.number) if a.number is not None else "", a.words) if visible(t))
            lines.append(OutlineLine(section, "agreed", _("Together"), words, names.get(a.visit, ""), reach))
        note = _("not in the list any more") if area.gone else ""
        found += [OutlineLine(section, "page", "", area.title, note, reach), *lines] if lines else []
    return tuple(found)


def outline_proud(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return what people say that they are proud of; what moved is told with the numbers."""
    said, declared = told_sayings(document, section, None), document.kind.section(section)
    if not said or declared is None:
        return ()
    return (OutlineLine(section, "page", "", _(declared.question), "", declared.for_whom.reach), *said)


def asked_about(document: Document, section: Section, about: str) -> tuple[str, ...]:
    """Return what somebody is asked about an area (an item's id): the question, then what its ends mean."""
    there = held(document, section.slug)
    area = there.area(about) if there is not None else None
    return (question(area, there.ends), *ends_said(area, there.ends)) if there is not None and area else ()


def area_line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how an area, or an agreed number, reads in a line; None where it says nothing yet.

    Which number somebody gave is theirs to tell, and never told as a change.
    """
    there = held(document, section.slug)
    area = there.area(item.id if item.item_type == AREA.slug else item.parent or "") if there is not None else None
    if there is None or area is None or item.item_type not in (AREA.slug, AGREED.slug):
        return None
    if item.item_type == AREA.slug:
        said = [*ends_said(area, there.ends), *([_("we are working on this")] if area.work else [])]
        one = _("A part of family life")
    else:
        a = next((a for a in agreed(document, area.id) if a.id == item.id), None)
        told = (on_day(str(a.number), a.day) if a.number is not None else "", a.words) if a is not None else ()
        said, one = [t for t in told if visible(t)], _("An agreed number")
    words = " · ".join(" ".join(part.split()) for part in said)
    return SummaryLine(words, one, area.title) if words else None
