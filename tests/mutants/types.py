"""Whether the types notice a fault: `make test` begins with `make check`, and nobody commits what fails there."""

import subprocess
import sys
from pathlib import Path

IDLE = "900"
"""Seconds after which it ends by itself, where nobody could end it."""


class Types:
    """A mypy that has read a copy of the tree, and waits: another look at it costs a second or two."""

    def __init__(self, tree: Path) -> None:
        """Have it read the tree once, without a fault. Raises AssertionError where that has errors already."""
        self.tree = tree
        self.running: subprocess.Popen[bytes] | None = None
        assert self._look().wait() == 0, "the types are wrong without any fault"

    def begin(self) -> None:
        """Begin to look at the tree as it is now."""
        self.running = self._look()

    def ended(self) -> str | None:
        """Return how it ended: "red" where something is wrong, "green" where not; None while it looks."""
        assert self.running is not None
        status = self.running.poll()
        return None if status is None else "red" if status else "green"

    def close(self) -> None:
        """End it."""
        subprocess.run(self._command("stop"), cwd=self.tree, check=False, stdout=subprocess.DEVNULL)

    def _look(self) -> "subprocess.Popen[bytes]":
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            self._command("run", "--timeout", IDLE, "--"), cwd=self.tree, stdout=nowhere, stderr=nowhere
        )

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "mypy.dmypy", "--status-file", str(self.tree.parent / "types.json"), *words]
