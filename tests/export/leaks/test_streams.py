"""Where a stream of a PDF begins and ends, and what is in it, is read as it says itself."""

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
    assert only(pdf(stream(b"Ann came", length=b"7 0 R"))).content.rstrip() == b"Ann came", "there is no such object"
    assert only(pdf(stream(b"Ann came", length=b"3"))).content.rstrip() == b"Ann came", "it is not where it ends"


def test_each_stream_has_the_number_of_its_object_and_what_is_around_stays() -> None:
    parts = parts_of(pdf(b"<< /A (one) >>", stream(b"two"), b"<< /B (three) >>", stream(b"four")) + b"(five)")
    assert [(s.number, s.content) for s in parts.streams] == [(2, b"two"), (4, b"four")]
    assert parts.outside.startswith(b"%PDF-1.7\n1 0 obj")
    assert parts.outside.endswith(b"(five)")
    assert all(word in parts.outside for word in (b"(one)", b"(three)"))
    assert not any(word in parts.outside for word in (b"two", b"four"))
    assert parts.objects.keys() == {1, 2, 3, 4}
    assert parts.objects[3].strip() == b"<< /B (three) >>"


def test_a_stream_that_never_ends_cannot_be_read() -> None:
    with pytest.raises(UnreadablePdf):
        parts_of(pdf(b"<< /Length 3 >>\nstream\nAnn came"))


def test_a_file_begins_with_its_first_byte() -> None:
    assert parts_of(pdf(stream(b"x"))).outside[:5] == b"%PDF-"


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"[ /FlateDecode ]", b"/NoSuchFilter", b"/Crypt"])
def test_what_cannot_be_unpacked_cannot_be_read(filters: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        parts_of(pdf(stream(b"no such thing", b"/Filter " + filters)))
