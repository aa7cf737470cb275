"""When something reached us, and by which instant its lateness is judged."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Received:
    """Arrival of what a person sent; both instants are aware UTC.

    ``judged_at`` decides lateness: the message's own date where there is one, the first receipt otherwise, the start of
    the outage when a backlog was fetched after one (``outage`` marks that generosity).
    """

    at: datetime
    judged_at: datetime
    outage: bool = False
