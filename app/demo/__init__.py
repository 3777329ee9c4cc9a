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
from app.workspace.application import Application
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
    application = Application(folder, keyring_of(folder), KINDS)
    try:
        workspace, spare_key = await application.set_up(pin)
        await workspace.thread.run(workspace.vault.spare_key_written, spare_key)  # Nobody needs it to practise.
        family = await workspace.create(KINDS.family, (begin(title=NICKNAME, youngest=YOUNGEST),), actor=WORKER)
        await workspace.open(family)
        for person in (MIA, MUM, NAN, BELL):
            changes = named(workspace.document(family), person)
            workspace.make(family, changes, actor=JO.id, undo_scope="practice", undo_session="practice")
        for id, why in MAY_HOLD.items():
            for say in (partial(decide, holding="may"), partial(give_reason, why=why)):
                said = say(workspace.document(family), id)
                workspace.make(family, said, actor=JO.id, undo_scope="practice", undo_session="practice")
        for name, value in (("worker", WORKERS_NAME), ("today", family)):
            await workspace.thread.run(workspace.vault.keep_setting, name, value)
        await make_good_lives(workspace, family)
        await make_star(workspace, family)
        await make_safety_plan(workspace, family)
        await tell_story(workspace, family)
        await workspace.settled()
    finally:
        await application.close()
