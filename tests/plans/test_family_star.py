"""The family star's papers: they pass both checkers, and another program reads the numbers back as they were given."""

from datetime import date

import pytest

from app.areas import AreaSet
from app.blocks.star.changes import agree, pick, write_end
from app.document import WORKER, Document, seen_by
from app.document.kind import Printed
from app.export.sheet import sheet
from plans.areas import FAMILY
from plans.family_star import FAMILY_STAR, family_star
from tests.blocks.plan_making import after
from tests.blocks.starring import DAD, NAN, SECOND, TOM, again, area, gives, star
from tests.export.copying import make_copy
from tests.pdf.checker import checked_pdf, plain, poppler, words_of

MADE = date(2026, 9, 2)


def scored() -> Document:
    document = star()
    home, safe, mine = area(document).id, area(document, 1).id, area(document, 0, "child-areas").id
    document = after(document, write_end(document, home, "high", "The bills are paid"))
    document = gives(document, home, NAN.id, shown=True, number=4, words="The rent is paid")
    document = gives(document, safe, DAD.id, number=2, words="The door does not lock")
    document = gives(document, mine, TOM.id, shown=True, number=4)
    document = again(document, SECOND)
    document = gives(document, home, NAN.id, shown=True, number=6, higher="A lamp in the hall")
    document = gives(document, safe, DAD.id, shown=True, number=9)
    document = after(document, agree(document, home, by=WORKER, number=5, words="We open the letters"))
    return after(document, pick(document, home))


DOCUMENT = scored()


@pytest.mark.parametrize("printed", FAMILY_STAR.papers, ids=lambda p: p.slug)
def test_every_paper_is_whole_and_both_checkers_find_nothing(printed: Printed) -> None:
    made = make_copy(DOCUMENT, NAN.id, made=MADE, language="en", photos={}, printed=printed.slug)
    read = poppler(checked_pdf(made.file))
    on_it = sheet(seen_by(DOCUMENT, NAN.id), for_name="Nan", made=MADE, printed=printed.slug)
    assert set(words_of(on_it)) - set(plain(read)) <= _only_told(on_it.parts), "words are not on the paper"
    assert "does not lock" not in read


def _only_told(parts: tuple[object, ...]) -> set[str]:
    """Words of text alternatives: they are told, and not printed."""
    return {word for part in parts if (alt := getattr(part, "alt", "")) for word in plain(alt)}


def test_the_numbers_that_another_program_reads_are_those_that_were_given() -> None:
    read = {p.slug: " ".join(poppler(_copy(p.slug), raw=True).split()) for p in FAMILY_STAR.papers}
    assert "Nan: 6, on Tuesday 1 September 2026, up 2 since Wednesday 3 June 2026" in read["star"]
    assert "Dadster: 9" in read["star"]
    assert "Together: 5" in read["star"]
    assert "4 (Wednesday 3 June 2026), 6 (Tuesday 1 September 2026)" in read["moved"]
    assert "Our home and bills" in read["steps"]
    assert "Tom" in read["child"]
    assert "Dadster" not in read["child"].replace("Made by: Jo, Tom, Nan, Dadster.", "")


def _copy(printed: str) -> bytes:
    return make_copy(DOCUMENT, None, made=MADE, language="en", photos={}, printed=printed).file


def test_a_councils_own_set_is_offered_beside_ours_and_changes_nothing_else() -> None:
    own = AreaSet("ours", 1, "Ours", 1, 10, False, FAMILY.areas)
    kind = family_star((own,))
    assert [s.slug for s in kind.sections] == [s.slug for s in FAMILY_STAR.sections]
    assert kind.papers == FAMILY_STAR.papers
