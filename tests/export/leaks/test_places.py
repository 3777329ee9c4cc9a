"""Where in a file something stands decides as what it is read: a page, a form, a picture, a font, a description."""

import zlib
from datetime import date

import pytest

from app.export.leaks import UnreadablePdf
from app.export.leaks.extract import ExtractedText, pieces
from app.export.leaks.matching import CHANCE, Needles, SearchText
from app.export.leaks.own_marks import OWN_WORDS
from app.pdf.metadata import metadata
from tests.export.leaks.planting import HELVETICA, jpeg, literal, png
from tests.export.leaks.planting import stream as packed
from tests.export.leaks.test_streams import pdf

NOISE = bytes(range(32)) + bytes(range(127, 256))
WORDS = "Darren came"


def read(*objects: bytes, behind: bytes = b"") -> list[ExtractedText]:
    return [piece for piece in pieces(pdf(*objects) + behind, "en") if piece.text.strip()]


def holding(words: str, found: list[ExtractedText]) -> set[ExtractedText]:
    """Return the pieces in which words stand, without their texts."""
    return {piece._replace(text="") for piece in found if SearchText([piece.text]).has(Needles([words]))}


def page(contents: bytes, said: bytes = b"/Type /Page") -> bytes:
    return b"<< %s /Contents %s %s >>" % (said, contents, HELVETICA)


def shown(words: str) -> bytes:
    return b"BT /Fx 9 Tf " + literal(words.encode()) + b" Tj ET"


TOLD = b" (Darren came) Tj "
HIDDEN, CHANCED = ExtractedText("", "hidden"), ExtractedText("", "hidden", least=CHANCE)
MAPPED = b"beginbfchar <01> <%s> endbfchar" % "Darren".encode("utf-16-be").hex().encode()


@pytest.mark.parametrize(
    ("said", "content", "places"),
    [
        # What nothing draws, and is no picture, font or table: it may be read as a page is.
        (b"", b"Darren came", {HIDDEN}),
        (b"", TOLD, {HIDDEN, HIDDEN._replace(ours=True)}),
        (b"", NOISE + TOLD, {CHANCED, HIDDEN._replace(ours=True)}),
        (b"/Type /XRef", NOISE + TOLD + NOISE, {CHANCED}),
        (b"/Length1 9", NOISE + TOLD + NOISE, {CHANCED}),
        (b"", b"\0\1\0\0" + NOISE + TOLD, {CHANCED}),
        (b"", b"OTTO" + NOISE + TOLD, {CHANCED}),
        (b"", b"true" + NOISE + TOLD, {CHANCED}),
        (b"/Subtype /Image", NOISE + TOLD, {ExtractedText("", "picture", least=CHANCE)}),
        (b"/Subtype /Image", jpeg("Darren came"), {CHANCED._replace(position="picture"), ExtractedText("", "picture")}),
        (b"/Type /Metadata", b"<a>Darren came</a>", {ExtractedText("", "about", ours=True)}),
        (b"", b"<?xpacket?><a>Darren came</a>", {ExtractedText("", "about", ours=True)}),
        (b"", b" " * 191 + b"<?xpacket?><a>Darren came</a>", {ExtractedText("", "about", ours=True)}),
        (b"", b" " * 192 + b"<?xpacket?><a>Darren came</a>", {HIDDEN}),
        (b"", b"begincmap " + MAPPED, {HIDDEN}),
        (b"", b"begincmap % Darren came\nendcmap", {HIDDEN}),
    ],
)
def test_a_stream_is_read_as_what_it_is(said: bytes, content: bytes, places: set[ExtractedText]) -> None:
    found = holding("Darren", read(packed(content, said)))
    assert found == places
    assert all(place.told() for place in found)


def test_what_is_too_short_to_be_a_word_of_bytes_is_found_in_no_font_and_no_table() -> None:
    for said in (b"/Type /XRef", b"/Length1 9", b"/Subtype /Image"):
        assert all(piece.least == CHANCE for piece in read(packed(NOISE + b" (Ann) Tj Ann ", said))[1:])


def test_each_letter_of_a_fonts_map_is_none_of_a_word_and_what_is_more_than_three_letters_is_read() -> None:
    rows = b" ".join(b"<%02X> <%04X>" % (n, ord(letter)) for n, letter in enumerate("Darren"))
    assert holding("Darren", read(packed(b"begincmap beginbfchar " + rows + b" endbfchar"))) == set()
    for words, stands in (("Annx", True), ("Ann", False)):
        row = b"begincmap beginbfchar <01> <%s> endbfchar" % words.encode("utf-16-be").hex().encode()
        assert bool(holding(words, read(packed(row)))) is stands


def test_what_is_on_a_page_is_told_with_its_number_in_the_order_of_the_pages() -> None:
    found = read(
        *(page(b"4 0 R"), page(b"[ 5 0 R 6 0 R ]"), page(b"7 0 R")),
        *(packed(shown(words)) for words in ("Ann came", "Ben came", "Cem came")),
        b"[ 8 0 R ]",
        packed(shown("Dan came")),
    )
    for words, number in (("Ann", 1), ("Ben", 2), ("Cem", 2), ("Dan", 3)):
        assert holding(words, found) == {
            ExtractedText("", "page", number, ours=True),
            ExtractedText("", "page", number),
        }


@pytest.mark.parametrize("said", [b"", b"/Type /Annot", b"/Type /Pages"])
def test_what_something_else_than_a_page_draws_is_read_as_strictly_and_stands_on_no_page(said: bytes) -> None:
    drawn = read(page(b"2 0 R", said), packed(shown("Ann came")))
    assert {piece.position for piece in holding("Ann", drawn)} == {"hidden"}
    with pytest.raises(UnreadablePdf):
        read(page(b"2 0 R", said), packed(b"(Ann came) Tj"))


def test_what_a_page_and_something_else_draw_is_on_the_page() -> None:
    content = packed(shown("Ann came"))
    for objects in (
        (page(b"3 0 R"), page(b"3 0 R", b"/Type /Annot"), content),
        (page(b"3 0 R", b"/Type /Annot"), page(b"3 0 R"), content),
    ):
        assert {(piece.position, piece.page) for piece in holding("Ann", read(*objects))} == {("page", 1)}
    note = (page(b"(Ann came)", b"/Type /Annot"), content)
    assert {(piece.position, piece.page) for piece in holding("Ann", read(*note))} == {("note", 0), ("hidden", 0)}


FORM, PATTERN = b"/Type /XObject /Subtype /Form", b"/Type /Pattern /PatternType 1"


@pytest.mark.parametrize("said", [FORM, PATTERN, FORM + b" /Length1 9", PATTERN + b" /Subtype /Image"])
def test_a_form_and_a_pattern_are_drawn_whatever_else_they_say_that_they_are(said: bytes) -> None:
    with_font = b"<< " + HELVETICA + b" >>"
    found = holding("Ann", read(with_font, packed(shown("Ann came"), said)))
    assert found == {HIDDEN, HIDDEN._replace(ours=True)}
    with pytest.raises(UnreadablePdf):
        read(with_font, packed(b"(Ann came) Tj", said))


def test_what_is_spoken_on_a_page_and_its_names_are_told_apart_from_what_it_shows() -> None:
    content = b"/Ann BMC EMC /Span << /Alt (Ben&#32;Bell came) >> BDC EMC % Cem came"
    found = read(page(b"2 0 R"), packed(content))
    assert holding("Ann", found) == {HIDDEN}
    assert holding("Ben Bell", found) == {ExtractedText("", "spoken", 1, ours=True)}
    assert holding("Cem", found) == {ExtractedText("", "page", 1)}
    assert holding("Span", found) == set()


def test_what_is_packed_in_a_stream_of_objects_is_read_as_what_stands_outside_is() -> None:
    kept = b"7 0 << /Alt (Ann came) /JS (Ben came) >>"
    found = read(packed(kept, b"/Type /ObjStm /N 1 /First 4"))
    assert ExtractedText("", "spoken", ours=True) in holding("Ann", found)
    assert HIDDEN in holding("Ben", found)


@pytest.mark.parametrize("word", sorted(OWN_WORDS - {b"stream", b"endstream", b"obj", b"endobj"}))
def test_words_of_the_files_own_language_are_nobodys(word: bytes) -> None:
    """A person may well be called Def or Pop."""
    assert not holding(word.decode(), read(b"<< /A 1 %s -300 (so) >>" % word))


def test_any_other_bare_word_is_read_with_those_beside_it() -> None:
    assert holding("Ann came home", read(b"<< /A Ann /B came", b"home >>")) == {HIDDEN}
    assert not holding("1234567", read(b"<< /A [ (so) -1234567 (so) ] >>"))
    assert holding("-Ann", read(b"<< /A -Ann >>")) == {HIDDEN}


@pytest.mark.parametrize(
    ("said", "words", "place"),
    [
        (b"<< /Ann 1 >>", "Ann", HIDDEN),
        (b"<< /A /Zo\\u00ebBell >>", "ZoëBell", HIDDEN),
        (b"<< /A 1 % Ann came\n >>", "Ann", HIDDEN),
        (b"<< /A 1 % Ann&#32;Bell\n >>", "Ann Bell", HIDDEN),
        (b"<< /JS (Ann came) >>", "Ann", HIDDEN),
        (b"<< /Alt (Ann came) >>", "Ann", ExtractedText("", "spoken", ours=True)),
        (b"<< /Title (Ann came) >>", "Ann", ExtractedText("", "title", ours=True)),
        (b"<< /Author (Ann came) >>", "Ann", ExtractedText("", "about")),
        (b"<< /Contents (Ann came) >>", "Ann", ExtractedText("", "note")),
        (b"<< /UF (Ann came) >>", "Ann", ExtractedText("", "attached")),
        (b"<< /URI (so?Ann+came) >>", "Ann came", ExtractedText("", "link")),
        (b"<< /Lang (en) >>", "en", None),
        (b"<< /Lang (cy) >>", "cy", HIDDEN),
        (b"<< /Producer (Alongside) >>", "Alongside", None),
        (b"<< /Author (Alongside) >>", "Alongside", ExtractedText("", "about")),
        (b"<< /CreationDate (D:20260504000000Z) >>", "20260504000000", None),
        (b"<< /CreationDate (D:20260504123000Z) >>", "20260504123000", ExtractedText("", "about")),
        (b"[ /ID [ (so Ann came, yes) (so Ann came, yes) ] ]", "Ann", CHANCED),
        (b"[ /ID [ (Ann came) (so Ann came, yes) ] ]", "Ann", HIDDEN),
        (b"[ (so Ann came, yes) ]", "Ann", HIDDEN),
    ],
)
def test_what_stands_in_no_stream_is_told_by_the_name_before_it(
    said: bytes, words: str, place: ExtractedText | None
) -> None:
    found = holding(words, read(said))
    assert (place in found) if place else not found


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ("Ann came", "Ann came"),
        ("(Ann came)", "Ann came"),
        ("Ann&#32;came", "Ann came"),
        ("0117 496 0123", "01174960123"),
    ],
)
def test_what_stands_behind_all_objects_is_read_as_one_text(left: str, words: str) -> None:
    assert holding(words, read(b"1", behind=left.encode())) == {HIDDEN}


def test_what_ends_every_file_is_nothing_left_over() -> None:
    table = (
        b"xref\n0 2\n0000000000 65535 f \n0000000010 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF"
    )
    assert {piece.text for piece in read(b"<< /Type /Catalog >>", behind=table)} == set()


def test_bytes_behind_what_was_packed_are_read() -> None:
    file = packed(zlib.compress(b"q Q") + b"Ann came", b"/Filter /FlateDecode")
    assert holding("Ann came", read(file)) == {HIDDEN}


def test_a_picture_for_a_phone_is_read_as_one_and_what_is_neither_cannot_be_read() -> None:
    assert holding("Ann came", [*pieces(png("Ann came"))]) == {ExtractedText("", "picture")}
    assert [*pieces(b"\n " + pdf(b"<< /Alt (Ann) >>"))]
    for other in (b"", b"GIF89a", b"so %PDF-1.7"):
        with pytest.raises(UnreadablePdf):
            [*pieces(other)]


@pytest.mark.parametrize("said", [b"<< /Encrypt 1 >>", b"<< /EF << /F 1 0 R >> >>", b"<< /Type /EmbeddedFile >>"])
def test_a_lock_and_a_file_inside_the_file_cannot_be_read(said: bytes) -> None:
    inside = packed(b"7 0 " + said, b"/Type /ObjStm /N 1 /First 4")
    for objects in ((said,), (inside,), (page(b"2 0 R"), inside)):
        with pytest.raises(UnreadablePdf):
            read(*objects)


def test_of_a_files_own_description_only_what_somebody_wrote_is_read() -> None:
    own = metadata("Ann came", "en", date(2026, 5, 4))
    found = read(packed(own, b"/Type /Metadata"))
    assert [piece.text.strip() for piece in found if piece.position == "about"] == ["Ann came"]
    assert holding("adobe", found) == set()
    other = read(packed(own.replace(b"Alongside", b"Ann"), b"/Type /Metadata"))
    assert holding("adobe", other) == {ExtractedText("", "about", ours=True)}
