"""The words of the made-up family's safety plan, section by section, in the order of the visits.

Telephone numbers are of those that Ofcom keeps for drama, but for the helpline's.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.blocks.rows.outcome import NOT_KEPT, YES
from app.demo.otters import BELL, COMES_AGAIN, DAY, JO, MIA, MUM, NAN
from app.document import Person, Value

TITLE = "Our quiet mornings"

FIRST, SECOND, THIRD = DAY + timedelta(days=1), DAY + timedelta(days=8), DAY + timedelta(days=15)
"""The days of the visits: one page; people, rules and numbers; trying it out and looking again."""

SINCE = DAY + timedelta(days=18)
"""A day on which something was changed after they had looked again."""

SAID: Mapping[str, tuple[tuple[Person, str], ...]] = {
    "going-well": (
        (MUM, "We eat together every evening."),
        (NAN, "Mia tells me things. She knows that I listen."),
        (BELL, "Mia loves reading, and she has good friends."),
    ),
    "good": (
        (MIA, "Mum is up and we have porridge."),
        (MUM, "Mornings are quiet, and nobody rushes."),
    ),
    "helped-before": ((NAN, "When Mum was in hospital I stayed for a week, and it was calm."),),
    "harder": ((MUM, "Bad nights, and the weeks when money runs out."),),
}

Cells = Mapping[str, Value]

FIRST_ROWS: Mapping[str, tuple[Cells, ...]] = {
    "must-haves": (
        {
            "what": "Mia sleeps at Nan's when Mum is too poorly to get up.",
            "set-by": "The council",
            "why": "Mia was alone on two mornings.",
        },
    ),
    "steps": (
        {"who": NAN.id, "what": "Come at 8 each school morning.", "until": COMES_AGAIN.isoformat()},
        {"who": MUM.id, "what": "See the doctor about sleep.", "until": "2026-11-13", "done": True},
        {"who": JO.id, "what": "Ask for a place at breakfast club.", "until": "2026-11-27"},
    ),
    "worse": (
        {"name": "Nan", "phone": "020 7946 0113", "when": "Any time, day or night"},
        {"name": "Aunt Rosa", "phone": "07700 900127", "when": "Evenings and weekends"},
        {"name": "Jo", "phone": "020 7946 0182", "when": "Weekdays, nine to five"},
        {"name": "Childline", "phone": "0800 1111", "when": "For Mia, any time"},
    ),
}

SECOND_ROWS: Mapping[str, tuple[Cells, ...]] = {
    "signs": (
        {"where": "grown-ups", "sign": "Mum is still in bed at eight."},
        {"where": "child", "sign": "Mia is very quiet, and says that she is fine."},
        {"where": "home", "sign": "The curtains stay closed."},
    ),
    "rules": (
        {
            "rule": "Eat breakfast together.",
            "who": MUM.id,
            "when": "Each school morning at 8",
            "checks": NAN.id,
            "child-knows": "The blue bowl is on the table.",
            "steps-in": NAN.id,
        },
        {
            "rule": "Lay out clothes and pack the school bag.",
            "who": MUM.id,
            "when": "The evening before",
            "checks": NAN.id,
            "child-knows": "The bag stands by the door.",
            "steps-in": NAN.id,
        },
        {
            "rule": "Ring Nan before seven after a bad night.",
            "who": MUM.id,
            "when": "That same morning",
            "checks": JO.id,
            "child-knows": "Nan's car is outside.",
            "steps-in": BELL.id,
        },
    ),
    "if-then": (
        {
            "how-bad": "small",
            "if": "Mum is still in bed at eight",
            "then": "Nan makes breakfast and walks with Mia to school.",
            "first": NAN.id,
            "second": BELL.id,
        },
        {
            "how-bad": "bigger",
            "if": "Mum cannot get up for two days",
            "then": "Mia stays with Nan, and Nan tells Jo.",
            "first": NAN.id,
            "second": JO.id,
        },
        {
            "how-bad": "emergency",
            "if": "somebody is hurt, or there is a fire",
            "then": "We ring 999 first, and Nan after that.",
            "first": MUM.id,
            "second": NAN.id,
        },
    ),
    "promises": (
        {"who": JO.id, "what": "Tell Mum what the club costs.", "until": COMES_AGAIN.isoformat(), "whom": MUM.id},
        {"who": BELL.id, "what": "Keep breakfast for Mia.", "until": COMES_AGAIN.isoformat(), "whom": MIA.id},
        {"who": NAN.id, "what": "Bring the blue bowl.", "until": "2026-11-13", "whom": MIA.id},
        {"who": NAN.id, "what": "Ring each evening at seven.", "until": "2026-11-13", "whom": MUM.id},
    ),
}


class DemoWent(NamedTuple):
    """How a promise went, as whoever it was made to says."""

    what: str
    """The words of the promise, by which it is found."""
    who: Person
    """To whom it was made."""
    how: str
    """One of HOW (app.blocks.rows.outcome)."""
    why: str
    """Why it went so."""
    instead: Cells | None = None
    """The cells of the step that comes instead; None where there is none."""


WENT = (
    DemoWent("Bring the blue bowl.", MIA, YES, "It was on the table on the first day."),
    DemoWent(
        "Ring each evening at seven.",
        MUM,
        NOT_KEPT,
        "At seven Mia is in the bath.",
        {"who": NAN.id, "what": "Ring at five, after tea.", "until": COMES_AGAIN.isoformat()},
    ),
)
"""What was said of the promises at the third visit."""

THIRD_ROWS: Mapping[str, tuple[Cells, ...]] = {
    "tried": (
        {
            "day": "2026-11-12",
            "tried": "Mum rang Nan at half past six.",
            "learned": "Nan came in ten minutes. She needs a key of her own.",
        },
    ),
    "timeline": (
        {
            "day": COMES_AGAIN.isoformat(),
            "what": "Breakfast together on each school day, for four weeks.",
            "then": "Jo rings, and comes every second week.",
        },
        {
            "day": "2027-01-15",
            "what": "Mum and Mia leave the house on time, on their own.",
            "then": "Nan and Mum look after the plan. Jo steps back.",
        },
    ),
}


class DemoWorry(NamedTuple):
    """One worry."""

    worried: Person
    """Who is worried; the worry and its parts are theirs."""
    said: Cells
    """The fields of the worry itself (app.blocks.worries.model.WORRY)."""
    goal: Cells
    """The fields of its goal (GOAL)."""
    scale: Cells
    """The fields of its number line (SCALE)."""
    views: tuple[tuple[Person, str, str], ...]
    """Who shows what they think: the person, one of answer.STANDS, and words or ""."""
    numbers: tuple[tuple[date, Person, int, str, str, bool], ...]
    """Who gave which number at each visit: its day, words, what would make it higher, and whether they show it."""
    did: str = ""
    """What did it, where it is no worry any more since the third visit; else ""."""
    proud: tuple[tuple[Person, str], ...] = ()
    """Who is proud of what then."""


WORRIES = (
    DemoWorry(
        NAN,
        {
            "happened": "On two mornings Mum could not get up. Mia made toast on the cooker, alone.",
            "known": "seen",
            "when": "in October",
            "fear": "Mia could get burned. She could come to think that she has to look after Mum.",
        },
        {
            "doing": "A grown-up is up with Mia each school morning.",
            "sees": "Mia has breakfast with a grown-up, and feels calm.",
            "weeks": 6,
        },
        {"low": "Mia is alone every morning.", "high": "A grown-up is there every morning, and Mia has eaten."},
        ((MUM, "agree", "I was poorly. I want it to be different."), (BELL, "agree", "")),
        (
            (SECOND, MUM, 3, "Nan comes on most days.", "", True),
            (SECOND, NAN, 2, "", "", True),
            (SECOND, MIA, 4, "I like it when Nan is here.", "", False),
            (THIRD, MUM, 6, "We have had breakfast together eight times.", "I sleep through the night.", True),
            (THIRD, NAN, 5, "", "I have a key of my own.", True),
            (THIRD, MIA, 7, "Porridge.", "", True),
        ),
    ),
    DemoWorry(
        BELL,
        {
            "happened": "Mia came to school late and hungry, six times in four weeks.",
            "known": "seen",
            "when": "in September and October",
            "fear": "Mia could miss so much that she no longer likes school.",
        },
        {
            "doing": "We leave home at half past eight.",
            "sees": "Mia is with her friends when the bell rings.",
            "weeks": 8,
        },
        {"low": "Mia is late every day.", "high": "Mia is there on time each day, and has eaten."},
        ((NAN, "unsure", "Some of it was the bus."),),
        (
            (SECOND, BELL, 4, "", "", True),
            (THIRD, BELL, 6, "Mia was late only once.", "", True),
            (THIRD, MUM, 6, "", "", True),
        ),
    ),
    DemoWorry(
        BELL,
        {
            "happened": "Mia came to school without a coat on five cold days.",
            "known": "seen",
            "when": "in October",
            "fear": "Mia could get ill, and stay in when her friends play outside.",
        },
        {
            "doing": "Mia has a warm coat, and wears it.",
            "sees": "Mia plays outside with her friends.",
            "weeks": 2,
        },
        {"low": "Mia is cold every day.", "high": "Mia is warm every day."},
        (),
        (
            (SECOND, BELL, 3, "", "", True),
            (SECOND, MUM, 4, "", "", True),
            (THIRD, BELL, 10, "", "", True),
            (THIRD, MUM, 9, "", "", True),
        ),
        did="Mum and Mia found a coat at the school's swap shop. It hangs by the door.",
        proud=((MIA, "I chose the yellow one."), (MUM, "I asked, and it was easy.")),
    ),
)
"""The first visit speaks of the first; the second of the others too, and the last is no worry any more since the third.
Mia keeps the number that she gave first.
"""


class DemoMember(NamedTuple):
    """Somebody in the rings: a person, or a name. ring: 0 is the inmost; words: their fields; ticks: what is ticked."""

    who: Person | str
    ring: int
    words: Mapping[str, str]
    ticks: tuple[str, ...] = ()


PEOPLE_ROUND_MIA = (
    DemoMember(
        NAN,
        0,
        {
            "to-child": "Nan",
            "yes": "Comes in the mornings. Mia can sleep at hers.",
            "when": "Any time",
            "phone": "020 7946 0113",
            "backup-name": "Aunt Rosa",
        },
        ("pick", "elsewhere"),
    ),
    DemoMember(JO, 0, {"to-child": "Our social worker", "phone": "020 7946 0182"}, ("paid", "elsewhere")),
    DemoMember(
        "Aunt Rosa",
        1,
        {"to-child": "Mum's sister", "yes": "Mia can sleep at hers.", "when": "Weekends", "phone": "07700 900127"},
        ("pick", "elsewhere"),
    ),
    DemoMember(
        BELL,
        1,
        {"to-child": "Teacher", "yes": "Keeps breakfast for Mia.", "when": "School days", "phone": "020 7946 0160"},
        ("paid", "elsewhere"),
    ),
    DemoMember(
        "Sam",
        2,
        {"to-child": "Lives next door", "yes": "Knocks when the curtains stay closed.", "phone": "07700 900164"},
        ("elsewhere",),
    ),
    DemoMember(
        "Ava's mum",
        2,
        {"to-child": "A friend's mum", "yes": "Takes Mia to school.", "when": "Fridays", "phone": "07700 900189"},
        ("elsewhere",),
    ),
    DemoMember("Dr Lee", 2, {"to-child": "Mum's doctor", "phone": "020 7946 0149"}, ("paid", "elsewhere")),
)

AGREED = ((MUM, "tick", ""), (NAN, "initials", "N.O."), (MIA, "read-to-me", ""), (JO, "tick", ""))
"""Who goes along, and how they said so. Mr Bell did not say: nobody has to."""

CAME = "Mum, Nan, Mia, Mr Bell and Jo"
DIFFERENT = "Breakfast is calm on most days now. Nan needs a key of her own."
NEW_STEP: Cells = {"who": MUM.id, "what": "Have a key made for Nan.", "until": "2026-11-27"}
NEW_DAY = ("Ava's mum", "when", "Tuesdays and Fridays")
"""What is different since they looked again."""

SAFE_PERSON = (MIA, "Nan, and Biscuit the cat.")
"""Mia's own page: who sees it she chooses, and she has not chosen anybody."""
