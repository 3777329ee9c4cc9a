"""The two steps of bringing a photo in: what it is, and what the person made of it."""

from dataclasses import dataclass
from pathlib import PurePath

from app.photo import jpeg, png, webp
from app.photo.bare import Bare, Kind
from app.photo.pixels import LEAST, decoded, encoded, turned
from app.photo.refusal import MEGABYTES, MEGAPIXELS, NotAPhoto
from app.photo.whiten import whitened

MOST_PIXELS = MEGAPIXELS * 1_000_000 + 500_000
"""As cameras count: one that is sold with 24 megapixels writes 24.2 or 24.5 million."""

MOST_BYTES = MEGABYTES * 1_000_000

ENDINGS: dict[Kind, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}
"""How names of photos end, the usual one first."""

_OTHER_ENDINGS = {
    *(".apng", ".avif", ".bmp", ".gif", ".heic", ".heif", ".ico", ".psd", ".svg", ".tif", ".tiff"),
    *(".csv", ".doc", ".docx", ".exe", ".html", ".json", ".mov", ".mp4", ".odt", ".pdf", ".txt", ".xml", ".zip"),
}
"""Endings that say that a file is something else. Any other is not taken for an ending ("Otters.summer")."""

_OTHER_PICTURES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\0\x0cjP", b"\0\0\x01\0", b"\xff\x0a")
"""GIF, BMP, TIFF twice, Photoshop, JPEG 2000, icons, JPEG XL: how they begin."""


@dataclass(frozen=True)
class Taken:
    """A photo as it is kept: a baseline JPEG of pixels alone, upright, RGB, at most 2,000 pixels a side."""

    jpeg: bytes
    width: int
    height: int


def take_in(content: bytes, name: str = "") -> Taken:
    """Return a file that somebody chose, as pixels alone. What it is, its content says.

    name: the file's, where it is known; only its ending is looked at. Raises NotAPhoto, and nothing else. Takes
    a second or so and under 300 MB for 12 megapixels (tests/bench), so call it off the event loop.
    """
    bare = _bare(content)
    _agree(bare.kind, name)
    return _taken(bare)


def finish(
    taken_jpeg: bytes,
    *,
    turns: int = 0,
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0),
    whiten: bool = False,
) -> Taken:
    """Return a photo that was taken in, as the person wants it on the page.

    turns: quarter turns, clockwise. crop: left, top, right and bottom of what stays, as parts (0…1) of the
    photo after it was turned; more than the whole is the whole. whiten: make the paper white, and its light
    even. The same bytes and wishes give the same bytes. Raises NotAPhoto: "too-little" where fewer than
    16 pixels would stay, and as `take_in` does for bytes that are not its own.
    """
    image = turned(decoded(_sane(_bare(taken_jpeg))), turns)
    across = [min(max(part, 0.0), 1.0) * image.width for part in crop[::2]]
    down = [min(max(part, 0.0), 1.0) * image.height for part in crop[1::2]]
    box = (round(across[0]), round(down[0]), round(across[1]), round(down[1]))
    if box[2] - box[0] < LEAST or box[3] - box[1] < LEAST:
        raise NotAPhoto("too-little")
    image = image.crop(box)
    if whiten:
        image = whitened(image)
    return Taken(encoded(image), image.width, image.height)


def _taken(bare: Bare) -> Taken:
    image = decoded(_sane(bare))
    return Taken(encoded(image), image.width, image.height)


def _bare(content: bytes) -> Bare:
    """Return a file's kind, size and pixels, by what it holds. Raises NotAPhoto."""
    if not content:
        raise NotAPhoto("empty")
    if len(content) > MOST_BYTES:
        raise NotAPhoto("too-heavy")
    if content.startswith(jpeg.BEGINS):
        return jpeg.bare(content)
    if content.startswith(png.BEGINS):
        return png.bare(content)
    if webp.begins(content):
        return webp.bare(content)
    if content.startswith(_OTHER_PICTURES) or content[4:8] == b"ftyp":
        raise NotAPhoto("other-kind")
    raise NotAPhoto("not-a-photo")


def _sane(bare: Bare) -> Bare:
    """Return what was read, if its size can be held: nothing has been decoded yet. Raises NotAPhoto."""
    if not bare.width or not bare.height:
        raise NotAPhoto("damaged")
    if bare.width * bare.height > MOST_PIXELS:
        raise NotAPhoto("too-large")
    return bare


def _agree(kind: Kind, name: str) -> None:
    """Raise NotAPhoto where a file's name says that it is something else: somebody should know what it is."""
    ending = PurePath(name).suffix.lower()
    known = _OTHER_ENDINGS.union(*ENDINGS.values())
    if ending in known and ending not in ENDINGS[kind]:
        raise NotAPhoto("wrong-name", ending=ending, right=ENDINGS[kind][0])
