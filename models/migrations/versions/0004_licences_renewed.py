"""Licences renewed."""

import sqlalchemy as sa
from alembic import op

from models.columns import UtcDateTime
from models.migrations.altering import set_autoincrement, set_unique, set_values

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("circular_offices", sa.Column("late_passing_told_at", UtcDateTime(), nullable=True))
    op.add_column("circular_offices", sa.Column("late_units", sa.Integer(), server_default="0", nullable=False))
    op.add_column("circulars", sa.Column("watched_fed", sa.Integer(), server_default="0", nullable=True))
    op.add_column("circulars", sa.Column("watched_faults", sa.Integer(), server_default="0", nullable=False))
    op.add_column("circulars", sa.Column("unaccounted", sa.Integer(), server_default="0", nullable=False))
    set_unique("circulars", "uq_circulars_number_key", None)
    op.create_index(
        "ix_circulars_unbalanced",
        "circulars",
        ["id"],
        unique=False,
        sqlite_where=sa.text("unaccounted <> 0"),
        postgresql_where=sa.text("unaccounted <> 0"),
    )
    op.create_index(
        "uq_circulars_number",
        "circulars",
        ["office_id", "number_key"],
        unique=True,
        sqlite_where=sa.text("(state <> 'withdrawn' OR started_at IS NOT NULL)"),
        postgresql_where=sa.text("(state <> 'withdrawn' OR started_at IS NOT NULL)"),
    )
    op.add_column("couriers", sa.Column("down_since", UtcDateTime(), nullable=True))
    op.add_column("notices", sa.Column("heard", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index(
        "ix_notices_retried",
        "notices",
        ["messenger", "account_id"],
        unique=False,
        sqlite_where=sa.text("state = 'retry'"),
        postgresql_where=sa.text("state = 'retry'"),
    )
    op.add_column("pollers", sa.Column("missed_since", UtcDateTime(), nullable=True))
    set_values("circulars", "ck_circulars_pausereason", "paused_for", ("by-hand", "trial-failed", "many-faults"))
    set_values(
        "notices",
        "ck_notices_noticekind",
        "kind",
        (
            "access-arrived",
            "access-moved",
            "access-returned",
            "access-active",
            "access-trouble",
            "access-reminder",
            "access-overdue",
            "unit-approved",
            "unit-returned",
            "unit-rejected",
            "month-approved",
            "month-returned",
            "month-rejected",
            "decided-in-place",
            "conflict-declared",
            "conflict-lifted",
            "missing-union",
            "join-code",
            "joined",
            "invitation-accepted",
            "role-revoked",
            "stand-in",
            "stand-in-over",
            "month-reminder",
            "review-reminder",
            "in-place-reminder",
            "campaign-begun",
            "campaign-reminder",
            "circular",
            "circular-asked",
            "circular-released",
            "circular-reminder",
            "circular-waits",
            "circular-late",
            "circular-late-units",
            "circular-stopped",
            "circular-ended",
            "circular-unbalanced",
            "ticket-came",
            "ticket-answered",
            "ticket-sent-on",
            "ticket-closed",
            "papers-reported",
            "report-seen",
            "report-settled",
        ),
    )
    set_autoincrement("circulars", "pk_circulars", on=True)


def downgrade() -> None:
    set_autoincrement("circulars", "pk_circulars", on=False)
    set_values(
        "notices",
        "ck_notices_noticekind",
        "kind",
        (
            "access-arrived",
            "access-moved",
            "access-returned",
            "access-active",
            "access-trouble",
            "access-reminder",
            "access-overdue",
            "unit-approved",
            "unit-returned",
            "unit-rejected",
            "month-approved",
            "month-returned",
            "month-rejected",
            "decided-in-place",
            "conflict-declared",
            "conflict-lifted",
            "missing-union",
            "join-code",
            "joined",
            "invitation-accepted",
            "role-revoked",
            "stand-in",
            "stand-in-over",
            "month-reminder",
            "review-reminder",
            "in-place-reminder",
            "campaign-begun",
            "campaign-reminder",
            "circular",
            "circular-asked",
            "circular-released",
            "circular-reminder",
            "circular-waits",
            "circular-late",
            "circular-late-units",
            "circular-stopped",
            "circular-ended",
            "ticket-came",
            "ticket-answered",
            "ticket-sent-on",
            "ticket-closed",
            "papers-reported",
            "report-seen",
            "report-settled",
        ),
    )
    set_values("circulars", "ck_circulars_pausereason", "paused_for", ("by-hand", "trial-failed"))
    op.drop_column("pollers", "missed_since")
    op.drop_index(
        "ix_notices_retried",
        table_name="notices",
        sqlite_where=sa.text("state = 'retry'"),
        postgresql_where=sa.text("state = 'retry'"),
    )
    op.drop_column("notices", "heard")
    op.drop_column("couriers", "down_since")
    op.drop_index(
        "uq_circulars_number",
        table_name="circulars",
        sqlite_where=sa.text("(state <> 'withdrawn' OR started_at IS NOT NULL)"),
        postgresql_where=sa.text("(state <> 'withdrawn' OR started_at IS NOT NULL)"),
    )
    op.drop_index(
        "ix_circulars_unbalanced",
        table_name="circulars",
        sqlite_where=sa.text("unaccounted <> 0"),
        postgresql_where=sa.text("unaccounted <> 0"),
    )
    set_unique("circulars", "uq_circulars_number_key", "number_key")
    op.drop_column("circulars", "unaccounted")
    op.drop_column("circulars", "watched_faults")
    op.drop_column("circulars", "watched_fed")
    op.drop_column("circular_offices", "late_units")
    op.drop_column("circular_offices", "late_passing_told_at")
