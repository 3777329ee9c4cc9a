"""A fault put into a program that runs already: the code of its functions is swapped, and nothing is read anew."""

import gc
import inspect
from collections.abc import Iterator
from types import CodeType, FunctionType

CODE_OF_A_FUNCTION = inspect.CO_OPTIMIZED
AT_ONCE = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
"""Run where they stand, and not when somebody calls them."""


class Outside(Exception):
    """The fault is in what a module does when it is read: a constant, a default, the body of a class."""


def swap(file: str, before: str, after: str) -> None:
    """Put a fault into all functions of a file that was imported. before, after: its text. Raises Outside."""
    changed = {
        (old.co_qualname, old.co_firstlineno): new
        for old, new in pairs(compile(before, file, "exec"), compile(after, file, "exec"))
        if old != new
    }
    # From the first changed line on, the lines of a file may have moved: that changes nothing that it does.
    there = [found for found in gc.get_objects() if type(found) is FunctionType and found.__code__.co_filename == file]
    met = set()
    for function in there:
        key = function.__code__.co_qualname, function.__code__.co_firstlineno
        if key in changed:
            if changed[key].co_freevars != function.__code__.co_freevars:
                raise Outside
            function.__code__ = changed[key]
            met.add(key)
    # The first is the one with the fault: without it nothing was put in.
    if not changed or min(changed, key=lambda key: key[1]) not in met:
        raise Outside


def pairs(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Yield the code of every function of a module, or of a class, as it was and as it is. Raises Outside."""
    inner = [[const for const in code.co_consts if isinstance(const, CodeType)] for code in (old, new)]
    if itself(old) != itself(new) or len(inner[0]) != len(inner[1]):
        raise Outside
    for before, after in zip(*inner, strict=True):
        if not before.co_flags & CODE_OF_A_FUNCTION:
            yield from pairs(before, after)
        elif before.co_name not in AT_ONCE:
            yield before, after
        elif itself(before) != itself(after):
            raise Outside


def itself(code: CodeType) -> tuple[object, ...]:
    """Return what code does, without the functions in it and without its lines."""
    consts = [(type(const), const) for const in code.co_consts if not isinstance(const, CodeType)]
    # The line on which a class begins is a constant of nothing; its name is.
    return code.co_code, code.co_names, code.co_varnames, consts
