"""Pictures of keys that are lost and found: the spare key asked for, shown and made anew, and a new PIN."""

import re
from typing import TYPE_CHECKING

from app.language import unmarked

if TYPE_CHECKING:
    from tests.shots import Tour

ARRIVED = 600
"""Milliseconds, as in tests.shots."""

KEY = re.compile(r"^\W*([A-Z2-7]{4}\W+){7}[A-Z2-7]{4}\W*$")
WRONG_KEY = "ABCD EFGH"
WEAK_PIN, NEW_PIN, THIRD_PIN = "112233", "604182", "739206"


def lost_keys(t: "Tour") -> None:
    """A spare key made anew and not written down; the PIN forgotten, and a disk that takes no new one; a change."""
    t.comes_in()
    code = _spare_key(t)
    _forgotten(t, code)
    _changed(t)


def _spare_key(t: "Tour") -> str:
    _keep_it_safe(t)
    t.shot("keep-it-safe-keys")
    t.below("keep-it-safe-keys")
    t.button("Make a new spare key").dispatch_event("click")
    t.there("Not now")
    t.shot("spare-key-anew-asks", settled=ARRIVED)
    t.prove()
    t.there("I have written it down")
    t.shot("spare-key-anew", settled=ARRIVED)
    code = unmarked(t.page.get_by_text(KEY).first.inner_text())
    t.touch("Not now")
    t.there("Go on")
    t.prove()
    t.there("Show the spare key")
    t.below("spare-key-not-written")
    t.touch("Lock")
    t.there("Unlock")
    t.prove()
    t.there("Show it")
    t.shot("spare-key-after-unlocking", settled=ARRIVED)
    t.touch("Show it")
    t.there("Go on")
    t.shot("spare-key-asks-first", settled=ARRIVED)
    t.prove()
    t.there("I have written it down")
    t.shot("spare-key-again", settled=ARRIVED)
    t.touch("I have written it down")
    t.there("Another family")
    return code


def _forgotten(t: "Tour", code: str) -> None:
    t.touch("Lock")
    t.touch("Use the spare key")
    t.write("Spare key", WRONG_KEY)
    t.page.keyboard.press("Enter")
    t.page.wait_for_timeout(ARRIVED)
    t.shot("spare-key-too-short", settled=ARRIVED)
    t.jo.writes_anew(t.said("Spare key"), code)
    t.page.keyboard.press("Enter")
    t.there("Use this from now on")
    t.shot("new-pin-after-the-spare-key", settled=ARRIVED)
    _choose(t, WEAK_PIN)
    t.shot("new-pin-refused", settled=ARRIVED)
    aside = t.house.folder.with_name("drive-taken-out")
    t.house.folder.rename(aside)
    _choose(t, NEW_PIN)
    t.there("Go on without it for now")
    t.shot("new-pin-not-kept", settled=ARRIVED)
    t.below("new-pin-not-kept")
    aside.rename(t.house.folder)
    t.button("Use this from now on").dispatch_event("click")
    t.there("Another family")


def _changed(t: "Tour") -> None:
    _keep_it_safe(t, NEW_PIN)
    t.button("Change the PIN").dispatch_event("click")
    t.there("Go on")
    t.shot("change-the-pin-asks", settled=ARRIVED)
    t.prove(NEW_PIN)
    t.there("Use this from now on")
    t.touch("Show me one that I can use")
    t.shot("change-the-pin", settled=ARRIVED)
    _choose(t, THIRD_PIN)
    t.there("Close this message")
    t.shot("the-pin-is-changed", settled=ARRIVED)


def _keep_it_safe(t: "Tour", pin: str = "") -> None:
    t.touch("Keep it safe")
    t.there("Go on")
    t.prove(pin) if pin else t.prove()
    t.there("Make a new spare key")


def _choose(t: "Tour", pin: str) -> None:
    for name in ("PIN", "The same PIN again"):
        t.jo.writes_anew(t.said(name), pin)
    t.button("Use this from now on").dispatch_event("click")
    t.aside()
    t.page.wait_for_timeout(2 * ARRIVED)
