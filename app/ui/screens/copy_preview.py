"""A sheet on the screen before it is a file: the very parts that paper is made of."""

from collections.abc import Sequence

import flet as ft

from app.ink.photo import Photos
from app.ink.tiles import picture
from app.kit import controls, theme
from app.kit.pictures import shown
from app.language import right_to_left
from app.sheet import Heading, Items, Panel, Part, Picture, Sheet, Table, Words
from app.sheet.book_pages import pairs, panels
from app.sheet.drawn import Drawn

WIDTH, SMALL_WIDTH = 400, 240
"""Of a picture, in pixels: a page each, and two side by side."""


def preview(sheet: Sheet, photos: Photos, *, wide: bool = True) -> list[ft.Control]:
    """Return the sheet's parts as controls, in reading order; of four to a page, two side by side where it is wide.

    photos: those in its pictures.
    """
    two = sheet.layout == "four" and wide
    found: list[ft.Control] = [controls.heading(sheet.title)]
    if sheet.cover is not None:
        found.append(controls.quiet(" · ".join(t for t in (sheet.cover.said.who, sheet.cover.said.note) if t)))
        if sheet.cover.picture is not None:
            found.append(_picture(sheet.cover.picture, photos, WIDTH))
    if two:
        found += _in_rows([_part(panel, photos, SMALL_WIDTH) for panel in panels(sheet.parts)])
    else:
        found += [control for part in sheet.parts for control in _part(part, photos, WIDTH)]
    found.append(controls.quiet(sheet.made_for))
    return found


def _in_rows(cards: Sequence[list[ft.Control]]) -> list[ft.Control]:
    start = ft.CrossAxisAlignment.START
    pairs = (cards[at : at + 2] for at in range(0, len(cards), 2))
    return [
        ft.Row([ft.Column(card, expand=1) for card in pair], spacing=theme.GAP, vertical_alignment=start)
        for pair in pairs
    ]


def _part(part: Part, photos: Photos, width: int) -> list[ft.Control]:
    match part:
        case Heading(words=words):
            return [controls.heading(words)]
        case Words(words=words, who=who, note=note):
            return [
                ft.Column(
                    [
                        *([controls.words(who, size=theme.SMALL, bold=True)] if who else []),
                        controls.words(words),
                        *([controls.quiet(note)] if note else []),
                    ],
                    spacing=0,
                )
            ]
        case Items(items=items):
            return [controls.words(f"•  {item}") for item in items]
        case Table() as table:
            return _table(table)
        case Picture() as drawing:
            return [_picture(drawing, photos, width)]
        case Drawn() as made:
            return shown(made, width, right_to_left=right_to_left())
        case Panel(heading=heading, words=said, picture=drawn):
            inside: list[ft.Control] = [controls.heading(heading)]
            if drawn is not None:
                inside.append(_picture(drawn, photos, width))
            for piece in said:
                inside += _part(piece, photos, width)
            return [controls.card(ft.Column(inside, spacing=theme.GAP_S), padding=theme.GAP)]


def _table(table: Table) -> list[ft.Control]:
    """A row below the other, each cell with its heading: a preview is narrower than paper."""
    caption: list[ft.Control] = [controls.words(table.caption, bold=True)] if table.caption else []
    rows = [
        ft.Column(
            [
                ft.Column([controls.words(column, size=theme.SMALL, bold=True), controls.words(cell)], spacing=0)
                for column, cell in pairs(table, row)
            ],
            spacing=4,
        )
        for row in table.rows
    ]
    edge = ft.Border.only(top=ft.BorderSide(1, theme.LINE))
    return [*caption, *(ft.Container(row, border=edge, padding=ft.Padding.only(top=theme.GAP_S)) for row in rows)]


def _picture(drawing: Picture, photos: Photos, width: int) -> ft.Control:
    height = width * 3 // 4
    png = picture(drawing.marks, (width * 2, height * 2), photos=photos)
    return ft.Column(
        [
            ft.Container(
                ft.Image(png, width=width, height=height, semantics_label=drawing.alt, fit=ft.BoxFit.CONTAIN),
                bgcolor=theme.PAPER,
                border_radius=theme.CORNER,
                border=ft.Border.all(1, theme.LINE),
            ),
            controls.quiet(drawing.alt),
        ],
        spacing=4,
    )
