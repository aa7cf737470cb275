"""The one clock of the program. Nothing else asks the machine for the time of day."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session


class Clock:
    """Tells the time as an aware UTC instant; may be set for a rehearsal and then runs on from there."""

    def __init__(self, start: datetime | None = None) -> None:
        self._ahead = timedelta()
        if start is not None:
            self.set(start)

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC) + self._ahead

    def set(self, instant: datetime) -> None:
        """Make it ``instant`` now. Raises ValueError for an instant without a time zone."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        self._ahead = instant.astimezone(UTC) - datetime.now(UTC)

    def shift(self, by: timedelta) -> None:
        """Move the clock by ``by``, forwards or backwards."""
        self._ahead += by


def now(session: Session) -> datetime:
    """The instant by the clock that travels with the session."""
    clock: Clock = session.info["clock"]
    return clock.now()
