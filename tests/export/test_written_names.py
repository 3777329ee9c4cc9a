"""Names that are written in a plan, of people who have no face there: rows and rings, what everyone may see alone."""

from dataclasses import replace

import pytest

from app.document import ONLY_ME, Person, name_person
from app.export.outline import written_names
from tests.blocks.ring_making import added, nobody
from tests.blocks.young_making import made, row, whole


def test_a_name_in_the_rings_and_that_of_who_comes_instead_are_written_names() -> None:
    document = added(added(nobody(), "Aunt Rosa"), "Uncle Ben", **{"backup-name": "Mrs Okafor"})
    assert written_names(document) == ("Aunt Rosa", "Uncle Ben", "Mrs Okafor")


@pytest.mark.parametrize("spelled", ["Aunt Rosa", "aunt rosa", " Aunt  Rosa "])
def test_whoever_is_among_the_people_already_is_none_of_them(spelled: str) -> None:
    document = added(nobody(), "Aunt Rosa")
    document = made(
        document, name_person(document, Person("p-rosa", spelled, "family", 0, "circle"), position="z"), by="worker"
    )
    assert written_names(document) == ()


def test_a_name_in_a_row_is_one_and_stands_once() -> None:
    before = written_names(whole())
    document = row(row(whole(), "side", who="Coach Lee"), "side", who="coach lee")
    assert written_names(document) == (*before, "Coach Lee")


def test_a_name_that_not_everyone_may_see_is_told_to_nobody_at_the_table() -> None:
    document = added(nobody(), "Aunt Rosa")
    item = next(i for i in document.items.values() if i.fields.get("name") == "Aunt Rosa")
    shut = {**document.items, item.id: item._replace(for_whom=ONLY_ME)}
    assert written_names(replace(document, items=shut)) == ()


@pytest.mark.parametrize("odd", ["", "  ", "x" * 61, "Rosa\nand Ben"])
def test_what_cannot_be_a_name_here_is_offered_to_nobody(odd: str) -> None:
    document = added(nobody(), "Aunt Rosa")
    item = next(i for i in document.items.values() if i.fields.get("name") == "Aunt Rosa")
    named = item._replace(fields={**item.fields, "name": odd})
    assert written_names(replace(document, items={**document.items, item.id: named})) == ()
