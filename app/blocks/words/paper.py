"""How a question and what people said to it read on paper."""

from app.blocks.spoken import Told, says, told_sayings, written_how
from app.document import Document, people
from app.document.saying import sayings
from app.language import _
from app.sheet import Heading, Part, Words


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the parts of one question; none where nobody has said anything."""
    said = sayings(document, None, section=section)
    declared = document.kind.section(section)
    if not said or declared is None:
        return ()
    who = people(document)
    return (
        Heading(_(declared.title)),
        *(Words(s.words, says(s.by, who), "" if s.own else written_how(s, who)) for s in said),
    )


def tell(document: Document, section: str) -> tuple[Told, ...]:
    """Return the question and all that was said to it; nothing where nobody said anything."""
    said = told_sayings(document, section, None)
    declared = document.kind.section(section)
    if not said or declared is None:
        return ()
    return (Told(section, "page", "", _(declared.question), "", declared.for_whom.reach), *said)
