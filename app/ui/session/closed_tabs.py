"""What Flet still does for a tab that has gone, and what of it the app must not meet.

A tab can go at any moment: in the middle of a touch, while it is asked for a file, while a picture is being painted.
Whatever then still runs for it runs to its end in quiet, and nothing is told to nobody:

- An answer that comes too late, of a control that is gone. Flet raises for it where it reads what the browser says,
  and reads no more: the page would stand still.
- An answer that will not come. Flet waits an hour for a file that was being chosen; here whoever waits is told at
  once that the tab has gone (TabGone), and a button that waited lives again after a reload.
- A page holds its session as long as somebody holds the page. Flet lets go of it a minute after the tab went, and
  then every look at it raises.
- A task for the page runs also while nobody is there: Flet takes its loop from the line, of which there is none then.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

import flet as ft
from flet.controls.context import _context_page


class TabGone(RuntimeError):
    """The tab was closed or reloaded before it answered. There is nobody to say anything to."""


def watch_for_close(page: ft.Page) -> Callable[[], None]:
    """From now on a page's tab may go at any moment. Returns what is to be called when it has gone."""
    session = page.session
    told, ask = session.handle_invoke_method_results, session.invoke_method
    loop = asyncio.get_running_loop()
    waiting: set[asyncio.Future[None]] = set()

    def heard(control_id: int, call_id: str, result: Any, error: str | None) -> None:
        with suppress(RuntimeError):
            told(control_id, call_id, result, error)

    async def asked(control_id: int, method_name: str, args: Any, timeout: float | None = None) -> Any:
        if session.connection is None:
            raise TabGone
        gone = loop.create_future()
        waiting.add(gone)
        answer = asyncio.ensure_future(ask(control_id, method_name, args, timeout))
        try:
            await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                return answer.result()
            raise TabGone
        finally:
            waiting.discard(gone)
            answer.cancel()

    def run_task(act: Callable[..., Coroutine[Any, Any, Any]], *args: Any, **more: Any) -> "Future[Any]":
        _context_page.set(page)  # type: ignore[arg-type]  # Flet's own, of which it does not say what it holds.
        return asyncio.run_coroutine_threadsafe(act(*args, **more), loop)

    def parted() -> None:
        for gone in waiting:
            if not gone.done():
                gone.set_result(None)

    session.handle_invoke_method_results = heard  # type: ignore[method-assign]
    session.invoke_method = asked  # type: ignore[method-assign]
    vars(page).update(run_task=run_task, session_held=session)
    return parted
