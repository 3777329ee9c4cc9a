"""A sheet's parts as the pages of a book: what paper prints one after the other, and what is read together."""

from collections.abc import Sequence

from app.sheet import Heading, Panel, Part, Picture, Table, Words
from app.sheet.rings import Rings


def panels(parts: Sequence[Part]) -> list[Panel]:
    """Return a sheet's parts as panels: what stands between panels is gathered into panels of its own."""
    found: list[Panel] = []
    loose: Panel | None = None
    for part in parts:
        if isinstance(part, Panel):
            found += [loose] if loose else []
            found.append(part)
            loose = None
        elif isinstance(part, Heading) or (isinstance(part, Picture) and loose and loose.picture):
            found += [loose] if loose else []
            loose = Panel(part.words) if isinstance(part, Heading) else Panel("", (), part)
        elif isinstance(part, Picture):
            loose = Panel(loose.heading if loose else "", loose.words if loose else (), part)
        elif isinstance(part, Table):
            continue
        elif isinstance(part, Rings):  # A book has no room for them; their words are all that they show.
            before = loose or Panel("")
            loose = Panel(before.heading, (*before.words, Words(part.alt)), before.picture)
        else:
            before = loose or Panel("")
            loose = Panel(before.heading, (*before.words, part), before.picture)
    return [*found, loose] if loose else found
