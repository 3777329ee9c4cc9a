"""Every fault says, in words for the person in front of it, what happened, what is safe and what to do."""

import pytest

from app.store import (
    Fault,
    MustWait,
    NotASecret,
    NotSaved,
    ReadOnlyPlan,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreLost,
    StoreReadOnly,
    TooWeak,
    WrongSecret,
    WrongSpareKey,
    errors,
)
from app.store.errors import for_reading

PLAIN = [
    kind()
    for kind in vars(errors).values()
    if isinstance(kind, type)
    and issubclass(kind, StoreError)
    and kind not in (StoreError, WrongSecret, MustWait, NotASecret, TooWeak)
]
CASES: list[StoreError | Fault] = [
    *PLAIN,
    NotSaved(StoreFull()),
    NotSaved(StoreReadOnly()),
    NotSaved(closed=True),
    ReadOnlyPlan("document"),
    WrongSecret(1),
    WrongSecret(4),
    WrongSecret(0, 30),
    MustWait(1),
    MustWait(59),
    MustWait(61),
    MustWait(3600),
    *(NotASecret(wanted) for wanted in ("pin", "passphrase", "code")),
    WrongSpareKey(1),
    WrongSpareKey(31),
    *(Fault(what, "device", 3, 3, 9) for what in ("edit", "missing", "order")),
    Fault("count"),
    Fault("file"),
    Fault("key"),
]
BLAME = (
    "you must",
    "your fault",
    "invalid",
    "illegal",
    "error",
    "failed",
    "corrupt",
    "database",
    "sqlite",
    "None",
    "{",
)


@pytest.mark.parametrize("fault", CASES, ids=lambda fault: type(fault).__name__)
def test_a_fault_says_what_is_safe_without_blame_or_jargon(fault: StoreError | Fault) -> None:
    said = fault.sentence()
    assert said.endswith(".")
    if type(fault).__name__ not in ("NoStore", "NoSuchDocument"):
        assert any(word in said for word in ("safe", "as it was", "Nothing in it was changed"))
    assert not [word for word in BLAME if word in said.lower()]


@pytest.mark.parametrize(
    ("fault", "not_saved", "reading"),
    [
        (StoreFull(), "no room left on this tablet", "no room left on this tablet"),
        (StoreLost(), "not where it was", "not where it was"),
        (StoreReadOnly(), "may not write to the folder", "may not write to the folder"),
        (StoreBusy(), "keep this screen open and try again", "may not write to the folder"),
        (None, "keep this screen open and try again", ""),
    ],
)
def test_why_nothing_can_be_kept_is_said_of_each_cause_in_its_own_words(
    fault: StoreError | None, not_saved: str, reading: str
) -> None:
    assert not_saved in NotSaved(fault).sentence()
    assert "locked" in NotSaved(fault, closed=True).sentence()
    if fault is not None:
        said = for_reading(fault)
        assert reading in said
        assert "read" in said
        assert "safe" in said


@pytest.mark.parametrize("reason", ["short", "letters", "row", "date", "known", "words", "line", "guess", "digits"])
def test_why_a_secret_is_refused_is_said_with_a_way_on(reason: str) -> None:
    said = TooWeak(reason).sentence()
    assert said.endswith(".")
    assert "Please" in said or "Nothing has been changed" in said
    assert not [word for word in BLAME if word in said.lower()]


def test_numbers_are_said_as_people_say_them() -> None:
    assert "1 more time before" in WrongSecret(1).sentence()
    assert "4 more times" in WrongSecret(4).sentence()
    assert "1 second." in MustWait(1).sentence()
    assert "2 minutes." in MustWait(61).sentence()
    assert "60 minutes." in MustWait(3600).sentence()


def test_what_goes_to_a_log_names_nothing() -> None:
    assert "document" not in str(ReadOnlyPlan("document"))
    assert str(NotSaved(StoreFull("13"))) == "StoreFull"
