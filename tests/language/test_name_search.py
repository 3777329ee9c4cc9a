"""Names are found however they are written: without capitals or accents, in every script, by any part of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.name_search import alike, finds, folded, same_name, stands_in
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("sought", "name"),
    [
        ("otters", "The Otters"),
        ("OTT", "The Otters"),
        ("otters the", "The Otters"),
        ("lukasz", "Łukasz"),
        ("ŁUKASZ", "lukasz"),
        ("zoe", "Zoë"),
        ("nguyen", "Nguyễn"),
        ("orsted", "Ørsted"),
        ("istanbul", "İstanbul"),
        ("isik", "Işık"),
        ("محمد", "محـمد"),
        ("strasse", "STRAßE"),
        ("محمد", "مُحَمَّد"),
        ("احمد", "أحمد"),
        ("ਗੁਰ", "ਗੁਰਪ੍ਰੀਤ"),
        ("রহ", "রহিমা"),
        ("é", "e\u0301"),
        ("Aisha", "\u2068Aisha\u2069"),
        ("１２", "12 Acacia Road"),
        ("١٢", "12 Acacia Road"),
        ("12", "خانه ۱۲"),
    ],
)
def test_somebody_is_found_however_the_name_is_written(sought: str, name: str) -> None:
    assert finds(sought, name)


@pytest.mark.parametrize(
    ("sought", "name"), [("", "Mia"), (" \u200d ", "Mia"), ("mum", "Mia"), ("mia b", "Mia"), ("ma", "")]
)
def test_nothing_looked_for_and_another_name_find_nobody(sought: str, name: str) -> None:
    assert not finds(sought, name)


@given(names, st.data())
def test_every_part_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(name)))
    part = name[first : data.draw(st.integers(first, len(name)))]
    assert finds(part, name) or not folded(part)


@given(names)
def test_what_is_folded_stays_as_it_is(name: str) -> None:
    assert folded(folded(name)) == folded(name)


# Who is meant by a name.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "Zoe\u0308"),
        ("Kim", "\ufeffkim "),
        ("Jo  Ann", "jo\u00a0ann"),
        ("محمد\u200f", "محمد"),
        ("❤", "❤\ufe0f"),
        ("\U0001fa77", "\U0001fa77"),
        ("Ｍｉａ", "Mia"),
        ("می\u200cخ", "میخ"),
        ("STRASSE", "straße"),
    ],
)
def test_a_name_is_the_same_however_it_was_typed(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Zoë", "Zoe"), ("", ""), ("\u200b", "\ufeff"), ("Mia", "Mia B"), ("أحمد", "احمد"), ("🩷", "🩵")]
)
def test_names_that_are_written_otherwise_may_be_two_people(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(names)
def test_a_name_is_its_own_in_every_spelling_of_unicode(name: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        spelled = unicodedata.normalize(form, name)  # type: ignore[arg-type]
        assert same_name(name, spelled) == (alike(name) != "")
    assert alike(alike(name)) == alike(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mum", "Then Mum's car came."),
        ("\U0001fa77", "\U0001fa77 says no"),
        ("\U0001fa77", "He hit\U0001fa77twice"),
        ("Zoë", "zoe\u0308, who is seven"),
        ("D'Arcy", "Mr D’Arcy rang"),
        ("रहिमा", "कल रहिमा आई"),
        ("Nan", "\u2068Nan\u2069: hello"),
        ("Aunt May", "AUNT  MAY!"),
        ("\ue000", "not \ue000."),
    ],
)
def test_a_name_is_found_in_what_is_written(name: str, text: str) -> None:
    assert stands_in(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Nan", "Nancy"), ("", "Nan"), ("\u200b", "a\u200bb"), ("Jo", "John"), ("रह", "रहिमा"), ("May", "")],
)
def test_a_part_of_a_word_is_nobodys_name(name: str, text: str) -> None:
    assert not stands_in(name, text)


@given(names, names, names)
def test_a_name_between_spaces_stands_in_every_text(name: str, before: str, after: str) -> None:
    assert stands_in(name, f"{before} {name} {after}") == stands_in(name, name)
