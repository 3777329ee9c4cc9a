"""Another plan like one that is there: what goes along into it, under ids of its own. No I/O.

Only what everyone may see goes along, and the worker's own papers (the set-up sheet, and notes that are for the
worker alone). A page of somebody's own belongs to that person, and words that only some may see, or that are private,
were told for that plan: none is taken to another one, where nobody asked for them (docs/domain/sharing.md;
docs/domain/words-and-pictures.md, "My pages"). They stay there. So do all answers, shown ones too: a view or a number
starts "not asked" (docs/domain/safety-plan.md).
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.document.answer import ANSWER
from app.document.confirmations import INSTEAD_OF
from app.document.edit import Add
from app.document.fold import Document
from app.document.header import HEADER, HEADER_TYPE, LONGEST_TITLE
from app.document.item import WORKER, Item, Value, new_id
from app.document.ownership import PRIVACY, private_sections
from app.document.people import EARLIER, PEOPLE, PERSON, read_person
from app.document.visit_days import dated
from app.language.graphemes import shortened

NO_BLOBS: Mapping[str, str] = MappingProxyType({})


def duplicate(document: Document, *, title: str, blobs: Mapping[str, str] = NO_BLOBS) -> tuple[Add, ...]:
    """Return the changes that begin another document like this one, parents before their children.

    Who said what, who may see it and the order of things stay; people keep their ids. title: its name, cut to what
    a tile holds. blobs: the new name of each blob, by the name that fields have now.
    """
    # A number keeps its day: the edits that would tell it stay behind.
    there = list(dated(document, {i.id: i for i in _going(document)}).values())
    # In their order: where two tablets chose the same place for two things, their ids say which comes first.
    old = sorted(i.id for i in there)
    new = dict(zip(old, sorted(new_id() for _n in old), strict=True))
    adds: list[Add] = []
    for item in there:
        fields = {name: renamed(value, blobs) for name, value in item.fields.items()}
        if INSTEAD_OF in fields:  # What it stands for goes along, or is named no more.
            fields[INSTEAD_OF] = new.get(str(fields[INSTEAD_OF]))
        if item.section == HEADER and item.item_type == HEADER_TYPE.slug:
            # What this plan's day and its bin are is no matter of the other's.
            fields = {n: v for n, v in fields.items() if n not in ("next", "binned", "closed")}
            fields["title"] = shortened(title, LONGEST_TITLE)
        elif item.section == PEOPLE and item.item_type == PERSON.slug:
            fields["ref"] = read_person(item).id
        parent = new[item.parent] if item.parent is not None else None
        adds.append(Add(item._replace(id=new[item.id], parent=parent, fields=fields)))
    return tuple(adds)


def words_of(document: Document) -> frozenset[str]:
    """Return every text in the fields of what goes along: the names of its blobs are among them."""
    return frozenset(v for i in _going(document) for v in i.fields.values() if isinstance(v, str))


def _going(document: Document) -> list[Item]:
    """Return what goes along, parents before their children; nothing without what it hangs on."""
    found: dict[str, Item] = {}
    top = [i for i in document.items.values() if i.parent is None]
    for item in (below for t in top for below in (t, *document.below(t.id))):
        if (item.parent is None or item.parent in found) and _may_go(document, item):
            found[item.id] = item
    if any(i.item_type == EARLIER.slug for i in found.values()):
        # What is older than somebody's new name stays so, and what hangs on something comes behind it.
        made = document.made_of(document.items)
        return sorted(found.values(), key=lambda i: max(made.get(a.id, 0) for a in (i, *document.ancestors(i))))
    return list(found.values())


def _may_go(document: Document, item: Item) -> bool:
    line = (item, *document.ancestors(item))
    known = {PEOPLE, HEADER, *(s.slug for s in document.kind.sections if not s.own)} - private_sections(document)
    if any(i.item_type in (ANSWER.slug, PRIVACY.slug) for i in line):
        return False
    if any(i.section not in known for i in line):
        return False  # Somebody's own, private, or a newer version's: nobody here can tell whose it may be.
    shut = [i for i in line if i.for_whom.reach != "everyone"]
    papers = all(i.for_whom.reach == "nobody" for i in shut)
    own_papers = item.by == WORKER and all(i.by == WORKER and i.for_whom.reach in ("nobody", "worker") for i in shut)
    return papers or own_papers


def renamed(value: Value, blobs: Mapping[str, str]) -> Value:
    """Return a field's value, and the new name of a blob instead of its old one."""
    return blobs.get(value, value) if isinstance(value, str) else value
