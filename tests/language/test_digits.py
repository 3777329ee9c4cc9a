"""Numbers are read as they are meant, in the digits of any script, with dashes, and with signs that nobody sees."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import as_typed, counted, decimals, plain_digits, rung, whole_number
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)

EVERY_DIGIT = [chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) == "Nd"]
NOTHING = st.sampled_from(
    "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u061c\ufe0f\u20e3\u034f"
)
DASHES = st.sampled_from("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u30fc\ufe63")
SPACES = st.sampled_from(" \t\n\u00a0\u2002\u2009\u202f\u3000")
digits = st.sampled_from(EVERY_DIGIT)
pasted = st.lists(st.one_of(digits, NOTHING, DASHES, SPACES), max_size=30)


@given(pasted)
def test_a_code_is_its_digits_whatever_script_they_are_of_and_whatever_stands_between(signs: list[str]) -> None:
    meant = "".join(str(unicodedata.decimal(c)) for c in signs if c in EVERY_DIGIT)
    assert plain_digits("".join(signs)) == meant


@given(pasted)
def test_a_telephone_number_is_its_digits_in_groups(signs: list[str]) -> None:
    shown = rung("".join(signs))
    assert set(shown) <= set("0123456789 ")
    assert "  " not in shown
    assert shown == shown.strip()
    assert shown.replace(" ", "") == plain_digits("".join(signs))
    assert rung(shown) == shown


@given(st.text())
def test_no_text_is_too_odd_to_read(text: str) -> None:
    whole_number(text)
    assert not [c for c in decimals(text) if c.isdecimal() and not c.isascii()]
    assert not [c for c in plain_digits(text) + rung(text) if c.isdecimal() and not c.isascii()]


@pytest.mark.parametrize(
    "typed",
    [
        "\ufeff0117 496 0123",
        "0117 496 0123\u200b",
        "0117\u00a0496\u00a00123",
        "0117\u2011496\u20110123",
        "0117–496–0123",
        "0117.496.0123",
        "0117/496/0123",
        "٠١١٧ ٤٩٦ ٠١٢٣",
        "०११७ ४९६ ०१२३",
        "０１１７　４９６　０１２３",
        "\u202a0117 496 0123\u202c",
        "tel:0117-496-0123",
        "Tel. 0117 496 0123",
        "📞 0117 496 0123",
        "0117 496\n0123",
    ],
)
def test_a_number_is_rung_however_it_was_pasted(typed: str) -> None:
    assert rung(typed) == "0117 496 0123"


@pytest.mark.parametrize("typed", ["+44 (0)117 496 0123", "999", "116 123", "(0117) 496 0123", "text SHOUT to 85258"])
def test_what_is_plain_already_stays_as_it_is(typed: str) -> None:
    assert rung(typed) == typed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("7", 7),
        (" 07 ", 7),
        ("٧", 7),
        ("１２", 12),
        ("\ufeff7\u200b", 7),
        ("", None),
        ("-5", None),
        ("3-4", None),
        ("3 4", None),
        ("7.5", None),
        ("7 years", None),
        ("²", None),
        ("1_0", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_that_is_typed_is_one_whole_number_or_none(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", None), (" \u200b", None), ("٨", 8), ("8.5", "8.5"), ("8 or 9", "8 or 9"), ("9" * 19, "9" * 19)],
)
def test_words_in_place_of_a_number_stay_for_the_field_to_refuse(typed: str, kept: int | str | None) -> None:
    assert as_typed(typed) == kept


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("❶2٣四፭陆", "123456"),
        ("零〇⓿0", "0000"),
        ("一个人", "1个人"),
        ("十百Ⅻ½", "十百Ⅻ½"),
        ("Nan, 12", "Nan, 12"),
        ("", ""),
    ],
)
def test_whatever_counts_from_nought_to_nine_is_a_digit_letter_for_letter(text: str, counts: str) -> None:
    assert counted(text) == counts
