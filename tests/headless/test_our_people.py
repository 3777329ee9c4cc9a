"""People change: a name, an age, who left, who was typed twice, a colleague instead; and who stands in which plan."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from app.blocks.rows.model import add_row, rows
from app.document import WORKER, Document, Set, name_person, people
from app.document.header import header
from app.document.people import age_on, here
from app.sayings.outline import told_sayings
from app.workspace.application import Application
from app.workspace.workspace import Workspace
from plans.safety_plan import SAFETY_PLAN
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, meet, say, to_page, to_plan, unlock
from tests.headless.test_family_time import begins
from tests.headless.test_safe_in_the_room import crawl, found_out, hidden, hidden_by_a_key, in_the_background, locked
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


def desk_of(application: Application) -> Workspace:
    workspace = application._workspace
    assert workspace is not None, "locked"
    return workspace


def opened(application: Application, kind: str) -> list[str]:
    return [id for id, held in desk_of(application)._open.items() if held.document.kind.slug == kind]


def family_of(application: Application) -> Document:
    (id,) = opened(application, "family")
    return document(application, id)


def in_bar(tab: Tab) -> list[str]:
    return [key.removeprefix("speak-") for key in tab.touchable("speak-")]


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("families")


async def to_people(tab: Tab) -> None:
    """From home to the list of our people."""
    await tab.touch("our-people")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("add-somebody")


async def to_person(tab: Tab, person: str) -> None:
    await to_people(tab)
    await tab.touch(f"person-{person}")
    await tab.until(lambda: not tab.has("add-somebody"))


async def start(tab: Tab, kind: str) -> None:
    await tab.touch(f"start-{kind}")
    await tab.finds("next")


async def otters(tab: Tab) -> tuple[str, str, str]:
    """Mia and Nan are in the story, and Nan has said something; returns the plan and both."""
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    mia = await meet(tab, "Mia", "child")
    nan = await meet(tab, "Nan")
    await say(tab, "We bake on Sundays")
    assert page
    return plan, mia, nan


async def test_a_new_plan_shows_the_worker_and_the_one_child_and_nobody_else_until_they_are_chosen(
    tab: Tab, application: Application
) -> None:
    _plan, mia, nan = await otters(tab)
    await home(tab)
    await start(tab, "safety-plan")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia], "somebody whom nobody chose stands in the plan")
    (plan,) = opened(application, "safety-plan")
    there = document(application, plan).children(None, section="people")
    assert [i.fields["ref"] for i in there] == [WORKER, mia]
    assert there[0].position < there[1].position, "two stand in one place: their faces change places as a plan opens"
    assert not tab.says("Nan")
    await tab.touch("new-person")
    await tab.finds(f"choose-{nan}")
    assert not tab.has(f"choose-{mia}")
    await tab.touch(f"choose-{nan}")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia, nan])


async def test_who_is_it_offers_who_stands_in_the_plan_and_the_others_when_they_are_asked_for(tab: Tab) -> None:
    _plan, mia, nan = await otters(tab)
    await home(tab)
    await start(tab, "safety-plan")
    await tab.touch("hand-over-to-write")
    await tab.finds(f"choose-{mia}")
    assert not tab.has(f"choose-{nan}")
    await tab.touch("somebody-else")
    await tab.finds(f"choose-{nan}")


async def test_somebody_is_taken_out_of_a_plan_and_what_they_said_stays_and_choosing_them_brings_them_back(
    tab: Tab, application: Application
) -> None:
    plan, _mia, nan = await otters(tab)
    await tab.touch("choose-face")
    await tab.touch(f"face-of-{nan}")
    await tab.touch("not-in-plan")
    await tab.until(lambda: nan not in in_bar(tab))
    await tab.sees("We bake on Sundays", "Nan says")
    assert nan not in here(document(application, plan), people(document(application, plan)))
    await tab.touch("new-person")
    await tab.touch(f"choose-{nan}")
    await tab.until(lambda: nan in in_bar(tab))


@pytest.mark.parametrize(("touch", "before"), [("name-was-wrong", "Nan Jo"), ("name-is-new", "Nan")])
async def test_at_the_table_one_touch_says_whether_a_name_was_wrong_or_is_new(
    tab: Tab, application: Application, touch: str, before: str
) -> None:
    plan, _mia, nan = await otters(tab)
    await tab.touch("choose-face")
    await tab.touch(f"face-of-{nan}")
    await tab.touch("correct-name")
    await tab.write("new-name", " ")
    await tab.touch(touch)
    await tab.sees("A name is needed here.")
    await tab.write("new-name", "Nan Jo")
    await tab.touch(touch)
    await tab.until(lambda: not tab.has("new-name"))
    await tab.touch("close-faces")
    await tab.sees(f"{before} says", "Nan Jo speaks")
    await say(tab, "And on Mondays")
    (page,) = {
        i.parent for i in document(application, plan).items.values() if i.fields.get("words") == "And on Mondays"
    }
    told = [t.who for t in told_sayings(document(application, plan), "story", page)]
    assert told == [before, "Nan Jo"]
    assert people(family_of(application))[nan].name == "Nan Jo"


async def test_our_people_stand_behind_the_pin_and_at_the_table_nobody_else_is_named(tab: Tab) -> None:
    _plan, _mia, _nan = await otters(tab)
    await home(tab)
    await tab.touch("our-people")
    await tab.finds("secret")
    assert not tab.says("Nan")
    assert not tab.says("Mia")
    await tab.write("secret", "000000")
    await tab.touch("prove")
    await tab.sees("That is not right")
    assert not tab.says("Nan")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Nan", "Mia")
    await tab.touch("hide")
    await tab.finds("more")
    assert not any(isinstance(t, str) and ("Nan" in t or FAMILY in t) for t in tab.everything())


async def test_who_moved_out_is_offered_nowhere_and_what_they_said_stays_and_they_come_back(tab: Tab) -> None:
    plan, mia, nan = await otters(tab)
    await home(tab)
    await to_person(tab, nan)
    await tab.touch("left-moved")
    await tab.finds("here-again")
    await tab.sees("They have nothing left to do here.")
    await tab.touch("back")
    await tab.sees("Not among our people any more", "Moved out")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia])
    await tab.sees("Nan says", "We bake on Sundays")
    await tab.touch("hand-over-to-write")
    await tab.finds(f"choose-{mia}")
    assert not tab.has(f"choose-{nan}")
    assert not tab.has("somebody-else")
    await tab.touch("not-now")
    await tab.touch("copy")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds(f"for-{mia}")
    assert not tab.has(f"for-{nan}")
    await tab.touch("back")
    await home(tab)
    await to_person(tab, nan)
    await tab.touch("here-again")
    await tab.finds("left-moved")
    await tab.touch("back")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia, nan])


async def test_a_row_in_hand_shows_the_faces_of_who_stands_in_the_plan_and_of_nobody_who_left_or_is_elsewhere(
    tab: Tab, application: Application
) -> None:
    _story, mia, nan = await otters(tab)
    rob = await meet(tab, "Rob")
    await home(tab)
    await start(tab, "safety-plan")
    await tab.touch("new-person")
    await tab.touch(f"choose-{nan}")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia, nan])
    await tab.touch("step-steps")
    await tab.touch("add-row")
    (row,) = rows(document(application, opened(application, "safety-plan")[0]), "steps")
    await tab.finds(f"is-{row.id}-{nan}")
    assert not tab.has(f"is-{row.id}-{rob}"), "somebody who is not in this plan is named at the table"
    await home(tab)
    await to_person(tab, nan)
    await tab.touch("left-moved")
    await tab.finds("here-again")
    await tab.touch("back")
    await tab.touch("back")
    await tab.touch(f"plan-{opened(application, 'safety-plan')[0]}")
    await tab.touch("step-steps")
    await tab.touch("add-row")
    await tab.until(lambda: [k for k in tab.touchable("is-") if k.endswith(WORKER)])
    assert [k for k in tab.touchable("is-") if k.endswith(nan)] == []


async def with_rules(tab: Tab, application: Application, nan: str) -> str:
    """A safety plan with two things for Nan to do, one that she did, and a promise of hers; returns its id."""
    await home(tab)
    await start(tab, "safety-plan")
    (plan,) = opened(application, "safety-plan")
    person = people(family_of(application))[nan]
    desk_of(application).make(
        plan,
        name_person(document(application, plan), person, position="b0"),
        actor=WORKER,
        undo_scope="people",
        undo_session="x",
    )
    made = {
        "steps": [{"who": nan, "what": "Ring the school"}, {"who": nan, "what": "Bake a cake", "done": True}],
        "rules": [{"rule": "Somebody stays awake", "who": nan, "checks": WORKER}],
        "promises": [{"who": nan, "what": "A new bed"}, {"who": WORKER, "what": "A lock for the door"}],
    }
    for slug, lines in made.items():
        section = SAFETY_PLAN.section(slug)
        assert section is not None
        for cells in lines:
            changes = add_row(document(application, plan), section, by=WORKER, cells=cells)
            desk_of(application).make(plan, changes, actor=WORKER, undo_scope=slug, undo_session="x")
    await tab.sees("Saved")
    return plan


async def test_what_somebody_who_died_was_to_do_is_given_to_another_or_left_one_by_one(
    tab: Tab, application: Application
) -> None:
    _story, mia, nan = await otters(tab)
    plan = await with_rules(tab, application, nan)
    await home(tab)
    await tab.sees("Nan: A new bed")
    await to_person(tab, nan)
    await tab.touch("left-died")
    await tab.sees("What", "Ring the school", "Somebody stays awake", "A new bed")
    assert not tab.says("Bake a cake")
    step = next(k for k in tab.touchable("give-") if tab.words_in(k.replace("give-", "open-"))[0] == "Ring the school")
    await tab.touch(step)
    await tab.touch(step.replace("give-", f"to-{mia}-"))
    await tab.until(lambda: not tab.says("Ring the school"))
    bed = next(k for k in tab.touchable("leave-") if tab.words_in(k.replace("leave-", "open-"))[0] == "A new bed")
    await tab.touch(bed)
    await tab.until(lambda: not tab.says("A new bed"))
    now = document(application, plan)
    assert [(r.cells["what"], r.cells["who"]) for r in rows(now, "steps")] == [
        ("Ring the school", mia),
        ("Bake a cake", nan),
    ]
    assert rows(now, "promises")[0].cells["who"] == nan
    assert mia in here(now, people(now))
    await tab.touch("back")
    await tab.touch("back")
    await tab.finds("families")
    assert not tab.says("A new bed")
    await tab.sees("A lock for the door")


async def test_two_who_are_one_are_joined_and_are_two_again(tab: Tab, application: Application) -> None:
    plan, mia, nan = await otters(tab)
    nanna = await meet(tab, "Nanna")
    await say(tab, "I have a key")
    await home(tab)
    await to_person(tab, nanna)
    await tab.touch(f"same-{nan}")
    await tab.sees("one person?")
    await tab.touch("are-two")
    await tab.touch(f"same-{nan}")
    await tab.touch("are-one")
    await tab.sees("They are two people after all")
    assert list(people(family_of(application))) == [mia, nan]
    await tab.touch("back")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia, nan])
    await tab.sees("We bake on Sundays", "I have a key")
    assert not tab.says("Nanna says")
    await home(tab)
    await to_person(tab, nan)
    await tab.touch(f"two-{nanna}")
    await tab.finds(f"same-{nanna}")
    assert people(document(application, plan))[nanna].name == "Nanna"


async def test_a_colleague_is_the_worker_from_now_on_and_what_was_said_stays_the_earlier_workers(
    tab: Tab, application: Application
) -> None:
    story, _mia, nan = await otters(tab)
    await tab.touch(f"speak-{WORKER}")
    await say(tab, "I will ring on Friday")
    plan = await with_rules(tab, application, nan)
    await home(tab)
    await to_person(tab, WORKER)
    await tab.touch("colleague-here")
    await tab.sees("Please write your colleague's name.")
    await tab.write("colleagues-name", "Sam")
    await tab.touch("colleague-here")
    await tab.sees("is the worker now")
    told = {
        t.words: t.who
        for i in document(application, story).children(None, section="story")
        for t in told_sayings(document(application, story), "story", i.id)
    }
    assert told["I will ring on Friday"] == "Jo"
    assert people(document(application, story))[WORKER].name == people(family_of(application))[WORKER].name == "Sam"
    (earlier,) = (p for p in people(family_of(application)).values() if p.name == "Jo")
    assert earlier.left == "handed-on"
    assert rows(document(application, plan), "promises")[1].cells["who"] == earlier.id
    await tab.touch("back")
    await tab.touch(f"person-{earlier.id}")
    await tab.sees("A lock for the door", "Was the worker")
    key = next(
        k for k in tab.touchable("give-") if tab.words_in(k.replace("give-", "open-"))[0] == "A lock for the door"
    )
    await tab.touch(key)
    await tab.touch(key.replace("give-", f"to-{WORKER}-"))
    await tab.until(lambda: not tab.says("A lock for the door"))
    assert rows(document(application, plan), "promises")[1].cells["who"] == WORKER


async def test_the_workers_own_name_is_put_right_everywhere(tab: Tab, application: Application) -> None:
    plan, _mia, _nan = await otters(tab)
    await home(tab)
    await to_person(tab, WORKER)
    await tab.write("workers-own-name", "Joanna")
    await tab.touch("use-my-name")
    await tab.sees("It is kept.")
    assert people(document(application, plan))[WORKER].name == "Joanna"
    workspace = desk_of(application)
    assert await workspace.thread.run(workspace.vault.setting, "worker", "") == "Joanna"
    assert "Jo" not in [p.name for p in people(document(application, plan)).values()]


async def test_ages_are_said_and_grow_and_the_youngest_follows_into_the_plans(
    tab: Tab, application: Application
) -> None:
    plan, mia, _nan = await otters(tab)
    await home(tab)
    await to_person(tab, mia)
    await tab.write("person-age", "lots")
    await tab.touch("use-age")
    await tab.sees("Please write the age as a number")
    await tab.write("person-age", "5")
    await tab.touch("use-age")
    await tab.until(lambda: people(family_of(application))[mia].age == 5)
    await tab.until(lambda: header(document(application, plan)).youngest == 5)
    today = application.today
    assert age_on(people(family_of(application))[mia], date(today.year + 2, 12, 31)) == 7
    await tab.touch("back")
    await tab.sees("5 years old", "the children's ages say so")


async def test_a_family_gets_another_nickname_and_another_youngest_age(tab: Tab, application: Application) -> None:
    await unlock(tab)
    await to_people(tab)
    await tab.write("family-nickname", "The Badgers")
    await tab.write("family-youngest", "99")
    await tab.touch("use-family")
    await tab.sees("Please write the age of the youngest child")
    await tab.write("family-youngest", "4")
    await tab.touch("use-family")
    await tab.sees("It is kept.")
    assert (header(family_of(application)).title, header(family_of(application)).youngest) == ("The Badgers", 4)
    await tab.touch("back")
    await tab.sees("The Badgers")


async def test_two_childrens_plans_are_told_apart_by_their_names_from_the_start(
    tab: Tab, application: Application
) -> None:
    _plan, mia, _nan = await otters(tab)
    ben = await meet(tab, "Ben", "child")
    await home(tab)
    await tab.touch("start-good-lives")
    await tab.touch(f"whose-{ben}")
    await tab.finds("next")
    (bens,) = opened(application, "good-lives")
    assert header(document(application, bens)).title == "My plan: Ben"
    assert header(document(application, bens)).whose == ben
    assert in_bar(tab) == [ben, WORKER]
    await home(tab)
    await tab.touch("start-good-lives")
    await tab.finds(f"whose-{mia}")
    assert not tab.has("for-all-of-us")
    await tab.touch("another-child")
    await tab.write("childs-name", "Ava")
    await tab.touch("start-for-child")
    await tab.finds("next")
    await home(tab)
    await tab.sees("My plan: Ben", "My plan: Ava")
    await tab.touch("start-safety-plan")
    await tab.touch("for-all-of-us")
    await tab.finds("next")
    await home(tab)
    await tab.sees("Our plan")
    # A name that was wrong is put right in the title, too.
    await to_person(tab, ben)
    await tab.write("new-name", "Benny")
    await tab.touch("name-was-wrong")
    await tab.until(lambda: header(document(application, bens)).title == "My plan: Benny")


async def test_with_one_child_or_none_a_plan_begins_with_one_touch(tab: Tab) -> None:
    await unlock(tab)
    await start(tab, "safety-plan")
    await meet(tab, "Mia", "child")
    await home(tab)
    await start(tab, "family-star")


async def test_whom_the_worker_names_on_the_set_up_sheet_stands_in_no_plan_for_it(
    tab: Tab, application: Application
) -> None:
    _story, mia, nan = await otters(tab)
    await home(tab)
    await start(tab, "safety-plan")
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("close-set-up")
    (plan,) = opened(application, "safety-plan")
    await tab.touch("new-person")
    await tab.touch(f"choose-{nan}")
    await tab.until(lambda: nan in people(document(application, plan)), "the plan does not know their name")
    await tab.touch("close-set-up")
    await tab.finds("set-up-sheet")
    assert in_bar(tab) == [WORKER, mia]


async def test_somebody_who_was_chosen_and_then_changed_speaks_no_more(tab: Tab, application: Application) -> None:
    plan, _mia, nan = await otters(tab)
    await home(tab)
    await to_person(tab, nan)
    await tab.touch("left-not-ours")
    await tab.finds("here-again")
    await tab.touch("back")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    await tab.sees("Touch who is speaking, or just write")


async def test_a_plan_that_was_in_the_bin_learns_what_has_changed_when_it_is_opened(
    tab: Tab, application: Application
) -> None:
    plan, _mia, nan = await otters(tab)
    await home(tab)
    workspace = desk_of(application)
    (family,) = opened(application, "family")
    name = next(i for i in family_of(application).children(None, section="people") if i.fields.get("ref") == nan)
    workspace.make(family, [Set(name.id, "name", "Granny")], actor=WORKER, undo_scope="people", undo_session="x")
    assert people(document(application, plan))[nan].name == "Nan"
    await tab.touch(f"plan-{plan}")
    await tab.until(lambda: people(document(application, plan))[nan].name == "Granny")
    await tab.sees("Granny says")


async def test_in_the_familys_own_time_nobody_reaches_our_people_nor_sees_who_else_there_is(tab: Tab) -> None:
    _plan, mia, nan = await otters(tab)
    await home(tab)
    await start(tab, "safety-plan")
    await tab.until(lambda: in_bar(tab) == [WORKER, mia])
    await begins(tab)
    await tab.touch("choose-face")
    await tab.finds("close-faces")
    assert not tab.has("all-our-people")
    assert not tab.has("not-in-plan")
    await tab.touch("close-faces")
    await tab.touch("new-person")
    await tab.finds("person-name")
    assert not tab.has(f"choose-{nan}")
    assert not tab.says("Nan")


@pytest.mark.parametrize("away", [locked, hidden, hidden_by_a_key, in_the_background])
@pytest.mark.parametrize("page", ["list", "person", "whose"])
async def test_away_from_our_people_nothing_that_can_be_touched_leads_to_a_name(
    tab: Tab, away: Callable[[Tab], Awaitable[None]], page: str
) -> None:
    _plan, _mia, nan = await otters(tab)
    await meet(tab, "Zebedee", "child")
    await home(tab)
    told = ("Zebedee", FAMILY, "We bake on Sundays")
    if page == "list":
        await to_people(tab)
    elif page == "person":
        await to_person(tab, nan)
    else:
        await tab.touch("start-safety-plan")
        await tab.finds("for-all-of-us")
    assert found_out(tab, set(), told)
    await away(tab)
    await tab.still()
    await crawl(tab, set(), seed=1, told_by=told)
