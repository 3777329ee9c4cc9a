"""The workspace: what counts at once, what is said to be saved, and what happens when it is not."""

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
    Remove,
    Section,
    Set,
    UndoReach,
    redo,
    undo,
)
from app.document.header import begin, change_header, header
from app.document.saying import say, sayings
from app.store import Locked, NoSuchDocument, NotSaved, ReadOnlyPlan, StoreFull, StoreThread, Summary, Vault
from app.workspace.open_document import News
from app.workspace.workspace import NotAllowed, Workspace
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
async def sitting(folder: Path, *, first: bool = True) -> AsyncIterator[Workspace]:
    """A desk on a real store with cheap keys, closed at the end."""
    thread = StoreThread()
    store, vault = await thread.run(made if first else again, folder)
    workspace = Workspace(vault, thread, lambda _slug: KIND)
    try:
        yield workspace
    finally:
        await workspace.close()
        await thread.run(store.close)
        thread.close()


async def begun(workspace: Workspace, title: str = "Our story") -> str:
    id = await workspace.create(KIND, [begin(title=title)], actor=WORKER)
    await workspace.open(id)
    return id


def make(
    workspace: Workspace,
    id: str,
    *changes: Any,
    actor: str = WORKER,
    undo_scope: str = "pad",
    transaction: str | None = None,
) -> str:
    return workspace.make(
        id, changes, actor=actor, undo_scope=undo_scope, undo_session="today", transaction=transaction
    )


def listening(workspace: Workspace, id: str) -> tuple[list[News], Callable[[], None]]:
    heard: list[News] = []
    return heard, workspace.listen(id, heard.append)


class Refusing:
    """A vault's append that refuses as long as it is told to, and counts what it is given."""

    def __init__(self, vault: Vault, fault: Exception | None) -> None:
        self._append = vault.append
        self.fault = fault
        self.batches: list[list[str]] = []

    def __call__(self, document: str, edits: Sequence[Any], card: Summary | None = None) -> None:
        self.batches.append([e.id for e in edits])
        if self.fault is not None:
            raise self.fault
        self._append(document, edits, card)


async def kept(workspace: Workspace, id: str) -> list[str]:
    return [e.id for e in (await workspace.thread.run(workspace.vault.load, id)).edits]


@pytest.mark.asyncio
async def test_a_change_counts_at_once_for_everybody_and_saved_is_said_when_it_is_on_the_disk(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        mine, _stop = listening(workspace, id)
        theirs, _stop = listening(workspace, id)
        make(workspace, id, Add(item("a")))
        assert [n.saving for n in mine] == ["saving"]
        assert "a" in mine[-1].document.items
        assert await workspace.settled()
        assert [n.saving for n in mine] == ["saving", "saved"]
        assert [n.saving for n in theirs] == ["saving", "saved"]
        assert theirs[-1].document is workspace.document(id)
        assert "a" in await kept(workspace, id)


@pytest.mark.asyncio
async def test_saved_is_never_said_before_the_commit_has_returned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        heard, _stop = listening(workspace, id)
        loop, append = asyncio.get_running_loop(), workspace.vault.append
        during: list[list[str]] = []

        def watched(*args: Any) -> None:
            append(*args)
            asyncio.run_coroutine_threadsafe(note(), loop).result(5)

        async def note() -> None:
            during.append([n.saving for n in heard])

        monkeypatch.setattr(workspace.vault, "append", watched)
        make(workspace, id, Add(item("a")))
        assert await workspace.settled()
        assert during == [["saving"]]
        assert heard[-1].saving == "saved"


@pytest.mark.asyncio
async def test_who_has_stopped_listening_hears_nothing_more(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        heard, stop = listening(workspace, id)
        stop()
        stop()
        make(workspace, id, Add(item("a")))
        await workspace.settled()
        assert heard == []


@pytest.mark.asyncio
async def test_a_listener_that_fails_keeps_neither_the_others_nor_the_disk_from_the_change(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)

        def fails(_news: News) -> None:
            raise RuntimeError("a page that is gone")

        stop = workspace.listen(id, fails)
        heard, _stop = listening(workspace, id)
        with pytest.raises(ExceptionGroup):
            make(workspace, id, Add(item("a")))
        stop()
        assert len(heard) == 1
        assert await workspace.settled()
        assert "a" in await kept(workspace, id)


@pytest.mark.asyncio
async def test_a_listener_may_make_a_change_of_its_own_and_it_is_saved(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)

        def answers(news: News) -> None:
            if news.saving == "saved" and "answer" not in news.document.items:
                make(workspace, id, Add(item("answer")))

        workspace.listen(id, answers)
        make(workspace, id, Add(item("a")))
        assert await workspace.settled()
        assert "answer" in await kept(workspace, id)


@pytest.mark.asyncio
async def test_changes_that_could_not_be_saved_wait_and_are_all_committed_in_order_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        heard, _stop = listening(workspace, id)
        refusing = Refusing(workspace.vault, NotSaved(StoreFull("no room")))
        monkeypatch.setattr(workspace.vault, "append", refusing)
        for n in range(5):
            make(workspace, id, Add(item(f"i{n}")))
            assert not await workspace.settled()
            assert heard[-1].saving == "not-saved"
            assert f"i{n}" in heard[-1].document.items
        assert len(await kept(workspace, id)) == 1, "only the front, from before"
        refusing.fault = None
        workspace.save(id)
        assert await workspace.settled()
        assert heard[-1].saving == "saved"
        assert (await kept(workspace, id))[1:] == [f"i{n}" for n in range(5)]
        assert refusing.batches[-1] == [f"i{n}" for n in range(5)]


@pytest.mark.asyncio
async def test_the_next_change_tries_again_what_could_not_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        refusing = Refusing(workspace.vault, NotSaved())
        monkeypatch.setattr(workspace.vault, "append", refusing)
        make(workspace, id, Add(item("a")))
        await workspace.settled()
        refusing.fault = None
        make(workspace, id, Add(item("b")))
        assert await workspace.settled()
        assert (await kept(workspace, id))[1:] == ["a", "b"]


@pytest.mark.asyncio
async def test_a_change_that_is_made_while_another_is_being_written_is_written_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        heard, _stop = listening(workspace, id)
        loop, append = asyncio.get_running_loop(), workspace.vault.append
        batches: list[list[str]] = []

        def slow(document: str, edits: Sequence[Any], card: Summary | None = None) -> None:
            batches.append([e.id for e in edits])
            if len(batches) == 1:
                asyncio.run_coroutine_threadsafe(meanwhile(), loop).result(5)
            append(document, edits, card)

        async def meanwhile() -> None:
            make(workspace, id, Add(item("b")))

        monkeypatch.setattr(workspace.vault, "append", slow)
        make(workspace, id, Add(item("a")))
        assert await workspace.settled()
        assert batches == [["a"], ["b"]]
        assert [n.saving for n in heard] == ["saving", "saving", "saved"]
        assert (await kept(workspace, id))[1:] == ["a", "b"]


@pytest.mark.asyncio
async def test_a_fault_that_nobody_foresaw_is_loud_too_and_the_keys_are_dropped_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = StoreThread()
    store, vault = await thread.run(made, tmp_path)
    workspace = Workspace(vault, thread, lambda _slug: KIND)
    id = await begun(workspace)
    heard, _stop = listening(workspace, id)
    monkeypatch.setattr(workspace.vault, "append", Refusing(workspace.vault, OverflowError("a number")))
    make(workspace, id, Add(item("a")))
    with pytest.raises(OverflowError):
        await workspace.settled()
    assert heard[-1].saving == "not-saved"
    with pytest.raises(OverflowError):
        await workspace.close()
    assert store.state == "locked"
    await thread.run(store.close)
    thread.close()


@pytest.mark.asyncio
async def test_an_empty_change_is_no_news_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        heard, _stop = listening(workspace, id)
        refusing = Refusing(workspace.vault, None)
        monkeypatch.setattr(workspace.vault, "append", refusing)
        make(workspace, id)
        assert await workspace.settled()
        assert (heard, refusing.batches) == ([], [])


@pytest.mark.asyncio
async def test_what_somebody_may_not_do_changes_nothing_not_even_the_changes_before_it(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("page", section="mine", by=TOM, for_whom=ONLY_ME)), actor=TOM)
        await workspace.settled()
        heard, _stop = listening(workspace, id)
        before = workspace.document(id)
        with pytest.raises(NotAllowed) as told:
            make(workspace, id, Add(item("a")), Set("page", "words", "x"))
        assert workspace.document(id) is before
        assert heard == []
        assert await workspace.settled()
        assert "a" not in await kept(workspace, id)
        assert "page" not in str(told.value), "a fault names no thing of anybody's"


@pytest.mark.asyncio
async def test_a_step_may_hang_things_on_what_it_adds_itself(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("page")), Add(item("words", parent="page")), Set("words", "words", "hello"))
        assert workspace.document(id).items["words"].fields["words"] == "hello"
        with pytest.raises(NotAllowed):
            make(workspace, id, Add(item("b")), Set("gone", "words", "x"))
        assert "b" not in workspace.document(id).items


@pytest.mark.asyncio
async def test_a_drag_is_one_step_however_many_changes_it_takes(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        for n in range(6):
            make(workspace, id, Add(item(f"s{n}")))
        transaction = make(workspace, id, Remove("s0"), Remove("s1"))
        assert make(workspace, id, Remove("s2"), transaction=transaction) == transaction
        reach = UndoReach(workspace.vault.device, "pad", "today", WORKER)
        taken_back = undo(workspace.document(id), reach)
        assert taken_back is not None
        make(workspace, id, taken_back)
        assert set(workspace.document(id).items) >= {f"s{n}" for n in range(6)}
        brought = redo(workspace.document(id), reach)
        assert brought is not None
        make(workspace, id, brought)
        assert not {"s0", "s1", "s2"} & set(workspace.document(id).items)


@pytest.mark.asyncio
async def test_a_clear_of_a_thousand_strokes_is_folded_once_and_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("page")), *(Add(item(f"s{n}", parent="page")) for n in range(1000)))
        await workspace.settled()
        refusing = Refusing(workspace.vault, None)
        monkeypatch.setattr(workspace.vault, "append", refusing)
        folds = 0
        extend = desk_module.extend

        def counted(document: Document, edits: Any) -> Document:
            nonlocal folds
            folds += 1
            return extend(document, edits)

        monkeypatch.setattr(desk_module, "extend", counted)
        make(workspace, id, *(Remove(f"s{n}") for n in range(1000)))
        assert await workspace.settled()
        assert folds == 1
        assert [len(b) for b in refusing.batches] == [1000]
        assert not workspace.document(id).children("page")


@pytest.mark.asyncio
async def test_words_taken_away_and_written_again_in_the_same_field_are_kept(tmp_path: Path) -> None:
    """The field keeps its id, and an edit of an id that was there before is a repeat and never kept."""
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)

        def write(words: str) -> None:
            changes = say(workspace.document(id), words, id="field", section="story", by=NAN)
            make(workspace, id, *changes, actor=NAN)

        for words in ("first", "", "again"):
            write(words)
            await workspace.settled()
        assert [s.words for s in sayings(workspace.document(id), None)] == ["again"]
        taken_back = undo(workspace.document(id), UndoReach(workspace.vault.device, "pad", "today", NAN))
        assert taken_back is not None
        make(workspace, id, taken_back, actor=NAN)
        assert not sayings(workspace.document(id), None)
        write("after the undo")
        assert await workspace.settled()
        loaded = await workspace.thread.run(workspace.vault.load, id)
        assert [s.words for s in sayings(desk_module.fold(id, KIND, loaded.edits), None)] == ["after the undo"]


@pytest.mark.asyncio
async def test_everything_is_there_after_a_restart_and_undo_still_reaches(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        for n in range(3):
            make(workspace, id, Add(item(f"i{n}")))
        before = workspace.document(id)
    async with sitting(tmp_path, first=False) as workspace:
        news = await workspace.open(id)
        assert (news.document, news.saving) == (before, "saved")
        taken_back = undo(news.document, UndoReach(workspace.vault.device, "pad", "today", WORKER))
        assert taken_back is not None
        make(workspace, id, taken_back)
        assert set(workspace.document(id).items) & {"i0", "i1", "i2"} == {"i0", "i1"}


@pytest.mark.asyncio
async def test_closing_saves_what_was_made_and_says_whether_it_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("a")))
        assert await workspace.close()
    async with sitting(tmp_path, first=False) as workspace:
        assert "a" in (await workspace.open(id)).document.items
        refusing = Refusing(workspace.vault, NotSaved())
        monkeypatch.setattr(workspace.vault, "append", refusing)
        make(workspace, id, Add(item("b")))
        await workspace.settled()
        assert not await workspace.close()
        assert len(refusing.batches) == 2, "closing tries once more"


@pytest.mark.asyncio
async def test_a_document_opened_twice_at_once_is_read_once_and_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await workspace.create(KIND, [begin(title="Our story")], actor=WORKER)
        reads = 0
        load = workspace.vault.load

        def counted(document: str) -> Any:
            nonlocal reads
            reads += 1
            return load(document)

        monkeypatch.setattr(workspace.vault, "load", counted)
        one, two = await asyncio.gather(workspace.open(id), workspace.open(id))
        assert one.document is two.document
        assert reads == 1


@pytest.mark.asyncio
async def test_a_damaged_plan_opens_to_be_read_and_takes_no_change(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("a")), Add(item("b")))
    tampered(tmp_path, "update edit set body = flipped(body, 20) where id = 'a'")
    async with sitting(tmp_path, first=False) as workspace:
        news = await workspace.open(id)
        assert news.saving == "read-only"
        assert "b" in news.document.items
        with pytest.raises(ReadOnlyPlan):
            make(workspace, id, Add(item("c")))
        assert "c" not in workspace.document(id).items


@pytest.mark.asyncio
async def test_a_card_is_kept_with_each_change_and_says_what_the_front_says(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace, "The Otters")
        card = await workspace.thread.run(workspace.vault.card, id)
        assert card is not None
        assert (card.document, card.kind, card.title, card.damaged) == (id, "test", "The Otters", False)
        header_item = workspace.document(id).children(None, section="front")[0]
        make(workspace, id, Set(header_item.id, "title", "The Foxes"))
        await workspace.settled()
        card = await workspace.thread.run(workspace.vault.card, id)
        assert card is not None
        assert card.title == "The Foxes"
        assert card.changed == workspace.document(id).edits[-1].at


@pytest.mark.asyncio
async def test_a_document_that_could_not_be_made_is_said_not_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        monkeypatch.setattr(workspace.vault, "append", Refusing(workspace.vault, NotSaved()))
        with pytest.raises(NotSaved):
            await workspace.create(KIND, [begin(title="Our story")], actor=WORKER)
        assert not await workspace.thread.run(workspace.vault.cards)


@pytest.mark.asyncio
async def test_another_like_it_has_a_key_ids_and_blobs_of_its_own(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        run, vault = workspace.thread.run, workspace.vault
        photo, unused = await run(vault.put_blob, id, b"a photograph"), await run(vault.put_blob, id, b"another")
        make(workspace, id, Add(item("page")), Add(item("words", parent="page", words="hello", photo=photo)))
        new = await workspace.duplicate(id, title="Our story (copy)", actor=WORKER)
        document = (await workspace.open(new)).document
        (words,) = (i for i in document.items.values() if i.fields.get("words") == "hello")
        assert words.parent in document.items
        name = str(words.fields["photo"])
        assert await run(vault.get_blob, new, name) == b"a photograph"
        assert name not in (photo, unused)
        assert asked(tmp_path, "select count(*) from blob where document = ?", new) == [(1,)]
        card = await run(vault.card, new)
        assert card is not None
        assert card.title == "Our story (copy)"
        await workspace.erase(id)
        assert await run(vault.get_blob, new, name) == b"a photograph"


@pytest.mark.asyncio
async def test_another_like_it_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        with monkeypatch.context() as full:
            full.setattr(workspace.vault, "append", Refusing(workspace.vault, NotSaved()))
            with pytest.raises(NotSaved):
                await workspace.duplicate(id, title="x", actor=WORKER)
        assert await workspace.thread.run(workspace.vault.documents) == (id,)


@pytest.mark.asyncio
async def test_a_card_shows_the_next_date_and_the_bin(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, *change_header(workspace.document(id), next="2026-12-03", binned="2026-11-22"))
        await workspace.settled()
        card = await workspace.thread.run(workspace.vault.card, id)
        assert card is not None
        assert (card.next, card.binned) == ("2026-12-03", "2026-11-22")
        make(workspace, id, *change_header(workspace.document(id), next=None, binned=None))
        await workspace.settled()
        card = await workspace.thread.run(workspace.vault.card, id)
        assert card is not None
        assert (card.next, card.binned, dict(card.extra)) == ("", "", {})


@pytest.mark.asyncio
@pytest.mark.parametrize("asks", [make, Workspace.document, Workspace.news, Workspace.save, listening])
async def test_whoever_comes_late_to_a_document_is_told_in_words_that_it_is_open_no_more(
    tmp_path: Path, asks: Callable[..., object]
) -> None:
    async with sitting(tmp_path) as workspace:
        gone, left = await begun(workspace), await begun(workspace)
        await workspace.erase(gone)
        with pytest.raises(NoSuchDocument):
            asks(workspace, gone)
    with pytest.raises(Locked):
        asks(workspace, left)


@pytest.mark.asyncio
async def test_what_is_written_while_another_is_waited_for_is_waited_for_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        first, second = await begun(workspace), await begun(workspace)
        assert await workspace.settled()
        append, wrote = workspace.vault.append, list[str]()
        loop = asyncio.get_running_loop()

        def late(document: str, *rest: Any) -> None:
            append(document, *rest)
            if document == second and not wrote:
                wrote.append(second)
                loop.call_soon_threadsafe(make, workspace, first, Add(item("b")))

        monkeypatch.setattr(workspace.vault, "append", late)
        make(workspace, second, Add(item("a")))
        assert await workspace.all_saved()
        assert wrote
        assert workspace.news(first).saving == "saved"


@pytest.mark.asyncio
async def test_a_glance_reads_what_is_open_as_it_stands_and_opens_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(tmp_path) as workspace:
        open_ = await begun(workspace)
        shut = await workspace.create(KIND, [begin(title="Another")], actor=WORKER)
        refusing = Refusing(workspace.vault, StoreFull())
        monkeypatch.setattr(workspace.vault, "append", refusing)
        make(workspace, open_, Add(item("a")))
        assert await workspace.glance(open_, lambda d: "a" in d.items) == (True, True)
        assert await workspace.glance(shut, lambda d: header(d).title) == ("Another", True)
        with pytest.raises(NoSuchDocument):
            workspace.document(shut)
        refusing.fault = None
        assert await workspace.all_saved()


@pytest.mark.asyncio
async def test_a_glance_at_what_is_damaged_tells_what_can_be_read_and_that_it_is_not_all(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("a")), Add(item("b")))
        assert await workspace.settled()
    tampered(tmp_path, f"delete from edit where document = '{id}' and id = 'b'")
    async with sitting(tmp_path, first=False) as workspace:
        assert await workspace.glance(id, lambda d: (header(d).title, "a" in d.items)) == (("Our story", True), False)
