"""The pages of a story: added, moved by buttons and by drag, taken away, and brought back."""

import pytest

from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, to_page, to_plan

pytestmark = pytest.mark.asyncio

STANDARD = [
    "Our story",
    "Our family",
    "Who is worried?",
    "What are they worried about?",
    "What happened then?",
    "It is not your fault",
    "What are we doing about it?",
    "Who can I talk to?",
    "What happens next?",
    "The end, for now",
]


def rows(tab: Tab) -> list[str]:
    """Return the titles of the pages in the list, top to bottom."""
    pages = [key for key in tab.keys("row-") if tab.has(key.replace("row-", "remove-"))]
    return [tab.words_in(key)[0] for key in pages]


def kinds(application: Application, plan: str) -> list[str]:
    return [
        str(i.fields["kind"]) for i in document(application, plan).children(None, section="story", item_type="page")
    ]


async def to_pages(tab: Tab) -> str:
    plan = await to_plan(tab)
    await tab.touch("arrange")
    await tab.finds("page-list")
    assert rows(tab) == STANDARD
    return plan


async def test_a_page_moves_by_one_with_its_buttons(tab: Tab) -> None:
    await to_pages(tab)
    first, second = tab.keys("row-")[:2]
    assert tab.is_off(first.replace("row", "up"))
    assert tab.is_off(tab.keys("row-")[-1].replace("row", "down"))
    await tab.touch(second.replace("row", "up"))
    await tab.until(lambda: rows(tab)[:2] == [STANDARD[1], STANDARD[0]])
    await tab.touch(second.replace("row", "down"))
    await tab.until(lambda: rows(tab) == STANDARD)
    await tab.touch(first.replace("row", "down"))
    await tab.until(lambda: tab.keys("row-")[:2] == [second, first])


@pytest.mark.parametrize(("old", "new"), [(0, 9), (5, 2), (3, 3)])
async def test_a_page_goes_where_it_is_dragged(tab: Tab, old: int, new: int) -> None:
    await to_pages(tab)
    await tab.reorder("page-list", old, new)
    wanted = list(STANDARD)
    wanted.insert(new, wanted.pop(old))
    await tab.until(lambda: rows(tab) == wanted)
    assert tab.is_off("undo-pages") is (old == new)


async def test_a_drag_from_a_list_that_has_changed_meanwhile_does_no_harm(tab: Tab) -> None:
    await to_pages(tab)
    await tab.reorder("page-list", 12, 0)
    await tab.reorder("page-list", 0, 40)
    await tab.still()
    assert sorted(rows(tab)) == sorted(STANDARD)


async def test_a_page_that_is_taken_away_comes_back_with_undo(tab: Tab) -> None:
    await to_pages(tab)
    await tab.touch(tab.keys("remove-")[3])
    await tab.until(lambda: rows(tab) == STANDARD[:3] + STANDARD[4:])
    await tab.touch("undo-pages")
    await tab.until(lambda: rows(tab) == STANDARD)
    assert tab.is_off("undo-pages")


async def test_a_page_that_is_taken_away_leaves_a_line_in_its_place_that_brings_it_back(tab: Tab) -> None:
    await to_pages(tab)
    there = tab.keys("row-")
    page = there[3].removeprefix("row-")
    await tab.touch(f"remove-{page}")
    await tab.finds(f"taken-{page}")
    assert tab.keys("row-") == there, "another page stands where the one was that is gone"
    assert not tab.has(f"remove-{page}")
    await tab.reorder("page-list", 5, 0)
    await tab.until(lambda: rows(tab)[0] == STANDARD[5])
    await tab.reorder("page-list", tab.keys("row-").index(f"row-{page}"), 0)
    await tab.still()
    assert rows(tab)[0] == STANDARD[5], "the line of what is gone is no page"
    await tab.touch(f"back-{page}")
    await tab.until(lambda: sorted(rows(tab)) == sorted(STANDARD))
    assert not tab.has(f"taken-{page}")


async def test_taking_away_the_page_in_hand_leaves_a_plan_that_works(tab: Tab) -> None:
    await to_plan(tab)
    page = await to_page(tab, "Our family")
    await tab.touch("arrange")
    await tab.touch(f"remove-{page}")
    await tab.touch("done")
    await tab.until(lambda: not tab.has(f"step-{page}"))
    await tab.touch("next")
    assert len(tab.keys("step-")) == len(STANDARD) - 1 + len(["My pages"])


async def test_all_pages_can_be_taken_away_and_one_added_again(tab: Tab) -> None:
    await to_pages(tab)
    for key in tab.keys("remove-"):
        await tab.touch(key)
    await tab.touch("done")
    await tab.sees("There are no pages yet. Add one to begin.")
    await tab.touch("arrange")
    await tab.touch("add-family")
    await tab.sees("Who is in our family, and what is good about us?")


async def test_a_page_is_added_and_opened_behind_the_last_of_its_kind(tab: Tab, application: Application) -> None:
    plan = await to_pages(tab)
    assert tab.has("add-views"), "the page that is not standard is not offered"
    assert not tab.has("add-family"), "a page that stands once is offered again"
    await tab.touch("add-worry")
    await tab.sees("What did somebody see or hear?")
    await tab.until(lambda: not tab.has("page-list"))
    found = kinds(application, plan)
    assert found[3:5] == ["worry", "worry"]
    assert len(found) == len(STANDARD) + 1


async def test_a_new_page_lands_behind_the_one_in_hand_and_one_that_there_was_none_of_where_the_story_has_it(
    tab: Tab, application: Application
) -> None:
    plan = await to_pages(tab)
    for more in ("add-worry", "add-happened"):
        await tab.touch(more)
        await tab.until(lambda: not tab.has("page-list"))
        await tab.touch("arrange")
    first = "title family who worry"
    assert " ".join(kinds(application, plan)).startswith(f"{first} worry happened happened")
    await tab.touch("done")
    await to_page(tab, "Our story")
    await tab.touch("arrange")
    await tab.touch("add-views")
    await tab.sees("Who remembers it differently?")
    assert " ".join(kinds(application, plan)).startswith(f"{first} worry happened happened views")


async def test_the_childs_own_page_is_the_childs_before_anybody_said_which_child_it_is(
    tab: Tab, application: Application
) -> None:
    plan = await to_pages(tab)
    await tab.touch("add-mine")
    await tab.finds("open-page")
    (page,) = document(application, plan).children(None, section="mine")
    assert page.by == "child"
    await tab.sees("The child's page")
    await tab.touch("give-page")
    await tab.touch("somebody-new")
    await tab.write("person-name", "Mia")
    await tab.touch("role-child")
    await tab.touch("add-person")
    await tab.sees("Mia's page")
    assert document(application, plan).items[page.id].by != "child"
