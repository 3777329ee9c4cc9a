"""How our people read: the picture of the rings, for screen and paper alike, and a table of what each said yes to."""

from collections.abc import Mapping, Sequence

from app.blocks.rings.layout import BARE, FACE, FACE_UP, MIDDLE, RingPlace, RingsLayout, layout, mirrored
from app.blocks.rings.model import (
    KNOWS_WORDS,
    Member,
    backup_called,
    by_ring,
    called,
    face_of,
    member_of,
    members,
    middle,
)
from app.document import Document, Item, Person, Section, people
from app.language import _, current, isolate, number_as_rung, right_to_left
from app.language.clean_text import visible
from app.sayings.outline import OutlineLine, SummaryLine, name_of
from app.sheet import Heading, Part, Table
from app.sheet.rings import NAME, Face, Rings

_MOST_IN_MIDDLE = 4
"""Faces for which the middle has room; all children are named in words."""


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return the picture and a table for each ring, from what a reader may see; none where nobody is there."""
    everybody = members(document, section)
    declared = document.kind.section(section)
    if not everybody or declared is None:
        return ()
    who = people(document)
    there = arranged(everybody)
    numbers = _numbers(everybody) if there.crowded else {}
    drawn = picture(everybody, middle(document, section), who, there, bare=there.crowded, numbers=numbers)
    tables = tuple(
        _table(words, ring, who, numbers) for words, ring in zip(KNOWS_WORDS, by_ring(everybody), strict=True) if ring
    )
    return (Heading(_(declared.title)), drawn, *tables)


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return everybody in the rings with all that is known of them; nothing where nobody is there."""
    everybody = members(document, section)
    declared = document.kind.section(section)
    if not everybody or declared is None:
        return ()
    who = people(document)
    head = OutlineLine(section, "page", "", _(declared.title), "", declared.for_whom.reach)
    found = [head]
    for ring in by_ring(everybody):
        for m in ring:
            known = (m.to_child, m.yes, m.when, m.phone, backup_called(m, who))
            words = " · ".join(text for text in (_(KNOWS_WORDS[m.ring]), *known) if text)
            found.append(OutlineLine(section, "member", called(m, who), words, ", ".join(marks(m)), m.for_whom.reach))
    return tuple(found)


def arranged(everybody: Sequence[Member]) -> RingsLayout:
    """Return where everybody stands, ring by ring as `by_ring` has them; mirrored where words run from the right."""
    there = layout([[m.spot for m in ring] for ring in by_ring(tuple(everybody))])
    return mirrored(there) if right_to_left(current()) else there


def picture(
    everybody: Sequence[Member],
    children: Sequence[str],
    who: Mapping[str, Person],
    there: RingsLayout,
    *,
    bare: bool = False,
    shown: Sequence[Member] | None = None,
    numbers: Mapping[str, str] | None = None,
) -> Rings:
    """Return the rings as a part of a page; its faces are ring by ring, as `by_ring` has them.

    there: of everybody. bare: without names, so that each face has more room. shown: those who are drawn, where it is
    not all: the others' places stay empty. numbers: what stands in a face, by the member's id.
    """
    rings = by_ring(tuple(everybody))
    drawn = [
        _face(m, position, who, bare=bare, number=(numbers or {}).get(m.id, ""))
        for ring, places in zip(rings, there.places, strict=True)
        for m, position in zip(ring, places, strict=True)
        if shown is None or m in shown
    ]
    labels = tuple(_(words) for words in KNOWS_WORDS)
    alt = described(tuple(m for m in everybody if shown is None or m in shown), children, who)
    return Rings(_middle(children, who, bare=bare), tuple(drawn), MIDDLE, there.edges, labels, alt)


def described(everybody: tuple[Member, ...], children: Sequence[str], who: Mapping[str, Person]) -> str:
    """Return all that the picture shows, in words."""

    def listed(names: Sequence[str]) -> str:
        return ", ".join(isolate(name) for name in names)

    centre = listed([name_of(child, who) for child in children]) or _("The child")
    said = [_("In the middle: {names}.").format(names=centre)]
    for words, ring in zip(KNOWS_WORDS, by_ring(everybody), strict=True):
        if ring:
            # Translators: how much some people know, and their names: "Knows a little: Nan, Sam."
            told = _("{knows}: {names}.").format(knows=_(words), names=listed([called(m, who) for m in ring]))
            said.append(told)
    picked = [called(m, who) for m in everybody if m.pick]
    if picked:
        said.append(_("Chosen by the child: {names}.").format(names=listed(picked)))
    return " ".join(said)


def marks(member: Member) -> tuple[str, ...]:
    """Return what is ticked of somebody, in words."""
    ticked = (
        (member.pick, _("Chosen by the child")),
        (member.paid, _("It is their job")),
        (member.elsewhere, _("Lives in another home")),
    )
    return tuple(words for holds, words in ticked if holds)


def _table(knows: str, ring: Sequence[Member], who: Mapping[str, Person], numbers: Mapping[str, str]) -> Table:
    columns = (
        _("Name"),
        _("Who they are"),
        _("Said yes to"),
        _("When they can come"),
        _("Phone"),
        _("Who else can come"),
    )
    rows = tuple(
        (
            f"{numbers[m.id]}. {called(m, who)}" if m.id in numbers else called(m, who),
            "\n".join(text for text in (m.to_child, *marks(m)) if text),
            m.yes,
            m.when,
            number_as_rung(m.phone),
            backup_called(m, who),
        )
        for m in ring
    )
    # A column in which nothing stands is none: those that are left have more room.
    told = [n for n in range(len(columns)) if n == 0 or any(row[n] for row in rows)]
    kept = tuple(tuple(row[n] for n in told) for row in rows)
    return Table(tuple(columns[n] for n in told), kept, _(knows))


def _numbers(everybody: tuple[Member, ...]) -> dict[str, str]:
    return {m.id: str(n) for n, m in enumerate((m for ring in by_ring(everybody) for m in ring), start=1)}


def _face(member: Member, position: RingPlace, who: Mapping[str, Person], *, bare: bool, number: str) -> Face:
    name = called(member, who)
    colour, shape = face_of(member.person, member.id, who)
    y, radius, room = (position.y, BARE, 0.0) if bare else (position.y - FACE_UP, FACE, position.name)
    return Face(name, colour, shape, position.x, y, radius, room, member.pick, number)


def _middle(children: Sequence[str], who: Mapping[str, Person], *, bare: bool) -> tuple[Face, ...]:
    """One child with their name, or the faces of a few side by side."""
    found = []
    some = children[:_MOST_IN_MIDDLE]
    named = len(some) == 1 and not bare
    radius = 0.32 if named else (BARE, BARE, 0.25, 0.22, 0.22)[len(some)]
    for n, child in enumerate(some):
        name = name_of(child, who)
        colour, shape = face_of(child, child, who)
        below = 2 if len(some) > 2 else 1
        across = 2 if len(some) > 1 else 1
        x = (n % across - (across - 1) / 2) * 2.2 * radius
        y = (n // across - (below - 1) / 2) * 2.2 * radius
        if named:
            y -= NAME / 2
        found.append(Face(name, colour, shape, x, y, radius, 0.95 if named else 0.0))
    return tuple(found)


def line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how somebody in the rings reads in a line: who they are to the child, and what they said yes to.

    Where exactly they stand is no matter of words. None for the child in the middle.
    """
    member, who = member_of(document, item.id), people(document)
    if member is None:
        return None
    backup = backup_called(member, who)
    told = [
        member.to_child,
        _(KNOWS_WORDS[member.ring]),
        member.yes,
        member.when,
        number_as_rung(member.phone),
        _("If they cannot: {name}").format(name=isolate(backup)) if backup else "",
    ]
    said = " · ".join(" ".join(part.split()) for part in told if visible(part))
    return SummaryLine(said, _("Somebody in the rings"), called(member, who))
