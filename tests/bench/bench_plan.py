"""What a safety plan costs that a family has had for a year: 3 worries, 20 rules, 30 people, 12 rounds of numbers.

To open it, beside reading and opening the same bytes; to write in one rule of it, beside a plan that has one rule; and
to put it on paper, beside fpdf2 with the same words and no tables, tags or pictures.
"""

import asyncio
import logging
import tempfile
from contextlib import AsyncExitStack
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgpack
from flet.messaging.protocol import MessageAction, decode_ext_from_msgpack
from fpdf import FPDF

from app.blocks.review.model import begin_review
from app.blocks.rings.model import add_member
from app.blocks.rings.model import write as write_member
from app.blocks.rows.model import add_row
from app.blocks.worries.model import GOAL, SCALE, WORRY, worries, write
from app.document import EVERYONE, WORKER, Document, Person, fold, name_person, new_id, seen_by
from app.document.answer import answer, show
from app.document.header import begin, header
from app.export.sheet import sheet
from app.main import screen_of
from app.pdf import pdf
from app.pdf.fonts import FOLDER
from app.sheet import texts
from app.store.summaries import summary_of
from plans.safety_plan import SAFETY_PLAN
from tests.bench.measuring import Figure, by_turns
from tests.bench.opening import opened_beside, own
from tests.blocks.plan_making import on
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import prepare, sitting, unlock

WORRIES, RULES, PEOPLE, ROUNDS = 3, 20, 30, 12
ASKED = 5
"""Of the people, how many give a number each time, for each worry."""
PAPERS = 5
DAY = date(2026, 1, 5)
LETTERS = "Written word by word, and as large as it was said."

logging.getLogger("fontTools").setLevel(logging.ERROR)


@cache
def grown(*, rules: int = RULES) -> Document:
    """Return the plan. Kept: it is never changed."""
    section = {s.slug: s for s in SAFETY_PLAN.sections}
    who = [Person(f"p{n}", f"Person {n}", "family", n % 5, "circle") for n in range(ASKED)]
    document = on(fold("plan", SAFETY_PLAN, ()), DAY, [begin(title="Our plan", youngest=7)])
    for n, person in enumerate(who):
        document = on(document, DAY, name_person(document, person, position=f"a{n}"))
    for n in range(WORRIES):
        id = f"worry-{n}"
        for item_type, said in (
            (WORRY, {"happened": f"What was seen, the {n}th time. {LETTERS}", "fear": LETTERS}),
            (GOAL, {"doing": LETTERS, "sees": LETTERS, "weeks": 6}),
            (SCALE, {"low": "Never so far", "high": "Every single day"}),
        ):
            changes = write(document, "worries", id, item_type, by=who[0].id, for_whom=EVERYONE, **said)
            document = on(document, DAY, changes, by=who[0].id)
    for n in range(rules):
        cells = {
            "rule": f"What we will do each day, number {n}.",
            "who": who[n % ASKED].id,
            "when": "Each evening at home",
            "checks": who[(n + 1) % ASKED].id,
            "child-knows": "There is a blue bowl on the table.",
            "steps-in": who[(n + 2) % ASKED].id,
        }
        document = on(document, DAY, add_row(document, section["rules"], by=WORKER, id=f"rule-{n}", cells=cells))
    for n in range(PEOPLE):
        changes = add_member(document, section["network"], id=f"member-{n}", name=f"Somebody {n}", ring=n % 3)
        document = on(document, DAY, changes)
        for field, words in (("yes", LETTERS), ("phone", f"07700 9{n:05}"), ("to-child", "A neighbour")):
            document = on(document, DAY, write_member(document, f"member-{n}", field, words))
    for n in range(ROUNDS):
        day = DAY + timedelta(days=28 * n)
        if n:
            document = on(document, day, begin_review(document, section["reviews"], by=WORKER, day=day))
        for worry in worries(document, "worries"):
            for at, person in enumerate(who):
                id = new_id()
                said = answer(document, id, about=worry.scale.id, by=person.id, number=(n + at) % 11, words=LETTERS)
                document = on(document, day, said, by=person.id)
                document = on(document, day, show(document, id), by=person.id)
    return document


def open_plan() -> Figure:
    """The plan opened, its chain checked, and folded."""
    return opened_beside("a safety plan of a year", SAFETY_PLAN, own(grown()))


def edit_one_rule() -> Figure:
    """Patches that one word in a rule sends: among twenty rules, and in a plan with one."""

    async def measure() -> tuple[int, int]:
        async with AsyncExitStack() as stack:
            return await _patches(stack, RULES), await _patches(stack, 1)

    ours, baseline = asyncio.run(measure())
    name = "patches of an edit, 20 rules / 1 rule"
    return Figure(name, ours, baseline, aim=1.0)


def plan_pdf() -> Figure:
    """The whole plan on paper, tagged, with tables, rings and number lines; and all its words with fpdf2."""
    made = sheet(seen_by(grown(), None), for_name="", made=DAY, printed="whole")
    words = tuple(texts(made))
    return by_turns(
        "a safety plan of a year as tagged PDF (s; fpdf2)",
        lambda _: _checked(pdf(made, made=DAY)),
        lambda _: _checked(_with_fpdf2(words)),
        turns=PAPERS,
        aim=1.0,
    )


BENCHES = (open_plan, edit_one_rule, plan_pdf)


def _checked(file: bytes) -> None:
    if not file.startswith(b"%PDF"):
        raise AssertionError("no file")


def _with_fpdf2(words: tuple[str, ...]) -> bytes:
    paper = FPDF(unit="pt", format="A4")
    paper.set_auto_page_break(True, 74)
    paper.add_font("Andika", "", str(FOLDER / "Andika-Regular.ttf"))
    paper.add_page()
    paper.set_font("Andika", "", 14)
    for said in words:
        paper.multi_cell(471, 21, said, align="L", new_x="LEFT", new_y="NEXT")
    return bytes(paper.output())


async def _patches(stack: AsyncExitStack, rules: int) -> int:
    """Return how many patches are sent when a word is written in the first of so many rules."""
    tab = await at_plan(stack, grown(rules=rules))
    await tab.touch("step-rules")
    await tab.touch("open-rule-0")
    await tab.finds("rule-0-when")
    await tab.still(1)
    sent = len(tab.line.sent)
    await tab.write("rule-0-when", "Each evening at six")
    await tab.sees("Saved")
    await tab.still(1)
    return sum(map(_count, tab.line.sent[sent:]))


async def at_plan(stack: AsyncExitStack, made: Document) -> Tab:
    """Return a tab on a tablet of its own, with a plan of the family's open that has been made so."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    await prepare(folder)
    application = await stack.enter_async_context(sitting(folder))
    tab = await stack.enter_async_context(opened(screen_of(application)))
    await unlock(tab)
    workspace = application._workspace
    assert workspace is not None
    story = tab.touchable("plan-")[0].removeprefix("plan-")
    family = header(await _open(tab, workspace, story)).family
    plan = await workspace.thread.run(workspace.vault.create, made.kind.slug)
    first = made.edits[0]
    named = first.change.item._replace(fields={**first.change.item.fields, "family": family})
    edits = own(made)(workspace.vault.device)
    edits[0] = edits[0]._replace(change=first.change._replace(item=named))
    document = fold(plan, made.kind, edits)
    await workspace.thread.run(workspace.vault.append, plan, edits, summary_of(document))
    await tab.touch("lock")
    await tab.finds("unlock")
    await unlock(tab)
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    return tab


async def _open(tab: Tab, workspace: object, plan: str) -> Document:
    return (await workspace.open(plan)).document  # type: ignore[attr-defined]


def _count(message: bytes) -> int:
    """Return how many changes of the screen a message holds: what comes before them in it is the patched tree."""
    action, told = msgpack.unpackb(message, ext_hook=decode_ext_from_msgpack, strict_map_key=False)
    return len(told["patch"]) - 1 if MessageAction(action) is MessageAction.PATCH_CONTROL else 0
