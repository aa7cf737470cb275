"""The short names of unions."""

import pytest

from models.values.unions import name_key, short_name


@pytest.mark.parametrize(
    ("union", "county", "short"),
    [
        ("اتحادیهٔ کفاشان ری", "ری", "کفاشان"),
        ("اتحادیهٔ فرآورده‌های خرمای جیرفت", "جیرفت", "فرآورده‌های خرمای جیرفت"),
        ("اتحادیهٔ کفاشان", "ری", "کفاشان"),
        ("کانون نجاران", "ری", "کانون نجاران"),
    ],
)
def test_the_county_and_the_word_go(union: str, county: str, short: str) -> None:
    assert short_name(union, county) == short


def test_an_office_has_one_key_however_its_name_is_written() -> None:
    ways = ("سراجان", "صنف سراجان", "اتحاديه سرّاجان", "اتحادیهٔ سراجان ری", "سراجانِ ری")
    assert {name_key(way, "ری") for way in ways} == {"سراجان"}
    assert name_key("آهنگری", "ری") == name_key("اتحادیهٔ آهنگری", "ری") != name_key("آهنگ", "ری")
    assert name_key("شهرستان پردیس", "تهران") == name_key("پردیس", "تهران")
    assert name_key("اتحادیه", "ری") == "اتحادیه"
    assert name_key("کفاشان شهر ری", "شهر ری") == "کفاشان"
