"""What a row on the screen needs at the moment of a touch, and what its cells are called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.blocks.rows.model import Column, add_row, set_cell
from app.document import WORKER, Change, Section
from app.document.item import Value
from app.document.saying import SOMEBODY
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.outline import writes_in


@dataclass(eq=False)
class RowContext:
    """What a row needs at the moment of a touch: the hand as it is by then.

    The same one all the time, with a new hand whenever the sheet is drawn: a row is drawn only when it changes.
    """

    context: EditorContext
    """What the editor was given when the sheet was drawn last."""
    section: Section
    """In which the rows stand."""
    open_row: Callable[[str], None]
    """open_row(row): take the row of that id in hand, open; "" closes the one that is."""
    ask_row: Callable[[str], None] = lambda row: None
    """ask_row(row): ask how the row of that id went; "" stops asking."""

    @property
    def writer(self) -> str:
        """Whose a new row is: the speaker's, or the worker's where nobody has said who speaks."""
        by = writes_in(self.section) or self.context.holder or self.context.speaker
        return WORKER if by == SOMEBODY and not self.context.alone else by

    def make(self, changes: Callable[[], Sequence[Change]]) -> bool:
        """Make changes as one step of this section. False: they could not be made."""
        return self.context.make(changes, self.section.slug, writes_in(self.section))

    def put(self, row: str, column: str, value: Value, by: str = "") -> bool:
        """Give a cell a value. Where the row was taken away meanwhile, what was written gets a row of its own.

        by: who alone says what is in it; "" is whoever speaks.
        """

        def changes() -> Sequence[Change]:
            now = self.context.now()
            if row not in now.items:
                return add_row(now, self.section, by=self.writer, cells={column: value}) if value else ()
            return set_cell(now, row, column, value)

        return self.context.make(changes, self.section.slug, by) if by else self.make(changes)


def name_for(column: Column, n: int) -> str:
    """Return what a screen reader calls a cell: "What will be done, row 2"."""
    return _("{column}, row {n}").format(column=_(column.title), n=n)
