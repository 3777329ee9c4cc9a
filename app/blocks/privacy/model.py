"""Who can see this? The sentence for each part of a plan that somebody holds, and what private means.

Both are said to the young person, before the first word. Read from the very value that `seen_by` makes copies from.
Source: docs/domain/good-lives.md, last paragraph.
"""

from collections.abc import Mapping

from app.document import WORKER, Document, Person, Section, private
from app.language import _, isolate
from app.sayings.outline import name_of, who_reads


def who_can_see(document: Document, section: Section, who: Mapping[str, Person]) -> str:
    """Return the sentence that answers it for one part."""
    worker = isolate(name_of(WORKER, who))
    if not section.in_copies:
        return _("Only {worker} can see this. It is in nobody's copy.").format(worker=worker)
    if private(document, section.slug):
        return _("Private: only you and {worker}. It is in nobody else's copy.").format(worker=worker)
    return _("Open: everyone here, and everyone with a copy.")


def what_private_means(who: Mapping[str, Person]) -> tuple[str, ...]:
    """Return it in sentences, to be read before anything is written."""
    return (
        _("You can make any part private, or open it again. Only you can do that."),
        _("Private means: it is in nobody's copy but your own."),
        who_reads(name_of(WORKER, who)),
        _("A court can ask for it too."),
        _("Leave out anything that the police or a court are looking into. Ask your solicitor first."),
        _("Skip what you like. Stop when you like."),
    )


def parts_of(document: Document) -> tuple[Section, ...]:
    """Return the parts that can be private: all but this block's own, and the worker's own papers."""
    return tuple(s for s in document.kind.sections if s.in_copies and s.block != "privacy")
