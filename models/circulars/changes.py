"""The rules that a circular changes: read at composing, set at its release in the releaser's name, cited ever after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, organisations
from models.circulars.records import Circular, CircularProblem
from models.clock import now
from models.letters import CircularClause, Citation, Rule, RuleKey, RuleRow
from models.organisations import Deed, Hat, Office, OfficeKind
from models.organisations.offices import NATIONAL
from models.units.records import LIVE, Unit
from models.values.jalali import tehran_date
from models.values.problem import Problem

MOST_CHANGES: Final = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A rule from a day on (Gregorian, Tehran's calendar). ``value`` as ``letters`` keeps it.

    ``clause`` is the place of the clause that says so, from 1; None: the circular as a whole.
    """

    rule: RuleKey
    value: str
    begins: date
    clause: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For keeping with the circular."""
        return {"rule": self.rule.value, "value": self.value, "from": self.begins.isoformat(), "clause": self.clause}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Change":
        """As it was kept."""
        return cls(RuleKey(kept["rule"]), kept["value"], date.fromisoformat(kept["from"]), kept["clause"])


def read(rule: RuleKey, typed: str, begins: date, clause: int | None = None) -> Change | Problem:
    """A change as it was typed; the value within the bounds of its rule."""
    value = letters.read_value(rule, typed)
    return value if isinstance(value, Problem) else Change(rule, value, begins, clause)


def of_circular(row: Circular) -> tuple[Change, ...]:
    """What this circular changes."""
    return tuple(Change.of_json(kept) for kept in row.changes)


def scope_of(session: Session, office_id: int) -> int | None:
    """For whom an office's circular sets rules: its own territory; of a national office the country (None)."""
    kind = session.execute(sa.select(col(Office.kind)).where(col(Office.id) == office_id)).scalar_one()
    return None if kind in NATIONAL else office_id


def may_change(session: Session, live: Hat, office_id: int) -> bool:
    """Whether circulars of this office may change rules in this hat."""
    return organisations.may(session, live, Deed.SET_RULE, scope_of(session, office_id))


def check(  # noqa: PLR0911 (one a refusal)
    session: Session, live: Hat, office_id: int, changes: Sequence[Change], clauses: int, starts: date | None = None
) -> Problem | None:
    """Why these changes cannot go with a circular of this office; None when they can.

    ``clauses``: how many it has. ``starts``: the day on which it is told (today when not given): nobody is bound by
    what was not told yet.
    """
    if not changes:
        return None
    if not may_change(session, live, office_id):
        return Problem(CircularProblem.MAY_NOT_CHANGE_RULES, {"own": live.kind})
    if len(changes) > MOST_CHANGES:
        return Problem(CircularProblem.TOO_MANY_CHANGES, {"got": len(changes), "most": MOST_CHANGES})
    first = starts or tehran_date(now(session))
    seen: set[tuple[RuleKey, date]] = set()
    for one in changes:
        value = letters.read_value(one.rule, one.value)
        if isinstance(value, Problem):
            return value
        if one.begins < first:
            return Problem(CircularProblem.CHANGE_TOO_EARLY, {"rule": one.rule, "from": one.begins, "first": first})
        if one.clause is not None and not 1 <= one.clause <= clauses:
            return Problem(CircularProblem.CHANGE_CLAUSE, {"got": one.clause, "most": clauses})
        if (one.rule, one.begins) in seen:
            return Problem(CircularProblem.CHANGE_TWICE, {"rule": one.rule, "from": one.begins})
        seen.add((one.rule, one.begins))
    return None


def citation(row: Circular, clause: int | None) -> Citation:
    """A clause of a circular, or the whole, as rules cite it."""
    text = row.subject if clause is None else row.clauses[clause - 1]
    return Citation(CircularClause(row.id, clause or 0), row.number, row.issued, text)


def enact(session: Session, live: Hat, row: Circular) -> None:
    """Set the rules of a circular that is being released and was checked, each resting on its clause."""
    scope = scope_of(session, row.office_id) if row.changes else None
    for one in of_circular(row):
        rule = letters.set_rule(
            session,
            live,
            one.rule,
            one.value,
            scope_id=scope,
            valid_from=one.begins,
            clause=citation(row, one.clause),
        )
        assert not isinstance(rule, Problem), rule


def take_back(session: Session, by: Hat, row: Circular) -> int:
    """A circular is withdrawn: its rules that have not begun never begin; how many. Those in force stay.

    Of one that nobody was sent, no rule can have begun before today, and today's never held for anybody.
    """
    if not row.changes:
        return 0
    today, begins = tehran_date(now(session)), col(RuleRow.valid_from)
    these = sa.delete(RuleRow).where(
        col(RuleRow.key).in_({one.rule for one in of_circular(row)}),
        col(RuleRow.clause).startswith(f"C{row.id}/"),
        begins >= today if row.started_at is None else begins > today,
    )
    gone = session.execute(these.returning(col(RuleRow.id), col(RuleRow.key))).all()
    for rule_id, key in gone:
        audit.record(
            session,
            audit.AuditAct.RULE_TAKEN_BACK,
            by=by.person_id,
            hat=by.role_id,
            subject=f"rule:{rule_id}",
            details={"key": key, "circular": str(row.id)},
        )
    return len(gone)


# ---- what they change ----


@dataclass(frozen=True, slots=True)
class Preview:
    """What one change does. ``scope`` is the office's name, None the country; ``old`` is what holds there without it.

    ``units`` are registered in that territory. ``nearer`` of its offices have a rule of their own, which stays.
    """

    change: Change
    scope: str | None
    scope_kind: OfficeKind | None
    old: Rule
    units: int
    nearer: tuple[tuple[OfficeKind, str], ...]


def preview(session: Session, office_id: int, changes: Sequence[Change]) -> tuple[Preview, ...]:
    """What these changes would do as rules of an office's circular; four statements, however many they are."""
    if not changes:
        return ()
    office = session.get_one(Office, office_id)
    scope = None if office.kind in NATIONAL else office
    book = letters.rule_book(session, None if scope is None else scope.id)
    within = sa.true() if scope is None else _within(scope.id)
    units = session.execute(
        sa.select(sa.func.count())
        .select_from(Unit)
        .join(Office, col(Office.id) == col(Unit.union_id))
        .where(col(Unit.state).in_(LIVE), within)
    ).scalar_one()
    nearer = session.execute(
        sa.select(col(RuleRow.key), col(RuleRow.valid_from), col(Office.kind), col(Office.name))
        .join(Office, col(Office.id) == col(RuleRow.scope_id))
        .where(
            col(RuleRow.key).in_({one.rule for one in changes}),
            col(Office.id) != office_id,
            within,
        )
        .order_by(col(Office.id))
    ).all()
    return tuple(
        Preview(
            one,
            None if scope is None else scope.name,
            None if scope is None else scope.kind,
            book.rule(one.rule, one.begins),
            units,
            tuple(dict.fromkeys((row[2], row[3]) for row in nearer if row[0] is one.rule and row[1] <= one.begins)),
        )
        for one in changes
    )


def _within(office_id: int) -> sa.ColumnElement[bool]:
    return sa.or_(col(Office.id) == office_id, col(Office.parent_id) == office_id, col(Office.province_id) == office_id)
