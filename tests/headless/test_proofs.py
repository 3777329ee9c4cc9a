"""The worker is asked who they are as often as a visit bears: what is asked, when, and what it is called."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.main import screen_of
from app.store import NoKeyring, Store
from app.system import clock
from app.ui.session import proof
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, to_plan, unlock
from tests.store.making import CHEAP, PIN
from tests.store.making import Clock as Calendar

pytestmark = pytest.mark.asyncio

WORDS = "patio rhubarb velvet otter"
CODE = "4826"
DAY = 24 * 3600


class Time:
    """The clock of the proofs, standing still until somebody waits."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        """Let so much time go by."""
        self.now += seconds


@pytest.fixture
def time(every_proof_asked: None, monkeypatch: pytest.MonkeyPatch) -> Time:
    """A proof counts for two minutes, as in the app, by this clock."""
    clock_ = Time()
    monkeypatch.setattr(proof, "LASTS", 120)
    monkeypatch.setattr(clock, "monotonic", clock_)
    return clock_


@pytest.fixture
def calendar() -> Calendar:
    """The day it is."""
    return Calendar()


@pytest_asyncio.fixture
async def four_words(tmp_path: Path, calendar: Calendar, nothing_unseen: None) -> AsyncIterator[Application]:
    """A tablet without a keyring, on which a family is."""
    folder = tmp_path / "data"
    store = Store.open(folder, keyring=NoKeyring(), cost=CHEAP)
    vault, spare = store.set_up(WORDS)
    vault.spare_key_written(spare)
    vault.keep_setting("worker", "Jo")
    store.close()
    application = Application(folder, NoKeyring(), KINDS, now=calendar)
    yield application
    await application.close()


async def open_up(tab: Tab, secret: str) -> None:
    await tab.write("secret", secret)
    await tab.touch("unlock")


async def with_code(tab: Tab) -> None:
    """The first unlocking of the day, and a code for the visit."""
    await open_up(tab, WORDS)
    await tab.sees("A code for today")
    await tab.write("visit-code", CODE)
    await tab.touch("use-visit-code")
    await tab.finds("families")


async def with_plan(tab: Tab) -> None:
    await tab.touch("new-family")
    await tab.write("nickname", FAMILY)
    await tab.write("youngest", "7")
    await tab.touch("add-family")
    await tab.touch("start-words-and-pictures")
    await tab.touch("draw-first")
    await tab.finds("draw")


async def prove(tab: Tab, secret: str) -> None:
    await tab.write("secret", secret)
    await tab.touch("prove")


# --- A code for the visit --------------------------------------------------------------------


async def test_a_visit_code_is_offered_at_the_first_unlocking_of_a_day_and_then_no_more(
    four_words: Application, calendar: Calendar
) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_up(tab, WORDS)
        await tab.sees("A code for today", "Not today")
        await tab.touch("not-today")
        await tab.finds("families")
        await tab.touch("lock")
        await open_up(tab, WORDS)
        await tab.finds("families")
        assert not tab.says("A code for today")
        await tab.touch("lock")
        calendar.at += DAY
        await open_up(tab, WORDS)
        await tab.sees("A code for today")


async def test_where_a_pin_keeps_the_plans_no_code_is_offered(tab: Tab) -> None:
    await unlock(tab)
    assert not tab.says("A code for today")


async def test_the_offer_leads_on_to_where_the_unlocking_leads(four_words: Application) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_up(tab, WORDS)
        await tab.touch("not-today")
        await with_plan(tab)
        await tab.touch("hide")
        await tab.touch("more")
        await open_up(tab, WORDS)
        await tab.finds("draw")


async def test_hidden_at_the_offer_it_comes_back_once(four_words: Application) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_up(tab, WORDS)
        await tab.sees("A code for today")
        await tab.touch("hide")
        await tab.touch("more")
        await open_up(tab, WORDS)
        await tab.touch("not-today")
        await tab.finds("families")


async def test_the_lock_and_the_field_say_the_same_word(four_words: Application, time: Time) -> None:
    async with opened(screen_of(four_words)) as tab:
        await tab.sees("Four words")
        await with_code(tab)
        await with_plan(tab)
        time.wait(121)
        await tab.touch("set-up-sheet")
        await tab.sees("Visit code")
        assert not tab.says("PIN")
        await tab.touch("use-secret")
        await tab.sees("Four words")
        await prove(tab, WORDS)
        await tab.finds("close-set-up")
        await tab.touch("lock")
        await tab.sees("Visit code")


async def test_with_a_pin_the_field_says_pin(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    time.wait(121)
    await tab.touch("set-up-sheet")
    await tab.sees("PIN")
    assert not tab.says("Four words")
    assert not tab.says("PIN or")


async def test_three_wrong_visit_codes_ask_for_the_four_words(four_words: Application, time: Time) -> None:
    async with opened(screen_of(four_words)) as tab:
        await with_code(tab)
        await with_plan(tab)
        time.wait(121)
        await tab.touch("set-up-sheet")
        for _try in range(3):
            await prove(tab, "0000")
            await tab.sees("That is not right.")
            await tab.until(lambda: tab.value("secret") == "")
        await tab.sees("Four words")
        await prove(tab, CODE)
        assert not tab.has("close-set-up")
        await tab.until(lambda: tab.value("secret") == "" and not tab.is_off("prove"))
        await prove(tab, WORDS)
        await tab.finds("close-set-up")


# --- What a visit code does not open ---------------------------------------------------------


@pytest.mark.parametrize("key", ["families", "safety"])
async def test_keys_erasing_and_other_families_need_the_whole_secret(
    four_words: Application, time: Time, key: str
) -> None:
    async with opened(screen_of(four_words)) as tab:
        await with_code(tab)
        await with_plan(tab)
        await tab.touch("lock")
        await open_up(tab, CODE)
        await tab.touch(key)
        await tab.sees("Four words")
        await prove(tab, CODE)
        await tab.sees("That is not right.")
        await tab.until(lambda: tab.value("secret") == "" and not tab.is_off("prove"))
        await prove(tab, WORDS)
        await tab.finds("to-bin" if key == "families" else "lock-after-5")


# --- Within two minutes ----------------------------------------------------------------------


async def test_within_two_minutes_of_a_proof_nothing_is_asked_and_no_field_shows(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    time.wait(119)
    before = len(tab.line.sent)
    await tab.touch("set-up-sheet")
    await tab.finds("close-set-up")
    assert b"prove" not in b"".join(tab.line.sent[before:]), "a field was shown for a moment"


async def test_after_two_minutes_it_is_asked_again_and_going_on_does_not_put_it_off(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    time.wait(100)
    await tab.touch("set-up-sheet")
    await tab.touch("close-set-up")
    time.wait(21)
    await tab.touch("set-up-sheet")
    await tab.finds("prove")


async def test_what_is_proved_again_counts_for_two_minutes_more(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    time.wait(121)
    await tab.touch("set-up-sheet")
    await prove(tab, PIN)
    await tab.touch("close-set-up")
    time.wait(100)
    await tab.touch("set-up-sheet")
    await tab.finds("close-set-up")


async def test_a_wrong_secret_proves_nothing(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    time.wait(121)
    await tab.touch("set-up-sheet")
    await prove(tab, "111222")
    await tab.sees("That is not right.")
    await tab.touch("not-now")
    await tab.touch("set-up-sheet")
    await tab.finds("prove")


async def test_whoever_had_the_tablet_is_asked_whatever_was_proved_before(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    await tab.touch("hand-over")
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.finds("prove")
    await prove(tab, PIN)
    await tab.touch("set-up-sheet")
    await tab.finds("close-set-up")


async def test_a_family_in_its_own_time_is_asked_whatever_the_worker_proved_before(tab: Tab, time: Time) -> None:
    await to_plan(tab)
    await tab.touch("begin-family-time-screen")
    await tab.write("family-code", CODE)
    await tab.write("family-code-again", CODE)
    await tab.touch("begin-family-time")
    await tab.finds("give-back")
    await tab.touch("hide")
    await tab.touch("more")
    await tab.touch("use-secret")
    await open_up(tab, PIN)
    await tab.touch("code-lost")
    await tab.finds("prove")


async def test_what_proved_the_whole_secret_is_not_lessened_by_a_visit_code(time: Time) -> None:
    held = proof.Proof()
    held.give("secret")
    time.wait(60)
    held.give("visit")
    assert held.holds(whole=True)
    time.wait(61)
    held.give("visit")
    assert held.holds()
    assert not held.holds(whole=True)
    held.give("")
    assert held.holds()
    held.forget()
    assert not held.holds()


async def test_what_a_visit_code_proved_is_not_enough_for_other_families(four_words: Application, time: Time) -> None:
    async with opened(screen_of(four_words)) as tab:
        await with_code(tab)
        await tab.touch("families")
        await tab.finds("to-bin")  # The four words were typed a moment ago.
        await tab.touch("lock")
        await open_up(tab, CODE)
        await tab.touch("families")
        await tab.finds("prove")


# --- A visit ---------------------------------------------------------------------------------


async def test_a_visit_as_the_guide_has_it_needs_the_four_words_once(
    four_words: Application, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    verify, unlocked = Store.proves, Store.unlock

    def counted(store: Store, secret: str, *, whole: bool = False) -> object:
        tried.append(secret)
        return verify(store, secret, whole=whole)

    def counted_too(store: Store, secret: str) -> object:
        tried.append(secret)
        return unlocked(store, secret)

    monkeypatch.setattr(Store, "proves", counted)
    monkeypatch.setattr(Store, "unlock", counted_too)
    async with opened(screen_of(four_words)) as tab:
        await with_code(tab)
        await with_plan(tab)
        for _turn in range(3):
            time.wait(600)
            await tab.touch("hand-over")
            await tab.touch("finished")
            await tab.sees("Thank you", "Visit code")
            await prove(tab, CODE)
            await tab.finds("next")
        await tab.touch("set-up-sheet")
        await tab.touch("close-set-up")
        time.wait(600)
        await tab.touch("copy")
        await prove(tab, CODE)
        await tab.sees("Who is this copy for?")
        assert tried.count(WORDS) == 1
        assert tried.count(CODE) == 4


async def test_the_offer_of_a_code_tells_nothing_of_a_plan(four_words: Application) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_up(tab, WORDS)
        await tab.touch("not-today")
        await with_plan(tab)
        await tab.touch("hide")
        await tab.touch("more")
        four_words.now.at += DAY  # type: ignore[attr-defined]
        await open_up(tab, WORDS)
        await tab.sees("A code for today")
        assert not [words for words in tab.words() if FAMILY in words or "Our story" in words]
        assert set(tab.touchable("")) - {""} == {"use-visit-code", "not-today", "hide", "reveal-visit-code"}


async def test_a_visit_code_that_ended_elsewhere_is_told_so(four_words: Application) -> None:
    async with opened(screen_of(four_words)) as tab:
        await with_code(tab)
        async with opened(screen_of(four_words)) as late:
            await late.sees("Visit code")
            await tab.touch("safety")
            await prove(tab, WORDS)
            await tab.touch("change-secret")
            await prove(tab, WORDS)
            await tab.finds("secret-again")
            for field in ("secret", "secret-again"):
                await tab.write(field, "unwashed violin saddle thicket")
            await tab.touch("use-secret-from-now")
            await tab.sees("That is changed")
            await late.write("secret", CODE)
            await late.touch("unlock")
            await late.sees("That does not open the plans. They are safe. Please use the PIN or the four words now.")
