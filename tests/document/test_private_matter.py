"""That somebody wrote on a page of their own is told by no day and no order, whatever was done there."""

from hypothesis import given
from hypothesis import strategies as st

from app.document import EVERYONE, ONLY_ME, Add, Change, Document, Edit, Move, Remove, Restore, Set, Void
from app.document.edit import AUDIENCE
from app.document.private_matter import is_own_matter, last_worked_on, own_sections
from plans.drawings import DRAWINGS
from tests.document.making import SAM, documents, edit, item, plan, then

BEGUN = plan(
    edit(Add(item("story", words="We have a dog")))._replace(at=1_000),
    edit(Add(item("page", section="mine", by=SAM, for_whom=ONLY_ME)), by=SAM)._replace(at=2_000),
)
ON_THE_PAGE: tuple[Change, ...] = (
    Add(item("line", section="mine", parent="page", item_type="stroke", by=SAM)),
    Set("page", "words", "I saw the bottles"),
    Move("page", None, "b"),
    Remove("line"),
)


def done(document: Document, changes: list[Change]) -> tuple[Document, list[Edit]]:
    edits = []
    for n, change in enumerate(changes):
        edits.append(edit(change, by=SAM)._replace(at=3_000 + n))
        document = then(document, edits[-1])
    return document, edits


def test_a_plan_was_worked_on_when_something_was_done_at_the_table() -> None:
    assert last_worked_on(BEGUN) == 1_000
    later, _edits = done(BEGUN, [Set("story", "words", "We have two dogs")])
    assert last_worked_on(later) == 3_000


@given(st.permutations(ON_THE_PAGE), st.booleans())
def test_whatever_is_done_on_a_page_of_ones_own_and_taken_back_there_tells_no_day(
    changes: list[Change], again: bool
) -> None:
    document, edits = done(BEGUN, changes)
    assert last_worked_on(document) == 1_000
    back = Void(tuple(e.id for e in edits))
    document = then(document, edit(back, by=SAM)._replace(at=4_000))
    if again:
        document = then(document, edit(Restore(back.edits), by=SAM)._replace(at=5_000))
    assert last_worked_on(document) == 1_000


def test_what_is_drawn_alone_is_all_that_just_draw_has_and_keeps_its_day() -> None:
    drawings = plan(edit(Add(item("page", section="mine", by=SAM)), by=SAM)._replace(at=2_000), kind=DRAWINGS)
    assert own_sections(drawings) == frozenset()
    assert last_worked_on(drawings) == 2_000


def test_to_show_a_page_is_no_matter_of_ones_own_any_more() -> None:
    assert all(is_own_matter(change, then(BEGUN, edit(ON_THE_PAGE[0], by=SAM))) for change in ON_THE_PAGE)
    assert is_own_matter(Set("page", AUDIENCE, ONLY_ME), BEGUN)
    assert not is_own_matter(Set("page", AUDIENCE, EVERYONE), BEGUN)
    assert not is_own_matter(Set("story", "words", "Hello"), BEGUN)


@given(documents)
def test_every_document_was_worked_on_at_some_time_or_never(document: Document) -> None:
    assert last_worked_on(document) in {0, *(e.at for e in document.edits)}
