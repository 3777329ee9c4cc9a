"""What every file has of its own, by place: the words of its language, its fonts' names, its program and its day.

A list of what the press writes, and no more: any other name, word or string is looked at as somebody's.
"""

import re
from datetime import date
from functools import cache

from app.pdf.fonts import FOLDER
from app.pdf.metadata import PROGRAM, metadata

_NAMES = frozenset(
    b"""
    A AIS ActualText Alt Art Artifact Ascent Attached Author BBox BG BM BaseFont BitsPerComponent Block
    BlockQuote CA CIDFontType2 CIDInit CIDSystemInfo CIDToGIDMap CMap CMapName CMapType CS CapHeight Caption
    Catalog ColSpan ColorSpace ColorTransform Colors Column Columns Contents Count CreationDate Creator
    DCTDecode DW Decode DecodeParms DescendantFonts Descent Dest DeviceGray DeviceRGB DisplayDocTitle Div
    Document Encoding ExtGState Figure Filter First Fit FitH FitR FitV Flags FlateDecode Font FontBBox
    FontDescriptor FontFile2 FontName Footer H H1 H2 H3 H4 H5 H6 Headers Height ID Identity-H Image Info
    Interpolate ItalicAngle K Keywords Kids L LBody LI Lang Last Layout Lbl Length Length1 MCID MCR MarkInfo
    Marked Matrix MediaBox Metadata ModDate Multiply N Names Next Normal Note Nums O Off On Ordering Outlines
    P PDF Page PageMode Pages Pagination Parent ParentTree ParentTreeNextKey Part Pg Placement Predictor Prev
    ProcSet Producer Quote Registry Resources Root Rotate Row RowSpan S SMask Scope Sect Size Span StemV
    StructElem StructParents StructTreeRoot Subject Subtype Summary Supplement TBody TD TFoot TH THead TR
    Table Tabs Text Title ToUnicode Trans Trapped Type Type0 UseNone UseOutlines ViewerPreferences W Width XML
    XObject ca
    """.split()
)
_NUMBERED = re.compile(rb"(?:F|O|Im|I|P|G)\d*|Adobe-Identity-UCS|ImageB|ImageC|ImageI")
OWN_WORDS = frozenset(
    b"""
    obj endobj stream endstream xref trailer startxref true false null
    begin end def dict findresource begincmap endcmap beginbfchar endbfchar beginbfrange endbfrange defineresource pop
    begincodespacerange endcodespacerange currentdict usecmap CMapName
    """.split()
)
"""Words of a file's own language that stand bare, outside its pages."""

OWN_COMMENT = re.compile(rb"PDF-\d\.\d\s*|%EOF\s*|\x93\x8c\x8b\x9e +")
"""What begins and ends a file. The third says that bytes follow which are no text: read as letters, one is "ﬁ"."""

_STRINGS = {"Registry": (b"Adobe",), "Ordering": (b"Identity", b"UCS"), "Producer": (PROGRAM.encode(),)}
_DAY = re.compile(rb"D:\d{8}000000Z")
_UNSAID = "\x01"


def is_own_name(name: bytes) -> bool:
    """Whether a name is one of those that the press writes."""
    if name in _NAMES or _NUMBERED.fullmatch(name):
        return True
    tagged = re.fullmatch(rb"ALONG[A-Z]\+(.+)", name)
    return tagged is not None and tagged[1].decode("latin-1") in _fonts()


def is_own_string(string: bytes, key: str, language: str) -> bool:
    """Whether a string stands where the press writes one of its own, and is that one."""
    if key == "Lang":
        return bool(language) and string == language.encode()
    if key in ("CreationDate", "ModDate"):
        return _DAY.fullmatch(string) is not None
    return string in _STRINGS.get(key, ())


@cache
def _fonts() -> frozenset[str]:
    """Return what the fonts call themselves: by their files' names, of which two leave out that they are regular."""
    files = {path.stem for path in FOLDER.glob("*.ttf")}
    return frozenset(files | {file.removesuffix("-Regular") for file in files})


@cache
def _around(day: str, language: str) -> tuple[str, ...]:
    """Return the file's description of itself without its title: what stands before it, and behind."""
    whole = metadata(_UNSAID, language, date.fromisoformat(day)).decode()
    return tuple(whole.split(_UNSAID))


def without_own(description: str, language: str) -> str:
    """Return what a file's description of itself (XMP) says beside what the press writes into each; all of it where
    the press did not write it.
    """
    day = re.search(r"<xmp:CreateDate>(\d{4}-\d\d-\d\d)T", description)
    if day is None:
        return description
    try:
        before, behind = _around(day[1], language)
    except ValueError:
        return description
    first, begun, rest = description.partition(before)
    written, ended, last = rest.partition(behind)
    return "\n".join((first, written, last)) if begun and ended else description
