"""Who can see this? The touches that answer it, the same wherever something has its own audience.

Source: docs/domain/sharing.md ("Every section, and every item in it, says who may see it").
"""

from collections.abc import Callable

import flet as ft

from app.document import EVERYONE, ONLY_ME, WORKER, ForWhom
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.language import _


def audience(
    context: EditorContext,
    now: ForWhom,
    show: Callable[[ForWhom], object],
    *,
    by: str,
    only: str,
    everyone: str,
    icon: ft.IconData = ft.Icons.GROUPS_OUTLINED,
    height: int = theme.TARGET,
) -> list[ft.Control]:
    """Return the three touches, and the faces to pick from where people are picked.

    now: who may see it; show(whom) changes that. by: whose it is (a person id): they see it whoever is picked.
    only, everyone: what the first touch and the last say; icon: the last one's.
    """

    def choice(words: str, whom: ForWhom, key: str, sign: ft.IconData) -> ft.Control:
        touched = context.handler(lambda: show(whom))
        return controls.button(words, touched, key=key, icon=sign, chosen=now.reach == whom.reach, height=height)

    def pick(person: str) -> Handler:
        rest = tuple(p for p in now.people if p != person)
        return context.handler(lambda: show(ForWhom("people", rest if person in now.people else (*now.people, person))))

    three = [
        choice(only, ONLY_ME, "only-me", ft.Icons.VISIBILITY_OFF_OUTLINED),
        choice(_("People I choose"), ForWhom("people"), "people-i-pick", ft.Icons.PEOPLE_OUTLINE),
        choice(everyone, EVERYONE, "everyone", icon),
    ]
    found: list[ft.Control] = [ft.Row(three, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)]
    if now.reach == "people":
        faces: list[ft.Control] = [
            face_button(
                p.name,
                p.colour,
                p.shape,
                pick(p.id),
                key=f"pick-{p.id}",
                label=p.name,
                chosen=p.id in now.people,
                picture=context.faces.get(p.id),
            )
            for p in context.around.values()
            if p.id not in (by, WORKER)
        ]
        found.append(ft.Row(faces, wrap=True))
    return found
