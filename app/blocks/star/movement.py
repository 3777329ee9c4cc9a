"""What the numbers tell: who stands where, what moved since when, where people see it differently. Pure.

Only from what people show (document.answer). Nothing is averaged or counted: a difference is something to talk about,
and whoever shows nothing is not there. A number stands, with its day, until its owner shows another.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.blocks.star.model import Held, PlanArea, agreed, round_names
from app.document import Document, Person, people
from app.document.answer import Answer, shown_answers
from app.document.schema import stored_day
from app.language import _, isolate
from app.sayings.dated import DayHeading, heading, on_day
from app.sayings.outline import name_of
from app.sheet.star import StarShape

LAST = 3
"""Rounds that stand on one star."""

TOGETHER = ""
"""Stands for everybody, where a number is the one that they agree on."""


class Point(NamedTuple):
    """A number that was given on a visit."""

    round: str
    """The visit to which it belongs (document.visit_days): its day, or its round where no day is known."""
    number: int
    """Between the ends of its set."""

    @property
    def day(self) -> date | None:
        """Return the day on which it was given, where that is known."""
        return stored_day(self.round)


class Way(NamedTuple):
    """The numbers of one person in an area, or those that all agree on, and the last answer."""

    person: str
    """Whose they are (a person id); TOGETHER for agreed ones."""
    area: PlanArea
    """In which they were given."""
    points: tuple[Point, ...]
    """The earliest first; there is always one."""
    latest: Answer | None = None
    """The answer in which the last number stands; None of agreed ones, whose sentence is `words`."""
    words: str = ""
    """The sentence of the last agreed number; "" for those of one person."""

    @property
    def number(self) -> int:
        """Return the number that stands now."""
        return self.points[-1].number

    @property
    def by(self) -> int:
        """Return by how much it moved the last time; 0 where there is one number only."""
        return self.points[-1].number - self.points[-2].number if len(self.points) > 1 else 0


class ShownNumbers(NamedTuple):
    """All that is shown about a set."""

    held: Held
    """The set."""
    ways: tuple[Way, ...]
    """Of each person and area: area by area, person by person, the agreed one last."""
    names: Mapping[str, str]
    """What each of its visits is called, by the visit (Point.round), the earliest first."""
    people: tuple[str, ...]
    """Who shows a number, each once, in the plan's order; TOGETHER is not among them."""

    def of(self, area: str) -> tuple[Way, ...]:
        """Return the ways in one area (an id): person by person, the agreed one last."""
        return tuple(w for w in self.ways if w.area.id == area)

    @property
    def heading(self) -> DayHeading:
        """Return what says of which day the numbers are that stand now."""
        return heading(w.points[-1].day for w in self.ways)


def shown(document: Document, held: Held) -> ShownNumbers:
    """Return all that is shown of a set: the one place where it is gathered, for screen and paper."""
    ways: list[Way] = []
    for area in held.areas:
        by: dict[str, list[Answer]] = {}
        for a in shown_answers(document, area.id):
            if a.number is not None:
                by.setdefault(a.by, []).append(a)
        ways += [Way(p, area, tuple(Point(a.visit, a.number or 0) for a in all_), all_[-1]) for p, all_ in by.items()]
        together = [a for a in agreed(document, area.id) if a.number is not None]
        if together:
            points = tuple(Point(a.visit, a.number or 0) for a in together)
            ways.append(Way(TOGETHER, area, points, None, together[-1].words))
    # In the plan's order, whoever showed something in an earlier area.
    there = {w.person for w in ways} - {TOGETHER}
    order = (*(p for p in people(document) if p in there), *sorted(there - set(people(document))))
    ways.sort(key=lambda w: (held.areas.index(w.area), order.index(w.person) if w.person else len(order)))
    return ShownNumbers(held, tuple(ways), round_names(document, held), order)


def arms_of(all_: ShownNumbers) -> tuple[PlanArea, ...]:
    """Return the areas that a star has arms for: those of the set, and those that are gone but have numbers."""
    return tuple(a for a in all_.held.areas if not a.gone or all_.of(a.id))


def everybody(all_: ShownNumbers, who: Mapping[str, Person], areas: Sequence[PlanArea]) -> tuple[StarShape, ...]:
    """Return a shape for each person: the numbers that stand now, an older one with its day."""
    found, over = [], all_.heading
    for person in all_.people:
        ways = [next((w for w in all_.of(a.id) if w.person == person), None) for a in areas]
        if any(ways):
            known = who.get(person)
            numbers = tuple(w.number if w is not None else None for w in ways)
            told = tuple(over.beside("", w.points[-1].day).strip() if w is not None else "" for w in ways)
            found.append(StarShape(name_of(person, who), numbers, known.colour if known is not None else 2, told))
    return tuple(found)


def older_said(all_: ShownNumbers, who: Mapping[str, Person]) -> tuple[str, ...]:
    """Return each number that stands now and is older than the latest, with its area and its day."""
    latest = all_.heading.day
    older = [w for w in all_.ways if w.points[-1].day not in (None, latest)]
    return tuple(
        _("{area}: {words}").format(area=w.area.title, words=_standing(w, who)) for w in older if w.person != TOGETHER
    )


def over_time(document: Document, all_: ShownNumbers, person: str, areas: Sequence[PlanArea]) -> tuple[StarShape, ...]:
    """Return a shape for each of a person's last visits, the latest first: what they gave on that day, and no more.

    TOGETHER: what was agreed. Visits on which nothing was shown are none of them: they look as if there had been none.
    """
    mine = [w for w in all_.ways if w.person == person]
    there = [visit for visit in all_.names if any(p.round == visit for w in mine for p in w.points)]

    def number(area: PlanArea, visit: str) -> int | None:
        points = next((w.points for w in mine if w.area.id == area.id), ())
        return next((p.number for p in points if p.round == visit), None)

    return tuple(
        StarShape(all_.names[visit], tuple(number(a, visit) for a in areas)) for visit in reversed(there[-LAST:])
    )


def whose(person: str, who: Mapping[str, Person]) -> str:
    """Return whose number it is: somebody's name, or that of all together."""
    return _("Together") if person == TOGETHER else name_of(person, who)


def moved_said(way: Way, names: Mapping[str, str]) -> str:
    """Return how a number moved the last time: "up 2 since Monday 4 May 2026"; "" for one number only."""
    if len(way.points) < 2:
        return ""
    when = names.get(way.points[-2].round) or _("the time before")
    if way.by > 0:
        # Translators: a number has gone up by n since a day, as in "up 2 since Monday 4 May 2026"
        return _("up {n} since {when}").format(n=way.by, when=when)
    if way.by < 0:
        return _("down {n} since {when}").format(n=-way.by, when=when)
    return _("the same as on {when}").format(when=when)


def way_said(way: Way, names: Mapping[str, str], who: Mapping[str, Person]) -> str:
    """Return a number with its day and how it moved, as a sentence without its stop.

    "Nan: 6, on Monday 1 June 2026, up 2 since Monday 4 May 2026".
    """
    moved = moved_said(way, names)
    if not moved:
        return _standing(way, who)
    number = on_day(str(way.number), way.points[-1].day)
    return _("{name}: {number}, {moved}").format(name=isolate(whose(way.person, who)), number=number, moved=moved)


def _standing(way: Way, who: Mapping[str, Person]) -> str:
    """Return the number that stands now, with its day: "Nan: 4, on Monday 4 May 2026"."""
    number = on_day(str(way.number), way.points[-1].day)
    return _("{name}: {number}").format(name=isolate(whose(way.person, who)), number=number)


def numbers_said(way: Way, names: Mapping[str, str]) -> str:
    """Return all numbers of a way, each with its day: "3 (Monday 4 May 2026), 5 (Monday 1 June 2026)"."""
    later = _("A later time")
    return ", ".join(
        _("{number} ({when})").format(number=p.number, when=names.get(p.round) or later) for p in way.points
    )


def history_said(way: Way, names: Mapping[str, str], who: Mapping[str, Person]) -> str:
    """Return the same, with whose they are: "Nan: 3 (Monday 4 May 2026), 5 (Monday 1 June 2026)"."""
    return _("{name}: {number}").format(name=isolate(whose(way.person, who)), number=numbers_said(way, names))


def went_up(all_: ShownNumbers) -> tuple[Way, ...]:
    """Return what went up the last time that it was shown: what there is to be proud of."""
    return tuple(w for w in all_.ways if w.by > 0)


def differences(all_: ShownNumbers, who: Mapping[str, Person]) -> tuple[tuple[PlanArea, str], ...]:
    """Return the areas in which two people stand far apart, each with a sentence to begin to talk with.

    Far is a third of the line or more, on one day. Whoever shows nothing there is not spoken of.
    """
    far = max(2, round((all_.held.ends.highest - all_.held.ends.lowest) / 3))
    visits = list(all_.names)
    found: list[tuple[PlanArea, str]] = []
    for area in all_.held.areas:
        ways = [w for w in all_.of(area.id) if w.person != TOGETHER]
        latest = max((w.points[-1].round for w in ways), key=visits.index, default="")
        ways = [w for w in ways if w.points[-1].round == latest]
        if len(ways) < 2:
            continue
        low, high = min(ways, key=lambda w: w.number), max(ways, key=lambda w: w.number)
        if high.number - low.number >= far:
            said = _("On {day} {one} said {low} and {other} said {high}. What does each of you see there?").format(
                day=all_.names[latest],
                one=isolate(name_of(low.person, who)),
                low=low.number,
                other=isolate(name_of(high.person, who)),
                high=high.number,
            )
            found.append((area, said))
    return tuple(found)
