"""What the room of wishes shows: the list, and one wish. No database here."""

from handlers.buttons import OpenWish, OpenWishes
from handlers.home import HOME
from handlers.screen import Button, Part, Screen, Value
from handlers.wishes.taps import AddWished, DeclineWish, NameWished
from models.organisations import Hat, OfficeKind, Wished, WishPage


def wish_list(worn: Hat, page: WishPage) -> Screen:
    """What waits for this role, the oldest first; each line opens its card."""
    if not page.lines:
        return Screen((Part("wishes-none"),), ((HOME,),))
    parts = [Part("wishes")]
    rows: list[tuple[Button, ...]] = []
    for number, line in enumerate(page.lines, 1):
        parts.append(Part(f"wish-line-{line.kind.value}", {"number": number, **_said(line)}))
        tap = OpenWish(worn.role_id, line.id)
        rows.append((Button(tap, "button-wish", {"number": number, "typed": line.typed}),))
    if page.next is not None:
        rows.append((Button(OpenWishes(worn.role_id, page.next), "button-next-page"),))
    return Screen(tuple(parts), (*rows, (HOME,)))


def card(worn: Hat, wished: Wished) -> Screen:
    """One wish, and the three answers to it."""
    adds = "button-wish-add-union" if wished.kind is OfficeKind.UNION else "button-wish-add-county"
    rows = (
        (Button(AddWished(worn.role_id, wished.id), adds),),
        (
            Button(NameWished(worn.role_id, wished.id), "button-wish-name"),
            Button(DeclineWish(worn.role_id, wished.id), "button-wish-decline"),
        ),
        (Button(OpenWishes(worn.role_id, 0), "button-back"), HOME),
    )
    return Screen((Part(f"wish-card-{wished.kind.value}", _said(wished)), Part("wish-card-answers")), rows)


def _said(wished: Wished) -> dict[str, Value]:
    return {"typed": wished.typed, "above": wished.above.name, "n": wished.waiting, "since": wished.since}
