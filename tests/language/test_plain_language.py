"""Plain language: each rule bites where it should, and is silent where it should not speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import speaking
from app.language.plain_language import grade, hints, say, sentences, syllables, words


def rules(text: str, *, child: bool = False, age: int | None = None) -> list[tuple[str, str]]:
    return [(hint.rule, hint.weight) for hint in hints(text, child=child, age=age)]


def of(count: int) -> str:
    return " ".join(["word"] * count) + "."


@pytest.mark.parametrize(
    ("count", "found"),
    [(20, []), (21, [("L1", "hint")]), (25, [("L1", "hint")]), (26, [("L1", "fault")])],
)
def test_l1_counts_the_words_of_a_sentence_for_grown_ups(count: int, found: list[tuple[str, str]]) -> None:
    assert rules(of(count)) == found


@pytest.mark.parametrize(("age", "most"), [(None, 15), (3, 7), (5, 7), (6, 10), (8, 10), (9, 15), (14, 15)])
def test_l3_shortens_sentences_for_the_youngest_reader(age: int | None, most: int) -> None:
    assert rules(of(most), child=True, age=age) == []
    assert rules(of(most + 1), child=True, age=age) == [("L3", "fault")]


def test_an_age_alone_says_that_a_child_reads_it() -> None:
    assert rules(of(8), age=5) == [("L3", "fault")]


def test_l2_looks_at_the_mean_and_only_where_there_are_several_sentences() -> None:
    assert rules(of(15) + " " + of(15)) == []
    assert rules(of(16) + " " + of(16)) == [("L2", "fault")]
    assert rules(of(16)) == []


EASY = "Mum was sad. She went to bed. Nan made the tea. We all had fish. The dog ran to me. " * 2
HARD = (
    "The collaborative organisational methodology necessitates comprehensive professional evaluation. "
    "Individual responsibilities require considerable administrative documentation. "
) * 3


def test_l4_is_the_published_formula() -> None:
    # Six words, six syllables, one sentence: 0.39 × 6 + 11.8 × 1 - 15.59.
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    assert [r for r, _weight in rules(HARD)].count("L4") == 1
    assert "L4" not in [r for r, _weight in rules(EASY, child=True)]
    with pytest.raises(ValueError, match="no words"):
        grade("…")


def test_l4_says_nothing_about_a_few_words() -> None:
    assert "L4" not in [r for r, _weight in rules("Comprehensive organisational methodology.")]


@pytest.mark.parametrize(
    ("word", "count"),
    tuple(
        {
            "cat": 1,
            "made": 1,
            "table": 2,
            "people": 2,
            "worried": 2,
            "wanted": 2,
            "walked": 1,
            "family": 3,
            "picture": 2,
            "remember": 3,
            "safe": 1,
            "boxes": 2,
            "lovely": 2,
            "the": 1,
        }.items()
    ),
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A safeguarding meeting", "safeguarding"),
        ("Supervised contact is on Monday.", "Supervised contact"),
        ("The placement ended.", "placement"),
        ("She disclosed it.", "disclosed"),
        ("Multi-agency work", "Multi-agency"),
        ("He was non-compliant.", "non-compliant"),
    ],
)
def test_l6_marks_jargon_and_offers_a_swap(text: str, marked: str) -> None:
    (hint,) = hints(text)
    assert (hint.rule, text[hint.start : hint.end]) == ("L6", marked)
    assert hint.swap
    assert hint.swap in say(hint)


def test_l6_leaves_everyday_words_alone() -> None:
    assert rules("Contact Nan on her phone. Put it in place. The clientele laughed.") == []


@pytest.mark.parametrize("text", ["Ask CAMHS.", "The LAC review", "EHCPs help"])
def test_l7_marks_letters_that_nobody_explained(text: str) -> None:
    assert rules(text) == [("L7", "fault")]


@pytest.mark.parametrize(
    "text",
    [
        "Your PIN is safe.",
        "A PDF",
        "I saw it.",
        "The child team (CAMHS) helps.",
        "CAMHS (the child team) helps.",
    ],
)
def test_l7_is_silent_where_they_are_known_or_explained(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dad failed to come.",
        "She refused to open the door.",
        "Mum is in denial.",
        "He is an addict.",
        "It is your fault.",
        "A chaotic family",
        "Wrong PIN",
        "You forgot the name.",
        "I did not come. It is her fault.",
    ],
)
def test_l11_marks_blame_and_labels(text: str) -> None:
    assert "L11" in [rule for rule, _weight in rules(text)]


def test_l11_leaves_what_somebody_did() -> None:
    assert rules("Dad did not come. He drank beer. Mum said no to help.") == []


@pytest.mark.parametrize("text", ["None of this is your fault.", "It isn't your fault.", "Nobody here is to blame."])
def test_l11_never_marks_the_sentence_that_takes_blame_away(text: str) -> None:
    assert rules(text) == []


def test_word_lists_are_for_english_and_lengths_for_everybody() -> None:
    text = "Safeguarding CAMHS " + of(30)
    assert [hint.rule for hint in hints(text, english=False)] == ["L1"]


def test_a_hint_says_how_many_words_in_the_reader_s_language() -> None:
    (hint,) = hints(of(26))
    assert say(hint) == "This sentence has 26 words. Two short ones may be easier to read."
    with speaking("en-XA"):
        assert "26" in say(hint)
        assert say(hint).startswith("[")


def test_a_line_break_ends_a_sentence_and_a_place_to_fill_is_one_word() -> None:
    text = "One two\nthree. Four?”  Five"
    assert [text[a:b].strip() for a, b in sentences(text)] == ["One two", "three.", "Four?”", "Five"]
    assert words("{who} says: it's half-past 3 …") == ["{who}", "says", "it's", "half-past", "3"]


@given(st.text(max_size=400), st.none() | st.integers(0, 18))
def test_any_text_at_all_is_read_without_a_fault_and_marked_within_itself(text: str, age: int | None) -> None:
    for hint in hints(text, age=age):
        assert 0 <= hint.start < hint.end <= len(text)
        assert say(hint)


def test_stops_without_end_are_looked_at_once() -> None:
    # One that began anew at each of them would take a quarter of an hour.
    for text in ("." * 300_000 + "x", "?!" * 100_000 + '"' * 100_000 + "x"):
        assert all(hint.end <= len(text) for hint in hints(text, child=True))
