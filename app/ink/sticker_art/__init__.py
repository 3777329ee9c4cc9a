"""The stickers that come with the app: which there are, in the order in which they are offered."""

from collections.abc import Mapping
from typing import NamedTuple

from app.ink.sticker_art import adults, animals, children, elders, feelings, places, sky, things
from app.ink.sticker_art.parts import Part
from app.language import N_

__all__ = ["ART", "ORDER", "Drawing", "drawing"]


class Drawing(NamedTuple):
    """A ready-made picture. name: what it is, for who cannot see it; translate it when it is shown.

    parts: the lowest first, in a square of 200 × 200.
    """

    name: str
    parts: tuple[Part, ...]


ART: Mapping[str, Drawing] = {
    "baby": Drawing(N_("A baby"), children.BABY),
    "girl": Drawing(N_("A girl"), children.GIRL),
    "boy": Drawing(N_("A boy"), children.BOY),
    "child-wheelchair": Drawing(N_("A child in a wheelchair"), children.CHILD_WHEELS),
    "woman": Drawing(N_("A woman"), adults.WOMAN),
    "woman-scarf": Drawing(N_("A woman with a headscarf"), adults.WOMAN_SCARF),
    "man": Drawing(N_("A man"), adults.MAN),
    "grandma": Drawing(N_("A grandma"), elders.GRANDMA),
    "grandma-bun": Drawing(N_("A grandma with a bun"), elders.GRANDMA_BUN),
    "grandma-curls": Drawing(N_("A grandma with curls"), elders.GRANDMA_CURLS),
    "grandpa": Drawing(N_("A grandpa"), elders.GRANDPA),
    "grandpa-turban": Drawing(N_("A grandpa with a turban"), elders.GRANDPA_TURBAN),
    "grandpa-glasses": Drawing(N_("A grandpa with glasses"), elders.GRANDPA_GLASSES),
    "face-happy": Drawing(N_("A happy face"), feelings.HAPPY),
    "face-sad": Drawing(N_("A sad face"), feelings.SAD),
    "face-worried": Drawing(N_("A worried face"), feelings.WORRIED),
    "face-angry": Drawing(N_("An angry face"), feelings.ANGRY),
    "face-calm": Drawing(N_("A calm face"), feelings.CALM),
    "home": Drawing(N_("A home"), places.HOME),
    "school": Drawing(N_("A school"), places.SCHOOL),
    "dog": Drawing(N_("A dog"), animals.DOG),
    "cat": Drawing(N_("A cat"), animals.CAT),
    "car": Drawing(N_("A car"), things.CAR),
    "phone": Drawing(N_("A phone"), things.PHONE),
    "bed": Drawing(N_("A bed"), things.BED),
    "food": Drawing(N_("Food"), things.FOOD),
    "heart": Drawing(N_("A heart"), sky.HEART),
    "star": Drawing(N_("A star"), sky.STAR),
    "sun": Drawing(N_("The sun"), sky.SUN),
    "rain": Drawing(N_("Rain"), sky.RAIN),
}
"""By slug, which is stored for ever: never rename one or take one away. Add at the end of its kind."""

ORDER = tuple(ART)
"""Every slug: people, feelings, places, animals and things."""

NEWER = Drawing(N_("A sticker from a newer version"), things.FRAME)
"""What is shown for a sticker that this version does not know."""


def drawing(art: str) -> Drawing:
    """Return the drawing with this slug; NEWER for one that this version does not know."""
    return ART.get(art, NEWER)
