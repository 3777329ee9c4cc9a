"""A young person's plan by the command line: their copy with and without what is private, others', and the picture."""

from pathlib import Path
from typing import Any

import pytest

from app.document import extend
from app.document.copy_rules import decide
from app.store.summaries import summary_of
from app.workspace.practice import keyring_of, mark
from tests.blocks.young_making import ASH, MO, SHUT, whole
from tests.cli.command import PIN, Answer, home, runner, text_of
from tests.document.making import edit
from tests.store.making import opened


class YoungFolder:
    """A folder with Ash's plan."""

    def __init__(self, path: Path) -> None:
        self.path = path
        mark(path, pin="")
        store = opened(path, keyring=keyring_of(path))
        vault, _spare_key = store.set_up(PIN)
        self.plan = vault.create("good-lives")
        document = whole()
        for person in (ASH.id, MO.id):  # A plan of no family's has the rules in itself.
            document = extend(document, [edit(change) for change in decide(document, person, "may")])
        edits = [e._replace(device=vault.device, clock=n) for n, e in enumerate(document.edits, start=1)]
        vault.append(self.plan, edits, summary_of(document))
        store.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> YoungFolder:
    return YoungFolder(tmp_path_factory.mktemp("young"))


@pytest.fixture
def export(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: YoungFolder) -> Any:
    home(monkeypatch)
    run = runner(capsys)

    def exported(out: Path, *asked: str) -> Answer:
        answer: Answer = run("export", folder.plan, "--out", out, *asked, "--data", folder.path)
        return answer

    return exported


def secrets_in(file: Path) -> list[str]:
    read = " ".join(text_of(file).split())
    return [words for words in SHUT if words in read]


def test_their_copy_is_without_what_is_private_unless_all_of_it_is_asked_for(export: Any, tmp_path: Path) -> None:
    for name, asked, all_of_it in (
        ("nobody", ("--anybody",), False),
        ("mo", ("--for", "Mo"), False),
        ("ash", ("--for", "Ash"), False),
        ("all", ("--for", "Ash", "--paper", "all"), True),
    ):
        out = tmp_path / f"{name}.pdf"
        assert export(out, *asked).status == 0
        assert "Bikes, and fixing them" in text_of(out)
        assert secrets_in(out) == (list(SHUT) if all_of_it else [])


@pytest.mark.parametrize("paper", ["all", "pocket", "phone", "phone-names"])
@pytest.mark.parametrize("whom", [("--anybody",), ("--for", "Mo")])
def test_a_paper_with_what_is_private_is_made_for_nobody_else(
    export: Any, tmp_path: Path, paper: str, whom: tuple[str, ...]
) -> None:
    out = tmp_path / "x.pdf"
    assert "only for whose plan it is" in export(out, *whom, "--paper", paper).sentence()
    assert not out.exists()


def test_the_picture_for_a_phone_is_written_as_a_png_and_as_nothing_else(export: Any, tmp_path: Path) -> None:
    wrong, out = tmp_path / "x.pdf", tmp_path / "x.png"
    assert "ends in .png" in export(wrong, "--for", "Ash", "--paper", "phone").sentence()
    assert "ends in .pdf" in export(out, "--for", "Ash").sentence()
    assert not wrong.exists()
    assert not out.exists()
    assert export(out, "--for", "Ash", "--paper", "phone").status == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_show_tells_the_worker_what_is_private(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: YoungFolder
) -> None:
    home(monkeypatch)
    said = runner(capsys)("show", folder.plan, "--data", folder.path)
    assert [words for words in SHUT if words not in said.out] == []
