"""A disk that takes nothing, for a while: really full, or not to be written."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

from app.store import Store


@contextmanager
def full(most: int = 0) -> Iterator[None]:
    """No byte can be written to any file of this process behind its first so many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))  # Python minds the signal that comes with it.
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def not_to_be_written(store: Store) -> Iterator[None]:
    """Nothing can be written to the store."""
    lock = store._lock
    assert lock is not None
    lock.db.execute("pragma query_only = on")
    try:
        yield
    finally:
        lock.db.execute("pragma query_only = off")
