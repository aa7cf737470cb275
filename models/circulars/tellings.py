"""What a circular says to a recipient: the facts of each of its messages."""

from collections.abc import Collection, Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.circulars.records import Circular, CircularClass
from models.organisations import Office

Facts = Mapping[str, str | int]
_read: Final = (
    sa.select(
        col(Circular.id),
        col(Circular.number),
        col(Circular.issued),
        col(Circular.subject),
        col(Circular.pages),
        col(Circular.grade),
        col(Office.name),
    )
    .join(Office, col(Office.id) == col(Circular.office_id))
    .where(col(Circular.id).in_(sa.bindparam("ids", expanding=True)))
)


def tellings(session: Session, circular_ids: Collection[int]) -> Mapping[int, tuple[Facts, ...]]:
    """The facts of the messages of each circular, in their order: the last one asks for the acknowledgement."""
    if not circular_ids:
        return {}
    return {row.id: facts_of(row) for row in session.execute(_read, {"ids": tuple(circular_ids)})}


def facts_of(row: sa.Row[Any]) -> tuple[Facts, ...]:
    """The facts of each message of one circular."""
    whole: dict[str, str | int] = {
        "circular": row.id,
        "number": row.number,
        "issued": row.issued.isoformat(),
        "subject": row.subject,
        "office": row.name,
        "urgent": int(row.grade is CircularClass.URGENT),
        "pages": len(row.pages),
    }
    return tuple({**whole, "page": place, "text": text} for place, text in enumerate(row.pages, 1))
