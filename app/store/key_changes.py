"""The ways into an unlocked store: the secret asked once more, changed, the spare key made anew, a code for a visit."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

from sqlite_utils import Database

from app.store.database import writing
from app.store.encryption import Cipher
from app.store.errors import WrongSecret
from app.store.lock import SPARE_KEY, StoreLock, keep_spare_key, next_protection
from app.store.passwords import Protection
from app.store.settings import read_setting
from app.store.spare_key import new_spare_key
from app.store.visit_code import VisitCode


class KeyChanges(ABC):
    """What a Vault does with its own lock."""

    _key: bytearray
    _keys: Cipher | None
    _settings: Cipher | None

    def verify(self, secret: str) -> bool:
        """Whether this is the PIN or passphrase: "the PIN again". Counted like an unlock.

        Raises MustWait, SecretLost, StoreFault.
        """
        self._opened(self._keys)
        try:
            again = self._lock.open(secret)
        except WrongSecret:
            return False
        again[:] = bytes(len(again))
        return True

    def change_secret(self, new_secret: str) -> None:
        """Make this the PIN or passphrase (as `next_protection` says). The old one opens nothing now.

        Raises TooWeak; NotSaved, having changed nothing: the old one still opens.
        """
        with self._saving():
            self._lock.change(self._key, new_secret)

    @property
    def next_protection(self) -> Protection:
        """What a new secret would be: a PIN where the keyring keeps a secret, else a passphrase."""
        return next_protection(self._lock.keyring)

    def renew_spare_key(self) -> None:
        """Make a new spare key, and keep it to be shown (`spare_key`). The old one opens nothing from now on.

        Raises NotSaved, having changed nothing.
        """
        with self._saving():
            self._lock.renew_spare_key(self._key, self._opened(self._settings), new_spare_key())

    @property
    def spare_key(self) -> str:
        """The spare key that is not written down yet, as anybody said; "" where it is. Raises Locked, StoreFault."""
        return str(read_setting(self._db, self._opened(self._settings), SPARE_KEY, ""))

    def spare_key_written(self, code: str) -> None:
        """Somebody has written this spare key down: it is kept nowhere here from now on. Raises NotSaved.

        Where another was made meanwhile, that one goes on to be kept.
        """
        with self._saving():
            if self.spare_key == code:
                with writing(self._db):
                    keep_spare_key(self._db, self._opened(self._settings), None)

    def visit_code(self, code: str) -> VisitCode:
        """Return a code that opens this store until the program ends. Raises TooWeak."""
        self._opened(self._keys)
        return VisitCode(code, self._key, self._lock.cost)

    @property
    @abstractmethod
    def _db(self) -> Database:
        """The connection of now."""

    @property
    @abstractmethod
    def _lock(self) -> StoreLock:
        """The lock of now."""

    @abstractmethod
    def _opened(self, cipher: Cipher | None) -> Cipher:
        """Return the seal. Raises Locked."""

    @abstractmethod
    def _saving(self) -> AbstractContextManager[None]:
        """Raise whatever keeps something from being saved as NotSaved, with its cause."""
