"""The made-up family's story, page by page: who said what, who drew what, and who may see it."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.blocks.storyboard.method import AGREED, OFFICE, record
from app.blocks.storyboard.model import add_page, caption, page_of, pages, show_to
from app.demo.otters import BELL, COMES_AGAIN, DAY, JO, MIA, MUM, NAN, YOUNGEST, named
from app.document import WORKER, Change, ForWhom, Person, new_id
from app.document.header import begin, change_header
from app.document.saying import say
from app.ink import Stroke
from app.ink.drawing import put
from app.ink.handwriting import doodle, scene
from app.ink.handwriting.lines import COLOURS
from app.ink.mark import Mark
from app.ink.photo import Photo
from app.ink.sticker import Sticker
from app.ink.tiles import picture
from app.photo import take_in
from app.workspace.workspace import Workspace
from plans.words_and_pictures import WORDS_AND_PICTURES

BEFORE_DRAWING = (
    (OFFICE, (JO,), DAY),
    ("words-with-one", (MUM,), DAY + timedelta(days=2)),
    ("words-with-other", (NAN,), DAY + timedelta(days=4)),
    (AGREED, (MUM, NAN, JO), DAY + timedelta(days=7)),
    ("read-together", (MUM, MIA), DAY + timedelta(days=10)),
)
AFTER_DRAWING = (("drawn", (MIA,), DAY + timedelta(days=10)),)
"""Who took part in each stage, and when."""


class DemoPage(NamedTuple):
    """One page of the made-up story."""

    kind: str
    """The slug of its kind, among the pages of a story."""
    said: tuple[tuple[Person, str], ...]
    """Who says what, in order."""
    scene: str
    """What Mia drew, of the made-up hand (a name of its scenes); "" for no drawing."""
    caption: str
    """The text alternative of the drawing; "" for none."""
    more: tuple[Mark, ...] = ()
    """What lies over it."""


UNDERLINED = (
    Stroke(((180, 1120), (520, 1108), (900, 1124), (1420, 1110)), COLOURS["yellow"], 60, "highlighter"),
    Stroke(
        tuple((140 + 60 * n, 1164 if n % 2 else 1148) for n in range(23)),
        COLOURS["blue"],
        9,
        "pencil",
        tuple(9 if n % 3 else 6 for n in range(23)),
    ),
)
"""The title's two lines: one drawn with the highlighter, one with the pencil, quick and slow."""

FRIDGE = Photo("", 1390, 320, 300, 225, 352)
"""Where the photo of a drawing on paper lies: a little askew. Its name is known when it is kept."""

ON_THE_FRIDGE = "flower"
"""What was drawn on that paper."""


STORY = (
    DemoPage("title", ((MIA, "Mia and the quiet mornings"),), "title", "The name of our story.", UNDERLINED),
    DemoPage(
        "family",
        (
            (MIA, "There is me, Mum, Nan and Biscuit the cat."),
            (NAN, "We make the best pancakes."),
        ),
        "family",
        "Mum, me, Nan and Biscuit.",
    ),
    DemoPage(
        "who",
        ((NAN, "Nan was worried about Mum and Mia."), (BELL, "Mr Bell was worried too.")),
        "worried",
        "Nan is thinking about us.",
    ),
    DemoPage(
        "worry",
        (
            (NAN, "Nan saw that Mum could not get up."),
            (BELL, "Mr Bell saw that Mia came to school late and hungry."),
        ),
        "night",
        "Mum is in bed. It is dark.",
    ),
    DemoPage(
        "happened",
        (
            (MUM, "First I was poorly. Then I could not cook."),
            (MIA, "I made toast all by myself."),
            (MUM, "Then Nan came and stayed with us."),
        ),
        "what-happened",
        "Nan comes in the car.",
    ),
    DemoPage(
        "not-your-fault",
        ((JO, "None of this is your fault."), (MUM, "Nobody is cross with you.")),
        "not-your-fault",
        "A big heart for me.",
    ),
    DemoPage(
        "doing",
        (
            (NAN, "Nan will come each morning at 8."),
            (MUM, "I will see the doctor each week."),
            (BELL, "Mr Bell will keep breakfast for Mia."),
        ),
        "house-rules",
        "Our plan is on the fridge.",
        (FRIDGE,),
    ),
    DemoPage(
        "talk-to",
        ((MIA, "I can talk to Nan and to Mr Bell."), (JO, "You can call Childline on 0800 1111.")),
        "talk-to",
        "Me and Nan on the phone.",
    ),
    DemoPage(
        "next",
        ((JO, "I will come again on Friday 4 December 2026."), (MUM, "Mum will tell Mia.")),
        "next",
        "Jo is coming back.",
        (Sticker("dog", 840, 1010, 200),),
    ),
    DemoPage(
        "ending",
        ((MIA, "We hope for pancakes on Sundays."),),
        "ending",
        "All of us and a rainbow.",
        (Sticker("heart", 560, 190, 180, 345), Sticker("star", 1480, 150, 150)),
    ),
)

SEEN_DIFFERENTLY = DemoPage(
    "views",
    ((MUM, "Mum remembers it differently. She was up on some mornings."),),
    "",
    "",
)
SEEN_DIFFERENTLY_FOR = ForWhom("people", (MIA.id, MUM.id, NAN.id))
"""The page that only some may see; it stands behind the one on what happened."""

MY_PAGE = DemoPage("mine", ((MIA, "I like it when it is sunny."),), "my-page", "Me with a balloon.")


async def tell_story(workspace: Workspace, family: str) -> None:
    """Keep the story, page by page, as the family told and drew it."""
    kind = WORDS_AND_PICTURES
    first = (begin(title=kind.family_name, family=family, youngest=YOUNGEST), *kind.beginning(kind, YOUNGEST))
    story = await workspace.create(kind, first, actor=WORKER)
    await workspace.open(story)
    document = workspace.document(story)
    for person in (JO, MIA, MUM, NAN, BELL):
        _make(workspace, story, named(workspace.document(story), person), JO)
    by_kind = {p.kind.slug: p.id for p in pages(document, "story") if p.kind is not None}
    for page in STORY:
        _words(workspace, story, by_kind[page.kind], "story", page)
    told = kind.section("story")
    assert told is not None
    aside = add_page(workspace.document(story), told, SEEN_DIFFERENTLY.kind, by=WORKER, after=by_kind["happened"])
    _make(workspace, story, [aside], JO)
    _words(workspace, story, aside.item.id, "story", SEEN_DIFFERENTLY)
    shown = page_of(workspace.document(story), aside.item.id)
    assert shown is not None
    _make(workspace, story, show_to(shown, SEEN_DIFFERENTLY_FOR), JO)
    _moves(workspace, story, BEFORE_DRAWING)
    fridge = await workspace.keep_blob(story, await asyncio.to_thread(_photo))
    for page in STORY:
        more = tuple(mark._replace(blob=fridge) if isinstance(mark, Photo) else mark for mark in page.more)
        _picture(workspace, story, by_kind[page.kind], "story", page._replace(more=more))
    _make(workspace, story, change_header(workspace.document(story), next=COMES_AGAIN.isoformat()), JO)
    _moves(workspace, story, AFTER_DRAWING)
    own = kind.section("mine")
    assert own is not None
    new = add_page(workspace.document(story), own, MY_PAGE.kind, by=MIA.id)
    _make(workspace, story, [new], MIA)
    _words(workspace, story, new.item.id, "mine", MY_PAGE)
    _picture(workspace, story, new.item.id, "mine", MY_PAGE)
    leave_out = say(
        workspace.document(story),
        "The name of the street where Nan lives.",
        id=new_id(),
        section="setup-leave-out",
        by=WORKER,
        for_whom=ForWhom("nobody"),
    )
    _make(workspace, story, leave_out, JO)


def _moves(workspace: Workspace, story: str, made: Sequence[tuple[str, tuple[Person, ...], date]]) -> None:
    for stage, people, day in made:
        for person in people:
            _make(workspace, story, record(workspace.document(story), "story", stage, person.id, day=day), JO)


def _words(workspace: Workspace, story: str, page: str, section: str, made: DemoPage) -> None:
    for person, words in made.said:
        document = workspace.document(story)
        # Mia tells and Jo writes; the grown-ups write for themselves.
        scribe = WORKER if person is MIA else person.id
        changes = say(document, words, id=new_id(), section=section, by=person.id, scribe=scribe, parent=page)
        _make(workspace, story, changes, person)


def _picture(workspace: Workspace, story: str, page: str, section: str, made: DemoPage) -> None:
    drawer = MIA
    for one in (*scene(made.scene, seed=YOUNGEST), *made.more):
        document = workspace.document(story)
        _make(workspace, story, [put(document, page, one, section=section, by=drawer.id)], drawer)
    document = workspace.document(story)
    shown = page_of(document, page)
    if shown is not None:
        _make(workspace, story, caption(shown, made.caption), drawer)


def _photo() -> bytes:
    """Return the photo of a drawing on paper, as it is kept."""
    return take_in(picture(doodle(ON_THE_FRIDGE, seed=YOUNGEST, size=1100), (640, 480), "#F7F2E4")).jpeg


def _make(workspace: Workspace, document: str, changes: Sequence[Change], person: Person) -> None:
    workspace.make(document, changes, actor=person.id, undo_scope="practice", undo_session="practice")
