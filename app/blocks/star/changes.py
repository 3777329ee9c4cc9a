"""What is done with the areas of a star: a set is taken, areas chosen and picked, ends written, numbers agreed. Pure.

Each returns the changes for a document as it stands; none where there is nothing to change.
"""

from collections.abc import Sequence
from datetime import date

from app.areas import Area as Offered
from app.areas import AreaSet
from app.blocks.star.model import (
    AGREED,
    AREA,
    MOST_NOW,
    MOST_TO_WORK_ON,
    SET,
    Held,
    agreed,
    held,
    offered,
    sets_of,
)
from app.document import WORKER, Change, Document, Item, Remove, Section, Set, Value, new_id, position_between
from app.document.answer import ends_of, rounds
from app.document.schema import Number, visible
from app.document.visit_days import visit


def embed(section: str, of: AreaSet) -> tuple[Change, ...]:
    """Return the changes with which a plan takes its own copy of a set. Raises NotAccepted."""
    id = new_id()
    fields: dict[str, Value] = {
        "slug": of.slug,
        "version": of.version,
        "title": of.title,
        "lowest": of.lowest,
        "highest": of.highest,
        "faces": of.faces,
    }
    found: list[Change] = [SET.add(fields, section=section, by=WORKER, id=id)]
    last: Item | None = None
    for area in of.areas:
        add = AREA.add(_words_of(area), section=section, by=WORKER, parent=id, position=position_between(last, None))
        last = add.item
        found.append(add)
    return tuple(found)


def beginning(sections: Sequence[Section]) -> tuple[Change, ...]:
    """Return the changes with which a new plan takes its sets: where there is one to take. Else the family chooses."""
    return tuple(c for s in sections if len(offered(s)) == 1 for c in embed(s.slug, offered(s)[0]))


def choose(document: Document, area: str, *, day: date) -> tuple[Change, ...]:
    """Return the changes that take an area to this visit, or away from it; none where there are enough or it is gone.

    The first choice of all says on which day the first round is.
    """
    there = _held_of(document, area)
    one = there.area(area) if there is not None else None
    if there is None or one is None or (not one.now and (one.gone or len(there.now) >= MOST_NOW)):
        return ()
    first = (Set(there.id, "day", day.isoformat()),) if there.day is None else ()
    return (Set(area, "now", not one.now), *first)


def pick(document: Document, area: str) -> tuple[Change, ...]:
    """Return the change that picks an area to work on, or puts it back; none where three are picked, or it is gone."""
    there = _held_of(document, area)
    one = there.area(area) if there is not None else None
    if there is None or one is None:
        return ()
    picked = [a for a in there.there if a.work]
    if not one.work and (one.gone or len(picked) >= MOST_TO_WORK_ON):
        return ()
    return (Set(area, "work", not one.work),)


def write_end(document: Document, area: str, end: str, words: str) -> tuple[Change, ...]:
    """Return the change that says what an end means. end: "low" or "high". Raises NotAccepted."""
    item = document.items.get(area)
    clean = AREA.check({end: words})[end]
    return (Set(area, end, clean),) if item is not None and str(item.fields.get(end) or "") != clean else ()


def agree(document: Document, area: str, *, by: str, day: date | None = None, **said: Value) -> tuple[Change, ...]:
    """Return the changes that make this visit's agreed number of an area say this; None or "" empties a field.

    day: of the visit; None leaves it to the time of the edit.

    said: number, words. What says nothing more goes. Raises NotAccepted.
    """
    item = document.items.get(area)
    if item is None:
        return ()
    ends, round_ = ends_of(document, area), rounds(document)[-1]
    full = {k: v for k, v in said.items() if v not in ("", None)}
    if "number" in full:
        Number(ends.lowest, ends.highest).check("number", full["number"])
    checked: dict[str, Value] = AGREED.check(full) | {k: None for k in said if k not in full}
    this = visit(day, round_)
    known = next((a for a in agreed(document, area) if (a.visit if day else a.round) == this), None)
    if known is None:
        if not full:
            return ()
        on = {"day": day.isoformat()} if day else {}
        fields = {"round": round_, **on, **{k: v for k, v in checked.items() if v is not None}}
        return (AGREED.add(fields, section=item.section, by=by, parent=area),)
    then = {**document.items[known.id].fields, **checked}
    if then.get("number") is None and not visible(str(then.get("words") or "")):
        return (Remove(known.id),)
    kept = document.items[known.id].fields
    return tuple(Set(known.id, k, v) for k, v in checked.items() if (kept.get(k) or None) != (v or None))


def newer(document: Document, section: Section) -> AreaSet | None:
    """Return a newer version of the set that a plan holds; None where there is none, or its numbers are other ones."""
    there = held(document, section.slug)
    if there is None:
        return None
    ends = (there.ends.lowest, there.ends.highest, there.ends.faces)
    found = [s for s in sets_of(section) if s.slug == there.slug and s.version > there.version]
    return next((s for s in found if (s.lowest, s.highest, s.faces) == ends), None)


def take_newer(document: Document, section: Section) -> tuple[Change, ...]:
    """Return the changes with which a plan takes the newer version: what is new comes in, and what is gone is marked.

    What was said of an area that is gone stays, and is shown in its rounds.
    """
    new, there = newer(document, section), held(document, section.slug)
    if new is None or there is None:
        return ()
    found: list[Change] = [Set(there.id, "version", new.version), Set(there.id, "title", new.title)]
    known = {a.slug: a for a in there.areas}
    last = next(reversed(document.children(there.id)), None)
    for area in new.areas:
        if area.slug in known:
            item = document.items[known[area.slug].id]
            wanted = {**_words_of(area), "gone": None}
            found += [Set(item.id, k, v) for k, v in wanted.items() if (item.fields.get(k) or None) != (v or None)]
        else:
            add = AREA.add(
                _words_of(area), section=section.slug, by=WORKER, parent=there.id, position=position_between(last, None)
            )
            last = add.item
            found.append(add)
    slugs = {a.slug for a in new.areas}
    for old in there.there:
        if old.slug not in slugs:
            found += [Set(old.id, "gone", True)]
            found += [Set(old.id, tick, None) for tick, on in (("now", old.now), ("work", old.work)) if on]
    return tuple(found)


def _words_of(area: Offered) -> dict[str, Value]:
    return {"slug": area.slug, "title": area.title, "prompts": "\n".join(area.prompts)}


def _held_of(document: Document, area: str) -> Held | None:
    item = document.items.get(area)
    return held(document, item.section) if item is not None and item.item_type == AREA.slug else None
