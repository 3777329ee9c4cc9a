"""A page that asks several things: each answer stands below its own question, and answers to it right behind."""

from app.blocks.words.print import outline, parts
from app.document import WORKER
from app.document.saying import sayings
from app.sheet import Heading, Words
from tests.blocks.young_making import MO, blank, says, section


def read(page: str, document: object) -> list[str]:
    found = []
    for part in parts(document, page):  # type: ignore[arg-type]
        assert isinstance(part, Heading | Words)
        found.append(f"# {part.words}" if isinstance(part, Heading) else f"{_bare(part.who)}: {part.words}")
    return found


def _bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_each_answer_stands_below_its_own_question_and_a_question_without_any_is_not_printed() -> None:
    document = says(blank(), "me", "I never give up", asked="proud")
    document = says(document, "me", "Bikes", asked="into")
    assert read("me", document) == [
        "# Me", "# What am I into?", "Ash says: Bikes", "# What am I proud of?", "Ash says: I never give up",
    ]  # fmt: skip


def test_what_was_answered_to_somebodys_words_stands_right_behind_them() -> None:
    document = says(blank(), "me", "Bikes", asked="into")
    (bikes,) = sayings(document, None, section="me")
    document = says(document, "me", "Swimming too", asked="into")
    document = says(document, "me", "I saw the blue one", by=WORKER, parent=bikes.id)
    document = says(document, "me", "It flies", by=MO.id, parent=bikes.id)
    assert read("me", document)[2:] == [
        "Ash says: Bikes", "Jo answers: I saw the blue one", "Mo answers: It flies", "Ash says: Swimming too",
    ]  # fmt: skip
    assert [t.words for t in outline(document, "me")][1:] == ["Bikes", "I saw the blue one", "It flies", "Swimming too"]


def test_what_a_newer_version_asks_is_kept_and_stands_first() -> None:
    document = says(blank(), "me", "Both", asked="a-newer-question")
    document = says(document, "me", "Bikes", asked="into")
    assert read("me", document)[:2] == ["# Me", "Ash says: Both"]


def test_a_page_with_one_question_is_as_it_was() -> None:
    document = says(blank(), "proud", "I finished the blue bike")
    assert read("proud", document) == ["# Proud of", "Ash says: I finished the blue bike"]
    assert section("proud").shape is None
