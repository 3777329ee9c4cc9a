"""What is private is said in a sentence on each page, before the first word, and the worker finds since when it is."""

from app.blocks.privacy.model import parts_of, what_private_means, who_can_see
from app.blocks.privacy.print import outline
from app.document import people, switch
from tests.blocks.young_making import blank, made, section


def bare(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_each_page_says_who_can_see_it_as_it_stands_now() -> None:
    document = blank()
    who = people(document)
    assert bare(who_can_see(document, section("me"), who)) == "Open: everyone here, and everyone with a copy."
    assert bare(who_can_see(document, section("way"), who)) == (
        "Private: only you and Jo. It is in nobody else's copy."
    )
    document = made(document, switch(document, "me", to_private=True))
    assert bare(who_can_see(document, section("me"), who)).startswith("Private")


def test_it_is_said_that_the_worker_sees_it_may_pass_it_on_and_that_a_court_can_ask() -> None:
    said = bare(" ".join(what_private_means(people(blank()))))
    for words in ("Jo reads it", "tell people who can help", "A court can ask", "Ask your solicitor", "Skip"):
        assert words in said


def test_every_part_can_be_private_and_the_page_that_says_so_is_none() -> None:
    assert "yours" not in {s.slug for s in parts_of(blank())}
    assert len(parts_of(blank())) == len(blank().kind.sections) - 1


def test_the_worker_finds_what_is_private_and_since_when() -> None:
    document = blank()
    assert {(t.words, t.note) for t in outline(document, "yours")[1:]} == {
        ("What was I after?: private", "from the start"),
        ("What gets in the way: private", "from the start"),
        ("When it gets hard: private", "from the start"),
    }
    document = made(document, switch(document, "me", to_private=True))
    document = made(document, switch(document, "way", to_private=False))
    said = {t.words: t.note for t in outline(document, "yours")}
    assert said["Me: private"] == said["What gets in the way: open"] == "since Tuesday 14 November 2023"
