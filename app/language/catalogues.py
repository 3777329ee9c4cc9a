"""The catalogues as they should be, worked out from the sources; `dev.py words` writes them, a test compares.

Everything here is a function of the files in the repository: no dates of today, no line numbers, so
that the same sentences always give the same bytes, and a stale catalogue is simply a different one.
"""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo

from app.language.active_language import DOMAIN, LOCALES, MADE_UP
from app.language.pseudo import longer, mirrored

ROOT = LOCALES.parent
SPOKEN = ("app", "plans")
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
TRANSLATORS = ("Translators:",)

# gettext wants a date; any fixed one serves, and today's would make each run a change.
_FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)

_MAKERS: tuple[tuple[str, Callable[[str], str], str], ...] = (
    (MADE_UP[0], longer, "en"),
    (MADE_UP[1], mirrored, "ar"),
)


def template(root: Path = ROOT) -> Catalog:
    """Return every sentence that is marked in the program, with the files it stands in."""
    catalogue = _empty(None)
    for source in sources(root):
        name = source.relative_to(root).as_posix()
        found = extract_from_file("python", source, keywords=KEYWORDS, comment_tags=TRANSLATORS)
        for _line, sentence, comments, _context in found:
            catalogue.add(sentence, locations=[(name, 0)], auto_comments=comments)
    return catalogue


def sources(root: Path = ROOT) -> Iterator[Path]:
    """Yield every Python file that may hold a sentence, in a fixed order."""
    for folder in SPOKEN:
        yield from sorted((root / folder).rglob("*.py"))


def expected(root: Path = ROOT) -> dict[Path, bytes]:
    """Return what each catalogue should hold, by its path under locales/.

    That is the template, and .po and .mo of each language that is there and of the two made-up ones.
    """
    pot = template(root)
    files = {Path(f"{DOMAIN}.pot"): _written(pot)}
    for tag, change, grammar in _MAKERS:
        files |= _both(tag, _made(pot, change, grammar))
    for path in sorted((root / "locales").glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        tag = path.parts[-3].replace("_", "-")
        if tag not in MADE_UP:
            with path.open("rb") as file:
                catalogue = pofile.read_po(file, locale=path.parts[-3])
            # Guessed translations would be shown to families unread.
            catalogue.update(pot, no_fuzzy_matching=True)
            files |= _both(tag, catalogue)
    return files


def main() -> None:
    """Write every catalogue as it should be."""
    for name, content in expected().items():
        path = LOCALES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{len(template())} sentences, in {LOCALES}")


def _empty(locale: Locale | None) -> Catalog:
    return Catalog(
        locale=locale,
        domain=DOMAIN,
        project="Alongside",
        version="1",
        copyright_holder="the makers of Alongside",
        msgid_bugs_address=" ",
        creation_date=_FIRST_DAY,
        revision_date=_FIRST_DAY,
        last_translator="",
        language_team="",
        fuzzy=False,
    )


def _made(pot: Catalog, change: Callable[[str], str], grammar: str) -> Catalog:
    catalogue = _empty(Locale.parse(grammar))
    for message in pot:
        if message.id:
            catalogue.add(message.id, _translated(message, change, catalogue.num_plurals), message.locations)
    return catalogue


def _translated(message: Message, change: Callable[[str], str], forms: int) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return change(message.id)
    one, many = message.id
    # Both languages with plurals here have their "one" first, Arabic behind its "none".
    singular = 0 if forms == 2 else 1
    return tuple(change(one if form == singular else many) for form in range(forms))


def _both(tag: str, catalogue: Catalog) -> dict[Path, bytes]:
    folder = Path(tag.replace("-", "_"), "LC_MESSAGES")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return {folder / f"{DOMAIN}.po": _written(catalogue), folder / f"{DOMAIN}.mo": compiled.getvalue()}


def _written(catalogue: Catalog) -> bytes:
    written = io.BytesIO()
    pofile.write_po(written, catalogue, width=100, sort_output=True, include_lineno=False)
    return written.getvalue()


if __name__ == "__main__":
    main()
