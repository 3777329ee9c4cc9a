"""Flet's comparing of controls, with the same outcome in less time.

Most of this lane's time was Flet's: every tree that is added or taken away is searched through all of some sixty
properties of each control, most of which are not set. Here a property at its default is passed over. The outcome is the
same, in the same order; test_quick_flet.py holds both together. With ALONGSIDE_DEEP the lane has Flet as it is
(`make test-deep`), and the journeys have it always.

The second file that touches names which Flet keeps for itself: see flet_session.py.
"""

import dataclasses
import weakref
from collections.abc import Iterator
from enum import Enum
from types import SimpleNamespace
from typing import Any

from flet.controls import object_patch
from flet.controls.object_patch import DiffBuilder, ObjectPatchException
from flet.controls.value_types import _UNSET, Prop, _get_raw_descriptor

CONFIGURED = DiffBuilder._configure_dataclass
REMOVED = DiffBuilder._removed_controls
PUT = Prop.__set__
"""What Flet does itself."""

PLAIN = frozenset((type(None), bool, int, float, str, bytes))
"""Types of values in which there is no control."""


def _plain(value: Any) -> bool:
    return type(value) in PLAIN or value is _UNSET or isinstance(value, Enum)


_is: dict[type, bool] = {type: True}
_fields: dict[type, tuple[Any, ...]] = {}
_looked_at: dict[type, tuple[dict[str, int], tuple[str, ...]]] = {}


def is_dataclass(thing: Any) -> bool:
    """What dataclasses.is_dataclass says of a thing."""
    kind = type(thing)
    if kind is type:
        return dataclasses.is_dataclass(thing)
    if kind not in _is:
        _is[kind] = dataclasses.is_dataclass(kind)
    return _is[kind]


def fields(thing: Any) -> tuple[Any, ...]:
    """What dataclasses.fields says of an object."""
    kind = type(thing)
    if kind not in _fields:
        _fields[kind] = dataclasses.fields(thing)
    return _fields[kind]


def _where_to_look(kind: type) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the place of each field of a class that is searched, and the fields that are searched always.

    The others are properties with a plain default: one that is not in `_values` holds no control.
    """
    if kind not in _looked_at:
        names = [f.name for f in dataclasses.fields(kind) if not f.metadata.get("skip", False)]
        raw = {name: _get_raw_descriptor(kind, name) for name in names}
        always = [name for name in names if not (isinstance(raw[name], Prop) and _plain(raw[name].default))]
        _looked_at[kind] = {name: n for n, name in enumerate(names)}, tuple(always)
    return _looked_at[kind]


def worth_a_look(item: Any) -> Iterator[Any]:
    """Yield the values of a dataclass in which there may be controls, in the order of its fields."""
    route, names = _where_to_look(type(item))
    values = getattr(item, "_values", None)
    if values is None:
        for name in route:
            value = getattr(item, name)
            if type(value) not in PLAIN:
                yield value
        return
    more = [name for name, value in values.items() if type(value) not in PLAIN and name in route and name not in names]
    for name in sorted((*names, *more), key=route.__getitem__) if more else names:
        value = getattr(item, name)
        if type(value) not in PLAIN:
            yield value


def configured(
    builder: DiffBuilder, item: Any, parent: Any, frozen: bool, configure_setattr_only: bool = False
) -> list[Any]:
    """DiffBuilder._configure_dataclass."""
    found: list[Any] = []
    _configure(builder, item, parent, frozen, configure_setattr_only, found)
    return found


def _configure(builder: DiffBuilder, item: Any, parent: Any, frozen: bool, only: bool, found: list[Any]) -> None:  # noqa: C901 (as Flet has it)
    if is_dataclass(item):
        control_cls: Any = builder.control_cls
        if parent is None:
            parent_ref = getattr(item, "_parent", None)
            parent = parent_ref() if parent_ref else None
        if parent:
            if parent is item:
                raise ObjectPatchException(f"Parent is the same as item: {item}")
            item._parent = weakref.ref(parent)
        if hasattr(item, "_frozen"):
            frozen = item._frozen
        elif frozen:
            item._frozen = frozen
        kind = item.__class__
        if getattr(kind, "__flet_control_cls__", None) is None:
            kind.__flet_control_cls__ = control_cls
        is_control = bool(control_cls and isinstance(item, control_cls))
        if is_control:
            if not only:
                item.build()
                item._before_update_safe()
                object.__setattr__(item, "_initialized", True)
            found.append(item)
        if not only:
            for value in worth_a_look(item):
                _configure(builder, value, item if is_control else parent, frozen, False, found)
        if not frozen:
            _track(item)
    elif isinstance(item, dict | list):
        for value in item.values() if isinstance(item, dict) else item:
            if type(value) not in PLAIN:
                _configure(builder, value, parent, frozen, False, found)


def _track(item: Any) -> None:
    """Begin to note what changes in a control (or a plain dataclass) that is not frozen."""
    dirty = getattr(item, "_dirty", None)
    if dirty is not None:
        dirty.clear()
        return
    kind: Any = type(item)
    if kind.__setattr__ is not object_patch._control_setattr:
        kind.__setattr__ = object_patch._control_setattr
    object.__setattr__(item, "__changes", {})


def removed(builder: DiffBuilder, item: Any, recurse: bool) -> list[Any]:
    """DiffBuilder._removed_controls."""
    found: list[Any] = []
    _remove(builder.control_cls, item, recurse, found)
    return found


def _remove(control_cls: Any, item: Any, recurse: bool, found: list[Any]) -> None:
    if control_cls and isinstance(item, control_cls):
        if hasattr(item, "__prev_lists"):
            for name in ("__prev_lists", "__prev_dicts", "__prev_classes"):
                for value in getattr(item, name, {}).values():
                    _remove(control_cls, value, recurse, found)
        elif recurse:
            for value in worth_a_look(item):
                _remove(control_cls, value, recurse, found)
        found.append(item)
    elif isinstance(item, dict | list):
        for value in item.values() if isinstance(item, dict) else item:
            if type(value) not in PLAIN:
                _remove(control_cls, value, recurse, found)


def put(prop: Prop, obj: Any, value: Any) -> None:
    """Prop.__set__."""
    values = obj._values
    old = values.get(prop.name, _UNSET)
    if old is _UNSET:
        if value is prop.default or value == prop.default:
            return
    elif old == value:
        return
    if hasattr(obj, "_frozen"):
        raise RuntimeError("Frozen controls cannot be updated.") from None
    if value == prop.default:
        values.pop(prop.name, None)
    else:
        values[prop.name] = value
    obj._dirty[prop.name] = None
    if hasattr(obj, "_notify"):
        obj._notify(prop.name, value)


_done: list[str] = []


def quicken() -> None:
    """Have Flet do so. A second call changes nothing."""
    if _done:
        return
    _done.append("done")
    names: dict[str, Any] = vars(object_patch)
    names["dataclasses"] = SimpleNamespace(is_dataclass=is_dataclass, fields=fields)
    names["logger"] = SimpleNamespace(debug=lambda *told: None)
    diff: Any = DiffBuilder
    diff._configure_dataclass, diff._removed_controls = configured, removed
    prop: Any = Prop
    prop.__set__ = put
