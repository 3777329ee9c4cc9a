"""The command line on a terminal of its own, with somebody who answers what it asks."""

import contextlib
import os
import pty
import select
import subprocess
import sys

from tests.cli.command import ROOT, Folder
from tests.patience import PATIENCE


def answered(folder: Folder, typed: bytes) -> tuple[int, bytes]:
    """Run `list` on the folder, type this whenever it asks for the PIN, and return its status and all that it said."""
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
        while True:
            # A signal that comes between Python's last look and its read is met at the next one: people press again.
            if select.select([ours], [], [], 2)[0]:
                if not (part := os.read(ours, 4096)):
                    break
                said += part
            if said.endswith(b"PIN: "):
                os.write(ours, typed)
    status = child.wait(PATIENCE)
    os.close(ours)
    return status, said


_WITH_TERMINAL = """
import fcntl, signal, sys, termios
signal.signal(signal.SIGINT, signal.default_int_handler)  # Tests that run behind a shell's "&" have it shut.
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from app.cli.main import main
sys.exit(main())
"""
