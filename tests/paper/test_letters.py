"""What can be printed, what is written another way, and what stops a copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import set_language
from app.paper import CannotPrint, can_print
from app.paper.faces import ANDIKA, EMOJI, FAMILIES, face, has, unseen
from app.paper.letters import graphemes, spell


@pytest.mark.parametrize(
    "text",
    [
        "Nan says “hello” – it’s 4½ miles…",
        "Gwŷn, Łucja, Ștefan, Наталія, Ελένη, Åse, Nguyễn",
        "نانی کہتی ہیں: 0800 1111",
        "مُحَمَّد",
        "আমরা সবাই",
        "ਸਾਰੇ ਇਕੱਠੇ",
        "❤️ 👩‍👧 👍🏽 1️⃣ ★ ✓",
    ],
)
def test_what_families_write_is_printed_as_it_is(text: str) -> None:
    assert can_print(text, shaped=True) is None
    assert spell(text, shaped=True).text == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\U0001d4dc\U0001d4f2\U0001d4ea", "Mia"),
        ("\uff21\uff22", "AB"),
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\u2028three\x0bfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("\u2a0a", "[modulo two sum]"),
        ("\ue000", "[a sign that cannot be printed]"),
        ("\ud800", "[a sign that cannot be printed]"),
    ],
)
def test_what_no_font_has_is_written_another_way_and_never_a_box(text: str, drawn: str) -> None:
    assert spell(text, shaped=True).text == drawn


def test_an_emoji_family_becomes_its_members_where_nothing_can_join_them() -> None:
    assert spell("👩\u200d👧", shaped=False).text == "👩👧"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("આપણું", "Gujarati"),
        ("我们", "Chinese"),
        ("ሰላም", "Amharic and Tigrinya"),
        ("Hello நாம்", "Tamil"),
        ("𐎀", "Ugaritic"),
    ],
)
def test_a_script_that_has_no_font_is_named(text: str, script: str) -> None:
    assert can_print(text) == script


@pytest.mark.parametrize(
    ("text", "script"), [("কেমন", "Bengali"), ("ਪੰਜਾਬੀ", "Panjabi"), ("پښتو", "Arabic"), ("مُ", "Arabic")]
)
def test_without_the_engine_a_script_that_needs_it_is_refused_with_a_way_out(text: str, script: str) -> None:
    assert can_print(text, shaped=False) == script
    with pytest.raises(CannotPrint) as caught:
        spell(text, shaped=False)
    assert caught.value.elsewhere
    assert "on a computer" in caught.value.sentence()


@pytest.mark.parametrize("text", ["Nan says", "نانی کہتی ہیں", "Ştefan e\u0301", "قال لا"])
def test_without_the_engine_simple_scripts_and_urdu_are_printed(text: str) -> None:
    assert can_print(text, shaped=False) is None


def test_the_sentence_speaks_the_readers_language() -> None:
    set_language("en-XA")
    try:
        with pytest.raises(CannotPrint) as caught:
            spell("我", shaped=True)
        assert "{script}" not in caught.value.sentence()
    finally:
        set_language("en")


@given(st.text())
def test_every_character_drawn_is_in_its_font(text: str) -> None:
    try:
        spelled = spell(text, shaped=True)
    except CannotPrint:
        return
    assert len(spelled.text) == len(spelled.families)
    for c, family in zip(spelled.text, spelled.families, strict=True):
        assert c == "\n" or unseen(c) or has(family, c)


@given(st.text("ab\u0301\u200d👩👧🇬🇧\n\u0995\u09cd\ufe0f"))
def test_letters_taken_one_by_one_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_a_letter_with_its_marks_an_emoji_and_a_flag_are_each_one() -> None:
    assert list(graphemes("e\u0301👩\u200d👧👍🏽🇬🇧🇫🇷")) == ["e\u0301", "👩\u200d👧", "👍🏽", "🇬🇧", "🇫🇷"]


def test_every_font_is_there_in_both_weights_with_its_licence() -> None:
    notices = (face(ANDIKA.regular).path.parents[1] / "NOTICES" / "fonts.txt").read_text("utf-8")
    files = {file for family in FAMILIES for file in (family.regular, family.bold)}
    assert {path.stem for path in face(ANDIKA.regular).path.parent.glob("*.ttf")} == files
    assert all(f"{file}.ttf" in notices for file in files)
    assert has(EMOJI, "😀")


@pytest.mark.parametrize("letters", ["ŵŷŴŶâêîôûŴ", "ąćęłńóśźż", "ăâîșț", "ґєії", "ʻ’“”–—…½£€"])
def test_the_reading_font_has_the_letters_of_the_languages_we_print(letters: str) -> None:
    assert has(ANDIKA, letters)
