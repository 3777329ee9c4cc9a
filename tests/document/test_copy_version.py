"""What stands on the front of a plan makes a copy an older one, as far as it stands on its paper."""

from app.document import Set
from tests.blocks.plan_making import DAD, on
from tests.document.test_office import LATER, begun, copied, newer


def test_a_new_title_makes_a_copy_older_and_what_the_front_has_for_the_worker_does_not() -> None:
    document = copied(begun(), DAD.id)
    (front_page,) = (i for i in document.items.values() if i.section == "front" and i.item_type == "front")
    assert newer(on(document, LATER, [Set(front_page.id, "title", "Another plan")])) == [True]
    for name, value in (("stage", 2), ("youngest", 3), ("binned", "2026-06-01")):
        assert newer(on(document, LATER, [Set(front_page.id, name, value)])) == [False]
