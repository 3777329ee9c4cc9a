"""How a spare key is written on paper and read back, whatever a hand, an eye or a keyboard makes of its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import WrongSpareKey
from app.store.spare_key import BYTES, new_spare_key, read_back, written


@given(
    st.binary(min_size=BYTES, max_size=BYTES),
    st.sampled_from(["", "-", ". ", "\n", "\r\n", "\u00a0", "\u200f", " | ", "–", "\u2067"]),
    st.sampled_from([str, str.lower, str.title]),
    st.booleans(),
)
def test_a_spare_key_is_read_back_however_it_was_written(key: bytes, between: str, case: object, wide: bool) -> None:
    text = written(key)
    assert len(text.split()) == 8
    assert {len(group) for group in text.split()} == {4}
    typed = str(case(text.translate(str.maketrans("OIB", "018"))))  # type: ignore[operator]
    if wide:
        typed = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in typed)
    assert next(read_back(typed.replace(" ", between))) == key


@given(st.binary(min_size=BYTES, max_size=BYTES), st.data())
def test_letters_that_look_alike_may_be_taken_for_one_another(key: bytes, data: st.DataObject) -> None:
    text = written(key)
    for alike in data.draw(
        st.lists(st.sampled_from(["S5", "5S", "Z2", "2Z", "G6", "IL", "LI", "UV", "VU"]), max_size=2)
    ):
        text = text.replace(*alike, 1)
    for seen in data.draw(st.lists(st.sampled_from(["OО", "AА", "BВ", "XХ", "TТ", "KΚ", "2٢", "7۷"]), max_size=3)):
        text = text.replace(*seen)
    assert key in read_back(text)


ALIKE = [*("S5", "Z2", "Z7", "27", "G6", "IL", "IJ", "LJ", "UV", "UY", "VY", "OD", "OQ", "DQ")]
ALIKE += ["B3", "T7", "CG", "MN", "EF", "PR", "KX", "A4"]


def readings(typed: str) -> list[str]:
    """Return what may have been meant by the first letters of a spare key. Nobody takes its Hs for anything else."""
    return [written(key).replace(" ", "")[: len(typed)] for key in read_back(typed.ljust(32, "H"))]


@pytest.mark.parametrize("pair", [*ALIKE, *(pair[::-1] for pair in ALIKE)])
def test_each_letter_that_looks_like_another_is_read_as_that_one_too_wherever_it_stands(pair: str) -> None:
    seen, meant = pair
    assert readings(seen)[0] == seen
    for before in ("", "W" * 17, "W" * 31):
        assert before + meant in readings(before + seen)


@pytest.mark.parametrize(
    ("seen", "meant"), [("0", "ODQ"), ("1", "IJL"), ("8", "B3"), ("9", "GPQ"), ("H", "H"), ("W", "W")]
)
def test_a_sign_that_no_spare_key_has_is_read_as_letters_like_it_and_a_plain_letter_as_itself(
    seen: str, meant: str
) -> None:
    assert sorted(readings(seen)) == sorted(meant)


def test_those_with_the_fewest_letters_misread_come_first_and_all_of_them_soon_end() -> None:
    typed = "SMEP9"
    found = readings(typed)
    assert len(found) == len(set(found)) == 3 * 2**4
    misread = [sum(a != b for a, b in zip(typed, reading, strict=True)) for reading in found]
    assert misread == sorted(misread)
    assert len(readings("I" * 32)) < 50_000


@given(st.text(max_size=60))
def test_what_is_no_whole_spare_key_is_refused_and_says_how_long_it_is(text: str) -> None:
    letters = [c for c in text if c.isascii() and c.isalnum()]
    if text.isascii() and len(letters) != 32:
        with pytest.raises(WrongSpareKey) as told:
            read_back(text)
        assert told.value.count == len(letters)
        assert not letters or str(len(letters)) in told.value.sentence()


def test_a_spare_key_has_160_random_bits() -> None:
    made = {new_spare_key() for _ in range(20)}
    assert len(made) == 20
    assert {len(key) * 8 for key in made} == {160}
