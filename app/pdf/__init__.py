"""Paper: a sheet in, a tagged PDF/UA-1 file out, in memory. The only reportlab of the program."""

from dataclasses import replace
from datetime import date
from threading import Lock

import app.pdf.reportlab_import  # noqa: F401 (before all that load reportlab)
from app.ink.photo import NONE, Photos
from app.language import _
from app.language.clean_text import visible
from app.pdf.fonts import FIRST
from app.pdf.fridge import fridge
from app.pdf.plan import plan
from app.pdf.preview import pages
from app.pdf.printable import settable
from app.pdf.shaping import Shaper, shaper
from app.pdf.storybook import storybook
from app.pdf.wallet_cards import card
from app.sheet import Sheet
from app.sheet.unprintable import Unset

__all__ = ["pages", "pdf", "picture", "printable"]

BY_SHAPE = {"storybook": storybook, "plan": plan, "fridge": fridge, "card": card}

_ONE_AT_A_TIME = Lock()
"""The fonts, read once for all, keep a place in their file while a subset is cut from them."""


def printable(sheet: Sheet) -> tuple[Sheet, tuple[Unset, ...]]:
    """Return a sheet as it can be printed on this machine, and what of it cannot: its file holds no more than that."""
    with _ONE_AT_A_TIME:
        return settable(sheet, _shaper(sheet).means)


def pdf(sheet: Sheet, *, made: date, photos: Photos = NONE) -> bytes:
    """Return a sheet as a PDF file: tagged, titled, fonts inside, the same bytes for the same sheet and day.

    photos: those in the sheet's pictures, as JPEG. made: the day that the file says it was made on; there is no hour,
    no author and no machine in it.
    """
    if not visible(sheet.title):
        sheet = replace(sheet, title=_("A copy"))  # A file without a title is none for a screen reader.
    with _ONE_AT_A_TIME:
        return BY_SHAPE[sheet.shape](sheet, _shaper(sheet), made, photos)


def picture(sheet: Sheet) -> bytes:
    """Return a sheet's words as a picture for a phone: PNG, with nothing in it but what is seen."""
    from app.pdf.phone import phone_picture  # Pillow is loaded when a picture is asked for.

    with _ONE_AT_A_TIME:
        return phone_picture(sheet, _shaper(sheet))


def _shaper(sheet: Sheet) -> Shaper:
    if sheet.shape != "phone":
        return shaper(sheet.language, first=FIRST[sheet.look])
    from app.pdf.phone import shapes_pictures  # Pillow is loaded when a picture is asked for.

    return shaper(sheet.language, first=FIRST[sheet.look], draws=shapes_pictures())
