"""The receiver's registration of a letter, as on the stamp of 98/204157: number, date, attachments, referral."""

from datetime import date

from sqlmodel import Session

from models import audit, organisations
from models.access.gate import AccessProblem
from models.access.records import MOST_ATTACHMENTS, MOST_NOTE, AccessLetter
from models.clock import now
from models.organisations import Deed, Hat
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber, LetterProblem
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault


def stamp(
    session: Session,
    hat: Hat,
    letter_id: int,
    register_number: LetterNumber,
    registered_on: date,
    attachments: int | None,
    referral: str | None,
) -> Problem | None:
    """The receiver's registration of a letter: its own number and date, attachments, to whom it was referred.

    What the stamp on 98/204157 shows; it may be written anew. ``referral``: at most 300 characters.
    """
    letter = session.get(AccessLetter, letter_id, with_for_update=True, populate_existing=True)
    if letter is None:
        return Problem(AccessProblem.GONE)
    worn = organisations.acting(session, hat, Deed.FORWARD_ACCESS, letter.receiver_id)
    if isinstance(worn, Problem):
        return worn
    today = tehran_date(now(session))
    if registered_on > today:
        return Problem(LetterProblem.FUTURE, {"got": registered_on, "today": today})
    if registered_on < letter.dated:
        return Problem(AccessProblem.LETTER_BEFORE, {"got": registered_on, "previous": letter.dated})
    words = free_text(referral, MOST_NOTE) if referral else None
    if isinstance(words, Problem):
        return words
    letter.register_number, letter.registered_on = register_number, registered_on
    letter.attachments = None if attachments is None else min(attachments, MOST_ATTACHMENTS)
    letter.referral_sealed = vault(session).seal(words) if words else None
    session.flush()
    audit.record(
        session,
        audit.AuditAct.ACCESS_STAMPED,
        by=worn.person_id,
        hat=worn.role_id,
        subject=f"access-letter:{letter.id}",
        details={"number": register_number, "on": registered_on.isoformat()},
    )
    return None
