"""One person is asked one thing, alone, with the tablet in their hands. Nothing waits for an answer.

Source: docs/domain/safety-plan.md ("Views and numbers can be dangerous"). The page begins empty every time, whatever
its owner kept before: the wrong hands may have touched the face, and are to learn nothing, not even that there is an
answer. Only what everyone may see already stands on it, with the touch that takes it back.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import flet as ft

from app.asking.screen.form import WHO_SEES, AnswerForm, Ask, given_now, id_for, row, worker_of
from app.asking.sentences import numbers_said, view_said
from app.document import Change, Document
from app.document.answer import (
    Answer,
    Movement,
    alone_scope,
    keep,
    show,
    shown_answers,
)
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.outline import who_reads


class Asked(NamedTuple):
    """What somebody is going to be asked, said before the tablet changes hands: as the table calls it."""

    title: str
    """What it is about."""
    lines: tuple[str, ...] = ()
    """More of it, a line each; () where the title is all."""
    children: bool = False
    """Children can be asked the same, one after the other."""
    grown_ups: bool = False
    """Anybody else can be asked the same, one after the other; nobody can where both are False."""


@component
def Alone(context: EditorContext, *, about: str, ask: Ask, of: str) -> ft.Control:
    """The answer of the tablet's holder about an item: a view or a number, own words, who sees it; or none at all.

    context.document: what the holder may see (seen_by), in which nothing is that anybody keeps. of: the mark of the
    words that are asked about. Each time that somebody is asked makes an answer of its own.
    """
    id = id_for(context, about)
    answer_form = AnswerForm(context, about, id, alone_scope(about), of)
    now = answer_form.now
    inside: list[ft.Control] = [
        if_not_safe(context),
        answer_form.numbers() if ask == "number" else answer_form.stands(),
    ]
    inside += [answer_form.nones(), nobody_waits()]
    if not now.none:
        inside += answer_form.words(_("What makes it that high?") if ask == "number" else _("In my own words"), ask)
    if now.says_something:
        inside += [controls.heading(_("Who may see this?")), *_who_sees(context, now, answer_form.undo_scope)]
    # Last: what is asked now comes first.
    inside += shown_now(context, about, id, answer_form.undo_scope)
    return ft.Column(inside, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def who_sees_page(context: EditorContext, said: Callable[[Answer], str]) -> ft.Control:
    """Return the page on which the holder, who is finished, says who may see what they gave.

    said: an answer in words.
    """
    given = given_now(context, context.now())
    back = controls.button(
        _("Back"), context.handler(lambda: context.go("")), key="page-back", height=theme.CHILD_TARGET
    )
    inside: list[ft.Control] = [controls.question(_("Who may see this?"))]
    for a in given:
        inside += [controls.words(said(a), bold=True), *_who_sees(context, a, alone_scope(WHO_SEES))]
    return ft.Column(
        [*inside, ft.Row([back]), if_not_safe(context)],
        key="who-sees",
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def nobody_waits() -> ft.Control:
    """Say that nothing has to be answered."""
    return controls.words(_("You do not have to answer. You can stop at any time."), size=theme.CONTROL)


def if_not_safe(context: EditorContext) -> ft.Control:
    """Say, before the first word, who reads what is kept, and when it cannot stay between two people."""
    said = controls.words(who_reads(worker_of(context)), size=theme.CONTROL, quiet=True)
    return ft.Container(said, key="who-reads")


def _who_sees(context: EditorContext, now: Answer, undo_scope: str) -> list[ft.Control]:
    """Kept, unless its owner shows it."""
    told = (
        _("Everyone at the table can see it, and everyone with a copy. You can take that back.")
        if now.shown
        else _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=worker_of(context))
    )
    return [
        keep_or_show(context, now, undo_scope),
        controls.words(told, size=theme.CONTROL),
    ]


def keep_or_show(context: EditorContext, now: Answer, undo_scope: str, *, key: str = "", label: str = "") -> ft.Control:
    """The two buttons by which its owner keeps an answer, or shows it; off where there is nothing to show.

    key, label: of one of several, what stands behind the buttons' keys, and before their names for a screen reader.
    """

    def do(act: Callable[[Document, str], Sequence[Change]]) -> Handler:
        def done() -> None:
            if context.make(lambda: act(context.now(), now.id), undo_scope, context.holder):
                context.chose()

        return context.handler(done)

    ways = (
        ("keep-it", _("Keep it"), ft.Icons.VISIBILITY_OFF_OUTLINED, keep, not now.shown),
        ("show-it", _("Show it to everyone"), ft.Icons.PEOPLE_OUTLINE, show, now.shown),
    )
    made_ = [
        controls.button(
            name,
            do(act),
            key=f"{slug}{key}",
            icon=icon,
            height=theme.CHILD_TARGET,
            chosen=holds,
            disabled=not now.says_something,
            told=f"{label}: {name}" if label else "",
        )
        for slug, name, icon, act, holds in ways
    ]
    return row(made_)


def shown_now(context: EditorContext, about: str, id: str, undo_scope: str) -> list[ft.Control]:
    """What everyone may see of the holder's already, each with the touch that takes it back."""

    def take_back(shown: str) -> Handler:
        return context.handler(lambda: context.make(lambda: keep(context.now(), shown), undo_scope, context.holder))

    lines: list[ft.Control] = []
    for a in shown_answers(context.document, about):
        if a.by != context.holder or a.id == id:
            continue
        numbers = Movement(a.by, (a.number or 0,), a, (a.day,))
        said = view_said(a, context.who) if a.number is None else numbers_said(numbers, context.who)
        lines.append(controls.words(said + (f": {a.words}" if a.words else "")))
        back = controls.button(_("Do not show this any more"), take_back(a.id), key=f"take-back-{a.id}")
        lines.append(ft.Row([back], wrap=True))
    if not lines:
        return []
    # Whatever is said today, "not today" too, leaves it as it is: so nobody at the table learns that they were asked.
    stays = controls.words(_("It stays there, with its date, unless you take it away here."), size=theme.CONTROL)
    return [controls.heading(_("What everyone can see now")), *lines, stays]


def ask_alone(
    context: EditorContext, about: str, *, children: bool, key: str, grown_ups: bool = True
) -> list[ft.Control]:
    """Return the faces by which each person is asked about an item alone; none where nobody can hand the tablet over.

    The same faces, whoever was asked and whatever they said. children: whether children are asked too: they do
    not judge grown-ups' worries. grown_ups: whether anybody else is.
    """
    if context.alone or context.holder or context.talking:
        return []

    def ask(person: str) -> Handler:
        return context.handler(lambda: context.ask_alone(about, person))

    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            ask(p.id),
            key=f"{key}-{p.id}",
            label=_("Ask {name} alone").format(name=p.name),
            size=theme.TARGET,
        )
        for p in context.around.values()
        if (children if p.role == "child" else grown_ups)
    ]
    if not faces:
        return []
    return [
        controls.words(_("Ask somebody alone. They choose whether to answer, and who sees it."), size=theme.CONTROL),
        ft.Row(faces, wrap=True, spacing=4, run_spacing=4),
    ]
