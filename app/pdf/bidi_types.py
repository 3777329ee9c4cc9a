"""What numbers, brackets and spaces resolve to, within one isolating run sequence: Annex 9's rules W1–W7 and N0–N2.

types: the bidirectional classes of the sequence's characters, which the functions here change in place. start and end
are the directions before and after it (sos, eos), level is its embedding level.
"""

from collections.abc import Sequence

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯"
    "⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Brackets that belong together, one pair after the other (BidiBrackets.txt)."""

OPENING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = {b: b for b in _PAIRS[1::2]}
# U+2329 and U+232A are canonically the same as U+3008 and U+3009 (BD16).
OPENING["\u2329"] = OPENING["\u3008"]
_CLOSING["\u232a"] = OPENING["\u3008"]

ISOLATES = frozenset({"LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | ISOLATES


def resolve_numbers(types: list[str], start: str) -> None:
    """Resolve numbers, their separators and marks, in place (W1 to W7). start: the direction before (sos)."""
    _marks_follow(types, start)
    _numbers_among_arabic(types, start)
    types[:] = ["R" if kind == "AL" else kind for kind in types]  # W3
    _separators_join(types)
    _signs_join(types)
    _numbers_among_latin(types, start)


def _marks_follow(types: list[str], start: str) -> None:
    """W1: a mark is as the character that it stands on."""
    before = start
    for i, kind in enumerate(types):
        if kind == "NSM":
            types[i] = "ON" if before in ISOLATES else before
        before = types[i]


def _numbers_among_arabic(types: list[str], start: str) -> None:
    """W2: a European number after an Arabic letter is an Arabic number."""
    strong = start
    for i, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"


def _separators_join(types: list[str]) -> None:
    """W4: one separator between two numbers of a kind is part of them."""
    for i in range(1, len(types) - 1):
        a, kind, b = types[i - 1 : i + 2]
        if a == b and ((kind == "ES" and a == "EN") or (kind == "CS" and a in ("EN", "AN"))):
            types[i] = a


def _signs_join(types: list[str]) -> None:
    """W5: signs (a currency, per cent) beside a European number are part of it."""
    i = 0
    while i < len(types):
        j = i
        while j < len(types) and types[j] == "ET":
            j += 1
        if j > i and ((i and types[i - 1] == "EN") or (j < len(types) and types[j] == "EN")):
            types[i:j] = ["EN"] * (j - i)
        i = max(j, i + 1)


def _numbers_among_latin(types: list[str], start: str) -> None:
    """W6 and W7: separators and signs that are left are neutral; a European number after Latin text is as that text."""
    strong = start
    for i, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"


def resolve_brackets(text: str, run: list[int], kinds: Sequence[str], types: list[str], start: str, level: int) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    for a, b in sorted(_bracket_pairs(text, run, types)):
        way = _way_of_pair(types, a, b, start, along="R" if level % 2 else "L")
        if not way:
            continue
        for at in (a, b):
            types[at] = way
            for mark in range(at + 1, len(run)):
                if kinds[run[mark]] != "NSM":
                    break
                types[mark] = way


def _bracket_pairs(text: str, run: list[int], types: list[str]) -> list[tuple[int, int]]:
    """Return where in the run each pair of brackets opens and closes (BD16); at most 63 are open at a time."""
    open_: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, i in enumerate(run):
        if types[at] != "ON":
            continue
        if text[i] in OPENING:
            if len(open_) == 63:
                break
            open_.append((OPENING[text[i]], at))
        elif text[i] in _CLOSING:
            for depth in range(len(open_) - 1, -1, -1):
                if open_[depth][0] == _CLOSING[text[i]]:
                    pairs.append((open_[depth][1], at))
                    del open_[depth:]
                    break
    return pairs


def _way_of_pair(types: list[str], a: int, b: int, start: str, *, along: str) -> str:
    """Return the direction of a pair of brackets at these places, or "" where nothing in it has one (N0 b to d).

    along: the direction of the embedding.
    """
    inside = {_strong(kind) for kind in types[a + 1 : b]} - {""}
    if along in inside:
        return along
    if inside:
        return next((s for k in reversed(types[:a]) if (s := _strong(k))), start)
    return ""


def resolve_neutrals(types: list[str], start: str, end: str, level: int) -> None:
    """N1 and N2: what has no direction takes that of both its sides, else that of the embedding."""
    along = "R" if level % 2 else "L"
    i = 0
    while i < len(types):
        j = i
        while j < len(types) and types[j] in _NEUTRAL:
            j += 1
        if j > i:
            before = _strong(types[i - 1]) if i else start
            after = _strong(types[j]) if j < len(types) else end
            types[i:j] = [before if before == after else along] * (j - i)
        i = max(j, i + 1)


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "AL", "EN", "AN") else kind if kind == "L" else ""
