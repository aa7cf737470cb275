"""What a workshop did in eighteen months, as acts with their instants; letters tell how each month went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from sqlmodel import Session

from bot.demo.numbers import granted
from bot.demo.registrations import registration
from bot.demo.workshops import Goods, Workshop
from models import months, reviews, units
from models.clock import now
from models.months import Line, MonthField, Reason, ReasonCode, ReasonKind, Report
from models.organisations import Hat
from models.received import Received
from models.reviews import Basis, Check, CheckState, RejectionCode, Remark, RemarkCode
from models.snapshots import Subject, SubjectKind
from models.units import RegistrationField, UnitState
from models.values.jalali import JalaliMonth

Act = Callable[[Session], None]


class _Step(Enum):
    SUBMIT = auto()
    RETURN = auto()
    CORRECT = auto()
    APPROVE = auto()
    REJECT = auto()


_PLAIN: Final = ((_Step.SUBMIT, 2), (_Step.APPROVE, 6))
_COURSES: Final[Mapping[str, tuple[tuple[_Step, int], ...]]] = {
    ".": (),  # a gap
    "c": _PLAIN,  # confirmed
    "z": _PLAIN,  # nothing made, with a reason
    "o": _PLAIN,  # over capacity, with a reason
    "d": _PLAIN,  # far less than usual, with a reason
    "l": ((_Step.SUBMIT, 13), (_Step.APPROVE, 19)),  # late
    "L": ((_Step.SUBMIT, 44), (_Step.APPROVE, 52)),  # very late
    "b": ((_Step.SUBMIT, 1), (_Step.RETURN, 4), (_Step.CORRECT, 6), (_Step.APPROVE, 9)),  # returned, then confirmed
    "r": ((_Step.SUBMIT, 2), (_Step.RETURN, 6)),  # returned, and so it stands
    "R": ((_Step.SUBMIT, 1), (_Step.RETURN, 4), (_Step.CORRECT, 6)),  # corrected and waiting again
    "w": ((_Step.SUBMIT, 3),),  # waiting
    "x": ((_Step.SUBMIT, 3), (_Step.REJECT, 9)),  # rejected for good
}
"""What happens after a month, by letter, each step with the days since the month's end."""

_SWING: Final = (96, 104, 91, 110, 99, 87, 102, 94, 108, 90, 101)
"""Per cent of the usual production, month by month."""
_REASONS: Final = {
    ReasonKind.OVER_CAPACITY: (ReasonCode.EXTRA_SHIFT, ReasonCode.BIG_ORDER, ReasonCode.NEW_MACHINE),
    ReasonKind.DROP: (ReasonCode.SEASON, ReasonCode.NO_MATERIAL, ReasonCode.STOPPED_MACHINE),
    ReasonKind.SOLD_OVER_STOCK: (ReasonCode.OLD_STOCK,),
    ReasonKind.ZERO: (ReasonCode.NO_MATERIAL, ReasonCode.NO_ORDER, ReasonCode.STOPPED_MACHINE, ReasonCode.SEASON),
}
_TOMAN_NOTE: Final = "این عدد به تومان می‌ماند؛ ارزش فروش به ریال نوشته می‌شود."
_SIGN_NOTE: Final = "شمارهٔ پروانه با تصویر تابلو یکی نیست."
_MOST_WAIT: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Scene:
    """When the play begins (aware UTC), and who decides for each union."""

    opens: datetime
    approvers: Mapping[str, tuple[Hat, ...]]
    unions: Mapping[str, int]
    owners: Mapping[str, int]

    @property
    def last(self) -> JalaliMonth:
        """The last finished month."""
        return JalaliMonth.of(self.opens).previous()


class Life:
    """One workshop's acts; ``number`` is its place among the workshops and makes its figures its own."""

    def __init__(self, scene: Scene, workshop: Workshop, number: int, guild_number: int) -> None:
        self._scene = scene
        self._workshop = workshop
        self._number = number
        self._owner = scene.owners[workshop.owner]
        self._said = registration(
            workshop, number, guild_number, union_id=scene.unions[workshop.union], last=scene.last
        )
        self._unit_id = 0
        self._products: tuple[tuple[int, Goods, Decimal], ...] = ()
        self._recorded: dict[JalaliMonth, int] = {}

    def acts(self) -> list[tuple[datetime, Act]]:
        """Everything that happens to the workshop until the play begins, oldest first within a case."""
        if self._workshop.state is UnitState.CONFIRMED:
            return [*self._confirmed_registration(), *self._months()]
        return self._open_registration()

    # ---- the registration ----

    def _confirmed_registration(self) -> list[tuple[datetime, Act]]:
        begins = self._scene.last.plus(1 - len(self._workshop.months)).starts
        at = begins + timedelta(days=1 + self._number % 5, hours=9, minutes=self._number)
        return [(at, self._register), (at + timedelta(days=4, hours=2), self._confirm)]

    def _open_registration(self) -> list[tuple[datetime, Act]]:
        at = self._scene.opens - timedelta(days=self._workshop.days, minutes=20 + self._number)
        acts: list[tuple[datetime, Act]] = [(at, self._register)]
        if self._workshop.state is UnitState.RETURNED or self._workshop.corrected:
            acts.append((at + timedelta(days=2), self._return_registration))
        if self._workshop.corrected:
            acts.append((at + timedelta(days=3), self._correct_registration))
        if self._workshop.state is UnitState.REJECTED:
            acts.append((at + timedelta(days=5), self._reject_registration))
        return acts

    def _register(self, session: Session) -> None:
        receipt = granted(units.submit_registration(session, self._owner, self._said, _now(session)))
        self._unit_id = receipt.subject_id
        entries = units.products(session, (self._unit_id,))[self._unit_id]
        self._products = tuple(
            (entry.id, goods, entry.yearly_capacity)
            for entry, goods in zip(entries, self._workshop.goods, strict=True)
            if entry.id is not None
        )

    def _confirm(self, session: Session) -> None:
        by = self._approver(0)
        for check in Check:
            granted(reviews.set_check(session, by, self._unit_id, 1, check, CheckState.HOLDS))
        basis = Basis.VISIT if self._number % 3 == 0 else Basis.DOCUMENT_SEEN
        granted(reviews.approve(session, by, self._subject, 1, basis))

    def _return_registration(self, session: Session) -> None:
        remarks = (
            Remark(RegistrationField.LICENCE_NUMBER, None, RemarkCode.DIFFERS_FROM_LICENCE, _SIGN_NOTE),
            Remark(RegistrationField.ADDRESS, None, RemarkCode.INCOMPLETE),
        )
        granted(reviews.send_back(session, self._approver(0), self._subject, 1, remarks))

    def _correct_registration(self, session: Session) -> None:
        said = granted(units.registration_of(session, self._owner, self._unit_id))
        said = replace(said, address=f"{said.address}، طبقهٔ همکف")
        granted(units.resubmit_registration(session, self._owner, self._unit_id, 1, said, _now(session)))

    def _reject_registration(self, session: Session) -> None:
        code = RejectionCode.CLAIMED_BY_OTHER if self._workshop.claims else RejectionCode.NOT_PRODUCTION
        granted(reviews.reject(session, self._approver(0), self._subject, 1, code))

    @property
    def _subject(self) -> Subject:
        return Subject(SubjectKind.UNIT, self._unit_id)

    def _approver(self, turn: int) -> Hat:
        """The union's approvers take turns; nobody decides on the own workshop."""
        others = [hat for hat in self._scene.approvers[self._workshop.union] if hat.person_id != self._owner]
        return others[(self._number + turn) % len(others)]

    # ---- the months ----

    def _months(self) -> list[tuple[datetime, Act]]:
        first = self._scene.last.plus(1 - len(self._workshop.months))
        return [
            (self._after(month, days), self._act(step, month, letter))
            for month, letter in ((first.plus(turn), letter) for turn, letter in enumerate(self._workshop.months))
            for step, days in _COURSES[letter]
        ]

    def _after(self, month: JalaliMonth, days: int) -> datetime:
        """So many days after the month; what follows the last one is drawn together, to lie before the play."""
        waited = timedelta(days=days + self._number % 4, hours=8, minutes=self._number * 37 % 480)
        if month == self._scene.last:
            waited *= min((self._scene.opens - month.ends) / _MOST_WAIT, 1)
        return month.ends + waited

    def _act(self, step: _Step, month: JalaliMonth, letter: str) -> Act:
        def act(session: Session) -> None:
            if step is _Step.SUBMIT:
                self._record(session, month, 0, self._report(month, letter, in_toman=letter in "brR"))
            elif step is _Step.CORRECT:
                self._record(session, month, 1, self._report(month, letter))
            else:
                self._decide(session, step, month, letter)

        return act

    def _record(self, session: Session, month: JalaliMonth, revision: int, report: Report) -> None:
        received = _now(session)
        receipt = granted(months.submit_month(session, self._owner, self._unit_id, month, revision, report, received))
        self._recorded[month] = receipt.subject_id

    def _decide(self, session: Session, step: _Step, month: JalaliMonth, letter: str) -> None:
        by, subject = self._approver(month.month), Subject(SubjectKind.MONTH, self._recorded[month])
        if step is _Step.APPROVE:
            granted(reviews.approve(session, by, subject, 2 if letter == "b" else 1, Basis.DOCUMENT_SEEN))
        elif step is _Step.RETURN:
            product_id = self._products[0][0]
            remark = Remark(MonthField.SOLD_VALUE, product_id, RemarkCode.IMPLAUSIBLE, _TOMAN_NOTE)
            granted(reviews.send_back(session, by, subject, 1, (remark,)))
        else:
            granted(reviews.reject(session, by, subject, 1, RejectionCode.NOT_REAL))

    def _report(self, month: JalaliMonth, letter: str, *, in_toman: bool = False) -> Report:
        """The figures of a month; ``in_toman``: the value of the sales a tenth of what it is, as people err."""
        lines = []
        for product_id, goods, yearly_capacity in self._products:
            made = self._made(month, letter, goods, yearly_capacity)
            sold = made * 92 // 100
            value = int(sold) * goods.price // (10 if in_toman else 1)
            lines.append(Line(product_id, made, sold, value))
        return Report(tuple(lines), self._workshop.employees, zero=letter == "z", reasons=self._reasons(month))

    def _made(self, month: JalaliMonth, letter: str, goods: Goods, yearly_capacity: Decimal) -> Decimal:
        if letter == "z":
            return Decimal(0)
        if letter == "o":
            return yearly_capacity * 115 // 1200
        share = 40 if letter == "d" else _SWING[(month.index * 3 + self._number) % len(_SWING)]
        return Decimal(goods.usual * share // 100)

    def _reasons(self, month: JalaliMonth) -> tuple[Reason, ...]:
        """A reason for everything that may be asked; those that no figure asks for are left out by the models."""
        said = {kind: codes[(month.index + self._number) % len(codes)] for kind, codes in _REASONS.items()}
        zero = Reason(None, ReasonKind.ZERO, said.pop(ReasonKind.ZERO))
        return (zero, *(Reason(key, kind, code) for key, _, _ in self._products for kind, code in said.items()))


def _now(session: Session) -> Received:
    instant = now(session)
    return Received(instant, instant)
