"""Documents for tests: a small kind, edits by hand, and edit logs of every shape that hypothesis can think of."""

from collections.abc import Sequence
from itertools import count

from hypothesis import strategies as st

from app.document import (
    CHILD,
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    WORKER,
    Add,
    Change,
    Document,
    Edit,
    ForWhom,
    Item,
    Kind,
    Move,
    Remove,
    Restore,
    Section,
    Set,
    Unknown,
    Void,
    extend,
    fold,
    new_id,
)

KIND = Kind(
    slug="made-for-tests",
    name="Test",
    family_name="Test",
    sections=(
        Section(slug="story", block="words", title="The story"),
        Section(slug="mine", block="words", title="My pages", for_whom=ONLY_ME, own=True),
        Section(slug="setup", block="words", title="Set-up", for_whom=IN_NO_COPY, in_copies=False),
    ),
)
"""A kind with a section for everyone, one of each person's own, and one that is in no copy."""

HELD = Kind(
    slug="held-for-tests",
    name="Held",
    family_name="Mine",
    owned=True,
    sections=(
        Section(slug="open", block="words", title="Open"),
        Section(slug="shut", block="words", title="Shut", private=True),
        Section(slug="office", block="words", title="Office", in_copies=False),
    ),
)
"""A kind that one person holds: a part that all see, one that is private, and one of the office."""

TOM, SAM, NAN = "tom", "sam", "nan"
PEOPLE_IDS = (WORKER, CHILD, TOM, SAM, NAN)
SECTIONS = ("story", "mine", "setup", "front", "people", "a-newer-version's")

_clocks = count(1)


def item(
    id: str,
    *,
    section: str = "story",
    parent: str | None = None,
    position: str = "a0",
    item_type: str = "saying",
    by: str = WORKER,
    for_whom: ForWhom = EVERYONE,
    **fields: str | int | bytes,
) -> Item:
    return Item(id, section, parent, position, item_type, by, for_whom, fields)


def edit(
    change: Change,
    *,
    by: str = WORKER,
    device: str = "tablet",
    undo_scope: str = "pad",
    undo_session: str = "today",
    transaction: str | None = None,
    clock: int | None = None,
    id: str | None = None,
) -> Edit:
    """Return an edit later than all before it."""
    id = id or new_id()
    return Edit(
        id, device, clock or next(_clocks), by, 1_700_000_000_000, transaction or id, undo_scope, undo_session, change
    )


def plan(*edits: Edit, kind: Kind = KIND) -> Document:
    return fold("plan", kind, edits)


def of(*items: Item, kind: Kind = KIND) -> Document:
    """Return the document that holds these items."""
    return plan(*(edit(Add(i), by=i.by) for i in items), kind=kind)


def then(document: Document, *edits: Edit) -> Document:
    return extend(document, edits)


_item_ids = st.sampled_from([f"i{n}" for n in range(7)])
_edit_ids = st.sampled_from([f"e{n}" for n in range(12)])
_parents = st.none() | _item_ids
_places = st.sampled_from(["a0", "a1", "a0V", "b", "", "not a place", "Zz"])
_people = st.sampled_from(PEOPLE_IDS)
audiences = st.builds(
    lambda reach, people: ForWhom(reach, tuple(people)),
    st.sampled_from(["everyone", "people", "worker", "nobody", "a-newer-version's"]),
    st.lists(_people, max_size=2),
)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = (
    words
    | st.integers(-(2**40), 2**40)
    | st.booleans()
    | st.none()
    | st.binary(max_size=8)
    | st.floats(allow_nan=False)
)
items = st.builds(
    Item,
    _item_ids,
    st.sampled_from(SECTIONS),
    _parents,
    _places,
    st.sampled_from(["saying", "page", "person", "stroke", "a-newer-version's"]),
    _people,
    audiences,
    st.dictionaries(st.sampled_from(["words", "name", "ref", "newer"]), values, max_size=3),
)
changes = st.one_of(
    st.builds(Add, items),
    st.builds(Set, _item_ids, st.sampled_from(["words", "name", "@by", "@for", "newer"]), values | audiences),
    st.builds(Move, _item_ids, _parents, _places),
    st.builds(Remove, _item_ids),
    st.builds(lambda ids: Void(tuple(ids)), st.lists(_edit_ids, max_size=3)),
    st.builds(lambda ids: Restore(tuple(ids)), st.lists(_edit_ids, max_size=3)),
    st.builds(Unknown, st.integers(6, 99), values | st.lists(values, max_size=2)),
)
"""Any change at all: of things that are not there, under themselves, of a newer version, twice."""


@st.composite
def logs(draw: st.DrawFn, longest: int = 12) -> Sequence[Edit]:
    """Draw a log of edits, in no order; two devices may have used one clock, and even one device twice."""
    made = draw(st.lists(st.tuples(changes, st.sampled_from("AB"), st.integers(1, 8), _people), max_size=longest))
    return tuple(
        Edit(f"e{n}", device, clock, by, 0, f"s{n}", "pad", "today", change)
        for n, (change, device, clock, by) in enumerate(made)
    )


documents = logs().map(lambda log: fold("plan", KIND, log))
