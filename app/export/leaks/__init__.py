"""The finished file, read back and searched for what its reader must not see.

Source: docs/domain/sharing.md ("A leak check on the finished file"). Who may see what is worked out here a
second time, and by no line of app.document.sharing: a mistake there is to be found here.

What a person may see, what the program says and what is withheld are told apart by place. Which items a sheet was made
of is compared first (`wrongly_shown`); then each text of the sheet that has withheld words in it must be one that its
reader may see, or the program's own around such (`in_sheet`); then all that the file says beside the sheet's own texts
is searched (`in_file`). So somebody may be called like a word of the program's, or say what another has kept.
"""

from app.export.leaks.extract import ExtractedText, pieces
from app.export.leaks.independent_rules import allowed, withheld, wrongly_shown
from app.export.leaks.pdf_objects import UnreadablePdf
from app.export.leaks.search import LeakFound, in_file, in_sheet

__all__ = [
    "ExtractedText",
    "LeakFound",
    "UnreadablePdf",
    "allowed",
    "in_file",
    "in_sheet",
    "pieces",
    "withheld",
    "wrongly_shown",
]
