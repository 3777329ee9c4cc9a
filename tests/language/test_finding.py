"""Names are found however they are written: without capitals or accents, in every script, by any part of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.finding import finds, folded
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
