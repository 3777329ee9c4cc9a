"""The office of twenty families with four plans each, read as a whole: beside loading and folding the same plans.

`python -m tests.bench.bench_office` says how long it takes in all, and how long the store's thread is held at most.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.demo import make_demo
from app.document import WORKER, Add, Change, Edit, Set, fold, new_id, people
from app.document.copy_log import record_copy
from app.document.office import Looked, at_office, look
from app.store import Cost, NoKeyring, Store, Vault
from app.workspace.practice import PIN, keyring_of
from plans.catalogue import KINDS
from tests.bench.measuring import Figure, by_turns

FAMILIES, COPIES, TURNS = 20, 3, 3
TODAY = date(2026, 5, 8)


def whole_office() -> Figure:
    """All read, with each plan's copies compared with the plan as it is now; beside loading and folding alone."""
    with _made() as vault:

        def ours(_: int) -> None:
            told = [look(_read(vault, id)) for id in vault.documents()]
            office = at_office(told, today=TODAY, families=KINDS.family.slug, apart=(KINDS.drawings.slug,))
            if len(office.out) != FAMILIES * 4 * COPIES:
                raise AssertionError("not the office that was made")

        def baseline(_: int) -> None:
            assert len([_read(vault, id) for id in vault.documents()]) >= FAMILIES * 4

        return by_turns("the office of 20 families, 4 plans each", ours, baseline, turns=TURNS, aim=3)


BENCHES = (whole_office,)


def _read(vault: Vault, id: str):  # type: ignore[no-untyped-def]
    loaded = vault.load(id)
    return fold(id, KINDS.kind(loaded.kind), loaded.edits)


@contextmanager
def _made() -> Iterator[Vault]:
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        make_demo(demo)
        store = Store.open(demo, keyring=keyring_of(demo), reading=True)
        from_ = store.unlock(PIN)
        plans = [(loaded.kind, loaded.edits) for loaded in map(from_.load, from_.documents())]
        store.close()
        store = Store.open(Path(folder) / "office", keyring=NoKeyring(), cost=Cost("argon2id", 8, 1))
        vault, _spare = store.set_up("patio rhubarb velvet otter")
        for _n in range(FAMILIES):
            for kind, edits in plans:
                id = vault.create(kind)
                document = fold(id, KINDS.kind(kind), edits)
                added = list(edits)
                if kind not in (KINDS.family.slug, KINDS.drawings.slug):
                    for whom in list(people(document))[-COPIES:]:
                        added += _edits(document.clock + len(added) + 1, whom, document)
                vault.append(id, added)
        yield vault
        store.close()


def _edits(clock: int, whom: str, document) -> list[Edit]:  # type: ignore[no-untyped-def]
    """Return the record of a copy, and one more change of the plan behind it."""
    header = next(i for i in document.items.values() if i.section == "front")
    changes: list[Change] = [*record_copy(document, whom=whom, paper="", day=TODAY)]
    changes.append(Set(header.id, "title", f"Another {clock}"))
    made = []
    for n, change in enumerate(changes):
        id = change.item.id if isinstance(change, Add) else new_id()
        made.append(Edit(id, "tablet", clock + n, WORKER, 1_800_000_000_000, id, "copies", "spell", change))
    return made


def longest() -> None:
    """Print how long all of it takes, and the longest single reading: so long another touch waits at most."""
    with _made() as vault:
        took: list[float] = []
        looked: list[Looked] = []
        for id in vault.documents():
            began = time.perf_counter()
            looked.append(look(_read(vault, id)))
            took.append(time.perf_counter() - began)
        began = time.perf_counter()
        at_office(looked, today=TODAY, families=KINDS.family.slug)
        together = time.perf_counter() - began
        print(f"{len(took)} documents: {sum(took):.2f} s, the longest {max(took) * 1000:.0f} ms")
        print(f"put together: {together * 1000:.1f} ms")


if __name__ == "__main__":
    longest()
