"""The buttons of tickets. Those of the desk carry the role that acts and the revision they were drawn for."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class NewTicket(Tap, prefix="tz"):
    """Begin to write what is wrong; ``place`` and ``subject`` as in OpenSupport."""

    place: str
    subject: str


@dataclass(frozen=True, slots=True)
class MyTickets(Tap, prefix="tl"):
    """The person's own tickets, before this id (0: the latest)."""

    before: int


@dataclass(frozen=True, slots=True)
class WriteBack(Tap, prefix="tw"):
    """Add something to the own ticket."""

    ticket: int


@dataclass(frozen=True, slots=True)
class SaySolved(Tap, prefix="ty"):
    """The trouble is over."""

    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class SayNotSolved(Tap, prefix="tn"):
    """The answer did not help, or the trouble is back."""

    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class DeskList(Tap, prefix="tp"):
    """A page of what waits: ``desk`` is a TicketDesk's value, ``after`` a cursor or empty."""

    role: int
    desk: str
    after: str


@dataclass(frozen=True, slots=True)
class Take(Tap, prefix="ta"):
    """Take a ticket upon oneself."""

    role: int
    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class LetGo(Tap, prefix="tg"):
    """Give it back to the desk."""

    role: int
    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class WriteAnswer(Tap, prefix="tb"):
    """Begin to answer."""

    role: int
    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class SendOn(Tap, prefix="ts"):
    """Lay it before the statistics office."""

    role: int
    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class AskClose(Tap, prefix="tc"):
    """Ask why it is closed."""

    role: int
    ticket: int
    revision: int


@dataclass(frozen=True, slots=True)
class CloseIt(Tap, prefix="tx"):
    """Close it for this reason: its place in the enumeration."""

    role: int
    ticket: int
    revision: int
    code: int


@dataclass(frozen=True, slots=True)
class ShowLetter(Tap, prefix="tr"):
    """The draft of the letter to the statistics office."""

    role: int
    ticket: int


@dataclass(frozen=True, slots=True)
class ReportList(Tap, prefix="pl"):
    """The open reports after this id."""

    role: int
    after: int


@dataclass(frozen=True, slots=True)
class SeeReport(Tap, prefix="ps"):
    """I have read it."""

    role: int
    report: int


@dataclass(frozen=True, slots=True)
class AskResult(Tap, prefix="px"):
    """Ask what came of it."""

    role: int
    report: int


@dataclass(frozen=True, slots=True)
class SettleReport(Tap, prefix="pz"):
    """This came of it: its place in the enumeration."""

    role: int
    report: int
    result: int


@dataclass(frozen=True, slots=True)
class OfficeList(Tap, prefix="po"):
    """How many reports named which office."""

    role: int
