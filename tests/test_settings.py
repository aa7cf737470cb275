"""Settings: what is wrong is said in a line, without any secret."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import BadSettingsError, Settings, read_settings
from models.people import Messenger

TOKEN = "123456789:AAE-invented-token"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith("BEHINYAR_"):
            monkeypatch.delenv(name)


def complaints(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettingsError) as refused:
        read_settings()
    return "\n".join(refused.value.lines)


def test_nothing_set_is_an_embedded_database_and_no_messenger() -> None:
    settings = read_settings()
    assert settings.sqlite_path == Path("var/behinyar.db")
    assert settings.messengers == ()


@pytest.mark.parametrize("token", ["secret", "abc:def", "12345", "123456789:", "123456789:short"])
def test_a_token_of_the_wrong_shape_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    said = complaints(monkeypatch, BEHINYAR_TELEGRAM__TOKEN=token)
    assert "BEHINYAR_TELEGRAM__TOKEN" in said
    assert "@BotFather" in said
    assert token not in said.replace("123456789:AAE", "")


def test_each_messenger_has_its_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHINYAR_BALE__TOKEN", TOKEN)
    monkeypatch.setenv("BEHINYAR_BALE__API_URL", "http://127.0.0.1:8080/bale/")
    settings = read_settings()
    assert settings.messengers == (Messenger.BALE,)
    assert settings.url(Messenger.BALE) == "http://127.0.0.1:8080/bale"
    assert settings.url(Messenger.TELEGRAM) == "https://api.telegram.org"
    assert TOKEN not in repr(settings)


def test_a_file_of_settings_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BEHINYAR_TELEGRAM__TOKEN={TOKEN}\nBEHINYAR_MONITOR_PORT=9999\n")
    settings = read_settings()
    assert settings.messengers == (Messenger.TELEGRAM,)
    assert settings.monitor_port == 9999


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"BEHINYAR_DATABASE_URL": "mysql://x/y"}, "postgresql+psycopg://"),
        ({"BEHINYAR_DATABASE_URL": "postgresql://u:p@h/d"}, "BEHINYAR_KEYS"),
        ({"BEHINYAR_KEYS": "one"}, "Fernet.generate_key"),
        ({"BEHINYAR_KEYS": Fernet.generate_key().decode()}, "given together"),
        ({"BEHINYAR_LOG_LEVEL": "LOUD"}, "DEBUG, INFO"),
        ({"BEHINYAR_TELEGRAM__PROXY": "socks5://127.0.0.1:1080"}, "HTTP one"),
        ({"BEHINYAR_WEBHOOK__URL": "https://bot.example.ir"}, "BEHINYAR_WEBHOOK__SECRET"),
        ({"BEHINYAR_WEBHOOK__URL": "https://bot.example.ir", "BEHINYAR_WEBHOOK__SECRET": "short"}, "16 to 256"),
        ({"BEHINYAR_CLOCK": "yesterday"}, "ISO instant"),
        ({"BEHINYAR_TELEGRAM__API_URL": "api.telegram.org"}, "https://tapi.bale.ai"),
        ({"BEHINYAR_MONITOR_PORT": "many"}, "BEHINYAR_MONITOR_PORT"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wanted: str
) -> None:
    assert wanted in complaints(monkeypatch, **environment)


def test_the_clock_of_a_rehearsal_runs_on_from_its_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHINYAR_CLOCK", "2026-12-01T09:00")
    settings: Settings = read_settings()
    began = settings.make_clock().now()
    assert (began.hour, began.minute) == (5, 30)
