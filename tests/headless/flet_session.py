"""A browser tab without a browser: flet's own session, and a client that does what Flutter does with its messages.

The only file that touches names which flet keeps for itself; test_flet_contract.py says which, and fails first
when a new flet has changed them. What a test finds here is what would be on the glass: it is read from the
messages that were sent, and what is not there, or is switched off, cannot be touched.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import flet as ft
import msgpack
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
    decode_ext_from_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from tests.headless.glass import Node, do_patch, key_of, nodes_of, off, values_of, words_of
from tests.patience import PATIENCE

Spot: TypeAlias = tuple[float, float]

QUIET = 0.01
"""Seconds without a message after which a screen counts as still."""

TOUCHES = 5
"""How often somebody touches a control that is drawn anew just as it is touched."""

_PADDING = {"left": 0, "top": 0, "right": 0, "bottom": 0}


class NotThere(AssertionError):
    """What somebody looked for is not on the screen. The message shows what is."""


class Recorder(Connection):
    """A line to no client: keeps every message in the bytes in which it would have gone out."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(1)
        self.pubsubhub = PubSubHub(self.loop, self.executor)
        self.page_url = "http://127.0.0.1:1"
        self.sent: list[bytes] = []
        self._encode = configure_encode_object_for_msgpack(BaseControl)

    def send_message(self, message: Message) -> None:
        """Keep a message."""
        self.sent.append(msgpack.packb([message.action, message.body], default=self._encode))

    def dispose(self) -> None:
        """The line is cut."""
        self.executor.shutdown(wait=False)


class Tab:
    """One browser tab, and the person in front of it. Made by `opened`.

    crashes: what flet showed in place of the screen ("Error running app"); calls: what the page asked of the
    device (a file to be saved), as (name, arguments); answers: what the device says to it, by name.
    """

    def __init__(self, width: float, height: float) -> None:
        self.line = Recorder()
        self.session = Session(self.line)
        self.page = self.session.page
        self.crashes: list[str] = []
        self.calls: list[tuple[str, Any]] = []
        self.answers: dict[str, Any] = {"pick_files": []}
        self._size = (width, height)
        self._root: Node = {}
        self._there: list[Node] = []
        self._switched_off: set[int] = set()
        self._read = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, show: Callable[[ft.Page], None]) -> None:
        """Open the page, as flet_web does for a new client."""
        _context_page.set(self.page)
        width, height = self._size
        media = {
            "padding": _PADDING,
            "view_padding": _PADDING,
            "view_insets": _PADDING,
            "device_pixel_ratio": 2.0,
            "orientation": "landscape",
        }
        told = {"route": "/", "width": width, "height": height, "platform": "linux", "web": True, "media": media}
        self.session.apply_page_patch(told)
        answer = RegisterClientResponseBody(self.session.id, self.session.get_page_patch(), "")
        self.line.send_message(Message(MessageAction.REGISTER_CLIENT, answer))
        show(self.page)
        await self.session.after_event(self.page)

    @property
    def stopped(self) -> BaseException | None:
        """What a component raised while it was drawn: flet then never draws this page again, and says nothing."""
        drawing: asyncio.Task[None] | None = vars(self.session)["_Session__updates_task"]
        return drawing.exception() if drawing and drawing.done() and not drawing.cancelled() else None

    async def close(self) -> None:
        """Close the tab for good."""
        if self._tasks:
            await asyncio.wait(self._tasks)
        before = asyncio.all_tasks()
        self.session.close()
        # flet tells the page that it has closed in a task that it keeps to itself.
        await asyncio.gather(*(asyncio.all_tasks() - before))
        self.line.dispose()

    # What is there.

    @property
    def screen(self) -> Node:
        """The tree of controls as the client has it now."""
        self._catch_up()
        return self._root

    def _catch_up(self) -> None:
        for _ in self.frames():
            continue

    def frames(self) -> Iterator[Node]:
        """Read the messages that have come since the screen was last looked at: one state after the other."""
        while self._read < len(self.line.sent):
            body = self.line.sent[self._read]
            self._read += 1
            action, told = msgpack.unpackb(body, ext_hook=decode_ext_from_msgpack, strict_map_key=False)
            match MessageAction(action):
                case MessageAction.REGISTER_CLIENT:
                    self._root = told["page_patch"]
                case MessageAction.PATCH_CONTROL:
                    there = next((n for n in nodes_of(self._root) if n.get("_i") == told["id"]), None)
                    if there is not None:
                        do_patch(there, told["patch"])
                case MessageAction.SESSION_CRASHED:
                    self.crashes.append(told["message"])
                case MessageAction.INVOKE_METHOD:
                    if told["name"] != "push_route":  # The address is no file and no device: see browser_back.py.
                        self.calls.append((told["name"], told.get("args")))
                    answer = self.answers.get(told["name"])
                    self.session.handle_invoke_method_results(told["control_id"], told["call_id"], answer, None)
            self._there = []
            yield self._root

    @property
    def _controls(self) -> list[Node]:
        """All controls on the screen, top to bottom. A component's key may be its control's too: it is none."""
        screen = self.screen
        if not self._there:
            self._there = [n for n in nodes_of(screen) if n["_c"] != "C"]
            self._switched_off = set(off(screen))
        return self._there

    @property
    def _off(self) -> set[int]:
        """The numbers of the controls that are switched off."""
        return self._switched_off if self._controls else set()

    def has(self, key: str) -> bool:
        """Whether a control of that key is there."""
        return self._find(key) is not None

    def keys(self, begin: str = "") -> list[str]:
        """Return the keys of the controls that are there, top to bottom, by their beginning."""
        found = map(key_of, self._controls)
        return [key for key in found if key and key.startswith(begin)]

    def touchable(self, begin: str) -> list[str]:
        """Return the keys, by their beginning, of the controls that do something when they are touched.

        Not of those that a dialog covers.
        """
        off = self._off - {n["_i"] for n in self._controls if n.get("disabled")}
        found = [n for n in self._controls if n.get("on_click") and n["_i"] not in off]
        return [key for key in map(key_of, found) if key.startswith(begin)]

    def words(self) -> list[str]:
        """Return all that can be read or is read out: texts, labels, what stands in fields."""
        return list(words_of(self._controls))

    def everything(self) -> list[str | bytes]:
        """Return every text and every picture's bytes anywhere in the tree, shown or not."""
        return list(values_of(self.screen))

    def words_in(self, key: str) -> list[str]:
        """Return what can be read inside one control."""
        return list(words_of(nodes_of(self.control(key))))

    def says(self, words: str) -> bool:
        """Whether these words are somewhere on the screen."""
        return any(words in text for text in self.words())

    def control(self, key: str) -> Node:
        """Return the control of a key. Raises NotThere."""
        found = self._find(key)
        if found is None:
            raise NotThere(f"no {key!r} among {self.keys()}; the screen says {self.words()}")
        return found

    def value(self, key: str) -> str:
        """Return what stands in a field."""
        return str(self.control(key).get("value") or "")

    def is_off(self, key: str) -> bool:
        """Whether a control cannot be touched now."""
        return self.control(key)["_i"] in self._off

    async def until(self, holds: Callable[[], Any], what: str = "") -> None:
        """Wait until something holds; what is asked of a control that is not there yet does not. Raises NotThere when
        it never does."""
        end = self.line.loop.time() + PATIENCE
        while not self._holds(holds):
            if self.line.loop.time() > end:
                raise NotThere(f"{what or 'it never came'}; the screen says {self.words()}") from self.stopped
            await asyncio.sleep(0.005)

    @staticmethod
    def _holds(holds: Callable[[], Any]) -> bool:
        try:
            return bool(holds())
        except NotThere:
            return False

    async def sees(self, *words: str) -> None:
        """Wait until all these words are on the screen."""
        for text in words:
            await self.until(lambda text=text: self.says(text), f"nobody said {text!r}")  # type: ignore[misc]

    async def finds(self, key: str) -> Node:
        """Wait for a control, and return it."""
        await self.until(lambda: self.has(key), f"no {key!r} among {self.keys()}")
        return self.control(key)

    async def still(self, seconds: float = QUIET) -> None:
        """Wait until the screen has not changed for a while, and nothing that was touched is still at work."""
        end = self.line.loop.time() + PATIENCE
        sent = -1
        while sent != len(self.line.sent) or self._tasks:
            if self.line.loop.time() > end:
                raise NotThere(f"never still; the screen says {self.words()}") from self.stopped
            sent = len(self.line.sent)
            await asyncio.sleep(seconds)
            self._catch_up()  # A client answers what it is asked.

    # What a person does.

    async def touch(self, key: str) -> None:
        """Touch a control, when it is there and can be touched."""
        await self.until(
            lambda: (there := self._find(key)) is not None and there["_i"] not in self._off,
            f"{key!r} cannot be touched",
        )
        for _attempt in range(TOUCHES):
            there = self.control(key)
            assert there.get("on_click"), f"{key!r} does nothing when it is touched"
            heard = self.event(there, "click", None)
            await self.still()
            if heard is None or not heard.done() or heard.result():
                return
        raise NotThere(f"{key!r} does not hear a touch")

    async def write(self, key: str, words: str) -> None:
        """Write in an empty field, all at once."""
        await self.finds(key)
        self._type(key, words)
        await self.still()

    async def press(self, key: str, letters: str, *, between: Callable[[int], Any] | None = None) -> None:
        """Press letters one after the other, each behind what stands in the field just then.

        between(n): happens after the n-th letter.
        """
        for n, letter in enumerate(letters):
            self._type(key, self.value(key) + letter)
            if between is not None:
                between(n)
            await asyncio.sleep(0.001)

    async def enter(self, key: str) -> None:
        """Press Enter in a field."""
        self.event(await self.finds(key), "submit", self.value(key))
        await self.still()

    async def leave(self, key: str) -> None:
        """Go out of a field."""
        self.event(await self.finds(key), "blur", None)
        await self.still()

    async def reorder(self, key: str, old: int, new: int) -> None:
        """Drag a row of a list to another place."""
        self.event(await self.finds(key), "reorder", {"old_index": old, "new_index": new})
        await self.still()

    async def resize(self, width: float, height: float, *, keyboard: float = 0) -> None:
        """Turn the tablet, or raise the keyboard on the glass (its height in pixels)."""
        media = {"view_insets": {**_PADDING, "bottom": keyboard}}
        told = {"width": width, "height": height, "media": {**media, "padding": _PADDING, "view_padding": _PADDING}}
        told["media"] |= {"device_pixel_ratio": 2.0, "orientation": "landscape"}
        self.session.apply_page_patch(told)
        self._dispatch(self.page._i, "resize", {"width": width, "height": height})
        self._dispatch(self.page._i, "media_change", told["media"])
        await self.still()

    async def goes_to(self, route: str) -> None:
        """Change the address, as the browser's Back button does."""
        self.session.apply_page_patch({"route": route})
        self._dispatch(self.page._i, "route_change", {"route": route})
        await self.still()

    async def cut(self) -> None:
        """Lose the line: the tab is gone, and may come back within the hour."""
        await self.session.disconnect(3600)

    async def back(self) -> None:
        """Come back, as flet_web lets a client that knows its session: it gets the whole page anew."""
        self.line = Recorder()
        self._read = 0
        answer = RegisterClientResponseBody(self.session.id, self.page, "")
        self.line.send_message(Message(MessageAction.REGISTER_CLIENT, answer))
        await self.session.connect(self.line)
        await self.still()

    async def reload(self) -> None:
        """Come back quicker than the screen changes: the client is sent the page as it was when the line was lost."""
        self.line = Recorder()
        self._read = 0
        await self.session.disconnect(3600)
        self.line.send_message(
            Message(MessageAction.REGISTER_CLIENT, RegisterClientResponseBody(self.session.id, self.page, ""))
        )
        await asyncio.sleep(0.2)
        await self.session.connect(self.line)
        await self.still()

    def strikes(self, key: str) -> None:
        """Strike a key anywhere on the screen."""
        held = dict.fromkeys(("shift", "ctrl", "alt", "meta"), False)
        self.event(self.screen, "keyboard_event", {"key": key, **held})

    def goes_behind(self) -> None:
        """Another app or another tab comes to the front."""
        self.event(self.screen, "app_lifecycle_state_change", {"state": "hide"})

    # What a hand does on the page: a pen or a mouse on "page", fingers on "fingers".

    def down(self, key: str, spot: Spot) -> None:
        """The pen touches."""
        self.event(self.control(key), "pan_down", _places(spot))

    def move(self, key: str, spot: Spot, *, at: float | None = None) -> None:
        """The pen moves. at: when, in milliseconds; None: nobody tells."""
        time = {} if at is None else {"ts": ft.Duration(microseconds=round(at * 1000))}
        self.event(self.control(key), "pan_update", {**_places(spot), **time})

    def up(self, key: str, spot: Spot) -> None:
        """The pen is lifted."""
        self.event(self.control(key), "pan_end", {**_places(spot), "v": {"x": 0.0, "y": 0.0}})

    async def stroke(
        self, key: str, spots: Sequence[Spot], *, kind: str = "mouse", milliseconds: float | None = None
    ) -> None:
        """Draw one line without a break, as Flutter tells of it. milliseconds: from one report to the next."""
        self.down(key, spots[0])
        self.event(self.control(key), "pan_start", {"k": kind, **_places(spots[0])})
        for n, spot in enumerate(spots[1:], start=1):
            self.move(key, spot, at=None if milliseconds is None else n * milliseconds)
            await asyncio.sleep(0)
        self.up(key, spots[-1])
        await self.settled()

    async def dot(self, key: str, spot: Spot) -> None:
        """Touch the page and lift off in the same place."""
        await self.stroke(key, [spot])

    def finger(self, happens: str, count: int, at: Spot = (0.0, 0.0), *, scale: float = 1.0, time: float = 0.0) -> None:
        """So many fingers came ("start"), went on ("update"), or are left ("end"). at: between them; time: in ms."""
        route = {"lfp": {"x": at[0], "y": at[1]}, "gfp": {"x": at[0], "y": at[1]}, "fpd": {"x": 0.0, "y": 0.0}}
        size = {"s": scale, "hs": scale, "vs": scale, "rot": 0.0, "v": {"x": 0.0, "y": 0.0}}
        told = {"pc": count, "ts": ft.Duration(microseconds=round(time * 1000)), **route, **size}
        known = {"start": ("pc", "ts", "lfp", "gfp"), "end": ("pc", "v")}.get(happens, tuple(told.keys() - {"v"}))
        self.event(self.control("fingers"), f"scale_{happens}", {name: told[name] for name in known})

    async def with_a_finger(self, spots: Sequence[Spot], *, milliseconds: float = 16) -> None:
        """Draw one line with a finger."""
        self.finger("start", 1, spots[0])
        for n, spot in enumerate(spots[1:], start=1):
            self.finger("update", 1, spot, time=n * milliseconds)
            await asyncio.sleep(0)
        self.finger("end", 0)
        await self.settled()

    async def settled(self) -> None:
        """Wait until every touch so far has been dealt with."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def event(self, there: Node, name: str, data: Any) -> "asyncio.Task[bool] | None":
        """Send an event of a control, where it listens for one. Returns what will say whether anybody heard."""
        return self._dispatch(there["_i"], name, data) if there.get(f"on_{name}") else None

    def _type(self, key: str, words: str) -> None:
        there = self.control(key)
        assert there["_i"] not in self._off, f"{key!r} cannot be written in"
        there["value"] = words
        self.session.apply_patch(there["_i"], {"value": words})
        self.event(there, "change", words)

    def _dispatch(self, number: int, name: str, data: Any) -> "asyncio.Task[bool]":
        task = asyncio.create_task(self._tell(number, name, data))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _tell(self, number: int, name: str, data: Any) -> bool:
        """Tell flet of an event. Returns whether anybody heard: the control may have been drawn anew just then."""
        there = number in self.session.index
        await self.session.dispatch_event(number, name, data)
        return there

    def _find(self, key: str) -> Node | None:
        return next((n for n in self._controls if key_of(n) == key), None)


@asynccontextmanager
async def opened(show: Callable[[ft.Page], None], *, width: float = 1180, height: float = 820) -> AsyncIterator[Tab]:
    """Open a tab on what `show` puts on a page, and close it afterwards."""
    tab = Tab(width, height)
    await tab.start(show)
    try:
        yield tab
    finally:
        await tab.close()


def _places(spot: Spot) -> dict[str, Any]:
    route = {"x": spot[0], "y": spot[1]}
    return {"l": route, "g": route}
