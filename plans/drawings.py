"""Just draw: the child's own pages, which need no story and may find one later."""

from app.document import ONLY_ME, Kind, Section
from app.language import N_

DRAWINGS = Kind(
    slug="drawings",
    name=N_("Drawings"),
    family_name=N_("My drawings"),
    sections=(
        Section(
            slug="mine",
            block="storyboard",
            title=N_("My drawings"),
            question=N_("Draw whatever you like."),
            for_whom=ONLY_ME,
            own=True,
        ),
    ),
)
