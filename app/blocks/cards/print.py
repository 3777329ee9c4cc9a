"""How the cards read: the tanks for screen and paper alike, a table of their numbers, and the goals with their ways."""

from collections.abc import Sequence

from app.blocks.cards.model import AIM, CARD, FULL, MATTERS, Card, Cards, cards, moved, nobody_said, shape_of
from app.blocks.cards.picture import tank
from app.blocks.cards.visits import visit_of
from app.document import Document, Item, Section, people, who_then
from app.document.saying import SAYING, sayings
from app.document.schema import visible
from app.document.visit_days import given_on
from app.language import _, isolate
from app.sayings.dated import DayHeading as Over
from app.sayings.dated import heading, on_day
from app.sayings.outline import OutlineLine, SummaryLine, name_of, said_line, said_words, told_sayings
from app.sheet import Heading, Part, Table, Words
from app.sheet.tanks import Tanks

COLUMNS, ROWS = 4, 3
"""Tanks in a row on paper, whose titles have room below them; and rows of one picture, which a page holds."""


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return one page of the cards, from what its reader may see; none where nothing is said there."""
    declared = document.kind.section(section)
    shape = shape_of(declared)
    there = cards(document, shape)
    if declared is None or nobody_said(there):
        return ()
    head = Heading(_(declared.title))
    match shape.view:
        case "order":
            said = [c for c in there if c.id]
            over = heading(c.since for c in said)
            rows = tuple(
                (str(n), c.title, over.beside(_out_of(c.importance), c.since)) for n, c in enumerate(said, start=1)
            )
            days = [Words(over.said)] if over.said else []
            return (head, *days, Table(("", _("What matters"), _("How much, of 10")), rows)) if rows else ()
        case "full":
            numbered = [c for c in there if c.latest is not None]
            each = COLUMNS * ROWS
            drawn = (picture(numbered[at : at + each], columns=COLUMNS) for at in range(0, len(numbered), each))
            days = [Words(said_)] if (said_ := heading(c.day for c in numbered).said) else []
            return (head, *days, *drawn, *_movement(numbered)) if numbered else ()
        case "goals":
            found: list[Part] = []
            for goal in worked_on(document, shape, section):
                found += _goal(document, goal, section)
            return (head, *found) if found else ()


def _out_of(number: int | None) -> str:
    return "" if number is None else str(number)


def _movement(numbered: Sequence[Card]) -> tuple[Part, ...]:
    rows = tuple((c.title, moved(c)) for c in numbered if moved(c))
    return (Table((_("What matters"), _("How full")), rows, _("What is different")),) if rows else ()


def worked_on(document: Document, shape: Cards, section: str) -> tuple[Card, ...]:
    """Return the goals, and the cards of which somebody said something in a section to readers who do not see the goal.

    What one of them said is theirs to show: it does not vanish with what another keeps. A card that is a goal no more
    has its aim, which says so, and is none of them.
    """

    def beside_it(card: Card) -> bool:
        aimless = bool(card.id) and not document.children(card.id, item_type=AIM.slug)
        return aimless and bool(sayings(document, card.id, section=section))

    return tuple(c for c in cards(document, shape) if c.goal or beside_it(c))


def _goal(document: Document, goal: Card, section: str) -> list[Part]:
    who = people(document)
    found: list[Part] = [Heading(goal.title, 3)]
    if visible(goal.towards):
        found.append(Words(goal.towards, _("What it will be like")))
    for saying in sayings(document, goal.id, section=section):
        found += said_words(document, saying, who)
    return found


def picture(there: Sequence[Card], *, columns: int) -> Tanks:
    """Return the tanks of some cards as a part of a page. columns: how many have room beside each other.

    An older number than the latest has its day below it.
    """
    over = heading(c.day for c in there)
    tanks = tuple(
        tank(
            goal_title(c),
            over.beside(in_numbers(c), c.day),
            importance=c.importance,
            full=c.latest,
            before=c.before if c.now is not None else None,
            goal=c.goal,
        )
        for c in there
    )
    return Tanks(tanks, columns, described(there))


def goal_title(card: Card) -> str:
    """Return what a card is called in the picture; a goal says that it is one: a thicker line alone would not."""
    # Translators: one of the things that a young person works on, as in "Feeling calm inside · a goal"
    return _("{title} · a goal").format(title=card.title) if card.goal else card.title


def in_numbers(card: Card) -> str:
    """Return how full a card is, shortly: "3 of 10"."""
    return _("not said yet") if card.latest is None else _("{number} of 10").format(number=card.latest)


def described(there: Sequence[Card]) -> str:
    """Return all that the tanks show, in words: of which day most numbers are, and an older one with its own."""
    over = heading(day for c in there for day in (c.since if c.importance is not None else None, c.day))
    return " ".join([*([over.said] if over.said else []), *(_described(c, over) for c in there)])


def _described(card: Card, over: Over) -> str:
    said = []
    if card.importance is not None:
        said.append(over.beside(_("matters {number} of 10").format(number=card.importance), card.since))
    full = _("not said yet how full") if card.latest is None else _("{number} of 10 full").format(number=card.latest)
    said.append(over.beside(full, card.day))
    if card.now is not None and card.before is not None:
        said.append(before_said(card))
    # Translators: one tank of the picture in words, as in "Feeling calm inside: matters 9 of 10, 3 of 10 full."
    return _("{title}: {said}.").format(title=isolate(goal_title(card)), said=", ".join(said))


def before_said(card: Card) -> str:
    """Return the number before the latest, with its day: "2 last time, on Monday 4 May 2026"."""
    last = _("{number} last time").format(number=card.before)
    earlier = card.days[:-1] if card.now is not None else card.days
    return on_day(last, earlier[-1] if earlier else None)


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return one page of the cards as lines, private ones too; nothing where nothing is said there."""
    declared = document.kind.section(section)
    shape = shape_of(declared)
    there = cards(document, shape)
    if declared is None:
        return ()
    who, reach = people(document), declared.for_whom.reach
    found: list[OutlineLine] = []
    for card in there:
        said = _told(card, shape)
        if said:
            found.append(
                OutlineLine(section, "card", name_of(card.by, who_then(document, card.id, who)), said, "", reach)
            )
        if shape.view == "goals" and card.goal:
            found += told_sayings(document, section, card.id)
    return (OutlineLine(section, "page", "", _(declared.title), "", reach), *found) if found else ()


def _told(card: Card, shape: Cards) -> str:
    match shape.view:
        case "order":
            number = f" · {on_day(str(card.importance), card.since)}" if card.importance is not None else ""
            return f"{card.title}{number}" if card.id else ""
        case "full":
            said = [
                on_day(str(n), day) for n, day in zip((n for n in card.full if n is not None), card.days, strict=True)
            ]
            return f"{card.title} · {' → '.join(said)}" if said else ""
        case "goals":
            return " · ".join(t for t in (card.title, card.towards) if t) if card.goal else ""


def line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how something that was said of a card reads in a line; None for what says nothing."""
    if item.item_type == SAYING.slug:
        return said_line(document, section, item)
    shape = shape_of(section)
    wanted = item.id if item.item_type == CARD.slug else item.parent
    card = next((c for c in cards(document, shape) if c.id and c.id == wanted), None)
    if card is None or item.item_type not in (CARD.slug, FULL.slug, MATTERS.slug, AIM.slug):
        return None
    if item.item_type == FULL.slug:
        # As it was said then: a number that a later one has followed is still in the plan, and reads the same.
        upto = card.visits.index(visit_of(item, given_on(document, (item,)))) + 1
        then = card._replace(full=card.full[:upto], visits=card.visits[:upto])
        return SummaryLine(moved(then) or on_day(in_numbers(then), then.day), _("A number"), card.title)
    if item.item_type == MATTERS.slug:
        matters = _("matters {number} of 10").format(number=item.fields.get("number"))
        return SummaryLine(on_day(matters, given_on(document, (item,))[item.id]), _("A number"), card.title)
    if item.item_type == AIM.slug:
        said = [_("a goal"), *([card.towards] if visible(card.towards) else [])]
        return SummaryLine(", ".join(said), _("A goal"), card.title) if card.goal else None
    first = item.fields.get("importance")
    said = [_("matters {number} of 10").format(number=first)] if first is not None else []
    own = not card.slug
    return SummaryLine(", ".join(said), _("A card"), card.title) if said or own else None
