"""A page for the fridge: what we do and who we call, read from across the kitchen. A4 portrait."""

from datetime import date

from app.ink.photo import Photos
from app.pdf.plan import USUAL, laid_out
from app.pdf.shaping import Shaper
from app.pdf.style import FRIDGE
from app.sheet import Sheet


def fridge(sheet: Sheet, shaper: Shaper, made: date, photos: Photos) -> bytes:
    """Return the page as a file; more pages where it needs them."""
    return laid_out(sheet, shaper, made, photos, look=FRIDGE[sheet.reader], page=USUAL)
