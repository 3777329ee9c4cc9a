"""Every kind of plan is whole: its blocks exist, its words are there, its beginnings can be made."""

import pytest

from app.blocks.registry import BLOCKS
from app.blocks.storyboard.model import shape_of
from app.document import EVERYONE, IN_NO_COPY, ONLY_ME, WORKER, Kind, Section, fold, may
from app.document.header import HEADER, begin
from plans.catalogue import KINDS
from plans.family_star import FAMILY_STAR
from plans.good_lives import GOOD_LIVES
from plans.good_lives_pages import CARDS
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import MY_PAGES, STORY_PAGES, WORDS_AND_PICTURES
from tests.document.making import edit, then

ALL = (*KINDS.plans, KINDS.drawings, KINDS.family)


def sections() -> list[tuple[Kind, Section]]:
    return [(kind, section) for kind in ALL for section in kind.sections]


def test_no_two_kinds_and_no_two_sections_or_pages_of_one_have_the_same_slug() -> None:
    assert len({k.slug for k in ALL}) == len(ALL)
    for kind in ALL:
        slugs = [s.slug for s in kind.sections]
        assert len(set(slugs)) == len(slugs)
        assert not set(slugs) & {HEADER, "people"}
        for section in kind.sections:
            page_slugs = [p.slug for p in shape_of(section).pages]
            assert len(set(page_slugs)) == len(page_slugs)


def test_each_plan_that_a_family_can_start_is_told_apart_by_a_picture_and_a_few_words() -> None:
    assert len({k.sign for k in KINDS.plans}) == len(KINDS.plans)
    assert len({k.hint for k in KINDS.plans} - {""}) == len(KINDS.plans)
    assert len({k.family_name for k in KINDS.plans}) == len(KINDS.plans)


@pytest.mark.parametrize(("kind", "section"), sections(), ids=lambda v: v.slug)
def test_every_section_stands_in_a_block_that_is_there_and_has_its_words(kind: Kind, section: Section) -> None:
    assert section.block in BLOCKS
    assert section.title
    for page in shape_of(section).pages:
        assert page.title
        assert page.question
        assert page.prompt


@pytest.mark.parametrize(("kind", "section"), sections(), ids=lambda v: v.slug)
def test_what_is_in_no_copy_starts_as_for_nobody_and_what_is_ones_own_as_only_theirs(
    kind: Kind, section: Section
) -> None:
    if not section.in_copies:
        assert section.for_whom == IN_NO_COPY
    elif section.own:
        assert section.for_whom == ONLY_ME
    else:
        assert section.for_whom == EVERYONE


@pytest.mark.parametrize("kind", KINDS.plans, ids=lambda k: k.slug)
@pytest.mark.parametrize("youngest", [None, 0, 5, 11, 12, 13, 25])
def test_every_plan_can_be_started_for_any_age(kind: Kind, youngest: int | None) -> None:
    document = fold("plan", kind, [])
    for change in (begin(title=kind.family_name, youngest=youngest), *kind.beginning(kind, youngest)):
        assert may(WORKER, change, document)
        document = then(document, edit(change))
    assert {i.section for i in document.items.values()} <= {HEADER, *(s.slug for s in kind.sections)}


@pytest.mark.parametrize("kind", KINDS.plans, ids=lambda k: k.slug)
def test_a_plans_name_for_the_family_is_a_title_that_is_accepted(kind: Kind) -> None:
    begin(title=kind.family_name)


def test_a_kind_that_a_newer_version_made_keeps_everything_and_has_no_sections() -> None:
    newer = KINDS.kind("from-the-future")
    assert (newer.slug, newer.sections) == ("from-the-future", ())
    assert KINDS.kind(WORDS_AND_PICTURES.slug) is WORDS_AND_PICTURES


def test_the_storyboard_has_every_page_of_the_field_guide_in_its_order() -> None:
    assert [p.slug for p in STORY_PAGES] == [
        "title", "family", "who", "worry", "happened", "views", "not-your-fault", "doing", "talk-to", "next", "ending",
    ]  # fmt: skip
    assert {p.slug for p in STORY_PAGES if p.repeats} == {"worry", "happened", "doing"}
    assert {p.slug for p in STORY_PAGES if not p.standard} == {"views"}
    assert "change" in {p.slug for p in MY_PAGES}


def test_the_set_up_sheet_asks_all_that_the_field_guide_asks_and_is_in_no_copy() -> None:
    setup = [s for s in WORDS_AND_PICTURES.sections if s.slug.startswith("setup-")]
    assert len(setup) == 8
    assert all(not s.in_copies and s.for_whom == IN_NO_COPY for s in setup)


def test_slugs_are_stored_for_ever_so_these_stay_as_they_are() -> None:
    assert [k.slug for k in ALL] == [
        "words-and-pictures", "safety-plan", "family-star", "good-lives", "drawings", "family",
    ]  # fmt: skip
    assert [s.slug for s in WORDS_AND_PICTURES.sections] == [
        "story", "mine", "setup-children", "setup-why", "setup-knows", "setup-words", "setup-leave-out",
        "setup-agree", "setup-reads", "setup-copies", "method",
    ]  # fmt: skip
    assert [s.slug for s in SAFETY_PLAN.sections] == [
        "going-well", "helped-before", "worries", "good", "must-haves", "steps", "worse", "harder", "signs", "network",
        "rules", "if-then", "promises", "child", "try-out", "tried", "timeline", "reviews", "agreed", "copies", "still",
        "own-plan",
    ]  # fmt: skip
    assert [s.slug for s in FAMILY_STAR.sections] == [
        "areas", "child-areas", "star", "work", "steps", "proud", "reviews", "agreed",
    ]  # fmt: skip
    assert [s.slug for s in GOOD_LIVES.sections] == [
        "yours", "me", "matters", "full", "now", "after", "way", "better", "steps", "side", "hard", "right", "future",
        "my-say", "again", "proud",
    ]  # fmt: skip
    assert [c.slug for c in CARDS] == [
        "healthy", "learning", "fun", "good-at", "choices", "calm", "people", "belonging", "believe", "today",
        "creating",
    ]  # fmt: skip
    assert [s.slug for s in KINDS.drawings.sections] == ["mine"]
