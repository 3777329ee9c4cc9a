"""Nothing that anybody said, and no name, is on the disk unsealed, in no file, open or closed."""

import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.document.edit import Set
from app.store import Summary
from tests.store.making import PASSPHRASE, again, made, saying

# Eight letters or more: shorter ones can stand in random bytes by chance.
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=8, max_size=60).filter(
    lambda text: len(set(text)) > 4
)


def found(folder: Path, secret: str) -> list[str]:
    """Return the files in which some words stand, in an encoding that somebody might have written them in."""
    forms = [secret.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [f.name for f in folder.iterdir() for form in forms if form in f.read_bytes()]


@settings(max_examples=40, deadline=None)
@given(said=st.lists(words, min_size=1, max_size=5), title=words, kept=words)
def test_words_are_in_no_file_of_the_folder(said: list[str], title: str, kept: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, vault = made(folder)
        secrets = [*said, title, kept, PASSPHRASE, "a-kind-of-plan"]
        # A word that stands in every store tells nothing: the name of a table, of a way to stretch a key.
        assume(not any(found(folder, secret) for secret in secrets))
        document = vault.create("a-kind-of-plan")
        for clock, text in enumerate(said, start=1):
            edit = saying(text, clock * 2)._replace(actor=text, undo_scope=text, undo_session=text)
            change = Set(edit.id, text, text)
            card = Summary(document, "a-kind-of-plan", title, title, clock, {title: title})
            vault.append(document, [edit, edit._replace(id=f"{clock}", clock=clock * 2 + 1, change=change)], card)
        vault.keep_setting("family", kept)
        vault.put_blob(document, kept.encode("utf-8") * 50)
        assert {"plans.db", "plans.db-wal", "plans.db-shm"} <= {f.name for f in folder.iterdir()}
        assert [found(folder, secret) for secret in secrets] == [[]] * len(secrets)
        store.close()
        assert [found(folder, secret) for secret in secrets] == [[]] * len(secrets)
        # They were there to be found: the same look finds what is not sealed.
        store, vault = again(folder)
        assert vault.load(document).edits[0].undo_scope == said[0]
        assert found(folder, "edit_never_changes")
        store.close()


def test_no_key_is_on_the_disk(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    key = bytes(vault._key)
    vault.create("storyboard")
    assert all(key not in f.read_bytes() for f in tmp_path.iterdir())
    kept = vault._key
    vault.close()
    assert set(kept) == {0}
    store.close()
