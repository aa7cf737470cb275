"""Telegram's formatting: HTML, MarkdownV2 and Markdown parsed as the Bot API does, entities checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from .dialects import malformed, utf16_length

TYPES = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad"
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"""\s*([A-Za-z][A-Za-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")

Entity = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as it is read, and its entities (offsets and lengths in UTF-16 units)."""

    text: str
    entities: tuple[Entity, ...] = ()


def parse(text: str, mode: str | None) -> Formatted:
    """Text in one of Telegram's parse modes. Raises Refused with Telegram's words when it does not parse."""
    match (mode or "").lower():
        case "":
            return Formatted(text)
        case "html":
            return _html(text)
        case "markdownv2":
            return _MarkdownV2(text).parse()
        case "markdown":
            return _markdown(text)
    raise malformed("unsupported parse_mode")


def is_blank(text: str) -> bool:
    """True for a text of which nothing would be seen."""
    return not text.strip().strip(INVISIBLE).strip()


def check(text: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Entities as a bot gave them. Raises Refused for unknown types and for bounds outside the text."""
    length = utf16_length(text)
    for entity in entities:
        kind, offset, size = entity.get("type"), entity.get("offset"), entity.get("length")
        if kind not in TYPES:
            raise malformed(f"can't parse MessageEntity: unsupported type {kind!r}")
        if not isinstance(offset, int) or not isinstance(size, int) or isinstance(offset, bool) or offset < 0:
            raise malformed('can\'t parse MessageEntity: field "offset" and "length" must be of type Number')
        if size <= 0:
            raise malformed(f"entity at UTF-16 offset {offset} has no length")
        if offset + size > length:
            raise malformed(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {length}"
            )
        needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}.get(kind)
        if needed is not None and needed not in entity:
            raise malformed(f"can't parse MessageEntity: can't find field \"{needed}\"")
    return tuple(entities)


def _unparsable(reason: str) -> Exception:
    return malformed(f"can't parse entities: {reason}")


def _byte(text: str, at: int) -> int:
    return len(text[:at].encode("utf-8", "surrogatepass"))


class _Writer:
    """Collects the text that is read, and where its entities lie."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.entities: list[dict[str, Any]] = []

    def write(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += utf16_length(piece)

    def mark(self, kind: str, start: int, **more: str) -> None:
        if self.length > start:
            self.entities.append({"type": kind, "offset": start, "length": self.length - start, **more})

    def since(self, start: int) -> str:
        encoded = "".join(self._pieces).encode("utf-16-le", "surrogatepass")
        return encoded[start * 2 :].decode("utf-16-le", "replace")

    def done(self) -> Formatted:
        ordered = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return Formatted("".join(self._pieces), tuple(ordered))


def _html(text: str) -> Formatted:
    if "<" not in text and "&" not in text:
        return Formatted(text)
    writer = _Writer()
    stack: list[tuple[str, str, int, dict[str, str]]] = []
    at = 0
    while (begin := text.find("<", at)) >= 0:
        writer.write(_unreferred(text[at:begin]))
        tag = _TAG.match(text, begin)
        if tag is None:
            offset = _byte(text, begin)
            if text.startswith("</", begin):
                raise _unparsable(f"Unexpected end tag at byte offset {offset}")
            unknown = re.match(r"<([^\s<>/]*)", text[begin:])
            if ">" not in text[begin:]:
                raise _unparsable(f"Unclosed start tag at byte offset {offset}")
            raise _unparsable(f'Unsupported start tag "{unknown[1] if unknown else ""}" at byte offset {offset}')
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        at = tag.end()
        if not closing:
            kind, more = _start(name, attributes, text, begin)
            stack.append((name, kind, writer.length, more))
            continue
        if not stack:
            raise _unparsable(f"Unexpected end tag at byte offset {_byte(text, begin)}")
        opened, kind, start, more = stack.pop()
        if opened != name:
            ends = f'expected "</{opened}>", found "</{name}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {_byte(text, begin)}, {ends}")
        if kind == "text_link" and not more.get("url"):
            more = {"url": writer.since(start)}
            if "." not in more["url"]:
                continue
        writer.mark(kind, start, **more)
    if stack:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{stack[-1][0]}"')
    writer.write(_unreferred(text[at:]))
    return writer.done()


def _unreferred(piece: str) -> str:
    return _REFERENCE.sub(lambda found: unescape(found[0]), piece) if "&" in piece else piece


def _start(name: str, attributes: str, text: str, begin: int) -> tuple[str, dict[str, str]]:
    """The entity that a tag opens."""
    kind = TAGS.get(name)
    if kind is None:
        raise _unparsable(f'Unsupported start tag "{name}" at byte offset {_byte(text, begin)}')
    if not attributes and name not in ("span", "tg-emoji"):
        return kind, {}
    given = {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(attributes)
    }
    match name:
        case "a":
            return kind, {"url": given.get("href", "")}
        case "span" if given.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {_byte(text, begin)}')
        case "tg-emoji":
            if "emoji-id" not in given:
                raise _unparsable(f'Tag "tg-emoji" must have attribute "emoji-id" at byte offset {_byte(text, begin)}')
            return kind, {"custom_emoji_id": given["emoji-id"]}
        case "blockquote" if "expandable" in given:
            return "expandable_blockquote", {}
    return kind, {}


class _MarkdownV2:
    """Telegram's MarkdownV2, with its habit of refusing every reserved character that is not escaped."""

    MARKS = (
        ("||", "spoiler"),
        ("__", "underline"),
        ("*", "bold"),
        ("_", "italic"),
        ("~", "strikethrough"),
    )
    NAMES = {  # noqa: RUF012 - a constant
        "spoiler": "Spoiler",
        "underline": "Underline",
        "bold": "Bold",
        "italic": "Italic",
        "strikethrough": "Strikethrough",
        "text_link": "TextUrl",
    }

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.writer = _Writer()
        self.stack: list[tuple[str, str, int, int]] = []
        self.quote: int | None = None

    def parse(self) -> Formatted:
        text = self.text
        line_start = True
        while self.at < len(text):
            character = text[self.at]
            if line_start and character == ">":
                if self.quote is None:
                    self.quote = self.writer.length
                self.at += 1
                line_start = False
                continue
            if line_start and self.quote is not None:
                self._end_quote()
            line_start = character == "\n"
            if character == "\\" and self.at + 1 < len(text) and 0 < ord(text[self.at + 1]) < 127:
                self.writer.write(text[self.at + 1])
                self.at += 2
            elif character == "`":
                self._code()
            elif character not in RESERVED:
                self.writer.write(character)
                self.at += 1
            elif not self._mark():
                raise _unparsable(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        if self.quote is not None:
            self._end_quote()
        if self.stack:
            _, kind, _, begin = self.stack[-1]
            raise _unparsable(f"Can't find end of {self.NAMES[kind]} entity at byte offset {_byte(text, begin)}")
        return self.writer.done()

    def _end_quote(self) -> None:
        start, self.quote = self.quote, None
        if start is not None:
            self.writer.mark("blockquote", start)

    def _code(self) -> None:
        text, begin = self.text, self.at
        fence = "```" if text.startswith("```", begin) else "`"
        end = begin + len(fence)
        piece = []
        while end < len(text) and not text.startswith(fence, end):
            if text[end] == "\\" and end + 1 < len(text):
                end += 1
            piece.append(text[end])
            end += 1
        if end >= len(text):
            name = "Pre" if fence == "```" else "Code"
            raise _unparsable(f"Can't find end of {name} entity at byte offset {_byte(text, begin)}")
        start = self.writer.length
        content, more = "".join(piece), {}
        if fence == "```":
            first, newline, rest = content.partition("\n")
            if newline:
                content = rest
                if first.strip():
                    more = {"language": first.strip()}
        self.writer.write(content)
        self.writer.mark("pre" if fence == "```" else "code", start, **more)
        self.at = end + len(fence)

    def _mark(self) -> bool:
        """A mark that opens or closes something; False when the character stands where it may not."""
        text = self.text
        if text[self.at] == "[" or text.startswith("![", self.at):
            mark = "[" if text[self.at] == "[" else "!["
            self.stack.append((mark, "text_link", self.writer.length, self.at))
            self.at += len(mark)
            return True
        if text[self.at] == "]" and self.stack and self.stack[-1][1] == "text_link":
            return self._link()
        for mark, kind in self.MARKS:
            if not text.startswith(mark, self.at):
                continue
            if self.stack and self.stack[-1][0] == mark:
                _, _, start, _ = self.stack.pop()
                self.writer.mark(kind, start)
            elif any(opened == mark for opened, _, _, _ in self.stack):
                _, open_kind, _, begin = self.stack[-1]
                raise _unparsable(
                    f"Can't find end of {self.NAMES[open_kind]} entity at byte offset {_byte(text, begin)}"
                )
            else:
                self.stack.append((mark, kind, self.writer.length, self.at))
            self.at += len(mark)
            return True
        return False

    def _link(self) -> bool:
        mark, _, start, begin = self.stack.pop()
        target = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.text, self.at)
        if target is None:
            raise _unparsable(f"Can't find end of a URL at byte offset {_byte(self.text, begin)}")
        url = re.sub(r"\\(.)", r"\1", target[1])
        if mark == "![":
            self.writer.mark("custom_emoji", start, custom_emoji_id=url.rpartition("=")[2])
        elif url:
            self.writer.mark("text_link", start, url=url)
        self.at = target.end()
        return True


_LEGACY = re.compile(r"\\([_*`\[])|(```)(?:\w*\n)?(.*?)```|([*_`])(.+?)\4|\[([^\]]*)\]\(([^)]*)\)|([*_`\[])", re.DOTALL)
_LEGACY_KIND = {"*": "bold", "_": "italic", "`": "code", "```": "pre"}


def _markdown(text: str) -> Formatted:
    writer = _Writer()
    at = 0
    for found in _LEGACY.finditer(text):
        writer.write(text[at : found.start()])
        at = found.end()
        start = writer.length
        if found[1]:
            writer.write(found[1])
        elif found[2]:
            writer.write(found[3])
            writer.mark("pre", start)
        elif found[4]:
            writer.write(found[5])
            writer.mark(_LEGACY_KIND[found[4]], start)
        elif found[8]:
            raise _unparsable(f"Can't find end of the entity starting at byte offset {_byte(text, found.start())}")
        else:
            writer.write(found[6])
            writer.mark("text_link", start, url=found[7])
    writer.write(text[at:])
    return writer.done()
