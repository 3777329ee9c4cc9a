"""From a bare file to plain upright pixels of a size that paper can show, and back to a file. Here is Pillow.

Memory is what counts: a tablet has little, and 12 megapixels are 48 MB each time that they are held.
"""

import io
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageChops, ImageCms

from app.photo import jpeg
from app.photo.bare import StrippedPhoto
from app.photo.refusal import NotAPhoto

LONGEST = 2_000
"""Pixels of the longer side. A page is 1600 × 1200 units, and 200 units are 25 mm on paper: a photo over the
whole page is 200 mm wide, and 2,000 pixels on it are 254 to the inch, finer than the lines of a felt pen and
more than the 1.3 pixels a unit of the screen."""

LEAST = 16
"""Pixels of the shorter side. A thinner picture shows nothing that somebody could point at."""

QUALITY = 85
"""Of JPEG: lines of a pencil keep their edges, and a page of paper is a third of what 95 makes of it."""

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes pixels upright that EXIF says are not (1 is upright)."""

_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}
"""The colour space that a profile must be for, if it is to say anything about pixels of a mode."""

_AS_READ: dict[str, Callable[[int], int]] = {
    "L;2": lambda value: value % 4 * 85,
    "L;4": lambda value: value % 16 * 17,
    "RGB;16B": lambda value: value // 256,  # Of 16 bits of a colour Pillow keeps the upper eight.
}
"""What Pillow makes of a number in a PNG, by how it is written there. Above its bits nothing counts (W3C PNG, tRNS)."""

_DECODER_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,
    Warning,
    Image.DecompressionBombError,
)
"""What Pillow raises for bytes that are not a picture (SyntaxError is its word for a broken PNG; struct.error and
zlib.error become one of these inside it). Warnings, where somebody made them raise."""


def decoded(strip_metadata: StrippedPhoto) -> Image.Image:
    """Return a file's pixels: upright, RGB, as they look on white paper, at most LONGEST on the longer side.

    The caller has seen to it that the file says a size that can be held. Raises NotAPhoto: damaged, too-large,
    too-small.
    """
    scale = min(1, LONGEST / max(strip_metadata.width, strip_metadata.height))
    size = (round(strip_metadata.width * scale), round(strip_metadata.height * scale))
    if min(size) < LEAST:
        raise NotAPhoto("too-small")
    try:
        image = _flat(_small(_read(strip_metadata), size))
        image = _in_srgb(image, strip_metadata.profile).convert("RGB")
    except MemoryError:
        raise NotAPhoto("too-large") from None
    except _DECODER_FAULTS:
        # Without the cause: it may hold bytes of the photo, and what happened is said.
        raise NotAPhoto("damaged") from None
    return image.transpose(_UPRIGHT[strip_metadata.orientation]) if strip_metadata.orientation in _UPRIGHT else image


def turned(image: Image.Image, turns: int) -> Image.Image:
    """Return pixels after so many quarter turns clockwise."""
    way = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)[turns % 4]
    return image if way is None else image.transpose(way)


def encoded(image: Image.Image) -> bytes:
    """Return RGB pixels as a baseline JPEG that holds no metadata whatever."""
    # A new image: Pillow writes what an image remembers of its file, its comment for one.
    plain = Image.new("RGB", image.size)
    plain.paste(image)
    file = io.BytesIO()
    plain.save(file, "JPEG", quality=QUALITY)
    return jpeg.strip_metadata(file.getvalue()).file()


def _read(strip_metadata: StrippedPhoto) -> Image.Image:
    """Return a file's pixels as they are in it; of a JPEG as few as still are enough (draft)."""
    file = io.BytesIO(strip_metadata.file())
    image = Image.open(file, formats=(strip_metadata.kind,))
    if image.size != (strip_metadata.width, strip_metadata.height):
        raise NotAPhoto("damaged")
    if strip_metadata.kind == "WEBP":
        file.close()  # libwebp has a copy of its own by now.
    scale = min(1, LONGEST / max(image.size))
    image.draft(None, (int(image.width * scale), int(image.height * scale)))
    written = next((tile.args for tile in image.tile), None)
    image.load()
    if isinstance(written, str) and "transparency" in image.info:
        image.info["transparency"] = _as_read(image.info["transparency"], written)
    # libwebp's decoder holds the picture twice over, for films; it is not asked again.
    vars(image).pop("_decoder", None)
    return image


def _small(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return pixels of a mode that can be averaged, and no more of them than wanted."""
    if image.mode.startswith("I"):
        # 16 bits of grey: Pillow would cut off what is above 255.
        grey = image.point(lambda value: value / 257).convert("L")
        through = image.info.get("transparency")
        image = grey if through is None else Image.merge("LA", (grey, _but(image, through)))
    elif "transparency" in image.info:
        image = image.convert("RGBA")
    elif image.mode == "P":
        image = image.convert("RGB")
    elif image.mode == "1":
        image = image.convert("L")
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0) if image.size != size else image


def _as_read(through: Any, written: str) -> Any:
    """Return the colour that counts as none, or the palette's alphas, as it is among pixels that Pillow has read.

    through: as it stands in the file, of which Pillow has made nothing else. written: how the file's pixels are.
    """
    if written not in _AS_READ:
        return through
    return tuple(map(_AS_READ[written], through)) if isinstance(through, tuple) else _AS_READ[written](through)


def _but(image: Image.Image, through: int) -> Image.Image:
    """Return a mask of all pixels of 16 bits but those of one value, of which Pillow can compare no more than 8."""
    raw = image.tobytes("raw", "I;16B")
    above, below = (Image.frombytes("L", image.size, raw[at::2]) for at in (0, 1))
    high, low = divmod(through, 256)
    return ImageChops.lighter(above.point(lambda n: 255 * (n != high)), below.point(lambda n: 255 * (n != low)))


def _flat(image: Image.Image) -> Image.Image:
    """Return what is seen where pixels that let light through lie on white paper."""
    if image.mode not in ("LA", "RGBA"):
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours as a screen without a profile shows them; as they are where the profile is no use."""
    if not profile:
        return image
    try:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if theirs.profile.xcolor_space.strip() != _SPACES.get(image.mode):
            return image
        turned = ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImportError, ImageCms.PyCMSError, OSError, ValueError, TypeError):
        # A build without littlecms, or a damaged profile: the colours are a little off, and all is to be seen.
        return image
    return turned or image
