"""No innocent copy is stopped, and none leaks: plans drawn by lot, for every reader.

ALONGSIDE_COPIES says how many are made; 60 in the usual run, 5,000 for a long one.
"""

import os

import pytest

from app.document import Document
from app.export.copies import Copy, Leak, offered_to
from app.ink.photo import NONE
from tests.export.copying import make_copy
from tests.export.leaks.generating import DAY, kinds, plan, readers

COPIES = int(os.environ.get("ALONGSIDE_COPIES", "60"))
FIRST = int(os.environ.get("ALONGSIDE_FIRST_COPY", "0"))


def one(seed: int) -> tuple[Document, str | None, str, Copy]:
    document, lot = plan(seed)
    reader = lot.choice(readers(document))
    printed = lot.choice([p.slug for p in offered_to(document, reader)])
    copy = make_copy(document, reader, made=DAY, language="en", photos=NONE, printed=printed, number=12)
    return document, reader, printed, copy


def test_all_kinds_are_among_them() -> None:
    assert len(kinds()) == 4


@pytest.mark.parametrize("begin", range(FIRST, FIRST + COPIES, 20))
def test_no_innocent_copy_is_stopped(begin: int) -> None:
    stopped = []
    for seed in range(begin, min(begin + 20, FIRST + COPIES)):
        try:
            one(seed)
        except Leak as leak:
            stopped.append((seed, leak.stops))
    assert stopped == []
