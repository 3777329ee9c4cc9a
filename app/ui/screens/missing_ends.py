"""What lacks its end on this tablet: told to the worker, in the list of families, until they have read it."""

import flet as ft

from app.document.local_day import local_day
from app.kit import controls, theme
from app.kit.component import component, made
from app.language import _, full_date, isolate, ngettext
from app.store import TruncatedLog
from app.ui.session.session import Session


@component
def ShortList(session: Session) -> ft.Control:
    """Which plans lack what was written in them last, and the touch that puts it away; nothing where all is whole."""
    titles, set_titles = made(dict[str, str])
    short = session.workspace.vault.short if session.unlocked else ()

    async def look() -> None:
        with session.minding():
            cards = await session.workspace.thread.run(session.workspace.vault.cards)
            set_titles({card.document: card.title for card in cards})

    ft.use_effect(look, [])

    async def read() -> None:
        await session.workspace.thread.run(session.workspace.vault.short_was_read)
        session.version += 1

    lines: list[ft.Control] = []
    if short:
        lines = [
            controls.heading(_("Something that was written last is not here any more")),
            *(controls.words(sentence_of(one, titles.get(one.document, ""))) for one in short),
            controls.words(
                _(
                    "It is nobody's fault: the tablet or the copying was stopped in the middle. All that you can read "
                    "is as it was said. Ask whoever looks after this tablet to keep any spare copy of the plans."
                ),
                size=theme.CONTROL,
            ),
            controls.button(_("I have read this"), session.handler(read, once=True), key="short-read"),
        ]
    return ft.Column(lines, spacing=theme.GAP_S, tight=True, visible=bool(lines))


def sentence_of(short: TruncatedLog, title: str) -> str:
    """Return what is missing, as far as it is known. title: of the document; "" where there is none."""
    if not short.steps:
        return _("This copy of the plans was made while somebody was writing. What was written last is not in it.")
    what = ngettext("the last change is missing", "the last {n} changes are missing", short.steps).format(n=short.steps)
    when = full_date(local_day(short.at)) if short.at else ""
    if not short.document:
        if not when:
            return _("A plan that was begun is not here.")
        return _("A plan that was begun is not here. It was worked on until {date}.").format(date=when)
    name = isolate(title) if title else _("A plan")
    if not when:
        return _("{title}: {what}.").format(title=name, what=what)
    return _("{title}: {what}. It was worked on until {date}.").format(title=name, what=what, date=when)
