"""Three requests for Behinyab access: overdue with a province, new with a county, and waiting where nobody is yet."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, select

from bot.demo.history import Act
from bot.demo.numbers import granted
from models import access, organisations
from models.access.records import AccessRequest
from models.clock import now
from models.organisations import Hat, RoleKind
from models.values.ids import UserName
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber

_ASKED: Final = (
    ("golnar", "demo-weaving", "bafandegan.kahnuj", "31/204", 10),
    ("kamran", "demo-plastics", "plastic.kashan", "17/88", 4),
    ("parvin", "demo-dates", "khorma.jiroft", "42/1190", 2),
)
"""Who asked for which union, under which user name, by which letter, how many days before the play."""


def access_acts(opens: datetime, known: Mapping[str, int], offices: Mapping[str, int]) -> list[tuple[datetime, Act]]:
    """What unions and counties did for their access before the play."""

    def worn(session: Session, who: str, kind: RoleKind, office: str) -> Hat:
        found = organisations.hats(session, known[who])
        return next(hat for hat in found if hat.kind is kind and hat.office_id == offices[office])

    def asks(who: str, union: str, name: str, number: str) -> Act:
        def act(session: Session) -> None:
            by = worn(session, who, RoleKind.UNION_APPROVER, union)
            moved = granted(access.open_request(session, by, granted(UserName.parse(name))))
            day = tehran_date(now(session))
            granted(access.send_letter(session, by, moved.requests[0], 1, LetterNumber(number), day))

        return act

    def gathers(session: Session) -> None:
        by = worn(session, "kambiz", RoleKind.COUNTY_OFFICER, "demo-kahnuj")
        (row,) = session.exec(select(AccessRequest).where(AccessRequest.holder_id == by.office_id)).all()
        day = tehran_date(now(session))
        granted(access.gather(session, by, [(row.id, row.revision)], LetterNumber("60/5512"), day))

    acts: list[tuple[datetime, Act]] = [
        (opens - timedelta(days=days, hours=1), asks(who, union, name, number))
        for who, union, name, number, days in _ASKED
    ]
    return [*acts, (opens - timedelta(days=8, hours=3), gathers)]
