"""The command line, over the same core as the screen: start, demo, list, show, export. Imports no flet but to start.

Exit status: 0 done; 1 with one clear sentence on stderr; 2 for wrong usage. The PIN comes by prompt
or ALONGSIDE_PIN, never as an argument: arguments stand in the shell's history and in every process list.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.listing import list_plans, show_plan
from app.cli.output import STOPPED, nothing_more, say_aside, sentence_of, with_ends
from app.cli.plans_folder import Refused, document_of, read, unlocked
from app.document import Document, people
from app.document.copy_rules import OFFICE
from app.document.header import header
from app.document.local_day import today
from app.ink.drawing import all_photos
from app.language import N_, SOURCE, _, current, set_language, whole_number
from app.language.name_search import same_name
from app.sheet.unprintable import way_on
from app.system.data_folder import NotAFolder, named_folder
from app.workspace.practice import practice
from plans.areas import SETS
from plans.catalogue import KINDS

if TYPE_CHECKING:
    from app.store import Vault


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. The one boundary at which every fault becomes a sentence."""
    with_ends()
    set_language(os.environ.get("ALONGSIDE_LANGUAGE") or SOURCE)
    asked = _parser().parse_args(arguments)
    set_language(asked.language or current())
    try:
        asked.run(asked)
        sys.stdout.flush()  # Here, so that a reader who left early is met below.
    except BrokenPipeError:
        # Whoever read our output has read enough.
        nothing_more()
        return 0
    except (KeyboardInterrupt, Exception) as fault:  # noqa: BLE001 - see sentence_of
        say_aside(sentence_of(fault, asked.stopped))
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="alongside", description=_("A plan that you and a family build together."))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Any, help: str, *, stopped: str = STOPPED) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        made.add_argument("--data", metavar="DIR", help=_("the folder of the plans"))
        made.add_argument("--language", metavar="XX", default="", help=_("the language, for example en"))
        made.set_defaults(run=run, stopped=stopped)
        return made

    start = command("start", _start, _("serve the app on this machine"))
    start.add_argument("--port", type=_port, default=None, help=_("the first port to try; 0 takes any"))
    start.add_argument("--no-browser", action="store_true", help=_("open no browser"))
    start.add_argument("--window", action="store_true", help=_("open a window of its own"))
    half = N_("Stopped before the made-up family was whole. Make it again in another folder. All else is as it was.")
    command("demo", _demo, _("make a made-up family to practise with"), stopped=half)
    listed = command("list", list_plans, _("list the plans"))
    listed.add_argument("--json", action="store_true", help=_("for programs to read"))
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--bin", action="store_true", help=_("what is in the bin, and how long it stays"))
    which.add_argument("--closed", action="store_true", help=_("the plans of families that are closed"))
    shown = command("show", show_plan, _("show all that is in a plan"))
    shown.add_argument("plan", metavar="PLAN", help=_("the plan's id, from list"))
    shown.add_argument("--json", action="store_true", help=_("for programs to read"))
    export = command("export", _export, _("make a copy of a plan for somebody"))
    export.add_argument("plan", metavar="PLAN", help=_("the plan's id, from list"))
    export.add_argument("--out", metavar="FILE.pdf", required=True, type=Path, help=_("the file to write"))
    whose = export.add_mutually_exclusive_group()
    whose.add_argument("--for", dest="whom", metavar="NAME", default="", help=_("who the copy is for"))
    whose.add_argument("--office", action="store_true", help=_("for the office's record"))
    whose.add_argument("--anybody", action="store_true", help=_("for nobody in particular: your word that it is safe"))
    offered = dict.fromkeys(p.slug for kind in KINDS.plans for p in kind.papers)
    # --layout: what it was called when there were stories alone.
    export.add_argument(
        "--paper", "--layout", choices=tuple(offered), default="", help=_("which of the plan's papers to make")
    )
    areas = command("areas", _areas, _("check a set of areas of your own"))
    areas.add_argument("what", choices=("check",), help=_("says what is in the file, or all that is not right"))
    areas.add_argument("file", metavar="FILE", type=Path, help=_("the file with the set"))
    return parser


def _port(text: str) -> int:
    port = whole_number(text)
    if port is None or port > 65535:
        raise argparse.ArgumentTypeError(_("a port is a number from 0 to 65535"))
    return port


def _start(asked: argparse.Namespace) -> None:
    from app.cli.start import start  # Flet and the server are loaded for this command alone.

    start(
        named_folder(asked.data),
        port=asked.port,
        browser=not asked.no_browser,
        window=asked.window,
        language=asked.language and current(),
    )


def _demo(asked: argparse.Namespace) -> None:
    from app.demo import make_demo  # Only this command draws made-up pictures.
    from app.store.folder import FILE

    if not asked.data:
        raise Refused(_("Say with --data where the made-up family goes. Nothing has been changed."))
    there_already = _("There is something in that folder already. Please name an empty or a new one.")
    try:
        folder = named_folder(asked.data)
    except NotAFolder as fault:
        raise (Refused(there_already) if fault.taken else fault) from None
    told = practice(folder)
    if told is None and folder.exists() and any(folder.iterdir()):
        raise Refused(there_already)
    if told is None or not (folder / FILE).exists():
        told = make_demo(folder, pin=os.environ.get("ALONGSIDE_PIN", ""))
    print(_("Practice, not for real families."))
    if told.pin:
        print(_("The PIN is {pin}.").format(pin=told.pin))


def _export(asked: argparse.Namespace) -> None:
    with unlocked(asked.data) as vault:
        document, faults = document_of(vault, asked.plan)
        rules = _rules(vault, document)
        photos = _photos(vault, document)
    if faults:
        raise Refused(_("A part of this plan is damaged, so no copy is made of it. What can be read is safe."))
    from app.export.copies import (  # As it is asked for: the screen needs none of it.
        Leak,
        NoCopyYet,
        make_copy,
        offered_to,
    )
    from app.store.helplines import found_helplines, helplines_for_paper

    person = OFFICE if asked.office else _person(document, asked.whom) if asked.whom else None
    if person is None and not asked.anybody:
        raise Refused(_("No copy was made. Say who it is for, with --for, --office, or --anybody if all may read it."))
    offered = [p.slug for p in offered_to(document, person)]
    if asked.paper and asked.paper not in offered and document.kind.paper(asked.paper).private:
        raise Refused(_("That paper is only for whose plan it is. Name them with --for. No copy was made."))
    if asked.paper and asked.paper not in offered:
        sentence = _("This plan is not put on that paper, so no copy was made. It can be put on: {papers}.")
        raise Refused(sentence.format(papers=", ".join(offered)))
    printed = asked.paper or offered[0]
    numbers = found_helplines(named_folder(asked.data))
    picture = document.kind.paper(printed).shape == "phone"
    if picture != (asked.out.suffix.lower() == ".png"):
        ending = ".png" if picture else ".pdf"
        raise Refused(_("No copy was made: please name a file that ends in {ending}.").format(ending=ending))
    try:
        copy = make_copy(
            document,
            person,
            family=rules,
            on_my_word=asked.anybody,
            made=today(),
            language=current(),
            photos=photos,
            printed=printed,
            helplines=helplines_for_paper(numbers.lines),
        )
    except NoCopyYet as refusal:
        told = _("The app has a page for it, behind your PIN: Who may hold a copy.")
        raise Refused(f"{refusal.sentence()} {told}") from refusal
    except Leak as leak:
        # Whoever gave the PIN reads this: it is the worker's own machine.
        raise Refused("\n".join((leak.sentence(), *leak.why()))) from leak
    _write_new(asked.out, copy.file)
    if copy.missing:
        for sentence in (_("Before you hand it on"), *dict.fromkeys(one.sentence() for one in copy.missing)):
            say_aside(sentence)
        say_aside(way_on(copy.missing))
    for sentence in numbers.told:
        say_aside(sentence)


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, all of it or nothing. Raises Refused."""
    try:
        # A file that is there already may be somebody's copy: it is never written over.
        with open(path, "xb") as file:
            try:
                file.write(content)
                file.flush()
            except BaseException:  # Ctrl-C too.
                path.unlink(missing_ok=True)
                raise
    except (FileExistsError, IsADirectoryError):
        if path.is_dir():
            raise Refused(_("That is a folder, so no copy was made. Please name a file in it.")) from None
        raise Refused(_("There is a file of that name already, and it was left as it is.")) from None
    except (OSError, ValueError):  # The second: a nought in the name, or letters that the system has none for.
        raise Refused(_("The file could not be written there. The plan is safe. Try another folder.")) from None


def _areas(asked: argparse.Namespace) -> None:
    from app.areas.files import described, read_file  # As it is asked for: starting the screen needs none of it.

    print(described(read_file(asked.file, taken=[s.slug for s in SETS])))


def _photos(vault: "Vault", document: Document) -> dict[str, bytes]:
    """Return a plan's photos; one that is damaged is left out, and its place stays grey."""
    from app.store import BlobDamaged

    found: dict[str, bytes] = {}
    for name in all_photos(document):
        with contextlib.suppress(BlobDamaged):
            found[name] = vault.get_blob(document.id, name)
    return found


def _rules(vault: "Vault", document: Document) -> Document | None:
    """Return the document whose rules say who may hold a copy of a plan. None where it cannot be read as a whole: what
    is missing in it may be the very change that forbids one.
    """
    family = header(document).family
    if not family:
        return document
    if all(c.document != family for c in vault.cards()):
        return None
    found, faults = read(vault, family)
    return found if not faults else None


def _person(document: Document, name: str) -> str:
    from app.export.outline import written_names  # As it is asked for: the screen needs none of it.

    found = [p.id for p in people(document).values() if p.here and same_name(p.name, name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_("Two people in this plan have that name, so no copy was made. Use the app to choose."))
    if any(same_name(name, other) for other in written_names(document)):
        told = _("{name} is named in this plan, and is not among the family's people yet, so no copy was made.")
        way = _("The app asks for whom a copy is. Add them there, and say that they may hold one. Then try again.")
        raise Refused(f"{told.format(name=name)} {way}")
    raise Refused(_("Nobody of that name is in this plan, so no copy was made."))
