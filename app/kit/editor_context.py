"""What a screen gives an editor: the document as it stands, who speaks, and the ways to change it.

Editors know this and the kit; where a document is kept, and what else is on the screen, they do not.
"""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from app.document import EVERYONE, WORKER, Add, Change, Document, Item, Person, Remove, Set, may, who_then
from app.document.header import header
from app.document.local_day import today
from app.document.saying import SAYING, SOMEBODY
from app.ink.photo import NONE, Photos
from app.kit.avatars import Avatars
from app.kit.drafts import Drafting
from app.kit.handlers import Action, EventHandler
from app.kit.removal import Removals

Wanted: TypeAlias = Sequence[Change] | Callable[[], Sequence[Change]]


WRITE = "write"
"""Where one came to write (EditorContext.at): what is empty takes the keyboard."""


async def _to_nobody(item: str, person: str) -> None:
    """Whoever holds a page hands it to nobody."""


@dataclass(frozen=True, kw_only=True)
class EditorContext:
    """What an editor is given: the document as it stands, who speaks, and the ways to change it."""

    document: Document
    """As it was when the screen was drawn."""
    who: Mapping[str, Person]
    """Everybody who is named, by person id, those too who left."""
    here: Mapping[str, Person] | None = None
    """Those of them who can be chosen; None is all (around)."""
    speaker: str
    """Whose face was touched last (a person id)."""
    shape: str
    """The layout: wide, tall or phone."""
    now: Callable[[], Document]
    """Return the document as it stands at the moment of a touch."""
    make: Callable[[Wanted, str, str], bool]
    """make(changes, undo_scope, actor): make them, in one transaction. False: nothing changed, a sentence says why."""
    undo: Callable[[str], None]
    """undo(undo_scope): take back the worker's latest transaction there."""
    can_undo: Callable[[str], bool]
    """can_undo(undo_scope): whether there is one."""
    draft: Drafting
    """Is told of words that are typed and not yet an edit."""
    handler: Callable[[Action], EventHandler]
    """handler(act): the handler that does act for a touch, and says in a sentence what went wrong."""
    draw: Callable[[str], None]
    """draw(page): open the drawing page of that item."""
    hand_over: Callable[[str], Awaitable[None]]
    """hand_over(page): the same, for somebody who is to reach nothing else."""
    go: Callable[[str], None]
    """go(step): show another step; for who is asked about several items, go on to one of them."""
    ask_who: Callable[[str, Callable[[str], None], str], None]
    """ask_who(question, act, role): let them touch somebody (of a role, or ""), or name somebody new; then act(id)."""
    ask_alone: Callable[[str, str], Awaitable[None]] = _to_nobody
    """ask_alone(item, person): give the tablet to one person with what they think of one item, and nothing else."""
    give_to_write: Callable[[str, str], Awaitable[None]] = _to_nobody
    """give_to_write(step, person): give one person that step, to write on, and nothing else."""
    open_own: Callable[[str, str], None] = lambda section, person: None
    """open_own(section, person): ask for the PIN, then give the tablet to one person with what is their own there."""
    prove: Callable[[Callable[[], None]], None] = lambda then: None
    """prove(then): ask for the PIN, with nobody else there who could look, and then do it."""
    talking: bool = False
    """Large questions and faces, and nothing to type."""
    photos: Photos = field(default_factory=lambda: NONE)
    """Those of the document that have been read, by name."""
    faces: Avatars = field(default_factory=dict)
    """The pictures of people's faces, by person id."""
    alone: bool = False
    """The worker is not there to write: own words, no change of who sees a page, no handing over."""
    holder: str = ""
    """Who was given the tablet with this page alone (a person id); "" is everybody round the table."""
    away: frozenset[str] = frozenset()
    """The hints that nobody wants to see again while this screen is used."""
    put_away: Callable[[str], None] = lambda what: None
    """put_away(hint): do not show it again."""
    go_to: Callable[[str, str], None] = lambda step, item: None
    """go_to(step, item): show another step, for one of its items: it is then `at`."""
    at: str = ""
    """The item that one came for, or is asked about now; WRITE: one came to write; "" at first."""
    asked: str = ""
    """Another id each time that somebody is asked."""
    removals: Removals[str] = field(default_factory=Removals)
    """What was taken away on this screen (removal.py)."""
    calendar: Callable[[], date] = today
    """Tells which day it is (today)."""
    left: MutableMapping[str, str] = field(default_factory=dict)
    """How sheets were left here, by a name of their own choice: it is there again when the tablet comes back."""
    chose: Callable[[], None] = lambda: None
    """Its holder has said who may see what they gave."""

    @property
    def today(self) -> date:
        """The day it is, at the moment of a touch."""
        return self.calendar()

    @property
    def actor(self) -> str:
        """Who makes a change now that names nobody: whoever speaks; the worker, where nobody was touched."""
        worker_here = not (self.alone or self.holder)
        return self.holder or (WORKER if self.speaker == SOMEBODY and worker_here else self.speaker)

    @property
    def around(self) -> Mapping[str, Person]:
        """Who can be chosen: who stands in this plan and has not left."""
        return self.who if self.here is None else self.here

    def then(self, item: str) -> Mapping[str, Person]:
        """Return everybody under the names that they had when somebody said this (an item)."""
        return who_then(self.document, item, self.who)

    @property
    def young(self) -> str:
        """Whose plan this is, where one person holds it (document.ownership); else ""."""
        return header(self.document).whose if self.document.kind.owned else ""

    def may_change(self, item: str) -> bool:
        """Whether whoever speaks now may change what an item says: what may not be done is not offered."""
        return not self.document.kind.owned or may(self.actor, Set(item, "words", ""), self.document)

    def may_take_away(self, item: str) -> bool:
        """Whether whoever speaks now may take an item away."""
        return not self.document.kind.owned or may(self.actor, Remove(item), self.document)

    def may_add(self, section: str, parent: str | None) -> bool:
        """Whether whoever speaks now may say something here."""
        if not self.document.kind.owned:
            return True
        declared = self.document.kind.section(section)
        whom = declared.for_whom if declared is not None else EVERYONE
        said = Item("", section, parent, "", SAYING.slug, self.actor, whom, {})
        return may(self.actor, Add(said), self.document)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the plan's side."""

    key: str
    """Where it leads: a section (its slug), one of its items (an id), or what else its block knows."""
    title: str
    """What it is called."""
    spoken: bool = False
    """Somebody spoke there."""
    private: bool = False
    """Not everyone may see it, so no small picture and no words of it stand anywhere."""
    owner: str = ""
    """Whose own it is (a person id): only they change it, and undo takes back only theirs. "": everybody's."""
    changed: bool = False
    """Its words changed after it was drawn, and nobody has looked yet whether the drawing still fits."""
