"""What the review block is: each time that people looked again."""

from app.blocks import Block
from app.blocks.review.model import REVIEW, new_visit
from app.blocks.review.print import outline, parts
from app.sayings.outline import no_line

BLOCKS = (
    Block(
        slug="review",
        screen="app.blocks.review.screen:screen",
        item_types=(REVIEW,),
        parts=parts,
        outline=outline,
        line=no_line,
        new_visit=new_visit,
    ),
)
