"""Setting and moving the day on which a province's month of registration begins (60/227210 ¶1)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, organisations
from models.clock import now
from models.organisations import Deed, Hat, Office, OfficeKind
from models.units import LIVE, Campaign, Term, Unit, term, term_from
from models.values.jalali import TEHRAN, tehran_date
from models.values.letters import EARLIEST
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

FARTHEST: Final = timedelta(days=366)
"""A start that lies farther ahead is a slip of the pen."""
MOST_NOTE: Final = 300


class CampaignProblem(StrEnum):
    """Why a campaign's start is refused."""

    TOO_FAR = "campaign-too-far"
    """``got``: the day; ``most``: the last one that is taken."""
    TOO_EARLY = "campaign-too-early"
    """``got``: the day; ``least``: that of letter 60/227210."""
    SAME_DAY = "campaign-same-day"
    """It begins on this day already: ``got``."""
    NOTE_MISSING = "campaign-note-missing"
    """A day that has passed needs a word why: ``got``."""
    MOVED_SINCE = "campaign-moved-since"
    """Somebody set another day meanwhile: ``got``; the preview no longer holds."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What setting the day changes.

    ``before`` is the term that holds now; ``registered`` counts units that are registered already, ``forgiven`` those
    among them that lose their mark of lateness. Nobody becomes late by a move: what was judged stays judged.
    """

    province: str
    after: Term
    before: Term | None
    registered: int
    forgiven: int
    unions: int
    wants_note: bool


def preview_campaign(session: Session, worn: Hat, province_id: int, starts_on: date) -> Preview | Problem:
    """What it would change if the province's term began on this day; writes nothing."""
    live = organisations.acting(session, worn, Deed.PLAN_CAMPAIGN, province_id)
    if isinstance(live, Problem):
        return live
    refused = _refusal(session, starts_on)
    if refused is not None:
        return refused
    before = term(session, province_id)
    if before is not None and before.starts_on == starts_on:
        return Problem(CampaignProblem.SAME_DAY, {"got": starts_on})
    after = term_from(session, province_id, starts_on)
    counted = sa.select(sa.func.count()).select_from(Unit).where(col(Unit.union_id).in_(_unions(province_id)))
    return Preview(
        province=live.office_name,
        after=after,
        before=before,
        registered=session.execute(counted.where(col(Unit.state).in_(LIVE))).scalar_one(),
        forgiven=session.execute(counted.where(*_forgiven(after))).scalar_one(),
        unions=session.execute(sa.select(sa.func.count()).select_from(_unions(province_id).subquery())).scalar_one(),
        wants_note=starts_on < tehran_date(now(session)),
    )


def plan_campaign(
    session: Session,
    worn: Hat,
    province_id: int,
    starts_on: date,
    *,
    instead_of: date | None,
    note: str | None = None,
) -> Term | Problem:
    """Let the province's term begin on this day; ``instead_of`` is the day that the preview said it began on.

    A day that has passed needs a ``note``. Late marks that the new term makes untrue are taken away.
    """
    # A province has one campaign: two officers who set it at once go one after the other.
    session.execute(sa.select(col(Office.id)).where(col(Office.id) == province_id).with_for_update(key_share=True))
    seen = preview_campaign(session, worn, province_id, starts_on)
    if isinstance(seen, Problem):
        return seen
    stood = None if seen.before is None else seen.before.starts_on
    if stood != instead_of:
        return Problem(CampaignProblem.MOVED_SINCE, {"got": stood or starts_on})
    words = None if note is None else free_text(note, most=MOST_NOTE)
    if isinstance(words, Problem):
        return words
    if seen.wants_note and words is None:
        return Problem(CampaignProblem.NOTE_MISSING, {"got": starts_on})
    row = session.exec(select(Campaign).where(Campaign.province_id == province_id)).one_or_none()
    if row is None:
        row = Campaign(province_id=province_id, starts_on=starts_on, set_by=worn.person_id, set_at=now(session))
        session.add(row)
    row.starts_on, row.set_by, row.set_at = starts_on, worn.person_id, now(session)
    row.note_sealed = None if words is None else vault(session).seal(words)
    session.flush()
    session.execute(
        sa.update(Unit)
        .where(col(Unit.union_id).in_(_unions(province_id)), *_forgiven(seen.after))
        .values(late=False)
        .execution_options(synchronize_session=False)
    )
    audit.record(
        session,
        audit.AuditAct.CAMPAIGN_MOVED if stood else audit.AuditAct.CAMPAIGN_PLANNED,
        by=worn.person_id,
        hat=worn.role_id,
        subject=f"office:{province_id}",
        details={
            "starts": starts_on.isoformat(),
            "deadline": seen.after.deadline.isoformat(),
            "before": stood.isoformat() if stood else "",
            "forgiven": str(seen.forgiven),
        },
    )
    session.flush()
    return seen.after


def _refusal(session: Session, starts_on: date) -> Problem | None:
    farthest = tehran_date(now(session)) + FARTHEST
    if starts_on > farthest:
        return Problem(CampaignProblem.TOO_FAR, {"got": starts_on, "most": farthest})
    if starts_on < EARLIEST:
        return Problem(CampaignProblem.TOO_EARLY, {"got": starts_on, "least": EARLIEST})
    return None


def _unions(province_id: int) -> sa.Select[int]:
    return sa.select(col(Office.id)).where(col(Office.province_id) == province_id, col(Office.kind) == OfficeKind.UNION)


def _forgiven(after: Term) -> tuple[sa.ColumnElement[bool], ...]:
    """Registrations marked late that came within this term."""
    ends: datetime = datetime.combine(after.deadline + timedelta(days=1), time(), TEHRAN)
    return (sa.literal_column("units.late", sa.Boolean), col(Unit.first_received_at) < ends)
