"""What one session knows of words that are not yet in a document: being typed, refused, or set aside behind the lock.

Nobody's words go in silence. What was refused (too long, not theirs to change) stays in its field, the bar says so,
and who leaves is asked. Nothing may stop Hide and the lock: then it is set aside in the tablet's memory, never on
the disk, and stands in its field again when somebody comes back to that page.
"""

from collections.abc import Awaitable, Callable, Hashable, Mapping, MutableMapping
from dataclasses import replace
from typing import NamedTuple

from app.document import NotAccepted
from app.language import _
from app.ui.kit.drafts import Draft, Drafting
from app.ui.places import AskedAlone, AtPlan, AtWords, Home, Lock, Place, in_hands


class Where(NamedTuple):
    """The name of a field: the page that it is on, and which of that page's fields it is."""

    page: Place
    spot: str


class Leaving(NamedTuple):
    """What is done when somebody leaves without the words that could not be kept."""

    then: Callable[[], Awaitable[None] | None]


class Drafts:
    """The words of one session that wait. place(): where it is now. changed(): is called when there are others.

    aside(): what was set aside on this tablet, by the name of its field. in_hand: makes a stroke of the one that is
    being drawn.
    """

    def __init__(
        self,
        place: Callable[[], Place],
        changed: Callable[[], None],
        aside: Callable[[], MutableMapping[Hashable, Draft]],
    ) -> None:
        self._place, self._changed, self._aside = place, changed, aside
        self._waiting: dict[Hashable, Draft] = {}
        self._over = 0
        self.in_hand: Callable[[], None] | None = None
        self.to_field = Drafting(self._name, self.put, self.waits, self.given_back, self.left, self.tried)

    @property
    def typing(self) -> bool:
        """Whether words are being written that are not yet an edit."""
        return any(not draft.refused for draft in self._waiting.values())

    @property
    def refused(self) -> tuple[str, ...]:
        """The words that could not be kept, and stand in their fields."""
        return tuple(draft.words for draft in self._waiting.values() if draft.refused)

    def put(self, name: Hashable, draft: Draft | None) -> None:
        """Words wait in a field, or none any more (None)."""
        if isinstance(self._place(), Lock):
            return  # A letter that was on its way as it locked.
        self._aside().pop(name, None)
        if draft is None:
            if self._waiting.pop(name, None) is None:
                return
        else:
            self._waiting[name] = draft
        self._changed()

    def _name(self, spot: str) -> Where:
        return Where(_page(self._place()), spot)

    def waits(self, name: Hashable) -> bool:
        """Whether words wait in a field."""
        return name in self._waiting

    def given_back(self, name: Hashable) -> Draft | None:
        """Return the refused words that wait for a field that comes: set aside, or left by one that went away."""
        return self._refused.get(name)

    def left(self, stem: str) -> Mapping[str, str]:
        """Return the spots of this page's empty fields in which words wait: see Drafting."""
        page = _page(self._place())
        waiting = {**self._aside(), **self._waiting}
        found = ((name, d) for name, d in waiting.items() if isinstance(name, Where) and name.page == page)
        return {d.instead[len(stem) :]: name.spot for name, d in found if d.instead.startswith(stem)}

    def tried(self, keep: Callable[[], bool]) -> tuple[bool, int]:
        """Do what keeps words, and return whether they are kept, and how many letters they are too long."""
        self._over = 0
        done = keep()
        return done, 0 if done else self._over

    def heard(self, fault: Exception) -> None:
        """Something could not be done: where words were too long, their field asks by how much (`tried`)."""
        self._over = fault.over if isinstance(fault, NotAccepted) else 0

    @property
    def _refused(self) -> dict[Hashable, Draft]:
        return {**self._aside(), **{name: draft for name, draft in self._waiting.items() if draft.refused}}

    def keep(self, *, again: bool = False) -> None:
        """Make an edit of all that waits, and a stroke of the one in hand.

        again: also of what was refused before. What is refused now, too, is said once more.
        """
        in_hand, self.in_hand = self.in_hand, None
        if in_hand is not None:
            in_hand()
        for draft in tuple(self._waiting.values()):
            if again or not draft.refused:
                draft.keep()

    @property
    def still_waiting(self) -> str:
        """Return what the worker is told of words that were set aside: not of what was written in others' hands."""
        waits = any(isinstance(name, Where) and not in_hands(name.page) for name in self._aside())
        return _("Some words are not saved yet. They wait on the page where they were written.") if waits else ""

    def drop(self) -> None:
        """Somebody leaves without what was refused."""
        self._waiting = {name: draft for name, draft in self._waiting.items() if not draft.refused}
        self._changed()

    def set_aside(self) -> None:
        """The lock comes: keep what can be kept; the rest waits for who comes back to its page.

        Not from a page on which nobody may find what was written there before (AskedAlone).
        """
        self.keep(again=True)
        for name, draft in self._waiting.items():
            if draft.refused and not (isinstance(name, Where) and isinstance(name.page, AskedAlone)):
                self._aside()[name] = replace(draft, keep=lambda: False)
        self._waiting = {}
        self._changed()


def _page(place: Place) -> Place:
    """Return the page that a place shows, whatever else is told with it."""
    match place:
        case AtPlan():
            return replace(place, talking=False, item="")
        case AtWords():
            return replace(place, back=Home())
        case AskedAlone():
            return replace(place, back=Home(), then=(), passing=False)
    return place
