"""The locks name exact releases and hashes, agree with pyproject.toml, and tell nothing of where they were made."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """Return each requirement of a lock with its options, continued lines joined and comments left out."""
    text = re.sub(r"^#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    return [(Requirement(line.split(" --")[0].strip()), re.findall(r"--\S+", line)) for line in lines]


def wanted() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["test"]]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_entry_is_exact_and_hashed(lock: Path) -> None:
    for requirement, options in entries(lock):
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement
        assert requirement.url is None, requirement
        assert options, requirement
        assert all(HASH.fullmatch(option) for option in options), requirement


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_the_lock_names_no_host_and_no_folder(lock: Path) -> None:
    assert not re.findall(
        r"\S*(?:://|--(?:find-links|(?:extra-)?index-url)|file:|(?<!\S)/)\S*", lock.read_text("utf-8")
    )


def test_what_is_wanted_is_locked() -> None:
    locked: dict[str, list[Version]] = {}
    for requirement, _ in entries(ROOT / "requirements.lock"):
        version = Version(next(iter(requirement.specifier)).version)
        locked.setdefault(canonicalize_name(requirement.name), []).append(version)
    for requirement in wanted():
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not in requirements.lock: make lock"
        assert all(requirement.specifier.contains(version) for version in versions), requirement
