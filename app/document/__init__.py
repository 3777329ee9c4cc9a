"""Documents: items, the edits that make them, and what each person may see and do. Plain values, no I/O."""

from app.document.edit import (
    AUDIENCE,
    OWNER,
    Add,
    Change,
    DamagedEdit,
    Edit,
    Move,
    Remove,
    Restore,
    Set,
    Unknown,
    Void,
    pack,
    unpack,
)
from app.document.edits import UndoReach
from app.document.fold import Document, extend, fold
from app.document.item import (
    CHILD,
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    WORKER,
    ForWhom,
    Item,
    Value,
    new_id,
)
from app.document.kind import Kind, Section
from app.document.local_day import local_day
from app.document.ownership import name_holder, private, switch
from app.document.people import PEOPLE, PERSON, Person, name_person, people, read_person, who_then
from app.document.permissions import may
from app.document.schema import ItemType, NotAccepted, position_between
from app.document.sharing import seen_by, sees
from app.document.undo_history import bring_back, can_undo, redo, undo

__all__ = [
    "AUDIENCE",
    "CHILD",
    "EVERYONE",
    "IN_NO_COPY",
    "ONLY_ME",
    "OWNER",
    "PEOPLE",
    "PERSON",
    "WORKER",
    "Add",
    "Change",
    "DamagedEdit",
    "Document",
    "Edit",
    "ForWhom",
    "Item",
    "ItemType",
    "Kind",
    "Move",
    "NotAccepted",
    "Person",
    "Remove",
    "Restore",
    "Section",
    "Set",
    "UndoReach",
    "Unknown",
    "Value",
    "Void",
    "bring_back",
    "can_undo",
    "extend",
    "fold",
    "local_day",
    "may",
    "name_holder",
    "name_person",
    "new_id",
    "pack",
    "people",
    "position_between",
    "private",
    "read_person",
    "redo",
    "seen_by",
    "sees",
    "switch",
    "undo",
    "unpack",
    "who_then",
]
