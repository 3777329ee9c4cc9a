"""A real server in a process of its own, for tests that knock at its door."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

TINY = """
import sys
from pathlib import Path
import flet as ft
from app.server.serve import serve

def main(page):
    page.add(ft.Text("Hello there"))

serve(main, port=int(sys.argv[1]), assets=Path("assets"), open_browser=False,
      on_ready=lambda a: print(a, flush=True), on_another=lambda a: print(a, flush=True))
print("stopped")
"""


@contextmanager
def served(program: str = TINY, port: int = 0) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Serve a Flet program; yields the address that it prints, and its process."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(port)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()
