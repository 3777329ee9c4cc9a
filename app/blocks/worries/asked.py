"""One person is asked about a worry, or where they stand on its number line: alone, and nothing else is on the page."""

import flet as ft

from app.blocks.alone import Alone
from app.blocks.giving import Ask
from app.blocks.worries.reading import asked, ends, marks, worry_of
from app.blocks.worries.shown import WIDEST
from app.document import Section
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.hand import Hand


def alone(hand: Hand, section: Section, about: str) -> ft.Control:
    """Return the question about an item (a worry, or its number line) for the hand's holder, and room for the answer.

    hand.document holds only what the holder may see.
    """
    worry = worry_of(hand.document, about)
    if worry is None or about not in (worry.id, worry.scale.id):
        return parts.words(_("This page is not there any more. Please give the tablet back."), quiet=True)
    view, number = marks(worry)
    question, *said = asked(worry, about)
    ask: Ask = "stand" if about == worry.id else "number"
    of = view if about == worry.id else number
    bold = ends(worry.scale) if about != worry.id else ()
    told = [parts.words(words, bold=words in bold) for words in said]
    return ft.Column(
        [parts.question(question), *told, Alone(hand, about=about, ask=ask, of=of, key=f"alone-{about}")],
        spacing=theme.GAP,
        width=WIDEST if hand.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
