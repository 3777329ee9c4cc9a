"""What a kind of plan must not be is refused at once, in a sentence that says what to do."""

import pytest

from app.blocks.registry import check_blocks
from app.document import Kind, Section
from app.document.copies_due import COPIES_DUE_SECTION
from app.document.copy_log import COPY_LOG_SECTION
from app.document.copy_rules import RULES_SECTION
from app.document.header import HEADER
from app.document.kind import RESERVED, NotDeclared
from app.document.people import PEOPLE


def kind(*sections: Section) -> Kind:
    return Kind(slug="ours", name="Ours", family_name="Ours", sections=sections)


def test_the_reserved_slugs_are_those_of_the_sections_that_every_document_has() -> None:
    assert {PEOPLE, HEADER, COPIES_DUE_SECTION, COPY_LOG_SECTION, RULES_SECTION} == RESERVED


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_a_section_of_a_reserved_slug_is_refused(slug: str) -> None:
    with pytest.raises(NotDeclared, match=rf"section '{slug}'.*choose another"):
        kind(Section(slug=slug, block="words", title="Ours"))


def test_two_sections_of_one_slug_are_refused() -> None:
    one = Section(slug="one", block="words", title="One")
    with pytest.raises(NotDeclared, match="two sections 'one'"):
        kind(one, one)


def test_a_block_that_nobody_has_is_refused_and_those_that_there_are_are_named() -> None:
    check_blocks([kind(Section(slug="one", block="words", title="One"))])
    with pytest.raises(NotDeclared, match=r"the block 'wrods'.*worries.*app/blocks/registry\.py"):
        check_blocks([kind(Section(slug="one", block="wrods", title="One"))])
