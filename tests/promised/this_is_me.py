"""This is Me: a page for whoever meets a young person for the first time."""

from app.document import Kind, Section
from app.language import N_

THIS_IS_ME = Kind(
    slug="this-is-me",
    name=N_("This is Me"),
    family_name=N_("This is me"),
    hint=N_("What somebody new should know"),
    sections=(
        Section(
            slug="likes", block="words", title=N_("What I like"), question=N_("What do you like?"), prompt=N_("Any.")
        ),
        Section(slug="helps", block="words", title=N_("What helps"), question=N_("What helps you?"), prompt=N_("Any.")),
    ),
)
