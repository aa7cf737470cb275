"""Rows of invented units, as an officer would write them into the template."""

from datetime import date

from bot.demo import numbers

_ONES = ("صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه")


def spelled(number: int) -> str:
    """The number digit by digit in words: a name that differs and holds no digit."""
    return " ".join(_ONES[int(digit)] for digit in str(number))


def sheet_row(number: int, **changes: object) -> dict[str, object]:
    """A natural person's workshop with one product; every number is valid and differs with ``number``."""
    row: dict[str, object] = {
        "phone": f"0990{number:07d}" if number > 9999 else numbers.phone(number),
        "province": "تهران",
        "county": "ری",
        "union": "اتحادیهٔ کفاشان ری",
        "title": f"کارگاه نمونهٔ {spelled(number)}",
        "person-kind": "حقیقی",
        "first-name": "آذر",
        "last-name": f"نمونه {spelled(number)}",
        "national-id": numbers.national_id(number),
        "licence-number": f"الف/{7000 + number}",
        "licence-issued": "1403/03/01",
        "licence-expires": "۱۴۰۸/۰۳/۰۱",
        "guild-id": f"55500{number:05d}",
        "trade-class": "تولیدی",
        "postal-code": "9999199911",
        "address": f"ری، خیابان نمونه، کوچهٔ {spelled(number)}، پلاک ۱۲",
        "latitude": 35.59,
        "longitude": 51.43,
        "employees": 6,
        "product-name:1": "کفش چرمی مردانه",
        "product-measure:1": "جفت",
        "yearly-capacity:1": 24000,
        "usual-monthly:1": 1900.0,
    }
    return {**row, **{name.replace("_", "-"): value for name, value in changes.items()}}


ISSUED = date(2024, 5, 21)
"""1 Khordad 1403, as Excel holds it."""
