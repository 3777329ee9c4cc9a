"""How a question and what people said to it read on paper; where a page asks several, each under its own words."""

from collections.abc import Sequence

from app.blocks.words.model import questions_of
from app.document import Document, people
from app.document.saying import Saying, sayings
from app.language import _
from app.sayings.outline import OutlineLine, named_once, said_words, told_sayings
from app.sheet import Heading, Part, Words


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the parts of one page's questions; none where nobody has said anything."""
    said = sayings(document, None, section=section)
    declared = document.kind.section(section)
    if not said or declared is None:
        return ()
    several = {q.slug: q for q in questions_of(declared.shape)}
    # What a newer version asks is not lost: it stands first, without its question.
    found: list[Part] = [Heading(_(declared.title)), *_said(document, [s for s in said if s.asked not in several])]
    for slug, question in several.items():
        here = [s for s in said if s.asked == slug]
        found += [Heading(_(question.words), 3), *_said(document, here)] if here else []
    return tuple(found)


def _said(document: Document, said: Sequence[Saying]) -> tuple[Words, ...]:
    who = people(document)
    return named_once([words for s in said for words in said_words(document, s, who)])


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return the question and all that was said to it; nothing where nobody said anything."""
    said = told_sayings(document, section, None)
    declared = document.kind.section(section)
    if not said or declared is None:
        return ()
    return (OutlineLine(section, "page", "", _(declared.question), "", declared.for_whom.reach), *said)
