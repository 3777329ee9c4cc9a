"""What people think, in sentences: the same on screen, on paper and in `show`."""

from collections.abc import Mapping
from itertools import zip_longest

from app.document import Document, Person, people, who_then
from app.document.answer import Answer, Movement, all_answers
from app.language import N_, _, isolate
from app.sayings.dated import on_day
from app.sayings.outline import OutlineLine, name_of, written_down_by

_VIEWS = {
    # Translators: a person's view of a worry, as in "Nan agrees"
    "agree": N_("{name} agrees"),
    "not": N_("{name} does not agree"),
    "unsure": N_("{name} is not sure"),
}
_NOT_SAID = {"rather-not": N_("would rather not say"), "not-today": N_("not today")}


def view_said(answer: Answer, who: Mapping[str, Person]) -> str:
    """Return a shown view as a sentence without its stop: "Nan agrees"."""
    # Translators: stands before what a person said, as in "Nan says"
    return _(_VIEWS.get(answer.stand, N_("{name} says"))).format(name=isolate(name_of(answer.by, who)))


def numbers_said(movement: Movement, who: Mapping[str, Person]) -> str:
    """Return the numbers that somebody shows, each with its day, the earliest first.

    "Nan: 3, on Monday 4 May 2026, then 5, on Monday 1 June 2026".
    """
    first, *rest = (on_day(str(n), day) for n, day in zip_longest(movement.numbers, movement.days))
    said = first
    for number in rest:
        # Translators: numbers on a number line at one time and the next, as in "3, then 5"
        said = _("{before}, then {after}").format(before=said, after=number)
    return _("{name}: {number}").format(name=isolate(name_of(movement.person, who)), number=said)


def written_note(answer: Answer, who: Mapping[str, Person], *, of: str) -> str:
    """Return the quiet line below an answer: who wrote it down, and whether it was given to other words; or "".

    of: the mark of what it is about, as that stands now (document.answer.mark_of).
    """
    lines = [written_down_by(answer.scribe, who)] if answer.scribe and answer.scribe != answer.by else []
    if answer.of and answer.of != of:
        lines.append(_("The words above were changed after this."))
    return "\n".join(lines)


def told_answers(document: Document, section: str, about: str) -> tuple[OutlineLine, ...]:
    """Return every answer about an item as lines, those too that are kept: for the worker alone, with the PIN.

    The page on which somebody is asked says so: "Only you and Jo can see it".
    """
    who = people(document)
    return tuple(
        OutlineLine(
            section,
            "answer",
            name_of(a.by, who_then(document, a.id, who)),
            "; ".join(answer_said(a)),
            on_day(_("shown to everyone") if a.shown else _("kept: only they and you may see it, in no copy"), a.day),
            "everyone" if a.shown else "worker",
        )
        for a in all_answers(document, about)
        if a.none or a.says_something
    )


def answer_said(answer: Answer) -> list[str]:
    """Return what an answer says, part by part, kept ones too: for the worker alone."""
    stands = {"agree": _("agrees"), "not": _("does not agree"), "unsure": _("is not sure")}
    said = [_(_NOT_SAID[answer.none])] if answer.none in _NOT_SAID else []
    said += [stands[answer.stand]] if answer.stand else []
    said += [str(answer.number)] if answer.number is not None else []
    said += [answer.words] if answer.words else []
    said += [_("One higher: {words}").format(words=answer.higher)] if answer.higher else []
    return said
