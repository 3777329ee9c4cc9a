"""Our people by touch and by drag: added, moved, told of, starred, undone, and nobody shown who is not for everyone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.blocks.rings.model import Member, called, members, middle
from app.document import Document, people
from app.main import screen_of
from app.store import Store
from app.workspace.application import Application
from tests.blocks.ring_making import CATALOGUE
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import document, keyring, meet, unlock
from tests.store.making import CHEAP, PIN

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def application(tmp_path: Path) -> AsyncIterator[Application]:
    """A tablet that knows the kind with rings."""
    store = Store.open(tmp_path / "data", keyring=keyring(), cost=CHEAP)
    vault, spare = store.set_up(PIN)
    vault.spare_key_written(spare)
    vault.keep_setting("worker", "Jo")
    store.close()
    made = Application(tmp_path / "data", keyring(), CATALOGUE)
    yield made
    await made.close()


async def to_rings(tab: Tab) -> None:
    """A family with a child and a nan begins a plan."""
    await unlock(tab)
    await tab.touch("new-family")
    await tab.write("nickname", "The Otters")
    await tab.write("youngest", "7")
    await tab.touch("add-family")
    await tab.touch("start-rings-for-tests")
    await tab.finds("rings")
    await meet(tab, "Mia", "child")
    await meet(tab, "Nan")


def plan_of(application: Application) -> Document:
    """Return the one plan that has rings, as it stands."""
    workspace = application._workspace
    assert workspace is not None
    found = (document(application, id) for id in workspace._open)
    return next(d for d in found if d.kind.slug == "rings-for-tests")


def there(application: Application) -> dict[str, Member]:
    """Return everybody in the rings, by name."""
    now = plan_of(application)
    return {called(m, people(now)): m for m in members(now, "network")}


def in_the_middle(application: Application) -> list[str]:
    now = plan_of(application)
    return [people(now)[child].name for child in middle(now, "network")]


async def add(tab: Tab, name: str) -> None:
    """Touch somebody who is there for the child; their card opens."""
    await tab.touch("add-member")
    key = next(k for k in tab.touchable("choose-") if name in tab.words_in(k))
    await tab.touch(key)
    await tab.finds("all-people")


async def add_name(tab: Tab, name: str) -> None:
    """Add somebody who is only a name, and go back to everybody."""
    await tab.touch("add-name")
    await tab.finds("all-people")
    (field,) = tab.keys("name-")[:1]
    await tab.write(field, name)
    await tab.leave(field)
    await tab.touch("all-people")


async def drag(tab: Tab, member: Member, x: float, y: float) -> None:
    """Let a face go at a place on the picture, in pixels from its top left corner."""
    source = tab.control(f"drag-{member.id}")["_i"]
    tab.event(tab.control("rings"), "accept", {"src_id": source, "l": {"x": x, "y": y}, "g": {"x": x, "y": y}})
    await tab.still()


async def test_somebody_is_added_with_a_touch_and_the_child_comes_into_the_middle(
    tab: Tab, application: Application
) -> None:
    await to_rings(tab)
    await tab.sees("Nobody is here yet. Who is there for you?", "In the middle: Mia.")
    await add(tab, "Nan")
    assert (there(application)["Nan"].ring, in_the_middle(application)) == (2, ["Mia"])
    await tab.touch("all-people")
    await tab.sees("In the middle: Mia. Knows a little: Nan.")
    await tab.touch("add-member")
    await tab.touch(next(k for k in tab.touchable("choose-") if "Nan" in tab.words_in(k)))
    assert len(there(application)) == 1, "a second touch opens the card that there is"
    await tab.finds("all-people")


async def test_a_drag_into_another_ring_is_one_step_and_undo_brings_back(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("all-people")
    before = there(application)["Nan"]
    await drag(tab, before, 200, 170)
    await tab.until(lambda: there(application)["Nan"].ring == 0, "not moved")
    await tab.sees("Knows everything: Nan.")
    await tab.touch("undo")
    await tab.until(lambda: there(application)["Nan"] == before, "not where they were")
    await drag(tab, before, -500, 9000)
    assert there(application)["Nan"].ring == 2, "beyond the rings is the outmost one: nobody is lost"


async def test_the_same_is_done_without_a_drag_from_the_list(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("ring-1")
    await tab.until(lambda: there(application)["Nan"].ring == 1)
    await tab.touch("all-people")
    key = f"member-{there(application)['Nan'].id}"
    assert "Nan. Knows most of it" in tab.words_in(key)[0]
    await tab.touch(key)
    await tab.finds("ring-0")


async def test_every_field_of_a_card_is_kept_and_a_number_stays_as_it_was_typed(
    tab: Tab, application: Application
) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    id = there(application)["Nan"].id
    for field, words in {
        "to-child": "Mia's nan",
        "yes": "Mia can sleep here",
        "when": "Every day",
        "phone": "(01632) 960-123 ext 7",
        "backup-name": "Bea",
    }.items():
        await tab.write(f"{field}-{id}", words)
        await tab.leave(f"{field}-{id}")
    for field in ("pick", "paid", "elsewhere"):
        await tab.touch(f"tick-{field}")
    await tab.until(lambda: there(application)["Nan"].elsewhere)
    nan = there(application)["Nan"]
    assert (nan.to_child, nan.yes, nan.when) == ("Mia's nan", "Mia can sleep here", "Every day")
    assert (nan.phone, nan.backup_name) == ("(01632) 960-123 ext 7", "Bea")
    assert (nan.pick, nan.paid, nan.elsewhere) == (True, True, True)
    await tab.touch("backup")
    await tab.touch(next(k for k in tab.touchable("choose-") if "Mia" in tab.words_in(k)))
    await tab.until(lambda: there(application)["Nan"].backup)
    assert there(application)["Nan"].backup_name == ""
    await tab.touch("no-backup")
    await tab.until(lambda: not there(application)["Nan"].backup)


async def test_somebody_may_be_only_a_name_and_two_may_have_the_same(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add_name(tab, "Alex")
    await add_name(tab, "N" * 60)
    await tab.touch("add-name")
    await tab.until(lambda: tab.keys("name-"), "no field for a name")
    field = tab.keys("name-")[0]
    await tab.write(field, "Alex")
    await tab.leave(field)
    await tab.touch("all-people")
    await tab.sees("Knows a little: Alex, " + "N" * 60 + ", Alex.")
    assert len(tab.keys("member-")) == 3


async def test_who_is_not_for_everyone_is_on_the_screen_only_when_it_is_asked_for(
    tab: Tab, application: Application
) -> None:
    await to_rings(tab)
    await add_name(tab, "Alex")
    await add(tab, "Nan")
    id = there(application)["Nan"].id
    await tab.write(f"phone-{id}", "01632 960 123")
    await tab.leave(f"phone-{id}")
    await tab.touch("people-i-pick")
    await tab.finds("only-me")
    await tab.touch("only-me")
    await tab.touch("all-people")
    await tab.sees("Knows a little: Alex.")
    assert not tab.has(f"face-{id}")
    assert not tab.has(f"member-{id}")
    assert "01632 960 123" not in tab.everything()
    await tab.touch("show-all")
    await tab.finds(f"face-{id}")
    await tab.touch("hide")
    assert not [text for text in tab.everything() if isinstance(text, str) and ("Alex" in text or "960" in text)]


async def test_somebody_is_taken_out_and_undo_brings_them_back_with_all(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    nan = there(application)["Nan"]
    await tab.write(f"yes-{nan.id}", "Pancakes")
    await tab.leave(f"yes-{nan.id}")
    await tab.touch(f"remove-{nan.id}")
    await tab.until(lambda: not there(application))
    await tab.sees("Nobody is here yet. Who is there for you?")
    await tab.touch("undo")
    await tab.until(lambda: there(application)["Nan"].yes == "Pancakes")
    await tab.touch(f"member-{nan.id}")
    await tab.touch(f"remove-{nan.id}")
    await tab.finds(f"taken-{nan.id}")
    assert not there(application)
    await tab.touch(f"back-{nan.id}")
    await tab.until(lambda: there(application)["Nan"].yes == "Pancakes")


async def test_a_child_with_the_tablet_in_hand_puts_stars_on_people_and_sees_no_numbers(
    tab: Tab, application: Application
) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    id = there(application)["Nan"].id
    await tab.write(f"phone-{id}", "01632 960 123")
    await tab.leave(f"phone-{id}")
    await tab.touch("all-people")
    await tab.touch("hand-over-to-write")
    await tab.touch(next(k for k in tab.touchable("choose-") if "Mia" in tab.words_in(k)))
    await tab.finds(f"star-{id}")
    await tab.finds("finished")
    assert "01632 960 123" not in tab.everything()
    await tab.touch(f"star-{id}")
    await tab.until(lambda: there(application)["Nan"].pick)
    await tab.touch("undo")
    await tab.until(lambda: not there(application)["Nan"].pick)


async def test_a_grown_up_with_the_tablet_in_hand_marks_nobody_for_the_child(
    tab: Tab, application: Application
) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("all-people")
    await tab.touch("hand-over-to-write")
    await tab.touch(next(k for k in tab.touchable("choose-") if "Nan" in tab.words_in(k)))
    await tab.finds("finished")
    await tab.sees("Knows a little: Nan.")
    assert not tab.keys("star-")
    assert not tab.keys("face-")


async def test_what_another_tab_moves_is_moved_here_and_neither_is_lost(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("all-people")
    nan = there(application)["Nan"]
    async with opened(screen_of(application)) as other:
        await unlock(other)
        await other.until(lambda: other.touchable("plan-"))
        await other.touch(other.touchable("plan-")[0])
        await other.finds(f"face-{nan.id}")
        await drag(other, nan, 200, 170)
        await tab.sees("Knows everything: Nan.")
        await drag(tab, nan, 400, 400)
        await other.until(lambda: not other.says("Knows everything: Nan."))
        assert len(there(application)) == 1
        await other.touch(f"face-{nan.id}")
        await other.touch(f"remove-{nan.id}")
        await tab.until(lambda: not tab.has(f"face-{nan.id}"))


@pytest.mark.parametrize("size", [(1180, 820), (820, 1180), (390, 844)])
async def test_a_face_is_touched_in_every_shape_and_the_talking_view_has_only_the_picture(
    tab: Tab, application: Application, size: tuple[int, int]
) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("all-people")
    await tab.resize(*size)
    nan = there(application)["Nan"]
    await tab.touch(f"face-{nan.id}")
    await tab.finds(f"phone-{nan.id}")
    await tab.touch("all-people")
    await tab.touch("talk")
    await tab.finds(f"face-{nan.id}")
    assert not tab.keys("member-")
    assert not tab.has("add-member")


async def test_what_is_too_long_to_keep_changes_nothing_and_says_so(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    id = there(application)["Nan"].id
    await tab.write(f"phone-{id}", "1" * 41)
    await tab.leave(f"phone-{id}")
    assert there(application)["Nan"].phone == ""
    assert tab.control(f"phone-{id}").get("error") == "Not saved: this is 1 letter too long."
    assert tab.value(f"phone-{id}") == "1" * 41


async def test_who_is_in_the_middle_is_chosen_and_taken_out_again_by_touch(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add(tab, "Nan")
    await tab.touch("all-people")
    for middle_now in ([], ["Mia"]):
        await tab.touch("ask-middle")
        await tab.touch(next(k for k in tab.touchable("choose-") if "Mia" in tab.words_in(k)))
        await tab.until(lambda now=middle_now: in_the_middle(application) == now)  # type: ignore[misc]
