"""What a safety plan asks a grown-up alone whom somebody in the home hurts: their own way to be safe. Words of our own.

Nothing here makes the person who is hurt responsible for what somebody else does. It asks where, who, what and which
word, never what the other did: that is for the worries, and for those who can hear it.
Source: docs/domain/safety-plan.md ("Where somebody in the home hurts somebody").
"""

from app.blocks.own.model import OwnQuestion, OwnQuestions
from app.language import N_

ALONE = OwnQuestions(
    (
        OwnQuestion("place", N_("A safe place I can go"), N_("Where could you go by day, and where at night?")),
        OwnQuestion("tell", N_("Who I tell"), N_("Who would believe you? When can you reach them?")),
        OwnQuestion(
            "word", N_("My word for: I need help"), N_("Which word or sign? Who knows it, and what do they do then?")
        ),
        OwnQuestion(
            "take", N_("What I take with me"), N_("Keys, money, papers, medicine, what a child loves. Where is it?")
        ),
        OwnQuestion("reach", N_("How to reach me safely"), N_("Which number is safe, when, and what may be said?")),
    )
)
