"""Parts of a session, each by itself: where it may go, when it locks, where the PIN leads."""

import pytest

from app.store import Locked
from app.ui.session import auto_lock, resume
from app.ui.session.access import Access
from app.ui.session.auto_lock import AutoLock
from app.ui.session.keys import Keys
from app.ui.session.navigation import after_unlocking, may_go
from app.ui.session.open_plans import OpenPlans
from app.ui.session.resume import NEVER, WayBack
from app.ui.session.routes import AtPad, AtPlan, Families, HandedBack, Home, NewSecret, Route, Waiting
from app.ui.session.settings import Settings
from app.workspace.workspace import Workspace

IN_HANDS = AtPad("plan", "page", AtPlan("plan"), handed=True)


def shut() -> Workspace:
    raise Locked


@pytest.mark.parametrize("here", [IN_HANDS, HandedBack(Home()), Waiting(IN_HANDS), NewSecret(Home())])
def test_nothing_leads_out_of_somebodys_hands_or_past_a_secret_that_is_due(here: Route) -> None:
    assert not may_go(here, Home(), "")
    assert not may_go(here, AtPlan("plan"), "plan")


def test_a_familys_own_time_stays_within_their_plan() -> None:
    assert may_go(Home(), Families(), "")
    assert may_go(AtPlan("plan"), AtPlan("plan", "a-step"), "plan")
    assert not may_go(AtPlan("plan"), AtPlan("another"), "plan")
    assert not may_go(AtPlan("plan"), Home(), "plan")


def test_the_pin_leads_back_and_in_a_familys_own_time_no_further_than_their_plan() -> None:
    assert after_unlocking(Families(), "") == Families()
    assert after_unlocking(Families(), "plan") == AtPlan("plan")
    assert after_unlocking(AtPlan("plan", "a-step"), "plan") == AtPlan("plan", "a-step")


def test_it_is_due_to_lock_when_more_minutes_went_than_were_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    now, minutes = [100.0], [5]
    monkeypatch.setattr(auto_lock, "monotonic", lambda: now[0])
    alone = AutoLock(lambda: minutes[0])
    now[0] += 5 * 60
    assert not alone.due
    now[0] += 1
    assert alone.due
    minutes[0] = 6
    assert not alone.due
    now[0] += 60
    assert alone.due
    alone.begin()
    assert not alone.due


def test_the_way_back_leads_there_once_and_home_where_it_was_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resume, "monotonic", lambda: 7.0)
    back = WayBack()
    assert back.left == NEVER
    assert back.take() == Home()
    back.leave(AtPlan("plan"), 1000.0)
    assert back.left == (1000.0, 7.0)
    (kept,) = back.kept().values()
    assert resume.unpacked(kept, 1001.0) == AtPlan("plan")
    assert back.take() == AtPlan("plan")
    assert back.take() == Home()


@pytest.mark.asyncio
async def test_locked_nothing_is_opened_and_no_setting_is_had() -> None:
    settings = Settings(shut)
    plans = OpenPlans(shut, lambda: "", lambda: True, lambda act: act())
    for asked in (settings.get("a"), settings.keep("a", 1), settings.remember("a", 1), plans.open("plan")):
        with pytest.raises(Locked):
            await asked
    assert plans.opened("plan") is None


@pytest.mark.asyncio
async def test_an_unlocking_that_is_not_wanted_any_more_gives_the_workspace_back() -> None:
    access = Access()
    left: list[bool] = []

    async def opening() -> Workspace:
        access.opening = False  # Hidden meanwhile.
        return object()  # type: ignore[return-value]

    async def leave() -> None:
        left.append(access.unlocked)

    with pytest.raises(Locked):
        await access.begin(opening(), leave)
    assert left == [False]
    assert not access.unlocked
    with pytest.raises(Locked):
        _ = access.workspace


@pytest.mark.asyncio
async def test_a_key_does_what_the_screen_wants_of_it_and_nothing_where_it_wants_nothing() -> None:
    keys, pressed = Keys(), list[str]()
    await keys.press("Arrow Left")

    async def act(key: str) -> None:
        pressed.append(key)

    keys.act = act
    await keys.press("Arrow Right")
    assert pressed == ["Arrow Right"]
