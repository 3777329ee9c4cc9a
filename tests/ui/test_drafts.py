"""Words that wait in fields, whatever happens to them in whatever order: "Saved" is never said over one of them."""

from collections.abc import Callable, MutableMapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kit.draft_field import _letters
from app.kit.drafts import Draft
from app.ui.session.drafts import Aside, Drafts
from app.ui.session.routes import AskedAlone, AtPlan, AtWords, Lock, Route

LONGEST = 3
"""Letters that the document takes here."""
FIELDS = (0, 1, 2)
PAGES: tuple[Route, ...] = (
    AtPlan("plan", "page"),
    AtWords("plan", "page", "mum", AtPlan("plan")),
    AskedAlone("plan", "worry", "mum", AtPlan("plan")),
)

WORDS = st.text("ab", max_size=2 * LONGEST)
HAPPENS = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(FIELDS), WORDS),
    st.tuples(st.just("settle"), st.sampled_from(FIELDS), st.just("")),
    st.tuples(st.sampled_from(["touch", "leave", "lock", "without"]), st.just(0), st.just("")),
)


BETWEEN = "\n\n"
"""What parts the words of two tabs in one field."""


class Page:
    """A page of fields in one tab, as DraftField does it, on a tablet that can be locked. other: the same in another.

    open: whether the document takes words. told: for everything that was refused, whether somebody is told.
    """

    def __init__(self, route: Route, other: "Page | None" = None) -> None:
        self.page = self.route = route
        self.aside: MutableMapping[Aside, Draft] = {} if other is None else other.aside
        self.drafts = Drafts(lambda: self.route, lambda: None, lambda: self.aside)
        self.document = dict.fromkeys(FIELDS, "") if other is None else other.document
        self.open, self.told = True, list[bool]()
        self.comes()

    def comes(self) -> None:
        """The page is opened: what waits for its fields stands in them."""
        self.route = self.page
        self.names = {n: self.drafts.to_field.name(str(n)) for n in FIELDS}
        self.shown = dict(self.document)
        for n, name in self.names.items():
            back = self.drafts.given_back(name, "", BETWEEN)
            if back is not None:
                self.shown[n] = back.words
                self.drafts.put(name, replace(back, keep=self.keeps(n)))

    def keeps(self, n: int) -> Callable[[], bool]:
        def keep() -> bool:
            words = self.shown[n]
            fits = self.open and len(words) <= LONGEST
            if fits:
                self.document[n] = words
            else:
                self.told.append(self.drafts.heard(ValueError()))
            self.drafts.put(self.names[n], None if fits else Draft(words, keep, refused=True))
            return fits

        return keep

    def types(self, n: int, words: str) -> None:
        self.shown[n] = words
        self.drafts.put(self.names[n], Draft(words, self.keeps(n)))

    def settles(self, n: int) -> None:
        if self.drafts.waits(self.names[n]):
            self.keeps(n)()

    def sees(self) -> None:
        """The document has other words: they stand in every field in which none wait."""
        for n, name in self.names.items():
            if not self.drafts.waits(name):
                self.shown[n] = self.document[n]

    def locks(self) -> None:
        self.drafts.set_aside()
        self.route = Lock()

    @property
    def saved(self) -> bool:
        return not (self.drafts.typing or self.drafts.refused)

    @property
    def too_long(self) -> set[tuple[int, str]]:
        """What stands in the fields and cannot be kept: of which field, and every tab's words for themselves."""
        stand = (n for n, name in self.names.items() if self.drafts.waits(name) and len(self.shown[n]) > LONGEST)
        return {(n, words) for n in stand for words in parted(self.shown[n])}


def parted(words: str) -> list[str]:
    return words.split(BETWEEN)


def set_aside(page: Page) -> set[tuple[int, str]]:
    """What waits on the tablet, of every tab."""
    numbers = {name: n for n, name in page.names.items()}
    return {(numbers[key.name], words) for key, draft in page.aside.items() for words in parted(draft.words)}


@given(st.sampled_from(PAGES), st.lists(HAPPENS, max_size=20))
def test_saved_is_never_said_while_a_field_holds_words_that_are_not_in_the_document(
    route: Route, happens: list[tuple[str, int, str]]
) -> None:
    page = Page(route)
    for what, n, words in happens:
        before = dict(page.shown)
        if what == "type":
            page.types(n, words)
        elif what == "settle":
            page.settles(n)
        elif what == "without":
            page.drafts.keep(again=True)
            page.drafts.drop()
            page.comes()
            assert page.saved
        elif what == "lock":
            page.locks()
            assert page.saved
            page.comes()
            if not isinstance(route, AskedAlone):
                assert page.shown == before, "nobody's words are gone behind the lock"
        else:
            page.drafts.keep(again=what == "leave")
            assert not page.drafts.typing
        assert page.saved == (page.shown == page.document) or (page.drafts.typing and page.shown == page.document)
        assert all(words in page.shown.values() for words in page.drafts.refused)


IN_TWO_TABS = st.one_of(
    st.tuples(st.just("type"), st.just(0), st.sampled_from(["ab", "aaaa", "bbbb", "abab"])),
    st.tuples(st.sampled_from(["come", "lock"]), st.just(0), st.just("")),
    HAPPENS,
)


@settings(max_examples=200)
@given(st.sampled_from(PAGES[:2]), st.lists(st.tuples(st.integers(0, 1), IN_TWO_TABS), max_size=20))
def test_what_was_refused_in_one_tab_is_taken_from_nobody_by_what_happens_in_another(
    route: Route, happens: list[tuple[int, tuple[str, int, str]]]
) -> None:
    first = Page(route)
    tabs = (first, Page(route, first))
    for at, (what, n, words) in happens:
        page, other = tabs[at], tabs[1 - at]
        waited, theirs = page.too_long | set_aside(page), other.too_long
        if what == "come":
            page.drafts.keep()
            page.comes()
        elif page.route == Lock():
            continue
        elif what == "type":
            waited -= {(n, was) for was in parted(page.shown[n])} - set_aside(page)
            page.types(n, words)
        elif what == "settle":
            page.settles(n)
        elif what == "without":
            waited = set_aside(page)
            page.drafts.drop()
        elif what == "lock":
            page.locks()
        else:
            page.drafts.keep(again=what == "leave")
        for tab in tabs:
            tab.sees()
        assert other.too_long == theirs, "what waits in one tab is nobody else's to change"
        assert waited <= page.too_long | set_aside(page), "nobody's words are gone"


def test_words_that_wait_take_no_place_of_those_that_are_being_written() -> None:
    page = Page(PAGES[0])
    other = Page(PAGES[0], page)
    other.types(0, "aaaa")
    other.locks()
    page.types(0, "ab")
    assert page.drafts.given_back(page.names[0], "", BETWEEN) is None
    page.drafts.keep()
    assert page.document[0] == "ab"
    page.comes()
    assert page.shown[0] == "aaaa"


@given(WORDS, WORDS, st.booleans())
def test_a_letter_that_comes_after_the_lock_is_kept_or_set_aside_and_nothing_is_said_of_it_there(
    words: str, late: str, still_open: bool
) -> None:
    page = Page(PAGES[0])
    page.types(0, words)
    page.locks()
    page.open, page.told = still_open, []
    page.types(0, late)
    assert page.saved
    assert not page.drafts.waits(page.names[0])
    assert True not in page.told
    page.open = True
    page.comes()
    assert page.shown[0] == late
    assert page.saved == (still_open and len(late) <= LONGEST)
    assert not page.saved or page.document[0] == late


@given(WORDS)
def test_what_was_refused_in_one_persons_hands_is_given_back_in_nobody_elses(words: str) -> None:
    page = Page(PAGES[1])
    page.drafts.put(page.names[0], Draft(words, lambda: False, refused=True))
    page.drafts.set_aside()
    for other in (AtWords("plan", "page", "nan", AtPlan("plan")), *PAGES[::2], AtPlan("other", "page")):
        page.route = other
        assert page.drafts.given_back(page.drafts.to_field.name("0"), "", BETWEEN) is None
    page.route = AtWords("plan", "page", "mum", AtPlan("other"))
    assert not page.drafts.still_waiting, "the worker is told of what somebody wrote in their own hands"
    back = page.drafts.given_back(page.drafts.to_field.name("0"), "", BETWEEN)
    assert back is not None
    assert back.words == words


@pytest.mark.parametrize(("ours", "theirs"), [("कि", "की"), ("\U0001fa77", "\U0001f308"), ("Yes?", "Yes!")])
def test_other_words_are_never_taken_for_ours_that_were_put_in_order(ours: str, theirs: str) -> None:
    assert _letters(ours) != _letters(theirs)
    assert _letters(f"I feel … {ours}\t\u200b") == _letters(f"I feel {ours} ")
