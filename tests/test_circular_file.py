"""A circular from a file: a draft and no more; what is wrong is told at once, and then nothing is written."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli

AUTHOR = "09120000001"
FILE = """
author = "09120000001"
office = "IR-10"
number = "60/4321"
date = "1405/08/20"
subject = "مهلت ثبت آمار"
text = "آمار مهر را ثبت کنید."
clauses = ["آمار هر ماه تا دهم ماه بعد ثبت می‌شود."]

[audience]
levels = ["county", "union"]
"""


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEHINYAR_DATABASE_URL", "sqlite:///here/behinyar.db")
    monkeypatch.setenv("BEHINYAR_CLOCK", "2026-11-27T06:30:00+00:00")
    runner = CliRunner()
    for words in (
        ("seed",),
        ("grant", AUTHOR, "provincial-officer", "IR-10"),
        ("grant", "09120000002", "county-officer", "کاشان", "--create", "county", "--under", "IR-10"),
    ):
        done = runner.invoke(cli, list(words))
        assert done.exit_code == 0, done.output
    return runner


def _told(shell: CliRunner, text: str, code: int = 1) -> str:
    Path("circular.toml").write_text(text, encoding="utf-8")
    done = shell.invoke(cli, ["circular", "circular.toml"])
    assert done.exit_code == code, done.output
    return done.output


def test_a_file_becomes_a_draft_and_nothing_leaves(shell: CliRunner) -> None:
    Path("letter.pdf").write_bytes(b"%PDF-1.7")
    told = _told(shell, FILE.replace("[audience]", 'attachment = "letter.pdf"\n[audience]'), 0)
    assert "1 recipients" in told
    assert "county 1" in told
    assert "Nobody is told" in told
    assert "پیش‌تر برای بخشنامهٔ" in _told(shell, FILE)  # the number is in use now


WRONG = (
    ("subject", "subjct", "subject is missing"),
    ("levels", "level", "audience.level is not known"),
    ('"county"', '"village"', "'village' is not one of"),
    ("1405/08/20", "1405/13/20", "date:"),
    ("1405/08/20", "1405/12/20", "هنوز نرسیده است"),
    (AUTHOR, "0912", "is not a mobile number"),
    (AUTHOR, "09129999999", "nobody with this number"),
    ("IR-10", "IR-99", "names no office"),
    ("levels", 'places = ["تبریز"]\nlevels', "'تبریز' names no office"),
    ("levels", 'month = "1405/14"\nlevels', "is no month"),
    ("levels = [", "levels = ", "circular.toml"),
    ("[audience]", 'attachment = "none.pdf"\n[audience]', "none.pdf"),
    ("[audience]", 'attachment = "circular.toml"\n[audience]', "neither a PDF"),
    ("levels", "places = []\nlevels", "names no office"),
    ("levels", 'places-sheet = "empty.csv"\nlevels', "names no office"),
    ("levels", 'month = "1405/07"\nreported = "no"\nlevels', "audience.reported is true or false"),
    ("levels", "reported = false\nlevels", "says of no month"),
    ('clauses = ["آمار', "clauses = [" + '"بند", ' * 40 + '"آمار', "۴۱"),
    ("[audience]", '[question]\ntext = "تا کی؟"\noptions = [{text = "دهم", right = true}]\n[audience]', "question: "),
    ("[audience]", '[[rules]]\nrule = "month-day"\n[audience]', "'month-day' is not one of"),
    (
        "[audience]",
        '[[rules]]\nrule = "month-entry-day"\nvalue = "99"\nfrom = "1405/10/01"\n[audience]',
        "rules, 1: ",
    ),
)


def test_what_is_wrong_is_told_and_nothing_is_written(shell: CliRunner) -> None:
    Path("empty.csv").write_text("", encoding="utf-8")
    for old, new, says in WRONG:
        told = _told(shell, FILE.replace(old, new, 1))
        assert says in told, told
        assert "Nothing is written" in told
    whole = """
[question]
text = "آمار هر ماه تا چه روزی ثبت می‌شود؟"
options = [{text = "تا دهم", clause = 1, right = true}, {text = "تا بیستم"}]
[[rules]]
rule = "month-entry-day"
value = "12"
from = "1405/10/01"
clause = 1
[audience]"""
    _told(shell, FILE.replace("[audience]", whole), 0)  # its number is free


def test_a_sheet_of_places_with_broken_rows_is_refused_by_their_numbers(shell: CliRunner) -> None:
    whole = FILE.replace("levels", 'places-sheet = "places.csv"\nlevels')
    Path("places.csv").write_text("کاشان\nناکجا\n,\nIR-10\nXX-1\n", encoding="utf-8")
    told = _told(shell, whole)
    assert "row 3" in told
    Path("places.csv").write_text("کاشان\nناکجا\nIR-10\nXX-1\n", encoding="utf-8")
    told = _told(shell, whole)
    assert "places.csv, row 2" in told
    assert "places.csv, row 4" in told
    assert "row 1" not in told
    Path("places.csv").write_text("کاشان\n", encoding="utf-8")
    assert "1 recipients" in _told(shell, whole, 0)
