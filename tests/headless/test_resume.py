"""A reload, a kill or a lock by itself leads back to where somebody was, behind the PIN. Hide and Lock do not."""

from pathlib import Path
from typing import cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.main import screen_of
from app.ui.session import resume
from app.ui.session.browser_back import STANDS_AT, one_up
from app.ui.session.resume import KEPT_FOR, after_hide, packed, resumed, unpacked
from app.ui.session.routes import (
    AboutPlan,
    AskedAlone,
    AtPad,
    AtPlan,
    AtWords,
    BeginFamilyTime,
    ChangeSecret,
    DrawingsOf,
    Families,
    FamilyTime,
    HandedBack,
    Home,
    KeptForWorker,
    Lock,
    MakeCopy,
    NewFamily,
    NewPlan,
    NewSecret,
    OfferVisitCode,
    OurPeople,
    ReadTogether,
    Route,
    Safety,
    SpareKey,
    Waiting,
    WhoMayHold,
    in_hands,
)
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import (
    FAMILY,
    comes_back,
    copied,
    document,
    draw_line,
    gives_back,
    keyring,
    meet,
    say,
    sitting,
    to_pad,
    to_page,
    to_plan,
    unlock,
)
from tests.headless.test_home import into_the_bin
from tests.headless.test_safe_in_the_room import pictures

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
KEPT = st.deferred(
    lambda: st.one_of(
        st.sampled_from([Home(), Families(), Safety()]),
        st.builds(AtPlan, NAMES, NAMES, st.booleans()),
        st.builds(AboutPlan, NAMES),
        st.builds(DrawingsOf, NAMES),
        st.builds(AtPad, NAMES, NAMES, st.builds(AtPlan, NAMES, NAMES), st.booleans(), st.booleans()),
        st.builds(AtWords, NAMES, NAMES, NAMES, st.builds(AtPlan, NAMES)),
        st.builds(AskedAlone, NAMES, NAMES, NAMES, st.just(Home())),
        st.builds(ReadTogether, NAMES, st.integers(0, 99), st.builds(AtPlan, NAMES), NAMES),
    )
)
NEVER = (Lock(), SpareKey("the secret code"), NewFamily(), BeginFamilyTime("p"), FamilyTime())


@given(KEPT, st.floats(0, KEPT_FOR))
def test_a_place_that_is_kept_is_found_again(route: Route, later: float) -> None:
    there = resumed(route)
    assert unpacked(packed(there, 1000.0), 1000.0 + later) == there


@given(KEPT)
def test_another_day_or_a_clock_that_ran_back_leads_home(route: Route) -> None:
    kept = packed(route, 100_000.0)
    assert unpacked(kept, 100_001.0 + KEPT_FOR) == Home()
    assert unpacked(kept, 99_999.0) == Home()


@given(st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text()), st.binary()))
def test_what_is_no_place_is_home(kept: object) -> None:
    assert unpacked(kept, 0.0) == Home()


@pytest.mark.parametrize(
    "kept",
    [
        '[0, ["plan", {"plan": 7}]]',
        '[0, ["plan", {"colour": "red"}]]',
        '[0, ["a-newer-place", {}]]',
        '[0, ["waiting", {"page": ["home", {}]}]]',
        '[0, ["pad", {"document": "d", "page": "p"}]]',
        '["0", ["plan", {"plan": "p"}]]',
        "[0, " + '["pad", {"document": "d", "page": "p", "back": ' * 400 + "0" + "}]" * 400 + "]",
    ],
)
def test_what_another_version_kept_is_home(kept: str) -> None:
    assert unpacked(kept, 0.0) == Home()


@pytest.mark.parametrize("route", NEVER)
def test_a_key_that_is_shown_once_and_what_is_half_begun_is_never_kept(route: Route) -> None:
    assert unpacked(packed(route, 0.0), 0.0) == Home()
    assert "secret" not in packed(route, 0.0)


@given(KEPT)
def test_how_long_it_is_tells_nothing_of_where_it_was(route: Route) -> None:
    if all(name.isascii() and name.isprintable() for name in map(str, vars(route).values())):
        assert len(packed(resumed(route), 1000.0)) == len(packed(Home(), 1000.0))


@given(KEPT)
def test_hide_never_leads_into_somebodys_hands_and_back_never_out_of_them(route: Route) -> None:
    assert not in_hands(after_hide(route))
    assert not in_hands(after_hide(resumed(route)))
    if in_hands(route):
        assert one_up(route) == route
        assert isinstance(resumed(route), Waiting)


def test_a_copy_that_was_made_and_a_page_that_was_given_back_lead_to_what_is_behind_them() -> None:
    assert resumed(MakeCopy("p")) == AtPlan("p")
    assert resumed(HandedBack(AtPlan("p"))) == AtPlan("p")


@pytest.mark.asyncio
async def test_after_a_kill_the_pin_leads_to_the_page_where_one_was(
    application: Application, tmp_path: Path, nothing_unseen: None
) -> None:
    async with opened(screen_of(application)) as tab:
        await to_plan(tab)
        page = await to_page(tab, "Who can I talk to?")
        await tab.touch("talk")
        await tab.still(0.05)
        folder = copied(application.folder, tmp_path / "killed")
    async with sitting(folder) as again, opened(screen_of(again)) as tab:
        await tab.finds("unlock")
        assert not [t for t in tab.everything() if isinstance(t, str) and ("talk" in t or FAMILY in t)]
        await comes_back(tab, f"scroll-{page}")
        await tab.sees("Who did the child choose to talk to?")


@pytest.mark.asyncio
async def test_a_child_whose_tab_is_reloaded_finds_their_page_under_a_cover_behind_the_pin(tab: Tab) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await tab.reload()
    await tab.finds("unlock")
    assert not pictures(tab)
    await comes_back(tab, "go-on")
    assert not pictures(tab)
    await tab.touch("go-on")
    await tab.until(lambda: pictures(tab), "the picture is not there")
    assert not tab.has("photo")
    await gives_back(tab, "draw")


@pytest.mark.asyncio
async def test_locked_by_itself_it_leads_back_and_locked_by_hand_home(tab: Tab) -> None:
    await to_plan(tab)
    page = await to_page(tab, "Our family")
    tab.goes_behind()
    await tab.finds("unlock")
    await comes_back(tab, f"scroll-{page}")
    await tab.touch("lock")
    await unlock(tab)


@pytest.mark.asyncio
async def test_a_tablet_that_was_shut_for_longer_opens_at_home_and_not_on_the_last_familys_page(
    prepared: Path, tmp_path: Path, nothing_unseen: None
) -> None:
    now = [1_800_000_000.0]
    application = Application(copied(prepared, tmp_path / "data"), keyring(), KINDS, now=lambda: now[0])
    async with opened(screen_of(application)) as tab:
        await to_plan(tab)
        tab.goes_behind()
        await tab.finds("unlock")
        now[0] += KEPT_FOR + 1
        await unlock(tab)
    await application.close()


@pytest.mark.asyncio
async def test_a_place_that_is_gone_is_home_without_a_word_of_fault(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    async with opened(screen_of(application)) as other:
        await unlock(other)
        tab.goes_behind()
        await tab.finds("unlock")
        await other.touch(f"more-{plan}")
        await into_the_bin(other)
        await unlock(tab)
        await tab.still()
        assert not tab.has("notice")


@pytest.mark.asyncio
async def test_a_second_tab_begins_at_home_whatever_the_first_one_shows(tab: Tab, application: Application) -> None:
    await to_plan(tab)
    await tab.still(0.05)
    async with opened(screen_of(application)) as other:
        await unlock(other)


@pytest.mark.asyncio
async def test_what_is_somebodys_own_is_opened_anew_and_not_by_the_unlocking(
    tab: Tab, application: Application
) -> None:
    """A question about one item waits for whoever was asked; a whole section of somebody's own does not."""
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    item = next(iter(document(application, plan).children(None, section="story"))).id
    session = cast(object, next(iter(application._sessions)).keep.__self__)  # type: ignore[attr-defined]
    back = AtPlan(plan, page)
    asked, own = AskedAlone(plan, item, "mum", back), AskedAlone(plan, "story", "mum", back)
    assert await resume.still_there(session, Waiting(asked)) == Waiting(asked)  # type: ignore[arg-type]
    assert await resume.still_there(session, Waiting(own)) == back  # type: ignore[arg-type]
    assert await resume.still_there(session, Waiting(AtPad("no-such", "x", back, handed=True))) == back  # type: ignore[arg-type]
    assert await resume.still_there(session, AtPlan("no-such")) == Home()  # type: ignore[arg-type]


async def back_of_the_browser(tab: Tab) -> None:
    await tab.goes_to(STANDS_AT)
    await tab.goes_to("/")


@pytest.mark.asyncio
async def test_the_browsers_back_goes_one_place_up_keeps_words_and_never_leaves_the_app(tab: Tab) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    await meet(tab, "Nan")
    await say(tab, "We have a dog")
    await back_of_the_browser(tab)
    await tab.finds(f"plan-{plan}")
    await back_of_the_browser(tab)
    assert tab.has(f"plan-{plan}")
    await tab.touch("lock")
    await tab.finds("unlock")
    await back_of_the_browser(tab)
    assert tab.has("unlock")


def test_back_leads_where_the_arrow_of_each_screen_leads_and_no_screen_is_forgotten() -> None:
    plan = AtPlan("p", "s")
    there: tuple[tuple[Route, Route | None], ...] = (
        (plan, Home()),
        (AboutPlan("p"), Home()),
        (MakeCopy("p"), AtPlan("p")),
        (WhoMayHold("f", MakeCopy("p")), MakeCopy("p")),
        (BeginFamilyTime("p"), AtPlan("p")),
        (ReadTogether("p", 2, plan), plan),
        (AtPad("p", "i", plan), plan),
        (DrawingsOf("f"), Home()),
        (Families(), Home()),
        (KeptForWorker(), Home()),
        (NewFamily(), Home()),
        (NewPlan("k", "f"), Home()),
        (OurPeople("f", plan), plan),
        (OurPeople("f", plan, "nan"), OurPeople("f", plan)),
        (Safety(), Home()),
        (ChangeSecret(), Safety()),
        (OfferVisitCode(plan), plan),
        # Nowhere from what is in somebody's hands, nor from where there is no arrow.
        (AtPad("p", "i", plan, handed=True), None),
        (AtWords("p", "s", "nan", plan), None),
        (AskedAlone("p", "w", "nan", plan), None),
        (Waiting(AtPad("p", "i", plan, handed=True)), None),
        (HandedBack(plan), None),
        (SpareKey(plan), None),
        (NewSecret(plan), None),
        (Home(), None),
        (FamilyTime(), None),
        (Lock(), None),
    )
    for route, up in there:
        assert one_up(route) == (up or route)
    assert {type(route) for route, _up in there} == set(get_args(Route))
