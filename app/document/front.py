"""The front of every document: what it is called, and whose it is. Lists and cards read only this."""

from typing import NamedTuple

from app.document.edit import Add, Change, Set
from app.document.fold import Document
from app.document.item import WORKER, Item, Value
from app.document.sorts import Number, Someone, Sort, Text

FRONT = "front"
"""The section in which a document's one front item stands."""

OLDEST = 25
"""Plans are for children and young people; leaving care goes to 25."""

FRONT_SORT = Sort(
    "front",
    {
        "title": Text(longest=120, lines=False, needed=True),
        "family": Someone(),
        "youngest": Number(0, OLDEST),
    },
)


class Front(NamedTuple):
    """What a document's front says. family: the family's document id, "" for a family itself. youngest: in years."""

    title: str
    family: str
    youngest: int | None


def front(document: Document) -> Front:
    """Return the document's front; where it has none, an empty one."""
    item = _front_item(document)
    if item is None:
        return Front("", "", None)
    title, family, youngest = (item.fields.get(f) for f in ("title", "family", "youngest"))
    return Front(str(title or ""), str(family or ""), youngest if isinstance(youngest, int) else None)


def begin(*, title: str, family: str = "", youngest: int | None = None) -> Add:
    """Return the first change of a new document. Raises NotAccepted for an empty or too long title."""
    fields: dict[str, Value] = {"title": title}
    if family:
        fields["family"] = family
    if youngest is not None:
        fields["youngest"] = youngest
    return FRONT_SORT.add(fields, section=FRONT, by=WORKER)


def change_front(document: Document, **fields: Value) -> tuple[Change, ...]:
    """Return the changes that give the front these fields. Raises NotAccepted."""
    item = _front_item(document)
    checked = FRONT_SORT.check(fields)
    if item is None:
        return ()
    return tuple(Set(item.id, name, v) for name, v in checked.items() if item.fields.get(name) != v)


def _front_item(document: Document) -> Item | None:
    return next(iter(document.children(None, section=FRONT, sort=FRONT_SORT.slug)), None)
