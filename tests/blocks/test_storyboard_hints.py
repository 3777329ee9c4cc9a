"""Hints: each of the guide's rules speaks where it may help, is silent where it is met, and never tells anybody off."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.storyboard.hints import PageHint, hints
from app.blocks.storyboard.model import PageKind, StoryLayout, add_page, pages, remove_page, show_to
from app.demo.otters import BELL, JO, MIA, MUM, YOUNGEST
from app.demo.otters import NAN as DEMO_NAN
from app.demo.story import STORY
from app.document import ONLY_ME, WORKER, Document, ForWhom, Kind, Person, Section, fold, people
from app.document.saying import SOMEBODY
from app.language import speaking
from plans.words_and_pictures import MY_PAGES, STORY_PAGES
from tests.blocks.making import DAD, EVERYBODY, NAN, TOM, made, own_page, page, spoken, story
from tests.blocks.making import STORY as STORY_SECTION

TEACHER = Person("p-bell", "Mr Bell", "professional", 3, "square")

Said = Sequence[tuple[str, str]]


def on(kind: str, said: Said, *, youngest: int | None = 10, who: Sequence[Person] = (*EVERYBODY, TEACHER)) -> Document:
    """Return a story in which this is said on the page of a kind."""
    document = story(youngest=youngest, who=who)
    if not any(p.slug == kind and p.standard for p in STORY_PAGES):
        assert STORY_SECTION is not None
        document = made(document, [add_page(document, STORY_SECTION, kind, by=WORKER)])
    for by, words in said:
        document = spoken(document, page(document, kind).id, words, by=by)
    return document


def told(document: Document, kind: str, *, youngest: int | None = 10) -> tuple[PageHint, ...]:
    return hints(document, page(document, kind), youngest=youngest, who=people(document))


def rules(kind: str, *words: str, by: str = DAD.id, youngest: int | None = 10) -> list[str]:
    document = on(kind, [(by, w) for w in words], youngest=youngest)
    return [h.rule for h in told(document, kind, youngest=youngest)]


@pytest.mark.parametrize("youngest", [None, 0, 4, 7, 10, 15])
def test_a_page_on_which_nothing_is_said_has_no_hint(youngest: int | None) -> None:
    document = story(youngest=4)
    for kind in STORY_PAGES:
        if kind.standard:
            assert told(document, kind.slug, youngest=youngest) == ()


def test_the_title_is_a_warm_name() -> None:
    assert rules("title", "Why we worry about Dad") == ["title-warm"]
    assert rules("title", "Tom and the quiet mornings") == []


def test_the_page_about_the_family_holds_good_things_alone() -> None:
    assert rules("family", "There is me and Dad, and he shouts.") == ["good-at-both-ends"]
    assert rules("family", "There is me, Dad and Biscuit the cat.") == []


def test_who_is_worried_has_a_name_and_one_of_the_family() -> None:
    assert rules("who", "Somebody was worried about you.") == ["who-is-named"]
    assert rules("who", "Mr Bell was worried.") == ["family-worries-too"]
    assert rules("who", "Mr Bell was worried.", "Nan was worried too.") == []
    assert rules("who", "Grandma was worried.") == [], "a name that the child uses and nobody has a face for yet"


def test_a_worry_names_who_is_worried() -> None:
    assert rules("worry", "There was no food in the house.") == ["who-is-named"]
    assert rules("worry", "Nan is worried that there was no food.") == []
    assert rules("worry", "Mr Bell saw that Tom was hungry.") == []


def test_a_worry_says_what_happened_and_not_what_somebody_is_like() -> None:
    assert rules("worry", "Nan says that Dad is aggressive.") == ["what-happened"]
    assert rules("worry", "Nan heard Dad shout at night.") == []


@pytest.mark.parametrize(("steps", "found"), [(1, True), (2, True), (3, False), (8, False), (9, True)])
def test_what_happened_has_three_to_eight_steps_in_whoevers_words(steps: int, found: bool) -> None:
    said = [f"Then {n} came." for n in range(steps)]
    assert ("three-to-eight-steps" in rules("happened", *said)) == found
    assert ("three-to-eight-steps" in rules("happened", " ".join(said))) == found


@pytest.mark.parametrize("kind", ["worry", "happened"])
@pytest.mark.parametrize(("youngest", "missed"), [(None, True), (4, True), (11, True), (12, False), (16, False)])
def test_under_twelve_a_story_says_that_it_is_not_the_childs_fault(
    kind: str, youngest: int | None, missed: bool
) -> None:
    document = on(kind, [(NAN.id, "First Nan came. Then Dad came. Then we ate.")], youngest=5)
    assert "not-your-fault" not in [h.rule for h in told(document, kind, youngest=youngest)]
    document = made(document, remove_page(page(document, "not-your-fault").id))
    assert ("not-your-fault" in [h.rule for h in told(document, kind, youngest=youngest)]) == missed


def test_each_line_of_what_we_do_names_who_does_it() -> None:
    assert rules("doing", "Nan will come at 8.", "There will be breakfast.") == ["each-line-names-somebody"]
    assert rules("doing", "Nan will come at 8.", "Grandad will cook.") == []
    assert rules("doing", "I will cook.") == [], "Dad says it: his name stands before it"
    assert rules("doing", "I will cook.", by=SOMEBODY) == ["each-line-names-somebody"]


def test_there_are_two_people_to_talk_to_and_one_is_outside_the_home() -> None:
    assert rules("talk-to", "I can talk to Nan.", by=TOM.id) == ["two-to-talk-to"]
    assert rules("talk-to", "I am Tom, and I can talk to Nan.", by=TOM.id) == ["two-to-talk-to"]
    assert rules("talk-to", "I can talk to Nan or Dadster.", by=TOM.id) == ["one-outside-the-home"]
    assert rules("talk-to", "I can talk to Nan or Mr Bell.", by=TOM.id) == []
    assert rules("talk-to", "I can talk to Nan.", "I can call 0800 1111.", by=TOM.id) == []
    assert rules("talk-to", "I can talk to Mum or my teacher.", by=TOM.id) == []


@pytest.mark.parametrize(
    "words",
    [
        "Jo comes on Friday 4 December 2026.",
        "Jo comes on 4/12/2026.",
        "We do not know yet. We will tell you by 4 May.",
        "We do not know yet. We will tell you by Friday.",
        "On May 4th we talk.",
    ],
)
def test_what_happens_next_has_a_day(words: str) -> None:
    assert rules("next", words) == []


@pytest.mark.parametrize("words", ["Jo comes again.", "We do not know yet.", "We may see 2 of you.", "In 3 weeks."])
def test_what_happens_next_without_a_day_asks_when(words: str) -> None:
    assert rules("next", words) == ["a-date"]


def ending(words: str) -> list[str]:
    document = on("ending", [(DAD.id, words)])
    document = spoken(document, page(document, "family").id, "There is me and Dadster.", by=TOM.id)
    return [h.rule for h in told(document, "ending")]


@pytest.mark.parametrize(
    "words",
    [
        "We promise that you are fine.",
        "Dad will always be there.",
        "It will never happen.",
        "It will never ever come again.",
        "You will be here forever.",
        "Everything will be fine.",
    ],
)
def test_the_ending_promises_nothing_that_nobody_can_be_sure_of(words: str) -> None:
    assert ending(words) == ["no-promise"]
    with speaking("ar"):
        assert ending(words) == [], "no list of words, no hint"


def test_a_hope_that_is_true_is_a_good_ending() -> None:
    assert ending("We hope for pancakes on Sundays.") == []


def test_the_story_ends_and_begins_with_something_good() -> None:
    assert ending("We hope that nobody is scared.") == ["good-at-both-ends"]
    assert rules("ending", "We hope for pancakes.") == ["good-at-both-ends"], "the first page is still empty"


@pytest.mark.parametrize(("age", "most"), [(3, 7), (5, 7), (6, 10), (8, 10), (9, 15), (11, 15), (12, 20), (16, 20)])
def test_sentences_are_as_long_as_the_youngest_child_can_read(age: int, most: int) -> None:
    fits, long = (" ".join(["we"] * n) + "." for n in (most, most + 1))
    assert "words-a-sentence" not in rules("views", fits, youngest=age)
    assert "words-a-sentence" in rules("views", long, youngest=age)


@pytest.mark.parametrize(("age", "most"), [(3, 1), (5, 1), (6, 2), (8, 2), (9, 3), (11, 3)])
def test_a_page_has_as_many_sentences_as_the_youngest_child_can_read(age: int, most: int) -> None:
    for said in (["We eat."] * (most + 1), ["We eat. " * (most + 1)]):
        assert "sentences-a-page" in rules("views", *said, youngest=age)
    assert "sentences-a-page" not in rules("views", *["We eat."] * most, youngest=age)


@pytest.mark.parametrize("age", [12, 16, None])
def test_no_number_of_sentences_is_told_for_the_grown_or_for_nobody(age: int | None) -> None:
    assert "sentences-a-page" not in rules("views", *["We eat."] * 9, youngest=age)


def test_what_happened_keeps_its_own_number_of_steps_whatever_the_age() -> None:
    assert rules("happened", "Nan came.", "Dad came.", "We ate.", youngest=4) == []


def test_hard_words_get_a_swap_in_english_and_no_hint_in_a_language_without_lists() -> None:
    assert rules("views", "The placement is near.") == ["plain-words"]
    with speaking("cy"):
        assert rules("views", "The placement is near.") == []


def test_the_most_important_hint_comes_first() -> None:
    found = rules("worry", "The placement was a long way away from school and from all.", youngest=4)
    assert found == ["who-is-named", "words-a-sentence", "plain-words"]


@pytest.mark.parametrize("whom", [ONLY_ME, ForWhom("people", (NAN.id,))])
def test_a_page_that_not_everyone_may_see_has_no_hint(whom: ForWhom) -> None:
    document = on("who", [(DAD.id, "Somebody was worried.")])
    assert told(document, "who")
    assert told(made(document, show_to(page(document, "who"), whom)), "who") == ()


def test_a_page_of_the_childs_own_has_no_hint_even_in_the_book() -> None:
    document, add = own_page(story(), TOM.id)
    document = spoken(document, add.item.id, "I am scared and it is always dark.", by=TOM.id, section="mine")
    assert told(document, "mine") == ()


def test_a_hint_quotes_nobody() -> None:
    document = on("worry", [(DAD.id, "zebra failed to engage with placements " * 6)])
    assert told(document, "worry")
    assert not [h for h in told(document, "worry") if "zebra" in h.sentence]


def test_the_practice_family_shows_what_a_good_page_is() -> None:
    """Only lengths are theirs to talk about: a sentence of 11 words, and three people who will do something."""
    everybody = (JO, MIA, MUM, DEMO_NAN, BELL)
    found: dict[str, list[str]] = {}
    for made_up in STORY:
        document = on(made_up.kind, [(p.id, w) for p, w in made_up.said], youngest=YOUNGEST, who=everybody)
        first = page(document, "family").id
        document = spoken(document, first, "There is me.", by=MIA.id) if made_up.kind == "ending" else document
        found[made_up.kind] = [h.rule for h in told(document, made_up.kind, youngest=YOUNGEST)]
    assert {kind: rules for kind, rules in found.items() if rules} == {
        "worry": ["words-a-sentence"],
        "doing": ["sentences-a-page"],
    }


@given(
    st.sampled_from([k.slug for k in STORY_PAGES]),
    st.lists(st.tuples(st.sampled_from([DAD.id, TOM.id, WORKER, SOMEBODY, "who"]), st.text(min_size=1, max_size=80))),
    st.none() | st.integers(0, 25),
    st.sampled_from(["en", "cy", "ar", "zz"]),
)
def test_whatever_is_said_a_hint_is_a_whole_sentence_and_there_are_few(
    kind: str, said: list[tuple[str, str]], youngest: int | None, language: str
) -> None:
    document = on(kind, said, youngest=5)
    with speaking(language):
        found = told(document, kind, youngest=youngest)
    assert all(h.rule and h.sentence.endswith((".", "?")) and "{" not in h.sentence for h in found)
    assert len(found) <= 6


# a kind of one's own


def own_kind(slug: str) -> Kind:
    """Return a kind of plan that no guide knows, whose one page has this slug."""
    told = PageKind(slug=slug, title="Ours", question="What is it?", prompt="Write it.", repeats=True)
    board = Section(slug="story", block="storyboard", title="Ours", shape=StoryLayout(pages=(told,)))
    return Kind(slug="ours", name="Ours", family_name="Ours", sections=(board,))


LONG = (
    "Mum failed to engage and they worry and the worry was always there because nobody was ever sure of it at all. " * 9
)


@pytest.mark.parametrize("slug", [p.slug for p in (*STORY_PAGES, *MY_PAGES)] + ["story", "people", "front", "ours"])
def test_a_kind_of_ones_own_has_none_of_these_hints_whatever_its_pages_are_called(slug: str) -> None:
    document = fold("plan", own_kind(slug), ())
    board = document.kind.sections[0]
    document = made(document, [add_page(document, board, slug, by=WORKER)])
    (there,) = pages(document, "story")
    document = spoken(document, there.id, LONG, by=DAD.id)
    for youngest in (None, 4, 10, 15):
        assert hints(document, there, youngest=youngest, who={p.id: p for p in EVERYBODY}) == ()


def test_a_page_of_a_story_has_its_hints_whatever_it_is_called() -> None:
    named = tuple(replace(p, slug=f"page-{n}") for n, p in enumerate(STORY_PAGES))
    kind = Kind(
        slug="ours",
        name="Ours",
        family_name="Ours",
        sections=(Section(slug="book", block="storyboard", title="Ours", shape=StoryLayout(pages=named)),),
    )
    for n, told_in_story in enumerate(STORY_PAGES):
        document = fold("plan", kind, ())
        document = made(document, [add_page(document, kind.sections[0], f"page-{n}", by=WORKER)])
        (there,) = pages(document, "book")
        document = spoken(document, there.id, LONG, by=DAD.id, section="book")
        found = [h.rule for h in hints(document, there, youngest=4, who={p.id: p for p in EVERYBODY})]
        right = [
            h.rule for h in told(on(told_in_story.slug, [(DAD.id, LONG)], youngest=4), told_in_story.slug, youngest=4)
        ]
        # The other pages of that story are not in this one.
        assert set(right) - {"good-at-both-ends"} <= set(found)
