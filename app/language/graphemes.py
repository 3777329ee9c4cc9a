"""What a reader takes for one letter or one emoji, however many code points it is; and where a text may be cut."""

import unicodedata
from collections.abc import Iterator

from app.language.clean_text import cleaned, unseen, visible


def graphemes(text: str) -> Iterator[str]:
    """Yield what a reader takes for one letter or one emoji, its marks and joiners included.

    Coarser than Unicode Standard Annex 29 here and there, never finer: what is drawn as one stays one.
    """
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not _goes_on(text, start, i):
            yield text[start:i]
            start = i


def fits(text: str, longest: int) -> tuple[str, str]:
    """Return what of a text a field of so many letters takes, and the rest: together they are the text.

    longest: in code points of the text as it is kept (`cleaned`). No grapheme is cut in two; where the first one alone
    is too long, nothing fits.
    """
    if _length(text, longest) <= longest:
        return text, ""
    end = 0
    for piece in graphemes(text):
        if end + len(piece) > longest:
            break
        end += len(piece)
    return text[:end], text[end:]


def shortened(text: str, longest: int) -> str:
    """Return as much of a text as fits, without spaces at its ends: a part of a name that is put together."""
    return fits(text.strip(), longest)[0].strip()


def initial(name: str) -> str:
    """Return what stands for a name in a face: its first grapheme that can be seen, as a capital; "?" for none."""
    return next((p for p in graphemes(name) if visible(p) and not all(map(unseen, p))), "?").upper()


def _length(text: str, longest: int) -> int:
    return len(cleaned(text, longest=longest))


def _goes_on(text: str, start: int, i: int) -> bool:
    c = text[i]
    if text[start] == "\n" or c == "\n":
        return False
    if unicodedata.category(c)[0] == "M" or unseen(c) or "\U0001f3fb" <= c <= "\U0001f3ff":
        return True
    if text[i - 1] == "\u200d":
        # What this Python does not know yet is, behind a joiner, an emoji.
        return unicodedata.category(c) in ("So", "Cn")
    flags = "\U0001f1e6" <= c <= "\U0001f1ff" and "\U0001f1e6" <= text[start] <= "\U0001f1ff"
    return flags and i - start == 1
