"""What an operator does: migrate, seed, first roles, a look at whether all is well, and the watcher's port."""

import asyncio
import socket
import stat
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from typer.testing import CliRunner

from bot import office_work
from bot.__main__ import cli
from bot.app import App
from bot.monitor import Monitor
from bot.playground.messenger.updates import Webhook
from bot.readiness import CannotRunError
from bot.settings import Settings, WebhookSettings
from models.people import Messenger
from tests.conversations.world import World, open_world, settings_for

PHONE = "09121234567"


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEHINYAR_DATABASE_URL", "sqlite:///here/behinyar.db")
    return CliRunner()


def said(shell: CliRunner, *words: str, code: int = 0) -> str:
    done = shell.invoke(cli, list(words))
    assert done.exit_code == code, done.output
    return done.output


def test_an_operator_prepares_a_new_installation(shell: CliRunner, tmp_path: Path) -> None:
    assert "run: python -m bot migrate" in said(shell, "check", code=1)
    said(shell, "migrate")
    assert "The reference data are there" in said(shell, "seed")
    assert "The reference data are there" in said(shell, "seed")
    told = said(shell, "check", code=1)
    assert "database: well" in told
    assert "BEHINYAR_TELEGRAM__TOKEN" in told
    key = tmp_path / "here" / "behinyar.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_an_operator_gives_the_first_roles(shell: CliRunner) -> None:
    said(shell, "migrate")
    said(shell, "seed")
    county = ("grant", PHONE, "county-officer", "جیرفت")
    assert "names no office" in said(shell, *county, code=1)
    assert "names no office" in said(shell, *county, "--create", "county", "--under", "ناکجا", code=1)
    assert "Given" in said(shell, *county, "--create", "county", "--under", "جنوب کرمان")
    union = ("grant", PHONE, "union-approver", "اتحادیهٔ کفاشان جیرفت", "--create", "union", "--under", "جيرفت")
    assert "this code (seven days): " in said(shell, *union)
    assert "role-already-held" in said(shell, *union, code=1)
    assert "role-does-not-fit" in said(shell, "grant", PHONE, "order-expert", "اتحادیهٔ کفاشان جیرفت", code=1)
    assert "no role" in said(shell, "grant", PHONE, "king", "جیرفت", code=1)
    assert "09121234567" in said(shell, "grant", "12", "county-officer", "جیرفت", code=1)


def test_an_operator_brings_a_list_in_and_takes_it_out(shell: CliRunner, tmp_path: Path) -> None:
    said(shell, "migrate")
    said(shell, "seed")
    head = "نوع دفتر;استان;شهرستان;نام دفتر;رنگ"
    bad, good = tmp_path / "bad.csv", tmp_path / "good.csv"
    written = f"{head}\nشهرستان;تهران;ری;;آبی\nاتحادیه;تهران;ناکجا;کفاشان;\n"
    bad.write_bytes(written.replace("ی", "ي").encode("cp1256"))
    good.write_text(f"{head}\nشهرستان;تهران;ری;;آبی\nاتحادیه;تهران;ری;کفاشان;\n")
    assert "no list 'shops'" in said(shell, "import", "shops", str(good), code=2)
    assert "No such file" in said(shell, "import", "offices", "nowhere.xlsx", code=1)
    told = said(shell, "import", "offices", str(bad), "--commit", code=1)
    assert "not known and not read: رنگ" in told
    assert "ناکجا" in told
    assert "1 of 2 rows" in told
    assert stat.S_IMODE((tmp_path / "bad.problems.xlsx").stat().st_mode) == 0o600
    assert "Nothing is written" in said(shell, "import", "offices", str(good))
    assert "2 rows are written" in said(shell, "import", "offices", str(good), "--commit")
    assert "2 of 2 rows" in said(shell, "import", "offices", str(good), code=1)
    assert "2 rows are in" in said(shell, "export", "offices", "out.csv")
    assert "کفاشان" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "0 rows" in said(shell, "export", "units", "out.xlsx")


def test_a_county_may_bear_its_provinces_name_and_two_unions_the_same(shell: CliRunner) -> None:
    said(shell, "migrate")
    said(shell, "seed")
    county = ("grant", PHONE, "county-officer", "کرمان", "--create", "county", "--under", "کرمان")
    assert "Given" in said(shell, *county)
    assert "names several offices" in said(shell, "grant", PHONE, "county-officer", "کرمان", code=1)
    for place in ("بم", "بافت"):
        said(shell, "grant", PHONE, "county-officer", place, "--create", "county", "--under", "IR-08")
        union = ("grant", PHONE, "union-approver", "اتحادیهٔ نانوایان", "--create", "union", "--under", place)
        assert "Given" in said(shell, *union)
    assert "names several offices" in said(shell, "grant", PHONE, "union-secretary", "اتحادیهٔ نانوایان", code=1)


def test_what_cannot_be_given_makes_no_office_either(shell: CliRunner) -> None:
    said(shell, "migrate")
    said(shell, "seed")
    wrong = ("grant", PHONE, "order-expert", "بم", "--create", "county", "--under", "کرمان")
    assert "role-does-not-fit" in said(shell, *wrong, code=1)
    assert "names no office" in said(shell, "grant", PHONE, "county-officer", "بم", code=1)


def test_a_database_without_tables_is_named_as_such(shell: CliRunner) -> None:
    grant = ("grant", PHONE, "county-officer", "بم")
    assert "is not there yet; run: python -m bot migrate" in said(shell, *grant, code=1)
    Path("here").mkdir()
    Path("here/behinyar.db").touch()
    assert "without tables; run: python -m bot migrate" in said(shell, *grant, code=1)
    assert "a newer version" in said(shell, "migrate", "--revision", "0099", code=1)
    said(shell, "migrate", "--revision", "0002")
    assert "at 0002, not up to date; run: python -m bot migrate" in said(shell, *grant, code=1)


def test_running_before_the_tables_are_there_says_what_to_run(
    shell: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEHINYAR_BALE__TOKEN", "123456789:AAE-invented-token")
    assert "run: python -m bot migrate" in said(shell, "run", code=1)


@pytest.mark.parametrize("command", [("migrate",), ("seed",), ("run",), ("check",), ("uncertain",)])
def test_a_server_that_is_down_is_said_in_a_line_without_its_password(
    shell: CliRunner, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("BEHINYAR_DATABASE_URL", "postgresql://somebody:a-password@127.0.0.1:1/behinyar")
    monkeypatch.setenv("BEHINYAR_KEYS", Fernet.generate_key().decode())
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "an index key")
    monkeypatch.setenv("BEHINYAR_BALE__TOKEN", "123456789:AAE-invented-token")
    monkeypatch.setenv("BEHINYAR_BALE__API_URL", "http://127.0.0.1:1")
    told = said(shell, *command, code=1)
    assert "look at BEHINYAR_DATABASE_URL and whether the server runs" in told
    assert "Connection refused" in told
    assert "a-password" not in told


def test_with_another_index_key_nobody_is_opened_a_second_time(
    shell: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEHINYAR_KEYS", Fernet.generate_key().decode())
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "the first index key")
    said(shell, "migrate")
    said(shell, "seed")
    county = ("grant", PHONE, "county-officer", "بم", "--create", "county", "--under", "کرمان")
    said(shell, *county)
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "another index key")
    for command in (("check",), county):
        assert "nobody is found; look at BEHINYAR_INDEX_KEY" in said(shell, *command, code=1)
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "the first index key")
    assert "role-already-held" in said(shell, *county, code=1)


def test_a_lost_key_file_is_not_made_anew(shell: CliRunner, tmp_path: Path) -> None:
    said(shell, "migrate")
    said(shell, "seed")
    said(shell, "grant", PHONE, "county-officer", "بم", "--create", "county", "--under", "کرمان")
    key, database = tmp_path / "here" / "behinyar.key", tmp_path / "here" / "behinyar.db"
    kept = key.read_text()
    key.unlink()
    assert "put it back from the backup" in said(shell, "check", code=1)
    assert not key.exists()
    key.write_text(kept)
    database.chmod(0o644)
    told = said(shell, "check", code=1)
    assert "database: well" in told
    assert "chmod 600 here/behinyar.db" in told
    assert "behinyar.key" not in told  # whoever opens it mends it


async def test_a_look_tells_what_a_messenger_knows_of_the_webhook(sqlite_url: str) -> None:
    secret = "a-secret-of-this-rehearsal"
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        await world.app.stop()
        assert "updates are fetched" in (await _looked(world.settings))[1]
        hook = WebhookSettings(url="http://127.0.0.1:1", secret=SecretStr(secret))
        posting = world.settings.model_copy(update={"webhook": hook})
        assert "no webhook is set as yet; run sets it to 127.0.0.1" in (await _looked(posting))[1]
        local = world.local[Messenger.TELEGRAM]
        for path, wanted in (("old", "posts to 127.0.0.1, with another secret or path"), (secret, "0 updates wait")):
            local.updates.set_webhook(Webhook(f"http://127.0.0.1:1/telegram/{path}", None, 40))
            assert wanted in (await _looked(posting))[1]
        assert "run takes that away" in (await _looked(world.settings))[1]
        local.updates.last_webhook_error = "Wrong response from the webhook: 502 Bad Gateway"
        local.now = lambda: datetime.now(UTC)
        well, told = await _looked(posting)
        assert not well
        assert "502 Bad Gateway; look at the certificate" in told
        assert secret not in told
        local.updates.set_webhook(None)
        await world.comes_back()


async def _looked(settings: Settings) -> tuple[bool, str]:
    well, lines = await office_work.check(settings)
    return well, "\n".join(lines)


async def test_a_port_that_is_taken_is_said_and_nothing_stays_open(sqlite_url: str) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        await world.app.stop()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            hook = WebhookSettings(url="http://127.0.0.1:1", secret=SecretStr("x" * 16), port=taken.getsockname()[1])
            app = App(world.settings.model_copy(update={"webhook": hook}), world.clock)
            with pytest.raises(CannotRunError, match="BEHINYAR_WEBHOOK__PORT"):
                await app.start(watch=False)
            await app.stop()
        await world.comes_back()


async def test_behind_a_webhook_a_body_of_no_use_is_passed_over_and_a_watcher_sees_who_posts(sqlite_url: str) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        await world.app.stop()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        root, secret = f"http://127.0.0.1:{port}", "a-secret-of-a-rehearsal"
        hook = WebhookSettings(url=root, secret=SecretStr(secret), port=port)
        app = App(world.settings.model_copy(update={"webhook": hook}), world.clock)
        await app.start(watch=False)
        monitor = Monitor(app.database, app.reception, app.dead)
        await monitor.start("127.0.0.1", 0)
        try:
            well = {"well": True, "database": True, "stopped": [], "messengers": {"telegram": True, "bale": True}}
            async with asyncio.timeout(10):
                while (await _got(monitor, "/health"))[1] != well:  # noqa: ASYNC110 (it says so only when asked)
                    await asyncio.sleep(0.02)
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            async with aiohttp.ClientSession(root) as session:
                for body, given, status in ((b"{", headers, 200), (b"5", headers, 200), (b"{", {}, 404)):
                    async with session.post(f"/telegram/{secret}", data=body, headers=given) as response:
                        assert response.status == status
            assert 'behinyar_updates_total{messenger="telegram",outcome="unreadable"}' in str(
                (await _got(monitor, "/metrics"))[1]
            )
        finally:
            await monitor.stop()
            await app.stop()
        await world.comes_back()


def test_a_leaked_key_is_retired(shell: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("BEHINYAR_KEYS", old)
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "an index key that stays")
    said(shell, "migrate")
    said(shell, "seed")
    county = ("grant", PHONE, "county-officer", "بم", "--create", "county", "--under", "کرمان")
    said(shell, *county)
    monkeypatch.setenv("BEHINYAR_KEYS", new)
    assert "none of them opens" in said(shell, "check", code=1)
    assert "none of the keys opens" in said(shell, "rotate", code=1)
    monkeypatch.setenv("BEHINYAR_KEYS", f"{new},{old}")
    assert "1 values are sealed with the newest key" in said(shell, "rotate")
    monkeypatch.setenv("BEHINYAR_KEYS", new)
    assert "database: well" in said(shell, "check", code=1)
    assert "role-already-held" in said(shell, *county, code=1)


def test_running_without_a_token_says_what_to_do(shell: CliRunner) -> None:
    assert "make play" in said(shell, "run", code=2)
    assert "--only takes one of" in said(shell, "run", "--only", "everything", code=2)


async def test_a_watcher_sees_health_and_figures(sqlite_url: str) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        azar = world.phone("آذر")
        await azar.enters()
        monitor = Monitor(world.app.database, world.app.reception, world.app.dead)
        await monitor.start("127.0.0.1", 0)
        try:
            assert await _got(monitor, "/health") == (
                200,
                {"well": True, "database": True, "stopped": [], "messengers": {"telegram": True, "bale": True}},
            )
            status, figures = await _got(monitor, "/metrics")
            assert status == 200
            assert 'behinyar_updates_total{messenger="telegram",outcome="done"}' in str(figures)
            assert "behinyar_outbox_oldest_seconds 0" in str(figures)
        finally:
            await monitor.stop()


async def _got(monitor: Monitor, path: str) -> tuple[int, object]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{monitor.port}{path}") as response,
    ):
        return response.status, await (response.json() if path == "/health" else response.text())


async def test_intake_alone_leaves_delivery_to_another_process(sqlite_url: str) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        await _parted(world)


async def _parted(world: World) -> None:
    await world.app.stop()
    world.app = App(world.settings, world.clock, only="intake")
    await world.app.start(watch=False)
    assert world.app.delivery is None
    azar = world.phone("آذر")
    await azar.enters()
    azar.sees("تأیید شد")
    carrying = App(settings_for(world.settings.database_url, _urls(world)), world.clock, only="delivery")
    assert carrying.reception is None
    await carrying.start(watch=False)
    await carrying.stop()


def _urls(world: World) -> dict[Messenger, str]:
    return {messenger: world.settings.url(messenger) for messenger in Messenger}


def test_an_operator_finds_nothing_uncertain_in_a_new_installation(shell: CliRunner) -> None:
    said(shell, "migrate")
    assert "Nothing is uncertain" in said(shell, "uncertain")
    assert "not both" in said(shell, "uncertain", "--again", "7", "--arrived", "7", code=1)
    assert "7: is not uncertain" in said(shell, "uncertain", "--again", "7")
