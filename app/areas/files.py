"""Where sets of areas are kept: those of a council as files beside its plans. The only place here that reads files."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from app.areas import AreaSet
from app.areas.toml import LONGEST, NotASet, read_set
from app.language import _, isolate, ngettext
from app.system.small_files import Unreadable, read_small, shown_name

FOLDER = "areas"
"""In the folder of the plans."""
MOST_FILES = 100
"""Of areas that are read: a council has one set, and a few versions of it."""


class FoundSets(NamedTuple):
    """What a folder holds. A file with faults is none of the sets, and keeps no other file from being one."""

    sets: tuple[AreaSet, ...]
    """In the order of their slugs and versions."""
    faults: tuple[str, ...]
    """In sentences, the file named first; () where all is right."""


def read_file(path: Path, *, taken: Collection[str] = ()) -> AreaSet:
    """Return the set in a file. taken: slugs that other sets have. Raises NotASet."""
    try:
        text = read_small(path, LONGEST * 4)  # Four bytes are the most that a letter has.
    except Unreadable as fault:
        raise NotASet((_unread(fault),)) from None
    return read_set(text, taken=taken)


def own_sets(data: Path, *, taken: Collection[str] = ()) -> FoundSets:
    """Return the sets in the folder of the plans, every version of each, and what is not right. Raises nothing.

    taken: the slugs of the sets that come along. A set of one slug and version must be the only one. Of more
    than MOST_FILES the rest is not read.
    """
    sets: dict[tuple[str, int], AreaSet] = {}
    faults: list[str] = []
    try:
        every = [p for p in (data / FOLDER).iterdir() if p.suffix.casefold() == ".toml" and not p.name.startswith(".")]
    except FileNotFoundError:
        return FoundSets((), ())
    except OSError:
        return FoundSets((), (_("The folder of your own areas could not be read. Check that you may open it."),))
    if len(every) > MOST_FILES:
        faults.append(_("There are more files of areas than {n}, and the rest were not read.").format(n=MOST_FILES))
    for path in sorted(every)[:MOST_FILES]:
        try:
            found = read_file(path, taken=taken)
            if (found.slug, found.version) in sets:
                raise NotASet((_("Another file has this set with this version. Give this one a higher version."),))
            sets[found.slug, found.version] = found
        except NotASet as fault:
            told = _("{where}: {words}")
            where = isolate(shown_name(path.name))
            faults += [told.format(where=where, words=sentence) for sentence in fault.sentences]
    return FoundSets(tuple(sets[key] for key in sorted(sets)), tuple(faults))


def _unread(fault: Unreadable) -> str:
    if fault.reason == "letters":
        told = _("The letters of this file cannot be read. Save it again as plain text, in {coding}.")
        return told.format(coding="UTF-8")
    if fault.reason == "long":
        return _("This file is too long to be a set of areas. Please check that it is the right one.")
    if fault.reason == "odd":
        return _("This is no file that can be read, but a folder or something else. Please check its name.")
    return _("The file could not be read. Check its name, and that you may open it.")


def described(found: AreaSet) -> str:
    """Return what a set holds, a line each: what it is called, and then its areas."""
    count = ngettext("{n} area", "{n} areas", len(found.areas)).format(n=len(found.areas))
    head = _("{title}, version {version}: {areas}, from {low} to {high}.").format(
        title=isolate(found.title), version=found.version, areas=count, low=found.lowest, high=found.highest
    )
    return "\n".join([head, *(f"  {a.slug}  {a.title}" for a in found.areas)])
