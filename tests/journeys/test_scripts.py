"""What families write in other letters, on a real screen: fonts come from this machine, each once, and have them."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import expect

from app.kit.theme import FONTS
from app.pdf.fonts import FOLDER, unseen
from app.server.serve import our_font
from tests.journeys.conftest import Comes
from tests.journeys.first_visit import TITLE, first_visit
from tests.journeys.house import House, copied
from tests.journeys.person import FRAMES, Somebody
from tests.pdf.written import SAMPLES

SIGNS = "one ツ, ღ or ॐ among plain words ★ ✓ → ① ⓵ 𝓜𝓲𝓪 ☯ 🩷 ꧁Mia꧂ ಠ_ಠ ᗰIᗩ"
BULLETS = "\uf0b7 a list \uf0a7 that was \uf0d8 copied \uf0fc"
"""In a line of their own: Flutter asks for all letters of a text where one is missing, and complains of these."""
NOBODY_HAS = "𐎀𐎁𐎂 𐎀𐎁𐎂"
"""Ugaritic: we have no font, and the screen must not ask for one for ever."""

LOOKS = os.environ.get("ALONGSIDE_LOOKS", "")
"""A folder for pictures of the screen, for who wants to see the letters."""


@pytest.fixture(scope="module")
def many_languages(family: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The app on a plan in which each of these was said."""
    folder = copied(family, tmp_path_factory.mktemp("scripts") / "plans")
    day = date(2026, 5, 4)
    first_visit(folder, day, well=(*SAMPLES.values(), SIGNS, BULLETS, NOBODY_HAS))
    house = House(folder, day=day)
    try:
        yield house.start()
    finally:
        house.stop()


def letters_of(file: str) -> set[str]:
    """Return what a font has a glyph for."""
    return set(map(chr, TTFont(FOLDER / file).getBestCmap()))


def asked(somebody: Somebody) -> Counter[str]:
    """Return the families of fonts that Flutter has asked for by itself since the page was opened."""
    urls = somebody.page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    return Counter(found[1] for url in urls if (found := re.search(r"/assets/fonts/([a-z0-9]+)/v\d+/", url)))


def test_each_script_is_on_the_screen_in_a_font_that_has_it(many_languages: House, comes: Comes) -> None:
    jo = comes(many_languages, sharp=bool(LOOKS))
    jo.unlocks()
    jo.touch(TITLE)
    expect(jo.field("Mum says").first).to_be_visible()
    jo.page.mouse.move(590, 500)
    for n in range(9):
        if LOOKS:
            jo.page.wait_for_timeout(700)
            jo.page.screenshot(path=Path(LOOKS) / f"scripts-{n}.png")
        jo.page.mouse.wheel(0, 560)
        jo.page.wait_for_timeout(200)
        jo.page.evaluate(FRAMES)
    jo.waits_for(lambda: "notosansugaritic" in asked(jo), "the last line to be on the screen")
    jo.goes_to("Worries")
    jo.goes_to("Going well")
    expect(jo.field("Mum says").first).to_be_visible()
    came = asked(jo)
    assert max(came.values()) == 1, "nothing is asked for twice"
    files = [*(Path(path).name for path in FONTS.values()), *(our_font(family, FOLDER) for family in came)]
    have = set().union(*map(letters_of, files))
    said = set("".join((*SAMPLES.values(), SIGNS, BULLETS)))
    assert not {c for c in said - have if not unseen(c)}
