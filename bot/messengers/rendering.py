"""From a screen to its wire form: text with marks and rows of labels; a profile dresses it for its messenger."""

from dataclasses import dataclass, field, fields

import orjson

from bot.words import Words
from handlers.screen import Code, Screen

MOST_TEXT = 4096
MOST_TOAST = 190


@dataclass(slots=True)
class Wire:
    """A screen in words. ``rows``: keys of ``text`` with ``data`` or ``copy``; ``taps``: the callbacks to answer.

    ``file`` is the content's key, or empty; ``file_lost`` stands for a file that cannot be sent. ``in_place``
    changes the card that stands and never posts another.
    """

    text: str
    rows: list[list[dict[str, str]]] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    copy_label: str = ""
    ask: str = ""
    ask_label: str = ""
    keyboard_note: str = ""
    toast: str = ""
    fresh: bool = False
    in_place: bool = False
    taps: list[str] = field(default_factory=list)
    tapped: int | None = None
    forget: list[int] = field(default_factory=list)
    file: str = ""
    file_name: str = ""
    picture: bool = False
    file_lost: str = ""

    def as_bytes(self) -> bytes:
        """For keeping until it is shown."""
        return orjson.dumps({name: value for name in _FIELDS if (value := getattr(self, name))})

    @classmethod
    def of_bytes(cls, kept: bytes | str) -> "Wire":
        """As it was kept."""
        return cls(**orjson.loads(kept))

    def data_of(self, label: str) -> str | None:
        """The button data behind a label of this screen."""
        for row in self.rows:
            for key in row:
                if key["text"] == label:
                    return key.get("data")
        return None


_FIELDS = tuple(one.name for one in fields(Wire))


def render(screen: Screen, words: Words) -> Wire:
    """The screen in these words."""
    rows: list[list[dict[str, str]]] = []
    for row in screen.rows:
        keys: list[dict[str, str]] = []
        for button in row:
            key = {"text": words.label(button)}
            if button.copy:
                key["copy"] = button.copy
            elif button.tap is not None:
                key["data"] = button.tap.pack()
            keys.append(key)
        if keys:
            rows.append(keys)
    codes = [value.text for part in screen.parts for value in part.values.values() if isinstance(value, Code)]
    wire = Wire(
        text=_within(words.text(screen.parts)),
        rows=rows,
        codes=codes,
        copy_label=words.say("button-copy") if codes else "",
        keyboard_note=words.say("keyboard-off"),
        fresh=screen.fresh,
    )
    if screen.file is not None:
        assert isinstance(screen.file.content, str)  # kept before it is rendered
        wire.file, wire.file_name, wire.picture = screen.file.content, screen.file.name, screen.file.picture
        wire.file_lost = words.say("file-lost")
    if screen.ask is not None:
        wire.ask = screen.ask.value
        wire.ask_label = words.say(f"button-ask-{screen.ask.value}")
    if screen.toast is not None:
        wire.toast = words.text((screen.toast,))[:MOST_TOAST]
    return wire


def _within(text: str) -> str:
    """Cut at a paragraph when a text is over the messengers' limit; tests check the worst cases, this is the net."""
    units = len(text.encode("utf-16-le")) // 2
    if units <= MOST_TEXT - 8:
        return text
    kept = text[: MOST_TEXT - 200]
    return kept[: kept.rfind("\n")] + "\n…"
