"""Small files that lie beside the plans, or that somebody names: read whole or not at all, and written so.

Whoever can write in the folder can put anything there under such a name: another kind of file, one without an end, one
made to keep a reader busy for ever. Each of them ends here in one fault with a sentence, and nothing here waits.
Ours, because `json` and `tomllib` have no such limits (docs/decisions/0023-small-readers.md).
"""

import codecs
import json
import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any, Literal

from app.language import N_, _
from app.language.clean_text import steers, unseen

Reason = Literal["missing", "shut", "odd", "long", "letters", "form"]

_SENTENCES: dict[Reason, str] = {
    "missing": N_("There is no file {name}. Nothing has been changed."),
    "shut": N_("The file {name} could not be read. Check that you may open it. Nothing has been changed."),
    "odd": N_("There is something called {name}, and it is no file that can be read. Nothing has been changed."),
    "long": N_("The file {name} is too long to be what it should be. Nothing has been changed."),
    "letters": N_("The letters of {name} cannot be read. Save it again as plain text. Nothing has been changed."),
    "form": N_("The file {name} cannot be understood. Nothing has been changed."),
}

_MOST_STEPS = 500_000
"""Of Python's reader through a TOML text. It takes twenty seconds and a gigabyte for one name of 16,500 parts."""

_LONGEST_NAME = 60


class Unreadable(Exception):
    """A file was not read. name: its own, fit to be shown; "" where the words came from no file.

    reason: "missing", "shut" (nobody may open it, or the disk failed), "odd" (no regular file, or no name of one),
    "long", "letters" (its coding), "form" (it is not written in the form that it should have).
    line: where, if that is known.
    """

    def __init__(self, reason: Reason, name: str = "", *, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.name = name
        self.line = line

    def sentence(self) -> str:
        """Return what happened and what is safe, in the current language."""
        return _(_SENTENCES[self.reason]).format(name=self.name)


def shown_name(name: str) -> str:
    """Return a name of a file, or of anything else that came from outside, that steers no terminal and no screen."""
    plain = "".join(c if not (steers(c) or unseen(c)) else "?" for c in name)
    return plain if len(plain) <= _LONGEST_NAME else plain[:_LONGEST_NAME] + "…"


def read_small(path: Path, longest: int) -> str:
    """Return the text of a regular file of `longest` bytes at most, without its byte order mark.

    In UTF-8, or in UTF-16 where it begins with a mark that says so, as some editors save it. Raises Unreadable.
    """
    name = shown_name(path.name)
    try:
        # Not to wait for whoever writes into a pipe, and never to become this terminal's own.
        way = os.O_RDONLY | _flag("O_NONBLOCK") | _flag("O_NOCTTY") | _flag("O_CLOEXEC") | _flag("O_BINARY")
        opened = os.open(path, way)
    except FileNotFoundError:
        raise Unreadable("missing", name) from None
    except ValueError:  # A nought in the name, or letters that the system has none for.
        raise Unreadable("odd", name) from None
    except OSError:
        # A folder on Windows, a socket: what is no file cannot even be opened.
        raise Unreadable("shut" if _is_file(path) else "odd", name) from None
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise Unreadable("odd", name)
        with os.fdopen(opened, "rb", closefd=False) as file:
            found = file.read(longest + 1)
    except OSError:
        raise Unreadable("shut", name) from None
    finally:
        os.close(opened)
    if len(found) > longest:
        raise Unreadable("long", name)
    try:
        if found.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return found.decode("utf-16")
        return found.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        raise Unreadable("letters", name) from None


def write_small(path: Path, text: str) -> None:
    """Write a file that its owner alone may read, all of it or nothing. Raises OSError; then the old one is there."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    # Made anew: what somebody may have put there under this name is not written into.
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def parse_json(text: str) -> Any:
    """Return what a JSON text holds: finite numbers only, and no name twice. Raises Unreadable ("form")."""
    try:
        return json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Unreadable("form") from None


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a TOML text holds. Raises Unreadable ("form"), with the line where it is known."""
    # For each line and each part of a name the reader goes through a whole name, that of the table above too, which
    # has no more dots than its line. Every dot counts: what is in quotes, and what is not, can be spelled in many ways.
    dots = [line.count(".") for line in text.split("\n")]
    if max(dots) * (len(dots) + sum(dots)) > _MOST_STEPS:
        raise Unreadable("form", line=dots.index(max(dots)) + 1)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        found = _LINE.search(str(fault))
        raise Unreadable("form", line=int(found[1]) if found else None) from None


_LINE = re.compile(r"at line (\d+)")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _flag(name: str) -> int:
    """Return what the system calls so; 0 where it has none."""
    return int(getattr(os, name, 0))


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return True
