"""A face of one's own, the letter, a sticker or a drawing: on the screen where its person is, and gone with a lock."""

from pathlib import Path

import pytest

from app.document import people
from app.document.people import DRAWN
from app.ink import Stroke
from app.ink.avatar import OFFERED, Avatar
from app.main import screen_of
from app.ui.actions import avatars
from app.ui.actions.avatars import sticker_picture
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.glass import values_of
from tests.headless.sitting import (
    FAMILY,
    comes_back,
    copied,
    document,
    draw_line,
    gives_back,
    meet,
    say,
    sitting,
    to_page,
    to_plan,
)
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


def family(application: Application) -> str:
    """Return the id of the open family."""
    assert application._workspace is not None
    (found,) = [id for id, held in application._workspace._open.items() if held.document.kind.slug == "family"]
    return found


def face_of(application: Application, person: str) -> str:
    return people(document(application, family(application)))[person].face


def pictures_in(tab: Tab, key: str) -> list[bytes]:
    """Return the pictures that a control shows."""
    return [value for value in values_of(tab.control(key)) if isinstance(value, bytes)]


async def shows(tab: Tab, key: str, picture: bytes) -> None:
    await tab.until(lambda: tab.has(key) and picture in pictures_in(tab, key), "the face is not there")


async def draw_face(tab: Tab) -> None:
    await tab.touch("draw-face")
    await draw_line(tab)
    await tab.until(lambda: not tab.is_off("undo"), "the line was not kept")
    await gives_back(tab, "next")


async def test_a_sticker_stands_for_somebody_wherever_they_are_and_undo_brings_the_letter_back(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    mia = await meet(tab, "Mia", "child")
    saying = await say(tab, "We have a dog")
    assert not pictures_in(tab, f"speak-{mia}")
    await tab.touch("choose-face")
    await tab.touch("face-cat")
    cat = sticker_picture("cat")
    for key in (f"speak-{mia}", f"who-{saying}", f"face-of-{mia}"):
        await shows(tab, key, cat)
    await tab.touch("undo-face")
    await tab.until(lambda: not pictures_in(tab, f"speak-{mia}"), "the letter did not come back")
    assert face_of(application, mia) == ""
    await tab.touch("redo-face")
    await shows(tab, f"speak-{mia}", cat)
    await tab.touch("close-faces")
    await tab.until(lambda: not tab.has("face-cat"))
    assert "Mia speaks" in tab.words_in(f"speak-{mia}"), "a screen reader still needs the name"


async def test_the_letter_is_always_a_choice(tab: Tab, application: Application) -> None:
    await to_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await tab.touch("choose-face")
    await tab.touch(f"face-{OFFERED[0]}")
    await tab.until(lambda: pictures_in(tab, f"speak-{mia}"))
    await tab.touch("face-letter")
    await tab.until(lambda: not pictures_in(tab, f"speak-{mia}"), "still no letter")
    assert face_of(application, mia) == ""


async def test_somebody_draws_their_face_and_finds_it_again_after_a_sticker_and_after_the_program_was_killed(
    application: Application, tmp_path: Path, nothing_unseen: None
) -> None:
    async with opened(screen_of(application)) as tab:
        await to_plan(tab)
        mia = await meet(tab, "Mia", "child")
        await tab.touch("choose-face")
        await draw_face(tab)
        await tab.until(lambda: pictures_in(tab, f"speak-{mia}"), "the drawing is not the face")
        drawn = pictures_in(tab, f"speak-{mia}")[0]
        await tab.touch("choose-face")
        await tab.touch("face-cat")
        await shows(tab, f"speak-{mia}", sticker_picture("cat"))
        await tab.touch("draw-face")
        await tab.finds("page")
        await gives_back(tab, "next")
        await shows(tab, f"speak-{mia}", drawn)
        assert face_of(application, mia) == DRAWN
        await tab.sees("Saved")
        folder = copied(application.folder, tmp_path / "killed")
    async with sitting(folder) as again, opened(screen_of(again)) as tab:
        await comes_back(tab, "next")
        await shows(tab, f"speak-{mia}", drawn)


async def test_no_photo_is_offered_for_a_face(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Mia", "child")
    await to_page(tab, "Our family")
    await tab.touch("draw")
    await tab.finds("photo")
    await tab.touch("finished")
    await tab.touch("choose-face")
    await tab.touch("draw-face")
    await tab.finds("page")
    assert not tab.has("photo")
    assert tab.has("stickers")


async def test_nobody_draws_a_face_and_the_letter_stays(tab: Tab, application: Application) -> None:
    await to_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await tab.touch("choose-face")
    await tab.touch("draw-face")
    await tab.finds("page")
    await gives_back(tab, "next")
    assert face_of(application, mia) == DRAWN
    assert not pictures_in(tab, f"speak-{mia}")


async def test_whose_face_it_is_can_be_said_in_the_dialog_and_the_worker_has_a_letter(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab)
    mia = await meet(tab, "Mia", "child")
    nan = await meet(tab, "Nan")
    await tab.touch("speak-worker")
    await tab.touch("choose-face")
    await tab.finds(f"face-of-{nan}")
    assert not tab.has("face-of-worker")
    assert not tab.has("face-letter"), "it is not known yet whose face it is"
    await tab.touch(f"face-of-{nan}")
    await tab.touch("face-grandma")
    await shows(tab, f"speak-{nan}", sticker_picture("grandma"))
    assert not pictures_in(tab, f"speak-{mia}")


async def test_with_nobody_but_the_worker_there_is_no_face_to_choose(tab: Tab) -> None:
    await to_plan(tab)
    await tab.finds("speak-worker")
    assert not tab.has("choose-face")


async def test_somebody_new_chooses_a_face_at_once(tab: Tab) -> None:
    await to_plan(tab)
    await tab.finds("speak-worker")
    await tab.touch("new-person")
    await tab.touch("add-with-face")
    await tab.sees("Please write a name")
    await tab.write("person-name", "Tom")
    await tab.touch("add-with-face")
    await tab.sees("A face for")
    await tab.touch("face-star")
    (tom,) = [key for key in tab.keys("speak-") if key != "speak-worker"]
    await shows(tab, tom, sticker_picture("star"))


async def test_a_face_is_pictured_once_when_it_changed_and_not_whenever_the_screen_is_drawn(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Avatar] = []
    picture = avatars._picture

    def counted(face: Avatar) -> bytes:
        made.append(face)
        return picture(face)

    monkeypatch.setattr(avatars, "_picture", counted)
    await to_plan(tab)
    await to_page(tab, "Our family")
    mia = await meet(tab, "Mia", "child")
    await tab.touch("choose-face")
    await draw_face(tab)
    await tab.until(lambda: pictures_in(tab, f"speak-{mia}"))
    await say(tab, "We have a dog")
    await meet(tab, "Nan")
    await tab.still()
    assert len([face for face in made if isinstance(face.marks[0], Stroke)]) == 1


async def test_a_drawn_face_is_gone_from_the_screen_and_the_session_when_it_locks(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await tab.touch("choose-face")
    await draw_face(tab)
    await tab.until(lambda: pictures_in(tab, f"speak-{mia}"))
    drawn = pictures_in(tab, f"speak-{mia}")[0]
    for away, door in (("hide", "more"), ("lock", "unlock")):
        await tab.touch(away)
        await tab.finds(door)
        assert drawn not in tab.everything()
        if away == "hide":
            await tab.touch("more")
            await tab.write("secret", PIN)
            await tab.touch("unlock")
            await tab.finds(f"speak-{mia}")
            await shows(tab, f"speak-{mia}", drawn)


async def test_a_child_who_draws_their_face_has_that_page_and_nothing_else_till_the_pin(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Mia", "child")
    await tab.touch("choose-face")
    await tab.touch("draw-face")
    await draw_line(tab)
    await tab.touch("finished")
    await tab.sees("Thank you")
    assert not tab.has("next")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")


async def test_hidden_while_a_grown_up_draws_a_face_the_pin_leads_back_to_it(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Nan")
    await tab.touch("choose-face")
    await tab.touch("draw-face")
    await draw_line(tab)
    await tab.touch("hide")
    await tab.finds("more")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("finished")
    assert not tab.says(FAMILY)
    await tab.touch("finished")
    await tab.finds("next")
