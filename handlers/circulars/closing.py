"""The closing statement of a circular as a sheet: asked for at the desk, written by a job, told when it is there."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import JobDone, OpenCircular, TakeStatement
from handlers.files import MEGABYTE
from handlers.home import HOME, home
from handlers.screen import Button, File, Part, Raw, Rows, Screen, problem_part
from models import jobs
from models.circulars import CircularProblem, CircularState, progress
from models.contents import MOST_BYTES
from models.jobs import JobKind, Order
from models.organisations import hat
from models.people import Focus
from models.values.problem import Problem


async def _take(_: CallbackQuery, act: Act, tap: TakeStatement) -> Screen:
    await act.focus(Focus.NOTHING)
    worn = await act.db(hat, act.person_id, tap.role)
    if isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    about = await act.db(progress, worn, tap.circular)
    if isinstance(about, Problem):
        return await home(act, about)
    if about.state is CircularState.DRAFT:
        return await home(act, Problem(CircularProblem.WRONG_STATE, {"state": about.state}))
    details = {"person": str(worn.person_id), "role": str(worn.role_id)}
    order = Order(JobKind.CIRCULAR_STATEMENT, tap.circular, details=details)
    return Screen((Part("statement-preparing"),), _back(tap.circular), job=order)


async def _taken(_: CallbackQuery, act: Act, tap: JobDone) -> Screen:
    result = await act.db(jobs.result, act.key, tap.job)
    if result is None:
        return await home(act, Part("stale-button"))
    worn = await act.db(hat, act.person_id, int(result.order.details["role"]))
    if isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    about = await act.db(progress, worn, result.order.subject)
    if isinstance(about, Problem):
        return await home(act, about)
    if result.problem is not None:
        return Screen((problem_part(Problem(result.problem, {"most": MOST_BYTES // MEGABYTE})),), _back(about.id))
    said = result.values
    if "refusal" in said:
        return Screen((Part("statement-refused", {"text": said["refusal"]}),), _back(about.id))
    ready = Part("statement-ready" if said["ended"] else "statement-so-far", {"number": Raw(about.number)})
    return Screen((ready,), _back(about.id), file=File(said["name"], said["content"]))


def _back(circular_id: int) -> Rows:
    return ((Button(OpenCircular(circular_id), "button-back"), HOME),)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.closing")
    own.callback_query.register(_take, Tapped(TakeStatement))
    own.callback_query.register(_taken, Tapped(JobDone, work=JobKind.CIRCULAR_STATEMENT.value))
    return own
