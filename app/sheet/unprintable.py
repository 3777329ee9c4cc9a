"""What of a sheet could not be put on paper: told to the worker, and by a sentence in its place to who reads the copy.

Nothing of it stops a copy. Neither sentence says a word of what was meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import _, isolate


@dataclass(frozen=True)
class Unset:
    """Words or signs in one place of a copy that could not be put on it."""

    place: str
    """The heading that they stand under, or ""."""
    page: int = 0
    """Of a book, from 1; 0 of what has none."""
    script: str = ""
    """What people call it, in English; "" for one that we have no name for."""
    elsewhere: bool = False
    """A computer with the shaping engine can print it."""
    sign: bool = False
    """It is no words but a sign, which was left out."""

    def sentence(self) -> str:
        """Return where something is missing and what it is, for the worker."""
        if self.sign:
            said = _("{place}: a sign was left out.")
        elif self.script:
            said = _("{place}: words in {script} letters are not on it.")
        else:
            said = _("{place}: words in letters that we cannot print are not on it.")
        return said.format(place=self._place(), script=_(self.script))

    def _place(self) -> str:
        if self.place.strip():
            return isolate(self.place.strip())
        return _("Page {n}").format(n=self.page) if self.page else _("At the top")


def stands_for(script: str) -> str:
    """Return what stands for a saying in a script (its name in English, or "") that cannot be put on paper."""
    if script:
        said = _("Some words here are in {script} letters. They could not be put on this copy.")
        return said.format(script=_(script))
    return _("Some words here are in letters that could not be put on this copy.")


def in_brackets(script: str) -> str:
    """Return what stands for some words of a name or a heading, whose other words can be put on paper."""
    if script:
        return _("[words in {script} letters]").format(script=_(script))
    return _("[words in letters that cannot be printed]")


def way_on(missing: Sequence[Unset]) -> str:
    """Return what the worker can do about all that is missing."""
    if all(one.sign for one in missing):
        return _("Nothing is lost: the signs are kept as they were written. The copy is good without them.")
    if any(one.elsewhere for one in missing):
        return _(
            "Nothing is lost. You can read those words together on the screen. You can write them on the copy by hand. "
            "Or make the copy on a computer that has all of Alongside."
        )
    return _("Nothing is lost: the words are kept as they were written. You can write them on the copy by hand.")
