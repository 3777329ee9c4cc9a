"""Needles: what of a withheld text gives it away, where it stands, and what counts among bytes."""

import pytest

from app.export.leaks.matching import (
    Hit,
    Needles,
    SearchText,
    core,
    mails,
    numbers,
    postcodes,
    sentences,
    spelled_out,
    words,
)


def hits(text: str, *withheld: str, across: bool = False) -> list[Hit]:
    return [*SearchText([text] if not across else text.split("|"), across=across).found(Needles(withheld))]


@pytest.mark.parametrize(
    ("number", "stays"),
    [
        ("01174960123", "1174960123"),
        ("441174960123", "1174960123"),
        ("00441174960123", "1174960123"),
        ("4401174960123", "1174960123"),
        ("44117496", "44117496"),
        ("000012345", "000012345"),
        ("0012345678", "12345678"),
        ("0123456", "123456"),
        ("123456", "123456"),
    ],
)
def test_of_a_number_that_stays_which_is_dialled_from_anywhere(number: str, stays: str) -> None:
    assert core(number) == stays


def test_numbers_of_six_digits_and_more_are_somebodys() -> None:
    assert numbers("12345 and 123456 or 12-34-56-7") == ["123456", "1234567"]
    assert numbers("1 2 3 4 5") == []


def test_a_text_falls_apart_into_its_sentences_and_what_is_in_them() -> None:
    assert [*sentences("One. Two!\n\nThree? ")] == ["One", "Two", "Three"]
    assert words("It's Zoë, 小明") == ["it", "s", "zoe", "小", "明"]
    assert postcodes("at bs7 9qx or N3 7AB") == ["bs79qx", "n37ab"]
    assert mails("to jo.bell@school.example.") == ["jo.bell@school.example"]


def test_words_that_are_placed_letter_by_letter_are_put_together() -> None:
    assert spelled_out(["D", "a", "d", "shouts", "a", "t", "x", "y", "z"]) == "Dad\natxyz"
    assert spelled_out(["a", "b", "shouts", "1", "2", "3"]) == ""
    assert spelled_out(["a", "b", "\n", "c"]) == ""


def test_a_hit_says_where_it_stands_and_how_far_it_goes() -> None:
    assert hits("I saw Ann today", "Ann") == [Hit(("ann",), 2, 1)]
    assert hits("I saw Anns car", "Ann") == [Hit(("ann",), 2, 1)]
    assert hits("so Ann Bell came", "Ann Bell") == [Hit(("ann", "bell"), 1, 2)]
    assert hits("so ring 0117 496 0123 now", "01174960123") == [Hit(("1174960123",), 2, 3)]
    assert hits("so ring 1 174 960123 now", "01174960123") == [Hit(("1174960123",), 2, 3)]
    assert hits("I saw Jos car, and Ann as well", "Jo", "Ann A.") == [Hit(("jo",), 2, 1)]
    assert hits("one two|so 0117 496 0123|b", "0117 496 0123", across=True) == [Hit(("1174960123",), 3, 3)]


def test_letters_that_were_joined_say_not_where_they_stand() -> None:
    assert hits("xx AnnaWhitlock yy", "Anna Whitlock") == [Hit(("anna", "whitlock"))]
    assert Hit(("a",)) == Hit(("a",), -1, 0)


def test_two_texts_are_one_only_across() -> None:
    needles = Needles(["he is mad at us"])
    assert SearchText(["he is mad", "at us"], across=True).has(needles)
    assert not SearchText(["he is mad", "at us"]).has(needles)


def test_each_needle_tells_the_text_that_it_is_of() -> None:
    needles = Needles(["Ann Bell", "ring 0117 496 0123", "at BS7 9QX", "jo@school.example"])
    assert needles.text_of(("ann", "bell")) == "Ann Bell"
    assert needles.text_of(("1174960123",)) == "ring 0117 496 0123"
    assert needles.text_of(("bs79qx",)) == "at BS7 9QX"
    assert needles.text_of(("jo", "school", "example")) == "jo@school.example"
    assert all(map(bool, (needles, Needles(["Ann"]), Needles(["0117 496 0123"]), Needles(["N3 7AB"]))))
    assert not Needles([])


def test_the_first_of_two_texts_with_the_same_words_is_told() -> None:
    needles = Needles(["Ann Bell!", "Ann Bell?"])
    assert needles.text_of(("ann", "bell")) == "Ann Bell!"


def test_what_may_be_seen_is_not_looked_for() -> None:
    needles = Needles(["Ann Bell", "Tom", "0117 496 0123", "0117 496 9999", "BS7 9QX", "N3 7AB"])
    left = needles.without(SearchText(["Tom lives at N3 7AB", "0117 496 9999"]))
    assert (("ann", "bell") in left.runs, ("tom",) in left.runs) == (True, False)
    assert [*left.numbers] == ["1174960123"]
    assert [*left.postcodes] == ["bs79qx"]


def test_among_bytes_only_what_is_long_counts_and_a_postcode_as_words_alone() -> None:
    homes = [f"we all live at {postcode} now, they say" for postcode in ("N3 7AB", "BS7 9QX", "SW1A 2AA")]
    long = Needles(["Ann", "Darren", "ring 0117 496 0123", *homes]).longer(6)
    assert (("ann",) in long.runs, ("darren",) in long.runs) == (False, True)
    assert ("bs79qx",) in long.runs
    assert {("bs7", "9qx"), ("sw1a", "2aa")} <= long.runs.keys()
    assert ("n37ab",) not in long.runs
    assert long.postcodes == {}
    assert long.text_of(("bs7", "9qx")) == homes[1]
    assert not SearchText(["x BS7&9QX"]).has(Needles(["B7 7TJ"]).longer(6))


def test_long_words_are_found_among_bytes_wherever_they_begin_and_are_cut() -> None:
    for among, stands in ((Needles(["Anna Whitlock"]).longer(6), True), (Needles(["Anna Whitlock"]), False)):
        assert SearchText(["q3AnnaWhit&lockz9"]).has(among) is stands


def test_one_letter_alone_is_not_looked_for_and_one_of_a_script_without_spaces_is() -> None:
    assert not Needles(["a"])
    assert bool(Needles(["李"]))
    assert bool(Needles(["Jo"]))
    assert not Needles(["12"]).runs
