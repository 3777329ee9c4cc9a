"""What is the child's own: a drawing that finds its story, and a page that shows nothing until it is opened."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House

LINE = [(0.2 + n / 10, 0.3 + (n % 2) / 5) for n in range(6)]
OWN = "I like it when it is sunny."


def test_the_childs_page_shows_nothing_before_it_is_opened_and_has_three_choices(otters: House, comes: Comes) -> None:
    mia = comes(otters).unlocks()
    mia.touch("Our story")
    assert mia.button("Mia's page").count() == 0
    mia.opens_own_page("Mia")
    mia.sees("Who can see this page?")
    mia.sees("Only you and Jo can see it. It is in nobody's copy.")
    mia.does_not_see(OWN)
    assert mia.page.get_by_role("textbox").count() == 0
    for choice in ("Only me and Jo", "People I choose", "In the book"):
        expect(mia.button(choice)).to_be_visible()
    mia.touch("Open this page")
    mia.sees_in_a_field("Mia says", OWN)
    mia.goes_to("Our family")
    mia.opens_own_page("Mia")
    mia.sees("Open this page")
    mia.does_not_see(OWN)
    mia.touch("In the book")
    mia.sees("This page is in the book. Everyone with a copy can see it.")
    mia.knows_it_saved()
    plan = otters.plan()
    assert [i["for_whom"] for i in otters.show(plan)["items"] if i["words"] == OWN] == ["everyone"]
    mia.touch("Only me and Jo")
    mia.sees("Only you and Jo can see it. It is in nobody's copy.")


def test_just_draw_finds_its_story_later(otters: House, comes: Comes) -> None:
    mia = comes(otters, touches=True).unlocks()
    plan = otters.plan()
    mia.touch("Draw")
    expect(mia.paper).to_be_visible()
    for n in range(3):
        mia.draws([(x, y + n / 6) for x, y in LINE], "finger")
    expect(mia.button("Undo")).to_be_enabled()
    mia.gives_back(mia.button("Another family"))
    mia.touch("Drawings")
    mia.sees("Drawings are the child's own. The worker opens them.")
    mia.proves()
    mia.touch("Put it in a story")
    mia.touch("Our story: Mia")
    mia.sees("Who are you?")
    mia.knows_it_saved()
    own = [i for i in otters.show(plan)["items"] if i["section"] == "mine" and i["sort"] == "drawing"]
    assert "A drawing of 3 lines" in [i["words"] for i in own]


def test_the_worker_reads_at_the_office_what_a_child_keeps_between_them(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Another family")
    jo.proves()
    jo.touch("No family now: the visit is over")
    jo.sees("Who are you visiting?")
    jo.touch("There is something for you")
    jo.sees("This is what people have told only you. Make sure that nobody else can see.")
    jo.proves()
    jo.sees("Kept for you to read")
    mine = re.compile(r"^Mia, New, My page, .*Our story")
    jo.page.get_by_role("button", name=mine).first.click()
    expect(jo.page.get_by_text(OWN).first).to_be_visible()
    expect(jo.page.get_by_role("img", name="The drawing on this page")).to_be_visible()
    jo.touch("Back")
    jo.sees("Kept for you to read")
    expect(jo.page.get_by_role("button", name=re.compile(r"^Mia, Read on .*, My page, .*Our story"))).to_be_visible()
