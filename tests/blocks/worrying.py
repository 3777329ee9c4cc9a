"""A small kind of plan with worries, and answers about them, for tests."""

from app.blocks.worries.model import CLOSED_BY_THE_WORKER, GOAL, SCALE, WORRY, Worry, worries, write
from app.document import EVERYONE, WORKER, Add, Document, Edit, Kind, Person, Section, fold, name_person, new_id
from app.document.answer import alone_scope, answer, show
from app.document.header import begin
from tests.blocks.making import DAD, JO, NAN, SAM, TOM, made
from tests.document.making import edit, then

TRIED = Kind(
    slug="tried",
    name="Worries, tried",
    family_name="Our plan",
    sections=(
        Section(slug="good", block="words", title="What is good", question="What is going well?"),
        Section(
            slug="worries",
            block="worries",
            title="Worries",
            question="What are we worried about?",
            workers=CLOSED_BY_THE_WORKER,
        ),
    ),
)
SECTION = TRIED.sections[1]
HAPPENED, FEAR = "Tom was alone at home for two nights", "Tom could be hurt when nobody is there"


def worried_plan(*, who: tuple[Person, ...] = (JO, DAD, NAN, SAM, TOM)) -> Document:
    """Return a plan with one worry of Dad's, its goal and its number line, and these people named."""
    document = made(fold("plan", TRIED, ()), [begin(title="Our plan")])
    for n, person in enumerate(who):
        document = made(document, name_person(document, person, position=f"a{n}"))
    id = new_id()
    for item_type, said in (
        (WORRY, {"happened": HAPPENED, "known": "seen", "when": "In March", "fear": FEAR}),
        (GOAL, {"doing": "One of us is at home each night", "sees": "Somebody says good night", "weeks": 6}),
        (SCALE, {"low": "Nobody is there", "high": "Somebody is there each night"}),
    ):
        changes = write(document, "worries", id, item_type, by=DAD.id, for_whom=EVERYONE, **said)
        document = made(document, changes, by=WORKER, undo_scope="worries")
    return document


def worry(document: Document) -> Worry:
    return worries(document, "worries")[0]


def answered(
    document: Document,
    about: str,
    by: str,
    *,
    shown: bool = False,
    round: str | None = None,
    of: str = "",
    **said: object,
) -> Document:
    """Return the document after somebody has answered alone, as the page on which they do it makes it."""
    id = new_id()
    changes = answer(document, id, about=about, by=by, of=of, **said)  # type: ignore[arg-type]
    if round is not None:
        changes = tuple(
            c._replace(item=c.item._replace(fields={**c.item.fields, "round": round})) if isinstance(c, Add) else c
            for c in changes
        )
    document = made(document, changes, by=by, undo_scope=alone_scope(about))
    return made(document, show(document, id), by=by, undo_scope=alone_scope(about)) if shown else document


def without(document: Document, ids: set[str]) -> Document:
    """Return the document as it would be had these items never been made."""
    edits: list[Edit] = []
    for e in document.edits:
        id = e.change.item.id if isinstance(e.change, Add) else getattr(e.change, "item", "")
        if id not in ids:
            edits.append(e)
    return fold(document.id, document.kind, edits)


__all__ = ["SECTION", "TRIED", "answered", "edit", "then", "without", "worried_plan", "worry"]
