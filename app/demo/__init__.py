"""A made-up family to practise with: nobody real, and nobody who resembles anybody.

Everything that it says and draws is fixed, so that pictures of the screens and printed pages can be
compared from one day to the next. Later kinds of plan join it as they come, a file each.
"""

import asyncio
from functools import partial
from pathlib import Path

from app.demo.good_lives import make_good_lives
from app.demo.otters import BELL, JO, MAY_HOLD, MIA, MUM, NAN, NICKNAME, WORKERS_NAME, YOUNGEST, named
from app.demo.safety import make_safety_plan
from app.demo.star import make_star
from app.demo.story import tell_story
from app.document import WORKER
from app.document.copy_rules import decide, give_reason
from app.document.header import begin
from app.store.database import explain_os
from app.workspace.application import Tablet
from app.workspace.practice import PIN, Practice, keyring_of, mark
from plans.catalogue import KINDS


def make_demo(folder: Path, *, pin: str = "") -> Practice:
    """Fill an empty folder with the made-up family. pin: locks it; "" takes the usual one, which is then shown.

    Raises StoreFault.
    """
    try:
        told = mark(folder, pin="" if pin else PIN)
    except OSError as error:
        raise explain_os(error) from error
    asyncio.run(_fill(folder, pin or PIN))
    return told


async def _fill(folder: Path, pin: str) -> None:
    tablet = Tablet(folder, keyring_of(folder), KINDS)
    try:
        desk, spare_key = await tablet.set_up(pin)
        await desk.thread.run(desk.vault.spare_key_written, spare_key)  # Nobody needs it to practise.
        family = await desk.create(KINDS.family, (begin(title=NICKNAME, youngest=YOUNGEST),), actor=WORKER)
        await desk.open(family)
        for person in (MIA, MUM, NAN, BELL):
            changes = named(desk.document(family), person)
            desk.make(family, changes, actor=JO.id, scene="practice", spell="practice")
        for id, why in MAY_HOLD.items():
            for say in (partial(decide, holding="may"), partial(give_reason, why=why)):
                said = say(desk.document(family), id)
                desk.make(family, said, actor=JO.id, scene="practice", spell="practice")
        for name, value in (("worker", WORKERS_NAME), ("today", family)):
            await desk.thread.run(desk.vault.keep_setting, name, value)
        await make_good_lives(desk, family)
        await make_star(desk, family)
        await make_safety_plan(desk, family)
        await tell_story(desk, family)
        await desk.settled()
    finally:
        await tablet.close()
