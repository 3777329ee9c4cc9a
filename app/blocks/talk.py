"""Sayings on the screen: each with its speaker's face and name, and an empty one to write the next in."""

from collections.abc import Callable, Sequence

import flet as ft

from app.blocks.spoken import name_of, says, written_how
from app.document import EVERYONE, WORKER, Change, ForWhom, Person, Remove, new_id
from app.document.saying import (
    SAYING,
    SOMEBODY,
    Saying,
    belongs_to,
    read_saying,
    said_how,
    say,
    sayings,
)
from app.document.starting import is_open, mended, opening
from app.language import _, right_to_left
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, state
from app.ui.kit.faces import face, face_button
from app.ui.kit.field import DraftField
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable


@component
def Talk(
    hand: Hand,
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
) -> ft.Control:
    """What was said here, in order, and room for more. The next words are the speaker's whose face is touched.

    owner: the one person who may say something here (a page of somebody's own); "" is whoever speaks.
    office: the worker writes a draft, and the family is not there yet. asked: the question (a slug) of a section that
    asks several. writing: there is an empty field for more. In a plan that somebody holds, another's words are there
    to read and to answer.
    """
    owner = owner or hand.holder
    speaker = owner or hand.speaker
    blank, set_blank = made(new_id)
    begun, set_begun = state("")
    offers = tuple(_(starter) for starter in starters)
    held = hand.document.kind.held
    there = sayings(hand.document, parent, section=section, asked=asked or None)
    said = tuple(s for s in there if hand.holder in ("", s.by))
    # The empty field already has the id that its words will get: it becomes the saying, and keeps the cursor.
    if any(s.id == blank for s in said):
        blank, begun = new_id(), ""
        set_blank(blank)
        set_begun("")
    scene = parent or section

    def keep(id: str, by: str) -> Callable[[str], bool]:
        def kept(words: str) -> bool:
            def said() -> Sequence[Change]:
                # Who holds a plan writes in it, and so does whoever answers.
                scribe = by if hand.alone or (held and by != SOMEBODY) else WORKER
                return say(
                    hand.now(),
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

            return hand.make(said, scene, owner)

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

    lines: list[ft.Control] = []
    for s in said:
        mine = hand.may_change(s.id)
        line = _line(hand, s, scene=scene, keep=keep(s.id, s.by), size=size, owner=owner) if mine else _read(hand, s)
        lines.append(line)
        if s.by == SOMEBODY:
            lines.append(_asks(hand, s, scene))
        lines += answers(hand, section, s.id, s.by)
    # The first label stands above the edge of its field.
    room = ft.Padding.only(top=theme.GAP_S)
    if not (writing and hand.may_add(section, parent)):
        return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room if lines else 0)
    # A phone has room for one short line.
    begin = _("Touch a face, or write") if hand.shape == "phone" else _("Touch who is speaking, or just write")
    lines.append(
        ft.Row(
            [
                _face(hand, speaker),
                *_words_and_mark(
                    DraftField(
                        key=blank,
                        name=begin if speaker == SOMEBODY else says(speaker, hand.who),
                        kept="",
                        keep=keep(blank, speaker),
                        draft=hand.draft,
                        field_key=blank,
                        hint=_("Write what is said") if not said else _("And then?"),
                        size=size,
                        start=begun,
                        autofocus=bool(begun),
                    ),
                    None,
                    hand.shape,
                ),
            ],
            key=f"line-{blank}",
            vertical_alignment=ft.CrossAxisAlignment.START,
            spacing=theme.GAP_S,
        )
    )
    offered = [parts.link(s, hand.handler(start(s)), key=f"starter-{n}") for n, s in enumerate(offers)]
    if offered and not said:
        lines.append(
            ft.Column(
                [
                    parts.quiet(_("Or begin with one of these:")),
                    ft.Row(offered, wrap=True, spacing=0, run_spacing=0),
                ],
                key="starters",
                spacing=0,
            )
        )
    return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=room)


def answers(hand: Hand, section: str, item: str, by: str) -> list[ft.Control]:
    """Return what was answered to somebody's words (an item of theirs), and the way to answer; [] for neither.

    by: whose words they are. Whoever reads their own has nothing to answer to yet.
    """
    there = sayings(hand.document, item, section=section)
    above = hand.document.items.get(item)
    about = hand.document.items.get(above.parent) if above is not None and above.parent else None
    if about is not None and about.sort == SAYING.slug:
        return []  # What is answered to an answer stands behind it.
    may_answer = hand.may_add(section, item) and (hand.actor != by or bool(there)) and not hand.talking
    if not hand.document.kind.held or hand.holder or not (there or may_answer):
        return []
    return [Answers(hand, section=section, item=item, may_answer=may_answer, key=f"answers-{item}")]


@component
def Answers(hand: Hand, *, section: str, item: str, may_answer: bool) -> ft.Control:
    """The answers below somebody's words, a little further in; an empty field when it is asked for."""
    open_, set_open = state(False)
    shown: list[ft.Control] = [Talk(hand, section=section, parent=item, size=theme.CONTROL, writing=open_)]
    if may_answer and not open_:
        way = parts.link(_("Answer"), lambda: set_open(True), key=f"answer-{item}", icon=ft.Icons.REPLY)
        shown.append(ft.Row([way]))
    inset = theme.GAP if hand.shape == "phone" else theme.TARGET + theme.GAP_S
    mirrored = right_to_left()
    padding = ft.Padding.only(left=0 if mirrored else inset, right=inset if mirrored else 0)
    return ft.Container(ft.Column(shown, spacing=0), padding=padding)


def _read(hand: Hand, saying: Saying) -> ft.Control:
    """Words of somebody else, to read."""
    who = says(saying.by, hand.who)
    words = ft.Column([parts.quiet(who), parts.words(saying.words)], spacing=0, expand=True)
    start = ft.CrossAxisAlignment.START
    ways: list[ft.Control] = []
    if hand.may_take_away(saying.id) and not hand.talking:
        away = hand.handler(lambda: hand.make([Remove(saying.id)], saying.id, ""))
        ways.append(parts.icon_button(ft.Icons.DELETE_OUTLINE, _("Take this out"), away, key=f"out-{saying.id}"))
    return ft.Row(
        [_face(hand, saying.by), words, *ways], key=f"line-{saying.id}", vertical_alignment=start, spacing=theme.GAP_S
    )


def _give(hand: Hand, saying: Saying, scene: str, person: str) -> None:
    item = hand.now().items.get(saying.id)
    if item is not None:
        hand.make(belongs_to(read_saying(item), person), scene, "")


def _asks(hand: Hand, saying: Saying, scene: str) -> ft.Control:
    """Words of which nobody has said whose they are: one touch moves them to their speaker."""

    def mine(person: str) -> Handler:
        return hand.handler(lambda: _give(hand, saying, scene, person))

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            mine(p.id),
            key=f"said-by-{saying.id}-{p.id}",
            label=_("{name} said this").format(name=p.name),
            size=theme.TARGET,
            picture=hand.faces.get(p.id),
        )
        for p in hand.who.values()
        if p.id != WORKER or not hand.alone
    ]
    return ft.Row(
        [ft.Container(width=theme.TARGET), parts.words(_("Who said this?"), size=theme.CONTROL), *faces],
        key=f"asks-{saying.id}",
        wrap=True,
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _line(hand: Hand, saying: Saying, *, scene: str, keep: Callable[[str], bool], size: int, owner: str) -> ft.Control:
    name = name_of(saying.by, hand.who)

    def move() -> None:
        hand.ask_who(_("Who said this?"), lambda person: _give(hand, saying, scene, person), "")

    def turn() -> None:
        hand.make(said_how(saying, own=not saying.own), scene, owner)

    how = _("Own words") if saying.own else written_how(saying, hand.who)
    other = _("Mark as written down") if saying.own else _("Mark as own words")
    if saying.office:
        other = _("Keep these words: they are no draft any more")
    mark = ft.TextButton(
        content=ft.Text(how, style=theme.text_style(theme.SMALL, color=theme.QUIET, height=1.2)),
        on_click=hand.handler(turn),
        tooltip=other,
        key=f"how-{saying.id}",
        height=theme.TARGET,
        # As far in as the words of a field, on every device.
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=16), visual_density=ft.VisualDensity.STANDARD),
    )
    drawn = _face(hand, saying.by)
    return ft.Row(
        [
            drawn
            if hand.holder
            else touchable(
                drawn,
                _("{name} said this. Move it to somebody else.").format(name=name),
                hand.handler(move),
                key=f"who-{saying.id}",
                width=theme.TARGET,
            ),
            *_words_and_mark(
                DraftField(
                    key=saying.id,
                    name=says(saying.by, hand.who),
                    kept=saying.words,
                    keep=keep,
                    draft=hand.draft,
                    field_key=saying.id,
                    plain=True,
                    size=size,
                ),
                # Who holds a plan writes in it: only what another wrote down says so.
                None if hand.holder or (hand.document.kind.held and saying.own) else mark,
                hand.shape,
            ),
        ],
        key=f"line-{saying.id}",
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=theme.GAP_S,
    )


def _words_and_mark(field: ft.Control, mark: ft.Control | None, shape: str) -> list[ft.Control]:
    """The words with their mark behind them; below them where the screen is narrow.

    An empty field has no mark yet, and stands in the same place, so that it keeps the cursor as it becomes a saying.
    """
    marks = [mark] if mark is not None else []
    if shape == "phone":
        # In a row, which keeps it at the start: stretched, its words would stand in the middle.
        marks = [ft.Row(marks, wrap=True)] if marks else []
        stretch = ft.CrossAxisAlignment.STRETCH
        return [ft.Column([field, *marks], spacing=0, expand=True, horizontal_alignment=stretch)]
    return [ft.Container(field, expand=True), *marks]


def _face(hand: Hand, person: str) -> ft.Control:
    known = hand.who.get(person) or Person(person, "?", "family", 2, "square")
    drawn = face(known.name, known.colour, known.shape, size=40, picture=hand.faces.get(person))
    return ft.Container(drawn, padding=4, width=theme.TARGET, height=theme.TARGET)
