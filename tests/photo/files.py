"""Photos as phones, programs and ill-wishers write them: real files, with things hidden wherever something fits."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageCms, ImageDraw

PLANTED = b"PLANTED"
"""Stands in everything that is hidden; no result may hold it."""

SIDE = (320, 240)


def scene(size: tuple[int, int] = SIDE, mode: str = "RGB") -> Image.Image:
    """Return a picture whose four corners differ: red, green, blue, and white below on the right."""
    image = Image.new("RGB", size, "white")
    width, height = size
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=(200, 30, 30))
    pen.rectangle((width // 2, 0, width, height // 2 - 1), fill=(30, 160, 30))
    pen.rectangle((0, height // 2, width // 2 - 1, height), fill=(30, 30, 200))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def exif(orientation: int = 1, thumbnail: bool = True) -> bytes:
    """Return an EXIF block with a place, a name, an orientation and a thumbnail, each of them planted."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010E] = f"{PLANTED.decode()} the Otters at home"
    block[0x013B] = f"{PLANTED.decode()} Jo"
    place = block.get_ifd(0x8825)
    place.update({1: "N", 2: (51.0, 27.0, 12.0), 3: "W", 4: (2.0, 35.0, 4.0), 27: PLANTED + b"GPS"})
    end = saved(Image.new("RGB", (160, 120), "red"), "JPEG", comment=PLANTED) if thumbnail else b""
    return b"Exif\0\0" + block.tobytes().removeprefix(b"Exif\0\0") + end


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def profile() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


def jpeg(orientation: int = 1, *, progressive: bool = False, size: tuple[int, int] = SIDE) -> bytes:
    """Return a JPEG with everything in it that one can hold, and a second photo behind its end."""
    plain = saved(scene(size), "JPEG", quality=95, subsampling=0, progressive=progressive)
    hidden = (
        segment(0xE0, b"JFXX\0\x10" + saved(scene((8, 8)), "JPEG", comment=PLANTED)),
        segment(0xE1, exif(orientation)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLANTED + b"</x:xmpmeta>"),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01" + profile() + PLANTED),
        segment(0xE2, b"MPF\0" + PLANTED),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x07" + PLANTED),
        segment(0xEF, PLANTED * 100),
        segment(0xFE, PLANTED + b" a comment"),
        b"\xff\xff\xff" + segment(0xFE, PLANTED)[1:],
    )
    behind = saved(scene().rotate(90), "JPEG", comment=PLANTED, exif=exif()) + PLANTED + b"ftypmp42" + PLANTED
    return plain[:2] + b"".join(hidden) + plain[2:] + behind


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(orientation: int = 1, mode: str = "RGB") -> bytes:
    """Return a PNG with words, EXIF, a profile, a maker's own chunk, and more behind its end."""
    plain = saved(scene(mode=mode), "PNG")
    hidden = (
        chunk(b"tEXt", b"Author\0" + PLANTED),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(PLANTED)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PLANTED),
        chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(profile() + PLANTED)),
        chunk(b"eXIf", exif(orientation, thumbnail=False).removeprefix(b"Exif\0\0")),
        chunk(b"tIME", struct.pack(">HBBBBB", 2026, 5, 4, 10, 30, 0)),
        chunk(b"caBX", PLANTED),
    )
    return plain[:33] + b"".join(hidden) + plain[33:] + PLANTED + saved(scene(), "JPEG", comment=PLANTED)


def webp(orientation: int = 1, mode: str = "RGB", *, lossless: bool = False) -> bytes:
    """Return a WebP with EXIF, XMP, a profile, an unknown chunk, and more behind its end."""
    plain = saved(
        scene(mode=mode),
        "WEBP",
        quality=95,
        lossless=lossless,
        exif=exif(orientation),
        xmp=PLANTED,
        icc_profile=profile(),
    )
    body = plain[12:] + b"odd " + struct.pack("<I", 7) + PLANTED + b"\0"
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body + PLANTED


WHOLE: dict[str, Callable[[], bytes]] = {
    "jpeg": jpeg,
    "progressive jpeg": lambda: jpeg(progressive=True),
    "png": png,
    "png with alpha": lambda: png(mode="RGBA"),
    "webp": webp,
    "webp with alpha": lambda: webp(mode="RGBA"),
    "lossless webp": lambda: webp(lossless=True),
}


def moving(kind: str) -> bytes:
    """Return a film of three pictures."""
    return saved(scene(), kind, save_all=True, append_images=[scene().rotate(90 * n) for n in (1, 2)], duration=100)


def claiming(content: bytes, width: int, height: int) -> bytes:
    """Return a JPEG or PNG that says that it has another size."""
    if content.startswith(b"\x89PNG"):
        header = struct.pack(">II", width, height) + content[24:29]
        return content[:8] + chunk(b"IHDR", header) + content[33:]
    at = next(at for at in range(2, len(content)) if content[at] == 0xFF and content[at + 1] in (0xC0, 0xC2))
    return content[: at + 5] + struct.pack(">HH", height, width) + content[at + 9 :]
