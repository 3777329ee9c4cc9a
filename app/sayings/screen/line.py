"""One line of what was said: whose it is, its words in a field of their own or to read, and how it was written down."""

from collections.abc import Callable

import flet as ft

from app.document import WORKER, Person, Remove
from app.document.saying import (
    Saying,
    belongs_to,
    read_saying,
    said_how,
)
from app.kit import controls, theme
from app.kit.avatars import face, face_button
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.remove_item import takes_away
from app.kit.tappable import touchable
from app.language import _
from app.sayings.outline import name_of, says, written_how


def read_line(context: EditorContext, saying: Saying, undo_scope: str) -> ft.Control:
    """Words of somebody else, to read. undo_scope: of the talk that they stand in."""
    who = says(saying.by, context.then(saying.id))
    words = ft.Column([controls.quiet(who), controls.words(saying.words)], spacing=0, expand=True)
    start = ft.CrossAxisAlignment.START
    ways: list[ft.Control] = []
    if context.may_take_away(saying.id) and not context.talking:
        away = takes_away(context, saying.id, "", [Remove(saying.id)], saying.id, group=f"talk-{undo_scope}")
        ways.append(controls.icon_button(ft.Icons.DELETE_OUTLINE, _("Take this out"), away, key=f"out-{saying.id}"))
    return ft.Row(
        [face_of(context, saying.by, saying.id), words, *ways],
        key=f"line-{saying.id}",
        vertical_alignment=start,
        spacing=theme.GAP_S,
    )


def _give(context: EditorContext, saying: Saying, undo_scope: str, person: str) -> None:
    item = context.now().items.get(saying.id)
    if item is not None:
        context.make(belongs_to(read_saying(item), person), undo_scope, "")


def asks_whose(context: EditorContext, saying: Saying, undo_scope: str) -> ft.Control:
    """Words of which nobody has said whose they are: one touch moves them to their speaker."""

    def mine(person: str) -> Handler:
        return context.handler(lambda: _give(context, saying, undo_scope, person))

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            mine(p.id),
            key=f"said-by-{saying.id}-{p.id}",
            label=_("{name} said this").format(name=p.name),
            size=theme.TARGET,
            picture=context.faces.get(p.id),
        )
        for p in context.around.values()
        if p.id != WORKER or not context.alone
    ]
    return ft.Row(
        [ft.Container(width=theme.TARGET), controls.words(_("Who said this?"), size=theme.CONTROL), *faces],
        key=f"asks-{saying.id}",
        wrap=True,
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def said_line(
    context: EditorContext, saying: Saying, *, undo_scope: str, keep: Callable[[str], bool], size: int, owner: str
) -> ft.Control:
    """Words that whoever speaks may change: their face, a field, and how they were written down."""
    then = context.then(saying.id)
    name = name_of(saying.by, then)

    def move() -> None:
        context.ask_who(_("Who said this?"), lambda person: _give(context, saying, undo_scope, person), "")

    def turn() -> None:
        context.make(said_how(saying, own=not saying.own), undo_scope, owner)

    how = _("Own words") if saying.own else written_how(saying, then)
    other = _("Mark as written down") if saying.own else _("Mark as own words")
    if saying.office:
        other = _("Keep these words: they are not a draft now")
    mark = ft.TextButton(
        content=ft.Text(how, style=theme.text_style(theme.SMALL, color=theme.QUIET, height=1.2)),
        on_click=context.handler(turn),
        tooltip=other,
        key=f"how-{saying.id}",
        height=theme.TARGET,
        # As far in as the words of a field, on every device.
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=16), visual_density=ft.VisualDensity.STANDARD),
    )
    drawn = face_of(context, saying.by, saying.id)
    return ft.Row(
        [
            drawn
            if context.holder
            else touchable(
                drawn,
                _("{name} said this. Move it to somebody else.").format(name=name),
                context.handler(move),
                key=f"who-{saying.id}",
                width=theme.TARGET,
            ),
            *words_and_mark(
                DraftField.keyed(saying.id)(
                    name=says(saying.by, then),
                    kept=saying.words,
                    keep=keep,
                    draft=context.draft,
                    field_key=saying.id,
                    plain=True,
                    size=size,
                ),
                # Who holds a plan writes in it: only what another wrote down says so.
                None if context.holder or (context.document.kind.owned and saying.own) else mark,
                context.shape,
            ),
        ],
        key=f"line-{saying.id}",
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=theme.GAP_S,
    )


def words_and_mark(field: ft.Control, mark: ft.Control | None, shape: str) -> list[ft.Control]:
    """The words with their mark behind them; below them where the screen is narrow.

    An empty field has no mark yet, and stands in the same place, so that it keeps the cursor as it becomes a saying.
    """
    marks = [mark] if mark is not None else []
    if shape == "phone":
        # In a row, which keeps it at the start: stretched, its words would stand in the middle.
        marks = [ft.Row(marks, wrap=True)] if marks else []
        stretch = ft.CrossAxisAlignment.STRETCH
        return [ft.Column([field, *marks], spacing=0, expand=True, horizontal_alignment=stretch)]
    return [ft.Container(field, expand=True), *marks]


def face_of(context: EditorContext, person: str, item: str = "") -> ft.Control:
    """The face of somebody; item: of what they said, with the letter of the name that they had then."""
    known = context.then(item).get(person) or Person(person, "?", "family", 2, "square")
    drawn = face(known.name, known.colour, known.shape, size=40, picture=context.faces.get(person))
    return ft.Container(drawn, padding=4, width=theme.TARGET, height=theme.TARGET)
