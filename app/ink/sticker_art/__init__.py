"""The stickers that come with the app: which there are, in the order in which they are offered."""

from collections.abc import Mapping
from typing import NamedTuple

from app.ink.sticker_art import adults, animals, children, elders, feelings, places, sky, things
from app.ink.sticker_art.parts import Part
from app.language import N_

__all__ = ["ART", "ORDER", "StickerDrawing", "drawing"]


class StickerDrawing(NamedTuple):
    """A ready-made picture."""

    name: str
    """What it is, for who cannot see it; translate it when it is shown."""
    parts: tuple[Part, ...]
    """The lowest first, in a square of 200 × 200."""


ART: Mapping[str, StickerDrawing] = {
    "baby": StickerDrawing(N_("A baby"), children.BABY),
    "girl": StickerDrawing(N_("A girl"), children.GIRL),
    "boy": StickerDrawing(N_("A boy"), children.BOY),
    "child-wheelchair": StickerDrawing(N_("A child in a wheelchair"), children.CHILD_WHEELS),
    "woman": StickerDrawing(N_("A woman"), adults.WOMAN),
    "woman-scarf": StickerDrawing(N_("A woman with a headscarf"), adults.WOMAN_SCARF),
    "man": StickerDrawing(N_("A man"), adults.MAN),
    "grandma": StickerDrawing(N_("A grandma"), elders.GRANDMA),
    "grandma-bun": StickerDrawing(N_("A grandma with a bun"), elders.GRANDMA_BUN),
    "grandma-curls": StickerDrawing(N_("A grandma with curls"), elders.GRANDMA_CURLS),
    "grandpa": StickerDrawing(N_("A grandpa"), elders.GRANDPA),
    "grandpa-turban": StickerDrawing(N_("A grandpa with a turban"), elders.GRANDPA_TURBAN),
    "grandpa-glasses": StickerDrawing(N_("A grandpa with glasses"), elders.GRANDPA_GLASSES),
    "face-happy": StickerDrawing(N_("A happy face"), feelings.HAPPY),
    "face-sad": StickerDrawing(N_("A sad face"), feelings.SAD),
    "face-worried": StickerDrawing(N_("A worried face"), feelings.WORRIED),
    "face-angry": StickerDrawing(N_("An angry face"), feelings.ANGRY),
    "face-calm": StickerDrawing(N_("A calm face"), feelings.CALM),
    "home": StickerDrawing(N_("A home"), places.HOME),
    "school": StickerDrawing(N_("A school"), places.SCHOOL),
    "dog": StickerDrawing(N_("A dog"), animals.DOG),
    "cat": StickerDrawing(N_("A cat"), animals.CAT),
    "car": StickerDrawing(N_("A car"), things.CAR),
    "phone": StickerDrawing(N_("A phone"), things.PHONE),
    "bed": StickerDrawing(N_("A bed"), things.BED),
    "food": StickerDrawing(N_("Food"), things.FOOD),
    "heart": StickerDrawing(N_("A heart"), sky.HEART),
    "star": StickerDrawing(N_("A star"), sky.STAR),
    "sun": StickerDrawing(N_("The sun"), sky.SUN),
    "rain": StickerDrawing(N_("Rain"), sky.RAIN),
}
"""By slug, which is stored for ever: never rename one or take one away. Add at the end of its kind."""

ORDER = tuple(ART)
"""Every slug: people, feelings, places, animals and things."""

NEWER = StickerDrawing(N_("A sticker from a newer version"), things.FRAME)
"""What is shown for a sticker that this version does not know."""


def drawing(art: str) -> StickerDrawing:
    """Return the drawing with this slug; NEWER for one that this version does not know."""
    return ART.get(art, NEWER)
