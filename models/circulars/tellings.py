"""What a circular says to a recipient: the facts of each of its messages, the attachment last."""

import contextlib
from collections.abc import Collection, Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import orm
from sqlmodel import Session, col

from models.circulars.records import Circular, CircularClass
from models.contents import Content
from models.organisations import Office
from models.vault import vault

Facts = Mapping[str, str | int]
_corrected: Final[Any] = orm.aliased(Circular)
_read: Final = (
    sa.select(
        col(Circular.id),
        col(Circular.number),
        col(Circular.issued),
        col(Circular.subject),
        col(Circular.pages),
        col(Circular.grade),
        col(Circular.attachment_key),
        col(Circular.attachment_picture),
        _corrected.number.label("corrects"),
        col(Content.name_sealed),
        col(Office.name),
        col(Office.kind),
    )
    .join(Office, col(Office.id) == col(Circular.office_id))
    .outerjoin(_corrected, _corrected.id == col(Circular.corrects_id))
    .outerjoin(Content, col(Content.key) == col(Circular.attachment_key))
    .where(col(Circular.id).in_(sa.bindparam("ids", expanding=True)))
)


def tellings(session: Session, circular_ids: Collection[int]) -> Mapping[int, tuple[Facts, ...]]:
    """The facts of the messages of each circular, in their order: the last one asks for the acknowledgement.

    That of an attachment tells its content (``attachment``), whether it is a picture, and its ``name``. One that
    cannot be read is left out.
    """
    if not circular_ids:
        return {}
    told: dict[int, tuple[Facts, ...]] = {}
    for row in session.execute(_read, {"ids": tuple(circular_ids)}):
        with contextlib.suppress(Exception):  # whatever is wrong with one, the others are to be told
            told[row.id] = _facts(row, "" if row.name_sealed is None else vault(session).open(row.name_sealed))
    return told


def parts_of(pages: Collection[str], attachment_key: str | None) -> int:
    """How many messages a circular takes."""
    return len(pages) + (attachment_key is not None)


def _facts(row: sa.Row[Any], name: str) -> tuple[Facts, ...]:
    whole: dict[str, str | int] = {
        "circular": row.id,
        "number": row.number,
        "issued": row.issued.isoformat(),
        "subject": row.subject,
        "office": row.name,
        "office-kind": row.kind.value,
        "corrects": row.corrects or "",
        "urgent": int(row.grade is CircularClass.URGENT),
        "pages": len(row.pages),
        "attached": int(row.attachment_key is not None),
    }
    told: list[Facts] = [{**whole, "page": place, "text": text} for place, text in enumerate(row.pages, 1)]
    if row.attachment_key is not None:
        file = {"attachment": row.attachment_key, "picture": int(row.attachment_picture), "name": name}
        told.append({**whole, "page": len(row.pages) + 1, **file})
    return tuple(told)
