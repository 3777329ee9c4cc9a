"""The half of a PIN that the device keeps: 256 random bits in the system's keyring.

With it a copied store cannot be opened by trying PINs. The keyring is given from outside: tests and the
demo never touch the system's.
"""

import base64
import binascii
import logging
import secrets
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

T = TypeVar("T")

PATIENCE = 3.0
"""Seconds that a keyring may take. One that asks a question of its own behind our window hangs for ever."""

_SERVICE, _NAME = "Alongside", "device secret"

_log = logging.getLogger(__name__)


class DeviceSecret(Protocol):
    """The system's keyring, as the store knows it: one secret."""

    def get(self) -> bytes | None:
        """Return the secret, or None: there is none."""

    def put(self, secret: bytes) -> bool:
        """Keep the secret. False: it could not be kept."""


class NoKeyring:
    """No keyring: the store then asks for a passphrase."""

    def get(self) -> bytes | None:
        """Return None."""
        return None

    def put(self, secret: bytes) -> bool:
        """Return False."""
        return False


class MemoryKeyring:
    """A keyring for tests and the demo, gone with the process."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret

    def get(self) -> bytes | None:
        """Return the secret, or None."""
        return self._secret

    def put(self, secret: bytes) -> bool:
        """Keep the secret."""
        self._secret = secret
        return True


class Patient:
    """A keyring asked in a thread of its own: over `patience` seconds, or any error, counts as none.

    From then on, so that a keyring which failed to tell its secret is not given another over it.
    """

    def __init__(self, inner: DeviceSecret, patience: float = PATIENCE) -> None:
        self._inner = inner
        self._patience = patience
        self._given_up = False

    def get(self) -> bytes | None:
        """Return the secret, or None."""
        return self._ask(self._inner.get)

    def put(self, secret: bytes) -> bool:
        """Keep the secret. False: it could not be kept."""
        return bool(self._ask(lambda: self._inner.put(secret)))

    def _ask(self, question: Callable[[], T]) -> T | None:
        if self._given_up:
            return None
        answers: SimpleQueue[T | Exception] = SimpleQueue()

        def wait_for_it() -> None:
            try:
                answers.put(question())
            except Exception as error:  # noqa: BLE001 - keyrings raise whatever the system below raised.
                answers.put(error)

        # A daemon: the app can end although the keyring never answers.
        threading.Thread(target=wait_for_it, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._patience)
        except Empty:
            answer = TimeoutError()
        if isinstance(answer, Exception):
            self._given_up = True
            _log.warning("The system's keyring is not used: %s", type(answer).__name__)
            return None
        return answer


class _System:
    """The `keyring` package, asked as it is."""

    def get(self) -> bytes | None:
        import keyring

        # Below 1 are those that keep nothing or keep it unsealed (keyring's documentation, "priority").
        if keyring.get_keyring().priority < 1:
            return None
        kept = keyring.get_password(_SERVICE, _NAME)
        try:
            return base64.b64decode(kept, validate=True) if kept else None
        except binascii.Error:
            _log.warning("What the system's keyring keeps is not a device secret")
            return None

    def put(self, secret: bytes) -> bool:
        import keyring

        if keyring.get_keyring().priority < 1:
            return False
        keyring.set_password(_SERVICE, _NAME, base64.b64encode(secret).decode("ascii"))
        return True


def system_keyring() -> DeviceSecret:
    """Return the system's keyring; without the optional package `keyring` it keeps nothing."""
    return Patient(_System())


def secret_of(keyring: DeviceSecret) -> bytes | None:
    """Return the device's secret, made first where there is none yet; None where none can be kept."""
    found = keyring.get()
    if found:
        return found
    fresh = secrets.token_bytes(32)
    # Read back: a keyring that says yes and keeps nothing would shut the plans away with the next start.
    return fresh if keyring.put(fresh) and keyring.get() == fresh else None
