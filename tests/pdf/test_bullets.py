"""The sign before an item of a list stands where its words begin, whichever way they or the sheet run."""

import pytest

from app.pdf import pdf
from app.pdf.canvas import Canvas
from app.sheet import Items, Sheet
from tests.pdf.sheets import MADE
from tests.pdf.written import SAMPLES

WORDS = {False: "We eat together.", True: SAMPLES["Urdu"]}


@pytest.mark.parametrize("turned", [False, True], ids=["left to right", "right to left"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["English sheet", "mirrored sheet"])
def test_the_sign_stands_beside_the_first_word(monkeypatch: pytest.MonkeyPatch, turned: bool, mirrored: bool) -> None:
    signs: list[tuple[float, float]] = []
    words: list[tuple[float, float]] = []
    shape, line = Canvas.shape, Canvas.line

    def drawn(canvas: Canvas, left: float, bottom: float, width: float, height: float, **more: object) -> None:
        signs.append((left, left + width))
        shape(canvas, left, bottom, width, height, **more)  # type: ignore[arg-type]

    def written(canvas: Canvas, said: object, x: float, y: float, size: float, ink: str) -> None:
        if "".join(piece.text for piece in said.pieces).split() == WORDS[turned].split():  # type: ignore[attr-defined]
            words.append((x, x + said.width * size))  # type: ignore[attr-defined]
        line(canvas, said, x, y, size, ink)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "shape", drawn)
    monkeypatch.setattr(Canvas, "line", written)
    language = "ur" if mirrored else "en"
    items = Items((WORDS[turned],))
    sheet = Sheet(title="Our plan", language=language, parts=(items,), right_to_left=mirrored)
    pdf(sheet, made=MADE)
    ((sign_left, sign_right),), ((left, right),) = signs, words
    before = sign_left - right if turned else left - sign_right
    assert 0 < before < 20
