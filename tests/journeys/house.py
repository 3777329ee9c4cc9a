"""The app as a family's worker starts it: a real server on a folder, in a process of its own that can be killed."""

import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from app.blocks.storyboard.model import pages
from app.cli.plans_folder import plans
from app.document import Document, fold
from app.ink import Stroke
from app.ink.drawing import marks
from app.ink.mark import Mark
from app.store import Store, Vault
from app.workspace.practice import PIN, keyring_of
from plans.catalogue import KINDS
from tests.journeys.hours import BEGINS
from tests.journeys.on_a_day import ASKS_EACH_TIME, FORGETS, STOPS
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?t=[\w-]+")

ONLY_FOUR_WORDS = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
"""The machine's own keyring is never touched: with none, four words keep the plans."""


class House:
    """One folder of plans, and the app that serves it."""

    usual_port = 0
    """Where the first one listened, and each that comes after it has gone: a browser knows again what it has compiled
    by its address (profiles.py)."""

    def __init__(
        self,
        folder: Path,
        *,
        language: str = "",
        day: date | None = None,
        asks_each_time: bool = True,
        forgets: bool = False,
        stops: bool = False,
    ) -> None:
        """day: the one on which the next start is, at ten or, of a datetime, then; None for today. asks_each_time,
        forgets, stops: see on_a_day.py.
        """
        self.folder = folder
        self.day = day
        self._language = language
        self._asks = {ASKS_EACH_TIME: "1"} if asks_each_time else {}
        self._asks |= {FORGETS: "1"} if forgets else {}
        self._asks |= {STOPS: "1"} if stops else {}
        self._process: subprocess.Popen[str] | None = None
        self._said: queue.Queue[str] = queue.Queue()
        self._address = ""
        self._hours = 0
        self._visited = False
        self._reader: tuple[Store, Vault] | None = None
        self.log: list[str] = []

    def start(self, *, port: int = 0) -> "House":
        """Start the app on the folder, and wait until it says where it is. port: 0 for the usual one, if it is free."""
        port = port or _if_free(House.usual_port)
        arguments = ["start", "--data", str(self.folder), "--port", str(port), "--no-browser"]
        app = ["tests.journeys.on_a_day", "today" if self.day is None else self.day.isoformat()]
        self._process = subprocess.Popen(
            [sys.executable, "-m", *app, *arguments, *(["--language", self._language] if self._language else [])],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **ONLY_FOUR_WORDS, **self._asks, BEGINS: str(self._hours)},
        )
        self._said = queue.Queue()
        self._listens = threading.Thread(target=self._listen, args=(self._process, self._said), daemon=True)
        self._listens.start()
        self._address = self._said.get(timeout=PATIENCE)
        House.usual_port = House.usual_port or self.port
        return self

    def _listen(self, process: "subprocess.Popen[str]", said: "queue.Queue[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.log.append(line)
            if ADDRESS.fullmatch(line.strip()):
                said.put(line.strip())

    def address(self) -> str:
        """Return an address that nobody has used: each is good for one browser."""
        fresh, self._address = self._address, ""
        if not fresh:
            # Whoever comes with a used address makes the program print the next one in its own window.
            used = next(line.strip() for line in reversed(self.log) if ADDRESS.fullmatch(line.strip()))
            with pytest.raises(HTTPError, match="403"):
                urlopen(used, timeout=PATIENCE)
            fresh = self._said.get(timeout=PATIENCE)
        return fresh

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.door.rstrip("/").rpartition(":")[2])

    @property
    def door(self) -> str:
        """The address as a browser that has been let in keeps it."""
        line = next(line for line in reversed(self.log) if ADDRESS.fullmatch(line.strip()))
        return line.partition("?")[0]

    def visited(self) -> "House":
        """Another journey begins here: an hour after the one before, so that the place where that ended is not kept."""
        if self._visited:
            self._hours += 1
            if self._process is not None:
                self._process.send_signal(signal.SIGUSR1)
        self._visited = True
        return self

    def kill(self) -> None:
        """End the app as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def interrupt(self, *, times: int = 1) -> int:
        """Press Ctrl-C, and return the exit status when the app has ended and all that it said is in the log."""
        assert self._process is not None
        for _time in range(times):
            self._process.send_signal(signal.SIGINT)
        status = self._process.wait(timeout=PATIENCE)
        self._listens.join(PATIENCE)
        self._process = None
        return status

    def stop(self) -> None:
        """End the app as Ctrl-C would, or, where it does not listen, for good."""
        if self._reader is not None:
            for opened in reversed(self._reader):
                opened.close()
            self._reader = None
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
            self._process = None

    def plans(self) -> list[dict[str, Any]]:
        """Return what `alongside list` says, last changed first."""
        return json.loads(self.ask("list", "--json"))  # type: ignore[no-any-return]

    def plan(self, kind: str = "words-and-pictures") -> str:
        """Return the id of the family's plan of a kind; where there are several, the one changed last."""
        return next(card.document for card in plans(self._read(PIN)) if card.kind == kind)

    def show(self, plan: str, *, secret: str = PIN) -> dict[str, Any]:
        """Return what `alongside show` says of a plan."""
        return json.loads(self.ask("show", plan, "--json", secret=secret))  # type: ignore[no-any-return]

    def document(self, plan: str, *, secret: str = PIN) -> Document:
        """Return a plan as the store has it, read beside the served app."""
        loaded = self._read(secret).load(plan)
        assert not loaded.faults
        return fold(plan, KINDS.kind(loaded.kind), loaded.edits)

    def drawings(self, plan: str, *, secret: str = PIN) -> dict[str, list[Stroke]]:
        """Return the strokes of a plan, as the store has them, by the slug or the id of their page."""
        return {
            page: [mark for mark in found if isinstance(mark, Stroke)]
            for page, found in self.marks(plan, secret=secret).items()
        }

    def marks(self, plan: str, *, secret: str = PIN) -> dict[str, list[Mark]]:
        """Return all that is drawn in a plan, as the store has it, by the slug or the id of its page."""
        document = self.document(plan, secret=secret)
        found: dict[str, list[Mark]] = {}
        for section in document.kind.sections:
            if section.block == "storyboard":
                for page in pages(document, section.slug):
                    name = page.kind.slug if page.kind else page.id
                    found[name] = [mark for _id, mark in marks(document, page.id)]
        return found

    def photo(self, plan: str, blob: str, *, secret: str = PIN) -> bytes:
        """Return a photo of a plan, as the store has it, opened."""
        return self._read(secret).get_blob(plan, blob)

    def raw(self) -> dict[str, bytes]:
        """Return every file of the folder, by its name, as it lies on the disk."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes() for file in self.folder.rglob("*") if file.is_file()
        }

    def _read(self, secret: str) -> Vault:
        if self._reader is None:
            store = Store.open(self.folder, keyring=keyring_of(self.folder), reading=True)
            self._reader = store, store.unlock(secret)
        return self._reader[1]

    def ask(self, *arguments: str, secret: str = PIN) -> str:
        """Run one command beside the served app, and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "app", *arguments, "--data", str(self.folder)],
            cwd=ROOT,
            env={**os.environ, **ONLY_FOUR_WORDS, "ALONGSIDE_PIN": secret},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def _if_free(port: int) -> int:
    """Return a port if nobody listens there, else 0."""
    with socket.socket() as asks:
        return 0 if asks.connect_ex(("127.0.0.1", port)) == 0 else port


CHEAPLY = """
import sys
from app.store import keys, store
store.usual_cost = lambda: keys.Cost("argon2id", 8, 1)
from app.cli.main import main
sys.exit(main())
"""
"""The command line, whose locks take no time: what a try costs is written in the folder, and nobody guesses here."""


def made_up_family(folder: Path) -> Path:
    """Make the demo's family in a folder (three seconds)."""
    command = [sys.executable, "-c", CHEAPLY, "demo", "--data", str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return folder


def copied(folder: Path, to: Path) -> Path:
    """Return a copy of a folder of plans, to do with as one likes."""
    shutil.copytree(folder, to)
    return to
