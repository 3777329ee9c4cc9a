"""Who may hold a copy, by touch: nothing at the table tells of a rule; the worker's own page tells why."""

from collections.abc import Awaitable, Callable

import pytest

from app.blocks.rows.model import add_row
from app.document import EVERYONE, WORKER, new_id
from app.document.copies_due import copies_due, promise_copy
from app.document.copy_log import copies_made
from app.document.copy_rules import OFFICE, Holding, rule_of
from app.document.header import header
from app.document.saying import say as said_by
from app.workspace.application import Application
from plans.safety_plan import SAFETY_PLAN
from tests.headless.flet_session import Tab
from tests.headless.sitting import allow, decided, document, meet, say, to_page, to_plan, unlock
from tests.headless.test_safe_in_the_room import crawl, finished, hidden, in_the_background, locked
from tests.headless.test_safety_plan import plan_of, to_safety_plan
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

WHY = "A court said so in March"


async def prove(tab: Tab) -> None:
    await tab.write("secret", PIN)
    await tab.touch("prove")


async def to_copy(tab: Tab) -> None:
    await tab.touch("copy")
    await prove(tab)
    await tab.sees("Who is this copy for?")


async def two_people(tab: Tab) -> tuple[str, str, str]:
    """A story in which Ann and Bob, who stand alike, each said something; returns its id and theirs."""
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    ids = []
    for name in ("Ann", "Bob"):
        ids.append(await meet(tab, name))
        await tab.touch(f"speak-{ids[-1]}")
        await say(tab, f"We have a dog, says {name}")
    return plan, ids[0], ids[1]


def rule(application: Application, plan: str, person: str) -> Holding:
    workspace = application._workspace
    assert workspace is not None
    return rule_of(workspace.document(header(document(application, plan)).family), person).holding


def glass(tab: Tab, name: str, person: str) -> tuple[list[str], list[str]]:
    """Return all that can be read, and every key, with somebody's name and id taken out."""
    words = [w.replace(name, "…") for w in tab.words()]
    return words, [k.replace(person, "…") for k in tab.keys("")]


async def test_whoever_must_not_and_whoever_nobody_decided_about_meet_the_very_same_screen(
    tab: Tab, application: Application
) -> None:
    plan, ann, bob = await two_people(tab)
    decided(application, plan, "must-not", ann)
    await to_copy(tab)
    listed = tab.words()
    seen = []
    for name, person in (("Ann", ann), ("Bob", bob)):
        await tab.touch(f"for-{person}")
        await tab.sees("There is no copy for", "yet.")
        seen.append(glass(tab, name, person))
        assert not tab.has("safe-no")
        await tab.touch("again")
        await tab.sees("Who is this copy for?")
    assert seen[0] == seen[1]
    for holdings in (("may", "must-not"), ("not-decided", "not-decided"), ("may", "may")):
        for person, holding in zip((ann, bob), holdings, strict=True):
            decided(application, plan, holding, person)
        await tab.still()
        assert tab.words() == listed, "the list of faces tells of a rule"
    assert not tab.calls


async def test_the_worker_is_told_why_behind_the_pin_alone(tab: Tab, application: Application) -> None:
    plan, ann, bob = await two_people(tab)
    decided(application, plan, "must-not", ann)
    await to_copy(tab)
    for person, told in ((ann, "you said that they must not have one"), (bob, "you have not decided")):
        await tab.touch(f"for-{person}")
        await tab.touch("who-may-hold")
        await tab.sees("This page is for the worker alone.")
        assert not tab.says(told)
        await prove(tab)
        await tab.sees("Who may hold a copy", told)
        await tab.touch("back")
        await prove(tab)
        await tab.sees("Who is this copy for?")


async def test_what_is_touched_on_the_workers_page_holds_in_every_plan_of_the_family(
    tab: Tab, application: Application
) -> None:
    plan, ann, bob = await two_people(tab)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.touch(f"may-{ann}")
    await tab.touch(f"must-not-{bob}")
    await tab.write(f"why-{bob}", WHY)
    await tab.leave(f"why-{bob}")
    await tab.until(lambda: rule(application, plan, bob) == "must-not")
    assert rule(application, plan, ann) == "may"
    await tab.touch("back")
    await prove(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    await tab.touch("back")
    await tab.touch("back")
    await tab.finds("draw")
    await tab.touch("start-safety-plan")
    await tab.finds("next")
    await to_page(tab, "Going well")
    await tab.touch("new-person")
    await tab.touch(f"choose-{bob}")
    await tab.touch(f"speak-{bob}")
    await say(tab, "We eat together")
    await to_copy(tab)
    await tab.touch(f"for-{bob}")
    await tab.sees("There is no copy for", "yet.")
    assert not tab.says(WHY)
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.until(lambda: WHY in tab.words_in("why-not"))


async def test_a_rule_that_is_made_later_takes_back_what_was_promised(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-no")
    await tab.touch("bring-later")
    await tab.touch("bring-1")
    await tab.touch("owe-everyone")
    await tab.until(lambda: copies_due(document(application, plan)))
    await tab.finds("next")
    await tab.touch("back")
    await tab.finds("promise-0")
    await tab.touch("families")
    await prove(tab)
    family = header(document(application, plan)).family
    await tab.touch(f"copies-of-{family}")
    await prove(tab)
    await tab.touch(f"must-not-{ann}")
    await tab.until(lambda: not copies_due(document(application, plan)))
    await tab.touch("back")
    await prove(tab)
    await tab.touch(f"family-{family}")
    await tab.finds("draw")
    await tab.still()
    assert not tab.has("promise-0")


async def test_a_promise_of_before_the_rules_waits_for_the_workers_decision(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    workspace = application._workspace
    assert workspace is not None
    for whom in (ann, ""):
        promised = promise_copy(
            document(application, plan), whom=whom, until=application.today, what="", for_whom=EVERYONE
        )
        workspace.make(plan, promised, actor=WORKER, undo_scope="made", undo_session="before")
    await to_copy(tab)
    assert len(tab.keys("make-")) == 1, "only the one for nobody in particular is offered"
    await tab.touch(f"for-{ann}")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.sees("You promised a copy of: Our story.")
    await tab.touch(f"not-decided-{ann}")
    await tab.still()
    assert len(copies_due(document(application, plan))) == 2, "nothing was decided, so nothing is taken back"
    await tab.touch(f"may-{ann}")
    await tab.until(lambda: rule(application, plan, ann) == "may")
    await tab.touch("back")
    await prove(tab)
    await tab.until(lambda: len(tab.keys("make-")) == 2)


async def test_what_is_owed_to_whom_may_hold_none_is_not_offered_nor_promised(
    tab: Tab, application: Application
) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-no")
    await tab.touch("bring-later")
    await tab.touch("bring-1")
    decided(application, plan, "must-not", ann)  # In another tab, a moment ago.
    await tab.sees("There is no copy for", "yet.")
    assert not tab.has("owe-everyone")
    assert copies_due(document(application, plan)) == ()


async def test_a_copy_that_lies_ready_does_not_leave_once_the_rule_is_another(
    tab: Tab, application: Application
) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    decided(application, plan, "not-decided", ann)
    await tab.sees("There is no copy for", "yet.")
    assert not tab.has("save-copy")
    assert not tab.calls


async def test_somebody_who_was_just_added_holds_nothing(tab: Tab, application: Application) -> None:
    plan, ann, bob = await two_people(tab)
    allow(application, plan, ann, bob)
    new = await meet(tab, "Zac")
    await tab.touch(f"speak-{new}")
    await say(tab, "I am new here")
    await to_copy(tab)
    await tab.touch(f"for-{new}")
    await tab.sees("There is no copy for", "yet.")
    assert rule(application, plan, new) == "not-decided"


async def test_a_copy_for_nobody_in_particular_takes_the_workers_word_each_time(
    tab: Tab, application: Application
) -> None:
    await two_people(tab)
    await to_copy(tab)
    for _time in range(2):
        await tab.touch("for-nobody")
        await tab.sees("Anybody could end up reading this copy.")
        assert not tab.has("safe-no")
        await tab.touch("word-no")
        await tab.sees("Who is this copy for?")
    await tab.touch("for-nobody")
    await tab.touch("word-yes")
    await tab.touch("safe-not-sure")
    await tab.touch("again")
    await tab.touch("for-nobody")
    await tab.finds("word-yes")


async def test_not_sure_makes_the_offices_copy_and_nothing_for_the_person(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-not-sure")
    await tab.sees("Then no copy is made", "A copy that stays at the office")
    await tab.touch("make-office")
    await tab.sees("The office's record", "Others may look at this screen.")
    assert not tab.says("We have a dog"), "shown before anybody said that nobody else looks"
    assert not tab.has("bring-later")
    await tab.touch("look-over")
    await tab.sees("We have a dog", "It is not to be handed on.")
    await tab.touch("save-copy")
    await tab.until(lambda: tab.calls)
    (told,) = [told for name, told in tab.calls if name == "save_file"]
    assert told["file_name"] == "copy-1.pdf"
    await tab.until(lambda: copies_made(document(application, plan)))
    (made,) = copies_made(document(application, plan))
    assert (made.whom, made.number) == (OFFICE, 1)


async def test_yes_offers_the_office_nothing_and_the_list_does(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("safe-yes")
    await tab.sees("Then no copy is made")
    assert not tab.has("make-office")
    await tab.touch("again")
    await tab.touch(f"for-{OFFICE}")
    await tab.touch("make-office")
    await tab.finds("save-copy")


async def test_each_copy_that_is_made_has_the_next_number(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    allow(application, plan, ann)
    for n in (1, 2):
        await to_copy(tab)
        await tab.touch(f"for-{ann}")
        await tab.touch("safe-no")
        await tab.touch("paper-four")
        for times in (1, 2):
            await tab.touch("save-copy")
            await tab.until(lambda sent=2 * n - 2 + times: len(tab.calls) == sent)
        await tab.touch("back")
        await tab.finds("next")
    names = [told["file_name"] for name, told in tab.calls if name == "save_file"]
    assert names == ["copy-2.pdf"] * 2 + ["copy-4.pdf"] * 2, "a number is taken when a copy is made"
    assert [c.number for c in copies_made(document(application, plan))] == [4, 2], "saved twice is one copy"


async def test_the_set_up_sheet_leads_to_the_rules_and_keeps_the_old_notes(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    notes = said_by(document(application, plan), "Not Bob. Nan may.", id=new_id(), section="setup-copies", by=WORKER)
    workspace = application._workspace
    assert workspace is not None
    workspace.make(plan, tuple(notes), actor=WORKER, undo_scope="made", undo_session="before")
    await tab.touch("set-up-sheet")
    await prove(tab)
    await tab.touch("step-setup-copies")
    await tab.sees("Not Bob. Nan may.", "They make no rule.")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.sees("Your notes on copies", "Not Bob. Nan may.")
    assert [tab.says("Your notes name them"), tab.words().count("Your notes name them. Please decide here.")] == [
        True,
        1,
    ]
    await tab.touch(f"may-{ann}")
    await tab.until(lambda: rule(application, plan, ann) == "may")
    await tab.touch("back")
    await tab.finds("next")


async def test_a_safety_plans_old_rows_stay_and_no_new_ones_are_offered(tab: Tab, application: Application) -> None:
    await to_safety_plan(tab)
    await tab.sees("Saved")
    dad = await meet(tab, "Dad")
    plan = plan_of(application)
    section = SAFETY_PLAN.section("copies")
    assert section is not None
    cells = {"who": dad, "may": "must-not", "why": WHY}
    workspace = application._workspace
    assert workspace is not None
    row = add_row(document(application, plan), section, by=WORKER, cells=cells)
    workspace.make(plan, row, actor=WORKER, undo_scope="made", undo_session="before")
    await tab.touch("set-up-sheet")
    await prove(tab)
    await tab.touch("step-copies")
    await tab.sees("Must not have one", WHY, "They make no rule.")
    assert not tab.has("add-row")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.sees("Your notes on copies", WHY, "Your notes name them")


@pytest.mark.parametrize("away", [locked, hidden, in_the_background])
async def test_nothing_of_the_workers_page_stays_on_the_screen(
    tab: Tab, application: Application, away: Callable[[Tab], Awaitable[None]]
) -> None:
    plan, ann, _bob = await two_people(tab)
    decided(application, plan, "must-not", ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.write(f"why-{ann}", WHY)
    await tab.leave(f"why-{ann}")
    await tab.sees(WHY)
    await away(tab)
    await tab.still()
    await crawl(tab, set(), seed=1, told_by=(WHY, "Ann", "Bob", "Must not have one", "Who may hold a copy"))


async def test_hide_on_the_workers_page_leads_back_to_the_pin_and_not_to_the_rules(
    tab: Tab, application: Application
) -> None:
    plan, ann, _bob = await two_people(tab)
    decided(application, plan, "must-not", ann)
    await to_copy(tab)
    await tab.touch(f"for-{ann}")
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.finds(f"holder-{ann}")
    await tab.touch("hide")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.sees("This page is for the worker alone.")
    assert not tab.has(f"holder-{ann}")


async def test_whoever_was_given_a_page_reaches_no_rule(tab: Tab, application: Application) -> None:
    plan, ann, _bob = await two_people(tab)
    decided(application, plan, "must-not", ann)
    await to_page(tab, "Our family")
    await finished(tab)
    assert not tab.has("who-may-hold")
    assert not tab.has("copy")


async def test_at_the_office_the_list_of_families_leads_to_the_rules(tab: Tab, application: Application) -> None:
    plan, _ann, bob = await two_people(tab)
    family = header(document(application, plan)).family
    await locked(tab)
    await unlock(tab)
    await tab.touch("families")
    await prove(tab)
    await tab.touch(f"copies-of-{family}")
    await prove(tab)
    await tab.touch(f"may-{bob}")
    await tab.until(lambda: rule_is(application, family, bob, "may"))
    await tab.touch("back")
    await tab.sees("The list of families is for the worker alone.")


def rule_is(application: Application, family: str, person: str, holding: Holding) -> bool:
    workspace = application._workspace
    return workspace is not None and rule_of(workspace.document(family), person).holding == holding
