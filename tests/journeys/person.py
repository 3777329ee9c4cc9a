"""Somebody at the tablet: sees what the screen says, touches what has a name, writes, draws. Counts the touches."""

import io
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from playwright.sync_api import CDPSession, ConsoleMessage, Locator, Page, Request, WebSocket, expect

from app.workspace.practice import PIN
from tests.patience import MILLISECONDS, PATIENCE

Spot = tuple[float, float]
"""A place on the drawing page: how far across and how far down, 0 to 1."""

Hand = Literal["mouse", "finger", "pen"]

expect.set_options(timeout=MILLISECONDS)
AGAIN = 7_500
"""Milliseconds after which somebody touches again where nothing came of it: only a touch that was lost takes them."""

KEYBOARD = 250
"""Milliseconds that Flutter may take to give a touched field the keyboard, before it is touched again."""
TRIES = round(MILLISECONDS / AGAIN)

ANSWERED = 2_000
"""Milliseconds that the app has for an answer to a touch before the next; there are touches that change nothing."""

STILL = 4
"""Times five frames, after which what has not moved is taken to stand."""

LETTER = 8
"""Milliseconds between two letters."""
FRAMES = "new Promise(done => { let n = 5; const next = () => n-- ? requestAnimationFrame(next) : done(); next(); })"
"""Flutter hears what is typed into a field some frames after it has the keyboard. No person is that fast."""

IN_SIGHT = """thing => {
    const box = thing.getBoundingClientRect();
    const within = (left, top, right, bottom) =>
        box.left >= left - 1 && box.top >= top - 1 && box.right <= right + 1 && box.bottom <= bottom + 1;
    for (let above = thing.parentElement; above; above = above.parentElement) {
        const edge = above.getBoundingClientRect();
        const cuts = getComputedStyle(above).overflow !== "visible";
        if (cuts && edge.width && !within(edge.left, edge.top, edge.right, edge.bottom)) return false;
    }
    return within(0, 0, innerWidth, innerHeight);
}"""
"""Whether all of a thing is in sight: inside of what scrolls, and inside of the window."""

ASKS_FOR_THE_TREE = """new MutationObserver((_changes, watch) => {
    const asks = document.querySelector("flt-semantics-placeholder");
    if (asks) { watch.disconnect(); asks.click(); }
}).observe(document, {childList: true, subtree: true})"""
"""As a screen reader does: as soon as Flutter can be asked to, before any field can take the keyboard."""

NOT_OURS = ("rive_native", "Password field is not contained in a form", "Flutter app loaded", "CPU-only rendering")
"""What Flutter's own code writes into the console; the first is the script that our content policy stops, the last
what painting without a graphics card comes to."""


class Somebody:
    """A person with one tab of a browser."""

    def __init__(self, page: Page, *, touches: bool = False) -> None:
        """touches: whether the screen is touched, not pointed at with a mouse, where that is a difference."""
        self.page = page
        self.count = 0
        self.complaints: list[str] = []
        self.went_out: list[str] = []
        self.paper = page.get_by_role("img", name="The page that you draw on")
        self._letters_told = 0
        self._touches_told = 0
        self._line: WebSocket | None = None
        self._answered = True
        self._at_rest = True
        self._with_finger = touches
        self._cdp: CDPSession | None = None
        page.set_default_timeout(MILLISECONDS)
        page.add_init_script(ASKS_FOR_THE_TREE)
        page.on("websocket", self._line_opens)
        page.on("console", self._heard)
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.on("requestfinished", self._asked)
        page.on("requestfailed", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(known in message.text for known in NOT_OURS):
            self.complaints.append(f"{message.text} {message.location['url']}")

    def _line_opens(self, line: WebSocket) -> None:
        self._letters_told = 0
        self._answered = self._at_rest = True
        self._line = line
        line.on("framesent", self._told)
        line.on("framereceived", self._hears_back)
        line.on("close", self._line_ends)

    def _line_ends(self, line: WebSocket) -> None:
        if line is self._line:  # After a reload the line before may end later than the new one has opened.
            self._line = None

    def _told(self, frame: str | bytes) -> None:
        letters = frame.count(b"\xa6change") if isinstance(frame, bytes) else 0
        self._letters_told += letters
        touches = frame.count(b"\xa5click") if isinstance(frame, bytes) else 0
        self._touches_told += letters + touches
        self._answered = self._answered and not letters
        self._at_rest = self._at_rest and not (letters or touches)

    def _hears_back(self, _frame: str | bytes) -> None:
        self._answered = self._at_rest = True

    def _asked(self, request: Request) -> None:
        ours = ("http://127.0.0.1:", "data:", "blob:")
        if not request.url.startswith(ours) and request.failure != "csp":
            self.went_out.append(request.url)

    # --- Coming in -------------------------------------------------------------------------------

    def comes_in(self, address: str) -> "Somebody":
        """Open the app, and have Flutter build the tree that a screen reader meets."""
        self.page.goto(address)
        return self._has_the_tree_built()

    def is_brought_back(self) -> "Somebody":
        """Wait until a page that had lost the program has come back by itself, to the lock."""
        self._has_the_tree_built()
        expect(self.button("Unlock")).to_be_visible()
        return self

    def _has_the_tree_built(self) -> "Somebody":
        for _attempt in range(TRIES):
            expect(self.page.get_by_role("button").first).to_be_attached(timeout=MILLISECONDS)
            # A field that took the keyboard before this tree was there keeps it for good, outside of the tree.
            if not self.page.evaluate("!!document.activeElement?.closest('flt-text-editing-host')"):
                return self
            self.page.reload()
        raise AssertionError("the screen reader's tree did not get the keyboard")

    def unlocks(self, pin: str = PIN) -> "Somebody":
        """Type the PIN at the lock, and wait for today's family. The touches are counted from here."""
        self.comes_back(self.button("Lock"), pin)
        self.count = 0
        return self

    def comes_back(self, to: Locator, pin: str = PIN) -> None:
        """Type the PIN at the lock, which leads back to where somebody was. to: what is seen there."""
        self.writes("PIN", pin)
        for _attempt in range(TRIES):
            # On a busy machine Flutter hears Enter later than the browser shows letters, or not at all.
            if self.button("Unlock").count():
                self.page.keyboard.press("Enter")
            try:
                expect(to).to_be_visible(timeout=AGAIN)
            except AssertionError:
                continue
            return
        raise AssertionError("the PIN did not open it")

    def gives_back(self, to: Locator, pin: str = PIN, *, called: str = "PIN") -> None:
        """Say "I'm finished" on a page that was handed over, and have the worker type the PIN. to: what comes then."""
        self.touch("I'm finished")
        self.sees("Thank you")
        self.proves(pin, called=called)
        expect(to).to_be_visible()

    def proves(self, pin: str = PIN, *, called: str = "PIN") -> None:
        """Type the PIN again, where something asks for it (in a House that asks each time). called: its field."""
        self.writes(called, pin)
        self.page.keyboard.press("Enter")

    def lets_hold_a_copy(self, *names: str) -> None:
        """From a plan: of these people, of whom nobody has decided, say on the worker's own page that they may."""
        self.touch("Copy")
        self.proves()
        self.touch(f"For {names[0]}")
        self.sees(f"There is no copy for {names[0]} yet.")
        self.touch("The worker's page about copies")
        self.proves()
        self.sees(f"No copy is made for {names[0]} yet: you have not decided.")
        for name in names:
            chosen = self.button(f"{name}: May hold one")
            self.touch(f"{name}: May hold one")
            expect(chosen).to_have_attribute("aria-current", "true")
        self.touch("Back")
        self.proves()
        self.sees("Who is this copy for?")
        self.touch("Back")
        expect(self.button("Copy")).to_be_visible()

    def loses_the_server(self) -> None:
        """The app has been killed: close the tab, and do not mind what the browser said about that."""
        self.page.close()
        self.minds_no_lost_line()

    def minds_no_lost_line(self) -> None:
        """Do not mind what the browser said while the app was gone."""
        gone = ("WebSocket", "ERR_CONNECTION", "ERR_SOCKET", "ERR_CONTENT_LENGTH_MISMATCH")
        self.complaints = [c for c in self.complaints if not any(word in c for word in gone)]

    def second_tab(self, door: str) -> "Somebody":
        """Open a second tab of the same browser."""
        return Somebody(self.page.context.new_page(), touches=self._with_finger).comes_in(door)

    def comes_to_the_front(self) -> None:
        """Look at this tab again: a browser draws only the one in front."""
        self.page.bring_to_front()

    # --- Seeing ----------------------------------------------------------------------------------

    def button(self, name: str, *, exact: bool = True) -> Locator:
        """Return the button of that name."""
        return self.page.get_by_role("button", name=name, exact=exact)

    def field(self, name: str, *, nth: int = 0, every: bool = False) -> Locator:
        """Return the nth field of that name, or all; a hint stands behind the name for as long as it is empty."""
        found = self.page.get_by_role("textbox", name=re.compile(rf"^{re.escape(name)}(\s|$)"))
        return found if every else found.nth(nth)

    def sees(self, words: str) -> None:
        """Wait for a sentence, a heading or a button's name: where it is a page's only one, it is the page's name."""
        alone = self.page.get_by_role("group", name=words, exact=True)
        expect(self.page.get_by_text(words, exact=True).or_(alone).first).to_be_visible()

    def hears(self, words: str) -> None:
        """Wait for a sentence that a screen reader is told with what stands round it, as a dialog's name."""
        expect(self.around(words)).to_be_visible()

    def around(self, words: str) -> Locator:
        """Return what a screen reader tells with a sentence: the dialog that has it for its name."""
        return self.page.get_by_role("group", name=words).first

    def reads(self, field: str) -> list[str]:
        """Touch each field of that name in turn, and return what stands in them.

        Flutter tells the browser what is in a field only when it is touched.
        """
        found: list[str] = []
        for n in range(self.field(field, every=True).count()):
            self._into(self.field(field, nth=n))
            found.append(self.field(field, nth=n).input_value())
        return found

    def sees_in_a_field(self, field: str, words: str) -> None:
        """Wait until words stand in a field of that name."""
        self.waits_for(lambda: words in self.reads(field), f"words in a field named {field}")

    def does_not_see(self, words: str) -> None:
        """Make sure that words are nowhere on the screen, in fields neither."""
        page = self.page.locator("body")
        assert words not in page.inner_text()
        for name in {f.get_attribute("aria-label") or "" for f in page.locator("input, textarea").all()}:
            assert words not in " ".join(self.reads(name))

    def waits_for(self, come: Callable[[], bool], what: str) -> None:
        """Wait until something has come."""
        assert self._comes(come), f"waited in vain for {what}"

    def _comes(self, come: Callable[[], bool], milliseconds: int = MILLISECONDS) -> bool:
        end = time.monotonic() + milliseconds / 1000
        while not (there := come()) and time.monotonic() < end:
            self.page.wait_for_timeout(20)
        return there

    def knows_it_saved(self) -> None:
        """Wait until the screen says that everything is on the disk."""
        # Until the last letter has arrived and is answered, it still says so of the words before.
        self.page.evaluate(FRAMES)
        self.waits_for(lambda: self._answered, "an answer to the last letter")
        expect(self.page.get_by_text("Saved", exact=True).first).to_be_visible()

    def picture(self, of: Locator | None = None) -> Image.Image:
        """Return what the screen, or a part of it, looks like."""
        box = of.bounding_box() if of is not None else None
        clip = {k: box[k] for k in ("x", "y", "width", "height")} if box else None
        return Image.open(io.BytesIO(self.page.screenshot(clip=clip))).convert("RGB")  # type: ignore[arg-type]

    # --- Touching and writing --------------------------------------------------------------------

    def touch(self, name: str, *, exact: bool = True, nth: int = 0) -> None:
        """Touch the button of that name; the nth of them, from 0, or the last (-1)."""
        self.count += 1
        self._is_heard(self.button(name, exact=exact).nth(nth))

    def touch_until(self, name: str, come: Locator) -> None:
        """Touch the button of that name, and again where nothing comes of it, as a person does.

        On a busy machine a button that is drawn anew while the finger is on it does not answer.
        """
        for _attempt in range(TRIES):
            if self.button(name).count():
                self.touch(name)
            try:
                expect(come).to_be_visible(timeout=AGAIN)
            except AssertionError:
                continue
            return
        raise AssertionError(f"nothing came of {name}")

    def _is_heard(self, button: Locator) -> None:
        """Touch a button, and again where the app was told of no touch.

        On a busy machine Flutter drops one that comes as the screen is drawn anew below the finger.
        """
        for _attempt in range(TRIES):
            told = self._touches_told
            self._press(button)
            if self._comes(lambda told=told: self._touches_told > told or self._line is None, AGAIN):  # type: ignore[misc]
                return
        raise AssertionError(f"nobody hears a touch of {button}")

    def _press(self, target: Locator) -> None:
        """Press where something stands, once the screen has come to rest after the touch before.

        Else it moves away below the finger, which then meets what comes there.
        """
        self._comes(lambda: self._at_rest or self._line is None, ANSWERED)
        self._scrolls_to(target)
        self._stands_still(target)
        target.tap() if self._with_finger else target.click()

    def _scrolls_to(self, target: Locator) -> None:
        """Turn the wheel until something is all in sight, as a person does.

        Left to itself, Playwright moves what a screen reader is told; Flutter moves what is seen some frames after
        that, and until then a touch meets what was in that place before.
        """
        size = self.page.viewport_size
        assert size is not None
        # Measured: where a dot of the screen is two of the page, Flutter turns four times as far as the wheel says.
        dots = float(self.page.evaluate("devicePixelRatio ** 2"))
        for attempt in range(TRIES):
            box = target.bounding_box()
            if box is None or target.evaluate(IN_SIGHT):
                return
            across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            # In the middle: what stands above and below there does not turn.
            high = min(max(down, size["height"] * 0.4), size["height"] * 0.6)
            self.page.mouse.move(min(max(across, 1), size["width"] - 1), high)
            # Less each time: what would turn too far turns back.
            turn = dots * 0.8**attempt
            aside = across - size["width"] / 2 if not 0 < across < size["width"] else 0
            upwards = down - size["height"] / 2
            if not aside and abs(upwards) < 1:
                return  # It is in the middle already, and something cuts it off there.
            self.page.mouse.wheel(aside * turn, upwards * turn)
            for _frames in range(STILL):
                self.page.evaluate(FRAMES)
                if target.bounding_box() != box:
                    break
            else:
                return  # Nothing turns here, and Playwright may try.
            self._stands_still(target)

    def _stands_still(self, target: Locator) -> None:
        before = None
        while (now := target.bounding_box()) != before:
            before = now
            self.page.evaluate(FRAMES)

    def writes(self, field: str, words: str, *, nth: int = 0, pasted: bool = False) -> None:
        """Touch a field and write in it, behind what is there. Not counted: "typing apart". pasted: all at once.

        Once in some hundred times Flutter loses hold of the first field of a page while it builds its tree for screen
        readers: the browser has the letters, and Flutter hears none. Then the page is loaded again, as anybody would.
        """
        target = self.field(field, nth=nth)
        for _attempt in range(TRIES):
            self._into(target)
            told = self._letters_told
            self.page.keyboard.insert_text(words) if pasted else self.writes_on(target, words)
            if not words or self._comes(lambda told=told: self._letters_told > told, 4 * AGAIN):  # type: ignore[misc]
                return
            self.page.reload()
            self._has_the_tree_built()
        raise AssertionError("nobody hears what is written")

    def writes_anew(self, field: str, words: str) -> None:
        """Touch a field, and write in it instead of what is there."""
        target = self.field(field)
        self._into(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)
        self.waits_for(lambda: target.input_value() == words, f"{words!r} in the field")

    def writes_on(self, target: Locator, words: str, *, letters: bool = False) -> None:
        """Write more in the field that has the keyboard, behind what is there: word by word, as a tablet's own
        keyboard puts them in that guesses them; or letter by letter, as a secret always is.

        As Flutter moves the tree that a screen reader meets (a line comes above the field), the browser can take
        the keyboard from the field: no letter of what was written is gone then, but the rest lands nowhere until
        the field is touched again, as anybody would. That touch lands in the middle of the words, and End alone
        goes to the end of that line of the field, not of the words.
        """
        whole = target.input_value() + words
        self.page.keyboard.press("Control+End")
        self._types(target, words, letters)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            there = target.input_value()
            if there.lower() == whole.lower():
                return
            assert whole.lower().startswith(there.lower()), f"{there!r} is not the beginning of {whole!r}"
            self.page.wait_for_timeout(50)
            if not self._has_the_keyboard(target):
                self._into(target)
                self.page.keyboard.press("Control+End")
                self._types(target, whole[len(target.input_value()) :], letters)
        raise AssertionError(f"the field has {target.input_value()!r}, not {whole!r}")

    def _types(self, target: Locator, words: str, letters: bool) -> None:
        if letters or target.get_attribute("type") == "password":
            self.page.keyboard.type(words, delay=LETTER)
            return
        for word in re.findall(r"\s*\S+\s*?", words):
            self.page.keyboard.insert_text(word)
            self.page.wait_for_timeout(2 * LETTER)

    def _into(self, target: Locator) -> None:
        """Touch a field until it has the keyboard: on a busy machine a screen may still be moving below the finger."""
        for attempt in range(TRIES):
            self._press(target)
            for _look in range(5):
                self.page.wait_for_timeout(KEYBOARD * (1 + attempt) / 5)
                if self._has_the_keyboard(target):
                    self.page.evaluate(FRAMES)
                    return
        raise AssertionError("the field did not take the keyboard")

    @staticmethod
    def _has_the_keyboard(field: Locator) -> bool:
        return bool(field.evaluate("field => field === document.activeElement"))

    def goes_to(self, step: str) -> None:
        """Touch one of the plan's steps."""
        self.count += 1
        name = re.compile(rf"^{re.escape(step)}(, (somebody spoke here|private|words changed since the drawing))?$")
        self._is_heard(self.page.get_by_role("button", name=name).first)

    def opens_own_page(self, name: str, page: str = "My page", *, step: str = "My pages") -> None:
        """Go to a page of somebody's own: behind one step, their face and the PIN."""
        self.goes_to(step)
        self.touch(f"A page of {name}'s own")
        self.touch(f"What {name} already has here")
        self.proves()
        self.touch(page)

    def goes_home(self) -> None:
        """Leave for today's family."""
        self.touch("Back")
        expect(self.button("Another family")).to_be_visible()

    def has_speak(self, name: str) -> None:
        """Touch a face: now this person speaks."""
        self.touch(f"{name} speaks")
        expect(self.field(f"{name} says").last).to_be_visible()

    def begins_for_all(self, title: str) -> None:
        """Start another plan of a kind that is there: the whole family's."""
        self.touch(f"Start another: {title}")
        self.sees("Whose is it?")
        self.touch("For all of us")

    def joined_by(self, name: str) -> None:
        """Somebody of the family who does not stand in this plan yet is here too, and speaks."""
        self.touch("Somebody new")
        self.hears("Who else is here?")
        self.touch(name)
        expect(self.button(f"{name} speaks")).to_be_visible()

    def adds(self, name: str, role: str) -> None:
        """Add somebody who speaks for the first time."""
        self.touch("Somebody new")
        # A dialog's parts come one by one: which of the two it is tells what is in it, not what is missing yet.
        others = self.around("Who else is here?")
        expect(self.field("Name, as the child says it").or_(others)).to_be_visible()
        if others.count():  # There are others of the family to choose from.
            self.touch("Somebody new", nth=-1)
        self.writes("Name, as the child says it", name)
        self.touch(role)
        self.touch("Add")
        expect(self.field(f"{name} says").last).to_be_visible()

    # --- Drawing ---------------------------------------------------------------------------------

    def opens_to_draw(self, step: str) -> None:
        """Go to a page of the story, and open it on the pad."""
        self.touch("Our story")
        self.goes_to(step)
        expect(self.page.get_by_role("button", name=step)).to_have_attribute("aria-current", "true")
        self.touch("Draw")
        expect(self.paper).to_be_visible()

    def draws(self, spots: Sequence[Spot], hand: Hand = "mouse") -> None:
        """Draw one stroke through these places."""
        self.count += 1
        at = self._on_paper(spots)
        if hand == "mouse":
            self.pen_down(at[0])
            for x, y in at[1:]:
                self.page.mouse.move(x, y)
            self.page.mouse.up()
        elif hand == "pen":
            self._pen("mousePressed", at[0])
            for spot in at[1:]:
                self._pen("mouseMoved", spot)
            self._pen("mouseReleased", at[-1])
        else:
            self.moves_a_finger(at)

    def moves_a_finger(self, spots: Sequence[Spot]) -> None:
        """Put a finger down at the first of these places on the screen, and move it to the others."""
        self._finger("touchStart", [spots[0]])
        for spot in spots[1:]:
            self._finger("touchMove", [spot])
        self._finger("touchEnd", [])

    def spreads(self, one: tuple[Spot, Spot], other: tuple[Spot, Spot]) -> None:
        """Put two fingers on the page, move each from its first place to its second, and lift both."""
        self.count += 1
        (a, b), (c, d) = self._on_paper(one), self._on_paper(other)
        self._finger("touchStart", [a])
        self._finger("touchStart", [a, c])
        for n in range(1, 9):
            part = n / 8
            between = [(p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part) for p, q in ((a, b), (c, d))]
            self._finger("touchMove", between)
        self._finger("touchEnd", [])

    def takes(self, tool: str) -> None:
        """Take a tool, and see it in hand.

        Flutter holds back what comes in the same moment as a touch of a button, and then tells of it all at once.
        """
        self.touch(tool)
        expect(self.button(tool)).to_have_attribute("aria-current", "true")

    def picks(self, colour: str) -> None:
        """Choose a colour."""
        self.touch("Colour:", exact=False)
        # The last ones used are beside the page too, until the box is open.
        expect(self.button("Thick line")).to_be_visible()
        self.touch(colour)
        expect(self.button(f"Colour: {colour}")).to_be_visible()

    def sizes(self, size: str) -> None:
        """Choose how thick the line is."""
        self.touch("Colour:", exact=False)
        self.touch(size)
        self.touch("Done")

    def clears(self) -> None:
        """Clear the page. A touch in the moment after the question came is not heeded, so it may take another."""
        self.touch("More")
        self.touch("Clear the page")
        answer = self.button("Clear")
        for _attempt in range(TRIES):
            self.touch("Clear")
            try:
                expect(answer).to_have_count(0, timeout=AGAIN)
            except AssertionError:
                continue
            return
        raise AssertionError("the page was not cleared")

    def finds_the_page(self, *, blank: bool) -> None:
        """See whether there is something on the page to clear."""
        self.touch("More")
        clear = expect(self.button("Clear the page"))
        if blank:
            clear.to_be_disabled()
        else:
            clear.to_be_enabled()
        self.touch("Done")

    def pen_down(self, at: Spot) -> None:
        """Put the mouse down at a place on the screen, and leave it down."""
        self.page.mouse.move(*at)
        self.page.mouse.down()

    def _on_paper(self, spots: Sequence[Spot]) -> list[Spot]:
        box = self.paper.bounding_box()
        assert box is not None
        return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in spots]

    def _finger(self, kind: str, spots: Sequence[Spot]) -> None:
        points = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(spots)]
        self._sends("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def _pen(self, kind: str, spot: Spot) -> None:
        told = {"type": kind, "x": spot[0], "y": spot[1], "pointerType": "pen", "button": "left", "clickCount": 1}
        self._sends("Input.dispatchMouseEvent", {**told, "buttons": 0 if kind == "mouseReleased" else 1})

    def _sends(self, what: str, told: dict[str, Any]) -> None:
        """What Playwright has no word for."""
        if self._cdp is None:
            self._cdp = self.page.context.new_cdp_session(self.page)
        self._cdp.send(what, told)

    def finishes(self) -> None:
        """Say "I'm finished" on the pad."""
        self.touch("I'm finished")
        expect(self.paper).to_be_hidden()

    # --- Files -----------------------------------------------------------------------------------

    def saves_the_file(self, folder: Path) -> Path:
        """Save the copy, and return where the browser put it, under the name that it was given."""
        with self.page.expect_download() as waiting:
            self.touch("Save the file")
        to = folder / waiting.value.suggested_filename
        waiting.value.save_as(to)
        return to


def sits_down(page: Page, address: str, *, touches: bool = False) -> Somebody:
    """Return somebody with a new tab, at the lock."""
    return Somebody(page, touches=touches).comes_in(address)
