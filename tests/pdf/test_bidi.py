"""Which way letters run, against Unicode's own test."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pdf.bidi import classes, levels, visual

SAMPLE = Path(__file__).parent / "bidi_character_test_sample.txt"
CASES = [line.split(";") for line in SAMPLE.read_text("utf-8").splitlines() if not line.startswith("#")]
_AT_THE_END = {"WS", "FSI", "LRI", "RLI", "PDI", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"}


def _on_one_line(text: str, base: int) -> list[int]:
    """Apply L1 as the test does: the whole paragraph is one line."""
    found, kinds, ends = list(levels(text, base)), classes(text), True
    for i in range(len(text) - 1, -1, -1):
        if kinds[i] in ("S", "B"):
            found[i], ends = base, True
        elif kinds[i] not in _AT_THE_END:
            ends = False
        elif ends:
            found[i] = base
    return found


def test_levels_and_order_are_those_of_unicodes_own_test() -> None:
    assert len(CASES) > 1_000
    for codes, _asked, base, wanted, order in CASES:
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = _on_one_line(text, int(base))
        want = wanted.split()
        kept = [i for i, level in enumerate(want) if level != "x"]
        assert [str(found[i]) for i in kept] == [want[i] for i in kept], codes
        assert [kept[i] for i in visual([found[i] for i in kept])] == [int(i) for i in order.split()], codes


@given(st.text("ab אב 12 ()[]\u0627\u0661\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202e,.-"), st.integers(0, 1))
def test_every_character_has_one_place_on_the_line(text: str, base: int) -> None:
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(base <= level <= 126 for level in found)
    assert sorted(visual(found)) == list(range(len(text)))


@pytest.mark.parametrize("text", ["", "Nan says", "0808 800 5000 (day or night)", "কেমন আছো?"])
def test_what_runs_left_to_right_is_left_alone(text: str) -> None:
    assert levels(text, 0) == (0,) * len(text)
