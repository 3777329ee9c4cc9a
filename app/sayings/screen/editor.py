"""Sayings on the screen: each with its speaker's face and name, and an empty one to write the next in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import flet as ft

from app.document import EVERYONE, WORKER, Change, ForWhom, new_id
from app.document.saying import (
    SAYING,
    SOMEBODY,
    Saying,
    say,
    sayings,
)
from app.document.sentence_starters import drop_filled_dots, is_open, opening
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.removal import taken_line, with_removed
from app.language import _, right_to_left
from app.sayings.outline import says
from app.sayings.screen.empty_fields import EmptyFields
from app.sayings.screen.line import asks_whose, face_of, read_line, said_line, words_and_mark


@dataclass(frozen=True, kw_only=True)
class TalkContext:
    """Where something is said, what was said there, and what new words become: see the arguments of Talk."""

    context: EditorContext
    """What the editor was given."""
    section: str
    """The slug of the section in which it is said."""
    parent: str | None
    """The id of the item below which it is said; None at the top of the section."""
    said: tuple[Saying, ...]
    """What stands here, in order; for who holds the tablet, only what is theirs."""
    offers: tuple[str, ...]
    """The starters in the language of the screen."""
    for_whom: ForWhom
    """Who may see new words."""
    size: int
    """That of the letters, in logical pixels."""
    owner: str
    """The one person (an id) who may say something here; "" is whoever speaks."""
    office: bool
    """The worker writes a draft, and the family is not there yet."""
    asked: str
    """The question (a slug) of a section that asks several, else ""."""
    undo_scope: str
    """Where Undo stays."""

    @property
    def stem(self) -> str:
        """Return how the names of the drafts of the empty fields begin; whose each is stands behind it."""
        return f"{self.section} {self.parent} {self.asked} "

    def keep(self, id: str, by: str, actor: str) -> Callable[[str], bool]:
        """Return what keeps the words of a saying (an id), and tells whether they could be kept.

        by: whose they are. actor: who keeps them; "" is whoever speaks now.
        """
        context = self.context

        def changes(words: str) -> Sequence[Change]:
            # Who holds a plan writes in it, and so does whoever answers.
            writes = context.alone or (context.document.kind.owned and by != SOMEBODY)
            return say(
                context.now(),
                drop_filled_dots(self.offers, words),
                id=id,
                section=self.section,
                by=by,
                scribe=by if writes else WORKER,
                parent=self.parent,
                for_whom=self.for_whom,
                office=self.office and by in (WORKER, SOMEBODY),
                asked=self.asked,
            )

        return lambda words: context.make(lambda: changes(words), self.undo_scope, actor)


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
    there = sayings(context.document, parent, section=section, asked=asked or None)
    talk = TalkContext(
        context=context,
        section=section,
        parent=parent,
        said=tuple(s for s in there if context.holder in ("", s.by)),
        offers=tuple(_(starter) for starter in starters),
        for_whom=for_whom,
        size=size,
        owner=owner or context.holder,
        office=office,
        asked=asked,
        undo_scope=undo_scope or parent or section,
    )
    fields = EmptyFields(context, stem=talk.stem, owner=talk.owner, said={s.id for s in talk.said}, focus=focus)
    lines = _said_lines(talk)
    # The first label stands above the edge of its field.
    room = ft.Padding.only(top=theme.GAP_S)
    if not (writing and context.may_add(section, parent)):
        return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room if lines else 0)
    lines += [_empty_line(talk, fields, spot, by) for by, spot in fields.drawn]
    if talk.offers and not talk.said:
        lines.append(_starters(talk, fields))
    return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room)


def _said_lines(talk: TalkContext) -> list[ft.Control]:
    """What was said, each with what was answered to it, and in its place what was taken away here."""
    context, undo_scope = talk.context, talk.undo_scope
    by_id = {s.id: s for s in talk.said}
    out = {t.id: t for t in context.removals.taken if t.group == f"talk-{undo_scope}" and t.id not in by_id}
    lines: list[ft.Control] = []
    for id in with_removed(tuple(by_id), tuple(out.values())):
        if id in out:
            lines.append(taken_line(context.removals, out[id], context.handler))
            continue
        s = by_id[id]
        if context.may_change(s.id):
            keep = talk.keep(s.id, s.by, talk.owner)
            lines.append(said_line(context, s, undo_scope=undo_scope, keep=keep, size=talk.size, owner=talk.owner))
        else:
            lines.append(read_line(context, s, undo_scope))
        if s.by == SOMEBODY:
            lines.append(asks_whose(context, s, undo_scope))
        lines += answers(context, talk.section, s.id, s.by)
    return lines


def _empty_line(talk: TalkContext, fields: EmptyFields, spot: str, by: str) -> ft.Control:
    """The line of a field for more words, of one person. spot: its id."""
    context = talk.context
    # A phone has room for one short line.
    begin = _("Touch a face, or write") if context.shape == "phone" else _("Touch who is speaking, or just write")
    field = DraftField.keyed(spot)(
        name=begin if by == SOMEBODY else says(by, context.who),
        kept="",
        keep=talk.keep(spot, by, talk.owner or replace(context, speaker=by).actor),
        draft=context.draft,
        field_key=spot,
        instead=talk.stem + by,
        hint=_("Write what is said") if not talk.said else _("And then?"),
        size=talk.size,
        start=fields.begun if spot == fields.blank else "",
        autofocus=fields.takes_keyboard(spot),
    )
    return ft.Row(
        [face_of(context, by), *words_and_mark(field, None, context.shape)],
        key=f"line-{spot}",
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=theme.GAP_S,
    )


def _starters(talk: TalkContext, fields: EmptyFields) -> ft.Control:
    """The sentences with which one can begin: whole ones are said at once, open ones are written on."""

    def start(sentence: str) -> Callable[[], None]:
        def act() -> None:
            if is_open(sentence):
                # A field of its own, which takes the keyboard as it comes. Nothing is said until words are written.
                fields.begin(opening(sentence))
            else:
                talk.keep(new_id(), fields.speaker, talk.owner)(sentence)

        return act

    handler = talk.context.handler
    offered = [controls.link(s, handler(start(s)), key=f"starter-{n}") for n, s in enumerate(talk.offers)]
    return ft.Column(
        [controls.quiet(_("Or begin with one of these:")), ft.Row(offered, wrap=True, spacing=0, run_spacing=0)],
        key="starters",
        spacing=0,
    )


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
    if not context.document.kind.owned or context.holder or not (there or may_answer):
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
