"""What a star's papers show, and what they leave to a table; and the steps that belong to an area."""

from app.blocks.rows.model import set_cell
from app.blocks.star.model import Showing
from app.blocks.star.print import area_parts, proud_parts
from app.document import WORKER
from app.language import speaking
from app.sheet import Heading, Table, Words
from app.sheet.star import Star
from plans.family_star import FAMILY_STAR
from tests.blocks.plan_making import after
from tests.blocks.starring import DAD, NAN, SAM, SECOND, again, area, gives, star


def test_what_moved_is_drawn_for_whoever_has_a_shape_and_else_read_from_the_table() -> None:
    document = star()
    for day, number in ((None, 3), (SECOND, 5)):
        document = again(document, day) if day else document
        for by, many in ((NAN.id, 3), (DAD.id, 2)):
            for at in range(many):
                document = gives(document, area(document, at).id, by, shown=True, number=number)
    parts = proud_parts(document, "proud")
    (table,) = (p for p in parts if isinstance(p, Table))
    assert [row[1] for row in table.rows].count(DAD.name) == 2
    assert [p.words for p in parts if isinstance(p, Heading) and p.level == 4] == [NAN.name]
    assert len([p for p in parts if isinstance(p, Star)]) == 1


def test_a_face_is_not_high_and_a_number_is_no_face_in_what_is_asked_of_it() -> None:
    document = star()
    for section, by in (("areas", NAN.id), ("child-areas", SAM.id)):
        about = area(document, 0, section).id
        document = gives(document, about, by, shown=True, number=4, words="It is quiet")
    said = {p.who for s in ("areas", "child-areas") for p in area_parts(document, s) if isinstance(p, Words)}
    assert said >= {f"{NAN.name}: what makes it that high", f"{SAM.name}: what makes it like that"}


def test_steps_stay_with_their_area_when_the_language_is_another() -> None:
    document, (section,) = star(), [s for s in FAMILY_STAR.sections if s.slug == "work"]
    shape = section.shape
    assert isinstance(shape, Showing)
    document = after(document, shape.add_step(document, area(document).title, "row", WORKER))
    document = after(document, set_cell(document, "row", "what", "We ring them"))
    for language in ("en", "ar-XB"):
        with speaking(language):
            assert shape.steps(document, area(document).title) == ("We ring them",)
            assert shape.steps(document, area(document, 1).title) == ()
