"""Settings: from the environment (``BEHINYAR_…``) or a ``.env`` file, checked at the start."""

import difflib
import ipaddress
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Self
from urllib.parse import urlsplit

import sqlalchemy as sa
from cryptography.fernet import Fernet
from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from models.clock import Clock
from models.people import Messenger
from models.values.jalali import TEHRAN

PREFIX: Final = "BEHINYAR_"
NESTED: Final = "__"
FILE: Final = ".env"
DEFAULT_URLS = {Messenger.TELEGRAM: "https://api.telegram.org", Messenger.BALE: "https://tapi.bale.ai"}


class BotSettings(BaseModel):
    """One bot on one messenger; without a token that messenger is not used."""

    token: SecretStr | None = None
    api_url: str | None = None
    proxy: SecretStr | None = None
    per_second: Annotated[float, Field(gt=0, le=1000)] | None = None

    @field_validator("token")
    @classmethod
    def _shape(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value().strip():
            return None
        number, _, secret = token.get_secret_value().strip().partition(":")
        if not (number.isascii() and number.isdigit() and len(secret) >= 10):
            raise ValueError("a token looks like 123456789:AAE… ; copy it again from @BotFather")
        return SecretStr(token.get_secret_value().strip())

    @field_validator("proxy")
    @classmethod
    def _http_proxy(cls, proxy: SecretStr | None) -> SecretStr | None:
        if proxy is None or not proxy.get_secret_value():
            return None
        parts = urlsplit(proxy.get_secret_value())
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError("the proxy is an HTTP one, such as http://127.0.0.1:3128")
        return proxy

    @field_validator("api_url")
    @classmethod
    def _root(cls, url: str | None) -> str | None:
        if not url:
            return None
        parts = urlsplit(url)
        beyond = parts.query or parts.fragment or parts.username or _BEYOND_ROOT.search(parts.path)
        if parts.scheme not in {"http", "https"} or not parts.netloc or beyond:
            raise ValueError("the API address is the root before /bot<token>/<method>, such as https://tapi.bale.ai")
        return url.rstrip("/")


_BEYOND_ROOT: Final = re.compile(r"/bot\d|:", re.IGNORECASE)
_ROOTS: Final = ("postgres://", "postgresql://", "postgresql+psycopg://")


def _readable(url: str) -> str:
    try:
        sa.make_url(url)
    except (ValueError, sa.exc.ArgumentError):  # its own words may hold a piece of the password
        raise ValueError(
            "the address cannot be read; in a password write %40 for @, %3A for :, %2F for / and %25 for %"
        ) from None
    return url


def _is_here(host: str) -> bool:
    """Whether this host is the machine itself, for a rehearsal."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class WebhookSettings(BaseModel):
    """Where messengers post updates; without a URL they are polled."""

    url: str | None = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8443
    secret: SecretStr | None = None

    @model_validator(mode="after")
    def _secret_is_there(self) -> Self:
        if self.url is not None:
            parts = urlsplit(self.url)
            host = parts.hostname or ""
            open_to_all = parts.scheme == "https" or (parts.scheme == "http" and _is_here(host))
            if not host or not open_to_all or parts.query or parts.fragment:
                raise ValueError("BEHINYAR_WEBHOOK__URL is the public root, such as https://bot.example.ir")
            secret = "" if self.secret is None else self.secret.get_secret_value()
            if not (16 <= len(secret) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in secret)):
                raise ValueError("BEHINYAR_WEBHOOK__SECRET needs 16 to 256 of A-Z a-z 0-9 _ -")
        return self


class Settings(BaseSettings):
    """Everything that can be set; the README lists it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=NESTED, env_file=FILE, extra="ignore", env_ignore_empty=True
    )

    database_url: str = "sqlite:///var/behinyar.db"
    telegram: BotSettings = BotSettings()
    bale: BotSettings = BotSettings()
    webhook: WebhookSettings = WebhookSettings()
    keys: Annotated[list[SecretStr], NoDecode] = []
    index_key: SecretStr | None = None
    clock: str | None = None
    monitor_host: str = "127.0.0.1"
    monitor_port: Annotated[int, Field(ge=0, le=65535)] = 9464
    pool_size: Annotated[int, Field(ge=2, le=200)] = 10
    log_level: str = "INFO"

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        if url.startswith("sqlite:///") and url not in {"sqlite:///", "sqlite:///:memory:"}:
            return url
        for root in _ROOTS:
            if url.startswith(root):
                return _readable(_ROOTS[-1] + url.removeprefix(root))
        raise ValueError("use sqlite:///file.db or postgresql://user:password@host/database")

    @field_validator("keys", mode="before")
    @classmethod
    def _split(cls, keys: object) -> object:
        return [key.strip() for key in keys.split(",") if key.strip()] if isinstance(keys, str) else keys

    @field_validator("keys")
    @classmethod
    def _are_keys(cls, keys: list[SecretStr]) -> list[SecretStr]:
        for key in keys:
            try:
                Fernet(key.get_secret_value())
            except ValueError:
                raise ValueError(
                    "each key has 44 characters; make one: python -c "
                    "'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
                ) from None
        return keys

    @field_validator("log_level")
    @classmethod
    def _level(cls, level: str) -> str:
        if level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("one of DEBUG, INFO, WARNING, ERROR")
        return level.upper()

    @model_validator(mode="after")
    def _keys_go_together(self) -> Self:
        if bool(self.keys) != (self.index_key is not None):
            raise ValueError("BEHINYAR_KEYS and BEHINYAR_INDEX_KEY are given together, or neither")
        if not self.keys and not self.sqlite_path:
            raise ValueError("with PostgreSQL, BEHINYAR_KEYS and BEHINYAR_INDEX_KEY must be given")
        if self.clock is not None:
            self.make_clock()
        return self

    @property
    def sqlite_path(self) -> Path | None:
        """The embedded database's file, or None with PostgreSQL."""
        found = self.database_url.removeprefix("sqlite:///")
        return Path(found) if found != self.database_url else None

    def of(self, messenger: Messenger) -> BotSettings:
        """The settings of one messenger."""
        return self.telegram if messenger is Messenger.TELEGRAM else self.bale

    def url(self, messenger: Messenger) -> str:
        """The API's root on this messenger."""
        return self.of(messenger).api_url or DEFAULT_URLS[messenger]

    @property
    def messengers(self) -> tuple[Messenger, ...]:
        """Those that have a token."""
        return tuple(messenger for messenger in Messenger if self.of(messenger).token is not None)

    def make_clock(self) -> Clock:
        """The program's clock; BEHINYAR_CLOCK is an ISO instant (without a zone: Tehran) to rehearse at."""
        if self.clock is None:
            return Clock()
        try:
            instant = datetime.fromisoformat(self.clock)
        except ValueError as error:
            raise ValueError("BEHINYAR_CLOCK is an ISO instant such as 2026-12-01T09:00") from error
        return Clock(instant if instant.tzinfo else instant.replace(tzinfo=TEHRAN))


class BadSettingsError(Exception):
    """The settings cannot be used; the lines say what is wrong and how to mend it, without any secret."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Rehearsal(Settings):
    """What is given, whatever the environment says: a rehearsal touches nobody's keys, ports or messengers."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (the library's signature)
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (as above)
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (as above)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (as above)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Nothing but what is given."""
        return (init_settings,)


def _known(model: type[BaseModel] = Settings, before: str = PREFIX) -> Iterator[str]:
    """The names of all settings."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _known(kind, f"{before}{name.upper()}{NESTED}")
        else:
            yield before + name.upper()


def _given() -> set[str]:
    """The names that the environment and the file give. Raises BadSettingsError when the file cannot be read."""
    names = {name for name, value in os.environ.items() if value}
    if Path(FILE).is_file():
        from dotenv import dotenv_values  # noqa: PLC0415 (only where there is a file)

        try:
            names |= {name for name, value in dotenv_values(FILE).items() if value}
        except (OSError, ValueError) as error:
            raise BadSettingsError((f"{FILE}: cannot be read as a UTF-8 text ({type(error).__name__})",)) from None
    return {name for name in map(str.upper, names) if name.startswith(PREFIX)}


def _unknown() -> tuple[str, ...]:
    """A line for each name that is no setting: passed over, a slip of the pen would change what runs."""
    known = {name.removeprefix(PREFIX): name for name in _known()}
    lines = []
    for name in sorted(_given() - set(known.values())):
        own = name.removeprefix(PREFIX)
        near = [one for one in known if one.startswith(f"{own}{NESTED}")] or difflib.get_close_matches(own, known, n=1)
        meant = f"did you mean {' or '.join(known[one] for one in near)}?" if near else "the README lists all of them"
        lines.append(f"{name}: no such setting; {meant}")
    return tuple(lines)


def read_settings() -> Settings:
    """The settings of this environment. Raises BadSettingsError."""
    unknown = _unknown()
    if unknown:
        raise BadSettingsError(unknown)
    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for one in error.errors(include_input=False, include_url=False):
            name = PREFIX + NESTED.join(str(place).upper() for place in one["loc"]) if one["loc"] else "settings"
            lines.append(f"{name}: {one['msg'].removeprefix('Value error, ')}")
        raise BadSettingsError(tuple(lines)) from None
    except SettingsError:  # its text may hold what was given
        raise BadSettingsError(("settings: cannot be read; the README lists all of them",)) from None
