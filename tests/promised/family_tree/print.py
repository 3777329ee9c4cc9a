"""A family tree on paper and in `show`."""

from app.blocks.family_tree.model import relatives
from app.blocks.family_tree.tree import Branch, FamilyTree
from app.document import Document, people
from app.language import _
from app.sayings.outline import OutlineLine, name_of
from app.sheet import Heading, Part


def picture(document: Document, section: str) -> FamilyTree:
    """Return the tree of a section."""
    there = list(relatives(document, section))
    place = {item.id: n for n, (item, _depth) in enumerate(there)}
    branches = tuple(Branch(str(i.fields["name"]), depth, place.get(i.parent or "", -1)) for i, depth in there)
    return FamilyTree(branches, _("In the tree: {names}.").format(names=", ".join(b.name for b in branches)))


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the tree under its title; nothing where nobody is in it."""
    declared, tree = document.kind.section(section), picture(document, section)
    return (Heading(_(declared.title)), tree) if declared is not None and tree.branches else ()


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return everybody in it, a line each."""
    who = people(document)
    return tuple(
        OutlineLine(section, "relative", name_of(item.by, who), str(item.fields["name"]), "", item.for_whom.reach)
        for item, _depth in relatives(document, section)
    )
