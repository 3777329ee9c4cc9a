"""Who speaks which language, and where."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import date

import pytest

from app.language import (
    N_,
    _,
    current,
    days_of_the_week,
    direction,
    follow,
    full_date,
    isolate,
    languages,
    month_and_year,
    ngettext,
    number_as_rung,
    set_language,
    speaking,
    unmarked,
    written_date,
)

SENTENCE = "Nothing is lost."


@pytest.fixture(autouse=True)
def _nobody_to_follow() -> Iterator[None]:
    follow(lambda: None)
    with speaking("en"):
        yield
    follow(lambda: None)


def test_english_needs_no_catalogue_and_a_mark_changes_nothing() -> None:
    assert (current(), _(SENTENCE), N_(SENTENCE), _("")) == ("en", SENTENCE, SENTENCE, "")


def test_the_made_up_languages_speak_every_sentence_and_are_never_offered() -> None:
    with speaking("en-XA"):
        assert _(SENTENCE).startswith("[Ñöţĥîñĝ îš ļöšţ.")
        assert _("") == ""
    with speaking("ar_XB"):
        assert current() == "ar-XB"
        assert _(SENTENCE) == "نوتحينغ يس لوست."
    assert not {"en-XA", "ar-XB"} & set(languages())
    assert languages()[0] == "en"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    for tag in ("cy", "xx", "zz-ZZ", "", "../../etc", "no such thing"):
        with speaking(tag):
            assert _(SENTENCE) == SENTENCE
            assert ngettext("{n} page", "{n} pages", 2).format(n=2) == "2 pages"


def test_two_tabs_speak_two_languages_at_once() -> None:
    async def tab(tag: str) -> list[str]:
        set_language(tag)
        said = []
        for _turn in range(3):
            await asyncio.sleep(0)
            said.append(current())
        return said

    async def both() -> list[list[str]]:
        return list(await asyncio.gather(tab("en-XA"), tab("ar-XB")))

    assert asyncio.run(both()) == [["en-XA"] * 3, ["ar-XB"] * 3]
    assert current() == "en"


def test_a_finder_is_asked_only_where_nobody_chose() -> None:
    answers: list[str | None] = ["ar-XB"]
    follow(lambda: answers[-1])
    heard: list[str] = []
    thread = threading.Thread(target=lambda: heard.append(current()))
    thread.start()
    thread.join()
    answers.append(None)
    thread = threading.Thread(target=lambda: heard.append(current()))
    thread.start()
    thread.join()
    assert heard == ["ar-XB", "en"]
    assert current() == "en", "chosen by the fixture"


def test_dates_are_written_in_full() -> None:
    day = date(2026, 5, 4)
    assert full_date(day) == "Monday 4 May 2026"
    assert full_date(day, "en-GB") == full_date(day, "en-XA") == full_date(day, "no such") == "Monday 4 May 2026"
    assert "2026" in full_date(day, "pl")
    assert "maja" in full_date(day, "pl")
    assert written_date("2026-05-04") == "Monday 4 May 2026"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        written_date("4.5.2026")


@pytest.mark.parametrize(
    ("tag", "runs"),
    [
        ("en", "ltr"),
        ("cy", "ltr"),
        ("ur", "rtl"),
        ("ar-XB", "rtl"),
        ("en-XA", "ltr"),
        ("fa_IR", "rtl"),
        ("?", "ltr"),
    ],
)
def test_every_language_knows_which_way_it_runs(tag: str, runs: str) -> None:
    assert direction(tag) == runs
    with speaking(tag):
        assert direction() == runs


def test_a_name_in_the_other_direction_is_set_apart_and_one_in_ours_is_left_alone() -> None:
    assert isolate("Mia") == "Mia"
    assert isolate("علي") == "\u2068علي\u2069"
    assert isolate("Mia", "ar-XB") == "\u2068Mia\u2069"
    assert isolate("علي", "ur") == "علي"


def test_a_name_cannot_turn_round_the_sentence_it_stands_in() -> None:
    assert isolate("Mia\u202e gnp.") == "Mia gnp."
    assert isolate("\u2069علي\u2067") == "\u2068علي\u2069"


def test_a_telephone_number_runs_from_the_left_in_every_language() -> None:
    assert number_as_rung("0800 1111", "en") == "0800 1111"
    shown = number_as_rung("0800 1111", "ur")
    assert shown == "\u20660800 1111\u2069"
    assert unmarked(shown) == "0800 1111"
    assert number_as_rung(shown, "ur") == shown
    assert number_as_rung("", "ur") == ""


def test_a_calendar_begins_its_week_where_its_readers_do_and_names_the_month() -> None:
    assert month_and_year(date(2026, 12, 3), "en") == "December 2026"
    assert [number for number, _name in days_of_the_week("en")] == [0, 1, 2, 3, 4, 5, 6]
    assert days_of_the_week("en")[0] == (0, "Mo")
    assert days_of_the_week("pt-BR")[0][0] == 6
    assert len({name for _number, name in days_of_the_week("ar-XB")}) >= 5
    with speaking("cy"):
        assert month_and_year(date(2026, 12, 3)) == "Rhagfyr 2026"
