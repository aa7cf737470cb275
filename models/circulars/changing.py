"""The rules that a draft changes: put in and taken out by those who write it, while it is a draft."""

from dataclasses import dataclass

from sqlmodel import Session

from models import letters, organisations
from models.circulars import changes
from models.circulars.changes import Change, Preview
from models.circulars.composing import changed, drafted
from models.circulars.records import Circular, CircularProblem
from models.clock import now
from models.letters import Rule, RuleKey
from models.organisations import Deed, Hat
from models.values.jalali import tehran_date
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class DraftRules:
    """What a draft changes, and whether this role may change it (``writes``) or release it (``sets``)."""

    told: tuple[Preview, ...]
    sets: bool


def rules_of(session: Session, by: Hat, circular_id: int) -> DraftRules | Problem:
    """What a circular changes, for those who write or release it."""
    row = session.get(Circular, circular_id)
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, row.office_id)
    if isinstance(live, Problem):
        return live
    seen = changes.preview(session, row.office_id, changes.of_circular(row))
    return DraftRules(seen, changes.may_change(session, live, row.office_id))


def holds_now(session: Session, office_id: int, key: RuleKey) -> Rule:
    """The rule that holds today where an office's circular would set it."""
    return letters.rule(session, key, changes.scope_of(session, office_id), tehran_date(now(session)))


def put_rule(session: Session, by: Hat, circular_id: int, revision: int | None, change: Change) -> int | Problem:
    """The draft changes this rule too; what it said of the same rule for the same day is replaced. The revision."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    others = [one for one in changes.of_circular(row) if (one.rule, one.begins) != (change.rule, change.begins)]
    # Those that were put in earlier are checked at release, when they may have become too early.
    wrong = changes.check(session, live, row.office_id, (change,), len(row.clauses))
    if wrong is None and len(others) >= changes.MOST_CHANGES:
        wrong = Problem(CircularProblem.TOO_MANY_CHANGES, {"got": len(others) + 1, "most": changes.MOST_CHANGES})
    if wrong is not None:
        return wrong
    row.changes = [one.as_json() for one in (*others, change)]
    return changed(session, live, row)


def take_rule_out(session: Session, by: Hat, circular_id: int, revision: int | None, place: int) -> int | Problem:
    """The draft no longer changes the rule at this place (from 1). The revision."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    row.changes = [one for number, one in enumerate(row.changes, 1) if number != place]
    return changed(session, live, row)
