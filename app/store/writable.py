"""Whether anything can be kept just now, and why not: what stands around every change of an unlocked store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from app.store.errors import BlobDamaged, NotSaved, StoreError, StoreReadOnly, TooWeak
from app.store.folder import Folder
from app.store.lock import StoreLock
from app.store.unlock_checks import UNWRITTEN


class Writability:
    """The connection of an unlocked store, as long as it is unlocked.

    again: opens a folder for writing that could only be read, and returns the lock over it; None: it still cannot be
    written. trouble: why the last that was to be kept was not; None: it was.
    """

    def __init__(self, folder: Folder, lock: StoreLock, again: Callable[[], StoreLock | None]) -> None:
        self.lock = lock
        self.trouble: StoreError | None = None
        self._folder = folder
        self._again = again

    @property
    def db(self) -> Database:
        """The connection of now."""
        return self.lock.db

    @property
    def only_reading(self) -> StoreError | None:
        """Why nothing can be kept just now, as far as is known; None: it can. Any thread may ask."""
        if self._folder.reading:
            return StoreReadOnly("opened for reading")
        return self._folder.unwritten or self.trouble

    @contextmanager
    def saving(self, anew: Callable[[], None]) -> Iterator[None]:
        """Raise whatever keeps something from being saved as NotSaved, with its cause; TooWeak, BlobDamaged as such.

        anew: what to do where it was not, or where the folder was opened once more: what was known may not be so.
        """
        if self._folder.reading or self._folder.unwritten:
            if self._folder.reading or not self._written_again():
                raise NotSaved(self.only_reading)
            anew()
        try:
            self._folder.check_here()
            yield
        except (NotSaved, TooWeak, BlobDamaged):
            anew()
            raise
        except StoreError as fault:
            anew()
            if isinstance(fault, UNWRITTEN):
                self.trouble = fault
            raise NotSaved(fault) from fault
        except BaseException:
            anew()
            raise
        self.trouble = None

    def _written_again(self) -> bool:
        lock = self._again()
        if lock is not None:
            self.lock = lock
        return lock is not None
