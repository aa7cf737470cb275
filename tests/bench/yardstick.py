"""The yardstick: a plain aiogram bot with MemoryStorage and one SQLModel commit at the end of each conversation.

``python -m tests.bench.yardstick`` polls ``YARDSTICK_API`` with ``YARDSTICK_TOKEN``, writes to ``YARDSTICK_DATABASE``,
asks what the month's conversation asks, in as many steps, and keeps nothing until the last.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Iterator

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import Engine
from sqlmodel import Field, Session, SQLModel, create_engine

from tests.bench.people import Act
from tests.stage import Player

TOKEN = "3003:yardstick-token-of-a-rehearsal"


class YardstickMonth(SQLModel, table=True):
    """A recorded month."""

    id: int | None = Field(default=None, primary_key=True)
    person: int = Field(index=True)
    made: int
    sold: int
    value: int
    employees: int


class Asked(StatesGroup):
    """What is asked now."""

    kind = State()
    made = State()
    made_right = State()
    sold = State()
    sold_right = State()
    value = State()
    value_right = State()
    employees = State()
    summary = State()


def _keys(*labels: str) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=f"y{place}")] for place, label in enumerate(labels)]
    back = [
        InlineKeyboardButton(text="بازگشت", callback_data="back"),
        InlineKeyboardButton(text="بعداً ادامه می‌دهم", callback_data="later"),
    ]
    return InlineKeyboardMarkup(inline_keyboard=[*rows, back])


def routes(engine: Engine) -> Router:  # noqa: C901 (eleven handlers in a row)
    """The conversation, as a tutorial would write it."""
    router = Router()

    async def show(callback: CallbackQuery, text: str, *labels: str) -> None:
        await callback.answer()
        assert isinstance(callback.message, Message)
        await callback.message.edit_text(text, reply_markup=_keys(*labels))

    @router.message(Command("start"))
    async def start(message: Message, state: FSMContext) -> None:
        await state.clear()
        await message.answer("کفش دست‌دوز، سلام.\nآمار این ماه هنوز ثبت نشده است.", reply_markup=_keys("ثبت آمار"))

    @router.callback_query(Asked.kind)
    async def kind(callback: CallbackQuery, state: FSMContext) -> None:
        await state.set_state(Asked.made)
        await show(callback, "پرسش ۲ از ۵: چه مقدار تولید کردید؟\nاین عدد پایهٔ بررسی اتحادیه است. نمونه: ۱٬۲۰۰")

    @router.message(Asked.made)
    async def made(message: Message, state: FSMContext) -> None:
        await state.update_data(made=int((message.text or "").split()[0]))
        await state.set_state(Asked.made_right)
        await message.answer(
            f"آبان ۱۴۰۵، کفش چرمی مردانه: {message.text}.\nدرست است؟", reply_markup=_keys("بله، درست است")
        )

    @router.callback_query(Asked.made_right)
    async def made_right(callback: CallbackQuery, state: FSMContext) -> None:
        await state.set_state(Asked.sold)
        await show(callback, "پرسش ۳ از ۵: چه مقدار فروختید؟\nفروش از موجودی پیشین هم در همین عدد است.", "فروش نداشتم")

    @router.message(Asked.sold)
    async def sold(message: Message, state: FSMContext) -> None:
        await state.update_data(sold=int((message.text or "").split()[0]))
        await state.set_state(Asked.sold_right)
        await message.answer(f"آبان ۱۴۰۵، فروش کفش: {message.text}.\nدرست است؟", reply_markup=_keys("بله، درست است"))

    @router.callback_query(Asked.sold_right)
    async def sold_right(callback: CallbackQuery, state: FSMContext) -> None:
        await state.set_state(Asked.value)
        await show(callback, "پرسش ۴ از ۵: ارزش فروش چقدر بود؟\nعدد تنها، ریال خوانده می‌شود. نمونه: ۱٬۲۰۰٬۰۰۰٬۰۰۰")

    @router.message(Asked.value)
    async def value(message: Message, state: FSMContext) -> None:
        await state.update_data(value=int((message.text or "").split()[0]))
        await state.set_state(Asked.value_right)
        await message.answer(f"ارزش فروش: {message.text} ریال.\nدرست است؟", reply_markup=_keys("بله، درست است"))

    @router.callback_query(Asked.value_right)
    async def value_right(callback: CallbackQuery, state: FSMContext) -> None:
        await state.set_state(Asked.employees)
        await show(callback, "پرسش ۵ از ۵: چند نفر در واحد کار می‌کردند؟", "همان ۶ نفر")

    @router.callback_query(Asked.employees)
    async def employees(callback: CallbackQuery, state: FSMContext) -> None:
        data = await state.update_data(employees=6)
        await state.set_state(Asked.summary)
        await show(callback, "\n".join(f"{name}: {said}" for name, said in data.items()), "ثبت نهایی آمار")

    @router.callback_query(Asked.summary)
    async def summary(callback: CallbackQuery, state: FSMContext) -> None:
        with Session(engine) as session:
            session.add(YardstickMonth(person=callback.from_user.id, **await state.get_data()))
            session.commit()
        await state.clear()
        await show(callback, "آمار ثبت و برای اتحادیه فرستاده شد.\nنتیجه را همین‌جا خبر می‌دهیم.", "ثبت آمار")

    @router.callback_query()
    async def begin(callback: CallbackQuery, state: FSMContext) -> None:
        await state.set_state(Asked.kind)
        await show(callback, "پرسش ۱ از ۵: در آبان ۱۴۰۵ تولید داشتید؟", "بله، تولید داشتیم", "نه، تولید صفر بود")

    return router


def conversation(_: Player) -> Iterator[Act]:
    """The same ten acts as the month's conversation."""
    yield lambda player: player.types("/start")
    while True:
        yield lambda player: player.taps("ثبت آمار")
        yield lambda player: player.taps("بله، تولید")
        yield lambda player: player.types("1900 جفت")
        yield lambda player: player.taps("بله، درست است")
        yield lambda player: player.types("1500")
        yield lambda player: player.taps("بله، درست است")
        yield lambda player: player.types("1500000000")
        yield lambda player: player.taps("بله، درست است")
        yield lambda player: player.taps("همان ۶ نفر")
        yield lambda player: player.taps("ثبت نهایی آمار")


async def main() -> None:
    """Poll until ended."""
    logging.basicConfig(level=logging.WARNING)
    engine = create_engine(os.environ["YARDSTICK_DATABASE"])
    SQLModel.metadata.create_all(engine, tables=[SQLModel.metadata.tables["yardstickmonth"]])
    server = TelegramAPIServer.from_base(os.environ["YARDSTICK_API"])
    bot = Bot(os.environ["YARDSTICK_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(routes(engine))
    sys.stderr.write('{"event": "ready"}\n')
    sys.stderr.flush()
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
