"""A tab goes while the app still works for it: whoever waits for its browser is told, and nothing else happens."""

import asyncio
import gc
import logging
from collections.abc import Callable

import flet as ft
import pytest
from flet.messaging.session import Session

from app.ui.session.closed_tabs import TabGone, watch_for_close
from tests.headless.flet_session import Recorder, opened
from tests.patience import PATIENCE


@pytest.mark.asyncio
async def test_whoever_waits_for_a_file_is_told_that_the_tab_has_gone_and_not_in_an_hour() -> None:
    parted: list[Callable[[], None]] = []

    def show(page: ft.Page) -> None:
        parted.append(watch_for_close(page))
        page.on_disconnect = lambda: parted[0]()

    async with opened(show) as tab:
        picker = ft.FilePicker()
        waits = asyncio.ensure_future(picker.pick_files())
        await asyncio.sleep(0)
        await tab.cut()
        with pytest.raises(TabGone):
            await asyncio.wait_for(waits, PATIENCE)
        with pytest.raises(TabGone):
            await asyncio.wait_for(picker.pick_files(), PATIENCE)
        await tab.back()
        tab.answers["pick_files"] = []
        again = asyncio.ensure_future(ft.FilePicker().pick_files())
        await asyncio.sleep(0)
        await tab.still()
        assert await asyncio.wait_for(again, PATIENCE) == []


@pytest.mark.asyncio
async def test_a_task_for_a_page_runs_and_its_session_is_there_when_nobody_is(caplog: pytest.LogCaptureFixture) -> None:
    line = Recorder()
    session = Session(line)
    page = session.page
    watch_for_close(page)
    await session.disconnect(0)
    session.close()
    number = session.id
    del session
    gc.collect()
    ran: list[str] = []

    async def task() -> None:
        ran.append(page.session.id)

    await asyncio.wrap_future(page.run_task(task))
    assert ran == [number]
    assert page.session.id == number
    line.dispose()
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
