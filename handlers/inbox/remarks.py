"""The last answer to a submission: what was decided, by which body, and its remarks."""

from handlers.inbox.changes import NAME, clipped
from handlers.screen import Part, Value, Word, shown
from handlers.sources import office_named
from models.reviews import RejectionCode, RemarkCode, ReviewView


def last_answer(last: ReviewView | None, most: int) -> list[Part]:
    """The last word on it, with at most so many characters of each remark."""
    if last is None:
        return []
    values: dict[str, Value] = {"at": last.at, "office": office_named(last.office_kind, last.office)}
    if last.basis is not None:
        values["basis"] = shown(last.basis)
    parts = [Part(f"review-last-{last.outcome.value}", values)]
    if last.ground is not None:
        parts.append(
            Part("review-last-in-place", {"union": clipped(last.union or "", NAME), "ground": shown(last.ground)})
        )
    for one in last.remarks:
        product = one.product and clipped(one.product, NAME)
        parts.append(remark_part(one.field, product, one.code, one.note and clipped(one.note, most)))
    if last.rejection is not None:
        parts.extend(rejection_parts(last.rejection, last.note))
    return parts


def remark_part(field: str, product: str | None, code: RemarkCode, note: str | None) -> Part:
    """One remark: the field, the reason, and the approver's own words."""
    label: Value = Word(f"field-{field}")
    if product:
        label = Word("review-field-of", {"field": label, "product": product})
    values: dict[str, Value] = {"field": label, "reason": Word(f"remark-{code.value}")}
    return Part("review-remark-note", {**values, "note": note}) if note else Part("review-remark", values)


def rejection_parts(code: RejectionCode, note: str | None) -> list[Part]:
    """Why something is rejected, and the approver's own words."""
    reason = Part("review-rejected-for", {"reason": Word(f"rejection-{code.value}")})
    return [reason, *([Part("review-note", {"note": note})] if note else ())]
