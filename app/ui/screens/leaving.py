"""The question before somebody leaves words behind that could not be kept: nobody's words go in silence."""

import inspect

import flet as ft

from app.language import _, ngettext
from app.ui.kit import parts, theme
from app.ui.session import Session

LINES = 5
"""So many lines of the words are shown at once; the rest can be scrolled to."""


def leaving_question(session: Session) -> list[ft.Control]:
    """The dialog over any screen; nothing where nobody is leaving. The words are in it, to be taken along."""
    leaving = session.leaving
    if leaving is None:
        return []

    def stay() -> None:
        session.leaving = None

    async def leave() -> None:
        session.leaving = None
        session.drafts.drop()
        done = leaving.then()
        if inspect.isawaitable(done):
            await done

    name = _("Some words are not saved")
    why = [parts.words(session.notice)] if session.notice else []
    return [
        parts.dialog(
            name,
            [
                parts.heading(name),
                *why,
                *(_shown(words, n) for n, words in enumerate(session.refused)),
                parts.words(
                    ngettext(
                        "They are still in their field. If you leave now, what is not saved is gone.",
                        "They are still in their fields. If you leave now, what is not saved is gone.",
                        len(session.refused),
                    ),
                    size=theme.CONTROL,
                ),
                parts.main_button(_("Back to the words"), session.handler(stay), key="back-to-words", height=56),
                parts.button(_("Leave without them"), session.handler(leave, once=True), key="leave-without"),
            ],
            key="leaving",
        )
    ]


def _shown(words: str, n: int) -> ft.Control:
    return ft.TextField(
        value=words,
        key=f"not-saved-{n}",
        label=_("Not saved"),
        read_only=True,
        multiline=True,
        min_lines=1,
        max_lines=LINES,
        text_style=theme.text_style(theme.CONTROL),
        label_style=theme.text_style(theme.CONTROL, color=theme.QUIET),
        border=theme.outline(),
    )
