"""Another plan like one: what goes along, what stays with whom it belongs to, and nothing shared between the two."""

from hypothesis import given

from app.document import (
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    WORKER,
    Add,
    Document,
    ForWhom,
    Person,
    fold,
    name_person,
    people,
    seen_by,
)
from app.document.duplicate import duplicate, words_of
from app.document.header import LONGEST_TITLE, begin, change_header, header
from app.document.item import Value
from app.document.saying import sayings
from app.export.outline import outline
from tests.blocks.making import NAN as NANS
from tests.blocks.making import TOM as TOMS
from tests.blocks.making import drawn_on, own_page, page, spoken, story
from tests.document.making import KIND, NAN, SAM, TOM, documents, edit, item, of, plan, then


def made(document: Document, title: str = "Our story (copy)", **blobs: str) -> Document:
    """Return the document that those changes make."""
    return plan(*(edit(add) for add in duplicate(document, title=title, blobs=blobs)), kind=document.kind)


def shape(document: Document, at: str | None = None) -> list[object]:
    """Return all that a document says, without the ids of its items."""
    return [
        (i.section, i.item_type, i.by, i.for_whom, dict(i.fields), shape(document, i.id)) for i in document.children(at)
    ]


@given(documents)
def test_what_everyone_may_see_is_the_same_in_both_and_no_id_is_shared(document: Document) -> None:
    new = made(document)
    assert not set(new.items) & set(document.items)
    assert not {e.id for e in new.edits} & {e.id for e in document.edits}
    assert without_names(seen_by(new, None)) == without_names(seen_by(document, None))


def without_names(document: Document) -> list[object]:
    """The same as `shape`, without the front, the people and what is somebody's own: those have tests of their own."""
    apart = {"front", "people", "mine"}
    kept = {
        k: i for k, i in document.items.items() if not apart & {line.section for line in (i, *document.ancestors(i))}
    }
    return shape(Document(document.id, document.kind, kept))


@given(documents)
def test_nobody_sees_more_of_the_new_one_than_of_the_old(document: Document) -> None:
    new = made(document)
    for person in (None, WORKER, TOM, SAM, NAN):
        old_words = [str(i.fields.get("words")) for i in seen_by(document, person).items.values()]
        for i in seen_by(new, person).items.values():
            assert str(i.fields.get("words")) in old_words


@given(documents)
def test_nothing_of_what_is_somebodys_own_or_for_some_goes_along(document: Document) -> None:
    for i in made(document).items.values():
        assert i.section != "mine"
        assert i.for_whom.reach != "worker" or i.by == WORKER
        assert i.for_whom.reach in ("everyone", "worker", "nobody")


def test_what_stands_on_a_page_that_only_some_may_see_stays_with_it() -> None:
    picked = ForWhom("people", (NAN,))
    old = of(
        item("open", position="a0"),
        item("on-open", parent="open", words="for all"),
        item("picked", position="a1", for_whom=picked),
        item("on-picked", parent="picked", words="for Nan"),
        item("mine", section="mine", by=TOM, for_whom=EVERYONE),
        item("on-mine", section="mine", parent="mine", by=TOM, words="Tom's"),
        item("note", position="a2", for_whom=ONLY_ME),
        item("on-note", parent="note", words="the worker's note"),
        item("said-to-me", parent="note", by=NAN, words="Nan told only me"),
        item("on-said", parent="said-to-me", words="about it"),
        item("sheet", section="setup", for_whom=IN_NO_COPY, words="why now"),
        item("newer", section="a-newer-version's", words="unknown"),
    )
    told = [i.fields.get("words") for i in made(old).items.values() if i.fields.get("words")]
    assert sorted(map(str, told)) == ["for all", "the worker's note", "why now"]


def test_what_stood_at_one_place_keeps_its_order() -> None:
    old = of(*(item(id, position="a0", words=id) for id in ("c", "a", "d", "b")))
    assert [i.fields["words"] for i in made(old).children(None)] == ["a", "b", "c", "d"]


def test_the_front_keeps_the_family_and_takes_neither_the_date_nor_the_bin() -> None:
    old = plan(edit(begin(title="Our story", family="fam", youngest=5)))
    old = then(old, *(edit(c) for c in change_header(old, next="2026-12-03", binned="2026-11-22")))
    assert header(made(old)) == header(plan(edit(begin(title="Our story (copy)", family="fam", youngest=5))))
    assert len(header(made(old, "x" * 200)).title) == LONGEST_TITLE


def test_people_are_the_same_people_and_keep_their_words() -> None:
    nan = Person(NANS.id, "Nan", "family", 4, "hexagon")
    old = of(item("words", by=nan.id, words="hello"))
    old = then(old, *(edit(c) for c in name_person(old, nan, position="a0")))
    nameless = item("somebody", section="people", item_type="person", name="Ada")
    old = then(old, edit(Add(nameless)))
    new = made(old)
    assert people(new) == people(old)
    assert [s.by for s in sayings(new, None, section="story")] == [nan.id]


def test_a_story_is_told_word_for_word_and_holds_nothing_of_the_old_ones_ids() -> None:
    old = story()
    worry = page(old, "worry").id
    old = drawn_on(spoken(old, worry, "Nan saw it.", by=NANS.id), worry, 3)
    old, own = own_page(old, TOMS.id)
    old = spoken(old, own.item.id, "My secret", by=TOMS.id, section="mine")
    new = made(old)
    assert [t for t in outline(old) if t.section != "mine"] == list(outline(new))
    assert "My secret" in {t.words for t in outline(old)}
    assert page(new, "title").id != page(old, "title").id
    texts: list[Value] = [v for i in new.items.values() for v in (i.id, i.parent, *i.fields.values())]
    assert not set(old.items) & {v for v in texts if isinstance(v, str)}
    assert people(new) == people(old)


def test_blobs_get_the_names_that_they_have_there() -> None:
    photo, other = "a" * 64, "b" * 64
    old = of(item("one", photo=photo, words="Nan"), item("two", section="mine", by=TOM, photo=other))
    assert photo in words_of(old)
    assert other not in words_of(old)
    (one,) = made(old, **{photo: "c" * 64}).items.values()
    assert one.fields == {"photo": "c" * 64, "words": "Nan"}


def test_only_what_counts_goes_along() -> None:
    old = fold("plan", KIND, ())
    assert duplicate(old, title="x") == ()
