"""Pages as pictures, where the optional extra "preview" is installed; the words on them stay in memory."""

import io
from importlib.util import find_spec


def pages(pdf: bytes, *, width: int = 1180) -> list[bytes]:
    """Return each page as PNG bytes, or nothing where pages cannot be drawn here.

    width: in pixels, of the screen first (docs/screen-design.md).
    """
    if find_spec("pypdfium2") is None:
        return []
    import pypdfium2

    drawn: list[bytes] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=width / page.get_width()).to_pil()
            png = io.BytesIO()
            picture.save(png, "PNG", compress_level=1)
            drawn.append(png.getvalue())
            page.close()
    finally:
        document.close()
    return drawn
