"""Which revision the tables are at and should be at, told without Alembic: every start asks."""

from pathlib import Path

import sqlalchemy as sa


def newest() -> str:
    """The revision that this program's models belong to."""
    return max(
        path.stem.partition("_")[0] for path in (Path(__file__).parent / "migrations" / "versions").glob("0*.py")
    )


def reached(connection: sa.Connection) -> str | None:
    """The revision that the tables are at; None when there are none."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found
