"""House rules that can be read off the source: where Persian may stand, who asks for the time, what nobody names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [path for storey in ("bot", "handlers", "models") for path in sorted((ROOT / storey).rglob("*.py"))]

# Letters only: digits and separators are not yet words.
ARABIC_LETTER = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc]"
)
# Shown text lives in locales/. Words that a parser understands stand with it, reference and demo data with theirs.
MAY_HOLD_PERSIAN = ("models/values/", "models/reference", "models/letters_corpus", "bot/playground/", "bot/demo")

CLOCK = "models/clock.py"
TIME_SOURCES = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "jdatetime.date.today",
    "jdatetime.datetime.now",
    "jdatetime.datetime.today",
    "jdatetime.datetime.utcnow",
    "sqlalchemy.func.current_date",
    "sqlalchemy.func.current_timestamp",
    "sqlalchemy.func.now",
    "sqlmodel.func.current_date",
    "sqlmodel.func.current_timestamp",
    "sqlmodel.func.now",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}

# Written in parts, so that this file does not find itself.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
WRITTEN_BY_US = {
    ".py",
    ".md",
    ".toml",
    ".lock",
    ".ftl",
    ".js",
    ".html",
    ".css",
    ".ini",
    ".mako",
    ".json",
    ".txt",
    ".cfg",
    "",
}


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def persian_literals(tree: ast.Module) -> list[int]:
    """Return the lines of string literals with letters of the Arabic script; docstrings do not count."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings, of attributes too
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in bare
        and ARABIC_LETTER.search(node.value)
    ]


def time_sources(tree: ast.Module) -> list[str]:
    """Return "line: name" for each mention of something that tells the real time, called or handed on."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                names[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return [
        f"{node.lineno}: {name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name) and (name := dotted(node, names)) in TIME_SOURCES
    ]


def dotted(node: ast.expr, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, names)
        return owner and f"{owner}.{node.attr}"
    return names.get(node.id) if isinstance(node, ast.Name) else None


def our_files() -> Iterator[Path]:
    for entry in sorted(ROOT.iterdir()):
        if entry.name in {"bot", "handlers", "models", "locales", "tests", "docs", ".ci"}:
            yield from (path for path in sorted(entry.rglob("*")) if path.is_file() and path.suffix in WRITTEN_BY_US)
        elif entry.is_file() and entry.suffix in WRITTEN_BY_US and entry.name != ".env":
            yield entry


@pytest.mark.parametrize("path", PROGRAM, ids=where)
def test_no_shown_text_in_python(path: Path) -> None:
    if not where(path).startswith(MAY_HOLD_PERSIAN):
        assert not persian_literals(ast.parse(path.read_text("utf-8"))), (
            f"{where(path)}: shown text belongs to locales/"
        )


@pytest.mark.parametrize("path", PROGRAM, ids=where)
def test_one_clock(path: Path) -> None:
    if where(path) != CLOCK:
        assert not time_sources(ast.parse(path.read_text("utf-8"))), f"{where(path)}: the time comes from {CLOCK}"


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    forbidden = [*REGISTRIES, *(f"{folder}/" for folder in {ROOT, Path.home()} if len(folder.parts) > 1)]
    found = [
        f"{where(path)}: {word}"
        for path in our_files()
        for text in [path.read_text("utf-8", errors="replace")]
        for word in forbidden
        if word in text
    ]
    assert not found


def test_the_lints_find_what_they_look_for() -> None:
    assert persian_literals(ast.parse('"""سلام"""\nx = "سلام"\ny = f"{x} تن"\nz = "۱۲٬۰"\n# سلام')) == [2, 3]
    assert persian_literals(ast.parse('def f():\n    "سلام"\n    return "a\\u200cb"')) == []
    guilty = "import datetime as dt, time\nfrom datetime import datetime\nfrom sqlmodel import func\n"
    assert time_sources(
        ast.parse(guilty + "dt.datetime.now()\nf(default_factory=datetime.utcnow)\nfunc.now()\ntime.time()")
    )
    assert len(time_sources(ast.parse(guilty + "dt.date.today\ndatetime.now\nfunc.now\ntime.time"))) == 4
    assert time_sources(ast.parse(guilty + "clock.now()\ntime.monotonic()\nnow()\ndatetime(2026, 1, 1)")) == []
