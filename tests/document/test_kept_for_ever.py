"""What documents have in them keeps its name and its limits for ever: where a word changes, what was kept is lost."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

import app.document
from app.document import PEOPLE
from app.document.answer import ANSWER_SLUG, REVIEW, alone_scope
from app.document.copies_due import COPIES_DUE_SECTION
from app.document.copy_log import COPY_LOG_SECTION
from app.document.copy_rules import RULES_SECTION
from app.document.edit import AUDIENCE, OWNER
from app.document.header import HEADER, SWITCH
from app.document.item import CHILD, WORKER
from app.document.office import OFFICE
from app.document.people import DRAWN, PERSON_SORT
from app.document.saying import SOMEBODY
from app.document.schema import Choice, Day, FieldType, ItemType, Number, Someone, Text, Tick
from app.document.visit_days import AGREED_SLUG, FULL_SLUG, MATTERS_SLUG


def line(longest: int, *, needed: bool = False) -> Text:
    return Text(longest=longest, lines=False, needed=needed)


def lines(longest: int) -> Text:
    return Text(longest=longest, lines=True, needed=False)


ITEM_TYPES: dict[str, dict[str, FieldType]] = {
    "answer": {
        "round": line(64),
        "day": Day(),
        "number": Number(least=0, most=10),
        "stand": Choice(of=("agree", "not", "unsure")),
        "none": Choice(of=("rather-not", "not-today")),
        "words": lines(5000),
        "higher": lines(5000),
        "scribe": Someone(),
        "of": line(64),
    },
    "copy-made": {
        "whom": Someone(),
        "paper": line(64),
        "day": Day(),
        "without": line(10_000),
        "number": Number(least=1, most=2**53),
    },
    "copy-rule": {"who": Someone(), "may": Choice(of=("yes", "no")), "why": line(500)},
    "earlier-name": {"ref": Someone(), "name": line(60, needed=True), "now": Someone()},
    "front": {
        "title": line(120, needed=True),
        "family": Someone(),
        "youngest": Number(least=0, most=25),
        "next": Day(),
        "binned": Day(),
        "stage": Number(least=0, most=2),
        "whose": Someone(),
        "closed": Day(),
    },
    "left-as-it-is": {"of": line(140)},
    "owed-copy": {"whom": Someone(), "until": Day(), "made": Day()},
    "person": {
        "ref": Someone(),
        "name": line(60, needed=True),
        "role": Choice(of=("child", "parent", "carer", "family", "friend", "professional")),
        "colour": Number(least=0, most=4),
        "shape": Choice(of=("circle", "square", "hexagon")),
        "face": line(40),
        "age": Number(least=0, most=120),
        "age-day": Day(),
        "left": Choice(of=("moved", "died", "not-ours", "handed-on")),
        "left-day": Day(),
        "same": Someone(),
        "aside": Tick(),
    },
    "privacy": {"private": Tick()},
    "saying": {
        "words": lines(10_000),
        "how": Choice(of=("own", "written", "office")),
        "scribe": Someone(),
        "asked": line(64),
    },
}


def declared() -> Iterator[ItemType]:
    """Yield every sort that the documents' own modules declare."""
    for found in pkgutil.iter_modules(app.document.__path__):
        module = importlib.import_module(f"app.document.{found.name}")
        yield from (value for value in vars(module).values() if isinstance(value, ItemType))


def test_every_sort_keeps_its_name_its_fields_and_what_each_of_them_takes() -> None:
    # Whether people write in a field is for the leak check: it changes nothing of what the field takes.
    takes = {
        item_type.slug: {
            name: replace(field, written=True) if isinstance(field, Text) else field
            for name, field in item_type.fields.items()
        }
        for item_type in declared()
    }
    assert takes == ITEM_TYPES


def test_the_words_by_which_documents_are_read_are_the_ones_that_they_were_written_with() -> None:
    assert (OWNER, AUDIENCE) == ("@by", "@for")
    assert (CHILD, WORKER, SOMEBODY, OFFICE) == ("child", "worker", "somebody", "office")
    sections = (HEADER, PEOPLE, COPY_LOG_SECTION, RULES_SECTION, COPIES_DUE_SECTION)
    assert sections == ("front", "people", "copied", "copy-rules", "owed")
    assert (ANSWER_SLUG, REVIEW, SWITCH, PERSON_SORT) == ("answer", "review", "privacy", "person")
    assert (AGREED_SLUG, FULL_SLUG, MATTERS_SLUG) == ("agreed-number", "full", "matters")
    assert (DRAWN, alone_scope("about")) == ("drawn", "alone:about")
