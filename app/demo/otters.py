"""The Otters: who they are, and the days on which they sat together. Nobody real, and nobody who resembles anybody."""

from datetime import date

from app.document import WORKER, Change, Document, Person, position_between
from app.document.people import PEOPLE, name_person

NICKNAME = "The Otters"
YOUNGEST = 7
WORKERS_NAME = "Jo"

MIA = Person("mia", "Mia", "child", 0, "circle")
MUM = Person("mum", "Mum", "parent", 1, "circle")
NAN = Person("nan", "Nan", "family", 4, "hexagon")
BELL = Person("bell", "Mr Bell", "professional", 3, "square")
JO = Person(WORKER, WORKERS_NAME, "professional", 2, "square")

MAY_HOLD = {
    MIA.id: "It is her story.",
    MUM.id: "It is her plan.",
    NAN.id: "She is there when it gets hard.",
    "kit": "It is Kit's own plan.",
}
"""Of whom Jo said that they may hold a copy, and why. Of Mr Bell nobody has decided yet."""

DAY = date(2026, 11, 2)
"""The first day on which they sat together."""

COMES_AGAIN = date(2026, 12, 4)
"""The day on which both plans are next taken up, as the story says."""


def named(document: Document, person: Person) -> tuple[Change, ...]:
    """Return the changes by which a document names somebody, behind those whom it names already."""
    there = document.children(None, section=PEOPLE)
    return name_person(document, person, position=position_between(there[-1] if there else None, None))
