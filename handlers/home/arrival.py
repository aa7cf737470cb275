"""Coming in: the first words, the proof of the phone number, the code that joins an account."""

from aiogram.types import Message

from handlers.act import Act
from handlers.buttons import ClaimNumber
from handlers.filling import came
from handlers.home.links import Links, arrived
from handlers.home.menu import home, unproven, welcome
from handlers.home.ways import HOME
from handlers.screen import Button, Part, Screen, Word, screen
from models import people
from models.claims import claim_number
from models.people import Focus, Proof
from models.values.ids import Phone
from models.values.meaning import greets
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

_LEAST_OF_A_PHONE = 7


def first_word(message: Message) -> Screen:
    """What somebody sends before the number is proven."""
    if message.text is None:
        return unproven(Part("contact-not-that", {"came": Word(f"came-{came(message)}")}))
    if greets(message.text):
        return welcome()
    number = latin_digits("".join(one for one in normalise(message.text) if one not in " -+()"))
    if number.isdecimal() and len(number) >= _LEAST_OF_A_PHONE:
        return unproven(Part("contact-typed"))
    return unproven(Part("welcome", brief=True), Part("contact-first"))


async def contact_shared(message: Message, act: Act, links: Links) -> Screen:  # noqa: PLR0911 (one answer a kind of card)
    """The number is proven by the account's own contact; a code is asked for where that is not enough."""
    contact = message.contact
    assert contact is not None
    forwarded = message.forward_origin is not None
    own = contact.user_id == act.key.account_id and contact.user_id is not None
    if forwarded or (contact.user_id is not None and not own) or (contact.user_id is None and act.vouches_for_contacts):
        return await home(act, Part("contact-foreign"))
    phone = Phone.parse(contact.phone_number)
    if isinstance(phone, Problem):
        return await home(act, Part("contact-not-iranian"))
    if act.visit.person_id is not None:
        return await home(act, Part("contact-known"))
    proof = await act.db(people.prove_phone, act.key, phone, vouched=own)
    if proof is Proof.TOO_MANY_CODES:
        return await home(act, Part("contact-too-many-codes"))
    if proof in {Proof.CODE_NEEDED, Proof.CODE_OR_CLAIM, Proof.INVITED}:
        act.visit.focus = Focus.JOIN_CODE
        return _ask_code(proof)
    if proof is Proof.INVITATION_NEEDED:
        return await home(act, Part("contact-invitation-needed"))
    act.visit.person_id = await act.db(people.person_by_phone, phone)
    return await arrived(act, links, Part(f"contact-{proof.value}"))


def _ask_code(proof: Proof = Proof.CODE_NEEDED) -> Screen:
    claim = ((Button(ClaimNumber(), "button-claim"),),) if proof is Proof.CODE_OR_CLAIM else ()
    return screen("invitation-ask" if proof is Proof.INVITED else "join-code-ask", rows=(*claim, (HOME,)))


async def code_again(act: Act, note: Part | Problem) -> Screen:
    """The same question under a note; the code is still awaited."""
    proof = await act.db(people.code_awaited, act.key)
    return _ask_code(proof or Proof.CODE_NEEDED).with_note(note)


async def claimed_number(act: Act, links: Links) -> Screen:
    """The account that holds the number is somebody else's."""
    claimed = await act.db(claim_number, act.key)
    await act.focus(Focus.NOTHING)
    if isinstance(claimed, Problem):
        return await home(act, claimed)
    act.visit.person_id = claimed
    return await arrived(act, links, Part("contact-claimed"))


async def code_typed(message: Message, act: Act, links: Links) -> Screen:
    """The code that joins this account to the person who has the number; what holds none spends no try."""
    if message.text is None:
        return await code_again(act, Part("form-not-text", {"came": Word(f"came-{came(message)}")}))
    typed = "".join(character for character in latin_digits(normalise(message.text)) if character.isdecimal())
    if not typed:
        return await code_again(act, Part("join-code-no-digits"))
    outcome = await act.db(people.confirm_join, act.key, typed)
    if isinstance(outcome, Problem):
        if outcome.code is people.PersonProblem.JOIN_CODE_WRONG:
            return await code_again(act, outcome)
        await act.focus(Focus.NOTHING)
        return await home(act, outcome)
    act.visit.person_id, act.visit.focus = outcome, Focus.NOTHING
    return await arrived(act, links, Part("contact-joined"))
