"""Words come from keyboards that compose: what was committed is in the document, not a letter more, less or other.

Through the browser's own input interface. Each keyboard is slow enough for half a second to go by in the middle of a
word, so that keeping it, drawing the page anew and another tab's words all meet the composition.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from app.document import people
from app.document.header import header
from app.document.saying import SAYING
from app.kit.draft_field import SETTLE
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import FRAMES, Somebody

LONG_ENOUGH = int(SETTLE * 1000 * 2)
"""Milliseconds in which words are kept while they are still being composed."""
IN_A_FIELD = "['INPUT', 'TEXTAREA'].includes(document.activeElement?.tagName)"
BETWEEN = 40
"""Milliseconds between two keys."""


class Phrase(NamedTuple):
    """What the keyboard shows as it composes, one key after the other, and what it commits in its place."""

    composing: tuple[str, ...]
    committed: str


def letter_by_letter(word: str, committed: str = "") -> Phrase:
    """Return a word that is composed as it is spelt."""
    return Phrase(tuple(word[:n] for n in range(1, len(word) + 1)), committed or word)


WRITING: dict[str, tuple[Phrase, ...]] = {
    "Chinese, by pinyin": (letter_by_letter("nihao", "你好"), letter_by_letter("xiexie", "谢谢"), Phrase((), "。")),
    "Japanese, by kana": (
        Phrase(("k", "きょ", "きょう", "きょうｈ", "きょうは", "今日は"), "今日は"),
        Phrase(("ｎ", "ね", "ねｋ", "ねこ", "猫"), "猫"),
    ),
    "Korean, by jamo": (
        Phrase(("ㅎ", "하", "한"), "한"),
        Phrase(("ㄱ", "그", "글"), "글"),
        Phrase((), " "),
        Phrase(("ㅇ", "아", "안", "아"), "아"),  # The last jamo is taken back.
    ),
    "Vietnamese, by telex, and dead keys": (
        Phrase(("t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"), "tiếng"),
        Phrase((), " "),
        Phrase(("´",), "é"),
        letter_by_letter("t"),
        Phrase(("´",), "é"),
    ),
    "Hindi": (letter_by_letter("नमस्ते"), Phrase((), " "), letter_by_letter("माँ")),
    "Bengali": (letter_by_letter("আমার"), Phrase((), " "), letter_by_letter("ক্ষমা")),
    "Urdu": (letter_by_letter("السلام"), Phrase((), " "), letter_by_letter("علیکم")),
    # An Android keyboard composes every word: one is taken back by a letter, one is put right as it ends.
    "Android": (
        letter_by_letter("my"),
        Phrase((), " "),
        Phrase(("d", "do", "dof", "do", "dog"), "dog"),
        Phrase((), " "),
        letter_by_letter("teh", "the"),
        Phrase((), " "),
        letter_by_letter("big"),
        Phrase((), ". "),
        letter_by_letter("i"),
    ),
}
ANDROID = WRITING["Android"]
MIXED = (*(phrases[0] for phrases in WRITING.values()), *ANDROID[1:])
"""A word of each writing, one behind the other."""


def text(phrases: Sequence[Phrase]) -> str:
    return "".join(phrase.committed for phrase in phrases)


class Keyboard:
    """A keyboard that composes, at somebody's tablet."""

    def __init__(self, jo: Somebody) -> None:
        self.jo = jo
        self._browser = jo.page.context.new_cdp_session(jo.page)

    def composes(self, words: str) -> None:
        """Show what is being composed, in place of what was."""
        there = {"text": words, "selectionStart": len(words), "selectionEnd": len(words)}
        self._browser.send("Input.imeSetComposition", there)
        self.jo.page.wait_for_timeout(BETWEEN)

    def commits(self, words: str) -> None:
        """End the composition with these words."""
        self._browser.send("Input.insertText", {"text": words})
        self.jo.page.wait_for_timeout(BETWEEN)

    def writes(self, phrases: Sequence[Phrase], *, waits: Sequence[int] = (0,)) -> None:
        """Write phrases; half a second and more goes by in the middle of some (their numbers)."""
        for n, phrase in enumerate(phrases):
            for shown in phrase.composing:
                self.composes(shown)
            if n in waits:
                self.jo.page.wait_for_timeout(LONG_ENOUGH)
            self.commits(phrase.committed)


def touched(jo: Somebody, field: Locator) -> None:
    """Touch a field, and wait until it has the keyboard."""
    jo._into(field)
    jo.page.keyboard.press("Control+End")


PAGES = (
    "Our family",
    "What are they worried about?",
    "What happened then?",
    "It is not your fault",
    "What are we doing about it?",
    "Who can I talk to?",
    "What happens next?",
    "The end, for now",
)
"""A page of the story for each writing."""


def said(house: House) -> list[str]:
    """Return all that was said in the story, as the store has it."""
    document = house.document(house.plan())
    return [str(i.fields["words"]) for i in document.items.values() if i.item_type == SAYING.slug]


@pytest.fixture
def jo(otters: House, comes: Comes) -> Somebody:
    """Jo, at the story."""
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    return jo


def test_what_is_composed_in_empty_sayings_is_kept_as_it_was_committed(otters: House, jo: Somebody) -> None:
    jo.adds("Grandad", "Family")  # On each page the one empty field is his.
    keyboard = Keyboard(jo)
    for page, phrases in zip(PAGES, WRITING.values(), strict=True):
        jo.goes_to(page)
        expect(jo.page.get_by_role("button", name=page).first).to_have_attribute("aria-current", "true")
        touched(jo, jo.field("Grandad says"))
        keyboard.writes(phrases)
        wanted = text(phrases)
        jo.waits_for(lambda wanted=wanted: wanted in said(otters), f"{wanted!r} on the disk")  # type: ignore[misc]
    jo.page.reload()
    jo._has_the_tree_built()
    jo.comes_back(jo.button("Next"))
    for page, phrases in ((PAGES[-1], ANDROID), (PAGES[0], WRITING["Chinese, by pinyin"])):
        jo.goes_to(page)
        jo.sees_in_a_field("Grandad says", text(phrases))


def test_one_saying_in_every_writing_while_another_tab_speaks_on_the_same_page(
    otters: House, comes: Comes, jo: Somebody
) -> None:
    jo.goes_to("Who is worried?")
    jo.adds("Aunt", "Family")
    other = comes(otters).unlocks()
    other.touch("Our story")
    other.goes_to("Who is worried?")
    other.adds("Uncle", "Family")
    keyboard = Keyboard(jo)
    touched(jo, jo.field("Aunt says"))
    for n, phrase in enumerate(MIXED):
        for shown in phrase.composing:
            keyboard.composes(shown)
        if n in (0, 3, len(WRITING)):
            other.writes("Uncle says", f"And {n}.")
            other.page.keyboard.press("Tab")
            other.waits_for(lambda n=n: f"And {n}." in " ".join(said(otters)), "the other's words on the disk")  # type: ignore[misc]
            jo.page.wait_for_timeout(LONG_ENOUGH)
            jo.page.evaluate(FRAMES)
            assert jo.page.evaluate(IN_A_FIELD), "the keyboard was taken away in the middle of a word"
        keyboard.commits(phrase.committed)
    jo.waits_for(lambda: text(MIXED) in said(otters), "the words on the disk")
    other.waits_for(lambda: any(w.startswith("And 0.") for w in said(otters)), "the other's words on the disk")


def test_a_name_and_a_title_are_composed_too(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    keyboard = Keyboard(jo)
    # The name of somebody new, and Enter at its end.
    jo.touch("Our story")
    jo.touch("Somebody new")
    others = jo.around("Who else is here?")
    expect(jo.field("Name, as the child says it").or_(others)).to_be_visible()
    if others.count():
        jo.touch("Somebody new", nth=-1)
    jo.touch("Family")
    touched(jo, jo.field("Name, as the child says it"))
    keyboard.writes(WRITING["Korean, by jamo"], waits=(0, 3))
    jo.page.keyboard.press("Enter")
    name = text(WRITING["Korean, by jamo"])
    expect(jo.button(f"{name} speaks")).to_be_visible()
    assert name in [p.name for p in people(otters.document(otters.plan())).values()]
    jo.goes_home()
    # A title.
    jo.touch("More about Our story")
    touched(jo, jo.field("Its name"))
    keyboard.writes(WRITING["Chinese, by pinyin"], waits=(0, 1))
    jo.page.keyboard.press("Enter")
    jo.knows_it_saved()
    assert header(otters.document(otters.plan())).title == "Our story" + text(WRITING["Chinese, by pinyin"])


def test_a_row_and_a_search_are_composed_too(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    keyboard = Keyboard(jo)
    phrases = tuple(p for name in ("Chinese, by pinyin", "Android") for p in WRITING[name])
    jo.begins_for_all("Our plan")
    jo.goes_to("Until we meet again")
    jo.touch("Add a step")
    touched(jo, jo.field("What, row 1"))
    keyboard.writes(phrases, waits=(0, 1))
    plan = otters.plan("safety-plan")
    jo.waits_for(
        lambda: text(phrases) in [i.fields.get("what") for i in otters.document(plan).items.values()], "the row"
    )
    jo.goes_home()
    # A search: each word finds as it is composed.
    jo.touch("Another family")
    jo.proves()
    touched(jo, jo.field("Find a family, a person or a plan"))
    keyboard.writes((letter_by_letter("Nsn", "Nan"),), waits=(0,))
    jo.waits_for(lambda: jo.field("Find a family, a person or a plan").input_value() == "Nan", "the word")
