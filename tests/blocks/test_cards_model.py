"""The cards as values: all are there from the start, in an order that is kept, with numbers that stay in their ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.cards.changes import fill, matters
from app.blocks.cards.model import (
    MOST_CARDS,
    MOST_GOALS,
    aim,
    all_alike,
    cards,
    goals,
    is_towards,
    moved,
    nobody_said,
    own_card,
    put,
    take_out,
)
from app.blocks.review.model import begin_review
from app.document import Add, Document, NotAccepted, Remove, Set, seen_by, switch
from plans.good_lives_pages import CARDS, FULL, GOALS, ORDER
from tests.blocks.young_making import ASH, blank, made, section, whole
from tests.document.making import edit, item, of, then

SLUGS = [c.slug for c in CARDS]
A = ASH.id


def keys(document: Document) -> list[str]:
    return [c.key for c in cards(document, ORDER)]


FIRST, SECOND, THIRD = date(2026, 3, 2), date(2026, 5, 4), date(2026, 6, 4)


def filled(document: Document, slug: str, number: int | None, day: date = FIRST) -> Document:
    return made(document, fill(document, FULL, section("full"), slug, number, by=A, day=day))


def test_all_eleven_are_there_before_anybody_has_said_anything_and_no_item_is() -> None:
    assert keys(blank()) == SLUGS
    assert nobody_said(cards(blank(), ORDER))
    assert not blank().children(None, section="matters")


@given(st.lists(st.tuples(st.sampled_from(SLUGS), st.integers(-3, 15)), max_size=12))
def test_however_they_are_moved_each_card_is_there_once_and_where_it_was_put(
    moves: list[tuple[str, int]],
) -> None:
    document, wanted = blank(), list(SLUGS)
    for slug, to in moves:
        document = made(document, put(document, ORDER, slug, to, by=A))
        wanted.remove(slug)
        wanted.insert(max(0, min(to, len(SLUGS) - 1)), slug)
        assert keys(document) == wanted


@given(st.lists(st.tuples(st.sampled_from(SLUGS), st.none() | st.integers(0, 10)), max_size=12))
def test_saying_how_much_a_card_matters_moves_none(said: list[tuple[str, int | None]]) -> None:
    document, last = blank(), {}
    for slug, number in said:
        document = made(document, matters(document, ORDER, slug, number, by=A, day=FIRST))
        last[slug] = number
    assert keys(document) == SLUGS
    assert {c.slug: c.importance for c in cards(document, ORDER) if c.slug in last} == last


@pytest.mark.parametrize("number", [-1, 11, 3.5, True, "7"])
def test_a_number_beyond_the_ends_is_none(number: object) -> None:
    with pytest.raises(NotAccepted):
        matters(blank(), ORDER, "calm", number, by=A, day=FIRST)  # type: ignore[arg-type]
    with pytest.raises(NotAccepted):
        fill(blank(), FULL, section("full"), "calm", number, by=A, day=FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize("title", ["", "   ", "\n", "\u200b"])
def test_an_own_card_without_a_name_is_none(title: str) -> None:
    with pytest.raises(NotAccepted):
        own_card(blank(), ORDER, title, by=A)


def test_thirty_own_cards_are_all_there_and_no_more_than_there_is_room_for() -> None:
    document = blank()
    for n in range(MOST_CARDS - len(SLUGS)):
        document = made(document, own_card(document, ORDER, f"Card {n}", by=A))
    assert len(cards(document, ORDER)) == MOST_CARDS
    assert [c.title for c in cards(document, ORDER)][len(SLUGS) :] == [f"Card {n}" for n in range(29)]
    with pytest.raises(NotAccepted):
        own_card(document, ORDER, "One more", by=A)


def test_an_own_card_can_be_taken_out_and_a_named_one_stays() -> None:
    document = made(blank(), own_card(blank(), ORDER, "My own room", by=A, id="room"))
    own = next(c for c in cards(document, ORDER) if c.key == "room")
    assert not take_out(next(c for c in cards(document, ORDER) if c.slug == "calm"))
    assert keys(made(document, take_out(own))) == SLUGS


def test_where_all_are_as_important_that_is_known_and_their_order_stays() -> None:
    document = blank()
    for slug in SLUGS:
        document = made(document, matters(document, ORDER, slug, 7, by=A, day=FIRST))
    assert all_alike(cards(document, ORDER))
    assert keys(document) == SLUGS
    assert not all_alike(cards(blank(), ORDER))


def test_who_may_not_see_that_they_looked_again_is_told_how_full_it_is_now_all_the_same() -> None:
    document = filled(blank(), "calm", 2)
    document = made(document, begin_review(document, section("again"), by=A, day=date(2026, 5, 4)))
    document = filled(document, "calm", 6, SECOND)
    document = made(document, switch(document, "again", to_private=True), by=A)
    for seen in (document, seen_by(document, "p-mo"), seen_by(document, None)):
        (calm,) = (c for c in cards(seen, ORDER) if c.slug == "calm")
        assert (calm.now, calm.before) == (6, 2)
    review = document.children(None, section="again", item_type="review")[0]
    document = made(document, [Remove(review.id)], by=A)
    document = made(document, begin_review(document, section("again"), by=A, day=date(2026, 6, 4)))
    (calm,) = (c for c in cards(filled(document, "calm", 9, THIRD), ORDER) if c.slug == "calm")
    assert (calm.now, calm.before) == (9, 6)


def test_a_new_round_keeps_the_old_number_beside_the_new_one() -> None:
    document = filled(blank(), "calm", 2)
    (calm,) = (c for c in cards(document, ORDER) if c.slug == "calm")
    assert (calm.now, calm.before, moved(calm)) == (2, None, "")
    document = made(document, begin_review(document, section("again"), by=A, day=date(2026, 5, 4)))
    (calm,) = (c for c in cards(document, ORDER) if c.slug == "calm")
    assert (calm.now, calm.before, calm.latest) == (None, 2, 2)
    for number, said in (
        (5, "5 on Monday 4 May 2026, up from 2 on Monday 2 March 2026"),
        (1, "1 on Monday 4 May 2026, 2 on Monday 2 March 2026"),
        (2, "2 on Monday 4 May 2026, as on Monday 2 March 2026"),
    ):
        later = filled(document, "calm", number, SECOND)
        (calm,) = (c for c in cards(later, ORDER) if c.slug == "calm")
        assert (calm.now, calm.before, moved(calm)) == (number, 2, said)
    assert filled(filled(document, "calm", 4, SECOND), "calm", None, SECOND).children(
        "card-calm", item_type="full"
    ) == (document.children("card-calm", item_type="full"))


def test_there_are_three_goals_at_most_and_a_fourth_touch_does_nothing() -> None:
    document = blank()
    for slug in SLUGS[:MOST_GOALS]:
        document = made(document, aim(document, GOALS, section("better"), slug, by=A, goal=True))
    assert aim(document, GOALS, section("better"), SLUGS[5], by=A, goal=True) == ()
    assert [c.slug for c in goals(document, GOALS)] == SLUGS[:MOST_GOALS]
    document = made(document, aim(document, GOALS, section("better"), SLUGS[0], by=A, goal=False))
    assert aim(document, GOALS, section("better"), SLUGS[5], by=A, goal=True)


@pytest.mark.parametrize(
    ("words", "towards"),
    [
        ("I have a Saturday job", True),
        ("I sleep through the night", True),
        ("I do not lose it", False),
        ("Stop fighting", False),
        ("I won’t be late", False),
    ],
)
def test_a_goal_that_says_what_will_not_be_there_is_noticed(words: str, towards: bool) -> None:
    assert is_towards(words) is towards


def test_what_two_tablets_say_of_one_card_comes_together() -> None:
    start = blank()
    one = matters(start, ORDER, "healthy", 4, by=A, day=FIRST)
    other = fill(start, FULL, section("full"), "healthy", 6, by=A, day=FIRST)
    document = then(start, *(edit(c, by=A) for c in (*one, *other)))
    (healthy,) = (c for c in cards(document, ORDER) if c.slug == "healthy")
    assert (healthy.importance, healthy.now) == (4, 6)


odd = st.none() | st.integers(-(2**40), 2**40) | st.booleans() | st.text(max_size=9) | st.binary(max_size=4)


@given(st.lists(st.tuples(st.sampled_from(["card", "full"]), odd, odd, odd), max_size=6))
def test_whatever_a_newer_version_wrote_every_card_reads(kept: list[tuple[str, object, object, object]]) -> None:
    items = [
        item(
            f"i{n}", section="matters", item_type=item_type, parent="i0" if n else None, position=f"a{n}", by=A
        )._replace(
            fields={"card": a, "importance": b, "goal": c, "title": a, "round": b, "number": c}  # type: ignore[dict-item]
        )
        for n, (item_type, a, b, c) in enumerate(kept)
    ]
    document = of(*items, kind=blank().kind)
    found = cards(document, ORDER)
    assert {c.slug for c in found} >= set(SLUGS)
    assert all(c.title for c in found)
    assert all(n is None or 0 <= n <= 10 for c in found for n in (c.importance, *c.full))


def test_nothing_is_made_where_nothing_changes() -> None:
    document = whole()
    assert matters(document, ORDER, "calm", 10, by=A, day=FIRST) == ()
    assert put(document, ORDER, "calm", 0, by=A) == ()
    assert fill(document, FULL, section("full"), "calm", 2, by=A, day=FIRST) == ()
    assert matters(document, ORDER, "no such card", 1, by=A, day=FIRST) == ()


def test_a_card_of_which_nothing_was_said_gets_its_item_and_those_before_it_keep_their_place() -> None:
    changes = matters(blank(), ORDER, "learning", 3, by=A, day=FIRST)
    assert [type(c) for c in changes] == [Add, Add, Add]
    assert keys(made(blank(), changes)) == SLUGS
    again = matters(made(blank(), changes), ORDER, "learning", 4, by=A, day=FIRST)
    assert [type(c) for c in again] == [Set]
