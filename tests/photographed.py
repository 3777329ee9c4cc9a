"""A photo of a drawing on paper, as a tablet's camera takes it: in an uneven light, with a place and a remark in it."""

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from app.ink.handwriting import scene
from app.ink.tiles import picture

REMARK = "12 Elm Street"
"""What a comment in the file says."""

_GPS, _WHERE = 0x8825, ((53, 48, 4), (1, 32, 57))


def photographed(size: tuple[int, int] = (1600, 1200), *, orientation: int = 1) -> bytes:
    """Return a JPEG with EXIF (a made-up place among it) and a comment."""
    drawn = Image.open(io.BytesIO(picture(scene("family", seed=7), size, "#FFFFFF"))).convert("RGB")
    light = Image.linear_gradient("L").resize(size).point(lambda v: 150 + v * 90 // 255)
    luck = random.Random(7)
    grain = Image.frombytes("L", (200, 150), luck.randbytes(200 * 150)).resize(size).filter(ImageFilter.GaussianBlur(1))
    lit = ImageChops.multiply(drawn, Image.merge("RGB", (light, light, light.point(lambda v: v * 9 // 10))))
    lit = ImageChops.subtract(lit, Image.merge("RGB", (grain.point(lambda v: v // 16),) * 3))
    ImageDraw.Draw(lit).rectangle((0, 0, size[0], size[1] // 40), "#6B4A2B")  # the table's edge
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = REMARK
    exif[_GPS] = {1: "N", 2: _WHERE[0], 3: "W", 4: _WHERE[1]}
    kept = io.BytesIO()
    lit.save(kept, "JPEG", quality=90, exif=exif, comment=REMARK.encode())
    return kept.getvalue()
