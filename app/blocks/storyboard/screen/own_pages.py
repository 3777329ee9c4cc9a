"""Where pages of somebody's own stand in a plan: behind one step that looks the same, whether there are any or not.

On the shared screen are faces, all alike: who has a page, how many, or that anybody wrote alone is not to be found
there. What is there opens behind the PIN, one person's at a time. Source: docs/domain/safety-plan.md ("no gap or count
shows who held back"); docs/domain/words-and-pictures.md ("My pages").
"""

from collections.abc import Mapping

import flet as ft

from app.blocks.storyboard.model import (
    Page,
    PageKind,
    add_page,
    heading,
    page_of,
    pages,
    shape_of,
    spoken_on,
)
from app.document import CHILD, EVERYONE, WORKER, Change, Document, Person, Section, people
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component, maybe
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.language import _, isolate
from app.sayings.outline import name_of

UNDO_SCOPE = "pages"


def steps(section: Section) -> tuple[Step, ...]:
    """Return the one step: the same, whatever is behind it."""
    return (Step(key=section.slug, title=_(section.title), owner=WORKER),)


def within(document: Document, section: Section, key: str) -> Step | None:
    """Return the step of a key that stands in no list: a page of somebody's own, or the list of one person's."""
    page = page_of(document, key)
    if page is not None and page.section == section.slug:
        title = _("{name}'s page").format(name=name_of(page.by, people(document)))
        return Step(key=key, title=title, private=page.for_whom != EVERYONE, owner=page.by)
    if key.startswith(f"{section.slug}:"):
        return Step(key=key, title=_(section.title), private=True, owner=WORKER)
    return None


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the faces, or, behind the PIN, the list of one person's pages."""
    person = step.removeprefix(f"{section.slug}:")
    if person != step:
        return _list(context, section, person)
    return Avatars.keyed(f"own-pages-{section.slug}")(context, section)


def own_page(document: Document, section: Section, kind: str, *, by: str) -> tuple[tuple[Change, ...], str]:
    """Return the changes that give somebody a blank page of their own, and the page's id.

    One that is still blank, and as a new one would be, is taken again: then there is nothing to change.
    """
    new = add_page(document, section, kind, by=by)
    for page in pages(document, section.slug):
        slug = page.kind.slug if page.kind is not None else ""
        blank = not (page.caption or spoken_on(document, page.id))
        if blank and (slug, page.by, page.for_whom) == (kind, by, new.item.for_whom):
            return (), page.id
    return (new,), new.item.id


@component
def Avatars(context: EditorContext, section: Section) -> ft.Control:
    """Whose page is it? Every face leads to the same two ways: a new page, and the PIN before what is there."""
    chosen, choose = maybe(str)
    children = _children(context.who)

    def touched(person: str) -> Handler:
        return context.handler(lambda: choose(person))

    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            touched(p.id),
            key=f"own-{p.id}",
            label=_("A page of {name}'s own").format(name=isolate(p.name)),
            chosen=p.id == chosen,
            picture=context.faces.get(p.id),
        )
        for p in children.values()
    ]
    # Whoever is not named yet, or stands among the children no more, finds their pages too.
    unnamed = _("The child") if not children else _("Somebody else")
    short = _("The child") if not children else _("Another")  # All that a face has room for.
    faces.append(
        face_button(short, 2, "circle", touched(CHILD), key=f"own-{CHILD}", label=unnamed, chosen=chosen == CHILD)
    )
    inside: list[ft.Control] = [
        controls.question(_("Who are you?")),
        controls.words(_("Here you can have pages of your own. You choose who sees them.")),
        ft.Row(faces, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        controls.words(_("Every face looks the same, whoever has a page."), size=theme.CONTROL, quiet=True),
    ]
    if chosen is not None and not (context.alone or context.holder):
        name = unnamed if chosen == CHILD else name_of(chosen, context.who)
        inside += _ways(context, section, chosen, name)
    return ft.Column(inside, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _ways(context: EditorContext, section: Section, person: str, name: str) -> list[ft.Control]:
    """What a face leads to: the same for everybody."""

    def there() -> None:
        context.prove(lambda: context.go(f"{section.slug}:{person}"))

    words = _("What {name} already has here").format(name=isolate(name))
    return [
        controls.heading(_("A new page for {name}").format(name=isolate(name))),
        _new_pages(context, section, person),
        ft.Row(
            [
                controls.button(
                    words,
                    context.handler(there),
                    key="open-own",
                    icon=ft.Icons.LOCK_OUTLINE,
                    height=theme.CHILD_TARGET,
                )
            ],
            wrap=True,
        ),
    ]


def _new_pages(context: EditorContext, section: Section, person: str) -> ft.Control:
    """A button for each kind of page that can be begun."""

    def add(kind: PageKind) -> Handler:
        return context.handler(lambda: begin(context, section, kind.slug, person))

    return ft.Row(
        [
            controls.button(_(k.title), add(k), key=f"add-{k.slug}", icon=ft.Icons.ADD, height=theme.CHILD_TARGET)
            for k in shape_of(section).pages
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )


def begin(context: EditorContext, section: Section, kind: str, person: str) -> None:
    """Give somebody a page of their own, and go to it."""
    changes, page = own_page(context.now(), section, kind, by=person)
    if not changes or context.make(changes, UNDO_SCOPE, person):
        context.go(page)


def _list(context: EditorContext, section: Section, person: str) -> ft.Control:
    """One person's pages, each shut; reached with the PIN alone."""
    children = _children(context.who)
    theirs = [
        p for p in pages(context.document, section.slug) if p.by == person or (person == CHILD and p.by not in children)
    ]

    def open_(page: Page) -> Handler:
        return context.handler(lambda: context.go(page.id))

    def named(page: Page) -> str:
        alike = [p for p in theirs if p.kind == page.kind]
        name = heading(page) if len(alike) == 1 else f"{heading(page)} {alike.index(page) + 1}"
        return name if page.by in (person, CHILD) else f"{name_of(page.by, context.who)}: {name}"

    shown: list[ft.Control] = [
        controls.button(named(p), open_(p), key=f"own-page-{p.id}", height=theme.CHILD_TARGET) for p in theirs
    ]
    name = name_of(person, context.who)
    return ft.Column(
        [
            controls.question(_("{name}'s pages").format(name=isolate(name))),
            *(shown or [controls.words(_("There is no page yet."), quiet=True)]),
            controls.heading(_("A new page for {name}").format(name=isolate(name))),
            _new_pages(context, section, person),
        ],
        spacing=theme.GAP,
    )


def _children(who: Mapping[str, Person]) -> dict[str, Person]:
    """Return whose faces are there: the children, but who has left. A page of theirs is found behind the last face."""
    return {id: p for id, p in who.items() if p.role == "child" and not p.left}
