"""What can be printed, what is written another way, and what stands for what cannot be."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.pdf.font_fallback import Lost, Means, graphemes, substitute
from app.pdf.fonts import ANDIKA, EMOJI, face, has, unseen
from app.pdf.scripts import FAMILIES
from tests.pdf.written import NEED_NO_ENGINE, SAMPLES

HERE, ON_A_TABLET = Means(shaped=True), Means(shaped=False)


def drawn(text: str, means: Means = HERE) -> str:
    """Return a text as it is drawn, where all of it is."""
    spelled = substitute(text, means)
    assert not spelled.unset
    assert not spelled.left_out
    return spelled.text


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
        "one ツ, ღ or ॐ among plain words",
        "⓵ ① ⑴ → ☯ ﷺ ㈱",
        "꧁Mia꧂ ༺༻ ಠ_ಠ ʕ•ᴥ•ʔ ᗰIᗩ",
        *SAMPLES.values(),
    ],
)
def test_what_families_write_is_printed_as_it_is(text: str) -> None:
    assert drawn(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\U0001d4dc\U0001d4f2\U0001d4ea \uff21\uff22", "Mia AB"),
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\u2028three\x0bfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("\uf0b7 a copied list", "• a copied list"),
        ("\uf0a7\uf0fc\uf0e0\uf04a\uf0d8", "▪✓→☺➢"),
        ("\U0001d7df \U00011066", "7 0"),
    ],
)
def test_what_reads_the_same_in_another_way_is_written_that_way(text: str, shown: str) -> None:
    assert drawn(text) == shown


def test_an_emoji_that_is_newer_than_pythons_unicode_data_is_drawn_by_the_font_that_has_it() -> None:
    assert drawn("I love 🩷") == "I love 🩷"
    assert set(substitute("🩷", HERE).families) == {EMOJI}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\ue000b", "ab"),
        ("a\U000f1234b", "ab"),
        ("a\ud800b", "ab"),
        ("a\ufdd0b", "ab"),
        ("a\U000e1234b", "ab"),
        ("I am \U00010380 here", "I am  here"),
        ("\u1940", "[a sign that cannot be printed]"),
        ("\ue000", "[a sign that cannot be printed]"),
        ("\ud800 \ue000", "[a sign that cannot be printed]"),
    ],
)
@pytest.mark.parametrize("means", [HERE, ON_A_TABLET])
def test_a_sign_without_a_glyph_is_left_out_and_counted_and_never_all_that_is_there(
    text: str, shown: str, means: Means
) -> None:
    spelled = substitute(text, means)
    assert spelled.text == shown
    assert spelled.left_out
    assert not spelled.unset


def test_an_emoji_family_becomes_its_members_where_nothing_can_join_them() -> None:
    assert drawn("👩\u200d👧", ON_A_TABLET) == "👩👧"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_script_that_needs_the_engine_is_withheld_without_it_and_the_others_are_not(name: str) -> None:
    spelled = substitute(f"We say {SAMPLES[name]} together", ON_A_TABLET)
    if name in NEED_NO_ENGINE:
        assert not spelled.unset
        assert SAMPLES[name] in spelled.text
    else:
        assert [one.elsewhere for one in spelled.unset] == [True]
        assert spelled.text.startswith(f"We say [words in {spelled.unset[0].script} letters]")
        assert spelled.text.count("[") == 1
        assert not any(unicodedata.category(c)[0] in "LM" and ord(c) > 127 for c in spelled.text)


@pytest.mark.parametrize(
    ("text", "script"),
    [("কেমন আছো", "Bengali"), ("ਪੰਜਾਬੀ", "Panjabi"), ("پښتو", "Arabic or Urdu"), ("مُ", "Arabic or Urdu")],
)
def test_without_the_engine_a_script_that_needs_it_stands_in_brackets_once(text: str, script: str) -> None:
    assert substitute(text, ON_A_TABLET).text == f"[words in {script} letters]"
    assert substitute(text, ON_A_TABLET).unset == (Lost(script, elsewhere=True),)


def test_only_spaces_and_stops_go_with_the_words_between_which_they_stand() -> None:
    spelled = substitute("நாம், நாம்! 🩷 நாம் 7\nநாம்", ON_A_TABLET)
    assert spelled.text == "[words in Tamil letters]! 🩷 [words in Tamil letters] 7\n[words in Tamil letters]"


def test_a_new_emoji_beside_a_sign_that_is_left_out_is_something() -> None:
    assert substitute("🩷\ue000", HERE).text == "🩷"


@pytest.mark.parametrize("letter", ["ॐ", "ஐ", "ಠ", "क", "ก", "५", "۩", "ツ", "ღ"])
def test_one_letter_among_plain_words_takes_no_shape_from_them_and_is_drawn_without_the_engine(letter: str) -> None:
    assert drawn(f"I {letter} you{letter}!", ON_A_TABLET) == f"I {letter} you{letter}!"


@pytest.mark.parametrize("text", ["𐎀𐎁 𐎀𐎁", "x𐎀𐎁"])
def test_words_in_letters_that_no_font_has_stand_in_brackets_without_a_strange_name(text: str) -> None:
    spelled = substitute(text, HERE)
    assert "[words in letters that cannot be printed]" in spelled.text
    assert {one.script for one in spelled.unset} == {""}


def test_a_letter_missing_in_the_middle_of_a_word_withholds_the_words_of_its_script_and_no_other() -> None:
    spelled = substitute("Mia and 我𪚥们 and ሰላም", HERE)
    assert spelled.text == "Mia and [words in Chinese letters] and ሰላም"


@pytest.mark.parametrize("text", ["Nan says", "نانی کہتی ہیں", "Ştefan e\u0301", "قال لا"])
def test_without_the_engine_simple_scripts_and_urdu_are_printed(text: str) -> None:
    assert drawn(text, ON_A_TABLET) == unicodedata.normalize("NFC", text)


def test_where_no_words_can_run_right_to_left_those_are_withheld_alone() -> None:
    spelled = substitute("Nan says שלום and hello", Means(shaped=False, leftward=False))
    assert spelled.text == "Nan says [words in Hebrew letters] and hello"


EVERYWHERE = (*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x1_0000), *range(0x3400, 0x11_0000, 331))


def test_no_script_is_called_by_a_part_of_a_letters_long_name() -> None:
    names = {found.script for c in EVERYWHERE for found in substitute(f"x{chr(c)}{chr(c)}", ON_A_TABLET).unset}
    assert {"Tamil", "Hindi or Nepali", "Mongolian", ""} <= names
    assert not names & {"Double", "Halfwidth", "Fullwidth", "Canadian", "Cjk", "Modifier", "Vai", "Small", "Hangul"}


def test_the_brackets_speak_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sheet.unprintable._", str.upper)
    assert substitute("𐎀𐎁", HERE).text == "[WORDS IN LETTERS THAT CANNOT BE PRINTED]"


def test_brackets_that_cannot_be_drawn_themselves_are_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sheet.unprintable._", lambda words: "தமிழ் வாக்கியம்")
    assert substitute("𐎀𐎁 நாம்", ON_A_TABLET).text == "[letters that cannot be printed] [Tamil letters]"


@example("ॐ\ud7fcॐ", False)
@given(st.text() | st.text(st.sampled_from("aé ツღॐ我நாம்ሰלہक\uf0b7\ue000\u24f5𐎀🩷\u0301\u200d\ufe0f")), st.booleans())
def test_every_character_drawn_is_in_its_font_whatever_is_written(text: str, shaped: bool) -> None:
    spelled = substitute(text, Means(shaped))
    assert len(spelled.text) == len(spelled.families)
    for c, family in zip(spelled.text, spelled.families, strict=True):
        assert c == "\n" or unseen(c) or has(family, c)
    assert substitute(spelled.text, Means(shaped)).text == spelled.text
    seen = [c for c in text if not unseen(c) and unicodedata.category(c) not in ("Cc", "Zs", "Zl", "Zp", "Cf")]
    assert not seen or spelled.text.strip()


def test_every_code_point_is_drawn_or_told() -> None:
    for code in EVERYWHERE:
        c = chr(code)
        spelled = substitute(f"a{c} b", ON_A_TABLET)
        assert all(x == "\n" or unseen(x) or has(f, x) for x, f in zip(spelled.text, spelled.families, strict=True))
        unseen_here = unseen(c) or unicodedata.category(c) in ("Cc", "Cf", "Zs", "Zl", "Zp")
        composed = unicodedata.normalize("NFC", f"a{c}")
        assert unseen_here or spelled.unset or spelled.left_out or len(spelled.text) > 3 or composed in spelled.text


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
