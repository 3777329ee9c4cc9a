"""The bin, behind the PIN as the list of families is: what is in it, how long it stays, and both ways out."""

from collections.abc import Awaitable, Callable, Mapping

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, made, state
from app.kit.controls import Handler
from app.language import _, isolate, ngettext
from app.store.bin import DAYS, InBin
from app.ui.actions.plans import delete_for_ever, take_out, the_bin
from app.ui.screens.ask_pin import ask_pin
from app.ui.session.session import Session


@component
def BinList(session: Session, families: Mapping[str, str]) -> ft.Control:
    """What is in the bin. families: nicknames by id. Shown only where the PIN was asked for."""
    found, set_found = made(tuple[InBin, ...])
    looked, set_looked = state(False)
    sure, set_sure = state("")

    async def look() -> None:
        with session.minding():
            set_found(await the_bin(session))
        set_looked(True)

    ft.use_effect(look, [session.version])

    def asks(plan: str) -> Handler:
        return session.handler(lambda: set_sure(plan))

    def takes(plan: str) -> Handler:
        async def out() -> None:
            await take_out(session, plan)

        return session.handler(out, once=plan)

    def deletes(plan: str) -> Callable[[], Awaitable[None]]:
        async def delete() -> None:
            set_sure("")
            with session.minding():
                await delete_for_ever(session, plan)

        return delete

    rows: list[ft.Control] = []
    for there in found:
        plan, title = there.card.document, there.card.title
        rows.append(controls.heading(title))
        family = families.get(there.card.family, "")
        left = _left(there.days_left)
        rows.append(controls.quiet(_("{family}: {left}").format(family=isolate(family), left=left) if family else left))
        rows += (
            _sure(session, plan, title, deletes(plan), asks(""))
            if sure == plan
            else [_ways(plan, takes(plan), asks(plan))]
        )
        rows.append(ft.Divider(color=theme.LINE))
    if looked and not found:
        rows.append(controls.words(_("There is nothing in the bin."), quiet=True))
    stays = _("A plan stays here for {n} days. Then it is deleted for ever.")
    return ft.Column(
        [
            controls.title(_("The bin")),
            controls.words(stays.format(n=DAYS), size=theme.CONTROL),
            *rows,
        ],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _ways(plan: str, takes: Handler, asks: Handler) -> ft.Control:
    """Out of the bin again, or gone at once."""
    return ft.Row(
        [
            controls.button(_("Take it out of the bin"), takes, key=f"take-out-{plan}"),
            controls.link(_("Delete for ever now"), asks, key=f"delete-{plan}"),
        ],
        wrap=True,
    )


def _sure(
    session: Session, plan: str, title: str, delete: Callable[[], Awaitable[None]], keep: Handler
) -> list[ft.Control]:
    """Ask once more, and for the worker's own secret."""
    sentence = _("Delete {title} for ever? Everything in it goes now, and nobody can bring it back.")
    return [
        controls.words(sentence.format(title=isolate(title)), size=theme.CONTROL),
        ask_pin(session, why=_("Only the worker deletes it for ever."), then=delete, whole=True, fresh=True),
        ft.Row([controls.button(_("Keep it in the bin"), keep, key=f"keep-{plan}")]),
    ]


def _left(days: int) -> str:
    if days == 0:
        return _("It will be deleted when the tablet is next unlocked.")
    return ngettext("{n} day left", "{n} days left", days).format(n=days)
