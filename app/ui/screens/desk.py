"""The worker's desk, behind the PIN: what is due in all families, what is out, what has rested. A line leads there.

Nothing of it is read before the PIN, and all of it goes with the screen.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import flet as ft

from app.document.office import CopyOut, Looked, MyPromise, Office, SearchHit, find
from app.kit import controls, theme
from app.kit.component import made
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, full_date, isolate, ngettext, read_out
from app.language.name_search import folded
from app.sayings.copy_log import holder_name
from app.sayings.outline import name_of, promise_line
from app.ui.actions.families import choose_for_today
from app.ui.actions.office import OfficeReading, read_all
from app.ui.screens.next_date import said
from app.ui.session.routes import AboutPlan, AtPlan, Home, MakeCopy, Route
from app.ui.session.session import Session

MOST = 20
"""So many lines of a list are shown at first."""

Names = Mapping[str, str]
"""Families' nicknames by id, closed ones too."""


def use_office(session: Session, *, proved: bool) -> OfficeReading:
    """Return how far the reading of all plans has come; it begins when the worker has proved who they are."""
    reading, set_reading = made(OfficeReading)

    async def read() -> None:
        if proved:
            with session.minding():
                await read_all(session, set_reading)

    ft.use_effect(read, [proved, session.version])
    return reading


def parts_of_office(
    session: Session, office: Office, reading: OfficeReading, at: str, go: Callable[[str], None]
) -> ft.Control:
    """The ways from one list to another; each says how many lines it has, when all is read."""

    def way(key: str, name: str, lines: int) -> ft.Control:
        # Translators: the name of a list, and how many lines it has
        label = _("{list} ({n})").format(list=name, n=lines) if reading.done and lines else name
        return controls.button(label, session.handler(lambda: go(key)), key=f"list-{key}", chosen=at == key)

    return ft.Row(
        [
            way("families", _("Families"), 0),
            way("dates", _("Next dates"), len(office.dates)),
            way("promises", _("My promises"), len(office.promises)),
            way("copies", _("Copies"), len(office.to_bring) + len(office.out)),
            way("rested", _("Not worked on"), len(office.rested)),
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )


def still_reading(reading: OfficeReading) -> list[ft.Control]:
    """How far it has come, as long as not all is read."""
    if reading.done:
        return []
    told = _("One moment … {n} of {all} are read.").format(n=len(reading.looked), all=reading.of)
    return [controls.quiet(told if reading.of else _("One moment …"))]


def office_list(
    session: Session,
    office: Office,
    reading: OfficeReading,
    names: Names,
    at: str,
    *,
    whole: bool,
    show_all: Callable[[], None],
) -> list[ft.Control]:
    """Return one of the lists, as far as it has been read.

    whole: also what stands behind the first lines of a long one; show_all: asks for it.
    """
    today = session.application.today
    if at == "dates":
        groups = [("", [_date(session, plan, names, today) for plan in office.dates])]
        nothing = _("No plan has a next date.")
    elif at == "promises":
        groups = _promises(session, office, names, today)
        nothing = _("You have no open promises.")
    elif at == "copies":
        groups = [
            (_("You said you would bring"), [_to_bring(session, p, m, names, today) for p, m in office.to_bring]),
            (_("Copies that are out"), [_copy(session, plan, copy, names) for plan, copy in office.out]),
        ]
        nothing = _("No copies are out, and none are due.")
    else:
        groups = [("", [_rested(session, plan, names, today) for plan in office.rested])]
        nothing = _("Every plan was worked on in the last 90 days.")
    shown: list[ft.Control] = []
    for name, lines in groups:
        if lines:
            shown += [controls.heading(name)] if name else []
            shown.append(_column(lines if whole else lines[:MOST]))
    longest = max((len(lines) for _name, lines in groups), default=0)
    if longest > MOST and not whole:
        shown.append(controls.button(_("Show all"), session.handler(show_all), key="show-all", height=56))
    if not reading.done:
        return [*shown, *still_reading(reading)]
    return shown or [controls.words(nothing, quiet=True)]


def found_list(
    session: Session, reading: OfficeReading, names: Names, sought: str, about: Callable[[str], None]
) -> list[ft.Control]:
    """Return the people and plans that have a name, and the closed families; those that go on are listed already."""
    kinds = session.application.kinds
    found = find(reading.looked, sought, families=kinds.family.slug, apart=(kinds.drawings.slug,))
    shut = {one.id for one in reading.looked if one.closed is not None}
    lines = [
        _found(session, one, names, about, n, shut=(one.at.family or one.at.id) in shut)
        for n, one in enumerate(found)
        if one.what != "family" or one.at.id in shut
    ]
    # As long as not all is read, nobody is told that there is nothing.
    return [*([_column(lines[:MOST])] if lines else []), *(still_reading(reading) if folded(sought) else [])]


def damaged_list(session: Session, office: Office, names: Names) -> list[ft.Control]:
    """Return what could not be read as a whole, and what that means; nothing where all could be read."""
    if not office.damaged:
        return []
    named = [one for one in office.damaged if one.title]
    lines = [
        line(
            session, _whose(one, names), "", leads(session, one.family or one.id, _place_of(one)), key=f"part-{one.id}"
        )
        for one in named
    ]
    rest = len(office.damaged) - len(named)
    told = [
        controls.heading(_("Damaged")),
        controls.words(
            _("A part of these cannot be read. What can be read is shown, and nothing is changed in them."),
            size=theme.CONTROL,
        ),
        _column(lines),
    ]
    if rest:
        more = ngettext(
            "{n} plan cannot be read at all. Please tell whoever looks after this tablet.",
            "{n} plans cannot be read at all. Please tell whoever looks after this tablet.",
            rest,
        )
        told.append(controls.words(more.format(n=rest), size=theme.CONTROL))
    return told


def leads(session: Session, family: str, route: Route | None) -> Handler:
    """The touch that leads from the office to a place of a family's, which is today's then. None: nowhere."""
    if route is None:
        return None

    async def go() -> None:
        if family:
            await choose_for_today(session, family)
        session.go(route)

    return session.handler(go)


def line(session: Session, words: str, below: str, go: Handler, *, key: str) -> ft.Control:
    """One line of a list: what it is, and, smaller, whose; touched, it leads there."""
    said_: list[ft.Control] = [controls.words(words, size=theme.CONTROL)]
    said_ += [controls.quiet(below)] if below else []
    shown = ft.Container(
        ft.Column(said_, spacing=2, tight=True), padding=ft.Padding.symmetric(horizontal=12, vertical=8), expand=True
    )
    # Flutter lays a button's content out loosely: a row gives it the whole width.
    row = touchable(
        ft.Row([shown]), read_out((words, below)), go, key=key, edge=ft.BorderSide(1, theme.LINE), bgcolor=theme.SHEET
    )
    return ft.Row([ft.Container(row, expand=True)])


def plan_line(session: Session, plan: Looked, today: date, *, key: str) -> ft.Control:
    """A plan in the list of one family's: when it was worked on, and when it is taken up again."""
    return line(session, _title(plan), _when(plan, today), leads(session, plan.family, AtPlan(plan.id)), key=key)


def date_line(session: Session, plan: Looked, today: date, *, key: str) -> ft.Control:
    """A plan of one family's by its next date alone."""
    return line(session, _title(plan), _next(plan, today), leads(session, plan.family, AtPlan(plan.id)), key=key)


def promise_lines(
    session: Session, found: Sequence[tuple[Looked, MyPromise]], names: Names, *, key: str
) -> list[ft.Control]:
    """Promises of the worker's and copies that they said they would bring, each the way to its place."""
    today = session.application.today
    made_ = (_to_bring if m.promised.owed else _promise for _plan, m in found)
    return [make(session, plan, m, names, today, key=key) for make, (plan, m) in zip(made_, found, strict=True)]


def _column(lines: Sequence[ft.Control]) -> ft.Control:
    return ft.Column(list(lines), spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _title(plan: Looked) -> str:
    return plan.title or _("A plan without a name")


def _whose(plan: Looked, names: Names) -> str:
    """Return a plan with its family: "The Otters · Our plan"."""
    return " · ".join(isolate(words) for words in (names.get(plan.family, ""), _title(plan)) if words)


def _place_of(one: Looked) -> Route | None:
    return AtPlan(one.id) if one.family else None


def _when(plan: Looked, today: date) -> str:
    told = [_("Last worked on: {date}").format(date=full_date(plan.worked))] if plan.worked else []
    return "\n".join([*told, *filter(None, [_next(plan, today)])])


def _next(plan: Looked, today: date) -> str:
    if not plan.next:
        return ""
    day = said(plan.next, today)
    return day if plan.next < today else _("Next: {date}").format(date=day)


def _date(session: Session, plan: Looked, names: Names, today: date) -> ft.Control:
    """A next date. One that is over leads to where a new day is chosen."""
    day = plan.next or today
    route: Route = AboutPlan(plan.id) if day < today else AtPlan(plan.id)
    go = leads(session, plan.family, route)
    return line(session, said(day, today), _whose(plan, names), go, key=f"date-{plan.id}")


def _promises(session: Session, office: Office, names: Names, today: date) -> list[tuple[str, list[ft.Control]]]:
    """Return the worker's promises: those whose day has come, those of a later day, those without one."""
    due = [pair for pair in office.promises if pair[1].day is not None and pair[1].day <= today]
    later = [pair for pair in office.promises if pair[1].day is not None and pair[1].day > today]
    some_day = [pair for pair in office.promises if pair[1].day is None]
    named = ((_("Due"), due), (_("Later"), later), (_("Without a day"), some_day))
    return [(name, [_promise(session, plan, m, names, today) for plan, m in found]) for name, found in named]


def _promise(
    session: Session, plan: Looked, mine: MyPromise, names: Names, today: date, *, key: str = "promise"
) -> ft.Control:
    words = promise_line(mine.promised, "", today)
    to = [_("To {name}").format(name=isolate(mine.whom))] if mine.whom else []
    go = leads(session, plan.family, AtPlan(plan.id, mine.section))
    below = " · ".join((*to, _whose(plan, names)))
    return line(session, words, below, go, key=f"{key}-{mine.promised.item}")


def _to_bring(
    session: Session, plan: Looked, mine: MyPromise, names: Names, today: date, *, key: str = "bring"
) -> ft.Control:
    words = promise_line(mine.promised._replace(what=_copy_for(mine.promised.whom, mine.whom)), "", today)
    go = leads(session, plan.family, MakeCopy(plan.id))
    return line(session, words, _whose(plan, names), go, key=f"{key}-{mine.promised.item}")


def _copy_for(whom: str, name: str) -> str:
    if not whom:
        return _("A copy for nobody in particular")
    return _("A copy for {name}").format(name=isolate(name or name_of(whom, {})))


def _copy(session: Session, plan: Looked, copy: CopyOut, names: Names) -> ft.Control:
    """A copy that is out: whose, on which paper, since when, and whether the plan is another by now."""
    made_ = copy.copied
    number = _("Copy {number}").format(number=made_.number) if made_.number is not None else ""
    name = holder_name(made_.whom, copy.whom)
    day = full_date(made_.day) if made_.day is not None else ""
    words = " · ".join(part for part in (number, name, _(copy.paper) if copy.paper else "", day) if part)
    told = [_("Version of {date}.").format(date=full_date(copy.version))] if copy.version else []
    told.append(_("The plan has changed since.") if copy.newer else _("The plan is the same now."))
    told += [] if copy.may else [_("You have not said that this person may hold one.")]
    below = " · ".join((_whose(plan, names), " ".join(told)))
    return line(session, words, below, leads(session, plan.family, MakeCopy(plan.id)), key=f"out-{made_.id}")


def _rested(session: Session, plan: Looked, names: Names, today: date) -> ft.Control:
    go = leads(session, plan.family, AtPlan(plan.id))
    return line(session, _whose(plan, names), _when(plan, today), go, key=f"rested-{plan.id}")


def _found(
    session: Session, found: SearchHit, names: Names, about: Callable[[str], None], n: int, *, shut: bool
) -> ft.Control:
    """Something that was found: what of it has that name, and where it is. In a closed family, the way to that."""
    at = found.at
    family = at.family or at.id
    go = session.handler(lambda: about(family)) if shut else leads(session, family, _place_of(at) or Home())
    where = _whose(at, names) if found.what == "person" and at.family else isolate(names.get(family, ""))
    told = {
        "family": _("A family"),
        "person": _("Somebody in: {place}").format(place=where),
        "plan": _("A plan of: {place}").format(place=where),
    }[found.what]
    closed = [_("This family is closed.")] if shut else []
    key = f"found-{found.what}-{at.id if found.what != 'person' else n}"
    return line(session, found.words, " · ".join((told, *closed)), go, key=key)
