"""Signs that have no place of their own in Unicode, and the signs that people meant by them; fancy letters in plain.

A list that is copied from a word processor brings the bullets of its symbol fonts along: U+F0B7 is Symbol's number B7.
Source: what Symbol and Wingdings show at those numbers, and Unicode's own mappings of both (SYMBOL.TXT; Wingdings as in
L2/11-052). A letter in a mathematician's script or of a Chinese keyboard's full width reads as the plain one, and is
plain on paper: who learns to read knows that one, and a search finds it.
"""

import unicodedata

_FANCY = (*range(0x1D400, 0x1D800), *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_MEANT = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _FANCY}
    | {
        "\uf020": " ",
        "\uf02d": "–",
        "\uf04a": "☺",
        "\uf04b": "😐",
        "\uf04c": "☹",
        "\uf06c": "●",
        "\uf06e": "■",
        "\uf06f": "□",
        "\uf071": "❑",
        "\uf075": "◆",
        "\uf076": "❖",
        "\uf077": "◆",
        "\uf09f": "•",
        "\uf0a1": "○",
        "\uf0a3": "□",
        "\uf0a7": "▪",
        "\uf0a8": "□",
        "\uf0ab": "★",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0df": "←",
        "\uf0e0": "→",
        "\uf0e8": "➔",
        "\uf0f0": "➩",
        "\uf0fb": "✗",
        "\uf0fc": "✓",
        "\uf0fd": "☒",
        "\uf0fe": "☑",
    }
)


def nearest(text: str) -> str:
    """Return text with the signs and letters that were meant."""
    return text.translate(_MEANT)
