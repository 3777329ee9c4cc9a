"""Every PDF that a test makes goes through this: PDF/UA-1 twice over, qpdf's check, fonts; and what others read."""

import io
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import page as page_validation
import pdfua
import pikepdf
import pypdfium2

from app.pdf.font_fallback import Means, substitute
from app.sheet import Sheet, texts


def checked_pdf(pdf: bytes) -> bytes:
    """Return the file unchanged, or fail with what is wrong with it."""
    report = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 100
    assert [(f.rule_id, f.message) for f in report.failures] == []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.pdf"
        path.write_bytes(pdf)
        found = pdfua.validate(str(path))
    assert [(f.rule_id, f.message) for f in found.findings] == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        for font in _fonts(opened):
            assert "/ToUnicode" in font
            below = font["/DescendantFonts"][0]
            assert len(below["/FontDescriptor"]["/FontFile2"].read_bytes()) > 100, "every font is inside"
    return pdf


def _fonts(opened: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    seen: set[tuple[int, int]] = set()
    for one in opened.pages:
        for font in one.obj["/Resources"]["/Font"].values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font


def poppler(pdf: bytes, *, raw: bool = True) -> str:
    """Return the text that poppler's pdftotext finds."""
    order = ["-raw"] if raw else []
    done = subprocess.run(["pdftotext", *order, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def pdfium(pdf: bytes) -> str:
    """Return the text that PDFium (Chrome, Edge) finds."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(one.get_textpage().get_text_bounded() for one in document)
    finally:
        document.close()


def plain(text: str) -> list[str]:
    """Return the words of a text, without what steers direction, in one spelling (NFKC)."""
    text = unicodedata.normalize("NFKC", re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]", "", text))
    return text.split()


def words_of(sheet: Sheet) -> list[str]:
    """Return every word that a reader of the sheet's copy should meet, in reading order."""
    return [word for text in texts(sheet) for word in plain(substitute(text, Means(shaped=True)).text)]


def structure(pdf: bytes) -> list[tuple[str, str]]:
    """Return the structure in order as (tag, alternative text)."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(_walk(opened.Root["/StructTreeRoot"]["/K"]))


def _walk(kids: pikepdf.Object) -> Iterator[tuple[str, str]]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid["/S"])[1:], str(kid.get("/Alt", ""))
            yield from _walk(kid.get("/K", pikepdf.Array()))
