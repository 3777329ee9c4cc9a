"""Words that wait in fields, whatever happens to them in whatever order: "Saved" is never said over one of them."""

from collections.abc import Callable, Hashable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.drafts import Drafts
from app.ui.kit.drafts import Draft
from app.ui.kit.field import _letters
from app.ui.places import AskedAlone, AtPlan, AtWords, Lock, Place

LONGEST = 3
"""Letters that the document takes here."""
FIELDS = (0, 1, 2)
PAGES: tuple[Place, ...] = (
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


class Page:
    """A page of fields, as DraftField does it, on a tablet that can be locked."""

    def __init__(self, place: Place) -> None:
        self.page = self.place = place
        self.aside: dict[Hashable, Draft] = {}
        self.drafts = Drafts(lambda: self.place, lambda: None, lambda: self.aside)
        self.document = dict.fromkeys(FIELDS, "")
        self.comes()

    def comes(self) -> None:
        """The page is opened: what waits for its fields stands in them."""
        self.place = self.page
        self.names = {n: self.drafts.to_field.name(str(n)) for n in FIELDS}
        self.shown = dict(self.document)
        for n, name in self.names.items():
            back = self.drafts.given_back(name)
            if back is not None:
                self.shown[n] = back.words
                self.drafts.put(name, replace(back, keep=self.keeps(n)))

    def keeps(self, n: int) -> Callable[[], bool]:
        def keep() -> bool:
            words, fits = self.shown[n], len(self.shown[n]) <= LONGEST
            if fits:
                self.document[n] = words
            self.drafts.put(self.names[n], None if fits else Draft(words, keep, refused=True))
            return fits

        return keep

    @property
    def saved(self) -> bool:
        return not (self.drafts.typing or self.drafts.refused)


@given(st.sampled_from(PAGES), st.lists(HAPPENS, max_size=20))
def test_saved_is_never_said_while_a_field_holds_words_that_are_not_in_the_document(
    place: Place, happens: list[tuple[str, int, str]]
) -> None:
    page = Page(place)
    for what, n, words in happens:
        before = dict(page.shown)
        if what == "type":
            page.shown[n] = words
            page.drafts.put(page.names[n], Draft(words, page.keeps(n)))
        elif what == "settle":
            if page.drafts.waits(page.names[n]):
                page.keeps(n)()
        elif what == "without":
            page.drafts.keep(again=True)
            page.drafts.drop()
            page.comes()
            assert page.saved
        elif what == "lock":
            page.drafts.set_aside()
            page.place = Lock()
            page.drafts.put(page.names[n], Draft("late", page.keeps(n)))  # A letter on its way.
            assert page.saved
            page.comes()
            if not isinstance(place, AskedAlone):
                assert page.shown == before, "nobody's words are gone behind the lock"
        else:
            page.drafts.keep(again=what == "leave")
            assert not page.drafts.typing
        assert page.saved == (page.shown == page.document) or (page.drafts.typing and page.shown == page.document)
        assert all(words in page.shown.values() for words in page.drafts.refused)


@given(WORDS)
def test_what_was_refused_in_one_persons_hands_is_given_back_in_nobody_elses(words: str) -> None:
    page = Page(PAGES[1])
    page.drafts.put(page.names[0], Draft(words, lambda: False, refused=True))
    page.drafts.set_aside()
    for other in (AtWords("plan", "page", "nan", AtPlan("plan")), *PAGES[::2], AtPlan("other", "page")):
        page.place = other
        assert page.drafts.given_back(page.drafts.to_field.name("0")) is None
    page.place = AtWords("plan", "page", "mum", AtPlan("other"))
    back = page.drafts.given_back(page.drafts.to_field.name("0"))
    assert back is not None
    assert back.words == words
    assert not page.drafts.still_waiting, "the worker is told of what somebody wrote in their own hands"


@pytest.mark.parametrize(("ours", "theirs"), [("कि", "की"), ("\U0001fa77", "\U0001f308"), ("Yes?", "Yes!")])
def test_other_words_are_never_taken_for_ours_that_were_put_in_order(ours: str, theirs: str) -> None:
    assert _letters(ours) != _letters(theirs)
    assert _letters(f"I feel … {ours}\t\u200b") == _letters(f"I feel {ours} ")
