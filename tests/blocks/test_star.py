"""A family star: its areas in a plan, who shows which number, what moved, and how it all reads on paper."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.areas import Area as Declared
from app.areas import AreaSet
from app.blocks.star.changes import agree, beginning, choose, embed, newer, pick, take_newer, write_end
from app.blocks.star.history_line import history
from app.blocks.star.model import (
    MOST_NOW,
    MOST_TO_WORK_ON,
    Areas,
    agreed,
    ends_said,
    held,
    offered,
    round_names,
)
from app.blocks.star.movement import (
    TOGETHER,
    differences,
    everybody,
    history_said,
    moved_said,
    over_time,
    shown,
    way_said,
    went_up,
)
from app.document import (
    EVERYONE,
    WORKER,
    Add,
    Document,
    Item,
    Kind,
    NotAccepted,
    Section,
    Set,
    fold,
    may,
    people,
    seen_by,
)
from app.document.answer import Ends, all_answers, answer, ends_of, shown_answers, withheld
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.sheet import Table, texts
from app.sheet.feelings import Feeling
from app.sheet.star import Star
from app.store.summaries import summary_of
from app.ui.screens.step_list import steps_of
from plans.areas import FAMILY
from plans.family_star import FAMILY_STAR, family_star
from tests.blocks.plan_making import after, plan
from tests.blocks.starring import DAD, FIRST, JO, NAN, SAM, SECOND, THIRD, TOM, again, area, gives, of, star
from tests.blocks.worrying import without
from tests.export.copying import make_copy

PLAN = star()
HOME, SAFE, RULES = (area(PLAN, n).id for n in range(3))
ROOM = area(PLAN, 0, "child-areas").id
WHO = people(PLAN)
MADE = date(2027, 1, 1)


def a_set(version: int, *slugs: str, highest: int = 5) -> AreaSet:
    areas = tuple(Declared(s, s.title(), (f"How is {s}?",)) for s in slugs)
    return AreaSet("ours", version, "Our own list", 1, highest, False, areas)


def with_sets(*sets: AreaSet) -> Kind:
    section = Section(slug="areas", block="areas", title="Areas", shape=Areas(sets=sets))
    return Kind(slug="star-for-tests", name="Star", family_name="Our star", sections=(section,))


def test_a_new_plan_has_its_own_copy_of_both_sets_and_keeps_it_whatever_becomes_of_them() -> None:
    there = of(PLAN)
    assert (there.slug, there.version, there.ends) == ("family", 1, Ends(1, 10))
    assert [a.slug for a in there.areas] == [a.slug for a in FAMILY.areas]
    assert of(PLAN, "child-areas").ends == Ends(1, 5, faces=True)
    bare = held(fold(PLAN.id, with_sets(), PLAN.edits), "areas")
    assert bare is not None
    assert [a.title for a in bare.areas] == [a.title for a in FAMILY.areas]


def test_where_a_council_has_a_list_of_its_own_the_family_says_which_one_it_takes() -> None:
    own = a_set(1, "sleep", "food", "play")
    kind = family_star((own,))
    assert [s.slug for s in offered(kind.sections[0])] == ["family", "ours"]
    document = after(plan(kind=kind), beginning(kind.sections))
    assert held(document, "areas") is None
    assert of(document, "child-areas").slug
    document = after(document, embed("areas", own))
    assert [a.title for a in of(document).areas] == ["Sleep", "Food", "Play"]


def test_up_to_four_areas_are_chosen_and_the_first_choice_says_when_it_began() -> None:
    assert len(of(PLAN).now) == MOST_NOW
    assert of(PLAN).day == FIRST
    fifth = area(PLAN, 5).id
    assert choose(PLAN, fifth, day=SECOND) == ()
    document = after(PLAN, choose(PLAN, HOME, day=SECOND))
    document = after(document, choose(document, fifth, day=SECOND))
    assert [a.id for a in of(document).now] == [SAFE, RULES, area(PLAN, 3).id, fifth]
    assert of(document).day == FIRST


def test_three_areas_at_most_are_picked_to_work_on() -> None:
    document = PLAN
    for n in range(5):
        document = after(document, pick(document, area(document, n).id))
    assert [a.work for a in of(document).areas[:5]] == [True] * MOST_TO_WORK_ON + [False, False]
    assert not of(after(document, pick(document, HOME))).areas[0].work


def test_a_family_says_what_both_ends_mean() -> None:
    document = after(PLAN, write_end(PLAN, HOME, "low", "We sit in the dark"))
    assert ends_said(area(document), Ends(1, 10)) == ("1 is: We sit in the dark",)
    assert write_end(document, HOME, "low", "We sit in the dark") == ()


@pytest.mark.parametrize(("about", "number"), [(HOME, 0), (HOME, 11), (ROOM, 6), (ROOM, 0)])
def test_a_number_beyond_the_ends_is_not_taken_and_one_in_a_file_is_not_there(about: str, number: int) -> None:
    with pytest.raises(NotAccepted):
        answer(PLAN, "x", about=about, by=NAN.id, number=number)
    section = PLAN.items[about].section
    item = Item("x", section, about, "a0", "answer", NAN.id, EVERYONE, {"number": number})
    document = after(PLAN, [Add(item)], by=NAN.id)
    assert shown_answers(document, about) == ()
    assert shown(document, of(document, section)).ways == ()
    assert paper(document).parts[1:] == paper(PLAN).parts[1:]


@pytest.mark.parametrize("number", [0, 11, True, "many"])
def test_an_agreed_number_beyond_the_ends_is_not_taken(number: int | str) -> None:
    with pytest.raises(NotAccepted):
        agree(PLAN, HOME, by=WORKER, number=number)


def test_an_agreed_number_has_its_sentence_and_there_is_one_a_round() -> None:
    document = after(PLAN, agree(PLAN, HOME, by=WORKER, number=4))
    document = after(document, agree(document, HOME, by=NAN.id, words="The rent is paid"), by=NAN.id)
    assert [(a.number, a.words) for a in agreed(document, HOME)] == [(4, "The rent is paid")]
    document = again(document, SECOND)
    document = after(document, agree(document, HOME, by=WORKER, number=6))
    assert [a.number for a in agreed(document, HOME)] == [4, 6]
    document = after(document, agree(document, HOME, by=WORKER, number=None))
    assert [a.number for a in agreed(document, HOME)] == [4]
    assert agree(PLAN, HOME, by=WORKER, words="") == ()


def test_visits_are_called_by_their_day() -> None:
    document = again(again(PLAN, SECOND), date(2026, 9, 20))
    assert list(round_names(document, of(document)).values()) == [
        "Wednesday 3 June 2026",
        "Tuesday 1 September 2026",
        "Sunday 20 September 2026",
    ]


def scored() -> Document:
    """Nan goes up, Dad goes down, Sam keeps a number, over three rounds."""
    document = gives(PLAN, HOME, NAN.id, shown=True, number=4, words="The rent is paid")
    document = gives(document, HOME, DAD.id, shown=True, number=8)
    document = gives(document, SAFE, SAM.id, number=2, words="I am scared at night")
    document = again(document, SECOND)
    document = gives(document, HOME, NAN.id, shown=True, number=6)
    document = gives(document, HOME, DAD.id, shown=True, number=8)
    document = again(document, THIRD)
    document = gives(document, HOME, DAD.id, shown=True, number=7)
    return gives(document, ROOM, TOM.id, shown=True, number=4)


def test_movement_is_told_in_words_from_what_each_shows_and_no_two_are_made_one() -> None:
    document = scored()
    all_ = shown(document, of(document))
    assert [way_said(w, all_.names, WHO) for w in all_.ways] == [
        "Nan: 6, on Tuesday 1 September 2026, up 2 since Wednesday 3 June 2026",
        "Dadster: 7, on Wednesday 2 December 2026, down 1 since Tuesday 1 September 2026",
    ]
    assert [history_said(w, all_.names, WHO) for w in all_.ways] == [
        "Nan: 4 (Wednesday 3 June 2026), 6 (Tuesday 1 September 2026)",
        "Dadster: 8 (Wednesday 3 June 2026), 8 (Tuesday 1 September 2026), 7 (Wednesday 2 December 2026)",
    ]
    assert [(w.person, w.by) for w in went_up(all_)] == [(NAN.id, 2)]


def test_a_number_that_stayed_says_so() -> None:
    document = gives(PLAN, HOME, NAN.id, shown=True, number=4)
    document = gives(again(document, SECOND), HOME, NAN.id, shown=True, number=4)
    (way,) = shown(document, of(document)).ways
    assert moved_said(way, shown(document, of(document)).names) == "the same as on Wednesday 3 June 2026"


def test_a_difference_is_something_to_talk_about_and_names_only_who_shows() -> None:
    document = gives(PLAN, HOME, NAN.id, shown=True, number=3)
    document = gives(document, HOME, SAM.id, number=1)
    assert differences(shown(document, of(document)), WHO) == ()
    document = gives(document, HOME, DAD.id, shown=True, number=8)
    ((where, said),) = differences(shown(document, of(document)), WHO)
    assert (where.id, said) == (
        HOME,
        "On Wednesday 3 June 2026 Nan said 3 and Dadster said 8. What does each of you see there?",
    )


def test_the_last_three_visits_stand_on_one_star_each_with_its_own_numbers_and_no_older_ones() -> None:
    document = gives(PLAN, HOME, NAN.id, shown=True, number=2)
    document = gives(document, SAFE, NAN.id, shown=True, number=5)
    for day, number in ((SECOND, 3), (THIRD, 4), (date(2027, 3, 1), 5)):
        document = gives(again(document, day), HOME, NAN.id, shown=True, number=number)
    all_ = shown(document, of(document))
    shapes = over_time(document, all_, NAN.id, all_.held.there)
    assert [(s.name, s.numbers[:2]) for s in shapes] == [
        ("Monday 1 March 2027", (5, None)),
        ("Wednesday 2 December 2026", (4, None)),
        ("Tuesday 1 September 2026", (3, None)),
    ]
    (now,) = everybody(all_, WHO, all_.held.there)
    assert (now.name, now.numbers[:3], now.days[:3]) == ("Nan", (5, 5, None), ("", "(Wednesday 3 June 2026)", ""))


def test_a_newer_list_brings_its_areas_and_what_is_gone_stays_with_its_numbers() -> None:
    old, new = a_set(1, "sleep", "food", "play"), a_set(2, "food", "sleep", "school")
    kind = with_sets(old)
    document = after(plan(kind=kind), beginning(kind.sections))
    for n in (0, 2):
        document = after(document, choose(document, area(document, n).id, day=FIRST))
        document = gives(document, area(document, n).id, NAN.id, shown=True, number=4)
    document = after(document, pick(document, area(document, 2).id))
    assert newer(document, kind.sections[0]) is None
    document = fold(document.id, with_sets(old, new), document.edits)
    section = document.kind.sections[0]
    assert newer(document, section) == new
    document = after(document, take_newer(document, section))
    there = of(document)
    assert [(a.slug, a.gone) for a in there.areas] == [
        ("sleep", False),
        ("food", False),
        ("play", True),
        ("school", False),
    ]
    assert (there.version, newer(document, section), take_newer(document, section)) == (2, None, ())
    assert [a.slug for a in there.now] == ["sleep"]
    assert [w.area.slug for w in shown(document, there).ways] == ["sleep", "play"]
    play = area(document, 2).id
    assert choose(document, play, day=SECOND) == pick(document, play) == ()
    assert [words for words in texts(paper(document)) if words == "Play"]
    assert "not in the list any more" in [line.note for line in outline(document)]


def test_a_newer_list_with_other_numbers_is_not_offered() -> None:
    kind = with_sets(a_set(1, "sleep", "food", "play"))
    document = after(plan(kind=kind), beginning(kind.sections))
    other = with_sets(*kind.sections[0].shape.sets, a_set(2, "sleep", "food", "play", highest=10))  # type: ignore[attr-defined]
    assert newer(fold(document.id, other, document.edits), other.sections[0]) is None


def paper(document: Document, printed: str = "whole"):  # type: ignore[no-untyped-def]
    return sheet(seen_by(document, None), for_name="", made=MADE, printed=printed)


def test_the_papers_have_every_number_that_is_shown_and_none_that_is_kept() -> None:
    document = after(
        scored(), agree(scored(), HOME, by=WORKER, day=THIRD, number=7, words="We have a plan for the bills")
    )
    found = paper(document, "star").parts
    assert [p.shapes[0].numbers[0] for p in found if isinstance(p, Star)] == [6, 4]
    table = next(p for p in found if isinstance(p, Table))
    assert (table.columns, table.rows) == (
        ("Area", "Nan", "Dadster", "Together"),
        (("Our home and bills", "6 (Tuesday 1 September 2026)", "7", "7"),),
    )
    assert "We have a plan for the bills" in list(texts(paper(document, "star")))
    assert "up 2 since Wednesday 3 June 2026" in list(texts(paper(document, "moved")))
    assert [(p.words, p.number) for p in paper(document, "child").parts if isinstance(p, Feeling)] == [("Tom", 4)]
    for printed in FAMILY_STAR.papers:
        assert not [t for t in texts(paper(document, printed.slug)) if "scared" in t or "Sam" in t]
        assert make_copy(document, NAN.id, made=MADE, language="en", photos={}, printed=printed.slug).file
    assert [line.words for line in outline(document) if "scared" in line.words] == ["2; I am scared at night"]


def test_what_changed_never_tells_a_number_that_somebody_gave() -> None:
    document = after(scored(), write_end(scored(), HOME, "high", "The bills are paid"))
    document = after(document, agree(document, HOME, by=WORKER, day=THIRD, number=7))
    lines = [line.whole() for i in document.items.values() if (line := summary_line(document, i)) is not None]
    assert lines == [
        "Our home and bills: 10 is: The bills are paid",
        "Our home and bills: 7, on Wednesday 2 December 2026",
    ]


ASKED = (JO.id, NAN.id, DAD.id, SAM.id, TOM.id)


@st.composite
def answers(draw: st.DrawFn) -> Document:
    """Draw a star in which people were asked, round after round, and showed, kept or did not say."""
    document = PLAN
    for day in (None, SECOND, THIRD)[: draw(st.integers(1, 3))]:
        document = again(document, day) if day is not None else document
        for _n in range(draw(st.integers(0, 4))):
            by, about = draw(st.sampled_from(ASKED)), draw(st.sampled_from([HOME, SAFE, ROOM]))
            said: dict[str, object] = {
                "number": draw(st.integers(1, 5)),
                "words": draw(st.sampled_from(["", "Why so"])),
            }
            if draw(st.integers(0, 3)) == 0:
                said = {"none": draw(st.sampled_from(["rather-not", "not-today"]))}
            document = gives(document, about, by, shown=draw(st.booleans()), **said)
    return document


@settings(max_examples=40)
@given(answers())
def test_everybody_finds_the_star_as_if_what_is_kept_had_never_been_given(document: Document) -> None:
    never = without(document, {i.id for i in document.items.values() if withheld(i)})
    assert steps_of(document, FAMILY_STAR.sections) == steps_of(never, FAMILY_STAR.sections)
    assert summary_of(document) == summary_of(never)
    for section in ("areas", "child-areas"):
        one, other = shown(document, of(document, section)), shown(never, of(never, section))
        assert one == other
        assert everybody(one, WHO, one.held.areas) == everybody(other, WHO, other.held.areas)
        assert differences(one, WHO) == differences(other, WHO)
        for person in (*ASKED, TOGETHER):
            assert over_time(document, one, person, one.held.areas) == over_time(never, other, person, other.held.areas)
    for reader in (None, *ASKED):
        for printed in FAMILY_STAR.papers:
            args = {"for_name": "", "made": MADE, "printed": printed.slug}
            assert sheet(seen_by(document, reader), **args) == sheet(seen_by(never, reader), **args)  # type: ignore[arg-type]


@given(answers())
def test_every_number_is_its_owners_alone_and_none_is_made_of_several(document: Document) -> None:
    given_ = {a.number for x in (HOME, SAFE, ROOM) for a in all_answers(document, x)}
    for section in ("areas", "child-areas"):
        for way in shown(document, of(document, section)).ways:
            assert {p.number for p in way.points} <= given_
            assert way.latest is not None
            assert not may(WORKER if way.person != WORKER else NAN.id, Set(way.latest.id, "number", 1), document)


@given(
    st.lists(st.lists(st.integers(1, 10), min_size=1, max_size=6), max_size=6),
    st.sampled_from([300.0, 680.0]),
    st.booleans(),
)
def test_on_the_line_of_an_area_every_number_has_its_spot_inside_the_picture(
    numbers: list[list[int]], width: float, mirrored: bool
) -> None:
    from app.blocks.star.movement import Point, Way

    names = [(f"r{n}", f"Round {n}") for n in range(6)]
    ways = [Way(f"p{k}", area(PLAN), tuple(Point(f"r{n}", v) for n, v in enumerate(m))) for k, m in enumerate(numbers)]
    drawn = history(ways, names, Ends(1, 10), width=width, height=200, right_to_left=mirrored)
    for track, way in zip(drawn.tracks, ways, strict=True):
        assert len(track.spots) == len(way.points)
        assert all(0 < x < width and 0 < y < 200 for x, y in track.spots)
        xs = [x for x, _y in track.spots]
        assert xs == sorted(xs, reverse=mirrored)
        higher = sorted(zip((p.number for p in way.points), (-y for _x, y in track.spots), strict=True))
        assert [y for _n, y in higher] == sorted(y for _n, y in higher)


@given(st.dictionaries(st.sampled_from(["lowest", "highest", "faces"]), st.integers(-3, 20) | st.text(max_size=2)))
def test_whatever_a_newer_version_wrote_as_ends_they_are_ends(fields: dict[str, int | str]) -> None:
    document = after(PLAN, [Add(Item("s", "areas", None, "z", "set", WORKER, EVERYONE, fields))])
    ends = ends_of(document, "s")
    assert 0 <= ends.lowest < ends.highest <= 10
