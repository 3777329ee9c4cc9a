"""A touch that is still being done is not done a second time; and each button has a guard of its own, and lives."""

import ast
import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.store import WrongSecret
from app.ui.session.session import Session
from tests.headless.flet_session import Tab
from tests.headless.sitting import unlock

pytestmark = pytest.mark.asyncio

APP = Path(__file__).resolve().parents[2] / "app"


class Work:
    """What takes a while: `begun` says which were begun, and all end when they are let go."""

    def __init__(self) -> None:
        self.begun: list[object] = []
        self.goes_on = asyncio.Event()

    async def do(self, what: object) -> None:
        self.begun.append(what)
        await self.goes_on.wait()


def button(session: Session, work: Work, what: object, once: bool | str = True) -> Callable[..., Awaitable[None]]:
    async def act() -> None:
        await work.do(what)

    return session.handler(act, once=once)


def touched(key: str) -> Any:
    """Return the event of a button with a key."""
    return SimpleNamespace(control=SimpleNamespace(key=key))


async def begun(*handlers: Awaitable[None]) -> list["asyncio.Task[None]"]:
    tasks = [asyncio.ensure_future(h) for h in handlers]
    await asyncio.sleep(0)
    return tasks


async def ended(work: Work, tasks: list["asyncio.Task[None]"]) -> None:
    work.goes_on.set()
    await asyncio.gather(*tasks)


@pytest.mark.parametrize("keys", [("", ""), ("one", "two")])
async def test_two_buttons_of_one_function_have_a_guard_each(keys: tuple[str, str]) -> None:
    session, work = Session(), Work()
    for both in (
        (button(session, work, 1), button(session, work, 2)),
        (session.handler(partial(work.do, 1), once=True), session.handler(partial(work.do, 2), once=True)),
        (session.handler(lambda: work.do(1), once=True), session.handler(lambda: work.do(2), once=True)),
    ):
        work.begun.clear()
        work.goes_on.clear()
        tasks = await begun(*(h(touched(k)) if k else h() for h, k in zip(both, keys, strict=True)))
        assert work.begun == [1, 2]
        await ended(work, tasks)


async def test_a_second_touch_of_one_button_does_nothing_till_the_first_is_done() -> None:
    session, work = Session(), Work()
    one = button(session, work, 1)
    await ended(work, await begun(one(), one(touched("x")), one()))
    assert work.begun == [1]
    await one()
    assert work.begun == [1, 1]


async def test_a_button_that_is_drawn_anew_while_it_runs_is_the_same_button() -> None:
    session, work = Session(), Work()
    before, anew = button(session, work, "before"), button(session, work, "anew")
    await ended(work, await begun(before(touched("add")), anew(touched("add"))))
    assert work.begun == ["before"]


async def test_a_word_is_one_guard_for_the_button_and_for_enter_whatever_is_drawn_anew() -> None:
    session, work = Session(), Work()
    by_key, by_touch, anew = (button(session, work, n, once="unlock") for n in range(3))
    await ended(work, await begun(by_key(), by_touch(touched("unlock")), anew(), anew(touched("unlock"))))
    assert work.begun == [0]
    other = button(session, work, "other", once="another word")
    work.goes_on.clear()
    await ended(work, await begun(by_key(), other()))
    assert work.begun == [0, 0, "other"]


@pytest.mark.parametrize("once", [True, "word"])
async def test_a_handler_that_is_cancelled_leaves_a_button_that_lives(once: bool | str) -> None:
    session, work = Session(), Work()
    one = button(session, work, 1, once)
    (task,) = await begun(one(touched("x")))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await ended(work, await begun(one(touched("x"))))
    assert work.begun == [1, 1]
    assert not session._under_way


@pytest.mark.parametrize("fault", [ZeroDivisionError, asyncio.CancelledError])
async def test_a_handler_that_raises_leaves_a_button_that_lives(fault: type[BaseException]) -> None:
    session = Session()

    def broken() -> None:
        raise fault

    one = session.handler(broken, once=True)
    for _turn in range(2):
        session.notice = ""
        try:
            await one()
        except asyncio.CancelledError:
            continue
        assert session.notice.startswith("Something did not work.")
    assert not session._under_way


async def test_what_goes_wrong_before_it_is_done_leaves_a_button_that_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    session, work = Session(), Work()
    one = button(session, work, 1)

    def gone(_session: Session) -> None:
        raise RuntimeError("the page is gone")

    for before in ("touched", "keep_drafts"):
        with monkeypatch.context() as broken:
            broken.setattr(Session, before, gone)
            try:
                await one()
            except RuntimeError:
                assert before == "touched"
    await ended(work, await begun(one()))
    assert work.begun == [1]


async def test_a_handler_without_a_guard_may_run_twice() -> None:
    session, work = Session(), Work()
    one = button(session, work, 1, once=False)
    await ended(work, await begun(one(), one()))
    assert work.begun == [1, 1]


async def test_the_lock_is_tried_once_by_enter_and_by_touch(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    await unlock(tab)
    await tab.touch("lock")
    tried: list[str] = []
    goes_on = asyncio.Event()

    async def slow(self: object, secret: str, **_key: object) -> None:
        tried.append(secret)
        await goes_on.wait()
        raise WrongSecret(4)

    monkeypatch.setattr("app.workspace.application.Application.unlock", slow)
    await tab.write("secret", "111222")
    tab.event(tab.control("secret"), "submit", "111222")
    tab.event(tab.control("unlock"), "click", None)
    await tab.until(lambda: tab.is_off("unlock"))  # Drawn anew: Enter has another handler now.
    tab.event(tab.control("secret"), "submit", "111222")
    tab.event(tab.control("unlock"), "click", None)
    for _turn in range(50):
        await asyncio.sleep(0)
    goes_on.set()
    await tab.sees("You can try 4 more times")
    assert tried == ["111222"]


def of_enter(function: ast.FunctionDef) -> list[ast.AST]:
    """Return what a function gives as on_submit: the call that makes it."""
    inside = list(ast.walk(function))
    made = {t.id: n.value for n in inside if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)}
    given = [n.value for n in inside if isinstance(n, ast.keyword) and n.arg == "on_submit"]
    return [made.get(value.id, value) if isinstance(value, ast.Name) else value for value in given]


async def test_whatever_enter_does_has_a_word_for_its_guard_where_it_has_one() -> None:
    """A handler of Enter is another one than the button's, or becomes one when the screen is drawn anew."""
    found = []
    for path in sorted((APP / "ui").rglob("*.py")):
        functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
        found += [path.name for f in functions for call in of_enter(f) if "once=True" in ast.unparse(call)]
    assert found == []
