"""The areas of family life that come along, in everyday words of our own: a set for families, and one for children.

The ten areas are those that a council names in its practice model (docs/domain/family-star.md). None of the wording,
the stages or the scales of a licensed chart is here, nor may it come here: see README, "Names and rights". What 1 and
10 mean, a family writes itself. Slugs are stored for ever; words that change their meaning are a new version.
"""

from app.areas import Area, AreaSet
from app.language import N_

FAMILY = AreaSet(
    slug="family",
    version=1,
    title=N_("Family life"),
    lowest=1,
    highest=10,
    faces=False,
    areas=(
        Area(
            "home-and-money",
            N_("Our home and bills"),
            (
                N_("What do you like about where you live?"),
                N_("What happens when the money runs low?"),
                N_("What would you put right at home first?"),
            ),
        ),
        Area(
            "keeping-safe",
            N_("Staying safe"),
            (
                N_("When do the children feel safest?"),
                N_("Who steps in when something is not safe?"),
                N_("What do you keep an eye on, at home and outside?"),
            ),
        ),
        Area(
            "boundaries",
            N_("Rules at home"),
            (
                N_("Which rules matter most in your home?"),
                N_("What do you do when somebody breaks one?"),
                N_("What helps everybody to calm down again?"),
            ),
        ),
        Area(
            "routines",
            N_("Day to day"),
            (
                N_("Tell me about a usual morning."),
                N_("How does bedtime go?"),
                N_("What do you do together in a week?"),
            ),
        ),
        Area(
            "physical-health",
            N_("Body and health"),
            (
                N_("How are you all sleeping and eating?"),
                N_("Who do you see when somebody is ill?"),
                N_("Is anybody waiting for a doctor or a dentist?"),
            ),
        ),
        Area(
            "adult-wellbeing",
            N_("How the grown-ups are"),
            (
                N_("How have you been lately?"),
                N_("What gives you strength on a hard day?"),
                N_("Who notices when you have had enough?"),
            ),
        ),
        Area(
            "social-networks",
            N_("People around us"),
            (
                N_("Who can you ring when you need a hand?"),
                N_("Who do you enjoy being with?"),
                N_("Who would you like to see more of?"),
            ),
        ),
        Area(
            "emotional-needs",
            N_("How the children feel"),
            (
                N_("How do the children show you how they feel?"),
                N_("What comforts each of them?"),
                N_("When do you have time for one child alone?"),
            ),
        ),
        Area(
            "education",
            N_("School and learning"),
            (
                N_("What do the children say about school or nursery?"),
                N_("What are they proud of?"),
                N_("Who do you talk to there?"),
            ),
        ),
        Area(
            "progress-to-work",
            N_("Work and training"),
            (
                N_("What are you good at?"),
                N_("What work would you like to do one day?"),
                N_("What would have to be in place first?"),
            ),
        ),
    ),
)

CHILDREN = AreaSet(
    slug="children",
    version=1,
    title=N_("My life"),
    lowest=1,
    highest=5,
    faces=True,
    areas=(
        Area(
            "my-home",
            N_("My home"),
            (N_("What is it like where you live?"), N_("Where is your best place at home?")),
        ),
        Area(
            "my-people",
            N_("My family"),
            (N_("Who looks after you?"), N_("What do you like to do with them?")),
        ),
        Area(
            "feeling-safe",
            N_("Feeling safe"),
            (N_("Where do you feel safe?"), N_("Who do you tell when you are scared?")),
        ),
        Area(
            "my-feelings",
            N_("My feelings"),
            (N_("What makes you laugh?"), N_("What helps when you feel sad or cross?")),
        ),
        Area(
            "my-friends",
            N_("My friends"),
            (N_("Who do you play with?"), N_("What makes a good friend?")),
        ),
        Area(
            "my-school",
            N_("My school"),
            (N_("What is the best part of your day there?"), N_("What would you like to change?")),
        ),
        Area(
            "my-body",
            N_("My body"),
            (N_("How do you sleep?"), N_("What do you like to eat?")),
        ),
        Area(
            "my-free-time",
            N_("Fun and play"),
            (N_("What do you like doing best?"), N_("What would you like to try?")),
        ),
    ),
)

SETS = (FAMILY, CHILDREN)
"""Those that come along."""
