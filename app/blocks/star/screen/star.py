"""The star on the screen: what everybody shows now, or the last rounds of one; as a picture, or as a table to read.

What is not shown has no mark, no gap and no count here, whatever the reason (docs/domain/family-star.md).
"""

from collections.abc import Callable, Sequence

import flet as ft

from app.asking.screen.page import ask_alone
from app.blocks.star.model import Areas, Held, PlanArea, sets_shown
from app.blocks.star.movement import (
    TOGETHER,
    ShownNumbers,
    arms_of,
    everybody,
    older_said,
    over_time,
    shown,
    way_said,
    whose,
)
from app.blocks.star.picture import star_part
from app.blocks.star.screen.history import BESIDE, area_shown
from app.document import Document, Section
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.kit.star import star
from app.kit.tappable import touchable
from app.language import _, right_to_left
from app.sheet.star import StarShape
from app.sheet.star_geometry import STYLES

WIDTH = {"wide": 500, "tall": 640, "phone": 330}
"""How wide the star is, by the shape of the window."""
TALKING = {"wide": 640, "tall": 700, "phone": 330}

EVERYBODY = "everybody"
"""The view of what everybody shows now; the others are called by the person whose rounds they show."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    spoken = any(shown(document, there).ways for there in sets_shown(document, section))
    return (Step(key=section.slug, title=_(section.title), spoken=spoken),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the star; for whoever has the tablet alone only its question, for what is on it is not theirs alone."""
    if context.holder:
        return ft.Column([controls.question(_(section.question))])
    return StarSheet.keyed(f"star-{section.slug}")(context, section)


@component
def StarSheet(context: EditorContext, section: Section) -> ft.Control:
    """The star, whose it is and how it is shown; the area that was touched below it."""
    of, show_set = _left(context, f"{section.slug}:set", "")
    view, show_view = _left(context, f"{section.slug}:view", EVERYBODY)
    shown_as, show_as = _left(context, f"{section.slug}:as", "star")
    open_, open_area = _left(context, f"{section.slug}:area", "")
    table = shown_as == "table"
    sets = sets_shown(context.document, section)
    question = controls.question(_(section.question), talking=context.talking)
    there = next((s for s in sets if s.id == of), sets[0] if sets else None)
    if there is None:
        return ft.Column([question])
    all_ = ft.use_memo(lambda: shown(context.document, there), [context.document, there.id])
    whose_view = view if view == EVERYBODY or any(w.person == view for w in all_.ways) else EVERYBODY
    arms = arms_of(all_)
    shapes = (
        everybody(all_, context.who, arms)
        if whose_view == EVERYBODY
        else over_time(context.document, all_, whose_view, arms)
    )

    def other_set(id: str) -> None:
        show_set(id)
        open_area("")

    def card(width: int) -> list[ft.Control]:
        return _card(context, all_, section, open_, open_area, width)

    drawn = _table(context, all_, open_area, card(0)) if table else _drawn(context, there, arms, shapes, open_area)
    dated = _dated(context, all_) if whose_view == EVERYBODY and not table else []
    if context.talking:
        return ft.Column([question, *dated, ft.Row([drawn], alignment=ft.MainAxisAlignment.CENTER)], spacing=theme.GAP)
    other_way = controls.link(
        _("Show it as a star") if table else _("Show it as a list"),
        context.handler(lambda: show_as("star" if table else "table")),
        key="as-table",
    )
    above: list[ft.Control] = [
        question,
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
        *_which(context, sets, there, other_set),
    ]
    beside = [] if table else [*_more_people(shapes), *card(BESIDE if context.shape == "wide" else 0)]
    more = [*_views(context, all_, whose_view, show_view), *dated, *beside, ft.Row([other_way])]
    return _laid_out(context, above, drawn, more, asking(context, there), table=table)


def _drawn(
    context: EditorContext,
    there: Held,
    arms: Sequence[PlanArea],
    shapes: Sequence[StarShape],
    open_area: Callable[[str], None],
) -> ft.Control:
    """The star itself; a touch on an arm opens its area."""

    def touched(arm: int, _number: int) -> None:
        open_area(arms[arm].id)

    return star(
        star_part(
            [a.title for a in arms],
            shapes[:STYLES],
            lowest=there.ends.lowest,
            highest=there.ends.highest,
            faces=there.ends.faces,
        ),
        (TALKING if context.talking else WIDTH)[context.shape],
        right_to_left=right_to_left(),
        heard=context.handler,
        on_number=touched,
    )


def _laid_out(
    context: EditorContext,
    above: Sequence[ft.Control],
    drawn: ft.Control,
    more: Sequence[ft.Control],
    asked: Sequence[ft.Control],
    *,
    table: bool,
) -> ft.Control:
    """Put the parts of the sheet where the window has room for them. above: what stands over all of it."""
    stretch = ft.CrossAxisAlignment.STRETCH
    if table or context.shape != "wide":
        column = [*above, *more, drawn, *asked] if table else [*above, ft.Row([drawn]), *more, *asked]
        return ft.Column(column, spacing=theme.GAP, horizontal_alignment=stretch)
    side = ft.Column([*more, *asked], spacing=theme.GAP, expand=True, horizontal_alignment=stretch)
    both = ft.Row([drawn, side], spacing=theme.GAP_L, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Column([*above, both], spacing=theme.GAP, horizontal_alignment=stretch)


def _left(context: EditorContext, name: str, first: str) -> tuple[str, Callable[[str], None]]:
    """Return how the sheet was left in this sitting, and what changes it: the tablet comes back to what was shown."""
    value, set_value = state(context.left.get(name, first))

    def change(to: str) -> None:
        context.left[name] = to
        set_value(to)

    return value, change


def _card(
    context: EditorContext, all_: ShownNumbers, section: Section, id: str, open_: Callable[[str], None], width: int
) -> list[ft.Control]:
    """The area that was touched, with all that is shown of it; nothing where none was. width: of its line."""
    area = all_.held.area(id)
    if area is None:
        return []
    close = controls.button(_("Close"), _opens(context, open_, ""), key="close-area")
    inside = [
        controls.heading(area.title),
        *area_shown(context, all_, area, section.slug, width=width),
        ft.Row([close]),
    ]
    content = ft.Column(inside, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return [controls.card(content, padding=theme.GAP, key=f"open-{area.slug}")]


def _which(context: EditorContext, sets: Sequence[Held], there: Held, show: Callable[[str], None]) -> list[ft.Control]:
    """Grown-ups and children each have a star of their own."""

    def shows(id: str) -> Handler:
        return _opens(context, show, id)

    if len(sets) < 2:
        return []
    buttons = [controls.button(s.title, shows(s.id), key=f"star-of-{s.slug}", chosen=s.id == there.id) for s in sets]
    return [ft.Row(list(buttons), wrap=True, spacing=theme.GAP_S)]


def _opens(context: EditorContext, open_: Callable[[str], None], id: str) -> Handler:
    return context.handler(lambda: open_(id))


def _views(context: EditorContext, all_: ShownNumbers, view: str, show: Callable[[str], None]) -> list[ft.Control]:
    """Everybody now; or the last rounds of one who shows something, or of what they agreed on."""

    def shows(what: str) -> Handler:
        return context.handler(lambda: show(what))

    there = [*all_.people, *([TOGETHER] if any(w.person == TOGETHER for w in all_.ways) else [])]
    if not there:
        return []
    found: list[ft.Control] = [
        controls.button(_("All of us now"), shows(EVERYBODY), key="view-everybody", chosen=view == EVERYBODY)
    ]
    for person in there:
        name = whose(person, context.who)
        if person == TOGETHER:
            found.append(controls.button(name, shows(person), key="view-together", chosen=view == person))
            continue
        known = context.who.get(person)
        found.append(
            face_button(
                name,
                known.colour if known else 2,
                known.shape if known else "square",
                shows(person),
                key=f"view-{person}",
                label=_("{name}, over time").format(name=name),
                chosen=view == person,
                size=theme.CHILD_TARGET,
                picture=context.faces.get(person),
            )
        )
    return [ft.Row(found, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)]


def _dated(context: EditorContext, all_: ShownNumbers) -> list[ft.Control]:
    """Of which day the numbers on the star are; of the older ones each with its own."""
    said = all_.heading.said
    older = older_said(all_, context.who)
    return [
        *([controls.words(said, size=theme.CONTROL)] if said else []),
        *([controls.words("\n".join(older), size=theme.CONTROL)] if older else []),
    ]


def _table(
    context: EditorContext, all_: ShownNumbers, open_: Callable[[str], None], card: list[ft.Control]
) -> ft.Control:
    """Area by area in words: for who listens to the screen, uses keys, or would rather read. card: below its line."""
    lines: list[ft.Control] = []
    for area in arms_of(all_):
        said = [way_said(w, all_.names, context.who) for w in all_.of(area.id)]
        words = ft.Column(
            # One text of many lines: Flet looks into each text at every change.
            [
                controls.words(area.title, bold=True),
                *([controls.words("\n".join(said), size=theme.CONTROL)] if said else []),
            ],
            spacing=0,
        )
        # Flutter lays a button's content out loosely, and takes from its padding: a row and a box hold both.
        padded = ft.Container(words, padding=ft.Padding.symmetric(horizontal=12, vertical=10), expand=True)
        lines.append(
            touchable(
                ft.Row([padded]),
                ". ".join((area.title, *said)),
                _opens(context, open_, area.id),
                key=f"line-{area.slug}",
                edge=ft.BorderSide(1, theme.LINE),
            )
        )
        lines += [c for c in card if c.key == f"open-{area.slug}"]
    return ft.Column(lines, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, key="star-table")


def _more_people(shapes: Sequence[StarShape]) -> list[ft.Control]:
    if len(shapes) <= STYLES:
        return []
    return [controls.quiet(_("There is room for {n} people here. The list has everybody.").format(n=STYLES))]


def asking(context: EditorContext, there: Held, *, area: str = "") -> list[ft.Control]:
    """Return the faces by which each is asked for their numbers alone: of this visit, or of one area (an id).

    None where there is nothing to ask about. A children's set asks children, and nobody else.
    """
    item = context.document.items.get(there.id)
    declared = context.document.kind.section(item.section) if item is not None else None
    if declared is None or not (there.now or area):
        return []
    for_children = isinstance(declared.shape, Areas) and declared.shape.children
    return ask_alone(context, area or there.id, children=True, grown_ups=not for_children, key="ask-star")
