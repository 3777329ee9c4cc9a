"""How a row went, on the screen: a box that tells it, the ways to say it, a word of why, and what comes instead.

Words that blame nobody; and only whoever was promised something says how that went, alone (document.confirmations).
"""

import flet as ft

from app.blocks.rows.follow_up import Beside, instead, say_how, section_instead
from app.blocks.rows.model import Column, Row, promiser, who_says
from app.blocks.rows.outcome import HOW, NOT_KEPT, YES, words
from app.blocks.rows.screen.cells import tick_width
from app.blocks.rows.screen.row_context import RowContext, name_for
from app.document import WORKER, Person, new_id
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.tappable import touchable
from app.language import _, isolate
from app.sayings.outline import name_of
from app.sayings.outline import says as whose_words


def may_be_asked(row_context: RowContext, row: Row, column: Column) -> bool:
    """Whether it can be said here how a row went: what one person alone says is asked where they can be handed it."""
    context, says = row_context.context, who_says(row, row_context.section, column.slug)
    if says == WORKER:
        return not (context.alone or context.holder not in ("", WORKER))
    if says and says != context.holder:
        return not (context.alone or context.holder or says not in context.who)
    return True


def went_box(
    row_context: RowContext, row: Row, column: Column, *, n: int, asked: bool = False, touched: bool = True
) -> ft.Control:
    """Return a large box that tells how a row went, and asks it when it is touched. touched: False shows it only.

    What one person alone says hands the tablet over to them; the worker has it in hand already.
    """
    context, said = row_context.context, row.went.get(column.slug)
    apart = _apart(row_context, row, column)
    done = said is not None and said.how == YES
    icon = (
        ft.Icons.CHECK_BOX_OUTLINE_BLANK
        if said is None
        else ft.Icons.CHECK_BOX_OUTLINED
        if done
        else ft.Icons.INDETERMINATE_CHECK_BOX_OUTLINED
    )
    told = _(dict(column.choices)[said.how]) if said is not None else _(column.title)
    title: ft.Control = ft.Text(told, style=theme.text_style(theme.CONTROL, bold=said is not None, height=1.2))
    if apart and said is None:
        title = ft.Column([title, controls.quiet(whose_words(apart, context.who))], spacing=0, tight=True)
    drawn = ft.Icon(icon, size=32, color=theme.ACCENT if done else theme.QUIET)
    shown = ft.Row([drawn, ft.Container(title, expand=True)], spacing=theme.GAP_S)
    width = tick_width(column)
    if not (touched and may_be_asked(row_context, row, column)):
        return ft.Container(shown, width=width)
    name = f"{name_for(column, n)}: {told if said is not None else _('Not yet')}"
    if apart:
        name = f"{name}. {_('Ask {name} alone').format(name=name_of(apart, context.who))}"
        act = context.handler(lambda: row_context.context.ask_alone(row.id, apart))
    else:
        act = context.handler(lambda: _ask(row_context, row, column, asked=asked))
    return touchable(
        shown,
        name,
        act,
        key=f"cell-{row.id}-{column.slug}",
        chosen=done,
        width=width,
        height=theme.CHILD_TARGET,
        padding=ft.Padding.symmetric(horizontal=8),
        bgcolor=theme.CHOSEN if asked else ft.Colors.TRANSPARENT,
    )


def _apart(row_context: RowContext, row: Row, column: Column) -> str:
    """Return who says alone how a row went and has not the tablet now; "" where it can be said here."""
    says = who_says(row, row_context.section, column.slug)
    return says if says and says not in (row_context.context.holder, WORKER) else ""


def _whom_first(row_context: RowContext, row: Row, column: Column) -> bool:
    """Whether it is asked first to whom it was promised: nobody is named yet, and whoever promised speaks."""
    context = row_context.context
    unnamed = who_says(row, row_context.section, column.slug) == ""
    return unnamed and context.actor == promiser(row, row_context.section) and not (context.alone or context.holder)


def _ask(row_context: RowContext, row: Row, column: Column, *, asked: bool) -> None:
    """Ask how a row went; whoever promised does not say so, and is asked to whom it was promised."""
    context = row_context.context
    whom = dict(row_context.section.said_by).get(column.slug, "")
    if _whom_first(row_context, row, column):
        question = _("Who was it promised to? They say how it went.")
        context.ask_who(question, lambda person: _promised_to(row_context, row, whom, person), "")
    else:
        row_context.ask_row("" if asked else row.id)


def _promised_to(row_context: RowContext, row: Row, column: str, person: str) -> None:
    row_context.put(row.id, column, person)


def went_ways(row_context: RowContext, row: Row, column: Column, *, n: int) -> list[ft.Control]:
    """Return the question with a button for each way, and, once it is said, room for a word of why.

    What one person alone says is not said here: one touch gives them the tablet. Nor does whoever promised say it.
    """
    apart = _apart(row_context, row, column)
    if _whom_first(row_context, row, column) or (apart and not may_be_asked(row_context, row, column)):
        return []
    if apart:
        name = _("Ask {name} alone").format(name=isolate(name_of(apart, row_context.context.who)))
        act = row_context.context.handler(lambda: row_context.context.ask_alone(row.id, apart))
        return [ft.Row([controls.button(name, act, key=f"ask-{row.id}-{column.slug}", height=theme.CHILD_TARGET)])]
    said, says = row.went.get(column.slug), who_says(row, row_context.section, column.slug)
    by = says or ""

    def say(how: str) -> Handler:
        def act() -> None:
            context = row_context.context
            context.make(
                lambda: say_how(context.now(), row.id, column.slug, how, by=by or context.actor, day=context.today),
                row_context.section.slug,
                by,
            )

        return row_context.context.handler(act)

    held = said.how if said is not None else ""
    buttons: list[ft.Control] = [
        controls.button(
            _(dict(column.choices)[how]),
            say("" if how == held else how),
            key=f"went-{row.id}-{how}",
            height=theme.CHILD_TARGET,
            chosen=how == held,
        )
        for how in HOW
    ]
    found: list[ft.Control] = [
        controls.quiet(_(column.hint or column.title)),
        ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
    ]
    if said is not None:
        found.append(why_field(row_context, row, column, n=n, by=by))
    return found


def why_field(row_context: RowContext, row: Row, column: Column, *, n: int, by: str) -> ft.Control:
    """Return room for a word of why. by: who alone says it; "" is whoever speaks."""
    slug, said = f"{column.slug}-why", row.went.get(column.slug)
    key = f"{row.id}-{slug}"
    field = DraftField.keyed(key)(
        name=_("A word of why"),
        read_as=_("{column}, row {n}").format(column=_("A word of why"), n=n),
        kept=said.why if said is not None else "",
        keep=lambda typed: row_context.put(row.id, slug, typed, by),
        draft=row_context.context.draft,
        field_key=key,
        hint=_("What helped, or what got in the way"),
    )
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))  # Its label stands above its edge.


def went_below(
    row_context: RowContext, row: Row, column: Column, *, who: dict[str, Person], beside: Beside, touched: bool
) -> list[ft.Control]:
    """Return what was said of how a row went, below it: why, who says so, what comes instead of it or it of what."""
    said = row.went.get(column.slug)
    found: list[ft.Control] = []
    if beside.instead_of:
        found.append(controls.quiet(_("Instead of: {words}").format(words=beside.instead_of)))
    if said is None:
        return found
    line = " · ".join(words(said, (), who))
    found += [controls.quiet(line)] if line else []
    found += [controls.words(_("Instead: {words}").format(words=w), size=theme.CONTROL) for w in beside.instead]
    if (
        touched
        and said.how == NOT_KEPT
        and not beside.instead
        and not (row_context.context.holder or row_context.context.talking)
    ):
        way = row_context.context.handler(lambda: _instead(row_context, row))
        link = controls.link(_("What comes instead?"), way, key=f"instead-{row.id}", icon=ft.Icons.ADD)
        found.append(ft.Row([link]))
    return found


def _instead(row_context: RowContext, row: Row) -> None:
    """Add what comes instead, and have it in hand where it is written."""
    context, new = row_context.context, new_id()
    section = section_instead(context.now(), row.id)
    if section is None:
        return
    here = section.slug == row_context.section.slug
    if context.make(lambda: instead(context.now(), row.id, by=row_context.writer, id=new), section.slug, ""):
        if here:
            row_context.open_row(new)
        else:
            context.go_to(section.slug, new)
