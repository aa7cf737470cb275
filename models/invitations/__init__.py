"""Invitations: a single-use code that expires, by which somebody takes a role, a unit's months or another's place.

The code goes out as a link or is told to be typed; at rest there is only its keyed hash. Whoever opens it has proven a
phone number and sees who invites to what before accepting. Everything is asked again at that moment: that nobody was
faster, that it holds still, and that whoever invited may still give it.
"""

from models.invitations.inviting import (
    invite_delegate,
    invite_stand_in,
    invite_to_role,
    open_for_unit,
    open_invitations,
    withdraw,
)
from models.invitations.records import (
    MOST_NAME,
    Invitation,
    InvitationKind,
    InvitationProblem,
    Invited,
    Offer,
    read_code,
    read_name,
    written,
)
from models.invitations.taking import GUESSES_AN_HOUR, accept, decline, look

__all__ = [
    "GUESSES_AN_HOUR",
    "MOST_NAME",
    "Invitation",
    "InvitationKind",
    "InvitationProblem",
    "Invited",
    "Offer",
    "accept",
    "decline",
    "invite_delegate",
    "invite_stand_in",
    "invite_to_role",
    "look",
    "open_for_unit",
    "open_invitations",
    "read_code",
    "read_name",
    "withdraw",
    "written",
]
