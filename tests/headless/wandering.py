"""A child, or a stranger, who touches whatever there is."""

import random
from collections.abc import Container

from tests.headless.flet_session import NotThere, Tab

WAYS_OUT = ("hide", "break", "finished")
"""What whoever holds the tablet leaves a page by."""


async def touch_something(tab: Tab, chance: random.Random, *, but: Container[str] = ()) -> None:
    """Touch one of the controls that can be touched, but none of these keys.

    What goes away between the look and the touch is missed, as by a finger: an earlier touch may still be at work.
    Where nothing can be touched a document is just being opened, and is waited for.
    """
    choices = [key for key in tab.touchable("") if key and key not in but and not tab.is_off(key)]
    if not choices:
        await tab.still()
        return
    try:
        await tab.touch(chance.choice(choices))
    except NotThere:
        return
