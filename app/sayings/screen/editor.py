"""Sayings on the screen: each with its speaker's face and name, and an empty one to write the next in."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import flet as ft

from app.document import EVERYONE, WORKER, Change, ForWhom, new_id
from app.document.saying import (
    SAYING,
    SOMEBODY,
    say,
    sayings,
)
from app.document.sentence_starters import is_open, mended, opening
from app.kit import controls, theme
from app.kit.component import component, made, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import WRITE, EditorContext
from app.kit.removal import taken_line, woven
from app.language import _, right_to_left
from app.sayings.outline import says
from app.sayings.screen.line import asks_whose, face_of, read_line, said_line, words_and_mark


@component
def Talk(
    context: EditorContext,
    *,
    section: str,
    parent: str | None,
    starters: tuple[str, ...] = (),
    for_whom: ForWhom = EVERYONE,
    size: int = theme.WORDS,
    owner: str = "",
    office: bool = False,
    asked: str = "",
    writing: bool = True,
    undo_scope: str = "",
    focus: bool = False,
) -> ft.Control:
    """What was said here, in order, and room for more. The next words are the speaker's whose face is touched.

    owner: the one person who may say something here (a page of somebody's own); "" is whoever speaks.
    office: the worker writes a draft, and the family is not there yet. asked: the question (a slug) of a section that
    asks several. writing: there is an empty field for more. undo_scope: where Undo stays, where that is not parent.
    focus: the empty field takes the keyboard when a face is touched, and where one came to write. In a plan that
    somebody holds, another's words are there to read and to answer.
    """
    owner = owner or context.holder
    speaker = owner or context.speaker
    # A field whose words could not be kept stays theirs under whose name they were written, whoever speaks now.
    stem = f"{section} {parent} {asked} "
    left = {by: spot for by, spot in context.draft.left(stem).items() if owner in ("", by)}
    blank, set_blank = made(lambda: left.get(speaker) or new_id())
    others, set_others = made(dict[str, str])
    begun, set_begun = state("")
    offers = tuple(_(starter) for starter in starters)
    held = context.document.kind.held
    there = sayings(context.document, parent, section=section, asked=asked or None)
    said = tuple(s for s in there if context.holder in ("", s.by))
    # Whose face is touched is about to say something: a new field takes the keyboard.
    spoke, set_spoke = state(speaker)
    arrived = focus and context.at == WRITE and not said and not context.talking
    focused, set_focused = made(lambda: blank if arrived else "")
    if speaker != spoke:
        set_spoke(speaker)
        if focus or speaker in left or blank in left.values():
            blank = left.get(speaker) or new_id()
            set_blank(blank)
        if focus:
            set_focused(blank)
            focused = blank
        others = {by: spot for by, spot in others.items() if by in left or spot in context.now().items}
    # The empty field already has the id that its words will get: it becomes the saying, and keeps the cursor.
    ids = {s.id for s in said}
    if blank in ids:
        blank, begun = new_id(), ""
        set_blank(blank)
        set_begun("")
    stay = {by: spot for by, spot in {**others, **left}.items() if spot != blank and spot not in ids}
    if stay != others:
        set_others(stay)
    undo_scope = undo_scope or parent or section

    def keep(id: str, by: str, actor: str = owner) -> Callable[[str], bool]:
        def kept(words: str) -> bool:
            def said() -> Sequence[Change]:
                # Who holds a plan writes in it, and so does whoever answers.
                scribe = by if context.alone or (held and by != SOMEBODY) else WORKER
                return say(
                    context.now(),
                    mended(offers, words),
                    id=id,
                    section=section,
                    by=by,
                    scribe=scribe,
                    parent=parent,
                    for_whom=for_whom,
                    office=office and by in (WORKER, SOMEBODY),
                    asked=asked,
                )

            return context.make(said, undo_scope, actor)

        return kept

    def start(sentence: str) -> Callable[[], None]:
        def act() -> None:
            if is_open(sentence):
                # A field of its own, which takes the keyboard as it comes. Nothing is said until words are written.
                set_blank(new_id())
                set_begun(opening(sentence))
            else:
                keep(new_id(), speaker)(sentence)

        return act

    def empty(spot: str, by: str) -> ft.Control:
        """Return the line of a field for more words, of one person."""
        field = DraftField.keyed(spot)(
            name=begin if by == SOMEBODY else says(by, context.who),
            kept="",
            keep=keep(spot, by, owner or replace(context, speaker=by).actor),
            draft=context.draft,
            field_key=spot,
            instead=stem + by,
            hint=_("Write what is said") if not said else _("And then?"),
            size=size,
            start=begun if spot == blank else "",
            autofocus=spot == blank and (bool(begun) or focused == blank),
        )
        return ft.Row(
            [face_of(context, by), *words_and_mark(field, None, context.shape)],
            key=f"line-{spot}",
            vertical_alignment=ft.CrossAxisAlignment.START,
            spacing=theme.GAP_S,
        )

    lines: list[ft.Control] = []
    out = {t.id: t for t in context.removals.taken if t.group == f"talk-{undo_scope}" and t.id not in ids}
    by_id = {s.id: s for s in said}
    for id in woven(tuple(by_id), tuple(out.values())):
        if id in out:
            lines.append(taken_line(context.removals, out[id], context.handler))
            continue
        s = by_id[id]
        mine = context.may_change(s.id)
        line = (
            said_line(context, s, undo_scope=undo_scope, keep=keep(s.id, s.by), size=size, owner=owner)
            if mine
            else read_line(context, s, undo_scope)
        )
        lines.append(line)
        if s.by == SOMEBODY:
            lines.append(asks_whose(context, s, undo_scope))
        lines += answers(context, section, s.id, s.by)
    # The first label stands above the edge of its field.
    room = ft.Padding.only(top=theme.GAP_S)
    if not (writing and context.may_add(section, parent)):
        return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room if lines else 0)
    # A phone has room for one short line.
    begin = _("Touch a face, or write") if context.shape == "phone" else _("Touch who is speaking, or just write")
    lines += [empty(spot, by) for by, spot in (*stay.items(), (speaker, blank))]
    offered = [controls.link(s, context.handler(start(s)), key=f"starter-{n}") for n, s in enumerate(offers)]
    if offered and not said:
        lines.append(
            ft.Column(
                [
                    controls.quiet(_("Or begin with one of these:")),
                    ft.Row(offered, wrap=True, spacing=0, run_spacing=0),
                ],
                key="starters",
                spacing=0,
            )
        )
    return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room)


def answers(context: EditorContext, section: str, item: str, by: str) -> list[ft.Control]:
    """Return what was answered to somebody's words (an item of theirs), and the way to answer; [] for neither.

    by: whose words they are. Whoever reads their own has nothing to answer to yet.
    """
    there = sayings(context.document, item, section=section)
    above = context.document.items.get(item)
    about = context.document.items.get(above.parent) if above is not None and above.parent else None
    if about is not None and about.item_type == SAYING.slug:
        return []  # What is answered to an answer stands behind it.
    may_answer = context.may_add(section, item) and (context.actor != by or bool(there)) and not context.talking
    if not context.document.kind.held or context.holder or not (there or may_answer):
        return []
    return [Answers.keyed(f"answers-{item}")(context, section=section, item=item, may_answer=may_answer)]


@component
def Answers(context: EditorContext, *, section: str, item: str, may_answer: bool) -> ft.Control:
    """The answers below somebody's words, a little further in; an empty field when it is asked for."""
    open_, set_open = state(False)
    shown: list[ft.Control] = [Talk(context, section=section, parent=item, size=theme.CONTROL, writing=open_)]
    if may_answer and not open_:
        way = controls.link(_("Answer"), lambda: set_open(True), key=f"answer-{item}", icon=ft.Icons.REPLY)
        shown.append(ft.Row([way]))
    inset = theme.GAP if context.shape == "phone" else theme.TARGET + theme.GAP_S
    mirrored = right_to_left()
    padding = ft.Padding.only(left=0 if mirrored else inset, right=inset if mirrored else 0)
    return ft.Container(ft.Column(shown, spacing=0), padding=padding)
