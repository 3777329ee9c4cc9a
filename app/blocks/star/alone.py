"""One person gives their numbers, alone, with the tablet in their hands: an area a page, and at the end who sees them.

Source: field/family-star.md ("Score apart, show together"). The pages are as many, and in the same order, whatever
was said on them. What is said is kept at once, so that whoever stops in the middle loses nothing; and nothing tells
that they began.
"""

import flet as ft

from app.blocks.alone import if_not_safe, keep_or_show, nobody_waits, shown_now
from app.blocks.giving import Giving, not_said
from app.blocks.spoken import name_of
from app.blocks.star.picture import star_part
from app.blocks.star.reading import Area, Held, ends_said, held, mark, question
from app.document import WORKER, Section
from app.document.answer import alone_scene, answer_id
from app.language import _, right_to_left
from app.sheet.star import Shape
from app.ui.kit import parts, theme
from app.ui.kit.hand import Hand
from app.ui.kit.star import star

STAR = {"wide": 440, "tall": 560, "phone": 320}
"""How wide the star is, by the shape of the window."""


def alone(hand: Hand, section: Section, about: str) -> ft.Control:
    """Return the page in hand (hand.at) of those on which the holder is asked about all areas of this visit.

    about: the set that the plan holds; or one area, where nothing else is asked. hand.document: what the holder sees.
    """
    there = held(hand.document, section.slug)
    one = there.area(about) if there is not None else None
    asked = (one,) if one is not None else there.now if there is not None and about == there.id else ()
    if there is None or not asked:
        return parts.words(_("This page is not there any more. Please give the tablet back."), quiet=True)
    pages = [*(a.id for a in asked), _END]
    at = pages.index(hand.at) if hand.at in pages else 0
    shown = _who_sees(hand, asked) if pages[at] == _END else _area(hand, there, asked[at])
    asks_for = _("Who may see your numbers?") if pages[at] == _END else question(asked[at], there.ends)
    ways = [
        parts.button(
            _("Back"),
            hand.handler(lambda: hand.go(pages[at - 1])),
            key="page-back",
            height=theme.CHILD_TARGET,
            disabled=at == 0,
        ),
        parts.main_button(
            _("Next"),
            hand.handler(lambda: hand.go(pages[at + 1])),
            key="page-next",
            height=theme.CHILD_TARGET,
            disabled=pages[at] == _END,
        ),
    ]
    # In sight without scrolling, however much stands below.
    turning = ft.Row(ways, spacing=theme.GAP_S)
    asks = parts.question(asks_for)
    head: list[ft.Control] = [asks, turning] if hand.shape == "phone" else [_beside(asks, turning)]
    return ft.Column(
        [*head, if_not_safe(hand), *shown],
        key=f"alone-{pages[at]}",
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


_END = "end"
"""What the last page is called; the others have their areas' ids."""


def _beside(question: ft.Control, ways: ft.Control) -> ft.Control:
    return ft.Row([ft.Container(question, expand=True), ways], vertical_alignment=ft.CrossAxisAlignment.START)


def _giving(hand: Hand, area: Area) -> Giving:
    return Giving(hand, area.id, answer_id(hand.asked, area.id), alone_scene(area.id), mark(area))


def _area(hand: Hand, there: Held, area: Area) -> list[ft.Control]:
    """One area: what its ends mean, and the number, by touch on the star's arm, by a button, or written."""
    giving = _giving(hand, area)
    ends, now = there.ends, giving.now
    arms = there.there if area in there.there else (area,)
    at = arms.index(area)
    numbers = tuple(now.number if n == at else None for n in range(len(arms)))
    part = star_part(
        [a.title for a in arms],
        [Shape("", numbers)],
        lowest=ends.lowest,
        highest=ends.highest,
        faces=ends.faces,
        chosen=at,
    )
    drawn = star(
        part,
        STAR[hand.shape],
        right_to_left=right_to_left(),
        heard=hand.handler,
        on_number=lambda _arm, number: _say(giving, number),
    )
    own = _("What makes it like that?") if ends.faces else _("What makes it that high?")
    said: list[ft.Control] = [
        giving.numbers(),
        *([] if ends.faces else [giving.written(_("Or write the number"))]),
        giving.nones(),
        nobody_waits(),
        *giving.words(own, "stand" if ends.faces else "number"),
        *shown_now(hand, area.id, giving.id, giving.scene),
    ]
    stretch = ft.CrossAxisAlignment.STRETCH
    column = ft.Column(said, spacing=theme.GAP, horizontal_alignment=stretch)
    # A phone has no room for both, and whoever cannot see the picture needs the buttons.
    both: list[ft.Control] = [column, ft.Row([drawn])] if hand.shape == "phone" else [ft.Row([drawn]), column]
    body: ft.Control = ft.Column(both, spacing=theme.GAP, horizontal_alignment=stretch)
    if hand.shape == "wide":
        column.expand = True
        body = ft.Row([drawn, column], spacing=theme.GAP_L, vertical_alignment=ft.CrossAxisAlignment.START)
    return [
        *(parts.words(end, bold=True) for end in ends_said(area, ends)),
        body,
    ]


def _say(giving: Giving, number: int) -> None:
    giving.say(number=number)


def _who_sees(hand: Hand, asked: tuple[Area, ...]) -> list[ft.Control]:
    """The last page: each answer with its two buttons. Kept, unless its owner shows it."""
    worker = name_of(WORKER, hand.who)
    lines: list[ft.Control] = []
    for area in asked:
        now = _giving(hand, area).now
        said = str(now.number) if now.number is not None else not_said(now)
        line = _("{name}: {number}").format(name=area.title, number=said) if said else area.title
        lines.append(
            ft.Column(
                [
                    parts.words(line, bold=True),
                    keep_or_show(hand, now, alone_scene(_END), key=f"-{area.id}", label=area.title),
                ],
                spacing=4,
            )
        )
    return [
        parts.words(_("Only you and {worker} see what you keep. It is in nobody's copy.").format(worker=worker)),
        parts.words(_("Everyone at the table can see what you show. You can take that back."), size=theme.CONTROL),
        *lines,
    ]
