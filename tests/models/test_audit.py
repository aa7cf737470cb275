import pytest
from sqlmodel import Session, select

from models import audit
from models.audit import AuditAct, AuditEntry, RewrittenAuditError
from models.clock import now
from tests.models.world import build_world, person


def test_nobody_rewrites_the_record(session: Session) -> None:
    somebody = person(session, 1)
    audit.record(session, AuditAct.LOOKED_UP, by=somebody, hat=None, subject="unit:5")
    session.commit()
    entry = session.exec(select(AuditEntry)).one()

    entry.subject = "unit:6"
    with pytest.raises(RewrittenAuditError):
        session.flush()
    session.rollback()
    session.delete(session.exec(select(AuditEntry)).one())
    with pytest.raises(RewrittenAuditError):
        session.flush()
    session.rollback()

    assert [act.subject for act in audit.trail(session, "unit:5")] == ["unit:5"]


def test_an_inspector_reads_who_did_what_in_which_role(session: Session) -> None:
    world = build_world(session)
    hat = world.approver
    audit.record(
        session,
        AuditAct.UNIT_APPROVED,
        by=hat.person_id,
        hat=hat.role_id,
        subject="unit:5",
        details={"revision": "1"},
    )
    session.commit()
    (act,) = audit.trail(session, "unit:5")
    assert (act.by, act.hat, act.act, act.details) == (
        hat.person_id,
        hat.role_id,
        AuditAct.UNIT_APPROVED,
        {"revision": "1"},
    )
    assert abs((now(session) - act.at).total_seconds()) < 60
    assert audit.trail(session, "unit:6") == ()
