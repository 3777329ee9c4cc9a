"""The photos of an open plan, read from the store when a screen first needs them."""

import flet as ft

from app.ink.drawing import all_photos
from app.ink.photo import Photos
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def use_photos(session: Session, plan: OpenPlan) -> Photos:
    """Return those that have been read; the screen is drawn again when more have. A hook: for components."""

    async def read() -> None:
        with session.minding():
            await plan.read_photos()

    ft.use_effect(read, [all_photos(plan.document)])
    return plan.photos
