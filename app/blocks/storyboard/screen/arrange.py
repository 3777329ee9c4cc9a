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
from app.blocks.storyboard.screen.own_pages import SCENE, begin
from app.document import CHILD, WORKER, Add, Section
from app.document.people import here
from app.kit import controls, theme
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.kit.removal import Taken, taken_line, woven
from app.kit.remove_item import takes_away
from app.language import _

ROW, ROW_TALL = 56, 92
"""Height of a page's line in the list, and where its name stands above its buttons."""


@component
def Arrange(context: EditorContext, at: str, close: Callable[[], None]) -> ft.Control:
    """The dialog with the pages of the story, and what can be added. at: the page in hand."""
    boards = [s for s in context.document.kind.sections if s.block == "storyboard"]
    story = next((s for s in boards if not s.own), None)
    own = next((s for s in boards if s.own), None)
    there = pages(context.document, story.slug) if story is not None else ()
    by_id = {page.id: page for page in there}
    gone = {t.id: t for t in context.removals.taken if t.group == SCENE and t.id not in by_id}
    lines = woven(tuple(by_id), tuple(gone.values()))
    name = _(own.title) if story is None and own is not None else _("Pages")

    def moved(event: ft.OnReorderEvent) -> None:
        now = pages(context.now(), story.slug) if story is not None else ()
        # The list may have changed since it was drawn: what is dragged is the page that was shown there.
        if event.old_index is None or event.new_index is None or not 0 <= event.old_index < len(lines):
            return
        page = by_id.get(lines[event.old_index])
        if page in now and page is not None:
            left = [id for id in lines if id != page.id]
            # Lines of what was taken away are in the list too, and are no pages.
            to = sum(id in by_id for id in left[: event.new_index])
            context.make(move_page(context.now(), page.id, to), SCENE, WORKER)

    def move(page: Page, to: int) -> Handler:
        return context.handler(lambda: context.make(move_page(context.now(), page.id, to), SCENE, WORKER))

    def remove(page: Page) -> Handler:
        return takes_away(context, page.id, heading(page), remove_page(page.id), SCENE, actor=WORKER)

    def lands(new: Add, by: str) -> None:
        """The page is there, and the screen goes to it."""
        if context.make([new], SCENE, by):
            close()
            context.go(new.item.id)

    def add(section: Section, kind: PageKind) -> Handler:
        def added() -> None:
            lands(add_where_it_belongs(context.now(), section, kind.slug, by=WORKER, at=at), WORKER)

        return context.handler(added)

    def add_own(section: Section, kind: PageKind) -> Handler:
        def added() -> None:
            def for_child(person: str) -> None:
                close()
                begin(context, section, kind.slug, person)

            children = [p.id for p in here(context.document, context.who).values() if p.role == "child"]
            if len(children) > 1:
                close()
                context.ask_who(_("Whose page is this?"), for_child, "child")
            else:
                for_child(children[0] if children else CHILD)

        return context.handler(added)

    phone = context.shape == "phone"
    row_height = ROW_TALL if phone else ROW

    def row(n: int, page: Page) -> ft.Control:
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
        ways = [
            controls.icon_button(
                ft.Icons.ARROW_UPWARD,
                _("Move {page} up").format(page=heading(page)),
                move(page, n - 1),
                key=f"up-{page.id}",
                disabled=n == 0,
            ),
            controls.icon_button(
                ft.Icons.ARROW_DOWNWARD,
                _("Move {page} down").format(page=heading(page)),
                move(page, n + 1),
                key=f"down-{page.id}",
                disabled=n == len(there) - 1,
            ),
            controls.icon_button(
                ft.Icons.DELETE_OUTLINE,
                _("Take {page} away").format(page=heading(page)),
                remove(page),
                key=f"remove-{page.id}",
            ),
        ]
        # Beside three buttons and a handle a phone has no room for a name: it stands above them.
        content: ft.Control = (
            ft.Column([name, ft.Row([handle, *ways], spacing=4)], spacing=0)
            if phone
            else ft.Row([handle, name, *ways], spacing=4)
        )
        return ft.Container(
            content,
            key=f"row-{page.id}",
            height=row_height,
            padding=ft.Padding.symmetric(horizontal=theme.GAP_S, vertical=theme.GAP_S if phone else 0),
            border=ft.Border.all(1, theme.LINE),
            border_radius=theme.CORNER,
            bgcolor=theme.SHEET,
        )

    def gone_row(taken: Taken[str]) -> ft.Control:
        line = taken_line(context.removals, taken, context.handler)
        return ft.Container(line, key=f"row-{taken.id}", height=row_height, padding=ft.Padding.symmetric(horizontal=8))

    rows = [row(there.index(by_id[id]), by_id[id]) if id in by_id else gone_row(gone[id]) for id in lines]
    present = {page.kind.slug for page in there if page.kind}
    extra: list[ft.Control] = []
    if story is not None:
        addable = [k for k in shape_of(story).pages if k.repeats or k.slug not in present]
        extra += [controls.button(_(k.title), add(story, k), key=f"add-{k.slug}", icon=ft.Icons.ADD) for k in addable]
    if own is not None:
        extra += [
            controls.button(_(k.title), add_own(own, k), key=f"add-{k.slug}", icon=ft.Icons.ADD)
            for k in shape_of(own).pages
        ]
    in_order = ft.ReorderableListView(
        rows,
        on_reorder=context.handler(moved),
        height=min(len(rows) * row_height, 6 * ROW) + 24,
        show_default_drag_handles=False,
        key="page-list",
    )
    return controls.dialog(
        name,
        [
            ft.Row(
                [
                    ft.Container(controls.heading(name), expand=True),
                    controls.icon_button(
                        ft.Icons.UNDO,
                        _("Undo"),
                        context.handler(lambda: context.undo(SCENE)),
                        key="undo-pages",
                        disabled=not context.can_undo(SCENE),
                    ),
                    controls.main_button(_("Done"), context.handler(close), key="done"),
                ]
            ),
            *([in_order] if story is not None else []),
            controls.heading(_("Add a page")),
            ft.Row(extra, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        ],
        width=680,
    )
