"""An answer is read from whatever an item holds, each field for itself; and it takes what was asked, and no more."""

from datetime import date

import pytest

from app.document import CHILD, EVERYONE, ONLY_ME, WORKER, Document, Item, NotAccepted, Set, Value
from app.document.answer import ANSWER, Answer, Ends, answer, answer_of, ends_of, read_answer
from tests.document.making import NAN, TOM, edit, item, of, then


def holds(**fields: Value) -> Item:
    return item("a", parent="asked", item_type=ANSWER.slug, by=TOM, for_whom=ONLY_ME)._replace(fields=fields)


def test_of_nothing_nothing_said_is_read() -> None:
    assert read_answer(holds()) == Answer("a", TOM, "asked")
    assert read_answer(holds()._replace(parent=None)) == Answer("a", TOM, "")
    assert not read_answer(holds()._replace(for_whom=EVERYONE)).shown


@pytest.mark.parametrize(
    ("field", "value", "slot", "read_as"),
    [
        ("round", "r1", "round", "r1"),
        ("number", 0, "number", 0),
        ("number", 10, "number", 10),
        ("number", 11, "number", None),
        ("number", -1, "number", None),
        ("number", True, "number", None),
        ("number", "3", "number", None),
        ("stand", "agree", "stand", "agree"),
        ("stand", "not", "stand", "not"),
        ("stand", "unsure", "stand", "unsure"),
        ("stand", "a-newer-version's", "stand", ""),
        ("stand", 3, "stand", ""),
        ("none", "rather-not", "none", "rather-not"),
        ("none", "a-newer-version's", "none", "a-newer-version's"),
        ("none", None, "none", ""),
        ("words", "It was one night", "words", "It was one night"),
        ("higher", "A lock", "higher", "A lock"),
        ("scribe", WORKER, "scribe", WORKER),
        ("scribe", None, "scribe", ""),
        ("of", "9f86d081884c7d65", "of", "9f86d081884c7d65"),
        ("day", "2026-05-04", "day", date(2026, 5, 4)),
        ("day", "soon", "day", None),
    ],
)
def test_each_field_is_read_for_itself(field: str, value: Value, slot: str, read_as: object) -> None:
    assert read_answer(holds(**{field: value})) == Answer("a", TOM, "asked")._replace(**{slot: read_as})


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"number": 0}, True),
        ({"stand": "not"}, True),
        ({"words": "So"}, True),
        ({"higher": "A lock"}, True),
        ({"words": "\u200b", "higher": " ", "scribe": WORKER, "of": "9f86", "round": "r1", "day": "2026-05-04"}, False),
        ({"number": 11}, False),
        ({"number": 3, "stand": "not", "words": "So", "higher": "A lock", "none": "not-today"}, False),
    ],
    ids=str,
)
def test_what_everyone_may_see_is_shown_where_it_says_something(said: dict[str, Value], shown: bool) -> None:
    assert read_answer(holds(**said)._replace(for_whom=EVERYONE)).shown is shown
    assert not read_answer(holds(**said)).shown


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({}, Ends(0, 10)),
        ({"lowest": 1, "highest": 5}, Ends(1, 5)),
        ({"lowest": 1, "highest": 5, "faces": True}, Ends(1, 5, True)),
        ({"lowest": 1, "highest": 5, "faces": "yes"}, Ends(1, 5)),
        ({"lowest": 0, "highest": 10, "faces": True}, Ends(0, 10, True)),
        ({"lowest": 9, "highest": 10}, Ends(9, 10)),
        ({"lowest": 5, "highest": 5, "faces": True}, Ends(0, 10)),
        ({"lowest": 6, "highest": 5}, Ends(0, 10)),
        ({"lowest": -1, "highest": 5}, Ends(0, 10)),
        ({"lowest": 0, "highest": 11}, Ends(0, 10)),
        ({"lowest": 1}, Ends(0, 10)),
        ({"highest": 5}, Ends(0, 10)),
        ({"lowest": "1", "highest": 5}, Ends(0, 10)),
        ({"lowest": 1, "highest": "5"}, Ends(0, 10)),
    ],
    ids=str,
)
def test_the_ends_of_a_line_are_those_of_what_is_asked_about_or_the_nearest_above_where_they_are_some(
    fields: dict[str, Value], ends: Ends
) -> None:
    asked = item("asked")._replace(fields=fields)
    assert ends_of(of(asked, item("below", parent="asked")), "below") == ends
    assert ends_of(of(item("above", lowest=2, highest=4), asked._replace(parent="above")), "asked") == (
        ends if ends != Ends() else Ends(2, 4)
    )
    assert ends_of(of(asked), "nowhere") == Ends()


@pytest.mark.parametrize("none", ["rather-not", "not-today"])
def test_who_would_rather_not_say_takes_all_that_they_said_back(none: str) -> None:
    document, said = asked_of(0, 10), {"number": 3, "stand": "not", "words": "So", "higher": "A lock"}
    document = then(document, *(edit(c, by=NAN) for c in answer(document, "a", about="asked", by=NAN, **said)))
    assert not read_answer(document.items["a"]).none
    changes = answer(document, "a", about="asked", by=NAN, none=none)
    taken = then(document, *(edit(c, by=NAN) for c in changes))
    assert read_answer(taken.items["a"]) == Answer("a", NAN, "asked", none=none)


def asked_of(lowest: int, highest: int) -> Document:
    return of(item("asked", lowest=lowest, highest=highest), item("below", parent="asked"))


@pytest.mark.parametrize("about", ["asked", "below"])
@pytest.mark.parametrize(("lowest", "highest"), [(0, 10), (1, 5), (3, 4)])
def test_a_number_lies_between_the_ends_of_what_is_asked_about_at_first_and_when_it_is_changed(
    about: str, lowest: int, highest: int
) -> None:
    document = asked_of(lowest, highest)
    for number in (lowest, highest):
        given = then(document, *(edit(c, by=NAN) for c in answer(document, "a", about=about, by=NAN, number=number)))
        found = answer_of(given, "a")
        assert found is not None
        assert found.number == number
        for beyond in (lowest - 1, highest + 1):
            for there in (document, given):
                with pytest.raises(NotAccepted) as told:
                    answer(there, "a", about=about, by=NAN, number=beyond)
                assert (told.value.field, told.value.reason) == ("number", "out-of-range")


@pytest.mark.parametrize(
    ("field", "value"),
    [("number", 3), ("stand", "not"), ("words", "So"), ("higher", "A lock"), ("scribe", WORKER), ("none", "not-today")],
)
@pytest.mark.parametrize("nothing", [None, ""], ids=repr)
def test_each_field_is_emptied_by_itself_and_what_is_empty_is_not_emptied_again(
    field: str, value: Value, nothing: Value
) -> None:
    rest: dict[str, Value] = {"words": "So"} if field not in ("words", "none") else {"scribe": CHILD}
    document = asked_of(0, 10)
    said = {field: value, **rest}
    document = then(document, *(edit(c, by=NAN) for c in answer(document, "a", about="asked", by=NAN, **said)))
    changes = answer(document, "a", about="asked", by=NAN, **{field: nothing})
    assert [(c.item, c.field) for c in changes if isinstance(c, Set)] == [("a", field)]
    emptied = then(document, *(edit(c, by=NAN) for c in changes))
    assert read_answer(emptied.items["a"]) == read_answer(
        document.items["a"]._replace(fields={k: v for k, v in document.items["a"].fields.items() if k != field})
    )
    assert answer(emptied, "a", about="asked", by=NAN, **{field: nothing}) == ()
