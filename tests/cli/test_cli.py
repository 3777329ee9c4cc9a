"""The command line: what it prints, what it refuses, and with which exit status."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import app.cli.main as cli
from app.document import fold, new_id
from app.document.copy_rules import Holding
from app.document.header import change_header
from app.workspace.practice import keyring_of
from plans.catalogue import KINDS
from tests.blocks.making import NAN
from tests.cli.command import PIN, SECRET, Folder, text_of
from tests.store.making import opened, tampered

pytestmark = pytest.mark.usefixtures("at_home")


# list


def test_list_shows_the_plans_and_neither_families_nor_drawings(run: Any, folder: Folder) -> None:
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [f"{folder.plan}  2023-11-14  The Otters  Our story  words-and-pictures"]


def test_list_as_json_has_id_kind_title_family_changed_and_next(run: Any, folder: Folder) -> None:
    (row,) = json.loads(run("list", "--json", "--data", folder.path).out)
    assert list(row) == ["id", "kind", "title", "family", "changed", "next"]
    assert (row["id"], row["kind"], row["title"], row["family"]) == (
        folder.plan, "words-and-pictures", "Our story", "The Otters",
    )  # fmt: skip
    assert row["changed"].startswith("2023-11-14T")
    assert row["changed"].endswith("+00:00")


def test_a_plan_whose_card_is_damaged_is_listed_as_what_it_is(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    tampered(folder.path, f"update card set body = flipped(body, 20) where document = '{folder.plan}'")
    answer = run("list", "--data", folder.path)
    assert answer.status == 0
    assert "Our story" in answer.out


def fronted(folder: Folder, *, of: str = "", **fields: str | None) -> None:
    """Change the front of a document (the plan's, where none is named), as the app does."""
    store = opened(folder.path, keyring=keyring_of(folder.path))
    vault = store.unlock(PIN)
    loaded = vault.load(of or folder.plan)
    document = fold(of or folder.plan, KINDS.kind(loaded.kind), loaded.edits)
    folder._add(vault, document, *change_header(document, **fields))
    store.close()


def test_list_shows_the_next_date(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    fronted(folder, next="2026-12-03")
    assert run("list", "--data", folder.path).out.endswith("words-and-pictures  next: 2026-12-03\n")
    (row,) = json.loads(run("list", "--json", "--data", folder.path).out)
    assert row["next"] == "2026-12-03"


@pytest.mark.parametrize("damaged", [False, True])
def test_what_is_in_the_bin_is_listed_apart_and_neither_shown_nor_copied(
    run: Any, tmp_path: Path, damaged: bool
) -> None:
    folder = Folder(tmp_path / "data")
    assert run("list", "--bin", "--data", folder.path).out == ""
    fronted(folder, binned="2026-11-22")
    if damaged:
        tampered(folder.path, f"update card set body = flipped(body, 20) where document = '{folder.plan}'")
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.out) == (0, "")
    out = tmp_path / "x.pdf"
    for asked in (("show", folder.plan), ("export", folder.plan, "--anybody", "--out", out)):
        assert "in the bin" in run(*asked, "--data", folder.path).sentence()
    assert not out.exists()
    if not damaged:
        listed = run("list", "--bin", "--data", folder.path).out
        assert listed.startswith(folder.plan)
        assert listed.endswith("Our story  words-and-pictures  30 days left\n")
        (row,) = json.loads(run("list", "--bin", "--json", "--data", folder.path).out)
        assert row["days_left"] == "30"


def test_the_plans_of_a_closed_family_are_listed_apart_and_can_still_be_shown(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    assert run("list", "--closed", "--data", folder.path).out == ""
    fronted(folder, of=folder.family, closed="2026-11-22")
    assert run("list", "--data", folder.path).out == ""
    assert run("list", "--closed", "--data", folder.path).out.startswith(folder.plan)
    assert "Nan saw it." in run("show", folder.plan, "--data", folder.path).out
    fronted(folder, of=folder.family, closed=None)
    assert run("list", "--data", folder.path).out.startswith(folder.plan)
    assert run("list", "--closed", "--data", folder.path).out == ""


# show


def test_show_tells_all_that_is_in_a_plan_in_order_with_who_said_it(run: Any, folder: Folder) -> None:
    answer = run("show", folder.plan, "--data", folder.path)
    assert answer.status == 0
    lines = [line.strip() for line in answer.out.splitlines()]
    assert lines[0] == "Our story"
    told = [
        "What are they worried about?",
        "Nan: Nan saw it. 🦊 (Written down by The worker)",
        f"Tom: {SECRET} (Written down by The worker)",
        "The worker: The street of Nan (own words)",
    ]
    assert [line for line in lines if line in told] == told


def test_show_as_json_has_every_item_with_its_section_speaker_and_reach(run: Any, folder: Folder) -> None:
    answer = json.loads(run("show", folder.plan, "--json", "--data", folder.path).out)
    assert list(answer) == ["id", "kind", "title", "damaged", "items"]
    assert (answer["id"], answer["kind"], answer["damaged"]) == (folder.plan, "words-and-pictures", 0)
    assert all(list(i) == ["section", "sort", "who", "words", "note", "for_whom"] for i in answer["items"])
    said = [(i["section"], i["who"], i["words"], i["for_whom"]) for i in answer["items"] if i["sort"] == "saying"]
    assert said == [
        ("story", "Nan", "Nan saw it. 🦊", "everyone"),
        ("mine", "Tom", SECRET, "everyone"),
        ("setup-leave-out", "The worker", "The street of Nan", "nobody"),
    ]


def test_a_plan_is_found_by_as_much_of_its_id_as_only_it_has(run: Any, folder: Folder) -> None:
    assert run("show", folder.plan[:9], "--data", folder.path).status == 0


@pytest.mark.parametrize("plan", ["no-such-plan", "", " "])
def test_a_plan_that_is_not_there_is_said_not_to_be(run: Any, folder: Folder, plan: str) -> None:
    assert "no plan of that id" in run("show", plan, "--data", folder.path).sentence()


def test_an_id_never_looks_like_an_option() -> None:
    assert not any(new_id().startswith("-") for _n in range(3000))


def test_a_damaged_plan_is_shown_as_far_as_it_can_be_read_and_not_copied(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    tampered(
        folder.path,
        f"update edit set body = flipped(body, 20) where document = '{folder.plan}' and seq ="
        f" (select max(seq) from edit where document = '{folder.plan}')",
    )
    answer = run("show", folder.plan, "--data", folder.path)
    assert answer.status == 0
    assert "Nan saw it." in answer.out
    assert "damaged" in answer.err
    assert json.loads(run("show", folder.plan, "--json", "--data", folder.path).out)["damaged"] == 1
    out = tmp_path / "x.pdf"
    answer = run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path)
    assert "damaged" in answer.sentence()
    assert not out.exists()


# export


def test_export_writes_a_copy_with_only_what_that_person_may_see(run: Any, folder: Folder, tmp_path: Path) -> None:
    for name in ("", "nan", "Tom", " TOM "):
        out = tmp_path / f"{name.strip()}-{len(name)}.pdf"
        who = ["--for", name] if name else ["--anybody"]
        answer = run("export", folder.plan, "--out", out, *who, "--data", folder.path)
        assert (answer.status, answer.out, answer.err) == (0, "", "")
        assert "Nan saw it." in text_of(out)
        assert SECRET not in text_of(out).replace("\r\n", " ")
        assert "street" not in text_of(out)


def test_export_puts_a_page_each_on_paper_or_four_and_knows_no_other_way(
    run: Any, folder: Folder, tmp_path: Path
) -> None:
    made = {}
    for name, asked in (("plain", ()), ("page", ("--layout", "page")), ("four", ("--layout", "four"))):
        out = tmp_path / f"{name}.pdf"
        assert run("export", folder.plan, "--anybody", "--out", out, *asked, "--data", folder.path).status == 0
        made[name] = out.read_bytes()
    assert made["plain"] == made["page"] != made["four"]
    refused = run(
        "export", folder.plan, "--anybody", "--out", tmp_path / "x.pdf", "--layout", "two", "--data", folder.path
    )
    assert refused.status == 2
    assert not (tmp_path / "x.pdf").exists()


def test_a_paper_that_is_not_this_plans_is_not_made_and_it_says_which_are(
    run: Any, folder: Folder, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    said = run("export", folder.plan, "--anybody", "--out", out, "--paper", "fridge", "--data", folder.path).sentence()
    assert "It can be put on: page, four." in said
    assert not out.exists()


def test_export_never_writes_over_a_file(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    out.write_bytes(b"somebody's")
    assert (
        "was left as it is" in run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path).sentence()
    )
    assert out.read_bytes() == b"somebody's"


def test_export_into_a_folder_that_is_not_there_says_so(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "gone" / "copy.pdf"
    assert (
        "could not be written"
        in run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path).sentence()
    )


def test_a_copy_that_could_not_be_written_whole_leaves_no_part_of_it(
    run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        """A file on a disk with room for ten bytes."""

        def __init__(self, path: Path, mode: str) -> None:
            self.file = open(path, mode)  # noqa: SIM115 (closed by the context that this stands for)

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_fault: object) -> None:
            self.file.close()

        def write(self, content: bytes) -> None:
            self.file.write(content[:10])

        def flush(self) -> None:
            self.file.flush()
            raise OSError(28, "No space left on device")

    out = tmp_path / "copy.pdf"
    monkeypatch.setattr(cli, "open", Full, raising=False)
    assert (
        "could not be written"
        in run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path).sentence()
    )
    assert not out.exists()


def test_two_people_of_one_name_are_not_guessed_between(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    answer = run("export", folder.plan, "--out", out, "--for", "Sam", "--data", folder.path)
    assert "Two people" in answer.sentence()
    assert not out.exists()


def test_a_copy_for_somebody_who_is_not_in_the_plan_is_not_made(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert "Nobody of that name" in run(
        "export", folder.plan, "--out", out, "--for", "Zed", "--data", folder.path
    ).sentence()  # fmt: skip
    assert not out.exists()


def test_a_leak_makes_no_file(run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.export.copies.seen_by", lambda document, _person, **_private: document)
    out = tmp_path / "x.pdf"
    answer = run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path)
    assert answer.status == 1
    assert "No file was made." in answer.err
    assert f"“{SECRET}” was found" in answer.err, "whoever gave the PIN is told which words, and where"
    assert SECRET not in answer.out
    assert not out.exists()


@pytest.mark.parametrize("by", ["--language", "ALONGSIDE_LANGUAGE"])
def test_a_copy_and_the_commands_words_are_in_the_language_asked_for(
    run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    out = tmp_path / "x.pdf"
    asked = ["--language", "en-XA"] if by == "--language" else []
    if not asked:
        monkeypatch.setenv(by, "en-XA")
    assert run("export", folder.plan, "--anybody", "--out", out, *asked, "--data", folder.path).status == 0
    assert "What are they worried about?" not in text_of(out)
    assert "no plan of that id" not in run("show", "none", *asked, "--data", folder.path).err


@pytest.mark.parametrize("holding", ["must-not", "not-decided"])
@pytest.mark.parametrize("paper", ["page", "four"])
def test_no_copy_is_made_for_whom_the_worker_has_not_said_so(
    run: Any, ruled: Callable[[Holding], Folder], tmp_path: Path, holding: Holding, paper: str
) -> None:
    out = tmp_path / "x.pdf"
    folder = ruled(holding)
    answer = run("export", folder.plan, "--for", "Nan", "--paper", paper, "--out", out, "--data", folder.path)
    assert "There is no copy for this person yet." in answer.sentence()
    assert not out.exists()


def test_without_the_workers_word_there_is_no_copy_for_nobody_in_particular(
    run: Any, folder: Folder, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    assert "Say who it is for, with --for" in run("export", folder.plan, "--out", out, "--data", folder.path).sentence()
    assert not out.exists()
    both = ("--anybody", "--for", "Nan")
    assert run("export", folder.plan, *both, "--out", out, "--data", folder.path).status == 2


def test_the_offices_copy_is_made_whatever_the_rules_are(
    run: Any, ruled: Callable[[Holding], Folder], tmp_path: Path
) -> None:
    out, folder = tmp_path / "x.pdf", ruled("must-not")
    assert run("export", folder.plan, "--office", "--out", out, "--data", folder.path).status == 0
    assert "It is not to be handed on." in " ".join(text_of(out).split())
    assert SECRET not in text_of(out)


def test_where_the_familys_document_is_damaged_nobodys_rule_is_trusted(
    run: Any, ruled: Callable[[Holding], Folder], tmp_path: Path
) -> None:
    out, folder = tmp_path / "x.pdf", ruled("may")
    asked = ("export", folder.plan, "--for", "Nan", "--data", folder.path, "--out")
    assert run(*asked, tmp_path / "before.pdf").status == 0
    last = f"(select max(rowid) from edit where document = '{folder.family}')"
    tampered(folder.path, f"update edit set body = flipped(body, 20) where rowid = {last}")
    assert "There is no copy for this person yet." in run(*asked, out).sentence()
    assert not out.exists()


@pytest.fixture
def ruled(tmp_path: Path) -> Callable[[Holding], Folder]:
    """A folder of its own, in which the worker said this of Nan."""

    def made(holding: Holding) -> Folder:
        folder = Folder(tmp_path / "ruled")
        store = opened(folder.path, keyring=keyring_of(folder.path))
        vault = store.unlock(PIN)
        folder.may_hold(vault, NAN.id, holding=holding)
        store.close()
        return folder

    return made


# where it is


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
@pytest.mark.parametrize(
    ("where", "day", "off"),
    [("Pacific/Auckland", "2023-11-15", "+13:00"), ("Pacific/Pago_Pago", "2023-11-14", "-11:00")],
)
def test_list_shows_the_day_that_it_is_there(
    run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch, where: str, day: str, off: str
) -> None:
    with monkeypatch.context() as here:
        here.setenv("TZ", where)
        assert run("list", "--data", folder.path).out.split("  ")[1] == day
        (row,) = json.loads(run("list", "--json", "--data", folder.path).out)
        assert row["changed"].startswith(day)
        assert row["changed"].endswith(off)
    time.tzset()


def test_export_says_what_is_not_on_the_copy_and_writes_it(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pdf.shaping.can_shape", lambda: False)
    folder = Folder(tmp_path / "data", words="நான் பாட்டியுடன்")
    out = tmp_path / "copy.pdf"
    answer = run("export", folder.plan, "--anybody", "--out", out, "--data", folder.path)
    assert answer.status == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "Before you hand it on" in answer.err
    assert "words in Tamil letters are not on it." in answer.err
    assert "நான்" not in answer.err + answer.out
    assert "They could not be put on this copy." in " ".join(text_of(out).split())
