"""What the journeys share: one browser, a made-up family to copy, and people who leave no mess behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import browser
from tests.journeys.house import House, copied, made_up_family
from tests.journeys.person import Somebody, sits_down

Comes = Callable[..., Somebody]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of the lane; every person has a profile of their own in it."""
    with browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the made-up family, to be copied and never opened itself."""
    return made_up_family(tmp_path_factory.mktemp("family") / "otters")


@pytest.fixture(scope="module")
def otters(family: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The app, served on a copy of the made-up family: one for each file of journeys."""
    house = House(copied(family, tmp_path_factory.mktemp("house") / "plans"))
    yield from _served(house)


@pytest.fixture(scope="module")
def new_tablet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The app on a folder with nothing in it, and no keyring."""
    yield from _served(House(tmp_path_factory.mktemp("new") / "plans"))


def _served(house: House) -> Iterator[House]:
    try:
        yield house.start()
    finally:
        house.stop()


@pytest.fixture
def comes(chromium: Browser) -> Iterator[Comes]:
    """Have somebody come to a house: comes(house). Each journey begins at home.

    At the end nothing may have gone wrong, nor out into the world.
    """
    people: list[Somebody] = []
    houses: list[House] = []

    def come(
        house: House, *, touches: bool = False, width: int = 1180, height: int = 820, sharp: bool = False
    ) -> Somebody:
        # Half the dots each way, but where somebody looks at what is painted: without a graphics card, painting
        # is what the lane costs most.
        context = chromium.new_context(
            viewport={"width": width, "height": height}, has_touch=touches, device_scale_factor=1 if sharp else 0.5
        )
        somebody = sits_down(context, house.address(), touches=touches)
        people.append(somebody)
        if house not in houses:
            # Only once the lock shows: by then the app has met the parting of whoever was here before. Told of the
            # hour sooner, it would date that parting an hour late, and lead back to where the last journey ended.
            houses.append(house.visited())
        return somebody

    yield come
    for person in people:
        for page in person.page.context.pages:
            print(page.locator("body").aria_snapshot())  # pytest shows it where a journey failed
        person.page.context.close()
    assert [c for p in people for c in p.complaints] == [], "the browser's console complained"
    assert [url for p in people for url in p.went_out] == [], "something left this machine"
