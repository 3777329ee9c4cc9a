"""The star as a part of a page, told in words too: for the screen, for paper and for who cannot see it. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from app.language import _, ngettext
from app.sheet.feelings import feeling_name
from app.sheet.star import Star, StarShape


def star_part(
    areas: Sequence[str],
    shapes: Sequence[StarShape],
    *,
    lowest: int,
    highest: int,
    faces: bool = False,
    chosen: int | None = None,
) -> Star:
    """Return the star of these areas (titles as they are shown) with what is shown on it, told in words.

    shapes: of at most as many as are told apart (star_picture.STYLES). A number beyond the ends has no place on the
    arm and is left out, as if nobody had said it: it is from a damaged or a newer plan.
    """
    kept = tuple(
        replace(s, numbers=tuple(n if n is not None and lowest <= n <= highest else None for n in s.numbers))
        for s in shapes
    )
    told = told_in_words(areas, kept, lowest=lowest, highest=highest, faces=faces)
    return Star(tuple(areas), lowest, highest, kept, told, faces, chosen)


def told_in_words(
    areas: Sequence[str], shapes: Sequence[StarShape], *, lowest: int, highest: int, faces: bool = False
) -> str:
    """Return all that a star shows in sentences: its areas, then area by area who says which number.

    faces: a number is told by its face too.

    Nobody is named who has no number there, and no area where nobody has one: a gap tells nothing.
    """
    start = ngettext(
        "A star with {n} arm, from {low} to {high}.", "A star with {n} arms, from {low} to {high}.", len(areas)
    )
    found = [start.format(n=len(areas), low=lowest, high=highest)]
    found.append(_("Its arms: {areas}.").format(areas=", ".join(areas)))
    for at, area in enumerate(areas):
        said = [_said(s, at, n, faces) for s in shapes if (n := s.numbers[at]) is not None]
        if said:
            # Translators: an area of the star, and the numbers on it, as in "Staying safe: Nan 4, Sam 6."
            found.append(_("{area}: {numbers}.").format(area=area, numbers=", ".join(said)))
    return " ".join(found)


def _said(shape: StarShape, at: int, number: int, faces: bool) -> str:
    told = str(number)
    if faces:
        # Translators: a face and its number, as in "very glad (5)"
        told = _("{feeling} ({number})").format(feeling=feeling_name(number), number=number)
    if shape.days and shape.days[at]:
        told = f"{told} {shape.days[at]}"
    # Translators: who, or when, and the number, as in "Nan 4"
    return _("{name} {number}").format(name=shape.name, number=told) if shape.name else told
