"""The tables' history, driven over a given connection; the caller begins and commits.

``python -m models.migrations 0002 "What changes"`` writes a new revision from the difference between models and head.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

OPTIONS: dict[str, Any] = {"compare_type": True}


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Bring the tables forward to the revision, inside the connection's transaction."""
    command.upgrade(_config(connection), revision)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Bring the tables back to the revision (``base``: none are left), inside the connection's transaction."""
    command.downgrade(_config(connection), revision)


def current(connection: sa.Connection) -> str | None:
    """The revision that the tables are at; None when there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def differences(connection: sa.Connection) -> list[Any]:
    """Alembic's list of what the models have and the tables have not, or the other way round."""
    from models.migrations.drafting import changed_checks, changed_numbering  # noqa: PLC0415 -- all rooms are needed here only
    from models.tables import metadata  # noqa: PLC0415 -- as above

    found: list[Any] = compare_metadata(MigrationContext.configure(connection, opts=OPTIONS), metadata)
    return [*found, *changed_checks(connection), *changed_numbering(connection)]


def draft(connection: sa.Connection, message: str, number: str) -> None:
    """Write a revision file from what :func:`differences` finds; to be read and put right by hand."""
    command.revision(_config(connection), message, autogenerate=True, rev_id=number)
