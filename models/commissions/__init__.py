"""The circular's way from the supervision commission through the chamber to the unions, in writing (60/227210 ¶6)."""

from models.commissions.board import (
    CommissionBoard,
    CountyCard,
    CountyLine,
    Informed,
    Lack,
    ProvinceLine,
    Sitting,
    commission_board,
    county_card,
)
from models.commissions.recording import MOST_WORDS, record_chamber_letter, record_informed, record_session
from models.commissions.records import (
    ChamberLetter,
    CommissionProblem,
    CommissionSession,
    InformedUnion,
    SessionResult,
)

__all__ = [
    "MOST_WORDS",
    "ChamberLetter",
    "CommissionBoard",
    "CommissionProblem",
    "CommissionSession",
    "CountyCard",
    "CountyLine",
    "Informed",
    "InformedUnion",
    "Lack",
    "ProvinceLine",
    "SessionResult",
    "Sitting",
    "commission_board",
    "county_card",
    "record_chamber_letter",
    "record_informed",
    "record_session",
]
