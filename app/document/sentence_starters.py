"""Sentence starters: what of one stands in the field, and how its "…" goes when words come in its place."""

from collections.abc import Iterable

from app.language.clean_text import visible

DOTS = "…"


def is_open(starter: str) -> bool:
    """Whether a starter waits for words, and is not a whole sentence."""
    return starter.startswith(DOTS) or starter.endswith(DOTS)


def opening(starter: str) -> str:
    """Return what stands in the field when a starter was chosen: the next words are written where its end waits."""
    return starter.removesuffix(DOTS)


def drop_filled_dots(starters: Iterable[str], words: str) -> str:
    """Return words in which each "…" of a starter is gone where there are words in its place; others stay."""
    for starter in starters:
        core = starter.removeprefix(DOTS).removesuffix(DOTS).strip()
        if starter.startswith(DOTS) and core:
            before, dots, after = words.partition(DOTS)
            if dots and visible(before) and after.lstrip().startswith(core):
                words = f"{before.rstrip()} {after.lstrip()}"
        if starter.endswith(DOTS) and core:
            before, dots, after = words.rpartition(DOTS)
            if dots and visible(after) and before.rstrip().endswith(core):
                words = f"{before.rstrip()} {after.lstrip()}"
    return words
