"""No copy of any plan is stopped by letters, on a tablet without the shaping engine neither; and none leaks for it."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from app.blocks.registry import is_written
from app.document import ONLY_ME, Document
from app.ink.photo import NONE
from app.sheet import texts
from app.sheet.unprintable import stands_for
from tests.blocks.making import NAN, TOM, page, spoken
from tests.export.copying import make_copy
from tests.export.test_copies import SECRET, whole
from tests.export.test_no_copy import EVERY_PAPER, PLANS
from tests.pdf.written import SAMPLES

DAY = date(2026, 5, 4)
TAMIL, UGARITIC = SAMPLES["Tamil"], "𐎀𐎁𐎂"


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.pdf.shaping.can_shape", lambda: False)


def written_as(document: Document, words: str) -> Document:
    """Return a document in which everything that somebody wrote is these words."""
    items = {
        id: item._replace(
            fields={
                k: words if isinstance(v, str) and v and is_written(document, item, k) else v
                for k, v in item.fields.items()
            }
        )
        for id, item in document.items.items()
        if item.item_type in ("saying", "person")
    }
    return replace(document, items=MappingProxyType({**document.items, **items}))


@pytest.mark.parametrize(("name", "paper"), EVERY_PAPER, ids=lambda one: getattr(one, "slug", one))
@pytest.mark.parametrize("words", [TAMIL, UGARITIC, "a \ue000 b \uf0b7"])
def test_no_paper_of_any_plan_is_stopped_by_letters(name: str, paper: object, words: str) -> None:
    document = written_as(PLANS[name], words)
    slug = paper.slug  # type: ignore[attr-defined]
    made = make_copy(document, None, made=DAY, language="en", photos=NONE, printed=slug)
    assert made.file
    assert not any(words in text for text in texts(made.sheet))
    plain = make_copy(PLANS[name], None, made=DAY, language="en", photos=NONE, printed=slug)
    assert bool(made.missing) == (list(texts(made.sheet)) != list(texts(plain.sheet))) or "\uf0b7" in words


def test_what_is_missing_says_nothing_of_what_its_reader_must_not_see() -> None:
    document = whole()
    document = spoken(document, page(document, "ending").id, TAMIL, by=NAN.id)
    made = make_copy(document, NAN.id, made=DAY, language="en", photos=NONE)
    (one,) = made.missing
    assert one.script == "Tamil"
    assert one.place in {panel.heading for panel in made.sheet.parts if hasattr(panel, "heading")}
    for said in (*texts(made.sheet), *(one.sentence() for one in made.missing)):
        assert SECRET not in said
        assert TAMIL not in said


def test_a_withheld_saying_that_reads_like_our_own_sentence_stops_no_copy() -> None:
    document = whole()
    document = spoken(document, page(document, "ending").id, TAMIL, by=NAN.id)
    document = spoken(document, page(document, "worry").id, stands_for("Tamil"), by=TOM.id, for_whom=ONLY_ME)
    assert make_copy(document, NAN.id, made=DAY, language="en", photos=NONE).missing
