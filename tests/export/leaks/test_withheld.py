"""What of an item counts as written: every field, but for those in which nobody writes."""

from dataclasses import replace
from functools import partial
from types import MappingProxyType

import pytest

from app.blocks.registry import is_written
from app.document import (
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    WORKER,
    Document,
    ForWhom,
    Item,
    ItemType,
    Kind,
    UndoReach,
)
from app.document.header import HEADER
from app.document.item_types import IN_ANY_DOCUMENT
from app.export.leaks import allowed, withheld, wrongly_shown
from tests.document.making import HELD, NAN, SAM, TOM, item, of

WORDS = "Nobody wrote these words"
hidden = partial(withheld, with_private=True)
may_see = partial(allowed, with_private=True)


def slipped(document: Document, reader: str | None, *shown: str, with_private: bool = True) -> list[str]:
    """Return the ids of what was put before a reader and that they must not see; none named: of all there is."""
    put = {*shown} or {*document.items}
    return [i.id for i in wrongly_shown(document, put, reader, with_private=with_private)]


@pytest.mark.parametrize("slug", ["scribe", "kind", "whom", "a-new-blocks-own"])
def test_what_stands_in_a_field_in_which_nobody_writes_is_looked_for_in_no_copy(slug: str) -> None:
    document = of(item("kept", by=TOM, for_whom=ONLY_ME, **{slug: WORDS}))
    assert hidden(document, None, written=lambda _document, _item, field: field != slug) == ()
    assert WORDS in hidden(document, None), "a field counts as written in where nobody says otherwise"


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
    found = {f for f, document in kept.items() if withheld(document, None, with_private=True, written=is_written)}
    assert found == WRITTEN.get(item_type.slug, set())


@pytest.mark.parametrize("slug", ["words", "title", "higher", "a-newer-version's"])
def test_what_stands_in_any_other_field_is(slug: str) -> None:
    kept = item("kept", by=TOM, for_whom=ONLY_ME, **{slug: WORDS})
    assert WORDS in hidden(of(kept), None)
    assert hidden(of(kept._replace(for_whom=EVERYONE)), None) == ()
    assert may_see(of(kept._replace(for_whom=EVERYONE)), None).texts == (WORDS,)


def test_a_kept_day_gives_nothing_away() -> None:
    assert hidden(of(item("kept", by=TOM, for_whom=ONLY_ME, when="2026-05-04")), None) == ()


def test_the_name_of_somebody_who_is_named_is_no_secret_and_that_of_somebody_who_is_not_is_one() -> None:
    nan = item("nan", section="people", item_type="person", ref=NAN, name="Nan Whitlock")
    kept = item("kept", by=TOM, for_whom=ONLY_ME, words="Nan Whitlock!")
    assert hidden(of(nan, kept, item("shown", by=NAN, words="Hello")), None) == ()
    told = hidden(of(nan, kept), None)
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
    assert (WORDS in hidden(document, reader)) is not seen
    assert ("What stands below" in hidden(document, reader)) is not seen
    assert (WORDS in may_see(document, reader).texts) is seen
    assert slipped(document, reader) == ([] if seen else ["said", "below"])
    assert slipped(document, reader, "below") == ([] if seen else ["below"])


NOBODYS_ALONE = """
aunt auntie uncle nan nana nanna gran granny grandma grandpa grandad granddad mum mummy mom dad daddy mother father miss
mrs doctor nurse teacher sister brother cousin friend neighbour the and from next door school social worker little big
old our his her
"""


@pytest.mark.parametrize("word", [*NOBODYS_ALONE.split(), "jo"])
def test_a_word_that_many_are_called_by_is_looked_for_only_with_the_rest_of_the_name(word: str) -> None:
    somebody = item("somebody", section="people", item_type="person", ref=NAN, name=f"{word.title()} Whitlock")
    told = hidden(of(somebody), None)
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
    assert hidden(of(item("kept", by=TOM, for_whom=ONLY_ME, words=words)), None) == told


def test_of_whom_is_named_the_name_may_be_seen_and_of_nobody_else() -> None:
    people = [
        item(id, section="people", item_type="person", ref=id, name=name)
        for id, name in ((NAN, "Nan Bell"), (SAM, "Sam"), (TOM, "Tom"))
    ]
    said = item("said", by=NAN, words="Hello", whom=SAM)
    kept = item("kept", by=TOM, for_whom=ONLY_ME, words=WORDS)
    document = of(*people, said, kept)
    assert may_see(document, None).names == ("Nan Bell", "Sam")
    odd = item("odd", by=TOM, for_whom=ONLY_ME, ref=NAN, name="Ann")
    assert may_see(of(*people, said, odd), None).names == ("Nan Bell", "Sam"), "what is no person names nobody"
    assert may_see(document, TOM).names == ("Nan Bell", "Sam", "Tom"), "it is the reader's own"
    assert hidden(document, None) == (WORDS, "Tom")
    assert slipped(document, None, *document.items) == ["kept"], "who is named at all is told by what they said"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Darren", ("Darren",)),
        ("Ann Bell", ("Ann Bell", "ann", "bell")),
        ("Jo Bell", ("Jo Bell", "bell")),
        ("Auntie Bo", ("Auntie Bo",)),
    ],
)
def test_a_name_is_looked_for_whole_and_in_each_word_that_tells_who_it_is(name: str, told: tuple[str, ...]) -> None:
    assert hidden(of(item("somebody", section="people", item_type="person", ref=NAN, name=name)), None) == told


@pytest.mark.parametrize("section", ["setup", "of-a-newer-version"])
def test_what_stands_in_a_section_of_no_copies_or_of_a_newer_version_is_in_nobodys(section: str) -> None:
    document = of(item("said", section=section, by=TOM, words=WORDS))
    for reader in (None, TOM, WORKER, "office"):
        assert WORDS in hidden(document, reader)
        assert slipped(document, reader) == ["said"]


def test_what_hangs_below_something_else_is_seen_where_all_above_it_is() -> None:
    above = item("above", section="setup")
    below = item("below", parent="above", by=NAN, words=WORDS)
    assert WORDS in hidden(of(above, below), None)
    assert WORDS in may_see(of(above._replace(section="story"), below), None).texts


def test_what_stands_on_the_front_of_a_plan_is_for_everybody() -> None:
    document = of(item("front", section=HEADER, item_type="front", title=WORDS))
    assert may_see(document, None).texts == (WORDS,)
    assert slipped(document, None) == []


@pytest.mark.parametrize(
    ("for_whom", "none", "seen"),
    [
        (EVERYONE, "", True),
        (EVERYONE, "rather-not", False),
        (ONLY_ME, "", False),
        (IN_NO_COPY, "", False),
        (ForWhom("people", (SAM,)), "", False),
        (ForWhom("people", (SAM,)), "rather-not", False),
    ],
)
def test_an_answer_is_seen_where_its_owner_shows_it_and_kept_it_is_in_nobodys_copy(
    for_whom: ForWhom, none: str, seen: bool
) -> None:
    kept = item("kept", by=TOM, item_type="answer", for_whom=for_whom, words=WORDS, none=none)
    for reader in (None, TOM, SAM, WORKER, "office"):
        assert (slipped(of(kept), reader) == []) is seen
        assert (slipped(of(kept, item("below", parent="kept", by=TOM)), reader) == []) is seen
    # Anything else that one shows another is in the copies of both.
    assert slipped(of(kept._replace(item_type="saying")), SAM) == (
        [] if for_whom.reach in ("everyone", "people") else ["kept"]
    )


def test_items_that_hang_below_one_another_in_a_ring_are_asked_once_each() -> None:
    ring = {"a": item("a", section="open", parent="b"), "b": item("b", section="open", parent="a")}
    assert slipped(Document("plan", HELD, MappingProxyType(ring)), None) == []
    ring["b"] = ring["b"]._replace(for_whom=ONLY_ME)
    assert slipped(Document("plan", HELD, MappingProxyType(ring)), None) == ["a", "b"]


def held(*more: Item, whose: str = TOM, kind: Kind = HELD, first: tuple[Item, ...] = ()) -> Document:
    front = item("front", section=HEADER, item_type="front", title="Mine", whose=whose)
    said = [item(slug, section=slug, by=TOM, words=f"Words on {slug}") for slug in ("open", "shut", "office")]
    return of(*first, front, *said, *more, kind=kind)


@pytest.mark.parametrize("with_private", [True, False])
@pytest.mark.parametrize("reader", [None, TOM, NAN, WORKER, "office"])
def test_what_is_private_is_in_its_holders_copy_alone_and_on_those_papers_that_are_for_it(
    reader: str | None, with_private: bool
) -> None:
    seen = reader == TOM and with_private
    document = held()
    assert slipped(document, reader, with_private=with_private) == [*([] if seen else ["shut"]), "office"]
    assert ("Words on shut" in allowed(document, reader, with_private=with_private).texts) is seen
    assert ("Words on shut" in withheld(document, reader, with_private=with_private)) is not seen
    assert "Words on open" in allowed(document, reader, with_private=with_private).texts


def test_in_a_plan_that_nobody_holds_yet_what_is_private_is_nobodys_and_where_nobody_can_it_is_everybodys() -> None:
    nobodys = of(item("shut", section="shut", by=TOM, words=WORDS), kind=HELD)
    for document in (nobodys, held(whose="")):
        for reader in (None, TOM):
            assert "shut" in slipped(document, reader)
    assert slipped(held(kind=replace(HELD, owned=False)), None) == ["office"]
    # Whose it is says the front alone: no other item, and no second front.
    for other in (
        item("other", section="open", item_type="front", whose=NAN),
        item("other", section=HEADER, item_type="front", parent="front", whose=NAN),
        item("other", section=HEADER, item_type="front", whose=NAN),
    ):
        assert "shut" in slipped(held(other), NAN)
        assert "shut" not in slipped(held(other), TOM)
    for before in (item("before", section="people", ref=NAN, name="Nan"), item("before", section="open", whose=NAN)):
        assert "shut" in slipped(held(first=(before,)), NAN)
        assert "shut" not in slipped(held(first=(before,)), TOM)


@pytest.mark.parametrize(
    ("section", "says", "shut"),
    [
        ("shut", (False,), []),
        ("shut", (True,), ["shut"]),
        ("shut", (False, False), []),
        ("shut", (False, True), ["shut"]),
        ("open", (True,), ["open", "shut"]),
        ("open", (False,), ["shut"]),
        ("open", (True, False), ["open", "shut"]),
    ],
)
def test_what_is_private_is_as_it_was_switched_and_private_as_long_as_one_switch_says_so(
    section: str, says: tuple[bool, ...], shut: list[str]
) -> None:
    switches = [
        item(f"switch-{n}", section=section, item_type="privacy", by=TOM, private=private)
        for n, private in enumerate(says)
    ]
    assert slipped(held(*switches), None, "open", "shut") == shut
    unsaid = [one._replace(fields={}) for one in switches]
    assert section in slipped(held(*unsaid), None), "a switch that says nothing is one that shuts"
    below = [one._replace(parent=section) for one in switches]
    saying = [one._replace(item_type="saying") for one in switches]
    for none in (below, saying):
        assert slipped(held(*none), None, "open", "shut") == ["shut"]
