"""Settings: what is wrong is said in a line, without any secret."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import BadSettingsError, Rehearsal, Settings, read_settings
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
        ({"BEHINYAR_DATABASE_URL": "mysql://x/y"}, "postgresql://user:password@host/database"),
        ({"BEHINYAR_DATABASE_URL": "sqlite:///"}, "sqlite:///file.db"),
        ({"BEHINYAR_DATABASE_URL": "sqlite:///:memory:"}, "sqlite:///file.db"),
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
        ({"BEHINYAR_WEBHOOK": "https://bot.example.ir"}, "did you mean BEHINYAR_WEBHOOK__URL or "),
        ({"BEHINYAR_WEBHOOK_URL": "https://bot.example.ir"}, "did you mean BEHINYAR_WEBHOOK__URL"),
        ({"BEHINYAR_WEBHOOK__URL": "http://bot.example.ir", "BEHINYAR_WEBHOOK__SECRET": "x" * 16}, "https://bot."),
        ({"BEHINYAR_WEBHOOK__URL": "https:///path", "BEHINYAR_WEBHOOK__SECRET": "x" * 16}, "https://bot."),
        ({"BEHINYAR_DATABSE_URL": "sqlite:///x.db"}, "did you mean BEHINYAR_DATABASE_URL"),
        ({"BEHINYAR_COLOUR": "blue"}, "BEHINYAR_COLOUR: no such setting; the README"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wanted: str
) -> None:
    assert wanted in complaints(monkeypatch, **environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BEHINYAR_TELEGRAM", TOKEN),
        ("BEHINYAR_TELEGRAM_TOKEN", TOKEN),
        ("BEHINYAR_TELEGRAM__TOKEN__", TOKEN),
        ("BEHINYAR_TELEGRAM__API_URL", f"https://api.telegram.org/bot{TOKEN}"),
        ("BEHINYAR_TELEGRAM__API_URL", f"https://api.telegram.org/bot{TOKEN}/getMe"),
        ("BEHINYAR_DATABASE_URL", f"postgresql://u:pass/{TOKEN}@host:port/d"),
    ],
)
def test_what_stands_in_a_wrong_place_is_refused_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    said = complaints(monkeypatch, **{name: value})
    assert name in said
    assert "invented" not in said
    assert "pass/" not in said


def test_a_slip_of_the_pen_in_the_file_is_named_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BEHINYAR_TELEGRAM_TOKEN={TOKEN}\nBEHINYAR_EMPTY=\nOTHERS=1\n")
    assert complaints(monkeypatch) == "BEHINYAR_TELEGRAM_TOKEN: no such setting; did you mean BEHINYAR_TELEGRAM__TOKEN?"
    (tmp_path / ".env").write_bytes(b"BEHINYAR_LOG_LEVEL=\xff\n")
    assert ".env: cannot be read" in complaints(monkeypatch)


@pytest.mark.parametrize("root", ["postgres://", "postgresql://", "postgresql+psycopg://"])
def test_postgresql_is_known_by_its_usual_names(monkeypatch: pytest.MonkeyPatch, root: str) -> None:
    monkeypatch.setenv("BEHINYAR_DATABASE_URL", f"{root}u:p%40@h/d")
    monkeypatch.setenv("BEHINYAR_KEYS", Fernet.generate_key().decode())
    monkeypatch.setenv("BEHINYAR_INDEX_KEY", "an index key")
    assert read_settings().database_url == "postgresql+psycopg://u:p%40@h/d"


@pytest.mark.parametrize(
    "url", ["https://bot.example.ir", "http://127.0.0.1:8443", "http://localhost:1", "http://[::1]:1"]
)
def test_messengers_post_over_https_or_within_this_machine(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("BEHINYAR_WEBHOOK__URL", url)
    monkeypatch.setenv("BEHINYAR_WEBHOOK__SECRET", "x" * 16)
    assert read_settings().webhook.url == url


def test_a_rehearsal_takes_nothing_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHINYAR_WEBHOOK", "https://bot.example.ir")
    monkeypatch.setenv("BEHINYAR_KEYS", "those of the real one")
    monkeypatch.setenv("BEHINYAR_BALE__TOKEN", TOKEN)
    settings = Rehearsal(database_url="sqlite:///rehearsal.db")
    assert settings.webhook.url is None
    assert settings.keys == []
    assert settings.messengers == ()


def test_the_clock_of_a_rehearsal_runs_on_from_its_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHINYAR_CLOCK", "2026-12-01T09:00")
    settings: Settings = read_settings()
    began = settings.make_clock().now()
    assert (began.hour, began.minute) == (5, 30)
