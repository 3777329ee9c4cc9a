"""Hints beside a page of the story: the guide's rules, said kindly, and never in the way.

Everybody round the table reads them, so that they suggest and never tell off, and quote nobody. A page on which
nothing is said yet has none. Source: docs/domain/words-and-pictures.md ("Pages", "Words by age").
"""

import re
from collections.abc import Iterator, Mapping

from app.blocks.storyboard.model import Page, PageHint, Told, pages
from app.document import CHILD, EVERYONE, WORKER, Document, Person
from app.document.saying import SOMEBODY, Saying, sayings
from app.language import SOURCE, _, current, names_a_day, ngettext, plain_language
from app.language.story_words import story_words

FEWEST_STEPS, MOST_STEPS = 3, 8
GROWN = 12
"""From this age on the plain rules for adults hold, and "It is not your fault" may be left out."""

AT_HOME = ("parent", "carer", "child")
FAMILY = (*AT_HOME, "family")
OUTSIDE = ("professional", "friend")


def hints(document: Document, page: Page, *, youngest: int | None, who: Mapping[str, Person]) -> tuple[PageHint, ...]:
    """Return what might be worth another look on a page, most important first; show one at a time.

    youngest: the youngest child's age in years, None where nobody has said. who: everybody known, by id.
    None for a page that not everyone may see: nothing of it stands anywhere but on itself. None for one whose kind
    declares none (PageKind.hints), whatever its slug.
    """
    said = sayings(document, page.id)
    if page.kind is None or not page.kind.hints or page.for_whom != EVERYONE or not said:
        return ()
    text = "\n".join(s.words for s in said)
    told = Told(document, page, said, text, youngest, who, story_words())
    return tuple(hint for rule in page.kind.hints for hint in rule(told))


def title_is_warm(told: Told) -> Iterator[PageHint]:
    """The title is a warm name, with no worry in it."""
    if told.words and told.words.worry.search(told.text):
        yield PageHint("title-warm", _("A warm name helps. The worry has a page of its own."))


def family_is_good(told: Told) -> Iterator[PageHint]:
    """The page about the family holds good things alone."""
    if told.words and told.words.worry.search(told.text):
        yield PageHint("good-at-both-ends", _("This page can be all good things. Worries have pages of their own."))


def who_is_worried(told: Told) -> Iterator[PageHint]:
    """Somebody is named, and somebody of the family is among them."""
    if told.named(told.text, FAMILY) or told.kin(told.text):
        return
    if told.named(told.text):
        yield PageHint("family-worries-too", _("Is somebody in the family worried too? You could name them."))
    else:
        yield PageHint("who-is-named", _("You could name who is worried, as the child calls them."))


def worry_is_what_happened(told: Told) -> Iterator[PageHint]:
    """A worry says what happened and who is worried; behind it stands whose fault it is not."""
    if _english() and any(h.rule == "L11" for h in plain_language.hints(told.text)):
        yield PageHint("what-happened", _("You could say what somebody saw or heard, not what somebody is like."))
    if not told.named(told.text) and not told.kin(told.text):
        yield PageHint("who-is-named", _("You could name who is worried, as the child calls them."))
    yield from _fault_page(told)


def happened_in_steps(told: Told) -> Iterator[PageHint]:
    """What happened is told in three steps to eight."""
    steps = _sentences(told)
    if steps < FEWEST_STEPS:
        yield PageHint("three-to-eight-steps", _("What came before, or after? Three small steps or more are good."))
    elif steps > MOST_STEPS:
        yield PageHint("three-to-eight-steps", _("There are a lot of steps here. Some could go on another page."))
    yield from _fault_page(told)


def _fault_page(told: Told) -> Iterator[PageHint]:
    """Right behind what was hard stands that it is not the child's fault."""
    grown = told.youngest is not None and told.youngest >= GROWN
    there = {p.kind.role for p in pages(told.document, told.page.section) if p.kind is not None}
    if not grown and "not-your-fault" not in there:
        sentence = _("A child under 12 is glad to read that it is not their fault. There is a page for it.")
        yield PageHint("not-your-fault", sentence)


def each_line_names_who(told: Told) -> Iterator[PageHint]:
    """Each line names who does it."""
    if not all(_names_who_does_it(told, s) for s in told.said):
        yield PageHint("each-line-names-somebody", _("In each line, you could say who will do it."))


def _names_who_does_it(told: Told, said: Saying) -> bool:
    if told.named(said.words) or told.kin(said.words):
        return True
    # "I will come": the speaker's name stands before it, on the screen and on paper.
    speaks = said.by not in (SOMEBODY, CHILD)
    return speaks and (bool(told.words.myself.search(said.words)) if told.words else said.by != WORKER)


def two_to_talk_to(told: Told) -> Iterator[PageHint]:
    """Two people or more, one of them outside the home."""
    children = {p.id for p in told.who.values() if p.role == "child"}
    named = told.named(told.text) - children
    helpline = bool(re.search(r"\d{3,}", told.text))
    outside = {w.casefold() for w in told.words.outside.findall(told.text)} if told.words else set()
    away = helpline or bool(outside) or any(told.who[p].role in OUTSIDE for p in named)
    many = len(named) + len(told.kin(told.text)) + max(len(outside), int(helpline))
    if many < 2:
        yield PageHint("two-to-talk-to", _("Who else? Two people or more are good to have."))
    elif not away:
        sentence = _("One of them could be outside the home: a teacher, a friend or a helpline.")
        yield PageHint("one-outside-the-home", sentence)


def next_has_a_date(told: Told) -> Iterator[PageHint]:
    """A date, or when the child will know."""
    if not names_a_day(told.text):
        sentence = _("When? You could give the date, or say when you will let the child know.")
        yield PageHint("a-date", sentence)


def ending_is_a_hope(told: Told) -> Iterator[PageHint]:
    """A hope, and nothing that nobody can be sure of."""
    if told.words and told.words.promise.search(told.text):
        sentence = _("A hope is good here. You could leave out anything that nobody can be sure of.")
        yield PageHint("no-promise", sentence)
    if told.words and told.words.worry.search(told.text):
        yield PageHint("good-at-both-ends", _("A story can end with something good. Worries have pages of their own."))
    first = next((p for p in pages(told.document, told.page.section) if p.kind and p.kind.role == "family"), None)
    if first is not None and first.for_whom == EVERYONE and not sayings(told.document, first.id):
        sentence = _("Something good can stand at the beginning too, on the page about your family.")
        yield PageHint("good-at-both-ends", sentence)


def plain_words(told: Told) -> Iterator[PageHint]:
    """What holds for every page: sentences and pages as long as the youngest child can take in, and plain words."""
    age = told.youngest if told.youngest is None or told.youngest < GROWN else None
    child = told.youngest is None or told.youngest < GROWN
    found = [h for s in told.said for h in plain_language.hints(s.words, child=child, age=age, english=_english())]
    long = next((h for h in found if h.rule in ("L1", "L3")), None)
    if long is not None:
        yield PageHint("words-a-sentence", plain_language.say(long))
    # What happened then has a number of its own: 3 to 8 steps, whatever the age.
    most = next((n for oldest, n in plain_language.SENTENCES_BY_AGE if age is not None and age <= oldest), None)
    happened = told.page.kind is not None and told.page.kind.role == "happened"
    if most is not None and not happened and _sentences(told) > most:
        sentence = ngettext(
            "For a child of {age}, {n} sentence a page is enough. The rest could go on another page.",
            "For a child of {age}, {n} sentences a page are enough. The rest could go on another page.",
            most,
        ).format(age=age, n=most)
        yield PageHint("sentences-a-page", sentence)
    worry = told.page.kind is not None and told.page.kind.role == "worry"
    hard = next((h for h in found if h.rule == "L6" or (h.rule == "L11" and not worry)), None)
    if hard is not None:
        yield PageHint("plain-words", plain_language.say(hard))


def _sentences(told: Told) -> int:
    return sum(1 for s in told.said for _span in plain_language.sentences(s.words))


def _english() -> bool:
    """Whether the lists of plain language are for the language spoken here."""
    return current().partition("-")[0] == SOURCE
