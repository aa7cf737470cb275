"""People, their accounts on the messengers, and the proof that a phone number is theirs."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models import audit, notices
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.prepared import Prepared
from models.values.ids import Phone
from models.values.problem import Problem
from models.vault import vault

CODE_LASTS = timedelta(minutes=10)
CODE_TRIES = 5
INVITATION_LASTS = timedelta(days=7)
CODES_AN_HOUR = 5
"""So that nobody guesses through endless codes, or floods somebody's phone with them."""


class Messenger(StrEnum):
    """The messengers on which the product speaks."""

    TELEGRAM = "telegram"
    BALE = "bale"


class Language(StrEnum):
    """The languages of the words."""

    FA = "fa"
    EN = "en"


class Focus(StrEnum):
    """What a typed text of this account is an answer to."""

    NOTHING = "nothing"
    FORM = "form"
    JOIN_CODE = "join-code"
    LOOK_UP = "look-up"
    INVITATION = "invitation"
    OFFICES = "offices"
    ABSENCE = "absence"
    SHEET = "sheet"
    LIBRARY = "library"
    ATTACHMENT = "attachment"


class Person(SQLModel, table=True):
    """Somebody whose phone number is proven."""

    __tablename__ = "people"

    id: int | None = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    phone_sealed: bytes
    phone_index: str = Field(unique=True, max_length=80)
    name_sealed: bytes | None = None
    invitation_index: str | None = Field(default=None, max_length=80)
    invited_until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    created_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class Account(SQLModel, table=True):
    """One account on one messenger; known from its first message, a person's only after the proof."""

    __tablename__ = "accounts"
    __table_args__ = (sa.Index("ix_accounts_person_id_seen_at", "person_id", "seen_at"),)

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    person_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    language: Language = Field(default=Language.FA, sa_column=sa.Column(enum_column(Language), nullable=False))
    focus: Focus = Field(default=Focus.NOTHING, sa_column=sa.Column(enum_column(Focus), nullable=False))
    draft_id: int | None = Field(
        default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("drafts.id", ondelete="SET NULL"))
    )
    role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    start_sealed: bytes | None = None
    """What the link said with which the bot was opened, kept until the phone number is proven."""
    vouched: bool = False
    blocked: bool = False
    seen_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class JoinCode(SQLModel, table=True):
    """A code shown on an account that a person already has, by which another account joins that person."""

    __tablename__ = "join_codes"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    code_index: str = Field(max_length=80)
    vouched: bool = False
    tries: int = 0
    expires_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class AccountKey:
    """Which account: bare ids of two messengers collide, so both parts always go together."""

    messenger: Messenger
    account_id: int


class Proof(StrEnum):
    """What sharing a contact led to."""

    NEW = "new"
    JOINED = "joined"
    KNOWN = "known"
    CODE_NEEDED = "code-needed"
    CODE_OR_CLAIM = "code-or-claim"
    INVITED = "invited"
    INVITATION_NEEDED = "invitation-needed"
    TOO_MANY_CODES = "too-many-codes"


class PersonProblem(StrEnum):
    """Why an account could not join a person."""

    JOIN_CODE_WRONG = "join-code-wrong"
    JOIN_CODE_OVER = "join-code-over"
    CODE_NOT_ASKED = "join-code-not-asked"


def _where(key: AccountKey) -> Any:
    return sa.and_(col(Account.messenger) == key.messenger, col(Account.account_id) == key.account_id)


_accounts = table_of(Account)
_set_focus = Prepared(
    sa.update(_accounts)
    .where(_accounts.c.messenger == sa.bindparam("of_messenger"), _accounts.c.account_id == sa.bindparam("of_account"))
    .values(focus=sa.bindparam("answers"), draft_id=sa.bindparam("of_draft"))
)


def set_focus(session: Session, key: AccountKey, focus: Focus, draft_id: int | None = None) -> None:
    """From now on a typed text of this account answers ``focus``; ``draft_id`` says which form."""
    _set_focus.run(session, of_messenger=key.messenger, of_account=key.account_id, answers=focus, of_draft=draft_id)


def set_language(session: Session, key: AccountKey, language: Language) -> None:
    """Speak ``language`` with this account."""
    session.execute(sa.update(Account).where(_where(key)).values(language=language))


def language_of(session: Session, key: AccountKey) -> Language:
    """The language in which the account is spoken to."""
    found = session.execute(sa.select(col(Account.language)).where(_where(key))).scalar_one_or_none()
    return found or Language.FA


def set_role(session: Session, key: AccountKey, role_id: int | None) -> None:
    """The hat that this account wears; whether it is still theirs is checked at each act."""
    session.execute(sa.update(Account).where(_where(key)).values(role_id=role_id))


def keep_start(session: Session, key: AccountKey, payload: str) -> None:
    """Remember what the link said with which somebody came whose number is not proven yet; it may be a secret."""
    sealed = vault(session).seal(payload)
    session.execute(sa.update(Account).where(_where(key)).values(start_sealed=sealed))


def take_start(session: Session, key: AccountKey) -> str:
    """What was kept, once; empty when there is nothing."""
    sealed = session.execute(select(Account.start_sealed).where(_where(key))).scalar_one_or_none()
    if sealed is None:
        return ""
    session.execute(sa.update(Account).where(_where(key)).values(start_sealed=None))
    return vault(session).open(sealed)


def name_of(session: Session, person_id: int) -> str | None:
    """The name that the person gave, if any."""
    sealed = session.execute(select(Person.name_sealed).where(Person.id == person_id)).scalar_one_or_none()
    return None if sealed is None else vault(session).open(sealed)


def known_as(session: Session, people: Iterable[int]) -> Mapping[int, str]:
    """How these people are shown to their colleagues: by name, else by the proven number with its middle hidden."""
    safe = vault(session)
    rows = session.execute(
        select(Person.id, Person.name_sealed, Person.phone_sealed).where(col(Person.id).in_(tuple(people)))
    ).all()
    return {
        number: Phone(safe.open(phone)).masked if name is None else safe.open(name)
        for number, name, phone in rows
        if number is not None
    }


def set_name(session: Session, person_id: int, name: str) -> None:
    """Remember the person's name, sealed."""
    session.execute(sa.update(Person).where(col(Person.id) == person_id).values(name_sealed=vault(session).seal(name)))


def phone_of(session: Session, person_id: int) -> Phone:
    """The proven phone number; show it masked only."""
    sealed = session.execute(select(Person.phone_sealed).where(Person.id == person_id)).scalar_one()
    return Phone(vault(session).open(sealed))


def person_by_phone(session: Session, phone: Phone) -> int | None:
    """Whose number this is."""
    index = vault(session).index("phone", phone)
    return session.execute(select(Person.id).where(Person.phone_index == index)).scalar_one_or_none()


def add_person(session: Session, phone: Phone, name: str | None = None) -> int:
    """A person with a proven number; the number must not be known yet."""
    safe = vault(session)
    person = Person(
        phone_sealed=safe.seal(phone),
        phone_index=safe.index("phone", phone),
        name_sealed=None if name is None else safe.seal(name),
        created_at=now(session),
    )
    session.add(person)
    session.flush()
    assert person.id is not None
    return person.id


def add_account(session: Session, key: AccountKey, person_id: int | None = None, *, vouched: bool = True) -> None:
    """Know an account (a rehearsal's seed)."""
    session.add(
        Account(
            messenger=key.messenger,
            account_id=key.account_id,
            person_id=person_id,
            vouched=vouched,
            seen_at=now(session),
        )
    )
    session.flush()


def _join(session: Session, key: AccountKey, person_id: int, *, vouched: bool) -> None:
    session.execute(
        sa.update(Account)
        .where(_where(key))
        .values(person_id=person_id, vouched=vouched, focus=Focus.NOTHING, draft_id=None)
    )
    notices.resume(session, person_id)
    audit.record(
        session,
        audit.AuditAct.ACCOUNT_JOINED,
        by=person_id,
        hat=None,
        subject=f"account:{key.messenger}:{key.account_id}",
    )


def prove_phone(session: Session, key: AccountKey, phone: Phone, *, vouched: bool) -> Proof:
    """The account shared its own contact; ``vouched``: the messenger says that it is the sender's own.

    A new number opens a new person. A number of a known person joins at once only where both this contact and one that
    the person has on the other messenger are vouched for. Otherwise a six-digit code goes to the accounts that the
    person already has: a number may have changed hands, and an address-book card proves nothing. Whoever was given a
    role before the first contact proves an unvouched one by the code of the invitation.
    """
    person_id = person_by_phone(session, phone)
    if person_id is None:
        _join(session, key, add_person(session, phone), vouched=vouched)
        return Proof.NEW
    accounts = session.execute(
        select(Account.messenger, Account.account_id, Account.vouched).where(col(Account.person_id) == person_id)
    ).all()
    if any(AccountKey(messenger, account) == key for messenger, account, _ in accounts):
        return Proof.KNOWN
    sure = any(known for _, _, known in accounts)
    if vouched and (not accounts or (sure and all(messenger != key.messenger for messenger, _, _ in accounts))):
        _join(session, key, person_id, vouched=True)
        return Proof.JOINED
    if not accounts:
        return _invited(session, key, person_id)
    if notices.lately(session, person_id, notices.NoticeKind.JOIN_CODE, timedelta(hours=1)) >= CODES_AN_HOUR:
        return Proof.TOO_MANY_CODES
    code = f"{secrets.randbelow(1_000_000):06d}"
    _await_code(session, key, person_id, vault(session).index("join-code", code), vouched=vouched)
    notices.owe(session, person_id, notices.NoticeKind.JOIN_CODE, {"code": code, "messenger": key.messenger.value})
    return Proof.CODE_OR_CLAIM if vouched and not sure else Proof.CODE_NEEDED


def _invited(session: Session, key: AccountKey, person_id: int) -> Proof:
    index, until = session.execute(
        select(Person.invitation_index, Person.invited_until).where(Person.id == person_id)
    ).one()
    if index is None or until is None or until <= now(session):
        return Proof.INVITATION_NEEDED
    _await_code(session, key, person_id, index, vouched=False)
    return Proof.INVITED


def _await_code(session: Session, key: AccountKey, person_id: int, index: str, *, vouched: bool) -> None:
    session.execute(
        sa.delete(JoinCode).where(col(JoinCode.messenger) == key.messenger, col(JoinCode.account_id) == key.account_id)
    )
    session.add(
        JoinCode(
            messenger=key.messenger,
            account_id=key.account_id,
            person_id=person_id,
            code_index=index,
            vouched=vouched,
            expires_at=now(session) + CODE_LASTS,
        )
    )
    set_focus(session, key, Focus.JOIN_CODE)


def invite(session: Session, person_id: int) -> str:
    """A code of ten digits, told outside the messengers, by which an unvouched account joins; for seven days."""
    code = f"{secrets.randbelow(10**10):010d}"
    session.execute(
        sa.update(Person)
        .where(col(Person.id) == person_id)
        .values(invitation_index=vault(session).index("join-code", code), invited_until=now(session) + INVITATION_LASTS)
    )
    return code


def give_up_number(session: Session, person_id: int) -> None:
    """The number turned out to be somebody else's: the accounts that claimed it must prove theirs anew."""
    session.execute(
        sa.update(Person)
        .where(col(Person.id) == person_id)
        .values(phone_index=f"given-up:{person_id}", phone_sealed=vault(session).seal(""), invitation_index=None)
    )
    session.execute(
        sa.update(Account)
        .where(col(Account.person_id) == person_id)
        .values(person_id=None, focus=Focus.NOTHING, draft_id=None, role_id=None)
    )


def code_awaited(session: Session, key: AccountKey) -> Proof | None:
    """Which code this account is asked for; None when none is."""
    row = session.execute(
        select(JoinCode.person_id, JoinCode.code_index, JoinCode.vouched, Person.invitation_index)
        .join(Person, col(Person.id) == col(JoinCode.person_id))
        .where(JoinCode.messenger == key.messenger, JoinCode.account_id == key.account_id)
    ).one_or_none()
    if row is None:
        return None
    person_id, code, vouched, invitation = row
    if code == invitation:
        return Proof.INVITED
    sure = session.execute(
        select(Account.account_id).where(col(Account.person_id) == person_id, col(Account.vouched)).limit(1)
    ).first()
    return Proof.CODE_OR_CLAIM if vouched and sure is None else Proof.CODE_NEEDED


def confirm_join(session: Session, key: AccountKey, typed: str) -> int | Problem:
    """The code typed on the new account: joins and returns the person, or says why not.

    A code lasts ten minutes and five tries; then the contact must be shared anew.
    """
    row = session.execute(
        select(JoinCode).where(JoinCode.messenger == key.messenger, JoinCode.account_id == key.account_id)
    ).scalar_one_or_none()
    if row is None:
        return Problem(PersonProblem.CODE_NOT_ASKED)
    if row.expires_at <= now(session) or row.tries >= CODE_TRIES:
        return Problem(PersonProblem.JOIN_CODE_OVER)
    if not secrets.compare_digest(row.code_index, vault(session).index("join-code", typed)):
        row.tries += 1
        session.flush()
        left = CODE_TRIES - row.tries
        return Problem(PersonProblem.JOIN_CODE_WRONG, {"left": left}) if left else Problem(PersonProblem.JOIN_CODE_OVER)
    person_id, vouched = int(row.person_id), bool(row.vouched)
    # A code serves once, whoever else waits to type it.
    session.execute(sa.delete(JoinCode).where(col(JoinCode.person_id) == person_id))
    heard = session.execute(
        select(Account.messenger, Account.account_id)
        .where(col(Account.person_id) == person_id)
        .order_by(col(Account.seen_at).desc())
        .limit(1)
    ).one_or_none()
    _join(session, key, person_id, vouched=vouched)
    session.execute(sa.update(Person).where(col(Person.id) == person_id).values(invitation_index=None))
    if heard is not None:
        # To the account that was there before: whoever holds it must learn of the new one.
        told = {"messenger": key.messenger.value}
        notices.owe(session, person_id, notices.NoticeKind.JOINED, told, to=(heard[0].value, heard[1]))
    return person_id
