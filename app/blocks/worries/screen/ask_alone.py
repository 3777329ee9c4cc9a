"""One person is asked about a worry, or where they stand on its number line: alone, and nothing else is on the page."""

import flet as ft

from app.asking.screen.form import WHO_SEES, Ask, stand_said
from app.asking.screen.page import Alone, Asked, who_sees_page
from app.blocks.worries.model import asked, ends, marks, title, worries, worry_of
from app.blocks.worries.model import question as question_of
from app.blocks.worries.screen.shown_views import WIDEST
from app.document import Document, Section
from app.document.answer import Answer
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.editor_context import EditorContext
from app.language import _


def alone(context: EditorContext, section: Section, about: str) -> ft.Control:
    """Return the question about an item (a worry, or its number line) for the tablet's holder, and room for the answer.

    context.document holds only what the holder may see.
    """
    worry = worry_of(context.document, about)
    if worry is None or about not in (worry.id, worry.scale.id):
        return controls.words(_("This page is not there any more. Please give the tablet back."), quiet=True)
    if context.at == WHO_SEES:
        return who_sees_page(context, _said)
    view, number = marks(worry)
    question, *said = asked(worry, about)
    ask: Ask = "stand" if about == worry.id else "number"
    of = view if about == worry.id else number
    bold = ends(worry.scale) if about != worry.id else ()
    told = [controls.words(words, bold=words in bold) for words in said]
    return ft.Column(
        [controls.question(question), *told, Alone.keyed(f"alone-{about}")(context, about=about, ask=ask, of=of)],
        spacing=theme.GAP,
        width=WIDEST if context.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def asked_about(document: Document, section: Section, about: str) -> Asked | None:
    """Return what somebody is asked about a worry, or its number line: which of them, and how it begins."""
    worry = worry_of(document, about)
    if worry is None:
        return None
    found = worries(document, section.slug)
    at = next((n for n, w in enumerate(found) if w.id == worry.id), 0)
    which = title(worry, at) if len(found) > 1 else _(section.title)
    told = tuple(words for words in (worry.happened, worry.fear) if visible(words))[:1]
    lines = (question_of(worry, about), *told, *(() if about == worry.id else ends(worry.scale)))
    return Asked(which, lines, children=about != worry.id, grown_ups=True)


def _said(answer: Answer) -> str:
    if answer.number is not None:
        return _("You said: {words}").format(words=answer.number)
    return _("You said: {words}").format(words=stand_said(answer) or answer.words)
