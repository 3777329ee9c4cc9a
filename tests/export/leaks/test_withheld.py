"""What of an item counts as written: every field, but for those in which nobody writes."""

import pytest

from app.blocks.registry import is_written
from app.document import EVERYONE, ONLY_ME, WORKER, ForWhom, ItemType, UndoReach
from app.document.item_types import IN_ANY_DOCUMENT
from app.export.leaks import allowed, withheld, wrongly_shown
from tests.document.making import NAN, SAM, TOM, item, of

WORDS = "Nobody wrote these words"


@pytest.mark.parametrize("slug", ["scribe", "kind", "whom", "a-new-blocks-own"])
def test_what_stands_in_a_field_in_which_nobody_writes_is_looked_for_in_no_copy(slug: str) -> None:
    document = of(item("kept", by=TOM, for_whom=ONLY_ME, **{slug: WORDS}))
    assert withheld(document, None, written=lambda _document, _item, field: field != slug) == ()
    assert WORDS in withheld(document, None), "a field counts as written in where nobody says otherwise"


def test_the_blocks_say_in_which_of_their_fields_nobody_writes() -> None:
    document = of()
    said = item("said", by=TOM, item_type="saying", words=WORDS, scribe=WORDS)
    assert is_written(document, said, "words")
    assert not is_written(document, said, "scribe")
    assert is_written(document, said._replace(item_type="of-a-newer-version"), "scribe")


WRITTEN = {
    "answer": {"words", "higher"},
    "copy-rule": {"why"},
    "earlier-name": {"name"},
    "front": {"title"},
    "person": {"name"},
    "saying": {"words"},
}
"""Of what every document may have: in which fields people write."""


@pytest.mark.parametrize("item_type", IN_ANY_DOCUMENT, ids=lambda item_type: item_type.slug)
def test_of_what_any_document_may_have_what_people_write_is_looked_for_and_what_the_program_writes_is_not(
    item_type: ItemType,
) -> None:
    kept = {
        field: of(item("kept", by=TOM, for_whom=ONLY_ME, item_type=item_type.slug, **{field: WORDS}))
        for field in item_type.fields
    }
    found = {field for field, document in kept.items() if withheld(document, None, written=is_written)}
    assert found == WRITTEN.get(item_type.slug, set())


@pytest.mark.parametrize("slug", ["words", "title", "higher", "a-newer-version's"])
def test_what_stands_in_any_other_field_is(slug: str) -> None:
    kept = item("kept", by=TOM, for_whom=ONLY_ME, **{slug: WORDS})
    assert WORDS in withheld(of(kept), None)
    assert withheld(of(kept._replace(for_whom=EVERYONE)), None) == ()
    assert allowed(of(kept._replace(for_whom=EVERYONE)), None).texts == (WORDS,)


def test_a_kept_day_gives_nothing_away() -> None:
    assert withheld(of(item("kept", by=TOM, for_whom=ONLY_ME, when="2026-05-04")), None) == ()


def test_the_name_of_somebody_who_is_named_is_no_secret_and_that_of_somebody_who_is_not_is_one() -> None:
    nan = item("nan", section="people", item_type="person", ref=NAN, name="Nan Whitlock")
    kept = item("kept", by=TOM, for_whom=ONLY_ME, words="Nan Whitlock!")
    assert withheld(of(nan, kept, item("shown", by=NAN, words="Hello")), None) == ()
    told = withheld(of(nan, kept), None)
    assert {"Nan Whitlock!", "Nan Whitlock", "whitlock"} <= set(told)
    assert "nan" not in told, "half the world is somebody's nan"


@pytest.mark.parametrize(
    ("reach", "people", "reader", "seen"),
    [
        ("everyone", (), None, True),
        ("everyone", (), SAM, True),
        ("people", (SAM,), SAM, True),
        ("people", (SAM,), TOM, True),
        ("people", (SAM,), NAN, False),
        ("people", (SAM,), None, False),
        ("people", (SAM,), "office", True),
        ("people", (), TOM, False),
        ("people", (WORKER,), TOM, False),
        ("people", (WORKER,), "office", False),
        ("worker", (), TOM, False),
        ("nobody", (), TOM, False),
    ],
)
def test_who_may_see_what_is_worked_out_from_its_audience(
    reach: UndoReach, people: tuple[str, ...], reader: str | None, seen: bool
) -> None:
    said = item("said", by=TOM, for_whom=ForWhom(reach, people), words=WORDS)
    below = item("below", parent="said", by=NAN, words="What stands below")
    document = of(said, below)
    assert (WORDS in withheld(document, reader)) is not seen
    assert ("What stands below" in withheld(document, reader)) is not seen
    assert (WORDS in allowed(document, reader).texts) is seen
    assert [i.id for i in wrongly_shown(document, {"said", "below"}, reader)] == ([] if seen else ["said", "below"])


NOBODYS_ALONE = """
aunt auntie uncle nan nana nanna gran granny grandma grandpa grandad granddad mum mummy mom dad daddy mother father miss
mrs doctor nurse teacher sister brother cousin friend neighbour the and from next door school social worker little big
old our his her
"""


@pytest.mark.parametrize("word", [*NOBODYS_ALONE.split(), "jo"])
def test_a_word_that_many_are_called_by_is_looked_for_only_with_the_rest_of_the_name(word: str) -> None:
    somebody = item("somebody", section="people", item_type="person", ref=NAN, name=f"{word.title()} Whitlock")
    told = withheld(of(somebody), None)
    assert told == (f"{word.title()} Whitlock", "whitlock")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Yes.", ()),
        ("Mum! – …", ()),
        ("Fear.", ("Fear",)),
        ("I hide.", ("I hide.", "I hide")),
        ("Yes. I hide. Fear!", ("Yes. I hide. Fear!", "I hide", "Fear")),
        ("0117 496 0123", ("0117 496 0123", "01174960123")),
    ],
)
def test_short_words_alone_give_nothing_away_and_every_sentence_does(words: str, told: tuple[str, ...]) -> None:
    assert withheld(of(item("kept", by=TOM, for_whom=ONLY_ME, words=words)), None) == told
