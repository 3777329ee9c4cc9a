"""Whatever must not be read is found in a finished file, wherever and however it is written there."""

import pytest

from app.export.leaks import in_file
from app.ink.photo import NONE
from app.sheet import texts
from tests.export.copying import make_copy
from tests.export.leaks.planting import PLANTS, Plant, opens, png
from tests.export.test_copies import DAY, whole

COPY = make_copy(whole(), None, made=DAY, language="en", photos=NONE)
SHOWN = tuple(texts(COPY.sheet))

SENTENCE = "Dad shouts at night and I hide in the cupboard"
SECRETS = {
    "a sentence": (SENTENCE, SENTENCE),
    "half of it": (SENTENCE, "so at night and I hide here"),
    "a number": ("Ring 0117 496 0123 after six", "01174960123"),
    "a number from abroad": ("Ring 0117 496 0123 after six", "+44 (0)117-496-0123"),
    "a postcode": ("14 Acorn Crescent, BS7 9QX", "BS79QX"),
    "a name": ("Darren", "Darren"),
}


def found(file: bytes, *secrets: str) -> set[str]:
    return {f.words for f in in_file(file, withheld=secrets, shown=SHOWN, language="en")}


def test_the_file_itself_holds_none_of_them() -> None:
    assert found(COPY.file, *(secret for secret, _written in SECRETS.values())) == set()


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_every_withheld_thing_is_found_in_every_place(plant: Plant) -> None:
    missed = []
    for name, (secret, written) in SECRETS.items():
        planted = plant(COPY.file, written)
        assert opens(planted)
        if found(planted, secret, "Something else that nobody planted") != {secret}:
            missed.append(name)
    assert missed == []


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_the_same_place_with_harmless_words_is_no_leak(plant: Plant) -> None:
    planted = plant(COPY.file, "Lovely weather for the seaside today")
    assert found(planted, *(secret for secret, _written in SECRETS.values())) == set()


@pytest.mark.parametrize("item_type", [b"tEXt", b"zTXt", b"iTXt"])
def test_every_withheld_thing_is_found_beside_the_pixels_of_a_picture_for_a_phone(item_type: bytes) -> None:
    for secret, written in SECRETS.values():
        assert found(png(written, sort=item_type), secret) == {secret}
        assert found(png("Lovely weather", sort=item_type), secret) == set()
