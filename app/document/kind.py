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
    """Something in a plan that is still to talk about."""

    slug: str
    """Which it is; one plan may have several of the same."""
    words: str
    """A kind sentence for the worker alone."""
    section: str
    """The slug of the section in which it is talked about."""


class Promised(NamedTuple):
    """Something that somebody promised and that is open yet."""

    item: str
    """The id of the item in which it stands."""
    who: str
    """Who promised (a person id), "" for nobody named."""
    what: str
    """In somebody's words; "" is a copy of the plan."""
    until: str = ""
    """By which day, YYYY-MM-DD; "" for none."""
    whom: str = ""
    """To whom (a person id), "" for nobody named."""
    owed: str = ""
    """The id of the item (document.copies_due) that waits for that copy, or ""."""


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
    """One part of a kind of plan."""

    slug: str
    """Stored for ever, never shown."""
    block: str
    """The block (app.blocks.registry) that reads, edits and prints it."""
    title: str
    """What it is called at the side."""
    question: str = ""
    """What it asks, large."""
    prompt: str = ""
    """A sentence below the question, or ""."""
    hint: str = ""
    """A sentence beside it, or ""."""
    for_whom: ForWhom = EVERYONE
    """What a new item in it starts as."""
    in_copies: bool = True
    """False keeps the section, whatever its items say, out of every copy."""
    own: bool = False
    """Only the person who made an item may change it, the worker not either."""
    private: bool = False
    """In a plan that somebody owns, it starts in nobody's copy but theirs (document.ownership)."""
    caution: str = ""
    """What has to be known before the first word is written here, or ""."""
    stage: int = 0
    """0 stands in a plan from its first visit on; a later one is opened by the family."""
    said_by: tuple[tuple[str, str], ...] = ()
    """Fields that one person alone may fill in, each with the field that names them; nobody named: everybody may."""
    not_by: str = ""
    """The field that names who never fills those in: whoever promised does not say that it was kept."""
    workers: tuple[str, ...] = ()
    """Fields that the worker alone fills in; whoever may change the item may empty them."""
    on_top: bool = False
    """What is in it stands on top of every step's sheet, and first on every paper that holds it."""
    on_copies: bool = False
    """What is in it are notes about who may hold a copy; the rule itself is the family's (document.copy_rules)."""
    shape: object = None
    """What the block needs to know beyond that (a storyboard's pages), in a type of the block's."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One of the papers on which a kind of plan is put. Words are marked, not translated."""

    slug: str
    """What the command line calls it."""
    name: str
    """What the choice of a copy says."""
    shape: Literal["storybook", "plan", "fridge", "card", "phone"] = "plan"
    """Of the sheet (app.sheet.Sheet)."""
    layout: Literal["page", "four", "one"] = "page"
    """Of the sheet."""
    reader: Literal["child", "adult"] = "adult"
    """Of the sheet: whose words it has."""
    sections: tuple[str, ...] = ()
    """The slugs of those that stand on it, in this order; () is all of them, in theirs."""
    private: bool = False
    """It holds what is private too, and is offered to the plan's owner alone."""
    names: bool = True
    """False leaves names out."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of plan. Raises NotDeclared for a section whose slug is reserved, or has been given to another one."""

    slug: str
    """Stored for ever, never shown."""
    name: str
    """The practitioner's name for it."""
    family_name: str
    """The family's name for it."""
    sign: Sign = "book"
    """The picture by which it is found among others: for whoever is in the room."""
    hint: str = ""
    """A few words below that."""
    sections: tuple[Section, ...] = field(default=())
    """Its parts, in order."""
    beginning: Callable[["Kind", int | None], Sequence[Change]] = _nothing
    """beginning(kind, youngest): the changes with which a new one starts, for a youngest child of that age."""
    more: tuple[str, ...] = ()
    """What opens the second stage of its sections, the third, …, in a few words."""
    papers: tuple[Printed, ...] = (Printed(slug="whole", name=""),)
    """Those that it can be put on; the first is made when nobody chooses."""
    promised: Callable[["Document"], tuple[Promised, ...]] = _no_promises
    """promised(document): what was promised in it and is open yet (document.copies_due.promised knows copies too)."""
    promise: Callable[["Document", Promised], Sequence[Change]] = _no_place
    """promise(document, promised): the changes that write a promise down among those, under the id that it names."""
    to_talk_about: Callable[["Document", date], tuple[ToTalkAbout, ...]] = _all_is_said
    """to_talk_about(document, today): what is still to talk about, for the worker. It never blocks anything."""
    owned: bool = False
    """One person owns it, a young person: each one's words are their own, what is private is the owner's to say."""
    look: Look = "house"
    """Which type and accent it wears."""

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
    """Every kind that the app knows."""

    plans: tuple[Kind, ...]
    """Those that a family can start, in the order in which they are offered."""
    drawings: Kind
    """The kind of the document that holds the drawings of Just draw."""
    family: Kind
    """The kind of a family's own document."""

    def kind(self, slug: str) -> Kind:
        """Return the kind of that slug; for one that a newer version made, an empty kind that keeps everything."""
        known = next((k for k in (*self.plans, self.drawings, self.family) if k.slug == slug), None)
        return known or Kind(slug=slug, name=slug, family_name=slug)
