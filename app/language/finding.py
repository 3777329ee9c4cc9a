"""What somebody looks for by a name, in any script: capitals, accents and marks make no difference."""

import unicodedata

from app.language.digits import decimals

_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with a stroke and joined ones, which Unicode does not take apart. Polish is our second language."""


def folded(text: str) -> str:
    """Return a text as it is looked for: no capitals, accents, vowel points, joiners or direction; digits 0 to 9.

    What is folded letter by letter is the same as what is folded as a whole: so a part of a name finds it.
    """
    # What a capital folds to may be taken apart again (İ), and the other way round.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) not in ("Cf", "Cc"))
    return " ".join(decimals("".join(kept)).translate(_STROKED).split())


def finds(sought: str, text: str) -> bool:
    """Whether each of the words that somebody looks for stands in a text, or begins or ends within it."""
    words, there = folded(sought).split(), folded(text)
    return bool(words) and all(word in there for word in words)
