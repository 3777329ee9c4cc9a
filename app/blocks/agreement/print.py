"""How agreement reads on paper: who, how they said so and when; the sign that they drew."""

from app.blocks.agreement.model import WAYS, Agreed, agreements
from app.document import Document, people, who_then
from app.ink.drawing import marks
from app.language import _, full_date, isolate
from app.sayings.outline import OutlineLine, name_of
from app.sheet import Heading, Part, Picture, Words


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the parts of an agreement; none where nobody has said so yet."""
    declared, there = document.kind.section(section), agreements(document, section)
    if declared is None or not there:
        return ()
    who = people(document)
    found: list[Part] = [Heading(_(declared.title))]
    for agreed in there:
        name = name_of(agreed.by, who_then(document, agreed.id, who))
        found.append(Words(said(agreed), name, full_date(agreed.day) if agreed.day is not None else ""))
        drawing = tuple(mark for _id, mark in marks(document, agreed.id))
        if drawing:
            found.append(Picture(drawing, _("The sign of {name}").format(name=isolate(name))))
    return tuple(found)


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return each agreement as a line; nothing where there is none yet."""
    declared, there = document.kind.section(section), agreements(document, section)
    if declared is None or not there:
        return ()
    who, reach = people(document), declared.for_whom.reach
    lines = (
        OutlineLine(
            section,
            "agreed",
            name_of(a.by, who_then(document, a.id, who)),
            said(a),
            full_date(a.day) if a.day is not None else "",
            reach,
        )
        for a in there
    )
    return (OutlineLine(section, "page", "", _(declared.title), "", reach), *lines)


def said(agreed: Agreed) -> str:
    """Return how somebody said so, with their initials where those are it."""
    if agreed.how == "initials" and agreed.initials:
        return agreed.initials
    return _(WAYS[agreed.how]) if agreed.how else _("A newer version wrote this. It is kept safe.")
