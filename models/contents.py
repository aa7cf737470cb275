"""Files by content: what is to be shown or was sent in, kept once and sealed, with the messengers' own ids of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import UtcDateTime, enum_column, table_of
from models.people import Messenger
from models.vault import vault

MOST_BYTES: Final = 20 * 1024 * 1024
"""What both messengers carry both ways."""
KEPT_FOR: Final = timedelta(days=7)


class Content(SQLModel, table=True):
    """One file. ``key`` is a keyed digest of name and bytes; ``until`` is when it may go, empty for what is to stay."""

    __tablename__ = "contents"
    __table_args__ = (sa.Index("ix_contents_until", "until"),)

    key: str = Field(primary_key=True, max_length=80)
    size: int
    name_sealed: bytes
    # "large": a few of them at a time are resealed, not hundreds.
    body_sealed: bytes = Field(sa_column=sa.Column(sa.LargeBinary, nullable=False, info={"large": True}))
    created_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


class SentFile(SQLModel, table=True):
    """By which id a bot of a messenger sends a content again without uploading it; ids never cross bots."""

    __tablename__ = "sent_files"

    content_key: str = Field(
        sa_column=sa.Column(sa.String(80), sa.ForeignKey("contents.key", ondelete="CASCADE"), primary_key=True)
    )
    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    picture: bool = Field(sa_column=sa.Column(sa.Boolean, primary_key=True))
    file_id: str = Field(max_length=300)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A kept file, opened."""

    name: str
    body: bytes


_contents = table_of(Content)
_sent = table_of(SentFile)


def keep(session: Session, name: str, body: bytes, *, lasting: bool = False) -> str:
    """Keep a file for seven days from now, or for good; returns its key. The same name and bytes are kept once.

    Raises ValueError for an empty file and for more than twenty megabytes.
    """
    if not 0 < len(body) <= MOST_BYTES:
        raise ValueError(f"a file of {len(body)} bytes")
    safe = vault(session)
    key = safe.index("content", hashlib.sha256(name.encode() + b"\0" + body).hexdigest())
    at = now(session)
    until = None if lasting else at + KEPT_FOR
    connection = session.connection()
    longer = sa.case((_contents.c.until.is_(None), None), else_=sa.bindparam("later", until, UtcDateTime))
    known = connection.execute(
        sa.update(_contents).where(_contents.c.key == key).values(until=None if lasting else longer)
    )
    if known.rowcount == 0:
        insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        connection.execute(
            insert(_contents).on_conflict_do_nothing(),
            {
                "key": key,
                "size": len(body),
                "name_sealed": safe.seal(name),
                "body_sealed": safe.seal_bytes(body),
                "created_at": at,
                "until": until,
            },
        )
    return key


def kept(session: Session, key: str) -> KeptFile | None:
    """The file under this key; None when it has gone."""
    row = (
        session.connection()
        .execute(sa.select(_contents.c.name_sealed, _contents.c.body_sealed).where(_contents.c.key == key))
        .one_or_none()
    )
    if row is None:
        return None
    safe = vault(session)
    return KeptFile(safe.open(row.name_sealed), safe.open_bytes(row.body_sealed))


def name_of(session: Session, key: str) -> str | None:
    """The name of a file, without opening it."""
    sealed = session.connection().execute(sa.select(_contents.c.name_sealed).where(_contents.c.key == key)).scalar()
    return None if sealed is None else vault(session).open(sealed)


def keep_for_good(session: Session, key: str) -> bool:
    """A file that came in is to stay (the attachment of a circular); whether it was still there."""
    done = session.connection().execute(sa.update(_contents).where(_contents.c.key == key).values(until=None))
    return done.rowcount == 1


def let_go(session: Session, key: str) -> None:
    """Nothing names a file any more that was to stay: it goes like any other, seven days from now."""
    session.connection().execute(
        sa.update(_contents)
        .where(_contents.c.key == key, _contents.c.until.is_(None))
        .values(until=now(session) + KEPT_FOR)
    )


def sent_as(session: Session, key: str, messenger: Messenger, bot_id: int, *, picture: bool) -> str | None:
    """The messenger's id of this content, when this bot has sent it before."""
    return (
        session.connection().execute(sa.select(_sent.c.file_id).where(_which(key, messenger, bot_id, picture))).scalar()
    )


def remember_sent(
    session: Session, key: str, messenger: Messenger, bot_id: int, file_id: str, *, picture: bool
) -> None:
    """The messenger knows this content by this id from now on."""
    connection = session.connection()
    connection.execute(sa.delete(_sent).where(_which(key, messenger, bot_id, picture)))
    there = sa.select(
        sa.literal(key),
        sa.literal(messenger, _sent.c.messenger.type),
        sa.literal(bot_id),
        sa.literal(picture),
        sa.literal(file_id),
    ).where(sa.exists().where(_contents.c.key == key))
    columns = ("content_key", "messenger", "bot_id", "picture", "file_id")
    connection.execute(sa.insert(_sent).from_select(columns, there))


def sweep(session: Session) -> int:
    """Forget what nobody asked for again; returns how many."""
    return session.connection().execute(sa.delete(_contents).where(_contents.c.until < now(session))).rowcount


def sizes(session: Session, keys: tuple[str, ...]) -> Mapping[str, int]:
    """The sizes in bytes of those that are still there."""
    rows = session.connection().execute(sa.select(_contents.c.key, _contents.c.size).where(_contents.c.key.in_(keys)))
    return {row.key: row.size for row in rows}


def _which(key: str, messenger: Messenger, bot_id: int, picture: bool) -> sa.ColumnElement[bool]:  # noqa: FBT001 (a column)
    return sa.and_(
        _sent.c.content_key == key,
        _sent.c.messenger == messenger,
        _sent.c.bot_id == bot_id,
        _sent.c.picture == picture,
    )
