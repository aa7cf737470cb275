"""Who is in the demo world: offices, people, their roles, and whose phones lie on the playground's page."""

from dataclasses import dataclass
from typing import Final

from bot.demo import numbers
from bot.playground.messenger import Dialect
from bot.playground.web import Persona
from models.organisations import OfficeKind, RoleKind
from models.values.ids import Phone

SOUTH_KERMAN: Final = "IR-08-S"
ISFAHAN: Final = "IR-10"
STATISTICS: Final = "statistics-office"


@dataclass(frozen=True, slots=True)
class Place:
    """An office of the demo world; ``above`` is the code of the office over it."""

    code: str
    kind: OfficeKind
    name: str
    above: str


OFFICES: Final = (
    Place("demo-jiroft", OfficeKind.COUNTY, "جیرفت", SOUTH_KERMAN),
    Place("demo-kahnuj", OfficeKind.COUNTY, "کهنوج", SOUTH_KERMAN),
    Place("demo-kashan", OfficeKind.COUNTY, "کاشان", ISFAHAN),
    Place("demo-najafabad", OfficeKind.COUNTY, "نجف‌آباد", ISFAHAN),
    Place("demo-jiroft-commission", OfficeKind.COMMISSION, "کمیسیون نظارت جیرفت", "demo-jiroft"),
    Place("demo-jiroft-chamber", OfficeKind.CHAMBER, "اتاق اصناف جیرفت", "demo-jiroft"),
    Place("demo-shoes", OfficeKind.UNION, "اتحادیهٔ کفاشان جیرفت", "demo-jiroft"),
    Place("demo-dates", OfficeKind.UNION, "اتحادیهٔ فرآورده‌های خرمای جیرفت", "demo-jiroft"),
    Place("demo-weaving", OfficeKind.UNION, "اتحادیهٔ بافندگان کهنوج", "demo-kahnuj"),
    Place("demo-plastics", OfficeKind.UNION, "اتحادیهٔ پلاستیک‌سازان کاشان", "demo-kashan"),
    Place("demo-wood", OfficeKind.UNION, "اتحادیهٔ درودگران نجف‌آباد", "demo-najafabad"),
)

NAMES: Final = {
    "azar": "آذر نمونه",
    "mahin": "مهین پنداری",
    "bahram": "بهرام خیالی",
    "parvin": "پروین انگاری",
    "siavash": "سیاوش افسانه",
    "golnar": "گلنار داستانی",
    "kamran": "کامران مثالی",
    "nasrin": "نسرین گمانی",
    "hushang": "هوشنگ رؤیایی",
    "farzaneh": "فرزانه ساختگی",
    "manuchehr": "منوچهر فرضی",
    "shirin": "شیرین نمایشی",
    "iraj": "ایرج آزمونی",
    "rostam": "رستم نمونه‌پور",
    "bahareh": "بهاره خیالی‌فر",
    "dariush": "داریوش پندارزاده",
    "negin": "نگین انگارپور",
    "baran": "باران مثالی‌نژاد",
    "arash": "آرش افسانه‌پور",
    "katayun": "کتایون فرضی‌نژاد",
    "esfandiar": "اسفندیار داستان‌زاده",
    "shokufeh": "شکوفه گمان‌زاده",
    "sepideh": "سپیده رؤیاپور",
    "abtin": "آبتین آزمون‌فر",
    "mandana": "ماندانا نمایش‌پور",
    "neyestan": "نیستان نمونه‌فر",
    "kaveh": "کاوه خیال‌پور",
    "hana": "حنا پندارفر",
    "sahra": "صحرا انگارنژاد",
    "sohrab": "سهراب مثال‌زاده",
    "bijan": "بیژن افسانه‌نژاد",
    "mahtab": "مهتاب فرضی‌پور",
    "abrisham": "ابریشم داستان‌فر",
    "roham": "رهام گمان‌پور",
    "mojgan": "مژگان رؤیازاده",
    "rudabeh": "رودابه آزمون‌پور",
    "farhad": "فرهاد نمایش‌فر",
    "afra": "افرا نمونه‌نژاد",
    "borzu": "برزو خیال‌نژاد",
    "zohreh": "زهره پندارپور",
    "turaj": "تورج انگاره‌پور",
    "darya": "دریا مثالی‌فر",
    "shahin": "شاهین گمان‌فر",
    "kambiz": "کامبیز داستان‌نژاد",
    "mitra": "میترا رؤیانژاد",
    "anahita": "آناهیتا آزمون‌زاده",
    "mehrnush": "مهرنوش پندارنیا",
}
"""Everybody by key; the order makes their phone numbers, so new people come last."""

BOT_NAME: Final = "بهین‌یار"
NEWCOMER: Final = "azar"
"""Known to nobody when the play begins."""

ROLES: Final = (
    ("mahin", RoleKind.UNION_APPROVER, "demo-shoes"),
    ("bahram", RoleKind.UNION_APPROVER, "demo-shoes"),
    ("parvin", RoleKind.UNION_APPROVER, "demo-dates"),
    ("siavash", RoleKind.UNION_APPROVER, "demo-dates"),
    ("siavash", RoleKind.UNION_APPROVER, "demo-weaving"),
    ("golnar", RoleKind.UNION_APPROVER, "demo-weaving"),
    ("kamran", RoleKind.UNION_APPROVER, "demo-plastics"),
    ("nasrin", RoleKind.UNION_APPROVER, "demo-plastics"),
    ("hushang", RoleKind.UNION_APPROVER, "demo-wood"),
    ("farzaneh", RoleKind.UNION_APPROVER, "demo-wood"),
    ("manuchehr", RoleKind.COUNTY_OFFICER, "demo-jiroft"),
    ("shirin", RoleKind.ORDER_EXPERT, SOUTH_KERMAN),
    ("iraj", RoleKind.ORDER_EXPERT, ISFAHAN),
    ("turaj", RoleKind.PROVINCIAL_OFFICER, SOUTH_KERMAN),
    ("darya", RoleKind.COMMISSION_SECRETARY, "demo-jiroft-commission"),
    ("shahin", RoleKind.CHAMBER_OFFICER, "demo-jiroft-chamber"),
    ("kambiz", RoleKind.COUNTY_OFFICER, "demo-kahnuj"),
    ("mitra", RoleKind.STATISTICS_OFFICER, STATISTICS),
    ("anahita", RoleKind.LIAISON, SOUTH_KERMAN),
    ("mehrnush", RoleKind.PROVINCIAL_OFFICER, SOUTH_KERMAN),
)

AWAY: Final = ("parvin", "siavash", "demo-dates")
"""Who is away, who stands in, and in which union."""
MISSED_UNION: Final = ("zohreh", "demo-jiroft", "اتحادیهٔ سفالگران")
"""Somebody's union that is not in the county's list: who, where, in whose words."""


def phone_of(who: str) -> Phone:
    """The number of one of NAMES."""
    return numbers.phone(101 + list(NAMES).index(who))


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody whose phone lies on the page, with the number that the phone has."""

    who: str
    persona: Persona
    phone: Phone


_PHONES: Final = (
    ("newcomer", Dialect.TELEGRAM, 7001, "azar", "تازه‌وارد؛ هنوز ثبت‌نام نکرده"),
    ("approver", Dialect.BALE, 8001, "mahin", "تأییدکنندهٔ اتحادیهٔ کفاشان جیرفت"),
    ("owner", Dialect.TELEGRAM, 7002, "rostam", "صاحب «کفش سرو»؛ تأییدشده"),
    ("expert", Dialect.BALE, 8002, "shirin", "کارشناس ثبت سفارش جنوب کرمان"),
    ("second-approver", Dialect.TELEGRAM, 7003, "bahram", "تأییدکنندهٔ دوم همان اتحادیه"),
    ("returned-registration", Dialect.BALE, 8003, "baran", "صاحب «صندل باران»؛ ثبت‌نام برگشته"),
    ("returned-month", Dialect.TELEGRAM, 7004, "bahareh", "صاحب «چرم بهار»؛ یک ماه برگشته"),
    ("two-hats", Dialect.BALE, 8004, "siavash", "تأییدکنندهٔ دو اتحادیه و صاحب کارگاه"),
    ("officer", Dialect.TELEGRAM, 7005, "manuchehr", "کارشناس ادارهٔ صمت جیرفت"),
    ("province", Dialect.BALE, 8005, "turaj", "کارشناس سازمان صمت جنوب کرمان"),
    ("statistics", Dialect.TELEGRAM, 7006, "mitra", "کارشناس دفتر آمار و فرآوری داده‌ها"),
    ("liaison", Dialect.BALE, 8006, "anahita", "رابط بهین‌یاب جنوب کرمان"),
)


def personas() -> list[Player]:
    """The phones of the page, the four of the default view first; needs no database."""
    return [
        Player(who, Persona(key, messenger, user_id, NAMES[who], role), phone_of(who))
        for key, messenger, user_id, who, role in _PHONES
    ]
