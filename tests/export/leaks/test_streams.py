"""Where a stream of a PDF begins and ends, and what is in it, is read as it says itself."""

import base64
import zlib

import pytest

from app.export.leaks import UnreadablePdf
from app.export.leaks.pdf_objects import Stream, parts_of


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, said) for n, said in enumerate(objects, 1))


def stream(content: bytes, said: bytes = b"", length: bytes | None = None) -> bytes:
    told = b"/Length %s " % (length if length is not None else b"%d" % len(content))
    return b"<< %s%s >>\nstream\n%s\nendstream" % (told, said, content)


def only(file: bytes) -> Stream:
    (found,) = parts_of(file).streams
    return found


def test_a_stream_is_read_as_it_was_packed() -> None:
    assert only(pdf(stream(b"Ann came\n"))).content == b"Ann came\n"
    assert only(pdf(stream(zlib.compress(b"Ann came " * 20), b"/Filter /FlateDecode"))).content == b"Ann came " * 20


def test_how_long_it_is_may_stand_in_another_object_before_it_or_behind() -> None:
    packed = zlib.compress(b"Ann came")
    length = b"%d" % len(packed)
    for file in (
        pdf(stream(packed, b"/Filter /FlateDecode", b"2 0 R"), length),
        pdf(length, stream(packed, b"/Filter /FlateDecode", b"1 0 R")),
    ):
        assert only(file).content == b"Ann came"
    assert only(pdf(stream(b"A", length=b"7 0 R"))).content == b"A\n", "there is no such object"
    assert only(pdf(stream(b"Ann came", length=b"3"))).content.rstrip() == b"Ann came", "it is not where it ends"


def test_the_word_that_ends_a_stream_may_stand_in_it() -> None:
    words = b"Ann wrote endstream, and came"
    for file in (
        pdf(stream(words)),
        pdf(stream(words, length=b"2 0 R"), b"%d" % len(words)),
        pdf(stream(b"", length=b"0"), stream(words)),
    ):
        assert parts_of(file).streams[-1].content == words
    assert only(pdf(stream(b""))).content == b""


def test_each_stream_has_the_number_of_its_object_and_what_is_around_stays() -> None:
    parts = parts_of(pdf(b"<< /A (one) >>", stream(b"two"), b"<< /B (three) >>", stream(b"four")) + b"(five)")
    assert [(s.number, s.content) for s in parts.streams] == [(2, b"two"), (4, b"four")]
    assert parts.outside.startswith(b"%PDF-1.7\n1 0 obj")
    assert parts.outside.endswith(b"(five)")
    assert all(word in parts.outside for word in (b"(one)", b"(three)"))
    assert not any(word in parts.outside for word in (b"two", b"four"))
    assert parts.objects.keys() == {1, 2, 3, 4}
    assert parts.objects[3].strip() == b"<< /B (three) >>"


def test_a_stream_in_no_object_has_no_number() -> None:
    assert only(b"%PDF-1.7\n" + stream(b"Ann came")).number == 0


def test_a_stream_that_never_ends_cannot_be_read() -> None:
    with pytest.raises(UnreadablePdf):
        parts_of(pdf(b"<< /Length 3 >>\nstream\nAnn came"))


def test_a_file_begins_with_its_first_byte() -> None:
    assert parts_of(pdf(stream(b"x"))).outside[:5] == b"%PDF-"


@pytest.mark.parametrize(
    "filters", [b"/FlateDecode", b"[ /FlateDecode ]", b"/NoSuchFilter", b"/Crypt", b"[ /Crypt ]", b"null", b"[ ]"]
)
def test_what_cannot_be_unpacked_cannot_be_read(filters: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        parts_of(pdf(stream(b"no such thing", b"/Filter " + filters)))


@pytest.mark.parametrize(
    "odd",
    [
        b"<< /Length 3 >>%so\nstream\nAnn\nendstream",
        b"(not a dictionary) << /Length 3 >>\nstream\nAnn\nendstream",
        b"/Length 3 >>\nstream\nAnn\nendstream",
    ],
)
def test_a_stream_that_is_begun_in_a_way_of_its_own_cannot_be_read(odd: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        parts_of(pdf(odd))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (b"<< /Font 1 >>", [1]),
        (b"<< /A << /Font 1 >> /B << /C << /Font 2 >> >> >>", [1, 2]),
        (b"[ (one) [ << /Font 1 >> ] << /Font 2 /A [ << /Font 3 >> ] >> ]", [1, 2, 3]),
        (b"<< /F#6fnt 1 >>", [1]),
        (b"<< /Fonts 1 /A /Font >>", []),
        (b"(/Font)", []),
    ],
)
def test_what_an_object_has_is_found_however_deep_it_stands(said: bytes, found: list[int]) -> None:
    assert [having["/Font"] for having in parts_of(pdf(said)).having("/Font")] == found


@pytest.mark.parametrize("key", ["/Font", "/Contents"])
def test_an_object_that_is_broken_cannot_be_asked_what_it_has(key: str) -> None:
    with pytest.raises(UnreadablePdf):
        [*parts_of(pdf(b"<< %s << /Fx (so >>" % key.encode())).having(key)]


WORDS = b"Ann came to us on Sunday" * 4
FLATE = zlib.compress(WORDS)
ROWS = zlib.compress(b"".join(b"\0" + WORDS[i : i + 8] for i in range(0, len(WORDS), 8)))
"""The same in rows of eight, each with the way in which it was foretold before it."""

ROWS_SAID = b"<< /Predictor 12 /Columns 8 >>"


@pytest.mark.parametrize(
    ("said", "packed"),
    [
        (b"/Filter /FlateDecode", FLATE),
        (b"/Filter /Fl", FLATE),
        (b"/F /FlateDecode", FLATE),
        (b"/Filter [ /FlateDecode ]", FLATE),
        (b"/Filter 2 0 R", FLATE),
        (b"/Filter [ 2 0 R ]", FLATE),
        (b"/Filter /FlateDecode /DecodeParms null", FLATE),
        (b"/Filter [ /FlateDecode /FlateDecode ]", zlib.compress(FLATE)),
        (b"/Filter /ASCIIHexDecode", WORDS.hex().encode() + b">"),
        (b"/Filter [ /ASCII85Decode /FlateDecode ]", base64.a85encode(FLATE) + b"~>"),
        (b"/Filter /FlateDecode /DecodeParms " + ROWS_SAID, ROWS),
        (b"/Filter /FlateDecode /DP " + ROWS_SAID, ROWS),
        (b"/Filter /FlateDecode /DecodeParms 3 0 R", ROWS),
        (b"/Filter [ /FlateDecode ] /DecodeParms [ 3 0 R ]", ROWS),
        (b"/Filter [ /ASCIIHexDecode /FlateDecode ] /DecodeParms [ null 3 0 R ]", ROWS.hex().encode() + b">"),
    ],
)
def test_a_stream_is_unpacked_as_it_says_wherever_it_says_so(said: bytes, packed: bytes) -> None:
    file = pdf(stream(packed, said), b"/FlateDecode", ROWS_SAID)
    assert only(file).content == WORDS


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"/Fl", b"[ /FlateDecode ]"])
def test_what_stands_behind_what_was_packed_is_kept_too(filters: bytes) -> None:
    assert only(pdf(stream(FLATE + b" Ann\n", b"/Filter " + filters))).beyond == b"Ann"


@pytest.mark.parametrize("name", ["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"])
def test_a_picture_stays_packed_as_it_is(name: str) -> None:
    filters = b"/" + name.encode()
    assert only(pdf(stream(b"pixels", b"/Filter " + filters))).content == b"pixels"
    assert only(pdf(stream(b"pixels", b"/Filter [ %s /FlateDecode ]" % filters))).content == b"pixels"
    before = b"/Filter [ /FlateDecode %s ] /DecodeParms [ %s << /K -1 >> ]" % (filters, ROWS_SAID)
    assert only(pdf(stream(ROWS, before))).content == WORDS


def objects_in(content: bytes, said: bytes) -> dict[int, bytes]:
    objects = parts_of(pdf(stream(content, b"/Type /ObjStm " + said))).objects
    return {number: said for number, said in objects.items() if number != 1}


def test_objects_that_stand_in_a_stream_are_objects_as_all_others_are() -> None:
    packed = b"12 6 11 0 13 9 99 (one) two<< /Font 11 0 R >>"
    said = b"/N 3 /First %d" % packed.index(b"(one)")
    assert objects_in(packed, said) == {11: b"(one) ", 12: b"two", 13: b"<< /Font 11 0 R >>"}
    parts = parts_of(pdf(stream(zlib.compress(packed), said + b"/Type /ObjStm /Filter /FlateDecode")))
    assert [having.raw_get("/Font").idnum for having in parts.having("/Font")] == [11]
    assert objects_in(b"11 0 12 40 (one)", b"/N 2 /First 11") == {11: b"(one)", 12: b""}, "it ends before"
    assert objects_in(b"", b"/N 0 /First 0") == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"11 0 (one)", b"/N 1"),
        (b"11 0 (one)", b"/First 5"),
        (b"11 0 (one)", b"/N 1 /First (5)"),
        (b"11 0 (one)", b"/N (1) /First 5"),
        (b"11 0 (one)", b"/N 2 /First 5"),
        (b"11 0 12 (one)", b"/N 2 /First 8"),
        (b"11 x (one)", b"/N 1 /First 5"),
        (b"xx 0 (one)", b"/N 1 /First 5"),
        (b"11 0 (one)", b"/N -1 /First 5"),
    ],
)
def test_objects_in_a_stream_that_does_not_say_where_they_are_cannot_be_read(content: bytes, said: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        objects_in(content, said)
