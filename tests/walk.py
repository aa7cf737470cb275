"""A random walk through all conversations: several people on both messengers tap, type and send whatever they like.

A walk is a list of numbers, so that a failing one can be made smaller. After every move: an answer, a way home, nothing
refused by the messenger, nothing at error level in the log.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from sqlmodel import Session

from bot.playground.messenger import Key
from bot.words import words
from models import organisations
from models.organisations import OfficeKind, RoleKind
from models.people import AccountKey, Language, Messenger, add_account
from tests.conversations.guild import ABAN, MEHR, Guild, has_month, has_unit, line, open_guild, product_ids
from tests.conversations.world import Phone, World, open_world, read
from tests.models.world import granted

Move = tuple[int, int, int]
"""Who moves, what the move is, and which of the possibilities."""

STAYS = 70
"""Of a hundred moves so many are made by whoever made the one before: who is left alone gets deeper."""
LATEST = 3
"""Taps on the keys of so many newest cards are no old buttons."""

TEXTS: Sequence[str] = (
    "سلام",
    "۰",
    "-5",
    "1/2",
    "۱۲/۵ تن",
    "دو تن و نیم",
    "۱٬۲۰۰ کیلو",
    "9" * 300,
    "نشانی " * 1700,
    "<b>درشت</b> & </i>",
    "*درشت* _کج_ [پیوند](https://example.com) `کد`",
    "\u202eوارونه\u202c \u200f\u200e",
    "😀🎉👨‍👩‍👧",
    "۳۱ مهر ۱۴۰۵",
    "1405/13/40",
    "2024-05-20",
    "0013542419",
    "09121234567",
    "رمز بهین‌یاب من Abc12345! است",
    "كيف چرمي ة",
    "1e5",
    "NaN",
    "'; DROP TABLE units; --",
    "/start",
    "/menu",
    "/help",
    "/cancel",
    "/start join_abc",
    "/nonsense",
    "منوی اصلی",
    "بازگشت",
    "Main menu",
    "\u200c.",
)
FITTING: Mapping[str, str] = {
    "نام خود را": "آذر",
    "نام خانوادگی": "نمونه‌پور",
    "نام مدیر": "آذر",
    "نام شرکت": "شرکت تعاونی نمونه",
    "شناسهٔ ملی": "10380284790",
    "کد ملی مالک": "0013542419",
    "کد فراگیر": "123456789012",
    "نام واحد": "کفش دست‌دوز نو",
    "شمارهٔ پروانه": "ب/۹۹۸۷",
    "تاریخ صدور": "۱۴۰۳/۰۲/۳۱",
    "پایان اعتبار": "۱۴۰۸/۰۲/۳۱",
    "شناسهٔ صنفی را": "0498765432",
    "اتحادیهٔ صادرکننده": "کفاش",
    "نام اتحادیه را": "اتحادیهٔ صنف نمونه",
    "کد پستی": "1841334567",
    "نشانی محل": "ری، خیابان نمونه، کوچهٔ دوم، پلاک ۱۲",
    "موقعیت": "۳۵٫۵۹، ۵۱٫۴۳",
    "محصول اصلی": "کفش چرمی",
    "نام محصول": "کیف چرمی",
    "ظرفیت سالانه": "۲۴٬۰۰۰",
    "تولید معمول": "۱۵۰۰",
    "چه مقدار تولید": "۱۸۰۰",
    "چه مقدار فروختید": "۱۷۰۰",
    "ارزش فروش": "۲۰۰ میلیون تومان",
    "چند نفر": "۶",
    "چند واژه": "جابه‌جایی کارگاه",
}
"""What fits a question that holds these words; without it a walk would hardly get past the third question."""

_ONWARD = re.compile(
    r"f:\d+:\d+:(pick|yes|submit|skip|keep|read|open|edit)|(rg|rd|mo|hm|ck|ab|ok|sb|rj|rv|ip|in|ix|mm|ru|ev|lk|u)\b"
)
"""Button data that lead deeper."""
_DIGITS = re.compile(r"\d+")
_HOMEWARD = ("button-home", "button-later", "button-uses", "button-help")


@dataclass(slots=True)
class Walk:
    """The people and what they did so far."""

    world: World
    phones: Sequence[Phone]
    log: list[Any]
    moves: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    screens: set[str] = field(default_factory=set)

    async def go(self, moves: Sequence[Move]) -> None:
        """Make these moves. Raises AssertionError where one leads astray, with the last moves."""
        phone = self.phones[0]
        for who, what, which in moves:
            phone = phone if who < STAYS else self.phones[who % len(self.phones)]
            try:
                await self._move(phone, what, which)
                self._check(phone)
            except AssertionError as error:
                told = "\n".join(self.said[-12:])
                raise AssertionError(f"{error}\nafter:\n{told}") from None

    async def _move(self, phone: Phone, what: int, which: int) -> None:
        self.moves += 1
        kind, move = _MOVES[what % len(_MOVES)]
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        before = _cards(phone)
        done = await move(self, phone, which)
        self.said.append(f"{phone.name} on {phone.messenger.value}: {kind} {done or ''}")
        if done is None:
            return
        await self.world.settles(30)
        if kind in {"type", "send", "edit"}:
            assert _cards(phone) != before, "silence"
        assert not phone.local.unanswered_taps(phone.id), "a tap was left spinning"

    def _check(self, phone: Phone) -> None:
        errors = [one for one in self.log if one.get("log_level") in {"error", "critical"}]
        assert not errors, errors
        for local in self.world.local.values():
            assert not local.refusals, local.refusals
        if phone.messages:
            self.screens.add(_DIGITS.sub("", phone.text)[:60])
            assert leads_home(phone), f"no way home from:\n{phone.text}\n{phone.labels}"


def leads_home(phone: Phone) -> bool:
    """Whether a button that can be tapped now leads home (or stands at home)."""
    keyboard = phone.chat.reply_keyboard
    if keyboard:
        known = {words(language).say(key) for language in Language for key in _HOMEWARD}
        return any(key.text in known for row in keyboard for key in row)
    keys = _keys(phone)
    return any(key.data in {"h", "g:help", "g:uses"} or ":later:" in (key.data or "") for key in keys)


def _cards(phone: Phone) -> list[tuple[Any, ...]]:
    return [(one.message_id, one.shown, one.inline_keyboard) for one in phone.messages]


def _keys(phone: Phone, cards: int = 1) -> list[Key]:
    shown = [one for one in reversed(phone.messages) if one.inline_keyboard][:cards]
    return [key for one in shown for row in one.inline_keyboard for key in row if key.data is not None]


async def _tap(_: Walk, phone: Phone, which: int) -> str | None:
    """A button that stands there."""
    keyboard: list[Key] = [key for row in phone.chat.reply_keyboard or () for key in row]
    if keyboard:
        key = keyboard[which % len(keyboard)]
        if key.request_location:
            phone.local.share_location(phone.id, 35.59, 51.43)
        else:
            phone.local.press(phone.id, key.text)
        return key.text
    keys = _keys(phone, LATEST)
    if not keys:
        return None
    key = keys[which % len(keys)]
    phone.local.press(phone.id, key.text)
    return key.text


async def _old(_: Walk, phone: Phone, which: int) -> str | None:
    """A button that stood anywhere at any time."""
    drawn = [one for one in phone.chat.messages if one.from_bot and one.payload.get("reply_markup")]
    if not drawn:
        return None
    message = drawn[which % len(drawn)]
    keys = [key for row in message.payload["reply_markup"].get("inline_keyboard", ()) for key in row]
    data = [str(key["callback_data"]) for key in keys if "callback_data" in key]
    if not data:
        return None
    chosen = data[which // 7 % len(data)]
    phone.local.tap(phone.id, message.message_id, chosen)
    return chosen


async def _forged(_: Walk, phone: Phone, which: int) -> str | None:
    """A button whose data somebody altered."""
    keys = _keys(phone, LATEST)
    messages = phone.messages
    if not keys or not messages:
        return None
    data = keys[which % len(keys)].data or ""
    parts = data.split(":")
    place = which // 5 % len(parts)
    parts[place] = ("999", "-1", "0", "", "x", "99999999999999999999", "unit", "month")[which // 11 % 8]
    altered = ":".join(parts)[:64] or "h"
    phone.local.tap(phone.id, messages[-1].message_id, altered)
    return altered


async def _thrice(_: Walk, phone: Phone, which: int) -> str | None:
    """The same tap three times at once."""
    for message in reversed(phone.messages):
        keys = [key for row in message.inline_keyboard for key in row if key.data is not None]
        if keys:
            data = keys[which % len(keys)].data
            assert data is not None
            for _number in range(3):
                phone.local.tap(phone.id, message.message_id, data)
            return data
    return None


async def _type(_: Walk, phone: Phone, which: int) -> str | None:
    text = TEXTS[which % len(TEXTS)]
    phone.local.type(phone.id, text)
    return text[:40]


async def _onward(walk: Walk, phone: Phone, which: int) -> str | None:
    """What fits the question, as far as one can tell: a text, else a button that leads on."""
    question = phone.text if phone.messages else ""
    text = next((one for fragment, one in FITTING.items() if fragment in question), None)
    keys = [key for key in _keys(phone) if _ONWARD.match(key.data or "")]
    if phone.chat.reply_keyboard or (text is None and not keys):
        return await _tap(walk, phone, which)
    if keys and (text is None or which % 5 == 0):
        key = keys[which // 5 % len(keys)]
        assert key.data is not None
        phone.local.tap(phone.id, phone.card.message_id, key.data)
        return key.text
    assert text is not None
    phone.local.type(phone.id, text)
    return text


async def _send(_: Walk, phone: Phone, which: int) -> str | None:
    """Anything but text."""
    local, me = phone.local, phone.id
    acts: Sequence[tuple[str, Callable[[], int]]] = (
        ("sticker", lambda: local.send_sticker(me)),
        ("voice", lambda: local.send_voice(me)),
        ("photo", lambda: local.send_photo(me, _PNG, "عکس")),
        ("document", lambda: local.send_document(me, b"%PDF-1.4", "سند.pdf")),
        ("location", lambda: local.share_location(me, 35.59, 51.43)),
        ("location far away", lambda: local.share_location(me, -12.5, 170.0)),
        ("own contact", lambda: local.share_contact(me)),
        ("foreign contact", lambda: local.share_contact(me, phone="09121110000", contact_user_id=77)),
        ("forwarded contact", lambda: local.share_contact(me, forward_from=77)),
        ("forwarded text", lambda: local.type(me, "۱۲۰۰", forward_from=77)),
    )
    name, act = acts[which % len(acts)]
    act()
    return name


async def _edit(_: Walk, phone: Phone, which: int) -> str | None:
    mine = [one for one in phone.chat.messages if not one.from_bot and one.kind == "text" and not one.deleted]
    if not mine:
        return None
    phone.local.type(phone.id, TEXTS[which % len(TEXTS)][:200], edit_of=mine[which // 3 % len(mine)].message_id)
    return "an earlier message"


async def _group(_: Walk, phone: Phone, which: int) -> str | None:
    group = -100200 if phone.messenger is Messenger.TELEGRAM else 4455667788
    phone.local.type_in_group(group, phone.id, ("سلام", "/start")[which % 2])
    return "in a group"


async def _restart(walk: Walk, _: Phone, which: int) -> str | None:
    """The program ends and begins again; now and then a day or a month goes by."""
    if which % 3 == 0:
        walk.world.clock.shift(timedelta(days=(1, 9, 31)[which % 7 % 3]))
    await walk.world.restarts()
    return "the program"


_MOVES = (
    *(("tap", _tap),) * 6,
    *(("onward", _onward),) * 12,
    *(("type", _type),) * 3,
    *(("old button", _old),) * 2,
    ("forged button", _forged),
    ("three taps", _thrice),
    *(("send", _send),) * 2,
    ("edit", _edit),
    ("group", _group),
    ("restart", _restart),
)
MOST = (1 << 20) - 1
"""The largest number in a move."""

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


async def _cast(world: World) -> list[Phone]:
    """Two newcomers, an owner on two messengers, two approvers of whom one has a workshop, an expert."""
    azar, saba, reza, expert = (
        world.phone("آذر"),
        world.phone("صبا", messenger=world.other),
        world.phone("رضا"),
        world.phone("کارشناس", messenger=world.other),
    )
    for phone in (azar, saba, reza, expert):
        await world.knows(phone)
    guild: Guild = await open_guild(world, saba)

    def appoint(session: Session) -> None:
        assert reza.person_id is not None
        assert expert.person_id is not None
        granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ سراجان ری", guild.county_id))
        granted(organisations.grant(session, reza.person_id, RoleKind.UNION_APPROVER, guild.union_id))
        granted(organisations.grant(session, expert.person_id, RoleKind.ORDER_EXPERT, guild.province_id))

    await world.db(appoint)
    other = world.phone("آذر", messenger=world.other, number=azar.number)
    assert azar.person_id is not None
    await world.db(add_account, AccountKey(other.messenger, other.id), azar.person_id)
    other.local.user(other.id).started = True
    unit = await has_unit(world, guild, azar)
    (product,) = await product_ids(world, unit)
    for month in (MEHR, ABAN.plus(-2)):
        await has_month(world, azar, unit, month, [line(product, 1900, 1500, 2_000_000_000)])
    await has_unit(world, guild, reza, title="کفش رضا")
    await has_unit(world, guild, azar, title="کیف دست‌دوز آذر", confirmed=False)
    phones = [azar, saba, reza, expert, other, world.phone("تازه‌وارد"), world.phone("نورسیده", messenger=world.other)]
    for phone in phones:
        await phone.starts()
    return phones


async def walk(database_url: str, messenger: Messenger, moves: Sequence[Move]) -> Walk:
    """Walk through a new world on this database; raises AssertionError where it leads astray."""
    with ExitStack() as closing:
        log = closing.enter_context(structlog.testing.capture_logs())
        async with open_world(database_url, messenger) as world:
            gone = Walk(world, await _cast(world), log)
            await gone.go(moves)
            failed = await world.db(_failed)
            assert not failed, f"{failed} updates failed"
            for phone in gone.phones:
                await phone.starts()
                assert leads_home(phone), read(phone.text)
            return gone


def _failed(session: Session) -> int:
    from sqlalchemy import text

    found: int = (
        session.connection()
        .execute(text("SELECT count(*) FROM incoming WHERE state IN ('failed', 'unreadable', 'waiting')"))
        .scalar_one()
    )
    return found
