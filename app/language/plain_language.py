"""Plain language that a machine can check: long sentences, hard words, capitals, blame. Hints, never a block.

Rules and numbers: docs/domain/plain-language.md (L1 to L4, L6, L7, L11), from GOV.UK content design, the NHS
service manual and Easy Read guidance. The product's own words must pass; a family's text gets a kind hint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.language.active_language import N_, _

LONGEST_ADULT = 25
LONG_ADULT = 20
MEAN_ADULT = 15
LONGEST_CHILD = 15
LONGEST_BY_AGE = ((5, 7), (8, 10))
"""(up to this age, so many words): 7 words for 3 to 5 years, 10 for 6 to 8."""

SENTENCES_BY_AGE = ((5, 1), (8, 2), (11, 3))
"""(up to this age, so many sentences a page). Source: docs/domain/words-and-pictures.md ("Words by age")."""

GRADE_ADULT = 6.0
GRADE_CHILD = 4.5
GRADE_FROM_WORDS = 30

JARGON: tuple[tuple[str, str], ...] = (
    (r"safeguarding", N_("keeping children safe")),
    (r"safeguard(?:s|ed)?", N_("keep safe")),
    (r"(?:supervised|direct|indirect|no|have|has|had) contact", N_("seeing each other")),
    (r"contact (?:centre|order|visits?|arrangements?|with)", N_("seeing each other")),
    (r"placements?", N_("where a child lives")),
    (r"disclos(?:e|es|ed|ing|ures?)", N_("tell somebody")),
    (r"multi-?agency", N_("people working together")),
    (r"non-?compliant|non-?compliance", N_("did not do what was asked")),
    (r"non-?engagement|disengaged", N_("did not come, or did not talk to us")),
    (r"engage(?:s|d|ment)? with", N_("work with")),
    (r"(?:co-?)?parenting capacity", N_("how the grown-ups look after the child")),
    (r"risk factors?", N_("what we are worried about")),
    (r"protective factors?", N_("what keeps the child safe")),
    (r"interventions?", N_("help")),
    (r"outcomes?", N_("what will be different")),
    (r"assess(?:ments?|ed|es)?", N_("find out together")),
    (r"statutory", N_("what the law says")),
    (r"threshold", N_("how serious it is")),
    (r"referrals?|refer(?:red|s)?", N_("ask somebody to help")),
    (r"service users?|clients?", N_("the family, by name")),
    (r"stakeholders?", N_("everybody who helps")),
    (r"significant harm", N_("hurt badly")),
    (r"domestic (?:abuse|violence)", N_("what somebody did, in plain words")),
    (r"substance (?:misuse|abuse)", N_("drinking or taking drugs")),
    (r"emotional(?:ly)? (?:abus\w+|availab\w+|dysregulat\w+)", N_("what it was like for the child")),
    (r"attachment (?:issues?|difficulties|disorder)", N_("how close they feel")),
    (r"sibling group|siblings?", N_("brothers and sisters")),
    (r"(?:birth|resident|non-?resident) parents?", N_("mum or dad, by name")),
    (r"going forward|moving forward", N_("from now on")),
    (r"in relation to|with regard to|regarding", N_("about")),
    (r"prior to", N_("before")),
    (r"ensure", N_("make sure")),
    (r"utilis(?:e|es|ed|ing)", N_("use")),
    (r"commenc(?:e|es|ed|ing)", N_("start")),
    (r"facilitat(?:e|es|ed|ing)", N_("help")),
    (r"implement(?:s|ed|ing|ation)?", N_("do")),
)
"""Words that families do not use, with what to say instead."""

BLAME: tuple[str, ...] = (
    r"fail(?:s|ed|ing)? to",
    r"refus(?:e|es|ed|ing|al) (?:to|all|any|help|support)?",
    r"(?:is|are|was|were|you're|be|being) (?:hostile|aggressive|manipulative|difficult|resistant)",
    r"in denial",
    r"attention.seeking",
    r"hard.to.reach",
    r"(?:an?|the) (?:abuser|perpetrator|addict|alcoholic|victim|offender|drunk|bad (?:mother|father|parent))",
    r"(?:abusive|neglectful|chaotic|dysfunctional|toxic|problem) (?:famil\w+|parents?|homes?)",
    r"you (?:forgot|failed|did not bother|should have|must not have)",
    r"(?:illegal|invalid) (?:input|entry|value|answer|pin|name)",
    r"wrong (?:pin|password|passphrase|input|answer)",
)
"""Blame, and a person named by a problem."""

GUILT = r"(?:your|his|her|their|mum's|dad's) (?:own )?fault|to blame"
"""Blame too, unless the same sentence takes it away: "None of this is your fault"."""

_TAKEN_AWAY = re.compile(r"(?:\b(?:not|none|never|nothing|nobody)|n['’]t)\b[^.!?\n]*$", re.IGNORECASE)

KNOWN_CAPITALS = frozenset({"PIN", "PDF", "OK", "TV", "UK", "USB", "DVD", "A4", "A5", "NHS", "GP"})
"""Capitals that most people know by sight; any other needs its full name beside it."""

Weight = Literal["fault", "hint"]


@dataclass(frozen=True)
class Hint:
    """One place where words could be plainer."""

    rule: str
    """ "L1" … "L11"."""
    start: int
    """Where it begins, in characters."""
    end: int
    """Where it ends, in characters: the first behind it."""
    advice: str
    """A mark for `_` (`say` fills it in)."""
    figure: float = 0
    """Words counted or grade reached, 0 where nothing is counted."""
    swap: str = ""
    """What to say instead (a mark for `_`), or ""."""
    weight: Weight = "fault"
    """ "fault" where the product's own text would fail, "hint" where it is only worth a look."""


def say(hint: Hint) -> str:
    """Return a hint as a sentence, in the current language."""
    return _(hint.advice).format(figure=f"{hint.figure:.0f}", swap=_(hint.swap))


def hints(text: str, *, child: bool = False, age: int | None = None, english: bool = True) -> tuple[Hint, ...]:
    """Return what could be plainer in a text, in its order.

    child: whether a child reads it (or it is Easy Read). age: of the youngest reader, which shortens
    the sentences further. english: whether the lists of words and the reading grade apply at all.
    """
    found = [*_sentence_lengths(text, child=child or age is not None, age=age)]
    if english:
        found += _grade(text, child=child or age is not None)
        found += _listed(text)
        found += _capitals(text)
    return tuple(sorted(found, key=lambda hint: (hint.start, hint.end, hint.rule)))


# No stop is looked at twice: somebody may type ten thousand.
_STOP = re.compile(r"(?<![.!?…؟।])[.!?…؟।]++[\"'”’)\]]*+(?=\s|$)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence; a line break ends one as a full stop does."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(line.group()):
            yield start, line.start() + stop.end()
            start = line.start() + stop.end()
        if words(text[start : line.end()]):
            yield start, line.end()


def words(text: str) -> list[str]:
    """Return the words of a text; a name to be filled in ("{name}") counts as one."""
    return re.findall(r"\{[^{}]*\}|\w+(?:['’\-]\w+)*", text)


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, without most silent e."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", plain))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxz]es$|[aeiouy]le$|[^aeiouy]ely$", plain) and count > 1:
        count -= 1
    return max(count, 1)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Source: Kincaid, Fishburne, Rogers and Chissom, 1975. Raises ValueError for a text without words.
    """
    said = words(text)
    if not said:
        raise ValueError("no words")
    many = sum(1 for _span in sentences(text))
    return 0.39 * len(said) / max(many, 1) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


def _sentence_lengths(text: str, *, child: bool, age: int | None) -> Iterator[Hint]:
    spans = [(a, b, len(words(text[a:b]))) for a, b in sentences(text)]
    longest = LONGEST_ADULT
    if child:
        by_age = (most for oldest, most in LONGEST_BY_AGE if age is not None and age <= oldest)
        longest = next(by_age, LONGEST_CHILD)
    for start, end, count in spans:
        if count > longest:
            yield Hint("L3" if child else "L1", start, end, _LONG, count)
        elif not child and count > LONG_ADULT:
            yield Hint("L1", start, end, _LONG, count, weight="hint")
    mean = sum(count for _a, _b, count in spans) / len(spans) if spans else 0
    # One sentence has no mean worth the name: L1 speaks for it.
    if not child and len(spans) > 1 and mean > MEAN_ADULT:
        yield Hint("L2", 0, len(text), _LONG_THROUGHOUT, mean)


def _grade(text: str, *, child: bool) -> Iterator[Hint]:
    if len(words(text)) >= GRADE_FROM_WORDS and grade(text) > (GRADE_CHILD if child else GRADE_ADULT):
        yield Hint("L4", 0, len(text), _HARD, grade(text))


def _listed(text: str) -> Iterator[Hint]:
    for pattern, swap in JARGON:
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            yield Hint("L6", match.start(), match.end(), _JARGON, swap=swap)
    for pattern in BLAME:
        for match in re.finditer(rf"\b(?:{pattern})(?!\w)", text, re.IGNORECASE):
            yield Hint("L11", match.start(), match.end(), _BLAME)
    for match in re.finditer(rf"\b(?:{GUILT})\b", text, re.IGNORECASE):
        if not _TAKEN_AWAY.search(text[: match.start()]):
            yield Hint("L11", match.start(), match.end(), _BLAME)


def _capitals(text: str) -> Iterator[Hint]:
    for match in re.finditer(r"\b[A-Z][A-Z0-9]+s?\b", text):
        short = match.group().removesuffix("s")
        beside = text[: match.start()].endswith("(") or text[match.end() :].startswith(" (")
        if short not in KNOWN_CAPITALS and not beside:
            yield Hint("L7", match.start(), match.end(), _CAPITALS)


# Translators: these stand beside a text that somebody is writing. They suggest; they never tell off.
_LONG = N_("This sentence has {figure} words. Two short ones may be easier to read.")
_LONG_THROUGHOUT = N_("The sentences here have {figure} words each. Shorter ones may be easier to read.")
_HARD = N_("This may be hard to read. Short words and short sentences help.")
_JARGON = N_("Not everybody knows this word. You could say: {swap}.")
_BLAME = N_("This may sound like blame. You could say what happened, and who did what.")
_CAPITALS = N_("Not everybody knows these letters. You could write the full name beside them.")
