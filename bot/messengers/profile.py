"""What a messenger is to us: how a screen becomes its messages, and how its updates are made whole."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from bot.messengers.link import Failure
from bot.messengers.rendering import Wire
from models.people import Messenger


class Profile(ABC):
    """One messenger's ways. Everything that differs between messengers is met here and nowhere else."""

    messenger: ClassVar[Messenger]
    vouches_for_contacts: ClassVar[bool]
    """Whether a contact without the sender's own id is known to be somebody else's."""
    start_link: ClassVar[str]
    """The address that opens the bot with a payload."""
    most_caption: ClassVar[int]
    """UTF-16 units of a file's caption."""
    not_found: ClassVar[Failure]
    """What a 404 to something sent is about: the token, or the person."""
    per_second: ClassVar[tuple[float, float]]
    """How many notices a second leave at first, and when all goes well."""
    kinds: ClassVar[tuple[str, ...]] = ()
    """The kinds of updates to be asked for; empty where it cannot be told."""
    alters: ClassVar[str] = ""
    """Signs that it takes for markup, so that look-alikes stand for them."""

    def polling(self) -> dict[str, Any]:
        """The parameters of getUpdates that are always the same."""
        return {"allowed_updates": list(self.kinds)} if self.kinds else {}

    @abstractmethod
    def message(self, chat_id: int, wire: Wire) -> dict[str, Any]:
        """The parameters of sendMessage for this screen."""

    def edit(self, chat_id: int, message_id: int, wire: Wire) -> dict[str, Any]:
        """The parameters of editMessageText for this screen."""
        return {**self.message(chat_id, wire), "message_id": message_id}

    def caption(self, chat_id: int, wire: Wire) -> dict[str, Any] | None:
        """The parameters that go with a file; None when the text is too long for a caption."""
        fields = self.message(chat_id, wire)
        text = fields.pop("text")
        if len(text.encode("utf-16-le")) // 2 > self.most_caption:
            return None
        if "entities" in fields:
            fields["caption_entities"] = fields.pop("entities")
        return {**fields, "caption": text}

    def file_name(self, name: str) -> str:
        """How a file may be called."""
        return name

    def keyboard_off(self, chat_id: int, text: str) -> dict[str, Any]:
        """The parameters of a message that takes the reply keyboard away."""
        return {"chat_id": chat_id, "text": text, "reply_markup": {"remove_keyboard": True}}

    def makes_whole(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The raw update with the fields that readers demand; polled and posted updates take the same way."""
        return raw

    def can_answer(self, callback_id: str) -> bool:
        """Whether this tap can be answered with a toast at all."""
        return bool(callback_id)

    def webhook(self, url: str, secret: str) -> tuple[str, dict[str, Any]]:
        """The path that updates are posted to and the parameters of setWebhook."""
        path = f"/{self.messenger.value}/{secret}"
        return path, {"url": url.rstrip("/") + path}

    def knows_the_sender(self, headers: Any, secret: str) -> bool:  # noqa: ARG002 (what some messengers need)
        """Whether a posted update comes from the messenger, beyond the secret path."""
        return True


def inline_keys(wire: Wire) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard."""
    return [
        [
            {"text": key["text"], "copy_text": {"text": key["copy"]}}
            if "copy" in key
            else {"text": key["text"], "callback_data": key["data"]}
            for key in row
        ]
        for row in wire.rows
    ]


def reply_keys(wire: Wire) -> list[list[dict[str, Any]]]:
    """The rows of a reply keyboard: the request, and labels whose text is read as a tap when it comes back."""
    return [
        [{"text": wire.ask_label, f"request_{wire.ask}": True}],
        *([{"text": key["text"]} for key in row] for row in wire.rows),
    ]
