"""The way back to where somebody was: after Hide, after a break, after a reload or a kill. Always behind the PIN.

It is kept as a sealed setting, never in the address or the browser's history. Hide leads whoever has the PIN to the
worker's own screen; a page that was in somebody's hands when there was a break, or when the line was cut, waits for
them under a cover: the worker types the PIN in front of others, and what is on it is theirs (docs/domain/sharing.md).
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from app.document.header import header
from app.language import _
from app.store import StoreError
from app.system.clock import monotonic
from app.ui.session.routes import (
    AboutPlan,
    AskedAlone,
    AtPad,
    AtPlan,
    AtWords,
    ChangeSecret,
    DrawingsOf,
    Families,
    HandedBack,
    Home,
    InHands,
    MakeCopy,
    NewSecret,
    OfferVisitCode,
    OurPeople,
    ReadTogether,
    Route,
    Safety,
    SpareKey,
    Waiting,
    WhoMayHold,
)

if TYPE_CHECKING:
    from app.ui.session.session import Session

SETTING = "where-left"
"""The name of the sealed setting that keeps where this tablet was left."""

KEPT_FOR = 30 * 60
"""Seconds for which it leads back there: a tablet that was shut at one door is not opened on that page at the next."""

_AS_LONG_AS = 1024
"""Letters of what is kept: how long the sealed setting is tells nobody whether a page was in somebody's hands."""

_DEEPEST = 8
"""So many places can stand in one another; nothing that the app does comes near."""

_KEPT: Mapping[str, type[Any]] = MappingProxyType(
    {
        "home": Home,
        "families": Families,
        "safety": Safety,
        "plan": AtPlan,
        "about": AboutPlan,
        "pad": AtPad,
        "words": AtWords,
        "asked": AskedAlone,
        "waiting": Waiting,
        "book": ReadTogether,
        "drawings": DrawingsOf,
    }
)
"""The places that are kept, by the names under which they are: stored for ever. Any other is Home."""


def after_hide(route: Route) -> Route:
    """Return where the PIN leads after Hide: to the same screen; from a page in somebody's hands, to the worker's."""
    match route:
        case Waiting(page=page):
            return page.back
        case AtPad(back=back, handed=True) | AtWords(back=back) | AskedAlone(back=back) | HandedBack(back=back):
            return back
        case SpareKey(back=back) | NewSecret(back=back):
            return after_hide(back)  # Asked anew, where the next key makes it so.
        case ChangeSecret():
            return Safety()
    return route


def resumed(route: Route) -> Route:
    """Return where the PIN leads after a break, a reload, a kill, or when it locked by itself."""
    match route:
        case AtPad(handed=True) | AtWords() | AskedAlone():
            return Waiting(route)
        case HandedBack(back=back):
            return back
        case MakeCopy(plan=plan):
            return AtPlan(plan)
        case OurPeople(back=back) | WhoMayHold(back=back) | OfferVisitCode(back=back):
            return back
        case SpareKey(back=back) | NewSecret(back=back):
            return resumed(back)
        case ChangeSecret():
            return Safety()
    return route


def packed(route: Route, at: float) -> str:
    """Return what is kept of a place: as long for one as for another. at: when it was left, in seconds since 1970."""
    return json.dumps([at, _packed(route)]).ljust(_AS_LONG_AS)


def unpacked(kept: Any, now: float) -> Route:
    """Return the place that was kept: Home where it is none, one of a newer version, or too old."""
    try:
        at, route = json.loads(kept)
        if not (type(at) in (int, float) and 0 <= now - at <= KEPT_FOR):
            return Home()
        return _unpacked(route, _DEEPEST)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return Home()


class Moment(NamedTuple):
    """When a tab was left: by the calendar (seconds since 1970), and by app.system.clock, which nobody sets."""

    at: float = 0.0
    elapsed: float = 0.0


NEVER = Moment()


async def found(session: "Session", held: Route | None, left: Moment) -> Route:
    """Return where an unlocking leads. held: where this very tab was, and left when; else what was kept counts.

    Not where another tab is unlocked: that one is somewhere of its own.
    """
    now = session.application.now()
    if held is not None:
        soon = 0 <= now - left.at <= KEPT_FOR and monotonic() - left.elapsed <= KEPT_FOR
        return await still_there(session, held if soon else Home())
    if session.application.unlocked > 1:
        return Home()
    return await still_there(session, unpacked(await session.setting(SETTING, ""), now))


async def still_there(session: "Session", route: Route) -> Route:
    """Return the place, or the one behind it where it is not there any more. Says nothing of it, and finds no fault."""
    match route:
        case Waiting(page=page):
            held = await still_there(session, page)
            return Waiting(page) if held == page else held
        case AtPad(document=document, page=item, back=back) | AskedAlone(plan=document, about=item, back=back):
            # What is somebody's own in a whole section is opened anew each time, when nobody else is in the room.
            return route if await _has(session, document, item) else await still_there(session, back)
        case AtPlan(plan=document) | AboutPlan(plan=document) | MakeCopy(plan=document):
            return route if await _has(session, document) else Home()
        case DrawingsOf(family=family):
            return Home() if await _is_closed(session, family) else route
        case AtWords(plan=document, back=back) | ReadTogether(plan=document, back=back):
            return route if await _has(session, document) else await still_there(session, back)
    return route


async def keep_place(session: "Session") -> None:
    """Keep where somebody is now, so that a kill loses it no more than a word. Where it cannot be kept, it is not."""
    if session.unlocked:
        try:
            await session.remember(SETTING, packed(resumed(session.route), session.application.now()))
        except StoreError:
            return


async def have_a_break(session: "Session") -> None:
    """Cover the page and lock, and say that what is on it is safe. The PIN leads back to it, in the same hands."""
    session.keep_drafts()
    route = session.route
    if await session.workspace.settled() and not session.refused:
        safe = _("Your picture is safe.") if isinstance(route, AtPad) else _("Your page is safe.")
    else:
        safe = _("Not all of it is saved yet. Please leave the tablet on.")
    await session.cover(resumed(route), " ".join((safe, _("What you draw here is not kept."))))


async def _has(session: "Session", document: str, item: str = "") -> bool:
    try:
        opened = (await session.open(document)).document
    except (StoreError, KeyError):  # In the bin, destroyed, damaged, of a kind that this version does not know.
        return False
    if header(opened).binned or (item and item not in opened.items):
        return False
    return not await _is_closed(session, header(opened).family)


async def _is_closed(session: "Session", family: str) -> bool:
    """Whether the work with a family has ended: its plans are in no list then, and nothing leads back into one."""
    try:
        return bool(family) and bool(header((await session.open(family)).document).closed)
    except (StoreError, KeyError):
        return False


def _packed(value: Any) -> Any:
    if not is_dataclass(value):
        return value
    name = next((n for n, kind in _KEPT.items() if type(value) is kind), "home")
    if name == "home":
        return [name, {}]
    return [name, {f.name: _packed(getattr(value, f.name)) for f in fields(value)}]


def _unpacked(kept: Any, deepest: int) -> Route:
    """Raises ValueError, TypeError, KeyError for anything that is no place."""
    if deepest == 0:
        raise ValueError("too deep")
    name, values = kept
    kind = _KEPT[name]
    known = {f.name: f.type for f in fields(kind)}
    read: dict[str, Any] = {}
    for field, value in values.items():
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            read[field] = tuple(value)
        elif isinstance(value, list):
            read[field] = _unpacked(value, deepest - 1)
        elif type(value) is known[field]:
            read[field] = value
        else:
            raise ValueError("not what a place holds")
    route = kind(**read)
    if isinstance(route, Waiting) and not isinstance(route.page, InHands):
        raise ValueError("nothing that could wait")
    return cast(Route, route)
