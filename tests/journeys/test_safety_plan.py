"""A first visit with a safety plan: one page until we meet again, made in a few touches, and on paper word for word."""

import io
from pathlib import Path

import pikepdf

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.pdf.checker import checked_pdf, pdfium

WELL = "We eat together every evening."
HAPPENED = "Nan saw that Mia was alone until nine."
STEP = "I will ring Nan when I am late."
NUMBER = "01632 960 123"


def test_a_first_visit_is_one_page_in_fourteen_touches_and_three_sentences(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    jo = comes(otters).unlocks()
    jo.begins_for_all("Our plan")
    jo.sees("What is going well?")
    jo.joined_by("Mum")
    jo.writes("Mum says", WELL)
    jo.goes_to("Worries")
    jo.writes("What has happened?", HAPPENED)
    jo.goes_to("Until we meet again")
    jo.touch("Add a step")
    jo.writes("What, row 1", STEP)
    jo.touch("Who, row 1", exact=False)
    jo.touch("Mum")
    jo.goes_to("Who we call")
    jo.touch("Add somebody to call")
    jo.writes("Who we call, row 1", "Nan")
    jo.writes("Phone, row 1", NUMBER)
    assert jo.count <= 14
    jo.waits_for(lambda: NUMBER in told(otters), "all of it on the disk")

    # The power goes, and it is all there.
    otters.kill()
    jo.loses_the_server()
    otters.start()
    jo = comes(otters).unlocks()
    jo.goes_to("Going well")
    jo.sees_in_a_field("Mum says", WELL)

    jo.touch("Copy")
    jo.proves()
    jo.touch("Nobody in particular")
    jo.touch("Yes, it may reach anybody")
    jo.touch("No")
    jo.sees("A copy for nobody in particular")
    made = checked_pdf(jo.saves_the_file(tmp_path).read_bytes())
    read = " ".join(pdfium(made).split())
    for words in (WELL, HAPPENED, STEP, NUMBER):
        assert words in read
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 1


def told(otters: House) -> str:
    """Return all that is in the plan that was started, as one text."""
    plan = next(p["id"] for p in otters.plans() if p["title"] == "Our plan")
    return " ".join(i["words"] for i in otters.show(plan)["items"])
