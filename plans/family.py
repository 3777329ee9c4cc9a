"""A family: a document too. Its front is a nickname and the youngest's age; people join when they first speak."""

from app.document import Kind
from app.language import N_

FAMILY = Kind(slug="family", name=N_("Family"), family_name=N_("Our family"))
