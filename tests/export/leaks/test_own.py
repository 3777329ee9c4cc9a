"""What a file has of its own is innocent in its own place, and nowhere else."""

from datetime import date

import pytest

from app.export.leaks.own_marks import OWN_COMMENT, is_own_name, is_own_string, without_own
from app.pdf.metadata import PROGRAM, metadata


@pytest.mark.parametrize(
    "name", [b"Alt", b"Font", b"F", b"F12", b"Im3", b"G0", b"ALONGB+Andika", b"Adobe-Identity-UCS"]
)
def test_a_name_that_the_press_writes_is_its_own(name: bytes) -> None:
    assert is_own_name(name)


@pytest.mark.parametrize("name", [b"Alter", b"Darren", b"F12x", b"ALONGB+Darren", b"ALONG+Andika", b"Andika", b""])
def test_any_other_name_is_somebodys(name: bytes) -> None:
    assert not is_own_name(name)


def test_a_string_is_its_own_below_its_own_name_alone() -> None:
    assert is_own_string(b"en", "Lang", "en")
    assert not is_own_string(b"en", "Lang", "cy")
    assert not is_own_string(b"", "Lang", "")
    assert is_own_string(b"D:20260504000000Z", "CreationDate", "en")
    assert is_own_string(b"D:20260504000000Z", "ModDate", "en")
    assert not is_own_string(b"D:20260504123000Z", "ModDate", "en")
    assert not is_own_string(b"D:20260504000000Z", "Title", "en")
    assert is_own_string(b"Adobe", "Registry", "en")
    assert is_own_string(PROGRAM.encode(), "Producer", "en")
    assert not is_own_string(b"Adobe", "Ordering", "en")
    assert not is_own_string(b"Adobe", "Alt", "en")
    assert {is_own_string(told, "Ordering", "en") for told in (b"Identity", b"UCS")} == {True}


def test_comments_of_its_own_are_told_from_others() -> None:
    assert OWN_COMMENT.fullmatch(b"PDF-1.7")
    assert not OWN_COMMENT.fullmatch(b"PDF-1.7 Darren")


def test_of_its_description_only_what_the_press_writes_is_left_out() -> None:
    whole = metadata("Our title", "en", date(2026, 5, 4)).decode()
    assert without_own(whole, "en").split("\n") == ["", "Our title", ""]
    assert without_own(f"before{whole}behind", "en").strip("\ufeff").split("\n")[1:] == ["Our title", "behind"]
    before, behind = whole.split("Our title")
    assert without_own(f"Ann{before}Ben{behind}Cem", "en") == "Ann\nBen\nCem"
    for other in (before, behind, f"{behind}Ann{before}"):
        assert without_own(other, "en") == other, "the press did not write it so"
    for other in ("nothing of the kind", whole.replace("2026-05-04T", "2026-55-04T"), whole.replace("rdf", "odd")):
        assert without_own(other, "en") == other
    assert without_own(whole, "cy") == whole, "it is in another language than the file"
