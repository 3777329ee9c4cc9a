"""A sheet as it can be put on paper here, and what of it cannot. The rule is in letters.py; a whole is asked here.

Somebody's saying is never printed in part: where some of it cannot be drawn, a sentence stands for all of it, with room
to write it by hand. A name or a heading keeps the rest of its line.
"""

from app.pdf.font_fallback import Means, substitute
from app.sheet import Sheet
from app.sheet.replaced import retold
from app.sheet.unprintable import Unset, stands_for

_ROOM = "\n\n"
"""Two lines below a saying, to write it there by hand."""


def settable(sheet: Sheet, means: Means) -> tuple[Sheet, tuple[Unset, ...]]:
    """Return a sheet with nothing in it that cannot be drawn, and what is missing, each once, in reading order."""
    room = sheet.shape in ("storybook", "plan", "fridge") and sheet.layout == "page"
    teller = _Teller(means, _ROOM if room else "")
    made = retold(sheet, teller)
    return made, tuple(dict.fromkeys(teller.missing))


class _Teller:
    def __init__(self, means: Means, room: str) -> None:
        self.means = means
        self.room = room
        self.heading, self.page = "", 0
        self.missing: list[Unset] = []

    def at(self, heading: str, page: int) -> None:
        self.heading, self.page = heading, page

    def said(self, words: str) -> str:
        return self._told(words, whole=True, room=self.room)

    def line(self, words: str) -> str:
        return self._told(words, whole=True)

    def named(self, words: str) -> str:
        return self._told(words)

    def _told(self, words: str, *, whole: bool = False, room: str = "") -> str:
        spelled = substitute(words, self.means)
        for one in spelled.unset:
            self.missing.append(Unset(self.heading, self.page, one.script, one.elsewhere))
        if spelled.left_out:
            self.missing.append(Unset(self.heading, self.page, sign=True))
        if spelled.unset:
            return stands_for(spelled.unset[0].script) + room if whole else spelled.text
        # As it was written where all of it is there: the preview shows it as the screen does.
        return spelled.text if spelled.left_out else words
