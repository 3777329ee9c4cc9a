"""What somebody types or pastes, cleaned or not accepted; and places between neighbours, which never run out."""

from collections.abc import Callable

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import PERSON, Item, NotAccepted, Value, position_between
from app.document.header import begin
from app.document.saying import SAYING, say, sayings
from app.document.schema import Blob, Choice, Day, FieldType, Ink, Number, Someone, Text, Tick, spread, to_position
from app.language.clean_text import cleaned, visible
from app.language.graphemes import graphemes
from tests.document.making import edit, item, plan, then

NAME = Text(longest=60, lines=False, needed=True)
FAMILY_EMOJI = "👩‍👩‍👧‍👦"
HEBREW, ARABIC = "סבתא רחל", "جدّتي"


def reason(field: FieldType, value: Value) -> str:
    with pytest.raises(NotAccepted) as told:
        field.check("name", value)
    assert told.value.field == "name"
    assert (told.value.over > 0) is (told.value.reason == "too-long"), "only of what is too long letters have to go"
    return told.value.reason


@pytest.mark.parametrize("name", ["Nan", "Ó Súilleabháin", FAMILY_EMOJI, "🦊", HEBREW, ARABIC, "李明", "D'Arcy-Jones"])
def test_a_name_in_any_script_or_emoji_stays_letter_for_letter(name: str) -> None:
    assert NAME.check("name", name) == name


@pytest.mark.parametrize(
    "name", ["", "   ", "\n", "\t", "\x00", "\u200b", "\u2060\u200d", "\u202e", "\u3000", "\ud800"]
)
def test_a_name_of_which_nothing_can_be_seen_is_empty(name: str) -> None:
    assert reason(NAME, name) == "empty"


def test_a_name_of_ten_thousand_letters_is_too_long_and_never_cut() -> None:
    assert reason(NAME, "x" * 10_000) == "too-long"
    assert SAYING.check({"words": "x" * 10_000}) == {"words": "x" * 10_000}
    assert reason(Text(), "x" * 10_001) == "too-long"


@given(st.text(st.sampled_from("ab \n\t\u0301👩\u200d👧🇬🇧\u2067\u2069\U0001f3fd"), max_size=30), st.integers(1, 12))
def test_what_is_too_long_is_so_by_as_many_letters_as_have_to_go_from_its_end(text: str, longest: int) -> None:
    letters = list(graphemes(cleaned(text, longest=longest)))
    over = 0
    try:
        Text(longest=longest).check("words", text)
    except NotAccepted as fault:
        over = fault.over
    stay = len(letters) - over
    assert len("".join(letters[:stay])) <= longest or not visible(text)
    assert not over or len("".join(letters[: stay + 1])) > longest


def test_how_long_words_without_end_are_is_told_soon() -> None:
    with pytest.raises(NotAccepted) as told:
        Text().check("words", "a" * 10_000_000)
    assert told.value.over == 10_000_000 - 10_000


@pytest.mark.parametrize("between", ["\t", "\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_words_that_stood_apart_are_never_joined(between: str) -> None:
    assert NAME.check("name", f"Auntie{between}May") == "Auntie May"
    assert "AuntieMay" not in str(Text().check("words", f"Auntie{between}May"))


def test_every_sort_of_line_end_is_one_line_end_where_lines_are_allowed() -> None:
    assert Text().check("words", "a\r\nb\rc\u2028d\ne") == "a\nb\nc\nd\ne"
    assert Text().check("words", "a\n\nb") == "a\n\nb"


def test_control_characters_and_halves_of_letters_go_and_the_rest_stays() -> None:
    assert Text().check("words", "a\x00b\x1bc\x7fd\ud83de\udc00f") == "abcdef"


@given(st.text(st.characters(), max_size=60))
def test_whatever_is_accepted_can_be_packed_and_is_accepted_again_as_it_is(text: str) -> None:
    for field in (Text(), Text(lines=False), Text(needed=True), Someone(), Blob()):
        try:
            clean = field.check("words", text)
        except NotAccepted:
            continue
        assert msgpack.unpackb(msgpack.packb(clean)) == clean
        assert field.check("words", clean) == clean


@pytest.mark.parametrize(
    ("field", "good", "bad", "why"),
    [
        (Text(), "a", 7, "not-words"),
        (Text(longest=3), "abc", "abcd", "too-long"),
        (Text(longest=1, needed=True), "a", "", "empty"),
        (Choice(("own", "written")), "own", "other", "not-a-choice"),
        (Choice(("own", "written")), "written", None, "not-a-choice"),
        (Number(0, 25), 25, 26, "out-of-range"),
        (Number(0, 25), 0, -1, "out-of-range"),
        (Number(3, 3), 3, 2, "out-of-range"),
        (Number(3, 3), 3, 4, "out-of-range"),
        (Number(0, 25), 7, True, "out-of-range"),
        (Number(0, 25), 7, 7.0, "out-of-range"),
        (Number(0, 25), 7, "7", "out-of-range"),
        (Tick(), True, 1, "not-a-tick"),
        (Day(), "2026-05-04", "2026-02-30", "not-a-date"),
        (Day(), "2026-05-04", None, "not-a-date"),
        (Someone(), "worker", "", "not-a-person"),
        (Someone(), "x", 7, "not-a-person"),
        (Someone(), "x" * 64, "x" * 65, "not-a-person"),
        (Someone(), "worker", "\ud800", "not-a-person"),
        (Ink(), b"i", b"", "not-ink"),
        (Ink(), b"ink", "ink", "not-ink"),
        (Ink(), bytes(1 << 20), bytes((1 << 20) + 1), "not-ink"),
        (Ink(largest=3), b"ink", b"more", "not-ink"),
        (Blob(), "0" * 64, "0" * 63, "not-a-blob"),
        (Blob(), "9f" * 32, "9F" * 32, "not-a-blob"),
        (Blob(), "9f" * 32, "9f" * 31 + "\n ", "not-a-blob"),
    ],
)
def test_each_field_takes_what_it_is_for_and_names_what_it_does_not_take(
    field: FieldType, good: Value, bad: Value, why: str
) -> None:
    assert field.check("name", good) == good
    assert reason(field, bad) == why


def test_a_field_that_a_sort_does_not_have_is_not_accepted() -> None:
    with pytest.raises(NotAccepted) as told:
        PERSON.add({"name": "Nan", "shoes": 40}, section="people", by="worker")
    assert (told.value.field, told.value.reason) == ("shoes", "unknown-field")


def test_a_fault_names_the_field_and_the_reason_and_never_what_was_typed() -> None:
    with pytest.raises(NotAccepted) as told:
        begin(title="secret " * 100)
    assert str(told.value) == "title: too-long"


@pytest.mark.parametrize("words", ["", "  ", "\x00", "\u200b", "\n\t"])
def test_nothing_to_see_is_not_a_saying_and_takes_one_away_that_was_there(words: str) -> None:
    assert say(plan(), words, id="s", section="story", by="nan") == ()
    said = then(plan(), *(edit(c) for c in say(plan(), "hello", id="s", section="story", by="nan")))
    assert [s.words for s in sayings(said, None)] == ["hello"]
    emptied = then(said, *(edit(c) for c in say(said, words, id="s", section="story", by="nan")))
    assert not sayings(emptied, None)


# Places.


def placed(position: str, id: str = "i") -> Item:
    return item(id, position=position)


_places = st.sampled_from(
    ["a0", "a1", "a1V", "Zz", "zz", "b00", "a0", "", "0", "a", "A" + "0" * 26, "a10", "über", "💥"]
)


@given(st.none() | _places | st.text(max_size=6), st.none() | _places | st.text(max_size=6))
def test_a_place_is_found_between_any_two_siblings_whatever_their_places_are(low: str | None, high: str | None) -> None:
    found = position_between(placed(low) if low is not None else None, placed(high) if high is not None else None)
    assert found
    position_between(placed(found), None)


def test_where_two_tablets_chose_the_same_place_the_next_one_comes_behind_both() -> None:
    assert position_between(placed("a0"), placed("a0")) > "a0"
    assert position_between(placed("a1"), placed("a0")) > "a1"


@pytest.mark.parametrize("near", ["before the last", "behind the first", "always first", "always last", "in turns"])
def test_five_hundred_things_put_at_one_spot_stand_in_their_order_at_short_places(near: str) -> None:
    row = [placed("a0"), placed("a1")]
    where: Callable[[int], int] = {
        "before the last": lambda n: len(row) - 1,
        "behind the first": lambda n: 1,
        "always first": lambda n: 0,
        "always last": lambda n: len(row),
        "in turns": lambda n: (len(row) // 2) + n % 2,
    }[near]
    for n in range(500):
        at = where(n)
        row.insert(at, placed(position_between(row[at - 1] if at else None, row[at] if at < len(row) else None)))
    places = [i.position for i in row]
    assert places == sorted(set(places))
    assert max(map(len, places)) < 120


@given(st.lists(st.sampled_from(["a0", "a1", "a2", "a1V"]), max_size=7).map(sorted), st.integers(0, 7))
def test_room_is_made_among_siblings_of_which_some_chose_the_same_place(places: list[str], at: int) -> None:
    row = [placed(p, f"i{n}") for n, p in enumerate(places)]
    at = min(at, len(row))
    position, others = spread(row, at)
    room = dict(others)
    now = [(room.get(i.id, i.position), i.id) for i in row]
    now.append((position, "new"))
    wanted = [i.id for i in row]
    wanted.insert(at, "new")
    # Ties that the new one does not stand in are left as they are: their ids put them in order.
    assert [id for _place, id in sorted(now)] == wanted
    if len(set(places)) == len(places):
        assert not room


@given(st.lists(st.sampled_from(["Zz", "a0", "a1", "a1V", "b00"]), min_size=1, max_size=6), st.data())
def test_a_thing_stands_where_it_is_put_and_is_left_alone_where_it_stands_already(
    places: list[str], data: st.DataObject
) -> None:
    row = [placed(p, f"i{n}") for n, p in enumerate(sorted(places))]
    moved = data.draw(st.sampled_from(row))
    to = data.draw(st.integers(-1, len(row) + 1))
    wanted = [i for i in row if i is not moved]
    wanted.insert(max(to, 0), moved)
    changes = to_position(moved, row, to)
    now = {c.item: c.position for c in changes}
    assert sorted(row, key=lambda i: (now.get(i.id, i.position), i.id)) == wanted
    if len(set(places)) == len(places):
        assert len(changes) == (wanted != row), "nobody else has to make room, and what stands there stays"
