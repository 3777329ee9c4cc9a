"""How the record of copies reads, on the screen behind the PIN and in the worker's `show`."""

from app.document import Document, Section, people
from app.document.copy_log import LoggedCopy, copies_made, private_since
from app.document.copy_rules import OFFICE
from app.language import _, full_date, isolate
from app.sayings.outline import name_of


def copy_lines(document: Document) -> tuple[str, ...]:
    """Return a line for each copy that was made, the newest first: who, when, which paper, and what is not in it."""
    return tuple(_line(document, copied) for copied in copies_made(document))


def _line(document: Document, copied: LoggedCopy) -> str:
    number = _("Copy {number}").format(number=copied.number) if copied.number is not None else ""
    name = holder_name(copied.whom, name_of(copied.whom, people(document)))
    day = full_date(copied.day) if copied.day is not None else ""
    paper = document.kind.paper(copied.paper).name
    line = " · ".join(part for part in (number, name, day, _(paper) if paper else "") if part)
    private_now = private_since(document, copied)
    without = [s for s in document.kind.sections if s.slug in copied.without]
    since = [s for s in document.kind.sections if s.slug in private_now]
    said = [f"{line}."]
    if without:
        said.append(_("Not in it: {parts}.").format(parts=_titles(without)))
    if since:
        said.append(_("In it, and made private since then: {parts}.").format(parts=_titles(since)))
    return " ".join(said)


def holder_name(whom: str, name: str) -> str:
    """Return whose a copy is, for the worker.

    whom: a person id, OFFICE, or "" for nobody in particular. name: theirs.
    """
    if whom == OFFICE:
        return _("The office's record")
    return isolate(name or name_of(whom, {})) if whom else _("Nobody in particular")


def _titles(sections: list[Section]) -> str:
    return ", ".join(_(s.title) for s in sections)
