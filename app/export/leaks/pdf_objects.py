"""The objects of a PDF and its streams, unpacked, read from its bytes as they stand: no table is asked where they are.

Source: ISO 32000-1, 7.3 to 7.5. What cannot be unpacked is never taken for harmless: Unreadable is raised.
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, NamedTuple

from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    read_object,
)

_BEGIN = re.compile(rb">>\s*stream(?:\r\n|\n|\r)")
_STREAM = re.compile(rb"(?<=>>)\s*stream[\r\n]")
_END = re.compile(rb"\s*endstream")
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?:\s+(\d+)\s+R)?")
_MOST = 536_870_912
"""Bytes of one stream, unpacked (512 MiB): more is no file of ours, and is not read."""

_PICTURES = ("/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode")
"""What no letters are read from: these stay packed, and are looked through as bytes."""


_FILE: Any = SimpleNamespace(strict=True)
"""What pypdf asks how it is to read: what is wrong, or said twice, is never guessed."""


class UnreadablePdf(Exception):
    """There is something in the file that cannot be read: nobody can say that nothing stands in it."""


class Stream(NamedTuple):
    """One stream."""

    number: int
    """That of its object, 0 where it stands in none."""
    said: Mapping[str, object]
    """What its dictionary says, by key ("/Type"); what a value refers to stands in its place."""
    content: bytes
    """Unpacked; a picture stays packed, as it is."""
    beyond: bytes = b""
    """Bytes that stood behind what was packed, and that no reader shows."""


class Parts(NamedTuple):
    """A file in parts."""

    outside: bytes
    """All that stands in no stream, as one."""
    objects: Mapping[int, bytes]
    """The bytes of each, by its number; the last, where it was written anew."""
    streams: tuple[Stream, ...]
    """All, also of objects that were written anew."""

    def having(self, key: str) -> Iterator[DictionaryObject]:
        """Yield the dictionaries that have a key ("/Font"), also those in other ones. Raises Unreadable."""
        for said in self.objects.values():
            if key.encode() in said or b"#" in said:
                yield from _having(_read(said), key)

    def resolved(self, value: object) -> object:
        """Return what a value refers to; itself, where it refers to nothing. Raises Unreadable."""
        return _resolved(value, self.objects)


def parts_of(file: bytes) -> Parts:
    """Return the parts of a PDF. Raises Unreadable."""
    outside: list[bytes] = []
    packed: list[tuple[int, bytes, bytes]] = []
    at = 0
    while (begin := _BEGIN.search(file, at)) is not None:
        opened = [*_OBJECT.finditer(file, at, begin.start())]
        said = file[opened[-1].end() if opened else at : begin.start() + 2]
        end = _end(file, said, begin.end())
        outside.append(file[at : begin.end()])
        packed.append((int(opened[-1][1]) if opened else 0, said, file[begin.end() : end]))
        at = end
    outside.append(file[at:])
    around = b"\n".join(outside)
    if around.count(b"endstream") != len(packed):
        raise UnreadablePdf  # Something is packed in a way that was not met here.
    objects = {int(m[1]): around[m.end() : around.find(b"endobj", m.end())] for m in _OBJECT.finditer(around)}
    streams = [_unpacked(number, said, content, objects) for number, said, content in packed]
    for stream in streams:
        if stream.said.get("/Type") == "/ObjStm":
            objects |= _objects_in(stream)
    return Parts(around, objects, tuple(streams))


def _end(file: bytes, said: bytes, begin: int) -> int:
    """Return where a stream's bytes end: where it says so, if that is so; else at the word that ends it."""
    length = _LENGTH.search(said)
    if length is not None and length[2] is not None:
        length = re.search(rb"(?<![0-9])%s\s+%s\s+obj\s+(\d+)" % (length[1], length[2]), file)
    if length is not None and _END.match(file, begin + int(length[1])):
        return begin + int(length[1])
    try:
        return file.index(b"endstream", begin)
    except ValueError as fault:
        raise UnreadablePdf from fault


def _unpacked(number: int, said: bytes, packed: bytes, objects: Mapping[int, bytes]) -> Stream:
    try:
        dictionary = _read(said)
    except UnreadablePdf:
        dictionary = _read(said[said.rfind(b"<<") :])  # It stands in another one.
    if not isinstance(dictionary, DictionaryObject):
        raise UnreadablePdf
    filters = _resolved(dictionary.get("/Filter", dictionary.get("/F")), objects)
    with_parameters = _resolved(dictionary.get("/DecodeParms", dictionary.get("/DP")), objects)
    if isinstance(filters, StreamObject | DictionaryObject):
        raise UnreadablePdf  # Its bytes stand in another file.
    chain = list(filters) if isinstance(filters, ArrayObject) else [] if _nothing(filters) else [filters]
    chain = [_resolved(f, objects) for f in chain]
    if "/Crypt" in chain or (b"/Filter" in said and not chain):
        raise UnreadablePdf
    told = {str(k): _resolved(v, objects) for k, v in dictionary.items()}
    if not chain:
        return Stream(number, told, packed)
    if chain in (["/FlateDecode"], ["/Fl"]) and _nothing(with_parameters):
        return Stream(number, told, *_inflated(packed))
    pictures = [i for i, f in enumerate(chain) if f in _PICTURES]
    before = chain[: pictures[0]] if pictures else chain
    stream = StreamObject()
    stream._data = packed
    stream[NameObject("/Filter")] = ArrayObject(before)
    if not _nothing(with_parameters):
        each = with_parameters if isinstance(with_parameters, ArrayObject) else ArrayObject([with_parameters])
        stream[NameObject("/DecodeParms")] = ArrayObject([_resolved(e, objects) for e in each][: len(before)])
    try:
        return Stream(number, told, decode_stream_data(stream) if before else packed)
    except Exception as fault:  # Whatever it is that a filter cannot read, it was not read.
        raise UnreadablePdf from fault


def _inflated(packed: bytes) -> tuple[bytes, bytes]:
    unpacking = zlib.decompressobj()
    with suppress(zlib.error):
        content = unpacking.decompress(packed, _MOST)
        if unpacking.eof:
            return content, unpacking.unused_data.strip()
    raise UnreadablePdf


def _objects_in(stream: Stream) -> dict[int, bytes]:
    """Return the objects that are packed in one stream (ISO 32000-1, 7.5.7)."""
    count, first = stream.said.get("/N"), stream.said.get("/First")
    if not (isinstance(count, NumberObject) and isinstance(first, NumberObject)):
        raise UnreadablePdf
    index = stream.content[:first].split()[: 2 * count]
    if len(index) != 2 * count or not all(map(bytes.isdigit, index)):
        raise UnreadablePdf
    places = {int(number): first + int(at) for number, at in zip(index[::2], index[1::2], strict=True)}
    ends = sorted(places.values())
    return {
        number: stream.content[position : next((end for end in ends if end > position), None)]
        for number, position in places.items()
    }


def _having(value: object, key: str) -> Iterator[DictionaryObject]:
    if isinstance(value, DictionaryObject):
        if key in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _having(each, key)


def _nothing(value: object) -> bool:
    return value is None or isinstance(value, NullObject)


def _read(said: bytes) -> object:
    """Return an object; of a stream its dictionary. Raises Unreadable."""
    try:
        return read_object(io.BytesIO(_STREAM.split(said)[0].strip() + b" "), _FILE)
    except (PyPdfError, ValueError, KeyError, RecursionError) as fault:
        raise UnreadablePdf from fault


def _resolved(value: object, objects: Mapping[int, bytes]) -> object:
    if isinstance(value, IndirectObject):
        return _read(objects[value.idnum]) if value.idnum in objects else NullObject()
    return value
