"""The form engine: pure, small, without aiogram and SQL.

A form is data: a function from what is known so far to its steps. The engine moves through them; what it will not do is
written in docs/adr/0003.
"""

from handlers.form.moves import Course, Event, Located, Other, Pressed, Turn, Typed, advance, lead
from handlers.form.screens import view
from handlers.form.shape import (
    EDIT,
    SUMMARY,
    Answer,
    AskBack,
    Body,
    Form,
    Kind,
    Option,
    Reader,
    Returned,
    Step,
    choices,
    place,
)

__all__ = [
    "EDIT",
    "SUMMARY",
    "Answer",
    "AskBack",
    "Body",
    "Course",
    "Event",
    "Form",
    "Kind",
    "Located",
    "Option",
    "Other",
    "Pressed",
    "Reader",
    "Returned",
    "Step",
    "Turn",
    "Typed",
    "advance",
    "choices",
    "lead",
    "place",
    "view",
]
