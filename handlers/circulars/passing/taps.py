"""The buttons of this room: answering a circular's question, passing on, its letter, reminders, giving up."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Tap, prefix="cca"):
    """My answer to the circular's question: the option's place, from 0."""

    circular: int
    option: int


@dataclass(frozen=True, slots=True)
class PassOn(Tap, prefix="ccp"):
    """Pass a circular on to all who wait for the office of this role."""

    role: int
    circular: int


@dataclass(frozen=True, slots=True)
class NoteLetter(Tap, prefix="ccl"):
    """Note the covering letter with which the office has passed it on."""

    role: int
    circular: int


@dataclass(frozen=True, slots=True)
class RemindAll(Tap, prefix="ccr"):
    """Remind everybody who has not acknowledged or passed it on."""

    role: int
    circular: int


@dataclass(frozen=True, slots=True)
class PassInPlace(Tap, prefix="cci"):
    """Pass it on in the place of this office, which has not done so in time; ``sure`` once it was asked."""

    role: int
    circular: int
    office: int
    sure: int


@dataclass(frozen=True, slots=True)
class GiveUp(Tap, prefix="ccg"):
    """Wait no longer for offices that have not passed it on; ``sure`` once it was asked."""

    role: int
    circular: int
    sure: int
