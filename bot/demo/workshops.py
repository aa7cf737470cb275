"""The thirty workshops of the demo world: whose they are, what they make, how their registration and months went."""

from dataclasses import dataclass
from typing import Final

from models.units import UnitState
from models.values.quantity import Measure


@dataclass(frozen=True, slots=True)
class Goods:
    """A product: the usual amount a month in ``measure``, and the price of one in rial."""

    name: str
    measure: Measure
    usual: int
    price: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop and its fate.

    ``months``, for a confirmed one: a letter for each month (``bot.demo.history`` explains them), the first for that in
    which it registered, the last for the one before the present month. The others were submitted ``days`` ago.
    The licence was issued for five years, ``licence_age`` months before the last month. ``claims``: the workshop whose
    guild id it gives as its own. ``corrected``: the union returned the registration and it came again.
    """

    key: str
    title: str
    owner: str
    union: str
    goods: tuple[Goods, ...]
    employees: int
    months: str = ""
    state: UnitState = UnitState.CONFIRMED
    days: int = 0
    licence_age: int = 30
    company: str | None = None
    claims: str | None = None
    corrected: bool = False


_KG, _PAIR, _PIECE, _METRE = Measure.KILOGRAM, Measure.PAIR, Measure.PIECE, Measure.SQUARE_METRE

_SHOES: Final = (
    Workshop(
        "sarv",
        "کفش سرو",
        "rostam",
        "demo-shoes",
        (
            Goods("کفش چرمی مردانه", _PAIR, 900, 14_500_000),
            Goods("کیف دستی چرمی", _PIECE, 120, 19_000_000),
        ),
        7,
        months="cccczcccocclbcccc.",
        licence_age=44,
    ),
    Workshop(
        "bahar",
        "چرم بهار",
        "bahareh",
        "demo-shoes",
        (Goods("کفش زنانهٔ طبی", _PAIR, 650, 11_800_000),),
        5,
        months="ccclccccdccccczcrw",
    ),
    Workshop(
        "aftab",
        "گیوهٔ آفتاب",
        "dariush",
        "demo-shoes",
        (Goods("گیوهٔ دست‌دوز", _PAIR, 180, 8_200_000),),
        3,
        state=UnitState.SUBMITTED,
        days=2,
    ),
    Workshop(
        "negin",
        "کیف و کفش نگین",
        "negin",
        "demo-shoes",
        (Goods("کفش ورزشی", _PAIR, 500, 9_600_000),),
        4,
        state=UnitState.SUBMITTED,
        days=16,
        claims="gam",
    ),
    Workshop(
        "baran",
        "صندل باران",
        "baran",
        "demo-shoes",
        (Goods("صندل تابستانی", _PAIR, 400, 4_900_000),),
        3,
        state=UnitState.RETURNED,
        days=6,
    ),
    Workshop(
        "gam",
        "کفش گام نو",
        "arash",
        "demo-shoes",
        (Goods("کفش اداری", _PAIR, 300, 12_400_000),),
        4,
        months="cb.w.",
    ),
    Workshop(
        "pishro",
        "پوتین پیشرو",
        "katayun",
        "demo-shoes",
        (Goods("پوتین کوه", _PAIR, 250, 21_000_000),),
        4,
        months="....",
    ),
)
_DATES: Final = (
    Workshop(
        "nakhl",
        "خرمای نخل زرین",
        "esfandiar",
        "demo-dates",
        (Goods("خرمای بسته‌بندی", _KG, 8000, 1_450_000),),
        9,
        months="ccccoccccccclcccww",
        licence_age=50,
    ),
    Workshop(
        "shireh",
        "شیرهٔ نخل زرین",
        "esfandiar",
        "demo-dates",
        (Goods("شیرهٔ خرما", _KG, 2500, 1_900_000),),
        4,
        months="c..cc...c.l.cc..c.",
    ),
    Workshop(
        "shokufeh",
        "بسته‌بندی شکوفه",
        "shokufeh",
        "demo-dates",
        (Goods("خرمای مضافتی", _KG, 3200, 1_300_000),),
        5,
        months="ccccRw",
    ),
    Workshop(
        "ardeh",
        "حلوای سپید",
        "sepideh",
        "demo-dates",
        (
            Goods("حلواارده", _KG, 1800, 3_100_000),
            Goods("ارده", _KG, 900, 3_600_000),
        ),
        6,
        months="cccccccczcccccccc.",
        licence_age=61,
    ),
    Workshop(
        "abshar",
        "خرمای آبشار",
        "abtin",
        "demo-dates",
        (Goods("خرمای پیارم", _KG, 1500, 2_200_000),),
        3,
        state=UnitState.SUBMITTED,
        days=4,
        licence_age=62,
    ),
    Workshop(
        "dasht",
        "خرمای دشت",
        "mandana",
        "demo-dates",
        (Goods("خرمای فله", _KG, 12000, 900_000),),
        2,
        state=UnitState.REJECTED,
        days=40,
    ),
    Workshop(
        "arghavan",
        "شیرینی ارغوان",
        "siavash",
        "demo-dates",
        (Goods("کلمپه", _KG, 700, 2_700_000),),
        3,
        months="clcl.cccw",
    ),
)
_WEAVING: Final = (
    Workshop(
        "neyzar",
        "حصیربافی نی‌زار",
        "neyestan",
        "demo-weaving",
        (Goods("سبد حصیری", _PIECE, 350, 2_400_000),),
        6,
        months="zzccccczzzcccccz.w",
        licence_age=40,
    ),
    Workshop(
        "kavir",
        "گلیم کویر",
        "kaveh",
        "demo-weaving",
        (Goods("گلیم دستباف", _METRE, 60, 48_000_000),),
        8,
        months="cccbcccccccLcccccw",
    ),
    Workshop(
        "hana",
        "بافت حنا",
        "hana",
        "demo-weaving",
        (Goods("شال پشمی", _PIECE, 140, 7_500_000),),
        3,
        state=UnitState.SUBMITTED,
        days=1,
    ),
    Workshop(
        "sahra",
        "قالی صحرا",
        "sahra",
        "demo-weaving",
        (Goods("قالیچه", _METRE, 20, 95_000_000),),
        5,
        state=UnitState.RETURNED,
        days=12,
    ),
    Workshop(
        "sayeh",
        "جاجیم سایه",
        "sohrab",
        "demo-weaving",
        (Goods("جاجیم", _METRE, 75, 22_000_000),),
        4,
        months="cccccccdczc.......",
    ),
)
_PLASTICS: Final = (
    Workshop(
        "shafaf",
        "پلاستیک شفاف",
        "bijan",
        "demo-plastics",
        (
            Goods("ظرف پلاستیکی", _PIECE, 24000, 320_000),
            Goods("سبد میوه", _PIECE, 6000, 850_000),
        ),
        14,
        months="ccoccccoocccccoccw",
        licence_age=37,
        company="شفاف‌سازان خیال کاشان",
    ),
    Workshop(
        "botri",
        "بطری شفاف",
        "bijan",
        "demo-plastics",
        (Goods("بطری پت", _PIECE, 90000, 45_000),),
        11,
        months="cccccccw",
        licence_age=9,
        company="شفاف‌سازان خیال کاشان",
    ),
    Workshop(
        "mahtab",
        "ملامین مهتاب",
        "mahtab",
        "demo-plastics",
        (Goods("بشقاب ملامین", _PIECE, 7000, 780_000),),
        6,
        months="lcllclccllccl.clc.",
    ),
    Workshop(
        "abr",
        "نایلون ابر",
        "abrisham",
        "demo-plastics",
        (Goods("کیسهٔ نایلونی", _KG, 4000, 1_100_000),),
        5,
        state=UnitState.SUBMITTED,
        days=3,
    ),
    Workshop(
        "kiseh",
        "کیسهٔ رهام",
        "roham",
        "demo-plastics",
        (Goods("کیسهٔ زباله", _KG, 3500, 980_000),),
        4,
        state=UnitState.SUBMITTED,
        days=2,
        claims="abr",
    ),
    Workshop(
        "moj",
        "ظروف موج",
        "mojgan",
        "demo-plastics",
        (Goods("لیوان یک‌بارمصرف", _PIECE, 150000, 12_000),),
        3,
        state=UnitState.REJECTED,
        days=30,
        claims="mahtab",
    ),
    Workshop(
        "rud",
        "لولهٔ رود",
        "rudabeh",
        "demo-plastics",
        (Goods("لولهٔ پلی‌اتیلن", Measure.METRE, 5200, 640_000),),
        7,
        months="ccxcccrw",
    ),
)
_WOOD: Final = (
    Workshop(
        "gerdu",
        "مبل گردو",
        "farhad",
        "demo-wood",
        (Goods("مبل راحتی", Measure.SET, 14, 620_000_000),),
        10,
        months="cccdccccczcccccccw",
        licence_age=55,
    ),
    Workshop(
        "senobar",
        "درودگری صنوبر",
        "farhad",
        "demo-wood",
        (Goods("میز ناهارخوری", _PIECE, 22, 180_000_000),),
        4,
        months="cc.w",
    ),
    Workshop(
        "afra",
        "کابینت افرا",
        "afra",
        "demo-wood",
        (Goods("کابینت چوبی", _METRE, 85, 75_000_000),),
        5,
        state=UnitState.SUBMITTED,
        days=8,
        corrected=True,
    ),
    Workshop(
        "balut",
        "نجاری بلوط",
        "borzu",
        "demo-wood",
        (Goods("درِ چوبی", _PIECE, 40, 68_000_000),),
        3,
        months="w",
        licence_age=3,
    ),
)
WORKSHOPS: Final = (*_SHOES, *_DATES, *_WEAVING, *_PLASTICS, *_WOOD)
"""By this order they have their numbers: guild ids, licences, postal codes."""
