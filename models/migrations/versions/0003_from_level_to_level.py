"""Circulars from level to level."""

import sqlalchemy as sa
from alembic import op

from models.columns import UtcDateTime
from models.migrations.altering import set_check, set_foreign_key, set_values

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "circular_answers",
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("option", sa.Integer(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_circular_answers_circular_id_circulars"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_circular_answers_person_id_people"),
        sa.PrimaryKeyConstraint("circular_id", "person_id", name="pk_circular_answers"),
    )
    op.create_table(
        "circular_openings",
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_circular_openings_circular_id_circulars"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_circular_openings_person_id_people"),
        sa.PrimaryKeyConstraint("circular_id", "person_id", name="pk_circular_openings"),
    )
    op.create_table(
        "circular_passes",
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("passed_at", UtcDateTime(), nullable=False),
        sa.Column("passed_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_circular_passes_circular_id_circulars"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_circular_passes_office_id_offices"),
        sa.ForeignKeyConstraint(["passed_by"], ["people.id"], name="fk_circular_passes_passed_by_people"),
        sa.PrimaryKeyConstraint("circular_id", "office_id", name="pk_circular_passes"),
    )
    op.add_column("circulars", sa.Column("passing", sa.String(length=40), server_default="at-once", nullable=False))
    op.add_column("circulars", sa.Column("attachment_key", sa.String(length=80), nullable=True))
    op.add_column("circulars", sa.Column("attachment_picture", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("circulars", sa.Column("question", sa.JSON(), nullable=True))
    op.add_column("circulars", sa.Column("changes", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("circulars", sa.Column("corrects_id", sa.BigInteger(), nullable=True))
    op.create_index("ix_circulars_attachment_key", "circulars", ["attachment_key"], unique=False)
    op.create_index("ix_circulars_corrects_id", "circulars", ["corrects_id"], unique=False)
    set_foreign_key("circulars", "fk_circulars_corrects_id_circulars", "corrects_id", "circulars (id)")
    set_foreign_key("circulars", "fk_circulars_attachment_key_contents", "attachment_key", "contents (key)")
    op.add_column("notices", sa.Column("waits_for", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_notices_waits_for",
        "notices",
        ["circular_id", "waits_for"],
        unique=False,
        sqlite_where=sa.text("state = 'held-back'"),
        postgresql_where=sa.text("state = 'held-back'"),
    )
    set_values(
        "jobs", "ck_jobs_jobkind", "kind", ("circular-statement", "fetch", "sheet-export", "sheet-read", "sheet-write")
    )
    set_values("circulars", "ck_circulars_passing", "passing", ("at-once", "by-hand", "by-itself"))
    set_values(
        "accounts",
        "ck_accounts_focus",
        "focus",
        ("nothing", "form", "join-code", "look-up", "invitation", "offices", "absence", "sheet", "library"),
    )
    set_values(
        "notices",
        "ck_notices_noticestate",
        "state",
        (
            "held-back",
            "planned",
            "waiting",
            "leased",
            "begun",
            "sent",
            "retry",
            "parked",
            "refused",
            "uncertain",
            "withdrawn",
        ),
    )
    op.drop_index("ix_notices_unsettled", table_name="notices")
    op.create_index(
        "ix_notices_unsettled",
        "notices",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')"),
    )


def downgrade() -> None:
    op.drop_index("ix_notices_unsettled", table_name="notices")
    op.create_index(
        "ix_notices_unsettled",
        "notices",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
    )
    set_values(
        "notices",
        "ck_notices_noticestate",
        "state",
        ("planned", "waiting", "leased", "begun", "sent", "retry", "parked", "refused", "uncertain", "withdrawn"),
    )
    set_values(
        "accounts",
        "ck_accounts_focus",
        "focus",
        ("nothing", "form", "join-code", "look-up", "invitation", "offices", "absence", "sheet"),
    )
    set_check("circulars", "ck_circulars_passing", None)
    set_values("jobs", "ck_jobs_jobkind", "kind", ("fetch", "sheet-export", "sheet-read", "sheet-write"))
    op.drop_index(
        "ix_notices_waits_for",
        table_name="notices",
        sqlite_where=sa.text("state = 'held-back'"),
        postgresql_where=sa.text("state = 'held-back'"),
    )
    op.drop_column("notices", "waits_for")
    set_foreign_key("circulars", "fk_circulars_attachment_key_contents", "", None)
    set_foreign_key("circulars", "fk_circulars_corrects_id_circulars", "", None)
    op.drop_index("ix_circulars_corrects_id", table_name="circulars")
    op.drop_index("ix_circulars_attachment_key", table_name="circulars")
    op.drop_column("circulars", "corrects_id")
    op.drop_column("circulars", "changes")
    op.drop_column("circulars", "question")
    op.drop_column("circulars", "attachment_picture")
    op.drop_column("circulars", "attachment_key")
    op.drop_column("circulars", "passing")
    op.drop_table("circular_passes")
    op.drop_table("circular_openings")
    op.drop_table("circular_answers")
