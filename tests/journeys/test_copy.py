"""A copy for somebody: asked first, looked over, saved; and only what this person may see is in it."""

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import expect

from app.ink.photo import Photo
from app.ink.tiles import picture
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.seeing import cut_out, figures_of, overlap
from tests.pdf.checker import checked_pdf, pdfium


def asks_for_a_copy(jo: Somebody, whom: str, answer: str) -> None:
    jo.touch("Our story")
    jo.touch("Copy")
    jo.proves()
    jo.sees("Who is this copy for?")
    jo.touch(whom)
    jo.sees("Could anyone who might hurt someone see this, on paper or on a phone?")
    jo.touch(answer)


def letters(words: str) -> str:
    """Letters and digits only: where lines end is the page's matter."""
    return "".join(re.findall(r"\w", words.casefold()))


@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
def test_where_a_copy_could_hurt_there_is_none_but_other_ways(otters: House, comes: Comes, answer: str) -> None:
    jo = comes(otters).unlocks()
    asks_for_a_copy(jo, "For Nan", answer)
    jo.sees("Then no copy is made")
    jo.sees("Read it together here, as often as you like.")
    expect(jo.button("Make the office's copy")).to_have_count(int(answer == "Not sure"))
    assert jo.button("Save the file").count() == 0


def test_not_sure_leads_to_a_copy_that_stays_at_the_office(otters: House, comes: Comes, tmp_path: Path) -> None:
    jo = comes(otters).unlocks()
    asks_for_a_copy(jo, "For Nan", "Not sure")
    jo.touch("Make the office's copy")
    jo.sees("The office's record")
    jo.does_not_see("We have a dog")
    file = jo.saves_the_file(tmp_path)
    assert re.fullmatch(r"copy-\d+\.pdf", file.name)
    read = letters(pdfium(checked_pdf(file.read_bytes())))
    assert letters("It is not to be handed on") in read
    items = otters.show(otters.plan())["items"]
    assert [
        i for i in items if i["for_whom"] == "worker" and i["sort"] == "saying" and letters(i["words"]) in read
    ] == []


def test_whoever_nobody_decided_about_has_no_copy_until_the_worker_says_so(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.touch("Somebody new")
    jo.writes("Name, as the child says it", "Rob")
    jo.touch("Add")
    jo.lets_hold_a_copy("Rob")
    jo.touch("Copy")
    jo.proves()
    jo.touch("For Rob")
    jo.sees("Could anyone who might hurt someone see this, on paper or on a phone?")


def test_nans_copy_holds_every_word_that_is_hers_to_read_and_no_other(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    jo = comes(otters).unlocks()
    asks_for_a_copy(jo, "For Nan", "No")
    jo.sees("A copy for Nan")
    jo.does_not_see("I like it when it is sunny.")
    jo.does_not_see("The name of the street where Nan lives.")
    file = jo.saves_the_file(tmp_path)
    named = re.fullmatch(r"copy-(\d+)\.pdf", file.name)
    assert named
    made = checked_pdf(file.read_bytes())
    with pikepdf.open(io.BytesIO(made)) as opened:
        pages = len(opened.pages)
    assert pdfium(made).count(f"Copy {named[1]}. Made on") == pages, "its number on every page's foot"

    plan = otters.plan()
    items: list[dict[str, Any]] = otters.show(plan)["items"]
    read = letters(pdfium(made))
    theirs = [i["words"] for i in items if i["section"] == "story" and i["sort"] == "saying"]
    withheld = [i["words"] for i in items if i["section"] != "story" and i["sort"] == "saying"]
    assert len(theirs) > 10
    assert [words for words in theirs if letters(words) not in read] == []
    assert len(withheld) == 2
    assert [words for words in withheld if letters(words) in read] == []
    captions = [i["words"].partition(": ")[2] for i in items if i["section"] == "story" and i["sort"] == "drawing"]
    figures = figures_of(made)
    with pikepdf.open(io.BytesIO(made)) as opened:
        about = " ".join(str(v) for k, v in opened.docinfo.items() if k != "/Title")
    assert [figure.alt for figure in figures] == captions
    assert not any(name in about for name in ("Nan", "Mia", "Mum", "Otters", "Jo"))

    drawn = [found for slug, found in otters.marks(plan).items() if found and slug != "mine"]
    assert len(drawn) == len(figures)
    blobs = {mark.blob for found in drawn for mark in found if isinstance(mark, Photo)}
    photos = {name: otters.photo(plan, name) for name in blobs}
    for marks, figure in zip(drawn, figures, strict=True):
        paper = cut_out(made, figure)
        screen = Image.open(io.BytesIO(picture(marks, paper.size, "#FFFFFF", photos=photos)))
        assert overlap(paper, screen) > 0.9, "the ink on paper is the ink that was drawn"
