"""The two made-up languages keep what is to be filled in, and break what a real one would break."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.language.catalogues import template
from app.language.pseudo import longer, mirrored

PLACES = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sdifrx%]")
TEXTS = st.lists(
    st.sampled_from(["{name}", "{}", "{n:.0f}", "%s", "%(who)s", "100 %", "\n", " ", "Draw", "Nan says", "é"]),
    min_size=1,
).map(" ".join)


@given(TEXTS)
def test_what_is_filled_in_stays_as_it_is(text: str) -> None:
    assert PLACES.findall(longer(text))[: len(PLACES.findall(text))] == PLACES.findall(text)
    assert PLACES.findall(mirrored(text)) == PLACES.findall(text)
    assert longer(text).count("\n") == mirrored(text).count("\n") == text.count("\n")


def test_every_sentence_grows_by_40_per_cent_and_keeps_no_plain_word() -> None:
    for message in template():
        text = message.id[1] if isinstance(message.id, tuple) else message.id
        if text:
            assert len(longer(text)) >= 1.4 * len(text) - 2, text
            assert longer(text) != text
            assert not re.search(r"[a-zA-Z]{2}", PLACES.sub("", mirrored(text)).replace("mailto", "")), text


def test_the_mirrored_language_runs_from_right_to_left_by_its_letters_alone() -> None:
    strong = [c for c in mirrored("Draw a picture") if unicodedata.bidirectional(c) in ("L", "R", "AL")]
    assert strong
    assert {unicodedata.bidirectional(c) for c in strong} == {"AL"}
