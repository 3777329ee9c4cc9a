"""The command line, where a copy is stopped, and where somebody is named in a plan and not among its people yet."""

from pathlib import Path
from typing import Any

import pytest

from app.blocks.rows.model import add_row
from app.document import WORKER, Person, fold, name_person
from app.document.header import begin, change_header
from app.export import copies
from app.export.read_back import Leak, Stop
from app.workspace.practice import keyring_of
from plans.catalogue import KINDS
from plans.good_lives import GOOD_LIVES
from tests.cli.command import PIN, Folder, text_of
from tests.store.making import opened

pytestmark = pytest.mark.usefixtures("at_home")

ASH = Person("p-ash", "Ash", "child", 1, "circle")
ROSA = Person("p-rosa", "Aunt Rosa", "family", 3, "square")


def with_rosa(path: Path) -> tuple[Folder, str]:
    """A folder with a young person's plan, in which Aunt Rosa stands in a row; returns the plan's id."""
    folder = Folder(path)
    store = opened(path, keyring=keyring_of(path))
    vault = store.unlock(PIN)
    plan = folder._keep(vault, GOOD_LIVES, [begin(title="My plan", family=folder.family)])
    document = fold(plan, GOOD_LIVES, vault.load(plan).edits)
    document = folder._add(
        vault, document, *name_person(document, Person("p-ash", "Ash", "child", 1, "circle"), position="a")
    )
    document = folder._add(vault, document, *change_header(document, whose="p-ash"))
    section = GOOD_LIVES.section("side")
    assert section is not None
    folder._add(vault, document, *add_row(document, section, by="p-ash", cells={"who": "Aunt Rosa"}), by="p-ash")
    store.close()
    return folder, plan


def test_who_is_only_named_in_a_row_is_told_of_with_the_way_to_a_copy(run: Any, tmp_path: Path) -> None:
    folder, plan = with_rosa(tmp_path / "data")
    out = tmp_path / "copy.pdf"
    said = run("export", plan, "--for", "aunt rosa", "--out", out, "--data", folder.path).sentence()
    assert "is named in this plan, and is not among the family's people yet" in said
    assert "say that they may hold one" in said
    assert not out.exists()


def test_once_she_is_among_the_people_and_may_hold_one_her_copy_is_made(run: Any, tmp_path: Path) -> None:
    folder, plan = with_rosa(tmp_path / "data")
    store = opened(folder.path, keyring=keyring_of(folder.path))
    vault = store.unlock(PIN)
    for id, kind in ((folder.family, KINDS.family), (plan, GOOD_LIVES)):
        document = fold(id, kind, vault.load(id).edits)
        folder._add(vault, document, *name_person(document, ROSA, position="z"), by=WORKER)
    folder.may_hold(vault, ROSA.id)
    store.close()
    out = tmp_path / "copy.pdf"
    answer = run("export", plan, "--for", "Aunt Rosa", "--out", out, "--data", folder.path)
    assert answer.status == 0, answer.err
    assert "Aunt Rosa" in text_of(out)


def test_a_stopped_copy_tells_the_worker_which_words_and_where_and_leaves_no_file(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "data")

    def stop(*_asked: object, **_more: object) -> None:
        raise Leak(Stop("He sleeps in the car", ("on page 2",), ("My pages",)))

    monkeypatch.setattr(copies, "make_copy", stop)
    out = tmp_path / "copy.pdf"
    answer = run("export", folder.plan, "--for", "Nan", "--out", out, "--data", folder.path)
    assert (answer.status, answer.out, out.exists()) == (1, "", False)
    assert "No file was made." in answer.err
    assert "He sleeps in the car" in answer.err
    assert "on page 2" in answer.err
    assert "Look at who may see these words" in answer.err
