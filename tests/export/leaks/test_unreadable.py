"""What cannot be read is never taken for harmless: the copy is stopped, loudly."""

import io
import zlib

import pytest
from pypdf import PdfWriter

from app.export.copies import Leak
from app.export.leaks import UnreadablePdf, in_file
from app.ink.photo import NONE
from tests.export.copying import make_copy
from tests.export.leaks.planting import (
    behind,
    helvetica,
    literal,
    odd_codes,
    of_one_byte,
    on_page,
    rewritten,
    shifted,
    stream,
    text,
)
from tests.export.test_copies import DAY, whole

FILE = make_copy(whole(), None, made=DAY, language="en", photos=NONE).file


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(FILE))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def attached(writer: PdfWriter) -> None:
    writer.add_attachment("x", b"harmless")


def with_font(said: bytes) -> bytes:
    return behind(FILE, b"<< /Font << /Fx << /Type /Font %s >> >> >>" % said)


def shown(words: str) -> bytes:
    return b"BT 40 40 Td " + literal(shifted(words)) + b" Tj ET"


PACKED = zlib.compress(b"BT (x) Tj ET")
UNREADABLE = {
    "no PDF": b"hello",
    "nothing": b"",
    "encrypted": encrypted(),
    "a packed stream that is broken": behind(FILE, stream(b"\x00" + PACKED[1:], b"/Filter /FlateDecode")),
    "a packed stream that ends too soon": behind(FILE, stream(PACKED[:-6], b"/Filter /FlateDecode")),
    "a filter that nobody knows": behind(FILE, stream(PACKED, b"/Filter /Whatever")),
    "a filter with a lock": behind(FILE, stream(PACKED, b"/Filter /Crypt")),
    "a stream without an end": behind(FILE, b"<< /Length 9 >>\nstream\nabc"),
    "a stream whose bytes are elsewhere": behind(FILE, stream(b"", b"/F << /Type /Filespec /F (x) >>")),
    "a dictionary that is none": behind(FILE, b"<< /Length 3 /Filter >>\nstream\nabc\nendstream"),
    "a font that tells no letters": with_font(b"/Subtype /Type0 /Encoding /Identity-H"),
    "a font whose map is not there": with_font(b"/Subtype /Type0 /Encoding /Identity-H /ToUnicode 9999 0 R"),
    "a font whose letters are drawings": with_font(b"/Subtype /Type3"),
    "a font that is not there": on_page(lambda w: text(literal(w.encode())))(FILE, "x"),
    "a font of codes of one byte": on_page(lambda w: text(literal(shifted(w))), Fx=of_one_byte)(FILE, "x"),
    "a font that another stream set": on_page(shown, before=b"/Fx 12 Tf", Fx=odd_codes)(FILE, "x"),
    "a font that was set before": on_page(lambda w: b"/Fx 12 Tf q /Fy 12 Tf Q " + shown(w), Fx=odd_codes, Fy=helvetica)(
        FILE, "x"
    ),
    "a font that a state sets": on_page(lambda w: b"/Fy 12 Tf /Gs gs " + shown(w), Fx=odd_codes, Fy=helvetica)(
        FILE, "x"
    ),
    "a form whose font is set where it is drawn": behind(FILE, stream(shown("x"), b"/Type /XObject /Subtype /Form")),
    "a pattern whose font is set where it is drawn": behind(FILE, stream(shown("x"), b"/Type /Pattern /PatternType 1")),
    "something that is said twice": behind(FILE, stream(PACKED, b"/Type /Font /Type /XRef /Filter /FlateDecode")),
    "a file inside the file": rewritten(FILE, attached),
    "a file inside the file that does not say so": rewritten(FILE, attached).replace(b"/Type /EmbeddedFile", b""),
    "a file inside the file, led to by a note": behind(FILE, stream(PACKED), b"<< /FS << /#45F << /F 1 0 R >> >> >>"),
    "a file inside the file, in a stream of objects": behind(
        FILE, stream(b"7 0 << /EF << /F 1 0 R >> >>", b"/Type /ObjStm /N 1 /First 4")
    ),
}


def test_the_file_itself_is_read() -> None:
    assert in_file(FILE, withheld=("Darren",), language="en") == ()


@pytest.mark.parametrize("file", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("withheld", [(), ("Darren",)])
def test_a_file_of_which_a_part_cannot_be_read_is_not_clean(file: bytes, withheld: tuple[str, ...]) -> None:
    with pytest.raises(UnreadablePdf):
        in_file(file, withheld=withheld, language="en")


def test_a_copy_that_cannot_be_read_back_is_stopped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.pdf.pdf", lambda *_sheet, **_more: encrypted())
    with pytest.raises(Leak) as stopped:
        make_copy(whole(), None, made=DAY, language="en", photos=NONE)
    assert stopped.value.stops == ()
    assert "could not be read back" in stopped.value.why()[0]


@pytest.mark.parametrize("item_type", ["/XRef", "/ObjStm"])
def test_other_programs_ways_to_pack_objects_are_read(item_type: str) -> None:
    said = b"900 0 (Darren)" if item_type == "/ObjStm" else b"\0\1\2"
    kept = b"/Type %s /N 1 /First 6 /Filter /FlateDecode" % item_type.encode()
    found = in_file(behind(FILE, stream(zlib.compress(said), kept)), withheld=("Darren",), language="en")
    assert bool(found) == (item_type == "/ObjStm")
