"""Numbers in words and digits, mixed as people mix them: tokens, and the amount that they say."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from models.values.problem import Problem
from models.values.quantity.figures import MOST_DIGITS, VULGAR_FRACTIONS, Figure, read_figure
from models.values.quantity.problems import QuantityProblem
from models.values.quantity.units import MOST_WORDS_IN_UNIT, UNIT_WORDS, Unit
from models.values.text import HALF_SPACE, latin_digits, normalise

AND: Final = "و"


def _listed(words: str) -> list[str]:
    return words.split()


_UNITS: Final = _listed(
    "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"
)
_TENS: Final = _listed("بیست سی چهل پنجاه شصت هفتاد هشتاد نود")
_HUNDREDS: Final = _listed("صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد")
SMALL: Final = (
    {word: number for number, word in enumerate(_UNITS)}
    | {word: number * 10 for number, word in enumerate(_TENS, 2)}
    | {word: number * 100 for number, word in enumerate(_HUNDREDS, 1)}
    | {"یه": 1, "شیش": 6, "هیجده": 18, "یکصد": 100, "پونصد": 500, "شیشصد": 600, "پانزه": 15, "پونزده": 15, "شونزده": 16}
)
_TEN: Final = 10
THOUSAND: Final = Decimal(1000)
MILLION: Final = Decimal(10**6)
SCALES: Final = {
    "هزار": THOUSAND,
    "thousand": THOUSAND,
    "میلیون": MILLION,
    "ملیون": MILLION,
    "million": MILLION,
    "میلیارد": Decimal(10**9),
    "ملیارد": Decimal(10**9),
    "billion": Decimal(10**9),
    "تریلیون": Decimal(10**12),
    "همت": Decimal(10**12),
}
"""«همت» is a thousand milliard tomans: the unit is in the word."""
PARTS: Final = {"نیم": Decimal("0.5"), "نصف": Decimal("0.5"), "half": Decimal("0.5"), "ربع": Decimal("0.25")}
_NTHS: Final = {"دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هشتم": 8, "دهم": 10, "صدم": 100, "ربع": 4}
_NUMBER_WORDS: Final = SMALL.keys() | SCALES.keys() | PARTS.keys()
_KNOWN: Final = _NUMBER_WORDS | _NTHS.keys() | UNIT_WORDS.keys() | {AND}
_CLINGING: Final = (*sorted(_NUMBER_WORDS, key=len, reverse=True), AND)
APPROXIMATE: Final = frozenset(
    _listed(
        "حدود حدودا تقریبا نزدیک قریب بیش بیشتر کمتر حداقل حداکثر دستکم زیر بالای چند چندین اندی خرده کمی تخمینا شاید "
        "about around approx approximately almost nearly over under ~ ≈ ± < >"
    )
)
UNTIL: Final = frozenset({"تا", "الی", "to", "-"})
_NOTHING: Final = frozenset(_listed("هیچ هیچی هیچچی ندارم نداشتم نداریم نداشتیم"))
"""Said alone it is zero."""
_FILLERS: Final = frozenset({"تعداد", "مقدار", "میزان", "مبلغ", "جمعا", "مجموعا"})
MOST_TYPED: Final = 200
SHOWN: Final = 40

_UNSEEN = re.compile("[\u064b-\u0655\u0670\ufe0e\ufe0f\u20e3\u200d\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_TOKEN = re.compile(rf"\s*(?:(\d+(?:[.,/٫٬،]\d+)*|[{VULGAR_FRACTIONS}])|([^\W\d_{VULGAR_FRACTIONS}]+)|(\S))")
_SPACED_THOUSANDS = re.compile(r"(?<![\d.,/٫٬] )(?<![\d.,/٫٬])([1-9]\d{0,2})((?: \d{3})+)(?![\d.,/٫٬]| \d)")
_POWER = re.compile(r"(?<=m)([23])(?!\d)")
_POWERS: Final = {"2": "²", "3": "³"}


class TokenKind(StrEnum):
    """What a piece of the typed text is."""

    FIGURE = "figure"
    WORD = "word"
    SIGN = "sign"


class Token(NamedTuple):
    """A piece of the typed text; ``glued`` when nothing stood between it and the piece before."""

    kind: TokenKind
    text: str
    glued: bool


class Amount(NamedTuple):
    """A number that was said: its readings, and the last scale word in it (1 when none)."""

    readings: tuple[Decimal, ...]
    scale: Decimal


class Refused(Exception):
    """Carries a Problem out of the depth of a parse; never leaves the package."""

    def __init__(self, code: QuantityProblem, **values: object) -> None:
        super().__init__(code)
        self.problem = Problem(code, values)


def tokens(text: str) -> list[Token]:
    """Cut a typed number into figures, words and signs; emoji and marks fall away."""
    tidy = latin_digits(normalise(text)).lower().replace(HALF_SPACE, " ")
    tidy = _UNSEEN.sub("", tidy).replace("\u2212", "-").replace("–", "-").replace("—", "-")
    tidy = re.sub(r"^[.٫](?=\d)", "0.", tidy.strip()).rstrip(' .!؟?،,؛;:»")').lstrip(' «"(:')
    tidy = _SPACED_THOUSANDS.sub(lambda match: match[0].replace(" ", ""), tidy)
    tidy = _POWER.sub(lambda match: _POWERS[match[1]], tidy)
    if tidy.strip() in _NOTHING:
        return [Token(TokenKind.WORD, "صفر", glued=False)]
    found: list[Token] = []
    for match in _TOKEN.finditer(tidy):
        figure, word, sign = match.groups()
        glued = match.start() == match.start(match.lastindex or 0) and match.start() > 0
        if figure:
            found.append(Token(TokenKind.FIGURE, figure, glued))
        elif word:
            found.extend(_words(word, glued=glued))
        else:
            found.append(Token(TokenKind.SIGN, sign, glued))
    return found


def _words(word: str, *, glued: bool) -> Iterable[Token]:
    if word in _FILLERS:
        return
    for piece in (word,) if word in _KNOWN else _parted(word):
        yield Token(TokenKind.WORD, piece, glued)
        glued = True


def _parted(word: str) -> tuple[str, ...]:
    """«ونیم», «سیصدو», «دوهزارتا»: number words, «و» and a last unit that cling together; else the word itself."""
    pieces: list[str] = []
    rest = word if len(word) <= SHOWN else ""
    while rest:
        piece = next((one for one in _CLINGING if rest.startswith(one)), None)
        if piece is None:
            break
        pieces.append(piece)
        rest = rest.removeprefix(piece)
    if rest in UNIT_WORDS:
        pieces.append(rest)
        rest = ""
    return tuple(pieces) if not rest and any(piece in _NUMBER_WORDS for piece in pieces) else (word,)


class Reader:
    """Reads amounts and units from left to right; raises Refused where it cannot go on."""

    def __init__(self, text: str) -> None:
        self.typed = shortened(text)
        self._tokens = tokens(text)
        self._at = 0

    @property
    def rest(self) -> list[Token]:
        """What is not read yet."""
        return self._tokens[self._at :]

    def word(self, ahead: int = 0) -> str:
        """The word at the reading point, empty when there is none."""
        at = self._at + ahead
        return self._tokens[at].text if at < len(self._tokens) and self._tokens[at].kind != TokenKind.FIGURE else ""

    def skip(self, words: int = 1) -> None:
        """Step over words."""
        self._at += words

    def number_ahead(self, ahead: int = 0) -> bool:
        """Whether a number starts here."""
        return self._figure(ahead) is not None or self.word(ahead) in _NUMBER_WORDS

    def _figure(self, ahead: int = 0) -> Figure | None:
        at = self._at + ahead
        if at >= len(self._tokens) or self._tokens[at].kind != TokenKind.FIGURE:
            return None
        typed = self._tokens[at].text
        digits = sum(character.isdigit() for character in typed)
        if digits > MOST_DIGITS:
            raise Refused(QuantityProblem.TOO_BIG, got=digits)
        figure = read_figure(typed)
        if isinstance(figure, QuantityProblem):
            raise Refused(figure, got=self.typed)
        return figure

    def amount(self) -> Amount:
        """The number at the reading point, with scales, «و» and halves."""
        total: tuple[Decimal, ...] = (Decimal(0),)
        below: Decimal | None = None
        while True:
            group = (Decimal(1),) if self.word() in SCALES else self._group()
            scale = Decimal(1)
            while self.word() in SCALES:
                scale *= SCALES[self.word()]
                self.skip()
            if below is not None and any(value * scale >= below for value in group):
                raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=self.typed)
            total = _each(total, [value * scale for value in group])
            below = scale
            if scale > 1 and self.word() == AND and self.word(1) in PARTS:
                total = self._part_of_scale(total, scale)
                return Amount(total, scale)
            if scale == 1 or not self._goes_on():
                return Amount(total, scale)

    def _goes_on(self) -> bool:
        # «دو هزار و پانصد» and, without «و», «دو هزار پانصد».
        if self.word() == AND and self.number_ahead(1):
            self.skip()
            return True
        return self.number_ahead()

    def _part_of_scale(self, total: tuple[Decimal, ...], scale: Decimal) -> tuple[Decimal, ...]:
        # «دو میلیون و نیم» is two and a half million; «دو هزار و نیم» may be 2500 or 2000.5.
        part = PARTS[self.word(1)]
        self.skip(2)
        return _each(total, [part * scale] if scale > THOUSAND else [part * scale, part])

    def _group(self) -> tuple[Decimal, ...]:
        figure = self._figure()
        if figure is not None:
            self.skip()
            second = self._figure()
            if second is not None and second.fraction is not None and len(figure.readings) == 1:
                self.skip()
                return (figure.readings[0] + second.fraction,)
            return self._with_part(figure.readings)
        if self.word() in PARTS:
            part = PARTS[self.word()]
            self.skip()
            return (part,)
        return self._with_part((self._small(),))

    def _small(self) -> Decimal:
        value, last = 0, 1000
        while self.word() in SMALL:
            number = SMALL[self.word()]
            if _slot(number) >= last:
                # «دو سه تن», «پنج شش تا»: two numbers side by side mean "about".
                raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=self.typed)
            value, last = value + number, _slot(number)
            self.skip()
            if value == number < _TEN and number and self.word() == "صد":  # «هفت صد»
                value, last = number * 100, 100
                self.skip()
            if self.word() in SMALL:
                if _slot(SMALL[self.word()]) == 1 and last == 1:
                    raise Refused(QuantityProblem.APPROXIMATE, got=self.typed)
                raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=self.typed)
            if self.word() == AND and self.word(1) in SMALL and self.word(2) not in _NTHS:
                self.skip()
        if self.word() in _NTHS:
            value_of_part = Decimal(value) / _NTHS[self.word()]
            self.skip()
            return value_of_part
        return Decimal(value)

    def _with_part(self, readings: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
        # «یک و نیم», «۲ و سه ربع», «۱ و ۱/۲».
        if self.word() != AND:
            return readings
        part, words = self.part(1)
        if part is None:
            return readings
        self.skip(1 + words)
        return tuple(value + part for value in readings)

    def part(self, ahead: int) -> tuple[Decimal | None, int]:
        """A part of one at this place (نیم, سه ربع, ½, ۱/۲) and how many tokens say it."""
        if self.word(ahead) in PARTS:
            return PARTS[self.word(ahead)], 1
        if self.word(ahead) in SMALL and self.word(ahead + 1) in _NTHS:
            return Decimal(SMALL[self.word(ahead)]) / _NTHS[self.word(ahead + 1)], 2
        figure = self._figure(ahead)
        return (None, 0) if figure is None else (figure.fraction, 1)

    def unit(self) -> tuple[str, Unit] | None:
        """The unit at the reading point, of one to three words («متر مربع»), as typed and as understood."""
        for words in range(MOST_WORDS_IN_UNIT, 0, -1):
            spelt = [self.word(ahead) for ahead in range(words)]
            unit = UNIT_WORDS.get("".join(spelt)) if all(spelt) else None
            if unit is not None:
                self.skip(words)
                return " ".join(spelt), unit
        return None

    def refuse_rest(self) -> None:
        """Name what stands where nothing more should stand."""
        if not self.rest:
            return
        token = self.rest[0]
        if token.kind == TokenKind.FIGURE or token.text in _NUMBER_WORDS:
            raise Refused(QuantityProblem.SEVERAL, got=self.typed)
        if token.text in APPROXIMATE:
            raise Refused(QuantityProblem.APPROXIMATE, got=token.text)
        if token.text in UNTIL and self.number_ahead(1):
            raise Refused(QuantityProblem.RANGE, got=self.typed)
        if token.kind == TokenKind.SIGN:
            raise Refused(QuantityProblem.UNKNOWN_SIGN, got=token.text)
        if token.text in _KNOWN:
            raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=self.typed)
        if token.glued or (len(self.rest) > 1 and self.rest[1].glued and self.rest[1].kind == TokenKind.FIGURE):
            raise Refused(QuantityProblem.LETTERS, got=self.typed)
        raise Refused(QuantityProblem.UNKNOWN_WORD, got=token.text[:SHOWN])


def shortened(text: str) -> str:
    """What was typed, tidy and short enough to be said back."""
    tidy = normalise(text)
    return tidy if len(tidy) <= SHOWN else tidy[:SHOWN] + "…"


def _slot(number: int) -> int:
    return 100 if number >= 100 else 10 if number >= 20 else 1


def _each(left: tuple[Decimal, ...], right: Iterable[Decimal]) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(a + b for b in right for a in left))
