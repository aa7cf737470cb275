"""Screens with a file: uploaded once per messenger and bot, then sent by the messenger's own id of it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import structlog

from bot.database import Database
from bot.messengers.link import Failure, Link, MessengerError, Upload
from bot.messengers.profile import Profile
from bot.messengers.rendering import Wire
from models import contents

log = structlog.get_logger()
_METHODS = {True: ("sendPhoto", "photo"), False: ("sendDocument", "document")}


class Files:
    """Posts the files of screens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def post(
        self, profile: Profile, link: Link, chat_id: int, wire: Wire, *, patience: Callable[[], Awaitable[None]]
    ) -> tuple[int, bool]:
        """Post the screen and its file; returns the card's id and whether the card is the file itself.

        A text that is too long for a caption follows as the card. ``patience`` is asked for before an upload, which may
        take longer than a lease. A file that is gone or refused leaves the text with a word about it.
        """
        caption = profile.caption(chat_id, wire)
        sent = await self._send(profile, link, caption or {"chat_id": chat_id}, wire, patience)
        if sent is not None and caption is not None:
            return sent, True
        if sent is None:
            wire = replace(wire, text=f"{wire.text}\n{wire.file_lost}")
        posted = await link.call("sendMessage", profile.message(chat_id, wire))
        return int(posted["message_id"]), False

    async def _send(
        self,
        profile: Profile,
        link: Link,
        fields: dict[str, Any],
        wire: Wire,
        patience: Callable[[], Awaitable[None]],
    ) -> int | None:
        method, field = _METHODS[wire.picture]
        which = (wire.file, profile.messenger, link.bot_id)
        known = await self._database.run(contents.sent_as, *which, picture=wire.picture)
        if known is not None:
            try:
                return int((await link.send(method, {**fields, field: known}))["message_id"])
            except MessengerError as error:
                if error.failure is not Failure.REFUSED:
                    raise
        kept = await self._database.run(contents.kept, wire.file)
        if kept is None:
            log.warning("a file is gone", messenger=profile.messenger.value)
            return None
        await patience()
        try:
            posted = await link.send(method, fields, Upload(field, profile.file_name(wire.file_name), kept.body))
        except MessengerError as error:
            if error.failure is not Failure.REFUSED:
                raise
            log.warning("a file is refused", messenger=profile.messenger.value, size=len(kept.body))
            return None
        found = posted.get(field)
        last = found[-1] if isinstance(found, list) and found else found
        if isinstance(last, dict) and isinstance(last.get("file_id"), str):
            await self._database.run(contents.remember_sent, *which, last["file_id"], picture=wire.picture)
        return int(posted["message_id"])
