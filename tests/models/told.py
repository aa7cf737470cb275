"""How far a workshop has come when a test begins: confirmed, with months recorded and decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Session, col

from models.clock import now
from models.months import Line, Month, Reason, ReasonCode, ReasonKind, Report, month_facts, submit_month
from models.months.submission import checked
from models.organisations import Hat
from models.receipts import Receipt
from models.received import Received
from models.reviews import (
    Basis,
    Check,
    CheckState,
    RejectionCode,
    Remark,
    RemarkCode,
    Subject,
    SubjectKind,
    approve,
    reject,
    send_back,
    set_check,
)
from models.units import Registration, products, submit_registration
from models.values.ids import GuildId, LicenceNumber, NationalId
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from tests.models.world import World, azar, granted, just_now

ABAN = JalaliMonth(1405, 8)
"""The last finished month when a test begins (10 Azar 1405)."""


def check_all(session: Session, hat: Hat, unit_id: int, revision: int = 1) -> None:
    """All three checks of 60/227210 ¶2 hold."""
    for check in Check:
        granted(set_check(session, hat, unit_id, revision, check, CheckState.HOLDS))


def confirmed_unit(session: Session, world: World, registration: Registration | None = None) -> int:
    """The owner's workshop, confirmed by the union and committed; its id."""
    receipt = granted(
        submit_registration(session, world.owner, registration or azar(world.union_id), just_now(session))
    )
    check_all(session, world.approver, receipt.subject_id)
    granted(approve(session, world.approver, Subject(SubjectKind.UNIT, receipt.subject_id), 1, Basis.DOCUMENT_SEEN))
    session.commit()
    return receipt.subject_id


def another_workshop(union_id: int, number: int) -> Registration:
    """A workshop of its own numbers (``number`` below 100)."""
    return replace(
        azar(union_id),
        title=f"کارگاه شمارهٔ {number}",
        national_id=granted(NationalId.parse("7730942860")),
        licence_number=granted(LicenceNumber.parse(f"ب/{number + 100}")),
        guild_id=granted(GuildId.parse(f"05000000{number:02d}")),
    )


def shoes(session: Session, unit_id: int) -> int:
    """The id of the workshop's first product."""
    product_id = products(session, (unit_id,))[unit_id][0].id
    assert product_id is not None
    return product_id


def usual(session: Session, unit_id: int, made: int | str = 1900, sold: int | str = 1800) -> Report:
    """A month in which the first product was made and sold, and nothing of the others is asked."""
    line = Line(shoes(session, unit_id), Decimal(made), Decimal(sold), int(Decimal(sold)) * 400)
    return Report((line,), employees=6)


def zero_month(code: ReasonCode = ReasonCode.NO_ORDER) -> Report:
    """A month without production."""
    return Report((), employees=6, zero=True, reasons=(Reason(None, ReasonKind.ZERO, code),))


def explained(session: Session, world: World, unit_id: int, month: JalaliMonth, report: Report) -> Report:
    """The report with a reason wherever its figures ask for one."""
    facts = granted(month_facts(session, world.owner, unit_id, month))
    for _ in range(20):
        outcome = checked(facts, report)
        if not isinstance(outcome, Problem):
            return report
        missing = next(product for product in facts.products if product.name == outcome.values["name"])
        kind = outcome.values["kind"]
        assert isinstance(kind, ReasonKind)
        code = ReasonCode.OLD_STOCK if kind is ReasonKind.SOLD_OVER_STOCK else ReasonCode.SEASON
        report = replace(report, reasons=(*report.reasons, Reason(missing.id, kind, code)))
    raise AssertionError("the report cannot be explained")


def recorded(
    session: Session,
    world: World,
    unit_id: int,
    month: JalaliMonth = ABAN,
    report: Report | None = None,
    received: Received | None = None,
) -> Receipt:
    """The month as the owner records it now, committed; figures that ask for a reason get one."""
    whole = explained(session, world, unit_id, month, report or usual(session, unit_id))
    receipt = granted(submit_month(session, world.owner, unit_id, month, 0, whole, received or just_now(session)))
    session.commit()
    return receipt


def month_subject(receipt: Receipt) -> Subject:
    """What the union decides on."""
    return Subject(SubjectKind.MONTH, receipt.subject_id)


def confirmed_month(session: Session, world: World, unit_id: int, month: JalaliMonth = ABAN) -> Receipt:
    """The month, recorded and confirmed."""
    receipt = recorded(session, world, unit_id, month)
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.DOCUMENT_SEEN))
    session.commit()
    return receipt


def returned_month(session: Session, world: World, unit_id: int, month: JalaliMonth = ABAN) -> Receipt:
    """The month, recorded and sent back because of the quantity sold."""
    receipt = recorded(session, world, unit_id, month)
    remark = Remark("sold", shoes(session, unit_id), RemarkCode.SOLD_OVER_STOCK)
    granted(send_back(session, world.approver, month_subject(receipt), 1, (remark,)))
    session.commit()
    return receipt


def rejected_month(session: Session, world: World, unit_id: int, month: JalaliMonth = ABAN) -> Receipt:
    """The month, recorded and rejected for good."""
    receipt = recorded(session, world, unit_id, month)
    granted(reject(session, world.approver, month_subject(receipt), 1, RejectionCode.NOT_REAL))
    session.commit()
    return receipt


def months_of(session: Session, unit_id: int) -> Sequence[Month]:
    """The rows as they are stored."""
    return session.execute(sa.select(Month).where(col(Month.unit_id) == unit_id)).scalars().all()


def received_at(session: Session, instant: datetime) -> Received:
    """A message of that instant that arrives now."""
    return Received(now(session), instant)


NEW_LICENCE = date(2026, 9, 25)
"""3 Mehr 1405: a workshop whose every month can be recorded."""
