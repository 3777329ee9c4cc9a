"""The worker's own name, as families know it; and a colleague who is the worker from now on. Behind the PIN."""

from collections.abc import Callable

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state, words_typed
from app.kit.controls import Handler
from app.language import _, isolate
from app.language.clean_text import visible
from app.ui.actions.our_people import hand_on, name_worker
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


@component
def WorkersName(session: Session, family: OpenPlan, name: str) -> ft.Control:
    """The name, to be put right; or a colleague's, who takes over."""
    mine, set_mine, mine_now = words_typed(name)
    colleague, set_colleague, colleague_now = words_typed()
    wrong, set_wrong = state("")
    not_kept, set_not_kept = state("")
    done, set_done = state("")

    async def use() -> None:
        set_wrong("")
        set_done("")
        with session.minding(set_wrong):
            await name_worker(session, family, mine_now())
            set_done(_("It is kept."))

    async def take_over(everywhere: bool) -> None:
        set_not_kept("")
        set_done("")
        theirs = colleague_now()
        if not visible(theirs):
            set_not_kept(_("Please write your colleague's name. Nothing has been changed."))
            return
        with session.minding(set_not_kept):
            await hand_on(session, family, theirs, everywhere=everywhere)
            set_colleague("")
            set_mine(theirs.strip())
            set_done(
                _("{name} is the worker now. What was said before stays under the earlier name.").format(
                    name=isolate(theirs)
                )
            )

    here = session.handler(lambda: take_over(False), once=True)
    everywhere = session.handler(lambda: take_over(True), once=True)
    return ft.Column(
        [
            controls.title(_("You, the worker")),
            *([controls.words(done, bold=True)] if done else []),
            controls.text_field(
                _("Your name, as families say it"),
                key="workers-own-name",
                value=mine,
                on_change=lambda e: set_mine(e.control.value or ""),
                on_submit=session.handler(use, once="use"),
            ),
            controls.quiet(_("This puts a mistake right, in all that you said and did.")),
            *([controls.fault(wrong)] if wrong else []),
            ft.Row(
                [controls.button(_("Use this name"), session.handler(use, once="use"), key="use-my-name", height=56)]
            ),
            ft.Divider(color=theme.LINE),
            *_colleague_instead(name, colleague, set_colleague, not_kept, here=here, everywhere=everywhere),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _colleague_instead(
    name: str,
    colleague: str,
    write: Callable[[str], None],
    not_kept: str,
    *,
    here: Handler,
    everywhere: Handler,
) -> list[ft.Control]:
    """A colleague's name, and for which families they take over. name: the worker's until now."""
    stays = _("A colleague is this family's worker from now on. What was said until now stays under {name}.")
    return [
        controls.heading(_("A colleague instead")),
        controls.words(stays.format(name=isolate(name)), size=theme.CONTROL),
        controls.text_field(
            _("Your colleague's name"),
            key="colleagues-name",
            value=colleague,
            on_change=lambda e: write(e.control.value or ""),
        ),
        *([controls.fault(not_kept)] if not_kept else []),
        ft.Row(
            [
                controls.button(_("For this family"), here, key="colleague-here", height=56),
                controls.button(_("For this and every new family"), everywhere, key="colleague-everywhere", height=56),
            ],
            wrap=True,
        ),
        controls.quiet(_("What was promised can then be given to your colleague, one by one. Look under Our people.")),
    ]
