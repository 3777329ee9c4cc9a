"""The browser that the tests drive: chosen by dev.py, found here where pytest is started by hand."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright, sync_playwright

from dev import installed_browser

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-3d-apis",
    "--disable-background-networking",
    "--disable-component-update",
)
"""Without a graphics card, what paints by itself paints faster than what is made to look like a card."""


def executable() -> str | None:
    """Return the path of the browser, or None for Playwright's own (which fails where there is none)."""
    chosen = os.environ.get("ALONGSIDE_BROWSER")
    return shutil.which(chosen) if chosen else installed_browser()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a headless browser for as long as the block lasts."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        try:
            yield opened
        finally:
            opened.close()


def launch(playwright: Playwright) -> Browser:
    """Start a headless browser, whose pages know nothing of each other's."""
    return playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
