"""Which areas of life a star has: a set of them is data, the two that come along and a council's own alike. Frozen.

A plan keeps the set and the version that it was scored with, for ever (a copy of its words among its items). So the
slugs of a set and of its areas stay as they are; words may change with a new version.
"""

from dataclasses import dataclass

FEWEST, MOST = 3, 12
"""Areas of a set: fewer make no star, and more have no room for their names round it."""
LEAST, GREATEST = 0, 10
"""Between which the ends of a set lie."""
FACES = (1, 5)
"""The ends of a set with faces: there are five, from very sad to very glad."""


@dataclass(frozen=True)
class Area:
    """One area of life."""

    slug: str
    """Stored for ever; no other area of its set has it."""
    title: str
    """As it stands at an arm of the star."""
    prompts: tuple[str, ...]
    """What may be asked to get talking, one at a time."""


@dataclass(frozen=True)
class AreaSet:
    """A set of areas.

    The title, and the words of the areas: of the sets that come along they are marked for translation and translated
    when they are shown; a council's own are shown as they are.
    """

    slug: str
    """Stored for ever; with the version it names the set."""
    version: int
    """Stored for ever: a whole number, and a higher one is newer."""
    title: str
    """What the set is called."""
    lowest: int
    """The number at the lower end of an arm; LEAST or more."""
    highest: int
    """The number at the upper end of an arm; GREATEST or less."""
    faces: bool
    """The numbers are shown as faces too."""
    areas: tuple[Area, ...]
    """From FEWEST to MOST, in the order of the star's arms."""

    def area(self, slug: str) -> Area | None:
        """Return one of its areas, or None where this version has none of that slug."""
        return next((a for a in self.areas if a.slug == slug), None)
