"""A copy for somebody: the PIN, for whom, whether it is safe to hold, then what is in it, then the file.

Source: field/sharing.md. "Yes" and "not sure" make no file, and say what can be done instead.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date

import flet as ft

from app.blocks.spoken import name_of
from app.copies import FILE_NAME, PICTURE_NAME, Copy, Leak, make_copy
from app.document import WORKER, Person, people
from app.document.front import front
from app.document.kind import Printed
from app.language import _, current, read_out
from app.sheet import texts
from app.sheet.refusal import CannotPrint
from app.store.helplines import helplines_for_paper
from app.ui.kit import parts, theme
from app.ui.kit.component import component, maybe, state
from app.ui.kit.faces import Faces, face_button
from app.ui.kit.parts import Handler
from app.ui.open_plan import OpenPlan
from app.ui.places import AtPlan
from app.ui.preview import preview
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.bring_later import BringLater, copies_list, copy_made, owed_list
from app.ui.screens.faces import use_faces
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session import Session

ICONS = {
    "storybook": ft.Icons.CROP_LANDSCAPE,
    "plan": ft.Icons.DESCRIPTION_OUTLINED,
    "fridge": ft.Icons.KITCHEN_OUTLINED,
    "card": ft.Icons.CREDIT_CARD,
    "phone": ft.Icons.SMARTPHONE,
}
FOUR = ft.Icons.GRID_VIEW


@component
def CopyScreen(session: Session, plan: OpenPlan, family: OpenPlan) -> ft.Control:
    """The way to a copy, one question after the other."""
    proved, set_proved = state(False)
    whom, set_whom = maybe(str)
    safe, set_safe = state("")
    copy, set_copy = maybe(Copy)
    wrong, set_wrong = state("")
    later, set_later = state(False)
    papers = plan.document.kind.papers_for(holder=bool(whom) and whom == front(plan.document).whose)
    printed, set_printed = state(papers[0])
    bar = top_bar(session, back=session.handler(lambda: session.go(AtPlan(plan.id))), name=_("A copy"))
    who = people(plan.document)
    pictures = use_faces(session, family)

    def begin_again() -> None:
        set_whom(None)
        set_safe("")
        set_copy(None)
        set_wrong("")
        set_later(False)

    def promised(sentence: str) -> None:
        set_later(False)
        if sentence:
            session.go(AtPlan(plan.id))
            session.say(sentence)

    if not proved:
        asked = ask_pin(
            session,
            why=_("Making a copy needs your PIN or your four words again."),
            then=lambda: set_proved(True),
        )
        return quiet_page(session, [asked], bar=bar)
    if whom is None:
        owed = owed_list(session, plan, who, set_whom)
        made_before = copies_list(plan)
        return quiet_page(session, [*owed, *_for_whom(who, pictures, set_whom), *made_before], bar=bar)

    async def answer(value: str) -> None:
        set_safe(value)
        if value == "no":
            await make(papers[0])

    async def make(paper: Printed) -> None:
        set_printed(paper)
        set_copy(None)  # Until the other is there, there is none to save.
        await session.desk.settled()
        try:
            made = await asyncio.to_thread(
                make_copy,
                plan.document,
                whom or None,
                made=date.today(),
                language=current(),
                photos=await plan.read_photos(),
                printed=paper.slug,
                helplines=helplines_for_paper((await session.tablet.door()).helplines),
            )
        except (Leak, CannotPrint) as fault:
            set_wrong(fault.sentence())
        else:
            set_copy(made)

    if not safe:
        return quiet_page(session, _is_it_safe(session, answer), bar=bar)
    if safe != "no":
        return quiet_page(session, _instead(session, begin_again), bar=bar)
    if wrong:
        again = parts.button(_("Start again"), session.handler(begin_again), key="again", height=56)
        return quiet_page(session, [parts.title(_("No copy was made")), parts.fault(wrong), again], bar=bar)
    if copy is None:
        return quiet_page(session, [parts.words(_("One moment …"), quiet=True)], bar=bar)
    name = name_of(whom, who) if whom else ""
    if later:
        bring = BringLater(session, plan, whom=whom, name=name, done=promised, key="bring-later-screen")
        return quiet_page(session, [bring], bar=bar)
    choice = _papers(session, papers, printed, make) if len(papers) > 1 else []
    bring_it = session.handler(lambda: set_later(True))
    return _ready(session, copy, name, bar, choice, bring_it, lambda: copy_made(session, plan, whom, printed.slug))


def _for_whom(who: dict[str, Person], pictures: Faces, choose: Callable[[str], None]) -> list[ft.Control]:
    def chosen(person: str) -> Handler:
        return lambda: choose(person)

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            chosen(p.id),
            key=f"for-{p.id}",
            label=_("For {name}").format(name=p.name),
            picture=pictures.get(p.id),
        )
        for p in who.values()
        if p.id != WORKER and p.here
    ]
    return [
        parts.title(_("Who is this copy for?")),
        parts.words(_("It will hold only what this person may see.")),
        ft.Row(faces, wrap=True, spacing=theme.GAP_S),
        parts.button(_("Nobody in particular"), chosen(""), key="for-nobody", height=56),
        parts.quiet(_("A copy for nobody in particular holds only what everyone may see.")),
    ]


def _is_it_safe(session: Session, answer: Callable[[str], Awaitable[None]]) -> list[ft.Control]:
    def say(value: str) -> Handler:
        return session.handler(lambda: answer(value))

    return [
        parts.title(_("Could anyone who might hurt someone see this, on paper or on a phone?")),
        ft.Row(
            [
                parts.button(_("Yes"), say("yes"), key="safe-yes", height=64),
                parts.button(_("Not sure"), say("not-sure"), key="safe-not-sure", height=64),
                parts.button(_("No"), say("no"), key="safe-no", height=64),
            ],
            spacing=theme.GAP,
            wrap=True,
        ),
    ]


def _instead(session: Session, begin_again: Callable[[], None]) -> list[ft.Control]:
    return [
        parts.title(_("Then no copy is made")),
        parts.words(_("Nothing has been put on paper or on a phone. What you can do instead:")),
        parts.words(_("Read it together here, as often as you like.")),
        parts.words(_("Say it until everyone knows it by heart: who to talk to, and what happens next.")),
        parts.words(_("Write one helpline number, or one safe person's name, on a plain card.")),
        parts.words(_("Keep the copy at the office, and bring it to each visit.")),
        parts.button(_("Back to the question"), session.handler(begin_again), key="again", height=56),
    ]


def _papers(
    session: Session, papers: Sequence[Printed], now: Printed, make: Callable[[Printed], Awaitable[None]]
) -> list[ft.Control]:
    """The papers on which the plan can be put; the preview below is of the one that is chosen."""

    def button(paper: Printed) -> ft.Control:
        icon = FOUR if paper.layout == "four" else ICONS[paper.shape]
        touched = session.handler(lambda: make(paper), once=True)
        return parts.button(
            _(paper.name),
            touched,
            key=f"paper-{paper.slug}",
            icon=icon,
            height=theme.CHILD_TARGET,
            chosen=paper == now,
        )

    return [ft.Row([button(p) for p in papers], wrap=True, spacing=theme.GAP, run_spacing=theme.GAP_S)]


def _phone(copy: Copy) -> ft.Control:
    """The very picture, as small as a phone's screen."""
    told = read_out(texts(copy.sheet))
    shown = ft.Image(copy.file, width=300, fit=ft.BoxFit.CONTAIN, semantics_label=told)
    return ft.Row([ft.Container(shown, border=ft.Border.all(1, theme.LINE))], alignment=ft.MainAxisAlignment.CENTER)


def _ready(
    session: Session,
    copy: Copy,
    name: str,
    bar: ft.Control,
    choice: Sequence[ft.Control],
    later: Handler,
    made: Callable[[], None],
) -> ft.Control:
    """The copy to look over, and the ways out of the tablet for it. made: it went one of them."""
    name_of_file = PICTURE_NAME if copy.is_picture else FILE_NAME
    mime = "image/png" if copy.is_picture else "application/pdf"

    async def save() -> None:
        picked = await ft.FilePicker().save_file(
            file_name=name_of_file,
            file_type=ft.FilePickerFileType.CUSTOM,
            allowed_extensions=[name_of_file.rpartition(".")[2]],
            src_bytes=copy.file,
        )
        # A browser returns no path; it has put the file where it keeps downloads.
        if picked or session.page.web:
            session.say(_("The copy has been handed over to this device to keep. Please check that it is there."))
            made()

    async def share() -> None:
        try:
            await send()
        except RuntimeError:  # What Flet raises when the device has no way to share a file.
            session.say(_("This device cannot share a file from here. Nothing left it. Save the file instead."))
        else:
            made()

    async def send() -> None:
        await ft.Share().share_files([ft.ShareFile.from_bytes(copy.file, name=name_of_file, mime_type=mime)])

    title = _("A copy for {name}").format(name=name) if name else _("A copy for nobody in particular")
    return quiet_page(
        session,
        [
            parts.title(title),
            parts.words(_("This is all that is in it. Look it over before it leaves the tablet.")),
            *choice,
            ft.Row(
                [
                    parts.main_button(
                        _("Save the file"),
                        session.handler(save, once=True),
                        key="save-copy",
                        icon=ft.Icons.DOWNLOAD,
                        height=56,
                    ),
                    parts.button(
                        _("Share"), session.handler(share, once=True), key="share-copy", icon=ft.Icons.SHARE, height=56
                    ),
                    parts.button(_("Bring it later"), later, key="bring-later", icon=ft.Icons.EVENT, height=56),
                ],
                wrap=True,
            ),
            ft.Divider(color=theme.LINE),
            *(
                [_phone(copy)]
                if copy.is_picture
                else preview(copy.sheet, copy.photos, wide=session.window.shape != "phone")
            ),
        ],
        bar=bar,
    )
