"""What `list` and `show` print: the plans of a folder, and all that is in one."""

import argparse
import json
import time
from typing import TYPE_CHECKING

from app.cli.output import say_aside
from app.cli.plans_folder import document_of, plans, read, unlocked
from app.document.header import header
from app.document.local_day import local_time
from app.document.people import with_names
from app.language import _, ngettext
from app.sayings.outline import OutlineLine
from app.store import Summary

if TYPE_CHECKING:
    from app.store import Vault


def list_plans(asked: argparse.Namespace) -> None:
    """Print the plans, or those in the bin or of closed families: in lines, or as JSON. Raises Refused, StoreError."""
    with unlocked(asked.data) as vault:
        rows = _bin_rows(vault) if asked.bin else [_row(vault, c) for c in plans(vault, closed=asked.closed)]
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        # The next date, and the days that are left in the bin, stand behind what every plan has.
        more = [_("next: {date}").format(date=row["next"])] if row["next"] else []
        more += [_days_left(int(row["days_left"]))] if asked.bin else []
        print("  ".join((row["id"], row["changed"][:10], row["family"], row["title"], row["kind"], *more)))


def show_plan(asked: argparse.Namespace) -> None:
    """Print all that is in a plan, in order. Raises Refused, StoreError."""
    with unlocked(asked.data) as vault:
        document, faults = document_of(vault, asked.plan)
        family = header(document).family
        if any(c.document == family for c in vault.cards()):
            document = with_names(document, read(vault, family)[0])
    from app.export.outline import outline  # As it is asked for: starting the screen needs none of it.

    told = outline(document)
    if asked.json:
        f = header(document)
        answer = {
            "id": document.id,
            "kind": document.kind.slug,
            "title": f.title,
            "damaged": faults,
            "items": [_as_json(line) for line in told],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    print(header(document).title)
    for line in told:
        print(_line(line))
    if faults:
        say_aside(_("A part of this plan is damaged. This is all that can be read."))


def _as_json(line: OutlineLine) -> dict[str, str]:
    """Return a line with the names that programs know its parts by: they stay, whatever the code calls them."""
    return {"sort" if name == "item_type" else name: value for name, value in line._asdict().items()}


def _line(told: OutlineLine) -> str:
    if told.item_type == "page":
        return f"\n{told.words}"
    if told.item_type == "drawing":
        return "  " + told.words
    return f"  {told.who}: {told.words}" + (f" ({told.note})" if told.note else "")


def _bin_rows(vault: "Vault") -> list[dict[str, str]]:
    from app.store.bin import in_bin  # As it is asked for: starting the screen needs none of it yet.

    return [_row(vault, b.card) | {"days_left": str(b.days_left)} for b in in_bin(vault, time.time())]


def _days_left(days: int) -> str:
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


def _row(vault: "Vault", card: Summary) -> dict[str, str]:
    family = vault.card(card.family) if card.family else None
    return {
        "id": card.document,
        "kind": card.kind,
        "title": card.title,
        "family": family.title if family else "",
        "changed": local_time(card.changed).isoformat(timespec="seconds"),
        "next": card.next,
    }
