"""Where a session can be. A route is a value; going somewhere replaces it. None has an address of its own,
so that neither the address bar nor the browser's history tells where somebody was."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Lock:
    """The lock, or, on a new tablet, setting it up."""


@dataclass(frozen=True)
class SpareKey:
    """The spare key, which is not written down yet."""

    back: "Route"
    """Where it goes on then."""
    shown: bool = False
    """At once, for it is new."""


@dataclass(frozen=True)
class NewSecret:
    """The spare key opened the plans: a new PIN or new words, before anything else. Then `back`."""

    back: "Route"


@dataclass(frozen=True)
class ChangeSecret:
    """A new PIN or new words instead of the old ones, behind those."""


@dataclass(frozen=True)
class Home:
    """Today's family."""


@dataclass(frozen=True)
class Families:
    """The office, after the PIN: the list of families, and what is due in all of them."""


@dataclass(frozen=True)
class Safety:
    """When the tablet locks, and a code for the visit: after the PIN."""


@dataclass(frozen=True)
class OfferVisitCode:
    """The first unlocking of a day, where four words keep the plans: a code for the visit, or not. Then `back`."""

    back: "Route"


@dataclass(frozen=True)
class BeginFamilyTime:
    """A family is about to have a plan to itself: what that means, and a code of their own."""

    plan: str


@dataclass(frozen=True)
class FamilyTime:
    """A family has the tablet to itself, and whoever unlocked it is somebody else: nothing to see but that."""


@dataclass(frozen=True)
class NewFamily:
    """A family is added."""


@dataclass(frozen=True)
class AtPlan:
    """A plan, at a step, or where it was left."""

    plan: str
    """Which one (a document id)."""
    step: str = ""
    """A key that its editors know; "" is where it was left."""
    talking: bool = False
    """Large questions and faces, and nothing to type."""
    item: str = ""
    """What one came for, in that step (EditorContext.at); "" for nothing."""


@dataclass(frozen=True)
class AboutPlan:
    """A plan's own card: its name, its next date, another like it, the bin."""

    plan: str


@dataclass(frozen=True)
class AtPad:
    """A drawing page in a child's hands."""

    document: str
    """In which it is (a document id)."""
    page: str
    """The id of the item that is drawn on."""
    back: "Route"
    """Where "I'm finished" leads."""
    handed: bool = False
    """The tablet was handed over, so that only the PIN leads anywhere else."""
    face: bool = False
    """What is drawn is somebody's face, so no photo is offered."""


@dataclass(frozen=True)
class AtWords:
    """One step of a plan in somebody's own hands: to write, with nothing else that can be reached."""

    plan: str
    """Which one (a document id)."""
    step: str
    """A key that its editors know."""
    person: str
    """In whose hands it is (a person id)."""
    back: "Route"
    """Where it goes on when the tablet is given back."""


@dataclass(frozen=True)
class AskedAlone:
    """One question in one person's own hands: what they think of one item, and nothing else.

    Nothing that was answered before and kept is ever in it: the wrong hands may hold it.
    """

    plan: str
    """In which it is asked (a document id)."""
    about: str
    """An item, or a section (its slug) with what is that person's own: that is shown, so the PIN comes before it."""
    person: str
    """In whose hands it is (a person id)."""
    back: "Route"
    """Where it goes on when the tablet is given back."""
    then: tuple[str, ...] = ()
    """Who is asked the same after that, one after the other, with no PIN between them."""
    passing: bool = False
    """The tablet is on its way to that person: nothing is shown but whom it is for."""


@dataclass(frozen=True)
class HandedBack:
    """Whoever had the tablet is finished: it waits for the PIN, and then goes on at `back`."""

    back: "Route"


@dataclass(frozen=True)
class Waiting:
    """A page that somebody had in their hands waits for them, covered: after a break, or where the line was cut."""

    page: "InHands"


@dataclass(frozen=True)
class ReadTogether:
    """A plan is read together, a page at a time."""

    plan: str
    """Which one (a document id)."""
    page: int
    """Which of its pages is open: 0 is its title."""
    back: "Route"
    """Where closing the book leads."""
    drawing: str = ""
    """The page that was drawn on when this book came to its end ("" for none): it is found again there."""


@dataclass(frozen=True)
class MakeCopy:
    """A copy is made of a plan."""

    plan: str


@dataclass(frozen=True)
class WhoMayHold:
    """The worker's own page, after the PIN: who of a family may hold a copy."""

    family: str
    """Which one (a document id)."""
    back: "Route"
    """Where leaving it leads."""
    person: str = ""
    """Who was asked for (a person id), "" for none."""


@dataclass(frozen=True)
class DrawingsOf:
    """The drawings of Just draw, of one family."""

    family: str


@dataclass(frozen=True)
class KeptForWorker:
    """The worker's own screen: what people keep between themselves and the worker, after the PIN."""


@dataclass(frozen=True)
class OurPeople:
    """A family's people, after the PIN."""

    family: str
    """Which one (a document id)."""
    back: "Route"
    """Where leaving them leads."""
    person: str = ""
    """Whose page is open (a person id), "" for the list."""


@dataclass(frozen=True)
class NewPlan:
    """A plan is about to be started for a family: whose is it?"""

    kind: str
    """The slug of its kind."""
    family: str
    """For which one (a document id)."""


Route: TypeAlias = (
    Lock
    | SpareKey
    | NewSecret
    | ChangeSecret
    | Home
    | Families
    | NewFamily
    | Safety
    | OfferVisitCode
    | BeginFamilyTime
    | FamilyTime
    | AtPlan
    | AboutPlan
    | AtPad
    | AtWords
    | AskedAlone
    | HandedBack
    | Waiting
    | ReadTogether
    | MakeCopy
    | WhoMayHold
    | DrawingsOf
    | KeptForWorker
    | OurPeople
    | NewPlan
)


InHands: TypeAlias = AtPad | AtWords | AskedAlone
"""A page for somebody's own hands (a pad, where it is `handed`)."""


def in_hands(route: Route) -> bool:
    """Whether somebody else holds the tablet, or is to have it again: only the PIN leads anywhere else."""
    return isinstance(route, AtWords | AskedAlone | HandedBack | Waiting) or (isinstance(route, AtPad) and route.handed)


def shut_in(route: Route) -> bool:
    """Whether nothing leads anywhere else but a secret: in somebody's hands, or where a new one is due."""
    return in_hands(route) or isinstance(route, NewSecret)


def within(route: Route, plan: str) -> bool:
    """Whether a route shows one plan and nothing else: its steps, the drawing pages on them, its people's faces as
    they are drawn, and its book."""
    match route:
        case AtPlan(plan=shown):
            return shown == plan
        case AtPad(face=True, back=back):
            return within(back, plan)
        case AtPad(document=shown, back=back) | ReadTogether(plan=shown, back=back):
            return shown == plan and within(back, plan)
    return False
