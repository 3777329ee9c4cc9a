"""What is private, and since when, for the worker's `show`: on no paper, for a copy holds what it may and says no more.

A copy made before somebody made a part private still has it; the next one has not. This is where that can be found.
"""

from datetime import date

from app.blocks.privacy.model import parts_of
from app.document import Add, Document, Set, private
from app.document.local_day import local_day
from app.document.ownership import PRIVACY
from app.language import _, full_date
from app.sayings.outline import OutlineLine


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return a line for each part that was switched or is private: what it is, and since when."""
    found = []
    for part in parts_of(document):
        shut, since = private(document, part.slug), _switched(document, part.slug)
        if since is None and not shut:
            continue
        words = _("{title}: private") if shut else _("{title}: open")
        note = _("from the start") if since is None else _("since {date}").format(date=full_date(since))
        found.append(OutlineLine(section, "privacy", "", words.format(title=_(part.title)), note, "worker"))
    declared = document.kind.section(section)
    if declared is None or not found:
        return ()
    return (OutlineLine(section, "page", "", _("Who sees what"), "", "worker"), *found)


def _switched(document: Document, section: str) -> date | None:
    """Return the day, here, on which somebody switched a section last, or None; what was taken back does not count."""
    switches = document.children(None, section=section, item_type=PRIVACY.slug)
    switched = (e for i in switches for e in document.edits.of_item(i.id) if isinstance(e.change, Add | Set))
    at = max((e.at for e in switched if e.id not in document.void), default=0)
    return local_day(at) if at else None
