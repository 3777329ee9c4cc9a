"""Whose words they are is said once for several in a row, and never for somebody else's."""

from hypothesis import given
from hypothesis import strategies as st

from app.sayings.outline import named_once
from app.sheet import Words

MUM, DAD, BY_JO = "Mum says", "Dad says", "Written down by Jo"

SAID = st.lists(st.builds(Words, st.text(min_size=1), st.sampled_from((MUM, DAD)), st.sampled_from(("", BY_JO))))


def test_a_page_of_one_speakers_lines_names_them_once() -> None:
    assert named_once([Words("a", MUM), Words("b", MUM), Words("c", MUM)]) == (
        Words("a", MUM),
        Words("b"),
        Words("c"),
    )


def test_who_wrote_the_lines_down_is_said_once_at_their_end() -> None:
    assert named_once([Words("a", MUM, BY_JO), Words("b", MUM, BY_JO), Words("c", DAD, BY_JO)]) == (
        Words("a", MUM),
        Words("b"),
        Words("c", DAD, BY_JO),
    )


def test_own_words_are_not_run_together_with_words_that_were_written_down() -> None:
    assert named_once([Words("a", MUM), Words("b", MUM, BY_JO)]) == (Words("a", MUM), Words("b", MUM, BY_JO))


@given(SAID)
def test_whoever_reads_on_can_tell_of_every_line_whose_it_is_and_who_wrote_it(said: list[Words]) -> None:
    told = named_once(said)
    assert [w.words for w in told] == [w.words for w in said]
    who, whose = "", []
    for words in told:
        who = words.who or who
        whose.append(who)
    assert whose == [w.who for w in said]
    note, notes = "", []
    for n in reversed(range(len(told))):
        if told[n].note or n + 1 == len(told) or said[n].note != said[n + 1].note:
            note = told[n].note
        notes.insert(0, note)
    assert notes == [w.note for w in said]
