"""How alike two pictures of ink are."""

from PIL import Image, ImageChops


def overlap(one: Image.Image, other: Image.Image) -> float:
    """Return the ink that two pictures of one size share, as a part of all the ink in either (IoU, 0 to 1)."""
    a, b = _ink(one), _ink(other)
    shared, either = ImageChops.darker(a, b), ImageChops.lighter(a, b)
    return shared.histogram()[255] / max(1, either.histogram()[255])


def _ink(image: Image.Image) -> Image.Image:
    """Return where a picture is far from white in any colour: 255 there, 0 elsewhere."""
    apart = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, "white"))
    red, green, blue = apart.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda v: 255 if v > 90 else 0)
