"""Two circulars of a province: one that was told two weeks ago, and a draft that waits for a second person."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, select

from bot.demo.history import Act
from bot.demo.numbers import granted
from models import circulars, organisations
from models.circulars import Audience, Circular, CircularClass, Content, Level
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeState
from models.organisations import Hat, RoleKind
from models.people import Messenger
from models.values.jalali import tehran_date

_TOLD: Final = "81/3307"
_WAITS: Final = "81/3352"
_MANY: Final = 1000


def circular_acts(opens: datetime, known: Mapping[str, int], province: int) -> list[tuple[datetime, Act]]:
    """What the province's two officers wrote, released and asked for before the play."""

    def worn(session: Session, who: str) -> Hat:
        found = organisations.hats(session, known[who])
        return next(hat for hat in found if hat.kind is RoleKind.PROVINCIAL_OFFICER and hat.office_id == province)

    def tells(session: Session) -> None:
        content = Content(
            _TOLD,
            _day(session),
            "بازبینی ماهانهٔ آمار واحدها",
            "اتحادیه‌ها آمار هر واحد را هر ماه با مدارک و بازدید می‌سنجند و نتیجه را همان ماه ثبت می‌کنند.",
            ("آمار هر واحد هر ماه بررسی می‌شود.", "نتیجهٔ بررسی تا پایان همان ماه ثبت می‌شود."),
        )
        audience = Audience(frozenset({Level.COUNTY, Level.CHAMBER, Level.UNION}))
        made = granted(circulars.compose(session, worn(session, "turaj"), content, audience))
        granted(circulars.release(session, worn(session, "mehrnush"), made))
        while circulars.tend(session, made):
            pass

    def arrives(session: Session) -> None:
        made = session.exec(select(Circular.id).where(Circular.number == _TOLD)).one()
        table = table_of(Notice)
        for _ in range(3):  # the trial, the others, the end
            circulars.feed(session, (*Messenger, None), _MANY)
            session.execute(
                sa.update(table)
                .where(table.c.circular_id == made, table.c.state == NoticeState.WAITING)
                .values(state=NoticeState.SENT, sent_at=now(session))
            )
            circulars.tend(session, made)
        people = session.execute(sa.select(table.c.person_id).where(table.c.circular_id == made)).scalars().all()
        for person in people[: len(people) // 2]:
            granted(circulars.acknowledge(session, person, made))

    def waits(session: Session) -> None:
        by = worn(session, "mehrnush")
        content = Content(
            _WAITS,
            _day(session),
            "آغاز ثبت آمار ماه",
            "آمار ماهی که گذشت باز است. هر واحد تولیدی آن را خودش ثبت کند؛ برای راهنمایی «مشکل دارم» را بزنید.",
            ("هر واحد آمار هر ماه را تا دهم ماه بعد ثبت می‌کند.",),
            CircularClass.URGENT,
        )
        made = granted(circulars.compose(session, by, content, Audience(frozenset({Level.UNION, Level.UNIT}))))
        granted(circulars.ask_release(session, by, made, 1))

    return [
        (opens - timedelta(days=14, hours=2), tells),
        (opens - timedelta(days=14), arrives),
        (opens - timedelta(hours=5), waits),
    ]


def _day(session: Session) -> date:
    return tehran_date(now(session))
