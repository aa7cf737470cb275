"""Names of unions: «اتحادیهٔ کفاشان ری» in a list that says already that it holds the unions of Rey."""

from models.values.text import normalise, search_key

_UNION = "اتحادیهٔ "
_JOINED = ("ای", "وی", "هٔ")
"""Endings that lean on the next word («خرمای جیرفت»)."""
_FIRST_WORDS = frozenset(search_key(word) for word in ("اتحادیه", "صنف", "شهرستان"))


def short_name(union: str, county: str) -> str:
    """The trade alone, «کفاشان»; a name of another form, or one that leans on the county's, keeps it."""
    trade = union.removeprefix(_UNION)
    alone = trade.removesuffix(f" {county}")
    return trade if not alone or alone.endswith(_JOINED) else alone


def name_key(name: str, above: str) -> str:
    """One key for all ways to write an office's name below this one: «سراجان», «صنف سراجان», «اتحادیهٔ سرّاجان ری»."""
    words, place = normalise(name).split(), normalise(above).split()
    if len(words) > 1 and search_key(words[0]) in _FIRST_WORDS:
        words = words[1:]
    if len(words) > len(place) and search_key("".join(words[-len(place) :])) == search_key(above):
        words = words[: -len(place)]
    return search_key("".join(words))
