"""The smallest thing that somebody said, drew or chose, and who may see it.

Items are tuples with names: a storyboard has thousands of strokes, and building one of
these costs a third of a frozen dataclass (measured while opening 2,400 edits).
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = str | int | float | bool | bytes | None
Fields: TypeAlias = Mapping[str, Value]

WORKER = "worker"
"""The person id of the practitioner whose tablet this is."""

CHILD = "child"
"""The person id of a child who has drawn or spoken before anybody said which child it is."""


def new_id() -> str:
    """Return a fresh id: 96 random bits as 16 letters. Made on the device, so a repeat is a no-op.

    None begins with a hyphen, which a command line would take for an option.
    """
    id = secrets.token_urlsafe(12)
    return id if id[0] != "-" else new_id()


def id_of(told: str) -> str:
    """Return the id that these words always give, in the form of a fresh one: from outside, all ids look alike."""
    digest = sha256(told.encode("utf-8", "surrogatepass")).digest()
    id = urlsafe_b64encode(digest[:12]).decode("ascii")
    return id if id[0] != "-" else id_of(told + "-")


class ForWhom(NamedTuple):
    """Who may see an item.

    "everyone" · "people": those named, whoever made it, and the worker · "worker": whoever made it, and the worker
    ("only me and (the worker's name)") · "nobody": worker's own papers, as the set-up sheet; in no copy, not even the
    worker's own.
    """

    reach: Literal["everyone", "people", "worker", "nobody"]
    """Which of the four it is."""
    people: tuple[str, ...] = ()
    """Person ids, with reach "people" only."""


EVERYONE = ForWhom("everyone")
ONLY_ME = ForWhom("worker")
IN_NO_COPY = ForWhom("nobody")


class Item(NamedTuple):
    """One item of a document's tree. Never changed: replaced by the fold."""

    id: str
    """Made by the tablet (new_id, id_of); no other item of the document has it."""
    section: str
    """The slug of the section it stands in."""
    parent: str | None
    """The id of the item it hangs below, or None."""
    position: str
    """Orders siblings: a fractional index, so that a move touches one item only."""
    item_type: str
    """The slug of its ItemType (document.schema)."""
    by: str
    """Whose item it is (a person id), never who held the tablet."""
    for_whom: ForWhom
    """Who may see it."""
    fields: Fields
    """Its values, by the names that its type declares."""
