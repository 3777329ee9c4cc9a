"""What a touch costs in a document that was written in for a year: 20,000 edits, beside the same in one of 200.

The same page of twenty items is asked and written on in both; all else is other pages.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count

from app.document import Add, Document, Edit, Item, Kind, Set, UndoReach, extend, fold, redo, undo
from app.document.item import EVERYONE
from tests.bench.measuring import Figure, by_turns

FEW, MANY, ON_A_PAGE = 200, 20_000, 20
TURNS = 200
AIM = 1.3
KIND = Kind(slug="bench", name="", family_name="")
PAGE = "p1"
REACH = UndoReach("tablet", PAGE, "today", "worker")
_ids = count()


@cache
def grown(size: int) -> Document:
    """Return a document of so many edits. Its tree is asked for once, as a screen does when it opens."""
    document = fold("plan", KIND, _edits(size))
    assert len(document.children(PAGE)) == ON_A_PAGE - 1
    return document


def _edits(size: int) -> Iterator[Edit]:
    for n in range(size):
        page, line = divmod(n, ON_A_PAGE)
        made = _item(f"i{n}", f"p{page}", f"a{line:02}") if line else _item(f"p{page}", None, f"a{page:05}")
        yield Edit(f"e{n}", "tablet", n + 1, "worker", n, f"e{n}", f"p{page}", "today", Add(made))


def _item(id: str, parent: str | None, position: str) -> Item:
    return Item(id, "story", parent, position, "saying", "worker", EVERYONE, {"words": "We eat together."})


def _next(document: Document, change: object) -> Document:
    id = f"new-{next(_ids)}"
    made = Edit(id, "tablet", document.clock + 1, "worker", 1, id, PAGE, "today", change)  # type: ignore[arg-type]
    return extend(document, (made,))


def _beside(name: str, work: Callable[[Document], Document | None]) -> Figure:
    """Time some work on both, by turns; what it returns is what the next turn works on."""
    at = {size: grown(size) for size in (MANY, FEW)}

    def turn(size: int) -> Callable[[int], None]:
        def act(_: int) -> None:
            at[size] = work(at[size]) or at[size]

        return act

    return by_turns(f"{name}, {MANY:,} edits / {FEW}", turn(MANY), turn(FEW), turns=TURNS, aim=AIM)


def one_more() -> Figure:
    """One more saying on the page."""
    return _beside("one more saying", lambda d: _next(d, Add(_item(f"s-{next(_ids)}", PAGE, "b"))))


def one_word() -> Figure:
    """A saying that is written anew."""
    return _beside("a saying written anew", lambda d: _next(d, Set("i21", "words", f"We eat at {next(_ids)}.")))


def asked() -> Figure:
    """What is on the page, in order."""
    return _beside("what is on a page", lambda d: None if d.children(PAGE) else d)


def can_take_back() -> Figure:
    """Whether something can be taken back and brought back, as each drawing of a screen asks."""
    return _beside("whether Undo is possible", lambda d: None if undo(d, REACH) and not redo(d, REACH) else d)


def taken_back() -> Figure:
    """One saying more, and one undo."""

    def work(document: Document) -> Document:
        more = _next(document, Add(_item(f"s-{next(_ids)}", PAGE, "b")))
        change = undo(more, REACH)
        assert change is not None
        return _next(more, change)

    return _beside("one more and one undo", work)


BENCHES = (one_more, one_word, asked, can_take_back, taken_back)
