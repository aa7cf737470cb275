"""${message}."""

import sqlalchemy as sa
import sqlmodel  # noqa: F401 -- for the types of later columns
from alembic import op
from sqlalchemy import Text  # noqa: F401 -- the same
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
