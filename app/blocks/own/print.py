"""How what is one grown-up's own is told to the worker, with the PIN. It has no parts for paper, on purpose."""

from app.blocks.own.model import OWN, questions
from app.document import Document, people, who_then
from app.document.schema import visible
from app.language import _
from app.sayings.outline import OutlineLine, name_of


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return all that was written as lines, person by person; nothing where nobody wrote."""
    declared, who = document.kind.section(section), people(document)
    all_ = document.children(None, section=section, item_type=OWN.slug)
    there = [i for i in all_ if visible(str(i.fields.get("words") or ""))]
    if declared is None or not there:
        return ()
    titles = {q.slug: _(q.title) for q in questions(declared)}
    kept = _("kept: only they and you may see it, in no copy")
    lines = []
    for item in sorted(there, key=lambda i: i.by):
        title, words = titles.get(str(item.fields.get("question")), ""), str(item.fields.get("words") or "")
        lines.append(
            OutlineLine(
                section,
                "own",
                name_of(item.by, who_then(document, item.id, who)),
                f"{title}: {words}" if title else words,
                kept,
                "nobody",
            )
        )
    return (OutlineLine(section, "page", "", _(declared.title), "", "nobody"), *lines)
