"""Everything that the app needs can go onto a tablet: pure Python, or built for Android and iOS."""

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]

# From docs/platform/flet.md: what Flet's index builds for tablets; cffi comes with the two that need it.
MOBILE = {"pillow", "cryptography", "argon2-cffi-bindings", "msgpack", "cffi"}

# Installed compiled here for speed, and published as a pure wheel too, which a tablet gets.
ALSO_PURE = {"charset-normalizer", "wcwidth"}


def project() -> dict[str, object]:
    loaded: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return loaded


def name_of(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", Requirement(requirement).name).lower()


def needed(requirements: list[str], platform: str) -> dict[str, Distribution]:
    """Return everything that these requirements bring along on a platform, by name."""
    found: dict[str, Distribution] = {}
    ahead = [Requirement(r) for r in requirements]
    environment = {"sys_platform": platform, "platform_system": platform.title(), "extra": ""}
    while ahead:
        requirement = ahead.pop()
        name = name_of(str(requirement))
        if name in found or (requirement.marker and not requirement.marker.evaluate(environment)):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            raise AssertionError(f"{name} is needed and not installed") from None
        ahead += [Requirement(r) for r in found[name].requires or []]
    return found


def is_pure(found: Distribution) -> bool:
    return "Root-Is-Purelib: true" in (found.read_text("WHEEL") or "")


def test_every_dependency_can_go_onto_a_tablet() -> None:
    runtime = project()["dependencies"]
    assert isinstance(runtime, list)
    for platform in ("android", "ios"):
        everything = needed(runtime, platform)
        assert {"flet", "pillow", "reportlab", "httpx"} <= set(everything)
        stuck = {n for n, d in everything.items() if not is_pure(d)} - MOBILE - ALSO_PURE
        assert stuck == set(), f"no build for tablets: make {stuck} an optional extra, or do without"


def test_the_check_would_notice_what_has_no_build_for_tablets() -> None:
    everything = needed(["pydantic"], "android")
    assert "pydantic-core" in {n for n, d in everything.items() if not is_pure(d)} - MOBILE - ALSO_PURE


def test_every_requirement_is_pinned_and_the_pins_agree() -> None:
    loaded = project()
    extras = loaded["optional-dependencies"]
    assert isinstance(loaded["dependencies"], list)
    assert isinstance(extras, dict)
    asked = [*loaded["dependencies"], *(r for extra in extras.values() for r in extra)]
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {name_of(line): Requirement(line).specifier for line in lines if line and line[0] != "#"}
    for requirement in asked:
        assert re.fullmatch(r"[\w\-\[\].]+==[\d.]+", requirement), requirement
        if name_of(requirement) in pinned:
            assert pinned[name_of(requirement)] == Requirement(requirement).specifier
    brought = needed([r for r in asked if "desktop" not in r], "linux")
    assert set(brought) - set(pinned) <= {"setuptools", "pip"}, "add what is missing to constraints.txt"
