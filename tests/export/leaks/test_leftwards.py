"""What runs from right to left is found in a finished file, with its marks or without them, spoken or drawn."""

from datetime import date

import pytest

from app.export.leaks import in_file
from app.pdf import pdf
from app.sheet import Heading, Sheet, Words

DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    "words",
    ["שלום לך", "שָׁלוֹם לְךָ", "הוּא צָעַק עָלַי", "אבא צועק בלילה", "مُحَمَّد صاحَ", "محمد صاح", "אבא said לך"],
)
def test_words_that_are_spoken_and_drawn_in_turns_are_found(words: str) -> None:
    made = pdf(Sheet(shape="plan", title="T", language="en", parts=(Heading("x"), Words(words))), made=DAY)
    assert [found.words for found in in_file(made, withheld=(words,))] == [words]
