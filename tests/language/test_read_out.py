"""What a screen reader says of several things, one after the other."""

import pytest

from app.language import read_out


@pytest.mark.parametrize(
    ("things", "said"),
    [
        (["Nan", "Knows a little"], "Nan. Knows a little."),
        (["0 is: Mia is alone each evening.", "Nan: 4"], "0 is: Mia is alone each evening. Nan: 4."),
        (["Who is there?", "", " "], "Who is there?"),
        (["سؤال؟", "এক।"], "سؤال؟ এক।"),
        ([], ""),
    ],
)
def test_each_thing_has_one_stop_and_never_two(things: list[str], said: str) -> None:
    assert read_out(things) == said
