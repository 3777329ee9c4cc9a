"""The photos of a file: each stands in it once, however often it is shown."""

import io

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFStream
from reportlab.pdfbase.pdfutils import readJPEGInfo

from app.ink.photo import Photo, Photos


class Images:
    """What pages call the photos that they show. photos: what they look like, by the names of their blobs."""

    def __init__(self, photos: Photos) -> None:
        self._photos = photos
        self._names: dict[str, str] = {}

    def name_of(self, photo: Photo) -> str | None:
        """Return what pages call a photo's image, or None where it is not there."""
        if not self._photos.get(photo.blob):
            return None
        return self._names.setdefault(photo.blob, f"I{len(self._names) + 1}")

    def write(self, document: PDFDocument) -> PDFDictionary:
        """Return the images that were asked for, by what pages call them."""
        return PDFDictionary(
            {name: document.Reference(_image(self._photos[blob])) for blob, name in self._names.items()}
        )


def _image(jpeg: bytes) -> PDFStream:
    """Return a photo as it was kept: what PDF calls DCT is a JPEG's own bytes."""
    width, height, space = readJPEGInfo(io.BytesIO(jpeg))[:3]
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": PDFName("DeviceGray" if space == 1 else "DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": PDFName("DCTDecode"),
    }
    return PDFStream(dictionary=PDFDictionary(entries), content=jpeg)
