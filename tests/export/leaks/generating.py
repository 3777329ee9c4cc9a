"""Plans of every kind with names, words and audiences drawn by lot: many alike, so that what one person shares and
another keeps is often the same, and people who are called like words of the program's own.
"""

import os
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from unittest import mock

from app.cli.plans_folder import document_of, plans, unlocked
from app.demo import make_demo
from app.document import EVERYONE, IN_NO_COPY, ONLY_ME, PEOPLE, WORKER, Document, ForWhom, Item, people
from app.document.copy_rules import OFFICE
from app.document.header import HEADER
from app.export.read_back import unsaid

DAY = date(2026, 5, 4)

NAMES = (
    *("Page", "May", "Rose", "Day", "Star", "Will", "Alongside", "Andika", "Type", "PDF", "En", "Nan", "Jo", "Made"),
    *("Mum", "Darren", "Aunt Rosa", "Story", "Copy", "Bill", "Grace", "Hope", "Mark", "Font", "Text", "Title", "Root"),
    *("Adobe", "Identity", "Monday", "Li", "علي", "Zoë", "O'Brien", "Our family", "Nobody", "Info", "Span"),
    *("सीता", "राधा", "รัก", "மீனா", "ريم", "مير", "ሰላም", "美雪", "תור", "רות"),
)
WORDS = (
    *("I am brave.", "{name} says I am brave.", "We love it when {name} says so", "Our family", "It is not your fault"),
    *("I am", "Yes", "Mum", "no", "cooks on Sundays", "{name} cooks on Sundays", "{name} and {name}", "Made by {name}"),
    *("Ring 0117 496 0123", "0117 496 0123", "+44 117 496 0123", "14 Acorn Crescent, BS7 9QX", "a@b.example", "999"),
    *("I feel safe when {name} is here with me at night.", "I feel safe when {name} is", "with me at night", "2 of 10"),
    *("{name}", "For {name}", "Monday 4 May 2026", "on Monday", "who does what", "Copy 12", "page 1", "A worry", "1"),
    *("We look again on Monday", "This is the version of", "جدتي تسكن في الشارع الطويل", "…", "so…and so"),
    *("line one\nline two is longer than that\n{name}", "Only {name} may hold this copy.", "says", "The plan", "x"),
    *("{name}! {name}!", "{name}, {name}!", "नानी घर पर रोती है", "ยายอยู่บ้าน"),
)


@cache
def plans_of_a_family() -> tuple[Document, ...]:
    """Return the made-up family's plans, one of each kind."""
    with TemporaryDirectory() as folder, mock.patch.dict(os.environ, ALONGSIDE_PIN="829301"):
        make_demo(Path(folder) / "d", pin="829301")
        with unlocked(str(Path(folder) / "d")) as vault:
            return tuple(document_of(vault, card.document)[0] for card in plans(vault))


def plan(seed: int) -> tuple[Document, random.Random]:
    """Return a plan drawn by lot, and the lot."""
    lot = random.Random(seed)
    base = plans_of_a_family()[seed % len(plans_of_a_family())]
    blank = unsaid(base)
    names = lot.sample(NAMES, len(NAMES))
    called = {ref: names[i] for i, ref in enumerate(people(base))}
    everybody = [*called, "p-other"]
    calm = lot.random() < 0.3

    def change(item: Item) -> Item:
        if item.section == PEOPLE:
            ref = str(item.fields.get("ref") or "")
            return item._replace(fields={**item.fields, "name": called.get(ref, names[-1])})
        fields = dict(item.fields)
        for slug, value in item.fields.items():
            if blank.items[item.id].fields[slug] != value and lot.random() < 0.5 and item.section != HEADER:
                fields[slug] = said(lot, names)
        if item.section == HEADER:
            return item._replace(fields=fields)
        by = lot.choice(everybody[:-1]) if lot.random() < 0.1 and item.parent is None else item.by
        return item._replace(fields=fields, for_whom=audience(lot, everybody, item.for_whom, calm), by=by)

    items = {
        id: change(item) for id, item in base.items.items() if lot.random() < 0.97 or item.section in (PEOPLE, HEADER)
    }
    return replace(base, items=MappingProxyType(items)), lot


def said(lot: random.Random, names: list[str]) -> str:
    words = lot.choice(WORDS)
    while "{name}" in words:
        words = words.replace("{name}", lot.choice(names[:8]), 1)
    return words


def audience(lot: random.Random, everybody: list[str], now: ForWhom, calm: bool) -> ForWhom:
    if lot.random() < (0.8 if calm else 0.4):
        return now
    return lot.choice(
        (
            EVERYONE,
            EVERYONE,
            ONLY_ME,
            IN_NO_COPY,
            ForWhom("people", tuple(lot.sample(everybody, lot.randint(1, 2)))),
            ForWhom("people", (lot.choice(everybody), WORKER)),
        )
    )


def readers(document: Document) -> list[str | None]:
    """Return for whom copies can be made: each person, nobody in particular, the office."""
    return [None, OFFICE, *people(document)]


def kinds() -> Mapping[str, int]:
    """Return how many plans of each kind there are to begin with."""
    found: dict[str, int] = {}
    for document in plans_of_a_family():
        found[document.kind.slug] = found.get(document.kind.slug, 0) + 1
    return found


__all__ = ["DAY", "kinds", "plan", "plans_of_a_family", "readers"]
