"""What the journeys share: the browsers, a made-up family to copy, and people who leave no mess behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.journeys.house import House, copied, made_up_family
from tests.journeys.person import Somebody, sits_down
from tests.journeys.profiles import Profile, Profiles

Comes = Callable[..., Somebody]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def profiles(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Profiles]:
    """The browsers of the lane: one for each person who is there at once."""
    every = Profiles(playwright, tmp_path_factory.mktemp("profiles"))
    try:
        yield every
    finally:
        every.close()


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
def comes(profiles: Profiles) -> Iterator[Comes]:
    """Have somebody come to a house: comes(house). Each journey begins at home.

    At the end nothing may have gone wrong, nor out into the world.
    """
    people: list[Somebody] = []
    taken: list[Profile] = []
    houses: list[House] = []

    def come(
        house: House, *, touches: bool = False, width: int = 1180, height: int = 820, sharp: bool = False
    ) -> Somebody:
        taken.append(profiles.take(sharp=sharp))
        somebody = sits_down(taken[-1].opens(width, height), house.address(), touches=touches)
        people.append(somebody)
        if house not in houses:
            # Only once the lock shows: by then the app has met the parting of whoever was here before. Told of the
            # hour sooner, it would date that parting an hour late, and lead back to where the last journey ended.
            houses.append(house.visited())
        return somebody

    yield come
    for profile in taken:
        for page in profile.context.pages[1:]:
            print(page.locator("body").aria_snapshot())  # pytest shows it where a journey failed
        profile.given_back()
    assert [c for p in people for c in p.complaints] == [], "the browser's console complained"
    assert [url for p in people for url in p.went_out] == [], "something left this machine"
