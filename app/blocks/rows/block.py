"""What the rows block is: a table, whose columns the kind of plan declares."""

from app.blocks import Block
from app.blocks.rows.model import names_written, put_on, types_in
from app.blocks.rows.print import line, outline, parts

BLOCKS = (
    Block(
        slug="rows",
        screen="app.blocks.rows.screen:SCREEN",
        types_in=types_in,
        parts=parts,
        outline=outline,
        line=line,
        names=names_written,
        put_on=put_on,
    ),
)
