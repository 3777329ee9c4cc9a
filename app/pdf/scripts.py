"""Which script a letter belongs to: what people call it, and the family that has it.

A table of our own: Python's Unicode data knows letters by long names and not by scripts, and no worker knows what
"Halfwidth" or "Canadian Syllabics" are. Ranges: Unicode Scripts.txt, whole blocks. Latin, Greek and Cyrillic are not in
it: what we set everything in has them.
"""

from bisect import bisect_right
from typing import NamedTuple

from app.language import N_
from app.pdf import fonts
from app.pdf.fonts import Family


class Script(NamedTuple):
    """A way of writing."""

    name: str
    """Of the languages that most people here know it by, in English; "" where we have none."""
    families: tuple[Family, ...] = ()
    """Those that have its letters; () where we have no font."""


UNKNOWN = Script("")
"""Of a letter that is in no table of ours, and in no font."""

_CHINESE = Script(N_("Chinese"), (fonts.CHINESE, fonts.CANTONESE))
_JAPANESE = Script(N_("Japanese"), (fonts.CHINESE,))
_KOREAN = Script(N_("Korean"), (fonts.CHINESE,))
_ARABIC = Script(N_("Arabic or Urdu"), (fonts.ARABIC,))
_ETHIOPIC = Script(N_("Tigrinya or Amharic"), (fonts.ETHIOPIC,))
_HINDI = Script(N_("Hindi or Nepali"), (fonts.DEVANAGARI,))
_BURMESE = Script(N_("Burmese"), (fonts.BURMESE,))
_GEORGIAN = Script(N_("Georgian"), (fonts.GEORGIAN,))
_CHEROKEE = Script(N_("Cherokee"), (fonts.CHEROKEE,))
_CREE = Script(N_("Cree or Inuktitut"), (fonts.CREE,))
_KHMER = Script(N_("Khmer"), (fonts.KHMER,))
_MEITEI = Script(N_("Manipuri"), (fonts.MEITEI,))
_SYRIAC = Script(N_("Syriac"), (fonts.SYRIAC,))
_HEBREW = Script(N_("Hebrew"), (fonts.HEBREW,))
_ARMENIAN = Script(N_("Armenian"), (fonts.ARMENIAN,))

_TABLE = (
    (0x0530, 0x058F, _ARMENIAN),
    (0x0590, 0x05FF, _HEBREW),
    (0x0600, 0x06FF, _ARABIC),
    (0x0700, 0x074F, _SYRIAC),
    (0x0750, 0x077F, _ARABIC),
    (0x0780, 0x07BF, Script(N_("Dhivehi"), (fonts.THAANA,))),
    (0x07C0, 0x07FF, Script(N_("N’Ko"), (fonts.NKO,))),
    (0x0860, 0x086F, _SYRIAC),
    (0x0870, 0x08FF, _ARABIC),
    (0x0900, 0x097F, _HINDI),
    (0x0980, 0x09FF, Script(N_("Bengali"), (fonts.BENGALI,))),
    (0x0A00, 0x0A7F, Script(N_("Panjabi"), (fonts.GURMUKHI,))),
    (0x0A80, 0x0AFF, Script(N_("Gujarati"), (fonts.GUJARATI,))),
    (0x0B00, 0x0B7F, Script(N_("Odia"), (fonts.ODIA,))),
    (0x0B80, 0x0BFF, Script(N_("Tamil"), (fonts.TAMIL,))),
    (0x0C00, 0x0C7F, Script(N_("Telugu"), (fonts.TELUGU,))),
    (0x0C80, 0x0CFF, Script(N_("Kannada"), (fonts.KANNADA,))),
    (0x0D00, 0x0D7F, Script(N_("Malayalam"), (fonts.MALAYALAM,))),
    (0x0D80, 0x0DFF, Script(N_("Sinhala"), (fonts.SINHALA,))),
    (0x0E00, 0x0E7F, Script(N_("Thai"), (fonts.THAI,))),
    (0x0E80, 0x0EFF, Script(N_("Lao"), (fonts.LAO,))),
    (0x0F00, 0x0FFF, Script(N_("Tibetan"), (fonts.TIBETAN,))),
    (0x1000, 0x109F, _BURMESE),
    (0x10A0, 0x10FF, _GEORGIAN),
    (0x1100, 0x11FF, _KOREAN),
    (0x1200, 0x139F, _ETHIOPIC),
    (0x13A0, 0x13FF, _CHEROKEE),
    (0x1400, 0x167F, _CREE),
    (0x1780, 0x17FF, _KHMER),
    (0x1800, 0x18AF, Script(N_("Mongolian"))),
    (0x18B0, 0x18FF, _CREE),
    (0x19E0, 0x19FF, _KHMER),
    (0x1C50, 0x1C7F, Script(N_("Santali"), (fonts.SANTALI,))),
    (0x1C90, 0x1CBF, _GEORGIAN),
    (0x1CD0, 0x1CFF, _HINDI),
    (0x2D00, 0x2D2F, _GEORGIAN),
    (0x2D30, 0x2D7F, Script(N_("Berber"), (fonts.TIFINAGH,))),
    (0x2D80, 0x2DDF, _ETHIOPIC),
    (0x2E80, 0x303F, _CHINESE),
    (0x3040, 0x30FF, _JAPANESE),
    (0x3100, 0x312F, _CHINESE),
    (0x3130, 0x318F, _KOREAN),
    (0x3190, 0x31EF, _CHINESE),
    (0x31F0, 0x31FF, _JAPANESE),
    (0x3200, 0x321F, _KOREAN),
    (0x3220, 0x325F, _CHINESE),
    (0x3260, 0x327F, _KOREAN),
    (0x3280, 0x32CF, _CHINESE),
    (0x32D0, 0x3357, _JAPANESE),
    (0x3358, 0x9FFF, _CHINESE),
    (0xA000, 0xA4CF, Script(N_("Yi"))),
    (0xA4D0, 0xA4FF, Script(N_("Lisu"), (fonts.LISU,))),
    (0xA800, 0xA82F, Script(N_("Sylheti"), (fonts.SYLHETI,))),
    (0xA8E0, 0xA8FF, _HINDI),
    (0xA960, 0xA97F, _KOREAN),
    (0xA980, 0xA9DF, Script(N_("Javanese"), (fonts.JAVANESE,))),
    (0xA9E0, 0xA9FF, _BURMESE),
    (0xAA60, 0xAA7F, _BURMESE),
    (0xAAE0, 0xAAFF, _MEITEI),
    (0xAB00, 0xAB2F, _ETHIOPIC),
    (0xAB70, 0xABBF, _CHEROKEE),
    (0xABC0, 0xABFF, _MEITEI),
    (0xAC00, 0xD7FF, _KOREAN),
    (0xF900, 0xFAFF, _CHINESE),
    (0xFB13, 0xFB17, _ARMENIAN),
    (0xFB1D, 0xFB4F, _HEBREW),
    (0xFB50, 0xFDFF, _ARABIC),
    (0xFE10, 0xFE1F, _CHINESE),
    (0xFE30, 0xFE6F, _CHINESE),
    (0xFE70, 0xFEFE, _ARABIC),
    (0xFF00, 0xFF65, _CHINESE),
    (0xFF66, 0xFF9F, _JAPANESE),
    (0xFFA0, 0xFFDF, _KOREAN),
    (0xFFE0, 0xFFEF, _CHINESE),
    (0x10D00, 0x10D3F, Script(N_("Rohingya"), (fonts.ROHINGYA,))),
    (0x1E7E0, 0x1E7FF, _ETHIOPIC),
    (0x1E900, 0x1E95F, Script(N_("Fulani"), (fonts.ADLAM,))),
    (0x1EE00, 0x1EEFF, _ARABIC),
    (0x20000, 0x323AF, _CHINESE),
)
_FIRSTS = tuple(first for first, _last, _script in _TABLE)

FAMILIES = tuple(dict.fromkeys((*fonts.GENERAL, *(family for _f, _l, s in _TABLE for family in s.families))))
"""All that we have."""


def script_at(character: str) -> Script | None:
    """Return the script that a character belongs to; None for Latin, Greek, Cyrillic, and for signs that all share."""
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    if at < 0:
        return None
    _first, last, script = _TABLE[at]
    return script if code <= last else None


def breaks_anywhere(character: str) -> bool:
    """Whether words of this script are not parted by spaces, and a line may end after each letter."""
    return script_at(character) in (_CHINESE, _JAPANESE)
