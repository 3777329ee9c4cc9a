"""What opens a store besides its own secret, while the program runs: the visit code, and a family's own."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Literal

from app.store import family_time
from app.store.encryption import KEY
from app.store.errors import NotASecret, WrongSecret
from app.store.vault import Vault
from app.store.visit_code import Today, VisitCode


class TemporaryCodes(ABC):
    """What a Store does with codes of four digits."""

    _now: Callable[[], float]
    _elapsed: Callable[[], float]
    _visit: VisitCode | None = None
    _visit_day: Today | None = None
    _family: VisitCode | None = None

    @property
    def has_visit_code(self) -> bool:
        """Whether a visit code would open the store now: it was made today, and has tries left."""
        return bool(self._visit and self._visit_day and self._visit.tries_left and not self._visit_day.over)

    def begin_visit(self, code: str) -> None:
        """Let four digits open the store for today, until the program ends or three were wrong.

        Raises TooWeak, Locked.
        """
        self._visit = self._its_vault().visit_code(code)
        self._visit_day = Today(self._now, self._elapsed)

    def unlock_with_visit_code(self, code: str) -> Vault:
        """Return the Vault, for the visit code. Raises WrongSecret (another day's, too; and where there is none)."""
        if self._visit is None or not self.has_visit_code:
            raise WrongSecret(0)
        return self._unlocked(self._visit.open(code))

    @property
    def has_family_code(self) -> bool:
        """Whether a family's code would open the store now."""
        return self._family is not None and self._family.tries_left > 0

    def begin_family_time(self, plan: str, code: str) -> None:
        """A family has this plan to itself from now on, and opens it with four digits.

        Raises TooWeak, Locked, NotSaved.
        """
        self._family = family_time.begin(self._its_vault(), plan, code)

    def unlock_with_family_code(self, code: str) -> Vault:
        """Return the Vault, for the family's code. Raises WrongSecret, too where there is none any more."""
        if self._family is None:
            raise WrongSecret(0)
        return self._unlocked(self._family.open(code))

    def end_family_time(self, *, by_worker_at: int | None = None) -> None:
        """The family's time is over, and their code opens nothing. Raises Locked, NotSaved."""
        family_time.end(self._its_vault(), by_worker_at=by_worker_at)
        self._family = None

    def proves(self, secret: str, *, whole: bool = False) -> Literal["", "visit", "secret"]:
        """Return what this is of the open store: its visit code, its PIN or passphrase, or neither.

        "The worker again". whole: the visit code is not taken, nor is a try of it counted. Raises MustWait,
        SecretLost, StoreFault.
        """
        vault = self._its_vault()
        if not whole and self.has_visit_code and self._visit is not None:
            try:
                again = self._visit.open(secret)
            except NotASecret:
                pass  # Then it may be the words.
            except WrongSecret:
                return ""
            else:
                again[:] = bytes(KEY)
                return "visit"
        return "secret" if vault.verify(secret) else ""

    def change_secret(self, new_secret: str) -> None:
        """Make this the PIN or passphrase. The old one opens nothing now, and a visit code neither.

        Raises TooWeak, Locked; NotSaved, having changed nothing: the old one still opens.
        """
        self._its_vault().change_secret(new_secret)
        self._visit = None

    @abstractmethod
    def _its_vault(self) -> Vault:
        """Return the open Vault. Raises Locked."""

    @abstractmethod
    def _unlocked(self, data_key: bytearray) -> Vault:
        """Return the Vault of a data key."""
