"""Ash's plan on paper and on a phone: what is private is in nobody else's, and nothing else is missing."""

import io
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader

from app.blocks.rows.model import without_names
from app.document import WORKER, Document, private, seen_by, switch
from app.document.header import open_sections
from app.export.copies import Leak
from app.export.leaks import pieces
from app.export.outline import outline
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.language import speaking
from app.sheet import texts
from plans.good_lives import GOOD_LIVES
from tests.blocks.young_making import ASH, MO, SHUT, blank, made, whole
from tests.export.copying import make_copy
from tests.pdf.checker import checked_pdf, structure

DAY = date(2026, 5, 4)
OTHERS = (None, WORKER, MO.id)


def copy(document: Document, person: str | None, paper: str = "", language: str = "en") -> bytes:
    return make_copy(document, person, made=DAY, language=language, photos=NONE, printed=paper).file


def everything(file: bytes) -> str:
    """Every string of a file: text, alternatives, bookmarks, metadata."""
    checked_pdf(file)
    return "".join("".join(piece.text for piece in pieces(file, "en")).split()).casefold()


def squeezed(words: str) -> str:
    return "".join(words.split()).casefold()


def test_the_three_private_parts_start_so_and_no_other_does() -> None:
    assert [s.slug for s in GOOD_LIVES.sections if private(blank(), s.slug)] == ["after", "way", "hard"]


def test_wherever_somebody_might_write_of_what_went_wrong_the_warning_stands() -> None:
    warned = {s.slug for s in GOOD_LIVES.sections if "solicitor" in s.caution}
    assert warned == {"now", "after", "right"}


def test_a_first_time_has_few_steps_and_what_is_theirs_to_say_is_among_them() -> None:
    assert [s.slug for s in open_sections(blank())] == ["yours", "me", "matters", "full", "future", "my-say"]


@pytest.mark.parametrize("person", OTHERS)
@pytest.mark.parametrize("paper", [p.slug for p in GOOD_LIVES.papers if p.shape != "phone"])
def test_what_is_private_is_on_none_of_anybody_elses_papers(person: str | None, paper: str) -> None:
    read = everything(copy(whole(), person, paper))
    assert [words for words in (*SHUT, "Aunt Bea") if squeezed(words) in read] == []


def test_their_own_copy_leaves_it_out_or_has_it_as_they_choose() -> None:
    without, with_it = (everything(copy(whole(), ASH.id, paper)) for paper in ("whole", "all"))
    assert [words for words in SHUT if squeezed(words) in without] == []
    assert [words for words in SHUT if squeezed(words) not in with_it] == []


@pytest.mark.parametrize("person", [*OTHERS, ASH.id])
def test_everything_that_somebody_may_see_is_in_their_file(person: str | None) -> None:
    seen = seen_by(whole(), person, with_private=False)
    read = everything(copy(whole(), person))
    wanted = [
        str(v)
        for i in seen.items.values()
        for k, v in i.fields.items()
        if k in ("words", "towards", "title", "what", "yes", "who", "phone", "know") and i.section != "people"
    ]
    assert len(wanted) > 12
    assert [words for words in wanted if squeezed(words) not in read] == []


def test_a_section_made_private_is_gone_from_the_next_copy_and_comes_back_when_it_is_opened() -> None:
    document = whole()
    words = squeezed("Bikes, and fixing them")
    assert words in everything(copy(document, MO.id))
    shut = made(document, switch(document, "me", to_private=True))
    assert words not in everything(copy(shut, MO.id))
    assert words in everything(copy(shut, ASH.id, "all"))
    opened = made(shut, switch(shut, "me", to_private=False))
    assert words in everything(copy(opened, MO.id))
    hard = made(document, switch(document, "hard", to_private=False))
    assert squeezed(SHUT[4]) in everything(copy(hard, MO.id))


@pytest.mark.parametrize(
    ("slug", "gone"),
    [
        ("better", ("I sleep through the night", "Ride round the reservoir", "a goal")),
        ("full", ("2 of 10 full",)),
        ("matters", ("Feeling calm inside", "My own room", "I sleep through the night", "2 of 10 full")),
    ],
)
def test_each_page_of_the_cards_is_private_by_itself(slug: str, gone: tuple[str, ...]) -> None:
    before, shut = whole(), made(whole(), switch(whole(), slug, to_private=True))
    assert all(squeezed(words) in everything(copy(before, MO.id)) for words in gone)
    read = everything(copy(shut, MO.id))
    assert [words for words in gone if squeezed(words) in read] == []
    assert all(squeezed(words) in everything(copy(shut, ASH.id, "all")) for words in gone)


def test_the_leak_check_stops_a_file_that_holds_what_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.export.copies.seen_by", lambda document, person, with_private: document)
    for person, paper in ((MO.id, "whole"), (None, "whole"), (ASH.id, "whole"), (MO.id, "phone")):
        with pytest.raises(Leak):
            copy(whole(), person, paper)
    copy(whole(), ASH.id, "all")


@pytest.mark.parametrize("language", ["en", "en-XA", "ar-XB"])
@pytest.mark.parametrize("paper", ["all", "pocket"])
def test_their_papers_pass_both_checkers_in_every_direction(language: str, paper: str) -> None:
    checked_pdf(copy(whole(), ASH.id, paper, language))
    checked_pdf(copy(blank(), ASH.id, paper, language))


def test_the_tanks_are_one_figure_whose_words_say_all_that_it_shows() -> None:
    (alt,) = (a for tag, a in structure(copy(whole(), ASH.id)) if tag == "Figure")
    assert "Feeling calm inside · a goal: matters 10 of 10, 2 of 10 full." in alt
    assert "Enjoying today: matters 5 of 10, 8 of 10 full." in alt


def test_a_young_persons_paper_has_their_own_type() -> None:
    with_own = PdfReader(io.BytesIO(copy(whole(), ASH.id)))
    fonts = {str(f.get_object()["/BaseFont"]) for p in with_own.pages for f in p["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert all("NotoSans" in name for name in fonts)


@pytest.mark.parametrize("paper", ["phone", "phone-names"])
def test_the_picture_for_a_phone_is_a_png_and_holds_nothing_but_pixels(paper: str) -> None:
    finished = make_copy(whole(), ASH.id, made=DAY, language="en", photos=NONE, printed=paper)
    assert finished.is_picture
    image = Image.open(io.BytesIO(finished.file))
    image.load()
    assert (image.format, image.width, image.info) == ("PNG", 1080, {})
    assert image.height >= 1920
    assert len(image.getcolors(1 << 20) or ()) > 10, "nothing is written on it"


def test_no_name_is_in_the_picture_unless_it_was_chosen() -> None:
    document = made(whole(), ())
    seen = seen_by(document, ASH.id)
    named, bare = (" ".join(texts(sheet(seen, for_name="", made=DAY, printed=p))) for p in ("phone-names", "phone"))
    assert "Aunt Bea" in named
    assert "Aunt Bea" not in bare
    assert SHUT[2] in bare
    assert SHUT[4] in bare


def test_a_name_that_the_plan_knows_is_left_out_of_other_words_too() -> None:
    from tests.blocks.young_making import row

    document = row(whole(), "hard", rung="calls-me", what="Mo, or MO's mum. Not Moses.")
    bare = without_names(document).children(None, section="hard")[-1]
    assert bare.fields["what"] == "…, or …'s mum. Not Moses."
    assert bare.fields["rung"] == "calls-me"


def test_many_words_make_the_picture_longer_and_lose_nothing() -> None:
    from tests.blocks.young_making import row

    document = whole()
    for n in range(12):
        document = row(document, "hard", rung="first", what=f"Number {n}. " + "Walk on, and then walk back again. " * 4)
    image = Image.open(io.BytesIO(copy(document, ASH.id, "phone")))
    assert image.height > 1920


@pytest.mark.parametrize("language", ["en", "ar-XB"])
def test_the_worker_is_told_all_of_it_and_what_is_private(language: str) -> None:
    with speaking(language):
        told = outline(whole())
    assert {t.section for t in told if t.for_whom == "private"} == {"after", "way", "hard"}
    said = " ".join(t.words for t in told)
    assert [
        words for words in SHUT if words not in said.replace("\u00a0", " ").replace("\u2066", "").replace("\u2069", "")
    ] == []
