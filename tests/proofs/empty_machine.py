"""[story] An empty machine: clone, ``make play``, the story in the browser, ``make test``; then as an ordinary user."""

import asyncio
import os
import pwd
import re
import shutil
import signal
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import async_playwright

from tests.stage import FellShortError
from tests.story_in_browser import CHROMIUM, CHROMIUM_FLAGS, STORY, Storyteller

ROOT = Path(__file__).parents[2]
_SET_UP = 900
_TESTS = 1800


def _as(user: str | None, home: Path) -> dict[str, object]:
    """Arguments of a subprocess that runs as this user (None: as whoever runs the proof), without our environment."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VIRTUAL_ENV", "PYTHON", "BEHINYAR_", "MAKE", "MFLAGS"))
    }
    environment["HOME"] = str(home)
    given: dict[str, object] = {"env": environment, "start_new_session": True}
    if user is not None:
        entry = pwd.getpwnam(user)
        given |= {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return given


async def _run(seconds: float, cwd: Path, given: dict[str, object], *command: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=cwd,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        **given,  # type: ignore[arg-type]  # arguments of Popen
    )
    said, _ = await asyncio.wait_for(process.communicate(), seconds)
    text = said.decode(errors="replace")
    if process.returncode != 0:
        raise FellShortError(f"{' '.join(command)} failed: …{text[-600:]}")
    return text


@asynccontextmanager
async def _playing(clone: Path, given: dict[str, object]) -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        "make",
        "play",
        "PORT=0",
        "BROWSER=0",
        cwd=clone,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        **given,  # type: ignore[arg-type]  # arguments of Popen
    )
    assert process.stdout is not None
    heard = b""
    try:
        while (found := re.search(rb"http://127\.0\.0\.1:\d+", heard)) is None:
            line = await asyncio.wait_for(process.stdout.readline(), _SET_UP)
            if not line:
                raise FellShortError(f"make play ended: …{heard[-600:].decode(errors='replace')}")
            heard += line
        yield found[0].decode()
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGINT)
            await asyncio.wait_for(process.communicate(), 30)


async def _clicked(address: str) -> int:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        page = await browser.new_page(viewport={"width": 1900, "height": 950}, locale="fa-IR")
        await page.goto(address)
        acts = await Storyteller(page).tells(STORY)
        await browser.close()
    return acts


async def _whole(user: str | None, folder: Path) -> str:
    folder.mkdir(mode=0o755)
    given = _as(user, folder)
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    clone = folder / "behinyar"
    # Git takes it from nowhere else that somebody else's repository may be cloned.
    (folder / ".gitconfig").write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
    await _run(120, folder, given, "git", "clone", "--quiet", str(ROOT), str(clone))
    began = time.monotonic()
    async with _playing(clone, given) as address:
        ready = time.monotonic() - began
        acts = await _clicked(address)
    began = time.monotonic()
    said = await _run(_TESTS, clone, given, "make", "test")
    closing = next((line for line in reversed(said.splitlines()) if " passed" in line), "no test ran")
    if "no test ran" in closing:
        raise FellShortError(closing)
    who = user or pwd.getpwuid(os.getuid()).pw_name
    return f"as {who}: ready in {ready:.0f} s, {acts} acts clicked, make test {closing.strip('= ')}"


async def prove() -> str:
    """Clone, play, click, test: as this user, and as an ordinary one where we may become one."""
    if CHROMIUM is None:
        raise FellShortError("no Chromium is found on this machine (Debian: apt-get install chromium)")
    told: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="behinyar-story-"))
    folder.chmod(0o755)
    try:
        users: list[str | None] = [None, "nobody"] if os.getuid() == 0 else [None]
        for number, user in enumerate(users):
            told.append(await _whole(user, folder / str(number)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return "; ".join(told)
