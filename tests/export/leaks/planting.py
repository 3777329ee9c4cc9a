"""Places in a finished PDF, and ways to write there, for words that must be found."""

import base64
import io
import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    TextStringObject,
)

Plant = Callable[[bytes, str], bytes]


def rewritten(file: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """Return a file after a change, written anew by pypdf."""
    writer = PdfWriter(clone_from=io.BytesIO(file))
    change(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def literal(words: bytes) -> bytes:
    """Return bytes as a string in brackets."""
    return b"(" + re.sub(rb"([\\()])", rb"\\\1", words) + b")"


def as_name(words: str) -> bytes:
    """Return words as a name: what is no letter by its number."""
    return re.sub(rb"[^A-Za-z0-9]", lambda m: b"#%02x" % ord(m[0]), words.encode())


def stream(content: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), said, content)


def behind(file: bytes, *bodies: bytes) -> bytes:
    """Return a file with objects in a further revision, which nothing leads to."""
    (size,) = re.findall(rb"/Size (\d+)", file)[-1:]
    (root,) = re.findall(rb"/Root (\d+ \d+ R)", file)[-1:]
    (start,) = re.findall(rb"startxref\s+(\d+)", file)[-1:]
    made, table = file, b"xref\n"
    for number, body in enumerate(bodies, start=int(size)):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(made) + 1)
        made += b"\n%d 0 obj\n%s\nendobj" % (number, body)
    at = len(made) + 1
    trailer = b"trailer\n<< /Size %d /Root %s /Prev %s >>\n" % (int(size) + len(bodies), root, start)
    return made + b"\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % at


def on_page(
    content: Callable[[str], bytes],
    said: Mapping[str, PdfObject] = MappingProxyType({}),
    *,
    before: bytes = b"",
    inline: bool = False,
    **fonts: Callable[[PdfWriter], DictionaryObject],
) -> Plant:
    """Return a plant in a further stream of the first page's content. said: what that stream says of itself; before: a
    stream before it. fonts: those that it uses; inline: they stand in the page's resources.
    """

    def plant(file: bytes, words: str) -> bytes:
        def change(writer: PdfWriter) -> None:
            page = writer.pages[0]
            first, more = DecodedStreamObject(), DecodedStreamObject()
            first.set_data(before)
            more.set_data(content(words))
            more.update({NameObject(key): value for key, value in said.items()})
            contents = (page["/Contents"].get_object(), first, more)
            page[NameObject("/Contents")] = ArrayObject([writer._add_object(each) for each in contents])
            resources = page["/Resources"]
            for name, made in fonts.items():
                font = made(writer) if inline else writer._add_object(made(writer))
                resources["/Font"][NameObject(f"/{name}")] = font  # type: ignore[index]

        return rewritten(file, change)

    return plant


def helvetica(writer: PdfWriter) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )


def odd_codes(writer: PdfWriter) -> DictionaryObject:
    """A font whose codes are not letters; its map says what they read as."""
    font = helvetica(writer)
    rows = "\n".join(f"<{code:02X}> <{code - 96:04X}>" for code in range(128, 224))
    cmap = f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n96 beginbfchar\n{rows}\nendbfchar"
    unicode = DecodedStreamObject()
    unicode.set_data(f"/CIDInit /ProcSet findresource begin begincmap\n{cmap}\nendcmap".encode())
    font[NameObject("/ToUnicode")] = writer._add_object(unicode)
    return font


def in_a_range(writer: PdfWriter) -> DictionaryObject:
    font = helvetica(writer)
    unicode = DecodedStreamObject()
    unicode.set_data(b"begincmap\n1 beginbfrange\n<80> <DF> <0020>\nendbfrange\nendcmap")
    font[NameObject("/ToUnicode")] = writer._add_object(unicode)
    return font


def by_glyph_names(writer: PdfWriter) -> DictionaryObject:
    font = helvetica(writer)
    names = [NameObject(f"/uni{code - 96:04X}") for code in range(128, 224)]
    font[NameObject("/Encoding")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Encoding"),
            NameObject("/Differences"): ArrayObject([NumberObject(128), *names]),
        }
    )
    return font


def untyped(writer: PdfWriter) -> DictionaryObject:
    font = odd_codes(writer)
    del font["/Type"]
    return font


def of_one_byte(writer: PdfWriter) -> DictionaryObject:
    """A composite font whose own map says that its codes have one byte."""
    font = odd_codes(writer)
    codes = DecodedStreamObject()
    codes.set_data(b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange endcmap")
    font[NameObject("/Subtype")] = NameObject("/Type0")
    font[NameObject("/Encoding")] = writer._add_object(codes)
    return font


def shifted(words: str) -> bytes:
    return bytes(ord(c) + 96 for c in words)


def text(shown: bytes, before: bytes = b"") -> bytes:
    return b"BT /Fx 12 Tf 40 40 Td %s %s Tj ET" % (before, shown)


def shown_as(**said: PdfObject) -> Plant:
    """Return a plant in a stream of a page that says of itself that it is something else."""
    return on_page(
        lambda w: text(b"<" + w.encode().hex().encode() + b">"), {f"/{k}": v for k, v in said.items()}, Fx=helvetica
    )


def letters(words: str, between: bytes) -> bytes:
    return b"BT /Fx 12 Tf " + between.join(literal(c.encode()) + b" Tj " for c in words if c != " ") + b" ET"


def pieces(words: str) -> bytes:
    """Kerned: letters apart in one operator, a wide gap for a space."""
    shown = b" -300 ".join(b" 20 ".join(literal(c.encode()) for c in word) for word in words.split(" "))
    return b"BT /Fx 12 Tf [" + shown + b"] TJ ET"


def octal(words: str) -> bytes:
    return b"(" + b"".join(b"\\%03o" % c for c in words.encode("latin-1", "replace")) + b")"


def continued(words: str) -> bytes:
    return b"(" + b"\\\n".join(bytes([c]) for c in words.encode("latin-1", "replace")) + b")"


def spaced_hex(coding: str, mark: bytes = b"") -> Callable[[str], bytes]:
    return lambda words: b"<" + (mark + words.encode(coding)).hex(" ").encode() + b">"


def keyed(key: bytes, write: Callable[[str], bytes] = lambda w: literal(w.encode())) -> Plant:
    return lambda file, words: behind(file, b"<< /%s %s >>" % (key, write(words)))


def marked(write: Callable[[str], bytes]) -> Plant:
    return on_page(lambda words: b"/Span << /MCID 99 /%s >> BDC EMC" % write(words))


def packed(filters: bytes, pack: Callable[[bytes], bytes]) -> Plant:
    return lambda file, words: behind(file, stream(pack(text(literal(words.encode()))), b"/Filter " + filters))


def run_length(data: bytes) -> bytes:
    return b"".join(bytes([len(data[i : i + 128]) - 1]) + data[i : i + 128] for i in range(0, len(data), 128)) + b"\x80"


def lzw(data: bytes) -> bytes:
    """Nine bits a code and no table: every code a byte, a clear before the table grows."""
    bits = ""
    for i, byte in enumerate(data):
        bits += f"{256:09b}" if i % 200 == 0 else ""
        bits += f"{byte:09b}"
    bits += f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def png(words: str, *, sort: bytes = b"tEXt") -> bytes:
    said = b"Comment\0" + (b"\0" + zlib.compress(words.encode()) if sort == b"zTXt" else words.encode())
    if sort == b"iTXt":
        said = b"Comment\0\1\0en\0\0" + zlib.compress(words.encode())
    chunk = len(said).to_bytes(4, "big") + sort + said + zlib.crc32(sort + said).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND\xaeB`\x82"


def jpeg(words: str) -> bytes:
    said = words.encode()
    return b"\xff\xd8\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said + b"\xff\xda\0\2\1\2\3\xff\xd9"


def picture(words: str) -> bytes:
    return stream(jpeg(words), b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode")


def note(writer: PdfWriter, words: str) -> None:
    writer.add_annotation(0, Text(text=words, rect=(10, 10, 40, 40)))


def free_text(writer: PdfWriter, words: str) -> None:
    writer.add_annotation(0, FreeText(text=words, rect=(10, 10, 40, 40)))


def link(writer: PdfWriter, words: str) -> None:
    writer.add_annotation(0, Link(rect=RectangleObject((0, 0, 9, 9)), url=f"https://x.example/?q={quote(words)}"))


def plus_link(writer: PdfWriter, words: str) -> None:
    url = f"mailto:a@b.example?body={words.replace(' ', '+')}"
    writer.add_annotation(0, Link(rect=RectangleObject((0, 0, 9, 9)), url=url))


def field(writer: PdfWriter, words: str) -> None:
    made = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("one"),
            NameObject("/V"): TextStringObject(words),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject([writer._add_object(made)]),
            NameObject("/NeedAppearances"): BooleanObject(True),
        }
    )


def label(writer: PdfWriter, words: str) -> None:
    said = DictionaryObject({NameObject("/P"): TextStringObject(words)})
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject(
        {NameObject("/Nums"): ArrayObject([NumberObject(0), said])}
    )


def layer(writer: PdfWriter, words: str) -> None:
    group = DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject(words)})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([writer._add_object(group)])}
    )


def structure(key: str) -> Plant:
    def plant(file: bytes, words: str) -> bytes:
        def change(writer: PdfWriter) -> None:
            root = writer.root_object["/StructTreeRoot"]["/K"][0].get_object()  # type: ignore[index]
            root[NameObject(f"/{key}")] = TextStringObject(words)

        return rewritten(file, change)

    return plant


def font_name(writer: PdfWriter, words: str) -> None:
    font = helvetica(writer)
    font[NameObject("/BaseFont")] = NameObject(f"/{words}")
    writer._add_object(font)


HELVETICA = b"/Resources << /Font << /Fx << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def form(file: bytes, words: str) -> bytes:
    return behind(
        file, stream(text(literal(words.encode())), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + HELVETICA)
    )


def object_stream(file: bytes, words: str) -> bytes:
    said = b"900 0 << /Alt %s >>" % literal(words.encode())
    return behind(file, stream(zlib.compress(said), b"/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode"))


def earlier(file: bytes, words: str) -> bytes:
    """The file of an earlier revision, in which an object had the words, and a later one without them."""
    return behind(behind(file, b"<< /Alt %s >>" % literal(words.encode())), b"<< /Alt (nothing) >>")


def described(file: bytes, words: str) -> bytes:
    xmp = f"<x:xmpmeta><rdf:RDF><dc:title>{words}</dc:title></rdf:RDF></x:xmpmeta>".encode()
    return behind(file, stream(zlib.compress(xmp), b"/Type /Metadata /Subtype /XML /Filter /FlateDecode"))


def described_in_numbers(file: bytes, words: str) -> bytes:
    coded = "".join(f"&#{ord(c)};" for c in words)
    return behind(file, stream(f"<x:xmpmeta><a b='{coded}'/></x:xmpmeta>".encode(), b"/Type /Metadata"))


def described_in(coding: str) -> Plant:
    def plant(file: bytes, words: str) -> bytes:
        xmp = f"<?xpacket begin=''?><x:xmpmeta><dc:title>{words}</dc:title></x:xmpmeta>".encode(coding)
        return behind(file, stream(xmp, b"/Type /Metadata"))

    return plant


def with_its_language(coding: str, mark: bytes) -> Callable[[str], bytes]:
    """Words in the middle of which a string says what language goes on."""
    return lambda words: spaced_hex(coding, mark)(words[:3] + "\x1ben\x1b" + words[3:5] + "\x1benGB\x1b" + words[5:])


def escaped_script(words: str) -> bytes:
    return literal("".join(f"\\u{ord(c):04x}" for c in words).encode())


utf16 = spaced_hex("utf-16-be", b"\xfe\xff")

PLANTS: Mapping[str, Plant] = {
    # What a page shows.
    "shown": on_page(lambda w: text(literal(w.encode())), Fx=helvetica),
    "shown in octal": on_page(lambda w: text(octal(w)), Fx=helvetica),
    "shown over several lines": on_page(lambda w: text(continued(w)), Fx=helvetica),
    "shown in hex with spaces": on_page(lambda w: text(spaced_hex("latin-1")(w)), Fx=helvetica),
    "shown white": on_page(lambda w: text(literal(w.encode()), b"1 1 1 rg"), Fx=helvetica),
    "shown invisibly": on_page(lambda w: text(literal(w.encode()), b"3 Tr"), Fx=helvetica),
    "shown beside the page": on_page(lambda w: text(literal(w.encode()), b"-9000 -9000 Td"), Fx=helvetica),
    "shown in pieces": on_page(pieces, Fx=helvetica),
    "shown letter by letter": on_page(lambda w: letters(w, b"7 0 Td "), Fx=helvetica),
    "shown in a hidden layer": on_page(lambda w: b"/OC /L1 BDC " + text(literal(w.encode())) + b" EMC", Fx=helvetica),
    "shown by the quote operator": on_page(lambda w: b"BT /Fx 9 Tf " + literal(w.encode()) + b" ' ET", Fx=helvetica),
    "shown in odd codes": on_page(lambda w: text(literal(shifted(w))), Fx=odd_codes),
    "shown in a range of codes": on_page(lambda w: text(literal(shifted(w))), Fx=in_a_range),
    "shown by names of glyphs": on_page(lambda w: text(literal(shifted(w))), Fx=by_glyph_names),
    "shown below other words that are spoken": on_page(
        lambda w: b"/Span << /ActualText (so) >> BDC " + text(literal(shifted(w))) + b" EMC", Fx=odd_codes
    ),
    "shown in a font without a type": on_page(lambda w: text(literal(shifted(w))), Fx=untyped),
    "shown in a font among the resources": on_page(lambda w: text(literal(shifted(w))), inline=True, Fx=odd_codes),
    "shown in a font whose name is escaped": lambda f, w: PLANTS["shown in odd codes"](f, w).replace(
        b"/Fx ", b"/F#78 ", 1
    ),
    "shown by what says that it is a table": shown_as(Type=NameObject("/XRef")),
    "shown by what says that it is a picture": shown_as(Subtype=NameObject("/Image")),
    "shown by what says that it is a description": shown_as(Type=NameObject("/Metadata")),
    "shown by what says that it is a font": shown_as(Length1=NumberObject(3)),
    "shown by what says that it is a font's map": on_page(
        lambda w: b"% begincmap\n" + text(b"<" + w.encode().hex().encode() + b">"), Fx=helvetica
    ),
    "a form": form,
    # What is spoken, or stands in the content.
    "ActualText, literal": marked(lambda w: b"ActualText " + literal(w.encode())),
    "ActualText, octal": marked(lambda w: b"ActualText " + octal(w)),
    "ActualText, UTF-16": marked(lambda w: b"ActualText " + utf16(w)),
    "ActualText, UTF-16 little-endian": marked(lambda w: b"ActualText " + spaced_hex("utf-16-le", b"\xff\xfe")(w)),
    "ActualText, UTF-8": marked(lambda w: b"ActualText " + literal(b"\xef\xbb\xbf" + w.encode())),
    "ActualText, UTF-16 in brackets": marked(lambda w: b"ActualText " + literal(b"\xfe\xff" + w.encode("utf-16-be"))),
    "ActualText that says its language": marked(
        lambda w: b"ActualText " + with_its_language("utf-16-be", b"\xfe\xff")(w)
    ),
    "UTF-8 that says its language": keyed(b"Alt", with_its_language("utf-8", b"\xef\xbb\xbf")),
    "Alt, inline": marked(lambda w: b"Alt " + literal(w.encode())),
    "E, inline": marked(lambda w: b"E " + literal(w.encode())),
    "a comment between key and words": marked(lambda w: b"Alt % so\n" + literal(w.encode())),
    "a comment in the content": on_page(lambda w: b"q % " + w.encode() + b"\nQ"),
    "a name in the content": on_page(lambda w: b"/" + as_name(w) + b" BMC EMC"),
    # The structure, and what a reader lists.
    "Alt": structure("Alt"),
    "ActualText": structure("ActualText"),
    "E": structure("E"),
    "T of the structure": structure("T"),
    "the title": lambda f, w: rewritten(f, lambda p: p.add_metadata({"/Title": w})),
    "keywords": lambda f, w: rewritten(f, lambda p: p.add_metadata({"/Keywords": w})),
    "an entry of one's own": lambda f, w: rewritten(f, lambda p: p.add_metadata({"/Whatever": w})),
    "a bookmark": lambda f, w: rewritten(f, lambda p: (p.add_outline_item(title=w, page_number=0), None)[1]),
    "a page label": lambda f, w: rewritten(f, lambda p: label(p, w)),
    "a layer's name": lambda f, w: rewritten(f, lambda p: layer(p, w)),
    "a link": lambda f, w: rewritten(f, lambda p: link(p, w)),
    "a link with plus signs": lambda f, w: rewritten(f, lambda p: plus_link(p, w)),
    "a note": lambda f, w: rewritten(f, lambda p: note(p, w)),
    "a text box": lambda f, w: rewritten(f, lambda p: free_text(p, w)),
    "a field": lambda f, w: rewritten(f, lambda p: field(p, w)),
    "a font's name": lambda f, w: rewritten(f, lambda p: font_name(p, w)),
    "a script": keyed(b"JS", lambda w: literal(f'app.alert("{w}")'.encode())),
    "a script in numbers": keyed(b"JS", escaped_script),
    "XMP": described,
    "XMP in numbers": described_in_numbers,
    **{
        f"XMP in {coding}": described_in(coding)
        for coding in ("utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be")
    },
    "a picture's comment": lambda f, w: behind(f, picture(w)),
    # What no page leads to, in whatever packing.
    "bytes behind the end": lambda f, w: f + b"\n" + w.encode() + b"\n",
    "a string behind the end": lambda f, w: f + literal(w.encode()),
    "a comment behind the end": lambda f, w: f + b"% " + w.encode(),
    "a comment in the file": lambda f, w: behind(f, b"<< /A 1 % " + w.encode() + b"\n >>"),
    "a name": keyed(b"Kind", lambda w: b"/" + as_name(w)),
    "a name in numbers": keyed(b"Kind", lambda w: b"/" + b"".join(b"#%02x" % c for c in w.encode())),
    "a key": lambda f, w: behind(f, b"<< /%s 1 >>" % as_name(w)),
    "UTF-16 without a mark": keyed(b"X", spaced_hex("utf-16-be")),
    "UTF-16 little-endian without a mark": keyed(b"X", spaced_hex("utf-16-le")),
    "hex, an odd number of digits": keyed(b"X", lambda w: b"<" + (w + " p").encode().hex()[:-1].encode() + b">"),
    "brackets in brackets": keyed(b"X", lambda w: b"(so (" + w.encode() + b") and on)"),
    "an earlier revision": earlier,
    "an object in a stream of objects": object_stream,
    "a stream that is not packed": lambda f, w: behind(f, stream(text(literal(w.encode())))),
    "Flate": packed(b"/FlateDecode", zlib.compress),
    "LZW": packed(b"/LZWDecode", lzw),
    "ASCII85": packed(b"/ASCII85Decode", lambda d: base64.a85encode(d) + b"~>"),
    "ASCIIHex": packed(b"/ASCIIHexDecode", lambda d: d.hex().encode() + b">"),
    "RunLength": packed(b"/RunLengthDecode", run_length),
    "Flate in ASCII85": packed(b"[/ASCII85Decode /FlateDecode]", lambda d: base64.a85encode(zlib.compress(d)) + b"~>"),
    "behind what is packed": lambda f, w: behind(
        f, stream(zlib.compress(b"q Q") + w.encode(), b"/Filter /FlateDecode")
    ),
    "a stream of bytes": lambda f, w: behind(f, stream(bytes(range(256)) * 4 + w.encode() + bytes(range(256)))),
}


def opens(file: bytes) -> bool:
    """Whether a reader opens it."""
    return bool(PdfReader(io.BytesIO(file)).pages)


__all__ = ["PLANTS", "ByteStringObject", "behind", "opens", "png", "rewritten", "stream"]
