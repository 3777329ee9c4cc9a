"""What somebody looks for by a name, in any script: capitals, accents and marks make no difference.

Ours, because a name is found in its own script: Unidecode and the like turn every letter into Latin ones
(docs/decisions/0023-small-readers.md).
"""

import unicodedata

from app.language.clean_text import drawn
from app.language.digits import decimals

STROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "\u0640": ""}
)
"""Letters with a stroke and joined ones, which Unicode does not take apart, and the stroke that makes an Arabic word
longer. Polish is our second language.
"""


def folded(text: str) -> str:
    """Return a text as it is looked for: no capitals, accents, vowel points, joiners or direction; digits 0 to 9.

    What is folded letter by letter is the same as what is folded as a whole: so a part of a name finds it.
    """
    # What a capital folds to may be taken apart again (İ), and the other way round.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (c for c in drawn(plain) if not unicodedata.combining(c) and unicodedata.category(c) != "Cc")
    return " ".join(decimals("".join(kept)).translate(STROKED).split())


def same_name(name: str, other: str) -> bool:
    """Whether two names are written alike: capitals, spaces, joiners and the way a letter was typed apart.

    Stricter than what finds: Zoë and Zoe may be two.
    """
    return alike(name) == alike(other) != ""


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text, as words of their own."""
    looked_for, there = _words(alike(name)), alike(text)
    if not looked_for or not all(word in there for word in looked_for):
        return False
    words, count = _words(there), len(looked_for)
    return any(words[at : at + count] == looked_for for at in range(len(words) - count + 1))


def alike(text: str) -> str:
    """Return a name as it is compared: what is alike for two is written alike (same_name)."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(drawn(plain).split())


def _words(alike: str) -> list[str]:
    """Return the words of a text, each of its letters and marks; a sign (an emoji) is a word by itself."""
    found: list[str] = []
    within = False
    for c in alike:
        kind = unicodedata.category(c)
        letter = kind[0] in "LMN"
        if letter and within:
            found[-1] += c
        elif letter or kind[0] == "S" or kind in ("Cn", "Co"):
            found.append(c)
        within = letter
    return found


def finds(sought: str, text: str) -> bool:
    """Whether each of the words that somebody looks for stands in a text, or begins or ends within it."""
    words, there = folded(sought).split(), folded(text)
    return bool(words) and all(word in there for word in words)
