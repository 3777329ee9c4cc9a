"""A sheet on the screen before it is a file: the very parts that paper is made of."""

import flet as ft

from app.ink.tiles import picture
from app.sheet import Heading, Items, Panel, Part, Picture, Sheet, Words
from app.ui.kit import parts, theme

WIDTH, HEIGHT = 400, 300


def preview(sheet: Sheet) -> list[ft.Control]:
    """Return the sheet's parts as controls, in reading order."""
    shown: list[ft.Control] = [parts.heading(sheet.title)]
    if sheet.cover is not None:
        shown.append(parts.quiet(" · ".join(t for t in (sheet.cover.said.who, sheet.cover.said.note) if t)))
        if sheet.cover.picture is not None:
            shown.append(_picture(sheet.cover.picture))
    for part in sheet.parts:
        shown += _part(part)
    shown.append(parts.quiet(sheet.made_for))
    return shown


def _part(part: Part) -> list[ft.Control]:
    match part:
        case Heading(words=words):
            return [parts.heading(words)]
        case Words(words=words, who=who, note=note):
            return [
                ft.Column(
                    [
                        *([parts.words(who, size=theme.SMALL, bold=True)] if who else []),
                        parts.words(words),
                        *([parts.quiet(note)] if note else []),
                    ],
                    spacing=0,
                )
            ]
        case Items(items=items):
            return [parts.words(f"•  {item}") for item in items]
        case Picture() as drawing:
            return [_picture(drawing)]
        case Panel(heading=heading, words=said, picture=drawn):
            inside: list[ft.Control] = [parts.heading(heading)]
            if drawn is not None:
                inside.append(_picture(drawn))
            for piece in said:
                inside += _part(piece)
            return [parts.card(ft.Column(inside, spacing=theme.GAP_S), padding=theme.GAP)]


def _picture(drawing: Picture) -> ft.Control:
    png = picture(drawing.strokes, (WIDTH * 2, HEIGHT * 2))
    return ft.Column(
        [
            ft.Container(
                ft.Image(png, width=WIDTH, height=HEIGHT, semantics_label=drawing.alt, fit=ft.BoxFit.CONTAIN),
                bgcolor=theme.PAPER,
                border_radius=theme.CORNER,
                border=ft.Border.all(1, theme.LINE),
            ),
            parts.quiet(drawing.alt),
        ],
        spacing=4,
    )
