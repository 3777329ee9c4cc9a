"""What somebody wrote: whether it is anything at all, and what keeps it from harming what stands beside it.

One rule for fields, names, files and papers. It is written down here, and not asked of Python's Unicode tables: they
are of the year of the Python that runs, and people write with the letters and emoji of this one.
"""

import re

_SPACES = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS = "\x00-\x1f\x7f-\x9f"
_HALVES = "\ud800-\udfff"
_FORMAT = (
    "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
"""Joiners and marks of direction: what only steers others, and is no word by itself."""

_FILLING = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
"""Letters and marks of a script that are never drawn. With _FORMAT: Unicode's Default_Ignorable_Code_Point (Unicode 16,
DerivedCoreProperties.txt), those alone that are assigned: what is not assigned yet is somebody's word.
"""

_TURNING = "\u202a-\u202e"
"""Old marks of direction reach beyond the words in which they stand (Unicode Standard Annex 9, explicit embeddings and
overrides). What they did, isolates do, and letters do by themselves.
"""

_LINE_ENDS = "\n\r\x1c\x1d\x1e\x85\u2029"
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_BYTE_ORDER = "\ufeff"

_SOMETHING = re.compile(f"[^{_SPACES}{_CONTROLS}{_HALVES}{_FORMAT}]")
_UNSEEN = re.compile(f"[{_FORMAT}{_FILLING}]")
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile("[\t\x1f]")
_NO_WORDS = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_TURNING}]")
_STEERS = re.compile(f"[{_CONTROLS}{_HALVES}\u2028\u2029{_TURNING}]")
_HALF = re.compile(f"[{_HALVES}]")
_UNCLEAN = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNING}{_HALVES}{_OPENS}{_CLOSES}{_BYTE_ORDER}]")
_ISOLATES = re.compile(f"([{_OPENS}{_CLOSES}{_LINE_ENDS}])")
_ISOLATE = re.compile(f"[{_OPENS}{_CLOSES}]")


def visible(text: str) -> bool:
    """Whether anything is written in a text: not only spaces, controls, joiners and marks of direction.

    The one rule of what is empty. Every letter, mark and sign counts, private ones and those that nobody knows yet.
    """
    return _SOMETHING.search(_whole_letters(text)) is not None


def unseen(letter: str) -> bool:
    """Whether a letter only steers others and is never drawn (Unicode: Default_Ignorable_Code_Point)."""
    return _UNSEEN.match(letter) is not None


def drawn(text: str) -> str:
    """Return a text without what is never drawn: for comparing, never for keeping."""
    return _UNSEEN.sub("", text)


def cleaned(text: str, *, lines: bool = True, longest: int | None = None, close: bool = True) -> str:
    """Return a text as it is taken in, and as what was taken in long ago or elsewhere is read.

    It is what somebody wrote, and nothing that steers what stands beside it. Every way to end a line is "\\n", and a
    space where lines is False; a tab is a space: words that stood apart stay so. Control characters, halves of letters,
    a byte order mark in front and old marks of direction go. Isolates are closed at the end of their line; those that
    nobody closed go where that would make it longer than longest, or where close is False. Nothing is put into another
    spelling, and what is clean stays as it is.
    """
    if _UNCLEAN.search(text) is None and (lines or "\n" not in text):
        return text
    text = _GAPS.sub(" ", _BREAKS.sub("\n", _whole_letters(text)))
    if not lines:
        text = text.replace("\n", " ")
    text = _NO_WORDS.sub("", text).lstrip(_BYTE_ORDER)
    closed = _paired(text, close=close)
    return closed if longest is None or len(closed) <= longest else _paired(text, close=False)


def steers(text: str) -> bool:
    """Whether there is anything in a text that is no word: a line end, a control, half a letter, an old mark."""
    return _STEERS.search(text) is not None


def _whole_letters(text: str) -> str:
    """Return a text without halves of letters (surrogates); two that belong together become their letter."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _paired(text: str, *, close: bool) -> str:
    """Return a text in which each isolate is closed on its own line, and nothing closes one that is not there."""
    if _ISOLATE.search(text) is None:
        return text
    found: list[str] = []
    waiting: list[int] = []

    def end_of_line() -> None:
        for at in () if close else waiting:
            found[at] = ""
        found.append(_CLOSES * len(waiting) if close else "")
        waiting.clear()

    for piece in _ISOLATES.split(text):
        if piece == _CLOSES:
            if not waiting:
                continue
            waiting.pop()
        elif piece and piece in _LINE_ENDS:
            end_of_line()
        elif piece and piece in _OPENS:
            waiting.append(len(found))
        found.append(piece)
    end_of_line()
    return "".join(found)
