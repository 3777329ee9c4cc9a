"""The way back to where somebody was: after Hide, after a break, after a reload or a kill. Always behind the PIN.

It is kept as a sealed setting, never in the address or the browser's history. Hide leads whoever has the PIN to the
worker's own screen; a page that was in somebody's hands when there was a break, or when the line was cut, waits for
them under a cover: the worker types the PIN in front of others, and what is on it is theirs (docs/domain/sharing.md).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, cast

from app.document.header import header
from app.store import StoreError
from app.system.clock import monotonic
from app.ui.session.open_plan import OpenPlan
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
from app.ui.session.settings import Settings
from app.workspace.application import Application

SETTING = "where-left"
"""The name of the sealed setting that keeps where this tablet was left."""

KEPT_FOR = 30 * 60
"""Seconds for which it leads back there: a tablet that was shut at one door is not opened on that page at the next."""

_AS_LONG_AS = 1024
"""Letters of what is kept: how long the sealed setting is tells nobody whether a page was in somebody's hands."""

_DEEPEST = 8
"""So many routes can stand in one another; nothing that the app does comes near."""

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
"""The routes that are kept, by the names under which they are: stored for ever. Any other is Home."""


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
    """Return what is kept of a route: as long for one as for another. at: when it was left, in seconds since 1970."""
    return json.dumps([at, _packed(route)]).ljust(_AS_LONG_AS)


def unpacked(kept: Any, now: float) -> Route:
    """Return the route that was kept: Home where it is none, one of a newer version, or too old."""
    try:
        at, route = json.loads(kept)
        if not (type(at) in (int, float) and 0 <= now - at <= KEPT_FOR):
            return Home()
        return _unpacked(route, _DEEPEST)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return Home()


class Moment(NamedTuple):
    """When a tab was left."""

    at: float = 0.0
    """By the calendar, in seconds since 1970."""
    elapsed: float = 0.0
    """By app.system.clock.monotonic, which nobody sets, in seconds."""


NEVER = Moment()


@dataclass
class WayBack:
    """Where the PIN leads back to in one tab: held in its memory alone."""

    route: Route | None = None
    """Where it leads; None for nowhere yet."""
    left: Moment = NEVER
    """When the tab was left there."""

    def leave(self, route: Route, at: float) -> None:
        """It is locked: the PIN leads there. at: the time of day, in seconds since 1970."""
        self.route = route
        self.left = Moment(at, monotonic())

    def kept(self) -> dict[str, str]:
        """Return the sealed setting that keeps it, over a restart too, by its name."""
        return {SETTING: packed(self.route or Home(), self.left.at)}

    def take(self) -> Route:
        """Return where the PIN leads; it leads there once."""
        route, self.route = self.route or Home(), None
        return route


class Opens(Protocol):
    """What opens a document."""

    async def open(self, document: str) -> OpenPlan:
        """Open a document. Raises StoreFault, InTheBin among them."""


async def found(plans: Opens, settings: Settings, application: Application, back: WayBack) -> Route:
    """Return where an unlocking leads. back: where this very tab was; where it was nowhere, what was kept counts.

    Not where another tab is unlocked: that one is somewhere of its own.
    """
    now = application.now()
    if back.route is not None:
        soon = 0 <= now - back.left.at <= KEPT_FOR and monotonic() - back.left.elapsed <= KEPT_FOR
        return await still_there(plans, back.route if soon else Home())
    if application.unlocked > 1:
        return Home()
    return await still_there(plans, unpacked(await settings.get(SETTING, ""), now))


async def still_there(plans: Opens, route: Route) -> Route:
    """Return the route, or the one behind it where what it shows is not there any more. Finds no fault."""
    match route:
        case Waiting(page=page):
            held = await still_there(plans, page)
            return Waiting(page) if held == page else held
        case AtPad(document=document, page=item, back=back) | AskedAlone(plan=document, about=item, back=back):
            # What is somebody's own in a whole section is opened anew each time, when nobody else is in the room.
            return route if await _has(plans, document, item) else await still_there(plans, back)
        case AtPlan(plan=document) | AboutPlan(plan=document) | MakeCopy(plan=document):
            return route if await _has(plans, document) else Home()
        case DrawingsOf(family=family):
            return Home() if await _is_closed(plans, family) else route
        case AtWords(plan=document, back=back) | ReadTogether(plan=document, back=back):
            return route if await _has(plans, document) else await still_there(plans, back)
    return route


async def keep_route(settings: Settings, route: Route, at: float) -> None:
    """Keep where somebody is at a time (seconds since 1970), so that a kill loses it no more than a word.

    Where it cannot be kept, it is not.
    """
    try:
        await settings.remember(SETTING, packed(resumed(route), at))
    except StoreError:
        return


async def _has(plans: Opens, document: str, item: str = "") -> bool:
    try:
        opened = (await plans.open(document)).document
    except (StoreError, KeyError):  # In the bin, destroyed, damaged, of a kind that this version does not know.
        return False
    if header(opened).binned or (item and item not in opened.items):
        return False
    return not await _is_closed(plans, header(opened).family)


async def _is_closed(plans: Opens, family: str) -> bool:
    """Whether the work with a family has ended: its plans are in no list then, and nothing leads back into one."""
    try:
        return bool(family) and bool(header((await plans.open(family)).document).closed)
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
    """Raises ValueError, TypeError, KeyError for anything that is no route."""
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
            raise ValueError("not what a route holds")
    route = kind(**read)
    if isinstance(route, Waiting) and not isinstance(route.page, InHands):
        raise ValueError("nothing that could wait")
    return cast(Route, route)
