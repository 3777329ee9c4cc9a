"""Which way each character runs: Arabic and Urdu run right to left, with numbers and Latin names among them.

Ours, because lines are broken and letters shaped by the level of each character, and no library gives those on a tablet
under a licence like ours (docs/decisions/0104-bidi-and-joining.md).

Unicode Standard Annex 9, revision 44 (Unicode 14, as Python 3.11's unicodedata): rules X1–X10, W1–W7,
N0–N2, I1–I2 on a paragraph, L1 and L2 on a line. All 91,707 one-paragraph
cases of Unicode's BidiCharacterTest.txt (15.0) pass; a sample is in tests/pdf.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_DEEPEST = 125
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯"
    "⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Brackets that belong together, one pair after the other (BidiBrackets.txt)."""

_OPENING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = {b: b for b in _PAIRS[1::2]}
# U+2329 and U+232A are canonically the same as U+3008 and U+3009 (BD16).
_OPENING["\u2329"] = _OPENING["\u3008"]
_CLOSING["\u232a"] = _OPENING["\u3008"]
MIRRORED = {**_OPENING, **{b: a for a, b in _OPENING.items()}, "<": ">", ">": "<"}
"""The character to draw instead in right-to-left text, where no shaping engine does it."""
MIRRORED.update({"«": "»", "»": "«", "‹": "›", "›": "‹"})

_STARTS_ISOLATE = frozenset({"LRI", "RLI", "FSI"})
_EMBEDS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = _EMBEDS | {"PDF", "BN"}
_ISOLATES = _STARTS_ISOLATE | {"PDI"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | _ISOLATES
_NOT_PLAIN = frozenset({"R", "AL", "AN"}) | _EMBEDS | _ISOLATES | {"PDF"}


class _Status(NamedTuple):
    """An entry of the directional status stack (X1)."""

    level: int
    override: str
    isolate: bool


def classes(text: str) -> list[str]:
    """Return each character's bidirectional class (UAX 9, table 4); one not assigned counts as L."""
    return [unicodedata.bidirectional(c) or "L" for c in text]


def levels(text: str, base: int) -> tuple[int, ...]:
    """Return each character's embedding level in one paragraph: even runs left to right, odd right to left.

    text: without paragraph separators. base: 0 or 1. Controls that X9 removes get the level before them.
    """
    kinds = classes(text)
    if not base and _NOT_PLAIN.isdisjoint(kinds):
        return (0,) * len(text)
    partner = _isolate_partners(kinds)
    explicit, now = _explicit(kinds, partner, base)
    found = list(explicit)
    for run in _sequences(kinds, explicit, partner):
        types = [now[i] for i in run]
        level = explicit[run[0]]
        start, end = _edges(run, kinds, explicit, base, partner)
        _weak(types, start)
        _brackets(text, run, kinds, types, start, level)
        _neutrals(types, start, end, level)
        for i, kind in zip(run, types, strict=True):  # I1, I2
            found[i] = level + (kind != "R" if level % 2 else {"L": 0, "R": 1}.get(kind, 2))
    level = base
    for i, kind in enumerate(kinds):
        if kind in _REMOVED:
            found[i] = level
        level = found[i]
    return tuple(found)


def visual(line: Sequence[int]) -> list[int]:
    """Return the order, left to right, in which units with these levels stand on a line (L2)."""
    order = list(range(len(line)))
    if not any(line):
        return order
    for level in range(max(line), min((v for v in line if v % 2), default=max(line) + 1) - 1, -1):
        i = 0
        while i < len(order):
            if line[order[i]] >= level:
                j = i
                while j < len(order) and line[order[j]] >= level:
                    j += 1
                order[i:j] = reversed(order[i:j])
                i = j
            else:
                i += 1
    return order


def _isolate_partners(kinds: Sequence[str]) -> dict[int, int]:
    """Return each isolate's start with the place of its end, where it has one (BD9)."""
    open_: list[int] = []
    found: dict[int, int] = {}
    for i, kind in enumerate(kinds):
        if kind in _STARTS_ISOLATE:
            open_.append(i)
        elif kind == "PDI" and open_:
            found[open_.pop()] = i
    return found


def first_strong(kinds: Sequence[str], start: int, end: int, partner: dict[int, int]) -> int | None:
    """Return the level that the first strong character asks for, isolates apart (P2, P3), or None."""
    i = start
    while i < end:
        kind = kinds[i]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        i = partner.get(i, end) if kind in _STARTS_ISOLATE else i
        i += 1
    return None


def _explicit(kinds: Sequence[str], partner: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Return levels and classes after X1 to X8."""
    stack = [_Status(base, "", False)]
    too_many_isolates = too_many_embeddings = isolates = 0
    found: list[int] = []
    now = list(kinds)
    closes = set(partner.values())
    for i, kind in enumerate(kinds):
        top = stack[-1]
        found.append(top.level)
        if kind in _EMBEDS:
            level = top.level + 1 | 1 if kind[0] == "R" else top.level + 2 & ~1
            if level <= _DEEPEST and not too_many_isolates and not too_many_embeddings:
                stack.append(_Status(level, kind[0] if kind[2] == "O" else "", False))
            elif not too_many_isolates:
                too_many_embeddings += 1
        elif kind in _STARTS_ISOLATE:
            if top.override:
                now[i] = top.override
            right = kind == "RLI"
            if kind == "FSI":
                right = first_strong(kinds, i + 1, partner.get(i, len(kinds)), partner) == 1
            level = top.level + 1 | 1 if right else top.level + 2 & ~1
            if level <= _DEEPEST and not too_many_isolates and not too_many_embeddings:
                isolates += 1
                stack.append(_Status(level, "", True))
            else:
                too_many_isolates += 1
        elif kind == "PDI":
            if too_many_isolates and i in closes:
                too_many_isolates -= 1
            elif isolates:
                too_many_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                isolates -= 1
            found[i] = stack[-1].level
            if stack[-1].override:
                now[i] = stack[-1].override
        elif kind == "PDF":
            if too_many_isolates:
                continue
            if too_many_embeddings:
                too_many_embeddings -= 1
            elif not top.isolate and len(stack) > 1:
                stack.pop()
        elif kind != "BN" and top.override:
            now[i] = top.override
    return found, now


def _sequences(kinds: Sequence[str], found: Sequence[int], partner: dict[int, int]) -> list[list[int]]:
    """Return the isolating run sequences (X10, BD13) as places in the text."""
    kept = [i for i, kind in enumerate(kinds) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for i in kept:
        if runs and found[runs[-1][-1]] == found[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    begins = {run[0]: run for run in runs}
    ends = set(partner.values())
    chains: list[list[int]] = []
    for run in runs:
        if run[0] in ends:
            continue
        chain = list(run)
        while chain[-1] in partner:
            onward = begins.get(partner[chain[-1]])
            if onward is None:
                break
            chain += onward
        chains.append(chain)
    return chains


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "AL", "EN", "AN") else kind if kind == "L" else ""


def _edges(
    run: Sequence[int], kinds: Sequence[str], explicit: Sequence[int], base: int, partner: dict[int, int]
) -> tuple[str, str]:
    """Return the directions before and after an isolating run sequence (X10: sos and eos)."""
    before = range(run[0] - 1, -1, -1)
    after = range(run[-1] + 1, len(kinds))
    if kinds[run[-1]] in _STARTS_ISOLATE and run[-1] not in partner:
        after = range(0)
    level = explicit[run[0]]
    ahead = next((explicit[i] for i in before if kinds[i] not in _REMOVED), base)
    beyond = next((explicit[i] for i in after if kinds[i] not in _REMOVED), base)
    return "R" if max(level, ahead) % 2 else "L", "R" if max(level, beyond) % 2 else "L"


def _weak(types: list[str], start: str) -> None:
    before = start
    for i, kind in enumerate(types):  # W1
        if kind == "NSM":
            types[i] = "ON" if before in _ISOLATES else before
        before = types[i]
    strong = start
    for i, kind in enumerate(types):  # W2
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]  # W3
    for i in range(1, len(types) - 1):  # W4
        a, kind, b = types[i - 1 : i + 2]
        if a == b and ((kind == "ES" and a == "EN") or (kind == "CS" and a in ("EN", "AN"))):
            types[i] = a
    i = 0
    while i < len(types):  # W5
        j = i
        while j < len(types) and types[j] == "ET":
            j += 1
        if j > i and ((i and types[i - 1] == "EN") or (j < len(types) and types[j] == "EN")):
            types[i:j] = ["EN"] * (j - i)
        i = max(j, i + 1)
    strong = start
    for i, kind in enumerate(types):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            types[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"


def _brackets(text: str, run: list[int], kinds: Sequence[str], types: list[str], start: str, level: int) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    open_: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, i in enumerate(run):
        if types[at] != "ON":
            continue
        if text[i] in _OPENING:
            if len(open_) == 63:
                break
            open_.append((_OPENING[text[i]], at))
        elif text[i] in _CLOSING:
            for depth in range(len(open_) - 1, -1, -1):
                if open_[depth][0] == _CLOSING[text[i]]:
                    pairs.append((open_[depth][1], at))
                    del open_[depth:]
                    break
    along = "R" if level % 2 else "L"
    for a, b in sorted(pairs):
        inside = {_strong(kind) for kind in types[a + 1 : b]} - {""}
        if along in inside:
            way = along
        elif inside:
            before = next((s for k in reversed(types[:a]) if (s := _strong(k))), start)
            way = before if before != along else along
        else:
            continue
        for at in (a, b):
            types[at] = way
            for mark in range(at + 1, len(run)):
                if kinds[run[mark]] != "NSM":
                    break
                types[mark] = way


def _neutrals(types: list[str], start: str, end: str, level: int) -> None:
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
