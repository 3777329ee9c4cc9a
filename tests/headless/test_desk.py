"""The worker's desk by touch: what is due in all families, what is out; a search; a family closed and opened again."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from app.blocks.rows.model import add_row
from app.document import EVERYONE, WORKER, Change, Document, ForWhom, Kind, Person, name_person
from app.document.copies_due import promise_copy
from app.document.copy_log import record_copy
from app.document.copy_rules import decide
from app.document.header import begin, change_header, header
from app.document.office import Looked
from app.document.saying import say
from app.store import NotSaved, StoreDamaged, Vault
from app.store.edit_log import Fault, Loaded
from app.ui.actions.families import TODAY
from app.ui.screens import desk as lists
from app.workspace.application import Application
from app.workspace.workspace import Workspace
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.blocks.plan_making import NAN
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, unlock
from tests.headless.test_family_time import begins
from tests.headless.test_safe_in_the_room import found_out, hidden, in_the_background, locked
from tests.headless.wandering import touch_something
from tests.plans.test_safety_plan import section
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

BADGERS, TITLE, SECOND = "The Badgers", "The quiet book", "Our evenings"
STRANGER = Person("stranger", "Zebedee", "friend", 1, "circle")
TOLD = (BADGERS, TITLE, SECOND, STRANGER.name, FAMILY, "Our story", "Bring a bed", NAN.name)


@dataclass
class Made:
    """A second family, with a story and a safety plan."""

    family: str
    story: str
    safety: str


def desk_of(application: Application) -> Workspace:
    assert application._workspace is not None
    return application._workspace


async def make(application: Application, plan: str, changes: Sequence[Change], by: str = WORKER) -> None:
    desk = desk_of(application)
    await desk.open(plan)
    desk.make(plan, changes, actor=by, undo_scope="made", undo_session="made")
    await desk.settled()


async def second_family(application: Application) -> Made:
    """Add a family with two plans: in one of them Nan and somebody whom no other plan names."""
    desk = desk_of(application)
    family = await desk.create(application.kinds.family, (begin(title=BADGERS, youngest=9),), actor=WORKER)
    await desk.open(family)

    async def plan(kind: Kind, title: str) -> str:
        id = await desk.create(kind, (begin(title=title, family=family, youngest=9),), actor=WORKER)
        await desk.open(id)
        for n, person in enumerate((NAN, STRANGER)):
            await make(application, id, name_person(desk.document(id), person, position=f"a{n}"))
        return id

    made = Made(family, await plan(WORDS_AND_PICTURES, TITLE), await plan(SAFETY_PLAN, SECOND))
    await make(application, family, name_person(desk.document(family), NAN, position="a0"))
    return made


async def promised(application: Application, plan: str, what: str, until: str = "") -> None:
    cells = {"who": WORKER, "what": what} | ({"until": until} if until else {})
    await make(application, plan, add_row(document(application, plan), section("promises"), by=WORKER, cells=cells))


async def at_office(tab: Tab, at: str = "") -> None:
    """From home, through the PIN, to one of the office's lists."""
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("new-family")
    if at:
        await to_list(tab, at)


async def to_list(tab: Tab, at: str) -> None:
    """Go to one of the office's lists, and wait until all is read."""
    await tab.touch(f"list-{at}")
    await tab.until(lambda: not tab.says("One moment"), "never read")


async def looks_for(tab: Tab, name: str) -> None:
    """Look for a name in all that is read."""
    await tab.write("find-family", name)
    await tab.until(lambda: not tab.says("One moment"), "never read")


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")


# The lists


async def test_a_new_office_says_that_there_is_nothing_and_counts_nothing(tab: Tab) -> None:
    await unlock(tab)
    await at_office(tab)
    await tab.sees("At the office", FAMILY)
    for at, nothing in (
        ("dates", "No plan has a next date."),
        ("promises", "You have no open promises."),
        ("copies", "No copies are out, and none are due."),
        ("rested", "Every plan was worked on in the last 90 days."),
    ):
        assert "(" not in tab.words_in(f"list-{at}")[0]
        await to_list(tab, at)
        await tab.sees(nothing)
    await tab.touch("list-families")
    await tab.finds("find-family")


async def test_nothing_of_the_office_is_there_before_the_pin(tab: Tab, application: Application) -> None:
    await unlock(tab)
    made = await second_family(application)
    await make(application, made.story, change_header(document(application, made.story), next="2026-05-08"))
    await tab.touch("families")
    await tab.finds("prove")
    assert not tab.keys("list-")
    assert found_out(tab, set(), TOLD) == []
    await tab.write("secret", "111222")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    assert found_out(tab, set(), TOLD) == []


async def test_next_dates_of_all_families_lead_to_their_plans_and_their_family_is_todays_then(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    made, today = await second_family(application), application.today
    await make(
        application,
        made.story,
        change_header(document(application, made.story), next=(today + timedelta(days=3)).isoformat()),
    )
    await make(
        application,
        made.safety,
        change_header(document(application, made.safety), next=(today - timedelta(days=3)).isoformat()),
    )
    await at_office(tab, "dates")
    assert tab.touchable("date-") == [f"date-{made.safety}", f"date-{made.story}"]
    assert tab.says("Next dates (2)")
    assert tab.words_in(f"date-{made.safety}")[1].startswith("It was planned for ")
    assert f"{BADGERS} · {TITLE}" in tab.words_in(f"date-{made.story}")
    await tab.touch(f"date-{made.story}")
    await tab.finds("next")
    await home(tab)
    await tab.sees(BADGERS)
    assert not tab.says(FAMILY)
    await at_office(tab, "dates")
    await tab.touch(f"date-{made.safety}")
    await tab.finds("next-1")
    await tab.sees(SECOND)


async def test_my_promises_are_told_by_their_day_and_lead_to_their_step(tab: Tab, application: Application) -> None:
    await unlock(tab)
    made, today = await second_family(application), application.today
    await make(application, made.safety, change_header(document(application, made.safety), stage=1))
    await promised(application, made.safety, "Mend the lamp")
    await promised(application, made.safety, "Ask the school", (today + timedelta(days=9)).isoformat())
    await promised(application, made.safety, "Bring a bed", (today - timedelta(days=9)).isoformat())
    await at_office(tab, "promises")
    assert [tab.words_in(key)[1].split(" · ")[0] for key in tab.touchable("promise-")] == [
        "Bring a bed",
        "Ask the school",
        "Mend the lamp",
    ]
    words = tab.words()
    assert words.index("Due") < words.index("Later") < words.index("Without a day")
    await tab.touch(tab.touchable("promise-")[0])
    await tab.finds("step-promises")
    await tab.sees("What does each of us promise?", "Bring a bed")


async def test_copies_to_bring_and_copies_that_are_out_are_told_and_lead_to_the_making_of_copies(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    made, today = await second_family(application), application.today
    await make(
        application, made.story, record_copy(document(application, made.story), whom=NAN.id, paper="whole", day=today)
    )
    await make(
        application, made.safety, record_copy(document(application, made.safety), whom="", paper="page", day=today)
    )
    await make(
        application,
        made.safety,
        say(document(application, made.safety), "We sing", id="sung", section="going-well", by=NAN.id),
        by=NAN.id,
    )
    only = ForWhom("people", (NAN.id,))
    owed = promise_copy(
        document(application, made.safety), whom=NAN.id, until=today, what="Bring a copy", for_whom=only
    )
    await make(application, made.safety, owed)
    await make(application, made.family, decide(document(application, made.family), NAN.id, "may"))
    await at_office(tab, "copies")
    assert tab.says("Copies (3)")
    (bring,) = tab.touchable("bring-")
    assert tab.words_in(bring)[1].startswith(f"A copy for {NAN.name} · By ")
    first, second = (" ".join(tab.words_in(key)) for key in tab.touchable("out-"))
    assert "Nobody in particular" in first
    assert "The plan has changed since." in first
    assert NAN.name in second
    assert "The plan is the same now." in second
    await tab.touch(bring)
    await tab.sees("The worker makes a copy.")


async def test_a_plan_that_has_rested_is_told_with_the_day_on_which_it_was_worked_on(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    made = await second_family(application)
    worked, now = application.today, application.now()
    monkeypatch.setattr(application, "now", lambda: now + 91 * 24 * 60 * 60)
    await at_office(tab, "rested")
    assert set(tab.touchable("rested-")) >= {f"rested-{made.story}", f"rested-{made.safety}"}
    assert any(str(worked.year) in words for words in tab.words_in(f"rested-{made.story}"))
    await tab.touch(f"rested-{made.safety}")
    await tab.finds("next")
    await tab.sees(BADGERS, "What is going well?")


async def test_a_long_list_shows_its_beginning_and_all_of_it_when_asked(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "MOST", 2)
    await unlock(tab)
    made = await second_family(application)
    for n in range(3):
        await promised(application, made.safety, f"Promise {n}")
    await at_office(tab, "promises")
    assert len(tab.touchable("promise-")) == 2
    await tab.touch("show-all")
    assert len(tab.touchable("promise-")) == 3
    assert not tab.has("show-all")


# Looking for somebody


async def test_the_search_finds_families_people_and_plans_and_leads_to_them(tab: Tab, application: Application) -> None:
    await unlock(tab)
    made = await second_family(application)
    await at_office(tab)
    assert not tab.says(TITLE), "the list says which plans there are"
    await looks_for(tab, "zEBE")
    found = tab.touchable("found-person-")
    assert len(found) == 2, "he is in both plans, and his family does not name him"
    assert "Somebody in: The Badgers · The quiet book" in [w for key in found for w in tab.words_in(key)]
    assert not tab.touchable("family-")
    await looks_for(tab, NAN.name)
    (nan,) = tab.touchable("found-person-")
    assert f"Somebody in: {BADGERS}" in tab.words_in(nan)
    await looks_for(tab, "quiet")
    await tab.sees(f"A plan of: {BADGERS}")
    await tab.touch(f"found-plan-{made.story}")
    await tab.finds("next")
    await home(tab)
    await tab.sees(BADGERS)
    await at_office(tab)
    assert tab.value("find-family") == "", "what was looked for stays"
    await looks_for(tab, "badg")
    await tab.touch(f"family-{made.family}")
    await tab.finds("draw")


async def test_the_families_are_there_at_once_while_their_plans_are_still_read(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    made = await second_family(application)
    go_on, glance = asyncio.Event(), Workspace.glance

    async def slow(self: Workspace, id: str, read: object) -> object:
        await go_on.wait()
        return await glance(self, id, read)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "glance", slow)
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds(f"family-{made.family}")
    await tab.touch("list-dates")
    await tab.sees("One moment")
    assert not tab.says("No plan has a next date."), "said before anybody looked"
    await tab.touch("list-families")
    await tab.write("find-family", "quiet")
    await tab.sees("One moment")
    assert not tab.says("Nothing of that name"), "said before anybody looked"
    go_on.set()
    await tab.finds(f"found-plan-{made.story}")
    await tab.until(lambda: not tab.says("One moment"))


async def test_a_lock_in_the_middle_of_the_reading_leaves_nothing_and_says_nothing(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    await second_family(application)
    go_on, glance = asyncio.Event(), Workspace.glance

    async def slow(self: Workspace, id: str, read: object) -> object:
        await go_on.wait()
        return await glance(self, id, read)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "glance", slow)
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("new-family")
    await locked(tab)
    go_on.set()
    await tab.still()
    assert found_out(tab, set(), TOLD) == []
    assert not tab.has("notice")


async def test_the_reading_ends_when_the_office_is_left(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    await second_family(application)
    go_on, asked = asyncio.Event(), []

    async def slow(self: Workspace, id: str, read: Callable[[Document], Looked]) -> tuple[Looked, bool]:
        asked.append(id)
        await go_on.wait()
        return Looked(id), True

    monkeypatch.setattr(Workspace, "glance", slow)
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("new-family")
    await home(tab)
    go_on.set()
    await tab.still()
    assert len(asked) == 1


async def test_a_plan_that_is_damaged_is_told_of_and_keeps_nobody_from_the_others(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await make(
        application, made.safety, change_header(document(application, made.safety), next=application.today.isoformat())
    )
    await tab.touch("lock")
    await unlock(tab)
    load = Vault.load

    def damaged(self: Vault, id: str) -> Loaded:
        if id == made.safety:
            return Loaded(load(self, id).kind, load(self, id).edits, (Fault("edits"),))
        if id == made.story:
            raise StoreDamaged
        return load(self, id)

    with monkeypatch.context() as broken:
        broken.setattr(Vault, "load", damaged)
        await at_office(tab)
        await tab.sees("A part of these cannot be read.")
        assert tab.touchable("part-") == [f"part-{made.safety}", f"part-{made.story}"]
        assert tab.has(f"family-{made.family}")
        await to_list(tab, "dates")
        assert tab.touchable("date-") == [f"date-{made.safety}"]


# A family closed


async def to_close(tab: Tab, family: str) -> None:
    await at_office(tab)
    await tab.touch(f"about-{family}")
    await tab.touch("close-family")
    await tab.finds("close-family-sure")


async def test_what_closing_means_and_what_is_open_is_said_before_and_keeping_it_open_changes_nothing(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await promised(application, made.safety, "Bring a bed")
    await make(application, made.story, change_header(document(application, made.story), next="2026-12-24"))
    owed = promise_copy(
        document(application, made.story), whom="", until=date(2026, 12, 24), what="", for_whom=EVERYONE
    )
    await make(application, made.story, owed)
    await to_close(tab, made.family)
    await tab.sees(
        f"Close {BADGERS}?",
        "3 things are still open:",
        "Bring a bed",
        "Nothing is deleted.",
        "Plans cannot yet be handed on as a whole",
    )
    before = len(document(application, made.family).edits)
    await tab.touch("keep-family-open")
    assert tab.has("close-family")
    assert len(document(application, made.family).edits) == before
    await tab.touch("close-family")
    await tab.touch(f"open-{made.story}")
    await tab.finds("next")
    await home(tab)
    await to_close(tab, made.family)
    await tab.touch(f"copy-of-{made.safety}")
    await tab.sees("The worker makes a copy.")


async def test_a_closed_family_is_in_a_list_of_its_own_and_in_no_other_and_is_opened_again_as_it_was(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await promised(application, made.safety, "Bring a bed")
    await make(application, made.story, change_header(document(application, made.story), next="2026-12-24"))
    before = [document(application, plan).items for plan in (made.story, made.safety)]
    await at_office(tab)
    assert not tab.has("to-closed")
    await tab.touch(f"family-{made.family}")
    await tab.finds("draw")
    await to_close(tab, made.family)
    await tab.touch("close-family-sure")
    await tab.sees(f"{BADGERS} is closed.")
    await tab.finds("find-family")
    assert not tab.has(f"family-{made.family}")
    for at in ("dates", "promises", "copies", "rested"):
        await to_list(tab, at)
        assert not tab.keys(f"{at[:-1]}-")
        assert not tab.says(TITLE)
    await tab.touch("back")
    await tab.sees("Who are you visiting?")
    await at_office(tab)
    await looks_for(tab, "zebedee")
    await tab.touch(tab.touchable("found-person-")[0])
    await tab.sees("Closed on", TITLE)
    assert not tab.touchable("its-"), "a plan of a closed family is opened"
    await tab.touch("back")
    await tab.touch("to-closed")
    await tab.touch(f"closed-{made.family}")
    await tab.touch("open-family-again")
    await tab.sees(f"{BADGERS} is open again.", "No family is closed.")
    await tab.touch("back")
    await to_list(tab, "dates")
    assert tab.touchable("date-") == [f"date-{made.story}"]
    await tab.touch("list-families")
    await tab.touch(f"family-{made.family}")
    await tab.finds(f"plan-{made.story}")
    assert [document(application, plan).items for plan in (made.story, made.safety)] == before


async def test_a_family_whose_closing_could_not_be_saved_is_open(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await to_close(tab, made.family)

    def no_room(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await tab.touch("close-family-sure")
        await tab.sees("could not be saved")
    assert header(document(application, made.family)).closed == ""
    await tab.touch("close-family-sure")
    await tab.sees(f"{BADGERS} is closed.")


async def test_what_a_family_is_closed_with_is_still_closed_after_a_restart(tab: Tab, application: Application) -> None:
    await unlock(tab)
    made = await second_family(application)
    await to_close(tab, made.family)
    await tab.touch("close-family-sure")
    await tab.sees("is closed.")
    await tab.touch("lock")
    await tab.finds("unlock")
    await unlock(tab)
    await at_office(tab)
    assert not tab.has(f"family-{made.family}")
    await tab.touch("to-closed")
    await tab.finds(f"closed-{made.family}")


async def test_home_falls_to_no_family_where_the_chosen_one_is_closed(tab: Tab, application: Application) -> None:
    await unlock(tab)
    made = await second_family(application)
    await make(application, made.family, change_header(document(application, made.family), closed="2026-11-22"))
    desk = desk_of(application)
    await desk.thread.run(desk.vault.keep_setting, TODAY, made.family)
    await tab.touch("lock")
    await unlock(tab)
    await tab.sees("Who are you visiting?")
    assert not tab.says(BADGERS)


# Who else is in the room


@pytest.mark.parametrize("away", [locked, hidden, in_the_background])
@pytest.mark.parametrize("at", ["", "dates", "promises", "copies", "rested", "search", "about", "close"])
async def test_nothing_of_the_office_is_left_when_it_is_locked_or_hidden(
    tab: Tab, application: Application, away: object, at: str
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await promised(application, made.safety, "Bring a bed")
    await make(application, made.story, change_header(document(application, made.story), next="2026-05-08"))
    await make(
        application,
        made.story,
        record_copy(document(application, made.story), whom=NAN.id, paper="whole", day=application.today),
    )
    if at in ("about", "close"):
        await to_close(tab, made.family)
        if at == "about":
            await tab.touch("keep-family-open")
    else:
        await at_office(tab, "" if at == "search" else at)
    if at == "search":
        await looks_for(tab, STRANGER.name)
    assert at in ("rested",) or found_out(tab, set(), TOLD)
    await away(tab)  # type: ignore[operator]
    await tab.still()
    assert found_out(tab, set(), TOLD) == []
    chance = random.Random(at)
    for _step in range(15):
        await touch_something(tab, chance)
        assert found_out(tab, set(), TOLD) == []


async def test_after_a_hide_at_the_office_the_pin_leads_back_to_its_door_and_not_into_it(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    await second_family(application)
    await at_office(tab, "dates")
    await hidden(tab)
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("prove")
    assert found_out(tab, set(), (BADGERS, TITLE)) == []


async def test_in_a_familys_own_time_there_is_no_way_to_the_office(tab: Tab, application: Application) -> None:
    await unlock(tab)
    await tab.until(lambda: tab.touchable("plan-"))
    await tab.touch(tab.touchable("plan-")[0])
    await tab.finds("next")
    await begins(tab)
    await tab.finds("give-back")
    assert not tab.has("families")
