"""The catalogues are what the sources say, or `python3 dev.py words` is due."""

from pathlib import Path

from babel.messages.mofile import read_mo

from app.language.active_language import LOCALES
from app.language.catalogues import expected, template


def test_no_catalogue_is_stale() -> None:
    """Whoever adds or changes a sentence runs `python3 dev.py words`."""
    stale = [
        str(name)
        for name, content in expected().items()
        if not (LOCALES / name).exists() or (LOCALES / name).read_bytes() != content
    ]
    assert stale == [], "run: python3 dev.py words"


def a_program(root: Path, source: str) -> Path:
    (root / "app").mkdir(exist_ok=True)
    (root / "app" / "screen.py").write_text(source, encoding="utf-8")
    return root


def test_every_marked_sentence_is_found_with_its_note_and_place(tmp_path: Path) -> None:
    root = a_program(
        tmp_path,
        'ONE = N_("Draw")\n# Translators: a button\nTWO = _("Next")\n'
        'THREE = ngettext("{n} page", "{n} pages", 2)\nFOUR = print("not this")\n',
    )
    found = {message.id: message for message in template(root) if message.id}
    assert set(found) == {"Draw", "Next", ("{n} page", "{n} pages")}
    assert found["Next"].auto_comments == ["Translators: a button"]
    assert found["Draw"].locations == [("app/screen.py", 0)]


def test_a_line_more_above_a_sentence_makes_nothing_stale(tmp_path: Path) -> None:
    before = expected(a_program(tmp_path, '_("Draw")\n'))
    assert expected(a_program(tmp_path, '\n\n# A comment.\n_("Draw")\n')) == before
    assert expected(a_program(tmp_path, '_("Draw more")\n')) != before


def test_a_real_translation_is_kept_and_never_guessed(tmp_path: Path) -> None:
    root = a_program(tmp_path, '_("Draw a page")\n_("Next")\n')
    folder = root / "locales" / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "alongside.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Language: cy\\n"\n\nmsgid "Draw a pages"\nmsgstr "Hen"\n\nmsgid "Next"\nmsgstr "Nesaf"\n',
        encoding="utf-8",
    )
    files = expected(root)
    compiled = root / "cy.mo"
    compiled.write_bytes(files[Path("cy/LC_MESSAGES/alongside.mo")])
    with compiled.open("rb") as file:
        assert {m.id: m.string for m in read_mo(file) if m.id} == {"Next": "Nesaf"}
    assert b'msgid "Draw a page"\nmsgstr ""' in files[Path("cy/LC_MESSAGES/alongside.po")]
