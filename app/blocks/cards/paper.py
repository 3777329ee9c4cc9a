"""How the cards read: the tanks for screen and paper alike, a table of their numbers, and the goals with their ways."""

from collections.abc import Sequence

from app.blocks.cards.picture import tank
from app.blocks.cards.reading import (
    AIM,
    CARD,
    FULL,
    Card,
    Cards,
    cards,
    goals,
    moved,
    nobody_said,
    shape_of,
)
from app.blocks.spoken import Line, Told, name_of, said_line, said_words, told_sayings
from app.document import Document, Item, Section, people, who_then
from app.document.answer import rounds
from app.document.saying import SAYING, sayings
from app.document.sorts import visible
from app.language import _, isolate
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
            rows = tuple((str(n), c.title, _out_of(c.importance)) for n, c in enumerate(said, start=1))
            return (head, Table(("", _("What matters"), _("How much, of 10")), rows)) if rows else ()
        case "full":
            numbered = [c for c in there if c.latest is not None]
            each = COLUMNS * ROWS
            drawn = (picture(numbered[at : at + each], columns=COLUMNS) for at in range(0, len(numbered), each))
            return (head, *drawn, *_movement(numbered)) if numbered else ()
        case "goals":
            found: list[Part] = []
            for goal in goals(document, shape):
                found += _goal(document, goal, section)
            return (head, *found) if found else ()


def _out_of(number: int | None) -> str:
    return "" if number is None else str(number)


def _movement(numbered: Sequence[Card]) -> tuple[Part, ...]:
    rows = tuple((c.title, moved(c)) for c in numbered if moved(c))
    return (Table((_("What matters"), _("How full")), rows, _("What is different")),) if rows else ()


def _goal(document: Document, goal: Card, section: str) -> list[Part]:
    who = people(document)
    found: list[Part] = [Heading(goal.title, 3)]
    if visible(goal.towards):
        found.append(Words(goal.towards, _("What will be there")))
    for saying in sayings(document, goal.id, section=section):
        found += said_words(document, saying, who)
    return found


def picture(there: Sequence[Card], *, columns: int) -> Tanks:
    """Return the tanks of some cards as a part of a page. columns: how many have room beside each other."""
    tanks = tuple(
        tank(
            goal_title(c),
            in_numbers(c),
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
    """Return all that the tanks show, in words."""
    return " ".join(_described(c) for c in there)


def _described(card: Card) -> str:
    said = []
    if card.importance is not None:
        said.append(_("matters {number} of 10").format(number=card.importance))
    said.append(
        _("not said yet how full") if card.latest is None else _("{number} of 10 full").format(number=card.latest)
    )
    if card.now is not None and card.before is not None:
        said.append(_("{number} last time").format(number=card.before))
    # Translators: one tank of the picture in words, as in "Feeling calm inside: matters 9 of 10, 3 of 10 full."
    return _("{title}: {said}.").format(title=isolate(goal_title(card)), said=", ".join(said))


def tell(document: Document, section: str) -> tuple[Told, ...]:
    """Return one page of the cards as lines, private ones too; nothing where nothing is said there."""
    declared = document.kind.section(section)
    shape = shape_of(declared)
    there = cards(document, shape)
    if declared is None:
        return ()
    who, reach = people(document), declared.for_whom.reach
    found: list[Told] = []
    for card in there:
        said = _told(card, shape)
        if said:
            found.append(Told(section, "card", name_of(card.by, who_then(document, card.id, who)), said, "", reach))
        if shape.view == "goals" and card.goal:
            found += told_sayings(document, section, card.id)
    return (Told(section, "page", "", _(declared.title), "", reach), *found) if found else ()


def _told(card: Card, shape: Cards) -> str:
    match shape.view:
        case "order":
            number = f" · {card.importance}" if card.importance is not None else ""
            return f"{card.title}{number}" if card.id else ""
        case "full":
            said = [str(n) for n in card.full if n is not None]
            return f"{card.title} · {' → '.join(said)}" if said else ""
        case "goals":
            return " · ".join(t for t in (card.title, card.towards) if t) if card.goal else ""


def line(document: Document, section: Section, item: Item) -> Line | None:
    """Return how something that was said of a card reads in a line; None for what says nothing."""
    if item.sort == SAYING.slug:
        return said_line(document, section, item)
    shape = shape_of(section)
    wanted = item.id if item.sort == CARD.slug else item.parent
    card = next((c for c in cards(document, shape) if c.id and c.id == wanted), None)
    if card is None or item.sort not in (CARD.slug, FULL.slug, AIM.slug):
        return None
    if item.sort == FULL.slug:
        # As it was said in its round: a number that a later one has followed is still in the plan, and reads the same.
        there, round_ = rounds(document), str(item.fields.get("round") or "")
        then = card._replace(full=card.full[: there.index(round_) + 1]) if round_ in there else card
        return Line(moved(then) or in_numbers(then), _("A number"), card.title)
    if item.sort == AIM.slug:
        said = [_("a goal"), *([card.towards] if visible(card.towards) else [])]
        return Line(", ".join(said), _("A goal"), card.title) if card.goal else None
    said = [_("matters {number} of 10").format(number=card.importance)] if card.importance is not None else []
    own = not card.slug
    return Line(", ".join(said), _("A card"), card.title) if said or own else None
