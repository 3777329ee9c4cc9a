"""A copy for somebody: what they may see, made into a sheet, made into a file, and read back before it leaves.

The one road from a document to a file, for the screen and the command line alike.
Source: docs/domain/sharing.md ("A leak check on the finished file").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from types import MappingProxyType

from app.document import Document, people, seen_by
from app.document.copy_log import copies_made
from app.document.copy_rules import OFFICE, may_hold, rule_of, rules_for
from app.document.family_people import ids_of
from app.document.header import header
from app.document.kind import Printed
from app.document.local_day import local_day
from app.document.sharing import changed_at
from app.export.read_back import UNSAID, read_back, unsaid
from app.export.read_back import Leak as Leak
from app.export.sheet import sheet
from app.ink.drawing import all_photos
from app.ink.photo import NONE, Photos
from app.language import _, speaking
from app.sayings.outline import name_of
from app.sheet import Sheet, texts
from app.sheet.unprintable import Unset, in_brackets, stands_for


class NoCopyYet(Exception):
    """The worker has not said that this person may hold a copy, or has said that they must not. There is no file."""

    def sentence(self) -> str:
        """Return what happened, in the same words for both: which of the two it is, is no matter of the room's."""
        return _("There is no copy for this person yet. No file was made.")


class NeedsYourWord(NoCopyYet):
    """A copy for nobody in particular can end up with anybody: it takes the worker's own word, each time."""

    def sentence(self) -> str:
        """Return what happened and what it takes."""
        return _("A copy for nobody in particular needs your own word each time. No file was made.")


@dataclass(frozen=True)
class Copy:
    """A finished copy."""

    sheet: Sheet
    """What the preview shows, with its photos; the file is made of the very same."""
    file: bytes
    """Its bytes: a picture for a phone (PNG), else a PDF."""
    photos: Photos = field(default_factory=lambda: NONE)
    """Those on it: no other than its reader may see."""
    number: int | None = None
    """Its own, which stands on its foot; None for one that has none."""
    missing: tuple[Unset, ...] = ()
    """What of the plan could not be put on it here; the worker is told before it leaves."""

    @property
    def file_name(self) -> str:
        """What the file is called wherever it goes: its number, and nothing that says whose or of what it is."""
        number = f"-{self.number}" if self.number is not None else ""
        return f"copy{number}.{'png' if self.is_picture else 'pdf'}"

    @property
    def is_picture(self) -> bool:
        """Whether the file is a picture for a phone (PNG), and no PDF."""
        return self.sheet.shape == "phone"


def offered_to(document: Document, person: str | None) -> tuple[Printed, ...]:
    """Return the papers that a copy for a person (an id), for nobody (None) or for the office's record can be on."""
    if person == OFFICE:
        return document.kind.papers_for_record()
    return document.kind.papers_for(holder=bool(person) and person == header(document).whose)


def last_number(document: Document) -> int:
    """Return the highest number of a copy that a document's record knows; 0 where it knows none."""
    return max((c.number or 0 for c in copies_made(document)), default=0)


def make_copy(
    document: Document,
    person: str | None,
    *,
    family: Document | None,
    on_my_word: bool = False,
    number: int | None = None,
    made: date,
    language: str,
    photos: Photos,
    printed: str = "",
    helplines: Sequence[tuple[str, str]] = (),
) -> Copy:
    """Return the copy of a document for a person (an id), for nobody in particular (None) or for the record (OFFICE).

    family: the document of the family that the plan belongs to; it says who may hold a copy. None: nobody knows.
    on_my_word: the worker says, this time, that a copy for nobody in particular may reach anybody.
    number: the copy's own, for its foot. The office's record holds what everyone may see, and what the worker may with
    some others; not what somebody was told is in nobody's copy, nothing private, no answer that is kept.
    photos: those of the document; only the ones that this reader may see are used. language: a BCP 47 tag for the
    words around; what people said stays as they said it. printed: which of its kind's papers; "" is the first. What is
    private stands on those papers alone that are for it, and on nobody's but who holds the plan.
    helplines: who answers, and the number, as everybody may know them.
    Raises NoCopyYet for whom the worker has not said that they may hold one, and Leak.
    """
    if not person and not on_my_word:
        raise NeedsYourWord
    rules = rules_for(document, family)
    if person and not may_hold(rules, person):
        raise NoCopyYet
    # A plan that has not heard yet that two are two again reads them as one: what either may see is in it.
    if person and any(rule_of(rules, id).holding == "must-not" for id in ids_of(document, person)):
        raise NoCopyYet
    office, reader = person == OFFICE, person or None
    # Not at the top: what makes and reads paper takes a third of the whole start, and no first screen needs it.
    from app.pdf import pdf, picture, printable

    with_private = document.kind.paper(printed).private
    seen = seen_by(document, reader, with_private=with_private)
    with speaking(language):
        name = name_of(person, people(document)) if person and not office else ""
        at = changed_at(document, seen, reader, with_private=with_private)
        version = local_day(at) if at is not None else None
        put = partial(
            sheet, made=made, printed=printed, version=version, helplines=helplines, number=number, office=office
        )
        made_sheet, missing = printable(put(seen, for_name=name))
        # Not all of them: what this person may not see goes nowhere near the file.
        shown = MappingProxyType({name: photos[name] for name in all_photos(seen) if name in photos})
        for_phone = made_sheet.shape == "phone"
        file = picture(made_sheet) if for_phone else pdf(made_sheet, made=made, photos=shown)
        ours = put(unsaid(seen), for_name=UNSAID if name else "")
        # What stands for words that cannot be printed is the program's own as well.
        own = (*texts(ours), *(said(one.script) for one in missing for said in (stands_for, in_brackets)))
        read_back(file, of=made_sheet, own=own, document=document, seen=seen, person=reader, with_private=with_private)
    return Copy(made_sheet, file, shown, number, missing)
