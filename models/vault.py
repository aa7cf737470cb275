"""Sealing of personal data and the keyed index by which sealed values are found again."""

import hashlib
import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlmodel import Session

_INDEX_VERSION = "1"


class Vault:
    """Seals with the first key and opens with any of them (Fernet keys, newest first).

    ``index_key`` is apart from the sealing keys, so that sealing keys can be rotated while look-up goes on.
    """

    def __init__(self, keys: Sequence[str], index_key: str) -> None:
        if not keys:
            raise ValueError("the vault needs at least one key")
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self._index_key = hashlib.sha256(b"behinyar-index:" + index_key.encode()).digest()

    def seal(self, text: str) -> bytes:
        """``text`` encrypted and authenticated."""
        return self._fernet.encrypt(text.encode())

    def open(self, sealed: bytes) -> str:
        """What was sealed. Raises ValueError when no key opens it or it was altered."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise ValueError("no key opens this value") from error

    def seal_bytes(self, content: bytes) -> bytes:
        """``content`` encrypted and authenticated."""
        return self._fernet.encrypt(content)

    def open_bytes(self, sealed: bytes) -> bytes:
        """What was sealed. Raises ValueError when no key opens it or it was altered."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise ValueError("no key opens this content") from error

    def rotate(self, sealed: bytes) -> bytes:
        """The same value sealed with the newest key. Raises ValueError when no key opens it."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken as error:
            raise ValueError("no key opens this value") from error

    def index(self, kind: str, normalised: str) -> str:
        """A keyed digest by which an equal value of the same kind is found; no part of the value can be searched."""
        digest = hmac.new(self._index_key, f"{kind}\0{normalised}".encode(), hashlib.sha256).hexdigest()
        return f"{_INDEX_VERSION}:{digest}"


def vault(session: Session) -> Vault:
    """The vault that travels with the session."""
    found: Vault = session.info["vault"]
    return found
