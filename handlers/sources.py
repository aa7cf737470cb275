"""Where something stands, in words: letter or circular with number, date and part, or the setting."""

from handlers.screen import Raw, Value, Word, shown
from models.letters import Citation, Clause, Setting
from models.organisations import OfficeKind


def source(rests_on: Citation | Setting) -> Value:
    """The letter that something rests on; what no letter gives is named as a setting."""
    if isinstance(rests_on, Citation):
        values: dict[str, Value] = {"number": Raw(rests_on.number), "date": rests_on.date}
        if isinstance(rests_on.clause, Clause):
            return Word("source-letter", {**values, "part": shown(rests_on.clause.part)})
        if rests_on.clause.place:
            return Word("source-circular", {**values, "clause": rests_on.clause.place})
        return Word("source-circular-whole", values)
    if rests_on.default or rests_on.valid_from is None:
        return Word("source-default")
    scope: Value = rests_on.scope if rests_on.scope is not None else Word("source-country")
    return Word("source-setting", {"scope": scope, "from": rests_on.valid_from})


def office_named(kind: OfficeKind, name: str) -> Value:
    """An office as a sentence names it: counties and provinces bear the names of places."""
    if kind in (OfficeKind.COUNTY, OfficeKind.PROVINCE):
        return Word(f"office-named-{kind.value}", {"office": name})
    return name
