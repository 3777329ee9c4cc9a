#!/usr/bin/env python3
"""One door to everything that is done with this folder: see the commands below, or `dev.py --help`.

Needs nothing but Python 3.11; what the work needs goes into `.venv`, pinned by pyproject.toml and constraints.txt.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
OLDEST = (3, 11)

RUN = ("web", "desktop", "shaping", "preview")
TEST = (*RUN, "dev")

# Programs that the tests start, and the Debian package that brings each.
TOOLS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)


def stop(sentence: str) -> NoReturn:
    """End with status 1 and one sentence."""
    print(sentence, file=sys.stderr)
    raise SystemExit(1)


def call(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder, its output shown, and return its status."""
    sys.stdout.flush()
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})})


def must(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command; where it fails, end with its status."""
    status = call(*command, env=env)
    if status:
        raise SystemExit(status)


# --- What the work needs -------------------------------------------------------------------------


def is_debian_root() -> bool:
    """Whether packages can be installed here without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt(*packages: str) -> bool:
    """Install Debian packages as root; whether that went well."""
    print(f"Installing {', '.join(packages)} …", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)
    return call("apt-get", "update", "-qq", env=quiet) == 0 and call(*install, env=quiet) == 0


def python() -> Path:
    """Return the Python of `.venv`, which need not be there yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv() -> None:
    """Make `.venv` where there is none, or where it is broken."""
    if python().exists() and call(python(), "-c", "import pip") == 0:
        return
    # Debian's Python has venv, but without ensurepip it makes one that can install nothing.
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not (is_debian_root() and apt(package)):
            stop(
                "Python's venv module is missing. On Debian or Ubuntu: sudo apt install "
                f"{package}; elsewhere install Python from python.org. Then start again."
            )
    print("Making .venv …", flush=True)
    must(sys.executable, "-m", "venv", "--clear", VENV)


def requirements(extras: tuple[str, ...]) -> list[str]:
    """Return the pinned requirements of the app and of these extras, as pyproject.toml has them."""
    import tomllib  # Not at the top: an older Python must get as far as being told that it is too old.

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *(r for e in extras for r in project["optional-dependencies"][e])]


def install(extras: tuple[str, ...]) -> None:
    """Bring `.venv` to the pins; nothing is asked of the network when it is already there."""
    make_venv()
    wanted = sorted(requirements(extras))
    seen = "\n".join([sys.version, CONSTRAINTS.read_text("utf-8"), *wanted])
    stamp = VENV / f"ready-{hashlib.sha256(seen.encode()).hexdigest()[:16]}"
    if stamp.exists():
        return
    print("Fetching what is needed (a minute or two, this once) …", flush=True)
    pip = (python(), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--constraint", CONSTRAINTS)
    if call(*pip, *wanted):
        stop("Some parts could not be fetched (see above). Nothing is lost: once online, start again.")
    stamp.touch()


def browser() -> str:
    """Return the browser for the tests, or "" for Playwright's own. No browser is a failure, never a skip."""
    chosen = os.environ.get("ALONGSIDE_BROWSER")
    found = shutil.which(chosen) if chosen else installed_browser()
    if chosen and not found:
        stop(f"ALONGSIDE_BROWSER names {chosen}, and there is no such program.")
    if found:
        return found
    if is_debian_root() and apt("chromium") and (found := shutil.which("chromium")):
        return found
    if call(python(), "-m", "playwright", "install", "chromium"):
        stop("The tests need a browser: please install Chromium, Chrome or Edge, and start again.")
    return ""


def installed_browser() -> str | None:
    """Return the first Chromium, Chrome or Edge that is installed."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def tools() -> None:
    """See that the programs which the tests start are there."""
    missing = [package for program, package in TOOLS.items() if shutil.which(program) is None]
    if missing and not (is_debian_root() and apt(*missing)):
        stop(f"The tests need {' and '.join(missing)}: please install them, and start again.")


# --- The commands --------------------------------------------------------------------------------


def start(*arguments: str) -> int:
    """Start the app in this very process where that can be done, so that Ctrl-C reaches only the app."""
    command = [str(python()), "-m", "app", "start", *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.chdir(ROOT)
        os.execv(command[0], command)
    child = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # Windows gives Ctrl-C to both; the app says goodbye, and then so do we.


def run(options: argparse.Namespace) -> int:
    """Start the app."""
    install((*RUN, "window") if options.window else RUN)
    return start(*door(options))


def demo(options: argparse.Namespace) -> int:
    """Start the app on a made-up family, made anew each time."""
    install((*RUN, "window") if options.window else RUN)
    if options.data is None:
        options.data = str(ROOT / "build" / "demo")
        shutil.rmtree(options.data, ignore_errors=True)
    must(python(), "-m", "app", "demo", "--data", options.data)
    return start(*door(options))


def door(options: argparse.Namespace) -> list[str]:
    """Return the arguments for `start`."""
    arguments = ["--window"] if options.window else []
    if options.port is not None:
        arguments += ["--port", options.port]
    if options.data is not None:
        arguments += ["--data", options.data]
    return arguments


def check(options: argparse.Namespace) -> int:
    """Check style, types and who may know whom."""
    install(TEST)
    # import-linter has no `python -m`, and its script has another name on Windows.
    contracts = "from importlinter.cli import lint_imports_command as lint; lint()"
    must(python(), "-m", "ruff", "check", ".")
    must(python(), "-m", "ruff", "format", "--check", ".")
    must(python(), "-c", contracts)
    must(python(), "-m", "mypy")
    return 0


def test(options: argparse.Namespace) -> int:
    """Check, then run every test."""
    install(TEST)
    tools()
    found = browser()
    # Programs that the tests start again and again are compiled once, whatever this shell says.
    environment = {"PYTHONDONTWRITEBYTECODE": "", **({"ALONGSIDE_BROWSER": found} if found else {})}
    if options.deep:
        environment["ALONGSIDE_DEEP"] = "1"
    check(options)
    given = [argument for argument in options.rest if argument != "--"]
    named = any((ROOT / argument.partition("::")[0]).exists() for argument in given)
    return call(python(), "-m", "pytest" if named else "tests.lanes", *given, env=environment)


def shots(options: argparse.Namespace) -> int:
    """Take pictures of every screen into build/shots."""
    install(TEST)
    found = browser()
    return call(python(), "-m", "tests.shots", env={"ALONGSIDE_BROWSER": found} if found else {})


def bench(options: argparse.Namespace) -> int:
    """Measure, against a baseline in the same run, into build/bench.json."""
    install(TEST)
    found = browser()
    environment = {"ALONGSIDE_BROWSER": found} if found else {}
    return call(python(), "-m", "tests.bench", *options.rest, env=environment)


def mutants(options: argparse.Namespace) -> int:
    """Seed faults in the rooms that must be safe, and count what the tests catch, into build/mutants.json."""
    install(TEST)
    return call(python(), "-m", "tests.mutants", *options.rest)


def words(options: argparse.Namespace) -> int:
    """Collect the sentences of the program, update every catalogue, compile them."""
    install(TEST)
    return call(python(), "-m", "app.language.catalogues")


def folder(text: str) -> str:
    """Return a folder by its whole name: the app starts elsewhere. Whether it is one is the app's to see."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return os.path.abspath(os.path.expanduser(text))


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    top = argparse.ArgumentParser(prog="dev.py", description="Run, test and measure Alongside.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for function in (run, demo, test, check, shots, bench, mutants, words):
        command = commands.add_parser(function.__name__, help=(function.__doc__ or "").rstrip("."))
        command.set_defaults(function=function)
        if function in (run, demo):
            command.add_argument("--window", action="store_true", help="a window of its own, not the browser")
            command.add_argument("--port", help="the first port to try (8550)")
            command.add_argument("--data", type=folder, metavar="DIR", help="where plans are kept")
        if function is test:
            command.add_argument("--deep", action="store_true", help="Flet as it is in every lane")
        if function in (test, bench, mutants):
            command.add_argument("rest", nargs=argparse.REMAINDER, help="after --: for pytest (the bench, the mutants)")
    return top


def main() -> int:
    """Read the command line and do it."""
    if sys.version_info < OLDEST:
        stop("Alongside needs Python 3.11 or newer: please install it from python.org, and start again.")
    options = parser().parse_args()
    status: int = options.function(options)
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nStopped.")
        sys.exit(130)
