"""How the record of copies reads, on the screen behind the PIN and in the worker's `show`."""

from app.blocks.spoken import name_of
from app.document import Document, Section, people
from app.document.copied import Copied, copies_made, private_since
from app.language import _, full_date, isolate


def copy_lines(document: Document) -> tuple[str, ...]:
    """Return a line for each copy that was made, the newest first: who, when, which paper, and what is not in it."""
    return tuple(_line(document, copied) for copied in copies_made(document))


def _line(document: Document, copied: Copied) -> str:
    name = isolate(name_of(copied.whom, people(document))) if copied.whom else _("Nobody in particular")
    day = full_date(copied.day) if copied.day is not None else ""
    paper = document.kind.paper(copied.paper).name
    line = " · ".join(part for part in (name, day, _(paper) if paper else "") if part)
    private_now = private_since(document, copied)
    without = [s for s in document.kind.sections if s.slug in copied.without]
    since = [s for s in document.kind.sections if s.slug in private_now]
    said = [f"{line}."]
    if without:
        said.append(_("Not in it: {parts}.").format(parts=_titles(without)))
    if since:
        said.append(_("Still in it, and private since: {parts}.").format(parts=_titles(since)))
    return " ".join(said)


def _titles(sections: list[Section]) -> str:
    return ", ".join(_(s.title) for s in sections)
