"""What every test begins with, and what those of the command line share."""

from typing import Any

import pytest
from hypothesis import settings

from app.language import SOURCE, set_language

# No test has a time in it: a busy machine is no fault of the code's. `make mutants` has a profile of its own.
settings.register_profile("alongside", deadline=None, max_examples=50)
if settings.get_current_profile_name() == "default":
    settings.load_profile("alongside")


@pytest.fixture(autouse=True)
def _english() -> None:
    """The command line speaks the language that it is asked for, and goes on speaking it in this process."""
    set_language(SOURCE)


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's own settings is in the environment, and the PIN is."""
    from tests.cli.command import home

    home(monkeypatch)


@pytest.fixture
def run(at_home: None, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process."""
    from tests.cli.command import runner

    return runner(capsys)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A folder (tests.cli.command.Folder) that no test changes."""
    from tests.cli.command import Folder

    return Folder(tmp_path_factory.mktemp("folder") / "data")
