"""What the documents and the comments say is there: every path, every name, every rule, every link."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
CODE = sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "plans").rglob("*.py")])
CITING = sorted([*CODE, *(ROOT / "tests").rglob("*.py"), ROOT / "dev.py", ROOT / "main.py"])

PATH = re.compile(
    r"(?<![\w/.@:-])((?:app|plans|tests|docs|assets|locales|\.github|\.ci)/[\w./<>*-]*\w[>/*]*)(::[\w.]+)?"
)
"""A path below the root, and perhaps the name of something that is defined in that file."""

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
RULE = re.compile(r"(?<![\w./-])([LTPS]\d{1,2})(?![\w/-])")
QUOTED = re.compile(r'docs/(?:domain|platform)/[a-z-]+\.md(?:,? \(?"[^"]+"(?:[,;] "[^"]+")*)')

ROOMS = sorted(p.name for p in (ROOT / "app").iterdir() if (p / "__init__.py").exists())
MODULE = re.compile(rf"(?<![\w./`\"-])(?:app\.)?({'|'.join(ROOMS)})((?:\.[A-Za-z_]\w*)+)")
"""A module below app, or something in it, as docstrings name it: document.visit_days, schema and all."""

OTHER_RULES = {"bidi.py", "line_breaking.py"}
"""Files whose L1, L2, P2 and P3 are also those of Unicode's bidirectional algorithm (UAX #9)."""

MOST_LINES_OF_README = 90
FEWEST_SMALL_CHANGES = 45
PARTS_OF_A_DECISION = ["What we decided", "Why, with what was measured", "What would change it"]


def shown(path: Path) -> str:
    """Return a path as a test's name shows it."""
    return str(path.relative_to(ROOT))


@cache
def told(path: Path) -> str:
    """Return what a file tells its reader: a page as it is; of Python, its comments and docstrings, lines joined."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return text
    tree = ast.parse(text)
    docstrings = [
        n.value.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant) and isinstance(n.value.value, str)
    ]
    comments = [
        t.string.lstrip("#") for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type == tokenize.COMMENT
    ]
    return "\n".join([*(" ".join(d.split()) for d in docstrings), " ".join(c.strip() for c in comments)])


def there(path: str) -> bool:
    """Whether a path names something. `<block>` and `*` stand for any name."""
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    return (ROOT / path).exists() or ("*" in pattern and any(ROOT.glob(pattern)))


@cache
def defined(path: Path) -> frozenset[str]:
    """Return every name that a Python file defines: functions, classes, methods (`Class.method` too), values."""
    found: set[str] = set()

    def look(node: ast.AST, within: str) -> None:
        for child in ast.iter_child_nodes(node):
            names: list[str] = []
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                names = [child.name]
            elif isinstance(child, ast.Assign):
                targets = [t for one in child.targets for t in (one.elts if isinstance(one, ast.Tuple) else [one])]
                names = [t.id for t in targets if isinstance(t, ast.Name)]
            elif isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
                names = [child.target.id]
            found.update(names, (f"{within}.{name}" for name in names if within))
            look(child, names[0] if isinstance(child, ast.ClassDef) else within)

    look(ast.parse(path.read_text("utf-8")), "")
    return frozenset(found)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return what can stand behind `#` in a link to a page: its headings as GitHub makes anchors of them, and ids."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)
    made = (re.sub(r"[^\w\- ]", "", h.replace("`", "").lower()).strip().replace(" ", "-") for h in headings)
    return frozenset([*made, *re.findall(r'<a id="([\w-]+)">', text)])


@pytest.mark.parametrize("path", [*PAGES, *CITING], ids=shown)
def test_every_path_and_name_that_is_cited_is_there(path: Path) -> None:
    text = told(path)
    if path.name in ("test_docs.py", "test_architecture.py"):
        return  # They plant paths that are not there.
    cited = [(m[1], m[2]) for m in PATH.finditer(text)]
    assert [p for p, _name in cited if not there(p)] == []
    assert [p + n for p, n in cited if n and n[2:] not in defined(ROOT / p)] == []


def module_there(room: str, rest: str) -> bool:
    """Whether a dotted name (rest begins with a dot) is a module of a room, or something that one of them defines."""
    at, parts = ROOT / "app" / room, rest.strip(".").split(".")
    while parts and (at / parts[0]).is_dir():
        at /= parts.pop(0)
    if not parts:
        return True
    if (at / f"{parts[0]}.py").exists():
        file = at / f"{parts.pop(0)}.py"
        return not parts or parts[0] in defined(file)
    return parts[0] in (at / "__init__.py").read_text("utf-8")


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_every_module_that_is_named_is_there(path: Path) -> None:
    assert [m[0] for m in MODULE.finditer(told(path)) if not module_there(m[1], m[2])] == []


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target in LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        to = (page.parent / file).resolve() if file else page
        if not to.exists() or (anchor and anchor not in anchors(to)):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_every_rule_that_code_names_is_in_the_plain_language_page(path: Path) -> None:
    rules = anchors(DOCS / "domain" / "plain-language.md")
    if path.name in OTHER_RULES:
        return
    assert [rule for rule in RULE.findall(told(path)) if rule.lower() not in rules] == []


def test_every_rule_of_a_hint_is_in_the_plain_language_page() -> None:
    source = (ROOT / "app" / "language" / "plain_language.py").read_text("utf-8")
    found = set(re.findall(r'"([LTPS]\d{1,2})"', source))
    assert {"L1", "L11"} <= found
    assert {rule.lower() for rule in found} <= anchors(DOCS / "domain" / "plain-language.md")


def quotes() -> Iterator[tuple[Path, str, str]]:
    """Yield where, from which page, and what the code quotes of the field and of the platform."""
    for path in CITING:
        for citation in QUOTED.findall(told(path)):
            page = citation.partition(".md")[0] + ".md"
            for quote in re.findall(r'"([^"]+)"', citation):
                yield path, page, quote


def test_what_code_quotes_stands_in_the_page_that_it_names() -> None:
    def plain(text: str) -> str:
        return re.sub(r'<a id="[\w-]+"></a>|[*"]', "", " ".join(text.split())).lower()

    found = list(quotes())
    assert len(found) > 30
    lost = [f"{p.name}: {page}: {q}" for p, page, q in found if plain(q) not in plain((ROOT / page).read_text("utf-8"))]
    assert lost == []


@pytest.mark.parametrize("path", CITING, ids=shown)
def test_no_reason_lies_outside_the_repository(path: Path) -> None:
    if path.name != "test_docs.py":
        assert re.findall(r"(?<!\w)(?:field|notes)/[\w-]+\.md|DESIGN\.md", told(path)) == []


def test_the_readme_is_one_screen() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= MOST_LINES_OF_README


def test_every_page_is_found_from_the_index() -> None:
    reached = {DOCS / "README.md"}
    ahead = list(reached)
    while ahead:
        page = ahead.pop()
        for target in LINK.findall(page.read_text("utf-8")):
            to = (page.parent / target.partition("#")[0]).resolve()
            for one in to.glob("*.md") if to.is_dir() else [to]:
                if one.suffix == ".md" and one.exists() and one not in reached:
                    reached.add(one)
                    ahead.append(one)
    assert [shown(p) for p in DOCS.rglob("*.md") if p not in reached] == []


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("[0-9]*.md")), ids=shown)
def test_a_decision_says_what_why_and_what_would_change_it(page: Path) -> None:
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", page.stem)
    headings = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)
    assert [h for h in headings if h in PARTS_OF_A_DECISION] == PARTS_OF_A_DECISION


def test_no_two_decisions_have_one_number() -> None:
    numbers = [p.name[:4] for p in (DOCS / "decisions").glob("[0-9]*.md")]
    assert len(numbers) > 10
    assert len(set(numbers)) == len(numbers)


def test_a_small_change_has_its_place() -> None:
    rows = [
        line.split("|")[1:3]
        for line in (DOCS / "where-to-change.md").read_text("utf-8").splitlines()
        if line.startswith("| ") and "you want to change" not in line
    ]
    assert len(rows) >= FEWEST_SMALL_CHANGES
    assert [what.strip() for what, where in rows if not re.search(r"`[\w.]", where)] == []


def test_a_word_has_one_meaning() -> None:
    words = re.findall(r"^\| \*\*(.+?)\*\* \|", (DOCS / "glossary.md").read_text("utf-8"), re.MULTILINE)
    assert len(words) > 60
    assert [w for w in words if words.count(w) > 1] == []


def test_the_hosted_check_runs_what_everybody_runs() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")
    assert "python dev.py test" in text
    assert "dev.py test" in (ROOT / ".ci" / "run").read_text("utf-8")
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org"]
    assert [host for host in hosts if host in text] == []
    assert re.findall(r"uses: (?!\S+@v\d+$).*", text, re.MULTILINE) == []
