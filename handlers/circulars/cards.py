"""What the desk shows of circulars: lists, the card of one, its audience in words. Views only: no database."""

from collections.abc import Mapping
from typing import Final

from handlers.buttons import OpenCircular, OpenCircularDesk, OpenLibrary
from handlers.circulars.taps import ListCirculars, OnAudience, OnCircular, PreviewCircular, WriteCircular
from handlers.home import HOME
from handlers.screen import Button, Joined, Moment, Part, Raw, Rows, Screen, Value, Word, paired, shown
from handlers.sources import office_named
from models.circulars import Audience, CircularPage, DeskCard, Level, Pile, Standing
from models.organisations import Hat
from models.values.jalali import JalaliMonth

_SHORT: Final = 280
_LABEL: Final = 14
BEFORE_RELEASE: Final = frozenset({Standing.DRAFT, Standing.ASKED})
PAUSABLE: Final = frozenset({Standing.SCHEDULED, Standing.PLANNING, Standing.TRYING, Standing.SENDING})
RESUMABLE: Final = frozenset({Standing.PAUSED, Standing.STOPPED})
OVER: Final = frozenset({Standing.DONE, Standing.WITHDRAWN})


# ---- lists ----


def desk(worn: Hat, pile: Pile, page: CircularPage, filled: Mapping[Pile, bool]) -> Screen:
    """A pile of the desk, with the ways to the others."""
    head = Part(f"circular-desk-{pile.value}", {"office": office_named(worn.office_kind, worn.office_name)})
    parts = [head] if page.lines else [head, Part(f"circular-desk-{pile.value}-none")]
    for line in page.lines:
        values: dict[str, Value] = {
            "number": Raw(line.number),
            "subject": line.subject,
            "standing": shown(line.standing),
        }
        if line.office_name:
            parts.append(Part("circular-desk-line-of", {**values, "office": line.office_name}))
        else:
            parts.append(Part("circular-desk-line", values))
    rows: list[tuple[Button, ...]] = []
    if pile is Pile.OPEN:
        rows.append((Button(WriteCircular(worn.role_id), "button-circular-write"),))
    rows += paired(
        [
            Button(OpenCircular(line.id), "button-circular-open", {"number": Raw(_cut(line.number))})
            for line in page.lines
        ]
    )
    if page.next is not None:
        rows.append((Button(ListCirculars(worn.role_id, pile.value, page.next), "button-next-page"),))
    others = [one for one in Pile if one is not pile and (filled.get(one) or one is Pile.OPEN)]
    rows += paired(
        [Button(ListCirculars(worn.role_id, one.value, 0), f"button-circular-pile-{one.value}") for one in others]
    )
    return Screen(tuple(parts), (*rows, (Button(OpenLibrary(), "button-back"), HOME)))


def _cut(number: str) -> str:
    return number if len(number) <= _LABEL else f"…{number[1 - _LABEL :]}"


# ---- an audience in words ----


def audience_parts(card: DeskCard) -> list[Part]:
    """Who is meant, a line for each thing that was chosen."""
    audience = card.audience
    if audience.told is not None:
        return [Part("circular-audience-told", {"number": Raw(card.corrects or "")})]
    if not audience.levels:
        return [Part("circular-audience-nobody")]
    said: list[tuple[str, Value]] = [("levels", levels_of(audience))]
    if card.narrowed:
        said.append(("within", Joined(tuple(place.name for place in card.places))))
    if audience.roles:
        said.append(("roles", shown(sorted(audience.roles))))
    if audience.trades:
        said.append(("trades", shown(sorted(audience.trades))))
    if audience.registered is not None:
        said.append(("registered", Word(f"circular-registered-{_yes(value=audience.registered)}")))
    if audience.reported is not None:
        month, wanted = audience.reported
        said.append(("reported", reported_word(month, wanted=wanted)))
    return [Part(f"circular-audience-{name}", {"value": value}) for name, value in said]


def levels_of(audience: Audience) -> Value:
    """The levels, the highest first."""
    return shown([level for level in Level if level in audience.levels])


def reported_word(month: JalaliMonth, *, wanted: bool) -> Word:
    """Those who reported a month, or those who did not."""
    return Word(f"circular-reported-{_yes(value=wanted)}", {"month": month})


def _yes(*, value: bool) -> str:
    return "yes" if value else "no"


def count_parts(counted: Mapping[Level, int]) -> list[Part]:
    """How many are meant, and how many of each level."""
    total = sum(counted.values())
    if not total:
        return [Part("circular-count-none")]
    lines = [Part("circular-count-line", {"level": shown(level), "n": number}) for level, number in counted.items()]
    return [Part("circular-count", {"n": total}), *(lines if len(lines) > 1 else ())]


# ---- the card of a draft ----


def heading(card: DeskCard) -> list[Part]:
    """Number, date, subject, office and author, and how it stands."""
    values: dict[str, Value] = {
        "number": Raw(card.number),
        "date": card.issued,
        "subject": card.subject,
        "office": office_named(card.office_kind, card.office_name),
        "author": card.author,
        "standing": shown(card.standing),
    }
    parts = [Part("circular-card", values)]
    if card.standing is Standing.SCHEDULED and card.starts_at is not None:
        parts.append(Part("circular-card-starts", {"at": Moment(card.starts_at)}))
    if card.corrects:
        parts.append(Part("circular-card-corrects", {"number": Raw(card.corrects)}))
    return parts


def draft(card: DeskCard, counted: Mapping[Level, int], back: Button) -> Screen:
    """A draft: what it says, to whom, what is still missing, and what may be done by whoever looks."""
    what: dict[str, Value] = {
        "grade": shown(card.grade),
        "passing": Word(f"circular-passing-{card.passing.value}"),
        "pages": card.pages,
    }
    parts = [
        *heading(card),
        Part("circular-card-kind", what),
        Part("circular-card-text", {"text": short(card.summary)}),
    ]
    if card.clauses:
        parts.append(Part("circular-card-clauses", {"n": len(card.clauses)}))
    if card.attachment:
        parts.append(Part("circular-card-file", {"name": card.attachment}))
    if card.question is not None:
        parts.append(Part("circular-card-question", {"text": short(str(card.question["text"]))}))
    if card.changes:
        parts.append(Part("circular-card-rules", {"n": card.changes}))
    parts += audience_parts(card)
    if card.audience.levels or card.audience.told is not None:
        parts += count_parts(counted)
    parts.append(Part(_hint(card, counted)))
    return Screen(tuple(parts), (*_draft_rows(card, counted), (back, HOME)))


def short(text: str) -> str:
    """The beginning of a long text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def _hint(card: DeskCard, counted: Mapping[Level, int]) -> str:
    if card.standing is Standing.ASKED:
        return "circular-hint-asked-own" if card.own else "circular-hint-asked"
    if not counted:
        return "circular-hint-audience"
    return "circular-hint-ask" if card.writes else "circular-hint-theirs"


def _draft_rows(card: DeskCard, counted: Mapping[Level, int]) -> Rows:
    def does(verb: str, key: str) -> Button:
        return Button(OnCircular(card.id, card.revision, verb), key)

    picks = Button(OnAudience(card.id, card.revision, "", ""), "button-circular-audience")
    looks = Button(PreviewCircular(card.id, 1, ""), "button-circular-preview")
    main: list[Button] = []
    others = [looks]
    if card.standing is Standing.ASKED and not card.own:
        main.append(does("release", "button-circular-release"))
    if card.writes:
        if card.standing is Standing.DRAFT and counted:
            main.append(does("ask", "button-circular-ask"))
        if card.audience.told is None:
            (others if counted else main).append(picks)
        others += [does("edit", "button-circular-edit"), does("file", "button-circular-file")]
        others.append(does("question", "button-circular-question"))
        if card.sets_rules or card.changes:
            others.append(does("rules", "button-circular-rules"))
        others.append(does("discard", "button-circular-discard"))
    elif card.changes:
        others.append(does("rules", "button-circular-rules"))
    return (*((button,) for button in main), *paired(others))


def asked(card: DeskCard, verb: str, parts: tuple[Part, ...] = (), words: str = "") -> Screen:
    """Whether something is really meant; ``words``: those of another verb that asks the same."""
    values: dict[str, Value] = {"number": Raw(card.number), "subject": card.subject}
    yes = Button(OnCircular(card.id, card.revision, f"{verb}!"), f"button-circular-{words or verb}-yes")
    rows: Rows = ((yes,), (Button(OpenCircular(card.id), "button-back"), HOME))
    return Screen((Part(f"circular-sure-{words or verb}", values), *parts), rows)


def desk_button(role: int) -> Button:
    """Back to the desk."""
    return Button(OpenCircularDesk(role), "button-back")
