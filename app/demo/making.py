"""A plan in the making: what is said of it, on the day on which it is said, by those who may say it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from app.blocks.rows.model import add_row, set_cell
from app.demo.otters import BELL, JO, MIA, MUM, NAN
from app.document import WORKER, Change, Edit, Kind, Person, Section, extend, fold, may, new_id
from app.document.answer import alone_scope, answer, show
from app.document.item import Value
from app.document.saying import say

HALF_PAST_THREE = time(15, 30)
"""When a visit begins, after school."""

Cells = Mapping[str, Value]


def _called(id: str) -> Person:
    return next(p for p in (JO, MIA, MUM, NAN, BELL) if p.id == id)


class Making:
    """A plan in the making. day: of the visit; it is moved on from one to the next."""

    def __init__(self, kind: Kind, id: str, device: str, day: date) -> None:
        self.document = fold(id, kind, ())
        self._device = device
        self.day = day

    def section(self, slug: str) -> Section:
        """Return a section of the plan. Raises LookupError for a slug that it has not."""
        found = self.document.kind.section(slug)
        if found is None:
            raise LookupError(slug)
        return found

    def make(self, changes: Iterable[Change], person: Person = JO, undo_scope: str = "practice") -> None:
        """Make changes as one step, each one that the person may make."""
        at = int(datetime.combine(self.day, HALF_PAST_THREE).timestamp() * 1000)
        transaction = new_id()
        for change in changes:
            if not may(person.id, change, self.document, day=self.day):
                raise ValueError(type(change).__name__)
            clock = self.document.clock + 1
            edit = Edit(new_id(), self._device, clock, person.id, at, transaction, undo_scope, "practice", change)
            self.document = extend(self.document, [edit])

    def rows(self, tables: Mapping[str, tuple[Cells, ...]], person: Person = JO) -> None:
        """Somebody writes lines of tables, by the slug of their section. What only one person says of a line is said
        by them.
        """
        for slug, lines in tables.items():
            section = self.section(slug)
            for cells in lines:
                id, said = new_id(), {field: who for field, who in section.said_by if cells.get(field)}
                rest = {field: value for field, value in cells.items() if field not in said}
                self.make(add_row(self.document, section, by=person.id, id=id, cells=rest), person)
                for field, who in said.items():
                    self.make(set_cell(self.document, id, field, cells[field]), _called(str(cells[who])))

    def say(self, slug: str, *, parent: str | None = None, said: Iterable[tuple[Person, str]], asked: str = "") -> None:
        """Write what people said in a section. Mia tells and Jo writes; the others write for themselves.

        asked: to which of its questions (a slug).
        """
        for person, words in said:
            scribe = WORKER if person is MIA else person.id
            changes = say(
                self.document,
                words,
                id=new_id(),
                section=slug,
                by=person.id,
                scribe=scribe,
                parent=parent,
                for_whom=self.section(slug).for_whom,
                asked=asked,
            )
            self.make(changes, person)

    def answer(self, person: Person, about: str, of: str, *, shown: bool, **said: str | int) -> None:
        """Let somebody answer alone. of: the mark of the words that are asked about. shown: they show it."""
        id, apart = new_id(), alone_scope(about)
        self.make(answer(self.document, id, about=about, by=person.id, of=of, day=self.day, **said), person, apart)
        if shown:
            self.make(show(self.document, id), person, apart)
