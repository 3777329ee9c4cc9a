"""How a storyboard reads on paper: a panel for each page that has something on it."""

from collections.abc import Mapping, Sequence

from app.blocks import PageTold
from app.blocks.storyboard.agreeing import chosen
from app.blocks.storyboard.method import method_of, moves, story_of
from app.blocks.storyboard.model import Page, heading, in_the_book, page_of, pages, shape_of
from app.document import Document, Person, Section, people, who_then
from app.document.saying import Saying, sayings
from app.ink import Stroke
from app.ink.drawing import drawn, marks
from app.ink.mark import Mark
from app.ink.sticker import Sticker
from app.ink.sticker_art import drawing as art
from app.language import _, full_date, isolate, ngettext
from app.sayings.outline import OutlineLine, name_of, named_once, said_words, says, told_sayings, written_how
from app.sheet import Cover, Panel, Picture, Words

LONGEST_TITLE = 120
"""Letters that a cover holds in large type."""


def parts(document: Document, section: str) -> tuple[Panel, ...]:
    """Return the panels of a section, from a document that is already only what its reader may see.

    The title page is left out where it has become the cover.
    """
    who = people(document)
    found = in_the_book(pages(document, section), document)
    declared = document.kind.section(section)
    front_page = _cover_page(document, section, shape_of(declared).title_page if declared else "")
    return tuple(_panel(document, page, who) for page in found if page != front_page)


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return all that is on a section's pages, private ones too: for the worker alone."""
    return tuple(line for page in pages(document, section) for line in tell_page(document, page))


def tell_page(document: Document, page: Page) -> tuple[OutlineLine, ...]:
    """Return all that is on one page, its name first: for the worker alone."""
    owner, reach = name_of(page.by, who_then(document, page.id, people(document))), page.for_whom.reach
    found = [OutlineLine(page.section, "page", owner, heading(page), "", reach)]
    found += told_sayings(document, page.section, page.id)
    drawing = [mark for _id, mark in marks(document, page.id)]
    if drawing or page.caption:
        words = f"{_counted(drawing)}: {page.caption}" if page.caption else _counted(drawing)
        found.append(OutlineLine(page.section, "drawing", owner, words, "", reach))
    return tuple(found)


def _counted(drawing: Sequence[Mark]) -> str:
    """Return what a drawing is made of: its lines always, stickers and photos where there are some."""
    lines = sum(isinstance(mark, Stroke) for mark in drawing)
    stickers = sum(isinstance(mark, Sticker) for mark in drawing)
    photos = len(drawing) - lines - stickers
    counted = [ngettext("A drawing of {n} line", "A drawing of {n} lines", lines).format(n=lines)]
    if stickers:
        counted.append(ngettext("{n} sticker", "{n} stickers", stickers).format(n=stickers))
    if photos:
        counted.append(ngettext("{n} photo", "{n} photos", photos).format(n=photos))
    return ", ".join(counted)


def page_told(document: Document, page: str) -> PageTold | None:
    """Return one page by its id as it reads by itself, for the worker alone; None where there is none."""
    found = page_of(document, page)
    if found is None:
        return None
    return PageTold(_(found.kind.question) if found.kind is not None else "", tell_page(document, found))


def outline_method(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return who took part in each stage of a story, and when; nothing where nothing is recorded."""
    declared = document.kind.section(section)
    if declared is None:
        return ()
    who, reach = people(document), declared.for_whom.reach
    method = method_of(declared)
    titles = {stage.slug: _(stage.title) for stage in (*method.stages, *method.instead)}
    found = [
        OutlineLine(
            section,
            "move",
            name_of(m.person, who_then(document, m.id, who)),
            titles.get(m.stage, m.stage),
            full_date(m.day) if m.day is not None else "",
            reach,
        )
        for m in moves(document, story_of(document.kind, declared))
    ]
    return (OutlineLine(section, "page", "", _(declared.title), "", reach), *found) if found else ()


def outline_who_agrees(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return who must agree first, in order, and the notes about it; nothing where there is neither."""
    declared = document.kind.section(section)
    if declared is None:
        return ()
    who, reach = people(document), declared.for_whom.reach
    found = [OutlineLine(section, "agrees-first", name_of(p, who), "", "", reach) for p in chosen(document, section)]
    notes = told_sayings(document, section, None)
    title = OutlineLine(section, "page", "", _(declared.question), "", reach)
    return (title, *found, *notes) if found or notes else ()


def cover(document: Document, section: Section) -> Cover | None:
    """Return the book's cover: the one line on its title page, who said it, and the picture drawn for it.

    None where nobody has named the book, or where more is said on that page than a cover can hold:
    it is then a page like any other.
    """
    page = _cover_page(document, section.slug, shape_of(section).title_page)
    if page is None:
        return None
    (said,) = sayings(document, page.id)
    who = people(document)
    words = _words(said, who_then(document, said.id, who))
    return Cover(said.words.strip(), words, _panel(document, page, who).picture)


def _cover_page(document: Document, section: str, title_page: str) -> Page | None:
    page = next((p for p in pages(document, section) if p.kind and p.kind.slug == title_page), None)
    said = sayings(document, page.id) if page else ()
    if page is None or len(said) != 1:
        return None
    name = said[0].words.strip()
    # A caption without its drawing needs a page: a cover has no room for it.
    bare = page.caption and not drawn(document, page.id)
    return None if bare or not name or "\n" in name or len(name) > LONGEST_TITLE else page


def _panel(document: Document, page: Page, who: dict[str, Person]) -> Panel:
    headed = (
        _(page.kind.title)
        if page.kind is not None
        else _("A page by {name}").format(name=isolate(name_of(page.by, who_then(document, page.id, who))))
    )
    words = named_once([words for s in sayings(document, page.id) for words in said_words(document, s, who)])
    ink = tuple(mark for _id, mark in marks(document, page.id))
    if not ink:
        # A caption outlives its drawing, and nothing that somebody wrote is left out.
        return Panel(headed, (*words, Words(page.caption)) if page.caption else words)
    return Panel(headed, words, Picture(ink, page.caption or _without_caption(ink), by=""))


def _without_caption(drawing: Sequence[Mark]) -> str:
    """Return what can be said of a picture without a caption: the stickers on it have names."""
    named = list(dict.fromkeys(_(art(mark.art).name) for mark in drawing if isinstance(mark, Sticker)))
    if not named:
        return _("A drawing. It has no words yet.")
    return _("A drawing. It has no words yet. On it: {stickers}.").format(stickers=", ".join(named))


def _words(saying: Saying, who: Mapping[str, Person]) -> Words:
    note = "" if saying.own else written_how(saying, who)
    return Words(saying.words, says(saying.by, who), note)
