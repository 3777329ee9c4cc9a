"""Every kind of document that the app knows: the only list. A new kind is one file here and one line below."""

from app.document.kind import Catalogue
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from plans.family_star import FAMILY_STAR
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import WORDS_AND_PICTURES

KINDS = Catalogue(plans=(WORDS_AND_PICTURES, SAFETY_PLAN, FAMILY_STAR), drawings=DRAWINGS, family=FAMILY)
