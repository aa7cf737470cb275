"""Run by Alembic; the connection comes from `models.migrations`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString

from models import columns
from models.migrations import OPTIONS
from models.migrations.drafting import complete
from models.tables import metadata


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types by their names and SQLModel's strings as plain ones."""
    if kind != "type":
        return False
    if item is columns.BigKey or isinstance(item, columns.UtcDateTime | columns.ExactDecimal):
        name = "BigKey" if item is columns.BigKey else f"{type(item).__name__}"
        autogen.imports.add(f"from models.columns import {name}")
        return name if item is columns.BigKey else f"{name}()"
    if isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=render_item,
    process_revision_directives=complete,
    **OPTIONS,
)
with context.begin_transaction():
    context.run_migrations()
