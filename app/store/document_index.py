"""What is kept of a document beside its edits: its key and kind, sealed with the store's, and its card."""

from collections.abc import Mapping, Sequence

import msgpack
from sqlite_utils import Database

from app.store.database import explained, rows
from app.store.encryption import NotOpened, Seal, bound
from app.store.summaries import Card, pack_card, read_card


def seal_key(keys: Seal, document: str, key: bytes, kind: str) -> bytes:
    """Return a document's key and kind, sealed with the store's."""
    return keys.shut_even(msgpack.packb([key, kind]), bound(("document", document)))


def open_key(keys: Seal, document: str, copies: Sequence[bytes]) -> tuple[str, Seal | None]:
    """Return a document's kind and key, from the first copy that opens; no key where none does."""
    for sealed in copies:
        try:
            key, kind = msgpack.unpackb(keys.open_even(sealed, bound(("document", document))))
        except NotOpened:
            continue
        return str(kind), Seal(key)
    return "", None


def keep_card(db: Database, seal: Seal, document: str, card: Card) -> None:
    """Write a document's card, inside a transaction of the caller's."""
    db.execute(
        "insert into card (document, body) values (?, ?) on conflict (document) do update set body = excluded.body",
        (document, seal.shut_even(pack_card(card), bound(("card", document)))),
    )


def read_cards(
    db: Database, keys: Seal, known: Mapping[str, Seal], which: str, values: Sequence[str] = ()
) -> tuple[Card, ...]:
    """Return cards, damaged ones too. known: keys that are open already. which: an SQL clause. Raises StoreFault."""
    with explained():
        found = rows(
            db,
            "select document.id, document.body, document.again, card.body"
            f" from card join document on document.id = card.document {which}",
            values,
        )
    cards: list[Card] = []
    for id, body, again, sealed in found:
        seal = known.get(id) or open_key(keys, id, (body, again))[1]
        try:
            card = read_card(id, seal.open_even(sealed, bound(("card", id)))) if seal else None
        except (NotOpened, ValueError):
            card = None
        cards.append(card or Card(id, damaged=True))
    return tuple(cards)
