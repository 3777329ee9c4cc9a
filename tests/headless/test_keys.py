"""Keys as the worker meets them: a new secret after the spare key, one instead of the old, the spare key till it is
on paper, and what a secret may be typed like."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from app import main
from app.language import speaking, unmarked
from app.main import screen_of
from app.store import DeviceSecret, MemoryKeyring, NoKeyring, Store
from app.store.rate_limit import FREE
from app.ui.screens import lock
from app.ui.screens.spare_key import in_lines
from app.ui.session import auto_lock, proof
from app.ui.session.browser_back import one_up
from app.ui.session.resume import after_hide, resumed
from app.ui.session.routes import Home, NewSecret, SpareKey
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, keyring, to_pad, to_plan, unlock
from tests.store.full_disk import full
from tests.store.making import CHEAP, PIN

pytestmark = pytest.mark.asyncio

NEW_PIN = "604182"
NEW_WORDS = "unwashed violin saddle thicket"


def set_up(folder: Path, held: DeviceSecret, secret: str) -> str:
    """Set a store up whose spare key nobody wrote down; returns that."""
    store = Store.open(folder, keyring=held, cost=CHEAP)
    vault, spare = store.set_up(secret)
    vault.keep_setting("worker", "Jo")
    store.close()
    return spare


@pytest.fixture
def spare(prepared: Path, application: Application) -> Callable[[], str]:
    """Make the prepared tablet's spare key anew, and return it, said to be written down."""

    def made() -> str:
        store = Store.open(application.folder, keyring=keyring(), cost=CHEAP)
        vault = store.unlock(PIN)
        vault.renew_spare_key()
        code = vault.spare_key
        vault.spare_key_written(code)
        store.close()
        return code

    return made


async def open_with(tab: Tab, secret: str, *, by: str = "") -> None:
    if by:
        await tab.touch(by)
    await tab.write("secret", secret)
    await tab.touch("unlock")


async def choose(tab: Tab, secret: str, again: str = "") -> None:
    await tab.finds("secret-again")
    await tab.write("secret", secret)
    await tab.write("secret-again", again or secret)
    await tab.touch("use-secret-from-now")


async def prove(tab: Tab, secret: str, to: str) -> None:
    await tab.finds("prove")
    await tab.write("secret", secret)
    await tab.touch("prove")
    await tab.finds(to)


async def every_door_opens(tab: Tab, secret: str) -> None:
    """The families, "Keep it safe" and taking back: each asks for the worker's own."""
    await tab.touch("families")
    await prove(tab, secret, "new-family")
    await tab.touch("back")
    await tab.touch("safety")
    await prove(tab, secret, "change-secret")
    await tab.touch("back")
    await tab.touch("draw")
    await tab.finds("page")
    await tab.touch("finished")
    await prove(tab, secret, "families")


def shown(tab: Tab) -> str:
    """Return the spare key that is on the screen."""
    return " ".join(tab.value("code").split())


# --- After the spare key ---------------------------------------------------------------------


async def test_the_spare_key_leads_to_a_new_pin_which_opens_every_door(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await tab.sees("Choose a new PIN", "You used the spare key.")
        assert not tab.says(FAMILY)
        await choose(tab, NEW_PIN)
        await tab.sees(FAMILY)
        await every_door_opens(tab, NEW_PIN)
        await tab.touch("lock")
        await open_with(tab, PIN)
        await tab.sees("does not open the plans")
        await unlock(tab, NEW_PIN)


@pytest.mark.parametrize("wrong", ["ABCD EFGH", " ".join(["ABCD"] * 8)], ids=["not whole", "another"])
async def test_a_spare_key_that_is_not_right_stays_in_its_field_to_be_checked_and_another_key_finds_it_empty(
    tab: Tab, wrong: str
) -> None:
    await open_with(tab, wrong, by="spare")
    await tab.sees("check it against what you wrote down")
    assert tab.value("secret") == wrong
    await tab.touch("use-secret")
    assert tab.value("secret") == ""
    await open_with(tab, "739206")
    await tab.sees("does not open the plans")
    assert tab.value("secret") == "", "a PIN is short, and is typed anew"


async def test_a_spare_key_that_is_nearly_right_and_left_alone_is_there_for_nobody_else(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LEFT_ALONE", 0.3)
    await open_with(tab, "ABCD EFGH", by="spare")
    await tab.sees("check it against what you wrote down")
    await tab.until(lambda: tab.value("secret") == "")


@pytest.mark.parametrize(
    "held", [NoKeyring(), MemoryKeyring(), MemoryKeyring(b"x" * 32)], ids=["none", "empty", "other"]
)
async def test_on_another_machine_the_spare_key_leads_to_what_that_one_can_keep(
    application: Application, spare: Callable[[], str], held: DeviceSecret, nothing_unseen: None
) -> None:
    code = spare()
    await application.close()
    moved = Application(application.folder, held, KINDS)
    pin = not isinstance(held, NoKeyring)
    async with opened(screen_of(moved)) as tab:
        await open_with(tab, PIN)
        await tab.sees("open the plans with your spare key")
        await open_with(tab, code, by="spare")
        await tab.sees("Choose a new PIN" if pin else "Choose new words")
        await choose(tab, NEW_PIN if pin else NEW_WORDS)
        if not pin:
            await tab.touch("not-today")
        await tab.sees(FAMILY)
        await every_door_opens(tab, NEW_PIN if pin else NEW_WORDS)
    await moved.close()


@pytest.mark.parametrize("how", ["reload", "hide", "back", "lock"])
async def test_no_way_leads_past_the_new_secret_and_nothing_is_lost_by_trying(
    application: Application, spare: Callable[[], str], how: str
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await tab.finds("secret-again")
        if how == "reload":
            await tab.reload()
        elif how == "hide":
            await tab.touch("hide")
            await tab.touch("more")
        elif how == "back":
            await tab.goes_to("/")
            await tab.still()
            assert tab.has("secret-again")
            await tab.touch("lock")
        else:
            await tab.touch("lock")
        await tab.finds("unlock")
        assert not tab.says(FAMILY)
        await open_with(tab, code, by="spare")
        await tab.sees("You used the spare key.")
        await choose(tab, NEW_PIN)
        await tab.sees(FAMILY)


async def test_whoever_remembers_the_old_pin_after_all_goes_on_with_it(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await tab.finds("secret-again")
        await tab.touch("hide")
        await tab.touch("more")
        await unlock(tab)
        await tab.sees(FAMILY)
        await every_door_opens(tab, PIN)


async def test_a_page_in_somebodys_hands_waits_behind_the_new_secret(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await to_pad(tab)
        await tab.reload()
        await open_with(tab, code, by="spare")
        await choose(tab, NEW_PIN)
        await tab.until(lambda: not tab.has("secret-again"))
        await tab.still()
        assert not tab.has("families"), "the page waits, covered, for whoever had it"


async def test_in_a_familys_own_time_the_new_secret_ends_it_and_shows_nothing_before(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await to_plan(tab)
        await tab.touch("begin-family-time-screen")
        await tab.write("family-code", "7351")
        await tab.write("family-code-again", "7351")
        await tab.touch("begin-family-time")
        await tab.finds("give-back")
        await tab.reload()
        await open_with(tab, code, by="spare")
        await choose(tab, NEW_PIN)
        await tab.sees("The family is working on its plan.")
        await tab.touch("code-lost")
        await prove(tab, NEW_PIN, "copy")


async def test_a_weak_one_is_refused_with_its_reason_and_one_is_offered(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await choose(tab, NEW_PIN, PIN)
        await tab.sees("The two are not the same.")
        assert not tab.has("offered"), "others may be in the room"
        for weak, reason in (
            ("112233", "follow a pattern"),
            ("290381", "could be a date"),
            ("12345", "six numbers or more"),
        ):
            await choose(tab, weak)
            await tab.sees(reason)
        assert not tab.has("offered")
        await tab.touch("offer")
        offered = tab.value("offered")
        await choose(tab, offered)
        await tab.sees(FAMILY)


async def test_a_new_secret_that_cannot_be_kept_says_so_and_can_be_tried_again(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await tab.finds("secret-again")
        with full():
            await choose(tab, NEW_PIN)
            await tab.sees("could not be saved")
        await choose(tab, NEW_PIN)
        await tab.sees(FAMILY)


async def test_where_no_new_secret_can_be_kept_the_plans_can_be_read_and_it_is_asked_again(
    application: Application, spare: Callable[[], str]
) -> None:
    code = spare()
    async with opened(screen_of(application)) as tab:
        await open_with(tab, code, by="spare")
        await tab.finds("secret-again")
        assert not tab.has("without-new-secret")
        with full():
            await choose(tab, NEW_PIN)
            await tab.touch("without-new-secret")
            await tab.sees(FAMILY)
        await tab.touch("lock")
        await open_with(tab, code, by="spare")
        await tab.sees("You used the spare key.")


# --- Instead of the old one ------------------------------------------------------------------


async def to_change(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("safety")
    await prove(tab, PIN, "change-secret")
    await tab.touch("change-secret")


async def test_a_pin_is_changed_behind_the_old_one(application: Application, tab: Tab) -> None:
    await to_change(tab)
    assert not tab.has("secret-again")
    await prove(tab, PIN, "secret-again")
    await choose(tab, "82 93 02", "٨٢٩٣٠٢")
    await tab.sees("That is changed.")
    await prove(tab, "829302", "change-secret")
    await tab.touch("back")
    await tab.touch("lock")
    await open_with(tab, PIN)
    await tab.sees("does not open the plans")
    await unlock(tab, "829302")


async def test_the_old_one_is_asked_although_it_was_typed_a_moment_ago(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "LASTS", 120)
    await unlock(tab)
    await tab.touch("safety")
    await tab.touch("change-secret")
    await tab.finds("prove")
    assert not tab.has("secret-again")
    await tab.touch("back")
    await tab.touch("renew-spare-key")
    await tab.finds("prove")
    await tab.write("secret", "604183")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    assert not tab.has("code")


async def test_where_it_cannot_be_kept_the_old_one_still_opens(tab: Tab) -> None:
    await to_change(tab)
    await prove(tab, PIN, "secret-again")
    with full():
        await choose(tab, NEW_PIN)
        await tab.sees("could not be saved")
    await tab.touch("lock")
    await unlock(tab)


async def test_every_other_tab_is_locked_by_a_new_secret(application: Application, tab: Tab) -> None:
    async with opened(screen_of(application)) as second:
        await unlock(second)
        await to_change(tab)
        await prove(tab, PIN, "secret-again")
        await choose(tab, NEW_PIN)
        await tab.sees("That is changed.")
        await second.finds("unlock")


# --- The spare key, until it is on paper -----------------------------------------------------


@pytest_asyncio.fixture
async def unwritten(tmp_path: Path, nothing_unseen: None) -> AsyncIterator[tuple[Application, str]]:
    """A tablet whose spare key nobody wrote down, and that key."""
    spare = set_up(tmp_path / "data", keyring(), PIN)
    application = Application(tmp_path / "data", keyring(), KINDS)
    yield application, spare
    await application.close()


@pytest.mark.parametrize("how", ["reload", "lock", "hide", "restart"])
async def test_set_up_and_gone_before_it_was_written_down_it_is_shown_again(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch, nothing_unseen: None
) -> None:
    now = [1000.0]
    monkeypatch.setattr(main, "LOOK", 0.02)
    monkeypatch.setattr(auto_lock, "monotonic", lambda: now[0])
    application = Application(tmp_path / "data", keyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await tab.write("worker-name", "Jo")
        await tab.write("secret", PIN)
        await tab.write("secret-again", PIN)
        await tab.touch("begin")
        await tab.finds("code")
        await tab.until(lambda: len(shown(tab)) > 30)
        code = shown(tab)
        if how == "reload":
            await tab.reload()
        elif how == "hide":
            await tab.touch("hide")
            await tab.touch("more")
        elif how == "lock":
            now[0] += 3600
            await tab.finds("unlock")
    if how == "restart":
        await application.close()
        application = Application(tmp_path / "data", keyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await open_with(tab, PIN)
        await tab.sees("It is not written down yet.", "nobody else can see the screen")
        assert code not in tab.everything(), "the family may be at the table"
        await tab.touch("show-spare-key")
        await prove(tab, PIN, "code")
        await tab.until(lambda: shown(tab) == code)
        await tab.touch("written-down")
        await tab.finds("families")
        assert code not in tab.everything()
        await tab.touch("lock")
        await unlock(tab)
    await application.close()


@pytest.mark.parametrize(("width", "lines"), [(1180, 2), (390, 4)])
async def test_no_group_of_the_spare_key_is_parted_from_its_line(
    unwritten: tuple[Application, str], width: int, lines: int
) -> None:
    application, code = unwritten
    async with opened(screen_of(application)) as tab:
        await tab.resize(width, 844)
        await open_with(tab, PIN)
        await tab.touch("show-spare-key")
        await prove(tab, PIN, "code")
        await tab.until(lambda: shown(tab) == code)
        assert [len(line.split()) for line in tab.value("code").split("\n")] == [8 // lines] * lines


async def test_the_groups_of_the_spare_key_run_from_the_left_where_the_language_runs_from_the_right() -> None:
    code = "2345 ABCD 6723 WXYZ 5555 AAAA 2222 BBBB"
    with speaking("ar-XB"):
        lines = in_lines(code, 4).split("\n")
    assert [unmarked(line) for line in lines] == [code[:19], code[20:]]
    assert all(line[0] == "\u2066" and line[-1] == "\u2069" for line in lines)


async def test_not_now_leads_on_and_it_is_asked_again_at_the_next_unlocking(unwritten: tuple[Application, str]) -> None:
    application, _code = unwritten
    async with opened(screen_of(application)) as tab:
        for _ in range(2):
            await open_with(tab, PIN)
            await tab.sees("It is not written down yet.")
            await tab.touch("not-now")
            await tab.finds("families")
            await tab.touch("lock")


async def test_it_stands_among_the_choices_until_it_is_written_down(unwritten: tuple[Application, str]) -> None:
    application, code = unwritten
    async with opened(screen_of(application)) as tab:
        await open_with(tab, PIN)
        await tab.touch("not-now")
        await tab.touch("safety")
        await prove(tab, PIN, "show-spare-key")
        await tab.touch("show-spare-key")
        await tab.sees("It is not written down yet.")
        await tab.touch("show-spare-key")
        await prove(tab, PIN, "code")
        await tab.until(lambda: shown(tab) == code)
        await tab.touch("written-down")
        await prove(tab, PIN, "renew-spare-key")
        assert not tab.has("show-spare-key")


async def test_a_new_spare_key_is_made_behind_the_pin_and_the_old_one_opens_no_more(
    unwritten: tuple[Application, str],
) -> None:
    application, old = unwritten
    async with opened(screen_of(application)) as tab:
        await open_with(tab, PIN)
        await tab.touch("not-now")
        await tab.touch("safety")
        await prove(tab, PIN, "renew-spare-key")
        await tab.touch("renew-spare-key")
        await prove(tab, PIN, "code")
        await tab.until(lambda: len(shown(tab)) > 30)
        new = shown(tab)
        assert new != old
        await tab.reload()
        await open_with(tab, old, by="spare")
        await tab.sees("That is not the spare key of these plans.")
        await open_with(tab, new)
        await tab.sees("You used the spare key.")
        await choose(tab, NEW_PIN)
        await tab.sees("It is not written down yet.")
        await tab.touch("show-spare-key")
        await prove(tab, NEW_PIN, "code")
        await tab.until(lambda: shown(tab) == new)


async def test_where_it_cannot_be_kept_that_it_is_written_down_there_is_a_way_on(
    unwritten: tuple[Application, str],
) -> None:
    application, _code = unwritten
    async with opened(screen_of(application)) as tab:
        await open_with(tab, PIN)
        await tab.touch("show-spare-key")
        await prove(tab, PIN, "code")
        await tab.until(lambda: len(shown(tab)) > 30)
        with full():
            await tab.touch("written-down")
            await tab.sees("could not be saved")
        await tab.touch("not-now")
        await tab.finds("families")


# --- What is typed ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["829 301", "٨٢٩٣٠١", "８２９３０１", "829-301", "\u200f829301\u200f", "829\u00a0301"]
)
async def test_a_pin_opens_however_it_is_typed(tab: Tab, typed: str) -> None:
    await unlock(tab, typed)


async def test_what_cannot_be_the_pin_is_not_tried(tab: Tab) -> None:
    for _ in range(FREE + 1):
        await open_with(tab, "not my pin")
        await tab.sees("A PIN is six numbers or more, so this was not tried.")
        await tab.until(lambda: not tab.is_off("unlock"))
    await unlock(tab)


async def test_a_spare_key_that_is_not_whole_says_how_much_of_it_is_there(tab: Tab) -> None:
    await open_with(tab, "ABCD EFGH", by="spare")
    await tab.sees("A spare key has 32 letters and numbers, and this has 8.")


# --- A night asleep --------------------------------------------------------------------------


async def test_the_first_touch_after_a_night_asleep_locks_and_does_nothing_else(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [auto_lock.monotonic()]
    monkeypatch.setattr(auto_lock, "monotonic", lambda: now[0])
    await unlock(tab)
    now[0] += 9 * 3600
    await tab.touch("our-people")
    await tab.finds("unlock")
    assert not tab.says(FAMILY)
    await asyncio.sleep(0)


async def test_a_new_secret_holds_its_place() -> None:
    for back in (Home(), SpareKey(Home())):
        due = NewSecret(back)
        assert one_up(due) == due
        assert after_hide(due) == resumed(due) == Home()


# --- Codes -----------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def four_words(tmp_path: Path, nothing_unseen: None) -> AsyncIterator[Application]:
    """A tablet that four words keep, and whose spare key is on paper."""
    folder = tmp_path / "data"
    store = Store.open(folder, keyring=NoKeyring(), cost=CHEAP)
    vault, spare = store.set_up(NEW_WORDS)
    vault.spare_key_written(spare)
    vault.keep_setting("worker", "Jo")
    store.close()
    application = Application(folder, NoKeyring(), KINDS)
    yield application
    await application.close()


@pytest.mark.parametrize(("chosen", "typed"), [("٤٨٢٦", "48 26"), ("4826", "４８２６"), ("48\u00a026", "۴۸۲۶")])
async def test_a_visit_code_is_four_numbers_however_they_are_typed(
    four_words: Application, chosen: str, typed: str
) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_with(tab, NEW_WORDS)
        await tab.write("visit-code", chosen)
        await tab.touch("use-visit-code")
        await tab.finds("families")
        await tab.touch("lock")
        for _ in range(4):
            await open_with(tab, "482")
            await tab.sees("A code is four numbers, so this was not tried.")
            await tab.until(lambda: not tab.is_off("unlock"))
        await unlock(tab, typed)


async def test_new_words_end_the_visit_code(four_words: Application) -> None:
    async with opened(screen_of(four_words)) as tab:
        await open_with(tab, NEW_WORDS)
        await tab.write("visit-code", "4826")
        await tab.touch("use-visit-code")
        await tab.touch("safety")
        await prove(tab, NEW_WORDS, "change-secret")
        await tab.touch("change-secret")
        await prove(tab, NEW_WORDS, "secret-again")
        await choose(tab, "patio rhubarb velvet otter")
        await tab.sees("That is changed.")
        await tab.touch("lock")
        await tab.finds("unlock")
        await tab.still()
        assert not tab.says("Visit code")


async def test_a_familys_code_written_in_two_ways_is_the_same(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("begin-family-time-screen")
    await tab.write("family-code", "٧٣٥١")
    await tab.write("family-code-again", "73 51")
    await tab.touch("begin-family-time")
    await tab.finds("give-back")


async def test_practice_shows_a_pin_no_more_that_opens_nothing(application: Application, nothing_unseen: None) -> None:
    async with opened(screen_of(application, demo_pin=PIN)) as tab:
        await tab.sees(f"The PIN is {PIN}.")
        await to_change(tab)
        await prove(tab, PIN, "secret-again")
        await choose(tab, NEW_PIN)
        await tab.sees("That is changed.")
        await tab.touch("lock")
        await tab.finds("unlock")
        assert not tab.says(f"The PIN is {PIN}.")
