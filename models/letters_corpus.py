"""The four letters that are the law here: numbers, dates, offices, and what each part says, in our own words.

Summaries keep each letter's own strength: where it says that there is no need, it does not say that there is no right.
Offices are named, never the persons who signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class LetterKey(StrEnum):
    """The letters, oldest first."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"


class Part(StrEnum):
    """A place in a letter, named by the message ``part-<part>``. L2's two parts bear no numbers."""

    HEADING = "heading"
    PREAMBLE = "preamble"
    PARAGRAPH_1 = "paragraph-1"
    PARAGRAPH_2 = "paragraph-2"
    PARAGRAPH_3 = "paragraph-3"
    PARAGRAPH_4 = "paragraph-4"
    PARAGRAPH_5 = "paragraph-5"
    PARAGRAPH_6 = "paragraph-6"
    FIRST_PART = "first-part"
    SECOND_PART = "second-part"
    BODY = "body"
    CLOSING = "closing"
    COPIES = "copies"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a letter, as rules and verdicts cite it; ``str()`` gives ``L1/paragraph-5``."""

    letter: LetterKey
    part: Part

    def __str__(self) -> str:
        return f"{self.letter}/{self.part}"

    @classmethod
    def read(cls, written: str) -> "Clause":
        """The clause that ``str()`` wrote. Raises ValueError for anything else."""
        letter, _, part = written.partition("/")
        return cls(LetterKey(letter), Part(part))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``date`` is Gregorian; ``parts`` are summaries in Persian."""

    key: LetterKey
    number: str
    date: date
    sender: str
    receiver: str
    subject: str
    parts: Mapping[Part, str]


_ORGANISATIONS = "سازمان‌های صنعت، معدن و تجارت"
_CENTRE = "مرکز اصناف و بازرگانان ایران و دبیرخانهٔ هیئت عالی نظارت"

LETTERS: Final[Mapping[LetterKey, Letter]] = MappingProxyType(
    {
        letter.key: letter
        for letter in (
            Letter(
                LetterKey.L1,
                "60/227210",
                date(2019, 11, 17),
                _CENTRE,
                f"رؤسای {_ORGANISATIONS} استان‌ها",
                "آمار تولید ماهانهٔ واحدهای صنفی تولیدی در بهین‌یاب",
                {
                    Part.HEADING: "نامه با درجهٔ «خیلی مهم و فوری» فرستاده شده است.",
                    Part.PREAMBLE: (
                        "آمار تولید ثبت‌شده در بهین‌یاب مبنای چهار کار است: تسهیلات؛ ثبت سفارش مواد اولیه، کالاهای"
                        " واسطه‌ای و ماشین‌آلات خطوط تولید؛ خرید از بورس کالا؛ و تأیید استعلام توانمندی برای مناقصات و"
                        " مزایدات دولتی. رئیس سازمان استان دستور آگاه‌سازی اتحادیه‌های مرتبط و ثبت ماهانهٔ آمار را"
                        " می‌دهد. راهنمای ۲۱ صفحه‌ای پیوست نامه است."
                    ),
                    Part.PARAGRAPH_1: ("همهٔ واحدهای صنفی تولیدی رأساً و حداکثر ظرف یک ماه در بهین‌یاب ثبت‌نام می‌کنند."),
                    Part.PARAGRAPH_2: (
                        "پس از بررسی و پایش، مراجع تأییدکننده، از جمله اتحادیهٔ صادرکنندهٔ پروانه، اطلاعات واحد را تأیید"
                        " می‌کنند: اعتبار پروانه، تطبیق محل کسب با پروانه، و تولید واقعی ماهانه."
                    ),
                    Part.PARAGRAPH_3: (
                        "هر اتحادیه در بخش «عضویت در سامانهٔ بهین‌یاب» ثبت‌نام می‌کند و نام کاربری خود را با نامهٔ رسمی به"
                        " ادارهٔ شهرستان می‌فرستد؛ سازمان استان نامه‌های شهرستان‌ها را به ترتیب وصول و بدون نیاز به"
                        " جمع‌بندی استانی به دفتر آمار و فرآوری داده‌ها می‌فرستد تا دسترسی برقرار شود."
                    ),
                    Part.PARAGRAPH_4: (
                        "دشواری دسترسی را رابط بهین‌یاب در استان برطرف می‌کند؛ در غیر این صورت با دفتر آمار و فرآوری"
                        " داده‌ها مکاتبه می‌شود."
                    ),
                    Part.PARAGRAPH_5: (
                        "اتحادیه‌ها باید موضوع را به همهٔ واحدهای تولیدی ذی‌ربط اطلاع دهند و هر ماه اطلاعات، به‌ویژه تولید"
                        " واقعی هر واحد را بر پایهٔ اسناد و مدارک و بازدیدهای دوره‌ای تأیید کنند."
                    ),
                    Part.PARAGRAPH_6: (
                        "اطلاع‌رسانی گسترده انجام و موضوع با اولویت و فوریت در کمیسیون‌های نظارت مطرح شود تا از راه"
                        " اتاق‌های اصناف به‌صورت مکتوب به اتحادیه‌ها برسد."
                    ),
                    Part.CLOSING: "اهتمام جدی و مستمر در اجرا خواسته شده است.",
                    Part.COPIES: (
                        "اتاق اصناف ایران از راه همهٔ اتاق‌ها پیگیری می‌کند و دفتر آمار و فرآوری داده‌ها آگاه می‌شود."
                    ),
                },
            ),
            Letter(
                LetterKey.L2,
                "60/310637",
                date(2020, 2, 12),
                "دفتر مقررات صادرات و واردات",
                f"رؤسای {_ORGANISATIONS} ۳۱ استان و جنوب کرمان",
                "احراز نیاز و مجوزهای فعالیت در بررسی ثبت سفارش",
                {
                    Part.PREAMBLE: (
                        "نامه عطف به نامهٔ ۶۰/۲۲۷۲۱۰ است و ثبت آمار تولید واحدهای صنفی را مشابه واحدهای صنعتی می‌داند."
                    ),
                    Part.FIRST_PART: (
                        "احراز نیاز واحدهای صنفی تولیدی تنها بر پایهٔ آمار تولید مندرج در بهین‌یاب انجام می‌شود؛ به هیچ‌وجه"
                        " نیازی به دریافت مدارک تولید و نیز نیازی به مراجعه به اتحادیه برای تأیید نیست، تا زمان و هزینهٔ"
                        " اضافی پدید نیاید."
                    ),
                    Part.SECOND_PART: (
                        "مجوزهای فعالیت به‌صورت برخط دیده می‌شود: متقاضی در «رشته فعالیت مجاز» و کارشناسان و مدیران در"
                        " زبانهٔ «رتبه‌بندی». از دریافت تصویر یا نسخهٔ فیزیکی مجوزها پرهیز جدی شود و تنها دادهٔ سامانه ملاک"
                        " است؛ دفتر بازرسی، رسیدگی به شکایات و ارزیابی عملکرد بر آن تأکید دارد."
                    ),
                    Part.COPIES: (
                        "مرکز اصناف و بازرگانان واحدهای صنفی را آگاه می‌کند و دفتر آمار و فرآوری داده‌ها آگاه می‌شود."
                    ),
                },
            ),
            Letter(
                LetterKey.L3,
                "60/321488",
                date(2020, 2, 24),
                _CENTRE,
                "رئیس اتاق اصناف ایران",
                "ابلاغ نامهٔ ۶۰/۳۱۰۶۳۷ تا سطح واحدها",
                {
                    Part.BODY: (
                        "نامهٔ ۶۰/۳۱۰۶۳۷ برای آگاهی، بهره‌برداری و ابلاغ به اتاق‌ها، اتحادیه‌ها و واحدهای صنفی فرستاده"
                        " می‌شود."
                    ),
                    Part.COPIES: (f"{_ORGANISATIONS} استان‌ها از آن بهره می‌گیرند و واحدهای تولیدی را آگاه می‌کنند."),
                },
            ),
            Letter(
                LetterKey.L4,
                "98/204157",
                date(2020, 2, 29),
                "سازمان صنعت، معدن و تجارت استان تهران",
                "اتاق اصناف تهران و اداره‌های شهرستان‌ها",
                "ابلاغ نامه‌های ۶۰/۳۲۱۴۸۸ و ۶۰/۳۱۰۶۳۷",
                {
                    Part.BODY: (
                        "اتاق اصناف و اداره‌های شهرستان‌ها مفاد نامه را رعایت و اتحادیه‌های تولیدی مرتبط را آگاه می‌کنند؛"
                        " بررسی ثبت سفارش تنها بر پایهٔ آمار بهین‌یاب است."
                    ),
                    Part.FOOTER: "نامه‌ای که مهر برجستهٔ سامانهٔ اتوماسیون را ندارد فاقد اعتبار است.",
                },
            ),
        )
    }
)
