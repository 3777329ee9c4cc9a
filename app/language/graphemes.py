"""What a reader takes for one letter or one emoji, however many code points it is; and where a text may be cut."""

import unicodedata
from collections.abc import Iterator

from wcwidth import iter_graphemes

from app.language.clean_text import cleaned, unseen, visible


def graphemes(text: str) -> Iterator[str]:
    """Yield what a reader takes for one letter or one emoji, its marks and joiners included.

    Unicode Standard Annex 29, by wcwidth, which has the tables of Unicode 18 whatever Python runs. Coarser here and
    there, never finer: a mark or a joiner that the annex counts for itself (a vowel sign of Burmese, a mark of
    direction) stays with the letter before it, on its line.
    """
    if text.isascii() and "\r" not in text:
        yield from text
        return
    letter = ""
    for cluster in iter_graphemes(text):
        if letter and _leans(cluster[0]) and letter[-1] != "\n":
            letter += cluster
            continue
        if letter:
            yield letter
        letter = cluster
    if letter:
        yield letter


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


def _leans(c: str) -> bool:
    return unicodedata.category(c)[0] == "M" or unseen(c)
