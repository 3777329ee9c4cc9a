"""What surrounds every grown-up's screen: the top bar, a sentence for the room, and a calm column."""

import flet as ft

from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.notice import edge, told
from app.language import _
from app.ui.session.routes import Home
from app.ui.session.session import Session
from app.ui.session.storage_status import only_reading


def top_bar(
    session: Session,
    *,
    name: str = "",
    back: Handler = None,
    tools: list[ft.Control] | None = None,
    lock: bool = True,
    tight: bool = False,
) -> ft.Control:
    """The bar: back and a name on the left; tools and Lock on the right. lock: False where there is no room for it.

    tight: there is little room, and a sign stands for words where it can.
    """
    left: list[ft.Control] = []
    if back is not None:
        # Flutter turns this arrow by itself where the language runs from the right.
        left.append(controls.icon_button(ft.Icons.ARROW_BACK, _("Back"), back, key="back"))
    if name:
        left.append(
            ft.Text(
                name,
                style=theme.text_style(theme.WORDS, bold=True, height=1.2),
                max_lines=1,
                overflow=ft.TextOverflow.ELLIPSIS,
                expand=True,
            )
        )
    right = [*reading_sign(session, tight or session.window.shape == "phone"), *(tools or [])]
    if session.unlocked and lock:
        # Whoever locks by hand has come to an end here: the next door may be another family's.
        locks = session.handler(lambda: session.lock(back=Home()))
        right.append(controls.icon_button(ft.Icons.LOCK_OUTLINE, _("Lock"), locks, key="lock"))
    return ft.Container(
        ft.Row(
            [
                ft.Container(
                    ft.Row(left, spacing=theme.GAP_S),
                    expand=True,
                    # With no arrow before it, the name stands where the sheet's edge is.
                    padding=ft.Padding.symmetric(horizontal=0 if back is not None else theme.GAP),
                ),
                ft.Row(right, spacing=4, tight=True),
            ],
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        height=theme.BAR,
        # Hide stands over the bar's right end, whichever way the language runs.
        padding=ft.Padding.only(left=theme.GAP_S, right=theme.GAP_S + (theme.BAR if session.unlocked else 0)),
    )


def reading_sign(session: Session, tight: bool) -> list[ft.Control]:
    """That nothing can be written just now; touched, it says why. Nothing where everything can be kept."""
    words = only_reading(session)
    if not words:
        return []
    name, say = _("Only for reading"), session.handler(lambda: session.say(words))
    if tight:
        return [controls.icon_button(ft.Icons.EDIT_OFF_OUTLINED, name, say, key="only-reading")]
    return [controls.button(name, say, key="only-reading", icon=ft.Icons.EDIT_OFF_OUTLINED)]


def notice(session: Session) -> list[ft.Control]:
    """The sentence for the room, with the touch that takes it away; nothing where there is none."""
    if not session.notice:
        return []

    def away() -> None:
        session.notice = ""

    return [
        ft.Container(
            ft.Row(
                [
                    ft.Container(told(session.notice, session.said), expand=True),
                    controls.icon_button(ft.Icons.CLOSE, _("Close this message"), away, key="close-notice"),
                ],
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            key="notice",
            bgcolor=theme.SHEET,
            border=ft.Border.all(1, edge(session.said)),
            border_radius=theme.CORNER,
            padding=ft.Padding.symmetric(horizontal=theme.GAP, vertical=4),
            margin=ft.Margin.symmetric(horizontal=theme.GAP),
        )
    ]


def quiet_page(
    session: Session, children: list[ft.Control], *, bar: ft.Control | None = None, stays: bool = False
) -> ft.Control:
    """One sheet in the middle of the table, for everything that is not a plan.

    stays: it begins at the top, so that what leads from one list to another stands still whatever is below it.
    """
    phone = session.window.shape == "phone"
    sheet = ft.Container(
        ft.Column(
            children,
            spacing=theme.GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        width=None if phone else 640,
        padding=theme.GAP if phone else 32,
        bgcolor=theme.SHEET,
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.SHEET_CORNER,
        margin=theme.GAP,
    )
    return ft.Column(
        [
            *([bar] if bar is not None else [ft.Container(height=theme.GAP_S)]),
            *notice(session),
            ft.Column(
                [sheet],
                expand=True,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                alignment=ft.MainAxisAlignment.START if stays else ft.MainAxisAlignment.CENTER,
            ),
        ],
        spacing=theme.GAP_S,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
