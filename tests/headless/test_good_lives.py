"""A young person's plan by touch: whose it is, what is private, the cards, and what nobody else may change."""

import pytest

from app.blocks.cards.model import cards, goals
from app.document import WORKER, private
from app.document.header import header
from app.document.saying import sayings
from app.workspace.application import Application
from plans.good_lives import GOOD_LIVES
from plans.good_lives_pages import ORDER
from tests.headless.flet_session import Tab
from tests.headless.sitting import allow, document, unlock
from tests.headless.test_family_time import begins
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SHAPES = ((1180, 820), (820, 1180), (390, 844))


async def to_plan(tab: Tab, application: Application, name: str = "Ash") -> tuple[str, str]:
    """Unlock, start the plan and say whose it is; returns the plan's id and the young person's."""
    await unlock(tab)
    await tab.touch("start-good-lives")
    await tab.finds("whose")
    await tab.touch("whose")
    await tab.touch("somebody-new")
    await tab.write("person-name", name)
    await tab.touch("role-child")
    await tab.touch("add-person")
    await tab.finds("give-privacy")
    workspace = application._workspace
    assert workspace is not None
    plan = next(id for id, o in workspace._open.items() if o.document.kind is GOOD_LIVES)
    return plan, header(document(application, plan)).whose


async def step(tab: Tab, slug: str) -> None:
    await tab.touch(f"step-{slug}")
    await tab.finds(f"scroll-{slug}")


async def take_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")
    await tab.still()


def blank(tab: Tab) -> str:
    """Return the key of the first field of a page on which nothing is said."""
    return tab.keys("line-")[0].removeprefix("line-")


async def test_before_the_first_word_it_is_said_whose_it_is_and_what_private_means(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    await tab.touch("start-good-lives")
    await tab.sees("Whose plan is this?", "A court can ask for it too.", "Skip what you like. Stop when you like.")
    for slug in ("me", "matters", "full", "my-say"):
        await step(tab, slug)
        await tab.sees("Whose plan is this?")
        assert not tab.keys("line-")


async def test_every_page_in_every_shape_answers_who_can_see_it_and_nothing_breaks(
    tab: Tab, application: Application
) -> None:
    plan, _ash = await to_plan(tab, application)
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    pages = [s.slug for s in GOOD_LIVES.sections]
    future = document(application, plan).children(None, section="future")[0].id
    for width, height in SHAPES:
        await tab.resize(width, height)
        for slug in pages[1:]:
            await step(tab, future if slug == "future" else slug)
            if private(document(application, plan), slug):
                await tab.sees("Private: only you and Jo. It is in nobody else's copy.")
                await tab.touch("open-page")
            else:
                await tab.sees("Open: everyone here, and everyone with a copy.")
            await tab.finds("who-can-see")
        assert not tab.crashes


async def test_the_three_private_parts_are_shut_on_the_shared_screen_and_warn_where_they_must(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab, application)
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    for slug in ("after", "way", "hard"):
        await step(tab, slug)
        await tab.finds("open-page")
        assert not tab.keys("line-")
        assert not tab.has("add-row")
        await tab.touch("open-page")
        await tab.sees("must tell people who can help")
    for slug in ("now", "after", "right"):
        await step(tab, slug)
        if tab.has("open-page"):
            await tab.touch("open-page")
        await tab.finds("caution")
        await tab.sees("Ask your solicitor first.")


async def test_the_young_person_speaks_from_the_start_and_the_worker_can_answer_and_not_change(
    tab: Tab, application: Application
) -> None:
    plan, ash = await to_plan(tab, application)
    await step(tab, "my-say")
    field = blank(tab)
    await tab.write(field, "Can I see what you write?")
    await tab.leave(field)
    await tab.until(lambda: sayings(document(application, plan), None, section="my-say"))
    (said,) = sayings(document(application, plan), None, section="my-say")
    assert (said.by, said.own, said.asked) == (ash, True, "ask")
    await tab.touch("speak-worker")
    await tab.finds(f"answer-{said.id}")
    await tab.sees("Can I see what you write?")
    await tab.touch(f"answer-{said.id}")
    await tab.until(lambda: not tab.has(f"answer-{said.id}"))
    lines = [key.removeprefix("line-") for key in tab.keys("line-")]
    reply = lines[lines.index(said.id) + 1]
    await tab.write(reply, "Yes, on Thursday")
    await tab.leave(reply)
    await tab.until(lambda: sayings(document(application, plan), said.id))
    (answer,) = sayings(document(application, plan), said.id)
    assert (answer.by, answer.words) == (WORKER, "Yes, on Thursday")
    assert sayings(document(application, plan), None, section="my-say") == (said,)


async def test_a_touch_says_how_much_a_card_matters_and_puts_it_elsewhere(tab: Tab, application: Application) -> None:
    plan, ash = await to_plan(tab, application)
    await step(tab, "matters")
    await tab.touch("card-calm")
    await tab.touch("matters-calm-9")
    await tab.touch("top-calm")
    await tab.until(lambda: cards(document(application, plan), ORDER)[0].slug == "calm")
    await tab.touch("down-calm")
    await tab.until(lambda: cards(document(application, plan), ORDER)[1].slug == "calm")
    calm = cards(document(application, plan), ORDER)[1]
    assert (calm.importance, calm.by) == (9, ash)
    await tab.touch("speak-worker")
    await tab.sees("fills this in.")
    assert not tab.has("up-calm")


async def test_an_own_card_needs_a_name_and_can_be_taken_out_again(tab: Tab, application: Application) -> None:
    plan, _ash = await to_plan(tab, application)
    await step(tab, "matters")
    await tab.touch("add-card")
    await tab.sees("Give your card a name first.")
    assert len(cards(document(application, plan), ORDER)) == 11
    await tab.write("own-card-title", "My own room")
    await tab.touch("add-card")
    await tab.until(lambda: len(cards(document(application, plan), ORDER)) == 12)
    own = cards(document(application, plan), ORDER)[-1]
    assert own.title == "My own room"
    await tab.touch(f"card-{own.key}")
    await tab.touch(f"out-{own.key}")
    await tab.until(lambda: len(cards(document(application, plan), ORDER)) == 11)


async def test_the_tanks_ask_one_after_the_other_and_goals_are_three_at_most(
    tab: Tab, application: Application
) -> None:
    plan, _ash = await to_plan(tab, application)
    await step(tab, "full")
    await tab.touch("full-healthy-4")
    await tab.finds("asked-learning")
    await tab.touch("tank-calm")
    await tab.touch("full-calm-2")
    await tab.finds("asked-learning")
    by_slug = {c.slug: c for c in cards(document(application, plan), ORDER)}
    assert (by_slug["healthy"].now, by_slug["calm"].now) == (4, 2)
    await tab.touch("open-stage-1")
    await step(tab, "better")
    for slug in ("calm", "healthy", "fun"):
        await tab.touch(f"goal-{slug}")
        await tab.finds(f"goal-of-{slug}")
    assert tab.is_off("goal-today")
    assert {c.slug for c in goals(document(application, plan), ORDER)} == {"calm", "healthy", "fun"}
    await tab.write("towards-calm", "I do not lose it")
    await tab.leave("towards-calm")
    await tab.sees("Can you say what you want instead?")


async def test_privacy_is_switched_in_the_young_persons_own_hands_and_nowhere_else(
    tab: Tab, application: Application
) -> None:
    plan, _ash = await to_plan(tab, application)
    assert not tab.keys("private-")
    await tab.touch("give-privacy")
    await tab.finds("private-me")
    assert not tab.has("next")
    assert "Private: Me" in tab.words_in("private-me"), "the same word stands at each part: its name says which"
    await tab.touch("private-me")
    await tab.touch("everyone-hard")
    await tab.until(lambda: private(document(application, plan), "me"))
    assert not private(document(application, plan), "hard")
    await take_back(tab)
    await step(tab, "me")
    await tab.finds("open-page")
    await tab.sees("Private: only you and Jo.")
    await tab.touch("change-who-sees")
    await tab.finds("give-privacy")


async def test_a_private_page_goes_into_the_young_persons_hands_alone(tab: Tab, application: Application) -> None:
    plan, ash = await to_plan(tab, application)
    await tab.touch("open-stage-1")
    await step(tab, "way")
    await tab.touch("hand-over-to-write")
    await tab.finds("finished")
    field = blank(tab)
    await tab.write(field, "I go from nought to a hundred")
    await tab.leave(field)
    await tab.until(lambda: sayings(document(application, plan), None, section="way"))
    (said,) = sayings(document(application, plan), None, section="way")
    assert (said.by, said.own, said.asked) == (ash, True, "inside")
    await take_back(tab)


async def test_the_copy_screen_offers_what_is_private_to_the_young_person_alone(
    tab: Tab, application: Application
) -> None:
    plan, ash = await to_plan(tab, application)
    allow(application, plan, ash)
    await step(tab, "me")
    for whom, offered in ((f"for-{ash}", 5), ("for-nobody", 1)):
        await tab.touch("copy")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.touch(whom)
        if whom == "for-nobody":
            await tab.touch("word-yes")
        await tab.touch("safe-no")
        await tab.finds("save-copy")
        assert len(tab.keys("paper-")) == (offered if offered > 1 else 0)
        if offered > 1:
            await tab.touch("paper-phone")
            await tab.finds("save-copy")
        await tab.touch("back")
        await tab.finds("next")


async def test_a_young_persons_page_to_draw_on_has_no_stickers_until_they_are_asked_for(
    tab: Tab, application: Application
) -> None:
    plan, _ash = await to_plan(tab, application)
    (page,) = document(application, plan).children(None, section="future")
    await step(tab, page.id)
    await tab.touch("draw")
    await tab.finds("page")
    assert not tab.has("stickers")
    await tab.touch("more")
    await tab.touch("more-stickers")
    await tab.until(lambda: tab.keys("sticker-") or tab.keys("put-"), "no stickers were offered")


async def test_the_worker_draws_nothing_on_the_young_persons_picture(tab: Tab, application: Application) -> None:
    plan, _ash = await to_plan(tab, application)
    (page,) = document(application, plan).children(None, section="future")
    await step(tab, page.id)
    await tab.finds("draw")
    await tab.touch("speak-worker")
    await tab.until(lambda: not tab.has("draw"))
    assert not tab.has("hand-over")


async def test_in_anybody_elses_hands_there_is_nothing_of_the_young_persons(tab: Tab, application: Application) -> None:
    await to_plan(tab, application)
    await step(tab, "matters")
    await tab.touch("card-calm")
    await tab.touch("matters-calm-9")
    await tab.touch("hand-over-to-write")
    await tab.touch("choose-worker")
    await tab.finds("finished")
    await tab.sees("fills this in.")
    assert not tab.keys("line-of-")
    assert not tab.says("Feeling calm inside")


def type_of(tab: Tab, key: str) -> str:
    """Return the family in which a button's words are set."""
    style = tab.control(key)["style"]
    return str(style["text_style"]["font_family"])


async def test_a_young_persons_plan_has_its_own_type_and_home_has_the_houses(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    assert type_of(tab, "start-good-lives") == "Andika"
    await tab.touch("start-good-lives")
    await tab.finds("whose")
    assert type_of(tab, "copy") == "NotoSans"
    await tab.touch("back")
    await tab.finds("start-good-lives")
    assert type_of(tab, "start-good-lives") == "Andika"


async def test_in_a_familys_own_time_no_private_page_is_offered(tab: Tab, application: Application) -> None:
    await to_plan(tab, application)
    await tab.touch("open-stage-1")
    await tab.finds("step-hard")
    await begins(tab)
    await tab.until(lambda: tab.has("give-back"))
    assert tab.has("step-me")
    assert not {"step-hard", "step-way", "step-after"} & set(tab.keys("step-"))
    assert not tab.has("change-who-sees")
