"""Where the plans are kept when nobody said, and whether a name can be that of a folder at all."""

import os
import re
import stat
from pathlib import Path

from platformdirs import user_data_path

from app.language import N_, _


class NotAFolder(Exception):
    """What was named is no folder, and none can be made there. taken: something else has that name."""

    def __init__(self, words: str, *, taken: bool = False) -> None:
        super().__init__(words)
        self._words = words
        self.taken = taken

    def sentence(self) -> str:
        """Return what it is instead and what to do, in the current language."""
        return _(self._words) + " " + _("Nothing has been changed.")


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder: what was chosen, ALONGSIDE_DATA, a tablet's own storage, else the system's place for data.

    "~" is somebody's home, also where no shell has said so. Raises NotAFolder where it has no home.
    """
    named = (chosen, os.environ.get("ALONGSIDE_DATA"), os.environ.get("FLET_APP_STORAGE_DATA"))
    told = next((name for name in named if name and name.strip()), None)
    if told is None:
        return user_data_path("alongside", appauthor=False)
    try:
        return Path(told).expanduser()
    except RuntimeError:
        raise NotAFolder(N_("The ~ in the name of that folder stands for a home that is not known here.")) from None


def named_folder(chosen: str | None = None) -> Path:
    """Return the folder, as data_folder does, having seen that it is one, or that one could be made there.

    It need not be there yet. Raises NotAFolder, so that no command has to find out by failing.
    """
    if chosen is not None and not chosen.strip():
        raise NotAFolder(N_("The name of the folder is empty. Please name one, or leave --data out."))
    folder = data_folder(chosen)
    try:
        found = _what_is(folder)
    except FileNotFoundError:
        if folder.is_symlink():
            raise NotAFolder(N_("That folder is a link, and where it leads there is nothing.")) from None
        if os.name == "posix" and _WINDOWS.match(str(folder)):
            raise NotAFolder(N_("That is the name of a folder on Windows, and this is another system.")) from None
        # To make the folder would make that one too.
        if any(p == ".." and not Path(*folder.parts[: n + 1]).exists() for n, p in enumerate(folder.parts)):
            raise NotAFolder(N_("The way to that folder leads through one that is not there.")) from None
        return folder
    except NotADirectoryError:
        raise NotAFolder(N_("The way to that folder leads through something that is no folder.")) from None
    except PermissionError:
        raise NotAFolder(N_("This app may not look into that folder. Please choose another one.")) from None
    except (OSError, ValueError):
        # Too long, a ring of links, a nought in it, letters that the system has none for.
        raise NotAFolder(N_("That cannot be the name of a folder. Please choose another one.")) from None
    if not found:
        raise NotAFolder(N_("That is no folder, but a file or something else. Please name a folder."), taken=True)
    if not os.access(folder, os.R_OK | os.X_OK):
        raise NotAFolder(N_("This app may not look into that folder. Please choose another one."))
    return folder


_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")


def _what_is(folder: Path) -> bool:
    """Whether it is a folder. Raises OSError, ValueError."""
    return stat.S_ISDIR(folder.stat().st_mode)
