"""The faces that a family's people chose or drew: as pictures, each made once when it changed; and choosing one.

The pictures are kept with the open family, and so go with it when the tablet locks.
"""

import asyncio
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.document import WORKER, Document, Person, people
from app.document.people import choose_face, item_of
from app.ink.avatar import Avatar, Portrait, faces, sticker_face
from app.ink.tiles import part
from app.ui.actions.families import name_in
from app.ui.session.open_plan import OpenPlan

_SIDE = 120
"""Pixels of a picture's side: more than two for each of the largest face's, and not so many that a small one is rough
where the screen has no finer ones."""


async def look(family: OpenPlan) -> None:
    """Make the pictures of the faces that have changed, off the event loop and one call after the other."""
    async with family.looking:
        seen = await asyncio.to_thread(_see, family.document, family.faces)
        if seen != family.faces:
            family.faces = MappingProxyType(seen)


def _see(document: Document, known: Mapping[str, Portrait]) -> dict[str, Portrait]:
    found: dict[str, Portrait] = {}
    for person, face in faces(document).items():
        before = known.get(person)
        found[person] = before if before is not None and before.face == face else Portrait(face, _picture(face))
    return found


@cache
def sticker_picture(art: str) -> bytes:
    """Return a sticker as a face, as PNG. Kept for good: what all stickers look like tells nothing of any family."""
    return _picture(sticker_face(art))


def undo_scope_of(person: str) -> str:
    """The name of the undo scope in which somebody's face is chosen: Undo stays there."""
    return f"face-{person}"


def give_face(family: OpenPlan, person: Person, face: str) -> str:
    """Give somebody a face ("", DRAWN, a sticker's slug); returns the id of their item, below which theirs is drawn.

    Somebody whom only a plan names yet becomes one of the family. Raises NotAccepted, ReadOnlyPlan.
    """
    if person.id not in people(family.document):
        name_in(family, person)
    family.make(choose_face(family.document, person.id, face), undo_scope=undo_scope_of(person.id), actor=WORKER)
    item = item_of(family.document, person.id)
    return item.id if item is not None else ""


def _picture(face: Avatar) -> bytes:
    return part(face.marks, face.around, _SIDE)
