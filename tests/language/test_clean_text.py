"""What somebody wrote: nothing of it is taken for nothing, joined, turned round or cut, whatever letters it is of."""

import sys
import unicodedata
from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.document.schema import Text
from app.language import isolate
from app.language.clean_text import cleaned, steers, unseen, visible
from app.language.digits import as_typed, whole_number
from app.language.graphemes import fits, graphemes, initial, shortened
from app.pdf.bidi import levels, visual
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)

LETTERS = range(sys.maxunicode + 1)
HEART = "\U0001fa77"
"""A pink heart: Unicode 15, which the tables of Python 3.11 do not know."""

MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
any_text = st.text(st.characters(exclude_categories=[]), max_size=40)
turned = st.text(st.sampled_from("ab אב 12\n\r\u2029" + MARKS) | st.characters(exclude_categories=[]), max_size=40)


def test_every_letter_of_unicode_is_something_but_for_spaces_controls_and_what_only_steers_others() -> None:
    # What a newer table calls a mark of steering may be a word in an older one, never the other way round.
    for n in LETTERS:
        kind = unicodedata.category(chr(n))
        if kind[0] in "LMNPS" or kind in ("Cn", "Co"):
            assert visible(chr(n)), hex(n)
        elif kind[0] == "Z" or kind in ("Cc", "Cs"):
            assert not visible(chr(n)), hex(n)


def test_of_what_steers_others_only_what_is_drawn_is_something() -> None:
    drawn = {n for n in LETTERS if unicodedata.category(chr(n)) == "Cf" and visible(chr(n))}
    arabic = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
    assert arabic <= drawn
    assert not drawn & {0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF}


@pytest.mark.parametrize(
    "nothing", ["", " ", "\u200b\u2060", "\ufeff", "\u202e", "\u2067\u2069", "\x00", "\ud800", "\u3000"]
)
def test_what_nobody_can_see_is_nothing(nothing: str) -> None:
    assert not visible(nothing)


@pytest.mark.parametrize(
    "words",
    [HEART, "\U0001faea", "\ue000", "\uf0b7", "\U0010fffd", "\u0378", "\ufdd0", "\uffff", "\ud83e\ude77", "\u06dd"],
)
def test_what_no_table_of_today_knows_is_somebodys_word(words: str) -> None:
    assert visible(words)
    assert visible(f" \u200b{words}\n")
    assert Text(needed=True).check("words", words)


def test_every_letter_of_unicode_is_kept_as_it_is_or_is_no_letter() -> None:
    goes = {chr(n) for n in LETTERS if cleaned(f"a{chr(n)}b") == "ab"}
    spaced = {chr(n) for n in LETTERS if cleaned(f"a{chr(n)}b") in ("a b", "a\nb")}
    kept = {
        chr(n) for n in LETTERS if cleaned(f"a{chr(n)}b").rstrip("\u2069").removeprefix("a").removesuffix("b") == chr(n)
    }
    assert goes | spaced | kept | {"\u2069"} == set(map(chr, LETTERS))
    assert {unicodedata.category(c) for c in goes} == {"Cc", "Cs", "Cf"}
    assert {c for c in goes if unicodedata.category(c) == "Cf"} == {*"\u202a\u202b\u202c\u202d\u202e", "\u2069"}
    assert spaced == {*" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}


@given(any_text | turned)
@example("\x00\ufeffa")
@example("\r\x00\n")
@example("\u2067\n\u2069")
def test_what_is_clean_stays_so_and_is_as_empty_as_it_was(text: str) -> None:
    for lines in (True, False):
        clean = cleaned(text, lines=lines)
        assert cleaned(clean, lines=lines) == clean
        assert visible(clean) == visible(text)
        assert not steers(clean.replace("\n", ""))
        clean.encode()


@given(any_text)
def test_nothing_that_can_be_seen_goes_and_no_two_words_are_joined(text: str) -> None:
    def seen(words: str) -> list[str]:
        return [c for c in words if visible(c)]

    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    assert seen(cleaned(text)) == seen(whole)
    assert len(cleaned(f"{text}x\u2028y").split()) == len(f"{cleaned(text)}x y".split())
    for gap in ("\t", "\r\n", "\x1f", "\x1e", "\u2029", "\x85"):
        assert cleaned(f"Auntie{gap}May", lines=False) == "Auntie May"


@pytest.mark.parametrize(
    "text",
    ["caf\u00e9", "cafe\u0301", "\u1e9b\u0323", "\uf900", "می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧", "❤\ufe0f"],
)
def test_nothing_is_put_into_another_spelling(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\ufeffMum", "Mum"),
        ("Mum\u202e gnp.", "Mum gnp."),
        ("\u2067ab\u2069", "\u2067ab\u2069"),
        ("\u2067ab", "\u2067ab\u2069"),
        ("\u2067ab\ncd", "\u2067ab\u2069\ncd"),
        ("ab\u2069cd", "abcd"),
        ("\u200fab\u200e\u061c", "\u200fab\u200e\u061c"),
        ("\ud83e\ude77 \ude77", f"{HEART} "),
    ],
)
def test_marks_that_reach_beyond_their_words_go_and_isolates_are_closed(text: str, clean: str) -> None:
    assert cleaned(text) == clean


def _order(before: str, words: str, after: str) -> list[str]:
    line = f"{before}{words}{after}"
    return [line[i] for i in visual(levels(line, 0)) if line[i] in before + after]


@given(turned)
@example("\u202e")
@example("\u2067")
@example("\u2069\u202d")
def test_words_turn_nothing_round_that_stands_beside_them(words: str) -> None:
    one = " ".join(words.split("\n"))
    for line in (cleaned(one), cleaned(one, lines=False), isolate(one)):
        line = "".join(c for c in line if unicodedata.bidirectional(c) != "B")
        # Latin letters around it, which nothing within may reach.
        assert _order("ABC ", line, " DEF")[:3] == ["A", "B", "C"]
        assert _order("ABC ", line, " DEF")[-3:] == ["D", "E", "F"]


@given(turned)
def test_a_sentence_takes_a_name_once_and_marks_that_its_owner_needs_stay(name: str) -> None:
    assert isolate(isolate(name)) == isolate(name)
    for mark in "\u200e\u200f\u061c\u200c\u200d":
        assert isolate(f"{name}a").count(mark) == name.count(mark)


def test_a_name_in_a_name_stays_set_apart() -> None:
    inner = isolate("علي")
    assert inner in isolate(f"{inner} and Mia")


@given(any_text | turned, st.integers(0, 12))
@example("👨\u200d👩\u200d👧" * 3, 4)
@example("\u2067abc\u2069", 3)
@example("\u2067\u2067\u2067", 3)
def test_what_fits_and_the_rest_are_the_text_and_no_letter_is_cut(text: str, longest: int) -> None:
    text = cleaned(text)
    kept, rest = fits(text, longest)
    assert kept + rest == text
    assert len(Text(longest=longest).check("words", kept) or "") <= longest  # type: ignore[arg-type]
    pieces = list(graphemes(text))
    assert any("".join(pieces[:n]) == kept for n in range(len(pieces) + 1))
    if rest and visible(text):
        assert len(kept) + len(list(graphemes(text))[len(list(graphemes(kept)))]) > longest
        with pytest.raises(ValueError, match="too-long"):
            Text(longest=longest).check("words", text)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Nan", "N"),
        (" ängie", "Ä"),
        ("e\u0301lodie", "E\u0301"),
        (HEART, HEART),
        ("👩\u200d👧 Jo", "👩\u200d👧"),
        ("🇬🇧", "🇬🇧"),
        ("\u200d\ufeffMia", "M"),
        ("\u3164", "?"),
        ("", "?"),
        ("قطة", "ق"),
    ],
)
def test_a_face_shows_the_first_letter_of_a_name_as_a_reader_sees_it(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_a_name_that_is_put_together_is_cut_between_letters() -> None:
    assert shortened("  Mia and 👨\u200d👩\u200d👧 ", 12) == "Mia and"
    assert shortened("  Mia ", 3) == "Mia"


def test_what_is_never_drawn_is_what_unicode_ignores_and_no_letter_of_tomorrow() -> None:
    found = [n for n in LETTERS if unseen(chr(n))]
    assert all(unicodedata.category(chr(n)) in ("Cf", "Mn", "Lo") for n in found)
    spans = [list(g) for _k, g in groupby(enumerate(found), lambda pair: pair[1] - pair[0])]
    assert {s[0][1] for s in spans} >= {0xAD, 0x34F, 0x200B, 0xFE00, 0xFEFF, 0xE0100}


@given(st.integers(1, 6), st.integers(1, 3_000))
def test_a_text_of_many_isolates_is_closed_in_one_go(kind: int, many: int) -> None:
    text = "\u2067" * many + "a\n" * kind + "\u2066" * many
    assert cleaned(text).count("\u2069") == 2 * many
    assert len(cleaned(text, longest=len(text))) <= len(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        (" 12 ", 12),
        ("٤٢", 42),
        ("４７", 47),
        ("\ufeff7\u200b", 7),
        ("\u20687\u2069", 7),
        ("", None),
        ("\u200b", None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        ("7 years", None),
        ("1 2", None),
        ("9" * 5_000, None),
    ],
)
def test_a_number_is_read_in_every_scripts_digits_and_never_ends_in_an_error(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@given(any_text)
def test_a_field_for_a_number_takes_a_number_or_nothing_or_refuses(text: str) -> None:
    value = as_typed(text)
    assert value is None or isinstance(value, int) or value == text.strip()
    assert (value is None) == (not visible(text))
