"""What the page means, beside how it looks: the tree that a screen reader walks.

Ours, because reportlab writes none (docs/decisions/0021-pdf-structure-tags.md).

Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


class Mark(NamedTuple):
    """A piece of a page's content."""

    page: int
    """Which page, from 0."""
    number: int
    """Its number there, from 0 (MCID)."""


@dataclass
class Node:
    """One element of the structure, filled while the pages are drawn."""

    tag: str
    """A standard type ("P", "H2", "Figure")."""
    alt: str = ""
    """The words for somebody who cannot see it; "" for none."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top in points from the page's left bottom corner, for a figure; else None."""
    kids: list["Node | Mark"] = field(default_factory=list)
    """What belongs to it, in reading order."""
    scope: str = ""
    """What the heading in this cell heads: "Column" or "Row"; "" for any other element."""

    def add(self, tag: str, alt: str = "") -> "Node":
        """Return a new element, last below this one."""
        child = Node(tag, alt)
        self.kids.append(child)
        return child


def write(document: PDFDocument, root: Node, pages: Sequence[PDFObjectReference]) -> PDFObjectReference:
    """Add a structure to a document and return the reference to its root.

    pages: in order. Elements below which nothing was drawn are left out.
    """
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top = document.Reference(tree)
    owners: list[dict[int, PDFObjectReference]] = [{} for _ in pages]
    child = _write(document, root, top, pages, owners)
    tree["K"] = PDFArray([child] if child is not None else [])
    numbers: list[object] = []
    for page, owner in enumerate(owners):
        numbers += [page, document.Reference(PDFArray([owner[i] for i in sorted(owner)]))]
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(pages)
    return top


def _write(
    document: PDFDocument,
    node: Node,
    parent: PDFObjectReference,
    pages: Sequence[PDFObjectReference],
    owners: list[dict[int, PDFObjectReference]],
) -> PDFObjectReference | None:
    if not _drawn(node):
        return None
    element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent})
    reference = document.Reference(element)
    if node.alt:
        element["Alt"] = PDFString(node.alt)
    if node.box is not None:
        layout = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray(list(node.box))}
        element["A"] = PDFDictionary(layout)
    if node.scope:
        element["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
    marks = [kid for kid in node.kids if isinstance(kid, Mark)]
    if marks:
        element["Pg"] = pages[marks[0].page]
    kids: list[object] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            written = _write(document, kid, reference, pages, owners)
            if written is not None:
                kids.append(written)
            continue
        owners[kid.page][kid.number] = reference
        if kid.page == marks[0].page:
            kids.append(kid.number)
        else:
            kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid.page], "MCID": kid.number}))
    element["K"] = PDFArray(kids)
    return reference


def _drawn(node: Node) -> bool:
    # An empty cell holds its place: every row has as many cells (PDF/UA-1, 7.5).
    return node.tag in ("TH", "TD") or any(isinstance(kid, Mark) or _drawn(kid) for kid in node.kids)
