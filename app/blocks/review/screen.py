"""Looking again on the screen: what we said we would do, what changed, and a few words about it."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks import ItemReader
from app.blocks.review.changes import last_met, since
from app.blocks.review.model import Again, Review, begin_review, look_again_on, reviews, take_away, write
from app.document import WORKER, Document, Section
from app.kit import controls, theme
from app.kit.calendar import DayChoice
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing, takes_away
from app.language import _, full_date, ngettext
from app.sayings.outline import promise_lines


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title), spoken=bool(reviews(document, section.slug))),)


def screen(read: ItemReader) -> BlockScreen:
    """Return how this block is filled in. read: how an item of any block reads in a line."""

    def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
        """Return the promises that are open, what changed since the last time, and each time that we looked."""
        return LookAgain.keyed(f"review-{section.slug}")(context, section, read)

    return BlockScreen(steps, sheet)


@component
def LookAgain(context: EditorContext, section: Section, read: ItemReader) -> ft.Control:
    """The sheet. What changed is worked out when the document is another one, and not at every touch."""
    today = context.today
    whole = context.now()

    def changed() -> tuple[date | None, tuple[str, ...]]:
        day = last_met(whole, section.slug, today=today)
        return day, since(whole, day, person=None, read=read) if day is not None else ()

    day, told = ft.use_memo(changed, [whole, today])

    by = context.actor if whole.kind.owned else WORKER

    def begin() -> None:
        context.make(lambda: begin_review(context.now(), section, by=by, day=context.today), section.slug, "")

    promised = promise_lines(context.document, today)
    there = reviews(context.document, section.slug)
    times = {r.id: OneReview.keyed(f"one-{r.id}")(context, section, r) for r in reversed(there)}
    begun = bool(there) and there[-1].day == today
    today_too = controls.main_button(_("We look again today"), context.handler(begin), key="look-again", height=56)
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
            *controls.listed(_("We said we would …"), promised, key="promised"),
            *(
                controls.listed(_("What changed since {date}").format(date=full_date(day)), told, key="changed")
                if day
                else []
            ),
            *([] if context.talking else all_standing(context, times, section.slug)),
            *([ft.Row([today_too])] if not (begun or context.holder) else []),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def OneReview(context: EditorContext, section: Section, review: Review) -> ft.Control:
    """One time: its day, who came, what is different, and when we look again."""
    choosing, set_choosing = state(False)
    mine = context.may_change(review.id)
    day = full_date(review.day) if review.day is not None else _("One time")
    away = takes_away(context, review.id, day, take_away(review.id), section.slug, backwards=True)
    taking = controls.icon_button(
        ft.Icons.DELETE_OUTLINE, _("Take away: {thing}").format(thing=day), away, key=f"take-away-{review.id}"
    )

    def field(slug: str, name: str, kept: str, *, lines: bool) -> ft.Control:
        if mine:
            return _field(context, section, review, slug, name, kept, lines=lines)
        return ft.Column([controls.quiet(name), controls.words(kept)], spacing=0)

    return controls.card(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Container(controls.heading(day), expand=True),
                        *([taking] if context.may_take_away(review.id) else []),
                    ]
                ),
                field("came", _("Who came?"), review.came, lines=False),
                field("words", _("What is different?"), review.words, lines=True),
                *_next_time(context, section, review, mine=mine, choosing=choosing, set_choosing=set_choosing),
            ],
            spacing=theme.GAP_S,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=theme.GAP,
        key=f"card-{review.id}",
    )


def _field(
    context: EditorContext, section: Section, review: Review, slug: str, name: str, kept: str, *, lines: bool
) -> ft.Control:
    """The field of one part of what was said that time. slug: the item's field. kept: its words."""
    key = f"{slug}-{review.id}"
    field = DraftField.keyed(key)(
        name=name,
        kept=kept,
        keep=lambda words: context.make(lambda: write(context.now(), review.id, slug, words), section.slug, ""),
        draft=context.draft,
        field_key=key,
        lines=lines,
    )
    # Its label stands above its edge.
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))


def _next_time(
    context: EditorContext,
    section: Section,
    review: Review,
    *,
    mine: bool,
    choosing: bool,
    set_choosing: Callable[[bool], None],
) -> list[ft.Control]:
    """When we look again, and the ways to say so. mine: whoever speaks may change it. choosing: a day is chosen now."""

    def chosen(day: date) -> Handler:
        def act() -> None:
            set_choosing(False)
            context.make(lambda: look_again_on(context.now(), review.id, day), section.slug, "")

        return context.handler(act)

    again = (
        _("We look again on {date}.").format(date=full_date(review.next)) if review.next else _("There is no date yet.")
    )
    weeks = section.shape.weeks if isinstance(section.shape, Again) else 0
    offered = (review.day or context.today) + timedelta(weeks=weeks)
    in_weeks = ngettext("In {n} week", "In {n} weeks", weeks).format(n=weeks)
    soon = (
        [controls.button(in_weeks, chosen(offered), key=f"in-weeks-{review.id}")] if weeks and not review.next else []
    )
    other = context.handler(lambda: set_choosing(not choosing))
    setting = controls.button(_("Choose a day"), other, key=f"next-{review.id}", chosen=choosing)
    calendar = DayChoice.keyed(f"day-choice-{review.id}")(today=context.today, chosen=review.next, choose=chosen)
    return [
        ft.Row(
            [
                controls.words(again, size=theme.CONTROL, quiet=review.next is None),
                *([*soon, setting] if mine else []),
            ],
            wrap=True,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        *([ft.Row([calendar], wrap=True)] if choosing else []),
    ]
