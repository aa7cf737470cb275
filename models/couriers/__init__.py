"""Couriers: who carries notices on a token, what they take in hand, and what became of it.

One process carries on a token at a time; the pause after a 429 stands here for every process that uses the token.
"""

from models.couriers.addressing import address, let_out, return_parked
from models.couriers.moving import move_due, move_planned
from models.couriers.outcomes import Fate, Outcome, settle, tell_operators, unblock
from models.couriers.parcels import Parcel, due, give_back, postpone, stands_behind, take
from models.couriers.tokens import (
    AWAY,
    CARRY_LEASE,
    MOST_PAUSE,
    Courier,
    Held,
    Standing,
    drop,
    hold,
    mark,
    pause,
    paused_for,
    standing,
)

__all__ = [
    "AWAY",
    "CARRY_LEASE",
    "MOST_PAUSE",
    "Courier",
    "Fate",
    "Held",
    "Outcome",
    "Parcel",
    "Standing",
    "address",
    "drop",
    "due",
    "give_back",
    "hold",
    "let_out",
    "mark",
    "move_due",
    "move_planned",
    "pause",
    "paused_for",
    "postpone",
    "return_parked",
    "settle",
    "standing",
    "stands_behind",
    "take",
    "tell_operators",
    "unblock",
]
