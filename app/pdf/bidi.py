"""Which way each character runs: Arabic and Urdu run right to left, with numbers and Latin names among them.

Ours, because lines are broken and letters shaped by the level of each character, and no library gives those on a tablet
under a licence like ours (docs/decisions/0020-bidi-and-joining.md).

Unicode Standard Annex 9, revision 44 (Unicode 14, as Python 3.11's unicodedata): rules X1–X10, W1–W7,
N0–N2, I1–I2 on a paragraph, L1 and L2 on a line. All 91,707 one-paragraph
cases of Unicode's BidiCharacterTest.txt (15.0) pass; a sample is in tests/pdf.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from app.pdf.bidi_types import ISOLATES, OPENING, resolve_brackets, resolve_neutrals, resolve_numbers

_DEEPEST = 125
MIRRORED = {**OPENING, **{b: a for a, b in OPENING.items()}, "<": ">", ">": "<"}
"""The character to draw instead in right-to-left text, where no shaping engine does it."""
MIRRORED.update({"«": "»", "»": "«", "‹": "›", "›": "‹"})

_STARTS_ISOLATE = frozenset({"LRI", "RLI", "FSI"})
_EMBEDS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = _EMBEDS | {"PDF", "BN"}
_NOT_PLAIN = frozenset({"R", "AL", "AN"}) | _EMBEDS | ISOLATES | {"PDF"}


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
        resolve_numbers(types, start)
        resolve_brackets(text, run, kinds, types, start, level)
        resolve_neutrals(types, start, end, level)
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


class _StatusStack:
    """The directional status stack while a paragraph is read from its start, and what it had no room for (X1 to X8).

    top: the entry that counts for the character that is read.
    """

    def __init__(self, base: int) -> None:
        self._stack = [_Status(base, "", False)]
        self._isolates = 0
        self._overflowing_isolates = 0
        self._overflowing_embeddings = 0

    @property
    def top(self) -> _Status:
        return self._stack[-1]

    def embed(self, kind: str) -> None:
        """Begin an embedding or an override (X2 to X5). kind: one of _EMBEDS."""
        level = self._next_level(right_to_left=kind[0] == "R")
        if self._has_room(level):
            self._stack.append(_Status(level, kind[0] if kind[2] == "O" else "", False))
        elif not self._overflowing_isolates:
            self._overflowing_embeddings += 1

    def isolate(self, *, right_to_left: bool) -> None:
        """Begin an isolate (X5a to X5c)."""
        level = self._next_level(right_to_left=right_to_left)
        if self._has_room(level):
            self._isolates += 1
            self._stack.append(_Status(level, "", True))
        else:
            self._overflowing_isolates += 1

    def end_isolate(self, *, matched: bool) -> None:
        """End the last isolate, with all that was begun in it (X6a). matched: this character has a start (BD9)."""
        if self._overflowing_isolates and matched:
            self._overflowing_isolates -= 1
        elif self._isolates:
            self._overflowing_embeddings = 0
            while not self.top.isolate:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def end_embedding(self) -> None:
        """End the last embedding or override of this isolate (X7)."""
        if self._overflowing_isolates:
            return
        if self._overflowing_embeddings:
            self._overflowing_embeddings -= 1
        elif not self.top.isolate and len(self._stack) > 1:
            self._stack.pop()

    def _next_level(self, *, right_to_left: bool) -> int:
        """Return the next higher level: odd for right to left, even for left to right."""
        return self.top.level + 1 | 1 if right_to_left else self.top.level + 2 & ~1

    def _has_room(self, level: int) -> bool:
        return level <= _DEEPEST and not self._overflowing_isolates and not self._overflowing_embeddings


def _explicit(kinds: Sequence[str], partner: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Return levels and classes after X1 to X8."""
    status = _StatusStack(base)
    found: list[int] = []
    now = list(kinds)
    closes = set(partner.values())
    for i, kind in enumerate(kinds):
        top = status.top
        if kind in _EMBEDS:
            status.embed(kind)
        elif kind in _STARTS_ISOLATE:
            status.isolate(right_to_left=_isolates_rightwards(kinds, i, partner))
        elif kind == "PDI":
            status.end_isolate(matched=i in closes)
            top = status.top  # What ends an isolate stands outside it.
        elif kind == "PDF":
            status.end_embedding()
        found.append(top.level)
        if top.override and kind not in _REMOVED:
            now[i] = top.override
    return found, now


def _isolates_rightwards(kinds: Sequence[str], at: int, partner: dict[int, int]) -> bool:
    """Whether the isolate that starts here runs right to left; FSI asks the text in it (X5c)."""
    if kinds[at] == "FSI":
        return first_strong(kinds, at + 1, partner.get(at, len(kinds)), partner) == 1
    return kinds[at] == "RLI"


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
