"""What sealing costs: a stroke made durable, and 2,400 strokes opened, each beside bare SQLite.

The baselines write and read the same bytes in as many rows, in the same run, by turns.
"""

from collections.abc import Iterator

from app.document.edit import Add, Edit
from app.document.item import EVERYONE, Item, new_id
from app.document.kind import Kind
from app.ink.packing import pack
from tests.bench.drawn import lines
from tests.bench.measuring import Figure, by_turns
from tests.bench.opening import bare_table, made_vault, opened_beside, rows

PAGES, STROKES, POINTS = 12, 200, 60
STORYBOARD = Kind(slug="storyboard", name="", family_name="")


def durable_stroke() -> Figure:
    """A stroke made durable (sealed, chained, committed, FULL), beside bare sqlite3 writing the same rows."""
    strokes = list(_strokes("tablet"))[:600]
    with made_vault() as (first, first_file), made_vault() as (vault, _), bare_table() as bare:
        made = first.create(STORYBOARD.slug)
        first.append(made, strokes)
        kept, chain = rows(first_file), rows(first_file, "select document, body from chain")
        bare.executemany("insert into chain values (?, ?)", chain)
        document = vault.create(STORYBOARD.slug)

        def ours(n: int) -> None:
            vault.append(document, (strokes[n],))

        def baseline(n: int) -> None:
            bare.execute("begin immediate")
            bare.execute("insert into edit values (?, ?, ?, ?, ?, ?, ?, ?)", kept[n])
            bare.execute("update chain set body = ? where document = ?", (chain[0][1], made))
            bare.execute("commit")

        return by_turns("a stroke made durable", ours, baseline, turns=len(strokes), aim=1.5)


def open_storyboard() -> Figure:
    """A storyboard opened, its chain checked, and folded; beside reading and opening the same bytes."""
    return opened_beside("a storyboard of 12 × 200 strokes", STORYBOARD, _strokes)


BENCHES = (durable_stroke, open_storyboard)


def _strokes(device: str) -> Iterator[Edit]:
    """Yield what a child draws on twelve pages, each line packed as the pad packs it."""
    for n, drawn in enumerate(lines(PAGES * STROKES, POINTS)):
        page = f"page-{n % PAGES}"
        id = new_id()
        item = Item(id, "story", page, f"a{n:05}", "stroke", "child", EVERYONE, {"ink": pack(drawn.stroke)})
        # A stroke hangs on its page; here it hangs on nothing, so that the fold keeps it without one.
        yield Edit(
            id,
            device,
            n + 1,
            "child",
            1_700_000_000_000 + n,
            id,
            page,
            "spell",
            Add(item._replace(parent=None)),
        )
