"""What the agreement block is: who goes along with a plan."""

from app.blocks import Block
from app.blocks.agreement.model import AGREED
from app.blocks.agreement.print import outline, parts
from app.sayings.outline import no_line

BLOCKS = (
    Block(
        slug="agreement",
        screen="app.blocks.agreement.screen:SCREEN",
        item_types=(AGREED,),
        parts=parts,
        outline=outline,
        line=no_line,
    ),
)
