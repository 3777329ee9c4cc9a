"""Where a session can be. A route is a value; going somewhere replaces it. None has an address of its own,
so that neither the address bar nor the browser's history tells where somebody was."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Lock:
    """The lock, or, on a new tablet, setting it up."""


@dataclass(frozen=True)
class SpareKey:
    """The spare key, which is not written down yet. shown: at once, for it is new. Then `back`."""

    back: "Route"
    shown: bool = False


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
    """A plan, at a step (a key that its editors know), or where it was left. item: what one came for, in that step."""

    plan: str
    step: str = ""
    talking: bool = False
    item: str = ""


@dataclass(frozen=True)
class AboutPlan:
    """A plan's own card: its name, its next date, another like it, the bin."""

    plan: str


@dataclass(frozen=True)
class AtPad:
    """A drawing page in a child's hands. back: where "I'm finished" leads.

    handed: the tablet was handed over, so that only the PIN leads anywhere else. face: what is drawn is somebody's
    face, so no photo is offered.
    """

    document: str
    page: str
    back: "Route"
    handed: bool = False
    face: bool = False


@dataclass(frozen=True)
class AtWords:
    """One step of a plan in somebody's own hands (a person id): to write, with nothing else that can be reached."""

    plan: str
    step: str
    person: str
    back: "Route"


@dataclass(frozen=True)
class AskedAlone:
    """One question in one person's own hands (a person id): what they think of one item, and nothing else.

    Nothing that was answered before and kept is ever in it: the wrong hands may hold it. about may be a section
    instead (its slug), in which something is that person's own: this shows it, so the PIN comes before it.
    then: who is asked the same after that, one after the other, with no PIN between them. passing: the tablet is on its
    way to that person: nothing is shown but whom it is for.
    """

    plan: str
    about: str
    person: str
    back: "Route"
    then: tuple[str, ...] = ()
    passing: bool = False


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
    """A plan is read together, a page at a time: 0 is its title. back: where closing the book leads.

    drawing: the page that was drawn on when this book came to its end ("" for none): it is found again there.
    """

    plan: str
    page: int
    back: "Route"
    drawing: str = ""


@dataclass(frozen=True)
class MakeCopy:
    """A copy is made of a plan."""

    plan: str


@dataclass(frozen=True)
class WhoMayHold:
    """The worker's own page, after the PIN: who of a family may hold a copy. person: who was asked for, "" for none."""

    family: str
    back: "Route"
    person: str = ""


@dataclass(frozen=True)
class DrawingsOf:
    """The drawings of Just draw, of one family."""

    family: str


@dataclass(frozen=True)
class KeptForWorker:
    """The worker's own screen: what people keep between themselves and the worker, after the PIN."""


@dataclass(frozen=True)
class OurPeople:
    """A family's people, after the PIN. back: where leaving them leads. person: whose page is open (a person id)."""

    family: str
    back: "Route"
    person: str = ""


@dataclass(frozen=True)
class NewPlan:
    """A plan of a kind (its slug) is about to be started for a family: whose is it?"""

    kind: str
    family: str


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
