"""A visit code: four digits that bring the plans back during one visit, where four words would be asked each time.

The data key, shut with the code, is held in memory and nowhere else: it ends with the day, with the program, or
after three wrong tries. Four digits keep out a hand on the table, not somebody who can read this program's memory;
the four words stay what keeps the plans. Source: notes/storage.md.
"""

from app.store.faults import TooWeak, WrongSecret
from app.store.keys import Cost, WrongKey, open_with_secret, shut_with_secret

DIGITS = 4
TRIES = 3


class VisitCode:
    """One code, for as long as it has tries left."""

    def __init__(self, code: str, data_key: bytes | bytearray, cost: Cost) -> None:
        """Raises TooWeak where the code is not four digits."""
        if len(code) != DIGITS or not (code.isascii() and code.isdecimal()):
            raise TooWeak("digits")
        self._slot = shut_with_secret("passphrase", data_key, code, None, cost)
        self.tries_left = TRIES
        self.cost = cost

    def open(self, code: str) -> bytearray:
        """Return the data key. The try is counted before it is made. Raises WrongSecret."""
        if not self.tries_left:
            raise WrongSecret(0)
        self.tries_left -= 1
        try:
            key = open_with_secret(self._slot, code.strip(), None)
        except WrongKey:
            raise WrongSecret(self.tries_left) from None
        self.tries_left = TRIES
        return key
