"""The program keeps to the plain language that it asks of others: every sentence it can say is read here."""

import ast
import re
from functools import cache
from string import Formatter

import pytest

from app.language.catalogues import sources, template
from app.language.plain_language import JARGON, hints

CHILD = ("app/ui/screens/pad", "app/ui/pad/")
"""Where a child reads alone: the files whose sentences keep to the child's rules."""

# What to say instead of a hard word is shown beside that word; it may name it.
SWAPS = {swap for _pattern, swap in JARGON}


@cache
def said() -> list[tuple[str, tuple[str, ...]]]:
    """Return every sentence, with the files that say it."""
    found = []
    for message in template():
        forms = message.id if isinstance(message.id, tuple | list) else [message.id]
        places = tuple(name for name, _line in message.locations)
        found += [(form, places) for form in forms if form]
    return found


def test_there_is_something_to_read() -> None:
    assert len(said()) > 100


def test_no_sentence_of_ours_fails_a_rule_of_plain_language() -> None:
    faults = []
    for text, places in said():
        child = any(place.startswith(CHILD) for place in places)
        for hint in hints(text, child=child):
            if hint.weight == "fault" and text not in SWAPS:
                faults.append(f"{hint.rule} {text[hint.start : hint.end]!r} in {text!r} ({', '.join(places)})")
    assert faults == []


def test_no_sentence_of_ours_shouts_or_blames_a_machine_s_way() -> None:
    """Errors say what happened, what is safe, what to do now."""
    cold = re.compile(r"\b(error|invalid|illegal|failed|failure|denied|forbidden|fatal|abort\w*|oops)\b|!", re.I)
    assert [(text, places) for text, places in said() if cold.search(text)] == []


def test_everything_to_fill_in_has_a_name_so_that_a_translator_can_move_it() -> None:
    for text, places in said():
        names = [name for _before, name, _format, _change in Formatter().parse(text) if name is not None]
        assert all(names), (text, places)
        assert not re.search(r"%[sdr]|%\(", text), (text, places)


@pytest.mark.parametrize("marks", [" .", " ,", "  ", "...", " - "])
def test_our_sentences_are_set_with_care(marks: str) -> None:
    assert [(text, places) for text, places in said() if marks in text] == []


def test_every_sentence_that_is_said_is_in_the_template_also_one_inside_of_another_string() -> None:
    # Whoever collects the sentences for translators does not look into an f-string before Python 3.12.
    collected = {text for text, _places in said()}
    for source in sources():
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "N_", "ngettext")
            ):
                words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                assert set(words) - {""} <= collected, source
