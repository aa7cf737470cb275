"""All tables of the first release."""

import sqlalchemy as sa
from alembic import op

from models.columns import BigKey, ExactDecimal, UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "couriers",
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(length=60), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("paused_until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("messenger", "bot_id", name="pk_couriers"),
    )
    op.create_table(
        "incoming",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("outage_since", UtcDateTime(), nullable=True),
        sa.Column("raw_sealed", sa.LargeBinary(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "done",
                "failed",
                "unreadable",
                name="incomingstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incoming"),
        sa.UniqueConstraint("messenger", "bot_id", "update_id", name="uq_incoming_messenger_bot_id_update_id"),
    )
    op.create_index("ix_incoming_received_at", "incoming", ["received_at"], unique=False)
    op.create_index(
        "ix_incoming_waiting",
        "incoming",
        ["messenger", "account_id", "update_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "offices",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "guild-centre",
                "statistics-office",
                "import-export-office",
                "inspection-office",
                "domestic-commerce",
                "iran-chamber",
                "province",
                "county",
                "commission",
                "chamber",
                "union",
                name="officekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("province_id", sa.BigInteger(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sort_key", sa.String(length=2000), nullable=False),
        sa.Column("search_key", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('county', 'commission', 'chamber', 'union')) = (parent_id IS NOT NULL)",
            name=op.f("ck_offices_parent"),
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["offices.id"], name="fk_offices_parent_id_offices"),
        sa.ForeignKeyConstraint(["province_id"], ["offices.id"], name="fk_offices_province_id_offices"),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
        sa.UniqueConstraint("code", name="uq_offices_code"),
    )
    op.create_index("ix_offices_kind", "offices", ["kind", "sort_key"], unique=False)
    op.create_index("ix_offices_parent_id", "offices", ["parent_id", "kind", "sort_key"], unique=False)
    op.create_index("ix_offices_province_id", "offices", ["province_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("phone_index", sa.String(length=80), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("invitation_index", sa.String(length=80), nullable=True),
        sa.Column("invited_until", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("phone_index", name="uq_people_phone_index"),
    )
    op.create_table(
        "pollers",
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(length=60), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("heard_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("messenger", "bot_id", name="pk_pollers"),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "subject_kind",
            sa.Enum("unit", "month", name="subjectkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("fields_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_snapshots_revision")),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.UniqueConstraint(
            "subject_kind", "subject_id", "revision", name="uq_snapshots_subject_kind_subject_id_revision"
        ),
    )
    op.create_table(
        "drafts",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_drafts_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.UniqueConstraint("person_id", "form", "subject", name="uq_drafts_person_id_form_subject"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "join_codes",
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("code_index", sa.String(length=80), nullable=False),
        sa.Column("vouched", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_join_codes_person_id_people"),
        sa.PrimaryKeyConstraint("messenger", "account_id", name="pk_join_codes"),
    )
    op.create_table(
        "missing_unions",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("county_id", sa.BigInteger(), nullable=False),
        sa.Column("typed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["county_id"], ["offices.id"], name="fk_missing_unions_county_id_offices"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_missing_unions_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_missing_unions"),
        sa.UniqueConstraint("person_id", "county_id", name="uq_missing_unions_person_id_county_id"),
    )
    op.create_index("ix_missing_unions_county_id", "missing_unions", ["county_id"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
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
                name="noticekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("facts_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("dedupe", sa.String(length=120), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "leased",
                "begun",
                "sent",
                "retry",
                "parked",
                "refused",
                "uncertain",
                "withdrawn",
                name="noticestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("messenger", sa.String(length=20), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.Column("leased_by", sa.String(length=80), nullable=True),
        sa.Column("leased_until", UtcDateTime(), nullable=True),
        sa.Column("begun_at", UtcDateTime(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(length=200), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("(messenger IS NULL) = (account_id IS NULL)", name=op.f("ck_notices_whole_address")),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_notices_tries")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_notices_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("dedupe", name="uq_notices_dedupe"),
    )
    op.create_index(
        "ix_notices_due",
        "notices",
        ["messenger", "priority", "next_at", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'retry')"),
        postgresql_where=sa.text("state IN ('waiting', 'retry')"),
    )
    op.create_index(
        "ix_notices_held",
        "notices",
        ["leased_until"],
        unique=False,
        sqlite_where=sa.text("state IN ('leased', 'begun')"),
        postgresql_where=sa.text("state IN ('leased', 'begun')"),
    )
    op.create_index(
        "ix_notices_open",
        "notices",
        ["state", "created_at"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('sent', 'withdrawn')"),
    )
    op.create_index("ix_notices_person_id", "notices", ["person_id", "state"], unique=False)
    op.create_table(
        "roles",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
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
                name="rolekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("granted_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["granted_by"], ["people.id"], name="fk_roles_granted_by_people"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_roles_office_id_offices"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_roles_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
    )
    op.create_index("ix_roles_office_id", "roles", ["office_id", "kind"], unique=False)
    op.create_index(
        "uq_roles_live",
        "roles",
        ["person_id", "office_id", "kind"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "rules",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "key",
            sa.Enum(
                "month-entry-day",
                "month-grace-until",
                "review-days",
                "review-history-counts",
                "eligibility-window",
                "eligibility-needed",
                "eligibility-counts-waiting",
                "reminder-days",
                "risk-missing-months",
                name="rulekey",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("scope_id", sa.BigInteger(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=True),
        sa.Column("note", sa.String(length=400), nullable=True),
        sa.Column("set_by", sa.BigInteger(), nullable=True),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["scope_id"], ["offices.id"], name="fk_rules_scope_id_offices"),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name="fk_rules_set_by_people"),
        sa.PrimaryKeyConstraint("id", name="pk_rules"),
    )
    op.create_index("ix_rules_key", "rules", ["key", "scope_id", "valid_from"], unique=False)
    op.create_table(
        "units",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("union_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "person_kind",
            sa.Enum("natural", "legal", name="personkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "trade_class",
            sa.Enum(
                "production",
                "distribution",
                "services",
                "technical-services",
                name="tradeclass",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("licence_issued", sa.Date(), nullable=False),
        sa.Column("licence_expires", sa.Date(), nullable=False),
        sa.Column("employees", sa.Integer(), nullable=False),
        sa.Column("private_sealed", sa.LargeBinary(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "submitted",
                "returned",
                "confirmed",
                "rejected",
                name="unitstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("outage", sa.Boolean(), nullable=False),
        sa.Column("first_received_at", UtcDateTime(), nullable=False),
        sa.Column("submitted_at", UtcDateTime(), nullable=False),
        sa.Column("judged_at", UtcDateTime(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state NOT IN ('confirmed', 'rejected') OR decided_at IS NOT NULL", name=op.f("ck_units_decided")
        ),
        sa.CheckConstraint("employees >= 0", name=op.f("ck_units_employees")),
        sa.CheckConstraint("licence_expires > licence_issued", name=op.f("ck_units_licence_dates")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_units_revision")),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name="fk_units_owner_id_people"),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_units_union_id_offices"),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.UniqueConstraint("receipt", name="uq_units_receipt"),
    )
    op.create_index(
        "ix_units_inbox",
        "units",
        ["union_id", "submitted_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.create_index("ix_units_owner_id", "units", ["owner_id"], unique=False)
    op.create_index("ix_units_union_id", "units", ["union_id", "state"], unique=False)
    op.create_table(
        "accounts",
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "language",
            sa.Enum("fa", "en", name="language", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "focus",
            sa.Enum(
                "nothing",
                "form",
                "join-code",
                "look-up",
                name="focus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("draft_id", sa.BigInteger(), nullable=True),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column("vouched", sa.Boolean(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_accounts_draft_id_drafts", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_accounts_person_id_people"),
        sa.PrimaryKeyConstraint("messenger", "account_id", name="pk_accounts"),
    )
    op.create_index("ix_accounts_person_id_seen_at", "accounts", ["person_id", "seen_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("hat", sa.BigInteger(), nullable=True),
        sa.Column(
            "act",
            sa.Enum(
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
                name="auditact",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_audit_by_people"),
        sa.ForeignKeyConstraint(["hat"], ["roles.id"], name="fk_audit_hat_roles"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject", "id"], unique=False)
    op.create_table(
        "months",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("union_id", sa.BigInteger(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "submitted",
                "returned",
                "confirmed",
                "rejected",
                name="monthstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("employees", sa.Integer(), nullable=False),
        sa.Column(
            "zero_reason",
            sa.Enum(
                "extra-shift",
                "new-machine",
                "big-order",
                "season",
                "stopped-machine",
                "no-material",
                "no-order",
                "holiday",
                "illness",
                "old-stock",
                "other",
                name="reasoncode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("outage", sa.Boolean(), nullable=False),
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("first_received_at", UtcDateTime(), nullable=False),
        sa.Column("judged_at", UtcDateTime(), nullable=False),
        sa.Column("submitted_at", UtcDateTime(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'rejected', 'returned')) = (decided_at IS NOT NULL)",
            name=op.f("ck_months_decided"),
        ),
        sa.CheckConstraint("employees >= 0", name=op.f("ck_months_employees")),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_months_month")),
        sa.CheckConstraint("period = year * 12 + month - 1", name=op.f("ck_months_period")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_months_revision")),
        sa.ForeignKeyConstraint(["union_id"], ["offices.id"], name="fk_months_union_id_offices"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_months_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_months"),
        sa.UniqueConstraint("receipt", name="uq_months_receipt"),
        sa.UniqueConstraint("unit_id", "period", name="uq_months_unit_id_period"),
    )
    op.create_index(
        "ix_months_inbox",
        "months",
        ["union_id", "submitted_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.create_index("ix_months_verdict", "months", ["unit_id", "period", "state", "late", "submitted_at"], unique=False)
    op.create_table(
        "products",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "measure",
            sa.Enum(
                "kilogram",
                "tonne",
                "piece",
                "metre",
                "set",
                "square-metre",
                "cubic-metre",
                "litre",
                "pair",
                "device",
                "part",
                name="measure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("yearly_capacity", ExactDecimal(), nullable=False),
        sa.Column("usual_monthly", ExactDecimal(), nullable=False),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("usual_monthly >= 0", name=op.f("ck_products_usual_monthly")),
        sa.CheckConstraint("yearly_capacity > 0", name=op.f("ck_products_yearly_capacity")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_products_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_products"),
    )
    op.create_index("ix_products_unit_id", "products", ["unit_id", "position"], unique=False)
    op.create_table(
        "registration_checks",
        sa.Column("unit_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "test",
            sa.Enum(
                "licence-valid",
                "place-matches",
                "real-production",
                name="check",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("unset", "holds", "doubt", name="checkstate", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_registration_checks_person_id_people"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_registration_checks_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", "revision", "test", name="pk_registration_checks"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", BigKey, nullable=False),
        sa.Column(
            "subject_kind",
            sa.Enum("unit", "month", name="subjectkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "approved", "returned", "rejected", name="outcome", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "basis",
            sa.Enum(
                "document-seen", "visit", "history", name="basis", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column(
            "rejection",
            sa.Enum(
                "not-production",
                "not-a-member",
                "claimed-by-other",
                "unit-closed",
                "not-real",
                "other",
                name="rejectioncode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=False),
        sa.Column("office_id", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("(outcome = 'approved') = (basis IS NOT NULL)", name=op.f("ck_reviews_basis_of_approval")),
        sa.CheckConstraint(
            "(outcome = 'rejected') = (rejection IS NOT NULL)", name=op.f("ck_reviews_code_of_rejection")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_reviews_office_id_offices"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_reviews_person_id_people"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_reviews_role_id_roles"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint(
            "subject_kind", "subject_id", "revision", name="uq_reviews_subject_kind_subject_id_revision"
        ),
    )
    op.create_table(
        "unit_identifiers",
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "national",
                "foreign",
                "legal",
                "postal",
                "phone",
                "guild",
                "business",
                "tracking",
                "unique-licence",
                "product",
                "licence",
                name="idkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_unit_identifiers_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", "kind", name="pk_unit_identifiers"),
    )
    op.create_index("ix_unit_identifiers_digest", "unit_identifiers", ["digest", "unit_id"], unique=False)
    op.create_table(
        "chats",
        sa.Column(
            "messenger",
            sa.Enum("telegram", "bale", name="messenger", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("account_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("screen_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("owed_seq", sa.Integer(), nullable=False),
        sa.Column("shown_seq", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("keyboard", sa.Boolean(), nullable=False),
        sa.Column("lease_by", sa.String(length=60), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["messenger", "account_id"],
            ["accounts.messenger", "accounts.account_id"],
            name="fk_chats_messenger_account_id_accounts",
        ),
        sa.PrimaryKeyConstraint("messenger", "account_id", name="pk_chats"),
    )
    op.create_index(
        "ix_chats_owed",
        "chats",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("owed_seq > shown_seq"),
        postgresql_where=sa.text("owed_seq > shown_seq"),
    )
    op.create_table(
        "month_lines",
        sa.Column("month_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("product_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("made", ExactDecimal(), nullable=False),
        sa.Column("sold", ExactDecimal(), nullable=False),
        sa.Column("sold_value", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("made >= 0", name=op.f("ck_month_lines_made")),
        sa.CheckConstraint("sold >= 0", name=op.f("ck_month_lines_sold")),
        sa.CheckConstraint("sold_value >= 0", name=op.f("ck_month_lines_sold_value")),
        sa.ForeignKeyConstraint(["month_id"], ["months.id"], name="fk_month_lines_month_id_months"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="fk_month_lines_product_id_products"),
        sa.PrimaryKeyConstraint("month_id", "product_id", name="pk_month_lines"),
    )
    op.create_table(
        "month_reasons",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("month_id", sa.BigInteger(), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "over-capacity",
                "jump",
                "drop",
                "sold-over-stock",
                "zero",
                name="reasonkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "code",
            sa.Enum(
                "extra-shift",
                "new-machine",
                "big-order",
                "season",
                "stopped-machine",
                "no-material",
                "no-order",
                "holiday",
                "illness",
                "old-stock",
                "other",
                name="reasoncode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(kind = 'zero') = (product_id IS NULL)", name=op.f("ck_month_reasons_product")),
        sa.ForeignKeyConstraint(["month_id"], ["months.id"], name="fk_month_reasons_month_id_months"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="fk_month_reasons_product_id_products"),
        sa.PrimaryKeyConstraint("id", name="pk_month_reasons"),
    )
    op.create_index("ix_month_reasons_month_id", "month_reasons", ["month_id"], unique=False)
    op.create_table(
        "review_remarks",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("review_id", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "code",
            sa.Enum(
                "differs-from-licence",
                "licence-expired",
                "incomplete",
                "not-found",
                "wrong-place",
                "wrong-union",
                "implausible",
                "wrong-measure",
                "over-capacity",
                "sold-over-stock",
                "differs-from-documents",
                "other",
                name="remarkcode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name="fk_review_remarks_product_id_products"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_remarks_review_id_reviews"),
        sa.PrimaryKeyConstraint("id", name="pk_review_remarks"),
    )
    op.create_index("ix_review_remarks_review_id", "review_remarks", ["review_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_review_remarks_review_id", table_name="review_remarks")
    op.drop_table("review_remarks")
    op.drop_index("ix_month_reasons_month_id", table_name="month_reasons")
    op.drop_table("month_reasons")
    op.drop_table("month_lines")
    op.drop_index(
        "ix_chats_owed",
        table_name="chats",
        sqlite_where=sa.text("owed_seq > shown_seq"),
        postgresql_where=sa.text("owed_seq > shown_seq"),
    )
    op.drop_table("chats")
    op.drop_index("ix_unit_identifiers_digest", table_name="unit_identifiers")
    op.drop_table("unit_identifiers")
    op.drop_table("reviews")
    op.drop_table("registration_checks")
    op.drop_index("ix_products_unit_id", table_name="products")
    op.drop_table("products")
    op.drop_index("ix_months_verdict", table_name="months")
    op.drop_index(
        "ix_months_inbox",
        table_name="months",
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.drop_table("months")
    op.drop_index("ix_audit_subject", table_name="audit")
    op.drop_table("audit")
    op.drop_index("ix_accounts_person_id_seen_at", table_name="accounts")
    op.drop_table("accounts")
    op.drop_index("ix_units_union_id", table_name="units")
    op.drop_index("ix_units_owner_id", table_name="units")
    op.drop_index(
        "ix_units_inbox",
        table_name="units",
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.drop_table("units")
    op.drop_index("ix_rules_key", table_name="rules")
    op.drop_table("rules")
    op.drop_index(
        "uq_roles_live",
        table_name="roles",
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.drop_index("ix_roles_office_id", table_name="roles")
    op.drop_table("roles")
    op.drop_index("ix_notices_person_id", table_name="notices")
    op.drop_index(
        "ix_notices_open",
        table_name="notices",
        sqlite_where=sa.text("state NOT IN ('sent', 'withdrawn')"),
        postgresql_where=sa.text("state NOT IN ('sent', 'withdrawn')"),
    )
    op.drop_index(
        "ix_notices_held",
        table_name="notices",
        sqlite_where=sa.text("state IN ('leased', 'begun')"),
        postgresql_where=sa.text("state IN ('leased', 'begun')"),
    )
    op.drop_index(
        "ix_notices_due",
        table_name="notices",
        sqlite_where=sa.text("state IN ('waiting', 'retry')"),
        postgresql_where=sa.text("state IN ('waiting', 'retry')"),
    )
    op.drop_table("notices")
    op.drop_index("ix_missing_unions_county_id", table_name="missing_unions")
    op.drop_table("missing_unions")
    op.drop_table("join_codes")
    op.drop_table("drafts")
    op.drop_table("snapshots")
    op.drop_table("pollers")
    op.drop_table("people")
    op.drop_index("ix_offices_province_id", table_name="offices")
    op.drop_index("ix_offices_parent_id", table_name="offices")
    op.drop_index("ix_offices_kind", table_name="offices")
    op.drop_table("offices")
    op.drop_index(
        "ix_incoming_waiting",
        table_name="incoming",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index("ix_incoming_received_at", table_name="incoming")
    op.drop_table("incoming")
    op.drop_table("couriers")
