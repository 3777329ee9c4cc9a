"""What quick_flet.py does in Flet's place has the outcome that Flet's own has."""

import asyncio
import dataclasses
from pathlib import Path
from typing import Any

import flet as ft
import pytest
from flet import canvas as cv
from flet.controls.base_control import BaseControl
from flet.controls.object_patch import DiffBuilder
from flet.controls.value_types import Prop
from hypothesis import given, settings
from hypothesis import strategies as st

from app.main import screen_of
from tests.headless import quick_flet
from tests.headless.flet_session import opened
from tests.headless.sitting import copied, sitting, to_plan

_words = st.text("abc", max_size=3)
_leaves = st.one_of(
    st.builds(lambda words, size: ft.Text(words, size=size, style=ft.TextStyle(size=size)), _words, st.integers(1, 9)),
    st.builds(lambda words: ft.TextField(value=words, label=ft.Text(words)), _words),
    st.builds(lambda words: ft.IconButton(ft.Icons.ADD, tooltip=words, style=ft.ButtonStyle(padding=3)), _words),
    st.builds(lambda n: cv.Canvas([cv.Points([(1.0, n)], paint=ft.Paint(color="red"))]), st.floats(0, 9)),
)
trees = st.recursive(
    _leaves,
    lambda inside: st.one_of(
        st.builds(ft.Column, st.lists(inside, max_size=4)),
        st.builds(lambda content: ft.Container(content, border=ft.Border.all(2, "red"), padding=4), inside),
        st.builds(lambda content, title: ft.AlertDialog(title=title, content=content, actions=[]), inside, inside),
        st.builds(lambda content: ft.Semantics(ft.Stack([content, ft.Text("x")])), inside),
    ),
    max_leaves=12,
)


def searched(item: Any, found: list[Any]) -> list[Any]:
    """Return every dataclass in a value, found by looking at all fields of each."""
    if dataclasses.is_dataclass(item):
        found.append(item)
        for f in dataclasses.fields(item):
            if not f.metadata.get("skip", False):
                searched(getattr(item, f.name), found)
    elif isinstance(item, dict | list):
        for value in item.values() if isinstance(item, dict) else item:
            searched(value, found)
    return found


def holders(item: Any) -> list[int]:
    """Return the fields of a dataclass, in their order, in which there may be controls."""
    every = [getattr(item, f.name) for f in dataclasses.fields(item) if not f.metadata.get("skip", False)]
    return [id(value) for value in every if dataclasses.is_dataclass(value) or isinstance(value, dict | list)]


def looked_at(item: Any) -> list[int]:
    found = list(quick_flet.worth_a_look(item))
    return [id(value) for value in found if dataclasses.is_dataclass(value) or isinstance(value, dict | list)]


def marks(tree: Any) -> list[tuple[Any, ...]]:
    """Return what is noted on every dataclass of a tree."""
    every = searched(tree, [])
    return [
        (i._parent(), getattr(i, "_frozen", None), getattr(i, "_dirty", None)) for i in every if hasattr(i, "_parent")
    ]


@given(trees, st.booleans(), st.booleans())
@settings(deadline=None, max_examples=60)
def test_a_tree_is_searched_as_flet_searches_it(tree: ft.Control, frozen: bool, recurse: bool) -> None:
    for item in searched(tree, []):
        assert looked_at(item) == holders(item)
    builder = DiffBuilder(None, None, control_cls=BaseControl)
    theirs = list(quick_flet.CONFIGURED(builder, tree, None, frozen))
    noted = marks(tree)
    for item in searched(tree, []):
        vars(item).pop("_parent", None)
    ours = quick_flet.configured(builder, tree, None, frozen)
    assert list(map(id, ours)) == list(map(id, theirs))
    assert marks(tree) == noted
    gone = list(quick_flet.REMOVED(builder, tree, recurse))
    assert list(map(id, quick_flet.removed(builder, tree, recurse))) == list(map(id, gone))


@pytest.mark.asyncio
async def test_so_are_the_screens_of_the_app(prepared: Path, tmp_path: Path) -> None:
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        for go in (asyncio.sleep(0), to_plan(tab)):
            await go
            there = searched(list(tab.page.views), [])
            bodies = [item._b for item in there if getattr(item, "_c", "") == "C"]
            for item in (*there, *searched(bodies, [])):
                assert looked_at(item) == holders(item)
            assert len(there) > 1


class StrippedPhoto:
    """Something with one property; notes what it is told."""

    _values: dict[str, Any]
    _dirty: dict[str, Any]

    def __init__(self) -> None:
        self._values, self._dirty, self.told = {}, {}, []  # type: ignore[var-annotated]

    def _notify(self, name: str, value: Any) -> None:
        self.told.append((name, value))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 2), st.booleans(), st.just(float("nan"))), max_size=8),
    st.integers(0, 9),
)
def test_a_property_is_set_as_flet_sets_it(values: list[Any], frozen: int) -> None:
    prop, ours, theirs = Prop("size", 1), StrippedPhoto(), StrippedPhoto()
    for n, value in enumerate(values):
        refused = []
        for it, put in ((ours, quick_flet.put), (theirs, quick_flet.PUT)):
            if n == frozen:
                vars(it)["_frozen"] = True
            try:
                put(prop, it, value)
            except RuntimeError as fault:
                refused.append(str(fault))
        assert len(refused) in (0, 2)
        assert [repr(vars(ours))] == [repr(vars(theirs))]


def test_the_lane_has_it() -> None:
    assert DiffBuilder._configure_dataclass in (quick_flet.configured, quick_flet.CONFIGURED)
    for thing in (ft.Text, ft.Text("a"), str, "a", None):
        assert quick_flet.is_dataclass(thing) is dataclasses.is_dataclass(thing)
