"""A visit code: four digits that bring the plans back during one visit, where four words would be asked each time.

The data key, shut with the code, is held in memory and nowhere else: it ends with the day, with the program, or
after three wrong tries. Four digits keep out a hand on the table, not somebody who can read this program's memory;
the four words stay what keeps the plans. Source: docs/platform/storage.md.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.document.local_day import local_day, local_time
from app.store.errors import NotASecret, TooWeak, WrongSecret
from app.store.keys import Cost, WrongKey, open_with_secret, shut_with_secret
from app.store.passwords import plain_code

TRIES = 3


class VisitCode:
    """One code, for as long as it has tries left."""

    def __init__(self, code: str, data_key: bytes | bytearray, cost: Cost) -> None:
        """Raises TooWeak where the code is not four digits."""
        self._slot = shut_with_secret("passphrase", data_key, plain_code(code), None, cost)
        self.tries_left = TRIES
        self.cost = cost

    def open(self, code: str) -> bytearray:
        """Return the data key. The try is counted before it is made. Raises WrongSecret; NotASecret: no try."""
        if not self.tries_left:
            raise WrongSecret(0)
        try:
            plain = plain_code(code)
        except TooWeak:
            raise NotASecret("code") from None
        self.tries_left -= 1
        try:
            key = open_with_secret(self._slot, plain, None)
        except WrongKey:
            raise WrongSecret(self.tries_left) from None
        self.tries_left = TRIES
        return key


class Today:
    """The rest of a day: it is over when the calendar says so, or when so many seconds have gone by.

    now: seconds since 1970; elapsed: a clock that counts sleep and cannot be set back (app.system.clock). Once over, it
    stays so: a calendar that is set back to yesterday begins no day again.
    """

    def __init__(self, now: Callable[[], float], elapsed: Callable[[], float]) -> None:
        self._now = now
        self._elapsed = elapsed
        begun = local_time(now() * 1000)
        self._day = begun.date()
        midnight = datetime.combine(self._day + timedelta(days=1), datetime.min.time())
        self._ends = elapsed() + midnight.timestamp() - begun.timestamp()
        self._over = False

    @property
    def over(self) -> bool:
        """Whether it is."""
        another = local_day(self._now() * 1000) != self._day
        self._over = self._over or another or self._elapsed() >= self._ends
        return self._over
