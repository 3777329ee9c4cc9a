"""Where a session can be. A place is a value; going somewhere replaces it. None has an address of its own,
so that neither the address bar nor the browser's history tells where somebody was."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Lock:
    """The lock, or, on a new tablet, setting it up."""


@dataclass(frozen=True)
class SpareKey:
    """The spare key, shown once, to write down."""

    code: str


@dataclass(frozen=True)
class Home:
    """Today's family."""


@dataclass(frozen=True)
class Families:
    """The list of families, after the PIN."""


@dataclass(frozen=True)
class NewFamily:
    """A family is added."""


@dataclass(frozen=True)
class AtPlan:
    """A plan, at a step (a key that its editors know), or where it was left."""

    plan: str
    step: str = ""
    talking: bool = False


@dataclass(frozen=True)
class AtPad:
    """A drawing page in a child's hands. back: where "I'm finished" leads."""

    document: str
    page: str
    back: "Place"


@dataclass(frozen=True)
class MakeCopy:
    """A copy is made of a plan."""

    plan: str


@dataclass(frozen=True)
class DrawingsOf:
    """The drawings of Just draw, of one family."""

    family: str


Place: TypeAlias = Lock | SpareKey | Home | Families | NewFamily | AtPlan | AtPad | MakeCopy | DrawingsOf
