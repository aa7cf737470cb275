"""Rules in words: a value by its shape, and what a circular changes, for its authors and for its readers."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.screen import Joined, Part, Value, Word, shown
from handlers.sources import office_named, source
from models.circulars.changes import Change, Preview
from models.circulars.effects import Concern, Effect
from models.letters import RuleKey, RuleShape, shape
from models.organisations import OfficeKind

_MOST_NAMED: Final = 3


def rule_value(key: RuleKey, value: str) -> Value:
    """A rule's value as people read it."""
    match shape(key):
        case RuleShape.NUMBER:
            return int(value)
        case RuleShape.YES_NO:
            return Word(value)
        case RuleShape.DATE:
            return date.fromisoformat(value) if value else Word("rule-value-none")
        case RuleShape.DAYS:
            return Joined(tuple(int(day) for day in value.split(",")))


def previews(seen: Sequence[Preview]) -> list[Part]:
    """What the rules of a draft would change: old and new, where, how many units, and who keeps a setting."""
    parts: list[Part] = []
    for n, one in enumerate(seen, 1):
        parts += _line(n, one.change, one.old.value)
        scope = _scope(one.scope, one.scope_kind)
        parts.append(Part("change-reach", {"scope": scope, "units": one.units, "source": source(one.old.source)}))
        if one.nearer:
            few = [office_named(*office) for office in one.nearer[:_MOST_NAMED]]
            left = len(one.nearer) - _MOST_NAMED
            key = "change-nearer-more" if left > 0 else "change-nearer"
            values: dict[str, Value] = {"offices": Joined(tuple(few))}
            parts.append(Part(key, {**values, "left": left} if left > 0 else values))
    return parts


def effects(told: Sequence[Effect]) -> list[Part]:
    """What a circular changes for its reader."""
    parts: list[Part] = []
    for n, one in enumerate(told, 1):
        parts += _line(n, one.change, one.old.value)
        parts.append(Part("change-scope", {"scope": _scope(one.scope, one.scope_kind)}))
        values: dict[str, Value] = {}
        if one.place is not None:
            values["place"] = one.place if one.place_kind is None else office_named(one.place_kind, one.place)
        if one.concern is Concern.OTHERWISE and one.instead is not None:
            values["value"] = rule_value(one.change.rule, one.instead.value)
            values["source"] = source(one.instead.source)
        parts.append(Part(f"change-concern-{one.concern.value}", values))
    return parts


def _line(n: int, change: Change, old: str) -> list[Part]:
    values: dict[str, Value] = {
        "n": n,
        "rule": shown(change.rule),
        "old": rule_value(change.rule, old),
        "new": rule_value(change.rule, change.value),
        "from": change.begins,
    }
    if change.clause is None:
        return [Part("change-line", values)]
    return [Part("change-line-clause", {**values, "clause": change.clause})]


def _scope(name: str | None, kind: OfficeKind | None) -> Value:
    if name is None or kind is None:
        return Word("change-scope-country")
    return office_named(kind, name)
