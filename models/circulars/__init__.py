"""Circulars: what an office tells many people at once, and what became of each of them."""

from models.circulars.acknowledging import Acknowledged, acknowledge, acknowledged
from models.circulars.audience import Audience, count, within_reach
from models.circulars.closing import Progress, StatementLine, figures, progress, record_taken, seen, statement
from models.circulars.composing import Content, Released, compose, release, set_audience
from models.circulars.pages import PAGE, pages
from models.circulars.passing import Passed, ToPass, give_up, held_back, note_letter, pass_on
from models.circulars.questions import Asked, Option, OptionCount, Question, answer, answers, asked
from models.circulars.records import (
    Acknowledgement,
    Circular,
    CircularClass,
    CircularProblem,
    CircularState,
    Level,
    Passing,
    PauseReason,
)
from models.circulars.sending import feed, pause, plan, resume, tend, under_way, withdraw
from models.circulars.tellings import parts_of, tellings

__all__ = [
    "PAGE",
    "Acknowledged",
    "Acknowledgement",
    "Asked",
    "Audience",
    "Circular",
    "CircularClass",
    "CircularProblem",
    "CircularState",
    "Content",
    "Level",
    "Option",
    "OptionCount",
    "Passed",
    "Passing",
    "PauseReason",
    "Progress",
    "Question",
    "Released",
    "StatementLine",
    "ToPass",
    "acknowledge",
    "acknowledged",
    "answer",
    "answers",
    "asked",
    "compose",
    "count",
    "feed",
    "figures",
    "give_up",
    "held_back",
    "note_letter",
    "pages",
    "parts_of",
    "pass_on",
    "pause",
    "plan",
    "progress",
    "record_taken",
    "release",
    "resume",
    "seen",
    "set_audience",
    "statement",
    "tellings",
    "tend",
    "under_way",
    "withdraw",
    "within_reach",
]
