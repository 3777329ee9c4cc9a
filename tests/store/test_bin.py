"""The bin: thirty days as this tablet has seen them pass, and then nothing is left, not a sealed byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Add
from app.store import NoSuchDocument, Summary, Vault
from app.store.bin import DAYS, LONGEST_GAP, count, in_bin
from tests.document.making import item
from tests.store.making import asked, made
from tests.workspace.test_workspace import begun, make, sitting

DAY = 24 * 60 * 60


def put(vault: Vault, *, binned: bool = True, plan: str = "") -> str:
    """Keep a plan's card as one that is in the bin, or out of it; returns the plan."""
    plan = plan or vault.create("storyboard")
    vault.append(plan, [], Summary(plan, "storyboard", "Our story", "f", 7, {"binned": "2026-11-22"} if binned else {}))
    return plan


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    store, vault = made(tmp_path)
    yield vault
    store.close()


def left(vault: Vault, now: float) -> list[int]:
    return [there.days_left for there in in_bin(vault, now)]


def test_what_is_in_the_bin_has_thirty_days_that_go_one_by_one(vault: Vault) -> None:
    plan = put(vault)
    put(vault, binned=False)
    assert count(vault, 0) == ()
    for day in range(1, DAYS):
        assert count(vault, day * DAY) == ()
        assert left(vault, day * DAY) == [DAYS - day]
    assert left(vault, (DAYS - 1) * DAY + 1) == [1]
    assert count(vault, DAYS * DAY) == (plan,)
    assert left(vault, DAYS * DAY) == [0]


def test_looking_changes_nothing(vault: Vault) -> None:
    put(vault)
    count(vault, 0)
    for _look in range(10):
        assert left(vault, 5 * DAY) == [DAYS - 5]


def test_where_nothing_was_ever_in_the_bin_nothing_is_kept_of_it(vault: Vault) -> None:
    put(vault, binned=False)
    count(vault, 0)
    assert vault.setting("bin") is None


def test_how_long_it_has_been_there_is_kept_under_a_name_that_stays(vault: Vault) -> None:
    put(vault)
    count(vault, 0)
    assert vault.setting("bin"), "a tablet's bin of before would begin its thirty days again"


def test_a_clock_set_years_ahead_is_not_thirty_days(vault: Vault) -> None:
    put(vault)
    count(vault, 0)
    assert count(vault, 3650 * DAY) == ()
    assert left(vault, 3650 * DAY) == [DAYS - LONGEST_GAP]
    # Set right again, the days go on from where they were.
    assert count(vault, 1 * DAY) == ()
    assert left(vault, 2 * DAY) == [DAYS - LONGEST_GAP - 1]


def test_put_in_while_the_clock_was_years_ahead_it_has_thirty_days_all_the_same(vault: Vault) -> None:
    plan = put(vault)
    count(vault, 3650 * DAY)
    for day in range(DAYS):
        assert count(vault, day * DAY) == ()
    assert count(vault, DAYS * DAY) == (plan,)


def test_taken_out_and_put_in_again_it_has_thirty_days_again(vault: Vault) -> None:
    plan = put(vault)
    count(vault, 0)
    count(vault, 6 * DAY)
    put(vault, plan=plan, binned=False)
    assert in_bin(vault, 7 * DAY) == ()
    count(vault, 7 * DAY)
    put(vault, plan=plan)
    count(vault, 8 * DAY)
    assert left(vault, 8 * DAY) == [DAYS]


def test_what_goes_soonest_stands_first(vault: Vault) -> None:
    plans = [put(vault)]
    count(vault, 0)
    plans.append(put(vault))
    count(vault, 3 * DAY)
    assert [b.card.document for b in in_bin(vault, 3 * DAY)] == plans
    assert left(vault, 4 * DAY) == [DAYS - 4, DAYS - 1]


@given(st.lists(st.floats(-4000 * DAY, 4000 * DAY, allow_nan=False), min_size=1, max_size=12))
def test_no_clock_however_it_is_set_ends_it_before_enough_looks_for_thirty_days(times: list[float]) -> None:
    vault = _Cards()
    count(vault, times[0])  # type: ignore[arg-type]
    ends = [n for n, at in enumerate(times) if count(vault, at)]  # type: ignore[arg-type]
    assert not ends or ends[0] * LONGEST_GAP >= DAYS


class _Cards:
    """A vault with one thing in its bin and a memory: enough to count with."""

    def __init__(self) -> None:
        self.kept: object = None

    def cards(self) -> tuple[Summary, ...]:
        return (Summary("plan", extra={"binned": "2026-11-22"}),)

    def setting(self, _name: str) -> object:
        return self.kept

    def keep_setting(self, _name: str, value: object) -> None:
        self.kept = value


@pytest.mark.asyncio
async def test_an_erased_document_leaves_no_sealed_byte_and_no_way_back_for_what_was_on_its_way(tmp_path: Path) -> None:
    async with sitting(tmp_path) as workspace:
        plan, other = await begun(workspace), await begun(workspace, "Another")
        await workspace.thread.run(workspace.vault.put_blob, plan, b"a photograph")
        sealed = sealed_of(tmp_path, plan)
        assert sealed_found(tmp_path, sealed) == len(sealed)
        make(workspace, plan, Add(item("a")))  # Still on its way to the disk when the document goes.
        await workspace.erase(plan)
        assert await workspace.settled()
        assert sealed_found(tmp_path, sealed) == 0
        with pytest.raises(NoSuchDocument):
            await workspace.open(plan)
        assert (await workspace.open(other)).saving == "saved"
    assert sealed_found(tmp_path, sealed) == 0


def sealed_of(folder: Path, document: str) -> list[bytes]:
    """Return every sealed thing of a document as it stands in the tables."""
    tables = {"document": "id", "chain": "document", "edit": "document", "card": "document", "blob": "document"}
    return [
        body
        for table, name in tables.items()
        for (body,) in asked(folder, f"select body from {table} where {name} = ?", document)
    ]


def sealed_found(folder: Path, sealed: list[bytes]) -> int:
    """Return how many of them stand in any file of the folder, the log beside the store among them."""
    files = [file.read_bytes() for file in folder.iterdir()]
    return sum(any(body in content for content in files) for body in sealed)
