"""A small kind of plan with rings in it, and people in them: for tests of the block, of paper and of the screen."""

from app.blocks.rings.model import KNOWS, add_member, members, tick, write
from app.document import Change, Document, Kind, Section, fold, name_person, new_id
from app.document.header import begin
from app.document.kind import Catalogue
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from tests.blocks.making import EVERYBODY, NAN, SAM, TOM, made

RINGS = Section(
    slug="network",
    block="rings",
    title="Our people",
    question="Who is there for us?",
    prompt="Everybody who knows, and who said yes to something.",
)
KIND = Kind(slug="rings-for-tests", name="Rings", family_name="Our people", sections=(RINGS,))
CATALOGUE = Catalogue(plans=(KIND,), drawings=DRAWINGS, family=FAMILY)

PHONE = "(01632) 960-123 ext 7"


def nobody() -> Document:
    """Return a plan in which nobody stands in the rings yet."""
    document = made(fold("plan", KIND, ()), [begin(title="Our plan", youngest=7)])
    for n, person in enumerate(EVERYBODY):
        document = made(document, name_person(document, person, position=f"a{n}"))
    return document


def added(document: Document, name: str = "", *, person: str = "", ring: int = 2, **fields: str) -> Document:
    """Return the plan with one more, and what is written of them (with _ for - in a field's name)."""
    id = new_id()
    changes: tuple[Change, ...] = add_member(
        document, RINGS, id=id, person=person, name=name, ring=ring, children=(TOM.id,)
    )
    document = made(document, changes)
    for field, words in fields.items():
        document = made(document, write(document, id, field.replace("_", "-"), words))
    return document


def some() -> Document:
    """Return a plan with three people of a family, one of them picked by the child."""
    document = added(
        nobody(), person=NAN.id, ring=0, to_child="Tom's nan", yes="Tom can sleep here", when="Every day", phone=PHONE
    )
    document = added(document, person=SAM.id, ring=1)
    document = added(document, "The lady next door", ring=2, backup_name="Her son", phone="0808 800 5000")
    return made(document, tick(document, members(document, "network")[0].id, "pick"))


def many(counts: tuple[int, int, int]) -> Document:
    """Return a plan with so many people in each ring."""
    document = nobody()
    for ring in range(len(KNOWS)):
        for n in range(counts[ring]):
            document = added(document, f"Person {ring + 1}.{n + 1}", ring=ring)
    return document
