"""A photo goes with a copy as far as its reader may see it: into the preview, into the file, and nowhere else."""

import io
from functools import cache

import pytest
from PIL import Image

from app.document import ONLY_ME, Document, ForWhom
from app.ink.drawing import put
from app.ink.photo import placed
from app.sheet import Panel
from tests.blocks.making import NAN, SAM, TOM, made, own_page, page, story
from tests.export.copying import make_copy
from tests.export.test_copies import DAY

SHARED, WITH_NAN, KEPT, LOST = (letter * 64 for letter in "abcd")


@cache
def jpeg(colour: str) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(kept, "JPEG")
    return kept.getvalue()


PHOTOS = {SHARED: jpeg("red"), WITH_NAN: jpeg("green"), KEPT: jpeg("blue")}


def with_photos() -> Document:
    """A story with a photo for everyone, one whose pixels are damaged, one that Tom shows Nan and one that he keeps."""
    document = story()
    on = page(document, "family").id
    for blob in (SHARED, LOST):
        document = made(document, [put(document, on, placed(blob, 40, 30), section="story", by=TOM.id)])
    for blob, whom in ((WITH_NAN, ForWhom("people", (NAN.id,))), (KEPT, ONLY_ME)):
        document, own = own_page(document, TOM.id, for_whom=whom)
        photo = put(document, own.item.id, placed(blob, 40, 30), section="mine", by=TOM.id, for_whom=whom)
        document = made(document, [photo], by=TOM.id)
    return document


@pytest.mark.parametrize("person", [None, NAN.id, TOM.id, SAM.id])
def test_a_photo_is_in_the_copy_of_whoever_may_see_it_and_its_pixels_in_nobody_elses(person: str | None) -> None:
    copy = make_copy(with_photos(), person, made=DAY, language="en", photos=PHOTOS)
    may_see = {SHARED, WITH_NAN} if person in (NAN.id, TOM.id) else {SHARED}
    assert copy.photos == {blob: PHOTOS[blob] for blob in may_see}
    assert {blob for blob, pixels in PHOTOS.items() if pixels in copy.file} == may_see


def test_a_photo_whose_pixels_are_damaged_leaves_its_place_and_stops_no_copy() -> None:
    copy = make_copy(with_photos(), None, made=DAY, language="en", photos={})
    assert copy.photos == {}
    (panel,) = (part for part in copy.sheet.parts if isinstance(part, Panel))
    assert panel.picture is not None
    assert len(panel.picture.marks) == 2
