"""Those who answer for a circular: they hear when it rests by itself, and what others do with it."""

from enum import StrEnum
from typing import Final

from sqlmodel import Session

from models import notices, organisations, people
from models.circulars.records import Circular
from models.notices import NoticeKind
from models.organisations import DEEDS, Deed, Hat

_ISSUING: Final = tuple(DEEDS[Deed.ISSUE_CIRCULAR])


class Handling(StrEnum):
    """What somebody did with a released circular; told by the message ``notice-circular-<handling>``."""

    PAUSED = "paused"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    RESCHEDULED = "rescheduled"
    """``starts``: from when on it goes."""
    REDRAFTED = "redrafted"


def may_act(session: Session, person_id: int, row: Circular) -> bool:
    """Whether somebody may still act on this circular, in whatever role is live."""
    held = organisations.hats(session, person_id)
    return any(organisations.may(session, hat, Deed.ISSUE_CIRCULAR, row.office_id) for hat in held)


def senders(session: Session, row: Circular) -> tuple[int, ...]:
    """Who is behind it, by live roles alone: the author, the releaser, and whoever writes in the issuing office.

    Where nobody is left of all these, those of the nearest office above.
    """
    found: list[int] = []
    for office in organisations.lineage(session, row.office_id):
        held: tuple[Hat, ...] = organisations.officers(session, office.id, *_ISSUING)
        found = [hat.person_id for hat in held if organisations.may(session, hat, Deed.ISSUE_CIRCULAR, row.office_id)]
        if office.id == row.office_id:
            found += _two(session, row)
        if found:
            break
    return tuple(dict.fromkeys(found))


def _two(session: Session, row: Circular) -> list[int]:
    """The author and the releaser, as far as they still may act."""
    return [one for one in (row.author_id, row.released_by) if one is not None and may_act(session, one, row)]


def tell_of(session: Session, by: Hat, row: Circular, what: Handling, also: int | None = None) -> None:
    """Author and releaser (``also``: the one before) hear what this other person did."""
    found = _two(session, row)
    if also is not None and may_act(session, also, row):
        found.append(also)
    others = [one for one in dict.fromkeys(found) if one not in by.persons]
    facts: dict[str, str | int] = {
        "circular": row.id,
        "number": row.number,
        "subject": row.subject,
        "what": what.value,
        "by": people.known_as(session, [by.person_id])[by.person_id],
        "office": by.office_name,
        "office-kind": by.office_kind.value,
    }
    if what is Handling.RESCHEDULED and row.starts_at is not None:
        facts["starts"] = row.starts_at.isoformat()
    for one in others:
        notices.owe(session, one, NoticeKind.CIRCULAR_HANDLED, facts)


def tell_recount(session: Session, row: Circular) -> None:
    """Author and releaser hear that the plan is not what was counted at the release."""
    facts: dict[str, str | int] = {
        "circular": row.id,
        "number": row.number,
        "subject": row.subject,
        "counted": row.counted,
        "planned": row.planned,
    }
    notices.owe_alike(
        session,
        tuple(dict.fromkeys(_two(session, row))),
        NoticeKind.CIRCULAR_RECOUNTED,
        facts,
        f"circular-recounted:{row.id}",
    )
