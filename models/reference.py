"""Reference data: the offices of the ministry, the Iran Chamber of Guilds, and the 32 provincial organisations."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.organisations import Office, OfficeKind
from models.values.text import search_key, sort_key

_NATIONAL = (
    (OfficeKind.GUILD_CENTRE, "guild-centre", "مرکز اصناف و بازرگانان ایران"),
    (OfficeKind.STATISTICS_OFFICE, "statistics-office", "دفتر آمار و فرآوری داده‌ها"),
    (OfficeKind.IMPORT_EXPORT_OFFICE, "import-export-office", "دفتر مقررات صادرات و واردات"),
    (OfficeKind.INSPECTION_OFFICE, "inspection-office", "دفتر بازرسی، رسیدگی به شکایات و ارزیابی عملکرد"),
    (OfficeKind.DOMESTIC_COMMERCE, "domestic-commerce", "معاونت بازرگانی داخلی"),
    (OfficeKind.IRAN_CHAMBER, "iran-chamber", "اتاق اصناف ایران"),
)

# Codes are ISO 3166-2:IR; South Kerman is an organisation of its own (60/310637) without such a code.
_PROVINCES = (
    ("IR-00", "مرکزی"),
    ("IR-01", "گیلان"),
    ("IR-02", "مازندران"),
    ("IR-03", "آذربایجان شرقی"),
    ("IR-04", "آذربایجان غربی"),
    ("IR-05", "کرمانشاه"),
    ("IR-06", "خوزستان"),
    ("IR-07", "فارس"),
    ("IR-08", "کرمان"),
    ("IR-08-S", "جنوب کرمان"),
    ("IR-09", "خراسان رضوی"),
    ("IR-10", "اصفهان"),
    ("IR-11", "سیستان و بلوچستان"),
    ("IR-12", "کردستان"),
    ("IR-13", "همدان"),
    ("IR-14", "چهارمحال و بختیاری"),
    ("IR-15", "لرستان"),
    ("IR-16", "ایلام"),
    ("IR-17", "کهگیلویه و بویراحمد"),
    ("IR-18", "بوشهر"),
    ("IR-19", "زنجان"),
    ("IR-20", "سمنان"),
    ("IR-21", "یزد"),
    ("IR-22", "هرمزگان"),
    ("IR-23", "تهران"),
    ("IR-24", "اردبیل"),
    ("IR-25", "قم"),
    ("IR-26", "قزوین"),
    ("IR-27", "گلستان"),
    ("IR-28", "خراسان شمالی"),
    ("IR-29", "خراسان جنوبی"),
    ("IR-30", "البرز"),
)


def seed_reference(session: Session) -> int:
    """Add the reference offices that are missing, by code; changed names stay. Returns how many were added."""
    wanted = (*_NATIONAL, *((OfficeKind.PROVINCE, code, name) for code, name in _PROVINCES))
    codes = [code for _, code, _ in wanted]
    present = set(session.execute(sa.select(col(Office.code)).where(col(Office.code).in_(codes))).scalars())
    missing = [
        Office(kind=kind, code=code, name=name, sort_key=sort_key(name), search_key=search_key(name))
        for kind, code, name in wanted
        if code not in present
    ]
    session.add_all(missing)
    session.flush()
    for office in missing:
        if office.kind is OfficeKind.PROVINCE:
            office.province_id = office.id
    session.flush()
    return len(missing)
