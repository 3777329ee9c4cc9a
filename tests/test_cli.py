"""The command line: what it prints, what it refuses, with which exit status; and that it never loads a screen."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from filelock import FileLock

import app.cli as cli
from app.document import IN_NO_COPY, WORKER, Add, Change, Document, Kind, Person, extend, fold, name_person, new_id
from app.document.edit import Edit
from app.document.front import begin
from app.document.saying import say
from app.practice import keyring_of, mark
from app.store import Vault
from app.store.desk import card_of
from plans.catalogue import KINDS
from tests.blocks.making import DAD, NAN, SAM, TOM, own_page, page
from tests.store.making import opened, tampered

ROOT = Path(__file__).resolve().parents[1]
PIN = "829301"
SECRET = "The cupboard under the stairs"
KIND = KINDS.plans[0]


class Folder:
    """A folder with a family, a story with words for everyone and words for few, and two people of one name."""

    def __init__(self, path: Path) -> None:
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
            document = self._add(vault, document, *name_person(document, person, place=f"a{n}"))
        worry = page(document, "worry").id
        document = self._add(vault, document, *self._said(document, worry, "Nan saw it. 🦊", NAN.id, "story"))
        _after, mine = own_page(document, TOM.id)
        document = self._add(vault, document, mine, by=TOM.id)
        document = self._add(vault, document, *self._said(document, mine.item.id, SECRET, TOM.id, "mine"), by=TOM.id)
        street = say(
            document, "The street of Nan", id=new_id(), section="setup-leave-out", by=WORKER, for_whom=IN_NO_COPY
        )
        self._add(vault, document, *street)
        store.close()

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
        vault.append(document.id, edits, card_of(document))
        return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder that no test changes."""
    return Folder(tmp_path_factory.mktemp("folder") / "data")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALONGSIDE_DATA", "ALONGSIDE_LANGUAGE", "FLET_APP_STORAGE_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)


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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
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
        timeout=60,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return " ".join(p.get_textpage().get_text_bounded() for p in document)
    finally:
        document.close()


# list


def test_list_shows_the_plans_and_neither_families_nor_drawings(run: Any, folder: Folder) -> None:
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [f"{folder.plan}  2023-11-14  The Otters  Our story  words-and-pictures"]


def test_list_as_json_has_id_kind_title_family_and_changed(run: Any, folder: Folder) -> None:
    (row,) = json.loads(run("list", "--json", "--data", folder.path).out)
    assert list(row) == ["id", "kind", "title", "family", "changed"]
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
    assert "damaged" in run("export", folder.plan, "--out", out, "--data", folder.path).sentence()
    assert not out.exists()


# export


def test_export_writes_a_copy_with_only_what_that_person_may_see(run: Any, folder: Folder, tmp_path: Path) -> None:
    for name, sees_secret in (("", False), ("nan", False), ("Tom", True), (" TOM ", True)):
        out = tmp_path / f"{name.strip()}-{len(name)}.pdf"
        who = ["--for", name] if name else []
        answer = run("export", folder.plan, "--out", out, *who, "--data", folder.path)
        assert (answer.status, answer.out, answer.err) == (0, "", "")
        assert "Nan saw it." in text_of(out)
        assert (SECRET in text_of(out).replace("\r\n", " ")) == sees_secret
        assert "street" not in text_of(out)


def test_export_never_writes_over_a_file(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    out.write_bytes(b"somebody's")
    assert "was left as it is" in run("export", folder.plan, "--out", out, "--data", folder.path).sentence()
    assert out.read_bytes() == b"somebody's"


def test_export_into_a_folder_that_is_not_there_says_so(run: Any, folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "gone" / "copy.pdf"
    assert "could not be written" in run("export", folder.plan, "--out", out, "--data", folder.path).sentence()


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
    assert "could not be written" in run("export", folder.plan, "--out", out, "--data", folder.path).sentence()
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
    monkeypatch.setattr("app.copies.seen_by", lambda document, _person: document)
    out = tmp_path / "x.pdf"
    answer = run("export", folder.plan, "--out", out, "--data", folder.path)
    assert answer.status == 1
    assert "No file was made." in answer.err
    assert SECRET not in answer.err
    assert not out.exists()


@pytest.mark.parametrize("by", ["--language", "ALONGSIDE_LANGUAGE"])
def test_a_copy_and_the_commands_words_are_in_the_language_asked_for(
    run: Any, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    out = tmp_path / "x.pdf"
    asked = ["--language", "en-XA"] if by == "--language" else []
    if not asked:
        monkeypatch.setenv(by, "en-XA")
    assert run("export", folder.plan, "--out", out, *asked, "--data", folder.path).status == 0
    assert "What are they worried about?" not in text_of(out)
    assert "no plan of that id" not in run("show", "none", *asked, "--data", folder.path).err


# The PIN, and what is not there.


def test_a_wrong_pin_opens_nothing_and_is_counted(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path / "data")
    monkeypatch.setenv("ALONGSIDE_PIN", "111222")
    answer = run("list", "--data", folder.path)
    assert (answer.status, answer.out) == (1, "")
    assert "does not open the plans" in answer.err
    assert "4" in answer.err
    assert "3" in run("list", "--data", folder.path).err


def test_the_pin_is_no_argument(run: Any, folder: Folder) -> None:
    assert run("list", "--pin", PIN, "--data", folder.path).status == 2


def test_without_a_keyboard_a_pin_is_asked_for_in_one_sentence(folder: Folder) -> None:
    answer = in_its_own_process("list", "--data", folder.path, ALONGSIDE_PIN="")
    assert "ALONGSIDE_PIN" in answer.sentence()


def test_the_pin_is_asked_for_and_not_shown(folder: Folder) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", _WITH_TERMINAL, "list", "--data", str(folder.path)],
        cwd=ROOT,
        env={**os.environ, "ALONGSIDE_PIN": ""},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    said = b""
    with contextlib.suppress(OSError):  # Linux ends a terminal that its last user has left with EIO.
        while part := os.read(ours, 4096):
            said += part
            if said.endswith(b"PIN: "):
                os.write(ours, PIN.encode() + b"\n")
    assert child.wait(30) == 0
    os.close(ours)
    assert b"Our story" in said
    assert PIN.encode() not in said


_WITH_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from app.cli import main
sys.exit(main())
"""


def test_where_there_are_no_plans_it_says_so_and_makes_nothing(run: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    assert "There are no plans here yet." in run("list", "--data", empty).err
    assert not empty.exists()
    assert run("list", "--data", empty).status == 1


def test_the_folder_may_be_named_by_the_environment(run: Any, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", str(folder.path))
    assert "Our story" in run("list").out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-command",),
        ("show",),
        ("export", "plan"),
        ("export", "--out", "x.pdf"),
        ("list", "--no-such-option"),
        ("start", "--port", "99999"),
        ("start", "--port", "eight"),
    ],
)
def test_wrong_usage_is_status_2_with_a_word_on_stderr(run: Any, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "usage: alongside" in answer.err


def test_every_command_has_help(run: Any) -> None:
    for arguments in ((), ("start",), ("demo",), ("list",), ("show",), ("export",)):
        answer = run(*arguments, "--help")
        assert answer.status == 0
        assert "usage: alongside" in answer.out


# In a process of its own.


@contextlib.contextmanager
def another_writer(folder: Path) -> Iterator[None]:
    """Another process of this app that has the folder open for writing."""
    code = (
        "import sys; from pathlib import Path; from app.store import Store;"
        " from app.practice import keyring_of; p = Path(sys.argv[1]); s = Store.open(p, keyring=keyring_of(p));"
        " v = s.unlock(sys.argv[2]); v.keep_setting('x', 1); print('open', flush=True); sys.stdin.read(); s.close()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), PIN], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"open\n"
        yield
    finally:
        child.stdin.close()
        assert child.wait(30) == 0
        child.stdout.close()


def test_reading_goes_on_beside_a_process_that_writes(run: Any, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data")
    with another_writer(folder.path):
        held = FileLock(folder.path / "plans.lock")
        with pytest.raises(TimeoutError):
            held.acquire(timeout=0)
        assert "Our story" in run("list", "--data", folder.path).out
        assert "Nan saw it." in run("show", folder.plan, "--data", folder.path).out
        out = tmp_path / "copy.pdf"
        assert run("export", folder.plan, "--out", out, "--data", folder.path).status == 0


def test_no_command_but_start_ever_loads_a_screen_or_a_server(folder: Folder, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom app.cli import main\n"
        "status = main(sys.argv[1:])\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'flet', 'flet_web', 'uvicorn', 'fastapi'})"
        " + [m for m in sys.modules if m.startswith('app.ui')])\n"
        "sys.exit(status)"
    )
    for command in (("list",), ("export", folder.plan, "--out", str(tmp_path / "x.pdf"))):
        done = subprocess.run(
            [sys.executable, "-c", code, *command, "--data", str(folder.path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_console_without_emoji_still_gets_the_whole_plan(folder: Folder) -> None:
    answer = in_its_own_process("show", folder.plan, "--data", folder.path, PYTHONIOENCODING="ascii")
    assert (answer.status, answer.err) == (0, "")
    assert "Nan saw it. \\U0001f98a" in answer.out


def test_a_reader_that_leaves_early_is_no_fault(folder: Folder) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "app", "list", "--data", str(folder.path)],
            cwd=ROOT,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


# demo


def shown_of(run: Any, data: Path) -> tuple[str, dict[str, Any]]:
    """Return the id of the one plan in a folder, and what show says of it."""
    (row,) = json.loads(run("list", "--json", "--data", data).out)
    return row["id"], json.loads(run("show", row["id"], "--json", "--data", data).out)


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
    out = tmp_path / "copy.pdf"
    assert run("export", plan, "--out", out, "--data", data).status == 0
    for private in (i["words"] for i in shown["items"] if i["for_whom"] != "everyone" and i["sort"] == "saying"):
        assert private not in text_of(out).replace("\r\n", " ")
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)
    own = run("demo", "--data", tmp_path / "another")
    assert own.status == 0
    assert PIN not in own.out, "a PIN of somebody's own is not shown"
    assert shown_of(run, tmp_path / "another")[1]["items"] == shown["items"], "every demo is the same"
    again = run("demo", "--data", tmp_path / "another")
    assert (again.status, again.out) == (0, own.out)
    assert len(json.loads(run("list", "--json", "--data", tmp_path / "another").out)) == 1


def test_the_demo_never_goes_where_something_is_already(run: Any, folder: Folder, tmp_path: Path) -> None:
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
