"""Families as the screens need them: today's, the list, their people, and the documents that belong to one."""

from contextlib import suppress
from dataclasses import dataclass

from app.blocks.storyboard.model import blank_page, name_drawing, own_pages_in, page_into, pages, remove_page
from app.document import CHILD, WORKER, Add, Change, Kind, Person, new_id, people, position_between
from app.document.header import HEADER, LONGEST_TITLE, begin, header
from app.document.ownership import name_holder
from app.document.people import COLOURS, PEOPLE, SHAPES, as_name, name_person, youngest_on
from app.ink.drawing import drawn, marks, photos_of
from app.language import _
from app.language.clean_text import cleaned
from app.language.graphemes import shortened
from app.store import StoreError, Summary
from app.store.summaries import VERSION, summary_of
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad, Home
from app.ui.session.session import Session

TODAY = "today"
WORKERS_NAME = "worker"
"""Names of sealed settings: the family chosen for today's visit, and what families call the worker."""


@dataclass(frozen=True)
class TodaysFamily:
    """What the home screen shows."""

    card: Summary
    """The family's."""
    plans: tuple[Summary, ...]
    """The cards of its plans, last worked on first."""
    drawings: Summary | None
    """The card of its drawings (those of Just draw); None where nobody has drawn yet."""


async def cards(session: Session) -> tuple[Summary, ...]:
    """Return every card that can be read, but for those of what is in the bin."""
    workspace = session.workspace
    return tuple(c for c in await workspace.thread.run(workspace.vault.cards) if not c.binned)


async def families(session: Session) -> tuple[Summary, ...]:
    """Return the families' cards by nickname, those of closed ones too."""
    slug = session.application.kinds.family.slug
    found = [c for c in await cards(session) if c.kind == slug]
    return tuple(sorted(found, key=lambda c: c.title.casefold()))


async def todays_family(session: Session) -> TodaysFamily | None:
    """Return the family that was chosen for today's visit, or None."""
    chosen = await session.settings.get(TODAY, "")
    all_cards = await cards(session)
    card = next((c for c in all_cards if c.document == chosen and not c.closed), None)
    if card is None:
        return None
    theirs = [await _told_anew(session, c) for c in all_cards if c.family == chosen]
    drawings = session.application.kinds.drawings.slug
    plans = sorted((c for c in theirs if c.kind != drawings), key=lambda c: -c.changed)
    return TodaysFamily(card, tuple(plans), next((c for c in theirs if c.kind == drawings), None))


async def _told_anew(session: Session, card: Summary) -> Summary:
    """Return a card that tells all that a card tells now: one of an earlier version is made from its document."""
    if card.damaged or card.version >= VERSION:
        return card
    with suppress(StoreError):  # What cannot be read says so where it is opened.
        return summary_of((await session.workspace.open(card.document)).document)
    return card


async def choose_for_today(session: Session, family: str) -> None:
    """Make this the family that shows after unlocking."""
    await session.settings.remember(TODAY, family)


async def new_family(session: Session, nickname: str, youngest: int) -> str:
    """Add a family and choose it for today. Raises NotAccepted for an empty or too long nickname, NotSaved."""
    workspace = session.workspace
    first = (begin(title=nickname, youngest=youngest),)
    family = await workspace.create(session.application.kinds.family, first, actor=WORKER)
    await choose_for_today(session, family)
    return family


async def start_plan(session: Session, kind: Kind, family: str, child: str = "") -> str:
    """Start a plan of a kind for a family, and return its id. Raises NotSaved.

    child: whose it is (a person id), "" for the family's. The worker stands in it, and that child, or the only one who
    is known; everybody else when they are chosen.
    """
    theirs = await session.open(family)
    known = youngest_on(theirs.now, session.application.today)
    youngest = header(theirs.now).youngest if known is None else known
    everybody = family_people(theirs, await the_worker(session))
    whose = everybody.get(child)
    title = titled(kind, whose.name) if whose is not None else _(kind.family_name)
    first: list[Change] = [begin(title=title, family=family, youngest=youngest)]
    first += kind.beginning(kind, youngest)
    id = await session.workspace.create(kind, first, actor=WORKER)
    plan = await session.open(id)
    name_in(plan, everybody[WORKER])
    children = children_of(theirs)
    if whose is not None or len(children) == 1:
        name_in(plan, whose or children[0])
    if whose is not None and kind.owned:
        plan.make(name_holder(plan.now, whose.id), undo_scope=HEADER)
    return id


def titled(kind: Kind, name: str) -> str:
    """Return what a plan of a child's is called: by their name, so that two children's are told apart at once."""
    # Translators: a plan and whose it is, as in "Our story: Mia"
    rest = _("{plan}: {name}").format(plan=_(kind.family_name), name="")
    return _("{plan}: {name}").format(plan=_(kind.family_name), name=shortened(name, LONGEST_TITLE - len(rest)))


def children_of(family: OpenPlan) -> list[Person]:
    """Return the children of a family who are named and have not left."""
    return [p for p in people(family.now).values() if p.role == "child" and p.here]


async def asks_whose(session: Session, kind: Kind, family: str) -> bool:
    """Whether it is to be asked whose a new plan is: there are several children, or one who may have such a plan.

    As long as no child is named, nothing is asked: a first visit begins with one touch.
    """
    theirs = await session.open(family)
    another = any(c.family == family and c.kind == kind.slug for c in await cards(session))
    children = len(children_of(theirs))
    return children > 1 or (children == 1 and another)


async def workers_name(session: Session) -> str:
    """Return what the worker is called on this tablet; "" where nobody said it."""
    return cleaned(str(await session.settings.get(WORKERS_NAME, "")), lines=False)


async def the_worker(session: Session) -> Person:
    """Return the worker, as families know them."""
    name = await workers_name(session) or _("The worker")
    return Person(WORKER, name, "professional", 2, "square")


def family_people(family: OpenPlan, worker: Person) -> dict[str, Person]:
    """Return the worker and everybody of a family, by person id; who left is among them, for what they said."""
    return {WORKER: worker, **people(family.now)}


def add_person(family: OpenPlan, name: str, role: str, colour: int, shape: str) -> Person:
    """Somebody speaks for the first time and gets a face. Raises NotAccepted for an empty or too long name."""
    person = Person(new_id(), as_name(name), role, colour, shape)
    name_in(family, person)
    return person


def next_face(family: OpenPlan) -> tuple[int, str]:
    """Return a colour and a shape that nobody of the family has yet, as long as there are any."""
    taken = {(p.colour, p.shape) for p in people(family.document).values()}
    every = [(n % COLOURS, SHAPES[(n // COLOURS + n) % len(SHAPES)]) for n in range(COLOURS * len(SHAPES))]
    return next((f for f in every if f not in taken), every[len(taken) % len(every)])


def name_in(document: OpenPlan, person: Person) -> None:
    """Make a document name somebody, as they are called now."""
    now = document.now  # Who was named a moment ago stands before them.
    there = now.children(None, section=PEOPLE)
    position = position_between(there[-1] if there else None, None)
    document.make(name_person(now, person, position=position), undo_scope=PEOPLE)


async def just_draw(session: Session, family: str, *, name: str = "") -> AtPad:
    """Return a blank page in a child's hands: a page of nobody's story, and of the child's alone.

    A page that is still blank is used again, so that opening and leaving the pad leaves nothing behind. name: what it
    is called in the list of drawings; "" is its number.
    """
    kinds = session.application.kinds
    section = kinds.drawings.sections[0].slug
    known = await drawings_of(session, family)
    if known is None:
        header_item = begin(title=_(kinds.drawings.family_name), family=family)
        blank = blank_page(section, by=CHILD, name=name)
        id = await session.workspace.create(kinds.drawings, (header_item, blank), actor=CHILD)
        await session.open(id)
        return AtPad(id, blank.item.id, Home(), handed=True)
    drawings = await session.open(known.document)
    document = drawings.document
    there = pages(document, section)
    for page in there:
        if page.by == CHILD and not document.children(page.id):
            drawings.make(name_drawing(page, name), undo_scope="pages", actor=CHILD)
            return AtPad(drawings.id, page.id, Home(), handed=True)
    blank = blank_page(section, by=CHILD, name=name)
    position = position_between(document.items[there[-1].id] if there else None, None)
    add = blank._replace(item=blank.item._replace(position=position))
    drawings.make([add], undo_scope="pages", actor=CHILD)
    return AtPad(drawings.id, add.item.id, Home(), handed=True)


async def drawings_of(session: Session, family: str) -> Summary | None:
    """Return the card of a family's drawings (those of Just draw), or None where nobody has drawn yet."""
    slug = session.application.kinds.drawings.slug
    return next((c for c in await cards(session) if c.family == family and c.kind == slug), None)


async def drawing_again(session: Session, family: str, page: str) -> AtPad | None:
    """Return a drawing of Just draw as it is given into its child's hands again; None where nothing is drawn on it."""
    known = await drawings_of(session, family) if page else None
    if known is None or not drawn((await session.open(known.document)).document, page):
        return None
    return AtPad(known.document, page, Home(), handed=True)


async def into_story(session: Session, drawings: OpenPlan, page: str, plan: str, person: str) -> str:
    """Bring a drawing of Just draw into a story, as this child's own page; returns the new page's id.

    The page is removed from the drawings only when it is safe in the story. Raises NotSaved. Of a plan that has no
    pages for it (own_pages_in) nothing is changed, and "" is returned.
    """
    story = await session.open(plan)
    own = own_pages_in(story.document.kind)
    if own is None:
        return ""
    old = drawings.document.items[page]
    photos = photos_of(mark for _id, mark in marks(drawings.document, page))
    blobs = await session.workspace.copy_blobs(drawings.id, story.id, photos)
    changes = page_into(drawings.document, page, story.document, own.slug, by=person, blobs=blobs)
    story.make(changes, undo_scope="pages", actor=person)
    if not await session.workspace.settled():
        session.say(_("The drawing is not saved in the story yet. It is still where it was."))
        return ""
    drawings.make(remove_page(page), undo_scope="pages", actor=old.by)
    first = changes[0] if changes else None
    return first.item.id if isinstance(first, Add) else ""
