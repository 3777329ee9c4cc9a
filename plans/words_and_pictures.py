"""Words and Pictures: a storyboard that tells a child what the worries are and what the plan is.

Developed by Susie Essex, John Gumbleton and colleagues in Bristol; words of our own.
Source: docs/domain/words-and-pictures.md.
"""

from collections.abc import Sequence

from app.blocks.storyboard import hints
from app.blocks.storyboard.method import AGREED, DRAW_FIRST, OFFICE, Method, Stage
from app.blocks.storyboard.model import PageKind, StoryLayout, standard_pages
from app.document import IN_NO_COPY, ONLY_ME, WORKER, Change, Kind, Section
from app.document.kind import Printed
from app.language import N_

TITLE_PAGE = "title"

STORY_PAGES = (
    PageKind(
        slug=TITLE_PAGE,
        role="title",
        hints=(hints.title_is_warm, hints.plain_words),
        title=N_("Our story"),
        question=N_("What shall we call it for now?"),
        prompt=N_("A warm name, with no problem in it. The child may choose a new one later."),
        starters=(N_("The story of us"),),
    ),
    PageKind(
        slug="family",
        role="family",
        hints=(hints.family_is_good, hints.plain_words),
        title=N_("Our family"),
        question=N_("Who is in our family, and what is good about us?"),
        prompt=N_("Pets count too. No worries on this page."),
        starters=(N_("In our family there is …"), N_("We are good at …"), N_("We love it when …")),
    ),
    PageKind(
        slug="who",
        role="who",
        hints=(hints.who_is_worried, hints.plain_words),
        title=N_("Who is worried?"),
        question=N_("Who is worried?"),
        prompt=N_("Use the names that the child uses. Name somebody in the family who is worried too."),
        starters=(N_("Someone who cares about you was worried because …"),),
    ),
    PageKind(
        slug="worry",
        role="worry",
        hints=(hints.worry_is_what_happened, hints.plain_words),
        title=N_("What are they worried about?"),
        question=N_("What did somebody see or hear?"),
        prompt=N_("One worry on a page. Say what happened, not what somebody is like."),
        starters=(N_("… is worried that …"), N_("… saw …"), N_("… heard …")),
        repeats=True,
    ),
    PageKind(
        slug="happened",
        role="happened",
        hints=(hints.happened_in_steps, hints.plain_words),
        title=N_("What happened then?"),
        question=N_("What happened then, step by step?"),
        prompt=N_("Three to eight small steps, in order. Leave out what would frighten."),
        starters=(N_("First …"), N_("Then …"), N_("After that …")),
        repeats=True,
    ),
    PageKind(
        slug="views",
        role="views",
        hints=(hints.plain_words,),
        title=N_("People see it differently"),
        question=N_("Who remembers it differently?"),
        prompt=N_("Give everyone the same room."),
        starters=(N_("… remembers it differently."),),
        standard=False,
    ),
    PageKind(
        slug="not-your-fault",
        role="not-your-fault",
        hints=(hints.plain_words,),
        title=N_("It is not your fault"),
        question=N_("What should the child know for sure?"),
        prompt=N_("Choose a line, or say it your own way."),
        starters=(
            N_("None of this is your fault."),
            N_("Nobody is cross with you."),
            N_("Grown-ups look after grown-up worries."),
        ),
        youngest_under=12,
    ),
    PageKind(
        slug="doing",
        role="doing",
        hints=(hints.each_line_names_who, hints.plain_words),
        title=N_("What are we doing about it?"),
        question=N_("What will each of us do?"),
        prompt=N_("Say who does it. Use the child's words."),
        starters=(N_("The grown-ups made a plan."), N_("… will …")),
        repeats=True,
    ),
    PageKind(
        slug="talk-to",
        role="talk-to",
        hints=(hints.two_to_talk_to, hints.plain_words),
        title=N_("Who can I talk to?"),
        question=N_("Who did the child choose to talk to?"),
        prompt=N_("Two people or more, one of them outside the home. A helpline is good too."),
        starters=(N_("I can talk to …"), N_("I can call …")),
    ),
    PageKind(
        slug="next",
        role="next",
        hints=(hints.next_has_a_date, hints.plain_words),
        title=N_("What happens next?"),
        question=N_("What happens next, and who tells the child?"),
        prompt=N_("Give a date, or say when you will let the child know."),
        starters=(N_("We do not know yet. We will tell you by …"), N_("… will tell me.")),
    ),
    PageKind(
        slug="ending",
        role="ending",
        hints=(hints.ending_is_a_hope, hints.plain_words),
        title=N_("The end, for now"),
        question=N_("What do we hope for?"),
        prompt=N_("A hope that is true. Only promise what you can keep."),
        starters=(N_("We hope that …"),),
    ),
)

MY_PAGES = (
    PageKind(
        slug="mine",
        title=N_("My page"),
        question=N_("Draw or say anything you like."),
        prompt=N_("This page is yours. You choose who sees it."),
        repeats=True,
    ),
    PageKind(
        slug="change",
        title=N_("What I want to change"),
        question=N_("What do you want to change?"),
        prompt=N_("This page is yours. You choose who sees it."),
        repeats=True,
        standard=False,
    ),
)

STAGES = (
    Stage(
        slug=OFFICE,
        title=N_("A draft from the office"),
        means=N_("You may bring a first draft. It stays marked as one until somebody in the room keeps or changes it."),
    ),
    Stage(
        slug="words-with-one",
        title=N_("Writing it with one parent"),
        means=N_("You write with a parent or carer. They may change any word."),
    ),
    Stage(
        slug="words-with-other",
        title=N_("Writing it with the other parent"),
        means=N_("The other parent or carer reads and changes them too. Hard things get a name that both agree to."),
    ),
    Stage(
        slug=AGREED,
        title=N_("The words are agreed"),
        means=N_("Each grown-up who has to agree says yes. Then you can draw the pictures."),
    ),
    Stage(
        slug="read-together",
        title=N_("Read together"),
        means=N_("Parents and you read it to the child. Somebody stays with the child after."),
    ),
    Stage(
        slug="drawn",
        title=N_("Drawn"),
        means=N_("The child draws, asks, changes words and chooses the title."),
    ),
    Stage(
        slug="shown",
        title=N_("Shown to our people"),
        means=N_("The people around the child see it. It can be made again when the child is older."),
    ),
)

DRAWING_FIRST = Stage(
    slug=DRAW_FIRST,
    title=N_("We draw first"),
    means=N_("Some stories begin with the pictures. The words may come later."),
)


def _setup(slug: str, title: str, question: str, prompt: str = "", *, on_copies: bool = False) -> Section:
    """One question of the set-up sheet. The worker's own: it is in no copy, whoever asks."""
    return Section(
        slug=f"setup-{slug}",
        block="words",
        title=title,
        question=question,
        prompt=prompt,
        for_whom=IN_NO_COPY,
        in_copies=False,
        on_copies=on_copies,
    )


def _beginning(kind: Kind, youngest: int | None) -> Sequence[Change]:
    """Every page of the guide that is not optional, empty; the child's own pages come when the child wants one."""
    story = kind.section("story")
    return standard_pages(story, by=WORKER, youngest=youngest) if story else ()


WORDS_AND_PICTURES = Kind(
    slug="words-and-pictures",
    name=N_("Words and Pictures"),
    family_name=N_("Our story"),
    sign="book",
    hint=N_("Told in words and pictures"),
    sections=(
        Section(
            slug="story",
            block="storyboard",
            title=N_("Our story"),
            shape=StoryLayout(pages=STORY_PAGES, title_page=TITLE_PAGE, method="method"),
        ),
        Section(
            slug="mine",
            block="storyboard",
            title=N_("My pages"),
            for_whom=ONLY_ME,
            own=True,
            shape=StoryLayout(pages=MY_PAGES),
        ),
        _setup("children", N_("The children"), N_("Who are the children, and how old is each?")),
        _setup("why", N_("Why now"), N_("Why are we making this story now?")),
        _setup(
            "knows",
            N_("What the child knows"),
            N_("What does the child know, or what has the child asked?"),
        ),
        _setup("words", N_("Our words"), N_("Which words does this family use?")),
        _setup(
            "leave-out",
            N_("Leave out"),
            N_("What must not be in it?"),
            N_("A safe address, something private about a brother or sister, or an open court or police matter."),
        ),
        Section(
            slug="setup-agree",
            block="who-agrees",
            title=N_("Who agrees first"),
            question=N_("Which adults must agree first?"),
            for_whom=IN_NO_COPY,
            in_copies=False,
        ),
        _setup(
            "reads",
            N_("Who reads it"),
            N_("Who reads it aloud, and who stays with the child after?"),
        ),
        _setup("copies", N_("Who may have it"), N_("Who may hold a copy?"), on_copies=True),
        # The worker's own paper: whether one parent has agreed is not for the other to find on the screen.
        Section(
            slug="method",
            block="method",
            title=N_("How far we are"),
            for_whom=IN_NO_COPY,
            in_copies=False,
            shape=Method(STAGES, (DRAWING_FIRST,), first="setup-agree"),
        ),
    ),
    beginning=_beginning,
    papers=(
        Printed(slug="page", name=N_("A page each"), shape="storybook", reader="child"),
        Printed(slug="four", name=N_("Four to a page"), shape="storybook", layout="four", reader="child"),
    ),
)
