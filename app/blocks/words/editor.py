"""One question on the screen, with what people say to it."""

import flet as ft

from app.blocks.spoken import writes_in
from app.blocks.talk import Talk
from app.document import Document, Section
from app.document.saying import sayings
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.hand import Hand, Step


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    spoken = bool(sayings(document, None, section=section.slug))
    return (Step(key=section.slug, title=_(section.title), spoken=spoken, owner=writes_in(section)),)


def sheet(hand: Hand, section: Section, step: str) -> ft.Control:
    """Return the question with what was said, ready for more."""
    return ft.Column(
        [
            parts.question(_(section.question), talking=hand.talking),
            *([parts.words(_(section.prompt), quiet=True)] if section.prompt else []),
            Talk(
                hand,
                section=section.slug,
                parent=None,
                for_whom=section.for_whom,
                owner=writes_in(section),
                key=f"talk-{section.slug}",
            ),
        ],
        spacing=theme.GAP,
    )
