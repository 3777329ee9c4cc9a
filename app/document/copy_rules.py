"""Who may hold a copy: the worker's rule for each person, the same in every plan of a family. It is an allow-list.

Whoever has no rule yet (somebody who was just added) holds nothing until the worker says so. The rules stand in the
family's own document, in a section that no copy ever holds; only the worker writes them, and nothing at the table tells
whether there is one. Source: docs/domain/sharing.md ("Who must not have a copy is a rule that the app keeps, not a
note").
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from app.document.copies_due import copies_due
from app.document.edit import Change, Remove, Set
from app.document.fold import Document
from app.document.header import header
from app.document.item import IN_NO_COPY, WORKER, Item, Value
from app.document.kind import Promised
from app.document.schema import Choice, ItemType, Someone, Text

RULES_SECTION = "copy-rules"
"""The section of a family's document in which the rules stand."""

COPY_RULE = ItemType(
    "copy-rule",
    {"who": Someone(), "may": Choice(("yes", "no")), "why": Text(longest=500, lines=False)},
)
"""One person's rule. may: "yes", "no", or nothing where it is not decided. why: for the worker alone."""

OFFICE = "office"
"""Who the copy for the office's record is for, where else a person's id stands."""

Holding: TypeAlias = Literal["may", "must-not", "not-decided"]

_KEPT: Mapping[Holding, Value] = MappingProxyType({"may": "yes", "must-not": "no", "not-decided": None})


class CopyRule(NamedTuple):
    """What the worker said of one person, and why."""

    who: str
    """Of whom: a person id, or OFFICE for the office's record."""
    holding: Holding = "not-decided"
    """Whether they may hold a copy: "may" alone allows one."""
    why: str = ""
    """The worker's reason, for the worker alone; "" for none."""


def copy_rules(family: Document) -> dict[str, CopyRule]:
    """Return what the worker said of each person, by person id; somebody who is not in it is not decided.

    Where two tablets said it twice, the stricter holds. What only a newer version can read allows nothing.
    """
    found: dict[str, list[Item]] = {}
    for item in family.children(None, section=RULES_SECTION, item_type=COPY_RULE.slug):
        who = item.fields.get("who")
        if isinstance(who, str):
            found.setdefault(who, []).append(item)
    return {who: _read(who, items) for who, items in found.items()}


def rule_of(family: Document | None, person: str) -> CopyRule:
    """Return the rule for a person (an id). The worker and the office's record need none."""
    if person in (WORKER, OFFICE):
        return CopyRule(person, "may")
    return (copy_rules(family) if family is not None else {}).get(person, CopyRule(person))


def may_hold(family: Document | None, person: str) -> bool:
    """Whether a copy may be made for a person (an id). family: their family's document; None: nobody knows the rules.

    "" (nobody in particular) has no rule: that takes the worker's own word each time.
    """
    return bool(person) and rule_of(family, person).holding == "may"


def decide(family: Document, person: str, holding: Holding) -> tuple[Change, ...]:
    """Return the changes by which the worker says whether a person may hold a copy; none where it was said already."""
    return _write(family, person, "may", _KEPT[holding])


def give_reason(family: Document, person: str, why: str) -> tuple[Change, ...]:
    """Return the changes by which the worker writes down why. Raises NotAccepted for too many words."""
    return _write(family, person, "why", why)


def rules_for(document: Document, family: Document | None) -> Document | None:
    """Return the document whose rules hold for a plan: its family's and no other's. None: nobody knows the rules.

    A plan that belongs to no family is ruled by whatever is given with it.
    """
    wanted = header(document).family
    return family if family is not None and wanted in ("", family.id) else None


def copies_to_bring(document: Document, family: Document | None) -> tuple[Promised, ...]:
    """Return the copies of a plan that are owed and that may be made, the soonest first: for the worker alone.

    One for nobody in particular is among them; it needs the worker's word when it is made.
    """
    rules = rules_for(document, family)
    return tuple(p for p in copies_due(document) if not p.whom or may_hold(rules, p.whom))


def no_more_owed(document: Document, person: str) -> tuple[Change, ...]:
    """Return the changes that take away every copy of a plan which is owed to a person."""
    return tuple(Remove(p.item) for p in copies_due(document) if p.whom == person)


def _read(who: str, items: list[Item]) -> CopyRule:
    said = [i.fields.get("may") for i in items]
    holding: Holding = "must-not" if "no" in said else "may" if all(s == "yes" for s in said) else "not-decided"
    reasons = (i.fields.get("why") for i in items)
    return CopyRule(who, holding, next((r for r in reasons if isinstance(r, str) and r), ""))


def _write(family: Document, person: str, field: str, value: Value) -> tuple[Change, ...]:
    checked = COPY_RULE.check({field: value})[field] if value is not None else None
    items = family.children(None, section=RULES_SECTION, item_type=COPY_RULE.slug)
    there = [i for i in items if i.fields.get("who") == person]
    if not there:
        if checked in (None, ""):
            return ()
        fields = {"who": person, field: checked}
        return (COPY_RULE.add(fields, section=RULES_SECTION, by=WORKER, for_whom=IN_NO_COPY),)
    return tuple(Set(i.id, field, checked) for i in there if i.fields.get(field) != checked)
