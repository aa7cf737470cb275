"""Every notice has its words in both languages and leads exactly where the person must act."""

import re

import pytest

from bot.messengers.bale import Bale
from bot.messengers.profile import Profile
from bot.messengers.rendering import Wire, render
from bot.messengers.telegram import Telegram
from bot.words import words
from handlers.buttons import (
    Acknowledge,
    Home,
    JoinUnion,
    MendMonth,
    MendUnit,
    OpenAccess,
    OpenAccessRequest,
    OpenBranch,
    OpenCircular,
    OpenConflict,
    OpenCoverage,
    OpenDeskTicket,
    OpenInbox,
    OpenMonth,
    OpenMonths,
    OpenMyReport,
    OpenPassing,
    OpenReport,
    OpenReview,
    OpenSupport,
    OpenTicket,
    OpenUnit,
    OpenVerdict,
    OpenWish,
    ReadCircular,
    RenewLicence,
    TakeWish,
    Tap,
    WearHat,
)
from handlers.notices import screen_of
from models.circulars import PAGE
from models.months import MonthField
from models.notices import NoticeKind
from models.people import Language
from models.reviews import RejectionCode, RemarkCode
from models.units import RegistrationField
from models.values.jalali import JalaliMonth

LARGE = 2**62
ABAN = JalaliMonth(1405, 8).index
OF_A_UNIT: dict[str, str | int] = {
    "office": "اتحادیهٔ کفاشان ری",
    "title": "کفش دست‌دوز آذر",
    "receipt": "BY-7K4M-92QF",
    "revision": 2,
    "unit": LARGE,
}
OF_A_MONTH: dict[str, str | int] = {**OF_A_UNIT, "month": LARGE, "period": ABAN}
REMARK: dict[str, str | int] = {"remarks": 3, "code": "other", "note": "لطفاً با دفتر تولید بسنجید."}
IN_PLACE: dict[str, str | int] = {
    "office": "ری",
    "office-kind": "county",
    "union": "اتحادیهٔ کفاشان ری",
    "ground": "silent",
    "days": 14,
    "clause": "L1/paragraph-5",
}
DECIDED: dict[str, str | int] = {"outcome": "approved", "role": LARGE, "kind": "unit", "subject": LARGE}
WISH: dict[str, str | int] = {"wish": LARGE, "typed": "سراجان", "above": "ری", "office": "اتحادیهٔ سراجان ری"}
REMINDER: dict[str, str | int] = {
    "unit": LARGE,
    "title": "کفش دست‌دوز آذر",
    "period": ABAN,
    "deadline": "2026-12-01",
    "days": 5,
    "opens": "",
}
CAMPAIGN: dict[str, str | int] = {"office": "اتحادیهٔ کفاشان ری", "union": LARGE, "deadline": "2026-12-22"}
CIRCULAR: dict[str, str | int] = {
    "circular": LARGE,
    "number": "60/227210",
    "issued": "2019-11-17",
    "subject": "ثبت آمار ماهانهٔ واحدهای صنفی تولیدی",
    "office": "تهران",
    "office-kind": "province",
    "urgent": 0,
    "page": 1,
    "pages": 1,
    "text": "آمار تولید هر ماه تا دهم ماه بعد ثبت می‌شود.",
}
OF_A_CIRCULAR: dict[str, str | int] = {
    "circular": LARGE,
    "number": "60/400100",
    "subject": "ثبت آمار ماهانهٔ واحدهای صنفی تولیدی",
    "issuer": "دفتر آمار و فرآوری داده‌ها",
    "urgent": 0,
}
LATE: dict[str, str | int] = {**OF_A_CIRCULAR, "hours": 24, "role": LARGE, "branch": LARGE}
OF_ACCESS: dict[str, str | int] = {
    "union": "اتحادیهٔ کفاشان ری",
    "office": "ری",
    "office-kind": "county",
    "request": LARGE,
    "role": LARGE,
}
OVERDUE: dict[str, str | int] = {
    "office": "ری",
    "office-kind": "county",
    "number": 3,
    "days": 3,
    "oldest": 9,
    "role": LARGE,
}
STAND_IN: dict[str, str | int] = {
    "holder": "خانم نمونه",
    "stand-in": "آقای نمونه",
    "role": "union-approver",
    "role-id": LARGE,
    "office": "اتحادیهٔ کفاشان ری",
    "until": "2026-12-22",
}
OF_A_REPORT: dict[str, str | int] = {"report": LARGE, "receipt": "BY-7K4M-92QF"}
OF_A_TICKET: dict[str, str | int] = {"ticket": LARGE, "receipt": "BY-7K4M-92QF"}
TOLD: dict[str, tuple[NoticeKind, dict[str, str | int], list[Tap]]] = {
    "unit-approved": (NoticeKind.UNIT_APPROVED, OF_A_UNIT, [OpenMonths(LARGE, 0)]),
    "unit-returned": (
        NoticeKind.UNIT_RETURNED,
        {**OF_A_UNIT, **REMARK, "field": "licence-number"},
        [MendUnit(LARGE, 2, "licence-number")],
    ),
    "unit-rejected": (
        NoticeKind.UNIT_REJECTED,
        {**OF_A_UNIT, "code": "not-production", "note": ""},
        [OpenUnit(LARGE)],
    ),
    "licence-approved": (
        NoticeKind.LICENCE_APPROVED,
        {**OF_A_UNIT, "expires": "2031-05-20"},
        [OpenVerdict(LARGE)],
    ),
    "licence-returned": (
        NoticeKind.LICENCE_RETURNED,
        {**OF_A_UNIT, **REMARK, "field": "licence-expires"},
        [RenewLicence(LARGE, 2, "licence-expires")],
    ),
    "month-approved": (NoticeKind.MONTH_APPROVED, OF_A_MONTH, [OpenVerdict(LARGE), OpenMonths(LARGE, ABAN)]),
    "month-returned": (
        NoticeKind.MONTH_RETURNED,
        {**OF_A_MONTH, **REMARK, "field": "sold-value", "product-id": LARGE, "product": "کفش چرمی مردانه"},
        [MendMonth(LARGE, 2, "sold-value", LARGE)],
    ),
    "month-returned, no product": (
        NoticeKind.MONTH_RETURNED,
        {**OF_A_MONTH, **REMARK, "remarks": 1, "field": "employees"},
        [MendMonth(LARGE, 2, "employees", 0)],
    ),
    "month-rejected": (
        NoticeKind.MONTH_REJECTED,
        {**OF_A_MONTH, "code": "other", "note": "کارگاه بسته است."},
        [OpenMonths(LARGE, ABAN)],
    ),
    "access-arrived": (
        NoticeKind.ACCESS_ARRIVED,
        {
            "office": "ری",
            "office-kind": "county",
            "sender": "اتحادیهٔ کفاشان ری",
            "sender-kind": "union",
            "number": "60/227210",
            "dated": "2026-11-22",
            "unions": 1,
            "role": LARGE,
        },
        [OpenAccess(LARGE)],
    ),
    "access-moved": (NoticeKind.ACCESS_MOVED, OF_ACCESS, [OpenAccessRequest(LARGE, LARGE)]),
    "access-returned": (
        NoticeKind.ACCESS_RETURNED,
        {
            **OF_ACCESS,
            "sender": "تهران",
            "sender-kind": "province",
            "code": "user-name-wrong",
            "note": "نام کاربری یافت نشد.",
            "mine": 1,
        },
        [OpenAccessRequest(LARGE, LARGE)],
    ),
    "access-returned, theirs": (
        NoticeKind.ACCESS_RETURNED,
        {**OF_ACCESS, "sender": "تهران", "sender-kind": "province", "code": "unsigned", "note": "", "mine": 0},
        [OpenAccessRequest(LARGE, LARGE)],
    ),
    "access-active": (NoticeKind.ACCESS_ACTIVE, OF_ACCESS, [OpenAccessRequest(LARGE, LARGE)]),
    "access-trouble": (NoticeKind.ACCESS_TROUBLE, OF_ACCESS, [OpenAccessRequest(LARGE, LARGE)]),
    "access-reminder": (NoticeKind.ACCESS_REMINDER, OVERDUE, [OpenAccess(LARGE)]),
    "access-overdue": (NoticeKind.ACCESS_OVERDUE, OVERDUE, [OpenAccess(LARGE)]),
    "month-approved, in place": (
        NoticeKind.MONTH_APPROVED,
        {**OF_A_MONTH, **IN_PLACE},
        [OpenVerdict(LARGE), OpenMonths(LARGE, ABAN)],
    ),
    "unit-returned, in place": (
        NoticeKind.UNIT_RETURNED,
        {**OF_A_UNIT, **REMARK, **IN_PLACE, "ground": "conflict", "field": "licence-number"},
        [MendUnit(LARGE, 2, "licence-number")],
    ),
    "decided-in-place": (
        NoticeKind.DECIDED_IN_PLACE,
        {**OF_A_MONTH, **IN_PLACE, **DECIDED, "kind": "month"},
        [OpenReview(LARGE, "month", LARGE)],
    ),
    "decided-in-place, for a secretary": (
        NoticeKind.DECIDED_IN_PLACE,
        {**OF_A_UNIT, **IN_PLACE, **DECIDED, "role": 0, "ground": "no-access", "outcome": "returned"},
        [],
    ),
    "conflict-declared": (
        NoticeKind.CONFLICT_DECLARED,
        {
            "title": "کفش دست‌دوز آذر",
            "union": "اتحادیهٔ کفاشان ری",
            "about": "",
            "reason": "همسایه است",
            "role": LARGE,
            "conflict": LARGE,
        },
        [OpenConflict(LARGE, LARGE)],
    ),
    "conflict-lifted": (
        NoticeKind.CONFLICT_LIFTED,
        {"title": "کفش دست‌دوز آذر", "office": "ری", "about": "رضا نمونه", "unit": LARGE},
        [OpenUnit(LARGE)],
    ),
    "conflict-lifted, own": (
        NoticeKind.CONFLICT_LIFTED,
        {"title": "کفش دست‌دوز آذر", "office": "ری", "about": "", "unit": 0},
        [],
    ),
    "in-place-reminder": (
        NoticeKind.IN_PLACE_REMINDER,
        {"office": "ری", "office-kind": "county", "units": 2, "months": 100, "role": LARGE},
        [OpenInbox(LARGE)],
    ),
    "missing-county": (
        NoticeKind.MISSING_COUNTY,
        {"province": "تهران", "typed": "پردیس", "role": LARGE, "wish": LARGE},
        [OpenWish(LARGE, LARGE)],
    ),
    "missing-union": (
        NoticeKind.MISSING_UNION,
        {"county": "ری", "typed": "اتحادیهٔ نجاران", "role": LARGE, "wish": LARGE},
        [OpenWish(LARGE, LARGE)],
    ),
    "missing-union-of-before": (NoticeKind.MISSING_UNION, {"county": "ری", "typed": "اتحادیهٔ نجاران"}, []),
    "wish-added-union": (NoticeKind.WISH_MET, {**WISH, "kind": "union", "answer": "added"}, [TakeWish(LARGE)]),
    "wish-added-county": (NoticeKind.WISH_MET, {**WISH, "kind": "county", "answer": "added"}, [TakeWish(LARGE)]),
    "wish-named-union": (NoticeKind.WISH_MET, {**WISH, "kind": "union", "answer": "named"}, [TakeWish(LARGE)]),
    "wish-named-county": (NoticeKind.WISH_MET, {**WISH, "kind": "county", "answer": "named"}, [TakeWish(LARGE)]),
    "wish-declined-union": (
        NoticeKind.WISH_DECLINED,
        {**WISH, "kind": "union", "reason": "پروانهٔ این رسته را درودگران می‌دهند."},
        [TakeWish(LARGE), OpenSupport("", "")],
    ),
    "wish-declined-county": (
        NoticeKind.WISH_DECLINED,
        {**WISH, "kind": "county", "reason": "این‌جا بخشی از ری است."},
        [TakeWish(LARGE), OpenSupport("", "")],
    ),
    "join-code": (NoticeKind.JOIN_CODE, {"code": "123456", "messenger": "bale"}, []),
    "joined": (NoticeKind.JOINED, {"messenger": "telegram"}, []),
    "invitation-accepted": (
        NoticeKind.INVITATION_ACCEPTED,
        {"name": "نرگس نمونه", "where": "اتحادیهٔ کفاشان ری", "kind": "role", "role": "union-approver"},
        [],
    ),
    "invitation-accepted, delegate": (
        NoticeKind.INVITATION_ACCEPTED,
        {"name": "بهار نمونه", "where": "کفش دست‌دوز آذر", "kind": "delegate", "role": ""},
        [],
    ),
    "role-revoked": (NoticeKind.ROLE_REVOKED, {"role": "liaison", "office": "تهران"}, []),
    "stand-in": (NoticeKind.STAND_IN, STAND_IN, [WearHat(LARGE)]),
    "stand-in-over": (NoticeKind.STAND_IN_OVER, STAND_IN, []),
    "month-reminder": (NoticeKind.MONTH_REMINDER, REMINDER, [OpenMonth(LARGE, ABAN)]),
    "month-reminder, today": (NoticeKind.MONTH_REMINDER, {**REMINDER, "days": 0}, [OpenMonth(LARGE, ABAN)]),
    "month-reminder, late": (NoticeKind.MONTH_REMINDER, {**REMINDER, "days": -2}, [OpenMonth(LARGE, ABAN)]),
    "month-reminder, ends": (
        NoticeKind.MONTH_REMINDER,
        {**REMINDER, "opens": "2026-11-22", "gap": 3, "risk": 6},
        [OpenMonth(LARGE, ABAN)],
    ),
    "review-reminder": (
        NoticeKind.REVIEW_REMINDER,
        {"office": "اتحادیهٔ کفاشان ری", "role": LARGE, "units": 2, "months": 11, "days": 7, "oldest": 9},
        [OpenInbox(LARGE)],
    ),
    "campaign-begun": (
        NoticeKind.CAMPAIGN_BEGUN,
        {**CAMPAIGN, "role": LARGE, "starts": "2026-11-22"},
        [OpenCoverage(LARGE, LARGE)],
    ),
    "campaign-reminder": (NoticeKind.CAMPAIGN_REMINDER, {**CAMPAIGN, "days": 3}, [JoinUnion(LARGE, 0)]),
    "campaign-reminder, today": (NoticeKind.CAMPAIGN_REMINDER, {**CAMPAIGN, "days": 0}, [JoinUnion(LARGE, 0)]),
    "circular": (NoticeKind.CIRCULAR, CIRCULAR, [Acknowledge(LARGE)]),
    "circular, urgent and long": (
        NoticeKind.CIRCULAR,
        {**CIRCULAR, "urgent": 1, "text": "آمار هر ماه را ثبت کنید.\n" * (PAGE // 25), "pages": 1},
        [Acknowledge(LARGE)],
    ),
    "circular, continued": (NoticeKind.CIRCULAR, {**CIRCULAR, "page": 3, "pages": 3}, [Acknowledge(LARGE)]),
    "circular, its attachment": (
        NoticeKind.CIRCULAR,
        {**CIRCULAR, "page": 2, "pages": 1, "attached": 1, "attachment": "key", "picture": 0, "name": "a.pdf"},
        [Acknowledge(LARGE)],
    ),
    "circular, its attachment declined": (
        NoticeKind.CIRCULAR,
        {**CIRCULAR, "page": 2, "pages": 1, "attachment": "key", "picture": 0, "name": "a.pdf", "lost": 1},
        [Acknowledge(LARGE)],
    ),
    "circular-reminder": (NoticeKind.CIRCULAR_REMINDER, OF_A_CIRCULAR, [Acknowledge(LARGE), ReadCircular(LARGE, 1)]),
    "circular-reminder, urgent": (
        NoticeKind.CIRCULAR_REMINDER,
        {**OF_A_CIRCULAR, "urgent": 1},
        [Acknowledge(LARGE), ReadCircular(LARGE, 1)],
    ),
    "circular-waits": (
        NoticeKind.CIRCULAR_WAITS,
        {**OF_A_CIRCULAR, "held": 66_000, "role": LARGE, "office": "تهران", "office-kind": "province"},
        [OpenPassing(LARGE)],
    ),
    "circular-in-place": (
        NoticeKind.CIRCULAR_IN_PLACE,
        {
            **OF_A_CIRCULAR,
            "by": "تهران",
            "by-kind": "province",
            "place": "ری",
            "place-kind": "county",
            "below": 66_000,
            "role": LARGE,
            "branch": LARGE,
        },
        [ReadCircular(LARGE, 1), OpenBranch(LARGE, LARGE, LARGE)],
    ),
    "circular-late": (
        NoticeKind.CIRCULAR_LATE,
        {
            **LATE,
            "number-late": 7,
            "late-1": "ری",
            "late-1-kind": "county",
            "late-1-province": "آذربایجان شرقی",
            "late-1-lag": "not-passed",
            "late-2": "اتحادیهٔ کفاشان ورامین",
            "late-2-kind": "union",
            "late-2-lag": "unreached",
            "late-3": "دماوند",
            "late-3-kind": "county",
            "late-3-lag": "unread",
        },
        [OpenBranch(LARGE, LARGE, LARGE)],
    ),
    "circular-late, by the names alone": (
        NoticeKind.CIRCULAR_LATE,
        {**LATE, "number-late": 2, "late-1": "ری", "late-2": "ورامین"},
        [OpenBranch(LARGE, LARGE, LARGE)],
    ),
    "circular-late, one": (
        NoticeKind.CIRCULAR_LATE,
        {**LATE, "number-late": 1, "late-1": "ری"},
        [OpenBranch(LARGE, LARGE, LARGE)],
    ),
    "circular-late-units": (
        NoticeKind.CIRCULAR_LATE_UNITS,
        {**LATE, "units": 120},
        [OpenBranch(LARGE, LARGE, LARGE)],
    ),
    "circular-stopped": (
        NoticeKind.CIRCULAR_STOPPED,
        {"circular": LARGE, "number": "60/227210", "tried": 200, "faults": 61, "most": 20},
        [OpenCircular(LARGE)],
    ),
    **{
        f"circular-handled, {what}": (
            NoticeKind.CIRCULAR_HANDLED,
            {
                "circular": LARGE,
                "number": "60/227210",
                "subject": "ثبت آمار ماهانه",
                "what": what,
                "by": "سارا نمونه",
                "office": "تهران",
                "office-kind": "province",
                **({"starts": "2026-12-01T07:00:00+00:00"} if what == "rescheduled" else {}),
            },
            [OpenCircular(LARGE)],
        )
        for what in ("paused", "resumed", "withdrawn", "rescheduled", "redrafted")
    },
    "circular-recounted": (
        NoticeKind.CIRCULAR_RECOUNTED,
        {"circular": LARGE, "number": "60/227210", "subject": "ثبت آمار ماهانه", "counted": 20000, "planned": 19120},
        [OpenCircular(LARGE)],
    ),
    "circular-ended": (
        NoticeKind.CIRCULAR_ENDED,
        {
            "circular": LARGE,
            "number": "60/227210",
            "planned": 20000,
            "sent": 19400,
            "parked": 580,
            "refused": 12,
            "uncertain": 8,
            "withdrawn": 0,
        },
        [OpenCircular(LARGE)],
    ),
    "circular-ended, unbalanced": (
        NoticeKind.CIRCULAR_ENDED,
        {
            "circular": LARGE,
            "number": "60/405118",
            "planned": 600_000,
            "found": 599_998,
            **dict.fromkeys(("sent", "parked", "refused", "uncertain", "withdrawn"), 100_000),
        },
        [OpenCircular(LARGE)],
    ),
    "circular-unbalanced": (
        NoticeKind.CIRCULAR_UNBALANCED,
        {"circular": LARGE, "number": "60/405118", "planned": 600_000, "found": 599_998},
        [OpenCircular(LARGE)],
    ),
    "token-unknown": (NoticeKind.TOKEN_UNKNOWN, {"messenger": "bale"}, []),
    "circular-asked": (
        NoticeKind.CIRCULAR_ASKED,
        {
            "circular": LARGE,
            "number": "60/227210",
            "subject": "ثبت آمار ماهانه",
            "office": "تهران",
            "office-kind": "province",
            "author": "سارا نمونه",
        },
        [OpenCircular(LARGE)],
    ),
    "circular-released": (
        NoticeKind.CIRCULAR_RELEASED,
        {"circular": LARGE, "number": "60/227210", "counted": 20000},
        [OpenCircular(LARGE)],
    ),
    "circular-released, for later": (
        NoticeKind.CIRCULAR_RELEASED,
        {"circular": LARGE, "number": "60/227210", "counted": 20000, "starts": "2026-12-01T07:00:00+00:00"},
        [OpenCircular(LARGE)],
    ),
    **{
        f"ticket-came, {why}": (
            NoticeKind.TICKET_CAME,
            {**OF_A_TICKET, "province": "تهران", "role": LARGE, "why": why},
            [OpenDeskTicket(LARGE, LARGE, 0)],
        )
        for why in ("new", "again", "passed-on", "overdue")
    },
    "ticket-answered": (NoticeKind.TICKET_ANSWERED, {**OF_A_TICKET, "office": "تهران"}, [OpenTicket(LARGE, 0)]),
    "ticket-sent-on": (NoticeKind.TICKET_SENT_ON, {**OF_A_TICKET, "overdue": ""}, [OpenTicket(LARGE, 0)]),
    "ticket-sent-on, late": (NoticeKind.TICKET_SENT_ON, {**OF_A_TICKET, "overdue": "yes"}, [OpenTicket(LARGE, 0)]),
    "papers-reported": (
        NoticeKind.PAPERS_REPORTED,
        {**OF_A_REPORT, "province": "تهران", "role": LARGE, "for": "licence-copy"},
        [OpenReport(LARGE, LARGE)],
    ),
    "report-seen": (NoticeKind.REPORT_SEEN, {**OF_A_REPORT, "result": ""}, [OpenMyReport(LARGE)]),
    "report-settled": (NoticeKind.REPORT_SETTLED, {**OF_A_REPORT, "result": "office-told"}, [OpenMyReport(LARGE)]),
    "ticket-closed": (
        NoticeKind.TICKET_CLOSED,
        {**OF_A_TICKET, "office": "تهران", "code": "twice"},
        [OpenTicket(LARGE, 0)],
    ),
}


def _wire(kind: NoticeKind, facts: dict[str, str | int], language: Language = Language.FA) -> Wire:
    return render(screen_of(kind, facts), words(language))


def _read(wire: Wire) -> str:
    return re.sub("[\u200f\u2066-\u2069\ue000-\ue003]", "", wire.text)


def test_every_kind_is_told_here() -> None:
    assert {kind for kind, _, _ in TOLD.values()} == set(NoticeKind)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", list(TOLD))
def test_each_notice_has_words_and_leads_to_the_act(name: str, language: Language) -> None:
    kind, facts, taps = TOLD[name]
    wire = _wire(kind, facts, language)
    assert [key.get("data") for row in wire.rows for key in row] == [tap.pack() for tap in (*taps, Home())]
    if language is Language.FA:
        assert re.match("[آ-ی]", wire.text)
        assert not re.search("[a-zA-Z]", _read(wire).replace("BY-7K4M-92QF", ""))


@pytest.mark.parametrize("profile", [Telegram(), Bale()], ids=["telegram", "bale"])
@pytest.mark.parametrize("name", list(TOLD))
def test_each_notice_fits_into_a_message(name: str, profile: Profile) -> None:
    kind, facts, _ = TOLD[name]
    long = {key: value * 20 if key in {"title", "office", "typed"} else value for key, value in facts.items()}
    if "note" in long:
        long["note"] = "ی" * 300
    message = profile.message(9001, _wire(kind, long))
    assert len(message["text"].encode("utf-16-le")) // 2 <= 4096
    assert set(message) <= {"chat_id", "text", "entities", "reply_markup"}


@pytest.mark.parametrize("field", list(RegistrationField))
def test_every_returned_field_of_a_registration_has_its_name(field: RegistrationField) -> None:
    wire = _wire(NoticeKind.UNIT_RETURNED, {**OF_A_UNIT, **REMARK, "field": field.value})
    assert "برگشت" in _read(wire)


@pytest.mark.parametrize("field", list(MonthField))
@pytest.mark.parametrize("code", list(RemarkCode))
def test_every_returned_field_of_a_month_has_its_name(field: MonthField, code: RemarkCode) -> None:
    _wire(NoticeKind.MONTH_RETURNED, {**OF_A_MONTH, **REMARK, "code": code.value, "field": field.value})


@pytest.mark.parametrize("code", list(RejectionCode))
def test_every_rejection_has_its_reason(code: RejectionCode) -> None:
    _wire(NoticeKind.UNIT_REJECTED, {**OF_A_UNIT, "code": code.value, "note": ""})


def test_a_returned_month_reads_as_the_owner_should_hear_it() -> None:
    kind, facts, _ = TOLD["month-returned"]
    assert _read(_wire(kind, facts)) == (
        "از اتحادیهٔ کفاشان ری: آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر برگشت تا اصلاح شود ↩️\n"
        "بخش: ارزش فروش، کفش چرمی مردانه. دلیل: دلیل دیگر.\n"
        "توضیح بررسی‌کننده: لطفاً با دفتر تولید بسنجید.\n"
        "۲ بخش دیگر هم برگشته است؛ پس از این بخش، آن‌ها را هم می‌بینید."
    )
    assert "یک بخش دیگر هم برگشته است؛ پس از این بخش، آن را هم می‌بینید." in _read(_wire(kind, {**facts, "remarks": 2}))


def test_the_code_can_be_copied_on_both_messengers() -> None:
    wire = _wire(NoticeKind.JOIN_CODE, {"code": "123456", "messenger": "bale"})
    (entity,) = Telegram().message(9001, wire)["entities"]
    assert entity["type"] == "code"
    first = Bale().message(9001, wire)["reply_markup"]["inline_keyboard"][0][0]
    assert first["copy_text"] == {"text": "123456"}


def test_a_fact_that_is_missing_is_an_error_and_not_a_half_sentence() -> None:
    with pytest.raises(LookupError):
        screen_of(NoticeKind.MONTH_APPROVED, {"title": "کفش دست‌دوز آذر"})


def test_a_long_circular_says_that_it_goes_on_and_asks_for_the_receipt_at_its_end() -> None:
    first = _wire(NoticeKind.CIRCULAR, {**CIRCULAR, "pages": 3})
    assert _read(first).endswith("بخش ۱ از ۳؛ ادامه در پیام بعد.")
    assert not first.rows
    last = _wire(NoticeKind.CIRCULAR, {**CIRCULAR, "page": 3, "pages": 3})
    assert _read(last).startswith("ادامهٔ بخشنامهٔ ۶۰/۲۲۷۲۱۰، بخش ۳ از ۳:")
    assert last.data_of("خواندم")
