"""The worker's own room: what people keep between themselves and the worker, to be read with nobody else there.

Behind the PIN, whatever was proved before; for reading alone. Nothing at a table leads here, and nothing that the table
sees knows of it. The quiet sign stands on Home only while no family is chosen: at the office.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

import flet as ft

from app.document import Document
from app.document.local_day import local_day
from app.ink.drawing import marks, photos_of
from app.ink.photo import NONE, Photos
from app.ink.tiles import picture
from app.kit import controls, drawing_frame, theme
from app.kit.component import component, made, maybe, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, full_date, isolate, ngettext
from app.store import BlobDamaged
from app.ui.actions.families import choose_for_today
from app.ui.actions.withheld import All, Kept, all_kept, anything_new, was_read
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.routes import Home, KeptForWorker
from app.ui.session.session import Session

PICTURE = 560
"""How wide a page is shown, where there is room for it. It is 4 × 3, as the page is."""


@component
def KeptSign(session: Session) -> ft.Control:
    """A quiet line for the worker, where there is something that was not read yet: no name and no number."""
    there, set_there = state(False)

    async def look() -> None:
        with session.minding():
            set_there(await anything_new(session))

    ft.use_effect(look, [session.version])
    if not there:
        return ft.Container(key="no-sign")
    touched = session.handler(lambda: session.go(KeptForWorker()))
    # Translators: stands on the first screen at the office; it says nothing of what there is, or whose
    return ft.Row(
        [controls.link(_("There is something for you"), touched, key="to-kept", icon=ft.Icons.INBOX_OUTLINED)]
    )


def at_the_office(session: Session) -> list[ft.Control]:
    """Return what the list of families has for the worker alone: what is kept for them, and that a visit is over."""

    async def over() -> None:
        await choose_for_today(session, "")
        session.version += 1
        session.go(Home())

    room = session.handler(lambda: session.go(KeptForWorker()))
    return [
        controls.link(_("Kept for you to read"), room, key="to-kept", icon=ft.Icons.INBOX_OUTLINED),
        controls.link(
            _("No family now: the visit is over"), session.handler(over), key="no-family", icon=ft.Icons.LOGOUT
        ),
    ]


@component
def KeptForWorkerScreen(session: Session) -> ft.Control:
    """The list, newest first; a touch opens one, and that it was read is recorded for the worker alone."""
    proved, set_proved = state(False)
    found, set_found = maybe(All)
    family, set_family = state("")
    reading, set_reading = maybe(str)

    async def look() -> None:
        with session.minding():
            set_found(await all_kept(session))

    async def let_in() -> None:
        set_proved(True)
        await look()

    home = session.handler(lambda: session.go(Home()))
    if not proved:
        why = _("This is what people have told only you. Make sure that nobody else can see.")
        return quiet_page(
            session, [ask_pin(session, why=why, then=let_in, whole=True, fresh=True)], bar=top_bar(session, back=home)
        )
    if found is None:
        return quiet_page(session, [controls.words(_("One moment …"), quiet=True)], bar=top_bar(session, back=home))
    one = next((k for k in found.kept if k.key == reading), None)
    if one is not None:
        back = session.handler(lambda: set_reading(None))
        return quiet_page(session, [OneKept.keyed(f"kept-{one.key}")(session, one)], bar=top_bar(session, back=back))

    async def open_one(kept: Kept) -> None:
        with session.minding():  # Not recorded is said; what somebody needs to be known is shown all the same.
            await was_read(session, kept)
        await look()
        set_reading(kept.key)

    return quiet_page(session, _list(session, found, family, set_family, open_one), bar=top_bar(session, back=home))


def _list(
    session: Session,
    found: All,
    family: str,
    choose: Callable[[str], None],
    open_one: Callable[[Kept], object],
) -> list[ft.Control]:

    def chooses(id: str) -> Handler:
        return session.handler(lambda: choose(id))

    names = {k.family: k.family_name for k in found.kept}
    shown = [k for k in found.kept if family in ("", k.family)]
    told: list[ft.Control] = [
        controls.title(_("Kept for you to read")),
        controls.words(_("What people have told only you. Read it when nobody else can see it.")),
        controls.quiet(_("Only you can see here which ones you have read, and when.")),
    ]
    if len(names) > 1:
        ways = {"": _("All families"), **dict(sorted(names.items(), key=lambda n: n[1].casefold()))}
        told.append(
            ft.Row(
                [
                    controls.button(
                        name or _("No family"),
                        chooses(id),
                        key=f"of-{id or 'all'}",
                        chosen=id == family,
                    )
                    for id, name in ways.items()
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            )
        )
    if found.unread:
        sentence = ngettext(
            "{n} plan could not be read. What is in it may be for you too.",
            "{n} plans could not be read. What is in them may be for you too.",
            found.unread,
        )
        told.append(controls.fault(sentence.format(n=found.unread)))
    if not shown:
        told.append(controls.words(_("Nothing is kept for you."), quiet=True))
    return [*told, *(_line(session, k, open_one) for k in shown)]


def _line(session: Session, kept: Kept, open_one: Callable[[Kept], object]) -> ft.Control:
    """Whose it is, where, since when and whether it was read; nothing yet of what it says."""
    who, asked = isolate(kept.told.who), kept.told.asked[:1]
    where = " · ".join(isolate(part) for part in (kept.family_name, kept.plan) if part)
    day = full_date(local_day(kept.told.kept.at))
    state_ = _("New") if kept.new else _("Read on {date}").format(date=full_date(local_day(kept.readings[-1].at)))
    lines: Sequence[ft.Control] = [
        ft.Row(
            [
                ft.Container(controls.words(kept.told.who, bold=True), expand=True),
                *([ft.Icon(ft.Icons.CIRCLE, size=12, color=theme.PRIVATE)] if kept.new else []),
                controls.words(state_, size=theme.CONTROL, bold=kept.new),
            ],
            spacing=theme.GAP_S,
        ),
        *(controls.words(words, size=theme.CONTROL) for words in asked),
        controls.quiet(f"{where} · {day}" if where else day),
    ]
    name = ", ".join([who, state_, *asked, where, day])
    return touchable(
        ft.Column(list(lines), spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        name,
        session.handler(lambda: open_one(kept)),
        key=f"read-{kept.key}",
        padding=theme.GAP,
        edge=ft.BorderSide(1, theme.EDGE),
    )


@component
def OneKept(session: Session, kept: Kept) -> ft.Control:
    """One thing that is kept: what was asked, what they said, the drawing if there is one, and when it was read."""
    told = kept.told
    where = " · ".join(isolate(part) for part in (kept.family_name, kept.plan) if part)
    days = [full_date(local_day(r.at)) for r in kept.readings]
    read_on = _("You read it on: {days}").format(days="; ".join(dict.fromkeys(days))) if days else ""
    question, *about = told.asked or ("",)
    shown: list[ft.Control] = [
        controls.title(told.who),
        controls.quiet(
            f"{where} · {full_date(local_day(told.kept.at))}" if where else full_date(local_day(told.kept.at))
        ),
    ]
    if question:
        shown.append(controls.heading(question))
    shown += [controls.words(line, quiet=True) for line in about]
    shown += [ft.Container(controls.words(line), key=f"said-{n}") for n, line in enumerate(told.said)]
    shown += [controls.quiet(line) for line in told.note.split("\n") if line]
    if told.page:
        shown.append(PageToLookAt.keyed(f"page-{told.page}")(session, kept.document, told.page))
    if kept.in_bin:
        shown.append(controls.words(_("This plan is in the bin. Take it out if it is to stay."), size=theme.CONTROL))
    shown.append(
        controls.words(
            _(
                "If somebody might not be safe, do what was said there: tell people who can help, and try to tell "
                "{name} first."
            ).format(name=isolate(told.who)),
            size=theme.CONTROL,
        )
    )
    shown += [controls.quiet(read_on)] if read_on else []
    return ft.Column(shown, spacing=theme.GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def PageToLookAt(session: Session, document: Document, page: str) -> ft.Control:
    """The drawing of a page, to look at alone; nothing where nothing is drawn."""
    photos, set_photos = made(_no_photos)
    ink = marks(document, page)
    wanted = photos_of(mark for _id, mark in ink)

    async def read() -> None:
        with session.minding():
            read_: dict[str, bytes] = {}
            for name in sorted(wanted):
                with suppress(BlobDamaged):  # It shows as grey.
                    read_[name] = await session.workspace.blob(document.id, name)
            set_photos(read_)

    ft.use_effect(read, [document.id, page])
    width = min(PICTURE, int(session.window.width) - 2 * theme.GAP_L) if session.window.shape == "phone" else PICTURE
    height = width * 3 // 4
    png = ft.use_memo(
        lambda: picture([mark for _id, mark in ink], (width * 2, height * 2), photos=photos) if ink else b"",
        [ink, width, *photos],
    )
    if not ink:
        return ft.Container()
    drawing = ft.Image(png, fit=ft.BoxFit.CONTAIN, semantics_label=_("The drawing on this page"), gapless_playback=True)
    return drawing_frame.paper(drawing, width, height, key="kept-picture")


def _no_photos() -> Photos:
    return NONE
