"""What may not be loaded where it is not needed: aiogram alone costs a second and 165 MB."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def loaded(module: str) -> set[str]:
    """Return the names of the packages that importing `module` in a new interpreter brings along."""
    program = (
        f"import {module}, json, sys; print(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("bot.__main__", {"aiogram", "telegram", "aiohttp", "sqlalchemy"}),
        ("bot.delivery", {"aiogram"}),
        ("bot.app", {"aiogram"}),
        ("handlers.screen", {"aiogram"}),
        ("handlers.buttons", {"aiogram"}),
        ("handlers.notices", {"aiogram"}),
        ("models.notices", {"aiogram", "telegram", "fluent"}),
    ],
)
def test_importing_leaves_out_what_is_not_needed(module: str, unwanted: set[str]) -> None:
    assert not loaded(module) & unwanted


def test_the_command_line_explains_itself_without_aiogram() -> None:
    program = "import sys\nfrom runpy import run_module\nsys.argv = ['bot', '--help']\n"
    program += "try:\n    run_module('bot', run_name='__main__')\nexcept SystemExit as end:\n    assert not end.code\n"
    program += "assert 'aiogram' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(command in done.stdout for command in ("play", "run", "migrate", "seed", "grant", "check"))
