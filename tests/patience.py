"""How long a test waits for what must come, before it says that it never came. One number, for all tests.

Nothing takes longer for it: each wait ends with what it waits for. It has to be long enough for a machine with a tenth
of the usual speed. No test sleeps for a time and then hopes: where one says that something does not happen, it waits
for what comes after the moment in which it would have.
"""

PATIENCE = 120.0
"""Seconds."""

MILLISECONDS = round(PATIENCE * 1000)
"""The same, for a browser."""
