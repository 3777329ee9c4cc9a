"""Loads reportlab, also where the folder in which the program was started is gone: on a stick that was pulled out.

As it is loaded, it asks for that folder, to look for fonts in it. We have our own.
"""

import os
from pathlib import Path

try:
    import reportlab.rl_config
except OSError:
    _asked, os.getcwd = os.getcwd, lambda: str(Path(__file__).parent)
    try:
        import reportlab.rl_config  # noqa: F401 (to have it loaded)
    finally:
        os.getcwd = _asked
