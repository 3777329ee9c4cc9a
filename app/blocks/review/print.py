"""How the reviews of a plan read on paper: each with its day, who came, and what is different."""

from app.blocks.review.model import Review, reviews
from app.document import Document, people, who_then
from app.language import _, full_date, isolate
from app.language.clean_text import visible
from app.sayings.outline import OutlineLine, name_of
from app.sheet import Heading, Part, Words


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the parts of the reviews; none where there was none yet."""
    declared, there = document.kind.section(section), reviews(document, section)
    if declared is None or not there:
        return ()
    return (Heading(_(declared.title)), *(Words(r.words, _day(r), _around(r)) for r in there))


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return each review as a line; nothing where there was none yet."""
    declared, there = document.kind.section(section), reviews(document, section)
    if declared is None or not there:
        return ()
    who, reach = people(document), declared.for_whom.reach
    lines = (
        OutlineLine(
            section,
            "review",
            name_of(r.by, who_then(document, r.id, who)),
            r.words,
            " ".join((_day(r), _around(r))).strip(),
            reach,
        )
        for r in there
    )
    return (OutlineLine(section, "page", "", _(declared.title), "", reach), *lines)


def _day(review: Review) -> str:
    return full_date(review.day) if review.day is not None else ""


def _around(review: Review) -> str:
    """Return who came and when we look again, as far as either is known."""
    said = [_("Who came: {names}.").format(names=isolate(review.came))] if visible(review.came) else []
    said += [_("We look again on {date}.").format(date=full_date(review.next))] if review.next else []
    return " ".join(said)
