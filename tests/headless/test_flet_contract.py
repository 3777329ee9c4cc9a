"""What this lane takes for granted about flet. Where a new flet breaks one of these, mend flet_session.py first."""

import asyncio
import importlib.metadata
import tomllib
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

import flet as ft
import pytest
import pytest_asyncio
from flet import canvas as cv
from flet.controls import base_control
from flet.controls.context import _context_page
from flet.controls.control_event import get_event_field_type
from flet.controls.object_patch import Operation
from flet.messaging.protocol import MessageAction
from flet.messaging.session import Session
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui.session.closed_tabs import watch_for_close
from app.ui.session.event_types import event_type
from tests.headless.flet_session import Tab, opened

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


@ft.observable
@dataclass
class Story:
    """Something for a page to show: rows by key, each with its words."""

    rows: tuple[tuple[str, str], ...] = ()
    touched: list[str] = field(default_factory=list)


@ft.component
def Rows(story: Story) -> ft.Control:
    return ft.Column([ft.Text(words, key=key) for key, words in story.rows])


@ft.component
def Everything(story: Story) -> ft.Control:
    text, set_text = ft.use_state("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        set_text(event.control.value)

    def told(what: str) -> Callable[[], None]:
        return lambda: setattr(story, "rows", (*story.rows, (what, what)))

    def down(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        story.rows = (("at", f"{event.local_position.x} {event.local_position.y}"),)

    def broken() -> None:
        raise RuntimeError("broken")

    return ft.Column(
        [
            ft.TextField(value=text, key="field", on_change=typed),
            ft.Button("Touch", key="touch", on_click=told("touched")),
            ft.Button("Off", key="off", on_click=told("off"), disabled=True),
            ft.Button("Broken", key="broken", on_click=broken),
            ft.GestureDetector(key="pad", on_pan_down=down, content=cv.Canvas([cv.Points([(1.0, 2.0)], key="dot")])),
            ft.Text(f"{text} has {len(text)} letters", key="echo"),
            Rows(story, key="rows"),
        ]
    )


@pytest_asyncio.fixture
async def tab() -> AsyncIterator[Tab]:
    story = Story()
    async with opened(lambda page: page.render(Everything, story)) as tab:
        await tab.finds("field")
        yield tab


def test_flet_is_the_version_that_this_was_written_for() -> None:
    wanted = tomllib.loads(PROJECT.read_text())["project"]["dependencies"]
    assert f"flet=={importlib.metadata.version('flet')}" in wanted


def test_the_names_that_flet_keeps_for_itself_are_there() -> None:
    assert isinstance(_context_page, ContextVar)
    for name in (
        "apply_page_patch",
        "apply_patch",
        "get_page_patch",
        "dispatch_event",
        "after_event",
        "handle_invoke_method_results",
        "connect",
        "disconnect",
        "close",
    ):
        assert callable(getattr(Session, name)), name


def test_messages_and_patches_have_the_numbers_that_the_client_reads() -> None:
    assert [a.value for a in (MessageAction.REGISTER_CLIENT, MessageAction.PATCH_CONTROL)] == [1, 2]
    assert [a.value for a in (MessageAction.INVOKE_METHOD, MessageAction.SESSION_CRASHED)] == [5, 6]
    assert [o.value for o in (Operation.Replace, Operation.Add, Operation.Remove, Operation.Move)] == [0, 1, 2, 3]


@pytest.mark.asyncio
async def test_the_task_that_draws_is_where_we_look_for_it(tab: Tab) -> None:
    assert isinstance(vars(tab.session)["_Session__updates_task"], asyncio.Task)
    assert tab.stopped is None


@pytest.mark.asyncio
async def test_what_is_written_reaches_the_page_and_comes_back(tab: Tab) -> None:
    await tab.press("field", "story")
    await tab.until(lambda: tab.value("echo") == "story has 5 letters")
    assert tab.value("field") == "story"


@pytest.mark.asyncio
async def test_a_touch_does_what_is_behind_it_and_what_is_off_cannot_be_touched(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tab.touch("touch")
    await tab.sees("touched")
    monkeypatch.setattr("tests.headless.flet_session.PATIENCE", 0.05)
    with pytest.raises(AssertionError):
        await tab.touch("off")
    with pytest.raises(AssertionError):
        await tab.touch("nowhere")


@pytest.mark.asyncio
async def test_a_pen_tells_where_it_is(tab: Tab) -> None:
    tab.down("pad", (12.5, 80.0))
    await tab.sees("12.5 80.0")


@pytest.mark.asyncio
async def test_a_fault_in_a_handler_takes_the_screen_away(tab: Tab, caplog: pytest.LogCaptureFixture) -> None:
    # This is why every handler of the app goes through Session.handler or Session.minding.
    await tab.touch("broken")
    await tab.until(lambda: tab.screen and tab.crashes)
    caplog.clear()


@pytest.mark.asyncio
async def test_a_component_that_raises_while_it_is_drawn_stops_the_page() -> None:
    @ft.component
    def fragile(story: Story) -> ft.Control:
        return ft.Text(story.rows[1][1] if story.rows else "whole", key="text")

    story = Story()
    async with opened(lambda page: page.render(fragile, story)) as tab:
        await tab.finds("text")
        story.rows = (("one", "only one"),)
        await tab.until(lambda: tab.stopped)
        assert isinstance(tab.stopped, IndexError)


@pytest.mark.asyncio
async def test_a_control_that_is_the_very_one_of_last_time_is_passed_over() -> None:
    # The live stroke rests on it (app/ui/pad/live_stroke.py).
    pieces: dict[str, cv.Points] = {}

    @ft.component
    def stroke(story: Story) -> ft.Control:
        for key, _words in story.rows:
            pieces.setdefault(key, cv.Points([(1.0, 2.0)] * 100, key=key))
        return cv.Canvas([pieces[key] for key, _words in story.rows], key="canvas")

    story = Story((("one", ""),))
    async with opened(lambda page: page.render(stroke, story)) as tab:
        await tab.finds("one")
        sent = len(tab.line.sent)
        story.rows = (("one", ""), ("two", ""))
        await tab.finds("two")
        again = sum(len(message) for message in tab.line.sent[sent:])
        assert again < 2 * len(tab.line.sent[sent - 1])
        assert tab.keys() == ["canvas", "one", "two"]


rows = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.text("xyz", max_size=3)), max_size=8, unique_by=lambda row: row[0]
).map(tuple)


@given(st.lists(rows, min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_after_any_change_the_client_shows_what_the_page_shows(changes: list[tuple[tuple[str, str], ...]]) -> None:
    async def shown() -> None:
        story = Story()
        async with opened(lambda page: page.render(Rows, story)) as tab:
            for change in changes:
                story.rows = change
                await tab.still(0)
                await tab.until(lambda change=change: tuple((k, tab.value(k)) for k in tab.keys("")) == change)  # type: ignore[misc]

    asyncio.run(shown())


def test_flet_asks_for_an_events_type_where_app_ui_event_types_answers() -> None:
    assert hasattr(base_control, "get_event_field_type")


@pytest.mark.parametrize(
    "control", [ft.TextField, ft.GestureDetector, ft.TextButton, ft.IconButton, ft.Container, ft.ReorderableListView]
)
def test_what_is_remembered_of_an_event_is_what_flet_says_of_it(control: type[ft.Control]) -> None:
    it = object.__new__(control)
    fields = [
        name for cls in control.__mro__ for name in vars(cls).get("__annotations__", {}) if name.startswith("on_")
    ]
    assert fields
    for name in (*fields, "on_nothing_of_the_kind"):
        for _turn in range(2):
            assert event_type(it, name) == get_event_field_type(it, name)


@pytest.mark.asyncio
async def test_an_answer_of_a_control_that_is_gone_stops_nothing() -> None:
    def show(page: ft.Page) -> None:
        watch_for_close(page)
        page.add(ft.Text("Still here", key="there"))

    async with opened(show) as tab:
        await tab.sees("Still here")
        tab.session.handle_invoke_method_results(987_654, "gone", None, None)
        with pytest.raises(RuntimeError):  # What Flet itself does.
            Session.handle_invoke_method_results(tab.session, 987_654, "gone", None, None)
