"""Every kind of document that the app knows: the only list. A new kind is one file here and one line below."""

from collections.abc import Sequence
from pkgutil import resolve_name

from app.areas import AreaSet
from app.blocks.registry import check_blocks
from app.document.kind import Catalogue, Kind
from plans.drawings import DRAWINGS
from plans.family import FAMILY

PLANS = (
    "plans.words_and_pictures:WORDS_AND_PICTURES",
    "plans.safety_plan:SAFETY_PLAN",
    "plans.family_star:star_with",
    "plans.good_lives:GOOD_LIVES",
)
"""Those that a family can start, in the order in which they are offered: each a Kind, or a function of a council's own
sets of areas that returns one.
"""


def kinds(own: Sequence[AreaSet] = ()) -> Catalogue:
    """Return every kind. own: a council's own sets of areas. Raises NotDeclared for a kind that cannot be."""
    found = Catalogue(plans=tuple(_kind(name, own) for name in PLANS), drawings=DRAWINGS, family=FAMILY)
    check_blocks((*found.plans, found.drawings, found.family))
    return found


def _kind(name: str, own: Sequence[AreaSet]) -> Kind:
    """Return the kind of that name. Raises TypeError where there is something else."""
    offered: object = resolve_name(name)
    found: object = offered(own) if callable(offered) else offered
    if not isinstance(found, Kind):
        raise TypeError(f"{name} must be a Kind, or a function of a council's own sets of areas that returns one.")
    return found


KINDS = kinds()
