"""One page of a book that is read together: its words as large as fit, its picture, and nothing else.

Type goes from theme.TALKING down to a child's least, theme.CHILD; words for which that is still too much scroll.
"""

import asyncio
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import flet as ft

from app.ink.drawing import photos_of
from app.ink.tiles import picture
from app.kit import controls, drawing_frame, theme
from app.kit.component import component, maybe
from app.language import _
from app.language.clean_text import visible
from app.sheet import Items, Panel, Picture, Sheet, Words
from app.ui.screens.photos import use_photos
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session

SIZES = (theme.TALKING, 36, 32, theme.QUESTION, theme.CHILD)
"""Of the words of a page: the largest in which they fit."""

BESIDE = 0.54
"""Of a lying page's width, the picture's share beside words: it is looked at from across a table."""
ABOVE = 0.5
"""Of a standing page's height, the picture's share above words."""
NARROWEST = 120
"""A window so small that less is left for a picture lets its page scroll."""

_LETTER = 0.55
"""A letter's mean width in Andika, in sizes, the ragged end of a line counted in."""
_LEADING = 1.4
_MOST = 45
"""Characters a line, a child's (T4)."""
_HEADING = 42
_CAPTION = 1.5 * theme.CONTROL


class PageRoom(NamedTuple):
    """The room that a page has, in pixels."""

    width: float
    """From its left edge to its right one."""
    height: float
    """From its top edge to its bottom one."""
    across: bool
    """Picture and words stand side by side; else the words below the picture."""


def pixels(ink: Picture, width: float) -> tuple[int, int]:
    """Return how large a picture so many pixels wide is drawn: two for each, as on a tablet's glass."""
    return round(width * 2), round(width * 2 * ink.height / ink.width)


def size_for(said: Sequence[Words | Items], width: float, height: float) -> int:
    """Return the largest of SIZES in which words are likely to fit in so many pixels; else the least."""
    return next((size for size in SIZES if _height(said, size, width) <= height), SIZES[-1])


def cover(session: Session, plan: OpenPlan, book: Sheet, room: PageRoom) -> ft.Control:
    """The title, large, as on the cover of a copy: who gave it, and the picture that was drawn for it."""
    said = book.cover.said if book.cover is not None else Words("")
    drawing = book.cover.picture if book.cover is not None else None
    middle = ft.TextAlign.START if drawing is not None and room.across else ft.TextAlign.CENTER
    size = theme.COVER if room.width > theme.COVER * 10 else theme.TALKING
    style = theme.text_style(size, bold=True, color=theme.ACCENT, height=1.25)
    title = ft.Semantics(content=ft.Text(book.title, style=style, text_align=middle), header=True, heading_level=1)
    who = " · ".join(t for t in (said.who, said.note) if t)
    quiet = ft.Text(who, style=theme.text_style(theme.WORDS, color=theme.QUIET), text_align=middle)
    return _side_by_side(session, plan, drawing, [title, *([quiet] if who else [])], room, room.height)


def page(session: Session, plan: OpenPlan, panel: Panel, room: PageRoom) -> ft.Control:
    """A page: its heading, small; what was said, large, with who said it; the picture that was drawn."""
    headed = panel.heading.strip() if visible(panel.heading) else ""
    left = room.height - (_HEADING if headed else 0)
    width, height = room.width, left
    if panel.picture is not None and panel.words:
        wide = _picture_width(panel.picture, room, left, beside=True)
        if room.across:
            width -= wide + theme.GAP_L
        else:
            height -= wide * panel.picture.height / panel.picture.width + _CAPTION + theme.GAP_L
    size = size_for(panel.words, width, height)
    body = _side_by_side(session, plan, panel.picture, [_said(w, size) for w in panel.words], room, left, size=size)
    head = [controls.heading(headed)] if headed else []
    # The body takes what is left: a heading may need a second line.
    rest = ft.Container(body, expand=True, alignment=ft.Alignment.CENTER)
    return ft.Column([*head, rest], spacing=theme.GAP, width=room.width, height=room.height)


def blank(room: PageRoom, ways: Sequence[ft.Control], *, said: str = "") -> ft.Control:
    """The last page: white paper, a question, and ways on. Nobody's page is on it (docs/domain/words-and-pictures.md).

    said: a sentence above the ways.
    """
    asked = _("What would you like to draw or say?")
    style = theme.text_style(theme.TALKING if room.across else 32, bold=True, height=1.25)
    question = ft.Text(asked, style=style, text_align=ft.TextAlign.CENTER)
    return ft.Container(
        ft.Column(
            [
                ft.Icon(ft.Icons.BRUSH_OUTLINED, size=64, color=theme.EDGE),
                ft.Semantics(content=question, header=True, heading_level=1),
                *([controls.words(said, size=theme.CHILD)] if said else []),
                ft.Row(
                    list(ways),
                    wrap=True,
                    alignment=ft.MainAxisAlignment.CENTER,
                    spacing=theme.GAP,
                    run_spacing=theme.GAP,
                ),
            ],
            spacing=theme.GAP_L,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            scroll=ft.ScrollMode.AUTO,
        ),
        width=room.width,
        height=room.height,
        padding=theme.GAP,
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.SHEET_CORNER,
        bgcolor=theme.SHEET,
        alignment=ft.Alignment.CENTER,
    )


def _side_by_side(
    session: Session,
    plan: OpenPlan,
    drawing: Picture | None,
    words: list[ft.Control],
    room: PageRoom,
    height: float,
    *,
    size: int = theme.TALKING,
) -> ft.Control:
    """Words beside their picture where the page lies (picture first, P1), and below it where it stands."""
    found: list[ft.Control] = []
    if drawing is not None:
        wide = _picture_width(drawing, room, height, beside=bool(words))
        found.append(DrawnPicture.keyed("drawing")(session, plan, drawing, wide))
    if room.across and drawing is not None and words:
        said = ft.Column(
            words,
            spacing=theme.GAP,
            scroll=ft.ScrollMode.AUTO,
            alignment=ft.MainAxisAlignment.CENTER,
            expand=True,
        )
        return ft.Row([*found, said], spacing=theme.GAP_L, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    if words:
        wide = min(room.width, _MOST * _LETTER * size)
        stretch = ft.CrossAxisAlignment.STRETCH
        found.append(ft.Column(words, spacing=theme.GAP, width=wide, tight=True, horizontal_alignment=stretch))
    return ft.Column(
        found,
        spacing=theme.GAP_L,
        width=room.width,
        scroll=ft.ScrollMode.AUTO,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _picture_width(drawing: Picture, room: PageRoom, height: float, *, beside: bool) -> float:
    shape = drawing.height / drawing.width
    if room.across:
        wide, high = room.width * (BESIDE if beside else 1), height - 2 * _CAPTION
    else:
        wide, high = room.width, height * (ABOVE if beside else 0.9)
    return max(NARROWEST, min(wide, high / shape))


@component
def DrawnPicture(session: Session, plan: OpenPlan, drawing: Picture, width: float) -> ft.Control:
    """A picture, drawn off the event loop: until it is there its place is blank paper. Below it, its caption."""
    done, set_done = maybe(_Drawn)
    size = pixels(drawing, width)
    names = photos_of(drawing.marks)
    photos = {name: content for name, content in use_photos(session, plan).items() if name in names}

    async def draw() -> None:
        with session.minding():
            png = await asyncio.to_thread(picture, drawing.marks, size, photos=photos)
            set_done(_Drawn(drawing, png))

    ft.use_effect(draw, [drawing, size, *photos])
    # Never another page's, however short: that one may have been taken out of the book.
    png = done.png if done is not None and done.drawing == drawing else None
    shown = ft.Image(png, fit=ft.BoxFit.CONTAIN, semantics_label=drawing.alt, gapless_playback=True) if png else None
    caption = ft.Text(
        drawing.alt,
        style=theme.text_style(theme.CONTROL, color=theme.QUIET, height=1.3),
        width=width,
        text_align=ft.TextAlign.CENTER,
    )
    return ft.Column(
        [
            drawing_frame.paper(shown, width, width * drawing.height / drawing.width),
            # A screen reader has it from the picture.
            *([ft.Semantics(content=caption, exclude_semantics=True)] if drawing.alt else []),
        ],
        spacing=theme.GAP_S,
        tight=True,
    )


class _Drawn(NamedTuple):
    drawing: Picture
    png: bytes


def _said(said: Words | Items, size: int) -> ft.Control:
    """What somebody said, as on paper: their name before it, a note after it."""
    if isinstance(said, Items):
        lines = [ft.Text(f"•  {item}", style=theme.text_style(size, height=_LEADING)) for item in said.items]
        return ft.Column(list(lines), spacing=theme.GAP_S, tight=True)
    found: list[ft.Control] = []
    if said.who:
        found.append(ft.Text(said.who, style=theme.text_style(theme.WORDS, bold=True, color=theme.ACCENT)))
    if said.words:
        found.append(ft.Text(said.words, style=theme.text_style(size, height=_LEADING)))
    if said.note:
        found.append(controls.quiet(said.note, size=theme.CONTROL))
    return ft.Column(found, spacing=0, tight=True)


def _height(said: Sequence[Words | Items], size: int, width: float) -> float:
    """Return about how high words become, from how many letters there are."""

    def lines(text: str, of: float) -> float:
        most = min(_MOST, max(1.0, width / (of * _LETTER)))
        return sum(max(1, math.ceil(len(line) / most)) for line in text.split("\n"))

    def heights() -> Iterator[float]:
        for one in said:
            if isinstance(one, Items):
                yield sum(lines(item, size) * size * _LEADING + theme.GAP_S for item in one.items)
                continue
            yield lines(one.who, theme.WORDS) * theme.WORDS * 1.5 if one.who else 0.0
            yield lines(one.words, size) * size * _LEADING if one.words else 0.0
            yield lines(one.note, theme.CONTROL) * theme.CONTROL * 1.4 if one.note else 0.0

    return sum(heights()) + theme.GAP * max(0, len(said) - 1)
