"""Everything that a finished file says, to eyes, ears, programs and whoever opens its bytes, and in which place.

What the file has of its own (the words of its language, its fonts' names, its day) is told apart by where it stands: a
name that stands where the file's own names stand, and is one of them, is no word of anybody's.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pypdf.generic import ArrayObject, IndirectObject

from app.export.leaks import content_streams, embedded
from app.export.leaks.font_codes import Font, fonts_of, mapped
from app.export.leaks.matching import CHANCE
from app.export.leaks.own_marks import OWN_COMMENT, OWN_WORDS, is_own_name, is_own_string, without_own
from app.export.leaks.pdf_objects import Parts, Stream, UnreadablePdf, parts_of
from app.export.leaks.pdf_tokens import text_of, tokens
from app.language import N_, _

PLACES = {
    "page": N_("on page {n}"),
    "spoken": N_("in the words that are read out"),
    "title": N_("in the title or in the list of pages"),
    "link": N_("in an address that it leads to"),
    "about": N_("in what the file says of itself"),
    "attached": N_("in a file inside the file"),
    "picture": N_("in a picture's own words"),
    "note": N_("in a note or a form"),
    "hidden": N_("in a part of the file that no page shows"),
}
"""Where something stands, in words for the worker."""

_BY_KEY = {
    **dict.fromkeys(content_streams.SPOKEN, "spoken"),
    "Title": "title",
    "URI": "link",
    **dict.fromkeys(("Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"), "about"),
    **dict.fromkeys(("Contents", "RC", "T", "TU", "TM", "V", "DV", "Opt", "CA", "Subj"), "note"),
    **dict.fromkeys(("F", "UF", "Desc"), "attached"),
}
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b.*?\bendobj|%[^\r\n]*", re.DOTALL)
_TABLE = re.compile(
    rb"xref\s+(?:\d+ \d+\s+(?:\d{10} \d{5} [nf]\s*)*)+|trailer\s*<<.*?>>(?=\s*startxref)|startxref\s+\d+", re.DOTALL
)
_UNREAD = frozenset((b"Encrypt", b"EmbeddedFile", b"EmbeddedFiles", b"EF"))
"""A lock, and a file inside the file: the press makes none, and whatever is in one can be packed in any way."""


class ExtractedText(NamedTuple):
    """Something that stands in a file."""

    text: str
    """What it reads as."""
    position: str
    """A key of PLACES."""
    page: int = 0
    """From 1, 0 for none."""
    least: int = 0
    """Words with fewer letters than that stand here by chance; 0 where none do."""
    ours: bool = False
    """Whether it is a place in which the sheet's own texts are put."""

    def told(self) -> str:
        """Return the place in words."""
        return _(PLACES[self.position]).format(n=self.page)


def pieces(file: bytes, language: str = "") -> Iterator[ExtractedText]:
    """Yield all that a finished file says. language: the sheet's own. Raises Unreadable."""
    if file.startswith(b"\x89PNG"):
        yield from (ExtractedText(text, "picture") for text in embedded.png_texts(file))
        return
    if not file.lstrip().startswith(b"%PDF-"):
        raise UnreadablePdf
    parts = parts_of(file)
    fonts, drawn = fonts_of(parts), _drawn(parts)
    yield from _around(parts.outside, language)
    yield from _left_over(parts.outside)
    for stream in parts.streams:
        if stream.beyond:
            yield ExtractedText(text_of(stream.beyond), "hidden")
        yield from _stream(stream, fonts, drawn.get(stream.number), language)


def _drawn(parts: Parts) -> dict[int, int]:
    """Return the streams that are drawn, whatever they say of themselves, and on which page, in the order in which the
    pages were written; 0 where that cannot be told.
    """
    found = {s.number: 0 for s in parts.streams if s.said.get("/Subtype") == "/Form" or "/PatternType" in s.said}
    page = 0
    for said in parts.having("/Contents"):
        is_page = said.get("/Type") == "/Page"
        page += is_page
        contents = said.raw_get("/Contents")
        several = parts.resolved(contents)
        for one in several if isinstance(several, ArrayObject) else (contents,):
            if isinstance(one, IndirectObject):
                found[one.idnum] = page if is_page else found.get(one.idnum, 0)
    return found


def _around(said: bytes, language: str) -> Iterator[ExtractedText]:
    """Yield what is written in no stream: text alternatives, titles, addresses, names, comments."""
    loose: list[str] = []
    for token in tokens(said):
        match token.kind:
            case "name" if token.value in _UNREAD:
                raise UnreadablePdf
            case "name":
                if not is_own_name(token.value):
                    yield from _names(token.value)
            case "string":
                if is_own_string(token.value, token.key, language):
                    continue
                position = _BY_KEY.get(token.key, "hidden")
                least = CHANCE if len(token.value) == 16 and _is_id(said, token.at) else 0
                for text in embedded.readings(text_of(token.value)):
                    yield ExtractedText(text, position, least=least, ours=position in ("spoken", "title"))
            case "comment":
                if not OWN_COMMENT.fullmatch(token.value):
                    yield from (ExtractedText(text, "hidden") for text in embedded.readings(text_of(token.value)))
            case "word":
                if token.value not in OWN_WORDS and token.value[:1] != b"-":
                    loose += embedded.readings(text_of(token.value))
    yield ExtractedText(" ".join(loose), "hidden")


def _left_over(said: bytes) -> Iterator[ExtractedText]:
    """Yield what stands between a file's objects, and behind its end."""
    left = _TABLE.sub(b" ", _OBJECT.sub(b" ", said))
    if left.strip():
        yield from (ExtractedText(text, "hidden") for text in embedded.readings(text_of(left)))


def _is_id(said: bytes, at: int) -> bool:
    _before, key, between = said[:at].rpartition(b"/ID")
    return bool(key) and re.fullmatch(rb"\s*\[[^\]]*", between) is not None


def _names(name: bytes) -> Iterator[ExtractedText]:
    yield from (ExtractedText(text, "hidden") for text in embedded.readings(text_of(name)))


def _stream(stream: Stream, fonts: dict[str, list[Font]], page: int | None, language: str) -> Iterator[ExtractedText]:
    """Yield what is in a stream. page: on which it is drawn; None: nothing draws it."""
    said, data = stream.said, stream.content
    if page is not None:
        yield from _content(data, fonts, page, language, said.get("/Type") == "/ObjStm")
    elif said.get("/Type") == "/XRef":
        yield from (ExtractedText(text, "hidden", least=CHANCE) for text in embedded.among_bytes(data))
    elif said.get("/Subtype") == "/Image":
        yield from _picture(data)
    elif said.get("/Type") == "/Metadata" or b"<?xpacket" in data[:200]:
        for whole in described(data):
            yield from (
                ExtractedText(text, "about", ours=True) for text in embedded.readings(without_own(whole, language))
            )
    elif b"begincmap" in data:
        yield from _map(data)
    elif "/Length1" in said or data[:4] in (b"\0\1\0\0", b"OTTO", b"true"):
        yield from (ExtractedText(text, "hidden", least=CHANCE) for text in embedded.among_bytes(data))
    else:
        yield from _content(data, fonts, None, language, said.get("/Type") == "/ObjStm")


def described(data: bytes) -> tuple[str, ...]:
    """Return a file's description of itself (XMP) as text: UTF-8, where it is not in another coding."""
    if b"\0" in data:  # Two bytes a letter, or four, marked or not.
        codings = ("utf-8", "utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le")
        return tuple(data.decode(coding, "replace") for coding in codings)
    try:
        return (data.decode("utf-8"),)
    except UnicodeDecodeError:
        return (text_of(data),)


def _content(
    data: bytes, fonts: dict[str, list[Font]], drawn: int | None, language: str, objects: bool
) -> Iterator[ExtractedText]:
    if objects:
        yield from _around(data, language)
    read = content_streams.read(data, fonts, drawn=drawn is not None)
    page = drawn or 0
    position = "page" if page else "hidden"
    binary = not embedded.is_text(data)
    least = CHANCE if binary else 0
    yield from (ExtractedText(text, position, page, ours=True) for text in read.shown)
    yield from (ExtractedText(t, "spoken", page, ours=True) for text in read.spoken for t in embedded.readings(text))
    yield from (ExtractedText(t, position, page, least) for text in read.beside for t in embedded.readings(text))
    for name in dict.fromkeys(read.names):
        if not is_own_name(name):
            yield from (piece._replace(least=least) for piece in _names(name))
    if binary:
        yield from (ExtractedText(text, position, page, CHANCE) for text in embedded.among_bytes(data))
    elif not page and not objects:
        yield ExtractedText(text_of(data), "hidden")


def _picture(data: bytes) -> Iterator[ExtractedText]:
    if data[:3] == b"\xff\xd8\xff":
        yield from (ExtractedText(text, "picture") for text in embedded.jpeg_texts(data))
    yield from (ExtractedText(text, "picture", least=CHANCE) for text in embedded.among_bytes(data))


def _map(cmap: bytes) -> Iterator[ExtractedText]:
    """Yield what is in a font's map of letters: each entry by itself, for one stands for one letter, and what is beside
    them. In which order the letters come is the order in which they were first used, and says nothing.
    """
    for _code, text in mapped(cmap):
        if len(text) > 3:
            yield ExtractedText(text, "hidden")
    bare = re.sub(rb"<[0-9A-Fa-f\s]*>", b" ", cmap)
    yield from _around(bare, "")
