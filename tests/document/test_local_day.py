"""A day is the one that it is, or was, in the zone of this machine as it is now; and one module says which."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.local_day import local_day, local_time, today
from tests.document import making  # noqa: F401 (its profile: a busy machine is no fault of the code's)

ROOT = Path(__file__).resolve().parents[2]
ZONES = (
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/London",
    "Asia/Kolkata",
    "America/St_Johns",
)
pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets TZ, and leaves it as it was. Nobody tells the program that the zone has changed."""
    with monkeypatch.context() as here:
        yield here
    time.tzset()


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.mark.parametrize(
    ("where", "at", "day"),
    [
        ("Pacific/Auckland", "2026-11-29T20:00+00:00", "2026-11-30"),
        ("Pacific/Auckland", "2026-11-29T10:00+00:00", "2026-11-29"),
        ("Pacific/Kiritimati", "2026-11-29T10:00+00:00", "2026-11-30"),
        ("Pacific/Pago_Pago", "2026-11-30T10:00+00:00", "2026-11-29"),
        ("America/Los_Angeles", "2026-12-01T03:00+00:00", "2026-11-30"),
        ("Europe/London", "2026-06-30T23:30+00:00", "2026-07-01"),
        ("Europe/London", "2026-12-31T23:30+00:00", "2026-12-31"),
        ("XYZ-14", "2026-11-29T10:00+00:00", "2026-11-30"),
        ("No/Such_Place", "2026-11-29T20:00+00:00", "2026-11-29"),
        ("", "2026-11-29T20:00+00:00", "2026-11-29"),
        ("Europe", "2026-11-29T20:00+00:00", "2026-11-29"),
        ("/dev/null", "2026-11-29T20:00+00:00", "2026-11-29"),
        ("XYZ-24", "2026-11-29T20:00+00:00", "2026-11-29"),
        ("XYZ-14DST-25,M1.1.0/0,M12.5.0/0", "2026-11-29T20:00+00:00", "2026-11-29"),
    ],
)
def test_a_moment_is_on_the_day_that_it_was_here(zone: pytest.MonkeyPatch, where: str, at: str, day: str) -> None:
    zone.setenv("TZ", where)
    assert local_day(moment(at)) == date.fromisoformat(day)


@pytest.mark.parametrize("where", ZONES)
def test_every_half_hour_of_a_year_is_on_its_day_where_clocks_go_back_and_forth(
    zone: pytest.MonkeyPatch, where: str
) -> None:
    zone.setenv("TZ", where)
    for at in range(moment("2026-01-01T00:00+00:00"), moment("2027-01-01T00:00+00:00"), 30 * 60 * 1000):
        there = datetime.fromtimestamp(at / 1000, ZoneInfo(where))
        assert (local_day(at), local_time(at).utcoffset()) == (there.date(), there.utcoffset())


def test_a_tablet_that_crosses_into_another_zone_has_the_day_there_at_once(zone: pytest.MonkeyPatch) -> None:
    at = moment("2026-11-29T20:00+00:00")
    days = []
    for where in ("Europe/London", "Pacific/Auckland", "Pacific/Pago_Pago", "Pacific/Auckland"):
        zone.setenv("TZ", where)
        days.append(local_day(at).day)
    assert days == [29, 30, 29, 30]


def test_today_is_the_day_of_this_moment() -> None:
    before, now, after = local_day(time.time() * 1000), today(), local_day(time.time() * 1000)
    assert before <= now <= after


@given(st.integers() | st.floats(allow_nan=False))
def test_a_moment_that_no_calendar_has_is_on_its_first_or_last_day(at: float) -> None:
    assert date.min <= local_day(at) <= date.max


@pytest.mark.parametrize("where", ["XYZ-14", "XYZ12", "XYZ-24", "Europe"])
def test_the_first_and_the_last_day_that_there_is_are_told_in_every_zone(zone: pytest.MonkeyPatch, where: str) -> None:
    zone.setenv("TZ", where)
    first, last = (datetime(*day, tzinfo=UTC).timestamp() * 1000 for day in ((1, 1, 1), (9999, 12, 31)))
    assert (local_day(first).year, local_day(last).year) == (1, 9999)


@given(st.datetimes(datetime(1971, 1, 1), datetime(2999, 1, 1)))
def test_how_far_it_is_from_utc_is_told(when: datetime) -> None:
    at = int(when.replace(tzinfo=UTC).timestamp() * 1000)
    assert local_time(at) == datetime.fromtimestamp(at / 1000, UTC)


def test_nothing_else_asks_the_clock_for_a_day() -> None:
    asks = re.compile(r"fromtimestamp|date\.today|datetime\.now|utcnow|(?<!babel\.)localtime|gmtime|strftime")
    found = [str(p) for p in (*ROOT.glob("app/**/*.py"), *ROOT.glob("plans/*.py")) if asks.search(p.read_text("utf-8"))]
    assert found == [str(ROOT / "app/document/local_day.py")]
