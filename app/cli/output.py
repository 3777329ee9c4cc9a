"""Both ends of a command: what it may write to, and the sentence that it ends with when something went wrong."""

import contextlib
import errno
import io
import os
import sys

from app.areas.toml import NotASet
from app.cli.plans_folder import Refused
from app.language import N_, _
from app.store import StoreError
from app.system.data_folder import NotAFolder
from app.system.fault_trace import trail
from app.system.small_files import Unreadable

STOPPED = N_("Stopped. Nothing has been changed.")


def with_ends() -> None:
    """See that input, output and the place for sentences are there, and that every letter can be written to them.

    Where one of the three is closed, the next file that is opened would take its number, and a plan be written to.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # The lowest number that is free: this one.
    for end in (sys.stdout, sys.stderr):
        if isinstance(end, io.TextIOWrapper):
            # A console that has no emoji shows what the name was made of, and the rest of the list.
            end.reconfigure(errors="backslashreplace")
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (as long as the program)


def nothing_more() -> None:
    """Whatever is still to be written goes nowhere: Python would complain once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_aside(sentence: str) -> None:
    """Write a sentence to where people read it, and programs do not. Where nobody reads, nothing is said."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{sentence}\n")


def sentence_of(fault: BaseException, stopped: str = STOPPED) -> str:
    """Return what to say for a fault. Of one that nobody thought of, a second line says where it came from.

    stopped: what to say when Ctrl-C ended the command.
    """
    match fault:
        case Refused() | NotASet():
            return str(fault)
        case StoreError() | NotAFolder() | Unreadable():
            return fault.sentence()
        case KeyboardInterrupt():
            return _(stopped)
        case OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EIO):
            nothing_more()  # It may be the output that takes no more.
            return _("There was no room left for what was to be written. What was saved in the plans is safe.")
    told = _("Something did not work. What was saved is safe. Whoever looks after this app needs to know this:")
    return f"{told}\n{trail(fault)}"
