"""Withheld words are found however they are spelled: numbers, postcodes, addresses, names, and parts of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.leaks.matching import CHANCE, Needles, SearchText

NUMBER = "0117 496 0123"
SENTENCE = "My dad shouts at night and then I hide in the cupboard with Biscuit"


def found(text: str, *withheld: str) -> bool:
    return SearchText([text]).has(Needles(withheld))


DIGITS = (
    *("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓿❶❷❸❹❺❻❼❽❾", "0፩፪፫፬፭፮፯፰፱"),
    *("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"),
)

GAPS = (
    *("", " ", ".", "-", "\u00a0", "\u2011", "\u2013", " - ", ")", "/", "\u202f", "_", "    ", "  -  ", " . . "),
    "\u3164",
)


@given(
    before=st.sampled_from(("0", "+44", "0044", "+44 (0)", "(0)", "44", "0044 0", "+44-")),
    gaps=st.lists(st.sampled_from(GAPS), min_size=9),
    digits=st.sampled_from(DIGITS),
    around=st.sampled_from((("", ""), ("ring ", " now"), ("tel:", ";"), ("(", ")"))),
)
def test_a_number_is_found_however_it_is_written(
    before: str, gaps: list[str], digits: str, around: tuple[str, str]
) -> None:
    spelled = before + "".join(c + gap for c, gap in zip("1174960123", [*gaps[:9], ""], strict=True))
    spelled = spelled.translate(str.maketrans("0123456789", digits))
    assert found(around[0] + spelled + around[1], NUMBER)
    assert found(around[0] + NUMBER + around[1], spelled)


@pytest.mark.parametrize("local", ["496 0123", "4960123", "496-0123"])
def test_a_number_without_its_area_is_found(local: str) -> None:
    assert found(f"call {local} today", NUMBER)


@pytest.mark.parametrize("other", ["0117 496 0124", "0808 800 5000", "000 496 0123", "4 May 2026", "12", "0123", "999"])
def test_another_number_is_none(other: str) -> None:
    assert not found(f"call {other} today", NUMBER)


@given(
    gaps=st.lists(
        st.sampled_from(("", " ", "\u00a0", "-", ".", "  ", "\n", "_", "    ", " -- ")), min_size=6, max_size=6
    ),
    big=st.booleans(),
)
def test_a_postcode_is_found_however_it_is_spaced(gaps: list[str], big: bool) -> None:
    spelled = "".join(c + gap for c, gap in zip("BS79QX", [*gaps[:5], ""], strict=True))
    spelled = spelled if big else spelled.lower()
    assert found(f"near {spelled}, left", "14 Acorn Crescent, BS7 9QX")
    assert found("14 Acorn Crescent, BS7 9QX", f"We live near {spelled}, all of us")


@pytest.mark.parametrize("written", ["BS7 9QX", "bs79qx", "BS7-9QX", "BS7\u00a09QX", "ＢＳ７ ９ＱＸ"])
def test_a_postcode_is_withheld_however_it_was_written(written: str) -> None:
    assert found("BS7 9QX", f"We live at {written} now")


@pytest.mark.parametrize("other", ["at 10 am", "is 10 or", "14 to 15 of us", "a 12 x", "room 12"])
def test_what_is_no_postcode_is_not_looked_for_as_one(other: str) -> None:
    assert Needles([other]).postcodes == {}


@pytest.mark.parametrize("spelled", ["jo.bell@school.example", "JO.BELL@SCHOOL.EXAMPLE", "<jo.bell@school.example>"])
def test_an_address_is_found_in_another_sentence(spelled: str) -> None:
    assert found(f"write to {spelled}.", "Her address is jo.bell@school.example, but do not tell")


@given(begin=st.integers(0, 9), count=st.integers(5, 14), before=st.sampled_from(("", "so ", "I said: ", "“")))
def test_any_five_words_in_a_row_of_a_withheld_text_are_found(begin: int, count: int, before: str) -> None:
    words = SENTENCE.split()
    part = words[min(begin, len(words) - 5) :][:count]
    assert found(f"{before}{' '.join(part)} and on", SENTENCE)
    assert found(f"{before}{', '.join(part).upper()}!", SENTENCE)
    assert found(f"{before}{chr(10).join(part)}", SENTENCE)


@given(begin=st.integers(0, 10))
def test_four_words_of_a_longer_text_stand_in_any_text(begin: int) -> None:
    words = SENTENCE.split()
    part = words[begin : begin + 4]
    assert len("".join(part)) > 0
    assert not found(f"so {' '.join(part)} so", SENTENCE)


def test_words_that_go_on_over_a_stop_and_a_line_are_one_text() -> None:
    assert found("here at night. I hide\nin the", "He comes at night. I hide in the car.")


def test_a_sentence_whose_spaces_are_lost_is_found() -> None:
    assert found("mydadshoutsatnightandthen", SENTENCE)


@pytest.mark.parametrize(
    ("shown", "withheld"),
    [
        ("I feel safe there with me at night", "I feel safe when she is here with me at night"),
        ("Ring Joanna Whitlock", "Anna Whitlock"),
        ("Ring Anna Whitlocking", "Anna Whitlock"),
        ("We met in cabin 37 ab", "N3 7AB"),
    ],
)
def test_what_only_ends_like_words_is_not_them(shown: str, withheld: str) -> None:
    assert not found(shown, withheld)


@pytest.mark.parametrize(
    "shown",
    [
        *("RingAnnaWhitlocknow", "RingAnnaWhitlock", "AnnaWhitlocknow", "Ring Anna Whit lock now"),
        *("Ring An na Whitlock", "N37AB"),
    ],
)
def test_words_that_were_taken_apart_or_put_together_are_found(shown: str) -> None:
    assert found(shown, "Anna Whitlock", "N3 7AB")


def test_a_cry_of_one_letter_is_found_wherever_it_was_taken_apart() -> None:
    assert found("A aaaaaa aaaaaa!", "Aaa, aaa, aaa, aaa!")


@pytest.mark.parametrize("spelled", ["Darren", "DARREN", "Darren's", "Darren’s", "Darrens", "darren,", "(Darren)"])
def test_a_name_is_found_whosoever_thing_it_is(spelled: str) -> None:
    assert found(f"It was {spelled} car", "Darren")


@pytest.mark.parametrize("other", ["Darrenby", "undarren", "darr en"])
def test_a_name_in_another_word_is_none(other: str) -> None:
    assert not found(f"It was {other} car", "Darren")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zoë", "zoe came"),
        ("O'Brien", "O’Brien came"),
        ("小明", "我和小明去公园"),
        ("علي", "جاء علي اليوم"),
        ("Zoë", "ZOE\u0308 came"),
        ("Işık", "IŞIK geldi"),
        ("IŞIK", "ışık geldi"),
        ("Łukasz", "Lukasz came"),
        ("محمد", "جاء محـمد اليوم"),
        ("محـمد", "جاء محمد اليوم"),
        ("Renée", "Renee came"),
        ("Renee", "Rene\u0301e came"),
        ("مُحَمَّد", "جاء محمد اليوم"),
        ("שָׂרָה", "גם שרה באה"),
        ("一一", "我和一一去公园"),
    ],
)
def test_names_of_every_script_are_found(name: str, text: str) -> None:
    assert found(text, name)


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\ufff9"])
def test_unseen_letters_hide_nothing(hidden: str) -> None:
    assert found(hidden.join("Darren"), "Darren")
    assert found(hidden.join(SENTENCE), SENTENCE)


@pytest.mark.parametrize("nothing", ["", "  ", "…", "!?", "a"])
def test_what_is_no_word_is_not_looked_for(nothing: str) -> None:
    assert not Needles([nothing])


@pytest.mark.parametrize(
    ("number", "stands"),
    [
        ("19827364", False),
        ("198273645", True),
        ("012345678", False),
        ("123456789", False),
        ("0123456789", False),
        ("1234567890", True),
        ("987654321", True),
    ],
)
def test_among_bytes_a_number_counts_from_nine_digits_on_and_not_where_it_only_counts_up(
    number: str, stands: bool
) -> None:
    needles = Needles([f"Ring {number}"]).longer(CHANCE)
    assert SearchText([f"xx {number} yy"]).has(needles) is stands
