"""The areas of a family's star as a plan holds them: its own copy of a set, for ever; what was chosen, agreed, picked.

Source: docs/domain/family-star.md. What each person says of an area is document.answer's matter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.areas import AreaSet
from app.document import Change, Document, Item, Section
from app.document.answer import HIGHEST, LOWEST, REVIEW, Ends, ends_of, mark_of, rounds, shown_answers
from app.document.schema import Day, ItemType, Number, Text, Tick, stored_day, visible
from app.document.visit_days import AGREED_SLUG, given_on, in_order, visit
from app.language import _, full_date

FEWEST_NOW, MOST_NOW = 3, 4
"""Areas for one visit: the others can wait."""

MOST_TO_WORK_ON = 3

SET = ItemType(
    "set",
    {
        "slug": Text(longest=64, lines=False, written=False),
        "version": Number(0, 1_000_000),
        "title": Text(longest=200, lines=False),
        "lowest": Number(LOWEST, HIGHEST),
        "highest": Number(LOWEST, HIGHEST),
        "faces": Tick(),
        "day": Day(),
    },
)
"""One in a section. day: on which areas were first chosen: the day of the first round."""

AREA = ItemType(
    "area",
    {
        "slug": Text(longest=64, lines=False, written=False),
        "title": Text(longest=200, lines=False),
        "prompts": Text(longest=10_000),
        "low": Text(longest=2_000),
        "high": Text(longest=2_000),
        "now": Tick(),
        "work": Tick(),
        "gone": Tick(),
    },
)
"""Below its set. prompts: a line each. low, high: what the ends mean for this family, in their words. now: it is talked
about at this visit. work: it is picked to work on. gone: the set has it no more; what was said of it stays.
"""

AGREED = ItemType(
    AGREED_SLUG,
    {
        "round": Text(longest=64, lines=False, written=False),
        "day": Day(),
        "number": Number(LOWEST, HIGHEST),
        "words": Text(longest=2_000),
    },
)
"""Below an area, one for a visit: what a family agrees on, with a sentence that explains it. Nobody has to."""


def _no_step(document: Document, about: str, id: str, by: str) -> Sequence[Change]:
    return ()


def _no_steps(document: Document, about: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Areas:
    """What the block needs to know of a section."""

    sets: tuple[AreaSet, ...]
    """Those that a plan may begin with; newer versions come in here."""
    children: bool = False
    """It is for children, and nobody else is asked."""


@dataclass(frozen=True, kw_only=True)
class Showing:
    """Of a section that only shows or picks: where the areas stand, and where their steps do."""

    of: tuple[str, ...]
    """The sections (slugs) in which the areas stand."""
    add_step: Callable[[Document, str, str, str], Sequence[Change]] = _no_step
    """add_step(document, title, id, by): the changes that add a step about an area of that title, under an id."""
    steps: Callable[[Document, str], tuple[str, ...]] = _no_steps
    """steps(document, title): the steps about an area of that title, in lines."""
    their_section: str = ""
    """The section (a slug) in which steps are written; "" where none are added."""


class PlanArea(NamedTuple):
    """One area, as this plan has it."""

    id: str
    """The item's."""
    slug: str
    """That of the area in its set (app.areas.Area)."""
    title: str
    """As it stands at an arm of the star, in the language spoken here where the set came along."""
    prompts: tuple[str, ...] = ()
    """What may be asked to get talking, one at a time."""
    low: str = ""
    """What the lowest number means for this family, in their words, or ""."""
    high: str = ""
    """What the highest number means for this family, in their words, or ""."""
    now: bool = False
    """It is talked about at this visit."""
    work: bool = False
    """It is picked to work on."""
    gone: bool = False
    """The set has it no more; what was said of it stays."""


class Held(NamedTuple):
    """The set that a plan holds in a section."""

    id: str
    """The item's."""
    slug: str
    """With the version, the name of the set (app.areas.AreaSet)."""
    version: int
    """0 where none can be read."""
    title: str
    """What the set is called, in the language spoken here where it came along."""
    ends: Ends
    """The ends of an arm, and whether the numbers are faces."""
    areas: tuple[PlanArea, ...]
    """In their order; those too that are gone."""
    day: date | None = None
    """Of the first round; None where nothing was chosen yet."""

    @property
    def there(self) -> tuple[PlanArea, ...]:
        """Return the areas that the set has now."""
        return tuple(a for a in self.areas if not a.gone)

    @property
    def now(self) -> tuple[PlanArea, ...]:
        """Return the areas of this visit."""
        return tuple(a for a in self.there if a.now)

    def area(self, id: str) -> PlanArea | None:
        """Return the area of that id, one that is gone too, or None."""
        return next((a for a in self.areas if a.id == id), None)


class AgreedNumber(NamedTuple):
    """An agreed number, or only its sentence yet (number None)."""

    id: str
    """The item's."""
    round: str
    """The look-again (an item's id) before it; "" before any."""
    number: int | None
    """Between the ends of its set; None where there is none that can be read."""
    words: str
    """The sentence that explains it, or ""."""
    day: date | None = None
    """On which it was agreed; None where nobody can tell."""

    @property
    def visit(self) -> str:
        """Which visit it belongs to (document.visit_days)."""
        return visit(self.day, self.round)


def sets_of(section: Section) -> tuple[AreaSet, ...]:
    """Return the sets that a section may have."""
    return section.shape.sets if isinstance(section.shape, Areas) else ()


def offered(section: Section) -> tuple[AreaSet, ...]:
    """Return the sets that a plan may begin with: the newest version of each."""
    newest: dict[str, AreaSet] = {}
    for s in sorted(sets_of(section), key=lambda s: s.version):
        newest[s.slug] = s
    return tuple(newest[slug] for slug in dict.fromkeys(s.slug for s in sets_of(section)))


def held(document: Document, section: str) -> Held | None:
    """Return the set that a section holds, or None where none was chosen yet. Never raises."""
    item = next(iter(document.children(None, section=section, item_type=SET.slug)), None)
    if item is None:
        return None
    f = item.fields
    version, slug = f.get("version"), str(f.get("slug") or "")
    number = version if isinstance(version, int) else 0
    declared = document.kind.section(section)
    # Words that came along are in the catalogues; another version's, and a council's own, are shown as they are.
    known = any((s.slug, s.version) == (slug, number) for s in (sets_of(declared) if declared else ()))
    areas = tuple(_read(i, known=known) for i in document.children(item.id, item_type=AREA.slug))
    title = str(f.get("title") or "")
    return Held(
        item.id, slug, number, _(title) if known else title, ends_of(document, item.id), areas, stored_day(f.get("day"))
    )


def sets_shown(document: Document, section: Section) -> tuple[Held, ...]:
    """Return the sets that a section shows, as far as the plan holds them."""
    of = section.shape.of if isinstance(section.shape, Showing) else ()
    return tuple(there for slug in of if (there := held(document, slug)) is not None)


def agreed(document: Document, area: str) -> tuple[AgreedNumber, ...]:
    """Return the agreed numbers of an area, the earliest visit first, one a visit. Beyond the ends is none."""
    ends, when = ends_of(document, area), in_order(document)
    items = document.children(area, item_type=AGREED.slug)
    days, found = given_on(document, items), dict[str, AgreedNumber]()
    for item in items:
        n = item.fields.get("number")
        good = isinstance(n, int) and not isinstance(n, bool) and ends.lowest <= n <= ends.highest
        round_, words = str(item.fields.get("round") or ""), str(item.fields.get("words") or "")
        one = AgreedNumber(item.id, round_, n if isinstance(n, int) and good else None, words, days[item.id])
        found.setdefault(one.visit, one)
    return tuple(sorted(found.values(), key=lambda a: when(a.visit)))


def mark(area: PlanArea) -> str:
    """Return the mark of the words that a number of an area is about (document.answer.mark_of)."""
    return mark_of({"area": area.slug, "low": area.low, "high": area.high})


def ends_said(area: PlanArea, ends: Ends) -> tuple[str, ...]:
    """Return what the ends mean, as sentences; those that have words."""
    pairs = ((ends.lowest, area.low), (ends.highest, area.high))
    return tuple(_("{number} is: {words}").format(number=n, words=words) for n, words in pairs if visible(words))


def question(area: PlanArea, ends: Ends) -> str:
    """Return what somebody is asked about an area."""
    return (_("{area}: how is it now?") if ends.faces else _("{area}: where are we now?")).format(area=area.title)


def round_names(document: Document, there: Held) -> dict[str, str]:
    """Return what each visit is called, the earliest first: its day.

    Those are visits on which something is shown, or the family looked again. Nothing tells of what is kept.
    """
    first = visit(there.day, "")
    keys = {first, *(visit(_looked(document, round_), round_) for round_ in rounds(document)[1:])}
    for area in there.areas:
        keys |= {a.visit for a in shown_answers(document, area.id)} | {a.visit for a in agreed(document, area.id)}
    found: dict[str, str] = {}
    for n, key in enumerate(sorted(keys, key=in_order(document)), start=1):
        day = stored_day(key) or (there.day if not key else None)
        found[key] = full_date(day) if day else _("The first time") if not key else _("Time {n}").format(n=n)
    return found


def _looked(document: Document, round_: str) -> date | None:
    item = document.items.get(round_)
    return stored_day(item.fields.get("day")) if item is not None and item.item_type == REVIEW else None


def _read(item: Item, *, known: bool) -> PlanArea:
    f = item.fields
    title = str(f.get("title") or "")
    lines = [line for line in str(f.get("prompts") or "").split("\n") if visible(line)]
    return PlanArea(
        item.id,
        str(f.get("slug") or ""),
        _(title) if known else title,
        tuple(_(line) if known else line for line in lines),
        str(f.get("low") or ""),
        str(f.get("high") or ""),
        f.get("now") is True,
        f.get("work") is True,
        f.get("gone") is True,
    )
