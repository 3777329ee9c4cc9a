"""Copies, for tests that are about what is in them: the worker's word, that whoever they are for may hold one."""

from typing import Any

from app.document import Document, extend, fold
from app.document.copy_rules import decide
from app.document.header import header
from app.export import copies
from app.export.copies import Copy
from plans.family import FAMILY
from tests.document.making import edit


def family_with(document: Document, *may: str, must_not: tuple[str, ...] = ()) -> Document:
    """Return the document of a plan's family, in which the worker has said so of these people (ids)."""
    family = fold(header(document).family or "a-family", FAMILY, ())
    for person in (*may, *must_not):
        changes = decide(family, person, "must-not" if person in must_not else "may")
        family = extend(family, [edit(change) for change in changes])
    return family


def make_copy(document: Document, person: str | None, **more: Any) -> Copy:
    """Make a copy as app.export.copies does, for somebody who may hold one, or on the worker's word."""
    family = family_with(document, *([person] if person else []))
    return copies.make_copy(document, person, family=family, on_my_word=True, **more)
