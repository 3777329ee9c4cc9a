"""Why a file was not taken in as a photo, with the sentence for the person who chose it."""

from typing import Literal, TypeAlias

from app.language import N_, _

Reason: TypeAlias = Literal[
    "empty",
    "too-heavy",
    "not-a-photo",
    "other-kind",
    "heic",
    "not-here",
    "truncated",
    "damaged",
    "moving",
    "too-large",
    "too-small",
    "too-little",
]

MEGAPIXELS = 24
MEGABYTES = 40

_WORDS: dict[Reason, str] = {
    "empty": N_("There is nothing in this file, so nothing was kept. Please choose another photo, or take a new one."),
    "too-heavy": N_(
        "This file is too large, so nothing was kept. A photo here may have up to {megabytes} megabytes. "
        "Please choose a smaller one, or take a new photo."
    ),
    "not-a-photo": N_("This file is not a photo, so nothing was kept. Please choose a photo, or take a new one."),
    "other-kind": N_(
        "This kind of picture cannot be opened here, so nothing was kept. "
        "Please take a new photo, or choose another one."
    ),
    "heic": N_(
        "This photo is stored in a way that only some phones can open, so nothing was kept. "
        "Please take a new photo with this tablet."
    ),
    "not-here": N_(
        "The photo did not arrive, so nothing was kept. Please choose it again, or copy it to this tablet first."
    ),
    "truncated": N_(
        "A part of this photo is missing, so nothing was kept. Please copy it to this tablet again, or take a "
        "new photo."
    ),
    "damaged": N_("This photo is damaged, so nothing was kept. Please choose another photo, or take a new one."),
    "moving": N_(
        "This picture moves, and a page holds pictures that stand still. Nothing was kept. "
        "Please choose another photo, or take a new one."
    ),
    "too-large": N_(
        "This photo is too large, so nothing was kept. It may have up to {megapixels} megapixels. "
        "Please choose a smaller size in the camera, and take it again."
    ),
    "too-small": N_(
        "There is too little to see on this picture, so nothing was kept. "
        "Please choose a larger photo, or take a new one."
    ),
    "too-little": N_(
        "That leaves too little of the photo to see. The photo is as it was. Please make the frame larger."
    ),
}


class NotAPhoto(ValueError):
    """A file that is not taken in, or a choice that leaves nothing of it. Nothing has been kept.

    reason: why, a slug. str() is for logs, and holds nothing of the file or its name.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """Return what happened, that nothing was kept, and what to do now, in the current language."""
        return _(_WORDS[self.reason]).format(megabytes=MEGABYTES, megapixels=MEGAPIXELS)
