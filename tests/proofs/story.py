"""The story of the first issue as a list of acts: register, approve, record a month, approve, ask for the verdict."""

import asyncio
from dataclasses import dataclass

from sqlmodel import Session

from models import organisations
from models.organisations import OfficeKind, RoleKind
from models.people import AccountKey, Messenger, add_account, add_person
from models.reference import seed_reference
from models.values.ids import Phone as PhoneNumber
from tests.models.world import granted
from tests.stage import FellShortError, Player, Stage

AZAR, SABA = "آذر", "صبا"
_NUMBERS = {AZAR: "09123334455", SABA: "09121112233"}
_IDS = {AZAR: 5001, SABA: 5002}


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a person: ``types``, ``taps``, ``contact``, ``location``, or ``hears`` a notice; then what is seen."""

    who: str
    does: str
    what: str = ""
    sees: str = ""


def _azar(does: str, what: str = "", sees: str = "") -> Step:
    return Step(AZAR, does, what, sees)


def _saba(does: str, what: str = "", sees: str = "") -> Step:
    return Step(SABA, does, what, sees)


_YES = "بله، درست است"
STORY = (
    _azar("types", "/start", "به بهین‌یار خوش آمدید"),
    _azar("contact", "", "هنوز واحدی"),
    _azar("taps", "ثبت‌نام واحد", "گروه پروانهٔ کسب"),
    _azar("taps", "تولیدی", "شخص حقیقی"),
    _azar("taps", "حقیقی", "نام خود را"),
    _azar("types", "آذر", "نام خانوادگی"),
    _azar("types", "نمونه‌پور", "کد ملی"),
    _azar("types", "۰۰۱۳۵۴۲۴۱۹", "نام واحد"),
    _azar("types", "کفش دست‌دوز آذر", "شمارهٔ پروانه"),
    _azar("types", "الف/۱۲۳۴", "تاریخ صدور"),
    _azar("types", "۱۴۰۳/۰۲/۳۱", "پایان اعتبار"),
    _azar("types", "۱۴۰۸/۰۲/۳۱", "شناسهٔ صنفی"),
    _azar("types", "0412345678", "کدام استان"),
    _azar("taps", "تهران", "کدام شهرستان"),
    _azar("taps", "ری", "اتحادیهٔ صادرکننده"),
    _azar("types", "کفاش", "اتحادیهٔ صادرکننده"),
    _azar("taps", "کفاشان", "کد پستی"),
    _azar("types", "1841334567", "نشانی محل"),
    _azar("types", "ری، خیابان نمونه، کوچهٔ دوم، پلاک ۱۲", "موقعیت"),
    _azar("location", "35.59 51.43", "محصول اصلی"),
    _azar("types", "کفش چرمی مردانه", "کدام واحد"),
    _azar("taps", "جفت", "ظرفیت سالانهٔ"),
    _azar("types", "۲۴٬۰۰۰", "درست است؟"),
    _azar("taps", _YES, "تولید معمول"),
    _azar("types", "۱۹۰۰", "درست است؟"),
    _azar("taps", _YES, "محصولات شما"),
    _azar("taps", "همین محصولات است", "چند نفر"),
    _azar("types", "۶", "پرسش"),
    _azar("taps", "ادامه بدون پاسخ", "پرسش"),
    _azar("taps", "ادامه بدون پاسخ", "پرسش"),
    _azar("taps", "ادامه بدون پاسخ", "اتحادیهٔ کفاشان ری"),
    _azar("taps", "فرستادن ثبت‌نام", "BY-"),
    _saba("types", "/start", "اتحادیهٔ کفاشان ری"),
    _saba("taps", "صندوق اتحادیه", "ثبت‌نام در انتظار"),
    _saba("taps", "ثبت‌نام‌ها", "کفش دست‌دوز آذر"),
    _saba("taps", "کفش دست‌دوز آذر", "کفش دست‌دوز آذر"),
    _saba("taps", "پروانه معتبر است", "کفش دست‌دوز آذر"),
    _saba("taps", "محل یکی است", "کفش دست‌دوز آذر"),
    _saba("taps", "تولید واقعی است", "کفش دست‌دوز آذر"),
    _saba("taps", "تأیید ثبت‌نام", "بر چه پایه‌ای"),
    _saba("taps", "مدرک دیده شد", "تأیید شد"),
    _azar("hears", "ثبت‌نام کفش دست‌دوز آذر تأیید شد"),
    _azar("types", "/start", "آمار آبان"),
    _azar("taps", "ثبت آمار آبان", "تولید داشتید"),
    _azar("taps", "بله، تولید", "چه مقدار تولید"),
    _azar("types", "۲۵۰۰ جفت", "۲٬۵۰۰ جفت"),
    _azar("taps", _YES, "ظرفیت ماهانه"),
    _azar("taps", "شیفت اضافه", "چه مقدار فروختید"),
    _azar("types", "دو هزار و صد", "۲٬۱۰۰ جفت"),
    _azar("taps", _YES, "ارزش فروش"),
    _azar("types", "۲۱۰ میلیون تومان", "۲٬۱۰۰٬۰۰۰٬۰۰۰ ریال"),
    _azar("taps", _YES, "چند نفر"),
    _azar("taps", "همان ۶ نفر", "آمار آبان"),
    _azar("taps", "ثبت نهایی آمار", "BY-"),
    _saba("types", "/start", "اتحادیهٔ کفاشان ری"),
    _saba("taps", "صندوق اتحادیه", "آمار ماهانه در انتظار"),
    _saba("taps", "آمار ماهانه", "کفش دست‌دوز آذر"),
    _saba("taps", "کفش دست‌دوز آذر", "کفش دست‌دوز آذر"),
    _saba("taps", "تأیید آمار آبان", "بر چه پایه‌ای"),
    _saba("taps", "مدرک دیده شد", "تأیید شد"),
    _azar("hears", "آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر تأیید شد"),
    _azar("types", "/start", "کفش دست‌دوز آذر"),
    _azar("taps", "وضعیت ثبت سفارش", "ثبت سفارش"),
)


async def open_offices(stage: Stage, approver: Player) -> None:
    """The reference data, Rey's union of shoemakers, and its approver, who has proven the number."""

    def build(session: Session) -> None:
        seed_reference(session)
        province = next(office for office in organisations.provinces(session) if office.name == "تهران")
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
        union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))
        person = add_person(session, PhoneNumber(approver.number), approver.name)
        add_account(session, AccountKey(approver.messenger, approver.id), person)
        granted(organisations.grant(session, person, RoleKind.UNION_APPROVER, union.id))

    await stage.prepare(build)
    approver.local.user(approver.id).started = True


def cast(stage: Stage, azar_on: Messenger, saba_on: Messenger) -> dict[str, Player]:
    """The two people with their phones."""
    places = {AZAR: azar_on, SABA: saba_on}
    return {who: stage.player(on, _IDS[who], who, _NUMBERS[who]) for who, on in places.items()}


def act(player: Player, step: Step) -> None:
    """Do what the step says; the answer is not awaited."""
    match step.does:
        case "types":
            player.types(step.what)
        case "taps":
            player.taps(step.what)
        case "contact":
            player.local.share_contact(player.id)
        case "location":
            latitude, longitude = map(float, step.what.split())
            player.local.share_location(player.id, latitude, longitude)
        case "hears":
            pass
        case other:
            raise ValueError(other)


def check(player: Player, step: Step) -> None:
    """The step led to what it should. Raises FellShortError."""
    if step.does == "hears":
        if not any(step.what in _plain(message.shown) for message in player.messages):
            raise FellShortError(f"{player.name} never heard {step.what!r}")
        return
    if step.sees not in player.text:
        raise FellShortError(f"after {step}:\n{player.text}\n{[key.text for key in player.keys]}")


def _plain(text: str) -> str:
    return "".join(character for character in text if character not in "\u200f\u2066\u2067\u2068\u2069")


async def told(stage: Stage, players: dict[str, Player]) -> list[str]:
    """The whole story without a disturbance; what stood on the phone of each step's person after it."""
    seen: list[str] = []
    for step in STORY:
        player = players[step.who]
        before = len(player.messages), player.text
        act(player, step)
        if step.does != "hears":
            await _answered(player, before)
        await stage.comes_to_rest()
        check(player, step)
        seen.append(player.text)
    return seen


async def _answered(player: Player, before: tuple[int, str]) -> None:
    limit = asyncio.get_running_loop().time() + 20
    while (len(player.messages), player.text) == before and player.local.pending:
        if asyncio.get_running_loop().time() > limit:
            raise FellShortError(f"silence for {player.name}, who saw {player.text!r}")
        await asyncio.sleep(0.003)
