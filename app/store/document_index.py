"""What is kept of a document beside its edits: its key and kind, sealed with the store's, and its card."""

from collections.abc import Mapping, Sequence

import msgpack
from sqlite_utils import Database

from app.store.database import explained, rows
from app.store.encryption import Cipher, NotOpened, bound
from app.store.summaries import Summary, pack_summary, read_summary


def encrypt_key(keys: Cipher, document: str, key: bytes, kind: str) -> bytes:
    """Return a document's key and kind, sealed with the store's."""
    return keys.encrypt_padded(msgpack.packb([key, kind]), bound(("document", document)))


def decrypt_key(keys: Cipher, document: str, copies: Sequence[bytes]) -> tuple[str, Cipher | None]:
    """Return a document's kind and key, from the first copy that opens; no key where none does."""
    for sealed in copies:
        try:
            key, kind = msgpack.unpackb(keys.decrypt_padded(sealed, bound(("document", document))))
        except NotOpened:
            continue
        return str(kind), Cipher(key)
    return "", None


def write_summary(db: Database, cipher: Cipher, document: str, card: Summary) -> None:
    """Write a document's card, inside a transaction of the caller's."""
    db.execute(
        "insert into card (document, body) values (?, ?) on conflict (document) do update set body = excluded.body",
        (document, cipher.encrypt_padded(pack_summary(card), bound(("card", document)))),
    )


def read_summaries(
    db: Database, keys: Cipher, known: Mapping[str, Cipher], which: str, values: Sequence[str] = ()
) -> tuple[Summary, ...]:
    """Return cards, damaged ones too. known: keys that are open already. which: an SQL clause. Raises StoreFault."""
    with explained():
        found = rows(
            db,
            "select document.id, document.body, document.again, card.body"
            f" from card join document on document.id = card.document {which}",
            values,
        )
    cards: list[Summary] = []
    for id, body, again, sealed in found:
        cipher = known.get(id) or decrypt_key(keys, id, (body, again))[1]
        try:
            card = read_summary(id, cipher.decrypt_padded(sealed, bound(("card", id)))) if cipher else None
        except (NotOpened, ValueError):
            card = None
        cards.append(card or Summary(id, damaged=True))
    return tuple(cards)
