"""The storyboard on the screen: one page at a time, its question and words beside its picture."""

import flet as ft

from app.blocks.storyboard.agreeing import open_for_drawing
from app.blocks.storyboard.method import changed_pages, in_the_office
from app.blocks.storyboard.model import Page, caption, heading, page_of, pages, spoken_on
from app.blocks.storyboard.screen import own_pages
from app.blocks.storyboard.screen.audience import WhoCanSee, who_can_see
from app.blocks.storyboard.screen.beside_picture import changed_mark, hint_line, not_open_yet
from app.blocks.storyboard.screen.private_page import private_page, reads
from app.document import EVERYONE, Document, Section
from app.ink.drawing import marks, photos_of
from app.ink.tiles import picture
from app.kit import controls, drawing_frame, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.language import _
from app.sayings.screen.editor import Talk

PICTURE = {"wide": 280, "tall": 520, "phone": 300}
"""How wide the picture is beside (or, on a narrow window, below) the words. It is 4 × 3, as the page is."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return a step a page; for pages of somebody's own, one that leads to all."""
    if section.own:
        return own_pages.steps(section)
    found = []
    changed = changed_pages(document, section.slug)
    for page in pages(document, section.slug):
        private = page.for_whom != EVERYONE
        spoken = not private and spoken_on(document, page.id)
        marked = page.id in changed
        found.append(Step(key=page.id, title=heading(page), spoken=spoken, private=private, changed=marked))
    return tuple(found)


def within(document: Document, section: Section, key: str) -> Step | None:
    """Return the step of a key that stands in no list (a page of somebody's own), or None."""
    return own_pages.within(document, section, key) if section.own else None


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return one page, ready to be talked about, written on and drawn on."""
    if section.own and (step == section.slug or step.startswith(f"{section.slug}:")):
        return own_pages.sheet(context, section, step)
    page = page_of(context.document, step)
    if page is None:
        return controls.words(_("This page is not there any more. Choose another one."), quiet=True)
    if section.own:
        return private_page(context, page)
    return StoryPage.keyed(f"page-{page.id}")(context, page)


@component
def StoryPage(context: EditorContext, page: Page) -> ft.Control:
    """One page of the story. One that not everyone may see is shut until it is opened, for others share the screen."""
    open_, set_open = state(page.for_whom == EVERYONE or bool(context.holder))
    if not open_:
        touched = context.handler(lambda: set_open(True))
        return ft.Column(
            [
                controls.question(heading(page)),
                controls.words(who_can_see(context, page)),
                controls.main_button(_("Open this page"), touched, key="open-page", height=theme.CHILD_TARGET),
            ],
            spacing=theme.GAP,
        )
    question = _(page.kind.question) if page.kind else _("A newer version made this page. It is kept safe.")
    drawing = StoryPicture.keyed(f"picture-{page.id}")(context, page)
    if context.talking:
        return ft.Column(
            [controls.question(question, talking=True), ft.Row([drawing], alignment=ft.MainAxisAlignment.CENTER)],
            spacing=theme.GAP_L,
        )
    said = ft.Column(
        [
            controls.question(question),
            *([controls.words(_(page.kind.prompt), quiet=True)] if page.kind else []),
            *([reads(context)] if context.holder and page.for_whom != EVERYONE else []),
            Talk.keyed(f"talk-{page.id}")(
                context,
                section=page.section,
                parent=page.id,
                starters=page.kind.starters if page.kind else (),
                office=in_the_office(context.document, page.section),
            ),
        ],
        spacing=theme.GAP,
        expand=context.shape == "wide",
    )
    if context.holder:
        return said
    if context.shape == "wide":
        return ft.Row([said, drawing], spacing=theme.GAP_L, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Column([said, drawing], spacing=theme.GAP_L)


@component
def StoryPicture(context: EditorContext, page: Page) -> ft.Control:
    """A page's picture with "Draw" and its caption; nothing but an inviting blank where nothing is drawn.

    Until the words are agreed it is not open: then it says so, and how it opens.
    """
    # The whole plan is asked: a family that is alone with it is shown a part.
    may_draw = open_for_drawing(context.now(), page.section)
    held, mine = context.document.kind.owned, context.may_change(page.id)
    ink = marks(context.document, page.id)
    photos = {name: context.photos[name] for name in photos_of(m for _id, m in ink) if name in context.photos}
    width = PICTURE[context.shape]
    height = width * 3 // 4
    png = ft.use_memo(
        lambda: picture([mark for _id, mark in ink], (width * 2, height * 2), photos=photos), [ink, width, *photos]
    )

    label = page.caption or (_("The drawing on this page") if ink else _("Nothing drawn yet"))
    shown = (
        ft.Image(png, fit=ft.BoxFit.CONTAIN, semantics_label=label, gapless_playback=True) if ink else _blank(may_draw)
    )
    draw = context.handler(lambda: context.draw(page.id))
    children: list[ft.Control] = [
        drawing_frame.paper(shown, width, height, key="picture", touched=draw if may_draw and mine else None)
    ]
    if not may_draw:
        children += not_open_yet(context, page)
    elif mine:  # Another's own is there to see.
        children.append(_ways_to_draw(context, page, draw))
    children += changed_mark(context, page)
    if context.talking:
        children += [controls.words(page.caption)] if page.caption else []
    elif (ink or page.caption) and mine:
        children.append(_caption_field(context, page))
    if not (context.talking or context.alone or held):  # A plan that somebody holds says it of each part.
        children += hint_line(context, page)
        children.append(WhoCanSee.keyed(f"audience-{page.id}")(context, page))
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(children, width=width, spacing=theme.GAP_S, horizontal_alignment=stretch)


def _blank(may_draw: bool) -> ft.Control:
    """What stands on the paper where nothing is drawn."""
    return ft.Column(
        [ft.Icon(ft.Icons.BRUSH_OUTLINED if may_draw else ft.Icons.NOTES, size=40, color="#7D8784")],
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _ways_to_draw(context: EditorContext, page: Page, draw: Handler) -> ft.Control:
    """The buttons to draw here, or to give somebody the tablet with this page."""

    async def give() -> None:
        await context.hand_over(page.id)

    ways = [
        controls.main_button(_("Draw"), draw, key="draw", icon=ft.Icons.BRUSH),
        *([] if context.alone else [controls.button(_("Hand over"), context.handler(give), key="hand-over")]),
    ]
    return ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def _caption_field(context: EditorContext, page: Page) -> ft.Control:
    """The field in which one says what is in the picture."""

    def keep(words: str) -> bool:
        now = page_of(context.now(), page.id)
        return now is not None and context.make(lambda: caption(now, words), page.id, "")

    field = DraftField.keyed(f"caption-{page.id}")(
        name=_("What is in the picture?"),
        kept=page.caption,
        keep=keep,
        draft=context.draft,
        field_key=f"caption-{page.id}",
        hint=_("This is me and Nan"),
        size=theme.CONTROL,
    )
    # Its label stands above its edge.
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))
