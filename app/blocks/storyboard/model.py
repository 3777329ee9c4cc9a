"""A storyboard as typed pages, and how it changes. Pure. Source: docs/domain/words-and-pictures.md ("Pages")."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from app.document import (
    AUDIENCE,
    EVERYONE,
    ONLY_ME,
    OWNER,
    Add,
    Change,
    Document,
    ForWhom,
    Item,
    ItemType,
    Kind,
    Person,
    Remove,
    Section,
    Set,
    Value,
    new_id,
    position_between,
)
from app.document.duplicate import NO_BLOBS, renamed
from app.document.saying import SAYING, Saying, sayings
from app.document.schema import Text, to_position
from app.ink import drawing
from app.ink.drawing import drawn
from app.language import _
from app.language.name_search import same_name, stands_in
from app.language.story_words import StoryWords

LONGEST_NAME = 60
"""Letters of a drawing's name in the list."""

PAGE = ItemType(
    "page",
    {
        "kind": Text(longest=40, lines=False, written=False),
        "caption": Text(longest=500),
        "name": Text(longest=LONGEST_NAME, lines=False),
        "fits": Text(longest=40, lines=False, written=False),
    },
)
"""fits: a short name for the words that somebody said the drawing still fits, after they had been changed."""


Role: TypeAlias = Literal[
    "", "title", "family", "who", "worry", "happened", "views", "not-your-fault", "doing", "talk-to", "next", "ending"
]
"""What a page is in a story for a child, by the guide. Never stored: a slug is only a name, and any kind may use it."""


@dataclass(frozen=True, kw_only=True)
class PageKind:
    """One kind of page. Words are marked, not translated."""

    slug: str
    """Stored for ever, with each page of the kind."""
    title: str
    """Its heading, the child's too."""
    question: str
    """What it asks."""
    prompt: str
    """A quiet sentence below the question."""
    starters: tuple[str, ...] = ()
    """Sentence starters to offer."""
    repeats: bool = False
    """It may stand more than once (a page per worry)."""
    standard: bool = True
    """A new storyboard has one."""
    youngest_under: int | None = None
    """Standard only where the youngest child is younger than this (in years); None for any age."""
    role: Role = ""
    """What it is by the guide; "" for a page of another kind of plan, or one that is somebody's own."""
    hints: tuple["HintRule", ...] = ()
    """The rules that speak beside it, the most important first (those of the guide are in hints.py); () for none."""


@dataclass(frozen=True)
class StoryLayout:
    """What the storyboard block needs to know of a section."""

    pages: tuple[PageKind, ...]
    """The kinds of page that it can have, in the order of the story."""
    title_page: str = ""
    """The kind (a slug) whose words name the book; "" for none."""
    method: str = ""
    """The section (a slug) that records how this one comes about; "" for pages that nobody has to agree first."""

    def kind(self, slug: str) -> PageKind | None:
        """Return the page kind of that slug, or None for one that a newer version made."""
        return next((k for k in self.pages if k.slug == slug), None)


class Page(NamedTuple):
    """One page."""

    id: str
    """The item's."""
    section: str
    """The slug of the section in which it stands."""
    kind: PageKind | None
    """None where a newer version made it, and for a page of Just draw."""
    caption: str
    """The picture's text alternative, or ""."""
    by: str
    """Whose page it is (a person id)."""
    for_whom: ForWhom
    """Who may see it, and all on it."""
    name: str = ""
    """What a drawing of Just draw is called in the list of drawings, "" for its number; stories have none."""


class PageHint(NamedTuple):
    """One hint. rule: which of the guide's rules it is (a slug); sentence: in the language spoken here."""

    rule: str
    sentence: str


class Told(NamedTuple):
    """What the rules of hints look at. words: the page's own lists of words, None where its language has none."""

    document: Document
    page: Page
    said: tuple[Saying, ...]
    text: str
    youngest: int | None
    who: Mapping[str, Person]
    words: StoryWords | None

    def named(self, text: str, roles: tuple[str, ...] = ()) -> set[str]:
        """Return the ids of the people whose names stand in a text: of these roles, or of any."""
        return {p.id for p in self.who.values() if (not roles or p.role in roles) and stands_in(p.name, text)}

    def kin(self, text: str) -> set[str]:
        """Return the words in a text by which a child calls somebody ("Dad"), those apart that are known names."""
        found = {w.casefold() for w in self.words.kin.findall(text)} if self.words else set()
        return {word for word in found if not any(same_name(p.name, word) for p in self.who.values())}


HintRule: TypeAlias = Callable[[Told], Iterator[PageHint]]
"""What may be worth another look on a page, for one that a kind of plan declares it for (PageKind.hints)."""


def shape_of(section: Section) -> StoryLayout:
    """Return the storyboard's shape. A kind that uses this block without one has no kinds of page."""
    return section.shape if isinstance(section.shape, StoryLayout) else StoryLayout(())


def own_pages_in(kind: Kind) -> Section | None:
    """Return the section of a kind where pages of somebody's own stand, into which a drawing can be put; or None."""
    return next((s for s in kind.sections if s.own and isinstance(s.shape, StoryLayout)), None)


def pages(document: Document, section: str) -> tuple[Page, ...]:
    """Return a section's pages in order."""
    declared = document.kind.section(section)
    shape = shape_of(declared) if declared else StoryLayout(())
    return tuple(read_page(item, shape) for item in document.children(None, section=section, item_type=PAGE.slug))


def page_of(document: Document, page: str) -> Page | None:
    """Return one page by its id, or None where there is none (any more)."""
    item = document.items.get(page)
    if item is None or item.item_type != PAGE.slug:
        return None
    declared = document.kind.section(item.section)
    return read_page(item, shape_of(declared) if declared else StoryLayout(()))


def read_page(item: Item, shape: StoryLayout) -> Page:
    """Return the page that an item holds."""
    return Page(
        item.id,
        item.section,
        shape.kind(str(item.fields.get("kind") or "")),
        str(item.fields.get("caption") or ""),
        item.by,
        item.for_whom,
        str(item.fields.get("name") or ""),
    )


def heading(page: Page) -> str:
    """Return what a page is called, in the language spoken here."""
    return _(page.kind.title) if page.kind is not None else _("A page")


def standard_pages(section: Section, *, by: str, youngest: int | None) -> tuple[Add, ...]:
    """Return the changes that give a new storyboard its pages, each empty and each removable."""
    adds: list[Add] = []
    before: Item | None = None
    for kind in shape_of(section).pages:
        limit = kind.youngest_under
        if not kind.standard or (limit is not None and youngest is not None and youngest >= limit):
            continue
        add = _page(section, kind.slug, by=by, position=position_between(before, None))
        adds.append(add)
        before = add.item
    return tuple(adds)


def add_page(
    document: Document, section: Section, kind: str, *, by: str, after: str | None = None, first: bool = False
) -> Add:
    """Return the change that adds a page behind another, or at the end where `after` names none; first: before all."""
    there = document.children(None, section=section.slug, item_type=PAGE.slug)
    at = 0 if first else next((n + 1 for n, item in enumerate(there) if item.id == after), len(there))
    # Behind all that stand at the same position: this is one change, so nobody can make room.
    behind = next((i for i in there[at:] if not at or i.position > there[at - 1].position), None)
    return _page(section, kind, by=by, position=position_between(there[at - 1] if at else None, behind))


def add_where_it_belongs(document: Document, section: Section, kind: str, *, by: str, at: str) -> Add:
    """Return the change that adds a page where somebody would look for it. at: the page in hand (a step's key).

    What can stand several times comes right behind the page in hand, if that is of its kind or goes with it (a worry,
    what happened then); else all behind the last of their kind, or where the story has it. One's own stand together.
    """
    there = pages(document, section.slug)
    if section.own:
        mine = [p.id for p in there if p.by == by]
        return add_page(document, section, kind, by=by, after=at if at in mine else mine[-1] if mine else None)
    shape = shape_of(section)
    order = {k.slug: n for n, k in enumerate(shape.pages)}
    new, here = shape.kind(kind), next((p.kind for p in there if p.id == at), None)
    if new is not None and here is not None and new.repeats and here.repeats and _go_together(order, new, here):
        return add_page(document, section, kind, by=by, after=at)
    same = [p.id for p in there if p.kind == new]
    before = [p.id for p in there if p.kind is not None and order[p.kind.slug] < order.get(kind, 0)]
    after = (same or before)[-1:]
    return add_page(document, section, kind, by=by, after=after[0] if after else None, first=not after)


def _go_together(order: Mapping[str, int], one: PageKind, other: PageKind) -> bool:
    return abs(order[one.slug] - order[other.slug]) <= 1


def move_page(document: Document, page: str, to: int) -> tuple[Change, ...]:
    """Return the changes that make a page the to-th of its section (0 is the first; too far means the end)."""
    item = document.items.get(page)
    if item is None:
        return ()
    return to_position(item, document.children(None, section=item.section, item_type=PAGE.slug), to)


def remove_page(page: str) -> tuple[Change, ...]:
    """Return the change that takes a page away with all on it. Undo brings it all back."""
    return (Remove(page),)


def caption(page: Page, words: str) -> tuple[Change, ...]:
    """Return the change that gives a page's picture its caption. Raises NotAccepted."""
    clean = PAGE.check({"caption": words})["caption"]
    return (Set(page.id, "caption", clean),) if clean != page.caption else ()


def name_drawing(page: Page, words: str) -> tuple[Change, ...]:
    """Return the change that gives a drawing a name in the list; no words: its number again. Raises NotAccepted."""
    clean = str(PAGE.check({"name": words})["name"]).strip()
    return (Set(page.id, "name", clean),) if clean != page.name else ()


def show_to(page: Page, whom: ForWhom) -> tuple[Change, ...]:
    """Return the change that says who may see a page and all on it."""
    return (Set(page.id, AUDIENCE, whom),) if whom != page.for_whom else ()


def give_to(page: Page, person: str) -> tuple[Change, ...]:
    """Return the change that says whose page this is."""
    return (Set(page.id, OWNER, person),) if person != page.by else ()


def spoken_on(document: Document, page: str) -> bool:
    """Whether somebody said or drew something on a page."""
    return bool(sayings(document, page)) or drawn(document, page)


def blank_page(section: str, *, by: str, name: str = "") -> Add:
    """Return the change that starts a page of the child's own (Just draw), only theirs. name: what it is called in the
    list of drawings; "" is its number. Raises NotAccepted.
    """
    said: dict[str, Value] = {"name": name} if name else {}
    return PAGE.add({"kind": "", **said}, section=section, by=by, position="a0", for_whom=ONLY_ME)


def page_into(
    source: Document, page: str, target: Document, section: str, *, by: str, blobs: Mapping[str, str] = NO_BLOBS
) -> tuple[Change, ...]:
    """Return the changes that bring a page from one document to the end of another's section, all on it too.

    The copies have ids of their own; who may see the page stays as its child chose. Removing the first page is a change
    to its document, made once these are saved. blobs: the new names of those on the page, by their old ones.
    """
    item = source.items.get(page)
    if item is None:
        return ()
    there = target.children(None, section=section, item_type=PAGE.slug)
    position = position_between(there[-1] if there else None, None)
    new: dict[str, str] = {item.id: new_id()}
    # Its name was for the list that it leaves; in a story nobody would see that it is there.
    fields = {name: v for name, v in item.fields.items() if name != "name"}
    first = item._replace(id=new[item.id], section=section, parent=None, position=position, by=by, fields=fields)
    changes: list[Change] = [Add(first)]
    for child in source.below(item.id):
        new[child.id] = new_id()
        parent = new[child.parent] if child.parent else None
        owner = by if child.by == item.by else child.by
        inside = {name: renamed(value, blobs) for name, value in child.fields.items()}
        moved = child._replace(id=new[child.id], section=section, parent=parent, by=owner, fields=inside)
        changes.append(Add(moved))
    return tuple(changes)


def in_the_book(all_pages: Iterable[Page], document: Document) -> tuple[Page, ...]:
    """Return the pages on which there is something to read or see, in order."""
    return tuple(p for p in all_pages if p.caption or spoken_on(document, p.id))


def _page(section: Section, kind: str, *, by: str, position: str) -> Add:
    whom = section.for_whom if section.for_whom != EVERYONE else EVERYONE
    return PAGE.add({"kind": kind}, section=section.slug, by=by, position=position, for_whom=whom)


ITEM_TYPES = (PAGE, SAYING, *drawing.ITEM_TYPES)
