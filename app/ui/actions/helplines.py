"""The numbers of Who can help while somebody writes them: what is not kept yet, and what others kept meanwhile."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.document.schema import visible
from app.kit.drafts import Draft
from app.language import _, number_as_rung
from app.store.helplines import Helpline, helplines

EMPTY = Helpline("", "")


class HelplineDraft(NamedTuple):
    """The lines as they are written. A line is only ever changed in its place, or added at the end."""

    read: tuple[Helpline, ...] = ()
    """What was kept when they were read; () where it was the usual numbers."""
    first: tuple[Helpline, ...] = ()
    """How they stood when they were read."""
    lines: tuple[Helpline, ...] = ()
    """How they stand now, with those that are taken away."""
    gone: frozenset[int] = frozenset()
    """Which of them are taken away, by their place, from 0."""

    @property
    def left(self) -> tuple[Helpline, ...]:
        """Those that are not taken away."""
        return tuple(line for n, line in enumerate(self.lines) if n not in self.gone)

    @property
    def mine(self) -> tuple[Helpline, ...]:
        """Those of them in which something was written that did not stand there at first."""
        changed = (line for n, line in enumerate(self.lines) if n not in self.gone and line != self._was(n))
        return tuple(line for line in changed if _written(line))

    @property
    def unkept(self) -> tuple[str, ...]:
        """What would be lost if nobody kept it, in words for whoever wrote it."""
        taken = (self._was(n) for n, line in enumerate(self.lines) if n in self.gone or not _written(line))
        return (
            *(" · ".join(t for t in (line.who, number_as_rung(line.number)) if visible(t)) for line in self.mine),
            *(_("Taken away: {thing}").format(thing=was.who) for was in taken if _written(was)),
        )

    def onto(self, other: "HelplineDraft") -> "HelplineDraft":
        """Return the same changes, made to other lines.

        What was changed here stands in its line, where nobody else changed that; else below, as a line of its own.
        """
        lines, gone = list(other.lines), set(other.gone)
        for n, line in enumerate(self.lines):
            was, away = self._was(n), n in self.gone
            if line == was and not away:
                continue
            if _written(was) and was in lines:
                at = lines.index(was)
                lines[at] = line
                (gone.add if away else gone.discard)(at)
            elif _written(line) and not away and line not in lines:
                lines.append(line)
        return other._replace(lines=tuple(lines), gone=frozenset(gone))

    def _was(self, n: int) -> Helpline:
        return self.first[n] if n < len(self.first) else EMPTY


@dataclass(frozen=True)
class Unkept(Draft):
    """Lines that wait to be kept, as words in a field do: whoever leaves is asked, and the lock sets them aside."""

    written: HelplineDraft = field(kw_only=True)


def as_kept(kept: tuple[Helpline, ...]) -> HelplineDraft:
    """Return the lines of what is kept, with nothing changed."""
    return HelplineDraft(kept, helplines(kept), helplines(kept))


def taken_up(aside: MutableMapping[Any, Any]) -> tuple[HelplineDraft, ...]:
    """Take what the lock set aside, of every tab, and return it: it waits on the page that shows it from now."""
    return tuple(aside.pop(key).written for key, draft in tuple(aside.items()) if isinstance(draft, Unkept))


def _written(line: Helpline) -> bool:
    return visible(line.who) or visible(line.number)
