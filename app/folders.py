"""Where the plans are kept when nobody said."""

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder: what was chosen, ALONGSIDE_DATA, a tablet's own storage, else the system's place for data."""
    told = chosen or os.environ.get("ALONGSIDE_DATA") or os.environ.get("FLET_APP_STORAGE_DATA")
    return Path(told) if told else user_data_path("alongside", appauthor=False)
