"""What a file says of itself: its title and its language; no author, no machine and no hour."""

from datetime import date
from xml.sax.saxutils import escape

from app.language import unmarked
from app.language.clean_text import cleaned

PROGRAM = "Alongside"

_NO_CHARACTERS = {0xFFFE: None, 0xFFFF: None}
"""What is no character of XML (XML 1.0, 2.2), besides controls."""


def one_line(words: str) -> str:
    """Return words fit for the file's own description: one line, no marks of direction, nothing that XML refuses."""
    return " ".join(unmarked(cleaned(words, lines=False)).translate(_NO_CHARACTERS).split())


def metadata(title: str, language: str, made: date) -> bytes:
    """Return the file's XMP packet. language: a BCP 47 tag."""
    day = f"{made:%Y-%m-%d}T00:00:00Z"
    return _XMP.format(title=escape(title), language=escape(language), program=PROGRAM, day=day).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
