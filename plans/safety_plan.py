"""The safety plan: what a family and its people do so that the children are safe and well, made together.

A first visit is one page, "Until we meet again"; the rest is opened when it is wanted. Words of our own.
Source: docs/domain/safety-plan.md.
"""

from app.blocks.rows.outcome import said_by
from app.blocks.storyboard.model import PageKind, StoryLayout
from app.blocks.trying.model import Trying
from app.blocks.worries.model import CLOSED_BY_THE_WORKER
from app.document import IN_NO_COPY, ONLY_ME, Kind, Section
from app.document.kind import Printed
from app.language import N_
from plans.safety_health import to_talk_about
from plans.safety_lines import cases, gap, promise, promised, worked
from plans.safety_own import ALONE
from plans.safety_tables import COPIES, IF_THEN, MUST_HAVES, PROMISES, RULES, SIGNS, STEPS, TIMELINE, TRIED, WORSE

NEXT, LATER = 1, 2
"""The stages after the first visit."""

CHILDS_PAGES = (
    PageKind(
        slug="safe-person",
        title=N_("My safe person"),
        question=N_("Who do you feel safe with?"),
        prompt=N_("This page is yours. You choose who sees it."),
        repeats=True,
    ),
    PageKind(
        slug="safe-place",
        title=N_("My safe place"),
        question=N_("Where do you feel safe?"),
        prompt=N_("This page is yours. You choose who sees it."),
        repeats=True,
    ),
    PageKind(
        slug="signal",
        title=N_("My signal"),
        question=N_("Which word, sign or thing says: I need you?"),
        prompt=N_("This page is yours. You choose who sees it."),
        repeats=True,
    ),
)
"""A child is never made responsible for keeping the plan: nothing here asks for anything but what helps the child."""


FIRST_PAGE = ("going-well", "worries", "good", "must-haves", "steps", "worse")
"""Until we meet again: the whole of a first visit, on one page of paper where the words let it."""

SAFETY_PLAN = Kind(
    slug="safety-plan",
    name=N_("Safety plan"),
    family_name=N_("Our plan"),
    sign="hands",
    hint=N_("Who does what, and when"),
    sections=(
        Section(
            slug="going-well",
            block="words",
            title=N_("Going well"),
            question=N_("What is going well?"),
            prompt=N_("Big things and small ones. What do you do now that keeps the children safe and well?"),
        ),
        Section(
            slug="helped-before",
            block="words",
            title=N_("What has helped"),
            question=N_("When it was risky before, what did somebody do that helped?"),
            prompt=N_("Say who it was and what they did."),
            stage=NEXT,
        ),
        Section(
            slug="worries",
            block="worries",
            title=N_("Worries"),
            question=N_("What are we worried about?"),
            prompt=N_("Say what somebody did and what you saw or heard."),
            workers=CLOSED_BY_THE_WORKER,
        ),
        Section(
            slug="good",
            block="words",
            title=N_("What good looks like"),
            question=N_("What would good look like?"),
            prompt=N_("What will you see, hear and do when things are good?"),
        ),
        # What goes well meets a family first; this stands on top of every sheet and paper, as soon as there is some.
        Section(
            slug="must-haves",
            block="rows",
            title=N_("What has to happen"),
            question=N_("What has to happen, who set it, and why?"),
            prompt=N_("Only what the council or a court asks for. Keep it short."),
            on_top=True,
            shape=MUST_HAVES,
        ),
        Section(
            slug="steps",
            block="rows",
            title=N_("Until we meet again"),
            question=N_("Who does what until we meet again?"),
            prompt=N_("Small steps, each with a name and a day."),
            shape=STEPS,
        ),
        Section(
            slug="worse",
            block="rows",
            title=N_("Who we call"),
            question=N_("If it gets worse, who do we call?"),
            prompt=N_("A helpline is good too."),
            shape=WORSE,
        ),
        Section(
            slug="harder",
            block="words",
            title=N_("What makes it harder"),
            question=N_("What makes it harder?"),
            prompt=N_("Money, sleep, health, a date in the year: whatever it is for you."),
            stage=NEXT,
        ),
        Section(
            slug="signs",
            block="rows",
            title=N_("Signs to look for"),
            question=N_("How would we notice that it gets harder?"),
            prompt=N_("In the grown-ups, in the child, in the home."),
            stage=NEXT,
            shape=SIGNS,
        ),
        Section(
            slug="network",
            block="rings",
            title=N_("Our people"),
            question=N_("Who is there for the child?"),
            prompt=N_("The more somebody knows, the nearer the middle they are."),
            stage=NEXT,
        ),
        Section(
            slug="rules",
            block="rows",
            title=N_("House rules"),
            question=N_("What will we do each day?"),
            prompt=N_("Rules are for grown-ups. Say what people will do."),
            stage=NEXT,
            shape=RULES,
        ),
        Section(
            slug="if-then",
            block="rows",
            title=N_("If … then …"),
            question=N_("If something happens, what will we do then?"),
            prompt=N_("Begin with a small worry. In an emergency, call 999 first."),
            stage=NEXT,
            shape=IF_THEN,
        ),
        Section(
            slug="promises",
            block="rows",
            title=N_("Promises"),
            question=N_("What does each of us promise?"),
            prompt=N_("The workers too. Only promise what you can keep."),
            stage=NEXT,
            said_by=said_by("kept", "whom"),
            not_by="who",
            shape=PROMISES,
        ),
        Section(
            slug="child",
            block="storyboard",
            title=N_("The child's part"),
            for_whom=ONLY_ME,
            own=True,
            shape=StoryLayout(pages=CHILDS_PAGES),
        ),
        Section(
            slug="try-out",
            block="trying",
            title=N_("Try it out"),
            question=N_("Let us try it. Does it work?"),
            stage=LATER,
            shape=Trying(cases=cases, worked=worked, gap=gap),
        ),
        Section(
            slug="tried",
            block="rows",
            title=N_("What we tried"),
            question=N_("What did we try, and what did we learn?"),
            stage=LATER,
            shape=TRIED,
        ),
        Section(
            slug="timeline",
            block="rows",
            title=N_("Dates ahead"),
            question=N_("What will be different, and by when?"),
            prompt=N_("Say what needs to happen before the worker can step back."),
            stage=LATER,
            shape=TIMELINE,
        ),
        Section(
            slug="reviews",
            block="review",
            title=N_("Look again"),
            question=N_("What is different since last time?"),
            prompt=N_("When something goes wrong, we meet and make the plan better."),
            stage=LATER,
        ),
        Section(
            slug="agreed",
            block="agreement",
            title=N_("We agree to it"),
            question=N_("Who agrees to this plan?"),
            prompt=N_("Each in your own way. Nobody has to."),
            stage=LATER,
        ),
        # The worker's own papers: who must not have a copy is not for everybody in the room to read.
        Section(
            slug="copies",
            block="rows",
            title=N_("Who may have it"),
            question=N_("Who has a copy, and who must not have one?"),
            for_whom=IN_NO_COPY,
            in_copies=False,
            on_copies=True,
            shape=COPIES,
        ),
        Section(
            slug="still",
            block="still",
            title=N_("Still to talk about"),
            question=N_("What is still to talk about?"),
            prompt=N_("For you alone, and only if it helps. Nothing here has to be done."),
            for_whom=IN_NO_COPY,
            in_copies=False,
        ),
        # Behind the PIN like those: nobody at the table finds out that there is such a thing.
        Section(
            slug="own-plan",
            block="own",
            title=N_("One grown-up alone"),
            question=N_("Who would like to talk alone?"),
            prompt=N_("Do this when nobody else is in the room. The page opens in this person's hands alone."),
            for_whom=IN_NO_COPY,
            in_copies=False,
            own=True,
            shape=ALONE,
        ),
    ),
    more=(N_("More for the next visit"), N_("More for later")),
    papers=(
        Printed(slug="page", name=N_("One page: until we meet again"), layout="one", sections=FIRST_PAGE),
        Printed(slug="whole", name=N_("The whole plan")),
        # Others see these: no worry stands on them, and nothing that a court said.
        Printed(slug="fridge", name=N_("For the fridge"), shape="fridge", sections=("rules", "worse", "timeline")),
        Printed(slug="card", name=N_("A card for the wallet"), shape="card", sections=("worse",)),
    ),
    promised=promised,
    promise=promise,
    to_talk_about=to_talk_about,
)
