"""A copy for somebody: what they may see, made into a sheet, made into a file, and read back before it leaves.

The one road from a document to a file, for the screen and the command line alike.
Source: field/sharing.md ("A leak check on the finished file").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from types import MappingProxyType

from app.blocks.on_paper import sheet
from app.blocks.rows.reading import ROW
from app.blocks.spoken import name_of
from app.document import Document, Item, people, seen_by
from app.document.sharing import changed_at
from app.ink.drawing import all_photos
from app.ink.photo import NONE, Photos
from app.language import _, speaking
from app.sheet import Sheet, texts

FILE_NAME, PICTURE_NAME = "copy.pdf", "picture.png"
"""What a file is called wherever it goes: it names nobody and nothing."""

_SLUGS = (
    "kind",
    "how",
    "scribe",
    "ref",
    "role",
    "shape",
    "family",
    "stand",
    "none",
    "known",
    "round",
    "of",
    "whose",
    "asked",
    "card",
    "left",
    "same",
    "now",
)
"""Fields of text in which nobody writes anything. All others, those of blocks to come too, count as written; so does
every field of a row, whose names are a kind of plan's own choice.
"""


class Leak(Exception):
    """The finished file holds something that its reader must not see. There is no file."""

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now."""
        return _(
            "The copy was stopped: words that this person must not see were found in it. "
            "No file was made. Please look at who may see each page, then try again."
        )


@dataclass(frozen=True)
class Copy:
    """A finished copy: the sheet that the preview shows with its photos, and the file made of the very same."""

    sheet: Sheet
    file: bytes
    photos: Photos = field(default_factory=lambda: NONE)

    @property
    def is_picture(self) -> bool:
        """Whether the file is a picture for a phone (PNG), and no PDF."""
        return self.sheet.shape == "phone"


def make_copy(
    document: Document,
    person: str | None,
    *,
    made: date,
    language: str,
    photos: Photos,
    printed: str = "",
    helplines: Sequence[tuple[str, str]] = (),
) -> Copy:
    """Return the copy of a document for a person (an id), or for nobody in particular (None).

    photos: those of the document; only the ones that this reader may see are used. language: a BCP 47 tag for the
    words around; what people said stays as they said it. printed: which of its kind's papers; "" is the first. What is
    private stands on those papers alone that are for it, and on nobody's but who holds the plan.
    helplines: who answers, and the number, as everybody may know them.
    Raises Leak, and CannotPrint where a script cannot be set here.
    """
    # Not at the top: what makes and reads paper takes a third of the whole start, and no first screen needs it.
    from app.leaks import in_words, leaks, withheld
    from app.paper import pdf, picture

    with_private = document.kind.paper(printed).private
    seen = seen_by(document, person, with_private=with_private)
    with speaking(language):
        name = name_of(person, people(document)) if person else ""
        at = changed_at(document, seen, person, with_private=with_private)
        version = date.fromtimestamp(at / 1000) if at is not None else None
        put = partial(sheet, made=made, printed=printed, version=version, helplines=helplines)
        made_sheet = put(seen, for_name=name)
        # Not all of them: what this person may not see goes nowhere near the file.
        shown = MappingProxyType({name: photos[name] for name in all_photos(seen) if name in photos})
        for_phone = made_sheet.shape == "phone"
        file = picture(made_sheet) if for_phone else pdf(made_sheet, made=made, photos=shown)
        own_words = texts(put(_unsaid(seen), for_name=""))
        hidden = withheld(document, person, own_words=own_words, with_private=with_private)
    # What letters of a picture say can only be known from what was drawn.
    if in_words(texts(made_sheet), withheld=hidden) if for_phone else leaks(file, withheld=hidden):
        raise Leak
    return Copy(made_sheet, file, shown)


def _unsaid(document: Document) -> Document:
    """Return a document with a mark for all that somebody wrote: what its sheet says is the program's own."""

    def mark(item: Item) -> Item:
        slugs = _SLUGS if item.sort != ROW else ()
        written = {k for k, v in item.fields.items() if isinstance(v, str) and k not in slugs}
        return item._replace(fields={k: "…" if k in written else v for k, v in item.fields.items()})

    return replace(document, items=MappingProxyType({id: mark(i) for id, i in document.items.items()}))
