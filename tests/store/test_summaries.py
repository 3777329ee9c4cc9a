"""Cards: what a list shows of a plan without opening it, and nothing that not everyone may see."""

from contextlib import suppress

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import AUDIENCE, ONLY_ME, Document, Set
from app.document.header import change_header
from app.store.summaries import MOST_PROMISES, VERSION, Summary, SummaryPromise, pack_summary, read_summary, summary_of
from tests.blocks.plan_making import DAD, JO, NAN, TOM, after, says
from tests.plans.test_safety_plan import DAY, empty, row


def again(document: Document) -> Summary:
    """Return a document's card as it is read back from its bytes."""
    return read_summary(document.id, pack_summary(summary_of(document)))


def test_a_card_knows_the_open_promises_and_steps_with_their_names_and_days_and_the_line_where_they_stand() -> None:
    document = row(empty(), "promises", "ring", who=NAN.id, what="Ring on Sundays 🎈")
    document = row(document, "promises", "bed", who=JO.id, what="Bring a bed", until="2026-05-08", whom=NAN.id)
    document = row(document, "steps", "door", who=DAD.id, what="Mend the door", until="2026-05-06")
    assert again(document).promises == (
        SummaryPromise("promises", JO.id, "Jo", "Bring a bed", "2026-05-08", "bed"),
        SummaryPromise("steps", DAD.id, "Dadster", "Mend the door", "2026-05-06", "door"),
        SummaryPromise("promises", NAN.id, "Nan", "Ring on Sundays 🎈", "", "ring"),
    )
    assert len(again(after(document, [Set("bed", "kept", True)], by=NAN.id)).promises) == 2


def test_a_card_of_a_plan_without_promises_is_as_small_as_ever() -> None:
    assert dict(summary_of(empty()).extra) == {}


def test_nothing_that_somebody_keeps_is_on_the_card_whatever_section_it_is_in() -> None:
    document = row(empty(), "promises", "secret", who=DAD.id, what="Ring the refuge")
    document = after(document, [Set("secret", AUDIENCE, ONLY_ME)])
    document = row(document, "copies", who=DAD.id, may="must-not", why="A court said so")
    document = says(document, "I hide in the wardrobe", by=TOM.id, day=DAY, section="child", whom=ONLY_ME)
    assert summary_of(document).promises == ()
    assert not [w for w in ("refuge", "court", "wardrobe", "Dadster") if w in str(summary_of(document))]


def test_a_card_holds_all_promises_that_people_can_follow_and_no_more() -> None:
    document = empty()
    for n in range(MOST_PROMISES + 3):
        document = row(document, "promises", who=JO.id, what=f"Promise {n}")
    assert len(again(document).promises) == MOST_PROMISES


def test_words_of_any_script_take_no_more_room_on_a_card_than_their_own_letters() -> None:
    """A card is written with every stroke."""
    room = []
    for words in ("Ring on Sundays", "اتوار کو فون کریں", "周日打电话", "Ring 🎈🎈🎈🎈🎈"):
        card = pack_summary(summary_of(row(empty(), "promises", "ring", who=NAN.id, what=words)))
        room.append(len(card) - len(words.encode()))
    assert len(set(room)) == 1


@given(st.text() | st.sampled_from(['[["promises"]]', '[["a","b","c","d","no day"]]', "[1]", '{"a": 1}', "null", "7"]))
def test_promises_that_cannot_be_read_are_none_and_nothing_else_is_lost(kept: str) -> None:
    card = Summary("plan", title="Our plan", extra={"promises": kept, "next": "2026-05-08"})
    assert card.promises == ()
    assert (card.title, card.next) == ("Our plan", "2026-05-08")


@pytest.mark.parametrize(
    "told",
    [
        *(None, True, 7, 1.5, "five", b"fives", {}, {"kind": "safety-plan"}, dict.fromkeys("abcde")),
        *([], ["safety-plan"], ["safety-plan", "Our plan", "otters", 7]),
    ],
)
def test_bytes_that_are_no_card_are_refused_as_such(told: object) -> None:
    with pytest.raises(ValueError, match=r"not a card"):
        read_summary("plan", msgpack.packb(told))


@given(st.binary(max_size=40))
def test_whatever_bytes_stand_where_a_card_should_are_one_or_are_refused(body: bytes) -> None:
    with suppress(ValueError):
        assert read_summary("plan", body).document == "plan"


def test_a_card_says_when_a_plan_is_taken_up_again_binned_or_closed() -> None:
    days = {"next": "2026-05-08", "binned": "2026-06-01", "closed": "2026-07-01"}
    for name, day in days.items():
        document = empty()
        card = again(after(document, change_header(document, **{name: day})))
        told = {"next": card.next, "binned": card.binned, "closed": card.closed}
        assert told == {other: day if other == name else "" for other in days}


def test_what_a_newer_version_says_more_of_a_promise_is_left_alone() -> None:
    told = '[["promises", "nan", "Nan", "Ring", "2026-05-08", "ring", "more"]]'
    card = read_summary("plan", pack_summary(Summary("plan", extra={"promises": told})))
    assert card.promises == (SummaryPromise("promises", "nan", "Nan", "Ring", "2026-05-08", "ring"),)


def test_a_card_of_an_earlier_version_says_so_and_opens() -> None:
    old = msgpack.packb(
        ["safety-plan", "Our plan", "otters", 7, {"promises": '[["promises","worker","Jo","Ring",""]]'}]
    )
    card = read_summary("plan", old)
    assert (card.version, card.title) == (1, "Our plan")
    assert card.promises == (SummaryPromise("promises", "worker", "Jo", "Ring", ""),)
    assert again(empty()).version == VERSION
