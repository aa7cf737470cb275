"""The buttons that close every menu, and the ways back into half-filled forms."""

from collections.abc import Sequence

from handlers.buttons import AskedForPapers, Go, Home, OpenLibrary, OpenSupport, Resume
from handlers.filling import begun
from handlers.screen import Button, Part, Value
from models.drafts import OpenDraft
from models.units import UnitCard
from models.values.jalali import JalaliMonth

HOME = Button(Home(), "button-home")
CIRCULARS = Button(OpenLibrary(), "button-circulars")
HELP = Button(Go("help"), "button-help")
USES = Button(Go("uses"), "button-uses")
LANGUAGE = Button(Go("language"), "button-language")
PAPERS = Button(AskedForPapers(0), "button-asked-for-papers")
SUPPORT = Button(OpenSupport("", ""), "button-support")
EDITED = Part("edited-answer")
"""What is said of an edited message while something is asked: the question stays."""
_RESUMED = {"registration", "month", "licence"}
"""The forms that are taken up again from home; a union's answer is taken up again from its card."""


def ways_back(drafts: Sequence[OpenDraft], units: Sequence[UnitCard] = ()) -> list[Button]:
    """Ways back into half-filled forms; of somebody with these several units, each names its own."""
    titles = {unit.id: unit.title for unit in units} if len(units) > 1 else {}
    return [way_back(one, titles.get(unit_of(one))) for one in drafts][:3]


def way_back(half: OpenDraft, title: str | None = None) -> Button:
    """On with this form, of the unit of this title where that must be said."""
    kind, *rest = half.subject.split(":")
    keys = {"unit": "button-resume-mending", "month": "button-resume-month", "licence": "button-resume-renewal"}
    key = keys.get(kind, "button-resume-registration")
    values: dict[str, Value] = {"month": JalaliMonth.from_index(int(rest[-1]))} if kind == "month" else {}
    if title is not None:
        key, values["unit"] = f"{key}-of", title
    return Button(Resume(half.id), key, values)


def unit_of(draft: OpenDraft) -> int:
    """The unit that a draft is about; 0 for a new registration."""
    _, *rest = draft.subject.split(":")
    return int(rest[0]) if rest else 0


def kept(drafts: Sequence[OpenDraft]) -> list[OpenDraft]:
    """What can be gone on with from home."""
    return [one for one in drafts if one.form in _RESUMED and begun(one)]


def registering(drafts: Sequence[OpenDraft]) -> bool:
    """Whether a new registration is half filled in."""
    return any(one.form == "registration" and not one.subject for one in drafts)
