"""A photo as app.photo takes it in, and marks as the changes that put them on a page. For the benches."""

import io
from collections.abc import Iterable
from functools import cache
from random import Random

from fractional_indexing import generate_n_keys_between
from PIL import Image

from app.document import EVERYONE, Add, ForWhom
from app.ink import Stroke, pack
from app.ink.drawing import PHOTO, STICKER, STROKE
from app.ink.mark import Mark
from app.ink.sticker import Sticker
from app.photo import take_in


@cache
def photograph() -> bytes:
    """Return the JPEG that is kept of a camera's picture: 2,000 × 1,500 pixels of soft colours with grain."""
    chance = Random(1)
    soft = Image.frombytes("RGB", (50, 38), chance.randbytes(50 * 38 * 3)).resize((2400, 1800))
    grain = Image.frombytes("RGB", soft.size, chance.randbytes(soft.width * soft.height * 3))
    file = io.BytesIO()
    Image.blend(soft, grain, 0.1).save(file, "JPEG", quality=90)
    return take_in(file.getvalue()).jpeg


def adding(
    marks: Iterable[Mark], *, section: str, by: str, parent: str | None, for_whom: ForWhom = EVERYONE
) -> list[Add]:
    """Return the changes that put marks on a page, the lowest first."""
    found = list(marks)
    changes: list[Add] = []
    for mark, position in zip(found, generate_n_keys_between(None, None, len(found)), strict=True):
        match mark:
            case Stroke():
                item_type, fields = STROKE, {"ink": pack(mark)}
            case Sticker():
                item_type, fields = STICKER, mark._asdict()
            case _:
                item_type, fields = PHOTO, mark._asdict()
        changes.append(
            item_type.add(fields, section=section, by=by, parent=parent, position=position, for_whom=for_whom)
        )
    return changes
