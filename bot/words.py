"""The words: Fluent messages in two languages, with Persian digits, Jalali dates and free text kept apart.

Texts come out with private marks (:data:`MARKS`) where the words or a value ask for monospace or bold; each messenger
turns these into its own. Marks never come from a person's text: they are taken out of every value.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource, resolver

from handlers.screen import Button, Code, Joined, Moment, Part, Raw, Value, Word
from models.people import Language
from models.values.jalali import TEHRAN, JalaliMonth, jalali, tehran_date
from models.values.quantity import Quantity, Rial
from models.values.text import persian_digits

resolver.MAX_PART_LENGTH = 5000  # the library's 2500 is less than a message holds, and a longer value is an error
LOCALES = Path(__file__).parent.parent / "locales"
CODE, CODE_END, BOLD, BOLD_END = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = re.compile(f"[{CODE}-{BOLD_END}]")
_TAGS = {"<code>": CODE, "</code>": CODE_END, "<b>": BOLD, "</b>": BOLD_END}
_ISOLATE, _ISOLATED = "\u2068", "\u2069"
_UNSAFE = re.compile(f"[{CODE}-{BOLD_END}\u2066-\u2069\u202a-\u202e]")
_RIGHT_TO_LEFT = r"\u05d0-\u05ea\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_PERSIAN = re.compile(f"[{_RIGHT_TO_LEFT}]")
_FROM_THE_RIGHT = re.compile(
    f"(?:[^A-Za-z{_RIGHT_TO_LEFT}{_ISOLATE}]|{_ISOLATE}[^{_ISOLATED}]*+{_ISOLATED}?+)*[{_RIGHT_TO_LEFT}]"
)
_RIGHT_TO_LEFT_MARK = "\u200f"
_PERSIAN_MARKS = str.maketrans({",": "٬", ".": "٫"})


class MissingWordError(LookupError):
    """A message that the words do not have, or a variable that it was not given."""


def _decimal(value: Decimal, language: Language) -> str:
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return persian_digits(plain.translate(_PERSIAN_MARKS)) if language is Language.FA else plain


def _from_the_right(text: str) -> str:
    """Each line with Persian in it as one that runs from the right.

    A line's direction is that of its first letter outside isolates: one of nothing but a person's words, or one that
    begins with a Latin code, would run from the left and show its parts in the wrong order.
    """
    return "\n".join(
        line if _FROM_THE_RIGHT.match(line) or not _PERSIAN.search(line) else _RIGHT_TO_LEFT_MARK + line
        for line in text.split("\n")
    )


class Words:
    """All messages of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language.value], use_isolating=False)
        for path in sorted((LOCALES / language.value).glob("*.ftl")):
            text = path.read_text(encoding="utf-8")
            for tag, mark in _TAGS.items():
                text = text.replace(tag, mark)
            self._bundle.add_resource(FluentResource(text))
        self._templates: dict[str, str | None] = {}

    def __contains__(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def say(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        """The message with its values. Raises MissingWordError for an unknown key or a missing variable."""
        if key not in self._templates:
            self._templates[key] = _template(self._pattern(key))
        template = self._templates[key]
        given = {name: self.show(value) for name, value in (values or {}).items()}
        if template is not None:
            try:
                return template % given
            except KeyError as missing:
                raise MissingWordError(f"{self.language}: {key!r}: {missing}") from None
        text, errors = self._bundle.format_pattern(self._pattern(key), given)
        if errors:
            raise MissingWordError(f"{self.language}: {key!r}: {errors[0]}")
        return str(text)

    def _pattern(self, key: str) -> Any:
        if not self._bundle.has_message(key):
            raise MissingWordError(f"{self.language}: no message {key!r}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingWordError(f"{self.language}: {key!r} has no text")
        return pattern

    def show(self, value: Value) -> str:  # noqa: C901, PLR0911, PLR0912 (one line a type)
        """One value as people read it."""
        match value:
            case Code(text):
                return f"{CODE}{_UNSAFE.sub('', text)}{CODE_END}"
            case Raw(text):
                tidy = _UNSAFE.sub("", text)
                return persian_digits(tidy) if self.language is Language.FA else tidy
            case Word(key, values):
                return self.say(key, values)
            case Joined(items, joint):
                return self.say(joint).replace("_", " ").replace("|", "\n").join(self.show(one) for one in items)
            case Moment(at):
                here = at.astimezone(TEHRAN)
                return self.say("moment", {"date": at, "time": Raw(f"{here.hour}:{here.minute:02d}")})
            case Quantity():
                return self.say("quantity", {"amount": value.amount, "measure": Word(f"measure-{value.measure.value}")})
            case Rial():
                toman = Decimal(int(value)) / 10
                return self.say("money", {"rial": Decimal(int(value)), "toman": toman})
            case JalaliMonth():
                return self.say("jalali-month", {"month": Word(f"month-{value.month}"), "year": Raw(str(value.year))})
            case datetime():
                return self._date(tehran_date(value))
            case date():
                return self._date(value)
            case bool():
                return self.say("yes" if value else "no")
            case int():
                return _decimal(Decimal(value), self.language)
            case Decimal():
                return _decimal(value, self.language)
            case str():
                tidy = _UNSAFE.sub("", value)
                return f"{_ISOLATE}{tidy}{_ISOLATED}" if tidy else tidy

    def _date(self, day: date) -> str:
        year, month, number = jalali(day)
        plain = f"{year}/{month:02d}/{number:02d}"
        return persian_digits(plain) if self.language is Language.FA else plain

    def text(self, parts: Iterable[Part]) -> str:
        """The paragraphs of a screen as one text, with marks."""
        written: list[str] = []
        for part in parts:
            said = self.say(part.key, part.values)
            if part.brief:
                said = self._brief(said)
            if part.glued and written:
                written[-1] += " " + said
            else:
                written.append(said)
        whole = "\n".join(written)
        return _from_the_right(whole) if self.language is Language.FA else whole

    def _brief(self, said: str) -> str:
        """The first line and the example: what an error needs beside it."""
        first, _, rest = said.partition("\n")
        mark = self.say("form-example")
        _, found, example = rest.rpartition(mark)
        return f"{first} {mark}{example}" if found else first

    def label(self, button: Button) -> str:
        """The label of a button: without marks and isolates, on one line."""
        said = button.label or self.say(button.key, button.values)
        return " ".join(_UNSAFE.sub("", said).split(" ")).replace("\n", " ").strip()


def _template(pattern: Any) -> str | None:
    """The message as a %-template, which is filled ten times as fast; None where it chooses or refers to others."""
    written: list[str] = []
    for part in getattr(pattern, "elements", (pattern,)):
        if isinstance(part, resolver.Literal):
            text = part.parse()["value"] if isinstance(part, resolver.StringLiteral) else part.value
            written.append(text.replace("%", "%%"))
        elif isinstance(part, resolver.Placeable) and isinstance(part.expression, resolver.VariableReference):
            written.append(f"%({part.expression.id.name})s")
        else:
            return None
    return "".join(written)


@cache
def words(language: Language) -> Words:
    """The words of this language, read once."""
    return Words(language)


def plain(text: str) -> str:
    """A text without marks."""
    return MARKS.sub("", text)
