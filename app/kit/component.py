"""Flet's component and its state, with the types that mypy needs.

Flet's own `component` keeps a function's arguments as they are, and so knows no `key`, which every
component takes; and its `use_state(None)` never learns what it may hold later.
"""

from collections.abc import Callable
from functools import partial
from typing import Generic, ParamSpec, TypeVar, cast

import flet as ft
from flet.components.hooks.use_ref import MutableRef

P = ParamSpec("P")
T = TypeVar("T")


class Component(Generic[P]):
    """A function that shows something with a state of its own. It is called with what the function takes.

    `Name(…)` is one without a key, `Name.keyed("key")(…)` the same under a key: what Flet keeps a state by.
    """

    __slots__ = ("_show",)

    def __init__(self, show: Callable[P, ft.Control]) -> None:
        """show: the function as Flet's `component` made it."""
        self._show = show

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> ft.Control:
        """Return the control of one call; Flet calls the function when it draws it."""
        return self._show(*args, **kwargs)

    def keyed(self, key: str) -> Callable[P, ft.Control]:
        """Return this component under a key, to be called with what the function takes."""
        # Flet takes the key out of the arguments before the function is called. No ParamSpec can say so.
        show: Callable[..., ft.Control] = self._show
        return partial(show, key=key)


def component(show: Callable[P, ft.Control]) -> Component[P]:
    """Make a function a component: it may have a state of its own, and takes a key."""
    return Component(ft.component(show))


def unchanging(show: Callable[P, ft.Control]) -> Component[P]:
    """Make a function a component that is drawn again only when what it is given has changed (each by ==).

    For one of many in a list. Give it values, never a function made on the spot: that is another one each time.
    """
    remember: Callable[[Callable[P, ft.Control]], Callable[P, ft.Control]] = ft.memo
    return Component(remember(ft.component(show)))


def state(first: T) -> tuple[T, Callable[[T], None]]:
    """Return a component's own value, and what replaces it. first: how it begins."""
    return made(lambda: first)


def made(make: Callable[[], T]) -> tuple[T, Callable[[T], None]]:
    """The same, for a value that is made once, when the component first shows."""
    use: Callable[[Callable[[], T]], tuple[T, Callable[[T], None]]] = ft.use_state
    return use(make)


def instance(make: Callable[[], T]) -> T:
    """Return a component's own object, made once; the component is not drawn again when that object changes."""
    use: Callable[[Callable[[], T]], MutableRef[T]] = ft.use_ref
    return cast(T, use(make).current)


def words_typed(first: str = "") -> tuple[str, Callable[[str], None], Callable[[], str]]:
    """Return what is typed in a field as it is drawn, what replaces it, and what asks for it as it is at this moment.

    first: what stands there at first. A touch can come before the screen was drawn with the last letter: whoever acts
    on what is written asks for it as it is then.
    """
    return at_once(first)


def at_once(first: T) -> tuple[T, Callable[[T], None], Callable[[], T]]:
    """The same, for whatever is written in several fields that are acted on together."""
    drawn, replace = state(first)
    now: MutableRef[T] = ft.use_ref(first)

    def put(value: T) -> None:
        now.current = value
        replace(value)

    return drawn, put, lambda: cast(T, now.current)


def maybe(kind: type[T]) -> tuple[T | None, Callable[[T | None], None]]:
    """Return a component's own value that begins as nothing, and what replaces it."""
    value, replace = ft.use_state(None)
    return cast(T | None, value), cast(Callable[[T | None], None], replace)
