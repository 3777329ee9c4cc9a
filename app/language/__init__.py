"""Which words a reader meets: gettext for sentences, babel for dates, and the way a language runs.

Mark a sentence where it stands, translate it when it is shown: `N_("What happened?")` in a table,
`_(question)` on the screen. English (as written in Britain) is the source, so it needs no catalogue.
"""

from app.language.active_language import (
    N_,
    SOURCE,
    _,
    current,
    follow,
    languages,
    ngettext,
    set_language,
    speaking,
)
from app.language.bidi_isolates import direction, isolate, number_as_rung, right_to_left, unmarked
from app.language.dates import (
    days_of_the_week,
    full_date,
    month_and_year,
    names_a_day,
    read_out,
    written_date,
)
from app.language.digits import as_typed, counted, decimals, plain_digits, rung, whole_number

__all__ = [
    "N_",
    "SOURCE",
    "_",
    "as_typed",
    "counted",
    "current",
    "days_of_the_week",
    "decimals",
    "direction",
    "follow",
    "full_date",
    "isolate",
    "languages",
    "month_and_year",
    "names_a_day",
    "ngettext",
    "number_as_rung",
    "plain_digits",
    "read_out",
    "right_to_left",
    "rung",
    "set_language",
    "speaking",
    "unmarked",
    "whole_number",
    "written_date",
]
