"""The pages of a plan in a list: add one, move it by drag or by buttons, take it away."""

from collections.abc import Callable

import flet as ft

from app.blocks.storyboard.model import (
    Page,
    PageKind,
    add_where_it_belongs,
    heading,
    move_page,
    pages,
    remove_page,
    shape_of,
)
from app.blocks.storyboard.screen.own_pages import UNDO_SCOPE, begin
from app.document import CHILD, WORKER, Section
from app.document.people import here
from app.kit import controls, theme
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.kit.removal import taken_line, with_removed
from app.kit.remove_item import takes_away
from app.language import _

ROW, ROW_TALL = 56, 92
"""Height of a page's line in the list, and where its name stands above its buttons."""


class PageList:
    """The pages in the dialog as they are drawn this time, and what can be done with them.

    story: the section whose pages they are. own: the section of people's own pages, which are added here and listed
    nowhere. there: the pages, in order; lines: the ids of their lines, with those of what was taken away here among
    them (gone). at: the page in hand. close: ends the dialog.
    """

    def __init__(self, context: EditorContext, at: str, close: Callable[[], None]) -> None:
        boards = [s for s in context.document.kind.sections if s.block == "storyboard"]
        self.context = context
        self.at = at
        self.close = close
        self.story = next((s for s in boards if not s.own), None)
        self.own = next((s for s in boards if s.own), None)
        self.there = pages(context.document, self.story.slug) if self.story is not None else ()
        self.by_id = {page.id: page for page in self.there}
        self.gone = {t.id: t for t in context.removals.taken if t.group == UNDO_SCOPE and t.id not in self.by_id}
        self.lines = with_removed(tuple(self.by_id), tuple(self.gone.values()))

    def moved(self, event: ft.OnReorderEvent) -> None:
        """Move the page that was dragged."""
        context, lines = self.context, self.lines
        now = pages(context.now(), self.story.slug) if self.story is not None else ()
        # The list may have changed since it was drawn: what is dragged is the page that was shown there.
        if event.old_index is None or event.new_index is None or not 0 <= event.old_index < len(lines):
            return
        page = self.by_id.get(lines[event.old_index])
        if page in now and page is not None:
            left = [id for id in lines if id != page.id]
            # Lines of what was taken away are in the list too, and are no pages.
            to = sum(id in self.by_id for id in left[: event.new_index])
            context.make(move_page(context.now(), page.id, to), UNDO_SCOPE, WORKER)

    def move(self, page: Page, to: int) -> Handler:
        """Return what moves a page to a place, counted from 0."""
        context = self.context
        return context.handler(lambda: context.make(move_page(context.now(), page.id, to), UNDO_SCOPE, WORKER))

    def remove(self, page: Page) -> Handler:
        """Return what takes a page away."""
        return takes_away(self.context, page.id, heading(page), remove_page(page.id), UNDO_SCOPE, actor=WORKER)

    def add(self, section: Section, kind: PageKind) -> Handler:
        """Return what adds a page where it belongs, closes the dialog and goes to the page."""
        context = self.context

        def added() -> None:
            new = add_where_it_belongs(context.now(), section, kind.slug, by=WORKER, at=self.at)
            if context.make([new], UNDO_SCOPE, WORKER):
                self.close()
                context.go(new.item.id)

        return context.handler(added)

    def add_own(self, section: Section, kind: PageKind) -> Handler:
        """Return what begins a page of a child's own; where there are several children, it asks whose."""
        context = self.context

        def for_child(person: str) -> None:
            self.close()
            begin(context, section, kind.slug, person)

        def added() -> None:
            children = [p.id for p in here(context.document, context.who).values() if p.role == "child"]
            if len(children) > 1:
                self.close()
                context.ask_who(_("Whose page is this?"), for_child, "child")
            else:
                for_child(children[0] if children else CHILD)

        return context.handler(added)


@component
def Arrange(context: EditorContext, at: str, close: Callable[[], None]) -> ft.Control:
    """The dialog with the pages of the story, and what can be added. at: the page in hand."""
    listed = PageList(context, at, close)
    name = _(listed.own.title) if listed.story is None and listed.own is not None else _("Pages")
    undo = controls.icon_button(
        ft.Icons.UNDO,
        _("Undo"),
        context.handler(lambda: context.undo(UNDO_SCOPE)),
        key="undo-pages",
        disabled=not context.can_undo(UNDO_SCOPE),
    )
    done = controls.main_button(_("Done"), context.handler(close), key="done")
    return controls.dialog(
        name,
        [
            ft.Row([ft.Container(controls.heading(name), expand=True), undo, done]),
            *([_rows(listed)] if listed.story is not None else []),
            controls.heading(_("Add a page")),
            ft.Row(_ways_to_add(listed), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        ],
        width=680,
    )


def _rows(listed: PageList) -> ft.Control:
    """The list of pages, in which a page can be dragged to another place."""
    row_height = ROW_TALL if listed.context.shape == "phone" else ROW
    rows = [
        _row(listed, listed.by_id[id], row_height) if id in listed.by_id else _gone_row(listed, id, row_height)
        for id in listed.lines
    ]
    return ft.ReorderableListView(
        rows,
        on_reorder=listed.context.handler(listed.moved),
        height=min(len(rows) * row_height, 6 * ROW) + 24,
        show_default_drag_handles=False,
        key="page-list",
    )


def _row(listed: PageList, page: Page, height: int) -> ft.Control:
    """The line of one page: a handle to drag it by, its name, and the buttons that move it or take it away."""
    phone = listed.context.shape == "phone"
    handle = ft.ReorderableDragHandle(
        ft.Container(
            ft.Icon(ft.Icons.DRAG_INDICATOR, color=theme.QUIET),
            width=theme.TARGET,
            height=theme.TARGET,
            alignment=ft.Alignment.CENTER,
        ),
        mouse_cursor=ft.MouseCursor.GRAB,
    )
    name = ft.Text(heading(page), style=theme.text_style(theme.CONTROL, height=1.2), expand=None if phone else True)
    ways = _ways_of(listed, page)
    # Beside three buttons and a handle a phone has no room for a name: it stands above them.
    content: ft.Control = (
        ft.Column([name, ft.Row([handle, *ways], spacing=4)], spacing=0)
        if phone
        else ft.Row([handle, name, *ways], spacing=4)
    )
    return ft.Container(
        content,
        key=f"row-{page.id}",
        height=height,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_S, vertical=theme.GAP_S if phone else 0),
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.CORNER,
        bgcolor=theme.SHEET,
    )


def _ways_of(listed: PageList, page: Page) -> list[ft.Control]:
    n = listed.there.index(page)
    return [
        controls.icon_button(
            ft.Icons.ARROW_UPWARD,
            _("Move {page} up").format(page=heading(page)),
            listed.move(page, n - 1),
            key=f"up-{page.id}",
            disabled=n == 0,
        ),
        controls.icon_button(
            ft.Icons.ARROW_DOWNWARD,
            _("Move {page} down").format(page=heading(page)),
            listed.move(page, n + 1),
            key=f"down-{page.id}",
            disabled=n == len(listed.there) - 1,
        ),
        controls.icon_button(
            ft.Icons.DELETE_OUTLINE,
            _("Take {page} away").format(page=heading(page)),
            listed.remove(page),
            key=f"remove-{page.id}",
        ),
    ]


def _gone_row(listed: PageList, id: str, height: int) -> ft.Control:
    """The line in place of a page that was taken away, which brings it back."""
    taken = listed.gone[id]
    line = taken_line(listed.context.removals, taken, listed.context.handler)
    return ft.Container(line, key=f"row-{taken.id}", height=height, padding=ft.Padding.symmetric(horizontal=8))


def _ways_to_add(listed: PageList) -> list[ft.Control]:
    """A button for each page that can be added: those of the story that are not there yet, and people's own."""
    present = {page.kind.slug for page in listed.there if page.kind}
    ways: list[tuple[PageKind, Handler]] = []
    if (story := listed.story) is not None:
        addable = (k for k in shape_of(story).pages if k.repeats or k.slug not in present)
        ways += [(k, listed.add(story, k)) for k in addable]
    if (own := listed.own) is not None:
        ways += [(k, listed.add_own(own, k)) for k in shape_of(own).pages]
    return [controls.button(_(k.title), act, key=f"add-{k.slug}", icon=ft.Icons.ADD) for k, act in ways]
