"""The browsers of the lane. One that has been here before loads Flutter in half the time: it has it compiled already.

A browser keeps what it has compiled in its profile, by address. So profiles are used again, journey after journey, and
nothing else of the one before is left in them; and the served app has one port for as long as it is free (house.py).
"""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.browser import QUIET, executable

KEPT_BY_PAGES = "local_storage,indexeddb,cache_storage,service_workers"
"""What a page can keep in a browser beside cookies, by the names that Chromium has for it."""


class Profile:
    """One browser with a profile of its own: what its tabs share."""

    def __init__(self, playwright: Playwright, folder: Path, *, sharp: bool) -> None:
        """sharp: whether a dot of the page is a dot of the screen, where somebody looks at what is painted.

        Half the dots each way elsewhere: without a graphics card, painting is what a touch costs most.
        """
        self.sharp = sharp
        self.taken = False
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            folder,
            executable_path=executable(),
            args=list(QUIET),
            has_touch=True,
            device_scale_factor=1 if sharp else 0.5,
        )

    def opens(self, width: int, height: int) -> Page:
        """Return a new tab of a browser in which nobody has been, for somebody who takes it from now on."""
        self.taken = True
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page

    def given_back(self) -> None:
        """Forget who was here: close their tabs, and drop what they were let in by. What is compiled stays."""
        stays, *others = self.context.pages  # With no tab at all, the browser would end.
        been = {"/".join(page.url.split("/")[:3]) for page in others if page.url.startswith("http")}
        for page in others:
            page.close()
        stays.goto("about:blank")
        self.context.clear_cookies()
        forgets = self.context.new_cdp_session(stays)
        for origin in been:
            forgets.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT_BY_PAGES})
        forgets.detach()
        self.taken = False


class Profiles:
    """All browsers of the lane, each begun when it is first needed."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self._playwright = playwright
        self._folder = folder
        self._all: list[Profile] = []

    def take(self, *, sharp: bool) -> Profile:
        """Return a browser that nobody uses now."""
        for profile in self._all:
            if profile.sharp is sharp and not profile.taken:
                return profile
        self._all.append(Profile(self._playwright, self._folder / str(len(self._all)), sharp=sharp))
        return self._all[-1]

    def close(self) -> None:
        """End all browsers."""
        for profile in self._all:
            profile.context.close()
