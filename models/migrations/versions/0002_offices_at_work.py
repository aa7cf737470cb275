"""Roles, access, reviews in place, support, campaigns, circulars."""

import sqlalchemy as sa
from alembic import op

from models.columns import BigKey, UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "contents",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_contents"),
    )
    op.create_index("ix_contents_until", "contents", ["until"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("fetch", name="jobkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("order_sealed", sa.LargeBinary(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "ready", "told", name="jobstate", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("lease_by", sa.String(length=60), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=False),
        sa.Column("result_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_jobs_open",
        "jobs",
        ["lease_until", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'told'"),
        postgresql_where=sa.text("state <> 'told'"),
    )
    op.create_table(
        "sent_files",
        sa.Column("content_key", sa.String(length=80), nullable=False),
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("picture", sa.Boolean(), nullable=False),
        sa.Column("file_id", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["content_key"], ["contents.key"], name="fk_sent_files_content_key_contents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("content_key", "messenger", "bot_id", "picture", name="pk_sent_files"),
    )
    op.add_column("chats", sa.Column("card_is_file", sa.Boolean(), nullable=False))


def downgrade() -> None:
    op.drop_column("chats", "card_is_file")
    op.drop_table("sent_files")
    op.drop_index(
        "ix_jobs_open",
        table_name="jobs",
        sqlite_where=sa.text("state <> 'told'"),
        postgresql_where=sa.text("state <> 'told'"),
    )
    op.drop_table("jobs")
    op.drop_index("ix_contents_until", table_name="contents")
    op.drop_table("contents")
