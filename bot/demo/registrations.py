"""The registrations of the demo world's workshops, with invented addresses and valid numbers."""

from decimal import Decimal
from typing import Final

from bot.demo import numbers
from bot.demo.cast import NAMES
from bot.demo.workshops import Workshop
from models.units import PersonKind, ProductEntry, Registration, TradeClass
from models.values.jalali import JalaliMonth
from models.values.text import persian_digits

_YEARS: Final = 5
_STREETS: Final = ("خیابان پندار", "بلوار خیال", "خیابان انگار", "کوی گمان", "خیابان افسانه", "کوچهٔ نمونه")
_TOWNS: Final = {
    "demo-shoes": ("جیرفت", 28.678, 57.740),
    "demo-dates": ("جیرفت", 28.664, 57.722),
    "demo-weaving": ("کهنوج", 27.946, 57.701),
    "demo-plastics": ("کاشان", 33.985, 51.410),
    "demo-wood": ("نجف‌آباد", 32.634, 51.366),
}


def registration(
    workshop: Workshop, number: int, guild_number: int, *, union_id: int, last: JalaliMonth
) -> Registration:
    """What the owner says of the workshop; ``last`` is the month from which the licence's age is counted.

    ``guild_number`` is another workshop's number where the guild id is claimed twice.
    """
    owner = list(NAMES).index(workshop.owner)
    first_name, last_name = NAMES[workshop.owner].split(" ", 1)
    town, latitude, longitude = _TOWNS[workshop.union]
    street = _STREETS[number % len(_STREETS)]
    issued = last.plus(-workshop.licence_age)
    return Registration(
        person_kind=PersonKind.LEGAL if workshop.company else PersonKind.NATURAL,
        first_name=first_name,
        last_name=last_name,
        company_name=workshop.company,
        title=workshop.title,
        national_id=numbers.national_id(owner),
        legal_id=numbers.legal_id(owner) if workshop.company else None,
        licence_number=numbers.licence_number(number),
        licence_issued=issued.day(1 + number % 28),
        licence_expires=issued.plus(_YEARS * 12).day(1 + number % 28),
        guild_id=numbers.guild_id(guild_number),
        union_id=union_id,
        trade_class=TradeClass.PRODUCTION,
        postal_code=numbers.postal_code(number),
        address=persian_digits(f"{town}، {street}، پلاک {10 + number * 3}"),
        latitude=round(latitude + number * 0.0007, 6),
        longitude=round(longitude - number * 0.0005, 6),
        products=tuple(
            ProductEntry(None, goods.name, goods.measure, Decimal(goods.usual * 16), Decimal(goods.usual))
            for goods in workshop.goods
        ),
        employees=workshop.employees,
        business_id=numbers.business_id(number) if number % 2 == 0 else None,
        tracking_code=numbers.tracking_code(number) if number % 3 == 0 else None,
        unique_licence_id=numbers.unique_licence_id(number) if number % 5 == 0 else None,
    )
