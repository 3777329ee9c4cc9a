"""The keyring: asked with patience, never trusted to have kept what it cannot show."""

import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.store import MemoryKeyring, NoKeyring, Patient
from app.store.device_secret import secret_of, system_keyring
from tests.patience import PATIENCE
from tests.store.making import PASSPHRASE, opened


class Hanging:
    """A keyring that waits for an answer which nobody can give."""

    def __init__(self) -> None:
        self.asked = 0
        self.never = threading.Event()

    def get(self) -> bytes | None:
        self.asked += 1
        self.never.wait(PATIENCE)
        return b"too late"

    def put(self, secret: bytes) -> bool:
        self.asked += 1
        self.never.wait(PATIENCE)
        return True


class Failing(MemoryKeyring):
    def get(self) -> bytes | None:
        raise OSError("the person said no")


class Forgetful(NoKeyring):
    """A keyring that says yes and keeps nothing."""

    def put(self, secret: bytes) -> bool:
        return True


def test_a_keyring_that_hangs_counts_as_none_and_is_asked_once(tmp_path: Path) -> None:
    inner = Hanging()
    store = opened(tmp_path, keyring=Patient(inner, patience=0.05))
    assert store.protection == "passphrase"
    store.set_up(PASSPHRASE)
    store.close()
    assert inner.asked == 1
    inner.never.set()


def test_a_keyring_that_fails_counts_as_none_and_its_secret_is_not_written_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    inner = Failing(b"somebody's secret")
    patient = Patient(inner)
    assert secret_of(patient) is None
    assert MemoryKeyring.get(inner) == b"somebody's secret"
    assert "OSError" in caplog.text
    assert "said no" not in caplog.text


def test_a_keyring_that_forgets_counts_as_none() -> None:
    assert secret_of(Forgetful()) is None
    assert secret_of(NoKeyring()) is None


@pytest.mark.parametrize(("priority", "keeps"), [(0.5, False), (1, True), (5, True)])
def test_a_keyring_of_the_system_that_keeps_things_unsealed_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, priority: float, keeps: bool
) -> None:
    """priority: below 1 it keeps nothing, or in a file that anybody reads (the package's own documentation)."""
    kept: dict[tuple[str, str], str] = {}
    ring = SimpleNamespace(
        get_keyring=lambda: SimpleNamespace(priority=priority),
        get_password=lambda service, name: kept.get((service, name)),
        set_password=lambda service, name, secret: kept.__setitem__((service, name), secret),
    )
    monkeypatch.setitem(sys.modules, "keyring", ring)
    found = secret_of(system_keyring())
    assert (found is not None) is keeps
    assert bool(kept) is keeps
    assert secret_of(system_keyring()) == found


def test_the_secret_is_made_once_and_shared_by_the_stores_of_a_device() -> None:
    keyring = MemoryKeyring()
    first = secret_of(keyring)
    assert first is not None
    assert len(first) == 32
    assert secret_of(keyring) == first == secret_of(Patient(keyring))
