"""A folder of plans as the command line opens it: for reading, with the PIN by prompt or ALONGSIDE_PIN."""

import contextlib
import getpass
import os
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.document import Document, fold
from app.document.header import header
from app.language import _
from app.store import InTheBin, Summary
from app.store.summaries import summary_of
from app.system.data_folder import named_folder
from app.workspace.practice import keyring_of
from plans.catalogue import KINDS

if TYPE_CHECKING:
    from app.store import Store, Vault


class Refused(Exception):
    """What was asked for cannot be done; the message is the sentence to say."""


@contextlib.contextmanager
def unlocked(chosen: str | None) -> Iterator["Vault"]:
    """Open the folder for reading, beside whoever writes in it, and unlock it. Raises Refused,
    NotAFolder, Unreadable and StoreFault.

    chosen: as named_folder takes it.
    """
    from app.store import Store, family_time  # As it is asked for: starting the screen needs none of it yet.

    folder = named_folder(chosen)
    store = Store.open(folder, keyring=keyring_of(folder), reading=True)
    try:
        vault = store.unlock(_secret(store))
        try:
            if family_time.plan_of(vault):
                raise Refused(
                    _("A family has this tablet to itself now. They give it back in the app, with their code.")
                )
            yield vault
        finally:
            vault.close()
    finally:
        store.close()


def _secret(store: "Store") -> str:
    told = os.environ.get("ALONGSIDE_PIN")
    if told:
        return told
    try:
        with warnings.catch_warnings():
            # Where it could not be typed unseen, it is not asked for.
            warnings.simplefilter("error", getpass.GetPassWarning)
            typed = getpass.getpass(_("PIN: ") if store.protection == "pin" else _("The four words: "))
    except getpass.GetPassWarning:
        raise _no_secret() from None
    except EOFError:
        _end_of_question()
        raise _no_secret() from None
    except UnicodeDecodeError:  # Bytes that are no letters in the coding of this terminal.
        _end_of_question()
        raise Refused(_("What was typed could not be read. Please try again. Nothing has been changed.")) from None
    except KeyboardInterrupt:
        _end_of_question()
        raise
    if not typed.strip():  # Nothing was tried, so it costs no try.
        raise _no_secret()
    return typed


def _no_secret() -> Refused:
    return Refused(_("A PIN is needed: type it, or set ALONGSIDE_PIN. Nothing has been changed."))


def _end_of_question() -> None:
    """The sentence that follows stands in a line of its own, behind a question that was not answered."""
    if sys.stderr is not None:
        sys.stderr.write("\n")


def plans(vault: "Vault", *, closed: bool = False) -> list[Summary]:
    """Return the cards of the plans that are not in the bin, the one changed last first.

    closed: those of families that are closed, instead of those of families that go on.
    """
    apart = {KINDS.family.slug, KINDS.drawings.slug}
    # A card is only a summary: a damaged one is made again from its plan.
    cards = [summary_of(read(vault, c.document)[0]) if c.damaged else c for c in vault.cards()]
    shut = {c.document for c in cards if c.closed}
    shown = (c for c in cards if c.kind not in apart and not c.binned and (c.family in shut) == closed)
    return sorted(shown, key=lambda c: (-c.changed, c.document))


def document_of(vault: "Vault", wanted: str) -> tuple[Document, int]:
    """Return a plan by its id, or by as much of the id's beginning as only one has, and its damaged places.

    Raises Refused and StoreFault.
    """
    found = [c.document for c in vault.cards() if c.document.startswith(wanted)] if wanted else []
    if len(found) != 1:
        raise Refused(_("There is no plan of that id here. `list` shows those that there are."))
    document, faults = read(vault, found[0])
    if header(document).binned:
        raise InTheBin
    return document, faults


def read(vault: "Vault", id: str) -> tuple[Document, int]:
    """Return a document by its whole id, and its damaged places. Raises StoreFault."""
    loaded = vault.load(id)
    return fold(id, KINDS.kind(loaded.kind), loaded.edits), len(loaded.faults)
