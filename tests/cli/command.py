"""The command line for tests: a folder to read, and commands run in this process or in one of their own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import app.cli.main as cli
from app.document import IN_NO_COPY, WORKER, Add, Change, Document, Kind, Person, extend, fold, name_person, new_id
from app.document.copy_rules import Holding, decide
from app.document.edit import Edit
from app.document.header import begin
from app.document.saying import say
from app.store import Vault
from app.store.summaries import summary_of
from app.workspace.practice import keyring_of, mark
from plans.catalogue import KINDS
from tests.blocks.making import DAD, NAN, SAM, TOM, own_page, page
from tests.patience import PATIENCE
from tests.store.making import opened

ROOT = Path(__file__).resolve().parents[2]
PIN = "829301"
SECRET = "The cupboard under the stairs"
KIND = KINDS.plans[0]


class Folder:
    """A folder with a family, a story with words for everyone and words for few, and two people of one name."""

    def __init__(self, path: Path, *, words: str = "Nan saw it. 🦊") -> None:
        """words: what Nan says of the worry."""
        self.path = path
        mark(path, pin="")
        store = opened(path, keyring=keyring_of(path))
        vault, _spare_key = store.set_up(PIN)
        family = self._keep(vault, KINDS.family, [begin(title="The Otters", youngest=5)])
        first = [begin(title="Our story", family=family, youngest=5), *KIND.beginning(KIND, 5)]
        self.family, self.plan = family, self._keep(vault, KIND, first)
        self._keep(vault, KINDS.drawings, [begin(title="My drawings", family=family)])
        document = fold(self.plan, KIND, vault.load(self.plan).edits)
        twin = Person("p-twin", "sam", "friend", 2, "square")
        for n, person in enumerate((TOM, SAM, twin, NAN, DAD)):
            document = self._add(vault, document, *name_person(document, person, position=f"a{n}"))
        worry = page(document, "worry").id
        document = self._add(vault, document, *self._said(document, worry, words, NAN.id, "story"))
        _after, mine = own_page(document, TOM.id)
        document = self._add(vault, document, mine, by=TOM.id)
        document = self._add(vault, document, *self._said(document, mine.item.id, SECRET, TOM.id, "mine"), by=TOM.id)
        street = say(
            document, "The street of Nan", id=new_id(), section="setup-leave-out", by=WORKER, for_whom=IN_NO_COPY
        )
        self._add(vault, document, *street)
        self.may_hold(vault, TOM.id, SAM.id, twin.id, NAN.id, DAD.id)
        store.close()

    def may_hold(self, vault: Vault, *people: str, holding: Holding = "may") -> None:
        """Let the worker have said so of these people (ids)."""
        for person in people:
            family = fold(self.family, KINDS.family, vault.load(self.family).edits)
            self._add(vault, family, *decide(family, person, holding))

    def _said(self, document: Document, parent: str, words: str, by: str, section: str) -> tuple[Change, ...]:
        return say(document, words, id=new_id(), section=section, by=by, parent=parent)

    def _keep(self, vault: Vault, kind: Kind, changes: list[Change]) -> str:
        id = vault.create(kind.slug)
        self._add(vault, fold(id, kind, ()), *changes)
        return id

    def _add(self, vault: Vault, document: Document, *made: Change, by: str = WORKER) -> Document:
        edits = []
        for n, change in enumerate(made, start=1):
            id = change.item.id if isinstance(change, Add) else new_id()
            clock = document.clock + n
            edits.append(Edit(id, vault.device, clock, by, 1_700_000_000_000 + clock, id, "pad", "today", change))
        document = extend(document, edits)
        vault.append(document.id, edits, summary_of(document))
        return document


class Answer:
    """What a command said."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    def sentence(self) -> str:
        """Return the one sentence of a refusal, having seen that it is one line, plain, and all there is."""
        assert (self.status, self.out) == (1, "")
        assert self.err.endswith(".\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err


def home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing of this machine's own settings in the environment, and the PIN in it."""
    for name in ("ALONGSIDE_DATA", "ALONGSIDE_LANGUAGE", "FLET_APP_STORAGE_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)


def runner(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process; wrong usage is what argparse makes of it."""

    def ran(*arguments: object) -> Answer:
        try:
            status = cli.main([str(a) for a in arguments])
        except SystemExit as left:
            status = int(str(left.code))
        told = capsys.readouterr()
        return Answer(status, told.out, told.err)

    return ran


def in_its_own_process(*arguments: object, **env: str) -> Answer:
    """Run a command as somebody would, with no keyboard to answer on."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
        timeout=PATIENCE,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return " ".join(p.get_textpage().get_text_bounded() for p in document)
    finally:
        document.close()
