"""The power goes in the middle of everything, and what the screen called saved is there when it comes back."""

from tests.journeys.conftest import Comes
from tests.journeys.house import House

LINE = [(0.2 + n / 10, 0.9) for n in range(6)]


def test_after_a_kill_everything_acknowledged_is_there_and_so_is_the_place(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    plan = otters.plan()
    jo.touch("Our story")
    jo.goes_to("What are we doing about it?")
    jo.has_speak("Mum")
    jo.writes("Mum says", "I will ring the school.", nth=-1)
    jo.knows_it_saved()
    jo.touch("Draw")
    before = len(otters.drawings(plan)["doing"])
    jo.draws(LINE)
    jo.finishes()
    jo.knows_it_saved()
    assert len(otters.drawings(plan)["doing"]) == before + 1
    jo.touch("Draw")
    box = jo.paper.bounding_box()
    assert box is not None
    jo.pen_down((box["x"] + 200, box["y"] + 200))
    jo.page.mouse.move(box["x"] + 260, box["y"] + 240)

    otters.kill()
    jo.loses_the_server()
    otters.start()

    jo = comes(otters)
    jo.comes_back(jo.paper)
    jo.finishes()
    jo.sees("What will each of us do?")
    jo.sees_in_a_field("Mum says", "I will ring the school.")
    items = otters.show(plan)
    assert items["damaged"] == 0
    assert "I will ring the school." in [i["words"] for i in items["items"]]
    assert len(otters.drawings(plan)["doing"]) == before + 1
    jo.touch("Draw")
    jo.finds_the_page(blank=False)
