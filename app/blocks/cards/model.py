"""What matters to a young person, as cards: put in order, how important each is, how full it is in each round, goals.

Every card that a kind names is there from the start, unsaid; an item comes when something is said of it, and is the
young person's. Source: docs/domain/good-lives.md, 2, 3, 7 and 8.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias

from app.blocks.cards.visits import visit_of, visits_of
from app.document import Add, Change, Document, Item, ItemType, NotAccepted, Remove, Section, Set, position_between
from app.document.item import Value
from app.document.schema import Day, Number, Text, Tick, stored_day, to_position, visible
from app.document.visit_days import FULL_SLUG, MATTERS_SLUG, given_on
from app.language import _, full_date

LEAST, MOST = 0, 10
"""The ends of both numbers: how important a card is, and how full."""

MOST_GOALS = 3
"""Two or three goals at most."""

MOST_CARDS = 40
"""Cards in one plan, own ones among them."""

CARD = ItemType(
    "card",
    {
        "card": Text(longest=40, lines=False, written=False),
        "title": Text(longest=60, lines=False),
        "importance": Number(LEAST, MOST),
    },
)
"""card: the slug of one that the kind names, "" for an own one, which has a title. importance: as earlier versions had
it, without a day: the first number. What other pages say of a card hangs below it and stands in their own sections, so
that it is private when they are: FULL, AIM, and the ways as sayings."""

MATTERS = ItemType(MATTERS_SLUG, {"day": Day(), "number": Number(LEAST, MOST)})
"""How much a card matters, below it: one for each visit (document.visit_days)."""

FULL = ItemType(
    FULL_SLUG, {"round": Text(longest=64, lines=False, written=False), "day": Day(), "number": Number(LEAST, MOST)}
)
"""How full a card is, below it: one for each visit."""

AIM = ItemType("aim", {"goal": Tick(), "towards": Text(longest=500)})
"""That a card is worked on (goal), and what will be there then (towards): one below each card that ever was a goal."""

View: TypeAlias = Literal["order", "full", "goals"]

_NOT_TOWARDS = re.compile(r"\b(?:not|never|no|stop|stops|stopping|avoid|quit|less)\b|n['’]t\b", re.IGNORECASE)
"""What will not be there, in English: a goal says what will be (docs/domain/plain-language.md, L13)."""


@dataclass(frozen=True)
class Named:
    """A card that a kind names. Words are marked, not translated."""

    slug: str
    """Stored for ever."""
    title: str
    """What the card is called."""
    hint: str = ""
    """What it may mean, or ""."""


@dataclass(frozen=True, kw_only=True)
class Cards:
    """What the block needs to know of a section."""

    cards: tuple[Named, ...]
    """Those that are there from the start."""
    view: View
    """Which of the three pages it is: the cards in their order, how full each is, or the goals."""
    of: str
    """The section (a slug) where the cards stand; the other two pages keep their numbers and ways in their own."""


class Card(NamedTuple):
    """One card, read."""

    id: str
    """Of its item; "" where nothing is said of it yet."""
    slug: str
    """Of a named one; "" for any other."""
    title: str
    """In the language spoken here; of an own one, as it was written."""
    hint: str = ""
    """What it may mean, in the language spoken here, or ""."""
    importance: int | None = None
    """0 to 10; None where it is not said."""
    full: tuple[int | None, ...] = ()
    """0 to 10 for each of its visits, None where a visit has none; the last is the visit that is now."""
    goal: bool = False
    """It is worked on."""
    towards: str = ""
    """What will be there then, in their words, or ""."""
    by: str = ""
    """Whose it is (a person id); "" where nothing is said of it yet."""
    since: date | None = None
    """The day of its importance; None where that is not known."""
    visits: tuple[str, ...] = ()
    """What each visit is called (document.visit_days), the earliest first."""

    @property
    def key(self) -> str:
        """What it is called among the others, as long as nothing is said of it too."""
        return self.slug or self.id

    @property
    def now(self) -> int | None:
        """How full it is in the round that is now."""
        return self.full[-1] if self.full else None

    @property
    def before(self) -> int | None:
        """The last number of the rounds before, or None."""
        return next((n for n in reversed(self.full[:-1]) if n is not None), None)

    @property
    def latest(self) -> int | None:
        """The last number that was said."""
        return self.now if self.now is not None else self.before

    @property
    def days(self) -> tuple[date | None, ...]:
        """The days of the numbers that were said, the earliest first."""
        return tuple(stored_day(v) for v, n in zip_longest(self.visits, self.full) if n is not None)

    @property
    def day(self) -> date | None:
        """The day of the last number that was said."""
        return self.days[-1] if self.days else None


def shape_of(section: Section | None) -> Cards:
    """Return the section's cards. A kind that uses this block without any has none."""
    found = section.shape if section is not None else None
    return found if isinstance(found, Cards) else Cards(cards=(), view="order", of="")


def cards(document: Document, shape: Cards, *, today: date | None = None) -> tuple[Card, ...]:
    """Return every card in its order: those that were put somewhere by their place, the others as the kind has them.

    A card stands behind the ones that it stood behind when it was touched: items come for all before it (see `put`).
    today: the visit that is now; None is the last one.
    """
    items = document.children(None, section=shape.of, item_type=CARD.slug)
    named = {c.slug: c for c in shape.cards}
    numbers = [i for i in document.items.values() if i.item_type in (FULL.slug, MATTERS.slug) or i in items]
    days = given_on(document, numbers)
    visits = visits_of(document, [i for i in numbers if i.item_type == FULL.slug], days, today)
    found: list[Card] = []
    for item in items:
        card = _read(document, item, named, visits, days)
        if card is not None and card.key not in {c.key for c in found}:
            found.append(card)
    there = {c.slug for c in found}
    return (*found, *(Card("", c.slug, _(c.title), _(c.hint)) for c in shape.cards if c.slug not in there))


def goals(document: Document, shape: Cards) -> tuple[Card, ...]:
    """Return the cards that are worked on, in their order. Where two tablets chose more than three, all are there."""
    return tuple(c for c in cards(document, shape) if c.goal)


def aim(document: Document, shape: Cards, section: Section, key: str, *, by: str, **said: Value) -> tuple[Change, ...]:
    """Return the changes that make a card a goal or none (goal=), or say what will be there (towards=).

    section: of the page on which that is said. A fourth goal makes none. Raises NotAccepted.
    """
    card = next((c for c in cards(document, shape) if c.key == key), None)
    if card is None or (said.get("goal") and not card.goal and len(goals(document, shape)) >= MOST_GOALS):
        return ()
    checked = AIM.check(said)
    there = _below(document, card.id, AIM)
    if there is not None:
        return tuple(Set(there.id, k, v) for k, v in checked.items() if there.fields.get(k, "") != v)
    adds, ids = ((), {key: card.id}) if card.id else made_for(document, shape, by=by, upto=key)
    new = AIM.add(checked, section=section.slug, by=by, parent=ids[key], for_whom=section.for_whom)
    return (*adds, new)


def own_card(document: Document, shape: Cards, title: str, *, by: str, id: str | None = None) -> tuple[Change, ...]:
    """Return the changes that add a card of one's own behind all others. Raises NotAccepted without a name to see, for
    one that is too long, and where there are as many cards as there may be.
    """
    if not visible(title):
        raise NotAccepted("title", "empty")
    if len(cards(document, shape)) >= MOST_CARDS:
        raise NotAccepted("title", "too-many")
    adds, _ids = made_for(document, shape, by=by, upto=None)
    there = (*document.children(None, section=shape.of, item_type=CARD.slug), *(a.item for a in adds))
    last = max(there, key=lambda i: (i.position, i.id), default=None)
    position = position_between(last, None)
    new = CARD.add({"title": " ".join(title.split())}, section=shape.of, by=by, position=position, id=id)
    return (*adds, new)


def take_out(card: Card) -> tuple[Change, ...]:
    """Return the change that takes an own card away. Undo brings it back. The named ones stay."""
    return (Remove(card.id),) if card.id and not card.slug else ()


def put(document: Document, shape: Cards, key: str, to: int, *, by: str) -> tuple[Change, ...]:
    """Return the changes that make a card the to-th (0 is the first; too far means the end).

    Those that nothing was said of yet get their places too, or they would stay behind all that have one.
    """
    order = [c.key for c in cards(document, shape)]
    if key not in order:
        return ()
    to = max(0, min(to, len(order) - 1))
    if order.index(key) == to:
        return ()
    adds, ids = made_for(document, shape, by=by, upto=None)
    there = (*document.children(None, section=shape.of, item_type=CARD.slug), *(a.item for a in adds))
    by_id = {i.id: i for i in there}
    placed = [by_id[ids[k]] for k in order]
    return (*adds, *to_position(by_id[ids[key]], placed, to))


def nobody_said(there: Sequence[Card]) -> bool:
    """Whether nothing is said yet of any card: no number, no goal."""
    return all(c.importance is None and c.latest is None and not c.goal for c in there)


def all_alike(there: Sequence[Card]) -> bool:
    """Whether every card is as important as every other: then their order tells more."""
    said = {c.importance for c in there}
    return len(there) > 1 and len(said) == 1 and None not in said


def is_towards(words: str) -> bool:
    """Whether a goal says what will be there, as far as can be told of English words."""
    return not _NOT_TOWARDS.search(words)


def moved(card: Card) -> str:
    """Return how full a card is beside how full it was, in words with their days; "" where only one number is said."""
    said = [n for n in card.full if n is not None]
    if card.now is None or len(said) < 2:
        return ""
    before, now = said[-2], said[-1]
    then, day = card.days[-2:]
    if then is None or day is None:
        sentence = _("{number}, after {before}") if now != before else _("{number}, as last time")
        return sentence.format(number=now, before=before)
    if now > before:
        sentence = _("{number} on {day}, up from {before} on {then}")
    elif now < before:
        sentence = _("{number} on {day}, {before} on {then}")
    else:
        sentence = _("{number} on {day}, as on {then}")
    return sentence.format(number=now, before=before, day=full_date(day), then=full_date(then))


def made_for(document: Document, shape: Cards, *, by: str, upto: str | None) -> tuple[tuple[Add, ...], dict[str, str]]:
    """Return the items of the cards of which nothing is said, behind the others, as far as one (all for None), and the
    id of every card by its key.
    """
    there = cards(document, shape)
    items = document.children(None, section=shape.of, item_type=CARD.slug)
    last: Item | None = items[-1] if items else None
    ids = {c.key: c.id for c in there if c.id}
    adds: list[Add] = []
    for card in there:
        if card.id:
            continue
        # The same id on every tablet: what two of them say of one card comes together.
        id, position = f"card-{card.slug}", position_between(last, None)
        add = CARD.add({"card": card.slug}, section=shape.of, by=by, position=position, id=id)
        last = add.item
        adds.append(add)
        ids[card.key] = add.item.id
        if card.key == upto:
            break
    return tuple(adds), ids


def _read(
    document: Document,
    item: Item,
    named: Mapping[str, Named],
    visits: Sequence[str],
    days: Mapping[str, date | None],
) -> Card | None:
    f = item.fields
    slug = str(f.get("card") or "")
    known = named.get(slug)
    title = _(known.title) if known is not None else str(f.get("title") or "")
    if known is None and not visible(title):
        title = _("A card from a newer version") if slug else _("A card without a name")
    when = {v: n for n, v in enumerate(visits)}
    full: list[int | None] = [None] * len(visits)
    for number in document.children(item.id, item_type=FULL.slug):
        full[when[visit_of(number, days)]] = _number(number.fields.get("number"))
    importance = _number(f.get("importance"))
    since = days[item.id] if importance is not None else None
    later = document.children(item.id, item_type=MATTERS.slug)
    for said in sorted(later, key=lambda i: (days[i.id] or date.min, i.id)):
        importance, since = _number(said.fields.get("number")), days[said.id]
    aimed = _below(document, item.id, AIM)
    aims = aimed.fields if aimed is not None else {}
    return Card(
        item.id,
        slug if known is not None else "",
        title,
        _(known.hint) if known is not None else "",
        importance,
        tuple(full),
        aims.get("goal") is True,
        str(aims.get("towards") or ""),
        item.by,
        since,
        tuple(visits),
    )


def _below(document: Document, card: str, item_type: ItemType) -> Item | None:
    return next(iter(document.children(card, item_type=item_type.slug)), None) if card else None


def _number(value: Value) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, int) and whole and LEAST <= value <= MOST else None
