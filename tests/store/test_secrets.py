"""What a PIN, a passphrase and a code may look like, and how they are read."""

import math
import random
import time
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import TooWeak, check_secret, same_secret, suggest
from app.store.passwords import Protection, can_be, forms_of, plain_code, plain_secret, word_list

UNSEEN = (
    "\u200e",
    "\u200f",
    "\u2067",
    "\u2069",
    "\ufeff",
    "\u200b",
    "\u00ad",
    "\u2060",
    "\u00a0",
    "\u2009",
    "\n",
    "-",
    "\u2011",
)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")


def refused(protection: Protection, secret: str) -> str:
    """Return why a new secret is refused, or ""."""
    try:
        check_secret(protection, secret)
    except TooWeak as told:
        return told.reason
    return ""


# --- A PIN -----------------------------------------------------------------------------------


@pytest.mark.parametrize("pin", ["829301", " 82 93 01 ", "٨٢٩٣٠١", "829-301", "８２９３０１", "\u200f829301", "274916"])
def test_six_digits_are_a_pin(pin: str) -> None:
    assert refused("pin", pin) == ""


@pytest.mark.parametrize(
    ("reason", "pins"),
    [
        ("short", "82930 ٨٢٩٣٠ 1"),
        ("letters", "82930x 829.301 ½½½½½½ abcdef"),
        # All alike, two kinds, in a row, steps.
        ("row", "000000 121212 123456 987654321 890123 135791 024680 369258 0000001234 111222"),
        # Repeated, in pairs, between noughts, mirrored.
        ("row", "112233 010203 102030 123123 274274 27492749 123321 274472 121314 998877 135246"),
        # Walks and lines on the keys of a telephone and of a calculator.
        ("row", "147258 159753 147852 258963 123698 789456 753951 142536 147896325 963852 741852"),
        ("date", "290381 198512 121985 01011990 19901231 810329 032981 1121985 13970131 25401231 311299"),
        ("known", "08001111 116123 12345600 007007007 999112 27182818 116000"),
    ],
)
def test_pins_that_are_easily_guessed_are_refused_with_the_reason(reason: str, pins: str) -> None:
    for pin in pins.split():
        found = refused("pin", pin)
        assert found == reason or (found and pin in ("007007007", "024680", "102030")), (pin, found)


@pytest.mark.parametrize(
    "walk",
    [
        *("456980", "580852", "147808", "089632"),  # A telephone's 0 lies below its 8 …
        *("965210", "987410", "210369", "102365"),  # … and a calculator's below its 2.
    ],
)
def test_a_walk_from_key_to_key_is_a_pattern_on_a_telephone_and_on_a_calculator(walk: str) -> None:
    assert refused("pin", walk) == "row"


def test_no_pin_at_all_is_too_short() -> None:
    assert refused("pin", "") == refused("pin", " ") == "short"


def test_most_pins_that_are_drawn_by_chance_are_taken() -> None:
    drawn = random.Random(13)
    pins = [f"{drawn.randrange(10**6):06}" for _ in range(1_000)]
    assert sum(refused("pin", pin) == "" for pin in pins) > 650
    long = [f"{drawn.randrange(10**8):08}" for _ in range(300)]
    assert sum(refused("pin", pin) == "" for pin in long) > 280


@given(st.dates(), st.sampled_from(["%d%m%y", "%m%d%y", "%y%m%d", "%d%m%Y", "%m%d%Y", "%Y%m%d"]))
def test_no_day_of_somebody_living_is_a_pin(day: object, form: str) -> None:
    when = getattr(day, "replace")(year=1930 + getattr(day, "year") % 100, day=min(28, getattr(day, "day")))  # noqa: B009
    assert refused("pin", when.strftime(form)) in ("date", "row", "known")


EVERY_DAY = [date(2000, 1, 1) + timedelta(n) for n in range(366)]


@pytest.mark.parametrize("day", ["{d:02}{m:02}", "{m:02}{d:02}", "{d}{m:02}", "{m}{d:02}", "{d:02}{m}", "{m:02}{d}"])
@pytest.mark.parametrize("whole", ["{day}1985", "1985{day}"])
def test_a_day_of_any_month_is_a_date_however_it_is_written(day: str, whole: str) -> None:
    pins = {whole.format(day=day.format(d=when.day, m=when.month)) for when in EVERY_DAY}
    assert {pin for pin in pins if refused("pin", pin) not in ("date", "row")} == set()


@pytest.mark.parametrize("form", ["{d:02}{m:02}85", "{m:02}{d:02}85", "85{m:02}{d:02}"])
def test_a_day_with_a_short_year_is_a_date(form: str) -> None:
    pins = {form.format(d=when.day, m=when.month) for when in EVERY_DAY}
    assert {pin for pin in pins if refused("pin", pin) not in ("date", "row")} == set()


@pytest.mark.parametrize("first", [1300, 1900, 2400])
def test_a_month_and_a_year_and_two_years_are_dates_in_any_calendar(first: int) -> None:
    """Islamic and Persian, Gregorian, Buddhist: two hundred years of each, and no others."""
    for year in (first, first + 85, first + 199):
        for month in range(1, 13):
            for pin in (f"{month:02}{year}", f"{year}{month:02}"):
                assert refused("pin", pin) in ("date", "row"), pin
    assert refused("pin", f"{first}{first + 87}") == "date"
    assert "date" not in {refused("pin", f"{year}07") for year in (first - 1, first + 200)}


@pytest.mark.parametrize(
    "pin",
    [
        *("300285", "311185", "320785", "850735"),  # No such day; and one that would be, were a digit left out.
        *("198500", "198520", "001985", "401985"),  # No such month.
        *("1985007", "1985400", "19853150", "19853102", "198500112"),
    ],
)
def test_what_is_no_day_and_no_month_is_not_refused_as_one(pin: str) -> None:
    assert refused("pin", pin) not in ("date", "row")


@pytest.mark.parametrize("number", [math.pi, math.e, (1 + math.sqrt(5)) / 2, math.sqrt(2)])
def test_a_row_of_digits_from_a_number_that_many_know_is_no_pin(number: float) -> None:
    digits = str(number).replace(".", "")[:14]
    pins = {digits[n : n + size] for size in range(6, 15) for n in range(15 - size)}
    assert {pin for pin in pins if refused("pin", pin) not in ("known", "date", "row")} == set()
    assert refused("pin", digits) == "known"


def test_a_pin_that_would_be_guessed_among_a_hundred_thousand_is_refused_and_one_behind_them_is_taken() -> None:
    assert refused("pin", "9696456") == "known"
    assert refused("pin", "9696456321") == "", "two rows that people like, tried as the hundred-thousandth by zxcvbn"


@given(st.integers(0, 999), st.booleans())
def test_no_half_that_comes_again_or_comes_back_is_a_pin(half: int, mirrored: bool) -> None:
    text = f"{half:03}"
    assert refused("pin", text + (text[::-1] if mirrored else text))


# --- A passphrase ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phrase",
    [
        "patio rhubarb velvet otter",
        "Patio-Rhubarb  VELVET\notter",
        "nain cacen glaw haul",
        "kwiat rower niebo zegar",  # Polish
        "żółw słońce rower jabłko",
        "سورج کتاب دریا پتنگ",  # Urdu
        "苹果 太阳 河流 书本",  # Chinese, and as it is written: without a space
        "苹果太阳河流书本",
        "사과 태양 강물 책상",  # Korean
        "さくらいぬねこさかなそらうみ",  # Japanese
        "แมวหมาปลานกต้นไม้ดอกไม้",  # Thai
        "blumenkohl fahrrad regenbogen esel",
    ],
)
def test_four_words_are_a_passphrase_in_any_language(phrase: str) -> None:
    assert refused("passphrase", phrase) == ""
    assert can_be("passphrase", phrase)


@pytest.mark.parametrize(
    ("reason", "phrases"),
    [
        (
            "words",
            [
                "",
                "patio rhubarb velvet",
                "otter otter otter otter",
                "829301",
                "twinkle twinkle little star",
                "苹果太阳",
            ],
        ),
        ("guess", ["a b c d", "mum dad cat fish", "aaaa bbbb cccc d", "my dog is called rex", "i love my little boy"]),
        (
            "guess",
            ["qwer asdf zxcv tyui", "abcd efgh ijkl mnop", "password letmein dragon monkey", "1234 2345 3456 4567"],
        ),
        ("guess", ["oliver jackson sophie grandma", "mama tata kot pies", "m0m d4d c4t f1sh", "MUM Dad CAT fish"]),
        ("guess", ["marmalade1 marmalade2 marmalade3 marmalade4", "marmalade marmalades marmalade's marmaladey"]),
        ("guess", ["marmalade edalamram marmalade! marmalade?", "妈妈 爸爸 猫 鱼", "🐱 🐶 🐟 🐭"]),
        ("line", ["monday tuesday wednesday thursday friday", "incy wincy spider climbed", "床前明月光疑是地上霜"]),
        ("line", ["minecraft roblox fortnite pokemon", "facebook instagram twitter youtube"]),
        ("guess", ["abc def ghi jkl mno pqr stu vwx", "qazwsx edcrfv tgbyhn ujmikl", "house garden kitchen bedroom"]),
        ("line", ["alle meine entchen schwimmen", "ماں باپ بلی مچھلی", "понедельник вторник среда четверг"]),
    ],
)
def test_passphrases_that_are_easily_guessed_are_refused_with_the_reason(reason: str, phrases: list[str]) -> None:
    assert {phrase: refused("passphrase", phrase) for phrase in phrases} == dict.fromkeys(phrases, reason)


@pytest.mark.parametrize(
    ("alike", "pairs"),
    [
        (True, ["velvet velvets", "velvet1 velvet2", "velvet tevlev", "curious curiosity", "fox foxglove"]),
        (True, ["thin thinker", "violin violet", "patio patter", "patter patio", "patio patina"]),
        (False, ["velvet vendor", "lantern landlord", "coal coat", "cobalt coconut", "biscuit biscotti", "velvet lev"]),
    ],
)
def test_a_word_that_is_nearly_one_before_it_counts_for_little(alike: bool, pairs: list[str]) -> None:
    found = {pair: refused("passphrase", f"rhubarb thicket {pair}") for pair in pairs}
    assert found == dict.fromkeys(pairs, "guess" if alike else "")


@pytest.mark.parametrize(
    ("of_a_line", "own"),
    [
        ("roblox fortnite xbox", "rhubarb velvet"),
        ("donnerstag sonntag mittwoch", "rhabarber regenbogen"),
        ("wincy spout bitsy", "rhubarb velvet"),
    ],
)
def test_three_words_of_a_well_known_line_are_a_line_and_two_are_words(of_a_line: str, own: str) -> None:
    one, two = own.split()
    first, second, _third = of_a_line.split()
    assert refused("passphrase", f"{of_a_line} {one}") == "line"
    assert refused("passphrase", f"{one} {of_a_line}") == "line"
    assert refused("passphrase", f"{first} {second} {one} {two}") == ""


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("ванна сумма ссора я", "ванна сумма ссора он"),  # A letter, 3.3 bits; one that comes again, 1.
        ("苹果 太阳 河流 书", "苹果 太阳 河流 书本"),  # A sign, 6.5.
        ("사과 태양 강물 책", "사과 태양 강물 책상"),
        ("さくら いぬね こさ かな", "さくら いぬね こさか かな"),  # 4.5.
    ],
)
def test_words_that_no_list_knows_count_by_their_letters(short: str, long: str) -> None:
    assert refused("passphrase", short) == "guess"
    assert refused("passphrase", long) == ""


def test_a_refusal_says_nothing_of_what_was_written() -> None:
    for phrase in ("mum dad cat fish", "mum dad cat", "monday tuesday wednesday thursday"):
        with pytest.raises(TooWeak) as told:
            check_secret("passphrase", phrase)
        assert not set(phrase.split()) & set(told.value.sentence().lower().split())
        assert "mum" not in str(told.value)


@pytest.mark.parametrize("letters", ["x", "ż", "界", "🐟", "ab cd ", "9", "\u0301"])
def test_a_secret_of_any_length_is_judged_as_soon_as_a_short_one(letters: str) -> None:
    short, long = "nobody would ever guess this", letters * 40_000
    before = time.process_time()
    for _ in range(5):
        refused("passphrase", short)
    usual = max(time.process_time() - before, 0.05)
    before = time.process_time()
    refused("passphrase", long)
    refused("pin", long)
    assert time.process_time() - before < 40 * usual


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_whatever_is_written_gets_an_answer(text: str) -> None:
    for protection in ("pin", "passphrase"):
        reason = refused(protection, text)
        assert reason or can_be(protection, text)


# --- How they are read -----------------------------------------------------------------------


def test_how_it_is_typed_does_not_matter() -> None:
    assert plain_secret("passphrase", " Patio-RHUBARB \t velvet – otter ") == "patio rhubarb velvet otter"
    assert plain_secret("pin", " ٨٢ 93０1") == "829301"
    assert plain_secret("passphrase", "Jo’s ca\u0301t") == plain_secret("passphrase", "jo's c\u00e1t")
    assert same_secret("pin", "829 301", "٨٢٩٣٠١")
    assert not same_secret("pin", "829301", "829302")


@given(st.text())
def test_reading_never_fails_and_reading_twice_changes_nothing(text: str) -> None:
    for protection in ("pin", "passphrase"):
        once = plain_secret(protection, text)
        if protection == "passphrase":
            assert plain_secret(protection, once).split() == once.split()


@given(st.text())
def test_a_passphrase_that_was_kept_before_what_nobody_sees_was_left_out_is_tried_too(text: str) -> None:
    before = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("-", " ").split())
    assert before in forms_of("passphrase", text)
    assert forms_of("passphrase", "patio rhubarb velvet otter") == ("patio rhubarb velvet otter",)


@given(st.integers(0, 9999), st.sampled_from(DIGITS), st.sampled_from(["", *UNSEEN]))
def test_a_code_is_four_digits_however_they_are_typed(number: int, digits: str, between: str) -> None:
    code = f"{number:04}"
    assert plain_code(between.join(digits[int(c)] for c in f"{code}")) == code
    assert plain_code(f"{between}{code}{between}") == code


@pytest.mark.parametrize("code", ["", "123", "12345", "12a4", "four", "1.23", "½23", "1234 5"])
def test_what_is_not_four_digits_is_no_code(code: str) -> None:
    with pytest.raises(TooWeak):
        plain_code(code)


@pytest.mark.parametrize(
    ("protection", "never"),
    [("pin", ["", "82930", "82930x", "four words are it"]), ("passphrase", ["", "829301", "patio rhubarb velvet"])],
)
def test_what_cannot_be_a_secret_is_known_without_trying_it(protection: Protection, never: list[str]) -> None:
    assert not any(can_be(protection, secret) for secret in never)


@pytest.mark.parametrize("old", ["mum dad cat fish", "112233", "not it at all"])
def test_what_was_taken_once_can_be_one_for_ever(old: str) -> None:
    assert can_be("pin" if old.isdecimal() else "passphrase", old)


# --- What is offered -------------------------------------------------------------------------


def test_the_words_are_many_plain_and_different() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7772
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in words)


def test_what_is_suggested_is_accepted_and_never_the_same() -> None:
    for protection in ("pin", "passphrase"):
        drawn = {suggest(protection) for _ in range(50)}
        assert len(drawn) > 45
        assert all(refused(protection, secret) == "" for secret in drawn)
    assert set(suggest("passphrase").split()) <= set(word_list())
