"""Pictures of every screen, in every shape and language in which it could break: `python -m tests.shots`.

They go to build/shots/, one folder a look, and are for eyes: nothing is compared. --readme makes
assets/screenshot.png as well.
"""

import argparse
import math
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
from playwright.sync_api import Browser, Locator, expect

from app.language import _, isolate, speaking
from app.language.bidi_isolates import unmarked
from app.workspace.practice import PIN
from tests.browser import browser
from tests.journeys.house import House, copied, made_up_family
from tests.journeys.person import Somebody
from tests.photographed import photographed
from tests.shots_family_star import family_star
from tests.shots_good_lives import good_lives
from tests.shots_keys import lost_keys
from tests.shots_later import later
from tests.shots_mishaps import copy_stopped, end_missing, not_kept, only_reading, shut, torn
from tests.shots_safety_plan import safety_plan

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "build" / "shots"
SETTLED = 350
"""Milliseconds that a screen is given to fade in and load its letters before its picture is taken."""
ARRIVED = 600
"""The same after another step of the plan: the tree of a screen reader is there before the step is painted."""
DECODED = 800
"""The same where a drawing is on the screen: the browser decodes it first."""
OPENED = 1500
"""The same for the first screen: a screen reader's tree is there before anything is painted."""


CODE = "7351"

SECOND = "The very long name of a second story for all of our people"
"""As long as a tile can hold, almost."""


class Look(NamedTuple):
    """One way to see the app."""

    name: str
    width: int = 1180
    height: int = 820
    language: str = "en"
    scheme: Literal["light", "dark"] = "light"


LOOKS = (
    Look("landscape"),
    Look("long-words", language="en-XA"),
    Look("portrait", 820, 1180),
    Look("mirrored", language="ar-XB"),
    Look("phone", 390, 844),
    Look("dark", scheme="dark"),
)


MARKS = "[\u2066-\u2069]*"
"""What sets a name apart in a sentence that runs the other way (app/language/bidi_isolates.py)."""


class Tour:
    """A walk through the app that leaves a picture at each screen. Names are said in the look's language."""

    def __init__(self, browser: Browser, look: Look, house: House, first: int) -> None:
        """house: has been started."""
        self._look = look
        self.language = look.language
        self.house = house
        self._number = first
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height}, color_scheme=look.scheme, device_scale_factor=1
        )
        self.jo = Somebody(context.new_page()).comes_in(house.address())
        self.page = self.jo.page
        self.middle = look.width * 0.6
        """Across: where the sheet is, in every shape."""

    def shot(self, name: str, *, settled: int = SETTLED) -> None:
        self.page.wait_for_timeout(settled)
        self._number += 1
        self.page.screenshot(path=SHOTS / self._look.name / f"{self._number:03}-{name}.png")

    def said(self, words: str, **names: str) -> str:
        with speaking(self._look.language):
            return _(words).format(**names)

    def button(self, words: str, **names: str) -> Locator:
        """Return a button by its name in English, whatever sets a name apart in it."""
        letters = map(re.escape, unmarked(self.said(words, **names)))
        asked = re.compile(f"^{MARKS}" + "".join(letter + MARKS for letter in letters) + "$")
        return self.page.get_by_role("button", name=asked).first

    def touch(self, words: str, *, until: str = "", **names: str) -> None:
        """Touch a button. until: the button that then comes; where it does not, the screen was still moving: again."""
        for _try in range(3):
            self.button(words, **names).click()
            self.aside()
            if not until:
                return
            self.page.wait_for_timeout(4 * SETTLED)
            if self.button(until).is_visible():
                return

    def aside(self) -> None:
        """Take the pointer away: what it rests on lights up, and says its name twice."""
        self.page.mouse.move(self._look.width / 2, 3)

    def there(self, words: str, **names: str) -> None:
        """Wait for a button."""
        expect(self.button(words, **names)).to_be_visible()

    def gone(self, words: str) -> None:
        """Wait until no button of that name is there."""
        expect(self.button(words)).to_be_hidden()

    def step(self, words: str, **names: str) -> None:
        """Go to a step of the plan, whatever stands behind its name."""
        name = re.compile(re.escape(self.said(words, **names)))
        step = self.page.get_by_role("button", name=name).first
        # As a screen reader touches it: a step may be scrolled out of sight.
        step.dispatch_event("click")
        self.aside()
        expect(step).to_have_attribute("aria-current", "true")
        self.page.wait_for_timeout(ARRIVED)

    def write(self, words: str, text: str) -> None:
        self.jo.writes(self.said(words), text)

    def prove(self, pin: str = PIN) -> None:
        self.write("PIN", pin)
        self.page.keyboard.press("Enter")

    def comes_in(self) -> None:
        """Unlock the tablet, and wait for the family's own screen."""
        self.there("Unlock")
        self.page.wait_for_timeout(OPENED)
        self.prove()
        self.there("Another family")

    def opens(self, title: str) -> None:
        """Open a plan: its title was kept in the language in which it was made."""
        self.page.get_by_role("button", name=title, exact=True).first.click()
        self.aside()
        self.there("Just talk")

    def takes_back(self) -> None:
        """Have somebody give the tablet back, and open the plan again with the PIN."""
        self.touch("I'm finished")
        self.there("Go on")
        self.prove()
        self.there("Just talk")

    def copy_for(self, words: str, **names: str) -> None:
        """Make a copy, with nothing that could hurt anybody, and look it over. words: the button of whom it is for."""
        self.touch("Copy")
        self.there("Go on")
        self.prove()
        self.there(words, **names)
        self.touch(words, **names)
        if words == "Nobody in particular":
            self.there("Yes, it may reach anybody")
            self.touch("Yes, it may reach anybody")
        self.touch("No")
        self.there("Save the file")
        self.shot("papers", settled=DECODED)

    def back_home(self) -> None:
        """Leave the copy, and the plan."""
        self.touch("Back")
        self.there("Just talk")
        self.touch("Back")
        self.there("Another family")

    def below(self, name: str, pages: int = 1) -> None:
        """Take pictures of what stands below on a long sheet."""
        for n in range(pages):
            self.page.mouse.move(self.middle, 500)
            self.page.mouse.wheel(0, 560)
            self.shot(f"{name}-below-{n + 1}", settled=ARRIVED)
        self.aside()


def first_day(t: Tour) -> None:
    """A new tablet: set-up to the first family."""
    t.there("Begin")
    t.page.wait_for_timeout(OPENED)
    t.shot("set-up")
    offered = next(
        words
        for words in t.page.locator("flt-semantics-host").inner_text().splitlines()
        if re.fullmatch(r"[a-z]+( [a-z]+){3}", words.strip())
    ).strip()
    t.write("Your first name, as families know you", "Jo")
    t.write("Four words", offered)
    t.write("The same four words again", "something else")
    t.touch("Begin")
    t.page.wait_for_timeout(SETTLED)
    t.shot("set-up-not-the-same")
    field = t.jo.field(t.said("The same four words again"))
    field.click()
    t.page.wait_for_timeout(SETTLED)
    t.page.keyboard.press("Control+A")
    t.page.keyboard.type(offered, delay=10)
    t.touch("Begin")
    t.there("I have written it down")
    t.shot("spare-key")
    t.touch("I have written it down")
    t.there("Not today")
    t.shot("a-code-for-today")
    t.touch("Not today")
    t.there("New family")
    t.shot("no-family-yet")
    t.touch("New family")
    t.there("Add the family")
    t.shot("new-family")
    t.write("A nickname for the family", "The Otters")
    t.write("How old is the youngest child?", "7")
    t.touch("Add the family")
    t.there("Start: {kind}", kind=t.said("Our story"))
    t.shot("home-without-a-plan")
    t.touch("Start: {kind}", kind=t.said("Our story"))
    t.there("We draw first")
    t.shot("not-open-yet", settled=ARRIVED)
    t.touch("Ask {name} alone", name="Jo")
    t.there("I agree")
    t.shot("who-agrees", settled=ARRIVED)


def practice(t: Tour) -> None:
    """The made-up family: everything else."""
    t.there("Unlock")
    t.page.wait_for_timeout(OPENED)
    t.shot("lock")
    t.touch("Who can help")
    t.there("Back")
    t.shot("who-can-help")
    t.touch("Back")
    t.there("Unlock")
    t.write("PIN", PIN)
    t.page.keyboard.press("Enter")
    t.there("Another family")
    t.shot("home")
    t.touch("Another family")
    t.there("Go on")
    t.shot("the-pin-again")
    t.prove()
    t.there("New family")
    t.shot("families")
    for name, words in (("dates", "Next dates"), ("promises", "My promises"), ("copies", "Copies")):
        # A count stands behind the name of a list that has lines.
        t.page.get_by_role("button", name=re.compile(rf"^{re.escape(t.said(words))}")).first.click()
        t.aside()
        t.shot(f"office-{name}")
    t.touch("Families")
    t.there("New family")
    t.touch("More about {title}", title="The Otters")
    t.there("Close this family")
    t.shot("one-family")
    t.touch("Close this family", until="Keep it open")
    t.shot("closing-a-family")
    t.touch("Keep it open")
    t.there("Close this family")
    t.touch("Back")
    t.there("New family")
    t.touch("Back")
    t.there("Another family")
    plan(t)
    pad(t)
    copy(t)
    faces(t)
    own(t)
    t.touch("Back")
    t.there("Another family")
    about(t)
    safe(t)


def story(t: Tour) -> None:
    """Open the plan: its title was kept in the language in which it was made."""
    t.page.get_by_role("button", name="Our story", exact=True).first.click()
    t.aside()


def plan(t: Tour) -> None:
    story(t)
    t.there("Just talk")
    t.step("Our family")
    t.shot("plan", settled=DECODED)
    t.touch("{name} said this. Move it to somebody else.", name="Nan")
    t.there("Not now")
    t.shot("who-said-this", settled=ARRIVED)
    t.touch("Not now")
    t.gone("Not now")
    t.touch("Just talk")
    t.there("Write again")
    t.shot("talking", settled=DECODED)
    t.touch("Write again")
    t.there("Just talk")
    book(t)
    t.touch("Pages")
    t.there("Done")
    t.shot("pages", settled=ARRIVED)
    t.touch("What happened then?")
    t.gone("Done")
    t.shot("an-empty-page", settled=ARRIVED)
    t.touch("Somebody new")
    t.there("Add")
    t.shot("somebody-new", settled=ARRIVED)
    t.touch("Not now")
    t.gone("Not now")
    t.step("What happened then?")
    t.shot("three-sayings", settled=DECODED)
    t.step("What are they worried about?")
    t.shot("one-hint", settled=DECODED)
    t.step("What happens next?")
    t.jo.writes(t.said("{name} says", name=isolate("Mum", t.language)), " Soon.")
    t.there("It still fits")
    t.shot("words-changed", settled=DECODED)
    t.touch("Set-up sheet")
    t.there("Go on")
    t.shot("set-up-sheet-asks")
    t.prove()
    t.there("Close the set-up sheet")
    t.step("Leave out")
    t.shot("set-up-sheet")
    t.step("How far we are")
    t.shot("how-far")
    t.touch("Close the set-up sheet")


def book(t: Tour) -> None:
    """Read together: the title, two pages and the last one."""
    t.touch("Read together")
    t.there("The next page")
    t.shot("book-title", settled=DECODED)
    t.touch("The next page")
    t.there("The page before")
    t.shot("book-page", settled=DECODED)
    for _page in range(3):
        t.page.keyboard.press("PageDown")
        t.page.wait_for_timeout(SETTLED)
    t.shot("book-many-words", settled=DECODED)
    t.page.keyboard.press("End")
    t.there("Close the book")
    t.shot("book-end", settled=ARRIVED)
    t.touch("Close the book")
    t.there("Just talk")


def own(t: Tour) -> None:
    story(t)
    t.there("Just talk")
    t.step("My pages")
    t.touch("A page of {name}'s own", name="Mia")
    t.there("What {name} already has here", name="Mia")
    t.shot("own-pages")
    t.touch("What {name} already has here", name="Mia")
    t.there("Go on")
    t.prove()
    t.touch("My page")
    t.there("Open this page")
    t.shot("own-page-shut")
    t.touch("Open this page")
    t.page.wait_for_timeout(SETTLED)
    t.shot("own-page-open")
    t.touch("People I choose")
    t.page.wait_for_timeout(SETTLED)
    t.shot("own-page-people")


def pad(t: Tour) -> None:
    t.step("Our family")
    t.touch("Draw", until="I'm finished")
    t.shot("pad-drawing")
    t.page.get_by_role("button", name=t.said("Colour: {name}", name=t.said("Black")), exact=True).click()
    t.there("Done")
    t.shot("pad-colours")
    t.touch("Done")
    t.touch("Stickers")
    t.there("A dog")
    t.shot("pad-stickers", settled=DECODED)
    t.touch("A dog")
    t.there("Larger")
    t.touch("Turn left")
    t.shot("pad-sticker-in-hand", settled=DECODED)
    t.touch("Leave it there")
    t.touch("Show it larger")
    t.shot("pad-larger", settled=DECODED)
    t.touch("Show it smaller")
    t.touch("A photo")
    t.there("Choose a photo")
    t.shot("pad-photo")
    with t.page.expect_file_chooser() as chosen:
        t.touch("Choose a photo")
    chosen.value.set_files(files=[{"name": "drawing.jpg", "mimeType": "image/jpeg", "buffer": photographed()}])
    t.there("Put it on the page")
    t.touch("Make the paper white")
    t.shot("pad-photo-chosen", settled=DECODED)
    t.touch("Put it on the page")
    t.there("Larger")
    t.shot("pad-photo-in-hand", settled=DECODED)
    t.touch("Leave it there")
    t.shot("pad-with-all", settled=DECODED)
    t.touch("Turn the page round")
    t.page.wait_for_timeout(SETTLED)
    t.shot("pad-turned")
    t.touch("Turn the page round")
    t.page.wait_for_timeout(SETTLED)
    t.touch("More")
    t.there("Clear the page")
    t.shot("pad-more")
    t.touch("Clear the page")
    t.there("Keep it")
    t.shot("pad-clear")
    t.touch("Keep it")
    t.touch("I'm finished")
    t.there("Just talk")
    t.touch("Back")
    t.there("Another family")
    t.touch("Draw", until="I'm finished")
    t.shot("pad-empty")
    t.jo.paper = t.page.get_by_role("img", name=t.said("The page that you draw on"))
    t.jo.draws([(0.2 + n / 20, 0.4 + (n % 3) / 10) for n in range(10)])
    expect(t.button("Undo")).to_be_enabled()
    t.touch("Have a break")
    t.there("More")
    t.shot("pad-on-a-break", settled=DECODED)
    t.touch("More")
    t.write("PIN", PIN)
    t.page.keyboard.press("Enter")
    t.there("Go on with the page")
    t.shot("pad-waits")
    t.touch("Go on with the page", until="I'm finished")
    t.touch("I'm finished")
    t.prove()
    t.there("Drawings")
    t.shot("home-with-drawings")
    t.touch("Drawings")
    t.prove()
    t.there("Put it in a story")
    t.touch("Put it in a story")
    t.page.wait_for_timeout(SETTLED)
    t.touch("Give {name} a name", name=t.said("Drawing {number}", number="1"))
    t.there("Use this name")
    t.shot("drawings")
    t.touch("Back")
    t.there("Another family")


def faces(t: Tour) -> None:
    """A sticker for one, a drawing for another, and where they then are."""
    story(t)
    t.there("Just talk")
    t.step("Our family")
    t.touch("Choose a face")
    t.touch("A face for {name}", name="Nan")
    t.touch("A grandma")
    t.shot("faces", settled=DECODED)
    t.touch("A face for {name}", name="Mia")
    t.touch("Draw it", until="I'm finished")
    t.jo.paper = t.page.get_by_role("img", name=t.said("The page that you draw on"))
    t.jo.draws([(0.5 + math.sin(n / 3) / 5, 0.5 - math.cos(n / 3) / 4) for n in range(20)])
    for across in (0.42, 0.58):
        t.jo.draws([(across, 0.42 + n / 100) for n in range(4)])
    t.jo.draws([(0.4 + n / 50, 0.6 + 0.05 * math.sin(n / 10 * math.pi)) for n in range(11)])
    t.shot("face-drawn", settled=DECODED)
    t.touch("I'm finished")
    t.prove()
    t.there("Just talk")
    t.shot("plan-with-faces", settled=DECODED)
    t.touch("Choose a face")
    t.touch("A face for {name}", name="Mia")
    t.shot("faces-one-drawn", settled=DECODED)
    t.touch("Done")
    t.touch("Back")
    t.there("Another family")


def copy(t: Tour) -> None:
    story(t)
    t.there("Copy")
    t.touch("Copy")
    t.there("Go on")
    t.shot("copy-pin")
    t.prove()
    t.there("For {name}", name="Nan")
    t.shot("copy-for-whom")
    t.touch("Nobody in particular")
    t.there("No, choose somebody")
    t.shot("copy-your-word")
    t.touch("No, choose somebody")
    t.touch("For {name}", name="Mr Bell")
    t.there("The worker's page about copies")
    t.shot("copy-not-yet")
    t.touch("The worker's page about copies")
    t.there("Go on")
    t.prove()
    t.page.get_by_role("button", name=re.compile(re.escape(t.said("Must not have one")))).first.wait_for()
    t.shot("who-may-hold", settled=DECODED)
    t.touch("Back")
    t.there("Go on")
    t.prove()
    t.there("For {name}", name="Nan")
    t.touch("For {name}", name="Nan")
    t.there("Not sure")
    t.shot("copy-is-it-safe")
    t.touch("Not sure")
    t.there("Back to the question")
    t.shot("copy-none-is-made")
    t.touch("Make the office's copy")
    t.there("Look it over")
    t.shot("copy-office")
    t.touch("Back")
    t.there("Just talk")
    t.touch("Copy")
    t.there("Go on")
    t.prove()
    t.touch("For {name}", name="Nan")
    t.touch("No")
    t.there("Save the file")
    t.shot("copy-preview")
    t.touch("Four to a page")
    t.page.wait_for_timeout(ARRIVED)
    t.there("Save the file")
    t.shot("copy-preview-four", settled=DECODED)
    t.touch("Back")
    t.there("Just talk")
    t.touch("Back")
    t.there("Another family")


def about(t: Tour) -> None:
    """A plan as a whole: its name, its next date, another like it, the bin."""
    t.touch("More about {title}", title="Our story")
    t.there("Use this name")
    t.shot("about-a-plan")
    t.touch("In one week")
    t.there("No date")
    t.touch("Another day")
    t.there("The month after")
    t.shot("another-day", settled=ARRIVED)
    t.touch("Make another like it")
    t.page.wait_for_timeout(2 * ARRIVED)
    field = t.jo.field(t.said("Its name"))
    field.click()
    t.page.wait_for_timeout(SETTLED)
    t.page.keyboard.press("Control+A")
    t.page.keyboard.type(SECOND, delay=10)
    t.touch("Use this name")
    t.page.wait_for_timeout(ARRIVED)
    t.shot("another-like-it")
    t.touch("Back")
    t.there("Another family")
    t.shot("home-with-a-date")
    t.touch("More about {title}", title=SECOND)
    t.touch("Put it in the bin")
    t.there("Keep it here")
    t.shot("bin-asks", settled=ARRIVED)
    t.prove()
    t.there("Another family")
    t.shot("home-after-the-bin")
    t.touch("Another family")
    t.prove()
    t.touch("The bin")
    t.there("Take it out of the bin")
    t.touch("Delete for ever now")
    t.there("Keep it in the bin")
    t.shot("the-bin", settled=ARRIVED)
    t.touch("Back")
    t.there("New family")
    t.touch("Back")
    t.there("Another family")


def safe(t: Tour) -> None:
    """Who else is in the room: what is hidden, handed over, left to the family, and chosen for all that."""
    t.touch("Keep it safe")
    t.there("Go on")
    t.prove()
    t.there("Keep these numbers")
    t.shot("keep-it-safe")
    t.touch("Back")
    t.there("Another family")
    story(t)
    t.there("Just talk")
    t.step("Our family")
    t.touch("Change who can see it")
    t.there("People I choose")
    t.shot("who-can-see", settled=DECODED)
    t.touch("Give it to somebody to write")
    t.there("Not now")
    t.page.get_by_role("button", name="Nan", exact=True).last.click()
    t.there("I'm finished")
    t.shot("nan-writes", settled=ARRIVED)
    t.touch("I'm finished")
    t.there("Go on")
    t.shot("handed-back")
    t.prove()
    t.there("Private family time")
    t.touch("Private family time")
    t.there("Begin")
    t.write("The family's code", CODE)
    t.write("The same four numbers again", CODE)
    t.shot("private-family-time")
    t.touch("Begin")
    t.there("Give it back")
    t.shot("family-alone", settled=DECODED)
    t.touch("Give it back")
    t.there("Not yet")
    t.shot("give-it-back", settled=ARRIVED)
    t.touch("Not yet")
    t.gone("Not yet")
    t.touch("Hide")
    t.there("More")
    t.shot("hidden")
    t.touch("More")
    t.there("Unlock")
    t.shot("hidden-the-way-back")
    t.touch("Use the PIN")
    t.write("PIN", PIN)
    t.page.keyboard.press("Enter")
    t.there("The family's code is lost")
    t.shot("family-has-it")


class Walk(NamedTuple):
    """A walk through the app, and what it needs."""

    first: int
    """The number of the picture before its first."""
    walk: Callable[[Tour], None]
    before: Callable[[Path], None] = lambda folder: None
    """What happens to the folder of plans before the app is started on it."""
    stops: bool = False
    """Whether every copy is stopped."""


WALKS = {
    "first-day": Walk(0, first_day),
    "practice": Walk(10, practice),
    "safety-plan": Walk(100, safety_plan),
    "family-star": Walk(150, family_star),
    "good-lives": Walk(200, good_lives),
    "later-visits": Walk(250, later),
    "keys": Walk(300, lost_keys),
    "not-kept": Walk(330, not_kept),
    "only-reading": Walk(360, only_reading, before=shut),
    "end-missing": Walk(370, end_missing, before=torn),
    "copy-stopped": Walk(380, copy_stopped, stops=True),
}


def look_at(look: Look, family: Path, walks: Sequence[str]) -> str:
    """Walk through the app in one look, so many of WALKS. Returns what to say about it."""
    (SHOTS / look.name).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser() as opened:
        for name in walks:
            asked = WALKS[name]
            data = Path(folder) / name
            if asked.walk is not first_day:
                asked.before(copied(family, data))
            house = House(data, language=look.language, stops=asked.stops)
            try:
                tour = Tour(opened, look, house.start(), asked.first)
                try:
                    asked.walk(tour)
                except Exception:
                    tour.shot("where-it-stopped")
                    raise
            finally:
                house.stop()
    return f"{look.name}: {len(list((SHOTS / look.name).iterdir()))} pictures"


def paper(family: Path) -> str:
    """The pages of a copy, as pictures."""
    to = SHOTS / "paper"
    to.mkdir(parents=True, exist_ok=True)
    house = House(family)
    house.ask("export", house.plan(), "--out", str(to / "copy.pdf"), "--for", "Nan")
    with pypdfium2.PdfDocument(to / "copy.pdf") as document:
        for n, page in enumerate(document, start=1):
            page.render(scale=1.2).to_pil().save(to / f"{n:02}.png")
        return f"paper: {len(document)} pages"


def main() -> int:
    """Take the pictures, two looks at a time. Returns 1 where a walk did not come to its end."""
    reader = argparse.ArgumentParser(description="Pictures of every screen, into build/shots.")
    reader.add_argument("--readme", action="store_true", help="the README's screenshot as well")
    reader.add_argument(
        "--only",
        metavar="LOOK",
        choices=[look.name for look in LOOKS],
        help="this look only; more than once, these",
        action="append",
    )
    reader.add_argument("--walk", metavar="WALK", choices=list(WALKS), help="the same for a walk", action="append")
    asked = reader.parse_args()
    walks = [name for name in WALKS if asked.walk is None or name in asked.walk]
    looks = [look for look in LOOKS if asked.only is None or look.name in asked.only]
    for look in looks:
        shutil.rmtree(SHOTS / look.name, ignore_errors=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        family = made_up_family(Path(folder) / "otters")
        shutil.rmtree(SHOTS / "paper", ignore_errors=True)
        done = [pool.submit(look_at, look, family, walks) for look in looks]
        print(paper(copied(family, Path(folder) / "paper")), flush=True)
        for look, one in zip(looks, done, strict=True):
            fault = one.exception()
            if fault is None:
                print(one.result(), flush=True)
            else:
                failed += 1
                print(f"{look.name} stopped on the way: {str(fault).splitlines()[0]}", file=sys.stderr)
    if asked.readme:
        shutil.copy(next((SHOTS / "landscape").glob("*-plan.png")), ROOT / "assets" / "screenshot.png")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
