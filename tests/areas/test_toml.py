"""A set of areas from a file: all of it, or every fault in a sentence; and never half of it."""

import contextlib
import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.areas import FACES, Area, AreaSet
from app.areas.files import MOST_FILES, described, own_sets, read_file
from app.areas.toml import LONGEST, NotASet, read_set
from app.blocks.star.model import offered
from app.main import application_of
from plans.areas import CHILDREN, FAMILY, SETS
from plans.catalogue import KINDS
from tests.cli.command import ROOT, home, runner

ASCII = st.characters(min_codepoint=32, max_codepoint=126)

GOOD = """
slug = "our-council"
version = 2
title = "Our chart"
lowest = 0
highest = 10

[[area]]
slug = "home"
title = "Where we live"
prompts = ["What do you like about it?", "What would you put right?"]

[[area]]
slug = "friends"
title = "Our friends – Łucja’s"
prompts = ["Who can you ring?"]

[[area]]
slug = "school"
title = "اسکول"
prompts = ["What goes well?"]
"""


def faults(text: str, **more: Any) -> list[str]:
    with pytest.raises(NotASet) as caught:
        read_set(text, **more)
    return [re.sub("[\u2066-\u2069]", "", sentence) for sentence in caught.value.sentences]


def test_a_whole_set_is_read_as_it_is_written() -> None:
    assert read_set(GOOD) == AreaSet(
        "our-council",
        2,
        "Our chart",
        0,
        10,
        False,
        (
            Area("home", "Where we live", ("What do you like about it?", "What would you put right?")),
            Area("friends", "Our friends – Łucja’s", ("Who can you ring?",)),
            Area("school", "اسکول", ("What goes well?",)),
        ),
    )
    assert read_set("\ufeff" + GOOD) == read_set(GOOD.replace("\n", "\r\n")) == read_set(GOOD)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('slug = "our-council"', 'slug = "Our Council"', "The set: it needs a slug"),
        ('slug = "our-council"', "", "The set: it needs a slug"),
        ("version = 2", "version = 0", "The set: its version must be a whole number from 1 to"),
        ("version = 2", "version = true", "The set: its version must be a whole number from 1 to"),
        ("version = 2", "", "The set: its version must be a whole number"),
        ('title = "Our chart"', "", "The set: its title is missing."),
        ('title = "Our chart"', 'title = ""', "The set: its title has no words."),
        ('title = "Our chart"', "title = 7", "The set: write the words of its title in quotes."),
        ('title = "Our chart"', f'title = "{"x" * 61}"', "The set: its title has 61 letters. There is room for 60."),
        ("lowest = 0", "lowest = -1", "The set: its lowest must be a whole number from 0 to 10"),
        ("highest = 10", "highest = 11", "The set: its highest must be a whole number from 0 to 10"),
        ("highest = 10", "highest = 1", "The set: highest must be at least two above lowest."),
        ("highest = 10", "highest = 10\nfaces = true", "The set: there are five faces."),
        ("highest = 10", 'highest = 10\nfaces = "yes"', "The set: write faces = true, or faces = false."),
        ("highest = 10", "highest = 10\nhighst = 9", "The set: nobody knows what highst is. Only these can stand here"),
        (
            'title = "Our friends',
            'titel = "Our friends',
            "Area 2, which begins in line 13: nobody knows what titel",
        ),
        ('title = "Our friends', 'titel = "Our friends', "Area 2, which begins in line 13: its title is missing."),
        ('slug = "school"', 'slug = "home"', "Area 3, which begins in line 18: its slug is that of area 1 too."),
        ("Our friends – Łucja’s", "WHERE we live", "Area 2, which begins in line 13: its title is that of area 1 too."),
        ('["Who can you ring?"]', "[]", "Area 2, which begins in line 13: it needs from 1 to 5 prompts."),
        ('["Who can you ring?"]', '"Who?"', "Area 2, which begins in line 13: it needs from 1 to 5 prompts."),
        ('["Who can you ring?"]', "[3]", "Area 2, which begins in line 13: write the words of its prompt in quotes."),
        ('["Who can you ring?"]', '["a\\nb"]', "Area 2, which begins in line 13: its prompt must be one line"),
        ("Our friends – Łucja’s", "a\\u202eb", "Area 2, which begins in line 13: its title must be one line"),
        ('prompts = ["Who can you ring?"]', 'prompts = ["Who', "Line 16 cannot be read."),
        ('prompts = ["What goes well?"]', 'prompts = ["What?"', "The file ends too early"),
        ("version = 2", "version = 2\nversion = 3", "Line 4 cannot be read."),
        (GOOD[GOOD.index("\n[[area]]") :], "", "A star has from 3 to 12 areas. This file has 0."),
        (GOOD[GOOD.index("\n[[area]]") :], "\narea = 3", "Begin each area with a line [[area]]"),
    ],
)
def test_each_fault_is_told_in_a_sentence_that_says_where_it_is(was: str, becomes: str, told: str) -> None:
    assert was in GOOD
    found = faults(GOOD.replace(was, becomes))
    assert any(sentence.startswith(told) for sentence in found), found


def test_all_faults_are_told_at_once() -> None:
    broken = GOOD.replace("version = 2", "").replace('slug = "home"', 'slug = "Home!"').replace("Our chart", " ")
    assert len(faults(broken)) == 3


def test_a_star_has_no_more_areas_than_arms() -> None:
    more = "".join(f'\n[[area]]\nslug = "a{n}"\ntitle = "A {n}"\nprompts = ["?!x"]\n' for n in range(10))
    assert faults(GOOD + more) == ["A star has from 3 to 12 areas. This file has 13."]


def test_a_slug_that_a_set_of_ours_has_is_taken() -> None:
    assert faults(GOOD, taken=["our-council"]) == [
        "The set: its slug our-council is taken already. Choose another one."
    ]


def test_what_a_file_says_steers_no_terminal() -> None:
    (sentence,) = faults(GOOD.replace("version = 2", 'version = 2\n"\\u001b[2J" = 1'))
    assert "\x1b" not in sentence


def test_a_file_that_is_far_too_long_is_not_read() -> None:
    assert faults("#" * (LONGEST + 1)) == [
        "This file is too long to be a set of areas. Please check that it is the right one."
    ]


edited = st.builds(lambda at, more: GOOD[:at] + more + GOOD[at:], st.integers(0, 400), st.text(max_size=9))


@given(st.text(max_size=300) | edited)
def test_any_text_is_a_whole_set_or_has_faults_in_sentences(text: str) -> None:
    told: tuple[str, ...] = ()
    found = None
    try:
        found = read_set(text)
    except NotASet as fault:
        told = fault.sentences
    if found is None:
        assert told
        assert all(re.sub("[\u2066-\u2069]", "", sentence).isprintable() for sentence in told)
    else:
        assert 3 <= len(found.areas) <= 12
        assert found.lowest < found.highest
        assert len({a.slug for a in found.areas}) == len(found.areas)
        assert all(a.title and a.prompts for a in found.areas)


@pytest.mark.parametrize("key", ["slug", "version", "title", "lowest", "highest", "prompts", "area"])
@pytest.mark.parametrize("value", ["{}", "[[1]]", "-3", "1.5", "nan", "1979-05-27", "[{ a = 1 }]", "10000000"])
def test_a_value_of_the_wrong_sort_is_told_for_every_key(key: str, value: str) -> None:
    broken = re.sub(rf"^{key} = .*$", f"{key} = {value}", GOOD, flags=re.MULTILINE)
    if key == "area":
        broken = f"{GOOD[: GOOD.index('[[area]]')]}area = {value}"
    assert faults(broken)


# files


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    areas = tmp_path / "areas"
    areas.mkdir(exist_ok=True)
    for name, text in files.items():
        (areas / f"{name}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def test_no_folder_is_no_set_and_no_fault(tmp_path: Path) -> None:
    assert own_sets(tmp_path) == ((), ())


def test_a_bad_file_is_told_by_its_name_and_keeps_no_good_one_away(tmp_path: Path) -> None:
    data = folder(tmp_path, bad="title = \n", good=GOOD, latin="title = 'é'".encode("latin-1"))
    found = own_sets(data)
    assert [s.slug for s in found.sets] == ["our-council"]
    told = [re.sub("[\u2066-\u2069]", "", f) for f in found.faults]
    assert told[0].startswith("bad.toml: Line 1 cannot be read.")
    assert told[1] == "latin.toml: The letters of this file cannot be read. Save it again as plain text, in UTF-8."
    assert len(told) == 2


def test_two_versions_of_a_set_are_both_there_and_the_same_one_twice_is_told(tmp_path: Path) -> None:
    newer = GOOD.replace("version = 2", "version = 10")
    found = own_sets(folder(tmp_path, a=newer, b=GOOD, c=GOOD))
    assert [s.version for s in found.sets] == [2, 10]
    assert len(found.faults) == 1
    assert "c.toml" in found.faults[0]


def test_a_set_of_ours_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    taken = [s.slug for s in SETS]
    found = own_sets(folder(tmp_path, a=GOOD.replace("our-council", "family")), taken=taken)
    assert found.sets == ()
    assert len(found.faults) == 1


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(NotASet, match="could not be read"):
        read_file(Path("nowhere.toml"))


# the command, the guide, and the sets that come along


def test_the_command_says_what_is_in_a_file_or_all_that_is_not_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home(monkeypatch)
    run = runner(capsys)
    areas = folder(tmp_path, good=GOOD, bad=GOOD.replace("version = 2", "").replace("highest = 10", "")) / "areas"
    good = run("areas", "check", areas / "good.toml")
    assert (good.status, good.err) == (0, "")
    assert re.sub("[\u2066-\u2069]", "", good.out).splitlines() == [
        "Our chart, version 2: 3 areas, from 0 to 10.",
        "  home  Where we live",
        "  friends  Our friends – Łucja’s",
        "  school  اسکول",
    ]
    bad = run("areas", "check", areas / "bad.toml")
    assert (bad.status, bad.out) == (1, "")
    assert len(bad.err.splitlines()) == 2
    assert run("areas", "check", areas / "none.toml").status == 1
    assert run("areas", "mend", areas / "good.toml").status == 2


def test_the_app_offers_the_sets_in_the_folder_and_keeps_what_is_not_right_for_the_office(tmp_path: Path) -> None:
    application = application_of(folder(tmp_path, ours=GOOD, bad="title = \n"))
    section = application.kinds.kind("family-star").section("areas")
    assert section is not None
    assert [s.slug for s in offered(section)] == ["family", "our-council"]
    assert len(application.told) == 1
    assert "bad.toml" in application.told[0]


def test_without_a_folder_of_areas_the_kinds_are_the_ones_that_come_along(tmp_path: Path) -> None:
    application = application_of(tmp_path)
    assert (application.kinds, application.told) == (KINDS, ())


def test_the_file_that_the_guide_shows_is_a_set() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.DOTALL)
    assert described(read_set(shown, taken=[s.slug for s in SETS]))


@pytest.mark.parametrize("one", SETS, ids=lambda one: one.slug)
def test_the_sets_that_come_along_keep_to_the_rules_for_a_councils_own(one: AreaSet) -> None:
    lines = [f'{key} = "{getattr(one, key)}"' for key in ("slug", "title")]
    lines += [f"version = {one.version}", f"lowest = {one.lowest}", f"highest = {one.highest}"]
    lines.append(f"faces = {str(one.faces).lower()}")
    for area in one.areas:
        prompts = ", ".join(f'"{prompt}"' for prompt in area.prompts)
        lines += ["[[area]]", f'slug = "{area.slug}"', f'title = "{area.title}"', f"prompts = [{prompts}]"]
        assert len(area.prompts) in (2, 3)
    assert read_set("\n".join(lines)) == one


def test_slugs_that_are_stored_for_ever_are_the_ones_that_they_were() -> None:
    assert [a.slug for a in FAMILY.areas] == [
        "home-and-money", "keeping-safe", "boundaries", "routines", "physical-health", "adult-wellbeing",
        "social-networks", "emotional-needs", "education", "progress-to-work",
    ]  # fmt: skip
    assert [a.slug for a in CHILDREN.areas] == [
        "my-home", "my-people", "feeling-safe", "my-feelings", "my-friends", "my-school", "my-body", "my-free-time",
    ]  # fmt: skip
    assert (FAMILY.lowest, FAMILY.highest, CHILDREN.lowest, CHILDREN.highest) == (1, 10, *FACES)


# whatever lies in the folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_a_folder_or_a_device_is_told_and_keeps_no_other_file_away(tmp_path: Path) -> None:
    data = folder(tmp_path, good=GOOD, nested="a = " + "[" * 50_000, dotted=".".join("a" * 40_000) + " = 1")
    os.mkfifo(data / "areas" / "pipe.toml")
    (data / "areas" / "device.toml").symlink_to("/dev/zero")
    (data / "areas" / "inner.toml").mkdir()
    (data / "areas" / "round.toml").symlink_to("round.toml")
    (data / "areas" / "gone.toml").symlink_to("nowhere")
    found = own_sets(data)
    assert [s.slug for s in found.sets] == ["our-council"]
    said = [sentence.partition(":")[0] for sentence in found.faults]
    assert said == [f"{n}.toml" for n in ("device", "dotted", "gone", "inner", "nested", "pipe", "round")]


@pytest.mark.skipif(os.name != "posix", reason="only there is a name any bytes")
def test_a_files_name_that_is_no_letters_is_told_in_letters(tmp_path: Path) -> None:
    data = folder(tmp_path)
    Path(os.fsdecode(os.fsencode(data / "areas") + b"/\xff\x1b.toml")).write_text("x")
    (told,) = own_sets(data).faults
    told.encode()
    assert told.startswith("??.toml: ")


def test_a_folder_of_thousands_is_read_as_far_as_a_council_goes_and_it_is_said(tmp_path: Path) -> None:
    data = folder(tmp_path, **{f"n{n:04}": "" for n in range(MOST_FILES + 1)})
    found = own_sets(data)
    assert len([f for f in found.faults if "the rest were not read" in f]) == 1
    assert not any(f"n{MOST_FILES:04}" in f for f in found.faults)


def test_where_the_folder_of_areas_is_a_file_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "areas").write_text("x")
    assert len(own_sets(tmp_path).faults) == 1


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_file_is_read_as_windows_saves_it(tmp_path: Path, coding: str) -> None:
    (tmp_path / "SET.TOML").write_bytes(GOOD.replace("\n", "\r\n").encode(coding))
    assert read_file(tmp_path / "SET.TOML") == read_set(GOOD)


KEYS = st.sampled_from(["slug", "version", "title", "lowest", "highest", "faces", "area", "prompts", "x"])
TREE = st.recursive(
    st.booleans() | st.integers(-(1 << 62), 1 << 62) | st.floats() | st.text(ASCII, max_size=10) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=30,
)


def in_toml(value: object) -> str:
    """Return any value as TOML has it."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key} = {in_toml(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(in_toml(inner) for inner in value) + "]"
        case str() | bool():
            return json.dumps(value)
        case _:
            return str(value)


@given(st.dictionaries(KEYS, TREE, max_size=8))
def test_any_value_where_a_set_should_be_is_taken_or_told(value: dict[str, object]) -> None:
    text = "\n".join(f"{key} = {in_toml(inner)}" for key, inner in value.items())
    assert tomllib.loads(text).keys() == value.keys()
    with contextlib.suppress(NotASet):
        read_set(text)


@pytest.mark.parametrize(
    ("title", "kept"), [("\U0001fa77", "\U0001fa77"), ("\ue000", "\ue000"), ("\u2067בית", "\u2067בית\u2069")]
)
def test_a_title_of_what_no_table_knows_is_one_and_an_isolate_is_closed(title: str, kept: str) -> None:
    assert kept in [area.title for area in read_set(GOOD.replace("Our friends – Łucja’s", title)).areas]


@pytest.mark.parametrize("title", ["\u200b\u2060", "\u3000"])
def test_a_title_that_nobody_can_see_is_none(title: str) -> None:
    assert any("its title has no words" in told for told in faults(GOOD.replace("Our friends – Łucja’s", title)))


def test_a_title_that_is_typed_otherwise_is_still_the_same_title() -> None:
    found = faults(GOOD.replace("Our friends – Łucja’s", "\u200bWhere we\u00a0live"))
    assert any("its title is that of area 1 too" in told for told in found)
