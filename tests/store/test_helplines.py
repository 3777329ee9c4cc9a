"""Who can be rung for help: what may be kept, and what is there when nothing can be read."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.errors import StoreError
from app.store.helplines import (
    FILE,
    MOST,
    Helpline,
    HelplinesChanged,
    NotAHelpline,
    checked,
    found_helplines,
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


@pytest.mark.parametrize(
    "line",
    [
        Helpline("w" * 80, "0118 496 0123"),
        Helpline("Police", "999"),
        Helpline("The duty worker", "1" * 15),
        Helpline("The duty worker", "+44 (0)(0)(0)(0)(0)(0)12"),  # 24 signs.
        Helpline("The duty worker", "+12 (3) 4567890"),  # Every sign that there is.
    ],
)
def test_what_is_just_short_enough_or_just_long_enough_is_kept_as_it_is(tmp_path: Path, line: Helpline) -> None:
    assert keep_helplines(tmp_path, [line]) == read_helplines(tmp_path) == (line,)


def test_there_is_room_for_eight_as_the_sentence_says_and_a_ninth_changes_nothing(tmp_path: Path) -> None:
    eight = [Helpline(f"Number {n}", "0118 496 0123") for n in range(8)]
    keep_helplines(tmp_path, eight)
    with pytest.raises(NotAHelpline) as refused:
        keep_helplines(tmp_path, [*eight, LOCAL])
    assert refused.value.sentence() == "There is room for eight numbers. Nothing has been changed."
    assert found_helplines(tmp_path) == (tuple(eight), ())
    (tmp_path / FILE).write_text(json.dumps([*eight, LOCAL]), "utf-8")
    found = found_helplines(tmp_path)
    assert found.lines == tuple(eight)
    assert "Some of the numbers" in found.told[0]
    (tmp_path / FILE).write_text(json.dumps([["Police", "no"], ["Fire", "no"], *eight]), "utf-8")
    assert found_helplines(tmp_path) == found


@pytest.mark.parametrize("who", ["", "\u200b", "w" * 81])
def test_who_answers_that_is_missing_or_too_long_is_refused_with_a_sentence(who: str) -> None:
    with pytest.raises(NotAHelpline) as refused:
        checked([LOCAL, Helpline(who, "999")])
    assert refused.value.sentence() == "Please write who answers, in a few words. Nothing has been changed."


@pytest.mark.parametrize("found", ["", "[", "{}", "[1]", '[["x"]]', '[["Police","no"]]', "null", "\u0000"])
def test_a_file_that_cannot_be_read_counts_as_none_and_is_told(tmp_path: Path, found: str) -> None:
    (tmp_path / FILE).write_text(found, "utf-8")
    assert read_helplines(tmp_path) == ()
    assert "could not be read" in found_helplines(tmp_path).told[0]


@pytest.mark.parametrize("line", ['["Police",999.5]', '["Police",null]', '["Police",["999"]]', '[7,"999"]', '"99"'])
def test_a_line_of_something_else_than_words_and_a_number_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).write_text(f'[{line},["The duty worker","0118 496 0123"]]', "utf-8")
    found = found_helplines(tmp_path)
    assert found.lines == (LOCAL,)
    assert "Some of the numbers" in found.told[0]


def test_where_nothing_was_kept_nothing_is_told(tmp_path: Path) -> None:
    assert found_helplines(tmp_path) == found_helplines(tmp_path / "nowhere") == ((), ())


def test_what_is_kept_stands_in_the_file_as_it_is_written(tmp_path: Path) -> None:
    """Somebody may look after it with an editor."""
    keep_helplines(tmp_path, [Helpline("Yardım · مدد · 🎈", "999")])
    assert "Yardım · مدد · 🎈" in (tmp_path / FILE).read_text("utf-8")


def test_no_number_goes_to_a_log() -> None:
    assert [str(NotAHelpline("number", LOCAL.number)), str(HelplinesChanged((LOCAL,)))] == ["number", ""]


def test_none_at_all_brings_back_the_usual_ones(tmp_path: Path) -> None:
    keep_helplines(tmp_path, [LOCAL])
    keep_helplines(tmp_path, [])
    assert read_helplines(tmp_path) == ()


def test_what_is_carried_has_every_number_and_does_not_say_that_somebody_is_hurt_at_home() -> None:
    assert [line.number for line in helplines_for_paper([])] == [line.number for line in helplines([])]
    assert checked(helplines([])) == helplines([]), "each of them can be rung"
    assert any("hurt" in line.who for line in helplines([]))
    assert not any(word in line.who for line in helplines_for_paper([]) for word in ("hurt", "women"))
    assert helplines_for_paper([LOCAL]) == helplines([LOCAL]) == (LOCAL,)


@pytest.mark.parametrize(
    "pasted",
    [
        "\ufeff0118 496 0123",
        "0118\u200b 496 0123",
        "0118\u2011496\u20110123",
        "0118–496–0123",
        "0118.496.0123",
        "٠١١٨ ٤٩٦ ٠١٢٣",
        "tel:0118 496 0123",
        "📞 0118 496 0123",
    ],
)
def test_a_number_is_taken_however_it_was_pasted_and_shown_in_plain_digits(tmp_path: Path, pasted: str) -> None:
    keep_helplines(tmp_path, [Helpline("The duty\u00a0 worker", pasted)])
    assert read_helplines(tmp_path) == (LOCAL,)


def test_a_file_of_before_with_dashes_is_read() -> None:
    assert checked([Helpline("Childline", "0800-1111")]) == (Helpline("Childline", "0800 1111"),)


def test_a_line_of_signs_that_nobody_sees_is_no_line(tmp_path: Path) -> None:
    keep_helplines(tmp_path, [LOCAL, Helpline("\u200b", "\ufeff")])
    assert read_helplines(tmp_path) == (LOCAL,)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("", "write the number to ring as well"),
        ("text SHOUT to 85258", "has letters in it"),
        ("0118 496 0123 ext 4", "has letters in it"),
        ("0118 496 0123 / 0800 1111", "is too long for one number"),
        ("1" * 16, "is too long for one number"),
        ("+44 (0)(0)(0)(0)(0)(0)(1)", "is too long for one number"),
        ("99", "is too short"),
        ("1234567890 12345 ;;;;;;;", "only digits, spaces, brackets and +"),  # 24 signs, 15 digits.
        ("*#06#", "only digits, spaces, brackets and +"),
        ("0118 496 0123;4", "only digits, spaces, brackets and +"),
        ("½½½", "only digits, spaces, brackets and +"),
    ],
)
def test_a_number_that_cannot_be_rung_is_refused_with_the_reason(number: str, why: str) -> None:
    with pytest.raises(NotAHelpline) as refused:
        checked([LOCAL, Helpline("Somebody", number)])
    assert why in refused.value.sentence()
    assert "Nothing has been changed." in refused.value.sentence()


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_is_taken_in_plain_digits_or_refused_with_a_sentence(who: str, number: str) -> None:
    kept, sentence = (), ""
    try:
        kept = checked([Helpline(who, number)])
    except NotAHelpline as refused:
        sentence = refused.sentence()
    assert (not sentence) or (sentence.endswith(".") and "\n" not in sentence)
    assert all(set(line.number) <= set("0123456789 +()") and line.who for line in kept)
    json.dumps(kept, ensure_ascii=False).encode()


# what lies in the folder under that name

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(VALUES)
def test_any_value_in_the_file_is_taken_or_told(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.mktemp("folder")
    (folder / FILE).write_text(json.dumps(value), "utf-8")
    found = found_helplines(folder)
    assert found.told or list(found.lines) == [] == value or len(found.lines) == len(list(value))  # type: ignore[call-overload]
    assert len(found.lines) <= MOST


@pytest.mark.parametrize(
    "text",
    [
        "[" * 90_000,
        '{"a":' * 5_000,
        "[" + ",".join(['["Police","999"]'] * 100_000) + "]",
        "1" * 5_000,
        '[["Police",' + "9" * 5_000 + "]]",
        "[NaN]",
        '{"a": 1, "a": 2}',
        "\u0000",
        '[["' + "w" * 1_000_000 + '","999"]]',
    ],
)
def test_a_nested_a_huge_or_an_odd_file_is_told_at_once(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert found_helplines(tmp_path).lines == ()
    (told,) = found_helplines(tmp_path).told
    assert "could not be read" in told


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_an_editor_saved_in_its_own_way_is_read(tmp_path: Path, coding: str) -> None:
    (tmp_path / FILE).write_bytes('[["The duty worker",\r\n"0118 496 0123"]]\r\n'.encode(coding))
    assert found_helplines(tmp_path) == ((LOCAL,), ())


def test_one_line_that_cannot_be_rung_keeps_no_other_away_and_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[["Police","no"],["The duty worker","0118 496 0123"],7,["\\ud800","999"]]')
    found = found_helplines(tmp_path)
    assert found.lines == (LOCAL,)
    (told,) = found.told
    assert "Some of the numbers" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("what", ["pipe", "folder", "device", "link to itself", "shut"])
def test_what_is_no_file_is_told_at_once_and_can_be_written_over_where_it_may(tmp_path: Path, what: str) -> None:
    there = tmp_path / FILE
    match what:
        case "pipe":
            os.mkfifo(there)
        case "folder":
            there.mkdir()
        case "device":
            there.symlink_to("/dev/zero")
        case "link to itself":
            there.symlink_to(there)
        case "shut":
            there.write_bytes(b"\xff")
    assert found_helplines(tmp_path).lines == ()
    assert len(found_helplines(tmp_path).told) == 1
    if what == "folder":
        with pytest.raises(StoreError):
            keep_helplines(tmp_path, [LOCAL])
    else:
        keep_helplines(tmp_path, [LOCAL])
        assert found_helplines(tmp_path) == ((LOCAL,), ())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_where_the_new_file_is_to_be_made_stops_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / (FILE + ".new"))
    keep_helplines(tmp_path, [LOCAL])
    assert read_helplines(tmp_path) == (LOCAL,)


OTHER = Helpline("The school", "0118 496 0999")


def test_numbers_that_were_kept_since_these_were_read_are_not_written_over(tmp_path: Path) -> None:
    assert keep_helplines(tmp_path, [LOCAL], read=()) == (LOCAL,)
    with pytest.raises(HelplinesChanged) as refused:
        keep_helplines(tmp_path, [OTHER], read=())
    assert refused.value.now == read_helplines(tmp_path) == (LOCAL,)
    keep_helplines(tmp_path, [LOCAL], read=())
    keep_helplines(tmp_path, [OTHER], read=(LOCAL,))
    assert read_helplines(tmp_path) == (OTHER,)


def test_where_they_could_not_be_read_they_are_written_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[")
    keep_helplines(tmp_path, [LOCAL], read=found_helplines(tmp_path).lines)
    assert read_helplines(tmp_path) == (LOCAL,)
