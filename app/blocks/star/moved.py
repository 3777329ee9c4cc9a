"""What the numbers tell: who stands where, what moved since when, where people see it differently. Pure.

Only from what people show (document.answer). Nothing is averaged or counted: a difference is something to talk about,
and whoever shows nothing is not there. A number stands until its owner shows another, so that no round has a gap.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.blocks.spoken import name_of
from app.blocks.star.reading import Area, Held, agreed, round_names
from app.document import Document, Person, people
from app.document.answer import Answer, rounds, shown_answers
from app.language import _, isolate
from app.sheet.star import Shape

LAST = 3
"""Rounds that stand on one star."""

TOGETHER = ""
"""Stands for everybody, where a number is the one that they agree on."""


class Point(NamedTuple):
    """A number, and the round in which it was shown."""

    round: str
    number: int


class Way(NamedTuple):
    """The numbers of one person (an id; TOGETHER: agreed ones) in an area, the earliest first, and the last answer.

    latest: None of agreed ones, whose sentence is `words`.
    """

    person: str
    area: Area
    points: tuple[Point, ...]
    latest: Answer | None = None
    words: str = ""

    @property
    def number(self) -> int:
        """Return the number that stands now."""
        return self.points[-1].number

    @property
    def by(self) -> int:
        """Return by how much it moved the last time; 0 where there is one number only."""
        return self.points[-1].number - self.points[-2].number if len(self.points) > 1 else 0


class Shown(NamedTuple):
    """All that is shown about a set: the way of each person and area, and what its rounds are called, in order.

    people: who shows a number, each once, in the plan's order; TOGETHER is not among them.
    """

    held: Held
    ways: tuple[Way, ...]
    names: Mapping[str, str]
    people: tuple[str, ...]

    def of(self, area: str) -> tuple[Way, ...]:
        """Return the ways in one area (an id): person by person, the agreed one last."""
        return tuple(w for w in self.ways if w.area.id == area)


def shown(document: Document, held: Held) -> Shown:
    """Return all that is shown of a set: the one place where it is gathered, for screen and paper."""
    ways: list[Way] = []
    for area in held.areas:
        by: dict[str, list[Answer]] = {}
        for a in shown_answers(document, area.id):
            if a.number is not None:
                by.setdefault(a.by, []).append(a)
        ways += [Way(p, area, tuple(Point(a.round, a.number or 0) for a in all_), all_[-1]) for p, all_ in by.items()]
        together = [a for a in agreed(document, area.id) if a.number is not None]
        if together:
            points = tuple(Point(a.round, a.number or 0) for a in together)
            ways.append(Way(TOGETHER, area, points, None, together[-1].words))
    # In the plan's order, whoever showed something in an earlier area.
    there = {w.person for w in ways} - {TOGETHER}
    order = (*(p for p in people(document) if p in there), *sorted(there - set(people(document))))
    ways.sort(key=lambda w: (held.areas.index(w.area), order.index(w.person) if w.person else len(order)))
    return Shown(held, tuple(ways), round_names(document, held), order)


def arms_of(all_: Shown) -> tuple[Area, ...]:
    """Return the areas that a star has arms for: those of the set, and those that are gone but have numbers."""
    return tuple(a for a in all_.held.areas if not a.gone or all_.of(a.id))


def everybody(all_: Shown, who: Mapping[str, Person], areas: Sequence[Area]) -> tuple[Shape, ...]:
    """Return a shape for each person: the numbers that stand now."""
    found = []
    for person in all_.people:
        numbers = tuple(next((w.number for w in all_.of(a.id) if w.person == person), None) for a in areas)
        if any(n is not None for n in numbers):
            known = who.get(person)
            found.append(Shape(name_of(person, who), numbers, known.colour if known is not None else 2))
    return tuple(found)


def over_time(document: Document, all_: Shown, person: str, areas: Sequence[Area]) -> tuple[Shape, ...]:
    """Return a shape for each of a person's last rounds, the latest first. TOGETHER: what was agreed.

    Rounds in which nothing was shown are none of them: they look as if there had been none.
    """
    order = {round_: n for n, round_ in enumerate(rounds(document))}
    mine = [w for w in all_.ways if w.person == person]
    last = len(order)
    there = sorted({p.round for w in mine for p in w.points}, key=lambda r: order.get(r, last))

    def number(area: Area, round_: str) -> int | None:
        points = next((w.points for w in mine if w.area.id == area.id), ())
        before = [p.number for p in points if order.get(p.round, last) <= order.get(round_, last)]
        return before[-1] if before else None

    return tuple(
        Shape(all_.names.get(r) or _("A later time"), tuple(number(a, r) for a in areas))
        for r in reversed(there[-LAST:])
    )


def whose(person: str, who: Mapping[str, Person]) -> str:
    """Return whose number it is: somebody's name, or that of all together."""
    return _("Together") if person == TOGETHER else name_of(person, who)


def moved_said(way: Way, names: Mapping[str, str]) -> str:
    """Return how a number moved the last time, without saying whose: "up 2 since June 2026"; "" for one number only."""
    if len(way.points) < 2:
        return ""
    when = names.get(way.points[-2].round) or _("the time before")
    if way.by > 0:
        # Translators: a number has gone up by n since a month, as in "up 2 since June 2026"
        return _("up {n} since {when}").format(n=way.by, when=when)
    if way.by < 0:
        return _("down {n} since {when}").format(n=-way.by, when=when)
    return _("the same as in {when}").format(when=when)


def way_said(way: Way, names: Mapping[str, str], who: Mapping[str, Person]) -> str:
    """Return a number and how it moved, as a sentence without its stop: "Nan: 6, up 2 since June 2026"."""
    name, moved = isolate(whose(way.person, who)), moved_said(way, names)
    if not moved:
        return _("{name}: {number}").format(name=name, number=way.number)
    return _("{name}: {number}, {moved}").format(name=name, number=way.number, moved=moved)


def numbers_said(way: Way, names: Mapping[str, str]) -> str:
    """Return all numbers of a way, each with its round: "3 (June 2026), 5 (September 2026)"."""
    later = _("A later time")
    # Translators: a number and when it was given, as in "3 (June 2026)"
    return ", ".join(
        _("{number} ({when})").format(number=p.number, when=names.get(p.round) or later) for p in way.points
    )


def history_said(way: Way, names: Mapping[str, str], who: Mapping[str, Person]) -> str:
    """Return the same, with whose they are: "Nan: 3 (June 2026), 5 (September 2026)"."""
    return _("{name}: {number}").format(name=isolate(whose(way.person, who)), number=numbers_said(way, names))


def went_up(all_: Shown) -> tuple[Way, ...]:
    """Return what went up the last time that it was shown: what there is to be proud of."""
    return tuple(w for w in all_.ways if w.by > 0)


def differences(all_: Shown, who: Mapping[str, Person]) -> tuple[tuple[Area, str], ...]:
    """Return the areas in which two people stand far apart, each with a sentence to begin to talk with.

    Far is a third of the line or more. Whoever shows nothing there is not spoken of.
    """
    far = max(2, round((all_.held.ends.highest - all_.held.ends.lowest) / 3))
    found: list[tuple[Area, str]] = []
    for area in all_.held.areas:
        ways = [w for w in all_.of(area.id) if w.person != TOGETHER]
        if len(ways) < 2:
            continue
        low, high = min(ways, key=lambda w: w.number), max(ways, key=lambda w: w.number)
        if high.number - low.number >= far:
            said = _("{one} says {low}, {other} says {high}. What does each of you see there?").format(
                one=isolate(name_of(low.person, who)),
                low=low.number,
                other=isolate(name_of(high.person, who)),
                high=high.number,
            )
            found.append((area, said))
    return tuple(found)
