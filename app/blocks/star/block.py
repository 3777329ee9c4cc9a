"""What the four blocks of a star are: its areas, the star itself, what is worked on, what people are proud of."""

from app.blocks import Block
from app.blocks.star import print as printed
from app.blocks.star.model import AGREED, AREA, SET
from app.sayings.outline import no_line

BLOCKS = (
    Block(
        slug="areas",
        screen="app.blocks.star.screen:AREAS",
        item_types=(SET, AREA, AGREED),
        parts=printed.area_parts,
        outline=printed.outline_areas,
        line=printed.area_line,
        asked=printed.asked_about,
        numbers=True,
    ),
    Block(
        slug="star",
        screen="app.blocks.star.screen:STAR",
        parts=printed.star_parts,
        line=no_line,
        numbers=True,
    ),
    Block(slug="working", screen="app.blocks.star.screen:WORKING", parts=printed.work_parts, line=no_line),
    Block(
        slug="proud",
        screen="app.blocks.star.screen:PROUD",
        parts=printed.proud_parts,
        outline=printed.outline_proud,
    ),
)
