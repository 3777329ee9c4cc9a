"""The pieces of a PDF's bytes: what stands in them, below which name, and from where."""

import pytest

from app.export.leaks.pdf_tokens import text_of, tokens


def read(content: bytes) -> list[tuple[str, bytes, str, int]]:
    return [(t.kind, t.value, t.key, t.at) for t in tokens(content)]


def test_names_strings_words_and_comments_are_read_with_the_name_before_them_and_their_place() -> None:
    assert read(b"<< /Alt (one) /N 12 (two) >>") == [
        ("name", b"Alt", "", 3),
        ("string", b"one", "Alt", 8),
        ("name", b"N", "", 14),
        ("string", b"two", "N", 20),
    ]
    assert read(b"/A /B <4142> Tj (x)") == [
        ("name", b"A", "", 0),
        ("name", b"B", "A", 3),
        ("string", b"AB", "B", 6),
        ("word", b"Tj", "", 13),
        ("string", b"x", "", 16),
    ]


def test_a_comment_parts_nothing_and_ends_with_its_line() -> None:
    assert read(b"/Alt % said\r\n(one)") == [
        ("name", b"Alt", "", 0),
        ("comment", b" said", "Alt", 5),
        ("string", b"one", "Alt", 13),
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"(a(b)c)", b"a(b)c"),
        (b"(a(b(c))d)", b"a(b(c))d"),
        (b"(a\\)b)", b"a)b"),
        (b"(a\\(b)", b"a(b"),
        (b"((a\\)b))", b"(a)b)"),
        (b"(\\101\\7\\1012)", b"A\x07A2"),
        (b"(\\777)", b"\xff"),
        (b"(\\8\\9)", b"89"),
        (b"(a\\\nb\\\r\nc\\\rd)", b"abcd"),
        (b"(\\n\\r\\t\\b\\f\\x)", b"\n\r\t\b\fx"),
        (b"(a(b", b"a(b"),
        (b"<41 4>", b"A@"),
        (b"<>", b""),
    ],
)
def test_a_string_is_read_however_it_is_written(written: bytes, value: bytes) -> None:
    assert [(t.kind, t.value) for t in tokens(written)] == [("string", value)]


def test_what_stands_behind_a_string_with_brackets_is_read() -> None:
    assert [t.value for t in tokens(b"(a(b)c)(d)")] == [b"a(b)c", b"d"]
    assert [t.value for t in tokens(b"(a(b)%)(d)")] == [b"a(b)%", b"d"]
    assert [t.value for t in tokens(b"(d)(a(b")] == [b"d", b"a(b"]


def test_letters_of_a_name_may_be_numbers() -> None:
    assert [t.value for t in tokens(b"/D#61n#20x /Ty#pe")] == [b"Dan x", b"Ty#pe"]


@pytest.mark.parametrize(
    ("string", "texts"),
    [
        (b"Dan", ["Dan"]),
        (b"\xfe\xff\0D\0a", ["Da"]),
        (b"\xff\xfeD\0a\0", ["Da"]),
        (b"\xef\xbb\xbfZo\xc3\xab", ["Zoë"]),
        (b"\xfe\xff\0D\0\x1b\0e\0n\0\x1b\0a", ["Da"]),
        (b"Zo\xc3\xab", ["ZoÃ«", "Zoë"]),
        (b"Zo\xeb", ["Zoë"]),
        # What is half a letter, or none, is no fault.
        (b"\xfe\xff\0D\xd8\0\0a", ["D\ufffda"]),
        (b"\xff\xfeD\0\0\xd8a\0", ["D\ufffda"]),
        (b"\xef\xbb\xbfZo\xff", ["Zo\ufffd"]),
        (b"Zo\x9d\xff", ["Zošÿ", "Zo\ufffdÿ"]),
    ],
)
def test_a_string_is_text_as_it_is_marked_or_in_each_way_that_is_possible(string: bytes, texts: list[str]) -> None:
    assert text_of(string).split("\n") == texts


def test_bytes_with_noughts_are_read_in_two_bytes_a_letter_too() -> None:
    assert {"Da", "D\0a\0", "\u4400\u6100"} == set(text_of(b"D\0a\0").split("\n"))
    assert {"D\ufffd", "\u4400\xd8"} <= set(text_of(b"D\0\0\xd8").split("\n"))
    assert {"D\ufffd", "\u4400\xd8"} <= set(text_of(b"\0D\xd8\0").split("\n"))
