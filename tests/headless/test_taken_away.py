"""What is taken away: one touch takes one thing, however often it comes, and a line in its place brings it back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.agreement.model import agreements
from app.blocks.rows.model import rows
from app.document.header import header
from app.ink.drawing import strokes
from app.kit import removal
from app.kit.removal import Removals, RemovedItem, with_removed
from app.main import screen_of
from app.ui.session.session import Session
from app.workspace.application import Application
from tests.blocks.rows_kind import TRIAL, TRIAL_KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import copied, document, draw_line, keyring, meet, to_pad, unlock
from tests.headless.staged import new_plan, of, staged_tablet
from tests.headless.test_pad import drawings
from tests.headless.test_rows import rowed, to_trial
from tests.store.making import PIN

ROOT = Path(__file__).resolve().parents[2]
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


def taken(id: str, among: tuple[str, ...]) -> RemovedItem[str]:
    return RemovedItem(id, "", "list", among, lambda: None)


@given(IDS, st.data())
def test_whatever_is_taken_away_in_whatever_order_keeps_its_place(ids: list[str], data: st.DataObject) -> None:
    there, gone = list(ids), []
    for id in data.draw(st.lists(st.sampled_from(ids), unique=True)):
        gone.append(taken(id, tuple(there)))
        there.remove(id)
        assert with_removed(there, gone) == tuple(ids)


@given(IDS, IDS, st.data())
def test_what_came_meanwhile_is_there_once_and_nothing_is_lost(
    ids: list[str], now: list[str], data: st.DataObject
) -> None:
    gone = [taken(id, tuple(ids)) for id in data.draw(st.lists(st.sampled_from(ids), unique=True))]
    found = with_removed(now, gone)
    assert sorted(found) == sorted({*now, *(t.id for t in gone)})
    assert [id for id in found if id in now] == now


def test_a_touch_in_the_moment_after_another_is_not_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(removal, "MOMENT", 0.7)
    monkeypatch.setattr(removal, "monotonic", lambda: clock[0])
    removals = Removals[str]()
    assert removals.heeds()
    for later, heeded in ((0.2, False), (0.5, False), (0.69, False), (0.7, True), (5.0, True)):
        clock[0] += later
        assert removals.heeds() is heeded


@pytest.mark.asyncio
async def test_two_buttons_of_one_function_have_a_guard_each_and_a_cancelled_one_lives() -> None:
    session, done, gate = Session(), list[str](), asyncio.Event()

    def button(name: str) -> Callable[..., object]:
        async def act() -> None:
            done.append(name)
            await gate.wait()

        return session.handler(act, once=name)

    first = asyncio.ensure_future(button("a")())  # type: ignore[arg-type]
    second = asyncio.ensure_future(button("b")())  # type: ignore[arg-type]
    again = asyncio.ensure_future(button("a")())  # type: ignore[arg-type]
    await asyncio.sleep(0)
    assert done == ["a", "b"]
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    gate.set()
    await asyncio.gather(second, again)
    await button("a")()  # type: ignore[misc]
    assert done == ["a", "b", "a"]


async def twice(tab: Tab, key: str) -> None:
    """Touch twice before the screen has changed."""
    there = await tab.finds(key)
    for _touch in range(2):
        tab.event(there, "click", None)
    await tab.still()


@pytest_asyncio.fixture
async def trial(prepared: Path, tmp_path: Path) -> AsyncIterator[Application]:
    application = Application(copied(prepared, tmp_path / "data"), keyring(), TRIAL_KINDS)
    try:
        yield application
    finally:
        await application.close()


@pytest.mark.asyncio
async def test_a_row_touched_away_twice_is_one_row_and_comes_back_where_it_was(
    trial: Application, nothing_unseen: None
) -> None:
    async with opened(screen_of(trial)) as tab:
        plan = await to_trial(tab, trial)
        section = TRIAL.sections[0].slug

        def words() -> list[str]:
            return [row.id for row in rows(document(trial, plan), section)]

        ids = await rowed(tab, "Ring Nan", "Feed the dog", "Go to bed")
        section = next(i.section for i in document(trial, plan).items.values() if i.id == ids[0])
        assert words() == ids
        await tab.touch(f"open-{ids[1]}")
        await twice(tab, f"remove-{ids[1]}")
        assert words() == [ids[0], ids[2]]
        wanted = [f"row-{ids[0]}", f"taken-{ids[1]}", f"row-{ids[2]}"]
        assert [key for key in tab.keys("") if key in wanted] == wanted
        await twice(tab, f"back-{ids[1]}")
        assert words() == ids
        assert not tab.has(f"taken-{ids[1]}")
        await tab.touch(f"open-{ids[0]}")
        await tab.touch(f"remove-{ids[0]}")
        await tab.finds(f"taken-{ids[0]}")
        await tab.touch("undo")
        await tab.until(lambda: words() == ids)
        assert not tab.has(f"taken-{ids[0]}"), "it is there, and said to be gone"


@pytest.mark.asyncio
async def test_who_agreed_is_taken_back_once_and_the_next_one_does_not_come_under_the_finger(
    prepared: Path, tmp_path: Path, nothing_unseen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged_tablet(copied(prepared, tmp_path / "data")) as application, new_plan(application) as tab:
        mum, nan = await meet(tab, "Mum", "parent"), await meet(tab, "Nan")
        await tab.touch("open-stage-1")
        await tab.touch("step-agreed")
        for person in (mum, nan):
            await tab.touch("agree")
            await tab.touch(f"choose-{person}")
            await tab.until(lambda person=person: person in {a.by for a in agreements(of(application), "agreed")})  # type: ignore[misc]
        first, second = agreements(of(application), "agreed")
        monkeypatch.setattr(removal, "MOMENT", 3600.0)
        await twice(tab, f"take-back-{first.id}")
        await tab.finds(f"taken-{first.id}")
        await tab.touch(f"take-back-{second.id}")
        assert [a.id for a in agreements(of(application), "agreed")] == [second.id], "a second touch took the next one"
        await tab.touch(f"back-{first.id}")
        await tab.until(lambda: [a.id for a in agreements(of(application), "agreed")] == [first.id, second.id])


@pytest.mark.asyncio
async def test_a_number_of_who_can_help_is_taken_away_once_and_stays_in_its_place(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    await tab.touch("safety")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("helpline-who-0")
    before = len(tab.keys("helpline-who-"))
    await twice(tab, "remove-helpline-1")
    assert len(tab.keys("remove-helpline-")) == before - 1
    assert not tab.has("remove-helpline-1"), "the next one stands where it was"
    await tab.touch("back-1")
    await tab.finds("remove-helpline-1")
    await tab.touch("remove-helpline-0")
    await tab.touch("keep-helplines")
    await tab.sees("These numbers are kept.")
    assert len((await application.door()).helplines) == before - 1
    await tab.touch("first-helplines")
    await tab.until(lambda: len(tab.keys("remove-helpline-")) == before)
    await tab.touch("own-helplines")
    await tab.until(lambda: len(tab.keys("remove-helpline-")) == before - 1)


@pytest.mark.asyncio
async def test_nobody_at_the_table_puts_a_plan_in_the_bin_without_the_pin(tab: Tab, application: Application) -> None:
    await unlock(tab)
    plan = tab.touchable("plan-")[0].removeprefix("plan-")
    await tab.touch(f"more-{plan}")
    await tab.touch("bin")
    await tab.write("secret", "000000")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    assert not header(document(application, plan)).binned


@pytest.mark.asyncio
async def test_two_quick_touches_of_clear_the_page_do_not_answer_what_is_asked_then(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await tab.touch("more")
    monkeypatch.setattr(removal, "MOMENT", 3600.0)
    await tab.touch("clear")
    await tab.touch("clear-yes")
    await tab.touch("clear-no")
    found = document(application, drawings(application))
    assert strokes(found, found.children(None, section="mine")[0].id)


def test_whatever_has_the_sign_of_taking_away_does_it_the_one_way_or_asks() -> None:
    """A new list takes away by takes_away() or by Removals; what is named here asks for the PIN or has its own Undo."""
    asks = {
        "about_plan.py": "the bin: the PIN",
        "families.py": "only leads to the bin",
        "pad_more.py": "a page is cleared: asked, and Undo stands beside it",
        "stickers_and_photos.py": "a sticker: Undo stands beside it",
    }
    signed = [file for file in (ROOT / "app").rglob("*.py") if "Icons.DELETE_OUTLINE" in file.read_text("utf-8")]
    other = {f.name for f in signed if not any(way in f.read_text("utf-8") for way in ("takes_away(", "RemovedItem("))}
    assert other == set(asks)
