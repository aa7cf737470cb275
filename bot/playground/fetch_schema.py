"""Fetches the Bot API schema that ships in aiogram's source distribution.

``python -m bot.playground.fetch_schema`` leaves ``.cache/bot-api/schema.json``, against which the local messenger holds
every request, and does nothing when it is there already. pip downloads the archive that ``requirements-schema.lock``
names and checks its hash; nothing in it is run or installed. Without a network the local messenger's own rules hold
alone, so a failure is said and is no error, unless ``--required`` is given.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements-schema.lock"
CACHE = ROOT / ".cache" / "bot-api"
MEMBER = ".butcher/schema/schema.json"
MOST_ARCHIVE = 20 * 1024 * 1024
MOST_SCHEMA = 10 * 1024 * 1024
SECONDS = 120
# pip asks a source distribution for its metadata before it hands it over, which would install and run its build
# system. This stands in for that build system and answers with a name alone.
BACKEND = """
import os

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(directory, config_settings=None):
    folder = "{name}-{version}.dist-info"
    os.makedirs(os.path.join(directory, folder))
    with open(os.path.join(directory, folder, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    return folder
"""


class NotFetched(Exception):
    """Why there is no schema."""


def main(arguments: list[str]) -> int:
    """The command. Returns its exit status."""
    schema = CACHE / "schema.json"
    try:
        if not is_current(schema):
            fetch(schema)
    except NotFetched as reason:
        sys.stderr.write(
            f"The Bot API schema was not fetched ({reason}); the local messenger holds its own rules alone.\n"
        )
        return 1 if "--required" in arguments else 0
    return 0


def is_current(schema: Path) -> bool:
    """Whether the schema is there and belongs to the lock."""
    stamp = schema.with_name("lock")
    return schema.is_file() and stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes()


def fetch(schema: Path) -> None:
    """Downloads, takes the schema out, and puts it in place at one go. Raises NotFetched."""
    schema.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=schema.parent) as folder:
        content = extract(download(Path(folder)))
        fresh = Path(folder) / "schema.json"
        fresh.write_bytes(content)
        fresh.replace(schema)
    schema.with_name("lock").write_bytes(LOCK.read_bytes())


def download(folder: Path) -> Path:
    """The archive, its hash checked by pip."""
    backend = folder / "backend" / "hatchling"
    backend.mkdir(parents=True)
    (backend / "__init__.py").touch()
    name, _, version = locked().partition("==")
    (backend / "build.py").write_text(BACKEND.format(name=name, version=version))
    options = [
        *("download", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-build-isolation"),
        *("--no-binary", name, "--require-hashes", "--requirement", str(LOCK), "--dest", str(folder)),
    ]
    environment = os.environ | {"PYTHONPATH": str(backend.parent)}
    reason = "no pip was found"
    for pip in installers():
        try:
            done = subprocess.run(  # noqa: S603 - the command is made of constants
                [*pip, *options],
                env=environment,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            reason = type(error).__name__
            continue
        archives = list(folder.glob("*.tar.gz"))
        if done.returncode == 0 and len(archives) == 1:
            return archives[0]
        reason = (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    raise NotFetched(reason)


def locked() -> str:
    """``name==version`` from the lock."""
    lines = (line.strip() for line in LOCK.read_text().splitlines())
    return next(line for line in lines if line and not line.startswith("#")).split()[0]


def installers() -> Iterator[list[str]]:
    """Ways to call pip: this environment's, the one behind it, the one on the path, uv's."""
    yield [sys.executable, "-m", "pip"]
    behind = Path(sys.base_prefix) / "bin" / "python3"
    if behind.exists() and sys.prefix != sys.base_prefix:
        yield [str(behind), "-m", "pip"]
    for command, rest in (("pip3", []), ("uv", ["tool", "run", "pip"])):
        found = shutil.which(command)
        if found is not None:
            yield [found, *rest]


def extract(archive: Path) -> bytes:
    """The schema out of the archive; nothing is unpacked onto the disk."""
    if archive.stat().st_size > MOST_ARCHIVE:
        raise NotFetched("the archive is larger than expected")
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if member.name.partition("/")[2] != MEMBER:
                continue
            if not member.isfile() or member.size > MOST_SCHEMA:
                raise NotFetched("the schema is larger than expected")
            file = tar.extractfile(member)
            content = file.read() if file is not None else b""
            if "items" not in json.loads(content):
                raise NotFetched("the schema has another form than expected")
            return content
    raise NotFetched("the archive holds no schema")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
