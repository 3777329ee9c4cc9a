"""Every kind of document that the app knows: the only list. A new kind is one file here and one line below."""

from collections.abc import Sequence

from app.areas import AreaSet
from app.document.kind import Catalogue
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from plans.family_star import FAMILY_STAR, family_star
from plans.good_lives import GOOD_LIVES
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import WORDS_AND_PICTURES


def kinds(own: Sequence[AreaSet] = ()) -> Catalogue:
    """Return every kind. own: a council's own sets of areas."""
    star = family_star(own) if own else FAMILY_STAR
    return Catalogue(plans=(WORDS_AND_PICTURES, SAFETY_PLAN, star, GOOD_LIVES), drawings=DRAWINGS, family=FAMILY)


KINDS = kinds()
