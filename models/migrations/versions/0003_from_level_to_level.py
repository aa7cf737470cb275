"""Circulars from level to level."""

import sqlalchemy as sa
from alembic import op

from models.columns import BigKey, UtcDateTime
from models.migrations.altering import set_check, set_foreign_key, set_values

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "circular_words",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_circular_words"),
        sa.UniqueConstraint("word", name="uq_circular_words_word"),
    )
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
        "circular_offices",
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("above_id", sa.BigInteger(), nullable=True),
        sa.Column("below", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("passed_at", UtcDateTime(), nullable=True),
        sa.Column("passed_by", sa.BigInteger(), nullable=True),
        sa.Column("through_id", sa.BigInteger(), nullable=True),
        sa.Column("letter_number", sa.String(length=60), nullable=True),
        sa.Column("letter_dated", sa.Date(), nullable=True),
        sa.Column("reminded_at", UtcDateTime(), nullable=True),
        sa.Column("late_told_at", UtcDateTime(), nullable=True),
        sa.Column("late_units_told_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(letter_number IS NULL) = (letter_dated IS NULL)", name=op.f("ck_circular_offices_letter")),
        sa.CheckConstraint("held >= 0 AND held <= below", name=op.f("ck_circular_offices_held")),
        sa.CheckConstraint("letter_number IS NULL OR passed_at IS NOT NULL", name=op.f("ck_circular_offices_passed")),
        sa.ForeignKeyConstraint(["above_id"], ["offices.id"], name="fk_circular_offices_above_id_offices"),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_circular_offices_circular_id_circulars"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_circular_offices_office_id_offices"),
        sa.ForeignKeyConstraint(["passed_by"], ["people.id"], name="fk_circular_offices_passed_by_people"),
        sa.ForeignKeyConstraint(["through_id"], ["offices.id"], name="fk_circular_offices_through_id_offices"),
        sa.PrimaryKeyConstraint("circular_id", "office_id", name="pk_circular_offices"),
    )
    op.create_index("ix_circular_offices_above_id", "circular_offices", ["circular_id", "above_id"], unique=False)
    op.create_index("ix_circular_offices_office_id", "circular_offices", ["office_id", "circular_id"], unique=False)
    op.create_index(
        "ix_circular_offices_opening",
        "circular_offices",
        ["circular_id", "office_id"],
        unique=False,
        sqlite_where=sa.text("held > 0 AND passed_at IS NOT NULL"),
        postgresql_where=sa.text("held > 0 AND passed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_circular_offices_waited_for",
        "circular_offices",
        ["circular_id", "office_id"],
        unique=False,
        sqlite_where=sa.text("held > 0 AND passed_at IS NULL AND ready"),
        postgresql_where=sa.text("held > 0 AND passed_at IS NULL AND ready"),
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
        "circular_places",
        sa.Column("word_id", sa.BigInteger(), nullable=False),
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_circular_places_circular_id_circulars"),
        sa.ForeignKeyConstraint(["word_id"], ["circular_words.id"], name="fk_circular_places_word_id_circular_words"),
        sa.PrimaryKeyConstraint("word_id", "circular_id", name="pk_circular_places"),
    )
    op.add_column("circulars", sa.Column("passing", sa.String(length=40), server_default="at-once", nullable=False))
    op.add_column("circulars", sa.Column("attachment_key", sa.String(length=80), nullable=True))
    op.add_column("circulars", sa.Column("attachment_picture", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("circulars", sa.Column("question", sa.JSON(), nullable=True))
    op.add_column("circulars", sa.Column("changes", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("circulars", sa.Column("corrects_id", sa.BigInteger(), nullable=True))
    op.add_column("circulars", sa.Column("revision", sa.Integer(), server_default="1", nullable=False))
    op.add_column("circulars", sa.Column("release_asked_at", UtcDateTime(), nullable=True))
    op.add_column("circulars", sa.Column("reminding_at", UtcDateTime(), nullable=True))
    op.add_column("circulars", sa.Column("reminding_all", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("circulars", sa.Column("reminded_to", sa.BigInteger(), server_default="0", nullable=False))
    op.add_column("circulars", sa.Column("reminded_at", UtcDateTime(), nullable=True))
    op.add_column("circulars", sa.Column("looks_at", UtcDateTime(), nullable=True))
    op.add_column("circulars", sa.Column("given_up_at", UtcDateTime(), nullable=True))
    op.create_index(
        "ix_circulars_asked",
        "circulars",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'draft' AND release_asked_at IS NOT NULL"),
        postgresql_where=sa.text("state = 'draft' AND release_asked_at IS NOT NULL"),
    )
    op.create_index("ix_circulars_attachment_key", "circulars", ["attachment_key"], unique=False)
    op.create_index("ix_circulars_corrects_id", "circulars", ["corrects_id"], unique=False)
    op.create_index(
        "ix_circulars_looks_at",
        "circulars",
        ["looks_at"],
        unique=False,
        sqlite_where=sa.text("looks_at IS NOT NULL"),
        postgresql_where=sa.text("looks_at IS NOT NULL"),
    )
    op.create_index(
        "ix_circulars_reminding",
        "circulars",
        ["id"],
        unique=False,
        sqlite_where=sa.text("reminding_at IS NOT NULL"),
        postgresql_where=sa.text("reminding_at IS NOT NULL"),
    )
    set_foreign_key("circulars", "fk_circulars_corrects_id_circulars", "corrects_id", "circulars (id)")
    set_foreign_key("circulars", "fk_circulars_attachment_key_contents", "attachment_key", "contents (key)")
    op.add_column("jobs", sa.Column("screen_seq", sa.Integer(), nullable=True))
    op.add_column("notices", sa.Column("waits_for", sa.BigInteger(), nullable=True))
    op.add_column("notices", sa.Column("reminded_at", UtcDateTime(), nullable=True))
    op.create_index(
        "ix_notices_office_id",
        "notices",
        ["circular_id", "office_id", "level"],
        unique=False,
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    op.create_index(
        "ix_notices_waits_for",
        "notices",
        ["circular_id", "waits_for", "level"],
        unique=False,
        sqlite_where=sa.text("state = 'held-back'"),
        postgresql_where=sa.text("state = 'held-back'"),
    )
    op.add_column("rules", sa.Column("cited_number", sa.String(length=60), nullable=True))
    op.add_column("rules", sa.Column("cited_on", sa.Date(), nullable=True))
    op.add_column("rules", sa.Column("cited_text", sa.Text(), nullable=True))
    set_values(
        "jobs",
        "ck_jobs_jobkind",
        "kind",
        ("circular-statement", "fetch", "circular-progress", "sheet-export", "sheet-read", "sheet-write"),
    )
    set_values("circulars", "ck_circulars_passing", "passing", ("at-once", "by-hand", "by-itself"))
    set_values(
        "rules",
        "ck_rules_rulekey",
        '"key"',
        (
            "campaign-days",
            "campaign-reminder-days",
            "month-entry-day",
            "month-grace-until",
            "review-days",
            "review-history-counts",
            "eligibility-window",
            "eligibility-needed",
            "eligibility-counts-waiting",
            "reminder-days",
            "invitation-days",
            "absence-days",
            "fallback-county-days",
            "fallback-province-days",
            "risk-missing-months",
            "circular-trial-share",
            "circular-trial-faults",
            "circular-reminder-days",
            "circular-reminder-distance",
            "circular-urgent-hours",
            "access-days-union",
            "access-days-county",
            "access-days-province",
            "access-days-statistics",
            "ticket-days",
            "ticket-reopen-days",
            "tickets-waiting",
            "reports-shown-from",
        ),
    )
    set_values(
        "accounts",
        "ck_accounts_focus",
        "focus",
        (
            "nothing",
            "form",
            "join-code",
            "look-up",
            "invitation",
            "offices",
            "absence",
            "sheet",
            "library",
            "attachment",
        ),
    )
    set_values(
        "audit",
        "ck_audit_auditact",
        "act",
        (
            "access-opened",
            "access-renamed",
            "access-sent",
            "access-forwarded",
            "access-returned",
            "access-activated",
            "access-confirmed",
            "access-troubled",
            "access-withdrawn",
            "access-stamped",
            "account-joined",
            "role-granted",
            "role-revoked",
            "office-added",
            "invited",
            "invitation-closed",
            "absence-begun",
            "absence-ended",
            "delegate-added",
            "delegate-ended",
            "union-missed",
            "unit-submitted",
            "unit-resubmitted",
            "unit-approved",
            "unit-returned",
            "unit-rejected",
            "check-set",
            "month-submitted",
            "month-resubmitted",
            "month-approved",
            "month-returned",
            "month-rejected",
            "campaign-planned",
            "campaign-moved",
            "members-listed",
            "member-removed",
            "commission-recorded",
            "commission-corrected",
            "chamber-letter-recorded",
            "unions-informed",
            "conflict-declared",
            "conflict-lifted",
            "rule-set",
            "rule-taken-back",
            "looked-up",
            "circular-composed",
            "circular-changed",
            "circular-asked",
            "circular-released",
            "circular-paused",
            "circular-resumed",
            "circular-withdrawn",
            "circular-passed-on",
            "circular-letter-noted",
            "circular-given-up",
            "circular-reminded",
            "circular-closed",
            "notice-settled",
            "ticket-opened",
            "ticket-taken",
            "ticket-let-go",
            "ticket-answered",
            "ticket-wrote-back",
            "ticket-sent-on",
            "ticket-closed",
            "ticket-reopened",
            "papers-reported",
            "report-seen",
            "report-settled",
            "sheet-exported",
            "sheet-imported",
        ),
    )
    set_check("notices", "ck_notices_gate", "state <> 'held-back' OR waits_for IS NOT NULL")
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
    set_check("notices", "ck_notices_gate", None)
    set_values(
        "audit",
        "ck_audit_auditact",
        "act",
        (
            "access-opened",
            "access-renamed",
            "access-sent",
            "access-forwarded",
            "access-returned",
            "access-activated",
            "access-confirmed",
            "access-troubled",
            "access-withdrawn",
            "access-stamped",
            "account-joined",
            "role-granted",
            "role-revoked",
            "office-added",
            "invited",
            "invitation-closed",
            "absence-begun",
            "absence-ended",
            "delegate-added",
            "delegate-ended",
            "union-missed",
            "unit-submitted",
            "unit-resubmitted",
            "unit-approved",
            "unit-returned",
            "unit-rejected",
            "check-set",
            "month-submitted",
            "month-resubmitted",
            "month-approved",
            "month-returned",
            "month-rejected",
            "campaign-planned",
            "campaign-moved",
            "members-listed",
            "member-removed",
            "commission-recorded",
            "commission-corrected",
            "chamber-letter-recorded",
            "unions-informed",
            "conflict-declared",
            "conflict-lifted",
            "rule-set",
            "looked-up",
            "circular-composed",
            "circular-released",
            "circular-paused",
            "circular-resumed",
            "circular-withdrawn",
            "circular-closed",
            "notice-settled",
            "ticket-opened",
            "ticket-taken",
            "ticket-let-go",
            "ticket-answered",
            "ticket-wrote-back",
            "ticket-sent-on",
            "ticket-closed",
            "ticket-reopened",
            "papers-reported",
            "report-seen",
            "report-settled",
            "sheet-exported",
            "sheet-imported",
        ),
    )
    set_values(
        "accounts",
        "ck_accounts_focus",
        "focus",
        ("nothing", "form", "join-code", "look-up", "invitation", "offices", "absence", "sheet"),
    )
    set_values(
        "rules",
        "ck_rules_rulekey",
        '"key"',
        (
            "campaign-days",
            "campaign-reminder-days",
            "month-entry-day",
            "month-grace-until",
            "review-days",
            "review-history-counts",
            "eligibility-window",
            "eligibility-needed",
            "eligibility-counts-waiting",
            "reminder-days",
            "invitation-days",
            "absence-days",
            "fallback-county-days",
            "fallback-province-days",
            "risk-missing-months",
            "circular-trial-share",
            "circular-trial-faults",
            "access-days-union",
            "access-days-county",
            "access-days-province",
            "access-days-statistics",
            "ticket-days",
            "ticket-reopen-days",
            "tickets-waiting",
            "reports-shown-from",
        ),
    )
    set_check("circulars", "ck_circulars_passing", None)
    set_values("jobs", "ck_jobs_jobkind", "kind", ("fetch", "sheet-export", "sheet-read", "sheet-write"))
    op.drop_column("rules", "cited_text")
    op.drop_column("rules", "cited_on")
    op.drop_column("rules", "cited_number")
    op.drop_index(
        "ix_notices_waits_for",
        table_name="notices",
        sqlite_where=sa.text("state = 'held-back'"),
        postgresql_where=sa.text("state = 'held-back'"),
    )
    op.drop_index(
        "ix_notices_office_id",
        table_name="notices",
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    op.drop_column("notices", "reminded_at")
    op.drop_column("notices", "waits_for")
    op.drop_column("jobs", "screen_seq")
    set_foreign_key("circulars", "fk_circulars_attachment_key_contents", "", None)
    set_foreign_key("circulars", "fk_circulars_corrects_id_circulars", "", None)
    op.drop_index(
        "ix_circulars_reminding",
        table_name="circulars",
        sqlite_where=sa.text("reminding_at IS NOT NULL"),
        postgresql_where=sa.text("reminding_at IS NOT NULL"),
    )
    op.drop_index(
        "ix_circulars_looks_at",
        table_name="circulars",
        sqlite_where=sa.text("looks_at IS NOT NULL"),
        postgresql_where=sa.text("looks_at IS NOT NULL"),
    )
    op.drop_index("ix_circulars_corrects_id", table_name="circulars")
    op.drop_index("ix_circulars_attachment_key", table_name="circulars")
    op.drop_index(
        "ix_circulars_asked",
        table_name="circulars",
        sqlite_where=sa.text("state = 'draft' AND release_asked_at IS NOT NULL"),
        postgresql_where=sa.text("state = 'draft' AND release_asked_at IS NOT NULL"),
    )
    op.drop_column("circulars", "given_up_at")
    op.drop_column("circulars", "looks_at")
    op.drop_column("circulars", "reminded_at")
    op.drop_column("circulars", "reminded_to")
    op.drop_column("circulars", "reminding_all")
    op.drop_column("circulars", "reminding_at")
    op.drop_column("circulars", "release_asked_at")
    op.drop_column("circulars", "revision")
    op.drop_column("circulars", "corrects_id")
    op.drop_column("circulars", "changes")
    op.drop_column("circulars", "question")
    op.drop_column("circulars", "attachment_picture")
    op.drop_column("circulars", "attachment_key")
    op.drop_column("circulars", "passing")
    op.drop_table("circular_places")
    op.drop_table("circular_openings")
    op.drop_index(
        "ix_circular_offices_waited_for",
        table_name="circular_offices",
        sqlite_where=sa.text("held > 0 AND passed_at IS NULL AND ready"),
        postgresql_where=sa.text("held > 0 AND passed_at IS NULL AND ready"),
    )
    op.drop_index(
        "ix_circular_offices_opening",
        table_name="circular_offices",
        sqlite_where=sa.text("held > 0 AND passed_at IS NOT NULL"),
        postgresql_where=sa.text("held > 0 AND passed_at IS NOT NULL"),
    )
    op.drop_index("ix_circular_offices_office_id", table_name="circular_offices")
    op.drop_index("ix_circular_offices_above_id", table_name="circular_offices")
    op.drop_table("circular_offices")
    op.drop_table("circular_answers")
    op.drop_table("circular_words")
