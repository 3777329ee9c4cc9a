"""Large things of a document (a photograph), sealed beside its edits and named by what was written."""

import hashlib

from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.encryption import Cipher, NotOpened, bound
from app.store.errors import BlobDamaged


def put_blob(db: Database, cipher: Cipher, document: str, content: bytes) -> str:
    """Keep something large, and return its name: the sealed bytes' SHA-256. Raises StoreFault."""
    sealed = cipher.encrypt(content, bound(("blob", document)))
    name = hashlib.sha256(sealed).hexdigest()
    with writing(db):
        db.execute("insert into blob (document, name, body) values (?, ?, ?)", (document, name, sealed))
    return name


def blob_names(db: Database, document: str) -> tuple[str, ...]:
    """Return the names of all that a document keeps so. Raises StoreFault."""
    with explained():
        return tuple(
            name for (name,) in rows(db, "select name from blob where document = ? order by rowid", (document,))
        )


def get_blob(db: Database, cipher: Cipher, document: str, name: str) -> bytes:
    """Return what was kept under a name. Raises BlobDamaged, StoreFault."""
    with explained():
        found = rows(db, "select body from blob where document = ? and name = ?", (document, name))
    if not found:
        raise BlobDamaged
    try:
        content = cipher.open(found[0][0], bound(("blob", document)))
    except NotOpened as fault:
        raise BlobDamaged from fault
    # Only now is it known to be bytes. Another of the document's own opens too, and is not what was asked for.
    if hashlib.sha256(found[0][0]).hexdigest() != name:
        raise BlobDamaged
    return content
