"""The desk: what counts at once, what is said to be saved, and what happens when it is not."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

import app.workspace.workspace as desk_module
from app.document import (
    ONLY_ME,
    WORKER,
    Add,
    Document,
    Kind,
    Reach,
    Remove,
    Section,
    Set,
    redo,
    undo,
)
from app.document.header import begin, change_front, front
from app.document.saying import say, sayings
from app.store import Card, Locked, NoSuchDocument, NotSaved, ReadOnlyPlan, StoreFull, StoreThread, Vault
from app.workspace.workspace import Desk, News, NotAllowed
from tests.document.making import NAN, TOM, item
from tests.store.making import again, asked, made, tampered

KIND = Kind(
    slug="test",
    name="Test",
    family_name="Test",
    sections=(
        Section(slug="story", block="words", title="S"),
        Section(slug="mine", block="words", title="M", own=True),
    ),
)


@asynccontextmanager
async def sitting(folder: Path, *, first: bool = True) -> AsyncIterator[Desk]:
    """A desk on a real store with cheap keys, closed at the end."""
    thread = StoreThread()
    store, vault = await thread.run(made if first else again, folder)
    desk = Desk(vault, thread, lambda _slug: KIND)
    try:
        yield desk
    finally:
        await desk.close()
        await thread.run(store.close)
        thread.close()


async def begun(desk: Desk, title: str = "Our story") -> str:
    id = await desk.create(KIND, [begin(title=title)], actor=WORKER)
    await desk.open(id)
    return id


def make(desk: Desk, id: str, *changes: Any, actor: str = WORKER, scene: str = "pad", step: str | None = None) -> str:
    return desk.make(id, changes, actor=actor, scene=scene, spell="today", step=step)


def listening(desk: Desk, id: str) -> tuple[list[News], Callable[[], None]]:
    heard: list[News] = []
    return heard, desk.listen(id, heard.append)


class Refusing:
    """A vault's append that refuses as long as it is told to, and counts what it is given."""

    def __init__(self, vault: Vault, fault: Exception | None) -> None:
        self._append = vault.append
        self.fault = fault
        self.batches: list[list[str]] = []

    def __call__(self, document: str, edits: Sequence[Any], card: Card | None = None) -> None:
        self.batches.append([e.id for e in edits])
        if self.fault is not None:
            raise self.fault
        self._append(document, edits, card)


async def kept(desk: Desk, id: str) -> list[str]:
    return [e.id for e in (await desk.thread.run(desk.vault.load, id)).edits]


@pytest.mark.asyncio
async def test_a_change_counts_at_once_for_everybody_and_saved_is_said_when_it_is_on_the_disk(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        mine, _stop = listening(desk, id)
        theirs, _stop = listening(desk, id)
        make(desk, id, Add(item("a")))
        assert [n.saving for n in mine] == ["saving"]
        assert "a" in mine[-1].document.items
        assert await desk.settled()
        assert [n.saving for n in mine] == ["saving", "saved"]
        assert [n.saving for n in theirs] == ["saving", "saved"]
        assert theirs[-1].document is desk.document(id)
        assert "a" in await kept(desk, id)


@pytest.mark.asyncio
async def test_saved_is_never_said_before_the_commit_has_returned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        heard, _stop = listening(desk, id)
        loop, append = asyncio.get_running_loop(), desk.vault.append
        during: list[list[str]] = []

        def watched(*args: Any) -> None:
            append(*args)
            asyncio.run_coroutine_threadsafe(note(), loop).result(5)

        async def note() -> None:
            during.append([n.saving for n in heard])

        monkeypatch.setattr(desk.vault, "append", watched)
        make(desk, id, Add(item("a")))
        assert await desk.settled()
        assert during == [["saving"]]
        assert heard[-1].saving == "saved"


@pytest.mark.asyncio
async def test_who_has_stopped_listening_hears_nothing_more(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        heard, stop = listening(desk, id)
        stop()
        stop()
        make(desk, id, Add(item("a")))
        await desk.settled()
        assert heard == []


@pytest.mark.asyncio
async def test_a_listener_that_fails_keeps_neither_the_others_nor_the_disk_from_the_change(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)

        def fails(_news: News) -> None:
            raise RuntimeError("a page that is gone")

        stop = desk.listen(id, fails)
        heard, _stop = listening(desk, id)
        with pytest.raises(ExceptionGroup):
            make(desk, id, Add(item("a")))
        stop()
        assert len(heard) == 1
        assert await desk.settled()
        assert "a" in await kept(desk, id)


@pytest.mark.asyncio
async def test_a_listener_may_make_a_change_of_its_own_and_it_is_saved(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)

        def answers(news: News) -> None:
            if news.saving == "saved" and "answer" not in news.document.items:
                make(desk, id, Add(item("answer")))

        desk.listen(id, answers)
        make(desk, id, Add(item("a")))
        assert await desk.settled()
        assert "answer" in await kept(desk, id)


@pytest.mark.asyncio
async def test_changes_that_could_not_be_saved_wait_and_are_all_committed_in_order_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        heard, _stop = listening(desk, id)
        refusing = Refusing(desk.vault, NotSaved(StoreFull("no room")))
        monkeypatch.setattr(desk.vault, "append", refusing)
        for n in range(5):
            make(desk, id, Add(item(f"i{n}")))
            assert not await desk.settled()
            assert heard[-1].saving == "not-saved"
            assert f"i{n}" in heard[-1].document.items
        assert len(await kept(desk, id)) == 1, "only the front, from before"
        refusing.fault = None
        desk.save(id)
        assert await desk.settled()
        assert heard[-1].saving == "saved"
        assert (await kept(desk, id))[1:] == [f"i{n}" for n in range(5)]
        assert refusing.batches[-1] == [f"i{n}" for n in range(5)]


@pytest.mark.asyncio
async def test_the_next_change_tries_again_what_could_not_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        refusing = Refusing(desk.vault, NotSaved())
        monkeypatch.setattr(desk.vault, "append", refusing)
        make(desk, id, Add(item("a")))
        await desk.settled()
        refusing.fault = None
        make(desk, id, Add(item("b")))
        assert await desk.settled()
        assert (await kept(desk, id))[1:] == ["a", "b"]


@pytest.mark.asyncio
async def test_a_change_that_is_made_while_another_is_being_written_is_written_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        heard, _stop = listening(desk, id)
        loop, append = asyncio.get_running_loop(), desk.vault.append
        batches: list[list[str]] = []

        def slow(document: str, edits: Sequence[Any], card: Card | None = None) -> None:
            batches.append([e.id for e in edits])
            if len(batches) == 1:
                asyncio.run_coroutine_threadsafe(meanwhile(), loop).result(5)
            append(document, edits, card)

        async def meanwhile() -> None:
            make(desk, id, Add(item("b")))

        monkeypatch.setattr(desk.vault, "append", slow)
        make(desk, id, Add(item("a")))
        assert await desk.settled()
        assert batches == [["a"], ["b"]]
        assert [n.saving for n in heard] == ["saving", "saving", "saved"]
        assert (await kept(desk, id))[1:] == ["a", "b"]


@pytest.mark.asyncio
async def test_a_fault_that_nobody_foresaw_is_loud_too_and_the_keys_are_dropped_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = StoreThread()
    store, vault = await thread.run(made, tmp_path)
    desk = Desk(vault, thread, lambda _slug: KIND)
    id = await begun(desk)
    heard, _stop = listening(desk, id)
    monkeypatch.setattr(desk.vault, "append", Refusing(desk.vault, OverflowError("a number")))
    make(desk, id, Add(item("a")))
    with pytest.raises(OverflowError):
        await desk.settled()
    assert heard[-1].saving == "not-saved"
    with pytest.raises(OverflowError):
        await desk.close()
    assert store.state == "locked"
    await thread.run(store.close)
    thread.close()


@pytest.mark.asyncio
async def test_an_empty_change_is_no_news_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        heard, _stop = listening(desk, id)
        refusing = Refusing(desk.vault, None)
        monkeypatch.setattr(desk.vault, "append", refusing)
        make(desk, id)
        assert await desk.settled()
        assert (heard, refusing.batches) == ([], [])


@pytest.mark.asyncio
async def test_what_somebody_may_not_do_changes_nothing_not_even_the_changes_before_it(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("page", section="mine", by=TOM, for_whom=ONLY_ME)), actor=TOM)
        await desk.settled()
        heard, _stop = listening(desk, id)
        before = desk.document(id)
        with pytest.raises(NotAllowed) as told:
            make(desk, id, Add(item("a")), Set("page", "words", "x"))
        assert desk.document(id) is before
        assert heard == []
        assert await desk.settled()
        assert "a" not in await kept(desk, id)
        assert "page" not in str(told.value), "a fault names no thing of anybody's"


@pytest.mark.asyncio
async def test_a_step_may_hang_things_on_what_it_adds_itself(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("page")), Add(item("words", parent="page")), Set("words", "words", "hello"))
        assert desk.document(id).items["words"].fields["words"] == "hello"
        with pytest.raises(NotAllowed):
            make(desk, id, Add(item("b")), Set("gone", "words", "x"))
        assert "b" not in desk.document(id).items


@pytest.mark.asyncio
async def test_a_drag_is_one_step_however_many_changes_it_takes(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        for n in range(6):
            make(desk, id, Add(item(f"s{n}")))
        step = make(desk, id, Remove("s0"), Remove("s1"))
        assert make(desk, id, Remove("s2"), step=step) == step
        reach = Reach(desk.vault.device, "pad", "today", WORKER)
        taken_back = undo(desk.document(id), reach)
        assert taken_back is not None
        make(desk, id, taken_back)
        assert set(desk.document(id).items) >= {f"s{n}" for n in range(6)}
        brought = redo(desk.document(id), reach)
        assert brought is not None
        make(desk, id, brought)
        assert not {"s0", "s1", "s2"} & set(desk.document(id).items)


@pytest.mark.asyncio
async def test_a_clear_of_a_thousand_strokes_is_folded_once_and_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("page")), *(Add(item(f"s{n}", parent="page")) for n in range(1000)))
        await desk.settled()
        refusing = Refusing(desk.vault, None)
        monkeypatch.setattr(desk.vault, "append", refusing)
        folds = 0
        extend = desk_module.extend

        def counted(document: Document, edits: Any) -> Document:
            nonlocal folds
            folds += 1
            return extend(document, edits)

        monkeypatch.setattr(desk_module, "extend", counted)
        make(desk, id, *(Remove(f"s{n}") for n in range(1000)))
        assert await desk.settled()
        assert folds == 1
        assert [len(b) for b in refusing.batches] == [1000]
        assert not desk.document(id).children("page")


@pytest.mark.asyncio
async def test_words_taken_away_and_written_again_in_the_same_field_are_kept(tmp_path: Path) -> None:
    """The field keeps its id, and an edit of an id that was there before is a repeat and never kept."""
    async with sitting(tmp_path) as desk:
        id = await begun(desk)

        def write(words: str) -> None:
            changes = say(desk.document(id), words, id="field", section="story", by=NAN)
            make(desk, id, *changes, actor=NAN)

        for words in ("first", "", "again"):
            write(words)
            await desk.settled()
        assert [s.words for s in sayings(desk.document(id), None)] == ["again"]
        taken_back = undo(desk.document(id), Reach(desk.vault.device, "pad", "today", NAN))
        assert taken_back is not None
        make(desk, id, taken_back, actor=NAN)
        assert not sayings(desk.document(id), None)
        write("after the undo")
        assert await desk.settled()
        loaded = await desk.thread.run(desk.vault.load, id)
        assert [s.words for s in sayings(desk_module.fold(id, KIND, loaded.edits), None)] == ["after the undo"]


@pytest.mark.asyncio
async def test_everything_is_there_after_a_restart_and_undo_still_reaches(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        for n in range(3):
            make(desk, id, Add(item(f"i{n}")))
        before = desk.document(id)
    async with sitting(tmp_path, first=False) as desk:
        news = await desk.open(id)
        assert (news.document, news.saving) == (before, "saved")
        taken_back = undo(news.document, Reach(desk.vault.device, "pad", "today", WORKER))
        assert taken_back is not None
        make(desk, id, taken_back)
        assert set(desk.document(id).items) & {"i0", "i1", "i2"} == {"i0", "i1"}


@pytest.mark.asyncio
async def test_closing_saves_what_was_made_and_says_whether_it_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("a")))
        assert await desk.close()
    async with sitting(tmp_path, first=False) as desk:
        assert "a" in (await desk.open(id)).document.items
        refusing = Refusing(desk.vault, NotSaved())
        monkeypatch.setattr(desk.vault, "append", refusing)
        make(desk, id, Add(item("b")))
        await desk.settled()
        assert not await desk.close()
        assert len(refusing.batches) == 2, "closing tries once more"


@pytest.mark.asyncio
async def test_a_document_opened_twice_at_once_is_read_once_and_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        id = await desk.create(KIND, [begin(title="Our story")], actor=WORKER)
        reads = 0
        load = desk.vault.load

        def counted(document: str) -> Any:
            nonlocal reads
            reads += 1
            return load(document)

        monkeypatch.setattr(desk.vault, "load", counted)
        one, two = await asyncio.gather(desk.open(id), desk.open(id))
        assert one.document is two.document
        assert reads == 1


@pytest.mark.asyncio
async def test_a_damaged_plan_opens_to_be_read_and_takes_no_change(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("a")), Add(item("b")))
    tampered(tmp_path, "update edit set body = flipped(body, 20) where id = 'a'")
    async with sitting(tmp_path, first=False) as desk:
        news = await desk.open(id)
        assert news.saving == "read-only"
        assert "b" in news.document.items
        with pytest.raises(ReadOnlyPlan):
            make(desk, id, Add(item("c")))
        assert "c" not in desk.document(id).items


@pytest.mark.asyncio
async def test_a_card_is_kept_with_each_change_and_says_what_the_front_says(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk, "The Otters")
        card = await desk.thread.run(desk.vault.card, id)
        assert card is not None
        assert (card.document, card.kind, card.title, card.damaged) == (id, "test", "The Otters", False)
        front_item = desk.document(id).children(None, section="front")[0]
        make(desk, id, Set(front_item.id, "title", "The Foxes"))
        await desk.settled()
        card = await desk.thread.run(desk.vault.card, id)
        assert card is not None
        assert card.title == "The Foxes"
        assert card.changed == desk.document(id).edits[-1].at


@pytest.mark.asyncio
async def test_a_document_that_could_not_be_made_is_said_not_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        monkeypatch.setattr(desk.vault, "append", Refusing(desk.vault, NotSaved()))
        with pytest.raises(NotSaved):
            await desk.create(KIND, [begin(title="Our story")], actor=WORKER)
        assert not await desk.thread.run(desk.vault.cards)


@pytest.mark.asyncio
async def test_another_like_it_has_a_key_ids_and_blobs_of_its_own(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        run, vault = desk.thread.run, desk.vault
        photo, unused = await run(vault.put_blob, id, b"a photograph"), await run(vault.put_blob, id, b"another")
        make(desk, id, Add(item("page")), Add(item("words", parent="page", words="hello", photo=photo)))
        new = await desk.another(id, title="Our story (copy)", actor=WORKER)
        document = (await desk.open(new)).document
        (words,) = (i for i in document.items.values() if i.fields.get("words") == "hello")
        assert words.parent in document.items
        name = str(words.fields["photo"])
        assert await run(vault.get_blob, new, name) == b"a photograph"
        assert name not in (photo, unused)
        assert asked(tmp_path, "select count(*) from blob where document = ?", new) == [(1,)]
        card = await run(vault.card, new)
        assert card is not None
        assert card.title == "Our story (copy)"
        await desk.erase(id)
        assert await run(vault.get_blob, new, name) == b"a photograph"


@pytest.mark.asyncio
async def test_another_like_it_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        with monkeypatch.context() as full:
            full.setattr(desk.vault, "append", Refusing(desk.vault, NotSaved()))
            with pytest.raises(NotSaved):
                await desk.another(id, title="x", actor=WORKER)
        assert await desk.thread.run(desk.vault.documents) == (id,)


@pytest.mark.asyncio
async def test_a_card_shows_the_next_date_and_the_bin(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, *change_front(desk.document(id), next="2026-12-03", binned="2026-11-22"))
        await desk.settled()
        card = await desk.thread.run(desk.vault.card, id)
        assert card is not None
        assert (card.next, card.binned) == ("2026-12-03", "2026-11-22")
        make(desk, id, *change_front(desk.document(id), next=None, binned=None))
        await desk.settled()
        card = await desk.thread.run(desk.vault.card, id)
        assert card is not None
        assert (card.next, card.binned, dict(card.extra)) == ("", "", {})


@pytest.mark.asyncio
@pytest.mark.parametrize("asks", [make, Desk.document, Desk.news, Desk.save, listening])
async def test_whoever_comes_late_to_a_document_is_told_in_words_that_it_is_open_no_more(
    tmp_path: Path, asks: Callable[..., object]
) -> None:
    async with sitting(tmp_path) as desk:
        gone, left = await begun(desk), await begun(desk)
        await desk.erase(gone)
        with pytest.raises(NoSuchDocument):
            asks(desk, gone)
    with pytest.raises(Locked):
        asks(desk, left)


@pytest.mark.asyncio
async def test_what_is_written_while_another_is_waited_for_is_waited_for_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        first, second = await begun(desk), await begun(desk)
        assert await desk.settled()
        append, wrote = desk.vault.append, list[str]()
        loop = asyncio.get_running_loop()

        def late(document: str, *rest: Any) -> None:
            append(document, *rest)
            if document == second and not wrote:
                wrote.append(second)
                loop.call_soon_threadsafe(make, desk, first, Add(item("b")))

        monkeypatch.setattr(desk.vault, "append", late)
        make(desk, second, Add(item("a")))
        assert await desk.all_saved()
        assert wrote
        assert desk.news(first).saving == "saved"


@pytest.mark.asyncio
async def test_a_glance_reads_what_is_open_as_it_stands_and_opens_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as desk:
        open_ = await begun(desk)
        shut = await desk.create(KIND, [begin(title="Another")], actor=WORKER)
        refusing = Refusing(desk.vault, StoreFull())
        monkeypatch.setattr(desk.vault, "append", refusing)
        make(desk, open_, Add(item("a")))
        assert await desk.glance(open_, lambda d: "a" in d.items) == (True, True)
        assert await desk.glance(shut, lambda d: front(d).title) == ("Another", True)
        with pytest.raises(NoSuchDocument):
            desk.document(shut)
        refusing.fault = None
        assert await desk.all_saved()


@pytest.mark.asyncio
async def test_a_glance_at_what_is_damaged_tells_what_can_be_read_and_that_it_is_not_all(tmp_path: Path) -> None:
    async with sitting(tmp_path) as desk:
        id = await begun(desk)
        make(desk, id, Add(item("a")), Add(item("b")))
        assert await desk.settled()
    tampered(tmp_path, f"delete from edit where document = '{id}' and id = 'b'")
    async with sitting(tmp_path, first=False) as desk:
        assert await desk.glance(id, lambda d: (front(d).title, "a" in d.items)) == (("Our story", True), False)
