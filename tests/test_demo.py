"""The made-up family: always the same, only where there is room for it, and never a real one."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.store.helplines import Helpline, keep_helplines
from plans.family_star import FAMILY_STAR
from plans.good_lives import GOOD_LIVES
from plans.safety_plan import SAFETY_PLAN
from tests.cli.command import PIN, in_its_own_process, text_of

pytestmark = pytest.mark.usefixtures("at_home")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the made-up family, locked with PIN; to be copied, not used."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    made = in_its_own_process("demo", "--data", folder, ALONGSIDE_PIN=PIN)
    assert made.status == 0, made.err
    return folder


def plans_of(run: Any, data: Path) -> dict[str, dict[str, Any]]:
    """Return what list says of the plans in a folder, by their kind."""
    return {row["kind"]: row for row in json.loads(run("list", "--json", "--data", data).out)}


def shown_of(run: Any, data: Path, kind: str = "words-and-pictures") -> tuple[str, dict[str, Any]]:
    """Return the id of the plan of a kind in a folder, and what show says of it."""
    plan = plans_of(run, data)[kind]["id"]
    return plan, json.loads(run("show", plan, "--json", "--data", data).out)


def test_the_demo_is_a_made_up_family_whose_pin_is_said_and_opens_it(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "demo"
    made = in_its_own_process("demo", "--data", data, ALONGSIDE_PIN="")
    assert (made.status, made.err) == (0, "")
    assert "Practice, not for real families." in made.out
    monkeypatch.setenv("ALONGSIDE_PIN", "".join(c for c in made.out.splitlines()[-1] if c.isdigit()))
    plan, shown = shown_of(run, data)
    drawings = [i for i in shown["items"] if i["sort"] == "drawing"]
    assert len([i for i in drawings if i["section"] == "story"]) >= 10
    assert any(i["section"] == "mine" and i["for_whom"] == "worker" for i in shown["items"])
    pictures = " ".join(i["words"] for i in drawings)
    assert "sticker" in pictures
    assert "photo" in pictures
    moves = [i["words"] for i in shown["items"] if i["section"] == "method" and i["sort"] == "move"]
    assert moves[0] == "A draft from the office"
    assert moves[-1] == "Drawn"
    restricted = [i["words"] for i in shown["items"] if i["section"] == "story" and i["for_whom"] == "people"]
    assert restricted == ["People see it differently"]
    assert plans_of(run, data)["words-and-pictures"]["next"] == "2026-12-04"
    out = tmp_path / "copy.pdf"
    assert run("export", plan, "--anybody", "--out", out, "--data", data).status == 0
    assert "remembers it differently" not in text_of(out), "a page for some is in no copy for everyone"
    for private in (i["words"] for i in shown["items"] if i["for_whom"] != "everyone" and i["sort"] == "saying"):
        assert private not in text_of(out).replace("\r\n", " ")
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    own = run("demo", "--data", tmp_path / "another")
    assert own.status == 0
    assert PIN not in own.out, "a PIN of somebody's own is not shown"
    assert shown_of(run, tmp_path / "another")[1]["items"] == shown["items"], "every demo is the same"
    again = run("demo", "--data", tmp_path / "another")
    assert (again.status, again.out) == (0, own.out)
    assert sorted(plans_of(run, tmp_path / "another")) == [
        "family-star",
        "good-lives",
        "safety-plan",
        "words-and-pictures",
    ]


def test_the_demo_has_a_safety_plan_grown_over_three_visits(
    run: Any, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    data = Path(shutil.copytree(demo, tmp_path / "demo"))
    plan, shown = shown_of(run, data, "safety-plan")
    there = {i["section"] for i in shown["items"]}
    # Nobody in this family needs a plan of their own; who may hold a copy stands in the family's list.
    kept_elsewhere = {"try-out", "still", "own-plan", "copies"}
    assert there == {s.slug for s in SAFETY_PLAN.sections} - kept_elsewhere, "something stands in every section"
    numbers = [i for i in shown["items"] if i["sort"] == "answer" and any(c.isdigit() for c in i["words"])]
    assert {i["who"] for i in numbers} >= {"Mum", "Nan", "Mia"}
    (kept,) = (i for i in numbers if i["for_whom"] != "everyone")
    assert kept["who"] == "Mia"
    for paper in SAFETY_PLAN.papers:
        out = tmp_path / f"{paper.slug}.pdf"
        assert run("export", plan, "--anybody", "--paper", paper.slug, "--out", out, "--data", data).status == 0
        assert "I like it when Nan is here" not in text_of(out), "Mia keeps what she said with her first number"
        assert "020 7946 0113" in text_of(out).replace("\N{NO-BREAK SPACE}", " "), "Nan's number is on every paper"
    assert "Mia: 7" in text_of(tmp_path / "whole.pdf")


def test_the_demo_has_a_star_of_three_rounds_whose_papers_have_what_is_shown_and_nothing_that_is_kept(
    run: Any, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    data = Path(shutil.copytree(demo, tmp_path / "demo"))
    plan, shown = shown_of(run, data, "family-star")
    kept = [i for i in shown["items"] if i["sort"] == "answer" and i["for_whom"] != "everyone"]
    assert sorted((i["who"], i["words"].partition(";")[0]) for i in kept) == [("Jo", "7"), ("Mia", "2"), ("Mum", "3")]
    assert len([i for i in shown["items"] if i["sort"] == "review"]) == 2
    for paper in FAMILY_STAR.papers:
        out = tmp_path / f"{paper.slug}.pdf"
        assert run("export", plan, "--anybody", "--paper", paper.slug, "--out", out, "--data", data).status == 0
        assert "I do not want to say this at the table" not in text_of(out), "Mum keeps why"
    moved = " ".join(text_of(tmp_path / "moved.pdf").split())
    assert "4 (Monday 18 May 2026), 6 (Monday 10 August 2026), 8 (Monday 2 November 2026)" in moved
    assert "up 2 since Monday 10 August 2026" in moved


def test_the_demo_has_a_young_persons_own_plan_with_two_rounds_and_private_parts(
    run: Any, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    data = Path(shutil.copytree(demo, tmp_path / "demo"))
    plan, shown = shown_of(run, data, "good-lives")
    there = {i["section"] for i in shown["items"]}
    assert there == {s.slug for s in GOOD_LIVES.sections}, "something stands in every section"
    read = {}
    for paper in ("whole", "all"):
        out = tmp_path / f"{paper}.pdf"
        asked = ("--for", "Kit", "--paper", paper, "--out", out, "--data", data)
        assert run("export", plan, *asked).status == 0
        read[paper] = " ".join(text_of(out).split())
    assert "5 on Tuesday 6 October 2026, up from 2 on Tuesday 9 June 2026" in read["whole"]
    assert 'Say "give me five" and go to the yard.' in read["whole"]
    private = ("I wanted them to see", "I think they laugh", "Cold water", "hall wants painting")
    assert [words for words in private if words in read["whole"]] == []
    assert [words for words in private if words not in read["all"]] == []


def test_who_can_help_stands_on_what_hangs_or_is_carried_as_the_worker_chose(
    run: Any, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    data = Path(shutil.copytree(demo, tmp_path / "demo"))
    plan = plans_of(run, data)["safety-plan"]["id"]

    def printed(paper: str, name: str) -> str:
        out = tmp_path / f"{name}.pdf"
        assert run("export", plan, "--anybody", "--paper", paper, "--out", out, "--data", data).status == 0
        return text_of(out).replace("\N{NO-BREAK SPACE}", " ")

    for paper in ("fridge", "card"):
        usual = printed(paper, f"{paper}-usual")
        assert "116 123" in usual
        assert "Childline, for children" not in usual, "the family has that number in its own words"
    assert "116 123" not in printed("whole", "whole")
    keep_helplines(data, [Helpline("The duty worker", "0118 496 0123")])
    for paper in ("fridge", "card"):
        chosen = printed(paper, f"{paper}-chosen")
        assert "0118 496 0123" in chosen
        assert "116 123" not in chosen


def test_the_demo_never_goes_where_something_is_already(run: Any, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert "something in that folder" in run("demo", "--data", tmp_path).sentence()
    assert "something in that folder" in run("demo", "--data", tmp_path / "letter.txt").sentence()
    assert [f.name for f in tmp_path.iterdir()] == ["letter.txt"]
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_the_demo_needs_a_folder_that_was_named(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "real"))
    assert "--data" in run("demo").sentence()
    assert not (tmp_path / "real").exists()


def test_a_demo_whose_pin_was_too_easy_can_be_made_again_with_another(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", "1")
    assert run("demo", "--data", tmp_path / "demo").status == 1
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    assert run("demo", "--data", tmp_path / "demo").status == 0
    assert "Our story" in run("list", "--data", tmp_path / "demo").out
