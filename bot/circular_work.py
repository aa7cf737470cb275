"""Circulars at work: the job that counts how far one is, apart from conversations."""

import time
from collections.abc import Mapping
from typing import Final

from sqlmodel import Session

from bot.jobs import Bench, Work
from models import circulars
from models.jobs import JobKind, OpenJob


async def count_progress(bench: Bench, job: OpenJob) -> Mapping[str, str]:
    """The figures by state, how many have acknowledged, and how many milliseconds counting took."""
    began = time.monotonic()
    said = await bench.database.apart(_counted, job.order.subject)
    return {**said, "took": str(round((time.monotonic() - began) * 1000))}


def _counted(session: Session, circular_id: int) -> dict[str, str]:
    figures = circulars.figures(session, circular_id)
    read = circulars.acknowledged(session, circular_id)
    return {
        **{state.value: str(number) for state, number in figures.items()},
        "read": str(read.sent),
        "early": str(read.early),
    }


WORK: Final[Mapping[JobKind, Work]] = {JobKind.CIRCULAR_PROGRESS: count_progress}
"""The jobs of this room."""
