"""What is open of a section's rows: said, and nobody has said yet how it went. It greets the next visit."""

from app.blocks.rows.model import rows, shape_of
from app.document import Document
from app.document.header import header
from app.document.kind import Promised
from app.document.schema import stored_day


def to_do(document: Document, section: str) -> tuple[Promised, ...]:
    """Return the rows of a section that are open, in order: who does what until when, and promised to whom.

    In a plan that one person holds, what nobody is named for is that person's.
    """
    declared = document.kind.section(section)
    ends = [c.slug for c in shape_of(declared).columns if c.type == "outcome"] if declared is not None else []
    holder = header(document).whose if document.kind.owned else ""
    found = []
    for row in rows(document, section):
        who, what, until, whom = (str(row.cells.get(c) or "") for c in ("who", "what", "until", "whom"))
        # A way to have gone that only a newer version knows is one too.
        if what and not any(slug in row.cells or slug in row.newer for slug in ends):
            found.append(Promised(row.id, who or holder, what, until if stored_day(until) else "", whom))
    return tuple(found)
