"""The verdict for order registration as a pure function of facts: outcome, reasons with their sources, the way out.

Need is verified by production statistics alone (60/310637, first part). What no letter gives is a dated setting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from models.letters import NO_LICENCE_COPIES, STATISTICS_ALONE, THREE_CHECKS, Citation, Rule, RuleKey, Setting, cite
from models.months import Deadline, MonthState, deadline_by
from models.units import RenewalState, UnitState
from models.values.jalali import JalaliMonth, tehran_date

SPANS: Final = (3, 6, 12, 17)
"""The spans that are shown: a quarter, the six-month risk, a year, and the 17 months of a quota of 1404."""


class EligibilityOutcome(StrEnum):
    """What the statistics in Behinyar say of order registration; the text is ``eligibility-outcome-<outcome>``."""

    MET = "met"
    NOT_YET = "not-yet"
    NOTHING_RECORDED = "nothing-recorded"
    LICENCE_EXPIRED = "licence-expired"
    UNIT_NOT_CONFIRMED = "unit-not-confirmed"


class VerdictReasonKind(StrEnum):
    """What a verdict rests on; the text is ``verdict-reason-<kind>``."""

    STATISTICS_ALONE = "statistics-alone"
    """No values."""
    ENOUGH_MONTHS = "enough-months"
    """``counted``, ``needed``: numbers of months; ``window``: of how many."""
    FEW_MONTHS = "few-months"
    """The same values."""
    NO_MONTHS = "no-months"
    """The same values."""
    WINDOW = "window"
    """``window``: how many months are looked at."""
    WAITING_COUNTED = "waiting-counted"
    """``waiting``: how many months wait for the union."""
    WAITING_NOT_COUNTED = "waiting-not-counted"
    """The same value."""
    LICENCE_VALID = "licence-valid"
    """``expires``: the licence's last day."""
    LICENCE_EXPIRED = "licence-expired"
    """The same value."""
    UNIT_NOT_CONFIRMED = "unit-not-confirmed"
    """``state``: the UnitState."""
    RENEWAL_WAITS = "renewal-waits"
    """``since``: the date since which a renewed licence lies with the union."""
    NO_DOCUMENTS = "no-documents"
    """No values: there is no need of production documents nor of the union's letter."""


class RemedyKind(StrEnum):
    """What would change the verdict; the text is ``remedy-<kind>``."""

    REGISTER_ANEW = "register-anew"
    CORRECT_REGISTRATION = "correct-registration"
    CONFIRM_REGISTRATION = "confirm-registration"
    RENEW_LICENCE = "renew-licence"
    """The owner states the renewed licence (and the union then confirms it)."""
    CONFIRM_LICENCE = "confirm-licence"
    """The union confirms the renewed licence, which waits since ``since``."""
    CORRECT_LICENCE = "correct-licence"
    """The owner corrects what was stated of the renewed licence (and the union then confirms it)."""
    CONFIRM_MONTHS = "confirm-months"
    """The union confirms ``months``, which wait since ``since``."""
    CORRECT_MONTHS = "correct-months"
    """The unit corrects ``months``, which the union returned (and the union then confirms them)."""
    RECORD_MONTHS = "record-months"
    """The unit records ``months`` (and the union then confirms them); the newest until ``until`` to be on time."""
    RECORD_COMING_MONTHS = "record-coming-months"
    """``months`` are still to come: recorded when they end (and then confirmed)."""
    ASK_PROVINCE = "ask-province"
    """The settings want more months than they look at; only the provincial organisation can change that."""


@dataclass(frozen=True, slots=True)
class MonthFact:
    """A recorded month as the verdict reads it; ``submitted_at`` is aware UTC."""

    month: JalaliMonth
    state: MonthState
    late: bool
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a verdict depends on. ``today`` is Tehran's date (Gregorian), ``rules`` those in force on it.

    ``licensed_since``: the first day of the first known licence where the present one is a renewed one. ``renewal``:
    how a renewed licence that is not confirmed stands, submitted on ``renewal_since``; until then the old dates count.
    """

    today: date
    unit_state: UnitState
    licence_issued: date
    licence_expires: date
    months: tuple[MonthFact, ...]
    rules: Mapping[RuleKey, Rule]
    licensed_since: date | None = None
    renewal: RenewalState | None = None
    renewal_since: date | None = None

    @property
    def licensed_from(self) -> JalaliMonth:
        """The month of the first known licence: from it on months count."""
        return JalaliMonth.of_date(self.licensed_since or self.licence_issued)


@dataclass(frozen=True, slots=True)
class VerdictReason:
    """One ground of the verdict and where it stands; ``values`` as the kind says."""

    kind: VerdictReasonKind
    source: Citation | Setting
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Window:
    """How the last ``months`` finished months stand; the other numbers add up to it."""

    months: int
    confirmed: int
    waiting: int
    returned: int
    missing: int
    rejected: int
    before_licence: int


@dataclass(frozen=True, slots=True)
class LicenceState:
    """The guild licence by its recorded dates; ``days`` left including today, 0 or less when it has expired."""

    issued: date
    expires: date
    valid: bool
    days: int


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to do, for one or several ``months`` (newest first where that matters to the reader).

    ``since``: the date since which the first of them waits. ``until``: the last day on which the newest is on time.
    ``then_confirmed``: the union's confirmation is needed after it.
    """

    kind: RemedyKind
    months: tuple[JalaliMonth, ...] = ()
    since: date | None = None
    until: date | None = None
    then_confirmed: bool = False

    @property
    def acts(self) -> int:
        """How many single acts this is: one for each month and for each confirmation after it."""
        return max(len(self.months), 1) * (2 if self.then_confirmed else 1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Behinyar's record says on a day; Behinyab's own record decides.

    ``windows``: of the last 3, 6, 12 and 17 months; ``policy``: the one that the setting looks at. ``remedies``: the
    shortest list that would change the outcome, empty when it is met. ``would_be_met_with_waiting``: whether it would
    be met if waiting months counted.
    """

    outcome: EligibilityOutcome
    reasons: tuple[VerdictReason, ...]
    policy: Window
    windows: tuple[Window, ...]
    licence: LicenceState
    remedies: tuple[Remedy, ...]
    would_be_met_with_waiting: bool
    needed: int
    as_of: date

    @property
    def met(self) -> bool:
        """Whether the statistics carry an order registration."""
        return self.outcome is EligibilityOutcome.MET


def judge(facts: Facts) -> Verdict:
    """The verdict. Pure: the same facts give the same verdict."""
    window, needed = facts.rules[RuleKey.WINDOW].number, facts.rules[RuleKey.NEEDED].number
    policy = span(facts, window)
    licence = LicenceState(
        facts.licence_issued,
        facts.licence_expires,
        facts.licence_expires >= facts.today,
        (facts.licence_expires - facts.today).days + 1,
    )
    outcome = _outcome(facts, policy, needed, counts_waiting=facts.rules[RuleKey.COUNTS_WAITING].yes)
    return Verdict(
        outcome=outcome,
        reasons=_reasons(facts, policy),
        policy=policy,
        windows=tuple(span(facts, months) for months in SPANS),
        licence=licence,
        remedies=() if outcome is EligibilityOutcome.MET else _remedies(facts),
        would_be_met_with_waiting=_outcome(facts, policy, needed, counts_waiting=True) is EligibilityOutcome.MET,
        needed=needed,
        as_of=facts.today,
    )


def last_finished(facts: Facts) -> JalaliMonth:
    """The newest month that can be recorded."""
    return JalaliMonth.of_date(facts.today).previous()


def span(facts: Facts, months: int) -> Window:
    """How the last so many finished months stand."""
    last = last_finished(facts).index
    first, licensed = last - months + 1, facts.licensed_from.index
    states = [fact.state for fact in facts.months if first <= fact.month.index <= last]
    before = min(max(licensed - first, 0), months - len(states))
    return Window(
        months=months,
        confirmed=states.count(MonthState.CONFIRMED),
        waiting=states.count(MonthState.SUBMITTED),
        returned=states.count(MonthState.RETURNED),
        missing=months - len(states) - before,
        rejected=states.count(MonthState.REJECTED),
        before_licence=before,
    )


def _outcome(facts: Facts, policy: Window, needed: int, *, counts_waiting: bool) -> EligibilityOutcome:
    if facts.unit_state is not UnitState.CONFIRMED:
        return EligibilityOutcome.UNIT_NOT_CONFIRMED
    if facts.licence_expires < facts.today:
        return EligibilityOutcome.LICENCE_EXPIRED
    if policy.confirmed + (policy.waiting if counts_waiting else 0) >= needed:
        return EligibilityOutcome.MET
    if not facts.months or policy.confirmed + policy.waiting + policy.returned + policy.rejected == 0:
        return EligibilityOutcome.NOTHING_RECORDED
    return EligibilityOutcome.NOT_YET


def _reasons(facts: Facts, policy: Window) -> tuple[VerdictReason, ...]:
    """Every ground that the verdict rests on, each with its letter or setting, in the order of reading."""
    needed, window = facts.rules[RuleKey.NEEDED], facts.rules[RuleKey.WINDOW]
    waiting = facts.rules[RuleKey.COUNTS_WAITING]
    reasons = [VerdictReason(VerdictReasonKind.STATISTICS_ALONE, cite(STATISTICS_ALONE))]
    if facts.unit_state is not UnitState.CONFIRMED:
        state = {"state": facts.unit_state}
        reasons.append(VerdictReason(VerdictReasonKind.UNIT_NOT_CONFIRMED, cite(THREE_CHECKS), state))
    counted = policy.confirmed + (policy.waiting if waiting.yes else 0)
    kind = VerdictReasonKind.FEW_MONTHS if counted else VerdictReasonKind.NO_MONTHS
    if counted >= needed.number:
        kind = VerdictReasonKind.ENOUGH_MONTHS
    numbers = {"counted": counted, "needed": needed.number, "window": window.number}
    reasons.append(VerdictReason(kind, needed.source, numbers))
    reasons.append(VerdictReason(VerdictReasonKind.WINDOW, window.source, {"window": window.number}))
    if policy.waiting:
        kind = VerdictReasonKind.WAITING_COUNTED if waiting.yes else VerdictReasonKind.WAITING_NOT_COUNTED
        reasons.append(VerdictReason(kind, waiting.source, {"waiting": policy.waiting}))
    expired = facts.licence_expires < facts.today
    kind = VerdictReasonKind.LICENCE_EXPIRED if expired else VerdictReasonKind.LICENCE_VALID
    reasons.append(VerdictReason(kind, cite(NO_LICENCE_COPIES), {"expires": facts.licence_expires}))
    if facts.renewal is RenewalState.SUBMITTED:
        since = {"since": facts.renewal_since}
        reasons.append(VerdictReason(VerdictReasonKind.RENEWAL_WAITS, cite(THREE_CHECKS), since))
    reasons.append(VerdictReason(VerdictReasonKind.NO_DOCUMENTS, cite(STATISTICS_ALONE)))
    return tuple(reasons)


def _remedies(facts: Facts) -> tuple[Remedy, ...]:
    """The shortest list: the fewest months to wait for, then the fewest single acts.

    What stands in the way of every month comes first and cannot be avoided. The months are independent of each other
    and each counts once, so taking the cheapest first is the shortest: waiting ones (one confirmation), then returned
    and missing ones (two acts, or one where waiting months count), newest first. Only when the window does not hold
    enough of them are coming months added, as few as reach the number while the oldest leave the window; each month
    that passes adds one at most, so then every one that is named is needed.
    """
    remedies = list(_obstacles(facts))
    window, needed = facts.rules[RuleKey.WINDOW].number, facts.rules[RuleKey.NEEDED].number
    if needed > window:
        return (*remedies, Remedy(RemedyKind.ASK_PROVINCE))
    shift, chosen = _chosen(facts, window, needed)
    last = last_finished(facts)
    coming = tuple(last.plus(later) for later in range(1, shift + 1))
    remedies += _grouped(facts, chosen)
    if coming:
        then = not facts.rules[RuleKey.COUNTS_WAITING].yes
        remedies.append(Remedy(RemedyKind.RECORD_COMING_MONTHS, coming, then_confirmed=then))
    return tuple(remedies)


def _obstacles(facts: Facts) -> Iterable[Remedy]:
    if facts.unit_state is UnitState.SUBMITTED:
        yield Remedy(RemedyKind.CONFIRM_REGISTRATION)
    elif facts.unit_state is UnitState.RETURNED:
        yield Remedy(RemedyKind.CORRECT_REGISTRATION, then_confirmed=True)
    elif facts.unit_state is UnitState.REJECTED:
        yield Remedy(RemedyKind.REGISTER_ANEW, then_confirmed=True)
    if facts.licence_expires < facts.today:
        if facts.renewal is RenewalState.SUBMITTED:
            yield Remedy(RemedyKind.CONFIRM_LICENCE, since=facts.renewal_since)
        elif facts.renewal is RenewalState.RETURNED:
            yield Remedy(RemedyKind.CORRECT_LICENCE)
        else:
            yield Remedy(RemedyKind.RENEW_LICENCE)


_ORDER: Final = (RemedyKind.CONFIRM_MONTHS, RemedyKind.CORRECT_MONTHS, RemedyKind.RECORD_MONTHS)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A month that does not count yet and what would make it count."""

    kind: RemedyKind
    month: JalaliMonth
    since: datetime | None


def _chosen(facts: Facts, window: int, needed: int) -> tuple[int, tuple[_Choice, ...]]:
    """How many months must still pass, and which recorded or missing months then complete the number."""
    counts_waiting = facts.rules[RuleKey.COUNTS_WAITING].yes
    last = last_finished(facts).index
    counting = {MonthState.CONFIRMED, MonthState.SUBMITTED} if counts_waiting else {MonthState.CONFIRMED}
    counted = {fact.month.index for fact in facts.months if fact.state in counting}
    choices = sorted(_choices(facts, last - window + 1, last, counted), key=_price)
    for shift in range(window + 1):
        first = last + shift - window + 1
        short = needed - shift - sum(first <= index <= last for index in counted)
        usable = [choice for choice in choices if choice.month.index >= first]
        if short <= len(usable):
            return shift, tuple(usable[: max(short, 0)])
    raise AssertionError("a window full of coming months holds enough of them")


def _choices(facts: Facts, first: int, last: int, counted: set[int]) -> Iterable[_Choice]:
    recorded = {fact.month.index: fact for fact in facts.months}
    licensed = facts.licensed_from.index
    for index in range(last, max(first, licensed) - 1, -1):
        fact = recorded.get(index)
        month = JalaliMonth.from_index(index)
        if fact is None:
            yield _Choice(RemedyKind.RECORD_MONTHS, month, None)
        elif index not in counted and fact.state is MonthState.SUBMITTED:
            yield _Choice(RemedyKind.CONFIRM_MONTHS, month, fact.submitted_at)
        elif fact.state is MonthState.RETURNED:
            yield _Choice(RemedyKind.CORRECT_MONTHS, month, None)


def _price(choice: _Choice) -> tuple[int, float, int]:
    """What is cheapest: waiting (longest first), then returned, then missing (newest first)."""
    waited = choice.since.timestamp() if choice.since else 0.0
    return _ORDER.index(choice.kind), waited, -choice.month.index


def _grouped(facts: Facts, chosen: tuple[_Choice, ...]) -> Iterable[Remedy]:
    until = _open_until(facts)
    then = not facts.rules[RuleKey.COUNTS_WAITING].yes
    for kind in (RemedyKind.RECORD_MONTHS, RemedyKind.CORRECT_MONTHS, RemedyKind.CONFIRM_MONTHS):
        mine = [choice for choice in chosen if choice.kind is kind]
        if not mine:
            continue
        months = tuple(choice.month for choice in mine)
        if kind is RemedyKind.CONFIRM_MONTHS:
            waits = [choice.since for choice in mine if choice.since]
            yield Remedy(kind, months, since=tehran_date(min(waits)))
        elif kind is RemedyKind.RECORD_MONTHS:
            on_time = until.day if last_finished(facts) in months and facts.today <= until.day else None
            yield Remedy(kind, months, until=on_time, then_confirmed=then)
        else:
            yield Remedy(kind, months, then_confirmed=then)


def _open_until(facts: Facts) -> Deadline:
    return deadline_by(facts.rules[RuleKey.ENTRY_DAY], facts.rules[RuleKey.GRACE_UNTIL], last_finished(facts))
