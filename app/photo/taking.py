"""The two steps of bringing a photo in: what it is, and what the person made of it."""

from dataclasses import dataclass

from app.photo import jpeg, png, webp
from app.photo.bare import StrippedPhoto
from app.photo.pixels import LEAST, decoded, encoded, turned
from app.photo.refusal import MEGABYTES, MEGAPIXELS, NotAPhoto, Reason
from app.photo.whiten import whitened

MOST_PIXELS = MEGAPIXELS * 1_000_000 + 500_000
"""As cameras count: one that is sold with 24 megapixels writes 24.2 or 24.5 million."""

MOST_BYTES = MEGABYTES * 1_000_000

_OTHER_PICTURES = (
    *(b"GIF8", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"8BPS", b"\0\0\1\0", b"\0\0\2\0"),
    *(b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51", b"\0\0\0\x0cJXL ", b"\xff\x0a"),
)
"""GIF, TIFF in its four ways (raw photos among them), Photoshop, icons, JPEG 2000 and JPEG XL: how they begin."""

_BITMAP_HEADERS = {12, 40, 52, 56, 64, 108, 124}

_TELEPHONES = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
"""What a HEIC calls itself, in the first box of its file (ISO/IEC 23008-12, annex B)."""

_OTHER_BOXES = {b"mif1", b"msf1", b"mif2", b"avif", b"avis", b"crx ", b"jxl "}
"""And what other pictures in such boxes do. A film has a box like that too."""


@dataclass(frozen=True)
class TakenPhoto:
    """A photo as it is kept: a baseline JPEG of pixels alone, upright, RGB, at most 2,000 pixels a side."""

    jpeg: bytes
    """The whole file, without metadata."""
    width: int
    """In pixels, upright."""
    height: int
    """In pixels, upright."""


def take_in(content: bytes) -> TakenPhoto:
    """Return a file that somebody chose, as pixels alone. What it is, its content says: a name is only a name.

    Raises NotAPhoto, and nothing else. Takes a second or so and under 300 MB for 12 megapixels (tests/bench), so
    call it off the event loop.
    """
    image = decoded(_sane(_bare(content)))
    return TakenPhoto(encoded(image), image.width, image.height)


def finish(
    taken_jpeg: bytes,
    *,
    turns: int = 0,
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0),
    whiten: bool = False,
) -> TakenPhoto:
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
    return TakenPhoto(encoded(image), image.width, image.height)


def weigh(size: int) -> None:
    """Raise NotAPhoto where a file of so many bytes is none that is taken: before it is brought here as a whole."""
    if not size:
        raise NotAPhoto("empty")
    if size > MOST_BYTES:
        raise NotAPhoto("too-heavy")


def _bare(content: bytes) -> StrippedPhoto:
    """Return a file's kind, size and pixels, by what it holds. Raises NotAPhoto."""
    weigh(len(content))
    if content.startswith(jpeg.BEGINS):
        return jpeg.strip_metadata(content)
    if content.startswith(png.BEGINS):
        return png.strip_metadata(content)
    if webp.begins(content):
        return webp.strip_metadata(content)
    raise NotAPhoto(_what_else(content))


def _what_else(content: bytes) -> Reason:
    """Return what a file is that is none of the photos that are taken."""
    if content[4:8] == b"ftyp":
        length = min(int.from_bytes(content[:4], "big"), 256)
        brands = {content[at : at + 4] for at in (8, *range(16, length, 4))}
        if brands & _TELEPHONES:
            return "heic"
        return "other-kind" if brands & _OTHER_BOXES else "not-a-photo"
    # "BM" alone may begin a letter: a bitmap says how long its header is.
    bitmap = content.startswith(b"BM") and content[14:18] in {
        bytes((n, 0, 0, 0)) for n in (12, 40, 52, 56, 64, 108, 124)
    }
    return "other-kind" if bitmap or content.startswith(_OTHER_PICTURES) else "not-a-photo"


def _sane(strip_metadata: StrippedPhoto) -> StrippedPhoto:
    """Return what was read, if its size can be held: nothing has been decoded yet. Raises NotAPhoto."""
    if not strip_metadata.width or not strip_metadata.height:
        raise NotAPhoto("damaged")
    if strip_metadata.width * strip_metadata.height > MOST_PIXELS:
        raise NotAPhoto("too-large")
    return strip_metadata
