"""What one grown-up keeps for themselves alone, where somebody in the home hurts somebody.

Source: docs/domain/safety-plan.md ("Where somebody in the home hurts somebody"). Whoever hurts somebody may sit at the
same table, hold the tablet, and look through the home for paper. So the section stands among the worker's own papers,
behind the PIN, and asks for the PIN once more before each opening; it looks the same for every grown-up, whoever wrote
there; what is written is nobody's but its owner's and the worker's to read, and in no copy, its owner's own not either:
there is no way to print it, with whatever consent. It is said until it is known by heart.
"""

from typing import NamedTuple

from app.document import IN_NO_COPY, Change, Document, Item, ItemType, Section, Set, position_between
from app.document.schema import Text, visible

OWN = ItemType("own", {"question": Text(longest=40, lines=False, written=False), "words": Text(longest=5_000)})
"""One item for what one person wrote to one question (a slug): its owner's, and in no copy of anybody's."""


class OwnQuestion(NamedTuple):
    """One thing that is asked there. Words are marked, not translated."""

    slug: str
    """Stored for ever, with what is written to it."""
    title: str
    """The heading over it."""
    question: str
    """What is asked, below its heading."""


class OwnQuestions(NamedTuple):
    """What is asked there: the shape of a section of this block."""

    all: tuple[OwnQuestion, ...]


class OwnWords(NamedTuple):
    """What somebody wrote to a question."""

    id: str
    """The item's."""
    by: str
    """Who wrote it (a person id)."""
    question: str
    """The slug of the OwnQuestion."""
    words: str
    """As they were written; "" where they were taken out again."""


def questions(section: Section) -> tuple[OwnQuestion, ...]:
    """Return what a section asks; nothing where it does not say."""
    return section.shape.all if isinstance(section.shape, OwnQuestions) else ()


def written(document: Document, section: str, *, by: str) -> tuple[OwnWords, ...]:
    """Return what one person wrote in a section, in order. Two tabs may have written to one question: both stand."""
    return tuple(_read(i) for i in document.children(None, section=section, item_type=OWN.slug) if i.by == by)


def write(document: Document, section: Section, id: str, question: str, words: str, *, by: str) -> tuple[Change, ...]:
    """Return the changes after which the item of that id says this; none where it does already. Raises NotAccepted."""
    fields = OWN.check({"question": question, "words": words})
    item = document.items.get(id)
    if item is not None:
        return (Set(id, "words", fields["words"]),) if _read(item).words != fields["words"] else ()
    if not visible(words):
        return ()
    there = document.children(None, section=section.slug, item_type=OWN.slug)
    position = position_between(there[-1] if there else None, None)
    return (OWN.add(fields, section=section.slug, by=by, position=position, for_whom=IN_NO_COPY, id=id),)


def _read(item: Item) -> OwnWords:
    return OwnWords(item.id, item.by, str(item.fields.get("question") or ""), str(item.fields.get("words") or ""))
