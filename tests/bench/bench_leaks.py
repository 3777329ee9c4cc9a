"""How long a finished copy's check takes, beside making the file: a family waits for both."""

from time import process_time

from app.document import seen_by
from app.export.leaks import in_file
from app.export.sheet import sheet as sheet_of
from app.pdf import pdf
from app.sheet import Sheet, texts
from tests.bench.bench_paper import MADE, storyboard
from tests.bench.measuring import Figure, compared, seconds
from tests.export.leaks.generating import plans_of_a_family

TURNS = 5
WITHHELD = (
    *(f"What number {n} keeps is that they hide behind the shed when it is loud at night" for n in range(40)),
    *("Darren", "Aunt Rosa", "0117 496 0123", "BS7 9QX", "En"),
)


def beside(name: str, sheet: Sheet) -> Figure:
    """Return seconds of the check of a sheet's file, and of making it."""
    file, shown = pdf(sheet, made=MADE), tuple(texts(sheet))

    def check() -> None:
        in_file(file, withheld=WITHHELD, shown=shown, language=sheet.language)

    ours: list[float] = []
    making: list[float] = []
    for _turn in range(TURNS):
        making.append(seconds(lambda: pdf(sheet, made=MADE), clock=process_time))
        ours.append(seconds(check, clock=process_time))
    return compared(name, ours, making, aim=1.0)


def drawn() -> Figure:
    """Return the figures of a storyboard with its drawings."""
    return beside("leak check of 12 drawn pages (s; making them)", storyboard(kept=True))


def in_words() -> Figure:
    """Return the figures of a young person's plan, which is words alone."""
    plan = next(d for d in plans_of_a_family() if d.kind.slug == "good-lives")
    sheet = sheet_of(seen_by(plan, None), for_name="", made=MADE)
    return beside("leak check of a plan in words (s; making it)", sheet)


BENCHES = (drawn, in_words)
