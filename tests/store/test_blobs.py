"""Photographs beside a document: there when their name is given, sealed, and damaged one by one."""

import random
from pathlib import Path

import pytest

from app.document import Add, NotAccepted
from app.document.schema import Blob
from app.store import BlobDamaged, Locked, NoSuchDocument, NotSaved, ReadOnlyPlan, StoreFull
from tests.document.making import item
from tests.store.making import asked, tampered
from tests.workspace.test_workspace import begun, make, sitting

PHOTO = random.Random(12).randbytes(300_000)
"""As large as a photo is; no two runs of its bytes are alike."""


def runs(content: bytes) -> list[bytes]:
    """Return 16 bytes from here and there of a photo."""
    return [content[at : at + 16] for at in range(0, len(content) - 16, 997)]


@pytest.mark.asyncio
async def test_a_photo_is_on_the_disk_when_its_name_is_given_and_comes_back_after_a_restart(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        name = await workspace.keep_blob(id, PHOTO)
        # Another connection sees what is committed, and only that.
        assert asked(tmp_path, "select name from blob where document = ?", id) == [(name,)]
        assert await workspace.blob(id, name) == PHOTO
    async with sitting(tmp_path, first=False) as workspace:
        assert await workspace.blob(id, name) == PHOTO, "without the plan having been opened"


@pytest.mark.asyncio
async def test_the_name_of_a_photo_is_one_that_a_field_takes(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        name = await workspace.keep_blob(id, PHOTO)
        assert Blob().check("photo", name) == name
        with pytest.raises(NotAccepted):
            Blob().check("photo", name.upper())


@pytest.mark.asyncio
async def test_the_same_photo_twice_is_two_and_nobody_sees_on_the_disk_that_they_are_alike(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        names = [await workspace.keep_blob(id, PHOTO) for _ in range(2)]
        assert names[0] != names[1]
        assert [await workspace.blob(id, name) for name in names] == [PHOTO, PHOTO]


@pytest.mark.asyncio
async def test_no_byte_of_a_photo_is_readable_in_any_file(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        await workspace.keep_blob(id, PHOTO)
        files = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
        assert len(files["plans.db-wal"]) > len(PHOTO), "it is there, sealed"
        assert [name for name, content in files.items() for run in runs(PHOTO) if run in content] == []
    assert [f.name for f in tmp_path.iterdir() for run in runs(PHOTO) if run in f.read_bytes()] == []


@pytest.mark.parametrize(
    "statement",
    [
        "update blob set body = flipped(body, 5) where name = ?",
        "update blob set body = flipped(body, 200000) where name = ?",
        "update blob set body = flipped(body, length(body) - 1) where name = ?",
        "update blob set body = substr(body, 1, 1000) where name = ?",
        "update blob set body = x'' where name = ?",
        "delete from blob where name = ?",
    ],
)
@pytest.mark.asyncio
async def test_a_damaged_photo_says_so_and_hides_nothing_else(tmp_path: Path, statement: str) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("a")))
        name, other = await workspace.keep_blob(id, PHOTO), await workspace.keep_blob(id, b"another")
    tampered(tmp_path, statement, values=(name,))
    async with sitting(tmp_path, first=False) as workspace:
        news = await workspace.open(id)
        assert (news.saving, "a" in news.document.items) == ("saved", True)
        with pytest.raises(BlobDamaged) as told:
            await workspace.blob(id, name)
        assert "One picture cannot be opened" in told.value.sentence()
        assert await workspace.blob(id, other) == b"another"
        make(workspace, id, Add(item("b")))
        assert await workspace.blob(id, await workspace.keep_blob(id, b"more")) == b"more"


@pytest.mark.parametrize("opened_first", [True, False])
@pytest.mark.asyncio
async def test_a_plan_that_is_damaged_takes_no_photo_and_still_shows_those_it_has(
    tmp_path: Path, opened_first: bool
) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        make(workspace, id, Add(item("a")))
        name = await workspace.keep_blob(id, PHOTO)
    tampered(tmp_path, "update edit set body = flipped(body, 20) where id = 'a'")
    async with sitting(tmp_path, first=False) as workspace:
        if opened_first:
            assert (await workspace.open(id)).saving == "read-only"
        with pytest.raises(ReadOnlyPlan):
            await workspace.keep_blob(id, b"more")
        assert await workspace.blob(id, name) == PHOTO
        assert asked(tmp_path, "select count(*) from blob") == [(1,)]


@pytest.mark.asyncio
async def test_a_photo_of_a_plan_whose_key_is_damaged_is_said_to_be_damaged(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        name = await workspace.keep_blob(id, PHOTO)
    tampered(tmp_path, "update document set body = zeroblob(80), again = x'00'")
    async with sitting(tmp_path, first=False) as workspace:
        with pytest.raises(BlobDamaged):
            await workspace.blob(id, name)


@pytest.mark.asyncio
async def test_where_there_is_no_room_nothing_of_a_photo_is_kept_and_it_is_said(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        db = workspace.vault._db
        ((pages,),) = asked(tmp_path, "pragma page_count")
        await workspace.thread.run(db.execute, f"pragma max_page_count = {pages + 3}")
        with pytest.raises(NotSaved) as told:
            await workspace.keep_blob(id, PHOTO)
        assert isinstance(told.value.cause, StoreFull)
        assert asked(tmp_path, "select count(*) from blob") == [(0,)]
        await workspace.thread.run(db.execute, "pragma max_page_count = 1000000")
        assert await workspace.blob(id, await workspace.keep_blob(id, PHOTO)) == PHOTO


@pytest.mark.asyncio
async def test_a_plan_that_is_not_here_takes_no_photo_and_gives_none(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        with pytest.raises(NotSaved):
            await workspace.keep_blob("nowhere", PHOTO)
        with pytest.raises(NoSuchDocument):
            await workspace.blob("nowhere", "0" * 64)


@pytest.mark.asyncio
async def test_the_photos_of_an_erased_plan_are_gone_and_those_of_others_are_not(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id, other = await begun(workspace), await begun(workspace)
        name, kept = await workspace.keep_blob(id, PHOTO), await workspace.keep_blob(other, PHOTO)
        ((sealed,),) = asked(tmp_path, "select body from blob where name = ?", name)
        await workspace.thread.run(workspace.vault.erase, id)
        assert [f.name for f in tmp_path.iterdir() for run in runs(sealed) if run in f.read_bytes()] == []
        assert asked(tmp_path, "select name from blob") == [(kept,)]
        with pytest.raises(NoSuchDocument):
            await workspace.blob(id, name)
        assert await workspace.blob(other, kept) == PHOTO


@pytest.mark.asyncio
async def test_once_locked_no_photo_is_given_or_taken(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        id = await begun(workspace)
        name = await workspace.keep_blob(id, PHOTO)
        await workspace.thread.run(workspace.vault.close)
        with pytest.raises(NotSaved) as told:
            await workspace.keep_blob(id, PHOTO)
        assert told.value.closed
        with pytest.raises(Locked):
            await workspace.blob(id, name)
