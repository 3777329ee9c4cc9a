"""Who can be rung for help: what may be kept, and what is there when nothing can be read."""

from pathlib import Path

import pytest

from app.store.helplines import (
    FILE,
    MOST,
    Helpline,
    NotAHelpline,
    helplines,
    helplines_for_paper,
    keep_helplines,
    read_helplines,
)

LOCAL = Helpline("The duty worker", "0118 496 0123")


def test_what_was_kept_is_read_again_tidied_and_without_empty_lines(tmp_path: Path) -> None:
    keep_helplines(tmp_path, [LOCAL, Helpline("  ", ""), Helpline(" Somebody  kind ", " +44 (0)20 7946  0000 ")])
    assert read_helplines(tmp_path) == (LOCAL, Helpline("Somebody kind", "+44 (0)20 7946 0000"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (Helpline("", "999"), "who"),
        (Helpline("w" * 81, "999"), "who"),
        (Helpline("Police", ""), "number"),
        (Helpline("Police", "99"), "number"),
        (Helpline("Police", "ring me"), "number"),
        (Helpline("Police", "1" * 16), "number"),
    ],
)
def test_a_line_that_cannot_be_rung_changes_nothing(tmp_path: Path, line: Helpline, reason: str) -> None:
    keep_helplines(tmp_path, [LOCAL])
    with pytest.raises(NotAHelpline) as refused:
        keep_helplines(tmp_path, [line])
    assert refused.value.reason == reason
    assert read_helplines(tmp_path) == (LOCAL,)


def test_nine_are_too_many(tmp_path: Path) -> None:
    with pytest.raises(NotAHelpline):
        keep_helplines(tmp_path, [LOCAL] * (MOST + 1))


@pytest.mark.parametrize("found", ["", "[", "{}", "[1]", '[["x"]]', '[["Police","no"]]', "null", "\u0000"])
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path: Path, found: str) -> None:
    (tmp_path / FILE).write_text(found, "utf-8")
    assert read_helplines(tmp_path) == ()


def test_none_at_all_brings_back_the_usual_ones(tmp_path: Path) -> None:
    keep_helplines(tmp_path, [LOCAL])
    keep_helplines(tmp_path, [])
    assert read_helplines(tmp_path) == ()


def test_what_is_carried_has_every_number_and_does_not_say_that_somebody_is_hurt_at_home() -> None:
    assert [line.number for line in helplines_for_paper([])] == [line.number for line in helplines([])]
    assert any("hurt" in line.who for line in helplines([]))
    assert not any(word in line.who for line in helplines_for_paper([]) for word in ("hurt", "women"))
    assert helplines_for_paper([LOCAL]) == helplines([LOCAL]) == (LOCAL,)
