"""A copy: after the PIN, for somebody, when it is safe to hold; else no file is made, and something is offered."""

import pytest

from app.language import isolate
from app.store import NotSaved
from app.ui.screens import copy
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import allow, meet, say, to_page, to_plan
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """For whom copies were made, as they are."""
    asked: list[str | None] = []
    real = copy.make_copy

    def make(document: object, whom: str | None, **more: object) -> object:
        asked.append(whom)
        return real(document, whom, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(copy, "make_copy", make)
    return asked


async def to_copy(tab: Tab, application: Application) -> str:
    """In a plan, where Nan, who may hold one, said something, ask for a copy; returns Nan's id."""
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    allow(application, plan, nan)
    await tab.touch(f"speak-{nan}")
    await say(tab, "We have a dog")
    await tab.touch("copy")
    await tab.sees("The worker makes a copy.")
    return nan


async def prove(tab: Tab) -> None:
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Who is this copy for?")


async def test_without_the_pin_there_is_no_copy(tab: Tab, application: Application, made: list[str | None]) -> None:
    await to_copy(tab, application)
    await tab.write("secret", "111222")
    await tab.touch("prove")
    await tab.sees("That is not right. Everything is safe.")
    assert not tab.has("for-nobody")
    assert not made


@pytest.mark.parametrize("answer", ["safe-yes", "safe-not-sure"])
async def test_yes_and_not_sure_make_no_file_and_offer_something_else(
    tab: Tab, application: Application, made: list[str | None], answer: str
) -> None:
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.sees("Could anyone who might hurt someone see this, on paper or on a phone?")
    await tab.touch(answer)
    await tab.sees("Then no copy is made", "Read it together here")
    assert tab.has("make-office") == (answer == "safe-not-sure")
    await tab.still()
    assert not made
    assert not tab.calls
    assert not tab.has("save-copy")
    await tab.touch("again")
    await tab.sees("Who is this copy for?")


async def test_no_makes_a_copy_that_is_looked_over_and_then_saved(
    tab: Tab, application: Application, made: list[str | None]
) -> None:
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert made == [nan]
    await tab.sees("We have a dog")
    await tab.touch("save-copy")
    await tab.until(lambda: tab.calls)
    (call,) = [told for name, told in tab.calls if name == "save_file"]
    assert call["src_bytes"].startswith(b"%PDF")
    assert call["file_name"] == "copy-1.pdf"
    for word in ("Otters", "Nan", "Mia", "Our story", "Jo"):
        assert word.lower() not in call["file_name"].lower()
    await tab.sees("The copy should now be among this device's downloads.")
    await tab.touch("back")
    await tab.touch("copy")
    await prove(tab)
    assert not tab.says("Copy 1"), "who has a copy stands in sight of everybody"
    await tab.touch("open-record")
    await tab.sees("Copies made here", "Copy 1 · Nan")


async def test_four_to_a_page_is_another_file_of_the_same_words(
    tab: Tab, application: Application, made: list[str | None]
) -> None:
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.finds("paper-four")
    assert chosen(tab) == ["paper-page"]
    await tab.touch("save-copy")
    await tab.touch("paper-four")
    await tab.until(lambda: chosen(tab) == ["paper-four"])
    await tab.sees("We have a dog")
    await tab.touch("save-copy")
    await tab.until(lambda: len(tab.calls) == 2)
    one, four = (told["src_bytes"] for _name, told in tab.calls)
    assert one != four
    assert four.startswith(b"%PDF")
    assert made == [nan, nan]
    await tab.touch("paper-page")
    await tab.until(lambda: chosen(tab) == ["paper-page"])


def chosen(tab: Tab) -> list[str]:
    return [key for key in tab.keys("paper-") if tab.control(key)["style"]["side"]["default"].get("width") == 2]


async def test_a_copy_for_nobody_in_particular_says_so(
    tab: Tab, application: Application, made: list[str | None]
) -> None:
    await to_copy(tab, application)
    await prove(tab)
    await tab.touch("for-nobody")
    await tab.touch("word-yes")
    await tab.touch("safe-no")
    await tab.sees("A copy for nobody in particular")
    assert made == [None]


async def test_what_a_child_keeps_to_herself_is_in_nobody_elses_preview(tab: Tab, application: Application) -> None:
    nan = await to_copy(tab, application)
    await tab.touch("back")
    await meet(tab, "Mia", "child")
    await tab.touch("arrange")
    await tab.touch("add-mine")
    await tab.touch("open-page")
    await say(tab, "I saw the bottles")
    await tab.touch("copy")
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert not [v for v in tab.everything() if isinstance(v, str) and "bottles" in v]


async def test_leaving_a_copy_begun_goes_back_to_the_plan_and_asks_the_pin_again(
    tab: Tab, application: Application
) -> None:
    await to_copy(tab, application)
    await prove(tab)
    await tab.touch("back")
    await tab.finds("next")
    await tab.touch("copy")
    await tab.sees("The worker makes a copy.")


async def test_where_no_number_can_be_kept_there_is_no_copy_and_it_says_so(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_vault: object, *, above: int) -> int:
        raise NotSaved

    monkeypatch.setattr(copy, "take_number", full)
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.sees("No copy was made", NotSaved().sentence())
    assert not tab.has("save-copy")
    await tab.touch("again")
    await tab.sees("Who is this copy for?")


async def test_what_is_not_on_the_copy_is_told_before_it_leaves_with_its_place_and_a_way_on(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pdf.shaping.can_shape", lambda: False)
    nan = await to_copy(tab, application)
    await tab.touch("back")
    await to_page(tab, "Our family")
    await tab.touch(f"speak-{nan}")
    await say(tab, "நான் பாட்டியுடன்")
    await say(tab, "a \ue000 sign and \uf0b7 a bullet")
    await tab.touch("copy")
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    await tab.sees("Before you hand it on")
    await tab.sees(f"{isolate('Our family')}: words in Tamil letters are not on it.")
    await tab.sees(f"{isolate('Our family')}: a sign was left out.")
    await tab.sees("Nothing is lost. You can read those words together on the screen")
    await tab.sees("Some words here are in Tamil letters. They could not be put on this copy.", "We have a dog")
    assert not tab.says("நான்"), "the preview is all that is in it"
    await tab.touch("save-copy")
    await tab.until(lambda: tab.calls)


async def test_of_the_offices_copy_it_is_told_only_where_that_is_open(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pdf.shaping.can_shape", lambda: False)
    nan = await to_copy(tab, application)
    await tab.touch("back")
    await to_page(tab, "Our family")
    await tab.touch(f"speak-{nan}")
    await say(tab, "நான் பாட்டியுடன்")
    await tab.touch("copy")
    await prove(tab)
    await tab.touch("for-office")
    await tab.touch("make-office")
    await tab.finds("save-copy")
    assert not tab.says("Tamil")
    await tab.touch("look-over")
    await tab.sees("Before you hand it on")


async def test_a_copy_with_all_of_it_tells_nothing(tab: Tab, application: Application) -> None:
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert not tab.says("Before you hand it on")
