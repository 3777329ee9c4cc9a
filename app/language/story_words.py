"""Words that the hints beside a child's story look for, in the languages in which somebody has listed them.

A list says nothing about whoever used a word: it is where a kind hint may be worth a look. A language without
lists gives no such hints, and no other rule leans on one. Source: docs/domain/words-and-pictures.md ("Pages").
"""

import re
from typing import NamedTuple

from app.language.active_language import current


class StoryWords(NamedTuple):
    """Patterns of one language."""

    worry: re.Pattern[str]
    """What belongs on a worry's page."""
    promise: re.Pattern[str]
    """What nobody can be sure to keep."""
    kin: re.Pattern[str]
    """People by what the child calls them."""
    outside: re.Pattern[str]
    """Who is there outside the home."""
    myself: re.Pattern[str]
    """The speaker."""


def story_words(tag: str | None = None) -> StoryWords | None:
    """Return the lists of a language (the current one where None), or None where nobody has made any."""
    language = (current() if tag is None else tag).partition("-")[0].lower()
    return _LISTS.get(language)


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


_ENGLISH = StoryWords(
    worry=_any(
        r"worr(?:y|ies|ied|ying)",
        r"problems?",
        r"scar(?:y|ed|ing|es?)",
        r"afraid",
        r"frighten\w*",
        r"hurt(?:s|ing)?",
        r"hit(?:s|ting)?",
        r"smack(?:s|ed|ing)?",
        r"shout(?:s|ed|ing)?",
        r"fight(?:s|ing)?",
        r"fought",
        r"drunk",
        r"drugs?",
        r"police",
        r"court",
        r"danger(?:s|ous)?",
        r"unsafe",
        r"violen(?:t|ce)",
        r"abus\w+",
        r"neglect\w*",
    ),
    promise=_any(
        r"promis(?:e|es|ed|ing)",
        r"always",
        r"never(?: \w+)? again",
        r"for ?ever(?: and ever)?",
        r"no more \w+",
        r"(?:will|won['’]t|will not) (?:ever|never)",
        r"(?:will not|won['’]t|never) happen(?: again)?",
        r"everything (?:will be|is going to be) \w+",
        r"definitely",
        r"for sure",
    ),
    kin=_any(
        *("mum", "mummy", "mom", "mommy", "mam", "mama", "dad", "daddy", "papa", "step(?:mum|dad)"),
        *("nan", "nana", "nanny", "gran", "granny", "grandma", "grandad", "grandpa", "granddad"),
        *("aunt", "auntie", "aunty", "uncle", "cousins?", "brothers?", "sisters?"),
    ),
    outside=_any(
        *("helplines?", "childline", "teachers?", "head ?teacher", "school", "nursery", "doctors?", "nurses?"),
        *("neighbours?", "friends?", "social workers?", "club", "coach"),
    ),
    myself=_any(r"I", r"I['’](?:ll|m|ve|d)"),
)

_LISTS = {"en": _ENGLISH}
