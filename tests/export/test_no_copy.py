"""No path makes a file for whom the worker has not said so; a copy has its number, and says no more of whose it is."""

import io
import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from app.document import WORKER, Document, fold, people
from app.document.copy_log import copies_made, record_copy
from app.document.copy_rules import OFFICE
from app.document.family_people import join, leave
from app.document.header import change_header
from app.document.kind import Printed
from app.document.people import Person, name_person
from app.export import copies
from app.export.copies import Copy, NeedsYourWord, NoCopyYet, offered_to
from app.ink.photo import NONE
from app.language import unmarked as plain
from app.sheet import texts
from tests.blocks import young_making
from tests.blocks.making import NAN, TOM
from tests.blocks.plan_making import after
from tests.export import test_copies
from tests.export.copying import family_with, make_copy
from tests.plans import test_family_star, test_safety_papers

DAY = date(2026, 5, 4)
APP = Path(copies.__file__).parents[1]
PLANS = {
    "story": test_copies.whole(),
    "safety plan": test_safety_papers.whole(),
    "star": test_family_star.DOCUMENT,
    "young": young_making.whole(),
}
EVERY_PAPER = [(name, p) for name, document in PLANS.items() for p in document.kind.papers]
NEW = "a-new-partner"
NEW_DAD = Person("typed-twice", "Dad", "parent", 3, "circle")


class Made(Exception):
    """A file would have been made here."""


def tried(document: Document, person: str | None, **more: object) -> type[Exception]:
    """Return what comes of an attempt at a copy: Made, or the refusal."""
    with patch("app.pdf.pdf", side_effect=Made), patch("app.pdf.picture", side_effect=Made):
        try:
            copies.make_copy(document, person, made=DAY, language="en", photos=NONE, **more)  # type: ignore[arg-type]
        except (Made, NoCopyYet) as fault:
            return type(fault)
    raise AssertionError("neither a file nor a refusal")


@given(st.data())
def test_no_paper_of_no_plan_is_made_for_whom_the_worker_has_not_said_so(data: st.DataObject) -> None:
    name, paper = data.draw(st.sampled_from(EVERY_PAPER))
    document = PLANS[name]
    everybody = [*(p for p in people(document) if p != WORKER), NEW]
    said = data.draw(st.dictionaries(st.sampled_from(everybody), st.sampled_from(("may", "must-not"))))
    may = [p for p, holding in said.items() if holding == "may"]
    family = family_with(document, *may, must_not=tuple(p for p in said if p not in may))
    for person in everybody:
        for rules in (family, None):
            for word in (False, True):
                found = tried(document, person, family=rules, on_my_word=word, printed=paper.slug)
                assert found is (Made if rules is not None and person in may else NoCopyYet)
    for nobody in (None, ""):
        assert tried(document, nobody, family=family, printed=paper.slug) is NeedsYourWord
        assert tried(document, nobody, family=family, on_my_word=True, printed=paper.slug) is Made
    for always in (OFFICE, WORKER):
        assert tried(document, always, family=None, printed=paper.slug) is Made


def test_a_file_is_made_in_one_place_and_nowhere_else() -> None:
    makes = re.compile(r"from app\.paper import|import app\.paper\b|phone_picture\(|\bpdf\(")
    found = {f.relative_to(APP).as_posix() for f in APP.rglob("*.py") if makes.search(f.read_text("utf-8"))}
    assert {f for f in found if not f.startswith("pdf/")} == {"export/copies.py"}


def test_a_refusal_says_the_same_of_whoever_must_not_and_of_whom_nobody_decided() -> None:
    document = PLANS["story"]
    sentences = set()
    for family in (family_with(document), family_with(document, must_not=(NAN.id,)), None):
        with pytest.raises(NoCopyYet) as refusal:
            copies.make_copy(document, NAN.id, family=family, made=DAY, language="en", photos=NONE)
        sentences.add(refusal.value.sentence())
    (sentence,) = sentences
    assert "No file was made." in sentence


def test_a_refusal_of_a_copy_for_nobody_in_particular_says_what_it_takes() -> None:
    with pytest.raises(NeedsYourWord) as refusal:
        copies.make_copy(PLANS["story"], None, family=None, made=DAY, language="en", photos=NONE)
    assert "needs your own word each time. No file was made." in refusal.value.sentence()


def numbered(document: Document, person: str | None, paper: str, number: int | None = 12) -> Copy:
    return make_copy(document, person, made=DAY, language="en", photos=NONE, printed=paper, number=number)


@pytest.mark.parametrize(("name", "paper"), EVERY_PAPER, ids=lambda v: v if isinstance(v, str) else v.slug)
def test_each_page_says_which_copy_it_is_and_so_does_the_files_name(name: str, paper: Printed) -> None:
    document = PLANS[name]
    person = next(p for p in people(document) if p != WORKER)
    copy = numbered(document, person, paper.slug)
    if paper.shape == "phone":
        assert copy.file_name == "copy-12.png"
        other, none = numbered(document, person, paper.slug, 13), numbered(document, person, paper.slug, None)
        foot = [_foot_of(c.file) for c in (copy, other, none)]
        assert len(set(foot)) == 3
        assert "Copy 12" in [*texts(copy.sheet)]
        return
    assert copy.file_name == "copy-12.pdf"
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(copy.file)).pages]
    assert [p for p in pages if "Copy 12. Made on Monday 4 May 2026." not in p] == []
    name_of = people(document)[person].name
    assert name_of not in copy.sheet.made_for


def _foot_of(picture: bytes) -> bytes:
    image = Image.open(io.BytesIO(picture))
    return image.crop((0, image.height - 70, image.width, image.height)).tobytes()


def test_without_a_number_a_file_has_a_neutral_name_all_the_same() -> None:
    assert numbered(PLANS["story"], NAN.id, "", None).file_name == "copy.pdf"


def test_a_copy_is_recorded_under_its_number_and_once() -> None:
    document = PLANS["story"]
    assert copies.last_number(document) == 0
    document = after(document, record_copy(document, whom=NAN.id, paper="page", day=DAY))
    assert copies.last_number(document) == 0, "one of before copies had numbers"
    for _saved_and_shared in range(2):
        document = after(document, record_copy(document, whom=NAN.id, paper="page", day=DAY, number=12))
    document = after(document, record_copy(document, whom=OFFICE, paper="page", day=DAY, number=14))
    assert [(c.number, c.whom) for c in copies_made(document)] == [(14, OFFICE), (12, NAN.id), (None, NAN.id)]
    assert copies.last_number(document) == 14


@pytest.mark.parametrize("paper", ["page", "four"])
def test_the_offices_record_holds_what_the_worker_sees_with_others_and_nothing_that_is_in_nobodys_copy(
    paper: str,
) -> None:
    copy = numbered(PLANS["story"], OFFICE, paper)
    read = test_copies.everything(copy.file)
    assert "onlyfornantoread" in read
    for words in test_copies.PRIVATE[:-1]:
        assert test_copies.squeezed(words) not in read
    assert "mineonlysaidnan" not in read
    first = " ".join(PdfReader(io.BytesIO(copy.file)).pages[0].extract_text().split())
    assert "own record. It is not to be handed on." in first


def test_what_a_young_person_keeps_private_is_in_the_offices_record_on_no_paper() -> None:
    document = PLANS["young"]
    for paper in document.kind.papers:
        copy = numbered(document, OFFICE, paper.slug)
        said = " ".join(texts(copy.sheet))
        assert [words for words in young_making.SHUT if words in said] == []


def test_papers_for_what_is_private_are_offered_to_who_holds_the_plan_and_to_nobody_else() -> None:
    held = PLANS["young"]
    nobodys = fold("a-plan", held.kind, [])
    shut = {paper for paper in held.kind.papers if paper.private}
    assert shut
    for document, person in ((held, None), (held, ""), (held, WORKER), (nobodys, None), (nobodys, "")):
        assert {*offered_to(document, person)} == {*held.kind.papers} - shut
    assert {*offered_to(held, OFFICE)}.isdisjoint(shut)
    assert offered_to(held, young_making.ASH.id) == held.kind.papers
    assert {*offered_to(held, young_making.MO.id)} == {*held.kind.papers} - shut


def whose(person: str | None) -> str:
    cover = numbered(PLANS["story"], person, "page").sheet.cover
    assert cover is not None
    return plain(cover.said.note.rpartition(" · ")[2])


def test_a_copy_says_its_readers_name_and_one_for_nobody_or_the_office_nobodys() -> None:
    assert (whose(NAN.id), whose(TOM.id), whose(WORKER)) == ("For Nan", "For Tom", "For Jo")
    assert whose(OFFICE) == "This is the office's own record. It is not to be handed on."
    assert whose(None) == whose("") == "Written down by Jo"


@pytest.mark.parametrize("name", PLANS)
def test_the_offices_papers_are_to_read_and_keep_and_hold_all_first(name: str) -> None:
    offered = offered_to(PLANS[name], OFFICE)
    assert not offered[0].sections
    assert all(p.shape in ("plan", "storybook") and not p.private for p in offered)


def test_everything_that_was_said_to_the_table_is_in_the_offices_record() -> None:
    nobody = " ".join(texts(numbered(PLANS["safety plan"], None, "whole").sheet))
    office = " ".join(texts(numbered(PLANS["safety plan"], OFFICE, "whole").sheet))
    for words in ("Dad sees Tom with Nan there", "We eat at six", "0117 496 0123"):
        assert words in nobody
        assert words in office


def test_somebody_who_was_joined_to_another_is_refused_wherever_one_of_both_must_not() -> None:
    """Also in a plan that was not told yet that they are two people after all: it still reads them as one."""
    begun = after(PLANS["safety plan"], name_person(PLANS["safety plan"], NEW_DAD, position="z9"))
    joined = after(begun, join(begun, NEW_DAD.id, NAN.id))
    assert people(joined).keys() >= {NAN.id}
    assert NEW_DAD.id not in people(joined)
    two = family_with(joined, NAN.id, must_not=(NEW_DAD.id,))
    assert tried(joined, NAN.id, family=two) is NoCopyYet
    assert tried(joined, NEW_DAD.id, family=two) is NoCopyYet
    assert tried(joined, NAN.id, family=family_with(joined, NAN.id)) is Made
    # Named again under the same name, somebody holds nothing: the rule is the person's, and so is its absence.
    again = after(begun, name_person(begun, NEW_DAD._replace(id="dad-again"), position="z8"))
    assert tried(again, "dad-again", family=family_with(again, NEW_DAD.id)) is NoCopyYet


def test_who_left_and_came_back_is_under_the_same_rule_and_another_familys_word_counts_nowhere() -> None:
    document = PLANS["safety plan"]
    gone = after(document, leave(document, NAN.id, "moved", DAY))
    back = after(gone, leave(gone, NAN.id, "", DAY))
    for plan in (document, gone, back):
        assert tried(plan, NAN.id, family=family_with(plan, must_not=(NAN.id,))) is NoCopyYet
    elsewhere = after(document, change_header(document, family="another-family"))
    assert tried(elsewhere, NAN.id, family=family_with(document, NAN.id)) is NoCopyYet
