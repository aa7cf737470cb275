"""The routes of the page."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.playground.messenger import Dialect, Fault, FaultKind, LocalMessenger, Refused
from models.values.ids import Phone
from models.values.jalali import TEHRAN, JalaliMonth, parse_date, tehran_date
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

from .personas import Clock, Persona
from .requests import Said, answer, only_this_machine, refuse
from .stream import Stream

PAGE = Path(__file__).parents[1] / "page"
MOST_UPLOAD = 60 * 1024 * 1024
"""Bytes of one request: what the messengers take, and room for the form around it."""
NEW_PEOPLE = 900_000_000
"""Accounts of people made on the page are numbered from here, above those of any demo world."""
STRANGER = 777
"""The account that a forwarded message comes from when it is nobody's here."""
CONTENT_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Playground:
    """The page over the local messengers.

    ``personas`` are the phones that may be opened; an account that the messenger does not know yet is added to it
    without a number. ``on_clock_change`` is awaited after the page has moved the clock, with the new instant (UTC);
    ``on_new_persona`` after a phone was made on the page, with its number (``09…``), so that whoever keeps the
    demo world can keep it too. Raises ValueError for a key that is taken or a messenger that is not here.
    """

    def __init__(
        self,
        messengers: Mapping[Dialect, LocalMessenger],
        personas: Sequence[Persona],
        clock: Clock,
        *,
        on_clock_change: Callable[[datetime], Awaitable[None]] | None = None,
        on_new_persona: Callable[[Persona, str], Awaitable[None]] | None = None,
    ) -> None:
        self._messengers = dict(messengers)
        self._personas: dict[str, Persona] = {}
        self._clock = clock
        self._on_clock_change = on_clock_change
        self._on_new_persona = on_new_persona
        self._streams: set[Stream] = set()
        self._closing = False
        for persona in personas:
            if persona.key in self._personas or persona.messenger not in self._messengers:
                raise ValueError(f"persona {persona.key!r}: its key is taken or its messenger is not here")
            messenger = self._messengers[persona.messenger]
            if persona.user_id not in messenger.users:
                messenger.add_user(persona.user_id, persona.name)
            self._personas[persona.key] = persona

    # Serving

    def application(self) -> web.Application:
        """The page at ``/`` and each messenger's Bot API under its name (``/telegram/bot<token>/…``)."""
        app = web.Application(middlewares=[only_this_machine], client_max_size=MOST_UPLOAD)
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/page/{name}", self._page),
                web.get("/play/state", self._state),
                web.get("/play/events", self._events),
                web.get("/play/file/{messenger}/{file_id}", self._file),
                web.post("/play/act", self._act),
                web.post("/play/clock", self._move_clock),
                web.post("/play/people", self._add_person),
                web.post("/play/faults", self._change_faults),
            ]
        )
        for dialect, messenger in self._messengers.items():
            app.add_routes(messenger.routes(f"/{dialect.value}"))
        app.on_shutdown.append(self._close_streams)
        return app

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[str]:
        """Listen on 127.0.0.1 (``port`` 0: any free one); yields the address, ``http://127.0.0.1:4711``."""
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            for messenger in self._messengers.values():
                await messenger.close()
            await runner.cleanup()

    async def _close_streams(self, _app: web.Application) -> None:
        self._closing = True
        self._ring()

    def _ring(self) -> None:
        for stream in self._streams:
            stream.bell.set()

    async def _page(self, request: web.Request) -> web.StreamResponse:
        path = PAGE / request.match_info.get("name", "index.html")
        if path.parent != PAGE or path.suffix not in CONTENT_TYPES or not path.is_file():
            refuse("no-such-file", 404)
        text = CONTENT_TYPES[path.suffix]
        charset = "; charset=utf-8" if text.startswith("text/") else ""
        return web.FileResponse(path, headers=HEADERS | {"Content-Type": text + charset})

    async def _file(self, request: web.Request) -> web.Response:
        messenger = self._messengers.get(request.match_info["messenger"])  # type: ignore[call-overload]
        stored = messenger.files.get(request.match_info["file_id"]) if messenger else None
        if stored is None:
            refuse("no-such-file", 404)
        # What people upload would come from this origin: only pictures are shown, the rest is saved, never opened.
        picture = stored.kind == "photo"
        place = "inline" if picture else f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}"
        headers = HEADERS | {
            "Content-Type": stored.mime_type if picture else "application/octet-stream",
            "Content-Disposition": place,
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        return web.Response(body=stored.data, headers=headers)

    # What the page sees

    def _people(self) -> list[dict[str, object]]:
        return [
            {
                "key": persona.key,
                "messenger": persona.messenger,
                "user_id": persona.user_id,
                "name": persona.name,
                "role": persona.role,
            }
            for persona in self._personas.values()
        ]

    def _faults(self) -> list[dict[str, object]]:
        return [
            {
                "messenger": dialect,
                "kind": fault.kind,
                "method": fault.method,
                "user_id": fault.user_id,
                "times": fault.times,
            }
            for dialect, messenger in self._messengers.items()
            for fault in messenger.faults
        ]

    async def _state(self, _request: web.Request) -> web.Response:
        bots = {
            dialect.value: {"username": messenger.bot["username"], "name": messenger.bot["first_name"]}
            for dialect, messenger in self._messengers.items()
        }
        clock = {"instant": self._clock.now()}
        return answer({"clock": clock, "people": self._people(), "bots": bots, "faults": self._faults()})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        wanted = request.query.get("people", "").split(",")
        personas = [self._personas[key] for key in dict.fromkeys(wanted) if key in self._personas]
        stream = Stream(self._messengers, personas, request.headers.get("Last-Event-ID"))
        response = web.StreamResponse(
            headers=HEADERS | {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        self._streams.add(stream)
        told_ahead: float | None = None
        loop = asyncio.get_running_loop()
        try:
            async for _ in stream.wakes():
                if self._closing:
                    break
                out = stream.news(people=self._people(), faults=self._faults()) + stream.chats()
                # The page counts on by itself; it is told again when the clock was moved, here or elsewhere.
                now = self._clock.now()
                ahead = now.timestamp() - loop.time()
                if told_ahead is None or abs(ahead - told_ahead) > 1.0:
                    told_ahead = ahead
                    out += stream.event("clock", {"instant": now})
                await response.write(out or b": alive\n\n")
        except ConnectionResetError:
            pass
        finally:
            self._streams.discard(stream)
        return response

    # What people do

    def _persona(self, said: Said) -> tuple[Persona, LocalMessenger]:
        persona = self._personas.get(said.text("persona"))
        if persona is None:
            refuse("no-such-person", 404)
        return persona, self._messengers[persona.messenger]

    async def _act(self, request: web.Request) -> web.Response:
        said = await Said.by(request)
        persona, messenger = self._persona(said)
        act = _ACTS.get(said.text("act"))
        if act is None:
            refuse("no-such-act")
        try:
            update_id = act(messenger, persona.user_id, said)
        except LookupError:
            refuse("no-such-message", 404)
        except ValueError:
            refuse("empty")
        except Refused as refused:
            refuse("too-large" if "too big" in refused.description else "refused")
        return answer({"update_id": update_id})

    async def _add_person(self, request: web.Request) -> web.Response:
        said = await Said.by(request)
        try:
            dialect = Dialect(said.text("messenger"))
        except ValueError:
            refuse("no-such-messenger")
        messenger = self._messengers.get(dialect) or refuse("no-such-messenger")
        name = normalise(said.text("name"))
        if not 1 <= len(name) <= 60:
            refuse("name")
        number = Phone.parse(said.text("number"))
        if isinstance(number, Problem):
            refuse("number")
        if any(user.phone == number for user in messenger.users.values()):
            refuse("number-taken", 409)
        user_id = max(NEW_PEOPLE, *messenger.users) + 1
        messenger.add_user(user_id, name, phone=str(number))
        persona = Persona(f"{dialect.value}-{user_id}", dialect, user_id, name, str(number))
        self._personas[persona.key] = persona
        if self._on_new_persona is not None:
            await self._on_new_persona(persona, str(number))
        self._ring()
        return answer(self._people()[-1])

    # The clock and the faults

    async def _move_clock(self, request: web.Request) -> web.Response:
        said = await Said.by(request)
        instant = self._wanted_instant(said)
        self._clock.set(instant)
        if self._on_clock_change is not None:
            await self._on_clock_change(instant)
        self._ring()
        return answer({"instant": self._clock.now()})

    def _wanted_instant(self, said: Said) -> datetime:
        if said.has("instant"):
            try:
                instant = datetime.fromisoformat(said.text("instant"))
            except ValueError:
                refuse("date")
            return instant.astimezone(UTC) if instant.tzinfo is not None else refuse("date")
        now = self._clock.now()
        if said.has("jump"):
            day = _jump(said.text("jump"), now)
            return datetime.combine(day, now.astimezone(TEHRAN).time(), TEHRAN).astimezone(UTC)
        read = parse_date(said.text("jalali"))
        if isinstance(read, Problem):
            refuse("date")
        try:
            at = time.fromisoformat(latin_digits(said.text("time")).strip().zfill(5))
        except ValueError:
            refuse("time")
        return datetime.combine(read, at.replace(tzinfo=None), TEHRAN).astimezone(UTC)

    async def _change_faults(self, request: web.Request) -> web.Response:
        said = await Said.by(request)
        if said.has("clear"):
            for messenger in self._messengers.values():
                messenger.faults.clear()
        else:
            self._add_fault(said)
        self._ring()
        return answer({"faults": self._faults()})

    def _add_fault(self, said: Said) -> None:
        struck, user_id = list(self._messengers.values()), None
        try:
            kind = FaultKind(said.text("kind"))
            if said.has("messenger"):
                struck = [self._messengers[Dialect(said.text("messenger"))]]
        except (ValueError, KeyError):
            refuse("no-such-fault")
        if said.has("persona"):
            persona, messenger = self._persona(said)
            struck, user_id = [messenger], persona.user_id
        times = said.whole("times") if said.has("times") else None
        seconds = said.number("seconds", 1.0)
        if not 0 <= seconds <= 600 or (times is not None and not 1 <= times <= 1000):
            refuse("no-such-fault")
        method = said.text("method") if said.has("method") else None
        for messenger in struck:
            messenger.faults.add(
                Fault(kind, method, user_id, times, retry_after=max(1, round(seconds)), seconds=seconds)
            )


def _jump(how: str, now: datetime) -> date:
    """The Gregorian date that a jump leads to; the time of day stays."""
    month = JalaliMonth.of(now).next()
    if how == "next-day":
        return tehran_date(now) + timedelta(days=1)
    if how == "tenth":
        return month.day(10)
    return month.first_day if how == "next-month" else refuse("no-such-jump")


Act = Callable[[LocalMessenger, int, Said], int | None]


def _forward(messenger: LocalMessenger, user_id: int, said: Said) -> int:
    return messenger.type(user_id, said.text("text"), forward_from=said.whole("from", STRANGER))


def _location(messenger: LocalMessenger, user_id: int, said: Said) -> int:
    lat, lon = said.number("lat"), said.number("lon")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        refuse("location")
    return messenger.share_location(user_id, lat, lon)


def _photo(messenger: LocalMessenger, user_id: int, said: Said) -> int:
    return messenger.send_photo(user_id, said.file()[0], said.text("caption", "") or None)


def _document(messenger: LocalMessenger, user_id: int, said: Said) -> int:
    data, name = said.file()
    return messenger.send_document(user_id, data, name, said.text("caption", "") or None)


def _foreign_contact(messenger: LocalMessenger, user_id: int, said: Said) -> int:
    typed = said.text("phone")
    number = Phone.parse(typed)
    phone = normalise(typed) if isinstance(number, Problem) else str(number)
    # A card of somebody who has an account names that account, as in both messengers.
    owner = next((user.id for user in messenger.users.values() if user.phone == phone), None)
    source = STRANGER if said.has("forwarded") else None
    name = said.text("name", "") or None
    return messenger.share_contact(user_id, phone or refuse("number"), owner, name, forward_from=source)


_ACTS: Mapping[str, Act] = {
    "type": lambda messenger, user_id, said: messenger.type(user_id, said.text("text")),
    "edit": lambda messenger, user_id, said: messenger.type(
        user_id, said.text("text"), edit_of=said.whole("message_id")
    ),
    "forward": _forward,
    "tap": lambda messenger, user_id, said: messenger.tap(user_id, said.whole("message_id"), said.text("data")),
    "contact": lambda messenger, user_id, _: messenger.share_contact(user_id),
    "foreign_contact": _foreign_contact,
    "location": _location,
    "photo": _photo,
    "document": _document,
    "sticker": lambda messenger, user_id, _: messenger.send_sticker(user_id),
    "voice": lambda messenger, user_id, _: messenger.send_voice(user_id),
    "block": lambda messenger, user_id, _: messenger.block(user_id),
    "unblock": lambda messenger, user_id, _: messenger.unblock(user_id),
}
