"""Answers that come too late: a control was asked to do something (to take the keyboard, to scroll), and is gone.

Flet raises for such an answer where it reads what the browser says, and reads no more: the page would stand still.
"""

from contextlib import suppress
from typing import Any

import flet as ft


def outlive(page: ft.Page) -> None:
    """From now on an answer of a control that is gone is left aside."""
    session = page.session
    told = session.handle_invoke_method_results

    def heard(control_id: int, call_id: str, result: Any, error: str | None) -> None:
        with suppress(RuntimeError):
            told(control_id, call_id, result, error)

    session.handle_invoke_method_results = heard  # type: ignore[method-assign]
