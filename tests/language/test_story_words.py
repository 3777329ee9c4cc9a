"""The lists beside a child's story find what they are for, and leave other words alone; and a text says when."""

import pytest

from app.language import names_a_day
from app.language.story_words import StoryWords, story_words


def english() -> StoryWords:
    found = story_words("en-GB")
    assert found is not None
    return found


@pytest.mark.parametrize("tag", ["cy", "pl", "ar", "ar-XB", "zz"])
def test_a_language_for_which_nobody_made_lists_has_none(tag: str) -> None:
    assert story_words(tag) is None


@pytest.mark.parametrize(
    "text", ["We promise.", "We will ALWAYS come", "never shout again", "No more shouting", "for ever"]
)
def test_promises_are_found(text: str) -> None:
    assert english().promise.search(text)


@pytest.mark.parametrize("text", ["We hope for pancakes.", "Some days", "We will try.", "compromise", "whenever"])
def test_hopes_are_left_alone(text: str) -> None:
    assert not english().promise.search(text)


@pytest.mark.parametrize("text", ["Nan worries", "it hurt", "the police came", "SCARED"])
def test_words_of_worry_are_found(text: str) -> None:
    assert english().worry.search(text)


@pytest.mark.parametrize("text", ["a white cat", "Courtney sings", "we drink tea", "Whitby", "a fighting chance"[:1]])
def test_words_that_only_look_like_worry_are_left_alone(text: str) -> None:
    assert not english().worry.search(text)


def test_who_a_child_means_is_found_and_no_part_of_another_word() -> None:
    assert english().kin.findall("Mum's here, and Grandad") == ["Mum", "Grandad"]
    assert not english().kin.search("a banana in the dadaist auntless mumble")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Monday 4 May 2026", "en"),
        ("on fridays", "en"),
        ("2026-05-04", "en"),
        ("dydd Llun 4 Mai", "cy"),
        ("4 maja", "pl"),
        ("w piątek", "pl"),
        ("٤ مايو", "ar"),
        ("4.5.", "de"),
    ],
)
def test_a_day_is_found_in_its_language(text: str, tag: str) -> None:
    assert names_a_day(text, tag)


@pytest.mark.parametrize(
    "text", ["", "soon", "we may come", "at 8", "call 0800 1111", "2 of 3", "in March", "Sunderland"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert not names_a_day(text, "en")
