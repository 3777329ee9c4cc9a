"""Fonts inside the file: only the glyphs that were drawn, and the text that each of them stands for.

Composite fonts of our own (Type0, CIDFontType2), not reportlab's simple ones: those know one character
a glyph, count in 256s, and print Arabic and Bengali unshaped. Source: ISO 32000-1, 9.7 and 9.10.3.
"""

import struct

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

from app.pdf.fonts import face

_SYMBOLIC = 4
_CHUNK = 100
"""No more lines than this in one block of a character map (ISO 32000-1, 9.7.5.4)."""


class Embedded:
    """One font of one file. name is what pages call it."""

    def __init__(self, file: str, name: str, tag: str) -> None:
        """tag: six capitals before the font's own name, another for each font (ISO 32000-1, 9.6.4)."""
        self.face = face(file)
        self.name = name
        self._tag = tag
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> int:
        """Return the code that draws a glyph and reads as its text."""
        return self._codes.setdefault((glyph, text), len(self._codes) + 1)

    def width(self, glyph: int) -> int:
        """Return a glyph's own width, in 1/1000 of the size."""
        return round(self.face.advances[glyph] * 1000 / self.face.em)

    def write(self, document: PDFDocument) -> PDFObjectReference:
        """Add the font to a document, once all is drawn, and return the reference for its resources."""
        called = PDFName(f"{self._tag}+{self.face.postscript_name}")
        outlines = list(dict.fromkeys(glyph for glyph, _text in self._codes))
        place = {glyph: i for i, glyph in enumerate(outlines, start=1)}
        program = self.face.subset(outlines)
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": called,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([round(edge) for edge in self.face.box]),
                "ItalicAngle": 0,
                "Ascent": round(self.face.ascent),
                "Descent": round(self.face.descent),
                "CapHeight": round(self.face.cap_height),
                "StemV": round(self.face.stem),
                "FontFile2": document.Reference(_stream(program, Length1=len(program))),
            }
        )
        codes = [0, *(place[glyph] for glyph, _text in self._codes)]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": called,
                "CIDSystemInfo": PDFDictionary({"Registry": b"(Adobe)", "Ordering": b"(Identity)", "Supplement": 0}),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 0,
                "W": PDFArray([1, PDFArray([self.width(glyph) for glyph, _text in self._codes])]),
                "CIDToGIDMap": document.Reference(_stream(struct.pack(f">{len(codes)}H", *codes))),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": called,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode())),
            }
        )
        return document.Reference(font)

    def _to_unicode(self) -> bytes:
        """Return the map from codes to text: UTF-16, so that emoji and letters joined into one are right."""
        # A part of a letter reads as nothing: no reader may find the letter twice.
        rows = [
            f"<{code:04X}> <{(text or _NOTHING).encode('utf-16-be', 'replace').hex().upper()}>"
            for (_glyph, text), code in self._codes.items()
        ]
        blocks = [rows[i : i + _CHUNK] for i in range(0, len(rows), _CHUNK)]
        lines = [
            _CMAP_HEAD,
            *(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks),
            _CMAP_TAIL,
        ]
        return "\n".join(lines).encode("ascii")


_NOTHING = "\u200b"
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _stream(content: bytes, **entries: int) -> PDFStream:
    return PDFStream(dictionary=PDFDictionary(entries), content=content, filters=[PDFZCompress])
