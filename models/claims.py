"""Whose number it is, when somebody unvouched was faster."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models.drafts import Draft
from models.organisations import Role
from models.people import Account, AccountKey, JoinCode, add_person, give_up_number, phone_of, prove_phone
from models.units import Unit
from models.values.problem import Problem


class ClaimProblem(StrEnum):
    """Why a number cannot be claimed in the chat."""

    NOTHING_TO_CLAIM = "nothing-to-claim"
    """No vouched contact of this account waits for a code."""
    HOLDS_MORE = "claim-holds-more"
    """The other account has a unit or a role already: the union or the county settles it."""


def claim_number(session: Session, key: AccountKey) -> int | Problem:
    """The account's contact is vouched for, and the accounts that hold its number are not: the number is its own.

    Only while they hold no unit and no role; their drafts go, and they must prove a number anew. Returns the person.
    """
    row = session.execute(
        select(JoinCode).where(JoinCode.messenger == key.messenger, JoinCode.account_id == key.account_id)
    ).scalar_one_or_none()
    if row is None or not row.vouched:
        return Problem(ClaimProblem.NOTHING_TO_CLAIM)
    holder = int(row.person_id)
    if session.execute(
        select(Account.account_id).where(col(Account.person_id) == holder, col(Account.vouched).is_(True)).limit(1)
    ).first():
        return Problem(ClaimProblem.NOTHING_TO_CLAIM)
    for held in (select(Unit.id).where(Unit.owner_id == holder), select(Role.id).where(Role.person_id == holder)):
        if session.execute(held.limit(1)).first():
            return Problem(ClaimProblem.HOLDS_MORE)
    phone = phone_of(session, holder)
    session.delete(row)
    give_up_number(session, holder)
    session.execute(sa.delete(Draft).where(col(Draft.person_id) == holder))
    session.flush()
    add_person(session, phone)
    prove_phone(session, key, phone, vouched=True)
    found = session.execute(
        select(Account.person_id).where(Account.messenger == key.messenger, Account.account_id == key.account_id)
    ).scalar_one()
    assert found is not None
    return int(found)
