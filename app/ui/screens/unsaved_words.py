"""The question before somebody leaves words behind that could not be kept: nobody's words go in silence."""

import inspect

import flet as ft

from app.kit import controls, theme
from app.language import _, ngettext
from app.ui.session.session import Session

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
    why = [controls.words(session.notice)] if session.notice else []
    return [
        controls.dialog(
            name,
            [
                controls.heading(name),
                *why,
                *(_shown(words, n) for n, words in enumerate(session.refused)),
                controls.words(
                    ngettext(
                        "They are still in their field. If you leave now, what is not saved is gone.",
                        "They are still in their fields. If you leave now, what is not saved is gone.",
                        len(session.refused),
                    ),
                    size=theme.CONTROL,
                ),
                controls.main_button(_("Back to the words"), session.handler(stay), key="back-to-words", height=56),
                controls.button(_("Leave without them"), session.handler(leave, once=True), key="leave-without"),
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
