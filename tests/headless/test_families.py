"""Today's family: chosen before the visit, alone on the screen during it, and added in two answers."""

import pytest

from app.store import NotSaved, Vault
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def to_new_family(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("new-family")
    await tab.finds("nickname")


def cards(application: Application) -> list[str]:
    workspace = application._workspace
    assert workspace is not None
    return [card.title for card in workspace.thread.submit(workspace.vault.cards).result()]


async def add(tab: Tab, nickname: str, age: str = "7") -> None:
    await tab.write("nickname", nickname)
    await tab.write("youngest", age)
    await tab.touch("add-family")


async def test_a_new_family_is_todays_family_at_once(tab: Tab, application: Application) -> None:
    await to_new_family(tab)
    await add(tab, "  The Badgers ")
    await tab.finds("draw")
    await tab.sees("The Badgers")
    assert not tab.says(FAMILY)
    assert not tab.touchable("plan-")


async def test_the_list_of_families_needs_the_pin_and_can_be_searched(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("families")
    assert not tab.says(FAMILY)
    await tab.write("secret", "111222")
    await tab.touch("prove")
    await tab.sees("That is not right. Everything is safe.")
    assert not tab.says(FAMILY)
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees(FAMILY)
    assert not tab.says("Our story"), "the list says which plans there are"
    await tab.write("find-family", "badg")
    await tab.sees("Nothing of that name is on this tablet.")
    await tab.write("find-family", "  oTT")
    await tab.touch(tab.touchable("family-")[0])
    await tab.finds("draw")


async def test_what_was_left_out_of_the_own_areas_is_told_at_the_office_and_nowhere_before(
    tab: Tab, application: Application
) -> None:
    application.told = ("ours.toml: Line 3 cannot be read.",)
    await unlock(tab)
    assert not tab.says("ours.toml")
    await tab.touch("families")
    assert not tab.says("ours.toml")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees(FAMILY, "Some of your own areas were left out.", "ours.toml: Line 3 cannot be read.")


@pytest.mark.parametrize(
    ("nickname", "age", "sentence"),
    [
        ("", "7", "Please give the family a nickname. Nothing has been added yet."),
        (" \t ", "7", "Please give the family a nickname. Nothing has been added yet."),
        ("a" * 10_000, "7", "That is too long to keep in one place."),
        ("The Badgers", "", "Please write the age of the youngest child as a number"),
        ("The Badgers", "ten", "Please write the age of the youngest child as a number"),
        ("The Badgers", "-3", "Please write the age of the youngest child as a number"),
        ("The Badgers", "26", "Please write the age of the youngest child as a number"),
        ("The Badgers", "²", "Please write the age of the youngest child as a number"),
        ("The Badgers", "7" * 5000, "Please write the age of the youngest child as a number"),
        ("\x00\x07", "7", "A name is needed here. Nothing has been changed."),
    ],
    ids=["empty", "blank", "10,000 letters", "no age", "words", "below", "above", "raised", "long", "controls"],
)
async def test_what_cannot_be_kept_gets_a_sentence_and_nothing_is_added(
    tab: Tab, application: Application, nickname: str, age: str, sentence: str
) -> None:
    await to_new_family(tab)
    before = cards(application)
    await add(tab, nickname, age)
    await tab.sees(sentence)
    assert tab.value("nickname") == nickname
    assert cards(application) == before


@pytest.mark.parametrize("nickname", ["👩‍👧‍👦 🦦", "عائلة القضاعة", "Ørsted-Nguyễn", "The\x00 Otters\x07"])
async def test_names_of_every_script_are_taken_and_control_characters_left_out(tab: Tab, nickname: str) -> None:
    await to_new_family(tab)
    await add(tab, nickname)
    await tab.finds("draw")
    await tab.sees(nickname.replace("\x00", "").replace("\x07", ""))


async def test_an_age_is_taken_in_the_digits_of_any_script(tab: Tab, application: Application) -> None:
    await to_new_family(tab)
    before = cards(application)
    await add(tab, "The Badgers", "\ufeff٧ ")
    await tab.finds("draw")
    assert cards(application) == [*before, "The Badgers"]


async def test_numbers_of_who_can_help_that_cannot_be_read_are_told_at_the_office_and_where_they_are_chosen(
    tab: Tab, application: Application
) -> None:
    (application.folder / "helplines.json").write_text("[" * 15_000)
    await unlock(tab)
    await tab.touch("families")
    assert not tab.says("could not be read")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees(FAMILY, "The numbers of Who can help could not be read")
    await tab.touch("back")
    await tab.touch("safety")
    assert not tab.says("could not be read")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("The numbers of Who can help could not be read", "0800 1111")


async def test_touching_add_twice_adds_one_family(tab: Tab, application: Application) -> None:
    await to_new_family(tab)
    before = cards(application)
    await tab.write("nickname", "The Badgers")
    await tab.write("youngest", "7")
    there = tab.control("add-family")
    tab.event(there, "click", None)
    tab.event(there, "click", None)
    await tab.finds("draw")
    await tab.still()
    assert cards(application) == [*before, "The Badgers"]


async def test_a_family_that_cannot_be_saved_is_said_and_what_was_written_stays(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_new_family(tab)

    def no_room(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await add(tab, "The Badgers")
        await tab.sees("could not be saved")
    assert tab.value("nickname") == "The Badgers"
    await tab.touch("add-family")
    await tab.finds("draw")
