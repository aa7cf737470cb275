"""What a typed word means where buttons are shown: yes, no, a greeting, or one of the choices by its label."""

import re
from collections.abc import Sequence
from typing import Final

from models.values.text import search_key

_YES: Final = frozenset(
    map(search_key, ("بله", "بلی", "آره", "آری", "درسته", "درست", "درست است", "صحیح", "تایید", "ok", "okay", "yes"))
)
_NO: Final = frozenset(
    map(search_key, ("نه", "خیر", "نخیر", "غلط", "غلطه", "اشتباه", "اشتباهه", "درست نیست", "نادرست", "no", "wrong"))
)
_ASSENTING: Final = _YES | frozenset(map(search_key, ("صحیحه", "همین", "همینه", "همان", "اوکی", "اوکیه", "باشه")))
_FILLING: Final = frozenset(map(search_key, ("است", "هست", "حتما", "که", "لطفا")))
"""What may stand beside a word of assent and says nothing of its own."""
_GREETINGS: Final = frozenset(
    map(search_key, ("سلام", "سلام علیکم", "درود", "وقت بخیر", "روز بخیر", "hi", "hello", "salam"))
)


def greets(text: str) -> bool:
    """Whether the whole text is a greeting, whatever marks and signs stand beside it («سلام 👋»)."""
    return search_key("".join(one for one in text if one.isalpha() or one.isspace())) in _GREETINGS


def says_yes(text: str) -> bool:
    """Whether the whole text is assent («بله»، «درسته»، ok), in one word or in several («بله، درست است»)."""
    said = [search_key(word) for word in re.findall(r"[^\W\d_]+|\d+", text)]
    rest = [word for word in said if word not in _FILLING]
    return search_key(text) in _YES or (bool(rest) and all(word in _ASSENTING for word in rest))


def says_no(text: str) -> bool:
    """Whether the whole text is a word of denial («نه»، «غلط»). Beside an echo «نه» is never the number nine."""
    return search_key(text) in _NO


def meant(text: str, labels: Sequence[str]) -> int | None:
    """The index of the label that was typed: the whole of it, else its first word, else yes or no; None when unsure."""
    typed = search_key(text)
    if not typed:
        return None
    firsts = [search_key(label.split(maxsplit=1)[0]) if label.split() else "" for label in labels]
    agreeing = [index for index, first in enumerate(firsts) if says_yes(text) and first in _YES]
    denying = [index for index, first in enumerate(firsts) if says_no(text) and first in _NO]
    whole = [index for index, label in enumerate(labels) if search_key(label) == typed]
    begun = [index for index, first in enumerate(firsts) if first == typed]
    return next((found[0] for found in (whole, begun, agreeing, denying) if len(found) == 1), None)
