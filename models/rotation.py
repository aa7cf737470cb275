"""Sealing everything anew with the newest key, so that an older key can be retired."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models.vault import vault


def sealed_columns(metadata: sa.MetaData) -> tuple[sa.Column[Any], ...]:
    """Every column that holds sealed values: their names end in ``_sealed``."""
    return tuple(
        column for table in metadata.sorted_tables for column in table.columns if column.name.endswith("_sealed")
    )


def reseal(
    session: Session, column: sa.Column[Any], after: tuple[Any, ...] | None, limit: int = 500
) -> tuple[int, tuple[Any, ...] | None]:
    """Seal up to ``limit`` values of a column anew, in the order of the keys from ``after`` on.

    Returns how many, and where to go on (None at the end). May be interrupted and repeated: older keys open the rest.
    """
    table = column.table
    keys = tuple(table.primary_key.columns)
    if column.info.get("large"):
        limit = min(limit, 5)
    query = sa.select(*keys, column).where(column.is_not(None), sa.func.length(column) > 0).order_by(*keys).limit(limit)
    if after is not None:
        query = query.where(
            sa.tuple_(*keys) > sa.tuple_(*(sa.literal(value, key.type) for key, value in zip(keys, after, strict=True)))
        )
    rows = session.connection().execute(query).all()
    if not rows:
        return 0, None
    safe = vault(session)
    update = sa.update(table).where(*(key == sa.bindparam(f"of_{key.name}") for key in keys))
    session.connection().execute(
        update.values({column.name: sa.bindparam("anew")}),
        [
            {**{f"of_{key.name}": row[place] for place, key in enumerate(keys)}, "anew": safe.rotate(row[-1])}
            for row in rows
        ],
    )
    return len(rows), tuple(rows[-1][: len(keys)])
