"""Roles, access, reviews in place, support, campaigns, circulars."""

import sqlalchemy as sa
from alembic import op

from models.columns import BigKey, UtcDateTime
from models.migrations.altering import set_check, set_foreign_key, set_values

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
        "invitation_guesses",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invitation_guesses"),
    )
    op.create_index(
        "ix_invitation_guesses_account_id", "invitation_guesses", ["messenger", "account_id", "at"], unique=False
    )
    op.create_table(
        "jobs",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "fetch",
                "sheet-export",
                "sheet-read",
                "sheet-write",
                name="jobkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
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
        "access_receipts",
        sa.Column("province_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_access_receipts_province_id_offices"),
        sa.PrimaryKeyConstraint("province_id", name="pk_access_receipts"),
    )
    op.create_table(
        "campaigns",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("province_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("set_by", sa.BigInteger(), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_campaigns_province_id_offices"),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name="fk_campaigns_set_by_people"),
        sa.PrimaryKeyConstraint("id", name="pk_campaigns"),
        sa.UniqueConstraint("province_id", name="uq_campaigns_province_id"),
    )
    op.create_table(
        "chamber_letters",
        sa.Column("county_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["county_id"], ["offices.id"], name="fk_chamber_letters_county_id_offices"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_chamber_letters_recorded_by_people"),
        sa.PrimaryKeyConstraint("county_id", name="pk_chamber_letters"),
    )
    op.create_table(
        "circulars",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("number_key", sa.String(length=60), nullable=False),
        sa.Column("issued", sa.Date(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("clauses", sa.JSON(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column(
            "grade",
            sa.Enum("ordinary", "urgent", name="circularclass", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "planning",
                "trying",
                "sending",
                "done",
                "withdrawn",
                name="circularstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("released_by", sa.BigInteger(), nullable=True),
        sa.Column("released_at", UtcDateTime(), nullable=True),
        sa.Column("starts_at", UtcDateTime(), nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("paused_at", UtcDateTime(), nullable=True),
        sa.Column(
            "paused_for",
            sa.Enum(
                "by-hand", "trial-failed", name="pausereason", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("planned_to", sa.BigInteger(), nullable=False),
        sa.Column("plan_until", sa.BigInteger(), nullable=False),
        sa.Column("trial", sa.Integer(), nullable=False),
        sa.Column("fed", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state = 'draft' OR state = 'withdrawn' OR released_by IS NOT NULL", name=op.f("ck_circulars_released")
        ),
        sa.CheckConstraint("(paused_at IS NULL) = (paused_for IS NULL)", name=op.f("ck_circulars_pause")),
        sa.CheckConstraint("released_by <> author_id", name=op.f("ck_circulars_second_person")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_circulars_author_id_people"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_circulars_office_id_offices"),
        sa.ForeignKeyConstraint(["released_by"], ["people.id"], name="fk_circulars_released_by_people"),
        sa.PrimaryKeyConstraint("id", name="pk_circulars"),
        sa.UniqueConstraint("number_key", name="uq_circulars_number_key"),
    )
    op.create_index("ix_circulars_issued", "circulars", ["issued", "id"], unique=False)
    op.create_index("ix_circulars_office_id", "circulars", ["office_id", "state"], unique=False)
    op.create_index(
        "ix_circulars_under_way",
        "circulars",
        ["id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL AND state <> 'draft'"),
        postgresql_where=sa.text("ended_at IS NULL AND state <> 'draft'"),
    )
    op.create_table(
        "commission_sessions",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("county_id", sa.BigInteger(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minute_number", sa.String(length=40), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "put-forward",
                "decided",
                "postponed",
                "other",
                name="sessionresult",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("recorded_by", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["county_id"], ["offices.id"], name="fk_commission_sessions_county_id_offices"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_commission_sessions_recorded_by_people"),
        sa.PrimaryKeyConstraint("id", name="pk_commission_sessions"),
        sa.UniqueConstraint("county_id", "minute_number", name="uq_commission_sessions_county_id_minute_number"),
    )
    op.create_index(
        "ix_commission_sessions_county_id", "commission_sessions", ["county_id", "held_on", "id"], unique=False
    )
    op.create_table(
        "informed_unions",
        sa.Column("union_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("county_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("informed_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["county_id"], ["offices.id"], name="fk_informed_unions_county_id_offices"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_informed_unions_recorded_by_people"),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_informed_unions_union_id_offices"),
        sa.PrimaryKeyConstraint("union_id", name="pk_informed_unions"),
    )
    op.create_index("ix_informed_unions_county_id", "informed_unions", ["county_id"], unique=False)
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
    op.create_table(
        "absences",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=False),
        sa.Column("stand_in_id", sa.BigInteger(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("ended_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name="fk_absences_ended_by_people"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_absences_role_id_roles"),
        sa.ForeignKeyConstraint(["stand_in_id"], ["people.id"], name="fk_absences_stand_in_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
    )
    op.create_index(
        "ix_absences_stand_in_id",
        "absences",
        ["stand_in_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_absences_open",
        "absences",
        ["role_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "access_letters",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("sender_id", sa.BigInteger(), nullable=False),
        sa.Column("receiver_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("number_key", sa.String(length=30), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "passed",
                "returned",
                name="letterstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("receipt", sa.Integer(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.Column("attachments", sa.Integer(), nullable=True),
        sa.Column("register_number", sa.String(length=30), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("referral_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_access_letters_person_id_people"),
        sa.ForeignKeyConstraint(["receiver_id"], ["offices.id"], name="fk_access_letters_receiver_id_offices"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_access_letters_role_id_roles"),
        sa.ForeignKeyConstraint(["sender_id"], ["offices.id"], name="fk_access_letters_sender_id_offices"),
        sa.PrimaryKeyConstraint("id", name="pk_access_letters"),
        sa.UniqueConstraint("receiver_id", "receipt", name="uq_access_letters_receiver_id_receipt"),
    )
    op.create_index("ix_access_letters_queue", "access_letters", ["receiver_id", "state", "receipt"], unique=False)
    op.create_index(
        "uq_access_letters_number",
        "access_letters",
        ["sender_id", "number_key", "dated"],
        unique=True,
        sqlite_where=sa.text("state <> 'returned'"),
        postgresql_where=sa.text("state <> 'returned'"),
    )
    op.create_table(
        "acknowledgements",
        sa.Column("circular_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["circular_id"], ["circulars.id"], name="fk_acknowledgements_circular_id_circulars"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_acknowledgements_person_id_people"),
        sa.PrimaryKeyConstraint("circular_id", "person_id", name="pk_acknowledgements"),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("union_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "interest",
            sa.Enum("share", "board", "rival", name="interest", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("declared_by", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column("declared_at", UtcDateTime(), nullable=False),
        sa.Column("lifted_at", UtcDateTime(), nullable=True),
        sa.Column("lifted_by", sa.BigInteger(), nullable=True),
        sa.Column("lifted_role_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name=op.f("ck_conflicts_lifted")),
        sa.ForeignKeyConstraint(["declared_by"], ["people.id"], name="fk_conflicts_declared_by_people"),
        sa.ForeignKeyConstraint(["lifted_by"], ["people.id"], name="fk_conflicts_lifted_by_people"),
        sa.ForeignKeyConstraint(["lifted_role_id"], ["roles.id"], name="fk_conflicts_lifted_role_id_roles"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_conflicts_person_id_people"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_conflicts_role_id_roles"),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_conflicts_union_id_offices"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_conflicts_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
    )
    op.create_index(
        "ix_conflicts_person_id",
        "conflicts",
        ["person_id", "unit_id"],
        unique=False,
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.create_index(
        "ix_conflicts_union_id",
        "conflicts",
        ["union_id", "id"],
        unique=False,
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.create_index(
        "uq_conflicts_live",
        "conflicts",
        ["unit_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.create_table(
        "expected_units",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("union_id", sa.BigInteger(), nullable=False),
        sa.Column("phone_index", sa.String(length=80), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("title_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("listed_at", UtcDateTime(), nullable=True),
        sa.Column("came_at", UtcDateTime(), nullable=True),
        sa.Column("chosen_at", UtcDateTime(), nullable=True),
        sa.Column("unit_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "listed_at IS NOT NULL OR came_at IS NOT NULL OR chosen_at IS NOT NULL",
            name=op.f("ck_expected_units_known_somehow"),
        ),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_expected_units_union_id_offices"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_expected_units_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_expected_units"),
        sa.UniqueConstraint("union_id", "phone_index", name="uq_expected_units_union_id_phone_index"),
    )
    op.create_index(
        "ix_expected_units_missing",
        "expected_units",
        ["union_id", "id"],
        unique=False,
        sqlite_where=sa.text("unit_id IS NULL"),
        postgresql_where=sa.text("unit_id IS NULL"),
    )
    op.create_index("ix_expected_units_phone_index", "expected_units", ["phone_index"], unique=False)
    op.create_table(
        "imports",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "offices", "people", "units", name="sheetkind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "awaited",
                "reading",
                "refused",
                "checked",
                "writing",
                "done",
                "dropped",
                name="importstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("content_key", sa.String(length=80), nullable=True),
        sa.Column("number_of_rows", sa.Integer(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_imports_person_id_people"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_imports_role_id_roles"),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imports_person_id", "imports", ["person_id", "id"], unique=False)
    op.create_table(
        "papers_reports",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("province_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "asked_by",
            sa.Enum(
                "union",
                "county",
                "province",
                "other",
                name="askedby",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.BigInteger(), nullable=True),
        sa.Column("office_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("accused", sa.String(length=90), nullable=False),
        sa.Column(
            "asked_for",
            sa.Enum(
                "documents",
                "union-letter",
                "licence-copy",
                "visit",
                "other",
                name="askedfor",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "filed", "seen", "settled", name="reportstate", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "result",
            sa.Enum(
                "stopped",
                "office-told",
                "not-found",
                "other-matter",
                name="reportresult",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'settled') = (result IS NOT NULL)", name=op.f("ck_papers_reports_settled")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_papers_reports_office_id_offices"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_papers_reports_person_id_people"),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_papers_reports_province_id_offices"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_papers_reports_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_papers_reports"),
        sa.UniqueConstraint("receipt", name="uq_papers_reports_receipt"),
        sa.UniqueConstraint("unit_id", "accused", "day", name="uq_papers_reports_unit_id_accused_day"),
    )
    op.create_index(
        "ix_papers_reports_country",
        "papers_reports",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state <> 'settled'"),
        postgresql_where=sa.text("state <> 'settled'"),
    )
    op.create_index("ix_papers_reports_office_id", "papers_reports", ["office_id", "period"], unique=False)
    op.create_index(
        "ix_papers_reports_open",
        "papers_reports",
        ["province_id", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'settled'"),
        postgresql_where=sa.text("state <> 'settled'"),
    )
    op.create_index("ix_papers_reports_person_id", "papers_reports", ["person_id", "id"], unique=False)
    op.create_index(
        "ix_papers_reports_province_id", "papers_reports", ["province_id", "period", "office_id"], unique=False
    )
    op.create_table(
        "tickets",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column("province_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("step", sa.String(length=60), nullable=False),
        sa.Column(
            "desk",
            sa.Enum("province", "statistics", name="ticketdesk", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "answered",
                "closed",
                name="ticketstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("holder_id", sa.BigInteger(), nullable=True),
        sa.Column("held_since", UtcDateTime(), nullable=True),
        sa.Column("solved", sa.Boolean(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("waits_since", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_tickets_closed")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_tickets_revision")),
        sa.ForeignKeyConstraint(["holder_id"], ["roles.id"], name="fk_tickets_holder_id_roles"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_tickets_person_id_people"),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_tickets_province_id_offices"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_tickets_role_id_roles"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("receipt", name="uq_tickets_receipt"),
    )
    op.create_index(
        "ix_tickets_country",
        "tickets",
        ["desk", "waits_since", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_tickets_desk",
        "tickets",
        ["province_id", "desk", "waits_since", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_tickets_due",
        "tickets",
        ["desk", "due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_tickets_person_id", "tickets", ["person_id", "id"], unique=False)
    op.create_table(
        "unit_delegates",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_unit_delegates_person_id_people"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_unit_delegates_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_unit_delegates"),
    )
    op.create_index(
        "ix_unit_delegates_person_id",
        "unit_delegates",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_unit_delegates_live",
        "unit_delegates",
        ["unit_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "access_requests",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("union_id", sa.BigInteger(), nullable=False),
        sa.Column("county_id", sa.BigInteger(), nullable=False),
        sa.Column("province_id", sa.BigInteger(), nullable=False),
        sa.Column("user_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "union",
                "county",
                "province",
                "statistics",
                "active",
                "working",
                "trouble",
                "withdrawn",
                name="accessstage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column(
            "returned",
            sa.Enum(
                "letter-missing",
                "letter-differs",
                "user-name-wrong",
                "unsigned",
                "wrong-office",
                "other",
                name="returncode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("union_letter_id", sa.BigInteger(), nullable=True),
        sa.Column("county_letter_id", sa.BigInteger(), nullable=True),
        sa.Column("province_letter_id", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["county_id"], ["offices.id"], name="fk_access_requests_county_id_offices"),
        sa.ForeignKeyConstraint(
            ["county_letter_id"], ["access_letters.id"], name="fk_access_requests_county_letter_id_access_letters"
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["offices.id"], name="fk_access_requests_holder_id_offices"),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_access_requests_province_id_offices"),
        sa.ForeignKeyConstraint(
            ["province_letter_id"], ["access_letters.id"], name="fk_access_requests_province_letter_id_access_letters"
        ),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_access_requests_union_id_offices"),
        sa.ForeignKeyConstraint(
            ["union_letter_id"], ["access_letters.id"], name="fk_access_requests_union_letter_id_access_letters"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_access_requests"),
    )
    op.create_index("ix_access_requests_county", "access_requests", ["county_id", "id"], unique=False)
    op.create_index("ix_access_requests_county_letter_id", "access_requests", ["county_letter_id"], unique=False)
    op.create_index("ix_access_requests_held", "access_requests", ["holder_id", "stage", "since", "id"], unique=False)
    op.create_index("ix_access_requests_province", "access_requests", ["province_id", "id"], unique=False)
    op.create_index("ix_access_requests_province_letter_id", "access_requests", ["province_letter_id"], unique=False)
    op.create_index("ix_access_requests_union", "access_requests", ["union_id", "id"], unique=False)
    op.create_index("ix_access_requests_union_letter_id", "access_requests", ["union_letter_id"], unique=False)
    op.create_index(
        "uq_access_requests_running",
        "access_requests",
        ["union_id"],
        unique=True,
        sqlite_where=sa.text("stage NOT IN ('working', 'withdrawn')"),
        postgresql_where=sa.text("stage NOT IN ('working', 'withdrawn')"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("code_index", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "role",
                "delegate",
                "stand-in",
                name="invitationkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "role",
            sa.Enum(
                "union-approver",
                "union-secretary",
                "county-officer",
                "provincial-officer",
                "liaison",
                "statistics-officer",
                "order-expert",
                "chamber-officer",
                "commission-secretary",
                "inspector",
                "observer",
                "operator",
                name="invited_role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("office_id", sa.BigInteger(), nullable=True),
        sa.Column("unit_id", sa.BigInteger(), nullable=True),
        sa.Column("absence_id", sa.BigInteger(), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("invited_by", sa.BigInteger(), nullable=False),
        sa.Column("by_role_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "accepted",
                "declined",
                "withdrawn",
                name="invitationoutcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(kind = 'delegate') = (by_role_id IS NULL)", name=op.f("ck_invitations_hat")),
        sa.CheckConstraint("(kind = 'delegate') = (unit_id IS NOT NULL)", name=op.f("ck_invitations_of_unit")),
        sa.CheckConstraint(
            "(kind = 'role') = (role IS NOT NULL AND office_id IS NOT NULL)", name=op.f("ck_invitations_of_role")
        ),
        sa.CheckConstraint("(kind = 'stand-in') = (absence_id IS NOT NULL)", name=op.f("ck_invitations_of_absence")),
        sa.CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name=op.f("ck_invitations_closed")),
        sa.ForeignKeyConstraint(["absence_id"], ["absences.id"], name="fk_invitations_absence_id_absences"),
        sa.ForeignKeyConstraint(["by_role_id"], ["roles.id"], name="fk_invitations_by_role_id_roles"),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name="fk_invitations_closed_by_people"),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name="fk_invitations_invited_by_people"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_invitations_office_id_offices"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_invitations_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("code_index", name="uq_invitations_code_index"),
    )
    op.create_index(
        "ix_invitations_by_role_id",
        "invitations",
        ["by_role_id", "id"],
        unique=False,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_index(
        "ix_invitations_unit_id",
        "invitations",
        ["unit_id", "id"],
        unique=False,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_table(
        "ticket_entries",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "step",
            sa.Enum(
                "opened",
                "taken",
                "let-go",
                "answered",
                "wrote-back",
                "sent-on",
                "overdue",
                "closed",
                "solved",
                "not-solved",
                name="ticketstep",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "code",
            sa.Enum(
                "settled", "twice", "not-ours", name="closecode", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_ticket_entries_person_id_people"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_ticket_entries_role_id_roles"),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name="fk_ticket_entries_ticket_id_tickets"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_entries"),
    )
    op.create_index("ix_ticket_entries_ticket_id", "ticket_entries", ["ticket_id", "id"], unique=False)
    op.create_table(
        "access_moves",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "open",
                "rename",
                "send",
                "forward",
                "return",
                "activate",
                "confirm",
                "trouble",
                "withdraw",
                name="accessact",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "union",
                "county",
                "province",
                "statistics",
                "active",
                "working",
                "trouble",
                "withdrawn",
                name="accessstage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("came_by_id", sa.BigInteger(), nullable=True),
        sa.Column("letter_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "code",
            sa.Enum(
                "letter-missing",
                "letter-differs",
                "user-name-wrong",
                "unsigned",
                "wrong-office",
                "other",
                name="returncode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["came_by_id"], ["access_letters.id"], name="fk_access_moves_came_by_id_access_letters"
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["offices.id"], name="fk_access_moves_holder_id_offices"),
        sa.ForeignKeyConstraint(["letter_id"], ["access_letters.id"], name="fk_access_moves_letter_id_access_letters"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_access_moves_office_id_offices"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_access_moves_person_id_people"),
        sa.ForeignKeyConstraint(
            ["request_id"], ["access_requests.id"], name="fk_access_moves_request_id_access_requests"
        ),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_access_moves_role_id_roles"),
        sa.PrimaryKeyConstraint("id", name="pk_access_moves"),
        sa.UniqueConstraint("request_id", "revision", name="uq_access_moves_request_id_revision"),
    )
    op.create_index("ix_access_moves_came_by_id", "access_moves", ["came_by_id"], unique=False)
    op.create_index("ix_access_moves_letter_id", "access_moves", ["letter_id"], unique=False)
    op.add_column("accounts", sa.Column("start_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("chats", sa.Column("place", sa.String(length=64), nullable=True))
    op.add_column("chats", sa.Column("card_is_file", sa.Boolean(), nullable=False))
    op.add_column("notices", sa.Column("circular_id", sa.BigInteger(), nullable=True))
    op.add_column("notices", sa.Column("level", sa.String(length=20), nullable=True))
    op.add_column("notices", sa.Column("office_id", sa.BigInteger(), nullable=True))
    op.add_column("notices", sa.Column("part", sa.Integer(), server_default="0", nullable=False))
    op.drop_index("ix_notices_open", table_name="notices", sqlite_where=sa.text("state NOT IN ('sent', 'withdrawn')"))
    op.create_index(
        "ix_notices_circular_id",
        "notices",
        ["circular_id", "state", "messenger", "id", "level", "office_id"],
        unique=False,
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    op.create_index(
        "ix_notices_unsettled",
        "notices",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
    )
    op.create_index(
        "uq_notices_recipient",
        "notices",
        ["circular_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    set_foreign_key("notices", "fk_notices_circular_id_circulars", "circular_id", "circulars (id)")
    set_foreign_key("notices", "fk_notices_office_id_offices", "office_id", "offices (id)")
    op.add_column("reviews", sa.Column("ground", sa.String(length=40), nullable=True))
    op.add_column("units", sa.Column("origin", sa.String(length=40), server_default="own", nullable=False))
    op.add_column("units", sa.Column("late", sa.Boolean(), server_default="0", nullable=False))
    op.create_index(
        "ix_units_late",
        "units",
        ["union_id"],
        unique=False,
        sqlite_where=sa.text("late"),
        postgresql_where=sa.text("late"),
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
    set_values("units", "ck_units_unitorigin", "origin", ("own", "imported"))
    set_values(
        "accounts",
        "ck_accounts_focus",
        "focus",
        ("nothing", "form", "join-code", "look-up", "invitation", "offices", "absence", "sheet"),
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
    set_check("notices", "ck_notices_facts", "(length(facts_sealed) = 0) = (circular_id IS NOT NULL)")
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
    set_values(
        "notices",
        "ck_notices_noticestate",
        "state",
        ("planned", "waiting", "leased", "begun", "sent", "retry", "parked", "refused", "uncertain", "withdrawn"),
    )
    set_values("reviews", "ck_reviews_ground", "ground", ("no-access", "conflict", "silent"))


def downgrade() -> None:
    set_check("reviews", "ck_reviews_ground", None)
    set_values(
        "notices",
        "ck_notices_noticestate",
        "state",
        ("waiting", "leased", "begun", "sent", "retry", "parked", "refused", "uncertain", "withdrawn"),
    )
    set_values(
        "notices",
        "ck_notices_noticekind",
        "kind",
        (
            "unit-approved",
            "unit-returned",
            "unit-rejected",
            "month-approved",
            "month-returned",
            "month-rejected",
            "missing-union",
            "join-code",
            "joined",
            "month-reminder",
            "review-reminder",
        ),
    )
    set_check("notices", "ck_notices_facts", None)
    set_values(
        "audit",
        "ck_audit_auditact",
        "act",
        (
            "account-joined",
            "role-granted",
            "role-revoked",
            "office-added",
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
            "rule-set",
            "looked-up",
        ),
    )
    set_values("accounts", "ck_accounts_focus", "focus", ("nothing", "form", "join-code", "look-up"))
    set_check("units", "ck_units_unitorigin", None)
    set_values(
        "rules",
        "ck_rules_rulekey",
        '"key"',
        (
            "month-entry-day",
            "month-grace-until",
            "review-days",
            "review-history-counts",
            "eligibility-window",
            "eligibility-needed",
            "eligibility-counts-waiting",
            "reminder-days",
            "risk-missing-months",
        ),
    )
    op.drop_index("ix_units_late", table_name="units", sqlite_where=sa.text("late"), postgresql_where=sa.text("late"))
    op.drop_column("units", "late")
    op.drop_column("units", "origin")
    op.drop_column("reviews", "ground")
    set_foreign_key("notices", "fk_notices_office_id_offices", "", None)
    set_foreign_key("notices", "fk_notices_circular_id_circulars", "", None)
    op.drop_index(
        "uq_notices_recipient",
        table_name="notices",
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    op.drop_index(
        "ix_notices_unsettled",
        table_name="notices",
        sqlite_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('planned', 'sent', 'withdrawn')"),
    )
    op.drop_index(
        "ix_notices_circular_id",
        table_name="notices",
        sqlite_where=sa.text("circular_id IS NOT NULL"),
        postgresql_where=sa.text("circular_id IS NOT NULL"),
    )
    op.create_index(
        "ix_notices_open",
        "notices",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('sent', 'withdrawn')"),
    )
    op.drop_column("notices", "part")
    op.drop_column("notices", "office_id")
    op.drop_column("notices", "level")
    op.drop_column("notices", "circular_id")
    op.drop_column("chats", "card_is_file")
    op.drop_column("chats", "place")
    op.drop_column("accounts", "start_sealed")
    op.drop_index("ix_access_moves_letter_id", table_name="access_moves")
    op.drop_index("ix_access_moves_came_by_id", table_name="access_moves")
    op.drop_table("access_moves")
    op.drop_index("ix_ticket_entries_ticket_id", table_name="ticket_entries")
    op.drop_table("ticket_entries")
    op.drop_index(
        "ix_invitations_unit_id",
        table_name="invitations",
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.drop_index(
        "ix_invitations_by_role_id",
        table_name="invitations",
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.drop_table("invitations")
    op.drop_index(
        "uq_access_requests_running",
        table_name="access_requests",
        sqlite_where=sa.text("stage NOT IN ('working', 'withdrawn')"),
        postgresql_where=sa.text("stage NOT IN ('working', 'withdrawn')"),
    )
    op.drop_index("ix_access_requests_union_letter_id", table_name="access_requests")
    op.drop_index("ix_access_requests_union", table_name="access_requests")
    op.drop_index("ix_access_requests_province_letter_id", table_name="access_requests")
    op.drop_index("ix_access_requests_province", table_name="access_requests")
    op.drop_index("ix_access_requests_held", table_name="access_requests")
    op.drop_index("ix_access_requests_county_letter_id", table_name="access_requests")
    op.drop_index("ix_access_requests_county", table_name="access_requests")
    op.drop_table("access_requests")
    op.drop_index(
        "uq_unit_delegates_live",
        table_name="unit_delegates",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index(
        "ix_unit_delegates_person_id",
        table_name="unit_delegates",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_table("unit_delegates")
    op.drop_index("ix_tickets_person_id", table_name="tickets")
    op.drop_index(
        "ix_tickets_due",
        table_name="tickets",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "ix_tickets_desk",
        table_name="tickets",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "ix_tickets_country",
        table_name="tickets",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("tickets")
    op.drop_index("ix_papers_reports_province_id", table_name="papers_reports")
    op.drop_index("ix_papers_reports_person_id", table_name="papers_reports")
    op.drop_index(
        "ix_papers_reports_open",
        table_name="papers_reports",
        sqlite_where=sa.text("state <> 'settled'"),
        postgresql_where=sa.text("state <> 'settled'"),
    )
    op.drop_index("ix_papers_reports_office_id", table_name="papers_reports")
    op.drop_index(
        "ix_papers_reports_country",
        table_name="papers_reports",
        sqlite_where=sa.text("state <> 'settled'"),
        postgresql_where=sa.text("state <> 'settled'"),
    )
    op.drop_table("papers_reports")
    op.drop_index("ix_imports_person_id", table_name="imports")
    op.drop_table("imports")
    op.drop_index("ix_expected_units_phone_index", table_name="expected_units")
    op.drop_index(
        "ix_expected_units_missing",
        table_name="expected_units",
        sqlite_where=sa.text("unit_id IS NULL"),
        postgresql_where=sa.text("unit_id IS NULL"),
    )
    op.drop_table("expected_units")
    op.drop_index(
        "uq_conflicts_live",
        table_name="conflicts",
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.drop_index(
        "ix_conflicts_union_id",
        table_name="conflicts",
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.drop_index(
        "ix_conflicts_person_id",
        table_name="conflicts",
        sqlite_where=sa.text("lifted_at IS NULL"),
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.drop_table("conflicts")
    op.drop_table("acknowledgements")
    op.drop_index(
        "uq_access_letters_number",
        table_name="access_letters",
        sqlite_where=sa.text("state <> 'returned'"),
        postgresql_where=sa.text("state <> 'returned'"),
    )
    op.drop_index("ix_access_letters_queue", table_name="access_letters")
    op.drop_table("access_letters")
    op.drop_index(
        "uq_absences_open",
        table_name="absences",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index(
        "ix_absences_stand_in_id",
        table_name="absences",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_table("absences")
    op.drop_table("sent_files")
    op.drop_index("ix_informed_unions_county_id", table_name="informed_unions")
    op.drop_table("informed_unions")
    op.drop_index("ix_commission_sessions_county_id", table_name="commission_sessions")
    op.drop_table("commission_sessions")
    op.drop_index(
        "ix_circulars_under_way",
        table_name="circulars",
        sqlite_where=sa.text("ended_at IS NULL AND state <> 'draft'"),
        postgresql_where=sa.text("ended_at IS NULL AND state <> 'draft'"),
    )
    op.drop_index("ix_circulars_office_id", table_name="circulars")
    op.drop_index("ix_circulars_issued", table_name="circulars")
    op.drop_table("circulars")
    op.drop_table("chamber_letters")
    op.drop_table("campaigns")
    op.drop_table("access_receipts")
    op.drop_index(
        "ix_jobs_open",
        table_name="jobs",
        sqlite_where=sa.text("state <> 'told'"),
        postgresql_where=sa.text("state <> 'told'"),
    )
    op.drop_table("jobs")
    op.drop_index("ix_invitation_guesses_account_id", table_name="invitation_guesses")
    op.drop_table("invitation_guesses")
    op.drop_index("ix_contents_until", table_name="contents")
    op.drop_table("contents")
