"""One process speaks to several readers at once: the language belongs to the context, not to the process."""

import gettext
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE = "en"
"""The language that the sentences in the program are written in."""

DOMAIN = "alongside"
MADE_UP = ("en-XA", "ar-XB")
"""Languages for tests and pictures only: one longer and accented, one mirrored (app.language.pseudo)."""

LOCALES = Path(__file__).resolve().parents[2] / "locales"

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
"""What can be a tag of a language (BCP 47): it becomes part of a path, and is written into files."""

_chosen: ContextVar[str | None] = ContextVar("language", default=None)
_finders: list[Callable[[], str | None]] = []


def N_(sentence: str) -> str:
    """Mark a sentence for the catalogue and return it unchanged; `_` translates it when it is shown."""
    return sentence


def _(sentence: str) -> str:
    """Return a sentence in the current language; as it is where there is no translation."""
    # gettext answers the empty string with the catalogue's own heading.
    return _catalogue(current()).gettext(sentence) if sentence else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form that the current language uses for n things, for the caller to fill in."""
    return _catalogue(current()).ngettext(one, many, n)


def set_language(tag: str) -> None:
    """Speak this language in the current context (task, thread) and in the ones that it starts from now on.

    tag: BCP 47 ("cy", "pt-BR"); one that has no catalogue, or is none, speaks English.
    """
    _chosen.set(_plain(tag))


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak this language inside the block: a copy may be in another language than the screen."""
    token = _chosen.set(_plain(tag))
    try:
        yield
    finally:
        _chosen.reset(token)


def follow(finder: Callable[[], str | None]) -> None:
    """Ask this function for the language wherever nobody set one in the context.

    Flet starts each event as a task of its own, in which a `set_language` of an earlier one is not
    seen: the screen therefore gives a finder that looks at the page in whose name it is called.
    A finder that knows nothing returns None. The finder given last is the only one asked.
    """
    _finders[:] = [finder]


def current() -> str:
    """Return the tag of the language spoken here, as `set_language` had it: never empty."""
    chosen = _chosen.get()
    if chosen is None and _finders:
        found = _finders[0]()
        chosen = _plain(found) if found else None
    return chosen or SOURCE


def languages() -> tuple[str, ...]:
    """Return the tags that can be offered: English, and every real language that has a compiled catalogue."""
    compiled = {_plain(path.parts[-3]) for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (SOURCE, *sorted(compiled - set(MADE_UP)))


def _plain(tag: str) -> str:
    plain = tag.replace("_", "-").strip()
    return plain if _TAG.fullmatch(plain) else SOURCE


@cache
def _catalogue(tag: str) -> gettext.NullTranslations:
    # "pt-BR" looks for pt_BR, then for pt; English has none, and speaks for all that have none.
    return gettext.translation(DOMAIN, LOCALES, [tag.replace("-", "_")], fallback=True)
