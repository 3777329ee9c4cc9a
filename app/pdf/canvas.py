"""Where pages are made: text, shapes and ink in the operators of PDF, each with its place in the structure.

All of it stays in memory. What a reader should meet is drawn inside `mark`, everything else inside
`decoration`; nothing may stand outside both (PDF/UA-1, 7.1).
"""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFString,
)

from app.ink.photo import NONE, Photos
from app.pdf.embedding import Embedded
from app.pdf.images import Images
from app.pdf.ink import OPACITIES, colour, rounded
from app.pdf.line_breaking import Line
from app.pdf.metadata import PROGRAM, metadata, one_line
from app.pdf.shaping import GlyphRun
from app.pdf.style import INKS
from app.pdf.tags import Mark, Node, write

_REMARKS = (
    b"ReportLab Generated PDF document (opensource)",
    b"ReportLab generated PDF document -- digest (opensource)",
)
"""What the library writes of itself into every file."""
_PACKED = 4
"""zlib's level: ink is a twentieth larger than at 6, and packed in a quarter of the time."""


class Canvas:
    """One document on its way to paper. size: width and height of its pages, in points."""

    def __init__(
        self,
        size: tuple[float, float],
        *,
        title: str,
        language: str,
        made: date,
        photos: Photos = NONE,
        look: str = "house",
    ) -> None:
        """look: of the sheet.

        photos: what the pictures' photos look like, by name; one that is not there is printed as a plain grey."""
        self.width, self.height = size
        self.images = Images(photos)
        self.root = Node("Document")
        self._title = one_line(title)
        self._language = language
        self._made = made
        self._inks = INKS[look]
        self._pages: list[list[str]] = []
        self._marks: list[int] = []
        self._fonts: dict[str, Embedded] = {}
        self._chapters: list[tuple[str, int]] = []
        self._node: Node | None = None
        self._marked = False

    @property
    def page(self) -> int:
        """The number of the page in hand, from 1."""
        return len(self._pages)

    def ink(self, ink: str) -> str:
        """Return the colour that this look has for one of the house's."""
        return self._inks.get(ink, ink)

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self._marks.append(0)

    def chapter(self, name: str) -> None:
        """Let a reader's side panel lead to the page in hand."""
        self._chapters.append((one_line(name), self.page - 1))

    @contextmanager
    def mark(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to this element. Marks do not nest."""
        self._node = node
        yield
        self._close()
        self._node = None

    def _open(self, said: str = "") -> None:
        """Begin a marked sequence of the element in hand, unless one is open. said: the text of what comes, if
        the glyphs do not tell it: then the sequence is its own, because some readers stop at a nested one's end."""
        if self._node is None or (self._marked and not said):
            return
        self._close()
        number = self._marks[-1]
        self._marks[-1] += 1
        node = self._node.add("Span") if said else self._node
        node.kids.append(Mark(len(self._pages) - 1, number))
        text = f" /ActualText <FEFF{said.encode('utf-16-be', 'replace').hex().upper()}>" if said else ""
        self._pages[-1].append(f"/{node.tag} <</MCID {number}{text}>> BDC")
        self._marked = True

    def _close(self) -> None:
        if self._marked:
            self._pages[-1].append("EMC")
            self._marked = False

    @contextmanager
    def decoration(self, *, footer: bool = False) -> Iterator[None]:
        """What is drawn inside is for the eye only; footer: it is the line at each page's foot."""
        kind = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC" if footer else "/Artifact BMC"
        self._pages[-1].append(kind)
        yield
        self._pages[-1].append("EMC")

    def line(self, line: Line, left: float, baseline: float, size: float, ink: str) -> None:
        """Draw one line of text. left: where its first seen glyph begins. ink: "#23302F"."""
        x = left - line.trailing * size if line.right_to_left else left
        code = self._pages[-1]
        for spoken, group in _groups(line):
            self._open("".join(piece.text for piece, _left in group) if spoken else "")
            code.append(f"BT {colour(self.ink(ink), fill=True)}")
            font = ""
            for piece, at in group:
                embedded = self._font(piece.file)
                chosen = f"/{embedded.name} {size * piece.scale:.3f} Tf"
                if chosen != font:
                    code.append(chosen)
                    font = chosen
                code.append(f"1 0 0 1 {x + at * size:.3f} {baseline:.3f} Tm")
                code += _shown(piece, embedded, size * piece.scale)
            code.append("ET")
            if spoken:
                self._close()

    def draw(self, operators: Iterable[str]) -> None:
        """Add operators as they are: they leave the graphics state as it was."""
        self._open()
        self._pages[-1] += operators

    def shape(
        self,
        left: float,
        bottom: float,
        width: float,
        height: float,
        *,
        radius: float,
        fill: str = "",
        edge: str = "",
        line: float = 1,
    ) -> None:
        """Draw a rectangle with round corners (half its height makes a disc): filled, edged or both."""
        path = rounded(left, bottom, width, height, radius)
        painting = {(True, False): "f", (False, True): "S", (True, True): "B"}[bool(fill), bool(edge)]
        parts = ["q", f"{line:.2f} w"]
        parts += [colour(self.ink(fill), fill=True)] if fill else []
        parts += [colour(self.ink(edge), fill=False)] if edge else []
        self._pages[-1] += [*parts, path, painting, "Q"]

    def finish(self) -> bytes:
        """Return the file: PDF 1.7, tagged, PDF/UA-1, the same bytes for the same parts."""
        document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=self._language)
        resources = PDFResourceDictionary()
        resources.Font = PDFDictionary({f.name: f.write(document) for f in self._fonts.values()})
        resources.XObject = self.images.write(document)
        resources.ExtGState = PDFDictionary(
            {name: PDFDictionary({"ca": opacity, "CA": opacity}) for opacity, name in OPACITIES.items()}
        )
        shared = document.Reference(resources)
        pages = [self._page(document, number, shared) for number in range(len(self._pages))]
        catalog = document.Catalog
        catalog.StructTreeRoot = write(document, self.root, pages)
        catalog.MarkInfo = PDFDictionary({"Marked": b"true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": b"true"})
        catalog.Metadata = XMP(creator=self._metadata)
        catalog.Outlines = self._outline(document, pages)
        document.info = self._info()
        made = bytes(document.format())
        for remark in _REMARKS:
            made = made.replace(remark, b" " * len(remark))  # As long as before: places in the file stay right.
        return made

    def _font(self, file: str) -> Embedded:
        found = self._fonts.get(file)
        if found is None:
            number = len(self._fonts)
            tag = "ALONG" + chr(ord("A") + number)
            found = self._fonts[file] = Embedded(file, f"F{number + 1}", tag)
        return found

    def _page(self, document: PDFDocument, number: int, resources: PDFObjectReference) -> PDFObjectReference:
        page = _Page()
        page.MediaBox = PDFArray([0, 0, round(self.width, 2), round(self.height, 2)])
        page.Resources = resources
        content = "\n".join(self._pages[number]).encode("ascii")
        # Packed here: reportlab's own page streams go through base 85 besides, slower than all of the ink.
        packed = PDFDictionary({"Filter": PDFName("FlateDecode")})
        page.Contents = PDFStream(dictionary=packed, content=zlib.compress(content, _PACKED))
        page.StructParents = number
        page.Tabs = PDFName("S")
        document.addPage(page)
        return document.Reference(page)

    def _outline(self, document: PDFDocument, pages: list[PDFObjectReference]) -> PDFObjectReference | None:
        if len(self._chapters) < 2:
            return None
        root = PDFDictionary({"Type": PDFName("Outlines"), "Count": len(self._chapters)})
        top = document.Reference(root)
        entries = []
        for name, page in self._chapters:
            where = PDFArray([pages[page], PDFName("Fit")])
            entries.append(PDFDictionary({"Title": PDFString(name), "Parent": top, "Dest": where}))
        references = [document.Reference(entry) for entry in entries]
        for i, entry in enumerate(entries):
            if i:
                entry["Prev"] = references[i - 1]
            if i + 1 < len(entries):
                entry["Next"] = references[i + 1]
        root["First"], root["Last"] = references[0], references[-1]
        return top

    def _info(self) -> "_Info":
        """Return what the file says of itself: no author, no machine, no hour."""
        day = f"D:{self._made:%Y%m%d}000000Z"
        return _Info(
            {
                "Title": PDFString(self._title),
                "Producer": PDFString(PROGRAM),
                "CreationDate": PDFString(day),
                "ModDate": PDFString(day),
            }
        )

    def _metadata(self, document: PDFDocument) -> bytes:
        return metadata(self._title, self._language, self._made)


class _Page(PDFPage):  # type: ignore[misc]
    """reportlab's page, with the two entries that a tagged page needs."""

    __NoDefault__ = [  # noqa: RUF012 (reportlab's way)
        *PDFPage.__NoDefault__,
        "StructParents",
        "Tabs",
    ]


class _Info(PDFDictionary):  # type: ignore[misc]
    """The document's own information, where reportlab would write "anonymous" and "unspecified"."""

    __RefOnly__ = 1


_Placed: TypeAlias = tuple[GlyphRun, float]


def _groups(line: Line) -> Iterator[tuple[bool, list[_Placed]]]:
    """Yield a line's pieces in reading order, with where each begins, and whether their text must stand beside them.

    It must where glyphs are not in the order of the letters: Bengali and Panjabi, with the spaces between.
    """
    group: list[_Placed] = []
    spoken = False
    for placed in zip(line.pieces, line.lefts, strict=True):
        piece, _left = placed
        tells = piece.spoken or (spoken and not piece.text.strip(" "))
        if group and tells != spoken:
            yield spoken, group
            group = []
        spoken = tells
        group.append(placed)
    if group:
        yield spoken, group


def _shown(piece: GlyphRun, font: Embedded, size: float) -> list[str]:
    """Return the operators that show a piece at the place just set."""
    shown: list[str] = []
    array: list[str] = []
    codes = ""
    rise = owed = 0.0
    for glyph in piece.glyphs:
        if glyph.up != rise:
            array += [f"<{codes}>"] if codes else []
            shown += [*_array(array), f"{glyph.up * size / 1000:.3f} Ts"]
            array, codes, rise = [], "", glyph.up
        before = owed + glyph.right
        if abs(before) >= 0.5:
            array += [f"<{codes}>"] if codes else []
            array.append(f"{-before:.0f}")
            codes = ""
            before -= round(before)
        codes += f"{font.code(glyph.glyph, glyph.text):04X}"
        owed = before + glyph.advance - font.width(glyph.glyph) - glyph.right
    array += [f"<{codes}>"] if codes else []
    shown += _array(array)
    return [*shown, "0 Ts"] if rise else shown


def _array(parts: list[str]) -> list[str]:
    return [f"[{' '.join(parts)}] TJ"] if parts else []
