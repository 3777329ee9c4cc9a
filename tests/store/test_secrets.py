"""What a PIN, a passphrase and a spare key may look like, and how they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import TooWeak, WrongSpareKey, check_secret, suggest_passphrase
from app.store.passphrase import plain_secret, word_list
from app.store.spare_key import BYTES, new_spare_key, read_back, written


@pytest.mark.parametrize("pin", ["829301", "0000001234", " 82 93 01 ", "٨٢٩٣٠١", "829-301".replace("-", "")])
def test_six_digits_are_a_pin(pin: str) -> None:
    check_secret("pin", pin)


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("", "short"),
        ("82930", "short"),
        ("82930x", "letters"),
        ("829.301", "letters"),
        ("½½½½½½", "letters"),
        ("000000", "plain"),
        ("121212", "plain"),
        ("123456", "plain"),
        ("987654321", "plain"),
        ("890123", "plain"),
    ],
)
def test_pins_that_are_easily_guessed_are_refused_with_what_to_do(pin: str, reason: str) -> None:
    with pytest.raises(TooWeak) as told:
        check_secret("pin", pin)
    assert told.value.reason == reason
    assert told.value.sentence().startswith(("Please", "That PIN"))


@pytest.mark.parametrize(
    "phrase", ["patio rhubarb velvet otter", "Patio-Rhubarb  VELVET\notter", "nain cacen glaw haul"]
)
def test_four_words_are_a_passphrase(phrase: str) -> None:
    check_secret("passphrase", phrase)


@pytest.mark.parametrize("phrase", ["", "patio rhubarb velvet", "otter otter otter otter", "a b c d", "829301"])
def test_passphrases_that_are_easily_guessed_are_refused(phrase: str) -> None:
    with pytest.raises(TooWeak) as told:
        check_secret("passphrase", phrase)
    assert told.value.reason == "words"


def test_how_it_is_typed_does_not_matter() -> None:
    assert plain_secret("passphrase", " Patio-RHUBARB \t velvet  otter ") == "patio rhubarb velvet otter"
    assert plain_secret("pin", " ٨٢ 93０1") == "829301"


@given(st.text())
def test_reading_never_fails_and_reading_twice_changes_nothing(text: str) -> None:
    for protection in ("pin", "passphrase"):
        once = plain_secret(protection, text)
        if protection == "passphrase":
            assert plain_secret(protection, once).split() == once.split()


def test_the_words_are_many_plain_and_different() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7772
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in words)


def test_what_is_suggested_is_accepted_and_never_the_same() -> None:
    phrases = {suggest_passphrase() for _ in range(50)}
    assert len(phrases) == 50
    for phrase in phrases:
        check_secret("passphrase", phrase)
        assert set(phrase.split()) <= set(word_list())


@given(st.binary(min_size=BYTES, max_size=BYTES), st.sampled_from(["", "-", ". ", "\n"]), st.booleans())
def test_a_spare_key_is_read_back_however_it_was_written(key: bytes, between: str, lower: bool) -> None:
    text = written(key)
    assert len(text.split()) == 8
    assert {len(group) for group in text.split()} == {4}
    typed = text.replace(" ", between).translate(str.maketrans("OIB", "018"))
    assert read_back(typed.lower() if lower else typed) == key


@given(st.text(max_size=60))
def test_what_is_no_spare_key_is_refused(text: str) -> None:
    letters = [c for c in text if c.isalnum()]
    if len(letters) != 32:
        with pytest.raises(WrongSpareKey):
            read_back(text)


def test_a_spare_key_has_160_random_bits() -> None:
    made = {new_spare_key() for _ in range(20)}
    assert len(made) == 20
    assert {len(key) * 8 for key in made} == {160}
