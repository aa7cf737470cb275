"""South Kerman's registration campaign, and Jiroft's commission half-way to its unions."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from bot.demo.cast import NEWCOMER, SOUTH_KERMAN, phone_of
from bot.demo.history import Act
from bot.demo.numbers import granted
from models import campaigns, commissions, organisations
from models.campaigns import Member
from models.clock import now
from models.commissions import SessionResult
from models.organisations import Hat, RoleKind
from models.values.ids import Phone
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber
from models.values.problem import Problem

_JIROFT: Final = "demo-jiroft"
_EXPECTED: Final = (
    ("کفش سرو", "rostam"),
    ("چرم بهار", "bahareh"),
    ("گیوهٔ آفتاب", "dariush"),
    ("کفش دست‌دوز آذر", NEWCOMER),
    ("کفش زهره", "zohreh"),
)
"""The list of the shoemakers' union: three have registered, one knows the bot, one has never opened it."""
_STRANGERS: Final = (("کیف ستاره", "09900009901"), ("", "09900009902"))


def campaign_acts(opens: datetime, known: Mapping[str, int], offices: Mapping[str, int]) -> list[tuple[datetime, Act]]:
    """What the province, the union, the commission and the chamber did in the weeks before the play."""

    def worn(session: Session, who: str, kind: RoleKind) -> Hat:
        return next(hat for hat in organisations.hats(session, known[who]) if hat.kind is kind)

    def plan(session: Session) -> None:
        by = worn(session, "turaj", RoleKind.PROVINCIAL_OFFICER)
        day = tehran_date(now(session))
        granted(campaigns.plan_campaign(session, by, offices[SOUTH_KERMAN], day, instead_of=None))

    def expect(session: Session) -> None:
        members = [Member(title, phone_of(who)) for title, who in _EXPECTED]
        members += [Member(title, granted(Phone.parse(number))) for title, number in _STRANGERS]
        by = worn(session, "mahin", RoleKind.UNION_APPROVER)
        granted(campaigns.add_members(session, by, offices["demo-shoes"], members))

    def hold(session: Session) -> None:
        by = worn(session, "darya", RoleKind.COMMISSION_SECRETARY)
        day, minute = tehran_date(now(session)), LetterNumber("17/ک")
        granted(commissions.record_session(session, by, offices[_JIROFT], day, minute, SessionResult.DECIDED))

    def write(session: Session) -> None:
        by = worn(session, "shahin", RoleKind.CHAMBER_OFFICER)
        day = tehran_date(now(session))
        done = commissions.record_chamber_letter(session, by, offices[_JIROFT], LetterNumber("60/881"), day)
        assert not isinstance(done, Problem)
        granted(commissions.record_informed(session, by, offices[_JIROFT], (offices["demo-shoes"],)))

    days = ((21, plan), (18, expect), (16, hold), (9, write))
    return [(opens - timedelta(days=before, hours=2), act) for before, act in days]
