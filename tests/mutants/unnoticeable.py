"""Faults that change nothing which anybody could notice, from unnoticeable.toml, each with its reason."""

import tomllib
from pathlib import Path

LIST = Path(__file__).with_name("unnoticeable.toml")


def entries() -> list[dict[str, str]]:
    """Return the list: where (file), within (function), before and after (the line), why."""
    found: list[dict[str, str]] = tomllib.loads(LIST.read_text("utf-8")).get("fault", [])
    return found


def unnoticeable() -> set[tuple[str, str, str, str]]:
    """Return the keys of the faults that are listed."""
    return {(e["where"], e["within"], e["before"], e["after"]) for e in entries()}
