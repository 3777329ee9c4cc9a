"""Pictures of what goes wrong: words that are refused, a folder that takes none, an end that is missing, a copy that
is stopped, a photo that comes slowly or is none, letters that no paper has.
"""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from app.demo.safety_words import TITLE
from app.language import isolate
from app.store import Store
from app.workspace.practice import PIN, keyring_of
from tests.photographed import photographed
from tests.store.making import flip, saying

if TYPE_CHECKING:
    from tests.shots import Tour

DECODED, ARRIVED = 800, 600
"""Milliseconds, as in tests.shots."""

TOO_LONG = "We went to the sea. " * 600
NO_FONT = "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ"
"""Mongolian, which stands upright: no paper of ours has it."""
SLOW = 60_000
"""Bytes in a second that a photo comes with."""


def shut(folder: Path) -> None:
    """See that nothing can be written to a folder, whoever it is that tries: SQLite finds a folder where its own
    file should be.
    """
    (folder / "plans.db-journal").mkdir()


def torn(folder: Path) -> None:
    """Write in a folder's plan, and see that the end of it is missing, as after a power cut on a worn-out disk."""
    store = Store.open(folder, keyring=keyring_of(folder))
    vault = store.unlock(PIN)
    plan = next(card.document for card in vault.cards() if card.title == "Our story")
    clock = max(edit.clock for edit in vault.load(plan).edits)
    for n in range(1, 31):
        vault.append(plan, [saying("words", clock + n, device=vault.device)])
    left = folder.with_name(f"{folder.name}-left")
    shutil.copytree(folder, left)
    store.close()
    shutil.rmtree(folder)
    left.rename(folder)
    log = folder / "plans.db-wal"
    flip(log, log.stat().st_size * 2 // 3)


def only_reading(t: "Tour") -> None:
    """Every screen says that nothing can be kept, and why; words that are written wait."""
    t.there("Unlock")
    t.prove()
    t.there("Another family")
    t.shot("only-reading-home", settled=ARRIVED)
    t.touch("Close this message")
    t.gone("Close this message")
    t.shot("only-reading-sign", settled=ARRIVED)
    t.touch("Only for reading")
    t.there("Close this message")
    t.touch("Close this message")
    t.opens("Our story")
    t.step("Our family")
    t.shot("only-reading-plan", settled=DECODED)
    t.jo.writes(t.said("{name} says", name=isolate("Mia", t.language)), " Soon.")
    t.there("Not saved. Try again")
    t.shot("only-reading-not-saved", settled=DECODED)
    t.touch("Only for reading")
    t.there("Close this message")
    t.shot("only-reading-why", settled=ARRIVED)
    t.touch("Back")  # A phone's bar has no Lock in a plan.
    t.there("Another family")
    t.touch("Lock")
    t.there("Unlock")
    t.shot("only-reading-lock", settled=ARRIVED)


def end_missing(t: "Tour") -> None:
    """At home that something is missing; in the list of families what."""
    t.comes_in()
    t.shot("end-missing-home", settled=ARRIVED)
    t.touch("Another family")
    t.there("Go on")
    t.prove()
    t.there("I have read this")
    t.shot("end-missing-families", settled=ARRIVED)


def copy_stopped(t: "Tour") -> None:
    """At the table that it was stopped; behind the PIN which words it was, and where."""
    t.comes_in()
    t.opens("Our story")
    t.touch("Copy")
    t.there("Go on")
    t.prove()
    t.touch("For {name}", name="Nan")
    t.touch("No")
    t.there("For the worker: why it was stopped")
    t.shot("copy-stopped", settled=ARRIVED)
    t.touch("For the worker: why it was stopped")
    t.there("Go on")
    t.shot("copy-stopped-asks", settled=ARRIVED)
    t.prove()
    t.there("Close this")
    t.shot("copy-stopped-why", settled=ARRIVED)
    t.below("copy-stopped-why")


def not_kept(t: "Tour") -> None:
    """Words that are too long, a number that cannot be rung, photos, letters without a font, a name without a face."""
    t.comes_in()
    _too_long(t)
    _letters(t)
    _photos(t)
    t.touch("Back")
    t.there("Another family")
    _names(t)
    _helplines(t)


def _too_long(t: "Tour") -> None:
    t.opens("Our story")
    t.step("Our family")
    _paste(t, TOO_LONG)
    t.there("Not saved. Try again")
    t.shot("words-not-saved", settled=DECODED)
    t.page.mouse.move(t.middle, 500)
    t.page.mouse.wheel(0, 40_000)
    t.aside()
    t.shot("words-not-saved-end", settled=DECODED)
    t.button("Back").dispatch_event("click")
    t.there("Leave without them")
    t.shot("leaving-without-words", settled=ARRIVED)
    t.touch("Leave without them")
    t.there("Another family")
    t.opens("Our story")
    t.step("Our family")
    t.touch("Change who can see it")
    t.there("People I choose")
    t.touch("Give it to somebody to write")
    t.there("Not now")
    t.page.get_by_role("button", name="Nan", exact=True).last.click()
    t.there("I'm finished")
    _paste(t, TOO_LONG, by="Nan")
    t.there("Try again")
    t.shot("held-words-not-saved", settled=DECODED)
    t.page.keyboard.press("Control+A")
    t.page.keyboard.insert_text("We have a dog.")
    t.gone("Try again")
    t.takes_back()


def _paste(t: "Tour", words: str, *, by: str = "Mia") -> None:
    field = t.jo.field(t.said("{name} says", name=isolate(by, t.language)))
    field.click()
    t.page.wait_for_timeout(ARRIVED)
    t.page.keyboard.press("Control+A")
    t.page.keyboard.insert_text(words)
    t.page.wait_for_timeout(ARRIVED)


def _letters(t: "Tour") -> None:
    t.step("Our family")
    _paste(t, f"We say {NO_FONT} at home, and \U0010ffff too.")
    t.page.wait_for_timeout(2 * ARRIVED)
    t.touch("Copy")
    t.there("Go on")
    t.prove()
    t.touch("For {name}", name="Nan")
    t.touch("No")
    t.there("Save the file")
    t.shot("copy-with-letters-missing", settled=DECODED)
    t.below("copy-with-letters-missing", 2)
    t.touch("Back")
    t.there("Just talk")


def _photos(t: "Tour") -> None:
    t.step("Our family")
    t.touch("Draw", until="I'm finished")
    t.touch("A photo")
    t.there("Choose a photo")
    _chooses(t, b"Dear Nan", "letter.jpg")
    t.there("Choose a photo")
    t.shot("photo-refused", settled=ARRIVED)
    line = t.page.context.new_cdp_session(t.page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": SLOW}
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", slow)
    _chooses(t, photographed((3200, 2400)), "drawing.jpg")
    t.page.wait_for_timeout(2 * ARRIVED)
    t.shot("photo-coming", settled=ARRIVED)
    line.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": -1})
    t.there("Put it on the page")
    t.touch("Back")
    t.touch("I'm finished")
    t.there("Just talk")


def _chooses(t: "Tour", content: bytes, name: str) -> None:
    with t.page.expect_file_chooser() as chosen:
        t.touch("Choose a photo")
    chosen.value.set_files(files=[{"name": name, "mimeType": "image/jpeg", "buffer": content}])


def _names(t: "Tour") -> None:
    t.opens(TITLE)
    t.touch("Copy")
    t.there("Go on")
    t.prove()
    t.there("Add {name}", name="Aunt Rosa")
    t.shot("copy-for-the-named", settled=DECODED)
    t.below("copy-for-the-named")
    t.touch("Back")
    t.there("Just talk")
    t.touch("Back")
    t.there("Another family")


def _helplines(t: "Tour") -> None:
    t.touch("Keep it safe")
    t.there("Go on")
    t.prove()
    t.there("Keep these numbers")
    t.below("helplines", 2)
    t.jo.writes(t.said("Number"), " ext")
    t.button("Keep these numbers").dispatch_event("click")
    t.aside()
    t.page.wait_for_timeout(ARRIVED)
    t.shot("helplines-refused", settled=ARRIVED)
    expect(t.button("Keep these numbers")).to_be_attached()
