"""A person is read from whatever an item holds: what is missing or odd reads as something harmless."""

import pytest

from app.document.people import Person, read_person
from tests.document.making import item


def read(**fields: object) -> Person:
    return read_person(item("i1", section="people", item_type="person", **fields))  # type: ignore[arg-type]


def test_of_nothing_somebody_harmless_is_read() -> None:
    assert read() == Person("i1", "", "family", 0, "circle")
    nobody = read()
    assert (nobody.face, nobody.age, nobody.age_day, nobody.left, nobody.left_day, nobody.aside) == (
        *("", None, "", "", ""),
        False,
    )


@pytest.mark.parametrize(
    ("field", "value", "slot", "read_as"),
    [
        ("ref", "nan", "id", "nan"),
        ("name", "Nan", "name", "Nan"),
        ("role", "carer", "role", "carer"),
        ("role", "a-newer-version's", "role", "family"),
        ("role", 3, "role", "family"),
        ("colour", 4, "colour", 4),
        ("colour", 5, "colour", 0),
        ("colour", 13, "colour", 3),
        ("colour", "red", "colour", 0),
        ("shape", "hexagon", "shape", "hexagon"),
        ("shape", "star", "shape", "circle"),
        ("shape", 1, "shape", "circle"),
        ("face", "fox", "face", "fox"),
        ("age", 0, "age", 0),
        ("age", 120, "age", 120),
        ("age", 121, "age", None),
        ("age", -1, "age", None),
        ("age", True, "age", None),
        ("age", "nine", "age", None),
        ("age-day", "2026-05-04", "age_day", ""),
        ("left", "moved", "left", "moved"),
        ("left", "a-newer-version's", "left", ""),
        ("left", 1, "left", ""),
        ("left-day", "2026-05-04", "left_day", "2026-05-04"),
        ("left-day", "soon", "left_day", ""),
        ("aside", True, "aside", True),
        ("aside", "yes", "aside", False),
    ],
)
def test_each_field_is_read_for_itself(field: str, value: object, slot: str, read_as: object) -> None:
    assert getattr(read(**{field: value}), slot) == read_as


def test_the_day_of_an_age_is_read_with_the_age() -> None:
    assert read(age=9, **{"age-day": "2026-05-04"}).age_day == "2026-05-04"
    assert read(age=900, **{"age-day": "2026-05-04"}).age_day == ""
    assert read(age=9, **{"age-day": "soon"}).age_day == ""
