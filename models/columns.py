"""Column types that mean the same on SQLite and on PostgreSQL, and the names of constraints."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

# Rows are not validated by pydantic: building a validator for each table would only lengthen every start.
SQLModel.model_config["defer_build"] = True
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BigKey = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""64-bit key that SQLite numbers by itself."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant; kept in UTC, since SQLite forgets time zones."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (the library's signature)
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal with three places, exact on both: a scaled integer on SQLite, NUMERIC(18, 3) on PostgreSQL."""

    impl = sa.Numeric(18, 3)
    cache_ok = True
    _scale = Decimal(1000)

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.BigInteger())
        return dialect.type_descriptor(sa.Numeric(18, 3))

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> Decimal | int | None:
        if value is None:
            return None
        scaled = Decimal(value) * self._scale
        if scaled != scaled.to_integral_value():
            raise ValueError("more than three decimal places")
        return int(scaled) if dialect.name == "sqlite" else Decimal(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        plain = Decimal(value) / self._scale if dialect.name == "sqlite" else Decimal(value)
        return plain.normalize() + 0 if plain != plain.to_integral_value() else plain.quantize(Decimal(1))


def table_of(model: type[SQLModel]) -> sa.Table:
    """The table of a model, for statements without the ORM."""
    table: sa.Table = model.__table__  # type: ignore[attr-defined]  # every table model has one
    return table


def enum_column(kind: type[StrEnum], *, name: str | None = None) -> sa.Enum:
    """An enum stored by value in a text column with a CHECK."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        length=40,
        name=name or kind.__name__.lower(),
    )
