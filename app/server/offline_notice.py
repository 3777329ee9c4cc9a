"""The notice that a served page shows when the program is gone: its words, and how they get into the page.

The notice itself is assets/gone.js. It must be there before the program is gone, and before Flet's client opens its
line, so it is the first script of the page (app/server/flet_client.py).
"""

import json

from app.language import _, current, direction

FONTS = {"ar": "NotoNaskhArabic", "bn": "NotoSansBengali", "pa": "NotoSansGurmukhi"}
"""The typeface of the notice, where Andika has not the letters of a language."""


def gone_words() -> tuple[str, ...]:
    """Return what the page says while nobody answers: what happened, what is safe, what to do now."""
    return (
        _("Alongside has stopped"),
        _("Everything that said Saved is kept."),
        _("Please start Alongside again."),
        _("This page then comes back by itself."),
    )


def address_words() -> tuple[str, ...]:
    """Return what the page says when the program is there again and does not know this browser any more."""
    return (
        _("Alongside is running again"),
        _("Everything that said Saved is kept."),
        _("Please open the address that Alongside shows in its own window."),
    )


def head(key: str) -> bytes:
    """Return what stands first in the page: what the notice needs to know, and its script.

    key: the door's (door.py). The words are those of the language that is spoken now.
    """
    font = FONTS.get(current().partition("-")[0], "Andika")
    told = {
        "key": key,
        "language": current(),
        "direction": direction(),
        "font": f"/fonts/{font}-Regular.ttf",
        "gone": gone_words(),
        "address": address_words(),
    }
    # In a script, "</" would end it.
    safe = json.dumps(told).replace("<", "\\u003c")
    return f'<script>window.alongsideGone = {safe};</script><script src="/gone.js"></script>'.encode()
