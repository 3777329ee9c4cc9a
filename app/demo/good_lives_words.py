"""What Kit says in the made-up family's Good Lives plan, and what the worker adds. Nobody real."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.demo.making import Cells
from app.demo.otters import JO, NAN
from app.document import Person

KIT = Person("kit", "Kit", "child", 3, "circle")
"""Mia's cousin, who stays with Nan."""

FIFTEEN = 15

TITLE = "Going for it"

FIRST, NEXT_TIME, AGAIN, COMES_AGAIN = date(2026, 6, 9), date(2026, 6, 23), date(2026, 10, 6), date(2026, 12, 8)
"""The days on which Kit and Jo sat together, and when they do so next."""


class Said(NamedTuple):
    """Words of somebody, to a question of a page."""

    page: str
    """The slug of the section in which they stand."""
    words: str
    """As they are said."""
    asked: str = ""
    """The slug of the question; "" for none."""
    answer: str = ""
    """What the worker says below them; "" for nothing."""
    person: Person = KIT
    """Who says them."""


WHO_READS = "You and me. Others see what you leave open. If somebody is not safe, I must tell. I try to tell you first."

WORDS: Mapping[date, tuple[Said, ...]] = {
    FIRST: (
        Said("me", "Cooking. Drums. Films that are too scary for Mia.", "into"),
        Said("me", "I can feed six people with what is left in the fridge.", "good-at"),
        Said("me", "You keep your head when a pan catches fire. I saw it.", "good-at", person=JO),
        Said("me", "I made the cake for Nan's birthday on my own.", "proud"),
        Said("me", "Nan. And Dee from the food van, she says I have got good hands.", "rate-me"),
        Said(
            "my-say",
            "Who reads this when we are done?",
            "ask",
            WHO_READS,
        ),
        Said("my-say", "Ask me first. Then write it down.", "change", "Yes. I will do that."),
    ),
    NEXT_TIME: (
        Said("now", "I cook when my head is loud. It goes quiet.", "works"),
        Said("now", "I go quiet for days and nobody can reach me.", "costs"),
        Said("way", "I think they laugh at me before they do.", "inside"),
        Said("way", "The bus back from town stops at seven.", "outside"),
        Said("way", "I want my mates, and I want to be left alone.", "pull"),
        Said("my-say", "Tell me more about it.", "advocate", "I will bring somebody from there on the 7th."),
    ),
    AGAIN: (
        Said("after", "I wanted them to see that I count."),
        Said("right", "The hall wants painting. I could do that with them.", "needs"),
        Said("proud", "I have done nine Saturdays at the van and was late for none."),
        Said("proud", "I told Nan that I was not all right, before it all blew up."),
    ),
}

ORDER = (
    "people",
    "calm",
    "good-at",
    "creating",
    "own-room",
    "choices",
    "belonging",
    "healthy",
    "fun",
    "today",
    "learning",
    "believe",
)
OWN_CARD = "own-room", "A room with a door that shuts"


class DemoNumber(NamedTuple):
    """How much a card matters, and how full it is: each from 0 to 10."""

    matters: int
    """How much it matters, as said on the first day."""
    first: int
    """How full it is on the first day."""
    again: int
    """How full it is in the second round."""


NUMBERS: Mapping[str, DemoNumber] = {
    "people": DemoNumber(10, 6, 8),
    "calm": DemoNumber(9, 2, 5),
    "good-at": DemoNumber(9, 4, 8),
    "creating": DemoNumber(8, 7, 7),
    "own-room": DemoNumber(8, 3, 3),
    "choices": DemoNumber(7, 3, 4),
    "belonging": DemoNumber(7, 4, 7),
    "healthy": DemoNumber(6, 5, 5),
    "fun": DemoNumber(6, 6, 7),
    "today": DemoNumber(5, 7, 6),
    "learning": DemoNumber(4, 3, 4),
    "believe": DemoNumber(3, 5, 5),
}


class DemoGoal(NamedTuple):
    """What a card is worked on for."""

    card: str
    """Its key among the cards."""
    towards: str
    """What will be there."""
    ways: tuple[str, ...]
    """The ways to it, as Kit says them."""
    added: str = ""
    """What the worker adds; "" for nothing."""


GOALS = (
    DemoGoal(
        "calm",
        "I can stay in the room when it is loud.",
        ('Say "give me five" and go to the yard.', "Drums at the club on Thursdays."),
        "I can ask if the club has a quiet hour too.",
    ),
    DemoGoal("good-at", "I cook in a real kitchen, for real people.", ("Saturdays at the food van with Dee.",)),
)

STEPS: tuple[Cells, ...] = (
    {
        "what": "Ask Dee for a Saturday at the van",
        "until": "2026-06-27",
        "helps": "Nan",
        "know": "She says yes or no",
        "done": True,
    },
    {"what": "Go to the club once, only to look", "until": "2026-07-02", "helps": "Jo", "know": "I have been in"},
)

SIDE: tuple[Cells, ...] = (
    {
        "who": NAN.name,
        "yes": "Picks me up when I ring, and asks nothing",
        "phone": "01632 960 118",
    },
    {"who": "Dee", "yes": "Has me at the van on Saturdays", "phone": "01632 960 204"},
    {"who": JO.name, "yes": "Rings back on the same day"},
)

LADDER: tuple[Cells, ...] = (
    {"rung": "signs", "what": "My neck is hot and I count the doors."},
    {"rung": "first", "what": "Out to the yard. Cold water. Ten slow breaths."},
    {"rung": "call", "what": "I say: can you come and get me?", "name": NAN.name, "phone": "01632 960 118"},
    {"rung": "calls-me", "what": "Rings me on Sunday night, to see how it was.", "name": "Dee"},
)

FUTURE = "My own van by the sea. There is a dog. Everybody comes on Sundays."

CAPTION = "Me, the van and the dog."

DIFFERENT = "It is still loud, but I stay in more of it."
