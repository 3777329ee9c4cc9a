"""What every test begins with."""

import pytest

from app.language import SOURCE, set_language


@pytest.fixture(autouse=True)
def _english() -> None:
    """The command line speaks the language that it is asked for, and goes on speaking it in this process."""
    set_language(SOURCE)
