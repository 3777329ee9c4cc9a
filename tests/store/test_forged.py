"""What somebody with the key, or another tablet, may have put into a store: refused, told, and all else opens."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.document.edit import LARGEST, LATEST, Edit
from app.document.fold import fold
from app.document.local_day import LATEST_TIME
from app.store import Summary
from app.store.summaries import SummaryPromise, pack_summary, read_summary, summary_of
from tests.document.making import KIND
from tests.store.making import again, asked, kept, made, saying, sayings, tampered

MILLIONS = "x" * 3_000_000


@pytest.mark.parametrize(
    "forged",
    [
        saying(MILLIONS, 5),
        saying("x" * 20_000, 5),
        saying("words", 5)._replace(undo_scope=MILLIONS),
        saying("words", LATEST + 1),
        saying("words", 5, id="i" * 2_000),
    ],
    ids=["millions of letters", "more than a field", "a giant scene", "the end of all clocks", "a giant id"],
)
def test_a_forged_edit_is_told_and_the_rest_of_its_plan_and_all_others_open(tmp_path: Path, forged: Edit) -> None:
    store, vault = made(tmp_path)
    before, behind = sayings(4), sayings(2, first=6)
    document = kept(vault, [*before, forged, *behind])
    other = kept(vault, sayings(3))
    store.close()
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert {e.id for e in loaded.edits} == {e.id for e in (*before, *behind)}
    (fault,) = loaded.faults
    assert (fault.what, fault.seq) == ("edit", 5)
    assert "damaged" in fault.sentence()
    assert vault.load(other).faults == ()
    vault.append(other, [saying("more", 10)])
    store.close()


def test_a_body_that_is_larger_than_any_edit_is_not_even_read(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(5))
    store.close()
    tampered(tmp_path, f"update edit set body = zeroblob({LARGEST * 20}) where seq = 3")
    store, vault = again(tmp_path)
    vault._db.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST * 2)  # Else SQLite says that it is too big.
    loaded = vault.load(document)
    assert len(loaded.edits) == 4
    assert [(f.what, f.seq) for f in loaded.faults] == [("edit", 3)]
    assert asked(tmp_path, "select length(body) from edit where seq = 3") == [(LARGEST * 20,)]
    store.close()


@pytest.mark.parametrize(
    "card",
    [
        Summary("plan", title=MILLIONS),
        Summary("plan", kind=MILLIONS),
        Summary("plan", extra={"promises": "x" * LARGEST * 5}),
        Summary("plan", changed=LATEST_TIME + 1),
        Summary("plan", changed=-1),
        Summary("plan", title=7),  # type: ignore[arg-type]
        Summary("plan", extra={"next": 7}),  # type: ignore[dict-item]
        Summary("plan", changed="7"),  # type: ignore[arg-type]
    ],
    ids=["title", "kind", "promises", "late", "early", "a number", "a number beside", "no time"],
)
def test_a_forged_card_is_damaged_and_made_anew_from_its_plan(tmp_path: Path, card: Summary) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_summary("plan", pack_summary(card))
    store, vault = made(tmp_path)
    document = vault.create("storyboard")
    vault.append(document, sayings(2), replace(card, document=document))
    (read,) = vault.cards()
    assert read == Summary(document, damaged=True)
    assert summary_of(fold(document, KIND, vault.load(document).edits)).changed == 1_700_000_000_002
    store.close()


def test_old_marks_of_direction_on_a_card_turn_no_list_round() -> None:
    promise = '[["s", "nan", "Na\\u202en", "\\u202egnir", "", "i"]]'
    card = read_summary("plan", pack_summary(Summary("plan", title="Our\u202e yrots", extra={"promises": promise})))
    assert card.title == "Our yrots"
    assert card.promises == (SummaryPromise("s", "nan", "Nan", "gnir", "", "i"),)


def test_promises_nested_without_end_are_none() -> None:
    assert Summary("plan", extra={"promises": "[" * 200_000}).promises == ()


def test_a_plan_of_a_clock_that_was_wrong_by_ages_keeps_its_card(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = vault.create("storyboard")
    late = saying("words", 1)._replace(at=2**52)
    vault.append(document, [late], summary_of(fold(document, KIND, [late])))
    assert [c.damaged for c in vault.cards()] == [False]
    store.close()
