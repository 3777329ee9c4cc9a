"""The store, unlocked: documents made, added to, read and erased; their cards, blobs, and the app's settings.

Every method is one short synchronous call on the store's thread (app.store.thread). What it writes is
sealed, and on the disk (committed, synchronous FULL) when it returns.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from app.document.edit import Edit
from app.document.item import new_id
from app.store.blobs import blob_names, get_blob, put_blob
from app.store.database import explained, reading, rows, writing
from app.store.document_index import decrypt_key, encrypt_key, read_summaries, write_summary
from app.store.edit_log import (
    INSERT,
    START,
    Fault,
    Head,
    Heads,
    Loaded,
    decrypt_heads,
    encrypt_edit,
    encrypt_heads,
    read_edits,
)
from app.store.encryption import Cipher, NotOpened
from app.store.errors import BlobDamaged, Locked, NoSuchDocument, NotSaved, ReadOnlyPlan, StoreError
from app.store.folder import Folder
from app.store.key_changes import KeyChanges
from app.store.keys import expand
from app.store.lock import StoreLock
from app.store.log_ends import LogEnds, TruncatedLog
from app.store.settings import JSON, keep_settings, read_setting
from app.store.summaries import Summary
from app.store.unlock_checks import put_down, short_was_read, take_up
from app.store.writable import Writability


@dataclass
class _Open:
    """A document whose chains were checked: its key, and where they end."""

    cipher: Cipher
    heads: Heads
    sound: bool


class Vault(KeyChanges):
    """An unlocked store. Made by Store; `close()` drops its keys and locks it.

    device: this store's own id as a maker of edits.
    """

    device: str

    def __init__(
        self,
        folder: Folder,
        lock: StoreLock,
        data_key: bytearray,
        *,
        again: Callable[[], StoreLock | None],
        closed: Callable[[], None],
    ) -> None:
        self._keeping = Writability(folder, lock, again)
        self._key = data_key
        self._when_closed = closed
        self._keys: Cipher | None = Cipher(expand(data_key, "documents"))
        self._settings: Cipher | None = Cipher(expand(data_key, "settings"))
        self._open: dict[str, _Open] = {}
        self._aside: dict[str, JSON] = {}
        self._ends = LogEnds(folder.file, Cipher(expand(data_key, "ends")))
        self._folder = folder
        self.device, self._short, self._keeping.trouble = take_up(self._db, self._settings, folder, self._ends)

    def close(self) -> None:
        """Drop the keys and lock. Our copy of the data key is overwritten; OpenSSL frees its own."""
        if self._settings is not None:
            put_down(self._db, self._settings, self._folder)
        self._key[:] = bytes(len(self._key))
        self._keys = self._settings = None
        self._open.clear()
        self._when_closed()

    @property
    def _db(self) -> Database:
        return self._keeping.db

    @property
    def _lock(self) -> StoreLock:
        return self._keeping.lock

    @property
    def only_reading(self) -> StoreError | None:
        """Why nothing can be kept just now, as far as is known; None: it can. Any thread may ask."""
        return self._keeping.only_reading

    @property
    def short(self) -> tuple[TruncatedLog, ...]:
        """Which documents were found to lack their end, until the worker has read it. Any thread may ask."""
        return self._short

    def short_was_read(self) -> None:
        """The worker has read which those are. Raises NotSaved."""
        with self._saving():
            short_was_read(self._db, self._opened(self._settings))
        self._short = ()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is kept inside is kept as one, or nothing of it. Raises NotSaved, and BlobDamaged as it came."""
        with self._saving(), writing(self._db):
            yield

    # Documents.

    def create(self, kind: str, *, id: str | None = None) -> str:
        """Make a document with its own key and no edits, and return its id. A repeat is a no-op.

        Raises NotSaved.
        """
        id = id or new_id()
        with self._saving():
            keys = self._opened(self._keys)
            key = Cipher.new_key()
            cipher = Cipher(key)
            copies = (encrypt_key(keys, id, key, kind), encrypt_key(keys, id, key, kind))
            with writing(self._db):
                made = self._db.execute(
                    "insert into document (id, body, again) values (?, ?, ?) on conflict (id) do nothing",
                    (id, *copies),
                ).rowcount
                if made:
                    self._db.execute(
                        "insert into chain (document, body) values (?, ?)", (id, encrypt_heads(cipher, id, {}))
                    )
        if made:
            self._open[id] = _Open(cipher, {}, sound=True)
        return id

    def append(self, document: str, edits: Sequence[Edit], card: Summary | None = None) -> None:
        """Keep edits at the end of their devices' chains, and the card with them, all or nothing.

        Committed when it returns. An edit whose id is there already is left out. Raises NotSaved (no room,
        not writable, locked, no such document) or ReadOnlyPlan (damaged), having changed nothing.
        """
        with self._saving():
            held = self._sound(document)
            heads = dict(held.heads)
            made: dict[str, int] = {}
            execute = self._db.execute
            with writing(self._db):
                for edit in edits:
                    row = encrypt_edit(held.cipher, document, heads.get(edit.device, START), edit)
                    if execute(INSERT, row).rowcount:
                        heads[edit.device] = Head(row[2], row[7])
                        made[edit.device] = edit.at
                if heads != held.heads:
                    body = encrypt_heads(held.cipher, document, heads)
                    execute("update chain set body = ? where document = ?", (body, document))
                if card is not None:
                    write_summary(self._db, held.cipher, document, card)
            held.heads = heads
            for device, at in made.items():
                self._ends.expect(document, device, heads[device].seq, at)

    def load(self, document: str) -> Loaded:
        """Return what can be read of a document, its chains checked.

        Raises NoSuchDocument, Locked, StoreError.         A damaged place hides nothing else: it is named
        in `faults`, and `append` then raises ReadOnlyPlan.
        """
        with explained(), reading(self._db):
            kind, cipher = self._key_of(document)
            if cipher is None:
                return Loaded("", (), (Fault("key"),))
            found = rows(self._db, "select body from chain where document = ?", (document,))
            try:
                heads = decrypt_heads(cipher, document, found[0][0]) if found else None
            except NotOpened:
                heads = None
            edits, faults = read_edits(self._db, cipher, document, heads)
        self._open[document] = _Open(cipher, heads or {}, sound=not faults)
        return Loaded(kind, edits, faults)

    def documents(self) -> tuple[str, ...]:
        """Return the ids of all documents, with a card or without, the oldest first."""
        self._opened(self._keys)
        with explained():
            return tuple(id for (id,) in rows(self._db, "select id from document order by rowid"))

    def card(self, document: str) -> Summary | None:
        """Return a document's card, or None: it has none, or there is no such document. Raises StoreError."""
        return next(iter(self._cards("where card.document = ?", (document,))), None)

    def cards(self) -> tuple[Summary, ...]:
        """Return all cards, the oldest document's first, damaged ones too. Raises StoreError."""
        return self._cards("order by document.rowid")

    def erase(self, document: str) -> None:
        """Destroy a document's key, then its edits, card and blobs. Raises NotSaved.

        What the disk's own memory keeps of overwritten pages is sealed with the key that went.
        """
        with self._saving():
            self._ends.erasing(document)
            with writing(self._db):
                self._db.execute("delete from document where id = ?", (document,))
            self._open.pop(document, None)
            # It is gone: what cannot be written over in the log now is with the next checkpoint.
            with suppress(StoreError), explained():
                self._db.execute("pragma wal_checkpoint(truncate)")

    # Blobs.

    def put_blob(self, document: str, content: bytes) -> str:
        """Keep something large, and return its name: the sealed bytes' SHA-256.

        Committed when it returns. Raises NotSaved, or ReadOnlyPlan (damaged), as `append` does.
        """
        with self._saving():
            held = self._sound(document)
            return put_blob(self._db, held.cipher, document, content)

    def get_blob(self, document: str, name: str) -> bytes:
        """Return what `put_blob` kept, also of a damaged document. Raises BlobDamaged, NoSuchDocument, StoreError."""
        with explained():
            held = self._open.get(document)
            cipher = held.cipher if held else self._key_of(document)[1]
        if cipher is None:
            raise BlobDamaged
        return get_blob(self._db, cipher, document, name)

    def copy_blobs(self, document: str, to: str, words: frozenset[str]) -> dict[str, str]:
        """Keep blobs for another document too, those named among words. Returns their new names. Raises BlobDamaged."""
        names = words.intersection(blob_names(self._db, document))
        with self.together():
            return {name: self.put_blob(to, self.get_blob(document, name)) for name in names}

    # Settings.

    def setting(self, name: str, default: JSON = None) -> Any:
        """Return a setting's JSON value; the default where none was kept or it is damaged."""
        if name in self._aside:
            return self._aside[name]
        return read_setting(self._db, self._opened(self._settings), name, default)

    def keep_setting(self, name: str, value: JSON) -> None:
        """Keep a setting. Raises NotSaved."""
        self.keep_settings({name: value})

    def keep_settings(self, values: Mapping[str, JSON]) -> None:
        """Keep several settings, all or none. Raises NotSaved."""
        with self._saving():
            keep_settings(self._db, self._opened(self._settings), values)
        for name in values:
            self._aside.pop(name, None)

    def remember(self, name: str, value: JSON) -> None:
        """Keep a setting, or, where nothing can be kept just now, remember it until the keys are dropped.

        For what only leads from one screen to the next: whoever reads on a full disk goes about as ever. Raises Locked.
        """
        try:
            self.keep_setting(name, value)
        except NotSaved as fault:
            if fault.closed:
                raise Locked from fault
            self._aside[name] = value

    def _sound(self, document: str) -> _Open:
        """Return a document that may be added to. Raises ReadOnlyPlan, NoSuchDocument, StoreError."""
        if document not in self._open:
            self.load(document)
        held = self._open.get(document)
        if held is None or not held.sound:
            raise ReadOnlyPlan(document)
        return held

    def _key_of(self, document: str) -> tuple[str, Cipher | None]:
        """Return a document's kind and key; no key where both copies are damaged."""
        keys = self._opened(self._keys)
        found = rows(self._db, "select body, again from document where id = ?", (document,))
        if not found:
            raise NoSuchDocument
        return decrypt_key(keys, document, found[0])

    def _cards(self, which: str, values: Sequence[str] = ()) -> tuple[Summary, ...]:
        known = {id: held.cipher for id, held in self._open.items()}
        return read_summaries(self._db, self._opened(self._keys), known, which, values)

    def _opened(self, cipher: Cipher | None) -> Cipher:
        if cipher is None:
            raise Locked
        return cipher

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """Raise whatever keeps something from being saved as NotSaved, with its cause.

        Then chains are looked at anew before anything is added to one: the disk tells where they end.
        """
        if self._keys is None:
            raise NotSaved(closed=True)
        with self._keeping.saving(self._look_anew):
            yield
        if not self._db.conn.in_transaction:  # Else it is a part of what is kept together.
            self._ends.keep()

    def _look_anew(self) -> None:
        self._open.clear()
        self._ends.drop()
