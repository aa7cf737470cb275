"""Whether the record of a unit carries an import order registration (60/310637): by its statistics alone."""

from models.eligibility.experts import (
    ExpertCard,
    ExpertLine,
    ExpertMonth,
    FoundUnit,
    LookUpProblem,
    expert_card,
    look_up,
)
from models.eligibility.judging import (
    SPANS,
    EligibilityOutcome,
    Facts,
    LicenceState,
    MonthFact,
    Remedy,
    RemedyKind,
    Verdict,
    VerdictReason,
    VerdictReasonKind,
    Window,
    judge,
)
from models.eligibility.verdicts import my_verdict, verdict

__all__ = [
    "SPANS",
    "EligibilityOutcome",
    "ExpertCard",
    "ExpertLine",
    "ExpertMonth",
    "Facts",
    "FoundUnit",
    "LicenceState",
    "LookUpProblem",
    "MonthFact",
    "Remedy",
    "RemedyKind",
    "Verdict",
    "VerdictReason",
    "VerdictReasonKind",
    "Window",
    "expert_card",
    "judge",
    "look_up",
    "my_verdict",
    "verdict",
]
