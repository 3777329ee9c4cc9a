"""Faults to seed: small changes to a source file, each of them one slip that somebody could make."""

import ast
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.mutants.rooms import ROOT

SLUG = re.compile(r"[\w.:/-]+")
"""A string that is no sentence: a slug, the name of a field, a key."""

COMPARED: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
COUNTED: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "//",
    ast.FloorDiv: "*",
    ast.Div: "*",
    ast.Mod: "//",
    ast.BitOr: "&",
    ast.BitAnd: "|",
    ast.LShift: ">>",
    ast.RShift: "<<",
}


@dataclass(frozen=True)
class Fault:
    """One change to one file."""

    path: str
    """The file, from the project's folder."""
    where: str
    """The function or class, with those around it; "" for the file itself."""
    kind: str
    line: int
    """The first line that changes, from 1."""
    last: int
    """The last line of what is changed."""
    before: str
    """The first line that changes, without the blanks around it."""
    after: str
    """What that line becomes."""
    text: str
    """The whole file with the fault."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What names this fault wherever its lines move to."""
        return self.path, self.where, self.before, self.after

    def drawn(self, seed: str) -> str:
        """Return its lot: the sample is of those with the lowest ones, so that other faults do not change it."""
        return hashlib.sha256("\n".join((seed, self.kind, *self.key)).encode()).hexdigest()


@dataclass(frozen=True)
class Change:
    """The bytes from `start` to `end` become `new`."""

    kind: str
    start: int
    end: int
    new: str


def faults(path: str, source: str) -> list[Fault]:
    """Return every fault that can be seeded in a file, in the order of its lines."""
    found = Finder(source)
    found.visit(ast.parse(source))
    data = source.encode()
    lines = source.split("\n")
    result = []
    for where, change in found.changes:
        text = (data[: change.start] + change.new.encode() + data[change.end :]).decode()
        line = data.count(b"\n", 0, change.start) + 1
        last = data.count(b"\n", 0, change.end) + 1
        after = text.split("\n")[line - 1]
        result.append(Fault(path, where, change.kind, line, last, lines[line - 1].strip(), after.strip(), text))
    return sorted(result, key=lambda fault: (fault.line, fault.kind, fault.after))


def every_fault(paths: Iterable[str]) -> list[Fault]:
    """Return every fault that can be seeded in these files of the project."""
    return [fault for path in paths for fault in faults(path, (ROOT / path).read_text("utf-8"))]


class Finder(ast.NodeVisitor):
    """Collects the changes of a file. Annotations, imports, docstrings and f-strings are left alone."""

    def __init__(self, source: str) -> None:
        self.changes: list[tuple[str, Change]] = []
        self.names: list[str] = []
        self.data = source.encode()
        self.starts = [0]
        for line in self.data.split(b"\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    # --- Where something stands ----------------------------------------------------------------

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self.starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.expr | ast.stmt) -> str:
        return self.data[self.start(node) : self.end(node)].decode()

    def put(self, kind: str, start: int, end: int, new: str) -> None:
        self.changes.append((".".join(self.names), Change(kind, start, end, new)))

    def instead(self, kind: str, node: ast.expr | ast.stmt, new: str) -> None:
        self.put(kind, self.start(node), self.end(node), new)

    def between(self, kind: str, left: ast.expr, right: ast.expr, new: str) -> None:
        """Change the operator between two operands; what closes or opens a bracket, or is a remark, stays."""
        start, end = self.end(left), self.start(right)
        gap = self.data[start:end].decode()
        found = re.search(r"[^\s()#]+(?: (?:not|in)\b)?", gap)
        if found and "#" not in gap:
            before = len(gap[: found.start()].encode())
            self.put(kind, start + before, start + before + len(found.group().encode()), new)

    # --- What is left alone --------------------------------------------------------------------

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Python 3.11 does not tell where the parts of an f-string stand."""

    def visit_Import(self, node: ast.Import) -> None:
        """An import stays."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """An import stays."""

    def visit_arg(self, node: ast.arg) -> None:
        """An annotation stays."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """What a type is one of is an annotation wherever it stands."""
        if not (isinstance(node.value, ast.Name) and node.value.id == "Literal"):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Of an annotated assignment only the value is looked at."""
        if node.value is not None:
            self.visit(node.value)

    # --- Statements ----------------------------------------------------------------------------

    def named(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, parts: Iterable[ast.AST]) -> None:
        self.names.append(node.name)
        for part in parts:
            self.visit(part)
        self.names.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.named(node, without_docstrings(node.body))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        body = without_docstrings(node.body)
        self.named(node, [*node.args.defaults, *(d for d in node.args.kw_defaults if d), *body])
        if body and gives_nothing(node) and not isinstance(body[0], ast.Pass | ast.Raise):
            self.names.append(node.name)
            start = self.start(body[0])
            self.put("returns at once", start, start, f"return\n{' ' * body[0].col_offset}")
            self.names.pop()

    def visit_Module(self, node: ast.Module) -> None:
        for part in without_docstrings(node.body):
            if not (isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "__all__"):
                self.visit(part)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return
        if isinstance(node.value, ast.Call):
            self.instead("statement dropped", node, "pass")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not is_none(node.value):
            # None for False is no other answer.
            if not (isinstance(node.value, ast.Constant) and node.value.value is False):
                self.instead("returns None", node.value, "None")
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        self.instead("raise dropped", node, "pass")

    def visit_Continue(self, node: ast.Continue) -> None:
        self.instead("continue and break", node, "break")

    def visit_Break(self, node: ast.Break) -> None:
        self.instead("continue and break", node, "continue")

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.instead("statement dropped", node, "pass")
        self.visit(node.value)

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self.negated(node.test)
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:
        """What is asserted holds anyway."""

    # --- Expressions ---------------------------------------------------------------------------

    def negated(self, test: ast.expr) -> None:
        """Turn a condition round, where no operator in it is turned round anyway."""
        if not isinstance(test, ast.Compare | ast.UnaryOp):
            self.instead("condition turned round", test, f"(not ({self.text(test)}))")

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negated(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.instead("filter dropped", test, "True")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            for new in COMPARED[type(operator)]:
                self.between("comparison", left, right, new)
            left = right
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        new = "or" if isinstance(node.op, ast.And) else "and"
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between("and, or", left, right, new)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.instead("not dropped", node, f"bool({self.text(node.operand)})")
        elif isinstance(node.op, ast.USub):
            self.instead("sign", node, f"(+{self.text(node.operand)})")
            return
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        new = COUNTED.get(type(node.op))
        if new is not None and not is_annotation(node):
            self.between("operator", node.left, node.right, new)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in ("TypeVar", "NewType", "cast"):
            return
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.instead("constant", node, str(not value))
        elif isinstance(value, int):
            self.instead("constant", node, str(value + 1))
        elif isinstance(value, str) and SLUG.fullmatch(value):
            self.instead("string emptied", node, '""')


def without_docstrings(body: Iterable[ast.stmt]) -> list[ast.stmt]:
    """Yield the statements that are no string alone."""
    return [part for part in body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]


def gives_nothing(node: ast.FunctionDef) -> bool:
    """Whether a function says that it returns None."""
    return node.returns is not None and is_none(node.returns)


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


TYPES = ("str", "bytes", "int", "float", "bool", "dict", "list", "tuple")


def is_annotation(node: ast.BinOp) -> bool:
    """Whether `X | Y` is a type: one of its sides is None, a built-in type, or a class by its name."""
    if not isinstance(node.op, ast.BitOr):
        return False
    return any(is_none(side) or (isinstance(side, ast.Name) and is_type(side.id)) for side in (node.left, node.right))


def is_type(name: str) -> bool:
    """Whether a name is that of a type."""
    return name in TYPES or (name[:1].isupper() and not name.isupper())
