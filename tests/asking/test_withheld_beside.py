"""What one person shows does not vanish from a copy with what stands beside it, or above it, and is not for its reader:
an answer beside a withheld goal, words without a number, a worry of which nothing is written.
"""

from dataclasses import replace

import pytest

from app.blocks.cards.model import AIM, aim, shape_of
from app.document import ONLY_ME, Document, ForWhom, seen_by
from app.export.sheet import sheet
from app.sheet import texts
from tests.blocks.plan_making import DAD, NAN
from tests.blocks.starring import area, gives, star
from tests.blocks.worrying import answered, worried_plan, worry
from tests.blocks.young_making import ASH, MO, made, says, section, whole
from tests.export.test_copies import DAY


def printed(document: Document, person: str | None, paper: str = "whole") -> str:
    seen = seen_by(document, person)
    return "\n".join(texts(sheet(seen, for_name="", made=DAY, printed=paper)))


def with_audience(document: Document, item_type: str, reach: ForWhom) -> Document:
    items = {id: i._replace(for_whom=reach) if i.item_type == item_type else i for id, i in document.items.items()}
    return replace(document, items=items)


@pytest.mark.parametrize("reach", [ONLY_ME, ForWhom("nobody"), ForWhom("people", (ASH.id,)), ForWhom("later")])  # type: ignore[arg-type]
@pytest.mark.parametrize("person", [None, MO.id, ASH.id])
def test_a_way_that_somebody_shows_stays_beside_a_goal_that_they_do_not_see(reach: ForWhom, person: str | None) -> None:
    told = printed(with_audience(whole(), AIM.slug, reach), person)
    assert "Ride round the reservoir" in told
    assert told.index("Feeling calm inside") < told.index("Ride round the reservoir")
    if seen_by(with_audience(whole(), AIM.slug, reach), person).children("card-calm", item_type=AIM.slug) == ():
        assert "I sleep through the night" not in told


def test_an_answer_below_a_card_that_is_a_goal_no_more_stays_away_with_the_goal() -> None:
    shape = shape_of(section("better"))
    document = whole()
    document = made(document, aim(document, shape, section("better"), "calm", by=ASH.id, goal=False))
    assert "Ride round the reservoir" not in printed(document, MO.id)


def test_each_shown_way_of_several_people_stays() -> None:
    document = says(whole(), "better", "He can come with me", by=MO.id, parent="card-calm")
    document = with_audience(document, AIM.slug, ONLY_ME)
    told = printed(document, None)
    assert "Ride round the reservoir" in told
    assert "He can come with me" in told


@pytest.mark.parametrize("set_", ["areas", "child-areas"])
@pytest.mark.parametrize("numbered", [False, True])
def test_words_that_somebody_shows_without_a_number_are_on_the_star(set_: str, numbered: bool) -> None:
    document = star()
    if numbered:
        document = gives(document, area(document, section=set_).id, DAD.id, shown=True, number=3)
    about = area(document, section=set_).id
    document = gives(document, about, NAN.id, shown=True, words="We sing", higher="More singing")
    told = printed(document, None)
    assert told.count("We sing") == 1
    assert told.count("More singing") == 1
    kept = gives(star(), about, NAN.id, words="We sing")
    assert "We sing" not in printed(kept, None)


def test_words_without_a_number_are_on_a_worrys_line_beside_an_older_number_with_its_own() -> None:
    document = worried_plan()
    line = worry(document).scale.id
    document = answered(document, line, NAN.id, shown=True, number=4, words="He slept well")
    document = answered(document, line, DAD.id, shown=True, words="I cannot say a number", higher="More sleep")
    told = printed(document, None)
    for words in ("He slept well", "I cannot say a number", "More sleep"):
        assert told.count(words) == 1


def test_when_it_was_is_told_where_nobody_has_said_what_happened() -> None:
    document = worried_plan()
    item = document.items[worry(document).id]
    bare = {k: v for k, v in item.fields.items() if k != "happened"}
    told = printed(replace(document, items={**document.items, item.id: item._replace(fields=bare)}), None)
    assert "In March" in told


def test_what_people_think_of_a_worry_stays_where_its_words_are_not_for_this_reader() -> None:
    document = worried_plan()
    document = answered(document, worry(document).id, NAN.id, shown=True, stand="agree", words="I saw it too")
    item = document.items[worry(document).id]
    hidden = {
        id: i._replace(for_whom=ONLY_ME) if i.item_type in ("goal", "scale") else i for id, i in document.items.items()
    }
    bare = replace(document, items={**hidden, item.id: item._replace(fields={})})
    assert "I saw it too" in printed(bare, None)
