"""Which sections of a plan are open: those of its stages, and every one that holds something."""

import pytest

from app.document import Add, Kind, NotAccepted, Section, Set
from app.document.header import begin, change_header, header, next_stage, open_sections
from tests.document.making import edit, item, plan, then

KIND = Kind(
    slug="staged",
    name="Staged",
    family_name="Staged",
    sections=tuple(
        Section(slug=s, block="words", title=s, stage=n) for s, n in (("a", 0), ("b", 1), ("c", 1), ("d", 2))
    ),
)


def at(stage: int | None = None):  # type: ignore[no-untyped-def]
    made = plan(edit(begin(title="Our plan")), kind=KIND)
    return made if stage is None else then(made, *(edit(c) for c in change_header(made, stage=stage)))


@pytest.mark.parametrize(("stage", "slugs", "ahead"), [(None, "a", 1), (0, "a", 1), (1, "abc", 2), (2, "abcd", None)])
def test_a_stage_opens_its_sections_and_those_before(stage: int | None, slugs: str, ahead: int | None) -> None:
    document = at(stage)
    assert "".join(s.slug for s in open_sections(document)) == slugs
    assert next_stage(document) == ahead


def test_a_section_that_holds_something_is_never_out_of_sight() -> None:
    document = then(at(), edit(Add(item("x", section="d"))))
    assert [s.slug for s in open_sections(document)] == ["a", "d"]


@pytest.mark.parametrize("stage", [-1, 3, "1", None])
def test_there_are_no_other_stages(stage: object) -> None:
    with pytest.raises(NotAccepted):
        change_header(at(), stage=stage)  # type: ignore[arg-type]


def test_a_stage_that_cannot_be_read_is_the_first() -> None:
    document = at(1)
    header_item = next(i for i in document.items.values() if i.section == "front")
    assert header(then(document, edit(Set(header_item.id, "stage", "later")))).stage == 0
