"""Drafts: a number is never given twice, and nobody writes over what has moved on."""

import pytest
from sqlmodel import Session

from models.drafts import StaleDraftError, draft, draft_about, drop_draft, open_draft, save_draft
from models.people import add_person
from models.values.ids import Phone


def test_an_old_button_never_finds_a_later_draft(session: Session) -> None:
    azar = add_person(session, Phone("09120000001"))
    first = open_draft(session, azar, "registration", "", {"answers": {"first-name": "آذر"}})
    drop_draft(session, azar, first.id)
    second = open_draft(session, azar, "registration", "", {})
    assert second.id != first.id
    assert draft(session, azar, first.id) is None


def test_nobody_opens_somebody_elses_draft(session: Session) -> None:
    azar, bahar = (add_person(session, Phone(f"0912000000{number}")) for number in (1, 2))
    opened = open_draft(session, azar, "month", "month:1:16860", {})
    assert draft(session, bahar, opened.id) is None
    assert draft_about(session, bahar, "month", "month:1:16860") is None


def test_a_draft_that_moved_on_is_not_written_over(session: Session) -> None:
    azar = add_person(session, Phone("09120000001"))
    opened = open_draft(session, azar, "registration", "", {})
    moved = save_draft(session, opened, {"answers": {"first-name": "آذر"}})
    with pytest.raises(StaleDraftError):
        save_draft(session, opened, {"answers": {"first-name": "بهار"}})
    found = draft(session, azar, opened.id)
    assert found is not None
    assert (found.revision, found.body) == (moved.revision, {"answers": {"first-name": "آذر"}})


def test_beginning_anew_makes_the_old_buttons_stale(session: Session) -> None:
    azar = add_person(session, Phone("09120000001"))
    first = open_draft(session, azar, "registration", "", {"answers": {"first-name": "آذر"}})
    again = open_draft(session, azar, "registration", "", {})
    assert again.id == first.id
    assert again.revision > first.revision
