"""Still to talk about: each check of the field guide with a plan that it speaks of and one on which it is silent."""

from collections.abc import Callable
from datetime import date

import pytest

from app.blocks.rings.model import add_member, tick
from app.blocks.rows.follow_up import say_how
from app.blocks.storyboard.model import add_page
from app.blocks.worries.model import GOAL, SCALE, WORRY, write
from app.document import EVERYONE, Document, new_id
from app.document.header import change_header
from app.document.saying import say
from app.ink.photo import NONE
from app.language.plain_language import hints
from app.ui.screens.step_list import steps_of
from plans.safety_health import LOOK_AGAIN_WITHIN, to_talk_about
from plans.safety_plan import SAFETY_PLAN
from tests.blocks.plan_making import DAD, JO, NAN, TOM, after, plan, says
from tests.export.copying import make_copy
from tests.plans.test_safety_plan import DAY, empty, row, section


def slugs(document: Document, today: date = DAY) -> list[str]:
    return [one.slug for one in to_talk_about(document, today)]


def opened(stage: int = 2) -> Document:
    document = empty()
    return after(document, change_header(document, stage=stage))


def worry(document: Document, item_type: object = WORRY, **said: object) -> Document:
    return after(document, write(document, "worries", "w", item_type, by=NAN.id, for_whom=EVERYONE, **said))  # type: ignore[arg-type]


def people(document: Document, *, paid: bool = False, elsewhere: bool = True) -> Document:
    for id, person in (("m1", NAN), ("m2", DAD)):
        document = after(document, add_member(document, section("network"), id=id, person=person.id))
        document = after(document, tick(document, id, "paid")) if paid else document
    return after(document, tick(document, "m1", "elsewhere")) if elsewhere else document


def rule(document: Document, **more: str) -> Document:
    full = {"rule": "We eat at six", "who": DAD.id, "checks": NAN.id, "steps_in": NAN.id}
    return row(document, "rules", **{**full, **more})


def dated(next_: str) -> Document:
    document = opened()
    return after(document, change_header(document, next=next_))


WORRIED = {"happened": "Dad was asleep at four", "fear": "Tom is alone"}


def went(document: Document, column: str, how: str = "not-kept") -> Document:
    return after(document, say_how(document, "p", column, how, by=NAN.id, day=DAY), by=NAN.id)


RED: dict[str, Callable[[], Document]] = {
    "worry-goal": lambda: worry(opened(), **WORRIED),
    "worry-scale": lambda: worry(worry(opened(), **WORRIED), SCALE, low="Nobody is awake"),
    "rule-doer": lambda: rule(opened(), who=""),
    "rule-checker": lambda: rule(opened(), checks=""),
    "rule-backup": lambda: rule(opened(), steps_in=""),
    "people-unpaid": lambda: people(opened(), paid=True),
    "people-elsewhere": lambda: people(opened(), elsewhere=False),
    "rule-child": lambda: rule(opened(), who=TOM.id),
    "if-then": lambda: row(opened(), "if-then", if_="Dad is late"),
    "next-day": lambda: opened(),
    "will-do": lambda: rule(opened(), rule="Dad will not shout"),
    "child-line": lambda: says(opened(), "We eat together", by=NAN.id, day=DAY, section="going-well"),
    "promise-worker": lambda: row(opened(), "promises", who=DAD.id, what="Call on Friday"),
    "must-have-set-by": lambda: row(opened(), "must-haves", what="Dad sees Tom with Nan there"),
    "over-promises": lambda: row(opened(), "promises", who=JO.id, what="Call on Friday", until="2026-05-03"),
    "over-steps": lambda: row(opened(), "steps", who=DAD.id, what="Mend the door", until="2026-05-03"),
    "instead-promises": lambda: went(row(opened(), "promises", "p", who=JO.id, what="Call on Friday"), "kept"),
    "instead-steps": lambda: went(row(opened(), "steps", "p", who=DAD.id, what="Mend the door"), "done"),
}

GREEN: dict[str, Callable[[], Document]] = {
    "worry-goal": lambda: worry(worry(opened(), **WORRIED), GOAL, sees="Somebody is awake"),
    "worry-scale": lambda: worry(worry(opened(), **WORRIED), SCALE, low="Nobody is awake", high="Always somebody"),
    "rule-doer": lambda: rule(opened()),
    "rule-checker": lambda: rule(opened()),
    "rule-backup": lambda: rule(opened()),
    "people-unpaid": lambda: people(opened()),
    "people-elsewhere": lambda: people(opened()),
    "rule-child": lambda: rule(opened()),
    "if-then": lambda: row(opened(), "if-then", if_="Dad is late", then="Nan collects"),
    "next-day": lambda: dated("2026-05-20"),
    "will-do": lambda: rule(opened(), rule="Dad will speak calmly, or go for a walk"),
    "child-line": lambda: says(opened(), "Biscuit sleeps on my bed", by=TOM.id, day=DAY, section="going-well"),
    "promise-worker": lambda: row(opened(), "promises", who=JO.id, what="Call on Friday"),
    "must-have-set-by": lambda: row(opened(), "must-haves", what="Dad sees Tom with Nan there", set_by="The court"),
    "over-promises": lambda: row(opened(), "promises", who=JO.id, what="Call on Friday", until="2026-05-04"),
    "over-steps": lambda: went(
        row(opened(), "steps", "p", who=DAD.id, what="Mend the door", until="2026-05-03"), "done", "yes"
    ),
    "instead-promises": lambda: row(
        went(row(opened(), "promises", "p", who=JO.id, what="Call on Friday"), "kept"),
        "steps",
        what="Call on Monday",
        instead_of="p",
    ),
    "instead-steps": lambda: went(row(opened(), "steps", "p", who=DAD.id, what="Mend the door"), "done", "not-needed"),
}


@pytest.mark.parametrize("slug", list(RED))
def test_what_is_missing_is_told_once_in_kind_words_and_leads_to_its_place(slug: str) -> None:
    found = [one for one in to_talk_about(RED[slug](), DAY) if one.slug == slug]
    (one,) = found
    position = SAFETY_PLAN.section(one.section)
    assert position is not None
    assert one.section in [step.key for _s, step in steps_of(RED[slug](), [position])], "the touch leads nowhere"
    assert not [h for h in hints(one.words) if h.weight == "fault"]
    assert "%" not in one.words


@pytest.mark.parametrize("slug", list(GREEN))
def test_what_is_there_is_not_spoken_of(slug: str) -> None:
    assert slug not in slugs(GREEN[slug]())


@pytest.mark.parametrize(
    ("next_", "told"),
    [("2026-05-03", True), ("2026-05-04", False), ("2026-06-01", False), ("2026-06-02", True)],
)
def test_we_look_again_within_the_set_number_of_days(next_: str, told: bool) -> None:
    assert LOOK_AGAIN_WITHIN == 28
    assert ("next-day" in slugs(dated(next_))) == told


def test_on_a_first_visit_nothing_is_said_of_what_is_not_open() -> None:
    assert slugs(empty()) == ["child-line"]
    assert slugs(worry(empty(), **WORRIED)) == ["child-line"]


def test_a_page_of_the_childs_own_counts_and_what_is_on_it_is_not_told() -> None:
    document = empty()
    add = add_page(document, section("child"), "safe-place", by=TOM.id)
    document = after(document, [add], by=TOM.id)
    assert "child-line" in slugs(document)
    words = say(document, "Under the stairs", id=new_id(), section="child", by=TOM.id, parent=add.item.id)
    document = after(document, words, by=TOM.id)
    assert "child-line" not in slugs(document)


def test_an_empty_plan_of_another_kind_has_nothing_to_talk_about() -> None:
    document = plan()
    assert document.kind.to_talk_about(document, DAY) == ()


def test_every_line_of_the_guide_has_a_check_that_can_be_red_and_green_and_an_empty_plan_can_be_copied() -> None:
    told = {slug for made in RED.values() for slug in slugs(made())}
    assert told == set(RED) == set(GREEN)
    assert make_copy(opened(), None, made=DAY, language="en", photos=NONE).file, "something waits for it"
