"""What a kind of plan declares: its sections, and how private each starts. Words are marked, not translated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from app.document.edit import Change
from app.document.item import EVERYONE, ForWhom

if TYPE_CHECKING:
    from app.document.fold import Document


Look: TypeAlias = Literal["house", "young"]
"""How a kind of plan looks: as the house does, or as a young person's own."""

Sign: TypeAlias = Literal["book", "hands", "star", "compass"]
"""What stands for a kind of plan in a picture."""


RESERVED = frozenset(("people", "front", "owed", "copied", "copy-rules"))
"""Sections that every document has, whatever its kind: people, header, copies that are due, copies made, who may hold
one. Stored for ever.
"""


class NotDeclared(ValueError):
    """A kind of plan that cannot be: its sentence says what is wrong with it, and what to do."""


class ToTalkAbout(NamedTuple):
    """Something in a plan that is still to talk about: a kind sentence for the worker alone, and where it belongs.

    slug: which it is. section: the slug of the section in which it is talked about.
    """

    slug: str
    words: str
    section: str


class Promised(NamedTuple):
    """Something that somebody promised and that is open yet.

    item: the item in which it stands. who, whom: person ids, "" for nobody named. until: YYYY-MM-DD or "".
    what: in somebody's words; "" is a copy of the plan. owed: the item (document.copies_due) that waits for that
    copy, or "".
    """

    item: str
    who: str
    what: str
    until: str = ""
    whom: str = ""
    owed: str = ""


def _nothing(kind: "Kind", youngest: int | None) -> Sequence[Change]:
    return ()


def _no_promises(document: "Document") -> tuple[Promised, ...]:
    return ()


def _no_place(document: "Document", promised: Promised) -> Sequence[Change]:
    return ()


def _all_is_said(document: "Document", today: date) -> tuple[ToTalkAbout, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of a kind of plan.

    block: the room under app/blocks that reads, edits and prints it.
    for_whom: what a new item in it starts as.
    in_copies: False keeps the section, whatever its items say, out of every copy.
    own: True where only the person who made an item may change it, the worker not either.
    private: in a plan that somebody holds, it starts in nobody's copy but theirs (document.ownership).
    caution: what has to be known before the first word is written here, or "".
    stage: 0 stands in a plan from its first visit on; a later one is opened by the family, when it is wanted.
    said_by: fields that only one person may fill in, each with the field beside it that names that person (a promise
    is marked kept by whoever was promised it). Where nobody is named, everybody may (document.confirmations).
    not_by: the field that names who never fills those in: whoever promised does not say that it was kept.
    workers: fields that the worker alone fills in (a worry is closed); whoever may change the item may empty them.
    on_top: what is in it stands on top of every step's sheet, and first on every paper that holds it.
    on_copies: what is in it are notes about who may hold a copy; the rule itself is the family's (document.copy_rules).
    shape: what the block needs to know beyond that (a storyboard's pages), in a type of the block's.
    """

    slug: str
    block: str
    title: str
    question: str = ""
    prompt: str = ""
    hint: str = ""
    for_whom: ForWhom = EVERYONE
    in_copies: bool = True
    own: bool = False
    private: bool = False
    caution: str = ""
    stage: int = 0
    said_by: tuple[tuple[str, str], ...] = ()
    not_by: str = ""
    workers: tuple[str, ...] = ()
    on_top: bool = False
    on_copies: bool = False
    shape: object = None


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One of the papers on which a kind of plan is put. Words are marked, not translated.

    slug: what the command line calls it. name: what the choice of a copy says. shape, layout, reader: of the sheet
    (app.sheet.Sheet). sections: the slugs of those that stand on it, in this order; () is all of them, in theirs.
    private: it holds what is private too, and is offered to the plan's holder alone. names: False leaves names out.
    """

    slug: str
    name: str
    shape: Literal["storybook", "plan", "fridge", "card", "phone"] = "plan"
    layout: Literal["page", "four", "one"] = "page"
    reader: Literal["child", "adult"] = "adult"
    sections: tuple[str, ...] = ()
    private: bool = False
    names: bool = True


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of plan. slug is stored for ever and never shown; name is the practitioner's, family_name the family's.

    beginning(kind, youngest): the changes with which a new one starts, for a youngest child of that age.
    sign, hint: by which it is found among others, in a picture and in a few words. Both are for whoever is in the room.
    more: what opens the second stage of its sections, the third, …, in a few words.
    papers: those that it can be put on; the first is the one that is made when nobody chooses.
    promised(document): what was promised in it and is open yet (ask document.copies_due.promised, which knows copies
    too).
    promise(document, promised): the changes that write a promise down among those, under the id that it names; none
    where this kind has no place for promises.
    to_talk_about(document, today): what is still to talk about in one, for the worker. It never blocks anything.
    owned: one person holds it, a young person: each one's words are their own, and what is private is the holder's to
        say (document.ownership). look: which type and accent it wears.
    Raises NotDeclared for a section whose slug is reserved, or has been given to another one.
    """

    slug: str
    name: str
    family_name: str
    sign: Sign = "book"
    hint: str = ""
    sections: tuple[Section, ...] = field(default=())
    beginning: Callable[["Kind", int | None], Sequence[Change]] = _nothing
    more: tuple[str, ...] = ()
    papers: tuple[Printed, ...] = (Printed(slug="whole", name=""),)
    promised: Callable[["Document"], tuple[Promised, ...]] = _no_promises
    promise: Callable[["Document", Promised], Sequence[Change]] = _no_place
    to_talk_about: Callable[["Document", date], tuple[ToTalkAbout, ...]] = _all_is_said
    owned: bool = False
    look: Look = "house"

    def __post_init__(self) -> None:
        given: set[str] = set()
        for slug in (section.slug for section in self.sections):
            if slug in RESERVED:
                raise NotDeclared(
                    f"The kind {self.slug!r} has a section {slug!r}. Every document has one of its own by that slug: "
                    f"choose another. Reserved are {', '.join(sorted(RESERVED))}."
                )
            if slug in given:
                raise NotDeclared(f"The kind {self.slug!r} has two sections {slug!r}: give one of them another slug.")
            given.add(slug)

    def paper(self, slug: str) -> Printed:
        """Return the paper of that slug; the first for any other."""
        return next((p for p in self.papers if p.slug == slug), self.papers[0])

    def papers_for(self, *, holder: bool) -> tuple[Printed, ...]:
        """Return the papers that are offered to somebody. holder: they hold the plan."""
        return tuple(p for p in self.papers if holder or not p.private)

    def papers_for_record(self) -> tuple[Printed, ...]:
        """Return the papers for the office's record: to read and keep, the one that holds most first."""
        kept = (p for p in self.papers if not p.private and p.shape in ("plan", "storybook"))
        return tuple(sorted(kept, key=lambda p: bool(p.sections))) or self.papers[:1]

    def section(self, slug: str) -> Section | None:
        """Return the section of that slug, or None: a newer version may know more."""
        return next((s for s in self.sections if s.slug == slug), None)


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Every kind that the app knows. plans: those that a family can start, in the order in which they are offered."""

    plans: tuple[Kind, ...]
    drawings: Kind
    family: Kind

    def kind(self, slug: str) -> Kind:
        """Return the kind of that slug; for one that a newer version made, an empty kind that keeps everything."""
        known = next((k for k in (*self.plans, self.drawings, self.family) if k.slug == slug), None)
        return known or Kind(slug=slug, name=slug, family_name=slug)
