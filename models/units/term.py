"""By when the units of a province register (60/227210 ¶1), and whether a registration came after that."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import letters
from models.columns import BigKey, UtcDateTime
from models.letters import Citation, RuleKey, Setting
from models.organisations import Office
from models.values.jalali import JalaliMonth, gregorian, jalali, tehran_date
from models.values.problem import Problem


class Campaign(SQLModel, table=True):
    """A province's registration campaign: the day on which its month begins. One a province; it may be moved."""

    __tablename__ = "campaigns"

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    province_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False, unique=True)
    )
    starts_on: date
    note_sealed: bytes | None = None
    set_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    set_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Term:
    """When a province's units register: first and last day (Gregorian), and what the length rests on."""

    province_id: int
    starts_on: date
    deadline: date
    source: Citation | Setting


def term_from(session: Session, province_id: int, starts_on: date) -> Term:
    """The term that begins on this day: one Jalali month, or as many days as ``campaign-days`` said on that day."""
    rule = letters.rule(session, RuleKey.CAMPAIGN_DAYS, province_id, starts_on)
    deadline = starts_on + timedelta(days=rule.number) if rule.number else a_month_after(starts_on)
    return Term(province_id, starts_on, deadline, rule.source)


def a_month_after(day: date) -> date:
    """The same day of the next Jalali month; its last day where there is none."""
    year, month, number = jalali(day)
    following = JalaliMonth(year, month).next()
    same = gregorian(following.year, following.month, min(number, following.days))
    assert not isinstance(same, Problem)
    return same


def term(session: Session, office_id: int) -> Term | None:
    """The term of the province in which the office lies; None while its officer has not set one."""
    row = session.execute(
        sa.select(col(Campaign.province_id), col(Campaign.starts_on))
        .join(Office, col(Office.province_id) == col(Campaign.province_id))
        .where(col(Office.id) == office_id)
    ).one_or_none()
    return None if row is None else term_from(session, row[0], row[1])


def after_term(session: Session, union_id: int, judged_at: datetime) -> bool:
    """Whether a registration with this union, judged by this instant, comes after its province's term."""
    set_term = term(session, union_id)
    return set_term is not None and tehran_date(judged_at) > set_term.deadline
