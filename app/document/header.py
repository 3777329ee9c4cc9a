"""The front of every document: what it is called, and whose it is. Lists and cards read only this."""

from typing import NamedTuple

from app.document.edit import Add, Change, Set
from app.document.fold import Document
from app.document.item import WORKER, Item, Value
from app.document.kind import Section
from app.document.schema import Day, ItemType, Number, Someone, Text, short_enough, stored_day

HEADER = "front"
"""The section in which a document's one front item stands."""

LONGEST_TITLE = 60
"""Letters: what a tile on the home screen holds without cutting it off."""

OLDEST = 25
"""Plans are for children and young people; leaving care goes to 25."""

SWITCH = "privacy"
"""The item type of what says whether a section is private (document.ownership): it says nothing in that section."""

LAST_STAGE = 2
"""A plan opens in so many stages after its first visit: the next visits, and later."""

HEADER_TYPE = ItemType(
    "front",
    {
        "title": Text(longest=120, lines=False, needed=True),
        "family": Someone(),
        "youngest": Number(0, OLDEST),
        "next": Day(),
        "binned": Day(),
        "stage": Number(0, LAST_STAGE),
        "whose": Someone(),
        "closed": Day(),
    },
)

_MAY_BE_EMPTIED = ("next", "binned", "closed")


class Header(NamedTuple):
    """What a document's front says."""

    title: str
    """Of a plan its name, of a family its nickname; "" where the document has no front."""
    family: str
    """The family's document id, "" for a family itself or a plan that belongs to none."""
    youngest: int | None
    """The youngest child's age in years; None where nobody has said."""
    next: str = ""
    """The day on which the plan is next taken up, YYYY-MM-DD; "" for none."""
    binned: str = ""
    """The day on which it was put in the bin, YYYY-MM-DD; "" for none."""
    stage: int = 0
    """The sections up to this one (Section.stage) are open."""
    whose: str = ""
    """Who holds it (a person id), "" for nobody."""
    closed: str = ""
    """Of a family, the day on which the work with it ended, YYYY-MM-DD; "" where it goes on."""


def header(document: Document) -> Header:
    """Return the document's front; where it has none, an empty one."""
    item = header_item(document)
    if item is None:
        return Header("", "", None)
    f = item.fields
    youngest, stage = f.get("youngest"), f.get("stage")
    return Header(
        str(f.get("title") or ""),
        str(f.get("family") or ""),
        youngest if isinstance(youngest, int) else None,
        _iso(f.get("next")),
        _iso(f.get("binned")),
        stage if isinstance(stage, int) else 0,
        str(f.get("whose") or ""),
        _iso(f.get("closed")),
    )


def begin(*, title: str, family: str = "", youngest: int | None = None) -> Add:
    """Return the first change of a new document. Raises NotAccepted for an empty or too long title."""
    fields: dict[str, Value] = {"title": title}
    if family:
        fields["family"] = family
    if youngest is not None:
        fields["youngest"] = youngest
    return HEADER_TYPE.add(fields, section=HEADER, by=WORKER)


def change_header(document: Document, **fields: Value) -> tuple[Change, ...]:
    """Return the changes that give the front these fields; None empties a date. Raises NotAccepted."""
    item = header_item(document)
    emptied = {name: None for name, v in fields.items() if v is None and name in _MAY_BE_EMPTIED}
    checked = HEADER_TYPE.check({name: v for name, v in fields.items() if name not in emptied}) | emptied
    if item is None:
        return ()
    return tuple(Set(item.id, name, v) for name, v in checked.items() if item.fields.get(name) != v)


def rename(document: Document, title: str) -> tuple[Change, ...]:
    """Return the changes that give a document another name. Raises NotAccepted for an empty or too long one."""
    return change_header(document, title=short_enough("title", title.strip(), LONGEST_TITLE))


def open_sections(document: Document) -> tuple[Section, ...]:
    """Return the sections that stand in a document now: of the stages that were opened.

    One in which there is something stands there too, whatever is opened: what somebody said is never out of sight.
    """
    stage = header(document).stage
    held = {i.section for i in document.items.values() if i.item_type != SWITCH}
    return tuple(s for s in document.kind.sections if s.stage <= stage or s.slug in held)


def next_stage(document: Document) -> int | None:
    """Return the stage that can be opened next, or None where all are."""
    stage = header(document).stage
    return min((s.stage for s in document.kind.sections if s.stage > stage), default=None)


def out_of_the_bin(document: Document) -> tuple[Change, ...]:
    """Return the change that takes a document out of the bin: also where only its card says that it is there."""
    item = header_item(document)
    return (Set(item.id, "binned", None),) if item is not None else ()


def _iso(value: Value) -> str:
    day = stored_day(value)
    return day.isoformat() if day is not None else ""


def header_item(document: Document) -> Item | None:
    """Return the item of a document's front, or None."""
    return next(iter(document.children(None, section=HEADER, item_type=HEADER_TYPE.slug)), None)
