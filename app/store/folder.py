"""A store's folder: held by the one process that writes, and its file found, made and connected to.

It holds `plans.db` (with SQLite's `-wal` and `-shm` beside it while it is open), `plans.lock` and `plans.place`
(app.store.clone_detection). Whatever it is that cannot be written, what can be read is opened for reading.
"""

import os
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from copy import copy
from pathlib import Path

from filelock import FileLock, Timeout
from sqlite_utils import Database

from app.store.database import connect, examine, explain_os, explained, is_file, log_of, stopped_beside
from app.store.errors import (
    NoStore,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLost,
    StoreReadOnly,
)
from app.store.migrations import check_tables, migrate
from app.store.read_only import frozen

FILE = "plans.db"


class Folder:
    """One folder. reading: beside another process that writes.

    unwritten: why nothing can be written in it, once it was found; None where it can. had_log: whether a log lay beside
    the file when it was found.
    """

    def __init__(self, path: Path, *, reading: bool) -> None:
        self.file = path / FILE
        self.reading = reading
        self.unwritten: StoreError | None = None
        self.had_log = True
        self._held: FileLock | None = None
        self._files: dict[Path, tuple[int, int]] = {}

    def find(self) -> Database | None:
        """Return a connection to the store of this folder, its tables checked and brought up to date; None: a new one.

        Raises NoStore (reading only), StoreTooNew, StoreDamaged, StoreBusy; StoreReadOnly and StoreFull where there
        is no store and none can be made either.
        """
        self.unwritten = None
        try:
            there = _is_there(self.file)
            if self.reading:
                if not there:
                    raise NoStore
            else:
                self._hold(there)
            if there:
                self.had_log = is_file(self.file.with_name(FILE + "-wal"))
                examine(self.file)
                return self._connect()
            if log_of(self.file):
                # SQLite would replay the old log into the new store.
                raise StoreDamaged("a log without its store")
        except OSError as error:
            raise explain_os(error) from error
        return None

    def make(self, fill: Callable[[Database], None]) -> Database:
        """Make the store, filled so, and return a connection to it.

        Raises StoreFull, StoreReadOnly: then there is none, for nobody would have seen its spare key.
        """
        # Made beside, then renamed: a plans.db that is there is always whole, and an empty one always damage.
        fresh = self.file.with_name(FILE + ".new")
        made: tuple[Path, ...] = (fresh, fresh.with_name(fresh.name + "-journal"))
        try:
            for left in made:
                left.unlink(missing_ok=True)
            fresh.touch(0o600, exist_ok=False)
            with explained(), closing(connect(fresh, wal=False)) as db:
                fill(db)
            os.replace(fresh, self.file)
            made = (self.file,)
            _sync_folder(self.file.parent)
            return self._connect()
        except BaseException as error:
            for left in made:
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise explain_os(error) from error
            raise

    def written_again(self) -> Database | None:
        """Return a connection that writes, where there was none that could and now one can; else None.

        Until it is found, whoever asks hears that nothing can be written: any thread may.
        """
        if self.unwritten is None or self.reading:
            return None
        tried = copy(self)
        with suppress(StoreError):
            found = tried.find()
            if found is not None and tried.unwritten is None:
                vars(self).update(vars(tried))
                return found
            if found is not None:
                found.close()
        self._held = tried._held
        return None

    def check_here(self) -> None:
        """See that what is written goes into the file that is in the folder. Raises StoreLost.

        A file that was removed or replaced can be written as long as it is open, and all of that is gone afterwards.
        """
        for file, was in self._files.items():
            if _identity(file) != was:
                raise StoreLost("another file" if file.exists() else "no file")

    def close(self) -> None:
        """Let other processes write."""
        if self._held is not None:
            self._held.release()
            self._held = None

    def _hold(self, there: bool) -> None:
        """Be the one process that writes here, until `close` or the process ends.

        Where that cannot be, although nobody else is it, a store that is there is opened for reading.
        """
        if self._held is not None:
            return
        held = FileLock(self.file.with_name("plans.lock"), thread_local=False, fallback_to_soft=False)
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            held.acquire(timeout=0)
        except Timeout as fault:
            raise StoreBusy("another process") from fault
        except OSError as error:
            if not there:
                raise
            self.unwritten = _cannot_write(explain_os(error))
        else:
            self._held = held

    def _connect(self) -> Database:
        """Return a connection that writes where that can be, else one that reads, and sets `unwritten`."""
        if self.unwritten is None:
            self.unwritten = _in_the_way(self.file)
        if self.unwritten is None:
            try:
                with explained():
                    db = _checked(connect(self.file), old=self.reading)
                files = (self.file, self.file.with_name(FILE + "-wal"))
                self._files = {file: found for file in files if (found := _identity(file))}
                return db
            except (StoreReadOnly, StoreFull) as fault:
                self.unwritten = fault
        try:
            return _checked(frozen(self.file), old=True)
        except MemoryError as error:  # It is read again when it can be written again.
            raise self.unwritten from error


def _identity(file: Path) -> tuple[int, int] | None:
    """Return which file this is, by disk and inode; None where there is none to be reached."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _checked(db: Database, *, old: bool) -> Database:
    """Return a connection whose tables are a store's. old: an older format stays what it is."""
    with explained():
        try:
            check_tables(db) if old else migrate(db)
        except BaseException:
            db.close()
            raise
    return db


def _in_the_way(file: Path) -> StoreError | None:
    """Return what keeps SQLite from writing, as far as that can be told before; None: nothing is known."""
    # Asked of the system: SQLite opens what it cannot write for reading, and tells at the first write.
    if not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return StoreReadOnly("may not write")
    return StoreReadOnly("no file") if stopped_beside(file) else None


def _cannot_write(fault: StoreError) -> StoreError:
    return fault if isinstance(fault, StoreFull) else StoreReadOnly(str(fault))


def _is_there(file: Path) -> bool:
    """Whether there is a store's file. Raises StoreDamaged (it is no file), StoreLost (it leads nowhere), OSError.

    Asked before anything opens it: a pipe would be waited for without end.
    """
    try:
        kind = os.lstat(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except ValueError as error:  # No system has a name with a zero in it.
        raise StoreReadOnly("no name") from error
    if stat.S_ISLNK(kind):
        try:
            kind = file.stat().st_mode
        except OSError as error:
            raise StoreLost("a link to nowhere") from error
    if not stat.S_ISREG(kind):
        raise StoreDamaged("no file")
    return True


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets a folder be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
