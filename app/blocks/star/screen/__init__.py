"""A star on the screen: its areas, the star itself, what is worked on, what people are proud of."""

from app.asking.screen.block_screen import BlockScreen
from app.blocks.star.screen import areas, star, working
from app.blocks.star.screen.score_alone import alone, asked_about

AREAS = BlockScreen(areas.steps, areas.sheet, alone=alone, asked_about=asked_about)
STAR = BlockScreen(star.steps, star.sheet)
WORKING = BlockScreen(working.steps, working.sheet)
PROUD = BlockScreen(working.proud_steps, working.proud_sheet)
