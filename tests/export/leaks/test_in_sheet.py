"""A text of a sheet is innocent where its reader may see what somebody wrote in it, and the rest is the program's."""

import pytest

from app.export.leaks import in_sheet
from app.export.leaks.independent_rules import Allowed
from app.export.leaks.search import LeakFound

SECRET = "I am brave"
MAY_SEE = Allowed(("Now I am brave at last", "Nan", "so it is"), ("Tom",))


def found(text: str, *, own: tuple[str, ...] = (), allowed: Allowed = MAY_SEE) -> tuple[LeakFound, ...]:
    return in_sheet([text], withheld=[SECRET], allowed=allowed, own=own)


@pytest.mark.parametrize(
    "text",
    [
        "I am brave",  # A part of a text that may be seen.
        "Now I am brave at last",
        "Tom says: I am brave",
        "Tom says: I am brave at",
        "Tom says: Now I am brave at last so it is",  # Two whole texts in a row.
    ],
)
def test_words_that_may_be_seen_are_no_leak_alone_or_in_a_sentence_of_the_programs(text: str) -> None:
    assert found(text, own=("… says: …",)) == ()


@pytest.mark.parametrize("own", ["Tom says: …", "… says: I am …", "… brave", "… I am …", "Tom says: I am brave"])
def test_somebodys_words_may_stand_anywhere_in_a_sentence_of_the_programs(own: str) -> None:
    allowed = Allowed(("brave", "I am brave", "Tom says: I am"), ("Tom",))
    assert found("Tom says: I am brave", own=(own,), allowed=allowed) == ()


@pytest.mark.parametrize(("words", "innocent"), [("I am", True), ("am brave", True), ("I am last", False)])
def test_two_words_in_a_row_are_a_part_of_what_may_be_seen(words: str, innocent: bool) -> None:
    told = in_sheet([f"Tom says: {words}"], withheld=[words], allowed=MAY_SEE, own=("… says: …",))
    assert (told == ()) is innocent


def test_where_nothing_withheld_stands_nothing_is_found() -> None:
    assert in_sheet(["Tom says: hello"], withheld=[SECRET], allowed=MAY_SEE, own=()) == ()
    assert in_sheet([], withheld=[SECRET], allowed=MAY_SEE, own=()) == ()
    assert in_sheet(["I am brave"], withheld=[], allowed=MAY_SEE, own=()) == ()


def test_texts_without_a_word_make_nothing_innocent_and_no_search_endless() -> None:
    blank = Allowed(("!", "…", "", "Tom"), ("…",))
    assert [one.words for one in found("Tom says: I am brave", own=("… says: …", "", "!"), allowed=blank)] == [SECRET]
    more = Allowed((*blank.texts, "I am brave"), blank.names)
    assert found("Tom says: I am brave", own=("… says: …", "", "!"), allowed=more) == ()


def test_words_of_the_programs_own_may_stand_where_somebodys_do() -> None:
    secret = "Our family says"
    for own, told in ((("Our family", "… says: …"), []), (("… says: …",), [secret])):
        here = in_sheet(["Our family says: I am brave"], withheld=[secret], allowed=MAY_SEE, own=own)
        assert [one.words for one in here] == told


def test_two_texts_that_may_be_seen_side_by_side_are_no_withheld_one() -> None:
    allowed = Allowed(("I am", "brave", "Tom"), ())
    assert found("Tom says: I am · brave", own=("… says: …",), allowed=allowed) == ()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Tom says: I am brave", ()),
        ("Tom says: I am brave", ("… said: …",)),
        ("Tom says: I am brave", ("Tom says:",)),
        ("Tom says: Tom I am brave Sam", ("… says: …",)),
        ("Sam says: I am brave", ("Nan says: …",)),
        ("Tom says: I am brave today", ("Tom says: …",)),
    ],
)
def test_in_any_other_sentence_they_are(text: str, own: tuple[str, ...]) -> None:
    assert [one.words for one in found(text, own=own)] == [SECRET]


def test_what_nobody_may_see_is_found_in_the_programs_own_sentence_too() -> None:
    nothing = Allowed((), ("Tom",))
    assert [one.words for one in found("Tom says: I am brave", own=("… says: …",), allowed=nothing)] == [SECRET]
    assert found("Tom says: I am brave", own=("… says: …", "Tom says: I am brave"), allowed=nothing) == ()
    # With what a sentence of the program's begins, nobody is called.
    assert found("Tom says: I am brave", own=("… says: …", "I am brave …"), allowed=nothing) != ()


def test_of_things_side_by_side_the_guilty_one_is_told_and_no_other() -> None:
    told = in_sheet(["Tom · I am brave · Hide here"], withheld=[SECRET, "Hide here"], allowed=MAY_SEE, own=())
    assert [one.words for one in told] == ["Hide here"]


def test_words_that_only_two_things_side_by_side_make_are_told() -> None:
    told = in_sheet(["I am · brave"], withheld=[SECRET], allowed=Allowed((), ()), own=())
    assert [one.words for one in told] == [SECRET]
