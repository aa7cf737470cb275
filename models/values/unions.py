"""Names of unions: «اتحادیهٔ کفاشان ری» in a list that says already that it holds the unions of Rey."""

_UNION = "اتحادیهٔ "
_JOINED = ("ای", "وی", "هٔ")
"""Endings that lean on the next word («خرمای جیرفت»)."""


def short_name(union: str, county: str) -> str:
    """The trade alone, «کفاشان»; a name of another form, or one that leans on the county's, keeps it."""
    trade = union.removeprefix(_UNION)
    alone = trade.removesuffix(f" {county}")
    return trade if not alone or alone.endswith(_JOINED) else alone
