"""A small kind of plan with rows of every type of cell, for the tests of the block alone."""

from collections.abc import Sequence

from app.blocks.rows.model import Column, Row, Rows, add_row, rows
from app.document import ONLY_ME, WORKER, Document, Kind, Person, Section, fold, name_person
from app.document.header import begin
from app.document.item import Value
from app.document.kind import Catalogue
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from tests.blocks.making import EVERYBODY, made

WHO = Column("who", "Who", "person", needed=True)
WHAT = Column("what", "What will be done", hint="Somebody is at home by six")
UNTIL = Column("until", "Until", "day")
DONE = Column("done", "Done", "tick")
PHONE = Column("phone", "Phone", "phone")
BAD = Column("bad", "How bad", "choice", choices=(("small", "A small worry"), ("bigger-worry", "A bigger worry")))

STEPS = Section(
    slug="steps",
    block="rows",
    title="Who does what",
    question="Who does what, and until when?",
    prompt="One line for each.",
    shape=Rows(columns=(WHO, WHAT, UNTIL, DONE), add="Add a step", one="A step"),
)
RULES = Section(
    slug="rules",
    block="rows",
    title="Our rules",
    question="Which rules do we all keep?",
    shape=Rows(columns=(WHAT, WHO, BAD, PHONE, UNTIL, DONE), add="Add a rule", one="A rule", most=3),
)
TIMELINE = Section(
    slug="timeline",
    block="rows",
    title="What comes when",
    shape=Rows(columns=(UNTIL, WHAT), as_line=True),
)
PRIVATE = Section(
    slug="private", block="rows", title="For two of us", for_whom=ONLY_ME, shape=Rows(columns=(WHO, WHAT, BAD, PHONE))
)
TRIAL = Kind(slug="trial", name="A trial", family_name="Our trial", sections=(STEPS, RULES, TIMELINE, PRIVATE))
TRIAL_KINDS = Catalogue(plans=(TRIAL,), drawings=DRAWINGS, family=FAMILY)


def trial(who: Sequence[Person] = EVERYBODY) -> Document:
    """Return a new plan of that kind, and the people named."""
    document = made(fold("plan", TRIAL, ()), [begin(title="Our trial")])
    for n, person in enumerate(who):
        document = made(document, name_person(document, person, position=f"a{n}"))
    return document


def with_row(document: Document, section: Section, *, by: str = WORKER, **cells: Value) -> Document:
    return made(document, add_row(document, section, by=by, cells=cells), by=by)


def words_in(document: Document, section: str, column: str = "what") -> list[str]:
    return [str(row.cells.get(column, "")) for row in rows(document, section)]


def only_row(document: Document, section: str) -> Row:
    (row,) = rows(document, section)
    return row
