"""What one session knows of words that are not yet in a document: being typed, refused, or set aside behind the lock.

Nobody's words go in silence. What was refused (too long, not theirs to change) stays in its field, the bar says so,
and who leaves is asked. Nothing may stop Hide and the lock: then it is set aside in the tablet's memory, never on
the disk, and stands in its field again when somebody comes back to that page. Each tab sets its own aside: words of two
tabs for one field all stand in it, and what is written in one meanwhile takes nothing of the other's away.
"""

from collections.abc import Awaitable, Callable, Hashable, Mapping, MutableMapping
from dataclasses import replace
from typing import NamedTuple

from app.document import NotAccepted
from app.kit.drafts import Draft, Drafting
from app.language import _
from app.ui.session.routes import AskedAlone, AtPlan, AtWords, Home, Lock, Route, in_hands


class Where(NamedTuple):
    """The name of a field."""

    page: Route
    """The page that it is on, whatever else is told with that (_page)."""
    spot: str
    """Which of that page's fields it is."""


class Aside(NamedTuple):
    """What tells words that were set aside from all others."""

    name: Hashable
    """The name of their field."""
    by: object
    """Whose they are: an object that stands for one session."""


class Leaving(NamedTuple):
    """What is done when somebody leaves without the words that could not be kept."""

    then: Callable[[], Awaitable[None] | None]


class Drafts:
    """The words of one session that wait. route(): where it is now. changed(): is called when there are others.

    aside(): what was set aside on this tablet, by every session (Aside). in_hand: makes a stroke of the one that is
    being drawn.
    """

    def __init__(
        self,
        route: Callable[[], Route],
        changed: Callable[[], None],
        aside: Callable[[], MutableMapping[Aside, Draft]],
    ) -> None:
        self._route, self._changed, self._aside = route, changed, aside
        self._waiting: dict[Hashable, Draft] = {}
        self._me = object()
        self._over = 0
        self._late = False
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
        self._aside().pop(Aside(name, self._me), None)
        if isinstance(self._route(), Lock):
            self._put_late(name, draft)
        elif draft is None:
            if self._waiting.pop(name, None) is not None:
                self._changed()
        else:
            self._waiting[name] = draft
            self._changed()

    def _put_late(self, name: Hashable, draft: Draft | None) -> None:
        """A letter was on its way as it locked: it is kept where that can still be done, or set aside with the rest."""
        if draft is None:
            return
        if draft.refused:
            self._lay(name, draft)
            return
        self._late = True
        try:
            draft.keep()
        finally:
            self._late = False

    def _name(self, spot: str) -> Where:
        return Where(_page(self._route()), spot)

    def waits(self, name: Hashable) -> bool:
        """Whether words wait in a field."""
        return name in self._waiting

    def given_back(self, name: Hashable, instead: str, between: str) -> Draft | None:
        """Return the refused words that wait for a field that comes: see Drafting. They wait in this session from now.

        Set aside, or left by a field that went away; an empty field has those of every one that stood for the same.
        """
        waits = self._waiting.get(name)
        if waits is not None and not waits.refused:
            return None  # Newer ones are being written in the field that goes.
        found = [waits] if waits is not None else []
        for key, draft in tuple(self._aside().items()):
            same = bool(instead) and draft.instead == instead and _pages(key.name) == _pages(name)
            if key.name == name or same:
                found.append(self._aside().pop(key))
        if not found:
            return None
        back = found[0]
        if len(found) > 1:
            words = between.join(dict.fromkeys(draft.words for draft in found))
            back = Draft(words, lambda: False, refused=True, instead=instead)
        self._waiting[name] = back
        return back

    def left(self, stem: str) -> Mapping[str, str]:
        """Return the spots of this page's empty fields in which words wait: see Drafting."""
        page = _page(self._route())
        waiting = {**{key.name: draft for key, draft in self._aside().items()}, **self._waiting}
        found = ((name, d) for name, d in waiting.items() if isinstance(name, Where) and name.page == page)
        return {d.instead[len(stem) :]: name.spot for name, d in found if d.instead.startswith(stem)}

    def tried(self, keep: Callable[[], bool]) -> tuple[bool, int]:
        """Do what keeps words, and return whether they are kept, and how many letters they are too long."""
        self._over = 0
        done = keep()
        return done, 0 if done else self._over

    def heard(self, fault: Exception) -> bool:
        """Something could not be done: where words were too long, their field asks by how much (`tried`).

        Returns whether to say so: nothing is said at the lock of what somebody wrote before it.
        """
        self._over = fault.over if isinstance(fault, NotAccepted) else 0
        return not self._late

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
        pages = (_pages(key.name) for key in self._aside())
        waits = any(page is not None and not in_hands(page) for page in pages)
        return _("Some words are not saved yet. They wait on the page where they were written.") if waits else ""

    def drop(self) -> None:
        """Somebody leaves without what was refused."""
        self._waiting = {name: draft for name, draft in self._waiting.items() if not draft.refused}
        self._changed()

    def set_aside(self) -> None:
        """The lock comes: keep what can be kept; the rest waits for who comes back to its page."""
        self.keep(again=True)
        for name, draft in self._waiting.items():
            if draft.refused:
                self._lay(name, draft)
        self._waiting = {}
        self._changed()

    def _lay(self, name: Hashable, draft: Draft) -> None:
        """Set words aside. Not from a page on which nobody may find what was written there before (AskedAlone)."""
        if not isinstance(_pages(name), AskedAlone):
            self._aside()[Aside(name, self._me)] = replace(draft, keep=lambda: False)


def _pages(name: Hashable) -> Route | None:
    """Return the page of a field, from its name."""
    return name.page if isinstance(name, Where) else None


def _page(route: Route) -> Route:
    """Return the page that a route shows, whatever else is told with it."""
    match route:
        case AtPlan():
            return replace(route, talking=False, item="")
        case AtWords():
            return replace(route, back=Home())
        case AskedAlone():
            return replace(route, back=Home(), then=(), passing=False)
    return route
