"""What the words block is: a question, or several, and what people say to it."""

from app.blocks import Block
from app.blocks.words.print import outline, parts

BLOCKS = (Block(slug="words", screen="app.blocks.words.screen:SCREEN", parts=parts, outline=outline),)
