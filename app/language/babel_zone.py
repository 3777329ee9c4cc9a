"""What babel gets for the zone of this machine: none. It only names days and months for us, which are the same in all.

Babel looks for the zone as it is loaded, in TZ, in files of the system, in Windows' registry, and does not load where
one of them is odd: not even a direction of writing could then be told. A moment's day is told by
`app/document/local_day.py`.
"""

import sys
from datetime import UTC, timedelta, tzinfo

LOCALTZ: tzinfo = UTC
STDOFFSET = DSTOFFSET = DSTDIFF = ZERO = timedelta(0)


def get_localzone() -> tzinfo:
    """Return the zone, as babel's own module of this name does."""
    return LOCALTZ


def stand_in() -> None:
    """Be what babel finds in its place, unless it has loaded its own already."""
    sys.modules.setdefault("babel.localtime", sys.modules[__name__])
