"""What somebody who left was to do: what is open, what of it is offered, and to whom it is given."""

from hypothesis import given
from hypothesis import strategies as st

from app.blocks.rows.model import rows
from app.blocks.rows.reassign import give_to, of_the_worker, open_of
from app.document import ONLY_ME, WORKER, people
from tests.blocks.making import DAD, NAN, made
from tests.blocks.rows_kind import PRIVATE, RULES, STEPS, trial, with_row


def test_what_is_done_or_names_somebody_else_is_offered_to_nobody() -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks tea")
    document = with_row(document, STEPS, who=NAN.id, what="Rang the school", done=True)
    document = with_row(document, STEPS, who=DAD.id, what="Walks the dog")
    document = with_row(document, RULES, who=NAN.id, what="Sleeps at home", phone="01632 960 123")
    found = open_of(document, NAN.id, people(document))
    assert [(o.section.slug, o.column.slug, o.words) for o in found] == [
        ("steps", "who", "Cooks tea"),
        ("rules", "who", "Sleeps at home · 01632 960 123"),
    ]
    assert len({o.key for o in found}) == 2


def test_what_is_for_its_writer_and_the_worker_alone_is_offered_too() -> None:
    document = with_row(trial(), PRIVATE, by=NAN.id, who=NAN.id, what="Hides the key")
    (row,) = rows(document, "private")
    assert row.for_whom == ONLY_ME
    assert [o.words for o in open_of(document, NAN.id, people(document))] == ["Hides the key"]


def test_it_is_given_to_another_and_is_then_theirs() -> None:
    document = with_row(trial(), STEPS, who=NAN.id, what="Cooks tea")
    (one,) = open_of(document, NAN.id, people(document))
    document = made(document, give_to(document, one, DAD.id))
    assert rows(document, "steps")[0].cells["who"] == DAD.id
    assert open_of(document, NAN.id, people(document)) == ()
    assert give_to(trial(), one, DAD.id) == (), "the line is gone"


@given(st.lists(st.tuples(st.sampled_from([WORKER, NAN.id, DAD.id]), st.booleans()), max_size=6))
def test_what_the_worker_was_to_do_is_the_earlier_workers_and_nothing_else_changes(
    lines: list[tuple[str, bool]],
) -> None:
    document = trial()
    for who, done in lines:
        document = with_row(document, STEPS, who=who, what=WORKER, done=done)
    after = made(document, of_the_worker(document, "earlier"))
    told = [(r.cells["who"], r.cells["what"], r.cells.get("done", False)) for r in rows(after, "steps")]
    assert told == [("earlier" if who == WORKER else who, WORKER, done) for who, done in lines]
