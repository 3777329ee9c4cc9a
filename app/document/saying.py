"""A saying: what one person said, in their own words or written down by another. Most blocks hold sayings.

Every saying is an item of its own, so that nobody's words can overwrite somebody else's.
Source: docs/domain/sharing.md ("The words of one person never stand under another's name").
"""

from typing import NamedTuple

from app.document.edit import OWNER, Add, Change, Remove, Set
from app.document.fold import Document
from app.document.item import EVERYONE, WORKER, ForWhom, Item
from app.document.schema import Choice, ItemType, Someone, Text, position_between, visible

SOMEBODY = "somebody"
"""The owner of words of which nobody has yet said whose they are."""

SAYING = ItemType(
    "saying",
    {
        "words": Text(longest=10_000),
        "how": Choice(("own", "written", "office")),
        "scribe": Someone(),
        "asked": Text(longest=64, lines=False, written=False),
    },
)
"""asked: which of its section's questions it is said to (a slug), where a section asks several; else "" or nothing."""


class Saying(NamedTuple):
    """Words and whose they are."""

    id: str
    """The id of the item that holds them."""
    by: str
    """Whose they are (a person id), or SOMEBODY."""
    words: str
    """What was said; line breaks stay."""
    own: bool
    """True for own words; else `scribe` wrote them down."""
    scribe: str
    """A person id, the worker where none is kept."""
    for_whom: ForWhom
    """Who may see it."""
    office: bool = False
    """A draft that the worker brought, until somebody in the room keeps it (as own words) or changes it."""
    asked: str = ""
    """The question (a slug) that it is said to, where its section asks several; else ""."""


def sayings(
    document: Document, parent: str | None, *, section: str = "", asked: str | None = None
) -> tuple[Saying, ...]:
    """Return what was said below an item (or at the top of a section), in order. asked: to that question alone."""
    said = (read_saying(i) for i in document.children(parent, section=section, item_type=SAYING.slug))
    return tuple(s for s in said if asked in (None, s.asked))


def read_saying(item: Item) -> Saying:
    """Return the saying that an item holds."""
    f = item.fields
    return Saying(
        item.id,
        item.by,
        str(f.get("words") or ""),
        f.get("how", "own") == "own",
        str(f.get("scribe") or WORKER),
        item.for_whom,
        f.get("how") == "office",
        str(f.get("asked") or ""),
    )


def say(
    document: Document,
    words: str,
    *,
    id: str,
    section: str,
    by: str,
    scribe: str = WORKER,
    parent: str | None = None,
    for_whom: ForWhom = EVERYONE,
    office: bool = False,
    asked: str = "",
) -> tuple[Change, ...]:
    """Return the changes that make a saying read so: an Add behind the others, a Set, a Remove when emptied, or none.

    Raises NotAccepted when the words are too long. New words of anybody but the scribe start as
    "written down by": the practitioner types; it is one touch to say that they are own words. office: they
    are a draft that is made without the family; changed anywhere else, they are a draft no more. asked: the question
    (a slug) that new words answer.
    """
    known = document.items.get(id)
    clean = SAYING.check({"words": words})["words"]
    empty = not visible(str(clean))
    if known is not None:
        if clean == known.fields.get("words"):
            return ()
        if empty:
            return (Remove(id),)
        kept = read_saying(known).office and not office
        how = (Set(id, "how", "own" if known.by == scribe else "written"),) if kept else ()
        return (Set(id, "words", clean), *how)
    if empty:
        return ()
    last = document.children(parent, section=section, item_type=SAYING.slug)
    how_said = "office" if office else "own" if by == scribe else "written"
    add: Add = SAYING.add(
        {"words": words, "how": how_said, "scribe": scribe, **({"asked": asked} if asked else {})},
        section=section,
        by=by,
        parent=parent,
        position=position_between(last[-1] if last else None, None),
        for_whom=for_whom,
        id=id,
    )
    return (add,)


def belongs_to(saying: Saying, person: str) -> tuple[Change, ...]:
    """Return the change that moves a saying to its speaker."""
    return (Set(saying.id, OWNER, person),) if saying.by != person else ()


def said_how(saying: Saying, *, own: bool) -> tuple[Change, ...]:
    """Return the change that marks a saying as own words, or as written down."""
    return (Set(saying.id, "how", "own" if own else "written"),) if saying.own != own else ()
