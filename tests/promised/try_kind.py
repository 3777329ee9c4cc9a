"""Run in a copy of the app: python try_kind.py KIND. Makes a plan of it, and puts it on all that there is."""

import json
import sys
from datetime import date
from io import BytesIO
from typing import Any

import flet as ft
from flet.components.component import Renderer
from pypdf import PdfReader

from app.blocks.registry import BLOCKS, is_written
from app.document import IN_NO_COPY, WORKER, Add, Change, Document, Edit, Section, fold, new_id, seen_by
from app.document.header import begin
from app.document.saying import SAYING
from app.export.copies import make_copy
from app.export.outline import outline
from app.export.read_back import Leak, read_back, unsaid
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.kit.editor_context import EditorContext
from app.pdf import pdf, printable
from app.sheet import letters_drawn, texts
from app.ui.screens.copy_preview import preview
from app.ui.screens.step_list import sheet_of, steps_of
from plans.catalogue import KINDS

DAY = date(2026, 5, 4)
SECRET = "Grandpa hid the grey letters"


def made(document: Document, *changes: Change) -> Document:
    clock, at = len(document.edits), 1_777_000_000_000
    edits = (Edit(new_id(), "device", clock + n, WORKER, at, "", "", "", c) for n, c in enumerate(changes, start=1))
    return fold(document.id, document.kind, (*document.edits, *edits))


def said(section: str, words: str, **more: Any) -> Add:
    return SAYING.add({"words": words, "how": "own", "scribe": WORKER}, section=section, by=WORKER, **more)


def filled(slug: str) -> Document:
    """Return a plan with something in each section, and something that nobody may see."""
    kind = KINDS.kind(slug)
    document = made(fold("plan", kind, []), begin(title="Our plan", youngest=7))
    words = [s.slug for s in kind.sections if s.block == "words"]
    document = made(document, *(said(s, f"We love the {s} of the river") for s in words))
    tree = next((s for s in kind.sections if s.block == "family-tree"), None)
    if tree is not None:
        from app.blocks.family_tree.model import add_relative

        nan = add_relative(document, tree.slug, "Nan Okafor", by=WORKER)
        document = made(document, nan)
        child = add_relative(document, tree.slug, "Uncle Rowan", by=WORKER, parent=nan.item.id)
        hidden = add_relative(document, tree.slug, SECRET, by=WORKER, parent=nan.item.id)
        return made(document, child, Add(hidden.item._replace(for_whom=IN_NO_COPY)))
    return made(document, said(words[0], SECRET, for_whom=IN_NO_COPY))


def context_of(document: Document) -> EditorContext:
    def nothing(*_args: Any, **_more: Any) -> Any:
        return None

    return EditorContext(
        document=document,
        who={},
        speaker=WORKER,
        shape="wide",
        now=lambda: document,
        make=lambda *_a: True,
        undo=lambda _scope: nothing(),
        can_undo=lambda _scope: False,
        draft=nothing,
        handler=lambda act: act,
        draw=nothing,
        hand_over=nothing,
        go=nothing,
        ask_who=nothing,
        calendar=lambda: DAY,
    )


def words_of(control: object, found: list[str] | None = None) -> list[str]:
    """Return what can be read or heard in a control and all that it holds."""
    found = [] if found is None else found
    if isinstance(control, list | tuple):
        for one in control:
            words_of(one, found)
    elif isinstance(control, ft.BaseControl):
        found += [v for name in ("value", "label") if isinstance(v := getattr(control, name, None), str)]
        for name in ("controls", "content"):
            words_of(getattr(control, name, None), found)
    return found


def drawn(context: EditorContext, section: Section, key: str) -> ft.Control:
    with Renderer().with_context():
        return sheet_of(context, section, key)


def leak(document: Document) -> list[str]:
    """Return what stops a file in which all of the plan stands, the hidden words too."""
    whole, _missing = printable(sheet(document, for_name="", made=DAY))
    own = tuple(texts(sheet(unsaid(document), for_name="", made=DAY)))
    seen = seen_by(document, None)
    try:
        read_back(
            pdf(whole, made=DAY, photos={}), of=whole, own=own, document=document, seen=seen, person=None,
            with_private=False,
        )  # fmt: skip
    except Leak as stopped:
        return [stop.words for stop in stopped.stops]
    return []


def main(slug: str) -> None:
    document = filled(slug)
    copy = make_copy(
        document, None, family=document, on_my_word=True, made=DAY, language="en", photos=NONE
    )  # Reads the finished file back.
    steps = steps_of(document, document.kind.sections)
    context = context_of(document)
    told = {
        "plans": [kind.slug for kind in KINDS.plans],
        "blocks": sorted(BLOCKS),
        "sheet": list(texts(copy.sheet)),
        "letters": list(letters_drawn(copy.sheet)),
        "pdf": " ".join(page.extract_text() for page in PdfReader(BytesIO(copy.file)).pages),
        "figures": copy.file.count(b"/Figure"),
        "show": [line.words for line in outline(document)],
        "steps": [step.title for _section, step in steps],
        "screen": [w for section, step in steps for w in words_of(drawn(context, section, step.key))],
        "preview": words_of(preview(copy.sheet, NONE)),
        "leak": leak(document),
        "unwritten": sorted(
            {f"{i.item_type}.{k}" for i in document.items.values() for k in i.fields if not is_written(document, i, k)}
        ),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
