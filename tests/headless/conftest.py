"""The prepared tablet, and the rule that holds for every test here: nothing goes wrong unseen."""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.kit import removal
from app.main import screen_of
from app.store import store
from app.ui.session import proof
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.quick_flet import quicken
from tests.headless.sitting import copied, prepare, sitting
from tests.store.making import CHEAP

if not os.environ.get("ALONGSIDE_DEEP"):
    quicken()


@pytest.fixture(scope="session", autouse=True)
def seldom_swept() -> Iterator[None]:
    """Sweep up seldom: flet's trees are full of rings, and looking for them took a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    yield
    gc.set_threshold(*before)


@pytest.fixture(scope="session", autouse=True)
def cheap_locks() -> Iterator[None]:
    """Have every new lock cost next to nothing; tests/store/test_secrets.py is about the true cost."""
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(store, "usual_cost", lambda: CHEAP)
        yield


@pytest.fixture(autouse=True)
def every_proof_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every proof asked for, as when two minutes have gone by since the last (test_proofs.py is about those)."""
    monkeypatch.setattr(proof, "LASTS", 0)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tablet that is set up, a family and a plan; to be copied, not used."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    asyncio.run(prepare(folder))
    return folder


@pytest_asyncio.fixture
async def application(prepared: Path, tmp_path: Path) -> AsyncIterator[Application]:
    """The tablet of a visit, locked."""
    async with sitting(copied(prepared, tmp_path / "data")) as application:
        yield application


@pytest_asyncio.fixture
async def tab(application: Application, nothing_unseen: None) -> AsyncIterator[Tab]:
    """A tab on that tablet, at the lock."""
    async with opened(screen_of(application)) as tab:
        yield tab
        await tab.still()
        assert tab.stopped is None
        assert not tab.screen or not tab.crashes, tab.crashes


@pytest.fixture(autouse=True)
def every_touch_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Touches follow one another at once here, and nobody waits for the moment in which one counts as the last."""
    monkeypatch.setattr(removal, "MOMENT", 0.0)


@pytest.fixture
def nothing_unseen(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which anything was logged as an error; one that wants errors clears them when it has looked."""
    yield
    seen = [r for phase in ("setup", "call") for r in caplog.get_records(phase) if r.levelno >= logging.ERROR]
    assert not seen, [r.getMessage() for r in seen]
