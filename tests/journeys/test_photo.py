"""A photo of a drawing on paper comes to the page as pixels alone; and the page on paper is the page on the pad."""

import io
import random
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops
from playwright.sync_api import Route, expect

from app.ink.photo import Photo
from app.ink.tiles import picture
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.seeing import cut_out, figures_of, overlap
from tests.pdf.checker import checked_pdf
from tests.photographed import REMARK, photographed

TELLING = (REMARK.encode(), REMARK.encode("utf-16-le"), b"Exif\0", b"GPSLatitude")
"""What a camera writes beside the pixels."""


def chooses(mia: Somebody, button: str, file: Path) -> None:
    with mia.page.expect_file_chooser() as waiting:
        mia.touch(button)
    waiting.value.set_files(file)


def says_nothing(jpeg: bytes) -> None:
    """Make sure that a JPEG holds pixels, and nothing that a camera writes beside them."""
    with Image.open(io.BytesIO(jpeg)) as image:
        assert image.format == "JPEG"
        assert dict(image.getexif()) == {}
        assert not {"comment", "exif", "icc_profile", "xmp"} & image.info.keys()
    assert not [told for told in TELLING if told in jpeg]


def test_a_photo_is_pixels_alone_on_the_page_on_the_disk_and_on_paper(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    camera, letter = tmp_path / "IMG_1234.jpg", tmp_path / "letter.jpg"
    camera.write_bytes(photographed())
    letter.write_text("Dear Nan")
    assert TELLING[0] in camera.read_bytes()
    assert TELLING[2] in camera.read_bytes()

    mia = comes(otters, sharp=True).unlocks()
    plan = otters.plan()
    before = otters.raw()
    mia.opens_to_draw("Our family")
    mia.clears()
    mia.touch("A photo")
    mia.hears("Drawings and things only: no faces, no bodies, no injuries.")
    chooses(mia, "Choose a photo", letter)
    mia.sees("This file is not a photo, so nothing was kept. Please choose a photo, or take a new one.")
    assert not otters.marks(plan)["family"]
    chooses(mia, "Choose a photo", camera)
    expect(mia.page.get_by_role("img", name="The photo as it will be on the page")).to_be_visible()
    mia.touch("Turn it")
    mia.touch("Make the paper white")
    expect(mia.button("Make the paper white")).to_have_attribute("aria-current", "true")
    mia.touch("Cut a bit off the right")
    mia.touch("Put it on the page")
    mia.touch("Leave it there")
    expect(mia.button("Leave it there")).to_have_count(0)
    mia.draws([(0.1, 0.1), (0.1, 0.9), (0.2, 0.9)])
    mia.waits_for(lambda: len(otters.marks(plan)["family"]) == 2, "a photo and a line on the disk")

    photo, line = otters.marks(plan)["family"]
    assert isinstance(photo, Photo)
    kept = otters.photo(plan, photo.blob)
    says_nothing(kept)
    with Image.open(io.BytesIO(kept)) as image:
        assert image.size == (1140, 1600), "turned, and a twentieth cut off"
        corner = image.getpixel((5, 1500))
    assert isinstance(corner, tuple)
    assert min(corner) > 200, "white paper"
    now = otters.raw()
    assert len(b"".join(now.values())) > len(b"".join(before.values())) + len(kept)
    for name, content in now.items():
        assert kept[:32] not in content, name
        assert not [told for told in TELLING if told in content], name
    assert not [line for line in otters.log if "Elm" in line or "IMG" in line]

    wanted = picture((photo, line), (800, 600), "#FFFFFF", photos={photo.blob: kept})
    screen = Image.open(io.BytesIO(wanted)).convert("RGB")
    mia.waits_for(lambda: overlap(mia.picture(mia.paper).resize(screen.size), screen) > 0.85, "the photo on the pad")
    pad = mia.picture(mia.paper)
    mia.finishes()
    mia.knows_it_saved()
    copy = tmp_path / "copy.pdf"
    otters.ask("export", plan, "--anybody", "--out", str(copy))
    made = checked_pdf(copy.read_bytes())
    assert not [told for told in TELLING if told in made]
    with pikepdf.open(io.BytesIO(made)) as opened:
        images = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(images) == 2, "this photo, and the one of the made-up story"
        for one in images:
            says_nothing(one.read_raw_bytes())
    figure = next(f for f in figures_of(made) if f.alt == "Mum, me, Nan and Biscuit.")
    paper = cut_out(made, figure).resize(pad.size)
    assert overlap(paper, pad) > 0.8
    apart = ImageChops.difference(paper, pad).convert("L").histogram()
    assert sum(apart[96:]) / sum(apart) < 0.03, "paper and pad look alike, colour by colour"


SLOWLY = 240_000
"""Milliseconds in which 40 megabytes are read, sent and decoded, beside all the other lanes."""


def sized(megabytes: float, kind: str) -> bytes:
    """Return a photo of exactly so many megabytes: a JPEG with a film behind it, as phones make them, or a PNG."""
    size = round(megabytes * 1_000_000)
    if kind == "JPEG":
        made = photographed()
        return made + random.Random(3).randbytes(size - len(made))
    rows = (size - 100_000) // (3 * 3000)
    file = io.BytesIO()
    Image.frombytes("RGB", (3000, rows), random.Random(3).randbytes(3 * 3000 * rows)).save(
        file, "PNG", compress_level=0
    )
    return file.getvalue() + bytes(size - len(file.getvalue()))


def test_a_photo_up_to_the_apps_own_limit_comes_in_and_a_larger_one_is_kindly_refused(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    mia = comes(otters).unlocks()
    mia.opens_to_draw("Our family")
    mia.touch("A photo")
    before = {p.name for p in Path(tempfile.gettempdir()).iterdir()}
    look = mia.page.get_by_role("img", name="The photo as it will be on the page")
    button = "Choose a photo"
    for megabytes, kind, name in (
        (17, "JPEG", "IMG.HEIC"),
        (25, "PNG", "drawing.jpg"),
        (40, "JPEG", "\u202egpj.x" + "n" * 200),
    ):
        file = tmp_path / name
        file.write_bytes(sized(megabytes, kind))
        chooses(mia, button, file)
        expect(mia.page.get_by_role("progressbar", name="The photo is coming …")).to_be_visible()
        expect(mia.page.get_by_role("progressbar")).to_have_count(0, timeout=SLOWLY)
        expect(look).to_be_visible()
        mia.does_not_see("nothing was kept")
        button = "Choose another one"
        file.unlink()
    for megabytes in (40.01, 100):
        file = tmp_path / "large.jpg"
        file.write_bytes(sized(megabytes, "JPEG"))
        chooses(mia, button, file)
        expect(mia.page.get_by_text("This file is too large, so nothing was kept.").first).to_be_visible()
        expect(look).to_be_visible()
    mia.touch("Put it on the page")
    mia.touch("Leave it there")
    mia.finishes()
    mia.knows_it_saved()
    new = {p.name for p in Path(tempfile.gettempdir()).iterdir()} - before
    assert not [name for name in new if (Path(tempfile.gettempdir()) / name).is_file()], "no photo lies on the disk"
    assert not [line for line in otters.log if "rror" in line or "IMG" in line]


def test_a_photo_on_its_way_is_let_go_when_somebody_hides_reloads_or_goes_back_and_its_button_lives(
    otters: House, comes: Comes, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photographed())
    mia = comes(otters).unlocks()
    mia.opens_to_draw("Our family")
    mia.touch("A photo")
    held: list[Route] = []
    mia.page.route("**/incoming/**", lambda route: held.append(route))
    for n, way in enumerate(("Escape", "Back", "reload"), start=1):
        chooses(mia, "Choose a photo", file)
        expect(mia.page.get_by_role("progressbar", name="The photo is coming …")).to_be_visible()
        mia.waits_for(lambda n=n: len(held) == n, "the photo on its way")  # type: ignore[misc]
        if way == "Back":
            mia.touch("Back")
            expect(mia.paper).to_be_visible()
        elif way == "Escape":
            mia.page.keyboard.press("Escape")
            mia.touch("More")
            mia.comes_back(mia.paper)
        else:
            mia.page.reload()
            mia.is_brought_back()
            mia.comes_back(mia.paper)
        mia.touch("A photo")
        expect(mia.button("Choose a photo")).to_be_visible()
        expect(mia.page.get_by_role("progressbar")).to_have_count(0)
    mia.page.unroute("**/incoming/**")
    chooses(mia, "Choose a photo", file)
    expect(mia.page.get_by_role("img", name="The photo as it will be on the page")).to_be_visible()
    mia.complaints.clear()
    assert not [line for line in otters.log if "rror" in line or "photo" in line]
