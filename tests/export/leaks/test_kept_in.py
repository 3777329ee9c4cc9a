"""Nothing is lost: what somebody may see stands on some paper that they are offered, and nothing else does.

Every text of a plan is a word of its own here, and audiences are drawn by lot.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest

from app.blocks.star.model import agreed
from app.blocks.worries.model import worry_of
from app.document import PEOPLE, Document, Item, people, seen_by
from app.document.answer import latest_shown
from app.document.header import HEADER
from app.export.copies import offered_to
from app.export.leaks import wrongly_shown
from app.export.read_back import unsaid
from app.export.sheet import sheet
from app.sheet import texts
from tests.export.leaks.generating import DAY, audience, plans_of_a_family

PLANS = 24

_MARK = re.compile(r"q\d+w")
_LEFT_OUT_SOMETIMES = (
    *("number", "importance", "title", "happened", "fear", "low", "high", "doing", "sees", "stand", "day", "caption"),
    *("name", "words", "higher", "when"),
)


def marked(seed: int) -> Document:
    """Return a plan in which each text is a word of its own; some are left out, and who sees what is drawn by lot."""
    lot = random.Random(seed)
    base = plans_of_a_family()[seed % 4]
    blank = unsaid(base)
    everybody = [*people(base), "p-other"]

    def change(n: int, item: Item) -> Item:
        if item.section in (PEOPLE, HEADER):
            return item
        fields = {
            slug: f"q{n}{at:02d}w" if blank.items[item.id].fields[slug] != value and value else value
            for at, (slug, value) in enumerate(item.fields.items())
            if slug not in _LEFT_OUT_SOMETIMES or lot.random() > 0.15
        }
        calm = lot.random() < 0.5
        return item._replace(fields=fields, for_whom=audience(lot, everybody, item.for_whom, calm))

    items = {id: change(n, item) for n, (id, item) in enumerate(base.items.items())}
    return replace(base, items=MappingProxyType(items))


def not_printed(document: Document, item: Item, slug: str) -> bool:
    """Whether a text is on no paper, as it is meant: what is asked, older answers, a closed worry's goal."""
    if slug == "prompts" or item.item_type == "set" or (item.item_type == "area" and slug == "title"):
        return True
    above = item.parent or ""
    if item.item_type == "answer":
        return item.id not in {a.id for a in latest_shown(document, above)} or _closed(document, item)
    if item.item_type == "agreed-number":
        return item.id != agreed(document, above)[-1].id
    return _closed(document, item)


def _closed(document: Document, item: Item) -> bool:
    worry = worry_of(document, item.id)
    return worry is not None and worry.done is not None


def marks_of(document: Document) -> Iterator[tuple[Item, str, str]]:
    for item in document.items.values():
        yield from ((item, k, v) for k, v in item.fields.items() if isinstance(v, str) and _MARK.fullmatch(v))


@pytest.mark.parametrize("seed", range(PLANS))
def test_all_that_somebody_may_see_is_on_a_paper_of_theirs_and_nothing_else_is(seed: int) -> None:
    document = marked(seed)
    for reader in (None, *people(document)):
        printed: set[str] = set()
        widest = seen_by(document, reader, with_private=False)
        for paper in offered_to(document, reader):
            seen = seen_by(document, reader, with_private=paper.private)
            widest = seen if paper.private else widest
            told = " ".join(texts(sheet(seen, for_name="", made=DAY, printed=paper.slug)))
            here = set(_MARK.findall(told))
            assert here <= {mark for _item, _slug, mark in marks_of(seen)}
            assert not wrongly_shown(document, seen.items.keys(), reader, with_private=paper.private)
            printed |= here
        lost = [(i.item_type, k) for i, k, v in marks_of(widest) if v not in printed and not not_printed(widest, i, k)]
        assert lost == []
