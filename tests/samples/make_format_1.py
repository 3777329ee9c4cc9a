"""How the sample of the first stored format was made: `python tests/samples/make_format_1.py FOLDER`.

Never run again for `format_1`: that folder is what the first version wrote, and must open for ever.
"""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.document import (
    EVERYONE,
    IN_NO_COPY,
    ONLY_ME,
    Add,
    Change,
    Edit,
    ForWhom,
    Item,
    Move,
    Remove,
    Restore,
    Set,
    Unknown,
    Value,
    Void,
)
from app.store import Cost, NoKeyring, Store, Summary

PASSPHRASE = "harbour lantern pebble thimble"
ORGANISATION = bytes(range(32))
"""The organisation's private key, for this sample only."""

STORYBOARD = "sample-story-001"
FAMILY = "sample-family-01"


def edits(device: str) -> Iterator[Edit]:
    """Yield one edit of each sort of change, with words of many scripts and every type of value."""
    people = ForWhom("people", ("nan", "kai"))
    fields: dict[str, Value] = {
        "words": "Dad shouted. ما حدث؟ 🌧️ zażółć",
        "ink": bytes(range(60)),
        "n": -3,
        "yes": True,
        "no": None,
        "f": 0.5,
    }
    changes: list[Change] = [
        Add(Item("item-a", "story", None, "a0", "page", "worker", EVERYONE, {})),
        Add(Item("item-b", "story", "item-a", "a0", "saying", "nan", people, fields)),
        Add(Item("item-c", "story", "item-a", "a1", "saying", "kai", ONLY_ME, {"words": "Nothing."})),
        Add(Item("item-d", "set-up", None, "a0", "note", "worker", IN_NO_COPY, {"words": ""})),
        Set("item-b", "words", "He shouted."),
        Set("item-c", "@for", EVERYONE),
        Set("item-c", "@by", "nan"),
        Move("item-c", None, "a5"),
        Remove("item-d"),
        Void(("edit-005", "edit-006")),
        Restore(("edit-006",)),
        Unknown(77, ["a newer version", {"knows": 1}]),
    ]
    for n, change in zip(count(1), changes, strict=False):
        yield Edit(
            f"edit-{n:03}",
            device,
            n,
            "nan",
            1_763_769_600_000 + n,
            f"step-{n // 2}",
            "page-1",
            "spell-1",
            change,
        )


def make(folder: Path) -> str:
    """Make the sample in an empty folder, and return its spare key."""
    store = Store.open(folder, keyring=NoKeyring(), cost=Cost("argon2id", 1024, 1))
    public = X25519PrivateKey.from_private_bytes(ORGANISATION).public_key().public_bytes_raw()
    vault, spare_key = store.set_up(PASSPHRASE, organisation_key=public)
    vault.create("storyboard", id=STORYBOARD)
    card = Summary(STORYBOARD, "storyboard", "Our story · قصتنا", FAMILY, 1_763_769_600_012, {"look": "2026-12-01"})
    vault.append(STORYBOARD, [*edits("tablet-1"), *edits_elsewhere()], card)
    vault.create("family", id=FAMILY)
    vault.append(FAMILY, list(edits("tablet-1"))[:2], Summary(FAMILY, "family", "The Otters", "", 5, {}))
    vault.keep_setting("today", {"family": FAMILY, "sizes": [1, 2.5, None, True]})
    vault.keep_setting("photo", vault.put_blob(STORYBOARD, b"a photograph" * 40))
    store.close()
    return spare_key


def edits_elsewhere() -> Iterator[Edit]:
    """Yield two edits that another tablet made at the same time."""
    for n in (2, 3):
        change = Set("item-a", "title", f"From the other tablet, {n}")
        yield Edit(
            f"else-{n:03}",
            "tablet-2",
            n,
            "worker",
            1_763_769_700_000 + n,
            "step-x",
            "page-1",
            "spell-2",
            change,
        )


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
