"""A worry as the document holds it: its words, its goal and its number line; pure functions that return changes.

Source: docs/domain/safety-plan.md, 3, 6 and 7. What people think of one is document.answer's matter.
"""

from datetime import date
from typing import NamedTuple

from app.document import WORKER, Change, Document, ForWhom, Item, Remove, Set, Value, position_between
from app.document.answer import HIGHEST, LOWEST, mark_of
from app.document.edit import OWNER
from app.document.schema import Choice, Day, ItemType, Number, Someone, Text, stored_day, visible
from app.language import _, ngettext

MOST = 3
"""Worries in one plan, those apart that are none any more: more would drown a family."""

LONGEST_GOAL = 52
"""Weeks."""

WORRY = ItemType(
    "worry",
    {
        "happened": Text(longest=5_000),
        "known": Choice(("seen", "heard")),
        "when": Text(longest=500),
        "fear": Text(longest=5_000),
        "done": Day(),
        "done-by": Someone(),
        "did": Text(longest=5_000),
    },
)
"""by is who is worried. known: whether they saw it, or heard of it. done: on which day it was closed, with who says so
(done-by); did: what did it."""

CLOSED_BY_THE_WORKER = ("done", "done-by")
"""The fields of a worry that the worker alone fills in (Section.workers): nobody closes one against the worker."""

GOAL = ItemType("goal", {"doing": Text(longest=5_000), "sees": Text(longest=5_000), "weeks": Number(1, LONGEST_GOAL)})
"""doing: what the grown-ups will be doing; sees: what the child will see and feel. The presence of something good."""

SCALE = ItemType("scale", {"low": Text(longest=2_000), "high": Text(longest=2_000)})
"""A number line from 0 (low) to 10 (high), its ends in the group's words."""


class Goal(NamedTuple):
    """What good looks like, and for how many weeks it has to be there."""

    id: str = ""
    """The item's; "" where nothing is kept of it yet."""
    doing: str = ""
    """What the grown-ups will be doing, or ""."""
    sees: str = ""
    """What the child will see and feel, or ""."""
    weeks: int | None = None
    """1 to LONGEST_GOAL; None where that is not said."""


class Scale(NamedTuple):
    """The words of a number line's ends."""

    id: str = ""
    """The item's; "" where nothing is kept of it yet."""
    low: str = ""
    """What the lowest number means, or ""."""
    high: str = ""
    """What the highest number means, or ""."""


class Worry(NamedTuple):
    """One worry."""

    id: str
    """The item's, or the one that it gets with the first thing that is said."""
    by: str
    """Who is worried (a person id)."""
    happened: str = ""
    """What happened, in words, or ""."""
    known: str = ""
    """How it is known: seen, heard, or ""."""
    when: str = ""
    """When it was, in words, or ""."""
    fear: str = ""
    """What somebody fears could happen, or ""."""
    goal: Goal = Goal()
    """What good looks like."""
    scale: Scale = Scale()
    """Its number line."""
    done: date | None = None
    """The day on which it was closed; None while it is a worry."""
    done_by: str = ""
    """Who says that it is closed (a person id); "" where nobody does."""
    did: str = ""
    """What did it, in words, or ""."""

    @property
    def spoken(self) -> bool:
        """Whether there is anything of it to read."""
        told = (self.happened, self.when, self.fear, self.goal.doing, self.goal.sees, self.scale.low, self.scale.high)
        return any(map(visible, told)) or self.goal.weeks is not None


def worries(document: Document, section: str) -> tuple[Worry, ...]:
    """Return the worries of a section, in order."""
    return tuple(_read(document, i) for i in document.children(None, section=section, item_type=WORRY.slug))


def open_worries(document: Document, section: str) -> tuple[Worry, ...]:
    """Return those that are worries yet, in order."""
    return tuple(w for w in worries(document, section) if w.done is None)


def worry_of(document: Document, id: str) -> Worry | None:
    """Return the worry that is, or holds, an item of this id (its goal, its number line), or None."""
    item = document.items.get(id)
    line = (item, *document.ancestors(item)) if item is not None else ()
    return next((_read(document, i) for i in line if i.item_type == WORRY.slug), None)


def write(
    document: Document, section: str, worry: str, item_type: ItemType, *, by: str, for_whom: ForWhom, **said: Value
) -> tuple[Change, ...]:
    """Return the changes that make one part of a worry (WORRY, GOAL or SCALE) say this; None empties a field.

    A worry that is not there yet is added with all its parts, so that asking somebody about one adds nothing; where
    there is nothing to say yet, nothing is added. by: who is worried, for a new one. Raises NotAccepted.
    """
    emptied = {name: None for name, v in said.items() if v is None}
    checked: dict[str, Value] = item_type.check({k: v for k, v in said.items() if v is not None}) | emptied
    if worry in document.items:
        part = _part(document, worry, item_type)
        if part is None:
            return (
                item_type.add(
                    {k: v for k, v in checked.items() if v is not None}, section=section, by=by, parent=worry
                ),
            )
        return tuple(Set(part.id, k, v) for k, v in checked.items() if (part.fields.get(k) or None) != (v or None))
    if not any(v not in ("", None) for v in checked.values()):
        return ()
    return add_worry(document, section, worry, by=by, for_whom=for_whom, part=item_type, **checked)


def add_worry(
    document: Document, section: str, id: str, *, by: str, for_whom: ForWhom, part: ItemType = WORRY, **said: Value
) -> tuple[Change, ...]:
    """Return the changes that add a worry behind the others, with its parts; none where there are enough."""
    there = document.children(None, section=section, item_type=WORRY.slug)
    if len(open_worries(document, section)) >= MOST:
        return ()
    position = position_between(there[-1] if there else None, None)
    fields = {k: v for k, v in said.items() if v is not None}
    own = fields if part is WORRY else {}
    return (
        WORRY.add(own, section=section, by=by, position=position, for_whom=for_whom, id=id),
        *(s.add(fields if s is part else {}, section=section, by=by, parent=id) for s in (GOAL, SCALE)),
    )


def worried(document: Document, worry: str, person: str) -> tuple[Change, ...]:
    """Return the change that says who is worried."""
    item = document.items.get(worry)
    return (Set(worry, OWNER, person),) if item is not None and item.by != person else ()


def remove_worry(document: Document, worry: str) -> tuple[Change, ...]:
    """Return the change that takes a worry away, and all that hangs on it."""
    return (Remove(worry),) if worry in document.items else ()


def marks(worry: Worry) -> tuple[str, str]:
    """Return the marks of the words that a view, and a number, is about (document.answer.mark_of)."""
    view = mark_of({"happened": worry.happened, "fear": worry.fear})
    return view, mark_of({"low": worry.scale.low, "high": worry.scale.high})


def question(worry: Worry, about: str) -> str:
    """Return the one question that somebody is asked about a worry, or its number line (an item's id)."""
    return _("What do you think of this worry?") if about == worry.id else _("Where are we now on this line?")


def asked(worry: Worry, about: str) -> tuple[str, ...]:
    """Return what somebody is asked about a worry, or its number line (an item's id): the question, then its words."""
    told = tuple(words for words in (worry.happened, worry.fear) if visible(words))
    return (question(worry, about), *told, *(() if about == worry.id else ends(worry.scale)))


def title(worry: Worry, at: int) -> str:
    """Return what a worry is called: by its place, for no words of it shall stand at the side."""
    return _("Worry {number}").format(number=at + 1)


def weeks_said(goal: Goal) -> str:
    """Return for how long a goal has to be there, as a sentence; "" where that is not said."""
    if goal.weeks is None:
        return ""
    n = goal.weeks
    return ngettext("We want to see this for {n} week.", "We want to see this for {n} weeks.", n).format(n=n)


def ends(scale: Scale) -> tuple[str, ...]:
    """Return the ends of a number line as sentences; those that have words."""
    low = _("{number} is: {words}").format(number=LOWEST, words=scale.low) if visible(scale.low) else ""
    high = _("{number} is: {words}").format(number=HIGHEST, words=scale.high) if visible(scale.high) else ""
    return tuple(end for end in (low, high) if end)


def known_said(worry: Worry) -> str:
    """Return how it is known, and when it was, in a line; "" where neither is said."""
    seen = {"seen": _("Seen"), "heard": _("Heard about")}.get(worry.known, "")
    return ", ".join(part for part in (seen, worry.when.strip()) if visible(part))


def _part(document: Document, worry: str, item_type: ItemType) -> Item | None:
    if item_type is WORRY:
        return document.items.get(worry)
    return next(iter(document.children(worry, item_type=item_type.slug)), None)


def _read(document: Document, item: Item) -> Worry:
    f = item.fields
    goal, scale = _part(document, item.id, GOAL), _part(document, item.id, SCALE)
    known = str(f.get("known") or "")
    return Worry(
        item.id,
        item.by or WORKER,
        str(f.get("happened") or ""),
        known if known in ("seen", "heard") else "",
        str(f.get("when") or ""),
        str(f.get("fear") or ""),
        _goal(goal) if goal is not None else Goal(),
        Scale(scale.id, str(scale.fields.get("low") or ""), str(scale.fields.get("high") or ""))
        if scale is not None
        else Scale(),
        stored_day(f.get("done")),
        str(f.get("done-by") or ""),
        str(f.get("did") or ""),
    )


def _goal(item: Item) -> Goal:
    weeks = item.fields.get("weeks")
    good = isinstance(weeks, int) and not isinstance(weeks, bool) and 1 <= weeks <= LONGEST_GOAL
    doing, sees = str(item.fields.get("doing") or ""), str(item.fields.get("sees") or "")
    return Goal(item.id, doing, sees, weeks if isinstance(weeks, int) and good else None)
