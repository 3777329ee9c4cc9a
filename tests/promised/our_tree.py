"""Our tree: who is in the family, and a few words about it."""

from app.document import Kind, Section
from app.language import N_

OUR_TREE = Kind(
    slug="our-tree",
    name=N_("Our tree"),
    family_name=N_("Our tree"),
    hint=N_("Who belongs to whom"),
    sections=(
        Section(slug="tree", block="family-tree", title=N_("Our family tree"), question=N_("Who belongs to whom?")),
        Section(slug="about", block="words", title=N_("About us"), question=N_("What is good about us?")),
    ),
)
