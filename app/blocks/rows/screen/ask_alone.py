"""One person says what is theirs alone to say of a row, with the tablet in their hands: how it went, and why.

Nothing waits for it. Not asked and "not yet" are the same, on the table and in every copy.
Source: docs/domain/safety-plan.md ("Promises by everyone").
"""

import flet as ft

from app.blocks.rows.follow_up import say_how
from app.blocks.rows.model import Column, Row, cell_words, filled, rows, set_cell, shape_of, who_says
from app.blocks.rows.outcome import HOW
from app.document import Section, people
from app.document.answer import alone_scope
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.language import _

WIDEST = 580
"""Room for the words, in pixels: no line is longer than can be read."""


def alone(context: EditorContext, section: Section, about: str) -> ft.Control:
    """Return the question about a row for the tablet's holder. context.document holds only what the holder may see."""
    return OneQuestion.keyed(f"alone-{about}")(context, section, about)


def asked_of(section: Section) -> Column | None:
    """Return the column that one person alone fills in, or None where a section has none."""
    shape = shape_of(section)
    return next((c for c in shape.columns if c.type == "outcome" and c.slug in dict(section.said_by)), None)


@component
def OneQuestion(context: EditorContext, section: Section, about: str) -> ft.Control:
    """The row, the question, a button for each way that it can have gone, and "Not yet"."""
    said, say = state("")
    row = next((r for r in rows(context.document, section.slug) if r.id == about), None)
    column = asked_of(section)
    if row is None or column is None or not filled(row) or who_says(row, section, column.slug) != context.holder:
        return controls.words(_("This page is not there any more. Please give the tablet back."), quiet=True)
    who = {**people(context.document), **context.who}
    aside = (column.slug, dict(section.said_by)[column.slug])
    told = [
        ft.Column([controls.quiet(_(c.title)), controls.words(words)], spacing=0)
        for c in shape_of(section).columns
        if c.slug not in aside and (words := cell_words(row, c, who))
    ]
    went = row.went.get(column.slug)
    slug = column.slug

    def answer(how: str) -> Handler:
        def act() -> None:
            if context.make(
                lambda: say_how(context.now(), about, slug, how, by=context.holder, day=context.today),
                alone_scope(about),
                context.holder,
            ):
                say(how or "not-yet")

        return context.handler(act)

    def button(name: str, how: str, *, chosen: bool) -> ft.Control:
        key = f"say-{how or 'not-yet'}"
        return controls.button(name, answer(how), key=key, height=theme.CHILD_TARGET, chosen=chosen)

    ways = [button(_(dict(column.choices)[how]), how, chosen=went is not None and went.how == how) for how in HOW]
    return ft.Column(
        [
            controls.question(_(column.hint)),
            *told,
            ft.Row(
                [*ways, button(_("Not yet"), "", chosen=said == "not-yet" and went is None)],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
            *([_why(context, row, slug)] if went is not None else []),
            controls.words(_("You do not have to answer. You can stop at any time."), size=theme.CONTROL),
            controls.words(
                _("Everyone at the table can see it, and everyone with a copy. You can take that back."),
                size=theme.CONTROL,
            ),
        ],
        spacing=theme.GAP,
        width=WIDEST if context.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _why(context: EditorContext, row: Row, column: str) -> ft.Control:
    """Room for a word of why; nobody has to."""
    slug, went = f"{column}-why", row.went[column]
    field = DraftField.keyed(slug)(
        name=_("A word of why, if you like"),
        kept=went.why,
        keep=lambda words: context.make(
            lambda: set_cell(context.now(), row.id, slug, words), alone_scope(row.id), context.holder
        ),
        draft=context.draft,
        field_key=slug,
        spot=f"{row.id}-{slug}",
    )
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))  # Its label stands above its edge.
