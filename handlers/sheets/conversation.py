"""Lists in and out in chat: a file is read by a job, checked, and written only after the person's word."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import JobDone, OpenSheets
from handlers.files import MEGABYTE, file_of
from handlers.home import HOME, home
from handlers.screen import Button, File, Joined, Part, Rows, Screen, Value, Word, problem_part
from handlers.sheets.taps import DropSheet, PickSheet, SendSheet, TakeSheet, TakeTemplate, WriteSheet
from models import imports, jobs
from models.contents import MOST_BYTES
from models.imports import MOST_ROWS, ImportState, OpenImport, SheetKind
from models.jobs import JobKind, Order, Result
from models.organisations import Deed, Hat, hat, reaches
from models.people import Focus
from models.values.problem import Problem

_DEEDS: Final = {
    SheetKind.OFFICES: Deed.ADD_OFFICE,
    SheetKind.PEOPLE: Deed.GIVE_ROLE,
    SheetKind.UNITS: Deed.EXCHANGE_SHEETS,
}
"""What a role must be able to do for a list to be offered."""


def _offered(worn: Hat) -> list[SheetKind]:
    return [kind for kind in SheetKind if reaches(worn, Deed.EXCHANGE_SHEETS) and reaches(worn, _DEEDS[kind])]


def _kind(worn: Hat, written: str) -> SheetKind | None:
    return next((kind for kind in _offered(worn) if kind.value == written), None)


def _named(kind: SheetKind) -> Word:
    return Word(f"sheet-{kind.value}")


def _menu(worn: Hat, note: Part | Problem | None = None) -> Screen:
    rows = tuple(
        (Button(PickSheet(worn.role_id, kind.value), f"button-sheet-{kind.value}"),) for kind in _offered(worn)
    )
    return Screen((Part("sheets-menu"),), (*rows, (HOME,))).with_note(note)


def _page(worn: Hat, kind: SheetKind, *parts: Part) -> Screen:
    role, name = worn.role_id, kind.value
    rows: Rows = (
        (Button(SendSheet(role, name), "button-sheet-send"),),
        (
            Button(TakeTemplate(role, name), "button-sheet-template"),
            Button(TakeSheet(role, name), "button-sheet-export"),
        ),
        (Button(OpenSheets(role), "button-back"), HOME),
    )
    masked = () if kind is SheetKind.OFFICES else (Part("sheets-masked"),)
    return Screen(parts or (Part(f"sheets-kind-{name}"), *masked), rows)


def _asking(worn: Hat, kind: SheetKind) -> Screen:
    values: dict[str, Value] = {"kind": _named(kind), "most": MOST_BYTES // MEGABYTE, "rows": MOST_ROWS}
    rows: Rows = (
        (Button(TakeTemplate(worn.role_id, kind.value), "button-sheet-template"),),
        (Button(PickSheet(worn.role_id, kind.value), "button-back"), HOME),
    )
    return Screen((Part("sheets-await", values),), rows)


# -- taps ---------------------------------------------------------------------------------------------------------


async def _open(_: Act, worn: Hat, __: OpenSheets) -> Screen:
    offered = _offered(worn)
    return _page(worn, offered[0]) if len(offered) == 1 else _menu(worn)


async def _pick(_: Act, worn: Hat, tap: PickSheet) -> Screen:
    kind = _kind(worn, tap.kind)
    return _menu(worn, Part("stale-button")) if kind is None else _page(worn, kind)


async def _send(act: Act, worn: Hat, tap: SendSheet) -> Screen:
    kind = _kind(worn, tap.kind)
    if kind is None:
        return _menu(worn, Part("stale-button"))
    awaited = await act.db(imports.await_file, worn, kind)
    if isinstance(awaited, Problem):
        return _menu(worn, awaited)
    await act.focus(Focus.SHEET)
    return _asking(worn, kind)


async def _take(act: Act, worn: Hat, tap: TakeSheet | TakeTemplate) -> Screen:
    kind = _kind(worn, tap.kind)
    if kind is None:
        return _menu(worn, Part("stale-button"))
    details = {"kind": kind.value, "person": str(worn.person_id), "role": str(worn.role_id)}
    if isinstance(tap, TakeTemplate):
        details["template"] = "yes"
        current = await act.db(imports.current, act.person_id)
        if current is not None and current.state is ImportState.AWAITED:
            await act.focus(Focus.SHEET)  # the file is still to come
    order = Order(JobKind.SHEET_EXPORT, worn.role_id, details=details)
    return Screen((Part("sheets-preparing"),), ((HOME,),), job=order)


async def _write(act: Act, worn: Hat, tap: WriteSheet) -> Screen:
    begun = await act.db(imports.begin_writing, worn, tap.number, tap.mark)
    if isinstance(begun, Problem):
        return _menu(worn, begun)
    return Screen((Part("sheets-writing"),), ((HOME,),), job=Order(JobKind.SHEET_WRITE, begun.id))


async def _drop(act: Act, worn: Hat, tap: DropSheet) -> Screen:
    await act.db(imports.drop, act.person_id, tap.number)
    return _menu(worn, Part("sheets-dropped"))


# -- files --------------------------------------------------------------------------------------------------------


async def _came(message: Message, act: Act) -> Screen:
    """A file, or something else, where a file is awaited; a mended file may follow a refused one without a tap."""
    current = await act.db(imports.current, act.person_id)
    worn = None if current is None else await act.db(hat, act.person_id, current.role_id)
    if current is None or worn is None or isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    file = file_of(message, pictures=False)
    if isinstance(file, Problem):
        note = problem_part(file) if message.document else Part("sheets-await-not-that")
        return _asking(worn, current.kind).with_note(note)
    if current.state is not ImportState.AWAITED:
        again = await act.db(imports.await_file, worn, current.kind)
        if isinstance(again, Problem):
            return await home(act, again)
        current = await act.db(imports.current, act.person_id)
        assert current is not None
    await act.db(imports.begin_reading, current.id)
    return Screen((Part("job-running"),), ((HOME,),), job=Order(JobKind.SHEET_READ, current.id, file))


# -- what came of a job -------------------------------------------------------------------------------------------


async def _ended(_: CallbackQuery, act: Act, tap: JobDone) -> Screen:
    result = await act.db(jobs.result, act.key, tap.job)
    if result is None:
        return await home(act, Part("stale-button"))
    if result.order.kind is JobKind.SHEET_EXPORT:
        return await _exported(act, result)
    found = await act.db(imports.one, result.order.subject)
    worn = None if found is None else await act.db(hat, act.person_id, found.role_id)
    if found is None or worn is None or isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    if result.problem is not None:
        await act.db(imports.release, found.id)
        problem = Problem(result.problem, {"most": MOST_BYTES // MEGABYTE})
        return Screen((problem_part(problem),), _again(worn, found.kind))
    if "written" in result.values:
        return _page(worn, found.kind, Part(f"sheets-done-{found.kind.value}", {"rows": int(result.values["written"])}))
    return _checked(worn, found, result)


async def _exported(act: Act, result: Result) -> Screen:
    kind, role = SheetKind(result.order.details["kind"]), int(result.order.details["role"])
    worn = await act.db(hat, act.person_id, role)
    if isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    back: Rows = ((Button(PickSheet(role, kind.value), "button-back"), HOME),)
    if result.problem is not None:
        return Screen((problem_part(Problem(result.problem, {"most": MOST_BYTES // MEGABYTE})),), back)
    said = result.values
    if "refusal" in said:
        return Screen((Part("sheets-reason", {"text": said["refusal"]}),), back)
    file = File(said["name"], said["content"])
    if result.order.details.get("template"):
        send = Button(SendSheet(role, kind.value), "button-sheet-send")
        return Screen((Part("sheets-template-ready"),), ((send,), *back), file=file)
    values: dict[str, Value] = {"kind": _named(kind), "rows": int(said["rows"])}
    return Screen((Part("sheets-export-ready", values),), back, file=file)


def _again(worn: Hat, kind: SheetKind) -> Rows:
    role = worn.role_id
    return (
        (Button(SendSheet(role, kind.value), "button-sheet-send-again"),),
        (Button(PickSheet(role, kind.value), "button-back"), HOME),
    )


def _checked(worn: Hat, found: OpenImport, result: Result) -> Screen:
    """The dry run's outcome."""
    said = result.values
    if "refusal" in said:
        refused = (Part("sheets-refused"), Part("sheets-reason", {"text": said["refusal"]}))
        return Screen(refused, _again(worn, found.kind))
    notes = tuple(
        Part(f"sheets-{name}", {"names": Joined(tuple(json.loads(said[name])))})
        for name in ("unknown", "others")
        if said.get(name, "[]") != "[]"
    )
    kind, rows = _named(found.kind), int(said["rows"])
    if said["faults"] != "0":
        parts = [Part("sheets-faults", {"kind": kind, "rows": rows, "faulty": int(said["faulty"])})]
        common = [one.rpartition("|") for one in json.loads(said["common"])]
        if common:
            columns = Joined(
                tuple(Word("sheets-common-column", {"column": name, "n": int(number)}) for name, _, number in common)
            )
            parts.append(Part("sheets-common", {"columns": columns}))
        file = File(f"{found.kind.value}-problems.xlsx", said["report"])
        return Screen((*parts, *notes), _again(worn, found.kind), file=file)
    if found.state is not ImportState.CHECKED:
        return _menu(worn, Problem(imports.ImportProblem.GONE))
    buttons: Rows = (
        (Button(WriteSheet(worn.role_id, found.id, found.mark), "button-sheet-confirm"),),
        (Button(DropSheet(worn.role_id, found.id), "button-sheet-drop"), HOME),
    )
    parts = [Part("sheets-checked", {"kind": kind, "rows": rows}), Part(f"sheets-checked-{found.kind.value}")]
    return Screen((*parts, *notes), buttons)


_TAPS: Final[tuple[tuple[type[Any], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenSheets, _open),
    (PickSheet, _pick),
    (SendSheet, _send),
    (TakeSheet, _take),
    (TakeTemplate, _take),
    (WriteSheet, _write),
    (DropSheet, _drop),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        if isinstance(worn, Problem) or not _offered(worn):
            return await home(act, Part("review-role-over"))
        return await answer(act, worn, tap)

    return tapped


def router() -> Router:
    """The taps of lists, the files that are awaited, and what came of them."""
    routes = Router(name="sheets")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    for work in (JobKind.SHEET_READ, JobKind.SHEET_WRITE, JobKind.SHEET_EXPORT):
        routes.callback_query.register(_ended, Tapped(JobDone, work=work.value))
    routes.message.register(_came, Awaiting(Focus.SHEET))
    return routes
