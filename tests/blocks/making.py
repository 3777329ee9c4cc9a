"""Storyboards for blocks' tests: a real kind of plan with pages, words and drawings on them."""

from collections.abc import Sequence

from app.blocks.storyboard.model import Page, add_page, pages
from app.document import EVERYONE, WORKER, Add, Change, Document, ForWhom, Person, fold, name_person, new_id
from app.document.header import begin
from app.document.saying import say
from app.ink import Stroke
from app.ink.drawing import put
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.document.making import edit, then

STORY = WORDS_AND_PICTURES.section("story")
MINE = WORDS_AND_PICTURES.section("mine")
assert STORY is not None
assert MINE is not None

JO = Person(WORKER, "Jo", "professional", 2, "square")
TOM = Person("p-tom", "Tom", "child", 0, "circle")
SAM = Person("p-sam", "Sam", "child", 1, "circle")
NAN = Person("p-nan", "Nan", "family", 3, "hexagon")
DAD = Person("p-dad", "Dadster", "parent", 4, "circle")
EVERYBODY = (JO, TOM, SAM, NAN, DAD)


def made(document: Document, changes: Sequence[Change], *, by: str = WORKER, undo_scope: str = "pad") -> Document:
    """Return the document after one step of somebody's."""
    step = new_id()
    return then(document, *(edit(c, by=by, undo_scope=undo_scope, transaction=step) for c in changes))


def story(*, youngest: int | None = 5, who: Sequence[Person] = EVERYBODY) -> Document:
    """Return a new storyboard with its standard pages, and the people named."""
    document = fold("plan", WORDS_AND_PICTURES, ())
    first = [begin(title="Our story", youngest=youngest), *WORDS_AND_PICTURES.beginning(WORDS_AND_PICTURES, youngest)]
    document = made(document, first)
    for n, person in enumerate(who):
        document = made(document, name_person(document, person, position=f"a{n}"))
    return document


def page(document: Document, kind: str) -> Page:
    return next(p for s in ("story", "mine") for p in pages(document, s) if p.kind is not None and p.kind.slug == kind)


def own_page(document: Document, whose: str, *, for_whom: ForWhom | None = None) -> tuple[Document, Add]:
    assert MINE is not None
    add = add_page(document, MINE, "mine", by=whose)
    if for_whom is not None:
        add = add._replace(item=add.item._replace(for_whom=for_whom))
    return made(document, [add], by=whose), add


def spoken(
    document: Document,
    page_id: str | None,
    words: str,
    *,
    by: str,
    section: str = "story",
    for_whom: ForWhom = EVERYONE,
) -> Document:
    changes = say(document, words, id=new_id(), section=section, by=by, parent=page_id, for_whom=for_whom)
    return made(document, changes, by=by)


def drawn_on(document: Document, page_id: str, n: int = 1, *, by: str = WORKER, section: str = "story") -> Document:
    for k in range(n):
        stroke = Stroke(((100 + 10 * k, 100), (200 + 10 * k, 300), (300, 100)))
        document = made(document, [put(document, page_id, stroke, section=section, by=by)], by=by)
    return document
