"""The short names of unions."""

import pytest

from models.values.unions import short_name


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
